"""People, vacancies and what was done for them, read in one go by whoever goes through all.

One query for each kind instead of several for each record: twenty thousand people take a second.
What was done for a duplicate counts for the record that was kept.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from mengzhan.model.clock import day_of
from mengzhan.model.entry import Values, text_of
from mengzhan.rules.filters import Either, Every, Filter, Named
from mengzhan.rules.operations import kept
from mengzhan.rules.reader import Reader
from mengzhan.rules.referral_state import INTERVIEWS, interviews_of
from mengzhan.rules.state import REGISTRATION_FIELDS, Statement, statements_of

Grouped = Mapping[str, Sequence[Values]]

_PERSON = ("created", "station", *REGISTRATION_FIELDS)
_VACANCY = (
    "station",
    "employer",
    "headcount",
    "registered_on",
    "valid_until",
    "closed_on",
    "close_reason",
)
_FOLLOW_UP = ("created", "person", "day", "outcome", "next_on")
REFERRAL_FIELDS = (
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
"""What tells where an introduction stands."""


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
        made = day_of(text_of(values, "created"))
        return statements_of(values, made, chain(asked, referred), self.earlier.get(person, ()))


@dataclass(frozen=True)
class Part:
    """Some people, vacancies, employers and tasks, instead of all."""

    people: frozenset[str]
    vacancies: frozenset[str]
    employers: frozenset[str] = frozenset()
    tasks: frozenset[str] = frozenset()

    def of(self, kind: str) -> frozenset[str]:
        """Return those of a kind of record."""
        kinds = {
            "person": self.people,
            "vacancy": self.vacancies,
            "employer": self.employers,
            "task": self.tasks,
        }
        return kinds[kind]


def touched(reader: Reader, changed: Iterable[tuple[str, str]]) -> Part:
    """Return of whom and of what something else may be true once records changed.

    A service concerns everybody whom it ever named: it may have been moved from one to another.
    A vacancy depends on its employer, and on the visits there.

    Args:
        changed: pairs of (kind, record).
    """
    found: dict[str, set[str]] = {kind: set() for kind in ("person", "vacancy", "employer", "task")}
    for kind, record in changed:
        names: tuple[str, ...] = tuple(found)
        if kind in found:
            found[kind].add(record)
            names = ("same_as",)
        for entry in reader.entries(record):
            for name in names:
                value = (entry.set or {}).get(name)
                if isinstance(value, str):
                    found[kind if name == "same_as" else name].add(value)
    people, vacancies, employers, tasks = (
        frozenset({*records, *(kept(reader, one) for one in records)}) for records in found.values()
    )
    return Part(people, vacancies | _offers_of(reader, employers), employers, tasks)


def _offers_of(reader: Reader, employers: frozenset[str]) -> set[str]:
    """Return the vacancies of employers and of their duplicates."""
    if not employers:
        return set()
    of_them = one_of("employer", with_twins(employers, reader.duplicates("employer")))
    return {text_of(row, "id") for row in reader.columns("vacancy", (), of_them)}


def read_register(reader: Reader, part: Part | None = None) -> Register:
    """Read people, vacancies and services that are live: all of them, or those of a ``part``.

    A vacancy names the employer that was kept.
    """
    twins, offers = reader.duplicates("person"), reader.duplicates("vacancy")
    shops = reader.duplicates("employer")
    everybody: Filter = Every()
    whom, what = everybody, everybody
    if part is not None:
        whom, what = one_of("id", part.people), one_of("id", part.vacancies)
    people = {text_of(row, "id"): row for row in reader.columns("person", _PERSON, whom)}
    vacancies = {
        text_of(row, "id"): {**row, "employer": kept_of(shops, text_of(row, "employer"))}
        for row in reader.columns("vacancy", _VACANCY, what)
    }
    of_people, of_offers, of_shops = everybody, everybody, everybody
    if part is not None:
        of_people = one_of("person", with_twins(part.people, twins))
        of_offers = one_of("vacancy", with_twins(part.vacancies, offers))
        employers = {text_of(row, "employer") for row in vacancies.values()}
        of_shops = one_of("employer", with_twins(employers, shops))
    referred = of_people if part is None else Either((of_people, of_offers))
    referrals = sorted(_referrals(reader, referred, everything=part is None), key=_by_day)
    follow_ups = sorted(reader.columns("follow_up", _FOLLOW_UP, of_people), key=_by_day)
    intents = reader.columns("training_intent", ("person", "day"), of_people)
    visits = reader.columns("visit", ("employer", "day"), of_shops)
    some = None if part is None else tuple(people)
    return Register(
        people=people,
        vacancies=vacancies,
        follow_ups=grouped(follow_ups, "person", twins),
        intents=grouped(intents, "person", twins),
        visits=grouped(visits, "employer", shops),
        referrals_of=grouped(referrals, "person", twins),
        referrals_to=grouped(referrals, "vacancy", offers),
        earlier=reader.earlier_sets("person", REGISTRATION_FIELDS, some),
    )


def _referrals(reader: Reader, where: Filter, *, everything: bool) -> Iterator[Values]:
    rows = [*reader.columns("referral", REFERRAL_FIELDS, where)]
    some = None if everything else [text_of(row, "id") for row in rows]
    told = reader.earlier_sets("referral", ("interviewed_on",), some)
    for row in rows:
        interviews = told.get(text_of(row, "id"))
        yield {**row, INTERVIEWS: interviews_of(interviews)} if interviews else row


def _by_day(row: Values) -> tuple[str, str]:
    return text_of(row, "day"), text_of(row, "created")


# Duplicates -------------------------------------------------------------------------------------


def one_of(field: str, records: Iterable[str]) -> Filter:
    """Return the filter for what names one of ``records``."""
    return Named(field, tuple(sorted(records)))


def with_twins(records: Collection[str], twins: Mapping[str, str]) -> set[str]:
    """Return records with their duplicates; ``twins`` are those of ``Reader.duplicates``."""
    return {*records, *(twin for twin, record in twins.items() if record in records)}


def kept_of(twins: Mapping[str, str], record: str) -> str:
    """Return the record that was kept instead of a duplicate; of any other, itself."""
    return twins.get(record, record)


def grouped(rows: Iterable[Values], name: str, twins: Mapping[str, str]) -> Grouped:
    """Put rows together by the record that a field names, those of duplicates by the one kept."""
    found: defaultdict[str, list[Values]] = defaultdict(list)
    for row in rows:
        about = text_of(row, name)
        if about:
            found[kept_of(twins, about)].append(row)
    return dict(found)
