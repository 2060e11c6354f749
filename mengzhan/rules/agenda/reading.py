"""The agenda of a day: its lines in order, what was put off, and which employers nobody has seen.

It is worked out from what stands (``Standing``): lines by the record that waits. After a change
only those of the records that it touched are written again.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mengzhan.model.codes import code_table
from mengzhan.model.collector import collector_at_rest
from mengzhan.model.divisions import division_tree
from mengzhan.model.entry import Values, text_of
from mengzhan.model.kinds.putting_off import REASON, UNTIL
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.agenda.employers import Visited, is_wanting, unconfirmed, visit_due
from mengzhan.rules.agenda.gathering import (
    AgendaReader,
    Gathered,
    Rows,
    gather,
    subject_kind,
)
from mengzhan.rules.agenda.lines import (
    NOWHERE,
    Line,
    Route,
    Subject,
    in_walking_order,
    strength,
)
from mengzhan.rules.agenda.people import Asked, asked_of
from mengzhan.rules.due import Due
from mengzhan.rules.register import Part, kept_of, one_of, touched, with_twins
from mengzhan.rules.visit_sheets import walking_order
from mengzhan.rules.workdays import working_calendar

_NEVER = Visited()

Told = tuple[str, str, Route, Subject | None]
"""What a line says of its record: title, place, where it lies on the way, and about whom it is."""


@dataclass(frozen=True)
class Agenda:
    """A day.

    ``unseen``: place code -> a line for each employer that was not visited this month and is not
    among the lines. ``unknown_years``: years whose holidays nobody knows yet, Monday to Friday
    being taken for working days.
    """

    day: date
    lines: tuple[Line, ...]
    put_off: tuple[Line, ...]
    unseen: Mapping[str, tuple[Line, ...]]
    unknown_years: tuple[int, ...]


@dataclass(frozen=True)
class Standing:
    """The lines of a day by the record that waits, put off or not, and those of employers that
    were not visited this month by the employer."""

    lines: Mapping[Subject, Line]
    unseen: Mapping[str, Line]

    def with_part(self, fresh: "Standing", part: Part) -> "Standing":
        """Return what stands once the records of a part say ``fresh``."""
        lines = {
            waiting: line
            for waiting, line in self.lines.items()
            if waiting.record not in part.of(waiting.kind)
        }
        unseen = {one: line for one, line in self.unseen.items() if one not in part.employers}
        return Standing({**lines, **fresh.lines}, {**unseen, **fresh.unseen})


def read_agenda(reader: AgendaReader, today: date) -> Agenda:
    """Work out what is to be done on a day, in order."""
    return agenda_of(read_standing(reader, today), today)


def read_standing(reader: AgendaReader, today: date, part: Part | None = None) -> Standing:
    """Work out what stands on a day, or what a ``part`` has to do with it."""
    with collector_at_rest():
        return _Writer(gather(reader, today, part)).standing()


def follow_standing(
    standing: Standing, reader: AgendaReader, today: date, changed: Collection[tuple[str, str]]
) -> Standing:
    """Return what stands once records changed, given as pairs of (kind, record)."""
    part = _touched(reader, changed)
    return standing.with_part(read_standing(reader, today, part), part)


def _touched(reader: AgendaReader, changed: Collection[tuple[str, str]]) -> Part:
    """Of a vacancy or an employer the lines of those speak who were introduced there."""
    part = touched(reader, changed)
    if all(kind not in ("vacancy", "employer") for kind, _ in changed):
        return part
    offers = with_twins(part.vacancies, reader.duplicates("vacancy"))
    introduced = reader.columns("referral", ("person",), one_of("vacancy", offers))
    twins = reader.duplicates("person")
    people = {kept_of(twins, text_of(row, "person")) for row in introduced}
    return replace(part, people=part.people | people)


def agenda_of(standing: Standing, today: date) -> Agenda:
    """Put what stands into order."""
    day, calendar = today.isoformat(), working_calendar()
    lines = standing.lines.values()
    now = [line for line in lines if line.until <= day]
    waiting = in_walking_order(line for line in lines if line.until > day)
    years = {today.year, *(line.due.by.year for line in now)}
    unseen: defaultdict[str, list[Line]] = defaultdict(list)
    for line in in_walking_order(standing.unseen.values()):
        unseen[str(line.route[0])].append(line)
    return Agenda(
        day=today,
        lines=tuple(in_walking_order(now)),
        put_off=tuple(sorted(waiting, key=lambda line: line.until)),
        unseen={place: tuple(unseen[place]) for place in sorted(unseen)},
        unknown_years=tuple(sorted(year for year in years if not calendar.is_known(year))),
    )


class _Writer:
    """Writes the lines for what was gathered."""

    def __init__(self, gathered: Gathered) -> None:
        self._of = gathered
        self._today = gathered.today.isoformat()
        # a referral or a follow-up that names nobody waits with no record
        self._rows: Mapping[str, Rows] = defaultdict(
            dict,
            person=gathered.people,
            employer=gathered.employers,
            vacancy=gathered.vacancies,
            task=gathered.tasks,
        )

    def standing(self) -> Standing:
        """Return what stands."""
        asked = self._asked()
        dues: defaultdict[Subject, list[Due]] = defaultdict(list)
        for waiting, due in (*self._of_records(), *self._of_people(asked), *self._of_vacancies()):
            dues[waiting].append(due)
        unseen: dict[str, Line] = {}
        for waiting, due, wanting in self._of_employers():
            if waiting in dues or wanting:
                dues[waiting].append(due)
            else:
                unseen[waiting.record] = self._line(waiting, [due])
        lines = (self._line(one, dues[one], asked.get(one.record)) for one in dues)
        return Standing({line.waiting: line for line in in_walking_order(lines)}, unseen)

    # What is due, and which record waits for it --------------------------------------------------

    def _asked(self) -> dict[str, Asked]:
        of = self._of
        found: dict[str, Asked] = {}
        for row in of.registered:
            person = text_of(row, "id")
            asked = asked_of(
                row, of.served[person], of.boxes.get(person, ()), of.today, of.calendar
            )
            if asked.dues or asked.missed:
                found[person] = asked
        return found

    def _of_people(self, asked: Mapping[str, Asked]) -> Iterator[tuple[Subject, Due]]:
        for person, one in asked.items():
            waiting = Subject("person", person)
            yield from ((waiting, due) for due in one.dues)

    def _of_records(self) -> Iterator[tuple[Subject, Due]]:
        """The rules about single records; other stations' are not ours to ask about."""
        for due in self._of.dues:
            waiting = Subject(subject_kind(due) or due.kind, due.about or due.record)
            if waiting.record in self._rows[waiting.kind]:
                yield waiting, due

    def _of_vacancies(self) -> Iterator[tuple[Subject, Due]]:
        of, named = self._of, {due.record for due in self._of.dues}
        for vacancy, row in of.vacancies.items():
            visited = of.visits.get(text_of(row, "employer"), _NEVER)
            due = unconfirmed(row, visited, of.today, of.calendar)
            if due is not None and vacancy not in named:
                yield Subject("vacancy", vacancy), due

    def _of_employers(self) -> Iterator[tuple[Subject, Due, bool]]:
        """Yield the employers that were not visited this month, and whether they come first."""
        of = self._of
        for employer, row in of.employers.items():
            visited = of.visits.get(employer, _NEVER)
            if not visited.in_month_of(of.today):
                due = visit_due(row, visited, of.today, of.calendar)
                wanting = is_wanting(row, visited) and due.by <= of.today
                yield Subject("employer", employer), due, wanting

    # Lines ---------------------------------------------------------------------------------------

    def _line(self, waiting: Subject, dues: Sequence[Due], asked: Asked | None = None) -> Line:
        """Make one line of what is due about a record: the strongest rule gives the reason and the
        keys, the others are notes, for one call settles all."""
        notes: Sequence[Message] = ()
        if asked is not None:
            # of a call that reached nobody the notes speak already
            others = [due for due in dues if not (asked.missed and due.work == "follow_up")]
            dues, notes = (others, asked.notes) if others else (dues, ())
        first, *others = sorted(dues, key=strength)
        row = self._rows[waiting.kind][waiting.record]
        until = text_of(row, UNTIL)
        until = until if until >= self._today else ""
        told = (due.reason for due in others)
        return Line(
            first,
            *self._told(waiting, row, first),
            notes=(*told, *notes, *([_put_off(row)] if until else [])),
            late=any(due.overdue for due in others),
            until=until,
        )

    def _told(self, waiting: Subject, row: Values, due: Due) -> Told:
        writers = {
            "person": self._about_person,
            "employer": self._about_employer,
            "vacancy": self._about_vacancy,
            "task": self._about_task,
        }
        return writers[waiting.kind](row, due)

    def _about_person(self, row: Values, due: Due) -> Told:
        code, group = text_of(row, "residence"), text_of(row, "area_group")
        title = text_of(row, "name")
        if due.kind == "referral":
            title = f"{title} → {self._offer(due.record)}"
        place = " · ".join(filter(None, (_division(code), group)))
        route: Route = (code or NOWHERE[0], *walking_order(row))
        return title, place, route, Subject("person", text_of(row, "id"))

    def _offer(self, referral: str) -> str:
        vacancy = text_of(self._of.referrals.get(referral, {}), "vacancy")
        offer = self._of.offers.get(vacancy, {})
        employer = self._of.shops.get(text_of(offer, "employer"), {})
        return f"{text_of(employer, 'name')} {text_of(offer, 'title')}".strip()

    def _about_employer(self, row: Values, _due: Due) -> Told:
        place = text_of(row, "address") or _division(text_of(row, "place"))
        subject = Subject("employer", text_of(row, "id"))
        return text_of(row, "name"), place, _to_employer(row, place), subject

    def _about_vacancy(self, row: Values, _due: Due) -> Told:
        employer, place = text_of(row, "employer"), text_of(row, "workplace")
        known = self._of.shops.get(employer, {})
        wanted = f" ×{row['headcount']}" if row.get("headcount") else ""
        title = f"{text_of(known, 'name')} · {text_of(row, 'title')}{wanted}"
        return title, place, _to_employer(known, place), Subject("employer", employer)

    def _about_task(self, row: Values, _due: Due) -> Told:
        return text_of(row, "title"), "", NOWHERE, None


def _put_off(row: Values) -> Message:
    """Say until when and why a line was put off, also on the day on which it comes back."""
    words = QT_TRANSLATE_NOOP("model", "推后到 {day}：{reason}")
    reason = code_table("put_off_reason").label(text_of(row, REASON))
    return Message(words, {"day": text_of(row, UNTIL), "reason": reason})


def _to_employer(employer: Values, place: str) -> Route:
    there = {"address": place, "name": text_of(employer, "name")}
    return (text_of(employer, "place") or NOWHERE[0], *walking_order(there))


def _division(code: str) -> str:
    known = division_tree().get(code)
    return known.name if known is not None else ""
