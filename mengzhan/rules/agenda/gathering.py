"""What the agenda of a day is made from, read in one go: a query for each kind of record, of all
records or of those that changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Protocol

from mengzhan.model.entry import Values, text_of
from mengzhan.model.kinds.putting_off import REASON, UNTIL
from mengzhan.rules.agenda.contacts import Served, is_settled
from mengzhan.rules.agenda.employers import Visited
from mengzhan.rules.agenda.people import is_recent_graduate, wants_contact
from mengzhan.rules.due import Due
from mengzhan.rules.filters import Compare, Either, Empty, Every, Filter, Not
from mengzhan.rules.graduates import Box, boxes_since
from mengzhan.rules.months import months_before
from mengzhan.rules.reader import Reader
from mengzhan.rules.register import Grouped, Part, grouped, kept_of, one_of, with_twins
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
_TASK = ("title", "station", *_PUT_OFF)
_FOLLOW_UP = ("created", "person", "day", "outcome", "next_on")
_AGE = itemgetter("day", "created")
_REFERRAL = ("person", "day", "arrived_on", "left_on")
_ARRIVED = Every((Not(Empty("arrived_on")), Empty("left_on")))

Rows = Mapping[str, Values]


class AgendaReader(Reader, Protocol):
    """What the agenda asks of the store."""

    def due(self, today: date, part: Part | None = None) -> list[Due]:
        """Return what is due by the rules about single records (``rules.due``), all or of a part."""


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

    Lines are written about ``people``, ``employers``, ``vacancies`` and ``tasks``; ``offers`` and
    ``shops`` are all those that a line may name, those of other stations as well.
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
    tasks: Rows
    visits: Mapping[str, Visited]
    referrals: Rows
    offers: Rows
    shops: Rows


def gather(reader: AgendaReader, today: date, part: Part | None = None) -> Gathered:
    """Read what the agenda of ``today`` needs, or what it says of a ``part``; about records of
    other stations nothing is said."""
    return _Gatherer(reader, today, part).gathered()


def subject_kind(due: Due) -> str:
    """Return of what kind the record is that a line is about; empty if there is none."""
    if not due.about:
        return ""
    return "employer" if due.kind == "visit" else "person"


class _Gatherer:
    """Reads all records, or those that a part depends on."""

    def __init__(self, reader: AgendaReader, today: date, part: Part | None) -> None:
        self._reader, self._today, self._part = reader, today, part
        self._own = own_station(reader)
        self._twins = reader.duplicates("person")
        self._firms = reader.duplicates("employer")

    def gathered(self) -> Gathered:
        """Read it."""
        dues = [self._of_kept(due) for due in self._reader.due(self._today, self._part)]
        people = self._people(dues)
        registered = [row for row in people.values() if wants_contact(row, self._today)]
        slips = {due.record for due in dues if due.kind == "referral"}
        told = self._referred(slips)
        offers = self._offers(told)
        shops = self._named("employer", _EMPLOYER, self._whose("id", offers))
        return Gathered(
            today=self._today,
            calendar=working_calendar(),
            dues=dues,
            registered=registered,
            served=self._served(registered),
            boxes=self._boxes(registered),
            people=people,
            employers=self._written(shops, "employer"),
            vacancies=self._written(offers, "vacancy"),
            tasks=self._written(self._rows("task", _TASK, self._some("task")), "task"),
            visits=self._visited(self._whose("employer", offers)),
            referrals=told,
            offers=offers,
            shops=shops,
        )

    # Records -------------------------------------------------------------------------------------

    def _some(self, kind: str) -> Filter:
        """Return the filter for the records of a kind that the part names."""
        return Every() if self._part is None else one_of("id", self._part.of(kind))

    def _rows(self, kind: str, names: Sequence[str], *where: Filter) -> dict[str, Values]:
        found = self._reader.columns(kind, names, Every(where))
        return {text_of(row, "id"): row for row in found}

    def _named(self, kind: str, names: Sequence[str], *where: Filter) -> dict[str, Values]:
        """The same of what lines may name: somebody may wait for an answer of a shop elsewhere."""
        found = self._reader.with_excerpts().columns(kind, names, Every(where))
        return {text_of(row, "id"): row for row in found}

    def _written(self, rows: Rows, kind: str) -> Rows:
        """Return those about which lines are written: one's own, in the part."""
        part = None if self._part is None else self._part.of(kind)
        return {
            record: row
            for record, row in rows.items()
            if self._is_own(row) and (part is None or record in part)
        }

    def _is_own(self, row: Values) -> bool:
        return not self._own or row["station"] in (None, "", self._own)

    def _people(self, dues: Iterable[Due]) -> dict[str, Values]:
        known = Either((Not(Empty("unemployed_on")), Not(Empty("graduated_on"))))
        found = self._rows("person", _PERSON, known, self._some("person"))
        missing = {due.about for due in dues if subject_kind(due) == "person"} - found.keys()
        if missing:
            found |= self._rows("person", _WHO, one_of("id", missing))
        return {record: row for record, row in found.items() if self._is_own(row)}

    def _referred(self, slips: set[str]) -> Rows:
        """Return to which vacancy an introduction was; of a duplicate, to the one that was kept."""
        merged = self._reader.duplicates("vacancy")
        found = self._rows("referral", ("vacancy",), one_of("id", slips)) if slips else {}
        return {
            record: {"vacancy": kept_of(merged, text_of(row, "vacancy"))}
            for record, row in found.items()
        }

    def _offers(self, told: Rows) -> Rows:
        """Return vacancies; of a part those that it names and those of which its lines speak."""
        which: Filter = Every()
        if self._part is not None:
            named = {text_of(row, "vacancy") for row in told.values()}
            which = one_of("id", named | self._part.vacancies)
        return {
            record: {**row, "employer": kept_of(self._firms, text_of(row, "employer"))}
            for record, row in self._named("vacancy", _VACANCY, which).items()
        }

    def _whose(self, field: str, offers: Rows) -> Filter:
        """Return the filter for the employers of the part and of ``offers``, or what names them."""
        if self._part is None:
            return Every()
        owners = {text_of(row, "employer") for row in offers.values()}
        return one_of(field, with_twins(owners | self._part.employers, self._firms))

    def _of_kept(self, due: Due) -> Due:
        kept = self._twins.get(due.about) or self._firms.get(due.about)
        return due if kept is None else replace(due, about=kept)

    # What was done -------------------------------------------------------------------------------

    def _about(self, people: Iterable[Values]) -> Filter:
        ids = {text_of(row, "id") for row in people}
        return one_of("person", with_twins(ids, self._twins))

    def _calls(self, people: Sequence[Values], month: Filter) -> tuple[Grouped, list[Values]]:
        """Return the follow-ups of people, the oldest first, and who is not settled by those of
        the last month: only of them is everything read."""

        def read(*where: Filter) -> Grouped:
            rows = self._reader.columns("follow_up", _FOLLOW_UP, Every(where))
            found = grouped(rows, "person", self._twins)
            return {one: sorted(told, key=_AGE) for one, told in found.items()}

        until = Compare("day", "le", self._today.isoformat())
        whose = Every() if self._part is None else self._about(people)
        found = read(until, whose, month)
        others = [row for row in people if not is_settled(found.get(text_of(row, "id"), ()))]
        return {**found, **read(until, self._about(others))}, others

    def _served(self, people: Sequence[Values]) -> Mapping[str, Served]:
        month = Compare("day", "gt", months_before(self._today, 1).isoformat())
        calls, others = self._calls(people, month)
        days: defaultdict[str, list[str]] = defaultdict(list)
        arrivals: defaultdict[str, list[str]] = defaultdict(list)
        whose = Every() if self._part is None else self._about(people)
        dated = Every((whose, Not(Empty("day"))))
        of_others = self._about(others)
        telling = Either((month, of_others, _ARRIVED))
        for row in self._reader.columns("referral", _REFERRAL, Every((dated, telling))):
            person = kept_of(self._twins, text_of(row, "person"))
            days[person].append(text_of(row, "day"))
            if row["arrived_on"] and not row["left_on"]:
                arrivals[person].append(text_of(row, "arrived_on"))
        telling = Either((month, of_others))
        wishes = self._reader.columns("training_intent", ("person", "day"), Every((dated, telling)))
        for row in wishes:
            person = kept_of(self._twins, text_of(row, "person"))
            days[person].append(text_of(row, "day"))
        asked = (text_of(row, "id") for row in people)
        return {
            one: Served(calls.get(one, ()), days.get(one, ()), arrivals.get(one, ()))
            for one in asked
        }

    def _visited(self, whose: Filter) -> Mapping[str, Visited]:
        until = self._today.isoformat()
        last: dict[str, str] = {}
        for row in self._reader.columns("visit", ("employer", "day"), whose):
            employer, day = text_of(row, "employer"), text_of(row, "day")
            if last.get(employer, "") < day <= until:
                last[employer] = day
        asking = Every((whose, Not(Empty("demand")), Empty("closed_on")))
        asked = self._reader.columns("visit", ("employer",), asking)
        waiting = {text_of(row, "employer") for row in asked}
        found: dict[str, Visited] = {}
        for employer in last.keys() | waiting:
            kept = kept_of(self._firms, employer)
            before = found.get(kept, Visited())
            newest = max(before.last, last.get(employer, ""))
            found[kept] = Visited(newest, before.waits or employer in waiting)
        return found

    def _boxes(self, people: Sequence[Values]) -> Mapping[str, Sequence[Box]]:
        graduates = [row for row in people if is_recent_graduate(row, self._today)]
        if not graduates:
            return {}
        where = self._about(graduates)
        services: defaultdict[str, list[_Service]] = defaultdict(list)
        for kind, names in (
            ("follow_up", ("day", "outcome", "needs", "policies")),
            ("referral", ("day",)),
            ("enrolment", ("started_on", "result")),
        ):
            for row in self._reader.columns(kind, ("person", *names), where):
                made = _Service(kind, text_of(row, "id"), row)
                services[kept_of(self._twins, text_of(row, "person"))].append(made)
        return {
            one: boxes_since(text_of(row, "graduated_on"), services[one])
            for one, row in ((text_of(row, "id"), row) for row in graduates)
        }
