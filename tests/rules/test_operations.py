"""What a user does with records, run against a real station."""

import pytest

from mengzhan.model.entry import Entry, NewEntry, Stamp, Value, make_entry
from mengzhan.model.problem import UserError
from mengzhan.rules.operations import (
    NoSuchRecord,
    Rejected,
    add,
    edit,
    kept,
    log_visit,
    merge,
    move,
    present,
    remove,
    settle,
    together,
)
from mengzhan.store.ledger import Ledger
from tests.people import (
    employer_values,
    follow_up_values,
    name,
    person_values,
    phone,
    vacancy_values,
    visit_values,
)
from tests.store.conftest import Station


def foreign(station: Station, record: str, values: dict[str, Value], *, seen: list[str]) -> Entry:
    """An entry of another laptop about a record of this station."""
    stamp = Stamp(replica="f" * 32, actor="x", action="x", words="edit", wall="")
    new = NewEntry(op="set", kind="person", record=record, values=values, seen=seen)
    head = station.session.read().journal.head("f" * 32)
    at = f"2026-11-23T02:00:00.{head.seq:03}Z+0000"
    return make_entry(stamp, new, seq=head.seq + 1, at=at, prev=head.hash)


def conflict(station: Station) -> str:
    """Make a person whose telephone was changed on two laptops at once."""
    person = station.add("person", person_values(1))
    heads = station.state(person).heads
    station.run(edit(person, {"phone": phone(11)}))
    station.session.merge([foreign(station, person, {"phone": phone(12)}, seen=heads)])
    assert station.session.read().conflicts() == [("person", person, "phone")]
    return person


def test_adding_writes_what_was_filled_in_and_the_station(station: Station) -> None:
    change = station.run(add("person", person_values(1, note="", skills=None, licences=[])))
    (entry,) = change.entries
    assert entry.set == person_values(1) | {"station": "150102001001"}
    assert entry.seen == []
    assert change.kinds == {"person"}


def test_adding_checks_what_is_required(station: Station) -> None:
    with pytest.raises(Rejected) as caught:
        station.run(add("person", {"name": name(1)}))
    assert {problem.field for problem in caught.value.problems} == {
        "id_number",
        "phone",
        "residence",
        "key_groups",
        "employment_status",
        "consent",
    }
    assert str(caught.value) == "还有 6 处要改，先看标红的一项。"
    assert name(1) not in repr(caught.value)
    assert station.session.read().count("person") == 0


def test_a_warning_does_not_stop_anybody(station: Station) -> None:
    employer = station.add("employer", employer_values(1))
    station.add("vacancy", vacancy_values(employer, wage_min=None, wage_max=None))
    assert station.session.read().count("vacancy") == 1


def test_an_edit_writes_only_what_changed(station: Station) -> None:
    person = station.add("person", person_values(1))
    change = station.run(edit(person, {**person_values(1), "phone": phone(2), "note": ""}))
    (entry,) = change.entries
    assert entry.set == {"phone": phone(2)}
    assert len(entry.seen) == 1


def test_what_was_taken_away_is_not_edited_but_can_be_brought_back(station: Station) -> None:
    record = station.add("person", person_values(1))
    station.run(remove(record))
    with pytest.raises(NoSuchRecord):
        station.run(edit(record, {"note": "新"}))
    station.run(edit(record, {"note": "新", "deleted": None}))
    assert (station.session.read().record("person", record) or {})["note"] == "新"


def test_an_edit_that_changes_nothing_writes_nothing(station: Station) -> None:
    person = station.add("person", person_values(1))
    assert station.run(edit(person, person_values(1))).entries == ()
    assert station.run(edit(person, {"note": "", "licences": []})).entries == ()
    assert len(station.session.read().entries(person)) == 1


def test_an_emptied_field_has_no_value(station: Station) -> None:
    person = station.add("person", person_values(1, note="来过", licences=["A1"]))
    station.run(edit(person, {"note": "", "licences": []}))
    assert station.value(person, "note") is None
    assert station.value(person, "licences") is None


@pytest.mark.parametrize("nothing", [None, ""])
def test_an_edit_cannot_empty_a_required_field(station: Station, nothing: Value) -> None:
    person = station.add("person", person_values(1))
    with pytest.raises(Rejected) as caught:
        station.run(edit(person, {"phone": nothing}))
    assert [(p.field, p.code) for p in caught.value.problems] == [("phone", "REQUIRED")]


