from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mengzhan.ui.widgets.buttons import Button, FilledButton
from tests.ui.props import Stage


def test_the_shortcut_is_written_on_the_button_and_works(stage: Stage, qtbot: QtBot) -> None:
    button = FilledButton("保存并继续", "Ctrl+Return")
    window = stage.show(button)
    assert button.text() == "保存并继续  Ctrl+Enter"
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(window, Qt.Key.Key_Return, control)
    button.set_words("保存")
    assert button.text() == "保存  Ctrl+Enter"
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(window, Qt.Key.Key_Return, control)


def test_enter_presses_it(stage: Stage, qtbot: QtBot) -> None:
    button = Button("打开 & 看")
    stage.show(button)
    button.setFocus()
    assert button.text() == "打开 && 看"
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)
