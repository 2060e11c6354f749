"""Reads the facts of matching out of the records, many at once.

What is true on a day is asked of ``rules.state``, with the services read beforehand: one query for
each kind instead of several for each person. Services of a duplicate count for the record kept.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from mengzhan.model.clock import day_of
from mengzhan.model.entry import Values, text_of
from mengzhan.rules.filters import Every, Filter
from mengzhan.rules.matching.facts import Opening, Seeker, Told, opening_from, seeker_from
from mengzhan.rules.reader import Reader
from mengzhan.rules.register import REFERRAL_FIELDS, Grouped, grouped, kept_of, one_of, with_twins
from mengzhan.rules.state import REGISTRATION_FIELDS, Service

_PERSON = (
    "created",
    "residence",
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
    *REGISTRATION_FIELDS,
)
"""What is read of a person. Sex, ethnicity, groups and household are not even read."""

VACANCY_FIELDS = (
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
    "close_reason",
)
"""What is read of a vacancy, also of one that another station shares."""

_TELLING = {
    "follow_up": ("day", "outcome"),
    "referral": ("vacancy", "arrived_on", "left_on"),
    "enrolment": ("trade", "result"),
    "training_intent": ("day", "willing", "trades"),
}
"""The services that tell something of a person, and what is read of them."""


def read_seekers(reader: Reader, day: date, where: Filter | None = None) -> dict[str, Seeker]:
    """Return the facts of people on ``day``, of all or of those that satisfy ``where``."""
    people = {text_of(row, "id"): row for row in reader.columns("person", _PERSON, where)}
    some = None if where is None else tuple(people)
    services = _services(reader, some)
    earlier = reader.earlier_sets("person", REGISTRATION_FIELDS, some)
    return {
        record: seeker_from(record, row, _told(record, row, services, earlier), day)
        for record, row in people.items()
    }


def _told(
    record: str, row: Values, services: Mapping[str, Sequence[Service]], earlier: Grouped
) -> Told:
    made = day_of(text_of(row, "created"))
    return Told(made, services.get(record, ()), earlier.get(record, ()))


def _services(reader: Reader, people: Collection[str] | None) -> Mapping[str, Sequence[Service]]:
    """Return the services of each person; of all people, or of some."""
    twins = reader.duplicates("person")
    where = _naming("person", people, twins)
    told: defaultdict[str, list[Service]] = defaultdict(list)
    for kind, names in _TELLING.items():
        rows = reader.columns(kind, ("person", *names), where)
        for person, values in grouped(rows, "person", twins).items():
            told[person] += ((kind, one) for one in values)
    return told


def _naming(field: str, records: Collection[str] | None, twins: Mapping[str, str]) -> Filter:
    """The filter for what names one of ``records`` or a duplicate of it; ``None``: anything."""
    return Every() if records is None else one_of(field, with_twins(records, twins))


def read_openings(
    reader: Reader, day: date, own_station: str, where: Filter | None = None
) -> dict[str, Opening]:
    """Return the facts of vacancies on ``day``, of all or of those that satisfy ``where``; those
    that other stations share are among them."""
    reader = reader.with_excerpts()
    vacancies = {
        text_of(row, "id"): row for row in reader.columns("vacancy", VACANCY_FIELDS, where)
    }
    some = vacancies if where is not None else None
    twins, shops = reader.duplicates("vacancy"), reader.duplicates("employer")
    naming = _naming("vacancy", some, twins)
    rows = reader.columns("referral", ("vacancy", "arrived_on", "left_on"), naming)
    came = grouped(rows, "vacancy", twins)
    owners = {r: kept_of(shops, text_of(row, "employer")) for r, row in vacancies.items()}
    named = one_of("id", filter(None, owners.values())) if some is not None else None
    places = {text_of(row, "id"): row for row in reader.columns("employer", ("place",), named)}
    return {
        record: opening_from(
            record,
            row,
            places.get(owners[record], {}),
            came.get(record, ()),
            day,
            own_station,
        )
        for record, row in vacancies.items()
    }


def read_referrals(reader: Reader, kind: str, record: str) -> list[dict[str, Any]]:
    """Return the referrals of a person, of a vacancy, or of all vacancies of an employer.

    Each names the person and the vacancy that were kept, oldest first.
    """
    twins = {one: reader.duplicates(one) for one in ("person", "vacancy", "employer")}
    people, vacancies = twins["person"], twins["vacancy"]
    naming = _naming(kind, [kept_of(twins[kind], record)], twins[kind])
    if kind == "employer":
        offers = [
            text_of(row, "id") for row in reader.with_excerpts().columns("vacancy", (), naming)
        ]
        naming = _naming("vacancy", offers, vacancies)
    rows: list[dict[str, Any]] = [
        {
            **row,
            "person": kept_of(people, text_of(row, "person")),
            "vacancy": kept_of(vacancies, text_of(row, "vacancy")),
        }
        for row in reader.columns("referral", REFERRAL_FIELDS, naming)
    ]
    return sorted(rows, key=lambda row: (text_of(row, "day"), text_of(row, "id")))
