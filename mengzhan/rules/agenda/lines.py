"""The lines of a day: several reasons about one person or employer are one line, in walking order."""

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mengzhan.model.words import Message
from mengzhan.rules.due import Due
from mengzhan.rules.due_rules import due_rules


class Subject(NamedTuple):
    """The person or employer that a line is about."""

    kind: str
    record: str


Route = tuple[object, ...]
"""Where a line lies on the way: its place, then group, house and name."""

NOWHERE: Route = ("~",)
"""The route of what is done at the desk; it comes last."""


@dataclass(frozen=True)
class Line:
    """One line. ``place`` is where one has to go, ``notes`` are further reasons and what to know;
    it was put off ``until`` a day (ISO), if it was."""

    due: Due
    title: str
    place: str = ""
    route: Route = NOWHERE
    subject: Subject | None = None
    notes: tuple[Message, ...] = ()
    late: bool = False
    until: str = ""

    @property
    def kind(self) -> str:
        """The kind of record that waits."""
        return self.due.kind

    @property
    def reason(self) -> Message:
        """Why it is on the list."""
        return self.due.reason

    @property
    def overdue(self) -> bool:
        """Whether the day of one of its reasons is over."""
        return self.due.overdue or self.late

    @property
    def waiting(self) -> Subject:
        """The record that is put off if the line is: what it is about, or whom."""
        if self.subject is None or self.kind == "vacancy":
            return Subject(self.kind, self.due.record)
        return self.subject

    @property
    def minutes(self) -> int:
        """How long it takes, roughly."""
        rule = due_rules().get(self.due.work)
        return rule.minutes if rule is not None else 0


def in_walking_order(lines: Iterable[Line]) -> list[Line]:
    """Overdue first, then as one walks."""
    return sorted(lines, key=_step)


def with_lines(lines: Iterable[Line], more: Iterable[Line]) -> list[Line]:
    """Return lines that are in walking order with a few more in their places."""
    found = list(lines)
    for line in more:
        insort(found, line, key=_step)
    return found


def _step(line: Line) -> tuple[object, ...]:
    # the record last: two people of one name and house keep their order, however they were read
    return not line.overdue, line.route, line.due.by, line.title, line.due.record


def strength(due: Due) -> tuple[int, date, str]:
    """Sort what is due about one record, the strongest rule first."""
    rule = due_rules().get(due.work)
    return (rule.rank if rule is not None else 0), due.by, due.record


def within(lines: Iterable[Line], minutes: int) -> list[Line]:
    """Return the lines that can be done in so many minutes, in their order."""
    chosen: list[Line] = []
    left = minutes
    for line in lines:
        if line.minutes <= left:
            chosen.append(line)
            left -= line.minutes
    return chosen
