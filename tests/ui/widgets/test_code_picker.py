from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mengzhan.model.codes import Code, CodeTable
from mengzhan.model.fieldtypes import Choice, Division, FieldType, Occupation, Reference
from mengzhan.model.kind import Field
from mengzhan.ui.widgets.code_picker import CodePicker
from mengzhan.ui.widgets.form import FormContext
from mengzhan.ui.widgets.line_edit import LineEdit
from tests.ui.props import Ime, Stage

TABLE = CodeTable(
    "state",
    [
        Code("1", "单位就业", aliases=("上班",)),
        Code("2", "灵活就业", aliases=("打零工",)),
        Code("3", "失业"),
        Code("12", "退出劳动力市场"),
    ],
)


Pair = tuple[CodePicker, LineEdit]
Maker = Callable[[Field], Pair]


@pytest.fixture
def picker_of(stage: Stage, context: FormContext) -> Maker:
    def make(field: Field) -> Pair:
        picker, after = CodePicker(field, context), LineEdit()
        stage.show(picker, after)
        after.setFocus()
        picker.line.setFocus(Qt.FocusReason.TabFocusReason)
        return picker, after

    return make


@pytest.fixture
def pair(picker_of: Maker) -> Pair:
    return picker_of(Field("state", "状态", Choice(TABLE)))


@pytest.fixture
def picker(pair: Pair) -> CodePicker:
    return pair[0]


def test_a_whole_code_chooses_by_itself(qtbot: QtBot, picker: CodePicker) -> None:
    with qtbot.waitSignal(picker.completed):
        QTest.keyClicks(picker.line, "3")
    assert (picker.value(), picker.text()) == ("3", "失业")
    assert picker.options.isHidden()


def test_a_code_that_others_begin_with_waits_for_enter(qtbot: QtBot, picker: CodePicker) -> None:
    with qtbot.assertNotEmitted(picker.completed):
        QTest.keyClicks(picker.line, "1")
    with qtbot.waitSignal(picker.moved):
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert (picker.value(), picker.text()) == ("1", "单位就业")


def test_initials_choose(qtbot: QtBot, picker: CodePicker) -> None:
    QTest.keyClicks(picker.line, "lhjy")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.value() == "2"


def test_plain_words_choose(qtbot: QtBot, picker: CodePicker, ime: Ime) -> None:
    ime.compose(picker.line, "shang'ban")
    assert picker.value() is None
    ime.commit(picker.line, "上班")
    assert [option.code for option in picker.options.options] == ["1"]
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.value() == "1"


def test_the_list_is_part_of_the_window_and_never_takes_the_focus(
    qtbot: QtBot, picker: CodePicker
) -> None:
    QTest.keyClicks(picker.line, "1")
    assert picker.options.isVisible()
    assert not picker.options.isWindow()
    assert picker.line.hasFocus()


def test_the_whole_list_opens_on_an_empty_field_without_choosing(
    qtbot: QtBot, picker: CodePicker
) -> None:
    assert len(picker.options.options) == 4
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.value() is None


def test_arrows_choose_another(qtbot: QtBot, picker: CodePicker) -> None:
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.value() == "2"


def test_tab_takes_what_is_highlighted(qtbot: QtBot, pair: Pair) -> None:
    picker, after = pair
    QTest.keyClicks(picker.line, "sy")
    QTest.keyClick(picker.line, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert picker.value() == "3"


def test_a_click_elsewhere_takes_nothing_ambiguous(qtbot: QtBot, pair: Pair) -> None:
    picker, after = pair
    QTest.keyClicks(picker.line, "jy")
    after.setFocus(Qt.FocusReason.MouseFocusReason)
    assert picker.value() is None
    assert picker.text() == "jy"
    assert [problem.code for problem in picker.commit().problems] == ["CODE_UNKNOWN"]
    assert picker.commit().problems[0].field == "state"


def test_a_click_in_the_list_chooses(qtbot: QtBot, picker: CodePicker) -> None:
    place = picker.options.visualRect(picker.options.model().index(2, 0)).center()
    QTest.mouseClick(picker.options.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picker.value() == "3"


def test_esc_closes_the_list_only(qtbot: QtBot, picker: CodePicker) -> None:
    QTest.keyClick(picker.line, Qt.Key.Key_Escape)
    assert picker.options.isHidden()
    assert picker.line.hasFocus()


def test_emptying_takes_the_value_away(qtbot: QtBot, picker: CodePicker) -> None:
    picker.set_value("2")
    picker.line.selectAll()
    QTest.keyClick(picker.line, Qt.Key.Key_Delete)
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.value() is None


def test_clicking_into_a_choice_and_typing_replaces_it(pair: Pair) -> None:
    picker, after = pair
    picker.set_value("2")
    after.setFocus()
    QTest.mouseClick(picker.line, Qt.MouseButton.LeftButton)
    QTest.keyClicks(picker.line, "1")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.value() == "1"


def test_a_code_of_a_newer_version_is_shown_as_it_is(qtbot: QtBot, picker: CodePicker) -> None:
    picker.set_value("99")
    assert picker.text() == "99"
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.value() == "99"


def test_a_record_is_found_or_made(qtbot: QtBot, picker_of: Maker, ime: Ime) -> None:
    picker, _ = picker_of(Field("person", "人员", Reference("person")))
    ime.commit(picker.line, "苏")
    assert [o.label for o in picker.options.options] == ["苏和", "苏日娜", "新建“苏”…"]
    QTest.keyClick(picker.line, Qt.Key.Key_Up)
    for _ in range(2):
        QTest.keyClick(picker.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.create_asked) as asked, qtbot.assertNotEmitted(picker.moved):
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert asked.args == ["person", "苏"]
    picker.set_value("p3")
    assert picker.text() == "乌云其其格"


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        (Choice(TABLE), "点开选，或打拼音首字母"),
        (Division(), "打几个字，或拼音首字母"),
        (Reference("person"), "姓名、拼音首字母或号码尾数"),
        (Reference("vacancy"), "名称或拼音首字母"),
    ],
)
def test_a_field_says_how_its_value_is_found(
    picker_of: Maker, type_: FieldType, words: str
) -> None:
    picker, _ = picker_of(Field("what", "什么", type_))
    assert picker.line.placeholderText() == words


def test_jobs_are_offered_once_something_is_typed_and_each_once(picker_of: Maker) -> None:
    picker, _ = picker_of(Field("job", "工种", Occupation()))
    assert picker.options.isHidden()
    picker.line.setText("农业")
    picker.line.typed.emit("农业")
    names = [option.label for option in picker.options.options]
    assert len(names) > 1
    assert len(names) == len(set(names))


def test_words_that_are_asked_for_are_offered_as_if_typed(qtbot: QtBot, picker: CodePicker) -> None:
    with qtbot.assertNotEmitted(picker.changed):
        picker.ask("灵活")
    assert [option.code for option in picker.options.options] == ["2"]
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.value() == "2"
