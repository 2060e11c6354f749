"""What becomes of a row of a ledger, what it resembles, and what a person says about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from mengzhan.model.entry import Value, Values, is_empty
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.suspicion import Suspicion
from mengzhan.sheets.importing.row import CellProblem, Row

Same = Literal["ask", "keep", "fill", "take"]
"""What to do with a row whose person is stored but otherwise: ask; keep what is stored; fill only
what is empty; take what the row says. Where an earlier row of the file is that person, fill and take
add what it leaves empty; what the two say differently, only fill decides."""


class Intent(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    SAME = "same"
    CHANGE = "change"
    JOIN = "join"
    WAIT = "wait"
    SKIP = "skip"
    OUT = "out"


TAKEN = (Intent.NEW, Intent.CHANGE, Intent.JOIN)
"""Rows that write something."""

WRITTEN = (Intent.NEW, Intent.CHANGE, Intent.SAME)
"""Rows into which others can go: they are a record already, or will be one."""


RECORD_GONE = Problem(
    "RECORD_GONE",
    "",
    None,
    Message(QT_TRANSLATE_NOOP("model", "这条记录已经不在库里。要重新登记，请清掉行尾的记录号。")),
)
"""A row says that it is a record which is not there any more."""


@dataclass(frozen=True)
class Decision:
    """What a person says about a row that may be somebody known.

    ``add``: it is another one. ``skip``: leave the row out. ``merge``: write ``fields`` (all that
    differ, if ``None``) into the record or the earlier row that it resembles.
    """

    what: Literal["add", "skip", "merge"]
    fields: frozenset[str] | None = None

    def writes(self, alike: "Resemblance") -> dict[str, Value]:
        """Return what goes into the record or the row that a row resembles, if it is merged."""
        return {
            name: value
            for name, (_, value) in alike.differing.items()
            if not is_empty(value) and (self.fields is None or name in self.fields)
        }


@dataclass(frozen=True)
class Resemblance:
    """Why a row may be known: a stored record, or an earlier row of the file.

    ``differing`` maps fields to (stored value, value of the row). An earlier row counts with what
    the rows between add to it.
    """

    suspicion: Suspicion
    record: str
    row: int | None
    differing: Mapping[str, tuple[Value, Value]] = field(repr=False)


@dataclass(slots=True)
class Planned:
    """One row with what becomes of it. ``clashes`` are problems of what it would be merged to."""

    row: Row
    intent: Intent
    resemblance: Resemblance | None = None
    writes: Mapping[str, Value] = field(default_factory=dict, repr=False)
    clashes: Sequence[CellProblem] = ()

    @property
    def problems(self) -> list[CellProblem]:
        """Every problem of the row, alone and merged."""
        return [*self.row.problems, *self.clashes]


def differing(stored: Values, values: Values) -> dict[str, tuple[Value, Value]]:
    """Return field -> (stored value, value of the row) where a row says otherwise or says more."""
    return {
        name: (stored.get(name), value)
        for name, value in values.items()
        if not is_empty(value) and value != stored.get(name)
    }


def news(stored: Values, values: Values) -> dict[str, Value]:
    """Return what a row says otherwise or says more."""
    return {name: new for name, (_, new) in differing(stored, values).items()}


def filling(pairs: Mapping[str, tuple[Value, Value]]) -> frozenset[str]:
    """Return the fields of ``differing`` that were empty."""
    return frozenset(name for name, (stored, _) in pairs.items() if is_empty(stored))


def differing_rows(
    suspicion: Suspicion, first: Values, values: Values
) -> dict[str, tuple[Value, Value]]:
    """Like ``differing`` for two rows of a file. Where they only may be one record, what one of
    them leaves out counts too."""
    if suspicion.weight == "same":
        return differing(first, values)
    names = [*first, *(name for name in values if name not in first)]
    pairs = {name: (first.get(name), values.get(name)) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def by_rule(same: Same, alike: Resemblance) -> Decision | None:
    """Return what the rule for the whole file says of a row whose record is sure."""
    if alike.suspicion.weight != "same" or same == "ask":
        return None
    empty = filling(alike.differing)
    if alike.row is not None:
        asks = same == "keep" or (same == "take" and len(empty) < len(alike.differing))
        return None if asks else Decision("merge", empty)
    if same == "keep" or (same == "fill" and not empty):
        return Decision("skip")
    return Decision("merge", None if same == "take" else empty)
