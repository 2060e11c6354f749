"""Undo and redo of any action, field by field."""

import pytest

from mengzhan.model.entry import Entry, NewEntry, Stamp, Value, make_entry
from mengzhan.model.problem import UserError
from mengzhan.model.progress import Cancelled, Progress
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import add, edit, log_visit, merge, move, remove, settle, together
from mengzhan.rules.undo import WHOLE, next_redo, next_undo, plan_undo, undo
from tests.people import (
    employer_values,
    follow_up_values,
    person_values,
    phone,
    vacancy_values,
    visit_values,
)
from tests.store.conftest import Station


def nothing_to_undo(station: Station, action: str) -> bool:
    """Try to undo; nothing may have been written."""
    with pytest.raises(UserError) as caught:
        station.run(undo(action))
    return caught.value.code == "UNDO_NOTHING"


def left(station: Station, action: str) -> set[tuple[str, str, str]]:
    plan = plan_undo(station.session.read(), action)
    return {(item.record, item.field, item.reason) for item in plan.left}


def foreign(record: str, values: dict[str, Value], seen: list[str], at: str = "02") -> Entry:
    stamp = Stamp(replica="f" * 32, actor="x", action="x", words="edit", wall="")
    new = NewEntry(op="set", kind="person", record=record, values=values, seen=seen)
    return make_entry(stamp, new, seq=1, at=f"2026-11-23T{at}:00:00.000Z+0000", prev="0" * 64)


def test_an_edit_is_taken_back_field_by_field(station: Station) -> None:
    person = station.add("person", person_values(1, note="甲"))
    action = station.run(edit(person, {"phone": phone(2), "note": "乙", "skills": "剪羊毛"})).action
    station.run(edit(person, {"note": "丙"}))
    assert left(station, action) == {(person, "note", "changed")}
    (entry,) = station.run(undo(action)).entries
    assert entry.set == {"phone": phone(1), "skills": None}
    assert station.value(person, "note") == "丙"
    station.run(undo(action, {(person, "note")}))
    assert station.value(person, "note") == "甲"


def test_undo_works_after_the_computer_was_off(station: Station) -> None:
    person = station.add("person", person_values(1))
    action = station.run(edit(person, {"phone": phone(2)})).action
    station.reopen()
    station.run(undo(action))
    assert station.value(person, "phone") == phone(1)


def test_undo_appends_and_removes_nothing(station: Station) -> None:
    person = station.add("person", person_values(1))
    action = station.run(edit(person, {"phone": phone(2)})).action
    before = station.session.read().entries(person)
    station.run(undo(action))
    after = station.session.read().entries(person)
    assert after[: len(before)] == before
    assert len(after) == len(before) + 1


def test_undo_and_redo_as_often_as_one_likes(station: Station) -> None:
    person = station.add("person", person_values(1))
    action = station.run(edit(person, {"phone": phone(2)})).action
    for expected in [phone(1), phone(2)] * 3:
        action = station.run(undo(action)).action
        assert station.value(person, "phone") == expected


def test_a_creation_is_undone_and_redone_as_often_as_one_likes(station: Station) -> None:
    change = station.run(add("person", person_values(1)))
    action = change.action
    for expected in [0, 1] * 3:
        action = station.run(undo(action)).action
        assert station.session.read().count("person") == expected
        assert len(station.session.read().search(phone(1))) == expected


def test_a_creation_that_was_redone_can_be_undone_by_its_own_name(station: Station) -> None:
    creation = station.run(add("person", person_values(1))).action
    station.run(undo(station.run(undo(creation)).action))
    assert left(station, creation) == set()
    station.run(undo(creation))
    assert station.session.read().count("person") == 0


def test_what_is_undone_already_cannot_be_undone_again(station: Station) -> None:
    person = station.add("person", person_values(1))
    action = station.run(edit(person, {"phone": phone(2)})).action
    station.run(undo(action))
    assert nothing_to_undo(station, action)
    assert nothing_to_undo(station, "no such action")


def test_an_import_of_a_hundred_is_taken_back_but_for_five(station: Station) -> None:
    rows = [add("person", person_values(n)) for n in range(100)]
    change = station.run(together(*rows), "import person")
    records = [entry.record for entry in change.entries]
    edited = records[10:15]
    for record in edited:
        station.run(edit(record, {"note": "后来改的"}))
    assert left(station, change.action) == {(record, WHOLE, "changed") for record in edited}

    taken = station.run(undo(change.action), "undo import")
    assert len(taken.records) == 95
    reader = station.session.read()
    assert {row["id"] for row in reader.rows("person", reader.ids("person"))} == set(edited)

    chosen = {(record, WHOLE) for record in edited[:2]}
    assert len(station.run(undo(change.action, chosen)).records) == 2
    assert station.session.read().count("person") == 3
    assert left(station, change.action) == {(record, WHOLE, "changed") for record in edited[2:]}
    assert nothing_to_undo(station, change.action)

    station.run(undo(taken.action), "redo import")
    assert station.session.read().count("person") == 98


