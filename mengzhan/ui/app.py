"""The program with windows: from a data folder to a running window."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from mengzhan.model.resources import resource_path
from mengzhan.store.session import Session
from mengzhan.store.station import REAL, Surroundings
from mengzhan.ui.background import Jobs
from mengzhan.ui.shell import failures
from mengzhan.ui.shell.page_table import OfficePageTable, PageTable
from mengzhan.ui.shell.preferences import PreferenceFile
from mengzhan.ui.shell.start_window import StartWindow
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.workspace import Workspace


def prepare_environment() -> None:
    """Set what has to stand before the application is made.

    PySide6 brings no plugin for fcitx, but fcitx 5 also answers as ibus; without this Chinese
    input does not work at all on such desktops.
    """
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"
    # Laptops at 125 % and 150 % are drawn at just that size, not rounded to 100 or 200.
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )


def make_application() -> QApplication:
    """Return the application, made now if there is none."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    prepare_environment()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("mengzhan")
    app.setWindowIcon(QIcon(str(resource_path("icons", "mengzhan.png"))))
    return app


class Program(QObject):
    """Start window, then main window; one data folder."""

    def __init__(self, folder: Path, around: Surroundings = REAL) -> None:
        super().__init__()
        self._folder, self._around = folder, around
        self.preferences = PreferenceFile()
        self.jobs = Jobs(self)
        self.guard = failures.Guard(lambda error: failures.tell(error, self.window), self)
        self.window: QWidget | None = None

    def start(self) -> None:
        """Show the window that this folder needs."""
        self.preferences.read().apply()
        window = StartWindow(self._folder, self._around, self.jobs)
        window.opened.connect(self.open)
        self._show(window)

    def open(self, session: Session) -> None:
        """Show the main window of an unlocked session in place of the start window."""
        workspace = Workspace(session, self.jobs)
        preferences = self.preferences.read()
        window = MainWindow(workspace, self._around, preferences, page_table(workspace))
        workspace.setParent(window)
        self.guard.before = [window.keep_drafts]
        before = self.window
        self._show(window)
        window.start()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _show(self, window: QWidget) -> None:
        self.window = window
        window.resize(1366, 768)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        if screen.width() <= 1366 or screen.height() <= 768:
            window.showMaximized()
        else:
            window.show()


def page_table(workspace: Workspace) -> PageTable:
    """Return the pages that belong to this folder: a station's or an office's."""
    if workspace.session.is_office:
        from mengzhan.ui.office import office_pages

        return OfficePageTable(workspace, lambda: office_pages(workspace))
    return PageTable(workspace)


def run(folder: Path, around: Surroundings = REAL) -> int:
    """Open the window on a data folder; return the exit code when it was closed."""
    app = make_application()
    program = Program(folder, around)
    program.guard.install()
    program.start()
    return app.exec()
