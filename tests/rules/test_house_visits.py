"""Lines of a visit sheet: which records an answer becomes, and what putting it right does."""

from dataclasses import replace

import pytest

from mengzhan.rules.house_visits import (
    HouseVisit,
    KeyedLine,
    VisitRecords,
    house_visit_of,
    record_house_visits,
)
from mengzhan.rules.operations import edit
from mengzhan.rules.reader import Change
from mengzhan.rules.undo import undo
from tests import people
from tests.store.conftest import Station

DAY = "2026-11-20"
NEW_PHONE = people.phone(900)
FULL = HouseVisit(
    day=DAY,
    outcome="F1",
    willing="1",
    trade="6-18-02-04",
    business="2",
    phone=NEW_PHONE,
    note="冬天能干",
    next_on="2026-12-20",
)


@pytest.fixture
def person(station: Station) -> str:
    return station.add("person", people.person_values(1, phone=people.phone(1)))


@pytest.fixture
def records(station: Station) -> VisitRecords:
    return VisitRecords.made(station.session.new_id)


def record(station: Station, person: str, visit: HouseVisit, records: VisitRecords) -> str:
    """Write one line and return the action."""
    return station.run(record_house_visits([KeyedLine(person, visit, records)], "其其格")).action


def shown(station: Station, kind: str) -> list[dict[str, object]]:
    reader = station.session.read()
    return [
        {name: row[name] for name in row if row[name] not in (None, [])}
        for row in reader.rows(kind, reader.ids(kind))
    ]


def test_a_full_line_becomes_its_records_in_one_action(
    station: Station, person: str, records: VisitRecords
) -> None:
    action = record(station, person, FULL, records)
    (follow_up,) = shown(station, "follow_up")
    assert {
        "person": person,
        "day": DAY,
        "mode": "2",
        "outcome": "F1",
        "note": "冬天能干",
        "next_on": "2026-12-20",
    }.items() <= follow_up.items()
    (intent,) = shown(station, "training_intent")
    assert {
        "person": person,
        "day": DAY,
        "willing": "1",
        "trades": ["6-18-02-04"],
        "start_business": "2",
    }.items() <= intent.items()
    (verified,) = shown(station, "verification")
    assert {
        "person": person,
        "day": DAY,
        "result": "2",
        "field_name": "电话",
        "old_value": people.phone(1),
        "new_value": NEW_PHONE,
        "verifier": "其其格",
    }.items() <= verified.items()
    assert station.value(person, "phone") == NEW_PHONE
    assert len(station.session.read().action_records(action)) == 4
    assert house_visit_of(station.session.read(), records) == FULL


def test_a_bare_outcome_is_a_follow_up_and_nothing_else(
    station: Station, person: str, records: VisitRecords
) -> None:
    visit = HouseVisit(day=DAY, outcome="F2")
    record(station, person, visit, records)
    assert len(shown(station, "follow_up")) == 1
    assert shown(station, "training_intent") == shown(station, "verification") == []
    assert house_visit_of(station.session.read(), records) == visit


def test_one_action_is_taken_back_as_one_and_may_be_keyed_again(
    station: Station, person: str, records: VisitRecords
) -> None:
    action = record(station, person, FULL, records)
    station.run(undo(action))
    assert house_visit_of(station.session.read(), records).is_empty
    assert station.value(person, "phone") == people.phone(1)
    record(station, person, FULL, records)
    assert len(shown(station, "follow_up")) == len(shown(station, "verification")) == 1
    assert station.value(person, "phone") == NEW_PHONE


def test_keying_the_same_again_changes_nothing(
    station: Station, person: str, records: VisitRecords
) -> None:
    record(station, person, FULL, records)
    again = record(station, person, FULL, records)
    assert station.session.read().action_records(again) == []


def test_putting_right_changes_the_same_records(
    station: Station, person: str, records: VisitRecords
) -> None:
    record(station, person, FULL, records)
    other = people.phone(901)
    right = replace(FULL, outcome="F5", phone=other, trade="", note="")
    record(station, person, right, records)
    assert house_visit_of(station.session.read(), records) == right
    assert station.value(person, "phone") == other
    (verified,) = shown(station, "verification")
    assert verified["old_value"] == people.phone(1)


