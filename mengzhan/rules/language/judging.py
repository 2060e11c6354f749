"""How much places of a text read like what was asked for when the model learned."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mengzhan.rules.language.encoder import Array, read_encoder
from mengzhan.rules.language.pieces import Place

MEAN, FIRST, TOLD, START = "judge.mean.w", "judge.first.w", "judge.told.w", "judge.start.b"
"""Names of weights: of what the pieces of a place mean together, of the text as a whole, of what
else is known, and what every place starts with."""

_KEPT = 4000
"""So many texts are remembered: a list, a form and a poster look at the same ads."""

_kept: dict[int, Array] = {}
"""What was read, by a hash of the text: the words of an ad, with its telephone number, must not
linger."""


def judge(
    name: str, numbers: tuple[int, ...], places: tuple[Place, ...], told: Sequence[Sequence[float]]
) -> list[list[float]]:
    """Return for each place its scores (log odds), one for each thing that was asked for.

    Args:
        name: whose encoder it is: ``ads``.
        numbers: the pieces of the text.
        places: of each place the first piece, and the one behind the last.
        told: what else is known of each place.
    """
    known = np.asarray(told, np.float32) @ read_encoder(name).weights[TOLD].T
    scores: list[list[float]] = (_read(name, numbers, places) + known).tolist()
    return scores


def _read(name: str, numbers: tuple[int, ...], places: tuple[Place, ...]) -> Array:
    key = hash((name, numbers, places))
    found = _kept.get(key)
    if found is None:
        found = _reckoned(name, numbers, places)
        while len(_kept) >= _KEPT:
            _kept.pop(next(iter(_kept)), None)
        _kept[key] = found
    return found


def _reckoned(name: str, numbers: tuple[int, ...], places: tuple[Place, ...]) -> Array:
    encoder = read_encoder(name)
    states, weights = encoder.encode(numbers), encoder.weights
    means: NDArray[np.float32] = np.stack([states[first:end].mean(axis=0) for first, end in places])
    whole = states[0] @ weights[FIRST].T + weights[START]
    read: Array = means @ weights[MEAN].T + whole
    return read
