"""The directions of the policy (重大项目、以工代赈、养老服务 …): how much there is of each."""

from collections import Counter
from dataclasses import dataclass

from mengzhan.model.codes import code_table
from mengzhan.model.entry import text_of, texts_of
from mengzhan.rules.filters import Compare, Either, Empty, Every, Filter, Not
from mengzhan.rules.reader import Reader
from mengzhan.rules.register import kept_of, one_of, with_twins
from mengzhan.rules.state import wanted_by
from mengzhan.rules.station import own_station


@dataclass(frozen=True)
class DirectionCount:
    """One direction: vacancies (条数), the people they want (人数), employers (户数), and how many
    people came to work in such a vacancy (到岗人数)."""

    code: str
    label: str
    vacancies: int
    places: int
    employers: int
    arrived: int


def direction_counts(reader: Reader, first: str = "", last: str = "9") -> list[DirectionCount]:
    """Count what was registered between two days (ISO, both included), in the order of the table.

    A record with several tags counts under each of them. A station counts its own records, an
    office those of all its stations.
    """
    vacancies, places, employers = Counter[str](), Counter[str](), Counter[str]()
    tags_of: dict[str, list[str]] = {}
    where = _tagged(own_station(reader), first, last)
    for row in reader.columns("vacancy", ("directions", "headcount"), where):
        tags_of[text_of(row, "id")] = texts_of(row, "directions")
        for tag in texts_of(row, "directions"):
            vacancies[tag] += 1
            places[tag] += wanted_by(row)
    for row in reader.columns("employer", ("directions",), where):
        employers.update(texts_of(row, "directions"))
    arrived = _arrived(reader, tags_of)
    return [
        DirectionCount(
            code.code,
            code.words,
            vacancies[code.code],
            places[code.code],
            employers[code.code],
            arrived[code.code],
        )
        for code in code_table("direction_tag")
    ]


def _tagged(station: str, first: str, last: str) -> Filter:
    """What has a tag and was registered in time; of what is broadcast only the station's own."""
    parts: list[Filter] = [Not(Empty("directions")), Not(Compare("registered_on", "gt", last))]
    if first:
        parts.append(Compare("registered_on", "ge", first))
    if station:
        parts.append(Either((Empty("station"), Compare("station", "eq", station))))
    return Every(parts)


def _arrived(reader: Reader, tags_of: dict[str, list[str]]) -> Counter[str]:
    """Count people, not arrivals: whoever came twice counts once."""
    people, offers = reader.duplicates("person"), reader.duplicates("vacancy")
    to_them = one_of("vacancy", with_twins(tags_of.keys(), offers))
    arrived = Every((to_them, Not(Empty("arrived_on"))))
    came: set[tuple[str, str]] = set()
    for row in reader.columns("referral", ("person", "vacancy"), arrived):
        person = kept_of(people, text_of(row, "person"))
        for tag in tags_of[kept_of(offers, text_of(row, "vacancy"))]:
            came.add((tag, person))
    return Counter(tag for tag, _ in came)
