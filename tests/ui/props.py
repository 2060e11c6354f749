"""What tests of the screens stand on: an input method, a window, people that do not exist."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.model.fieldtypes.lookup import Option


def focused() -> QWidget:
    """The widget that the keyboard reaches."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


class Ime:
    """An input method: what it shows is not text until it commits."""

    def compose(self, widget: QWidget, text: str) -> None:
        QCoreApplication.sendEvent(widget, QInputMethodEvent(text, []))

    def commit(self, widget: QWidget, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(widget, event)


class People:
    """Records to point to."""

    titles: ClassVar = {"p1": "苏和", "p2": "苏日娜", "p3": "乌云其其格"}

    def search(self, kind: str, text: str, limit: int) -> list[Option]:
        return [Option(key, name) for key, name in self.titles.items() if text in name][:limit]

    def title(self, kind: str, record: str) -> str:
        return self.titles.get(record, "")


class Album:
    """Keeps pictures in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def add(self, jpeg: bytes) -> str:
        digest = f"{len(self.kept) + 1:064x}"
        self.kept[digest] = jpeg
        return digest

    def load(self, digest: str) -> bytes | None:
        return self.kept.get(digest)


class Stage:
    """Shows widgets in a window and holds it as long as the test runs."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._windows: list[QWidget] = []

    def show(self, *widgets: QWidget, width: int = 700, height: int = 500) -> QWidget:
        window = QWidget()
        window.resize(width, height)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self._qtbot.addWidget(window)
        self._windows.append(window)
        window.show()
        window.activateWindow()
        self._qtbot.waitUntil(window.isActiveWindow)
        return window
