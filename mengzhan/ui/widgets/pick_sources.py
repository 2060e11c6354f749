"""Where pickers find what they offer: code tables, places, occupations, other records."""

from typing import Protocol

from mengzhan.model.fieldtypes import Reading, Reference, References
from mengzhan.model.fieldtypes.coded import OneCode, SeveralCodes
from mengzhan.model.fieldtypes.lookup import Lookup, Option
from mengzhan.model.kind import Field
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.ui.widgets.editor import EditorContext


class PickSource(Protocol):
    """Offers options and tells the words for what is kept."""

    makes: str
    """The kind of record that can be made from here, or empty."""

    def search(self, text: str, limit: int) -> list[Option]:
        """Return what fits, best first."""

    def label(self, code: str) -> str:
        """Return the words for a code or record."""

    def only(self, text: str) -> str | None:
        """Return the one code that ``text`` can mean, or ``None``."""

    def complete(self, text: str) -> str | None:
        """Return the code that ``text`` spells out, so that Enter is not needed."""

    def unknown(self, text: str) -> Problem:
        """The problem with a text that means nothing or several things."""


class CodePicks:
    """Options from a code table, the places or the occupations."""

    makes = ""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def search(self, text: str, limit: int) -> list[Option]:
        return self._lookup.search(text, limit)

    def label(self, code: str) -> str:
        return self._lookup.label(code)

    def only(self, text: str) -> str | None:
        return self._lookup.find(text)

    def complete(self, text: str) -> str | None:
        return self._lookup.complete(text)

    def unknown(self, text: str) -> Problem:
        return self._lookup.unknown(text)


class RecordPicks:
    """Options from the records of a kind."""

    def __init__(self, kind: str, context: EditorContext) -> None:
        self.makes = kind
        self._source = context.references

    def search(self, text: str, limit: int) -> list[Option]:
        return self._source.search(self.makes, text, limit) if self._source else []

    def label(self, code: str) -> str:
        return (self._source.title(self.makes, code) if self._source else "") or code

    def only(self, text: str) -> str | None:
        hits = self.search(text, 2)
        exact = [hit for hit in hits if hit.label == text]
        found = exact or hits
        return found[0].code if len(found) == 1 else None

    def complete(self, text: str) -> str | None:
        return None

    def unknown(self, text: str) -> Problem:
        words = QT_TRANSLATE_NOOP("model", "没有唯一的“{value}”，请从列表里选，或者新建。")
        return Problem("REFERENCE_UNKNOWN", "", text, Message(words, {"value": text}))


def picks_for(field: Field, context: EditorContext) -> PickSource:
    """Return where the editor of ``field`` finds its options.

    Raises:
        TypeError: its values are not picked from anything.
    """
    kind = field.type
    if isinstance(kind, OneCode | SeveralCodes):
        return CodePicks(kind.lookup)
    if isinstance(kind, Reference | References):
        return RecordPicks(kind.kind, context)
    raise TypeError(f"the values of {field.name} are not picked from a list")


def refused(field: Field, problem: Problem) -> Reading:
    """A reading without a value, because of ``problem`` with ``field``."""
    named = Problem(problem.code, field.name, problem.value, problem.hint, problem.severity)
    return Reading(None, (named,))
