"""What changed in a form since it was filled last: columns that came, went, moved or have another
name. Columns are known by their headers, the second of the same header as such."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from mengzhan.sheets.importing.headers import plain

LEAST_ALIKE, LEAST_SAME = 0.6, 3
"""A form is taken for another issue of one that is known from this share, and this number, of
equal columns on. Many forms share a name, an ID number and a telephone and nothing else."""

_ALIKE_WORDS = 0.5

Key = tuple[str, int]


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


def alikeness(before: Sequence[str], now: Sequence[str]) -> float:
    """Return the share of equal columns of two forms (0 to 1), 0 if these are too few."""
    one, other = set(_keys(before)), set(_keys(now))
    same = len(one & other)
    return 2 * same / (len(one) + len(other)) if same >= LEAST_SAME else 0.0


def compare(before: Sequence[str], now: Sequence[str], meaning: Callable[[str], str]) -> FormChange:
    """Tell how a form differs from one before.

    Args:
        meaning: what a header means, an empty text if that is not known; two headers of one
            meaning are one column under another name.
    """
    old, new = _keys(before), _keys(now)
    same = {new[key]: old[key] for key in new if key in old}
    renamed = dict(_renamed(before, now, same, meaning))
    order = [same[column] for column in sorted(same)]
    kept = set(_longest_rising(order))
    moved = tuple(column for column in sorted(same) if same[column] not in kept)
    return FormChange(tuple(before), tuple(now), same, renamed, moved)


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
    meaning: Callable[[str], str],
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


def _mean_the_same(meaning: Callable[[str], str]) -> Callable[[str, str], bool]:
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
