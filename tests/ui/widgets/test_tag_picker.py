import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mengzhan.model.codes import Code, CodeTable
from mengzhan.model.fieldtypes import Choices, References
from mengzhan.model.kind import Field
from mengzhan.ui.widgets.form import FormContext
from mengzhan.ui.widgets.tag_picker import MOST_TAGS, TagPicker
from tests.ui.props import Stage

TABLE = CodeTable(
    "group", [Code("K1", "高校毕业生"), Code("K2", "退役军人"), Code("K3", "农牧民工")]
)


@pytest.fixture
def tags(stage: Stage, context: FormContext) -> TagPicker:
    picker = TagPicker(Field("groups", "重点群体", Choices(TABLE, limit=2)), context)
    stage.show(picker)
    picker.line.setFocus(Qt.FocusReason.TabFocusReason)
    return picker


def test_each_enter_adds_a_tag_and_an_empty_one_moves_on(qtbot: QtBot, tags: TagPicker) -> None:
    for text in ("gx", "K2"):
        QTest.keyClicks(tags.line, text)
        with qtbot.assertNotEmitted(tags.moved):
            QTest.keyClick(tags.line, Qt.Key.Key_Return)
    assert tags.value() == ["K1", "K2"]
    assert tags.tag_words() == ["高校毕业生", "退役军人"]
    with qtbot.waitSignal(tags.moved) as moved:
        QTest.keyClick(tags.line, Qt.Key.Key_Return)
    assert moved.args == [1]


def test_backspace_on_the_empty_line_takes_the_last(qtbot: QtBot, tags: TagPicker) -> None:
    tags.set_value(["K1", "K3"])
    QTest.keyClicks(tags.line, "x")
    QTest.keyClick(tags.line, Qt.Key.Key_Backspace)
    assert tags.value() == ["K1", "K3"]
    QTest.keyClick(tags.line, Qt.Key.Key_Backspace)
    assert tags.value() == ["K1"]
    QTest.keyClick(tags.line, Qt.Key.Key_Backspace)
    assert tags.value() is None


def test_the_same_twice_is_once(qtbot: QtBot, tags: TagPicker) -> None:
    for _ in range(2):
        QTest.keyClicks(tags.line, "K3")
        QTest.keyClick(tags.line, Qt.Key.Key_Return)
    assert tags.value() == ["K3"]


def test_too_many_are_said(qtbot: QtBot, tags: TagPicker) -> None:
    for code in ("K1", "K2", "K3"):
        QTest.keyClicks(tags.line, code)
        QTest.keyClick(tags.line, Qt.Key.Key_Return)
    assert [problem.code for problem in tags.reading().problems] == ["LIST_TOO_LONG"]


def test_what_means_nothing_keeps_the_tags(qtbot: QtBot, tags: TagPicker) -> None:
    tags.set_value(["K1"])
    QTest.keyClicks(tags.line, "zzz")
    QTest.keyClick(tags.line, Qt.Key.Key_Return)
    assert tags.value() == ["K1"]
    assert [problem.code for problem in tags.reading().problems] == ["CODE_UNKNOWN"]
    tags.line.clear()
    tags.touch()
    assert tags.commit().problems == ()


def test_a_long_list_shows_its_count(stage: Stage, context: FormContext) -> None:
    people = TagPicker(Field("people", "名单", References("person")), context)
    stage.show(people)
    people.set_value([f"id{number}" for number in range(500)])
    assert len(people.tag_words()) == MOST_TAGS
    assert people._rest.text() == "… 共 500 项"
