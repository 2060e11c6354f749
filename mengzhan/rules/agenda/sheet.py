"""The day on paper: the people of some lines as a sheet with row codes, all else as plain lines."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mengzhan.model.words import Message
from mengzhan.rules.agenda.lines import Line
from mengzhan.rules.operations import present
from mengzhan.rules.reader import Reader
from mengzhan.rules.visit_sheets import Visited, VisitSheet

PURPOSE = "今日清单"
"""What telephones are written out for; it stands in the log of disclosures."""


@dataclass(frozen=True)
class DayLine:
    """A line that is about no person: what, where, whom to call, why."""

    title: str
    place: str
    phone: str
    reasons: tuple[Message, ...]


def people_of(lines: Iterable[Line]) -> list[str]:
    """Return the people whom lines are about, each once."""
    people = (line.subject for line in lines if line.subject is not None)
    return list(dict.fromkeys(one.record for one in people if one.kind == "person"))


def with_reasons(sheets: Iterable[VisitSheet], lines: Iterable[Line]) -> list[VisitSheet]:
    """Write on each line of the sheets why the person is to be called, before what is known."""
    why: dict[str, list[str]] = {}
    for line in lines:
        if line.subject is not None:
            why.setdefault(line.subject.record, []).extend(map(str, _reasons(line)))

    def reasoned(one: Visited) -> Visited:
        told = dict.fromkeys((*why.get(one.record, ()), one.known))
        return replace(one, known="；".join(filter(None, told)))

    return [replace(sheet, people=tuple(map(reasoned, sheet.people))) for sheet in sheets]


def other_lines(reader: Reader, lines: Iterable[Line]) -> list[DayLine]:
    """Return the lines that are about no person, with the telephone of the employer."""
    return [
        DayLine(line.title, line.place, _phone(reader, line), _reasons(line))
        for line in lines
        if line.subject is None or line.subject.kind != "person"
    ]


def _reasons(line: Line) -> tuple[Message, ...]:
    return (line.reason, *line.notes)


def _phone(reader: Reader, line: Line) -> str:
    if line.subject is None:
        return ""
    kind = reader.catalogue[line.subject.kind]
    number = present(reader, line.subject.record).values.get("phone")
    return kind["phone"].show(number, masked=False)
