"""What people said on the doorstep (入户走访), keyed in line by line from a visit sheet.

A line becomes the records that its answers mean: a follow-up, a training intention if that was
asked, a verification if the telephone had changed or the register was wrong, and the new telephone
in the person's record. Keying the line again changes these records; an answer that was taken back
takes its record with it. What somebody wrote elsewhere meanwhile stays: another telephone, or the
result of a verification that was worked through.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mengzhan.model.entry import Value, Values, text_of, texts_of
from mengzhan.model.fold import State
from mengzhan.rules import answers
from mengzhan.rules.linked import linked
from mengzhan.rules.operations import add, edit, kept, present, remove
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.rules.slip_answers import AskedSlip, hear
from mengzhan.rules.verifying import CORRECTED, PENDING, what_changed

AT_HOME = "2"
"""The way of contact of a house visit (``visit_mode``)."""

WRONG_DATA = "FB"
"""The outcome that hands a person over to verification (``followup_outcome``)."""


class VisitRecords(NamedTuple):
    """The ids of the records of one line, whether they are written yet or not."""

    follow_up: str
    training_intent: str
    verification: str

    @classmethod
    def made(cls, new_id: Callable[[], str]) -> "VisitRecords":
        """Make the ids for a line."""
        return cls(new_id(), new_id(), new_id())


@dataclass(frozen=True)
class HouseVisit:
    """The answers of one line; an empty text where nothing was ticked or written.

    ``day`` and ``next_on`` are ISO dates, ``phone`` is a new telephone, ``trade`` an occupation,
    ``heard`` the key of what was heard of a referral where that was asked (``slip_answers``).
    """

    day: str = ""
    outcome: str = ""
    willing: str = ""
    trade: str = ""
    business: str = ""
    phone: str = ""
    note: str = ""
    next_on: str = ""
    heard: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered; the day alone is no answer."""
        return self == HouseVisit(day=self.day)

    @property
    def asks_for(self) -> str:
        """The name of the answer without which the others cannot be kept, or an empty text."""
        if self.is_empty or self.heard:
            return ""
        if not self.outcome:
            return "outcome"
        if (self.trade or self.business) and not self.willing:
            return "willing"
        return ""


@dataclass(frozen=True)
class KeyedLine:
    """One line to be written: whom it is about, what was answered, and in which records; of a line
    that asks about a ``slip`` the answer stands in the referral."""

    person: str
    visit: HouseVisit
    records: VisitRecords
    slip: AskedSlip | None = None


def record_house_visits(lines: Sequence[KeyedLine], verifier: str) -> Operation:
    """Write the lines of a sheet, as one action.

    Args:
        verifier: the name of whoever checked on the doorstep, for verifications.

    Raises (when run):
        UserError: a person is not there any more, or a value does not pass its checks.
    """

    def run(reader: Reader, desk: Desk) -> Iterator[Change]:
        for line in lines:
            person = kept(reader, line.person)
            for operation in _of_line(reader, present(reader, person), line, verifier):
                yield from operation(reader, desk)

    return run


def _of_line(reader: Reader, person: State, line: KeyedLine, verifier: str) -> Iterator[Operation]:
    visit, records = line.visit, line.records
    if line.slip is not None:
        yield hear(line.slip, visit.heard, date.fromisoformat(visit.day))
        return
    yield _written("follow_up", records.follow_up, _follow_up(reader, person.record, line))
    intent = _training_intent(reader, person.record, line)
    yield _written("training_intent", records.training_intent, intent)
    before = _live(reader, records.verification)
    phone = _phone_after(reader, person, visit, before)
    verified = _verification(reader, person, visit, before, verifier)
    if phone:
        yield edit(person.record, {"phone": phone})
    if _is_of_line(reader, before):
        yield _written("verification", records.verification, verified)


def _written(kind: str, record: str, values: Values | None) -> Operation:
    """Add a record or change it, bring it back if it was taken away; without values remove it."""

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        known = reader.state(record)
        if values is None:
            return remove(record)(reader, desk) if _live(reader, record) else []
        if known is None:
            return add(kind, values, record)(reader, desk)
        return edit(record, {**values, "deleted": None})(reader, desk)

    return run


def _live(reader: Reader, record: str) -> State | None:
    state = reader.state(record)
    return None if state is None or state.erased or state.deleted else state


