from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mengzhan.model.codes import Code, CodeTable
from mengzhan.model.fieldtypes import Choice, Date, IdNumber, Integer, PersonName, Phone, Text
from mengzhan.model.kind import Field, Kind
from mengzhan.model.kinds import KINDS
from mengzhan.model.problem import Problem
from mengzhan.model.words import Message
from mengzhan.ui.widgets.code_picker import CodePicker
from mengzhan.ui.widgets.form import Form, FormContext
from mengzhan.ui.widgets.panel import HintLine
from tests.ui.props import Ime, Stage, focused

STATE = CodeTable("state", [Code("1", "在业"), Code("2", "失业")])
SEX = CodeTable("sex", [Code("1", "男"), Code("2", "女")])
KIND = Kind(
    name="herder",
    label="牧民",
    title=("name",),
    fields=(
        Field("name", "姓名", PersonName(), required=True),
        Field("id_number", "证件号", IdNumber(), sensitive=True, listed=True,
              fills={"birth_date": "birth_date", "sex": "sex"}),
        Field("phone", "电话", Phone(), required=True, sensitive=True),
        Field("state", "状态", Choice(STATE), required=True),
        Field("day", "日期", Date(), prefill="today", listed=True),
        Field("birth_date", "出生日期", Date(), group="其他"),
        Field("sex", "性别", Choice(SEX), group="其他"),
        Field("sheep", "羊", Integer(), group="其他"),
        Field("note", "备注", Text(long=True), group="其他"),
    ),
)  # fmt: skip
ID = "15019919850101001X"
CONTROL = Qt.KeyboardModifier.ControlModifier


NONE = Qt.KeyboardModifier.NoModifier
Sent = list[tuple[dict[str, object], bool]]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(focused(), key, modifier)


def type_in(text: str) -> None:
    QTest.keyClicks(focused(), text)
    press(Qt.Key.Key_Return)


def retype(text: str) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_A, CONTROL)
    type_in(text)


def here(form: Form) -> str:
    """The field in which the focus is."""
    return next((name for name, row in form.rows.items() if row.isAncestorOf(focused())), "")


@pytest.fixture
def form(stage: Stage, context: FormContext) -> Form:
    made = Form(KIND, context)
    stage.show(made, width=800, height=600)
    made.focus()
    return made


@pytest.fixture
def sent(form: Form) -> Sent:
    got: Sent = []
    form.submitted.connect(lambda values, then_next: got.append((values, then_next)))
    return got


def test_a_record_is_typed_and_saved_by_keyboard(
    qtbot: QtBot, form: Form, sent: Sent, ime: Ime
) -> None:
    ime.commit(focused(), "苏和")
    press(Qt.Key.Key_Return)
    type_in(ID[:-1] + with_checksum_digit())
    type_in("19900000001")
    type_in("2")
    assert here(form) == "day"
    press(Qt.Key.Key_Return, CONTROL)
    assert sent == [
        (
            {
                "name": "苏和",
                "id_number": ID[:-1] + with_checksum_digit(),
                "phone": "19900000001",
                "state": "2",
                "day": "2026-11-23",
                "birth_date": "1985-01-01",
                "sex": "1",
            },
            True,
        )
    ]


def with_checksum_digit() -> str:
    weights = [2 ** (17 - i) % 11 for i in range(17)]
    return "10X98765432"[sum(int(d) * w for d, w in zip(ID[:17], weights, strict=True)) % 11]


def test_ctrl_s_while_composing_saves_what_is_shown(
    qtbot: QtBot, form: Form, sent: Sent, ime: Ime
) -> None:
    form.set_value("phone", "19900000001")
    form.set_value("state", "1")
    ime.compose(focused(), "苏和")
    press(Qt.Key.Key_S, CONTROL)
    assert [(values["name"], ahead) for values, ahead in sent] == [("苏和", False)]


def test_return_while_composing_neither_moves_nor_saves(
    qtbot: QtBot, form: Form, sent: Sent, ime: Ime
) -> None:
    ime.compose(focused(), "su'he")
    press(Qt.Key.Key_Return)
    assert here(form) == "name"
    assert sent == []


def test_nothing_is_sent_while_something_blocks(qtbot: QtBot, form: Form, sent: Sent) -> None:
    form.focus("state")
    press(Qt.Key.Key_Return, CONTROL)
    assert sent == []
    assert form.rows["name"].problem_text() == "请填写姓名。"
    assert form.rows["name"].severity == "block"
    assert here(form) == "name"
    assert form.notice() == "还有 3 处要改，改好再保存。"


def test_an_empty_field_is_not_complained_about_too_early(qtbot: QtBot, form: Form) -> None:
    press(Qt.Key.Key_Return)
    assert form.rows["name"].problem_text() == ""


