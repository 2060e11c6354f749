"""Chooses the pieces of text that the program knows: ``python -m tests.learning.pieces``.

The language model knows a quarter of a million, of a hundred languages. Kept are all that are
Chinese, short numbers and single letters, and whatever occurs in the ads and messages that we have.
It writes ``resources/language/pieces.txt``; after that everything must be learned anew.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from mengzhan.model.resources import resource_path
from mengzhan.rules.ads.rulebook import rules_in_force
from mengzhan.rules.ads.wording import Wording
from mengzhan.rules.language.pieces import START, STOP, UNKNOWN, Pieces
from tests.learning.base import base_file, read_base

_MATERIAL = Path(__file__).parents[1] / "material"
_PLAIN = re.compile("▁?([一-鿿]+|[0-9]{1,3}|[a-z])")


def texts() -> Iterator[str]:
    """Yield every ad and message."""
    for path in sorted(_MATERIAL.glob("*/*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        # phrases.json is no list of texts
        yield from (one["text"] for one in told if isinstance(told, list))


def main() -> None:
    """Write the list of pieces."""
    scores = read_base(base_file()).pieces
    every, names = Pieces(scores), list(scores)
    spellings = rules_in_force().spellings
    seen = {START, STOP, UNKNOWN}
    for text in texts():
        seen.update(names[piece.number] for piece in every.cut(Wording(text, spellings).text))
    kept = [piece for piece in names if piece in seen or _PLAIN.fullmatch(piece)]
    lines = [f"{piece} {scores[piece]:.3f}\n" for piece in kept]
    path = resource_path("language") / "pieces.txt"
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    print(len(kept), "pieces")


if __name__ == "__main__":
    main()
