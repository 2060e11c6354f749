"""A list worked through: each answer is one action, the list follows from the verifications."""

from collections.abc import Sequence

import pytest

from mengzhan.model.entry import Value
from mengzhan.model.problem import UserError
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import NoSuchRecord, Rejected, edit, merge, remove
from mengzhan.rules.strangers import Stranger
from mengzhan.rules.undo import undo
from mengzhan.rules.verifying import (
    VIEWS,
    Finding,
    ListLine,
    make_list,
    read_lines,
    renew_lines,
    standing_lists,
    verify,
    verify_stranger,
)
from mengzhan.store.session import ChangeSet
from tests import people
from tests.store.conftest import Station

UNKNOWN = Stranger("名单上的人", people.id_number(900), people.phone(900))


def persons(station: Station, count: int) -> list[str]:
    return [station.add("person", people.person_values(n)) for n in range(count)]


def new_list(
    station: Station, listed: Sequence[str], strangers: Sequence[Stranger] = (), **more: str
) -> str:
    task = station.session.new_id()
    station.run(make_list("旗里的名单", listed, strangers, record=task, **more))
    return task


def lines(station: Station, task: str) -> list[ListLine]:
    return read_lines(station.session.read(), task)


def views(station: Station, task: str) -> list[str]:
    return [line.view for line in lines(station, task)]


def answer(
    station: Station, person: str, task: str, result: str = "1", **changes: Value
) -> ChangeSet:
    return station.run(verify(person, Finding(result, "1", "其其格", changes), task))


def verifications(station: Station, person: str) -> list[dict[str, object]]:
    reader = station.session.read()
    links = [link for link in reader.links_to(person) if link.kind == "verification"]
    return [reader.record("verification", link.record) or {} for link in links]


def test_nothing_changed_writes_one_record_and_the_line_leaves(station: Station) -> None:
    first, second = persons(station, 2)
    task = new_list(station, [second, first])
    assert [line.key for line in lines(station, task)] == [second, first]
    change = answer(station, first, task)
    assert {kind for kind, _ in change.records} == {"verification"}
    (row,) = verifications(station, first)
    wanted = {
        "person": first,
        "result": "1",
        "day": station.session.today().isoformat(),
        "mode": "1",
        "verifier": "其其格",
        "task": task,
        "batch": "旗里的名单",
        "field_name": None,
        "old_value": None,
    }
    assert {name: row[name] for name in wanted} == wanted
    assert views(station, task) == ["open", "done"]


def test_a_new_number_is_one_action_with_both_values_told(station: Station) -> None:
    (person,) = persons(station, 1)
    task = new_list(station, [person])
    change = answer(station, person, task, "", phone="19900009999")
    assert {kind for kind, _ in change.records} == {"person", "verification"}
    assert station.value(person, "phone") == "19900009999"
    (row,) = verifications(station, person)
    told = [row[name] for name in ("result", "field_name", "old_value", "new_value")]
    assert told == ["2", "电话", people.phone(0), "19900009999"]
    station.run(undo(change.action))
    assert station.value(person, "phone") == people.phone(0)
    assert views(station, task) == ["open"]


def test_several_fields_are_told_together_and_a_state_is_dated(station: Station) -> None:
    (person,) = persons(station, 1)
    task = new_list(station, [person])
    answer(station, person, task, "", employment_status="3", area_group="三组")
    (row,) = verifications(station, person)
    assert row["result"] == "8"
    assert row["field_name"] == "就业状态、组/浩特"
    assert row["new_value"] == "就业状态：灵活就业；组/浩特：三组"
    assert station.value(person, "status_on") == station.session.today().isoformat()


def test_what_stands_like_that_already_is_no_change(station: Station) -> None:
    (person,) = persons(station, 1)
    task = new_list(station, [person])
    with pytest.raises(UserError) as caught:
        answer(station, person, task, "", phone=people.phone(0), address="")
    assert caught.value.code == "NOTHING_CHANGED"
    assert verifications(station, person) == []


