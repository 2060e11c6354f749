from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton, OfferButton
from tests.ui.props import Stage


def test_the_shortcut_is_written_on_the_button_and_works(stage: Stage, qtbot: QtBot) -> None:
    button = FilledButton("保存并继续", "Ctrl+Return")
    window = stage.show(button)
    assert button.text() == "保存并继续  Ctrl+Enter"
    control = Qt.KeyboardModifier.ControlModifier
    clicks: list[str] = []
    button.clicked.connect(lambda: clicks.append(button.words()))
    QTest.keyClick(window, Qt.Key.Key_Return, control)
    assert clicks == ["保存并继续"]
    button.set_words("保存")
    assert button.text() == "保存  Ctrl+Enter"
    QTest.keyClick(window, Qt.Key.Key_Return, control)
    assert clicks == ["保存并继续", "保存"]


def test_a_choice_has_room_for_its_bold_words_before_it_is_chosen(stage: Stage) -> None:
    button = Button("Text size, colours, language")
    button.setCheckable(True)
    button.set_look("choice")
    stage.show(button)
    room = button.sizeHint().width() - 2 * theme().size(14)
    bold = QFont(button.font())
    bold.setWeight(QFont.Weight.DemiBold)
    assert room >= QFontMetrics(bold).horizontalAdvance(button.text())
    before = button.sizeHint()
    button.setChecked(True)
    assert button.sizeHint() == before


def test_a_disabled_button_has_no_shortcut(stage: Stage) -> None:
    button = Button("写入", "F9")
    window = stage.show(button)
    clicks: list[bool] = []
    button.clicked.connect(clicks.append)
    button.setEnabled(False)
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert clicks == []


def test_enter_presses_it(stage: Stage, qtbot: QtBot) -> None:
    button = Button("打开 & 看")
    stage.show(button)
    button.setFocus()
    assert button.text() == "打开 && 看"
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_long_offer_is_cut_before_its_key(stage: Stage) -> None:
    words = "注销原因：有稳定收入的劳动（月收入不低于当地低保标准）"
    button, short = OfferButton(words, "2"), OfferButton("学历", "1")
    window = stage.show(button, short, width=260)
    assert window.width() == 260
    assert button.shown().endswith("…  2")
    assert button.shown().startswith("注销原因")
    assert short.shown() == "学历  1"
    assert (button.toolTip(), button.words()) == (words, words)
    window.resize(900, 200)
    assert button.shown() == f"{words}  2"
