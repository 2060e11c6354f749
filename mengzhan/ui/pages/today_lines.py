"""The lines of 今日 as a person reads them: whom or what, why, where, and what Enter does."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mengzhan.model.divisions import division_tree
from mengzhan.model.entry import Value, Values, text_of
from mengzhan.model.fold import State
from mengzhan.model.words import Message
from mengzhan.rules.due import Due
from mengzhan.rules.linked import linked
from mengzhan.store.reader import StoreReader


@dataclass(frozen=True)
class Subject:
    """The person or employer that a line is about."""

    kind: str
    record: str


@dataclass(frozen=True)
class Line:
    """One line. ``place`` is where one has to go, ``route`` its sort key."""

    due: Due
    title: str
    place: str
    route: str
    subject: Subject | None

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
        """Whether its day is over."""
        return self.due.overdue


def follow_ups(reader: StoreReader, person: str) -> list[Values]:
    """Return the follow-ups of a person, newest day first."""
    found = linked(reader, person, ("follow_up",))
    return [state.values for state in sorted(found, key=_asked_on, reverse=True)]


def _asked_on(follow_up: State) -> tuple[str, str]:
    return text_of(follow_up.values, "day"), follow_up.first.at if follow_up.first else ""


def lines_of(reader: StoreReader, today: date) -> list[Line]:
    """Return all lines: overdue first, then in walking order, then by day."""
    lines = [_line(reader, due) for due in reader.due(today)]
    return sorted(lines, key=lambda line: (not line.overdue, line.route, line.due.by, line.title))


def _line(reader: StoreReader, due: Due) -> Line:
    row = reader.record(due.kind, due.record) or {}
    writers = {
        "follow_up": _of_person,
        "referral": _of_referral,
        "vacancy": _of_vacancy,
        "visit": _of_employer,
    }
    writer = writers.get(due.kind)
    if writer is None:
        return Line(due, reader.title(due.kind, due.record), "", "~", None)
    return writer(reader, due, row)


def _of_person(reader: StoreReader, due: Due, row: dict[str, Any]) -> Line:
    person = str(row.get("person") or "")
    place, route = _home(reader, person)
    return Line(due, reader.title("person", person), place, route, Subject("person", person))


def _of_referral(reader: StoreReader, due: Due, row: dict[str, Any]) -> Line:
    person, vacancy = str(row.get("person") or ""), str(row.get("vacancy") or "")
    offer = reader.record("vacancy", vacancy) or {}
    employer = reader.title("employer", str(offer.get("employer") or ""))
    title = f"{reader.title('person', person)} → {employer} {offer.get('title') or ''}".strip()
    place, route = _home(reader, person)
    return Line(due, title, place, route, Subject("person", person))


def _of_vacancy(reader: StoreReader, due: Due, row: dict[str, Any]) -> Line:
    employer = str(row.get("employer") or "")
    title = (
        f"{reader.title('employer', employer)} · {row.get('title') or ''} ×{row.get('headcount')}"
    )
    route = f"{_code(reader, employer)}~{row.get('workplace') or ''}"
    return Line(due, title, str(row.get("workplace") or ""), route, Subject("employer", employer))


def _of_employer(reader: StoreReader, due: Due, row: dict[str, Any]) -> Line:
    employer = str(row.get("employer") or "")
    known = reader.record("employer", employer) or {}
    place = str(known.get("address") or "") or _division(known.get("place"))
    route = f"{_code(reader, employer)}~{place}"
    return Line(
        due, reader.title("employer", employer), place, route, Subject("employer", employer)
    )


def _home(reader: StoreReader, person: str) -> tuple[str, str]:
    row = reader.record("person", person) or {}
    code, group = str(row.get("residence") or "~"), str(row.get("area_group") or "")
    parts = (_division(row.get("residence")), group)
    return " · ".join(filter(None, parts)), f"{code}{group}"


def _code(reader: StoreReader, employer: str) -> str:
    row = reader.record("employer", employer) or {}
    return str(row.get("place") or "~")


def _division(code: Value) -> str:
    known = division_tree().get(code) if isinstance(code, str) else None
    return known.name if known is not None else ""
