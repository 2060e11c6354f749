"""People, vacancies and what was done for them, read in one go by whoever goes through all.

One query for each kind instead of several for each record: twenty thousand people take a second.
What was done for a duplicate counts for the record that was kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from mengzhan.model.entry import Values, text_of
from mengzhan.rules.filters import Either, Every, Filter, OneOf
from mengzhan.rules.operations import kept
from mengzhan.rules.reader import Reader
from mengzhan.rules.referral_state import INTERVIEWS, interviews_of
from mengzhan.rules.state import REGISTRATION_FIELDS, Statement, statements_of

Grouped = Mapping[str, Sequence[Values]]

_PERSON = ("created", "station", "unemployed_on", *REGISTRATION_FIELDS)
_VACANCY = (
    "station",
    "employer",
    "title",
    "headcount",
    "registered_on",
    "valid_until",
    "closed_on",
    "close_reason",
)
_FOLLOW_UP = ("created", "person", "day", "outcome", "next_on")
_REFERRAL = (
    "person",
    "vacancy",
    "day",
    "due_on",
    "letter_no",
    "result",
    "result_on",
    "interviewed_on",
    "arrived_on",
    "stay_1_on",
    "stay_3_on",
    "stay_6_on",
    "left_on",
)


@dataclass(frozen=True)
class Register:
    """What was read: records by their ids, services by whom they are about, oldest day first."""

    people: Mapping[str, Values]
    vacancies: Mapping[str, Values]
    follow_ups: Grouped
    intents: Grouped
    visits: Grouped
    referrals_of: Grouped
    referrals_to: Grouped
    earlier: Grouped = field(repr=False)

    def statements(self, person: str) -> list[Statement]:
        """Return everything that is said of a person's employment status."""
        values = self.people[person]
        asked = (("follow_up", one) for one in self.follow_ups.get(person, ()))
        referred = (("referral", one) for one in self.referrals_of.get(person, ()))
        made = text_of(values, "created")[:10]
        return statements_of(values, made, chain(asked, referred), self.earlier.get(person, ()))


@dataclass(frozen=True)
class Part:
    """Some people and some vacancies, instead of all."""

    people: frozenset[str]
    vacancies: frozenset[str]


def touched(reader: Reader, changed: Iterable[tuple[str, str]]) -> Part:
    """Return the people and vacancies whose lines may be others once records have changed.

    Args:
        changed: pairs of (kind, record).
    """
    people: set[str] = set()
    vacancies: set[str] = set()
    found = {"person": people, "vacancy": vacancies}
    for kind, record in changed:
        if kind in found:
            found[kind].add(record)
        for entry in reader.entries(record):
            for name, value in (entry.set or {}).items():
                about = kind if name == "same_as" else name
                if about in found and isinstance(value, str):
                    found[about].add(value)
        if kind in ("visit", "employer"):
            vacancies |= _offers_of(reader, kind, record)
    return Part(
        frozenset(kept(reader, one) for one in people) | frozenset(people),
        frozenset(kept(reader, one) for one in vacancies) | frozenset(vacancies),
    )


def _offers_of(reader: Reader, kind: str, record: str) -> set[str]:
    """Return the vacancies of an employer, or of the one that was visited."""
    employer = record
    if kind == "visit":
        state = reader.state(record)
        employer = text_of(state.values, "employer") if state else ""
    links = reader.links_to(employer) if employer else []
    return {link.record for link in links if link.kind == "vacancy"}


def read_register(reader: Reader, part: Part | None = None) -> Register:
    """Read people, vacancies and services that are live: all of them, or those of a ``part``."""
    twins, offers = reader.duplicates("person"), reader.duplicates("vacancy")
    shops = reader.duplicates("employer")
    everybody: Filter = Every()
    whom, what = everybody, everybody
    if part is not None:
        whom, what = _one_of("id", part.people), _one_of("id", part.vacancies)
    people = {text_of(row, "id"): row for row in reader.columns("person", _PERSON, whom)}
    vacancies = {text_of(row, "id"): row for row in reader.columns("vacancy", _VACANCY, what)}
    of_people, of_offers, of_shops = everybody, everybody, everybody
    if part is not None:
        of_people = _one_of("person", _with_twins(part.people, twins))
        of_offers = _one_of("vacancy", _with_twins(part.vacancies, offers))
        employers = frozenset(text_of(row, "employer") for row in vacancies.values())
        of_shops = _one_of("employer", _with_twins(employers, shops))
    referred = of_people if part is None else Either((of_people, of_offers))
    referrals = sorted(_referrals(reader, referred, everything=part is None), key=_by_day)
    follow_ups = sorted(reader.columns("follow_up", _FOLLOW_UP, of_people), key=_by_day)
    intents = reader.columns("training_intent", ("person", "day"), of_people)
    visits = reader.columns("visit", ("employer", "day"), of_shops)
    some = None if part is None else tuple(people)
    return Register(
        people=people,
        vacancies=vacancies,
        follow_ups=_grouped(follow_ups, "person", twins),
        intents=_grouped(intents, "person", twins),
        visits=_grouped(visits, "employer", shops),
        referrals_of=_grouped(referrals, "person", twins),
        referrals_to=_grouped(referrals, "vacancy", offers),
        earlier=reader.earlier_sets("person", REGISTRATION_FIELDS, some),
    )


def _one_of(field: str, records: Iterable[str]) -> Filter:
    return OneOf(field, tuple(sorted(records)))


def _with_twins(records: frozenset[str], twins: Mapping[str, str]) -> set[str]:
    return {*records, *(twin for twin, record in twins.items() if record in records)}


def _referrals(reader: Reader, where: Filter, *, everything: bool) -> Iterator[Values]:
    rows = [*reader.columns("referral", _REFERRAL, where)]
    some = None if everything else [text_of(row, "id") for row in rows]
    told = reader.earlier_sets("referral", ("interviewed_on",), some)
    for row in rows:
        interviews = told.get(text_of(row, "id"))
        yield {**row, INTERVIEWS: interviews_of(interviews)} if interviews else row


def _by_day(row: Values) -> tuple[str, str]:
    return text_of(row, "day"), text_of(row, "created")


def _grouped(rows: Iterable[Values], name: str, twins: Mapping[str, str]) -> Grouped:
    found: defaultdict[str, list[Values]] = defaultdict(list)
    for row in rows:
        about = text_of(row, name)
        if about:
            found[twins.get(about, about)].append(row)
    return dict(found)
