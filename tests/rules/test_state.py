"""What is true on a day follows from dated records, whenever they were typed."""

from datetime import date

import pytest

from mengzhan.model.entry import Values
from mengzhan.rules.erasure import erase
from mengzhan.rules.filters import matches
from mengzhan.rules.operations import edit
from mengzhan.rules.reader import Change
from mengzhan.rules.state import (
    OPEN,
    PARTLY,
    PersonOn,
    VacancyOn,
    closed_by,
    closed_since,
    state_on,
    still_offered,
)
from mengzhan.rules.state import vacancy_on as on_values
from mengzhan.rules.undo import undo
from tests.computers import Clock
from tests.people import employer_values, follow_up_values, person_values, vacancy_values
from tests.store.conftest import Station


def person_on(station: Station, person: str, day: str) -> PersonOn:
    found = state_on(station.session.read(), person, date.fromisoformat(day))
    assert isinstance(found, PersonOn)
    return found


def vacancy_on(station: Station, vacancy: str, day: str) -> VacancyOn:
    found = state_on(station.session.read(), vacancy, date.fromisoformat(day))
    assert isinstance(found, VacancyOn)
    return found


def registered(station: Station, **more: str) -> str:
    """Add a person who was out of work on 1 October."""
    values = {"employment_status": "1", "status_on": "2026-10-01", **more}
    return station.add("person", person_values(1, **values))


def opening(station: Station, headcount: int = 2) -> str:
    """Add a vacancy registered on 1 October and open until 30 November."""
    employer = station.add("employer", employer_values(1))
    values = vacancy_values(
        employer, headcount=headcount, registered_on="2026-10-01", valid_until="2026-11-30"
    )
    return station.add("vacancy", values)


def refer(station: Station, person: str, vacancy: str, **more: str) -> str:
    """Refer a person to a vacancy."""
    values = {"person": person, "vacancy": vacancy, "day": "2026-10-05", **more}
    return station.add("referral", values)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-09-30", False), ("2026-10-02", True), ("2026-11-09", True), ("2026-11-10", False)],
)
def test_a_registration_begins_and_ends_on_its_days(
    station: Station, day: str, expected: bool
) -> None:
    person = registered(
        station, unemployed_on="2026-10-02", deregistered_on="2026-11-10", deregister_reason="X01"
    )
    assert person_on(station, person, day).registered is expected


def test_the_latest_dated_word_counts_not_the_latest_typed(station: Station) -> None:
    person = registered(station)
    station.add("follow_up", follow_up_values(person, day="2026-11-10", outcome="F2"))
    station.add("follow_up", follow_up_values(person, day="2026-10-20", outcome="F1"))
    assert person_on(station, person, "2026-10-25").status == "1"
    assert person_on(station, person, "2026-11-11") == PersonOn(False, "2", "2026-11-10")


def test_arriving_and_leaving_change_the_status(station: Station) -> None:
    person, vacancy = registered(station), opening(station)
    refer(station, person, vacancy, result="2", arrived_on="2026-10-08", left_on="2026-11-03")
    assert person_on(station, person, "2026-10-07").status == "1"
    assert person_on(station, person, "2026-10-08").status == "2"
    assert person_on(station, person, "2026-11-03").status == "1"


def test_on_one_day_a_service_tells_more_than_the_registration(station: Station) -> None:
    person = registered(station, employment_status="2")
    station.add("follow_up", follow_up_values(person, day="2026-10-01", outcome="F1"))
    assert person_on(station, person, "2026-10-01").status == "1"


def test_whoever_left_on_the_day_of_arriving_wants_work_again(station: Station) -> None:
    person, vacancy = registered(station), opening(station)
    refer(station, person, vacancy, result="2", arrived_on="2026-10-08", left_on="2026-10-08")
    assert person_on(station, person, "2026-10-08").status == "1"
    assert vacancy_on(station, vacancy, "2026-10-08").places_left == 2


def test_a_status_without_a_day_holds_since_the_registration(station: Station) -> None:
    person = station.add(
        "person", person_values(2, employment_status="3", registered_on="2026-10-15")
    )
    assert person_on(station, person, "2026-10-14").status == ""
    assert person_on(station, person, "2026-10-15").status == "3"


@pytest.mark.parametrize(
    ("day", "status", "left"),
    [
        ("2026-09-30", "", 2),
        ("2026-10-01", "1", 2),
        ("2026-10-08", "2", 1),
        ("2026-10-09", "3", 0),
        ("2026-11-01", "2", 1),
        ("2026-12-01", "5", 1),
    ],
)
def test_a_vacancy_fills_empties_and_runs_out(
    station: Station, day: str, status: str, left: int
) -> None:
    vacancy = opening(station)
    one, other = registered(station), station.add("person", person_values(2))
    refer(station, one, vacancy, result="2", arrived_on="2026-10-08", left_on="2026-11-01")
    refer(station, other, vacancy, result="2", arrived_on="2026-10-09")
    assert vacancy_on(station, vacancy, day) == VacancyOn(status, left)


@pytest.mark.parametrize(
    ("more", "offered"),
    [
        ({}, True),
        ({"valid_until": "2026-11-10"}, True),
        ({"valid_until": "2026-11-09"}, False),
        ({"valid_until": None}, True),
        ({"registered_on": "2026-11-11"}, False),
        ({"registered_on": None}, False),
        ({"closed_on": "2026-11-10"}, False),
        ({"closed_on": "2026-11-11", "close_reason": "4"}, True),
        ({"close_reason": "6"}, False),
        ({"close_reason": "1"}, True),
    ],
)
def test_the_filter_finds_vacancies_that_are_not_over(more: Values, offered: bool) -> None:
    usual: Values = {
        "headcount": 2,
        "registered_on": "2026-10-01",
        "valid_until": "2026-11-30",
    }
    values: Values = {**usual, **more}
    assert matches(still_offered(date(2026, 11, 10)), values) is offered
    assert (on_values(values, (), "2026-11-10").status in (OPEN, PARTLY)) is offered


