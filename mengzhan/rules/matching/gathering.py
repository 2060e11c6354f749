"""Reads the facts of matching out of the records, many at once.

What is true on a day is asked of ``rules.state``, with the services read beforehand: one query for
each kind instead of several for each person. Services of a duplicate count for the record kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from mengzhan.model.entry import Entry, Values
from mengzhan.rules.filters import Every, Filter, OneOf
from mengzhan.rules.matching.facts import Opening, Seeker, Told, opening_from, seeker_from

_PERSON = (
    "created",
    "residence",
    "employment_status",
    "registered_on",
    "status_on",
    "unemployed_on",
    "deregistered_on",
    "birth_date",
    "needs_mongolian",
    "wanted_occupations",
    "wage_wish",
    "travel_range",
    "available_on",
    "limits",
    "skills",
    "licences",
    "skill_level",
    "experience_years",
)
"""What is read of a person. Sex, ethnicity, groups and household are not even read."""

_VACANCY = (
    "station",
    "employer",
    "title",
    "headcount",
    "duties",
    "conditions",
    "wage_min",
    "wage_max",
    "wage_unit",
    "registered_on",
    "valid_until",
    "occupation",
    "place",
    "start_on",
    "term",
    "shift",
    "board",
    "licences",
    "skills",
    "needs_mongolian",
    "closed_on",
)
_TELLING = {
    "follow_up": ("day", "outcome"),
    "referral": ("vacancy", "arrived_on", "left_on"),
    "enrolment": ("trade", "result"),
    "training_intent": ("day", "willing", "trades"),
}
"""The services that tell something of a person, and what is read of them."""

_REFERRAL = (
    "person",
    "vacancy",
    "day",
    "due_on",
    "result",
    "result_on",
    "interviewed_on",
    "arrived_on",
    "stay_3_on",
    "stay_6_on",
    "left_on",
)
_POINTING = ("person", "vacancy", "employer", "same_as")


class Records(Protocol):
    """What matching reads; implemented by the store."""

    def columns(
        self, kind: str, names: Sequence[str], where: Filter | None = None
    ) -> Iterable[Mapping[str, Any]]:
        """Return ``id`` and a few columns of the live records of a kind."""

    def duplicates(self, kind: str) -> Mapping[str, str]:
        """Return the records of a kind that were merged, each with the one it was merged into."""

    def entries(self, record: str) -> list[Entry]:
        """Return all entries of a record."""


def read_seekers(records: Records, day: date, where: Filter | None = None) -> dict[str, Seeker]:
    """Return the facts of people on ``day``, of all or of those that satisfy ``where``."""
    people = {row["id"]: row for row in records.columns("person", _PERSON, where)}
    merged = _kept(records.duplicates("person"))
    told = _services(records, merged, people if where is not None else None)
    return {
        record: seeker_from(record, row, Told(_day(row["created"]), told[record]), day)
        for record, row in people.items()
    }


def _day(made: object) -> str:
    return str(made or "")[:10]


def _services(
    records: Records, merged: Mapping[str, str], people: Iterable[str] | None
) -> dict[str, list[tuple[str, Values]]]:
    """Return the services of each person; of all people, or of some."""
    where = _naming("person", people, merged)
    told: dict[str, list[tuple[str, Values]]] = defaultdict(list)
    for kind, names in _TELLING.items():
        for row in records.columns(kind, ("person", *names), where):
            person = row["person"]
            told[merged.get(person, person)].append((kind, row))
    return told


def _naming(field: str, records: Iterable[str] | None, merged: Mapping[str, str]) -> Filter:
    """The filter for what names one of ``records`` or a duplicate of it; ``None``: anything."""
    if records is None:
        return Every()
    wanted = set(records)
    same = (duplicate for duplicate, kept in merged.items() if kept in wanted)
    return OneOf(field, (*wanted, *same))


def _kept(duplicates: Mapping[str, str]) -> dict[str, str]:
    """Follow merged records to the one that was kept; whoever stands in a circle stays alone."""
    kept: dict[str, str] = {}
    for record in duplicates:
        seen, at = {record}, duplicates[record]
        while at in duplicates and at not in seen:
            seen.add(at)
            at = duplicates[at]
        kept[record] = at
    return kept


def read_openings(
    records: Records, day: date, own_station: str, where: Filter | None = None
) -> dict[str, Opening]:
    """Return the facts of vacancies on ``day``, of all or of those that satisfy ``where``."""
    vacancies = {row["id"]: row for row in records.columns("vacancy", _VACANCY, where)}
    asked = vacancies if where is not None else None
    merged = _kept(records.duplicates("vacancy"))
    came: dict[str, list[Values]] = defaultdict(list)
    naming = _naming("vacancy", asked, merged)
    for row in records.columns("referral", ("vacancy", "arrived_on", "left_on"), naming):
        came[merged.get(row["vacancy"], row["vacancy"])].append(row)
    employers = _kept(records.duplicates("employer"))
    owners = {r: employers.get(row["employer"], row["employer"]) for r, row in vacancies.items()}
    named = OneOf("id", tuple(filter(None, owners.values()))) if asked is not None else None
    places = {row["id"]: row for row in records.columns("employer", ("place",), named)}
    return {
        record: opening_from(
            record,
            row,
            places.get(owners[record], {}),
            came[record],
            day,
            own_station,
        )
        for record, row in vacancies.items()
    }


def read_referrals(records: Records, kind: str, record: str) -> list[dict[str, Any]]:
    """Return the referrals of a person, of a vacancy, or of all vacancies of an employer.

    Each names the person and the vacancy that were kept, oldest first.
    """
    people, vacancies = (_kept(records.duplicates(one)) for one in ("person", "vacancy"))
    if kind == "employer":
        same = _naming("employer", [record], _kept(records.duplicates("employer")))
        offers = [row["id"] for row in records.columns("vacancy", (), same)]
        naming = _naming("vacancy", offers, vacancies)
    else:
        naming = _naming(kind, [record], people if kind == "person" else vacancies)
    rows = [
        {
            **row,
            "person": people.get(row["person"], row["person"]),
            "vacancy": vacancies.get(row["vacancy"], row["vacancy"]),
        }
        for row in records.columns("referral", _REFERRAL, naming)
    ]
    return sorted(rows, key=lambda row: (row["day"] or "", row["id"]))


def concerned(records: Records, changed: Iterable[tuple[str, str]]) -> tuple[set[str], set[str]]:
    """Return the people and vacancies whose facts may be others after records were changed.

    A service concerns everybody whom it ever named: it may have been moved from one to another.
    """
    found: dict[str, set[str]] = {"person": set(), "vacancy": set(), "employer": set()}
    for kind, record in changed:
        if kind in found:
            found[kind].add(record)
        elif kind not in _TELLING:
            continue
        for entry in records.entries(record):
            for name in _POINTING:
                value = (entry.set or {}).get(name)
                group = kind if name == "same_as" else name
                if isinstance(value, str) and group in found:
                    found[group].add(value)
    people, vacancies, employers = found["person"], found["vacancy"], found["employer"]
    if employers:
        offers = records.columns("vacancy", (), OneOf("employer", tuple(employers)))
        vacancies.update(row["id"] for row in offers)
    return people, vacancies
