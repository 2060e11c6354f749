"""How much there is of each direction of the policy."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from mengzhan.model.entry import Value
from mengzhan.rules.directions import DirectionCount, direction_counts
from mengzhan.rules.filters import Filter
from mengzhan.rules.operations import merge
from mengzhan.store.reader import StoreReader
from tests.package.scribe import Scribe
from tests.people import OTHER_VILLAGE, employer_values, person_values, vacancy_values
from tests.store.conftest import Station


class Counting(StoreReader):
    """Counts the rows that were read of each kind."""

    def __init__(self, reader: StoreReader) -> None:
        super().__init__(reader.connection, reader.catalogue)
        self.seen = Counter[str]()

    def columns(
        self, kind: str, names: Sequence[str], where: Filter | None = None
    ) -> Iterator[dict[str, Any]]:
        for row in super().columns(kind, names, where):
            self.seen[kind] += 1
            yield row


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


def test_what_is_broadcast_from_elsewhere_is_not_counted_as_ones_own(station: Station) -> None:
    above = Scribe("e")
    tagged: dict[str, Value] = {
        "station": OTHER_VILLAGE,
        "directions": ["04"],
        "registered_on": "2026-11-02",
    }
    above.write("employer", "e-elsewhere", employer_values(2, **tagged))
    above.write("vacancy", "v-elsewhere", vacancy_values("e-elsewhere", **tagged))
    station.session.merge(above.entries, words="receipt")
    assert counted(station) == {}
    station.session.set_setting("role", "office")
    assert counted(station) == {"04": (1, 2, 1, 0)}


def test_only_what_has_a_tag_is_read(station: Station) -> None:
    employer = station.add("employer", employer_values(1))
    tagged = station.add("vacancy", vacancy_values(employer, directions=["04"]))
    other = station.add("vacancy", vacancy_values(employer))
    arrived = {"day": "2026-11-21", "result": "2", "arrived_on": "2026-11-22"}
    for number, offer in enumerate((tagged, other, other), 1):
        person = station.add("person", person_values(number))
        station.add("referral", {"person": person, "vacancy": offer, **arrived})
    reader = Counting(station.session.read())
    assert [one.arrived for one in direction_counts(reader) if one.vacancies] == [1]
    assert reader.seen == {"vacancy": 1, "referral": 1}
