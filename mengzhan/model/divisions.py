"""Divisions (区划) of Inner Mongolia: region, leagues, banners, townships, villages.

Codes are those of the statistics bureau of 2023 with 2, 4, 6, 9 or 12 digits; a shorter code is
the beginning of every code below it. Farms, production teams and management areas (场队) stand
beside gachas, villages and communities: they have stations as well.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import islice
from typing import Literal, NamedTuple

from mengzhan.model.lookup import LookupIndex, fold_query
from mengzhan.model.resources import read_table, resource_path

Level = Literal["province", "league", "county", "township", "village"]

_LEVELS: dict[int, Level] = {
    2: "province",
    4: "league",
    6: "county",
    9: "township",
    12: "village",
}
_PARENT_LENGTH = {12: 9, 9: 6, 6: 4, 4: 2, 2: 0}
_BANNER_LENGTH = 6
# Statistical placeholders for land without a village committee; nobody lives there.
_PLACEHOLDER_ENDINGS = ("498", "598")
_AREAS_PER_WORD = 20
# Twelve-digit writing of a larger place: zeros to the end.
_CODE_FILLING = re.compile("(?<=^[0-9]{9})000$|(?<=^[0-9]{6})000000$|(?<=^[0-9]{4})0{8}$")
_COMMITTEE = re.compile("(?:村委会|村民委员会|村委员会|居委会|居民委员会|委员会|委会)$")


class Division(NamedTuple):
    """One division. ``kind`` is the sort of place: 盟, 旗, 苏木, 嘎查, 社区, 场队 and so on."""

    code: str
    name: str
    kind: str

    @property
    def level(self) -> Level:
        """The level, which follows from the length of the code."""
        return _LEVELS[len(self.code)]

    @property
    def parent(self) -> str | None:
        """The code of the division above, None for the region."""
        return self.code[: _PARENT_LENGTH[len(self.code)]] or None

    @property
    def offered(self) -> bool:
        """Whether pickers show it; statistical placeholders stay out."""
        return not (len(self.code) == 12 and self.code.endswith(_PLACEHOLDER_ENDINGS))


def _wordings(address: str) -> tuple[str, ...]:
    """Return an address and what it is without the word for a committee at its end."""
    plain = _COMMITTEE.sub("", address)
    return (address,) if plain == address else (address, plain, f"{plain}村")


class DivisionTree:
    """All divisions, found by code, by place in the tree, and by what is being typed."""

    def __init__(
        self, divisions: Iterable[Division], aliases: dict[str, tuple[str, ...]] | None = None
    ) -> None:
        """Take divisions in code order and the short names people use (科右前旗) by code."""
        self._divisions = {division.code: division for division in divisions}
        self._aliases = aliases or {}

    def __len__(self) -> int:
        return len(self._divisions)

    def __iter__(self) -> Iterator[Division]:
        return iter(self._divisions.values())

    def __contains__(self, code: object) -> bool:
        return code in self._divisions

    def get(self, code: str) -> Division | None:
        """Return the division, or None for a code outside the table (other provinces)."""
        return self._divisions.get(code)

    def aliases(self, code: str) -> tuple[str, ...]:
        """Return the short names people use for a division (科右前旗)."""
        return self._aliases.get(code, ())

    def parent(self, code: str) -> Division | None:
        """Return the division above ``code``; None at the top or for an unknown code."""
        division = self.get(code)
        return self.get(division.parent) if division and division.parent else None

    def path(self, code: str) -> list[Division]:
        """Return the divisions from the region down to ``code``, as far as they are known."""
        lengths = (2, 4, 6, 9, 12)
        found = (self.get(code[:length]) for length in lengths if length <= len(code))
        return [division for division in found if division]

    def full_name(self, code: str) -> str:
        """Return the names from the league down; an unknown code is returned as it is.

        The region alone and nothing else is named 内蒙古自治区.
        """
        path = self.path(code)
        if not path or path[-1].code != code:
            return code
        return "".join(division.name for division in path[1:]) or path[0].name

    def children(self, code: str | None) -> tuple[Division, ...]:
        """Return the offered divisions directly below ``code``; None gives the region."""
        return self._children.get(code, ())

    def is_within(self, code: str, ancestor: str) -> bool:
        """Return whether ``code`` is ``ancestor`` or lies below it. Needs no table."""
        return bool(ancestor) and len(ancestor) in _LEVELS and code.startswith(ancestor)

    def distance(self, one: str, other: str) -> int:
        """Return how many levels above the lower of two places their first common division is.

        For two villages: 0 the same, 1 the same township, 2 the same banner, 3 the same league,
        4 elsewhere in the region, 5 nothing in common. Needs no table.
        """
        lengths = [length for length in _LEVELS if length <= max(len(one), len(other))]
        return sum(1 for length in lengths if one[:length] != other[:length])

    def common(self, one: str, other: str) -> str:
        """Return the code of the smallest division that holds both places, empty if none does.

        Of a place known only as a township nobody can say in which village it is. Needs no table.
        """
        known = min(len(one), len(other))
        fitting = (n for n in _LEVELS if n <= known and one[:n] == other[:n])
        return one[: max(fitting, default=0)]

    def banner(self, code: str) -> str | None:
        """Return the code of the banner, county or city that ``code`` lies in."""
        return code[:_BANNER_LENGTH] if len(code) >= _BANNER_LENGTH else None

    def search(self, text: str, within: str | None = None, limit: int = 20) -> list[Division]:
        """Return offered divisions for what is being typed, best first.

        Compares names, short names, codes, initials and full pinyin. Larger places come before
        smaller ones of the same fit. Several words narrow each other: 科右前旗 乌兰毛都. An
        empty text gives the places directly below ``within``, or the table's beginning.
        """
        words = [word for word in text.split() if fold_query(word)]
        if not words:
            below = (d for d in self._offered if within is None or d.parent == within)
            return list(islice(below, limit))
        areas = [within or ""]
        for word in words[:-1]:
            areas = [division.code for division in self._matches(word, areas)[:_AREAS_PER_WORD]]
        return self._matches(words[-1], areas)[:limit]

    def _matches(self, word: str, areas: Sequence[str]) -> list[Division]:
        ranks = self._index.ranks(word)
        found = ((rank, self._offered[at]) for at, rank in ranks.items())
        starts = tuple(areas)
        hits = [(rank, len(d.code), d) for rank, d in found if d.code.startswith(starts)]
        return [division for *_, division in sorted(hits)]

    def find(self, text: str, within: str | None = None) -> Division | None:
        """Return the one place that a code or an address in a spreadsheet means.

        Levels may be left out or written short (科右前旗乌兰毛都苏木), and a committee's name stands
        for its village. What means no place or several gives None: the caller asks.
        """
        address = fold_query(text)
        known = self.get(_CODE_FILLING.sub("", address) if len(address) == 12 else address)
        if known:
            return known
        found = {
            division.code: division
            for wording in _wordings(address)
            for length in range(1, len(wording) + 1)
            for division in self._by_name.get(wording[-length:], ())
            if self.is_within(division.code, within or division.code)
            and self._leads_to(wording[:-length], division)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _leads_to(self, address: str, division: Division) -> bool:
        """Whether ``address`` names places above ``division``, in order, perhaps leaving out."""
        if not address:
            return True
        above = self.parent(division.code)
        while above:
            for name in (above.name, *self._aliases.get(above.code, ())):
                if address.endswith(name) and self._leads_to(address[: -len(name)], above):
                    return True
            above = self.parent(above.code)
        return False

    @cached_property
    def _by_name(self) -> dict[str, list[Division]]:
        named: dict[str, list[Division]] = {}
        for division in self._offered:
            for name in (division.name, *self._aliases.get(division.code, ())):
                named.setdefault(fold_query(name), []).append(division)
        return named

    @cached_property
    def _offered(self) -> tuple[Division, ...]:
        return tuple(division for division in self if division.offered)

    @cached_property
    def _index(self) -> LookupIndex:
        words = [(d.name, *self._aliases.get(d.code, ())) for d in self._offered]
        codes = [division.code for division in self._offered]
        return LookupIndex(codes, words, places=True)

    @cached_property
    def _children(self) -> dict[str | None, tuple[Division, ...]]:
        grouped: dict[str | None, list[Division]] = {}
        for division in self._offered:
            grouped.setdefault(division.parent, []).append(division)
        return {parent: tuple(below) for parent, below in grouped.items()}


@cache
def division_tree() -> DivisionTree:
    """Return the tree that came with the program, read at the first call."""
    text = resource_path("tables", "divisions.csv").read_text(encoding="utf-8")
    # Split by hand: the csv module takes three times as long and no name holds a comma.
    rows = (line.split(",") for line in text.splitlines()[1:])
    banners = (row for row in read_table("banner") if row["aliases"])
    aliases = {row["code"]: tuple(row["aliases"].split("|")) for row in banners}
    return DivisionTree((Division(code, name, kind) for code, name, kind in rows), aliases)


def place_name(code: str) -> str:
    """Return the name of a place, such as a station's; of an unknown one its code."""
    known = division_tree().get(code)
    return known.name if known is not None else code
