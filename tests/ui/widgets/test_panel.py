from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.panel import EmptyState, HintLine, PageHead, Panel, Words
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


def test_a_head_that_is_too_full_leaves_out_the_remark_and_then_the_shortcuts(
    stage: Stage,
) -> None:
    head = PageHead("岗位", "征集空缺岗位")
    buttons = [Button(words, keys) for words, keys in _ACTS]
    head.add(*buttons, FilledButton("登记岗位", "Ins"))
    window = stage.show(head, width=1000)
    states = []
    for width in range(1000, 380, -20):
        window.resize(width, 200)
        QApplication.processEvents()
        assert window.width() == width
        short = {button.text() == button.words() for button in buttons}
        states.append((head.remark.isVisible(), *short))
        assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert list(dict.fromkeys(states)) == [(True, False), (False, False), (False, True)]
    pressed: list[str] = []
    buttons[1].clicked.connect(lambda: pressed.append("export"))
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["export"]
    window.resize(1000, 200)
    assert (head.remark.isVisible(), buttons[0].text()) == (True, "导入…  Ctrl+I")


def test_a_head_gives_room_for_what_appears_in_it(stage: Stage) -> None:
    head = PageHead("岗位")
    first, *others = (Button(words, keys) for words, keys in _ACTS)
    late = Button("批量改", "Ctrl+B")
    late.hide()
    head.add(first, *others, late)
    window = stage.show(head, width=1000)
    free = head.width() - sum(part.width() for part in (head.title, first, *others))
    window.resize(1000 - free + late.sizeHint().width(), 200)
    assert first.text() == "导入…  Ctrl+I"
    late.show()
    QApplication.processEvents()
    assert first.text() == "导入…"
    late.hide()
    QApplication.processEvents()
    assert first.text() == "导入…  Ctrl+I"


def test_a_remark_that_comes_later_is_seen(stage: Stage) -> None:
    head = PageHead("月结核对")
    stage.show(head, width=1000)
    assert not head.remark.isVisible()
    head.tell("2026年10月")
    assert head.remark.isVisible()
    head.tell("")
    assert not head.remark.isVisible()


_ACTS = (("导入…", "Ctrl+I"), ("导出…", "Ctrl+E"), ("发布…", "Ctrl+P"))
