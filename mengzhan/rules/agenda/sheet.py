"""The day on paper: the people of some lines as a sheet with row codes, all else as plain lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from mengzhan.model.entry import Values, text_of
from mengzhan.model.words import Message
from mengzhan.rules.agenda.lines import Line
from mengzhan.rules.operations import kept, present
from mengzhan.rules.reader import Reader
from mengzhan.rules.slip_answers import AskedSlip
from mengzhan.rules.visit_sheets import Visited, VisitSheet

PURPOSE = "今日清单"
"""What telephones are written out for; it stands in the log of disclosures."""


_BOXES = {
    "vacancy": {"1": "还在招", "2": "招满了", "3": "不招了"},
    "task": {"1": "已完成"},
    "visit": {"1": "已办，销号"},
}
"""What can be ticked on a line, by the kind of record that waits; whom somebody has to visit first
has no result to tick."""


@dataclass(frozen=True)
class DayLine:
    """A line that is about no person: what, where, whom to call, why, and key -> words of what can
    be ticked; the keys are those that 今日 takes."""

    title: str
    place: str
    phone: str
    reasons: tuple[Message, ...]
    boxes: Mapping[str, str] = field(default_factory=dict)


def people_of(lines: Iterable[Line]) -> list[str]:
    """Return the people whom lines are about, each once."""
    people = (line.subject for line in lines if line.subject is not None)
    return list(dict.fromkeys(one.record for one in people if one.kind == "person"))


def with_reasons(
    reader: Reader, sheets: Iterable[VisitSheet], lines: Iterable[Line]
) -> list[VisitSheet]:
    """Write on each line of the sheets why the person is to be called, before what is known; where
    a slip waits, it is asked about."""
    why: dict[str, list[str]] = {}
    slips: dict[str, AskedSlip] = {}
    for line in lines:
        if line.subject is not None:
            why.setdefault(line.subject.record, []).extend(map(str, _reasons(line)))
            if line.kind == "referral":
                slips[line.subject.record] = AskedSlip(line.due.record, line.due.work)

    def reasoned(one: Visited) -> Visited:
        told = dict.fromkeys((*why.get(one.record, ()), one.known))
        slip = slips.get(one.record)
        offer = offer_of(reader, slip) if slip is not None else ""
        return replace(one, known="；".join(filter(None, told)), slip=slip, offer=offer)

    return [replace(sheet, people=tuple(map(reasoned, sheet.people))) for sheet in sheets]


def offer_of(reader: Reader, slip: AskedSlip) -> str:
    """Name the employer and the vacancy that somebody was introduced to, as 今日 does."""
    vacancy = _values(reader, text_of(_values(reader, slip.referral), "vacancy"))
    employer = _values(reader, text_of(vacancy, "employer"))
    return f"{text_of(employer, 'name')} {text_of(vacancy, 'title')}".strip()


def _values(reader: Reader, record: str) -> Values:
    state = reader.state(kept(reader, record))
    return state.values if state is not None else {}


def other_lines(reader: Reader, lines: Iterable[Line]) -> list[DayLine]:
    """Return the lines that are about no person, with the telephone of the employer."""
    return [
        DayLine(
            line.title,
            line.place,
            _phone(reader, line),
            _reasons(line),
            _BOXES.get(line.kind, {}) if line.due.work != "visit_month" else {},
        )
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
