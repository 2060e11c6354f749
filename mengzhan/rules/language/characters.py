"""How much each character of a text reads like what was asked for when the model learned.

A character is weighed by what its piece means where it stands, as several layers of the encoder tell
it: the first know words, the later ones what is said about what.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mengzhan.model.resources import resource_path
from mengzhan.rules.language.encoder import Array, read_encoder, unpacked
from mengzhan.rules.language.pieces import in_parts, known_pieces

MESSAGES = "messages"
"""The file of weights for recruitment messages."""

LAYERS = (2, 4, 6)
"""The layers that are asked, counted from one."""

BEGINS, GOES_ON = "begins", "goes_on"
"""Weights of a character that begins a piece, and of one that goes on with it; with ``.w`` of shape
(things asked for, states), with ``.b`` what each starts with."""


@dataclass(frozen=True)
class Characters:
    """What the pieces of a text mean, and which piece each character is part of.

    Attributes:
        states: of shape (pieces, `LAYERS` x hidden).
        pieces: for each character the number of its piece.
        begins: whether a character is the first of its piece.
    """

    states: NDArray[np.floating[Any]]
    pieces: NDArray[np.intp]
    begins: NDArray[np.bool_]

    def weighed(self, weights: Mapping[str, Array]) -> Array:
        """Return for each character its scores (log odds), of shape (characters, things asked for)."""
        begun, going = (
            self.states @ weights[f"{name}.w"].T + weights[f"{name}.b"]
            for name in (BEGINS, GOES_ON)
        )
        return np.where(self.begins[:, None], begun[self.pieces], going[self.pieces])


def read_characters(text: str) -> Characters:
    """Read a text in plain form (`Wording`), which must not be empty."""
    states: list[Array] = []
    pieces = np.zeros(len(text), np.intp)
    begins = np.zeros(len(text), np.bool_)
    encoder, before = read_encoder("ads"), 0
    for start, end in in_parts(text):
        cut = known_pieces().cut(text[start:end])
        layers = encoder.layers([piece.number for piece in cut])
        states.append(np.concatenate([layers[at - 1] for at in LAYERS], axis=1))
        for at, piece in enumerate(cut, before):
            pieces[start + piece.start : start + piece.end] = at
            if piece.end > piece.start:
                begins[start + piece.start] = True
        before += len(cut)
    return Characters(np.concatenate(states), pieces, begins)


def tag_scores(text: str) -> list[list[float]]:
    """Return for each character of a message how much it reads like being tagged so or so."""
    if not text:
        return []
    scores: list[list[float]] = read_characters(text).weighed(_weights()).tolist()
    return scores


@cache
def _weights() -> dict[str, Array]:
    with np.load(resource_path("language", f"{MESSAGES}.npz")) as stored:
        names = [f"{name}.{part}" for name in (BEGINS, GOES_ON) for part in "wb"]
        return {name: unpacked(stored, name) for name in names}
