import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mengzhan.ui.widgets.search_box import Hit, SearchBox
from tests.ui.props import Ime, Stage, focused


class Index:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def search(self, text: str, limit: int) -> list[Hit]:
        self.asked.append(text)
        hits = [
            Hit("person", "1", "苏和", "人员 · 三组"),
            Hit("vacancy", "1", "苏木饭馆服务员", "岗位"),
        ]
        return [hit for hit in hits if text in hit.title]


@pytest.fixture
def index() -> Index:
    return Index()


@pytest.fixture
def box(stage: Stage, index: Index) -> SearchBox:
    made = SearchBox(index)
    other = QLineEdit()
    window = stage.show(made, other)
    made.reach_from(window)
    other.setFocus()
    return made


def test_ctrl_k_comes_here(qtbot: QtBot, box: SearchBox) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert box.line.hasFocus()


def test_it_follows_what_is_committed(box: SearchBox, index: Index, ime: Ime) -> None:
    box.line.setFocus()
    ime.compose(box.line, "su")
    assert index.asked == []
    ime.commit(box.line, "苏")
    assert index.asked == ["苏"]
    assert [option.label for option in box.options.options] == ["苏和", "苏木饭馆服务员"]


def test_enter_takes_what_is_highlighted(qtbot: QtBot, box: SearchBox, ime: Ime) -> None:
    box.line.setFocus()
    ime.commit(box.line, "苏")
    QTest.keyClick(box.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.chosen) as chosen:
        QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert (chosen.args[0].kind, chosen.args[0].record) == ("vacancy", "1")
    assert box.line.text() == ""
    assert box.options.isHidden()


def test_nothing_found_is_said(qtbot: QtBot, box: SearchBox, ime: Ime) -> None:
    box.line.setFocus()
    ime.commit(box.line, "马")
    assert [option.label for option in box.options.options] == ["没有找到“马”"]
    with qtbot.waitSignal(box.entered) as entered, qtbot.assertNotEmitted(box.chosen):
        QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert entered.args == ["马"]


def test_esc_empties_it(qtbot: QtBot, box: SearchBox, ime: Ime) -> None:
    box.line.setFocus()
    ime.commit(box.line, "苏")
    QTest.keyClick(box.line, Qt.Key.Key_Escape)
    assert box.line.text() == ""
    assert box.options.isHidden()
    assert box.line.remark() == "Ctrl+K"


def test_a_letter_from_a_table_starts_it(box: SearchBox, index: Index) -> None:
    box.start("s")
    assert box.line.hasFocus()
    assert index.asked == ["s"]
