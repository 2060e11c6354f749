"""A record being written: prefilled, kept as a draft, checked for duplicates, settled."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.rules.operations import edit
from mengzhan.store.exchange import Exchange, ReceivedVerdict
from mengzhan.store.session import Session
from mengzhan.ui.pages.form_stack import FormStack
from mengzhan.ui.pages.record_form import RecordForm
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.ui.pages.conftest import Town

Show = Callable[..., QWidget]


@pytest.fixture
def form(workspace: Workspace, town: Town, show: Show) -> RecordForm:
    made = RecordForm(workspace, "person")
    show(made)
    return made


def fill(form: RecordForm, number: int) -> None:
    for name, value in people.person_values(number).items():
        form.form.set_value(name, value)


def test_a_new_record_begins_with_day_and_place_and_nothing_else(form: RecordForm) -> None:
    form.begin()
    assert form.form.values() == {
        "residence": people.VILLAGE,
        "registered_on": "2026-11-23",
        "status_on": "2026-11-23",
    }


def test_saving_tells_and_keeps_nothing_behind(
    form: RecordForm, session: Session, said: list[str], qtbot: QtBot
) -> None:
    form.begin()
    fill(form, 9)
    assert [d["kind"] for d in session.read().drafts()] == ["person"]
    with qtbot.waitSignal(form.finished) as finished:
        form.form.submit()
    assert finished.args == [form.record, False]
    assert session.read().record("person", form.record)["name"] == people.name(9)  # type: ignore[index]
    assert session.read().drafts() == []
    assert said == [f"已保存：{people.name(9)}"]


def test_what_is_said_of_duplicates_follows_what_is_typed(
    form: RecordForm, town: Town, qtbot: QtBot
) -> None:
    form.begin()
    assert form.suspicions.words() == ["填姓名、证件号、电话时，这里会提醒重复。"]
    form.form.set_value("name", "敖云格日勒")
    qtbot.waitUntil(lambda: form.suspicions.words() == ["边填边查，没有发现重复。"])
    form.form.set_value("phone", people.phone(1))
    qtbot.waitUntil(lambda: form.suspicions.records == [town.people[0]])
    form.change(town.people[1])
    qtbot.waitUntil(lambda: not form.workspace.jobs.running)
    assert form.suspicions.words() == []


def test_a_kind_without_duplicates_says_nothing_of_them(workspace: Workspace, show: Show) -> None:
    form = RecordForm(workspace, "policy")
    show(form)
    form.begin()
    form.form.set_value("title", "一次性扩岗补助")
    assert form.suspicions.words() == []


def test_what_is_missing_stands_beside_its_field(form: RecordForm, session: Session) -> None:
    form.begin()
    form.form.set_value("name", people.name(9))
    assert not form.form.submit()
    assert form.form.rows["phone"].problem_text() == "请填写电话。"
    assert session.read().count("person") == 5


def test_a_draft_survives_and_is_offered(
    form: RecordForm, workspace: Workspace, show: Show, session: Session, qtbot: QtBot
) -> None:
    form.begin()
    form.form.set_value("name", people.name(9))
    kept = form.record
    again = RecordForm(workspace, "person")
    show(again)
    again.begin()
    assert again._draft_hint is not None
    assert "没存完的草稿" in again._draft_hint.text()
    again._act_on_draft("take")
    assert again.record == kept
    assert again.form.values()["name"] == people.name(9)
    fill(again, 9)
    again.form.submit()
    assert session.read().drafts() == []


def test_a_draft_thrown_away_is_gone(form: RecordForm, session: Session) -> None:
    form.begin()
    form.form.set_value("name", people.name(9))
    form.begin()
    form._act_on_draft("drop")
    assert session.read().drafts() == []


def test_a_duplicate_appears_while_typing(form: RecordForm, town: Town, qtbot: QtBot) -> None:
    form.begin()
    form.form.set_value("id_number", people.id_number(2))
    qtbot.waitUntil(lambda: form.suspicions.records == [town.people[1]])
    with qtbot.waitSignal(form.opened) as opened:
        form.suspicions.opened.emit(form.suspicions.records[0])
    assert opened.args == [town.people[1]]


def test_a_stored_duplicate_is_merged(
    form: RecordForm, session: Session, town: Town, qtbot: QtBot
) -> None:
    again = stations.log(session, "person", people.person_values(2, area_group="四组"))
    form.change(again)
    qtbot.waitUntil(lambda: form.suspicions.records == [town.people[1]])
    with qtbot.waitSignal(form.left):
        form.suspicions.merged.emit(town.people[1])
    assert session.read().count("person") == 5


def test_sensitive_values_are_covered_until_lifted(form: RecordForm, town: Town) -> None:
    form.change(town.people[0])
    assert form.form.rows["id_number"].covered
    veil = form.form.rows["id_number"].veil
    assert veil is not None
    assert people.id_number(1) not in veil.text()
    form.form.lift("id_number")
    assert form.form.rows["id_number"].stop is form.form.editor("id_number")
    form.workspace.hidden.emit()
    assert form.form.rows["id_number"].covered


def conflict(session: Session, person: str, replica: str = "f" * 26) -> None:
    """Two laptops write the group of a person, neither knowing of the other."""
    entries = session.read().entries(person)
    other = [e for e in entries if e.set and "area_group" in e.set]
    assert other == []
    session.run(edit(person, {"area_group": "三组"}), "edit person")
    from mengzhan.model.entry import GENESIS, NewEntry, Stamp, make_entry

    stamp = Stamp(
        replica=replica,
        actor="x",
        action="y",
        words="edit person",
        wall="2026-11-23T00:00:00.000Z",
    )
    new = NewEntry(
        op="set",
        kind="person",
        record=person,
        values={"area_group": "五组"},
        seen=[entries[-1].mark],
    )
    entry = make_entry(stamp, new, seq=1, at=f"{stamp.wall}+0000", prev=GENESIS)
    session.merge([entry])


def test_a_conflict_stands_at_its_field_and_one_key_settles_it(
    form: RecordForm, session: Session, town: Town, qtbot: QtBot
) -> None:
    conflict(session, town.people[0])
    assert len(session.read().conflicts()) == 1
    form.change(town.people[0])
    form.focus_first()
    row = form.form.rows["area_group"]
    assert row.editor.value() == "三组"
    QTest.keyClick(row.editor.line, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)  # type: ignore[attr-defined]
    assert row.editor.value() == "五组"
    form.form.submit()
    assert session.read().conflicts() == []
    assert session.read().record("person", town.people[0])["area_group"] == "五组"  # type: ignore[index]


def test_keeping_the_standing_value_settles_too(
    form: RecordForm, session: Session, town: Town, qtbot: QtBot
) -> None:
    conflict(session, town.people[0])
    form.change(town.people[0])
    form.focus_first()
    line = form.form.rows["area_group"].editor.line  # type: ignore[attr-defined]
    QTest.keyClick(line, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    form.form.submit()
    assert session.read().conflicts() == []
    assert session.read().record("person", town.people[0])["area_group"] == "三组"  # type: ignore[index]


def test_the_offices_suggestion_is_one_key_away(
    form: RecordForm, session: Session, town: Town, qtbot: QtBot
) -> None:
    wanted = people.id_number(77)
    verdict = ReceivedVerdict(
        town.people[0], "person", "id_number", "fix", "ID_CHECKSUM", wanted, 1
    )
    session.store.writer.run(lambda c: Exchange(c).put_verdict(verdict))
    form.change(town.people[0])
    form.focus_first()
    veil = form.form.rows["id_number"].veil
    assert veil is not None
    assert veil.hasFocus()
    QTest.keyClick(veil, Qt.Key.Key_F4)
    assert form.form.values()["id_number"] == wanted
    form.form.submit()
    assert session.exchange().verdicts("fix", open_only=True) == []


def test_a_record_needed_by_a_form_comes_back_filled_in(
    workspace: Workspace, town: Town, show: Show, session: Session
) -> None:
    stack = FormStack(workspace)
    show(stack)
    stack.new("follow_up")
    below = stack.current
    assert below is not None
    below.form.set_value("mode", "1")
    below.create_asked.emit("person", "person", "新来的人")
    on_top = stack.current
    assert on_top is not None
    assert stack.layers == 2
    assert on_top.form.values()["name"] == "新来的人"
    fill(on_top, 9)
    on_top.form.submit(then_next=True)
    assert stack.layers == 1
    assert stack.current is below
    assert below.form.values()["person"] == on_top.record
    assert below.form.values()["mode"] == "1"


def test_leaving_the_form_on_top_returns_to_the_one_below(
    workspace: Workspace, town: Town, show: Show
) -> None:
    stack = FormStack(workspace)
    show(stack)
    stack.new("follow_up")
    below = stack.current
    assert below is not None
    below.create_asked.emit("person", "person", "")
    assert stack.current is not None
    stack.current.left.emit()
    assert stack.current is below


def test_a_missing_record_is_not_opened(form: RecordForm) -> None:
    assert not form.change("nobody")
