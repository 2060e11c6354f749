"""A recruitment message as its readers see it: folded, in lines, with what is understood marked.

Everything found keeps its place in the message as it was pasted, so that a screen can show which
words a value came from.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

TAKEN = "\0"
"""Stands in `AdText.free` for a character that a reader has understood already."""

PICTURES = {
    "💰": "wage",
    "💵": "wage",
    "💴": "wage",
    "📍": "place",
    "🏠": "place",
    "📞": "phone",
    "☎": "phone",
    "📱": "phone",
    "⏰": "hours",
    "🕐": "hours",
    "🕘": "hours",
}
"""Little pictures that people write instead of a word such as 工资 or 地址."""

SEPARATORS = ",;。!?|、…#\t " + TAKEN + "".join(PICTURES)
"""Where a clause ends, besides the end of a line."""


class Span(NamedTuple):
    """A place in the pasted message, as Python counts characters."""

    start: int
    end: int

    def __contains__(self, at: object) -> bool:
        return isinstance(at, int) and self.start <= at < self.end

    def meets(self, other: "Span") -> bool:
        """Whether two places share a character."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> "Span":
        """Return the place that lies so many characters further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True)
class Fact:
    """Something that the message says: what it is about, the value, where, and how sure (0..1)."""

    what: str
    value: str | int | bool | None
    span: Span
    sure: float


class AdText:
    """The message and what of it is understood. ``folded`` is as long as the message itself."""

    def __init__(self, raw: str, *parts: Span) -> None:
        """Take a message, or only parts of it, in their order; places are those in the whole."""
        self.raw = raw
        folded = "".join(_seen(raw, parts or (Span(0, len(raw)),)))
        folded = _ENTRY.sub(lambda entry: _FIELD.sub(",", entry[0]), folded)
        self.folded = _STROKE.sub("、", _DASH.sub(", ", folded))
        self._free = list(self.folded)
        self._free_text: str | None = None
        self.lines = list(_lines(self.folded))

    @property
    def free(self) -> str:
        """The folded message with `TAKEN` in place of all that was understood."""
        if self._free_text is None:
            self._free_text = "".join(self._free)
        return self._free_text

    def take(self, span: Span) -> None:
        """Mark words as understood."""
        self._free_text = None
        for at in range(span.start, span.end):
            if self._free[at] != "\n":
                self._free[at] = TAKEN

    def took(self, facts: list[Fact]) -> list[Fact]:
        """Mark the words of facts as understood and return the facts."""
        for fact in facts:
            self.take(fact.span)
        return facts

    def words(self, span: Span) -> str:
        """Return the words as they were pasted."""
        return self.raw[span.start : span.end]

    def fact(self, what: str, span: Span, sure: float) -> Fact:
        """Return a fact whose value are the words as they were pasted."""
        return Fact(what, self.words(span), span, sure)

    def line_of(self, at: int) -> int:
        """Return the number of the line that holds a place."""
        return bisect_right(self.lines, at, key=lambda line: line.start) - 1

    def line_at(self, at: int) -> Span:
        """Return the line that holds a place."""
        return self.lines[self.line_of(at)]

    def stands_before(self, fact: Fact, titles: Iterable[Fact], near: int = 0) -> bool:
        """Whether a fact stands in the line of a vacancy's name, at most ``near`` characters before
        it: 物流园卸白糖 8人."""
        behind = (title.span.start for title in titles if title.span.start >= fact.span.end)
        gaps = (self.folded[fact.span.end : start] for start in behind)
        return any("\n" not in gap and len(gap.strip()) <= near for gap in gaps)

    def clauses(self, span: Span | None = None, *, brackets: bool = True) -> Iterator[Span]:
        """Yield what is not understood yet, clause by clause, without signs at the ends.

        Args:
            span: where to look; all of the message if left out.
            brackets: whether round brackets end a clause.
        """
        pattern = _CLAUSE if brackets else _PIECE
        for piece in pattern.finditer(self.free, *(span or (0, len(self.folded)))):
            clause = self.trimmed(Span(*piece.span()))
            if clause.start < clause.end:
                yield clause

    def trimmed(self, span: Span, signs: str = "") -> Span:
        """Return a span without spaces, punctuation and ``signs`` at its ends."""
        drop = SEPARATORS + "\n:-~—·*#+=>_.\"'“”•✅✔→①②③④⑤⑥⑦⑧⑨⑩" + signs
        start, end = span
        while start < end and self.folded[start] in drop:
            start += 1
        while end > start and self.folded[end - 1] in drop:
            end -= 1
        return Span(start, end)

    def rest(self) -> list[str]:
        """Return the clauses that nobody understood, in their order."""
        free = self.free
        found = (self.trimmed(span, "()[]【】") for span in self.clauses(brackets=False))
        return [self.words(span) for span in found if _WORDY.search(free[span.start : span.end])]


def _seen(raw: str, parts: Sequence[Span]) -> Iterator[str]:
    """Yield the parts folded, and what lies between them as blank lines."""
    done = 0
    for start, end in parts:
        yield _BLANK.sub(" ", raw[done:start])
        yield "".join(map(_folded, raw[start:end]))
        done = end
    yield _BLANK.sub(" ", raw[done:])


_DASH = re.compile(r"(?<=[\u4e00-\u9fff)])[—–-]{2}(?=[\u4e00-\u9fff])")
"""A dash between words parts them as a comma does."""

_ENTRY = re.compile(r"(?:[^-,;。\n]+-){3,}[^-,;。\n]+")
_FIELD = re.compile(r"(?<=[\u4e00-\u9fff)])-(?! )|(?<! )-(?=[\u4e00-\u9fff]|1\d{10})")
"""So do dashes between the fields of an entry: 顺风大药房-收银-1人-2800-包吃."""

_STROKE = re.compile(r"(?<=\d)/(?=[A-Za-z\u4e00-\u9fff]{2,8}\d)")
"""A stroke between entries: 收银2/服务员6."""

_BLANK = re.compile(r"[^\n]")
_QUOTES = '[]【】《》“”"'
_PIECE = re.compile(f"[^{re.escape(SEPARATORS + ':' + _QUOTES)}\n]+")
_CLAUSE = re.compile(f"[^{re.escape(SEPARATORS + ':()' + _QUOTES)}\n]+")
_WORDY = re.compile(r"[^\W_]{2}")


@cache
def _folded(char: str) -> str:
    """Return one character for one: half-width signs, spaces for what cannot be said aloud."""
    if char in PICTURES or char == "\n" or unicodedata.category(char) == "No":
        return char
    if char in _READ_AS:
        return _READ_AS[char]
    plain = unicodedata.normalize("NFKC", char)
    if len(plain) != 1:
        return char
    return " " if unicodedata.category(plain) in _UNSPOKEN else plain


_READ_AS = {"\r": " ", "➕": "+", "➖": "-", "✖": "x", "仟": "千", "佰": "百"}
_UNSPOKEN = ("So", "Sk", "Cf", "Cn", "Co", "Cs", "Mn", "Me", "Zs", "Zl", "Zp", "Cc")


def _lines(folded: str) -> Iterator[Span]:
    start = 0
    for end in (*(m.start() for m in re.finditer("\n", folded)), len(folded)):
        yield Span(start, end)
        start = end + 1