def test_an_edit_answers_only_for_what_it_changes(station: Station) -> None:
    # As from an import of a superior's list: names and numbers only.
    entry = foreign(station, "old", {"name": name(1), "employment_status": "88"}, seen=[])
    station.session.merge([entry])
    station.run(edit("old", {"note": "来过"}))
    assert station.value("old", "note") == "来过"
    with pytest.raises(Rejected):
        station.run(edit("old", {"phone": "1990000"}))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"wage_min": 500_000}, "WAGE_ORDER"),
        ({"wage_max": 300_000}, "WAGE_ORDER"),
        ({"valid_until": "2026-11-01"}, "DATE_ORDER"),
    ],
)
def test_an_edit_may_not_set_two_fields_against_each_other(
    station: Station, change: dict[str, Value], code: str
) -> None:
    vacancy = station.add("vacancy", vacancy_values(station.add("employer", employer_values(1))))
    with pytest.raises(Rejected) as caught:
        station.run(edit(vacancy, change))
    assert [p.code for p in caught.value.problems] == [code]


def test_a_result_cannot_become_success_without_a_day(station: Station) -> None:
    person = station.add("person", person_values(1))
    vacancy = station.add("vacancy", vacancy_values(station.add("employer", employer_values(1))))
    values: dict[str, Value] = {"person": person, "vacancy": vacancy, "day": "2026-11-20"}
    referral = station.add("referral", values)
    with pytest.raises(Rejected):
        station.run(edit(referral, {"result": "2"}))
    station.run(edit(referral, {"result": "2", "arrived_on": "2026-11-22"}))
    assert station.value(referral, "result") == "2"


def test_nothing_can_be_done_with_what_is_not_there(station: Station) -> None:
    for operation in (edit("no", {"note": "x"}), remove("no"), move("no", "1"), merge("no", "no2")):
        with pytest.raises(NoSuchRecord, match="不存在或已被删除"):
            station.run(operation)


def test_removing_writes_a_tombstone_once(station: Station) -> None:
    person = station.add("person", person_values(1))
    station.run(remove(person))
    assert station.state(person).deleted
    assert station.session.read().count("person") == 0
    assert station.run(remove(person)).entries == ()


def test_settling_confirms_the_winner_or_picks_the_loser(station: Station) -> None:
    person = conflict(station)
    winner = station.value(person, "phone")
    station.run(settle(person, "phone", winner))
    assert station.session.read().conflicts() == []
    assert station.value(person, "phone") == winner

    other = conflict_again(station, person)
    station.run(settle(person, "phone", other))
    assert station.session.read().conflicts() == []
    assert station.value(person, "phone") == other


def conflict_again(station: Station, person: str) -> Value:
    heads = station.state(person).heads
    station.run(edit(person, {"phone": phone(13)}))
    station.session.merge([foreign(station, person, {"phone": phone(14)}, seen=heads)])
    (rivals,) = station.state(person).rivals.values()
    loser = rivals[1].set
    assert loser is not None
    return loser["phone"]


def test_settling_what_is_no_conflict_does_nothing(station: Station) -> None:
    person = station.add("person", person_values(1))
    assert station.run(settle(person, "phone", phone(9))).entries == ()


def test_an_edit_of_another_field_leaves_the_conflict_in_the_queue(station: Station) -> None:
    person = conflict(station)
    station.run(edit(person, {"note": "来过"}))
    assert station.session.read().conflicts() == [("person", person, "phone")]
    station.run(edit(person, {"phone": station.value(person, "phone")}))
    assert station.session.read().conflicts() == []


def test_notes_settle_by_time_without_anybody(station: Station) -> None:
    person = station.add("person", person_values(1))
    heads = station.state(person).heads
    station.run(edit(person, {"note": "甲"}))
    station.session.merge([foreign(station, person, {"note": "乙"}, seen=heads)])
    assert station.session.read().conflicts() == []
    assert station.value(person, "note") in {"甲", "乙"}
    assert len(station.state(person).rivals["note"]) == 2


def test_a_duplicate_follows_the_record_that_is_kept(station: Station) -> None:
    keep, double, third = (station.add("person", person_values(n)) for n in (1, 2, 3))
    visit = station.add("follow_up", follow_up_values(double))
    station.run(merge(double, keep))
    reader = station.session.read()
    assert [row["id"] for row in reader.rows("person", reader.ids("person"))] == [third, keep]
    assert kept(reader, double) == keep
    assert (visit, "person") in {(link.record, link.field) for link in reader.links_to(keep)}
    assert (double, "same_as") in {(link.record, link.field) for link in reader.links_to(keep)}
    station.run(merge(third, double))
    assert station.value(third, "same_as") == keep
    assert station.session.read().count("person") == 1


