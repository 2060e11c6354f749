"""Where codes come from: one small interface over code tables, divisions and occupations.

Pickers ask ``search`` as characters are typed; parsing asks ``find`` for the one code meant.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from mengzhan.model.codes import CodeTable, code_table
from mengzhan.model.fieldtypes.base import problem
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from mengzhan.model.occupations import Occupation


@dataclass(frozen=True)
class Option:
    """One line of a picker: the code to keep, its words, and what tells it from its namesakes."""

    code: str
    label: str
    detail: str = ""


class Lookup(Protocol):
    """A source of codes."""

    def find(self, text: str) -> str | None:
        """Return the one code meant by a code, a name or plain words."""

    def complete(self, text: str) -> str | None:
        """Return the code that ``text`` spells out in full, or ``None`` while more may follow."""

    def knows(self, code: str) -> bool:
        """Whether this version knows the code."""

    def label(self, code: str) -> str:
        """Return the words for a code, or the code itself if this version does not know it."""

    def search(self, text: str, limit: int = 50) -> list[Option]:
        """Return what fits, best first; for empty text the start of the whole list, or
        nothing where that start would help nobody."""

    def unknown(self, value: object) -> Problem:
        """The problem with something that means no code or several."""


@dataclass(frozen=True)
class CodeLookup:
    """Codes of a code table, given by name or as a table."""

    source: str | CodeTable

    @property
    def table(self) -> CodeTable:
        """The code table, read when it is first needed."""
        return self.source if isinstance(self.source, CodeTable) else code_table(self.source)

    def find(self, text: str) -> str | None:
        exact = self.table.get(text) or self.table.find(text)
        hits = [exact] if exact else self.table.search(text, limit=2)
        return hits[0].code if len(hits) == 1 else None

    def complete(self, text: str) -> str | None:
        done = self.table.complete(text)
        return done.code if done else None

    def knows(self, code: str) -> bool:
        return self.table.get(code) is not None

    def label(self, code: str) -> str:
        return self.table.label(code)

    def search(self, text: str, limit: int = 50) -> list[Option]:
        return [Option(hit.code, hit.words) for hit in self.table.search(text, limit)]

    def unknown(self, value: object) -> Problem:
        words = QT_TRANSLATE_NOOP("model", "“{value}”不在可选项里，请从列表里选。")
        return problem("CODE_UNKNOWN", value, words, value=value)


@dataclass(frozen=True)
class DivisionLookup:
    """Places from league to village level."""

    def find(self, text: str) -> str | None:
        from mengzhan.model.divisions import division_tree

        known = division_tree().get(text) or division_tree().find(text)
        return known.code if known else None

    def complete(self, text: str) -> str | None:
        return None

    def knows(self, code: str) -> bool:
        from mengzhan.model.divisions import division_tree

        return division_tree().get(code) is not None

    def label(self, code: str) -> str:
        from mengzhan.model.divisions import division_tree

        known = division_tree().get(code)
        return known.name if known else code

    def search(self, text: str, limit: int = 50) -> list[Option]:
        from mengzhan.model.divisions import division_tree

        tree = division_tree()
        return [
            Option(hit.code, hit.name, tree.full_name(hit.parent) if hit.parent else "")
            for hit in tree.search(text, limit=limit)
        ]

    def unknown(self, value: object) -> Problem:
        words = QT_TRANSLATE_NOOP("model", "没有唯一的“{value}”，请从列表里选到嘎查村或社区。")
        return problem("DIVISION_UNKNOWN", value, words, value=value)


@dataclass(frozen=True)
class OccupationLookup:
    """Occupations of the 2022 classification, found by plain words too (羊倌)."""

    def find(self, text: str) -> str | None:
        from mengzhan.model.occupations import occupations

        known = occupations().get(text) or occupations().find(text)
        return known.code if known else None

    def complete(self, text: str) -> str | None:
        return None

    def knows(self, code: str) -> bool:
        from mengzhan.model.occupations import occupations

        return occupations().get(code) is not None

    def label(self, code: str) -> str:
        from mengzhan.model.occupations import occupations

        known = occupations().get(code)
        return known.name if known else code

    def search(self, text: str, limit: int = 50) -> list[Option]:
        from mengzhan.model.occupations import occupations

        if not text.strip():
            # the classification begins with what nobody looks for here
            return []
        # a group with one occupation has its name; the occupation comes first
        hits: dict[str, Occupation] = {}
        for hit in occupations().search(text, limit=limit):
            hits.setdefault(hit.name, hit)
        return [Option(hit.code, hit.name, "、".join(hit.aliases[:3])) for hit in hits.values()]

    def unknown(self, value: object) -> Problem:
        words = QT_TRANSLATE_NOOP("model", "找不到工种“{value}”，换个说法试试，例如 服务员。")
        return problem("OCCUPATION_UNKNOWN", value, words, value=value)