def test_a_wrong_value_is_told_on_leaving_the_field(qtbot: QtBot, form: Form) -> None:
    form.focus("phone")
    type_in("12")
    assert form.rows["phone"].severity == "block"
    assert form.rows["phone"].problem_text().startswith("要改 · ")
    form.focus("phone")
    retype("19900000001")
    assert form.rows["phone"].problem_text() == ""


def test_shift_enter_goes_back(qtbot: QtBot, form: Form) -> None:
    form.focus("phone")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert here(form) == "id_number"


def test_tab_and_enter_go_the_same_way(qtbot: QtBot, form: Form) -> None:
    ways = []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab):
        form.focus("name")
        way = []
        for _ in range(5):
            way.append(here(form))
            press(key)
        ways.append(way)
    assert ways[0] == ways[1] == ["name", "id_number", "phone", "state", "day"]


def test_more_is_reached_opened_and_left_by_enter(qtbot: QtBot, form: Form) -> None:
    assert not any(row.isVisible() for row in form.body.more_rows)
    form.focus("day")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert all(row.isVisible() for row in form.body.more_rows)
    assert here(form) == "birth_date"
    for _ in range(4):
        press(Qt.Key.Key_Return)
    assert form.next_button.hasFocus()


def test_more_tells_how_many_are_filled_only_of_a_stored_record(form: Form) -> None:
    form.start({"sheep": 40})
    assert form.body.more_words() == "▸ 更多 4 项"
    form.load({"name": "其其格", "sheep": 40})
    assert "已填 1 项" in form.body.more_words()


def test_a_problem_behind_more_opens_it(form: Form) -> None:
    form.set_problems([Problem("X", "sheep", None, Message("羊太多。"))])
    assert form.body.more_open
    assert here(form) == "sheep"
    assert "羊太多。" in form.rows["sheep"].problem_text()
    form.set_value("sheep", 3)
    assert form.rows["sheep"].problem_text() == ""


def test_a_problem_of_the_whole_record_is_told_at_the_foot(form: Form) -> None:
    form.set_problems([Problem("X", "", None, Message("这条记录已被别人删除。"))])
    assert form.notice() == "这条记录已被别人删除。"


def test_each_change_is_a_draft(qtbot: QtBot, form: Form, ime: Ime) -> None:
    ime.commit(focused(), "苏和")
    with qtbot.waitSignal(form.draft) as draft:
        press(Qt.Key.Key_Tab)
    assert draft.args == [{"name": "苏和", "day": "2026-11-23"}]
    form.start()
    assert form.values() == {"day": "2026-11-23"}
    form.restore(draft.args[0])
    assert form.editor("name").text() == "苏和"
    assert form.is_dirty


def test_a_stored_record_opens_on_its_first_field_with_no_list_over_it(
    qtbot: QtBot, form: Form
) -> None:
    form.focus("state")
    form.load({"name": "苏和", "phone": "19900000001"})
    form.focus()
    assert here(form) == "name"
    line = focused()
    assert isinstance(line, QLineEdit)
    assert line.selectedText() == "苏和"
    picker = form.editor("state")
    assert isinstance(picker, CodePicker)
    form.focus("state")
    assert picker.options.isHidden()
    press(Qt.Key.Key_Down)
    assert picker.options.isVisible()
    press(Qt.Key.Key_Escape)
    form.focus("name")
    QTest.mouseClick(picker.line, Qt.MouseButton.LeftButton)
    assert picker.options.isVisible()


def test_a_new_record_shows_what_can_be_chosen(form: Form) -> None:
    picker = form.editor("state")
    assert isinstance(picker, CodePicker)
    form.focus("state")
    assert picker.options.isVisible()


def test_a_stored_record_has_one_way_to_save_and_a_new_one_goes_on(form: Form) -> None:
    assert form.next_button.text() == "保存，再填一条  Ctrl+Enter"
    assert form.next_button.isVisible()
    assert form.save_button.property("look") == "quiet"
    form.load({"name": "苏和", "phone": "19900000001", "state": "1"})
    assert form.next_button.isHidden()
    assert form.save_button.property("look") == "filled"
    form.body.left_at_end.emit()
    assert form.save_button.hasFocus()


def test_what_was_known_on_the_way_here_is_nothing_to_lose(qtbot: QtBot, form: Form) -> None:
    form.start({"name": "苏和", "id_number": ID})
    assert form.values()["birth_date"] == "1985-01-01"
    with qtbot.waitSignal(form.closed):
        press(Qt.Key.Key_Escape)
    form.start({"name": "苏和"})
    form.set_value("state", "1")
    assert form.is_dirty
    form.start({"name": "苏和"})
    form.set_value("name", "苏和巴特尔")
    assert form.is_dirty


