from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mengzhan.ui.widgets.panel import EmptyState, HintLine, Panel, Words
from tests.ui.props import Stage


def test_an_offer_of_a_hint_is_taken_by_keyboard(stage: Stage, qtbot: QtBot) -> None:
    hint = HintLine(
        "招聘条件不得限定性别",
        source="就业促进法 27",
        offers=(("use", "采用"), ("why", "填写理由")),
    )
    stage.show(hint)
    button = next(b for b in hint.findChildren(QPushButton) if b.text() == "填写理由")
    button.setFocus()
    with qtbot.waitSignal(hint.chosen) as chosen:
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert chosen.args == ["why"]
    assert hint.text() == "招聘条件不得限定性别"


def test_a_long_hint_breaks_its_line_instead_of_widening_the_page(stage: Stage) -> None:
    hint = HintLine("长" * 300, offers=(("use", "采用"),))
    window = stage.show(hint, width=300)
    assert window.width() == 300
    assert hint.height() > 100


def test_markup_is_shown_not_obeyed(qtbot: QtBot) -> None:
    words = Words("<b>苏和</b>")
    qtbot.addWidget(words)
    assert words.textFormat() == Qt.TextFormat.PlainText


def test_a_panel_without_heading_gives_no_room_to_it(stage: Stage) -> None:
    panel = Panel()
    stage.show(panel)
    assert panel.heading.isHidden()
    panel.set_heading("人员")
    assert panel.heading.isVisible()


def test_an_empty_place_offers_what_to_do(stage: Stage, qtbot: QtBot) -> None:
    empty = EmptyState("还没有单位。", "登记单位", "Ctrl+N")
    window = stage.show(empty)
    with qtbot.waitSignal(empty.acted):
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
