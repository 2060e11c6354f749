"""Finding entries of a list by what is being typed: words, codes, pinyin and initials.

The words of all entries stand in one long string, so that one `str.find` per hit is all the
work: fifteen thousand village names are searched within a few milliseconds. Pinyin is worked out
at the first query that could be pinyin.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from mengzhan.model.pinyin import full, initials, place_spellings
from mengzhan.model.text import normalise_token

_SPELLINGS_PER_WORD = 6


def fold_query(text: str) -> str:
    """Return what a person typed in the form that searching compares: no spaces, lower case."""
    plain = text.isalnum() and unicodedata.is_normalized("NFKC", text)
    folded = text if plain else normalise_token(text).replace("'", "")
    return folded.lower().replace("ü", "v")


@dataclass(frozen=True)
class _Ranks:
    """How good a hit is (0 is best) that is the whole line, its beginning, or within it."""

    whole: int
    beginning: int
    within: int | None


_BY_CODE = _Ranks(0, 1, None)
_BY_WORD = _Ranks(0, 1, 2)
_BY_INITIALS = _Ranks(3, 4, 6)
_BY_SPELLING = _Ranks(3, 5, 6)


class _Lines:
    """Lines of text joined into one string, each belonging to an entry."""

    def __init__(self, lines: Iterable[tuple[int, str]], ranks: _Ranks) -> None:
        self._owners: list[int] = []
        self._starts: list[int] = []
        self._ranks = ranks
        texts: list[str] = []
        start = 1
        for owner, text in lines:
            self._owners.append(owner)
            self._starts.append(start)
            texts.append(text)
            start += len(text) + 1
        self._joined = "\n" + "\n".join(texts) + "\n"

    def collect(self, query: str, best: dict[int, int], *, within: bool = True) -> None:
        """Note in ``best`` each entry that the query meets, with its lowest rank.

        ``within`` False looks only at the beginnings of lines.
        """
        needle, offset = (query, 0) if within else ("\n" + query, 1)
        found = self._joined.find(needle) + offset if self._owners else -1
        while found >= offset:
            line = bisect_right(self._starts, found) - 1
            end = self._joined.index("\n", found)
            rank = self._rank(found == self._starts[line], found + len(query) == end)
            owner = self._owners[line]
            if rank is not None and rank < best.get(owner, rank + 1):
                best[owner] = rank
            found = self._joined.find(needle, end + 1 - offset) + offset

    def _rank(self, at_start: bool, at_end: bool) -> int | None:
        if not at_start:
            return self._ranks.within
        return self._ranks.whole if at_end else self._ranks.beginning


class LookupIndex:
    """Searches entries, each known by a code and several words, by their position."""

    def __init__(
        self,
        codes: Sequence[str],
        words: Sequence[Sequence[str]],
        *,
        places: bool = False,
    ) -> None:
        """Take code and words of every entry; both sequences have the same length.

        ``places`` says that the words are place names: read as such, and in bulk.
        """
        self._codes = codes
        self._words = words
        self._places = places

    def ranks(self, text: str) -> dict[int, int]:
        """Return the positions of the entries met by ``text``, with a rank; 0 is best.

        0 the code or a word itself, 1 its beginning, 2 within a word, 3 the initials or the full
        pinyin, 4 and 5 the beginning of these, 6 within them. A single letter is looked for at the
        beginning only, or it would meet nearly everything.
        """
        query = fold_query(text)
        best: dict[int, int] = {}
        if query:
            self._code_lines.collect(query, best)
            self._word_lines.collect(query, best)
        if query.isascii() and query.isalnum():
            for lines in self._sound_lines:
                lines.collect(query, best, within=len(query) > 1)
        return best

    @cached_property
    def _code_lines(self) -> _Lines:
        return _Lines(((at, code.lower()) for at, code in enumerate(self._codes)), _BY_CODE)

    @cached_property
    def _word_lines(self) -> _Lines:
        lines = ((at, fold_query(word)) for at, words in enumerate(self._words) for word in words)
        return _Lines(lines, _BY_WORD)

    @cached_property
    def _sound_lines(self) -> tuple[_Lines, _Lines]:
        owners = [at for at, words in enumerate(self._words) for _ in words]
        flat = [word for words in self._words for word in words]
        short: list[tuple[int, str]] = []
        spelt: list[tuple[int, str]] = []
        if self._places:
            for at, pairs in zip(owners, place_spellings(flat), strict=True):
                short += ((at, text) for text in {pair[0] for pair in pairs})
                spelt += ((at, text) for text in {pair[1] for pair in pairs})
        else:
            for at, word in zip(owners, flat, strict=True):
                short += ((at, text) for text in initials(word, _SPELLINGS_PER_WORD))
                spelt += ((at, text) for text in full(word, _SPELLINGS_PER_WORD))
        return _Lines(short, _BY_INITIALS), _Lines(spelt, _BY_SPELLING)
