"""Occupations (职业) of the 2022 classification, found by plain words as well as by name.

Codes have the form 5-03-02-01: 8 major groups (大类), 79 middle groups (中类), 450 small groups
(小类), 1,639 occupations (细类). People say 羊倌, the classification says 家畜饲养员: the plain
words are our own table ``occupation_aliases.csv``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from mengzhan.model.lookup import LookupIndex, fold_query
from mengzhan.model.resources import read_table

_LEVELS = 4


@dataclass(frozen=True)
class Occupation:
    """One entry of the classification, of any level."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()

    @property
    def level(self) -> int:
        """1 major group, 2 middle group, 3 small group, 4 occupation."""
        return self.code.count("-") + 1

    @property
    def parent(self) -> str | None:
        """The code of the group above, None for a major group."""
        return self.code.rpartition("-")[0] or None


class OccupationTable:
    """The classification in code order."""

    def __init__(self, occupations: Iterable[Occupation]) -> None:
        """Take the entries in code order."""
        self._occupations = {occupation.code: occupation for occupation in occupations}

    def __iter__(self) -> Iterator[Occupation]:
        return iter(self._occupations.values())

    def __len__(self) -> int:
        return len(self._occupations)

    def __contains__(self, code: object) -> bool:
        return code in self._occupations

    def get(self, code: str) -> Occupation | None:
        """Return the entry, or None for a code that this version does not know."""
        return self._occupations.get(code)

    def label(self, code: str) -> str:
        """Return the name, or the code itself when this version does not know it."""
        known = self._occupations.get(code)
        return known.name if known else code

    def path(self, code: str) -> list[Occupation]:
        """Return the groups above ``code`` and itself, largest first, as far as known."""
        parts = code.split("-")
        groups = (self.get("-".join(parts[:count])) for count in range(1, len(parts) + 1))
        return [group for group in groups if group]

    def children(self, code: str | None) -> tuple[Occupation, ...]:
        """Return the entries directly below ``code``; None gives the major groups."""
        return self._children.get(code, ())

    def find(self, text: str) -> Occupation | None:
        """Return the one occupation that a name or a plain word means.

        None when nothing fits or several do (护工): the caller offers `search` instead.
        """
        wanted = fold_query(text)
        for meant in (self._by_name, self._by_alias):
            found = meant.get(wanted)
            if found:
                return found[0] if len(found) == 1 else None
        known = self.get(text.strip())
        return known if known and known.level == _LEVELS else None

    def search(self, text: str, limit: int = 20) -> list[Occupation]:
        """Return entries for what is being typed, best first.

        An exact plain word comes first, then exact names and codes, beginnings, parts, initials
        and full pinyin; at the same fit an occupation goes before a group. An empty text gives
        the table's beginning.
        """
        query = fold_query(text)
        if not query:
            return list(self._entries[:limit])
        hits = []
        for at, rank in self._index.ranks(text).items():
            entry = self._entries[at]
            called = rank == 0 and any(fold_query(alias) == query for alias in entry.aliases)
            hits.append((rank, not called, -entry.level, at))
        return [self._entries[at] for *_, at in sorted(hits)[:limit]]

    def distance(self, one: str, other: str) -> int:
        """Return how far apart two codes are: 0 the same, 1 the same small group (小类), 2 the
        same middle group, 3 the same major group, 4 nothing in common.

        A group and an occupation within it count by the levels between them. Needs no table.
        """
        first, second = one.split("-"), other.split("-")
        shared = 0
        for left, right in zip(first, second, strict=False):
            if left != right:
                break
            shared += 1
        return max(len(first), len(second)) - shared

    @cached_property
    def _entries(self) -> tuple[Occupation, ...]:
        return tuple(self)

    @cached_property
    def _by_name(self) -> dict[str, list[Occupation]]:
        return self._leaves_by(lambda occupation: (occupation.name,))

    @cached_property
    def _by_alias(self) -> dict[str, list[Occupation]]:
        return self._leaves_by(lambda occupation: occupation.aliases)

    def _leaves_by(
        self, words_of: Callable[[Occupation], Iterable[str]]
    ) -> dict[str, list[Occupation]]:
        """Return the occupations, not the groups, by each of their words as a query is folded."""
        found: dict[str, list[Occupation]] = {}
        for occupation in (o for o in self if o.level == _LEVELS):
            for word in dict.fromkeys(map(fold_query, words_of(occupation))):
                found.setdefault(word, []).append(occupation)
        return found

    @cached_property
    def _index(self) -> LookupIndex:
        words = [(entry.name, *entry.aliases) for entry in self._entries]
        return LookupIndex([entry.code for entry in self._entries], words)

    @cached_property
    def _children(self) -> dict[str | None, tuple[Occupation, ...]]:
        grouped: dict[str | None, list[Occupation]] = {}
        for entry in self:
            grouped.setdefault(entry.parent, []).append(entry)
        return {parent: tuple(below) for parent, below in grouped.items()}


@cache
def occupations() -> OccupationTable:
    """Return the classification that came with the program, read at the first call."""
    aliases: Mapping[str, str] = {
        row["code"]: row["aliases"] for row in read_table("occupation_aliases")
    }
    return OccupationTable(
        Occupation(
            row["code"],
            row["label"],
            tuple(alias for alias in aliases.get(row["code"], "").split("|") if alias),
        )
        for row in read_table("occupations")
    )
