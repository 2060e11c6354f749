"""An ad as rules read it: width folded, disguises undone, cut into sentences and clauses.

People space words out (押 金), write them by sound or sign (薇❤) and use any sort of punctuation.
Rules are written for plain words, so the text is brought into one form first; every place in it
remembers where it stood, because a hit is shown in the words that were typed.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_FARTHEST = 500
"""So many characters around words are looked at for the end of their clause or sentence."""

SENTENCE_END = "\n"
"""Stands for every sign that ends a sentence."""

_ONE_FORM = {
    **dict.fromkeys("。！!？?；;\n\r", SENTENCE_END),
    **dict.fromkeys(",，｡", "，"),
    **dict.fromkeys("(（［[", "（"),
    **dict.fromkeys(")）］]", "）"),
    **dict.fromkeys("【】|｜•·●◆■★☆▲※→\t", " "),
    **dict.fromkeys("—–―−－~～", "-"),
    ":": "：",
    "／": "/",
}
_JUNK = r"[ *._\-~+/\\'\"“”‘’^#&=、（）]{1,3}"
_UNSEEN = ("Cf", "Mn", "Me", "Cc", "Cs", "Co", "Cn")
_PICTURE = ("So", "Sk")
_CLAUSE_END = re.compile("[，\n ]")
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)", re.ASCII)


@lru_cache(maxsize=20_000)
def _fold(char: str) -> str:
    """Return what one character reads as: one or more characters, or none."""
    if char in _ONE_FORM:
        return _ONE_FORM[char]
    category = unicodedata.category(char)
    if category in _UNSEEN:
        return ""
    plain = unicodedata.normalize("NFKC", char).lower()
    if len(plain) == 1 and plain in _ONE_FORM:
        return _ONE_FORM[plain]
    return plain


class Spellings:
    """Disguises of words: how else people write them in ads, besides spacing them out."""

    def __init__(self, disguises: Mapping[str, str]) -> None:
        """Take words, each with the pattern of its other spellings (empty if there are none)."""
        self._words = [word for word in disguises if len(word) > 1]
        ways = [
            f"({'|'.join(filter(None, (disguises[word], _JUNK.join(word))))})"
            for word in self._words
        ]
        self._pattern = re.compile("|".join(ways) or "(?!)")

    def undo(self, text: str, places: list[int]) -> tuple[str, list[int]]:
        """Return the text in plain words, and of each character where it stood."""
        parts: list[str] = []
        kept: list[int] = []
        done = 0
        for found in self._pattern.finditer(text):
            start, end = found.span()
            parts.append(text[done:start])
            kept += places[done:start]
            word = self._words[(found.lastindex or 1) - 1]
            parts.append(word)
            # each character stands where its disguise does, the last one at its end
            stands = [min(start + step, end - 1) for step in range(len(word))][:-1]
            kept += [places[at] for at in (*stands, end - 1)]
            done = end
        if not parts:
            return text, places
        return "".join([*parts, text[done:]]), [*kept, *places[done:]]


class Wording:
    """The text of one ad in plain form. Places given and returned are those of ``text``."""

    def __init__(self, original: str, spellings: Spellings) -> None:
        self.original = original
        folded = [_fold(char) for char in original]
        for found in _THOUSANDS.finditer(original):
            for at in range(*found.span()):
                if original[at] == ",":
                    folded[at] = ""
        text = "".join(folded)
        if len(text) == len(original) and all(len(piece) == 1 for piece in folded):
            places = list(range(len(text)))
        else:
            places = [at for at, piece in enumerate(folded) for _ in piece]
        text, places = spellings.undo(text, places)
        self.text = _without_pictures(text)
        self.characters = set(self.text)
        self._places = places

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the original the words from ``start`` to ``end`` stand."""
        if start >= end:
            at = self._places[start] if start < len(self._places) else len(self.original)
            return at, at
        return self._places[start], self._places[end - 1] + 1

    def words(self, start: int, end: int) -> str:
        """Return the words as they were typed."""
        first, last = self.span(start, end)
        return self.original[first:last]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Return the limits of the clause that holds the words; commas and blanks end it."""
        return self._around(start, end, "，\n ")

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the limits of the sentence that holds the words."""
        return self._around(start, end, SENTENCE_END)

    def _around(self, start: int, end: int, signs: str) -> tuple[int, int]:
        least, most = max(0, start - _FARTHEST), min(len(self.text), end + _FARTHEST)
        first = max(least, *(self.text.rfind(sign, least, start) + 1 for sign in signs))
        ends = [at for sign in signs if (at := self.text.find(sign, end, most)) >= 0]
        return first, min(ends, default=most)

    def next_clause(self, end: int) -> str:
        """Return the clause after the sign at ``end``, if the sentence goes on."""
        if end >= len(self.text) or self.text[end] == SENTENCE_END:
            return ""
        found = _CLAUSE_END.search(self.text, end + 1)
        return self.text[end + 1 : found.start() if found else len(self.text)]


def _without_pictures(text: str) -> str:
    """Little pictures separate words like a blank; they are looked at only in disguises."""
    if text.isascii() or not any(unicodedata.category(char) in _PICTURE for char in set(text)):
        return text
    return "".join(" " if unicodedata.category(char) in _PICTURE else char for char in text)
