"""Filters as data: one expression, two interpreters.

``matches`` answers for one record in Python; ``store.filters`` writes the same expression as
SQL for a million. A test holds the two equal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mengzhan.model.entry import Value, Values, is_empty

Comparison = Literal["eq", "ne", "lt", "le", "gt", "ge"]


@dataclass(frozen=True)
class Compare:
    """A field against a value. An empty field matches no comparison but ``ne``."""

    field: str
    how: Comparison
    value: str | int | bool


@dataclass(frozen=True)
class OneOf:
    """A field has one of the values, or a list field holds at least one of them."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Named:
    """A field that holds one value, the ``id`` or a reference, names one of the records: what
    ``OneOf`` says as well, but answered by an index."""

    field: str
    records: tuple[str, ...]


@dataclass(frozen=True)
class Contains:
    """A text field contains a text, whatever its case (ASCII)."""

    field: str
    text: str


@dataclass(frozen=True)
class StartsWith:
    """A text field starts with a text (a place lies within a division), or a list field holds one
    that does (an occupation of a group)."""

    field: str
    text: str


@dataclass(frozen=True)
class Empty:
    """A field has no value."""

    field: str


@dataclass(frozen=True)
class Every:
    """All parts hold; with no parts, everything does."""

    parts: "Sequence[Filter]" = ()


@dataclass(frozen=True)
class Either:
    """At least one part holds."""

    parts: "Sequence[Filter]"


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    part: "Filter"


Filter = Compare | OneOf | Named | Contains | StartsWith | Empty | Every | Either | Not

_TESTS = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
}


def matches(expression: Filter, values: Values) -> bool:
    """Whether one record's values satisfy the expression."""
    match expression:
        case Every(parts):
            return all(matches(part, values) for part in parts)
        case Either(parts):
            return any(matches(part, values) for part in parts)
        case Not(part):
            return not matches(part, values)
        case Empty(field):
            return is_empty(values.get(field))
        case OneOf(field, wanted):
            held = values.get(field)
            return any(v in wanted for v in (held if isinstance(held, list) else [held]))
        case Named(field, records):
            return values.get(field) in records
        case Contains() | StartsWith():
            return _has_text(expression, values.get(expression.field))
        case Compare(field, how, wanted):
            return _compare(values.get(field), how, wanted)


def _has_text(expression: Contains | StartsWith, held: Value) -> bool:
    text = expression.text
    if isinstance(expression, Contains):
        return isinstance(held, str) and _folded(text) in _folded(held)
    listed = held if isinstance(held, list) else [held]
    return any(isinstance(one, str) and one.startswith(text) for one in listed)


def _compare(held: Value, how: Comparison, wanted: str | int | bool) -> bool:
    if is_empty(held):
        return how == "ne"
    if isinstance(held, str) != isinstance(wanted, str) or isinstance(held, list):
        return False
    return bool(_TESTS[how](held, wanted))


def _folded(text: str) -> str:
    """Lower ASCII letters only, as SQLite's LIKE does."""
    return "".join(c.lower() if c.isascii() else c for c in text)