def test_what_refers_to_a_created_record_is_listed_first(station: Station) -> None:
    change = station.run(add("person", person_values(1)))
    ((_, person),) = change.records
    visit = station.add("follow_up", follow_up_values(person))
    plan = plan_undo(station.session.read(), change.action)
    (item,) = plan.left
    assert (item.record, item.field, item.reason) == (person, WHOLE, "linked")
    assert [(link.kind, link.record, link.field) for link in item.links] == [
        ("follow_up", visit, "person")
    ]
    assert nothing_to_undo(station, change.action)
    station.run(undo(change.action, {(person, WHOLE)}))
    assert station.state(person).deleted
    assert not station.state(visit).deleted


def test_a_record_into_which_others_were_merged_is_not_taken_away_silently(
    station: Station,
) -> None:
    change = station.run(add("person", person_values(1)))
    ((_, keep),) = change.records
    double = station.add("person", person_values(2))
    station.run(merge(double, keep))
    plan = plan_undo(station.session.read(), change.action)
    assert [(item.record, item.reason) for item in plan.left] == [(keep, "linked")]
    assert [link.record for link in plan.left[0].links] == [double]


def test_what_one_action_made_together_goes_together(station: Station) -> None:
    employer = station.add("employer", employer_values(1))
    change = station.run(log_visit(visit_values(employer), [vacancy_values(employer)]))
    station.run(undo(change.action))
    assert station.session.read().count("visit") == 0
    assert station.session.read().count("vacancy") == 0
    assert station.session.read().count("employer") == 1


@pytest.mark.parametrize("operation", ["merge", "move", "remove"])
def test_merging_moving_and_removing_are_undone_like_any_edit(
    station: Station, operation: str
) -> None:
    person, other = (station.add("person", person_values(n)) for n in (1, 2))
    todo = {"merge": merge(person, other), "move": move(person, "15"), "remove": remove(person)}
    before = station.session.read().record("person", person)
    change = station.run(todo[operation])
    station.run(undo(change.action))
    after = station.session.read().record("person", person)
    assert before is not None
    assert after is not None
    assert {**after, "changed": ""} == {**before, "changed": ""}
    assert station.session.read().count("person") == 2
    assert len(station.session.read().search(phone(1))) == 1


def test_undoing_a_settlement_does_not_choose_again_by_itself(station: Station) -> None:
    person = station.add("person", person_values(1))
    heads = station.state(person).heads
    station.run(edit(person, {"phone": phone(2)}))
    station.session.merge([foreign(person, {"phone": phone(3)}, heads)])
    action = station.run(settle(person, "phone", phone(2))).action
    assert station.session.read().conflicts() == []
    assert left(station, action) == {(person, "phone", "conflict")}
    assert nothing_to_undo(station, action)
    assert station.value(person, "phone") == phone(2)


def test_undo_never_settles_a_conflict_of_another_field(station: Station) -> None:
    person = station.add("person", person_values(1))
    heads = station.state(person).heads
    station.run(edit(person, {"phone": phone(2)}))
    station.session.merge([foreign(person, {"phone": phone(3)}, heads)])
    action = station.run(edit(person, {"note": "来过"})).action
    station.run(undo(action))
    assert station.session.read().conflicts() == [("person", person, "phone")]


def test_undo_does_not_touch_the_erased(station: Station) -> None:
    change = station.run(together(add("person", person_values(1)), add("person", person_values(2))))
    one, other = (entry.record for entry in change.entries)
    gone = station.run(erase(one))
    station.run(undo(change.action))
    assert station.state(one).erased
    assert station.state(one).values.get("name") is None
    assert station.state(other).deleted
    assert nothing_to_undo(station, gone.action)


def test_an_edit_of_a_record_whose_beginning_is_not_here_is_no_creation(station: Station) -> None:
    late = foreign("p1", {"phone": phone(2)}, ["0123456789abcdef"])
    station.session.merge([late])
    plan = plan_undo(station.session.read(), "x")
    assert [change.values for change in plan.changes] == [{"phone": None}]


def test_undo_of_a_foreign_action_is_an_entry_of_ones_own(station: Station) -> None:
    station.session.merge([foreign("p1", person_values(1), [])])
    (entry,) = station.run(undo("x")).entries
    assert entry.replica == station.session.replica
    assert entry.set == {"deleted": True}


def test_a_draft_of_vacancy_values_is_left_alone_by_undo_of_its_employer(station: Station) -> None:
    change = station.run(add("employer", employer_values(1)))
    ((_, employer),) = change.records
    station.add("vacancy", vacancy_values(employer))
    assert left(station, change.action) == {(employer, WHOLE, "linked")}


def test_undo_takes_the_newest_that_still_stands(station: Station) -> None:
    person = station.add("person", person_values(1))
    reader, replica = station.session.read(), station.session.replica
    changed = station.run(edit(person, {"area_group": "三组"}), "edit person")
    assert next_undo(reader, replica) == changed.action
    assert next_redo(reader, replica) == ""
    undone = station.run(undo(changed.action), "undo")
    assert next_redo(reader, replica) == undone.action
    assert next_undo(reader, replica) != changed.action
    redone = station.run(undo(undone.action), "redo")
    assert next_undo(reader, replica) == redone.action
    assert next_redo(reader, replica) == ""


def test_looking_for_what_was_changed_since_can_be_stopped(station: Station) -> None:
    person = station.add("person", person_values(1))
    action = station.run(edit(person, {"phone": phone(2)})).action
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        plan_undo(station.session.read(), action, progress=progress)
    with pytest.raises(Cancelled):
        station.run(undo(action, progress=progress))
    assert station.value(person, "phone") == phone(2)
