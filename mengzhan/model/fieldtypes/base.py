"""What every field type can do, and what types that hold lists share."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from json.encoder import encode_basestring
from typing import Any, ClassVar, Literal

from mengzhan.model.entry import Value, texts_in
from mengzhan.model.problem import Problem
from mengzhan.model.text import normalise, normalise_token
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

Editor = Literal[
    "line",
    "area",
    "number",
    "date",
    "month",
    "flag",
    "choice",
    "choices",
    "division",
    "occupation",
    "occupations",
    "reference",
    "references",
    "pictures",
]
"""Which editor a form uses."""

SearchSort = Literal["", "text", "digits"]
"""How the search index takes a value: not at all, as words, as a run of digits."""


@dataclass(frozen=True)
class Reading:
    """What became of something typed: the value to keep and what is wrong with it."""

    value: Value
    problems: tuple[Problem, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether the value cannot be saved."""
        return any(problem.blocks for problem in self.problems)


def problem(code: str, value: object, template: str, /, **params: object) -> Problem:
    """A problem that does not know its field yet; ``Field`` fills the name in."""
    return Problem(code, "", value, Message(template, params))


class FieldType:
    """Base of all types. ``name`` is stable: it stands in the package's schema."""

    name: ClassVar[str]
    sql: ClassVar[str] = "TEXT"
    json_type: ClassVar[str] = "string"

    @property
    def editor(self) -> Editor:
        """Which editor a form uses."""
        return "line"

    @property
    def searched(self) -> SearchSort:
        """How the search index takes the value."""
        return ""

    def read(self, text: str, today: date) -> Reading:
        """Turn what a person typed into a value; empty text is ``None``, never a problem."""
        cleaned = self.clean(text)
        return self.understand(cleaned, today) if cleaned else Reading(None)

    def clean(self, text: str) -> str:
        """Fold width and spaces before anything else (NFKC)."""
        return normalise_token(text)

    def understand(self, text: str, today: date) -> Reading:
        """Read cleaned text that is not empty."""
        return Reading(text, self.check(text, today))

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        """Say what is wrong with a value that is not ``None``."""
        return ()

    def facts(self, value: Value) -> Mapping[str, Value]:
        """Facts that the value contains, for ``Field.fills`` (an ID number tells a birth date)."""
        return {}

    def show(self, value: Value) -> str:
        """Write a value for people."""
        return "" if value is None else str(value)

    def mask(self, value: Value) -> str:
        """Write a sensitive value so that it can be told apart but not used."""
        return "*" * min(len(self.show(value)), 6)

    def typed(self, value: Value) -> str:
        """Write a value the way it is typed: ``read`` of it gives the value back."""
        return self.show(value)

    def schema(self) -> dict[str, Any]:
        """Describe the value for a Frictionless table schema (without name and title)."""
        return {"type": self.json_type}

    def to_sql(self, value: Value) -> Any:
        """Turn a value into what its column holds.

        A day or a number that cannot be is none there: rules reckon with what stands in a column.
        The journal keeps what was written.
        """
        return value

    def from_sql(self, cell: Any) -> Value:
        """Turn a column's content back into a value."""
        return cell  # type: ignore[no-any-return]


def _as_json(held: str | list[str]) -> str:
    """Write as ``json.dumps(held, ensure_ascii=False)`` does, which takes long to begin a list."""
    if isinstance(held, str):
        return encode_basestring(held)
    return f"[{', '.join(map(encode_basestring, held))}]"


SEPARATORS = re.compile(r"[,，;；、|/\s]+")
"""What people put between the items of a list."""


class ListType(FieldType):
    """Shared by types that hold a list of texts: a JSON list in column and package."""

    json_type = "array"
    limit: int

    def clean(self, text: str) -> str:
        """Fold width, but keep the spaces that stand between items."""
        return normalise(text)

    def understand(self, text: str, today: date) -> Reading:
        parts = [part for part in SEPARATORS.split(text) if part]
        return Reading(parts, self.too_many(parts)) if parts else Reading(None)

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        return self.too_many(value) if isinstance(value, list) else ()

    def to_sql(self, value: Value) -> Any:
        held = texts_in(value) if isinstance(value, list) else value
        return _as_json(held) if isinstance(held, str | list) else None

    def from_sql(self, cell: Any) -> Value:
        return None if cell is None else json.loads(cell)

    def typed(self, value: Value) -> str:
        return " ".join(texts_in(value))

    def too_many(self, values: Sequence[object]) -> tuple[Problem, ...]:
        """A problem if there are more than ``limit`` items."""
        if len(values) <= self.limit:
            return ()
        words = QT_TRANSLATE_NOOP("model", "最多选 {limit} 项。")
        return (problem("LIST_TOO_LONG", values, words, limit=self.limit),)