def test_a_vacancy_that_was_closed_says_why(station: Station) -> None:
    vacancy = opening(station)
    station.run(edit(vacancy, {"closed_on": "2026-10-20", "close_reason": "6"}))
    assert vacancy_on(station, vacancy, "2026-10-19").status == "1"
    assert vacancy_on(station, vacancy, "2026-10-20").status == "6"


def test_other_records_and_erased_people_have_no_state(station: Station) -> None:
    person = registered(station)
    employer = station.add("employer", employer_values(3))
    reader = station.session.read()
    assert state_on(reader, employer, date(2026, 11, 1)) is None
    station.run(erase(person))
    assert state_on(reader, person, date(2026, 11, 1)) is None


def test_registering_again_after_a_deregistration_says_that_work_is_wanted(
    station: Station,
) -> None:
    person = registered(station, unemployed_on="2026-10-01")
    station.run(edit(person, {"deregistered_on": "2026-10-20", "deregister_reason": "X01"}))
    again = {"unemployed_on": "2026-11-02", "deregistered_on": None, "deregister_reason": None}
    station.run(edit(person, again))
    assert person_on(station, person, "2026-10-19") == PersonOn(False, "1", "2026-10-01")
    assert person_on(station, person, "2026-11-01") == PersonOn(False, "2", "2026-10-20")
    assert person_on(station, person, "2026-11-02") == PersonOn(True, "1", "2026-11-02")


def test_a_former_end_that_nobody_cleared_is_a_former_end(station: Station) -> None:
    person = registered(station, unemployed_on="2026-11-02")
    former = {"deregistered_on": "2026-10-20", "deregister_reason": "X01"}
    station.run(lambda _reader, _desk: [Change("person", person, former)])
    assert person_on(station, person, "2026-11-01").status == "2"
    assert person_on(station, person, "2026-11-02") == PersonOn(True, "1", "2026-11-02")


def test_each_registration_of_several_counts_and_a_day_put_right_moves_it(
    station: Station,
) -> None:
    person = registered(station, unemployed_on="2026-10-01")
    station.run(edit(person, {"deregistered_on": "2026-10-10", "deregister_reason": "X01"}))
    station.run(edit(person, {"unemployed_on": "2026-10-12", "deregistered_on": None}))
    station.run(edit(person, {"unemployed_on": "2026-10-20"}))
    assert person_on(station, person, "2026-10-15").status == "2"
    station.run(edit(person, {"deregistered_on": "2026-11-01", "deregister_reason": "X03"}))
    station.run(edit(person, {"unemployed_on": "2026-11-10", "deregistered_on": None}))
    told = {day: person_on(station, person, day).status for day in ("2026-10-25", "2026-11-05")}
    assert told == {"2026-10-25": "1", "2026-11-05": "3"}
    assert person_on(station, person, "2026-11-10").status == "1"


def test_a_registration_that_was_taken_back_says_nothing(station: Station) -> None:
    person = registered(station, unemployed_on="2026-10-01")
    station.run(edit(person, {"deregistered_on": "2026-10-20", "deregister_reason": "X01"}))
    again = {"unemployed_on": "2026-11-02", "deregistered_on": None, "deregister_reason": None}
    done = station.run(edit(person, again))
    assert person_on(station, person, "2026-11-02").status == "1"
    station.run(undo(done.action))
    assert person_on(station, person, "2026-11-02") == PersonOn(False, "2", "2026-10-20")


def test_what_has_no_day_holds_since_the_day_in_beijing_when_it_was_written(
    station: Station, clock: Clock
) -> None:
    clock.move(hours=15)
    person = station.add("person", person_values(1))
    assert person_on(station, person, "2026-11-23").status == ""
    assert person_on(station, person, "2026-11-24") == PersonOn(False, "1", "2026-11-24")


def test_a_vacancy_that_does_not_say_how_many_stays_open_until_it_ends(station: Station) -> None:
    vacancy = station.add("vacancy", vacancy_values(station.add("employer", employer_values(1))))
    station.run(lambda _reader, _desk: [Change("vacancy", vacancy, {"headcount": None})])
    assert vacancy_on(station, vacancy, "2026-11-21") == VacancyOn("1", 0)
    refer(station, registered(station), vacancy, result="2", arrived_on="2026-11-22")
    assert vacancy_on(station, vacancy, "2026-11-22").status == "2"
    assert vacancy_on(station, vacancy, "2026-12-24").status == "5"


@pytest.mark.parametrize("closed_on", [None, "2026-10-05", "2026-10-20"])
@pytest.mark.parametrize("reason", [None, "1", "3", "6", "new"])
@pytest.mark.parametrize("registered_on", [None, "2026-10-01", "2026-10-15"])
def test_the_filter_for_closed_vacancies_says_what_the_rule_says(
    closed_on: str | None, reason: str | None, registered_on: str | None
) -> None:
    values = {"closed_on": closed_on, "close_reason": reason, "registered_on": registered_on}
    for day in ("2026-10-01", "2026-10-10", "2026-10-20"):
        since = closed_since(values)
        assert matches(closed_by(day), values) is (bool(since) and since <= day)
