"""The facts read many at once are those that one record after the other tells."""

from datetime import date

from mengzhan.rules.filters import OneOf
from mengzhan.rules.matching.gathering import read_openings, read_referrals, read_seekers
from mengzhan.rules.operations import edit, merge
from mengzhan.rules.state import PersonOn, state_on
from tests.people import employer_values, follow_up_values, person_values, vacancy_values
from tests.rules.matching.truth import wants_work
from tests.rules.matching.worlds import make_world, read_world
from tests.store.conftest import Station

DAY = date(2026, 11, 23)


def seekers_wanting(station: Station) -> set[str]:
    found = read_seekers(station.session.read(), DAY)
    return {record for record, seeker in found.items() if seeker.wants_work}


def test_the_status_is_that_of_the_one_rule(station: Station) -> None:
    people = [
        station.add("person", person_values(n, registered_on="2026-10-01")) for n in (1, 2, 3)
    ]
    station.add("follow_up", follow_up_values(people[0], outcome="F2"))
    vacancy = station.add("vacancy", vacancy_values(station.add("employer", employer_values())))
    days = {"day": "2026-10-05", "result": "2", "arrived_on": "2026-10-10"}
    station.add("referral", {"person": people[1], "vacancy": vacancy, **days})
    reader = station.session.read()
    for record, seeker in read_seekers(reader, DAY).items():
        on = state_on(reader, record, DAY)
        assert isinstance(on, PersonOn)
        assert seeker.status == on.status
    assert seekers_wanting(station) == {people[2]}


def test_everybody_of_a_made_up_world_has_the_status_that_the_records_tell() -> None:
    world = make_world(5, people=150, services=200)
    found = read_seekers(read_world(world), world.day)
    assert {r for r, s in found.items() if s.wants_work} == {
        person for person in world.people if wants_work(world, person)
    }


def test_a_few_are_read_as_they_are_among_all() -> None:
    world = make_world(6)
    reader = read_world(world)
    some = tuple(world.people)[:7]
    whole = read_seekers(reader, world.day)
    assert read_seekers(reader, world.day, OneOf("id", some)) == {r: whole[r] for r in some}
    offers = read_openings(reader, world.day, "")
    few = tuple(world.vacancies)[:7]
    assert read_openings(reader, world.day, "", OneOf("id", few)) == {r: offers[r] for r in few}


def test_services_of_a_duplicate_count_for_the_one_that_is_kept(station: Station) -> None:
    kept, duplicate = (
        station.add("person", person_values(number, registered_on="2026-10-01"))
        for number in (1, 2)
    )
    station.add("follow_up", follow_up_values(duplicate, day="2026-11-20", outcome="F2"))
    assert seekers_wanting(station) == {kept}
    station.run(merge(duplicate, kept))
    assert read_seekers(station.session.read(), DAY).keys() == {kept}
    assert seekers_wanting(station) == set()


def test_referrals_of_an_employer_are_those_of_all_its_vacancies(station: Station) -> None:
    one, other = (station.add("employer", employer_values(number)) for number in (1, 2))
    person = station.add("person", person_values(1))
    offers = [station.add("vacancy", vacancy_values(owner)) for owner in (one, one, other)]
    made = [
        station.add("referral", {"person": person, "vacancy": offer, "day": "2026-11-20"})
        for offer in offers
    ]
    reader = station.session.read()
    assert [r["id"] for r in read_referrals(reader, "employer", one)] == made[:2]
    assert [r["id"] for r in read_referrals(reader, "vacancy", offers[2])] == made[2:]
    assert [r["id"] for r in read_referrals(reader, "person", person)] == made
    station.run(merge(other, one))
    assert len(read_referrals(reader, "employer", one)) == 3


def test_whoever_was_deregistered_with_a_reason_is_not_offered(station: Station) -> None:
    person = station.add("person", person_values(1, status_on="2026-10-01"))
    station.run(edit(person, {"unemployed_on": "2026-10-01"}))
    assert seekers_wanting(station) == {person}
    station.run(edit(person, {"deregistered_on": "2026-11-01", "deregister_reason": "X01"}))
    (seeker,) = read_seekers(station.session.read(), DAY).values()
    assert (seeker.status, seeker.wants_work) == ("2", False)


def test_what_a_registration_said_before_counts_for_those_days(station: Station) -> None:
    person = station.add("person", person_values(1, status_on="2026-10-01"))
    station.run(edit(person, {"employment_status": "2", "status_on": "2026-11-20"}))
    reader = station.session.read()
    for day, status in ((date(2026, 11, 19), "1"), (DAY, "2")):
        for where in (None, OneOf("id", (person,))):
            assert read_seekers(reader, day, where)[person].status == status


def test_a_vacancy_that_a_ledger_closed_without_a_day_is_not_offered(station: Station) -> None:
    employer = station.add("employer", employer_values())
    closed = station.add("vacancy", vacancy_values(employer, close_reason="3"))
    still = station.add("vacancy", vacancy_values(employer, close_reason="1"))
    openings = read_openings(station.session.read(), DAY, "")
    assert {record: one.offered for record, one in openings.items()} == {closed: False, still: True}


def test_referrals_of_a_merged_employer_are_found_by_either_name(station: Station) -> None:
    one, other = (station.add("employer", employer_values(number)) for number in (1, 2))
    person = station.add("person", person_values(1))
    offer = station.add("vacancy", vacancy_values(one))
    station.add("referral", {"person": person, "vacancy": offer, "day": "2026-11-20"})
    station.run(merge(other, one))
    reader = station.session.read()
    assert len(read_referrals(reader, "employer", other)) == 1
    assert len(read_referrals(reader, "employer", one)) == 1
