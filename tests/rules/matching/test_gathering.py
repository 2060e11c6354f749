"""The facts read many at once are those that one record after the other tells."""

from datetime import date

from mengzhan.rules.filters import OneOf
from mengzhan.rules.matching.gathering import read_openings, read_referrals, read_seekers
from mengzhan.rules.operations import merge
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