def test_a_value_that_the_form_would_refuse_changes_nothing(station: Station) -> None:
    (person,) = persons(station, 1)
    task = new_list(station, [person])
    with pytest.raises(Rejected):
        answer(station, person, task, "", phone="123")
    assert station.value(person, "phone") == people.phone(0)
    assert views(station, task) == ["open"]


def test_the_newest_answer_counts(station: Station) -> None:
    (person,) = persons(station, 1)
    task, other = new_list(station, [person]), new_list(station, [person])
    answer(station, person, task, "9")
    assert views(station, task) == ["pending"]
    change = answer(station, person, task, "7")
    assert views(station, task) == ["done"]
    assert views(station, other) == ["open"], "another list asks for itself"
    station.run(undo(change.action))
    assert views(station, task) == ["pending"]


def test_work_goes_on_where_it_was_after_a_restart(station: Station) -> None:
    listed = persons(station, 3)
    task = new_list(station, listed)
    answer(station, listed[1], task)
    before = lines(station, task)
    station.reopen()
    assert lines(station, task) == before


def test_a_duplicate_is_one_line_with_the_answers_of_both(station: Station) -> None:
    kept, twin, other = persons(station, 3)
    task = new_list(station, [twin, other, kept])
    answer(station, twin, task)
    station.run(merge(twin, kept))
    assert [(line.key, line.view) for line in lines(station, task)] == [
        (kept, "done"),
        (other, "open"),
    ]


def test_who_was_taken_away_is_no_line(station: Station) -> None:
    first, second = persons(station, 2)
    task = new_list(station, [first, second])
    station.run(remove(first))
    assert [line.key for line in lines(station, task)] == [second]


# Strangers --------------------------------------------------------------------------------------


def test_a_stranger_is_answered_without_being_registered(station: Station) -> None:
    task = new_list(station, [], [UNKNOWN])
    (line,) = lines(station, task)
    assert (line.name, line.view) == ("名单上的人", "open")
    station.run(verify_stranger(line.key, Finding("3", "2", "其其格"), task))
    assert [(one.view, one.result) for one in lines(station, task)] == [("done", "3")]


def test_a_stranger_who_is_registered_is_a_person_to_verify(station: Station) -> None:
    task = new_list(station, [], [UNKNOWN])
    station.run(verify_stranger(UNKNOWN.text, Finding("9", "1", "其其格"), task))
    values = people.person_values(900, name="名单上的人", phone="19900007777")
    person = station.add("person", values)
    assert [(line.key, line.view) for line in lines(station, task)] == [(person, "open")]


@pytest.mark.parametrize("phone", ["", people.phone(900)])
@pytest.mark.parametrize(
    ("numbers", "met"), [((900,), True), ((901,), True), ((901, 902), False), ((), False)]
)
def test_without_a_number_whoever_is_registered_since_under_the_name_is_meant(
    station: Station, numbers: tuple[int, ...], met: bool, phone: str
) -> None:
    """The list may hold an old telephone or none; of two who bear the name neither is."""
    task = new_list(station, [], [Stranger("名单上的人", "", phone)])
    for number in numbers:
        station.add("person", people.person_values(number, name="名单上的人"))
    (line,) = lines(station, task)
    assert (line.stranger is None) == met


def test_a_namesake_who_was_there_before_the_list_is_meant_only_with_the_telephone(
    station: Station,
) -> None:
    station.add("person", people.person_values(900, name="名单上的人"))
    named = [Stranger("名单上的人", "", people.phone(n)) for n in (900, 901)]
    task = new_list(station, [], [*named, Stranger("名单上的人")])
    assert [line.stranger for line in lines(station, task)] == [
        None,
        named[1],
        Stranger("名单上的人"),
    ]


def test_a_telephone_written_with_blanks_keeps_its_answer(station: Station) -> None:
    """Lines were once made with the telephone as the workbook had it."""
    task = station.add("task", {"title": "名单", "source": "2", "strangers": "巴图 199 0000 0001"})
    values = {"stranger": "巴图 199 0000 0001", "result": "3", "task": task, "day": "2026-11-20"}
    station.add("verification", values)
    (line,) = lines(station, task)
    assert (line.name, line.view) == ("巴图", "done")


