"""What each piece of a text means where it stands: a transformer encoder, reckoned in NumPy.

Devlin and others, *BERT* (NAACL 2019), with the layers that learning left in
(``tests.learning``). Weights are stored in eight bits, each row with a scale of its own.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mengzhan.model.resources import resource_path

Array = NDArray[np.float32]
Weights = Mapping[str, Array]

HEADS = 12
"""Into so many parts attention is divided."""

SCALE = ":scale"
"""Behind the name of weights stored in eight bits: what each of their rows is multiplied with."""

_WORDS, _PLACES = "emb.word", "emb.pos"
_NEAR = 1e-12
_GELU = 0.7978845608
"""The square root of 2/pi; `_gelu` is the usual approximation (Hendrycks and Gimpel, 2016)."""


class Encoder:
    """Reads texts cut into `Pieces`."""

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        """Take weights as ``tests.learning.storing`` writes them; those of ``emb.word`` stay in eight bits."""
        self._words = stored[_WORDS]
        self._word_scale = np.asarray(stored[_WORDS + SCALE], np.float32)
        self.weights: Weights = {
            name: unpacked(stored, name)
            for name in stored
            if not name.endswith(SCALE) and name != _WORDS
        }
        self._layers = 1 + max(int(name[1:].split(".")[0]) for name in stored if name[0] == "l")

    def encode(self, numbers: Sequence[int]) -> Array:
        """Return a vector for each piece, of shape (pieces, hidden).

        Args:
            numbers: the pieces, at most 512.
        """
        return self.layers(numbers)[-1]

    def layers(self, numbers: Sequence[int]) -> list[Array]:
        """Return for each layer what `encode` returns for the last one."""
        rows = np.asarray(numbers)
        scale = self._word_scale[rows, None]
        states: Array = self._words[rows] * scale + self.weights[_PLACES][: len(rows)]
        states = self._evened(states, "emb.ln")
        found = []
        for layer in range(self._layers):
            states = self._read(states, f"l{layer}.")
            found.append(states)
        return found

    def _read(self, states: Array, layer: str) -> Array:
        states = self._evened(states + self._attended(states, layer), layer + "aln")
        inner = _gelu(self._through(states, layer + "fi"))
        return self._evened(states + self._through(inner, layer + "fo"), layer + "oln")

    def _attended(self, states: Array, layer: str) -> Array:
        """Let each piece look at all others, in each of `HEADS` ways."""
        count, hidden = states.shape
        asked, known, told = (
            self._through(states, layer + name).reshape(count, HEADS, -1).transpose(1, 0, 2)
            for name in "qkv"
        )
        scores = asked @ known.transpose(0, 2, 1) / (hidden / HEADS) ** 0.5
        shares = np.exp(scores - scores.max(axis=2, keepdims=True))
        shares /= shares.sum(axis=2, keepdims=True)
        together = (shares @ told).transpose(1, 0, 2).reshape(count, hidden)
        return self._through(together, layer + "ao")

    def _through(self, states: Array, name: str) -> Array:
        through: Array = states @ self.weights[name + ".w"].T + self.weights[name + ".b"]
        return through

    def _evened(self, states: Array, name: str) -> Array:
        centred = states - states.mean(axis=1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + _NEAR)
        evened: Array = centred / spread * self.weights[name + ".w"] + self.weights[name + ".b"]
        return evened


def _gelu(states: Array) -> Array:
    # states ** 3 would take ten times as long
    bent = np.tanh(_GELU * (states + 0.044715 * states * states * states))
    gone: Array = 0.5 * states * (1 + bent)
    return gone


def unpacked(stored: Mapping[str, NDArray[Any]], name: str) -> Array:
    """Return weights of a file as they were before they were stored."""
    plain = np.asarray(stored[name], np.float32)
    scale = stored.get(name + SCALE)
    return plain if scale is None else plain * np.asarray(scale, np.float32)[:, None]


@cache
def read_encoder(name: str) -> Encoder:
    """Return the shipped encoder of a name: ``resources/language/<name>.npz``."""
    with np.load(resource_path("language", f"{name}.npz")) as stored:
        return Encoder(dict(stored))
