"""The six boxes of 1131 for graduates who left school without work (离校未就业毕业生).

One policy briefing, one career talk, three job referrals, one training or placement (domain A2).
A box is ticked by service records alone; nobody ticks it by hand.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from mengzhan.model.entry import Values
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.rules.answers import UNREACHED
from mengzhan.rules.linked import linked
from mengzhan.rules.reader import Reader

_SERVICES = ("follow_up", "referral", "enrolment")
"""The kinds of record that earn a box."""

_IN_TRAINING = ("2", "3", "4", "6")
"""Enrolment results that show somebody was there (``enrolment_result``)."""


class Service(Protocol):
    """A record of something that was done for a person."""

    @property
    def kind(self) -> str:
        """Its record kind."""

    @property
    def record(self) -> str:
        """Its id."""

    @property
    def values(self) -> Values:
        """Its fields."""


@dataclass(frozen=True)
class Box:
    """One box: its words, and the day on which it was earned (empty while it is open)."""

    label: str
    day: str
    record: str = ""


def is_graduate(person: Values) -> bool:
    """Whether 1131 applies: a graduation date is known."""
    return bool(person.get("graduated_on"))


def boxes(reader: Reader, person: str) -> list[Box]:
    """Return the six boxes of a person in the order of the rule."""
    return boxes_since(_since(reader, person), linked(reader, person, _SERVICES))


def boxes_since(since: str, found: Iterable[Service]) -> list[Box]:
    """Return the six boxes from services that were read already, in any order."""
    services = [one for one in sorted(found, key=_day) if _day(one) >= since]
    return [
        _first(QT_TRANSLATE_NOOP("model", "政策宣介"), filter(_briefed, services)),
        _first(QT_TRANSLATE_NOOP("model", "职业指导"), filter(_advised, services)),
        *_three_referrals(services),
        _first(QT_TRANSLATE_NOOP("model", "培训或见习"), filter(_trained, services)),
    ]


def _since(reader: Reader, person: str) -> str:
    state = reader.state(person)
    return str(state.values.get("graduated_on") or "") if state else ""


def _day(state: Service) -> str:
    return str(state.values.get("day") or state.values.get("started_on") or "")


def _briefed(state: Service) -> bool:
    return state.kind == "follow_up" and bool(state.values.get("policies"))


def _advised(state: Service) -> bool:
    """A talk that reached the person and noted what they need."""
    reached = state.values.get("outcome") not in UNREACHED
    return state.kind == "follow_up" and reached and bool(state.values.get("needs"))


def _trained(state: Service) -> bool:
    enrolled = state.kind == "enrolment" and state.values.get("result") in _IN_TRAINING
    return enrolled or (state.kind == "follow_up" and state.values.get("outcome") == "F4")


def _first(label: str, earned: Iterable[Service]) -> Box:
    state = next(iter(earned), None)
    return Box(label, "") if state is None else Box(label, _day(state), state.record)


def _three_referrals(services: list[Service]) -> list[Box]:
    referrals = [state for state in services if state.kind == "referral"]
    labels = (
        QT_TRANSLATE_NOOP("model", "岗位推荐 1"),
        QT_TRANSLATE_NOOP("model", "岗位推荐 2"),
        QT_TRANSLATE_NOOP("model", "岗位推荐 3"),
    )
    return [_first(label, referrals[place : place + 1]) for place, label in enumerate(labels)]
