"""Which characters a pattern cannot do without: most patterns need not be tried on most ads.

Ads are checked while somebody types, against hundreds of patterns. A pattern such as 刷(单|信誉)
can only match a text that holds 刷 and one of 单 and 信; looking that up in the set of the text's
characters is much quicker than searching. The patterns are those of `rulebook`: literals, classes,
groups, alternatives, quantifiers, looks ahead and behind, and word lists written as ``<名>``.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

Needs = list[frozenset[str]]
"""Of every set a match holds at least one character. Empty: nothing is known."""

_OPTIONAL = ("?", "*", "{0")
_WIDEST_RANGE = 30


def necessary(pattern: str, of_list: Callable[[str], Needs]) -> Needs:
    """Return what every match of ``pattern`` holds; ``of_list`` gives that of a word list.

    The pattern must be one that ``re`` accepts once its lists are put in.
    """
    return _Reader(pattern, of_list).alternatives()


def branches(pattern: str) -> list[str]:
    """Return the alternatives of which a pattern consists: a|b(c|d) is a and b(c|d)."""
    found, depth, start, at = [], 0, 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = pattern.index("]", at)
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and not depth:
            found.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*found, pattern[start:]]


_LIST_ALONE = re.compile(r"<([一-鿿]+)>(?![?*]|\{0)")
_LIST_GROUPED = re.compile(r"\(\?:<([一-鿿]+)>\)(?![?*]|\{0)")


def lists_of(way: str) -> list[str]:
    """Return the names of word lists of which every match of a single way holds a word.

    Those are the lists that stand outside of all groups, or alone in one, and are not optional.
    """
    found, depth, at = [], 0, 0
    while at < len(way):
        named = None if depth else (_LIST_GROUPED.match(way, at) or _LIST_ALONE.match(way, at))
        if named:
            found.append(named[1])
            at = named.end()
            continue
        char = way[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = way.index("]", at)
        elif char in "()":
            depth += 1 if char == "(" else -1
        at += 1
    return found


T = TypeVar("T")


class Index(Generic[T]):
    """Finds, for the characters of a text, the things that may match it."""

    def __init__(self, things: Sequence[T], needs_of: Callable[[T], Needs]) -> None:
        self._things = things
        self._needs = [needs_of(thing) for thing in things]
        self._always = [at for at, needs in enumerate(self._needs) if not needs]
        self._by_character: dict[str, list[int]] = {}
        common = Counter(char for needs in self._needs for need in needs for char in need)
        for at, needs in enumerate(self._needs):
            # the rarest of what is needed leads to the thing
            for char in min(needs, key=lambda need: sum(common[c] for c in need), default=()):
                self._by_character.setdefault(char, []).append(at)

    def possible(self, characters: set[str]) -> Iterator[T]:
        """Yield, in their order, the things of which every need is met."""
        led_to: set[int] = set(self._always)
        for char in characters & self._by_character.keys():
            led_to.update(self._by_character[char])
        for at in sorted(led_to):
            if not _lacks(self._needs[at], characters):
                yield self._things[at]


def _lacks(needs: Iterable[frozenset[str]], characters: set[str]) -> bool:
    return any(need.isdisjoint(characters) for need in needs)


class _Reader:
    def __init__(self, pattern: str, of_list: Callable[[str], Needs]) -> None:
        self._pattern = pattern
        self._of_list = of_list
        self._at = 0

    def _next(self) -> str:
        self._at += 1
        return self._pattern[self._at - 1]

    def _sees(self, *words: str) -> bool:
        return self._pattern.startswith(words, self._at)

    def alternatives(self) -> Needs:
        """Read up to the end of the group: a match goes through one of the branches."""
        branches = [self._sequence()]
        while self._sees("|"):
            self._next()
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        if not all(branches):
            return []
        return [frozenset[str]().union(*(min(branch, key=len) for branch in branches))]

    def _sequence(self) -> Needs:
        needs: Needs = []
        while self._at < len(self._pattern) and not self._sees("|", ")"):
            item = self._item()
            if not self._optional():
                needs += item
        return needs

    def _item(self) -> Needs:
        char = self._next()
        if char == "(":
            return self._group()
        if char == "[":
            return self._class()
        if char == "<":
            end = self._pattern.index(">", self._at)
            name, self._at = self._pattern[self._at : end], end + 1
            return self._of_list(name)
        if char == "\\":
            char = self._next()
            return [] if char.isalnum() else [frozenset(char)]
        return [] if char in ".^$" else [frozenset(char)]

    def _group(self) -> Needs:
        looks = self._sees("?=", "?!", "?<=", "?<!")
        for opening in ("?:", "?=", "?!", "?<=", "?<!"):
            if self._sees(opening):
                self._at += len(opening)
                break
        inside = self.alternatives()
        self._next()
        return [] if looks else inside

    def _class(self) -> Needs:
        end = self._pattern.index("]", self._at)
        inside, self._at = self._pattern[self._at : end], end + 1
        if inside.startswith("^") or "\\" in inside:
            return []
        found: set[str] = set()
        at = 0
        while at < len(inside):
            if inside[at + 1 : at + 2] == "-" and at + 2 < len(inside):
                first, last = ord(inside[at]), ord(inside[at + 2])
                if last - first > _WIDEST_RANGE:
                    return []
                found |= {chr(code) for code in range(first, last + 1)}
                at += 3
            else:
                found.add(inside[at])
                at += 1
        return [frozenset(found)]

    def _optional(self) -> bool:
        optional = self._sees(*_OPTIONAL)
        if self._sees("{"):
            self._at = self._pattern.index("}", self._at) + 1
        elif self._sees("?", "*", "+"):
            self._next()
        if self._sees("?", "+"):
            self._next()  # lazy or possessive
        return optional
