"""Taking people and vacancies off their lists: the record that says why is written."""

from datetime import date

import pytest

from mengzhan.model.codes import code_table
from mengzhan.model.problem import UserError
from mengzhan.rules.leaving import person_reasons, take_off, vacancy_reasons
from mengzhan.rules.operations import merge
from mengzhan.rules.two_lists import read_two_lists
from tests.people import employer_values, person_values, vacancy_values
from tests.store.conftest import Station

TODAY = date(2026, 11, 23)


def person(station: Station, **more: str) -> str:
    return station.add("person", person_values(1, status_on="2026-10-01", **more))


def way(station: Station, record: str) -> tuple[str, str, str]:
    """How a record left its list: day, table and code; the record behind it must be there."""
    lists = read_two_lists(station.session.read(), TODAY)
    spells = [*lists.people.spells, *lists.vacancies.spells]
    (spell,) = [spell for spell in spells if spell.record == record]
    assert spell.way is not None
    assert station.state(spell.way.record).kind == spell.way.kind
    return spell.left_on, spell.way.table, spell.way.code


@pytest.mark.parametrize("code", [code.code for code in person_reasons()])
def test_every_reason_that_is_offered_takes_a_person_off(station: Station, code: str) -> None:
    record = person(station)
    station.run(take_off(record, code, TODAY))
    assert way(station, record) == ("2026-11-23", "followup_outcome", code)


@pytest.mark.parametrize("code", [code.code for code in code_table("deregister_reason")])
def test_the_end_of_a_registration_takes_a_person_off(station: Station, code: str) -> None:
    record = person(station, unemployed_on="2026-10-01")
    station.run(take_off(record, code, TODAY))
    assert station.value(record, "deregister_reason") == code
    assert way(station, record) == ("2026-11-23", "deregister_reason", code)


@pytest.mark.parametrize("code", [code.code for code in vacancy_reasons()])
def test_a_vacancy_is_closed_with_its_reason(station: Station, code: str) -> None:
    employer = station.add("employer", employer_values(1))
    record = station.add("vacancy", vacancy_values(employer, registered_on="2026-11-01"))
    station.run(take_off(record, code, TODAY))
    assert way(station, record) == ("2026-11-23", "vacancy_status", code)


@pytest.mark.parametrize(
    ("reason", "code"),
    [("F1", "REASON_UNKNOWN"), ("F9", "REASON_UNKNOWN"), ("X01", "NOT_REGISTERED")],
)
def test_what_is_no_reason_takes_nobody_off(station: Station, reason: str, code: str) -> None:
    record = person(station)
    with pytest.raises(UserError) as caught:
        station.run(take_off(record, reason, TODAY))
    assert caught.value.code == code
    lists = read_two_lists(station.session.read(), TODAY)
    assert [line.spell.record for line in lists.people.standing()] == [record]


def test_a_duplicate_takes_off_the_record_that_was_kept(station: Station) -> None:
    record = person(station)
    twin = station.add("person", person_values(2))
    station.run(merge(twin, record))
    station.run(take_off(twin, "F2", TODAY))
    assert way(station, record)[2] == "F2"
