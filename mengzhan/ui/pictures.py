"""Pictures of the screens, for the demo, for help pages, and to look at after every change."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSize
from PySide6.QtWidgets import QWidget

from mengzhan.store.atomic import private_folder
from mengzhan.store.station import REAL, Surroundings
from mengzhan.ui.app import page_table
from mengzhan.ui.background import Jobs
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.theme import Scheme, theme
from mengzhan.ui.workspace import Workspace

FULL, SMALL = QSize(1366, 768), QSize(911, 512)
"""An old laptop's screen at 100 % and at 150 %, in device-independent pixels."""

SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def render(workspace: Workspace, out: Path, around: Surroundings = REAL) -> list[Path]:
    """Write pictures of the main screens of an unlocked folder, light and dark.

    Returns:
        The files, in the order of the rail. The session stays open.

    Raises:
        StoreError: they could not be written.
    """
    made: list[Path] = []
    for scheme in SCHEMES:
        theme().apply(scheme, 1.0)
        window = main_window(workspace, around, FULL)
        made += [save(window, out, f"{name}-{scheme}") for name in pages(window)]
        window.hide()
        window.deleteLater()
    theme().apply("light", 1.0)
    return made


def main_window(workspace: Workspace, around: Surroundings, size: QSize) -> MainWindow:
    """Return the main window, on the screen and settled."""
    window = MainWindow(workspace, around, table=page_table(workspace))
    window.resize(size)
    window.show()
    window.tallies.count_now()
    settle(workspace.jobs)
    return window


def pages(window: MainWindow) -> Iterator[str]:
    """Show one page after the other and yield its name."""
    for entry in window.table.entries:
        window.show_page(entry.item.key)
        settle(window.workspace.jobs)
        yield entry.item.key


def forms(window: MainWindow) -> Iterator[str]:
    """Show an empty form of every kind and yield the kind."""
    for kind in window.session.catalogue.by_hand:
        window.open_form(kind, {})
        settle(window.workspace.jobs)
        yield kind


def settle(jobs: Jobs) -> None:
    """Let everything that was begun come to its end."""
    QCoreApplication.processEvents()
    flags = QEventLoop.ProcessEventsFlag
    while jobs.running:
        QCoreApplication.processEvents(flags.AllEvents | flags.WaitForMoreEvents)
    for _ in range(3):
        QCoreApplication.processEvents()


def save(widget: QWidget, out: Path, name: str) -> Path:
    """Write one picture.

    Raises:
        StoreError: it could not be written.
    """
    from PySide6.QtCore import QBuffer, QIODevice

    from mengzhan.store.atomic import write_atomic

    private_folder(out)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    path = out / f"{name}.png"
    write_atomic(path, bytes(buffer.data().data()), durable=False)
    return path


def dialogs(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Open the dialogs that the window has, one after the other."""
    acts: dict[str, Callable[[], None]] = {
        "new": window.ask_new,
        "keys": window.show_keys,
        "recent": window.taking_back.show_recent,
    }
    for name, act in acts.items():
        act()
        settle(window.workspace.jobs)
        dialog = next(part for part in window.findChildren(QWidget) if _is_open_dialog(part))
        yield name, dialog
        dialog.close()
        settle(window.workspace.jobs)


def _is_open_dialog(part: QWidget) -> bool:
    return part.isWindow() and part.isVisible()
