"""Text cut into pieces, the words and parts of words that the language model knows.

Of all ways to cut a text the likeliest is taken, each piece standing for itself (unigram model:
Kudo, *Subword Regularization*, ACL 2018). The pieces are those of the model that ours comes from,
as far as Chinese ads are made of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mengzhan.model.resources import resource_path

START, STOP, UNKNOWN = "<s>", "</s>", "<unk>"

BLANK = "▁"
"""Stands for a blank, and before the first word of a text."""

_AS_READ = str.maketrans({"，": ",", "：": ":", "（": "(", "）": ")", "\n": "。", " ": BLANK})
"""`Wording` has one sign for each sort of mark: the nearest one that the model knows."""

_UNLIKELY = 10.0
"""How much less likely than the rarest piece a character is that no piece holds."""


AT_ONCE = 500
"""So many characters are read at once at most; a model reads 512 pieces with its two edges."""

Place = tuple[int, int]
"""Where something begins, and where it has ended."""

_PAUSES = "\n， "


@dataclass(frozen=True)
class Piece:
    """A piece by its number, and the characters that it holds; an edge of the text holds none."""

    number: int
    start: int
    end: int


class Pieces:
    """Cuts texts into pieces."""

    def __init__(self, scores: Mapping[str, float]) -> None:
        """Take each piece with the logarithm of how frequent it is; pieces are numbered in order."""
        self._number = {piece: at for at, piece in enumerate(scores)}
        # an ad may hold the very characters of a mark
        marks = (START, STOP, UNKNOWN)
        self._scores = {piece: score for piece, score in scores.items() if piece not in marks}
        self._longest = max(map(len, scores))
        self._unknown = min(scores.values()) - _UNLIKELY

    def __iter__(self) -> Iterator[str]:
        """Iterate over the pieces in the order of their numbers."""
        return iter(self._number)

    def cut(self, text: str) -> list[Piece]:
        """Return the pieces of a text in plain form (`Wording`), between the marks of its ends."""
        marked = BLANK + text.translate(_AS_READ)
        ends = self._ends(marked)
        found = []
        at = len(marked)
        while at:
            start = ends[at]
            number = self._number.get(marked[start:at], self._number[UNKNOWN])
            # one character more than in the text: the mark before it
            found.append(Piece(number, max(start - 1, 0), at - 1))
            at = start
        last = len(text)
        edges = Piece(self._number[START], 0, 0), Piece(self._number[STOP], last, last)
        return [edges[0], *reversed(found), edges[1]]

    def _ends(self, text: str) -> Sequence[int]:
        """Return for each place where the piece starts that ends there, cut in the likeliest way."""
        best = [0.0] + [float("-inf")] * len(text)
        start = [0] * len(best)
        for at in range(len(text)):
            for end in range(at + 1, min(at + self._longest, len(text)) + 1):
                score = self._scores.get(text[at:end])
                if score is None:
                    if end > at + 1:
                        continue
                    score = self._unknown
                if best[at] + score > best[end]:
                    best[end], start[end] = best[at] + score, at
        return start


def in_parts(text: str) -> Iterator[Place]:
    """Yield where the parts of a text begin and end that are read at once: a very long text is
    parted behind a pause."""
    start = 0
    while len(text) - start > AT_ONCE:
        end = start + AT_ONCE
        end = max(text.rfind(pause, start, end) + 1 for pause in _PAUSES) or end
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


@cache
def known_pieces() -> Pieces:
    """Return the pieces of the shipped model."""
    text = resource_path("language", "pieces.txt").read_text(encoding="utf-8")
    # not splitlines: some pieces are signs that end lines elsewhere
    pairs = (line.split(" ") for line in text.split("\n") if line)
    return Pieces({piece: float(score) for piece, score in pairs})
