"""Who should be looked at again, and why: each rule with somebody it finds and somebody it does
not, on 23 November 2026."""

from collections.abc import Iterator
from datetime import date

import pytest

from mengzhan.model.entry import Value
from mengzhan.model.resources import replace_tables, shipped_table
from mengzhan.rules.cleaning import (
    BAD_ID,
    LONG,
    LOST,
    NO_PHONE,
    OVER_AGE,
    RULES,
    STALE,
    hints_about,
    people_to_verify,
    read_book,
    renew_book,
    rule_called,
)
from mengzhan.rules.operations import add, edit, merge, remove
from mengzhan.rules.reader import Change
from tests.people import OTHER_VILLAGE, follow_up_values, person_values
from tests.store.conftest import Station

TODAY = date(2026, 11, 23)
FRESH: dict[str, Value] = {"registered_on": "2026-11-01", "birth_date": "1990-05-17", "sex": "1"}


def found(station: Station, name: str, months: int | None = None) -> list[str]:
    rule = rule_called(name)
    assert rule is not None
    session = station.session
    return people_to_verify(session.read(), rule, session.place.code, TODAY, months)


def person(station: Station, number: int = 1, **more: Value) -> str:
    return station.add("person", person_values(number, **(FRESH | more)))


def reasons(station: Station, record: str) -> list[str]:
    reader = station.session.read()
    row = reader.record("person", record)
    assert row is not None
    return [str(hint) for hint in hints_about(row, read_book(reader, TODAY))]


def verification(station: Station, record: str, day: str) -> str:
    return station.add("verification", {"person": record, "result": "1", "day": day})


def test_of_a_sound_fresh_registration_there_is_nothing_to_say(station: Station) -> None:
    record = person(station)
    assert reasons(station, record) == []
    assert [found(station, rule.name) for rule in RULES] == [[]] * len(RULES)


@pytest.mark.parametrize(
    ("began", "ended", "hint"),
    [
        ("2026-05-23", None, "登记失业 6 个月"),
        ("2026-05-24", None, ""),
        ("2024-02-29", None, "登记失业 32 个月"),
        ("2025-01-10", "2026-03-01", ""),
        ("2026-02-01", "2026-01-01", "登记失业 9 个月"),
        (None, None, ""),
    ],
)
def test_over_six_months_on_the_books(
    station: Station, began: str | None, ended: str | None, hint: str
) -> None:
    record = person(station)
    values = {"unemployed_on": began, "deregistered_on": ended, "deregister_reason": "X01"}
    station.run(lambda _reader, _desk: [Change("person", record, values)])
    assert reasons(station, record) == ([hint] if hint else [])
    assert found(station, LONG) == ([record] if hint else [])


@pytest.mark.parametrize(
    ("born", "sex", "status", "hint"),
    [
        ("1966-03-31", "1", "1", "可能已到领养老金的年龄（2026-07）"),
        ("1966-10-01", "1", "1", ""),
        ("1975-03-01", "2", "1", "可能已到领养老金的年龄（2025-05）"),
        ("1985-03-01", "2", "1", ""),
        ("1950-03-01", "1", "A", ""),
        (None, "1", "1", ""),
    ],
)
def test_over_pension_age_is_a_hint(
    station: Station, born: str | None, sex: str, status: str, hint: str
) -> None:
    record = person(station, birth_date=born, sex=sex, employment_status=status)
    assert reasons(station, record) == ([hint] if hint else [])
    assert found(station, OVER_AGE) == ([record] if hint else [])


def test_no_phone_and_a_broken_number(station: Station) -> None:
    record = person(station)
    broken = person_values(2)["id_number"]
    values: dict[str, Value] = {"phone": None, "id_number": f"{str(broken)[:-1]}?"}
    station.run(lambda _reader, _desk: [Change("person", record, values)])
    assert reasons(station, record) == ["没有电话", "证件号不对或要核对"]
    assert found(station, NO_PHONE) == found(station, BAD_ID) == [record]
    station.run(lambda _reader, _desk: [Change("person", record, {"id_number": None})])
    assert reasons(station, record) == ["没有电话", "没有证件号"]


def test_not_verified_for_so_many_months(station: Station) -> None:
    never = person(station, 1, registered_on="2025-11-23")
    long_ago = person(station, 2, registered_on="2020-01-01")
    lately = person(station, 3, registered_on="2020-01-01")
    person(station, 4, registered_on="2025-11-24")
    verification(station, long_ago, "2025-10-01")
    verification(station, lately, "2025-10-01")
    again = verification(station, lately, "2026-09-01")
    assert set(found(station, STALE)) == {never, long_ago}
    assert reasons(station, never) == ["登记后没有核实过"]
    assert reasons(station, long_ago) == ["上次核实 2025-10-01"]
    assert set(found(station, STALE, 2)) == {
        never,
        long_ago,
        lately,
        *(row["id"] for row in station.session.read().columns("person", ())),
    }
    station.run(remove(again))
    assert lately in found(station, STALE), "what was taken back counts no more"


def test_long_not_reached(station: Station) -> None:
    lost = person(station, 1, registered_on="2026-01-01")
    reached = person(station, 2, registered_on="2026-01-01")
    untried = person(station, 3, registered_on="2026-01-01")
    calls = [
        (lost, "2026-05-20", "F1"),
        (lost, "2026-06-20", "F9"),
        (lost, "2026-10-20", "FB"),
        (reached, "2026-06-20", "F9"),
        (reached, "2026-07-20", "F1"),
    ]
    for record, day, outcome in calls:
        station.add("follow_up", follow_up_values(record, day=day, outcome=outcome))
    assert found(station, LOST) == [lost]
    assert reasons(station, lost) == ["6 个月联系不上"]
    assert untried not in found(station, LOST, 1)


