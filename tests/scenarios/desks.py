"""The window that somebody sits before, and the hand on the mouse that drops a file on it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.store.session import Session
from mengzhan.ui.background import Jobs
from mengzhan.ui.pages.file_page import FilePage
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.theme import theme
from mengzhan.ui.workspace import Workspace
from tests import stations
from tests.scenarios.keyboard import Keyboard
from tests.ui.windows import wait_for_today


@contextmanager
def window_on(session: Session, folder: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The active window of an old laptop; afterwards the session is closed."""
    theme().apply("light", 1.0)
    jobs = Jobs()
    window = MainWindow(Workspace(session, jobs), stations.surroundings(folder))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    wait_for_today(window, qtbot)
    yield window
    window.tallies.stop()
    jobs.stop()
    session.store.close()


@dataclass
class FileDesk:
    """A station, its window and a keyboard, for a file that goes in or out beside the people."""

    session: Session
    window: MainWindow
    qtbot: QtBot
    keyboard: Keyboard = field(default_factory=Keyboard)

    @property
    def records(self) -> RecordsPage:
        page = self.window.page("person")
        assert isinstance(page, RecordsPage)
        return page

    def drop(self, path: Path) -> None:
        """The hand on the mouse is the only one: the file is dropped on the list."""
        self.window.show_page("person")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        how = (
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(self.records.list, QDragEnterEvent(QPoint(50, 50), *how))
        QApplication.sendEvent(self.records.list, QDropEvent(QPointF(50, 50), *how))

    def wait_for(self, page: Callable[[], FilePage], step: int) -> None:
        """Wait until a step is shown and the keyboard reaches something in it; the page itself may
        still have to come."""
        self.qtbot.waitUntil(lambda: page().step == step and not page().course.is_busy)
        QApplication.processEvents()
