"""What the agenda of a day is made from, read in one go: a query for each kind of record."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Any, Protocol

from mengzhan.model.entry import Values, text_of
from mengzhan.model.kinds.putting_off import REASON, UNTIL
from mengzhan.rules.agenda.contacts import Served, is_settled
from mengzhan.rules.agenda.employers import Visited
from mengzhan.rules.agenda.people import is_recent_graduate, wants_contact
from mengzhan.rules.due import Due
from mengzhan.rules.filters import Compare, Either, Empty, Every, Filter, Not, OneOf
from mengzhan.rules.graduates import Box, boxes_since
from mengzhan.rules.months import months_before
from mengzhan.rules.reader import Reader
from mengzhan.rules.register import Grouped, grouped, kept_of, with_twins
from mengzhan.rules.station import own_station
from mengzhan.rules.workdays import WorkingCalendar, working_calendar

_PUT_OFF = (UNTIL, REASON)
_WHO = ("name", "residence", "area_group", "address", "household", "station", *_PUT_OFF)
_PERSON = (
    *_WHO,
    "unemployed_on",
    "deregistered_on",
    "graduated_on",
    "registered_on",
    "employment_status",
    "birth_date",
    "sex",
    "limits",
    "away_months",
)
_EMPLOYER = (
    "created",
    "name",
    "place",
    "address",
    "short_of_staff",
    "registered_on",
    "station",
    *_PUT_OFF,
)
_VACANCY = (
    "employer",
    "title",
    "headcount",
    "workplace",
    "registered_on",
    "valid_until",
    "closed_on",
    "close_reason",
    "station",
    *_PUT_OFF,
)
_FOLLOW_UP = ("created", "person", "day", "outcome", "next_on")
_REFERRAL = ("person", "day", "arrived_on", "left_on")

Rows = Mapping[str, Values]


class AgendaReader(Reader, Protocol):
    """What the agenda asks of the store."""

    def due(self, today: date) -> list[Due]:
        """Return what is due by the rules about single records (``rules.due``)."""

    def setting(self, name: str, default: Any = None) -> Any:
        """Return a setting of the station."""


@dataclass(frozen=True)
class _Service:
    """A record of something that was done."""

    kind: str
    record: str
    values: Values


@dataclass(frozen=True)
class Gathered:
    """Rows by their ids. ``registered`` are the people whom the rules about people look at, with
    what was done for them and, of graduates, the boxes of 1131; ``dues`` come from single records.
    """

    today: date
    calendar: WorkingCalendar
    dues: Sequence[Due]
    registered: Sequence[Values]
    served: Mapping[str, Served]
    boxes: Mapping[str, Sequence[Box]]
    people: Rows
    employers: Rows
    vacancies: Rows
    visits: Mapping[str, Visited]
    referrals: Rows
    tasks: Rows


def gather(reader: AgendaReader, today: date) -> Gathered:
    """Read what the agenda of ``today`` needs; records of other stations are left out."""
    own = own_station(reader)
    twins, shops = reader.duplicates("person"), reader.duplicates("employer")

    def is_own(row: Values) -> bool:
        return not own or text_of(row, "station") in ("", own)

    def rows(kind: str, names: Sequence[str], where: Filter | None = None) -> dict[str, Values]:
        found = reader.columns(kind, names, where)
        return {text_of(row, "id"): row for row in found if is_own(row)}

    known = Either((Not(Empty("unemployed_on")), Not(Empty("graduated_on"))))
    people = rows("person", _PERSON, known)
    registered = [row for row in people.values() if wants_contact(row, today)]
    employers, vacancies = rows("employer", _EMPLOYER), rows("vacancy", _VACANCY)
    dues = [_of_kept(due, twins, shops) for due in reader.due(today)]
    missing = _named(dues, "person") - people.keys()
    people |= rows("person", _WHO, OneOf("id", tuple(sorted(missing)))) if missing else {}
    slips = tuple(sorted({due.record for due in dues if due.kind == "referral"}))
    told = reader.columns("referral", ("person", "vacancy"), OneOf("id", slips)) if slips else ()
    return Gathered(
        today=today,
        calendar=working_calendar(),
        dues=dues,
        registered=registered,
        served=_served(reader, registered, twins, today),
        boxes=_boxes(reader, registered, twins, today),
        people=people,
        employers=employers,
        vacancies=vacancies,
        visits=_visited(reader, shops, today),
        referrals={text_of(row, "id"): row for row in told},
        tasks=rows("task", ("title", "station", *_PUT_OFF)),
    )


def _of_kept(due: Due, twins: Mapping[str, str], shops: Mapping[str, str]) -> Due:
    kept = twins.get(due.about) or shops.get(due.about)
    return due if kept is None else replace(due, about=kept)


def _named(dues: Iterable[Due], kind: str) -> set[str]:
    return {due.about for due in dues if subject_kind(due) == kind}


def subject_kind(due: Due) -> str:
    """Return of what kind the record is that a line is about; empty if there is none."""
    if not due.about:
        return ""
    return "employer" if due.kind == "visit" else "person"


def _about(people: Iterable[Values], twins: Mapping[str, str]) -> Filter:
    ids = {text_of(row, "id") for row in people}
    return OneOf("person", tuple(sorted(with_twins(ids, twins))))


def _calls(
    reader: Reader, people: Sequence[Values], twins: Mapping[str, str], today: date
) -> Grouped:
    """Return the follow-ups of people, the oldest first.

    Those of the last month settle most people; only of the others is everything read.
    """

    def read(*where: Filter) -> Grouped:
        rows = reader.columns("follow_up", _FOLLOW_UP, Every(where))
        return grouped(sorted(rows, key=itemgetter("day", "created")), "person", twins)

    until = Compare("day", "le", today.isoformat())
    found = read(until, Compare("day", "gt", months_before(today, 1).isoformat()))
    others = [row for row in people if not is_settled(found.get(text_of(row, "id"), ()))]
    return {**found, **read(until, _about(others, twins))}


def _served(
    reader: Reader, people: Sequence[Values], twins: Mapping[str, str], today: date
) -> Mapping[str, Served]:
    where = Every((_about(people, twins), Not(Empty("day"))))
    by_person = _calls(reader, people, twins, today)
    days: defaultdict[str, list[str]] = defaultdict(list)
    arrivals: defaultdict[str, list[str]] = defaultdict(list)
    for row in reader.columns("referral", _REFERRAL, where):
        person = kept_of(twins, text_of(row, "person"))
        days[person].append(text_of(row, "day"))
        if row["arrived_on"] and not row["left_on"]:
            arrivals[person].append(text_of(row, "arrived_on"))
    for row in reader.columns("training_intent", ("person", "day"), where):
        person = kept_of(twins, text_of(row, "person"))
        days[person].append(text_of(row, "day"))
    return {
        person: Served(by_person.get(person, ()), days.get(person, ()), arrivals.get(person, ()))
        for person in (text_of(row, "id") for row in people)
    }


def _visited(reader: Reader, shops: Mapping[str, str], today: date) -> Mapping[str, Visited]:
    until = today.isoformat()
    last: dict[str, str] = {}
    for row in reader.columns("visit", ("employer", "day")):
        employer, day = text_of(row, "employer"), text_of(row, "day")
        if last.get(employer, "") < day <= until:
            last[employer] = day
    asking = Every((Not(Empty("demand")), Empty("closed_on")))
    waiting = {text_of(row, "employer") for row in reader.columns("visit", ("employer",), asking)}
    found: dict[str, Visited] = {}
    for employer in last.keys() | waiting:
        kept = kept_of(shops, employer)
        before = found.get(kept, Visited())
        newest = max(before.last, last.get(employer, ""))
        found[kept] = Visited(newest, before.waits or employer in waiting)
    return found


def _boxes(
    reader: Reader, people: Sequence[Values], twins: Mapping[str, str], today: date
) -> Mapping[str, Sequence[Box]]:
    graduates = [row for row in people if is_recent_graduate(row, today)]
    if not graduates:
        return {}
    where = _about(graduates, twins)
    services: defaultdict[str, list[_Service]] = defaultdict(list)
    for kind, names in (
        ("follow_up", ("day", "outcome", "needs", "policies")),
        ("referral", ("day",)),
        ("enrolment", ("started_on", "result")),
    ):
        for row in reader.columns(kind, ("person", *names), where):
            made = _Service(kind, text_of(row, "id"), row)
            services[kept_of(twins, text_of(row, "person"))].append(made)
    return {
        text_of(row, "id"): boxes_since(text_of(row, "graduated_on"), services[text_of(row, "id")])
        for row in graduates
    }