def _follow_up(reader: Reader, person: str, line: KeyedLine) -> Values | None:
    visit = line.visit
    if not visit.outcome:
        return None
    return {
        "person": person,
        "day": visit.day,
        "mode": AT_HOME,
        "outcome": visit.outcome,
        "missed": _missed(reader, person, line),
        "next_on": visit.next_on or None,
        "note": visit.note or None,
    }


def _missed(reader: Reader, person: str, line: KeyedLine) -> int | None:
    """How many contacts in a row have failed with this one; none if it did not fail."""
    if line.visit.outcome != answers.NO_CONTACT:
        return None
    known = [
        state.values
        for state in linked(reader, person, ("follow_up",))
        if state.record != line.records.follow_up
    ]
    earlier = [values for values in known if text_of(values, "day") <= line.visit.day]
    newest_first = sorted(earlier, key=lambda values: text_of(values, "day"), reverse=True)
    return answers.missed_in_a_row(values.get("outcome") for values in newest_first) + 1


def _training_intent(reader: Reader, person: str, line: KeyedLine) -> Values | None:
    visit = line.visit
    if not visit.willing:
        return None
    known = _live(reader, line.records.training_intent)
    # a form may have named more trades than a line has room for
    more = texts_of(known.values, "trades")[1:] if known else []
    trades: list[str] = [visit.trade, *more] if visit.trade else []
    return {
        "person": person,
        "day": visit.day,
        "willing": visit.willing,
        "trades": trades or None,
        "start_business": visit.business or None,
    }


def _verification(
    reader: Reader, person: State, visit: HouseVisit, before: State | None, verifier: str
) -> Values | None:
    values: dict[str, Value] = {
        "person": person.record,
        "day": visit.day,
        "mode": AT_HOME,
        "verifier": (text_of(before.values, "verifier") if before else "") or verifier,
    }
    told = _phone_told(reader, before)
    old = told.old if told else text_of(person.values, "phone")
    if visit.phone and visit.phone != old:
        change = what_changed(
            reader.catalogue["person"], {"phone": old or None}, {"phone": visit.phone}
        )
        return {**values, **change, "result": CORRECTED}
    if visit.outcome == WRONG_DATA:
        none = dict.fromkeys(("field_name", "old_value", "new_value"))
        return {**values, **none, "result": PENDING}
    return None


class _Told(NamedTuple):
    """A telephone as a verification has it: before and after."""

    old: str
    new: str


def _phone_told(reader: Reader, verification: State | None) -> _Told | None:
    """The telephones of a verification, if it is about the telephone."""
    values: Values = verification.values if verification else {}
    if text_of(values, "field_name") != reader.catalogue["person"]["phone"].label:
        return None
    return _Told(text_of(values, "old_value"), text_of(values, "new_value"))


def _is_of_line(reader: Reader, verification: State | None) -> bool:
    """Whether a verification says what the line said; what somebody found out since is theirs."""
    if verification is None or _phone_told(reader, verification):
        return True
    return text_of(verification.values, "result") == PENDING


def _phone_after(reader: Reader, person: State, visit: HouseVisit, before: State | None) -> str:
    """The telephone to write, if any: a new one, or the old one if the new one was taken back.

    What the line said already is not written again: another one may have come since.
    """
    told = _phone_told(reader, before)
    if visit.phone:
        return visit.phone if told is None or visit.phone != told.new else ""
    if told is not None and text_of(person.values, "phone") == told.new:
        return told.old
    return ""


def house_visit_of(reader: Reader, records: VisitRecords) -> HouseVisit:
    """Return the answers as the records of a line say them now; empty if there are none."""
    follow_up, intent = (_values(reader, record) for record in records[:2])
    told = _phone_told(reader, _live(reader, records.verification))
    return HouseVisit(
        day=text_of(follow_up, "day"),
        outcome=text_of(follow_up, "outcome"),
        willing=text_of(intent, "willing"),
        trade=next(iter(texts_of(intent, "trades")), ""),
        business=text_of(intent, "start_business"),
        phone=told.new if told else "",
        note=text_of(follow_up, "note"),
        next_on=text_of(follow_up, "next_on"),
    )


def _values(reader: Reader, record: str) -> Values:
    state = _live(reader, record)
    return state.values if state else {}