def test_an_erased_person_is_nowhere_on_a_list(station: Station) -> None:
    task = new_list(station, [], [UNKNOWN, Stranger("其其格")])
    station.run(verify_stranger(UNKNOWN.text, Finding("9", "1", "其其格"), task))
    person = station.add("person", people.person_values(900, name="名单上的人"))
    answer(station, person, task, "", phone="19900008888")
    station.run(erase(person))
    assert [line.name for line in lines(station, task)] == ["其其格"]
    reader = station.session.read()
    for record in reader.columns("verification", ("stranger", "old_value", "new_value")):
        told = " ".join(str(value) for value in record.values())
        assert not any(text in told for text in ("名单上的人", UNKNOWN.number, "1990000"))
    assert not list(reader.mentions([UNKNOWN.number]))


# Lists ------------------------------------------------------------------------------------------


def test_a_list_of_nobody_is_refused(station: Station) -> None:
    with pytest.raises(UserError) as caught:
        new_list(station, [])
    assert caught.value.code == "LIST_EMPTY"


def test_lists_stand_by_their_day_until_they_are_done(station: Station) -> None:
    first, second = persons(station, 2)
    own = new_list(station, [first])
    late = new_list(station, [first, second], due_on="2026-12-20")
    soon = new_list(station, [first, second], [UNKNOWN], due_on="2026-11-30", source="2")
    station.add("task", {"title": "报表", "source": "1"})
    answer(station, first, soon)
    answer(station, second, soon, "9")
    found = list(standing_lists(station.session.read()))
    assert [one.task for one in found] == [soon, late, own]
    assert found[0].counts == {"open": 1, "pending": 1, "done": 1}
    assert found[0].total == 3
    station.add("person", people.person_values(900, name=UNKNOWN.name))
    station.run(merge(first, second))
    for one in standing_lists(station.session.read()):
        assert one.counts == {view: views(station, one.task).count(view) for view in VIEWS}
    station.run(remove(second))
    for one in standing_lists(station.session.read()):
        assert one.counts == {view: views(station, one.task).count(view) for view in VIEWS}
    station.run(edit(soon, {"done_on": "2026-11-23"}))
    assert [one.task for one in standing_lists(station.session.read())] == [late, own]


def test_a_task_that_is_not_there(station: Station) -> None:
    with pytest.raises(NoSuchRecord):
        lines(station, "nowhere")


@pytest.mark.parametrize("what", ["answer", "change", "merge", "remove", "add", "task", "undo"])
def test_reading_what_changed_comes_to_the_same_as_reading_all(station: Station, what: str) -> None:
    listed = persons(station, 4)
    task = new_list(station, listed, [UNKNOWN])
    last = answer(station, listed[3], task)
    before = lines(station, task)
    change = {
        "answer": lambda: answer(station, listed[0], task),
        "change": lambda: answer(station, listed[0], task, "", name="改了的名"),
        "merge": lambda: station.run(merge(listed[0], listed[1])),
        "remove": lambda: station.run(remove(listed[0])),
        "add": lambda: station.run(
            edit(listed[0], {"id_number": UNKNOWN.number, "birth_date": None})
        ),
        "task": lambda: station.run(edit(task, {"people": listed[:2]})),
        "undo": lambda: station.run(undo(last.action)),
    }[what]()
    after = lines(station, task)
    assert after != before
    assert renew_lines(station.session.read(), task, before, change.records) == after


def test_the_birth_date_follows_the_number_where_it_came_from_it(station: Station) -> None:
    followed, kept = persons(station, 2)
    station.run(edit(kept, {"birth_date": "1970-01-01"}))
    task = new_list(station, [followed, kept])
    for person, number in ((followed, 40), (kept, 41)):
        answer(station, person, task, "", id_number=people.id_number(number))
    assert station.value(followed, "birth_date") == people.birth_date(40).isoformat()
    assert station.value(kept, "birth_date") == "1970-01-01", "somebody typed it otherwise"
    (row,) = verifications(station, followed)
    assert row["field_name"] == "证件号"
