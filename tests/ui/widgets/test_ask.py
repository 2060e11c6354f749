import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from mengzhan.ui.widgets.ask import ask_irrevocable


@pytest.mark.parametrize(
    ("key", "answer"), [(Qt.Key.Key_Escape, False), (Qt.Key.Key_Return, False)]
)
def test_the_safe_answer_is_the_default(qtbot: QtBot, key: Qt.Key, answer: bool) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        QTest.keyClick(box.defaultButton() if key == Qt.Key.Key_Return else box, key)

    QTimer.singleShot(0, press)
    assert ask_irrevocable(None, "彻底删除", "删除后不能恢复。", "彻底删除") is answer


def test_the_button_says_what_will_be_done(qtbot: QtBot) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        (button,) = [b for b in box.findChildren(QPushButton) if b.text() == "彻底删除"]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)
    assert ask_irrevocable(None, "彻底删除", "删除后不能恢复。", "彻底删除") is True