def test_an_answer_that_is_taken_back_takes_its_record_with_it(
    station: Station, person: str, records: VisitRecords
) -> None:
    record(station, person, FULL, records)
    record(station, person, HouseVisit(day=DAY, outcome="F1"), records)
    assert shown(station, "training_intent") == shown(station, "verification") == []
    assert station.value(person, "phone") == people.phone(1)
    record(station, person, HouseVisit(day=DAY), records)
    assert shown(station, "follow_up") == []


def test_a_telephone_that_was_changed_since_stays(
    station: Station, person: str, records: VisitRecords
) -> None:
    record(station, person, FULL, records)
    station.run(edit(person, {"phone": people.phone(902)}))
    record(station, person, HouseVisit(day=DAY, outcome="F1"), records)
    assert station.value(person, "phone") == people.phone(902)


def test_a_telephone_that_came_since_outlives_a_note_on_the_line(
    station: Station, person: str, records: VisitRecords
) -> None:
    record(station, person, FULL, records)
    station.run(edit(person, {"phone": people.phone(902)}))
    line = house_visit_of(station.session.read(), records)
    record(station, person, replace(line, note="补一句"), records)
    assert station.value(person, "phone") == people.phone(902)
    assert station.value(records.follow_up, "note") == "补一句"


def test_the_first_telephone_of_somebody_without_any_stays_verified(
    station: Station, person: str, records: VisitRecords
) -> None:
    # as other programs' packages and old workbooks may have it
    station.run(lambda _reader, _desk: [Change("person", person, {"phone": None})])
    record(station, person, FULL, records)
    record(station, person, replace(FULL, note="补一句"), records)
    (verified,) = shown(station, "verification")
    assert (verified["new_value"], "old_value" in verified) == (NEW_PHONE, False)
    assert station.value(person, "phone") == NEW_PHONE


@pytest.mark.parametrize("outcome", ["FB", "F1"])
def test_what_verification_found_out_elsewhere_stays(
    station: Station, person: str, records: VisitRecords, outcome: str
) -> None:
    record(station, person, HouseVisit(day=DAY, outcome="FB"), records)
    found = {"result": "2", "field_name": "住址", "old_value": "一组", "new_value": "二组"}
    station.run(edit(records.verification, found))
    line = house_visit_of(station.session.read(), records)
    assert line.phone == ""
    record(station, person, replace(line, outcome=outcome, note="补一句"), records)
    (verified,) = shown(station, "verification")
    assert found.items() <= verified.items()
    assert station.value(person, "phone") == people.phone(1)


def test_the_known_telephone_written_once_more_is_no_change(
    station: Station, person: str, records: VisitRecords
) -> None:
    record(station, person, HouseVisit(day=DAY, outcome="F1", phone=people.phone(1)), records)
    assert shown(station, "verification") == []


def test_wrong_data_is_handed_over_to_verification(
    station: Station, person: str, records: VisitRecords
) -> None:
    record(station, person, HouseVisit(day=DAY, outcome="FB"), records)
    (verified,) = shown(station, "verification")
    assert (verified["person"], verified["result"]) == (person, "9")


def test_who_was_not_met_again_is_counted(
    station: Station, person: str, records: VisitRecords
) -> None:
    for day in ("2026-11-01", "2026-11-10"):
        values = people.follow_up_values(person, day=day, outcome="F9")
        station.add("follow_up", values)
    missed = HouseVisit(day=DAY, outcome="F9")
    record(station, person, missed, records)
    assert station.value(records.follow_up, "missed") == 3
    # its own record is no earlier one
    record(station, person, replace(missed, note="锁着门"), records)
    assert station.value(records.follow_up, "missed") == 3


def test_trades_that_a_form_added_are_kept(
    station: Station, person: str, records: VisitRecords
) -> None:
    record(station, person, FULL, records)
    both: list[str] = ["6-18-02-04", "4-01-06-02"]
    station.run(edit(records.training_intent, {"trades": both}))
    record(station, person, replace(FULL, willing="3"), records)
    assert station.value(records.training_intent, "trades") == both


@pytest.mark.parametrize(
    ("visit", "missing"),
    [
        (HouseVisit(), ""),
        (HouseVisit(day=DAY), ""),
        (HouseVisit(day=DAY, note="没人"), "outcome"),
        (HouseVisit(day=DAY, outcome="F1"), ""),
        (HouseVisit(day=DAY, outcome="F1", business="1"), "willing"),
        (HouseVisit(day=DAY, outcome="F1", trade="6-18-02-04"), "willing"),
    ],
)
def test_what_a_line_lacks_is_named(visit: HouseVisit, missing: str) -> None:
    assert visit.asks_for == missing
