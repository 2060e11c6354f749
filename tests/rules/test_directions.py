"""How much there is of each direction of the policy."""

from mengzhan.rules.directions import DirectionCount, direction_counts
from mengzhan.rules.operations import merge
from tests.people import employer_values, person_values, vacancy_values
from tests.store.conftest import Station


def counted(station: Station, first: str = "", last: str = "9") -> dict[str, tuple[int, ...]]:
    def figures(one: DirectionCount) -> tuple[int, ...]:
        return one.vacancies, one.places, one.employers, one.arrived

    found = direction_counts(station.session.read(), first, last)
    assert [one.code for one in found] == sorted(one.code for one in found)
    assert all(one.label for one in found)
    return {one.code: figures(one) for one in found if any(figures(one))}


def test_vacancies_places_employers_and_people_are_counted_apart(station: Station) -> None:
    dated = {"registered_on": "2026-11-02"}
    employer = station.add("employer", employer_values(1, directions=["04"], **dated))
    care = vacancy_values(employer, headcount=3, directions=["04", "10"], **dated)
    vacancy = station.add("vacancy", care)
    station.add("vacancy", {**care, "registered_on": "2026-10-02"})
    station.add("vacancy", vacancy_values(employer, **dated))
    one, twin = (station.add("person", person_values(number)) for number in (1, 2))
    station.run(merge(twin, one))
    for person in (one, twin):
        arrived = {"day": "2026-11-03", "result": "2", "arrived_on": "2026-11-05"}
        station.add("referral", {"person": person, "vacancy": vacancy, **arrived})
    assert counted(station) == {"04": (2, 6, 1, 1), "10": (2, 6, 0, 1)}
    assert counted(station, "2026-11-01", "2026-11-30") == {"04": (1, 3, 1, 1), "10": (1, 3, 0, 1)}
    assert counted(station, "2026-12-01") == {}
