"""What is due of a referral: its slip, proof of the arrival, and whether the person is still there."""

from datetime import date

import pytest

from mengzhan.model.entry import Value
from mengzhan.rules.due import RULES, next_follow_up
from mengzhan.rules.filters import matches
from tests.people import employer_values, person_values, vacancy_values
from tests.store.conftest import Station


@pytest.fixture
def referral(station: Station) -> str:
    """A referral of August whose person came on the 31st and proved it."""
    person = station.add("person", person_values(1))
    employer = station.add("employer", employer_values(1))
    vacancy = station.add("vacancy", vacancy_values(employer, valid_until="2027-12-31"))
    values = {"person": person, "vacancy": vacancy, "day": "2026-08-24", "due_on": "2026-08-31"}
    came = {"result": "2", "result_on": "2026-08-31", "arrived_on": "2026-08-31"}
    return station.add("referral", {**values, **came, "evidence": ["1"]})


def works(station: Station, day: str) -> list[str]:
    """The work due on a day, with a mark if it is overdue; found in SQL and in Python alike."""
    today = date.fromisoformat(day)
    reader = station.session.read()
    lines = reader.due(today)
    for line in lines:
        assert str(line.reason)
        assert line in reader.due_of(line.kind, line.record, today)
    (row,) = reader.matching("referral", RULES[0].where)
    found = {rule.work for rule in RULES if rule.kind == "referral"}
    held = {r.work for r in RULES if r.kind == "referral" and matches(r.candidates(today), row)}
    assert held == {line.work for line in lines} & found
    return [f"{line.work}{'!' if line.overdue else ''} {line.by}" for line in lines]


def change(station: Station, record: str, **values: Value) -> None:
    """Write values as of a later day; nothing is checked against today."""
    from tests.stations import write_raw

    write_raw(station.session, "referral", record, values)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-09-29", []),
        ("2026-09-30", ["stay_1 2026-09-30"]),
        ("2026-11-29", ["stay_1! 2026-09-30"]),
        ("2026-11-30", ["stay_3 2026-11-30"]),
        ("2027-02-28", ["stay_6 2027-02-28"]),
        ("2027-08-30", ["stay_6! 2027-02-28"]),
        ("2027-08-31", []),
    ],
)
def test_a_stay_is_asked_for_until_the_next_one_is_due(
    station: Station, referral: str, day: str, expected: list[str]
) -> None:
    assert works(station, day) == expected


def test_a_check_answers_all_that_came_before_it(station: Station, referral: str) -> None:
    change(station, referral, stay_1_on="2026-10-01")
    assert works(station, "2026-10-02") == []
    assert works(station, "2026-12-01") == ["stay_3! 2026-11-30"]
    change(station, referral, stay_3_on="2026-12-01")
    assert works(station, "2026-12-02") == []


def test_nobody_asks_after_whoever_left(station: Station, referral: str) -> None:
    change(station, referral, left_on="2026-09-10", result="A")
    assert works(station, "2026-10-02") == []


@pytest.mark.parametrize(
    "proof",
    [{"evidence": ["6"]}, {"contract_on": "2026-09-01"}, {"note": "见过人"}, {"pictures": ["ab"]}],
)
def test_an_arrival_without_proof_asks_for_one(
    station: Station, referral: str, proof: dict[str, Value]
) -> None:
    change(station, referral, evidence=None)
    assert works(station, "2026-09-05") == ["evidence! 2026-08-31"]
    assert works(station, "2026-09-30") == ["stay_1 2026-09-30"]
    change(station, referral, **proof)
    assert works(station, "2026-09-05") == []


def test_a_slip_is_asked_for_until_it_is_answered_or_given_up(
    station: Station, referral: str
) -> None:
    nothing = {"result": None, "result_on": None, "arrived_on": None}
    change(station, referral, **nothing)
    assert works(station, "2026-08-30") == []
    assert works(station, "2026-09-05") == ["referral! 2026-08-31"]
    change(station, referral, result="X")
    assert works(station, "2026-09-05") == []


def test_a_day_that_was_agreed_on_is_named() -> None:
    today = date(2026, 11, 23)
    assert str(next_follow_up("2026-11-25", today)) == "约好 2026-11-25 回访"
    assert str(next_follow_up("2026-11-23", today)) == "约好今天回访"
    assert str(next_follow_up("2026-11-20", today)) == "约好的回访已过 3 天"


def test_a_vacancy_that_a_ledger_closed_without_a_day_is_not_asked_about(station: Station) -> None:
    employer = station.add("employer", employer_values(1))
    values = vacancy_values(employer, valid_until="2026-11-20")
    still = station.add("vacancy", values)
    station.add("vacancy", {**values, "close_reason": "3"})
    due = station.session.read().due(date(2026, 11, 23))
    assert [line.record for line in due] == [still]
