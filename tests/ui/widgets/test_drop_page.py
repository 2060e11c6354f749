from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.ui.widgets.drop_page import DropPage
from tests.ui.props import Stage

COPY, LEFT, NONE = (
    Qt.DropAction.CopyAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)


def dragged(*addresses: str) -> QMimeData:
    data = QMimeData()
    if addresses:
        data.setUrls([QUrl(address) for address in addresses])
    else:
        data.setText("只是文字")
    return data


def enters(page: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(page, event)
    return event.isAccepted()


def drop(page: QWidget, data: QMimeData) -> None:
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE))


def test_files_and_folders_that_are_dropped_are_told(stage: Stage, qtbot: QtBot) -> None:
    page = DropPage()
    stage.show(page)
    data = dragged("file:///tmp/回执-0001.mzp", "https://example.invalid/x", "file:///tmp/旗里")
    assert enters(page, data)
    with qtbot.waitSignal(page.dropped) as dropped:
        drop(page, data)
    assert dropped.args == [[Path("/tmp/回执-0001.mzp"), Path("/tmp/旗里")]]


def test_what_is_no_file_is_not_taken(stage: Stage, qtbot: QtBot) -> None:
    page = DropPage()
    stage.show(page)
    assert not enters(page, dragged())
    with qtbot.assertNotEmitted(page.dropped):
        drop(page, dragged("https://example.invalid/x"))