def test_the_mouse_leaves_as_esc_does(qtbot: QtBot, form: Form, ime: Ime) -> None:
    left = Qt.MouseButton.LeftButton
    ime.commit(focused(), "苏和")
    with qtbot.assertNotEmitted(form.closed):
        QTest.mouseClick(form.back_button, left)
    assert "再按一次 Esc" in form.notice()
    with qtbot.waitSignal(form.closed):
        QTest.mouseClick(form.back_button, left)


def test_only_what_changed_of_a_stored_record_is_sent(qtbot: QtBot, form: Form, sent: Sent) -> None:
    form.load({"name": "苏和", "phone": "19900000001", "state": "1", "sheep": 3})
    assert form.dirty_values() == {}
    form.focus("state")
    retype("2")
    press(Qt.Key.Key_S, CONTROL)
    assert sent == [({"state": "2"}, False)]
    form.saved()
    assert form.dirty_values() == {}


def test_sensitive_values_are_covered_until_lifted(form: Form) -> None:
    form.load({"name": "苏和", "phone": "19900000001"})
    row = form.rows["phone"]
    assert row.covered
    assert row.veil is not None
    assert "19900000001" not in row.veil.text()
    form.focus("phone")
    press(Qt.Key.Key_F2)
    assert row.editor.text() == "19900000001"
    assert here(form) == "phone"
    form.hide_sensitive()
    assert row.covered
    assert form.dirty_values() == {}


def test_a_new_record_is_not_covered(form: Form) -> None:
    assert not form.rows["phone"].covered


def test_a_conflict_is_settled_either_way(qtbot: QtBot, form: Form) -> None:
    form.load({"name": "苏和", "state": "1", "sheep": 3}, {"state": ["2"], "sheep": [4]})
    row = form.rows["state"]
    with qtbot.waitSignal(form.settled):
        row.kept.emit("state")
    assert form.dirty_values() == {"state": "1"}
    form.rows["sheep"].taken.emit("sheep", 0)
    assert form.dirty_values() == {"state": "1", "sheep": 4}


def test_what_a_newer_version_wrote_is_shown(form: Form) -> None:
    form.load({"name": "苏和", "horse": ["白马", "黑马"]})
    assert form.body.unknown_text().endswith("horse：白马、黑马")
    assert "horse" not in form.dirty_values()


def test_esc_closes_at_once_when_nothing_would_be_lost(qtbot: QtBot, form: Form) -> None:
    with qtbot.waitSignal(form.closed):
        press(Qt.Key.Key_Escape)


def test_esc_warns_once_when_something_would_be_lost(qtbot: QtBot, form: Form, ime: Ime) -> None:
    ime.commit(focused(), "苏和")
    with qtbot.assertNotEmitted(form.closed):
        press(Qt.Key.Key_Escape)
    assert "再按一次 Esc" in form.notice()
    with qtbot.waitSignal(form.closed):
        press(Qt.Key.Key_Escape)


def test_a_page_may_hang_hints_below_a_field(form: Form) -> None:
    hint = HintLine("可能已登记过：苏和，三组", offers=(("open", "打开"),))
    form.slot("name").addWidget(hint)
    assert form.rows["name"].isAncestorOf(hint)


def test_the_focus_stays_in_sight_in_a_small_window(
    qtbot: QtBot, stage: Stage, context: FormContext
) -> None:
    form = Form(KINDS["vacancy"], context)
    stage.show(form, width=600, height=300)
    form.focus("employer")
    for _ in range(11):
        press(Qt.Key.Key_Return)
        assert focused().visibleRegion().boundingRect().height() == focused().height()


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_a_form(stage: Stage, context: FormContext, name: str) -> None:
    form = Form(KINDS[name], context)
    stage.show(form)
    assert set(form.rows) == {field.name for field in KINDS[name]}
    assert all(row.isVisible() for row in form.body.front_rows)


def test_two_columns_only_where_there_is_room(
    stage: Stage, context: FormContext, qtbot: QtBot
) -> None:
    form = Form(KINDS["vacancy"], context)
    window = stage.show(form, width=1000)
    pay = form.rows["wage_max"]
    beside: Callable[[], bool] = lambda: pay.y() == form.rows["wage_min"].y()  # noqa: E731
    qtbot.waitUntil(beside)
    window.resize(500, 500)
    qtbot.waitUntil(lambda: not beside())


def test_a_whole_code_leads_on_and_an_enter_out_of_habit_does_no_harm(form: Form) -> None:
    form.focus("state")
    QTest.keyClicks(focused(), "2")
    assert here(form) == "day"
    press(Qt.Key.Key_Return)
    assert here(form) == "day"
    press(Qt.Key.Key_Return)
    assert here(form) != "day"
    assert form.values()["state"] == "2"


def test_enter_counts_again_once_something_was_typed(form: Form) -> None:
    form.focus("state")
    QTest.keyClicks(focused(), "2")
    retype("11.20")
    assert here(form) != "day"