def test_a_refusal_is_an_answer(station: Station) -> None:
    """今日 offers to deregister whoever refuses, for refusing and not for being lost."""
    record = person(station, registered_on="2025-01-01")
    verification(station, record, "2026-10-01")
    station.add("follow_up", follow_up_values(record, day="2026-11-01", outcome="FA"))
    assert found(station, LOST) == []
    assert reasons(station, record) == []


@pytest.fixture
def lost_after_nine(station: Station) -> Iterator[Station]:
    """A station with a table of what is due in which somebody is lost after nine months."""
    rows = [dict(row) for row in shipped_table("due_rule")]
    next(row for row in rows if row["code"] == "lost")["interval"] = "9"
    replace_tables({"due_rule": rows})
    yield station
    replace_tables({})


def test_after_how_long_somebody_is_lost_stands_in_the_table_of_what_is_due(
    lost_after_nine: Station,
) -> None:
    station = lost_after_nine
    eight, nine = (person(station, n, registered_on="2025-01-01") for n in (1, 2))
    for record, met in ((eight, "2026-03-20"), (nine, "2026-02-20")):
        for outcome, day in (("F1", met), ("F9", "2026-11-20")):
            station.add("follow_up", follow_up_values(record, day=day, outcome=outcome))
    assert found(station, LOST) == [nine]


@pytest.mark.parametrize("reason", ["X10", "X11"])
def test_of_the_dead_nothing_is_asked(station: Station, reason: str) -> None:
    record = person(station, birth_date="1950-03-01", registered_on="2020-01-01")
    ended: dict[str, Value] = {
        "unemployed_on": "2020-01-01",
        "deregistered_on": "2026-03-01",
        "deregister_reason": reason,
    }
    station.run(edit(record, ended))
    is_asked = reason != "X10"
    assert [bool(found(station, name)) for name in (OVER_AGE, STALE)] == [is_asked] * 2
    assert bool(reasons(station, record)) == is_asked


def test_who_died_or_moved_away_is_asked_again_only_once_registered_again(
    station: Station,
) -> None:
    record = person(station, birth_date="1950-03-01", registered_on="2020-01-01")
    station.add("verification", {"person": record, "result": "1", "day": "2026-11-01"})
    gone = station.add("verification", {"person": record, "result": "7", "day": "2026-11-20"})
    assert found(station, OVER_AGE) == []
    assert reasons(station, record) == []
    station.run(edit(record, {"registered_on": "2026-11-21"}))
    assert found(station, OVER_AGE) == [record]
    station.run(edit(record, {"registered_on": "2020-01-01"}))
    station.run(remove(gone))
    assert found(station, OVER_AGE) == [record]


@pytest.mark.parametrize("what", ["verified", "called", "edited", "taken back", "gone", "twin"])
def test_the_book_renewed_is_the_book_read_anew(station: Station, what: str) -> None:
    first, second, third = (person(station, n, registered_on="2025-01-01") for n in (1, 2, 3))
    station.run(merge(third, second))
    for record in (first, second):
        verification(station, record, "2025-06-01")
    call = station.add("follow_up", follow_up_values(first, day="2026-06-20", outcome="F1"))
    reader = station.session.read
    before = read_book(reader(), TODAY)
    sort = {"person": second, "day": "2026-11-02"}
    change = {
        "verified": lambda: station.run(add("verification", sort | {"result": "1"})),
        "called": lambda: station.run(
            add("follow_up", follow_up_values(second, day="2026-11-01", outcome="F9"))
        ),
        "edited": lambda: station.run(edit(call, {"outcome": "F9"})),
        "taken back": lambda: station.run(remove(call)),
        "gone": lambda: station.run(add("verification", sort | {"result": "7"})),
        "twin": lambda: station.run(add("verification", sort | {"person": third, "result": "7"})),
    }[what]()
    after = read_book(reader(), TODAY)
    assert after != before
    assert renew_book(reader(), before, change.records) == after


def test_what_was_done_for_a_duplicate_counts_for_the_person(station: Station) -> None:
    kept = person(station, 1, registered_on="2020-01-01")
    twin = person(station, 2, registered_on="2020-01-01")
    verification(station, twin, "2026-11-01")
    station.run(merge(twin, kept))
    assert found(station, STALE) == []


def test_people_of_another_station_are_not_on_its_lists(station: Station) -> None:
    record = person(station, registered_on="2020-01-01")
    station.run(lambda _reader, _desk: [Change("person", record, {"station": OTHER_VILLAGE})])
    assert found(station, STALE) == []


def test_a_list_is_a_walking_order(station: Station) -> None:
    long: dict[str, Value] = {"registered_on": "2020-01-01"}
    third = person(station, 1, area_group="二组", **long)
    first = person(station, 2, area_group="一组", name="其木格", **long)
    second = person(station, 3, area_group="一组", name="娜仁", **long)
    fourth = person(station, 4, residence=OTHER_VILLAGE, area_group="一组", **long)
    last = person(station, 5, area_group="十组", address="10号", **long)
    before = person(station, 6, area_group="十组", address="2号", **long)
    assert found(station, STALE) == [first, second, third, before, last, fourth]
