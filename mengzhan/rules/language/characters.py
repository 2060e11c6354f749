"""How much each character of a text reads like what was asked for when the model learned.

A character is weighed by what its piece means where it stands, as several layers of the encoder tell
it: the first know words, the later ones what is said about what.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mengzhan.rules.language.encoder import Array, read_encoder
from mengzhan.rules.language.pieces import in_parts, known_pieces

MESSAGES = "messages"
"""The encoder for recruitment messages, with its weights of characters."""

LAYERS = (2, 4, 6)
"""The layers that are asked, counted from one."""

BEGINS, GOES_ON = "begins", "goes_on"
"""Weights of a character that begins a piece, and of one that goes on with it; with ``.w`` of shape
(things asked for, `LAYERS` x hidden), with ``.b`` what each starts with."""


@dataclass(frozen=True)
class Stretch:
    """What is read at once of a text.

    Attributes:
        numbers: its pieces, with the marks of its ends.
        pieces: for each character which of ``numbers`` it is part of.
        begins: whether a character is the first of its piece.
    """

    numbers: Sequence[int]
    pieces: NDArray[np.intp]
    begins: NDArray[np.bool_]

    def weighed(self, layers: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Return for each character its scores (log odds), of shape (characters, things asked for).

        Args:
            layers: what `Encoder.layers` returns for ``numbers``.
        """
        states = np.concatenate([layers[at - 1] for at in LAYERS], axis=1)
        begun, going = (
            states @ weights[f"{name}.w"].T + weights[f"{name}.b"] for name in (BEGINS, GOES_ON)
        )
        return np.where(self.begins[:, None], begun[self.pieces], going[self.pieces])


def stretches(text: str) -> Iterator[Stretch]:
    """Yield the stretches of a text in plain form (`Wording`), one after the other."""
    for start, end in in_parts(text):
        cut = known_pieces().cut(text[start:end])
        pieces = np.zeros(end - start, np.intp)
        begins = np.zeros(end - start, np.bool_)
        for at, piece in enumerate(cut):
            pieces[piece.start : piece.end] = at
            if piece.end > piece.start:
                begins[piece.start] = True
        yield Stretch([piece.number for piece in cut], pieces, begins)


def tag_scores(text: str) -> list[list[float]]:
    """Return for each character of a message how much it reads like being tagged so or so."""
    encoder = read_encoder(MESSAGES)
    return [
        row
        for one in stretches(text)
        for row in one.weighed(encoder.layers(one.numbers), encoder.weights).tolist()
    ]
