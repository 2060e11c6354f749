"""The directions of the policy (重大项目、以工代赈、养老服务 …): how much there is of each."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values, text_of
from mengzhan.rules.reader import Reader


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

    A record with several tags counts under each of them.
    """
    vacancies, places, employers = Counter[str](), Counter[str](), Counter[str]()
    tags_of: dict[str, list[str]] = {}
    fields = ("directions", "registered_on", "headcount")
    for row in _within(reader, "vacancy", fields, first, last):
        tags_of[text_of(row, "id")] = _tags(row)
        wanted = row.get("headcount")
        for tag in _tags(row):
            vacancies[tag] += 1
            places[tag] += wanted if isinstance(wanted, int) else 0
    for row in _within(reader, "employer", fields[:2], first, last):
        employers.update(_tags(row))
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


def _within(
    reader: Reader, kind: str, fields: tuple[str, ...], first: str, last: str
) -> Iterator[Values]:
    for row in reader.columns(kind, fields):
        if first <= text_of(row, "registered_on") <= last:
            yield row


def _tags(row: Values) -> list[str]:
    held = row.get("directions")
    return held if isinstance(held, list) else []


def _arrived(reader: Reader, tags_of: dict[str, list[str]]) -> Counter[str]:
    """Count people, not arrivals: whoever came twice counts once."""
    kept, offers = reader.duplicates("person"), reader.duplicates("vacancy")
    came: set[tuple[str, str]] = set()
    for row in reader.columns("referral", ("person", "vacancy", "arrived_on")):
        person, vacancy = text_of(row, "person"), text_of(row, "vacancy")
        if row.get("arrived_on"):
            for tag in tags_of.get(offers.get(vacancy, vacancy), ()):
                came.add((tag, kept.get(person, person)))
    return Counter(tag for tag, _ in came)
