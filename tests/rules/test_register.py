"""Whom a change concerns, and what counts for the record that was kept."""

from mengzhan.rules.operations import edit, merge
from mengzhan.rules.register import Part, read_register, touched
from tests.people import (
    employer_values,
    follow_up_values,
    person_values,
    vacancy_values,
    visit_values,
)
from tests.store.conftest import Station


def concerned(station: Station, kind: str, record: str) -> tuple[set[str], set[str]]:
    part = touched(station.session.read(), [(kind, record)])
    return set(part.people), set(part.vacancies)


def test_a_change_concerns_everybody_whom_a_record_ever_named(station: Station) -> None:
    one, other = (station.add("person", person_values(number)) for number in (1, 2))
    employer = station.add("employer", employer_values())
    vacancy = station.add("vacancy", vacancy_values(employer))
    talk = station.add("follow_up", follow_up_values(one))
    station.run(edit(talk, {"person": other}))
    assert concerned(station, "follow_up", talk) == ({one, other}, set())
    assert concerned(station, "employer", employer) == (set(), {vacancy})
    assert concerned(station, "vacancy", vacancy) == (set(), {vacancy})
    assert concerned(station, "task", "t1") == (set(), set())


def test_a_visit_concerns_the_vacancies_of_all_duplicates_of_an_employer(station: Station) -> None:
    one, other = (station.add("employer", employer_values(number)) for number in (1, 2))
    offers = {station.add("vacancy", vacancy_values(owner)) for owner in (one, other)}
    visit = station.add("visit", visit_values(other))
    merged = station.run(merge(other, one))
    assert concerned(station, "visit", visit) == (set(), offers)
    ((kind, record),) = merged.records
    assert concerned(station, kind, record) == (set(), offers)


def test_a_vacancy_names_the_employer_that_was_kept(station: Station) -> None:
    one, other = (station.add("employer", employer_values(number)) for number in (1, 2))
    offer = station.add("vacancy", vacancy_values(other))
    visits = [station.add("visit", visit_values(owner)) for owner in (one, other)]
    station.run(merge(other, one))
    reader = station.session.read()
    for part in (None, Part(frozenset(), frozenset({offer}))):
        register = read_register(reader, part)
        assert register.vacancies[offer]["employer"] == one
        assert [visit["id"] for visit in register.visits[one]] == visits
