"""What changed in a form since it was filled last: columns that came, went, moved or have another
name. Columns are known by their headers, the second of the same header as such."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from mengzhan.sheets.importing.headers import NOTE, SERIAL, plain

_LEAST_ALIKE, _LEAST_SAME = 0.5, 3
_COMMON, _COMMON_WEIGHT = {SERIAL, NOTE, "name", "id_number", "sex", "phone"}, 0.2
"""What nearly every form has says little about which one it is."""

_ALIKE_WORDS = 0.5

Key = tuple[str, int]
Meaning = Callable[[str], str]
"""Tells what a header means, an empty text if that is not known."""


@dataclass(frozen=True)
class FormChange:
    """How two forms differ. Columns count from 0.

    ``same`` and ``renamed`` lead from the columns of the form at hand to those of the one before;
    ``moved`` are equal columns that stand in another order.
    """

    before: tuple[str, ...]
    now: tuple[str, ...]
    same: Mapping[int, int]
    renamed: Mapping[int, int]
    moved: tuple[int, ...]

    @property
    def added(self) -> tuple[str, ...]:
        """The headers that the form before had not."""
        known = self.same.keys() | self.renamed.keys()
        return tuple(h for n, h in enumerate(self.now) if plain(h) and n not in known)

    @property
    def gone(self) -> tuple[str, ...]:
        """The headers that only the form before had."""
        known = {*self.same.values(), *self.renamed.values()}
        return tuple(h for n, h in enumerate(self.before) if plain(h) and n not in known)

    @property
    def new_names(self) -> tuple[tuple[str, str], ...]:
        """Pairs of an old header and the new one."""
        return tuple((self.before[old], self.now[new]) for new, old in self.renamed.items())

    @property
    def moved_headers(self) -> tuple[str, ...]:
        """The headers that stand elsewhere."""
        return tuple(self.now[column] for column in self.moved)


def compare(before: Sequence[str], now: Sequence[str], meaning: Meaning) -> FormChange:
    """Tell how a form differs from one before; two headers of one meaning are one column under
    another name."""
    old, new = _keys(before), _keys(now)
    same = {new[key]: old[key] for key in new if key in old}
    renamed = dict(_renamed(before, now, same, meaning))
    order = [same[column] for column in sorted(same)]
    kept = set(_longest_rising(order))
    moved = tuple(column for column in sorted(same) if same[column] not in kept)
    return FormChange(tuple(before), tuple(now), same, renamed, moved)


def alikeness(change: FormChange, meaning: Meaning) -> float:
    """Return how alike two forms are (0 to 1): the share of columns that both have, those that
    nearly every form has counting less. 0 if too few are equal."""
    if len(change.same) < _LEAST_SAME:
        return 0.0
    pairs = [*change.same.items(), *change.renamed.items()]
    both = [change.now[new] for new, _ in pairs] + [change.before[old] for _, old in pairs]
    whole = [header for header in (*change.before, *change.now) if plain(header)]
    return sum(_weight(h, meaning) for h in both) / sum(_weight(h, meaning) for h in whole)


def is_another_issue(change: FormChange, meaning: Meaning) -> bool:
    """Whether two forms are so alike that one is the next issue of the other."""
    return alikeness(change, meaning) >= _LEAST_ALIKE


def _weight(header: str, meaning: Meaning) -> float:
    path = meaning(header).rpartition(".")[2]
    return _COMMON_WEIGHT if path in _COMMON else 1.0


def _keys(headers: Sequence[str]) -> dict[Key, int]:
    seen: Counter[str] = Counter()
    found: dict[Key, int] = {}
    for column, header in enumerate(headers):
        word = plain(header)
        if word:
            seen[word] += 1
            found[word, seen[word]] = column
    return found


def _renamed(
    before: Sequence[str],
    now: Sequence[str],
    same: Mapping[int, int],
    meaning: Meaning,
) -> Iterator[tuple[int, int]]:
    """Pair what is left: first by meaning, then by how alike the words are."""
    left = [column for column in _keys(before).values() if column not in set(same.values())]
    fresh = [column for column in _keys(now).values() if column not in same]
    for judge in (_mean_the_same(meaning), _are_alike):
        for column in list(fresh):
            found = next((o for o in left if judge(before[o], now[column])), None)
            if found is not None:
                yield column, found
                left.remove(found)
                fresh.remove(column)


def _mean_the_same(meaning: Meaning) -> Callable[[str, str], bool]:
    return lambda old, new: bool(meaning(old)) and meaning(old) == meaning(new)


def _are_alike(old: str, new: str) -> bool:
    return SequenceMatcher(None, plain(old), plain(new)).ratio() >= _ALIKE_WORDS


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Return the longest part of ``numbers`` that rises, in order; what is not in it has moved."""
    ends: list[int] = []
    chains: list[list[int]] = []
    for number in numbers:
        at = bisect_left(ends, number)
        chain = [*(chains[at - 1] if at else []), number]
        ends[at : at + 1] = [number]
        chains[at : at + 1] = [chain]
    return chains[-1] if chains else []
