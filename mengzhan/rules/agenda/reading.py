"""The agenda of a day: its lines in order, what was put off, and which employers nobody has seen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from mengzhan.model.codes import code_table
from mengzhan.model.divisions import division_tree
from mengzhan.model.entry import Values, text_of
from mengzhan.model.kinds.putting_off import REASON, UNTIL
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.agenda.employers import Visited, is_wanting, unconfirmed, visit_due
from mengzhan.rules.agenda.gathering import AgendaReader, Gathered, gather, subject_kind
from mengzhan.rules.agenda.lines import NOWHERE, Line, Route, Subject, in_walking_order, joined
from mengzhan.rules.agenda.people import Asked, asked_of
from mengzhan.rules.due import Due
from mengzhan.rules.visit_sheets import walking_order

_NEVER = Visited()


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


def read_agenda(reader: AgendaReader, today: date) -> Agenda:
    """Work out what is to be done on a day, in order."""
    return _Writer(gather(reader, today)).agenda()


class _Writer:
    """Writes the lines for what was gathered."""

    def __init__(self, gathered: Gathered) -> None:
        self._of = gathered
        self._today = gathered.today.isoformat()

    def agenda(self) -> Agenda:
        """Return the day."""
        asked = self._asked()
        found = [*self._of_records(), *self._of_people(asked), *self._of_vacancies()]
        shops = {line.subject.record for line in found if line.kind == "visit" and line.subject}
        wanting, unseen = self._of_employers(shops)
        lines = [self._marked(line) for line in _together([*found, *wanting], asked)]
        now = [line for line in lines if self._until(line) <= self._today]
        waiting = (line for line in lines if self._until(line) > self._today)
        years = {self._of.today.year, *(line.due.by.year for line in now)}
        return Agenda(
            day=self._of.today,
            lines=tuple(in_walking_order(now)),
            put_off=tuple(sorted(waiting, key=self._until)),
            unseen=unseen,
            unknown_years=tuple(sorted(y for y in years if not self._of.calendar.is_known(y))),
        )

    # Lines ---------------------------------------------------------------------------------------

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

    def _of_people(self, asked: Mapping[str, Asked]) -> Iterator[Line]:
        for person, one in asked.items():
            for due in one.dues:
                yield self._about_person(due, person)

    def _of_records(self) -> Iterator[Line]:
        """The rules about single records; other stations' are not ours to ask about."""
        of = self._of
        for due in of.dues:
            kind = subject_kind(due)
            if kind == "person" and due.about in of.people:
                yield self._about_person(due, due.about)
            elif kind == "employer" and due.about in of.employers:
                yield self._about_employer(due)
            elif due.kind == "vacancy" and due.record in of.vacancies:
                yield self._about_vacancy(due)
            elif due.kind == "task" and due.record in of.tasks:
                yield Line(due, text_of(of.tasks[due.record], "title"))

    def _of_vacancies(self) -> Iterator[Line]:
        of, named = self._of, {due.record for due in self._of.dues}
        for vacancy, row in of.vacancies.items():
            visited = of.visits.get(text_of(row, "employer"), _NEVER)
            due = unconfirmed(row, visited, of.today, of.calendar)
            if due is not None and vacancy not in named:
                yield self._about_vacancy(due)

    def _of_employers(self, named: set[str]) -> tuple[list[Line], dict[str, tuple[Line, ...]]]:
        """Return the lines of employers that come first, and of all others by their place."""
        of = self._of
        wanting: list[Line] = []
        unseen: defaultdict[str, list[Line]] = defaultdict(list)
        for employer, row in of.employers.items():
            visited = of.visits.get(employer, _NEVER)
            if visited.in_month_of(of.today):
                continue
            line = self._about_employer(visit_due(row, visited, of.today, of.calendar))
            if employer in named or (is_wanting(row, visited) and line.due.by <= of.today):
                wanting.append(line)
            else:
                unseen[text_of(row, "place")].append(line)
        return wanting, {place: tuple(in_walking_order(unseen[place])) for place in sorted(unseen)}

    # Titles and places ---------------------------------------------------------------------------

    def _about_person(self, due: Due, person: str) -> Line:
        row = self._of.people[person]
        code, group = text_of(row, "residence"), text_of(row, "area_group")
        title = text_of(row, "name")
        if due.kind == "referral":
            title = f"{title} → {self._offer(due.record)}"
        place = " · ".join(filter(None, (_division(code), group)))
        route: Route = (code or "~", *walking_order(row))
        return Line(due, title, place, route, Subject("person", person))

    def _offer(self, referral: str) -> str:
        vacancy = text_of(self._of.referrals.get(referral, {}), "vacancy")
        offer = self._of.vacancies.get(vacancy, {})
        employer = self._of.employers.get(text_of(offer, "employer"), {})
        return f"{text_of(employer, 'name')} {text_of(offer, 'title')}".strip()

    def _about_employer(self, due: Due) -> Line:
        row = self._of.employers[due.about]
        place = text_of(row, "address") or _division(text_of(row, "place"))
        route = self._to_employer(row, place)
        return Line(due, text_of(row, "name"), place, route, Subject("employer", due.about))

    def _about_vacancy(self, due: Due) -> Line:
        row = self._of.vacancies[due.record]
        employer = text_of(row, "employer")
        known = self._of.employers.get(employer, {})
        place = text_of(row, "workplace")
        wanted = f" ×{row['headcount']}" if row.get("headcount") else ""
        title = f"{text_of(known, 'name')} · {text_of(row, 'title')}{wanted}"
        return Line(
            due, title, place, self._to_employer(known, place), Subject("employer", employer)
        )

    def _to_employer(self, employer: Values, place: str) -> Route:
        there = {"address": place, "name": text_of(employer, "name")}
        return (text_of(employer, "place") or NOWHERE[0], *walking_order(there))

    # Put off -------------------------------------------------------------------------------------

    def _waiting(self, line: Line) -> Values:
        of, waiting = self._of, line.waiting
        rows = {
            "person": of.people,
            "employer": of.employers,
            "vacancy": of.vacancies,
            "task": of.tasks,
        }
        return rows[waiting.kind][waiting.record]

    def _until(self, line: Line) -> str:
        return text_of(self._waiting(line), UNTIL)

    def _marked(self, line: Line) -> Line:
        """Say until when and why a line was put off, also on the day on which it comes back."""
        until = self._until(line)
        if until < self._today:
            return line
        words = QT_TRANSLATE_NOOP("model", "推后到 {day}：{reason}")
        reason = code_table("put_off_reason").label(text_of(self._waiting(line), REASON))
        note = Message(words, {"day": until, "reason": reason})
        return replace(line, notes=(*line.notes, note))


def _together(lines: Iterable[Line], asked: Mapping[str, Asked]) -> Iterator[Line]:
    """Join the lines about one person or employer; each vacancy and task stays a line."""
    groups: defaultdict[Subject, list[Line]] = defaultdict(list)
    for line in lines:
        groups[line.waiting].append(line)
    for group in groups.values():
        known = asked.get(group[0].waiting.record)
        if known is None:
            yield joined(group)
            continue
        # of a call that reached nobody the notes speak already
        others = [line for line in group if not (known.missed and line.due.work == "follow_up")]
        yield joined(others, known.notes) if others else joined(group)


def _division(code: str) -> str:
    known = division_tree().get(code)
    return known.name if known is not None else ""