def test_what_cannot_be_merged(station: Station) -> None:
    person = station.add("person", person_values(1))
    double = station.add("person", person_values(2))
    employer = station.add("employer", employer_values(1))
    station.run(merge(double, person))
    for one, other in ((person, person), (person, double), (person, employer)):
        with pytest.raises(UserError) as caught:
            station.run(merge(one, other))
        assert caught.value.code == "MERGE_IMPOSSIBLE"


def test_moving_changes_the_responsible_station_and_nothing_else(station: Station) -> None:
    person = station.add("person", person_values(1))
    (entry,) = station.run(move(person, "150102001002")).entries
    assert entry.set == {"station": "150102001002"}
    assert station.run(move(person, "150102001002")).entries == ()


def test_several_operations_are_one_action(station: Station) -> None:
    change = station.run(together(add("person", person_values(1)), add("person", person_values(2))))
    assert len(change.entries) == 2
    assert len({entry.action for entry in change.entries}) == 1
    assert [entry.seq for entry in change.entries] == [1, 2]


def test_of_several_operations_all_or_none_happen(station: Station) -> None:
    with pytest.raises(Rejected):
        station.run(together(add("person", person_values(1)), add("person", {"name": "x"})))
    assert station.session.read().count("person") == 0
    assert list(station.session.read().journal.all()) == []


def test_a_visit_yields_vacancies_without_typing_again(station: Station) -> None:
    employer = station.add("employer", employer_values(1))
    shared = ("employer", "source", "registered_on")
    vacancy = {n: v for n, v in vacancy_values(employer).items() if n not in shared}
    change = station.run(log_visit(visit_values(employer), [vacancy, {**vacancy, "title": "羊倌"}]))
    assert len({entry.action for entry in change.entries}) == 1
    visit = next(record for kind, record in change.records if kind == "visit")
    reader = station.session.read()
    vacancies = reader.rows("vacancy", reader.ids("vacancy"))
    assert {row["title"] for row in vacancies} == {"挤奶工", "羊倌"}
    for row in vacancies:
        assert row["employer"] == employer
        assert row["registered_on"] == "2026-11-20"
        assert row["source"] == "2"
        assert row["visit"] == visit


def test_a_wrong_vacancy_stops_the_whole_visit(station: Station) -> None:
    employer = station.add("employer", employer_values(1))
    with pytest.raises(Rejected):
        station.run(log_visit(visit_values(employer), [{"title": "羊倌"}]))
    assert station.session.read().count("visit") == 0


def test_present_knows_erased_and_missing(station: Station) -> None:
    person = station.add("person", person_values(1))
    assert present(station.session.read(), person).record == person
    with pytest.raises(NoSuchRecord):
        present(station.session.read(), "nobody")


def take_in(station: Station, entry: Entry) -> None:
    """Take in an entry as it is, without what a session does after a merge."""
    session = station.session
    session.store.writer.run(lambda c: Ledger(c, session.catalogue).merge([entry]))


def double_merge(station: Station) -> tuple[str, str, Entry]:
    """Merge one into the other here, while another laptop merged the other into the one."""
    one, other = sorted(station.add("person", person_values(n)) for n in (1, 2))
    heads = station.state(one).heads
    station.run(merge(other, one))
    return one, other, foreign(station, one, {"same_as": other}, seen=heads)


def test_two_merges_in_opposite_directions_do_not_hide_both(station: Station) -> None:
    one, other, theirs = double_merge(station)
    station.session.merge([theirs])
    reader = station.session.read()
    assert [row["id"] for row in reader.rows("person", reader.ids("person"))] == [one]
    assert kept(reader, one) == kept(reader, other) == one
    assert reader.search(phone(1)) or reader.search(phone(2))
    station.session.merge([theirs])
    assert station.session.read().count("person") == 1


def test_a_circle_is_left_by_the_same_door_from_anywhere(station: Station) -> None:
    one, other, theirs = double_merge(station)
    take_in(station, theirs)
    take_in(station, foreign(station, "0" * 36, {"same_as": other}, seen=[]))
    reader = station.session.read()
    assert {kept(reader, record) for record in (one, other, "0" * 36)} == {one}


def test_a_status_that_is_changed_alone_holds_since_today(station: Station) -> None:
    person = station.add("person", person_values(1, status_on="2026-10-01"))
    station.run(edit(person, {"note": "改"}))
    assert station.value(person, "status_on") == "2026-10-01"
    station.run(edit(person, {"employment_status": "2"}))
    assert station.value(person, "status_on") == "2026-11-23"
    station.run(edit(person, {"employment_status": "3", "status_on": "2026-11-20"}))
    assert station.value(person, "status_on") == "2026-11-20"
