"""Writes weights as the program reads them (`mengzhan.rules.language`)."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mengzhan.rules.language.encoder import SCALE, Weights
from mengzhan.rules.language.rows import NAMES

_SMALLEST = 1e-12
"""Of a row of noughts any scale is right but nought."""


def store(path: Path, weights: Weights, names: Mapping[str, Sequence[str]] | None = None) -> None:
    """Write weights: tables in eight bits, single rows in sixteen; and the names of the rows of tables."""
    kept: dict[str, NDArray[Any]] = {}
    for name, plain in weights.items():
        if plain.ndim == 1:
            kept[name] = plain.astype(np.float16)
            continue
        scale = np.maximum(np.abs(plain).max(axis=1), _SMALLEST) / 127
        kept[name] = np.rint(plain / scale[:, None]).astype(np.int8)
        kept[name + SCALE] = scale.astype(np.float32)
    kept |= {table + NAMES: np.array("\n".join(told)) for table, told in (names or {}).items()}
    # mypy takes each of the names for the one option that is no table
    np.savez_compressed(path, **kept)  # type: ignore[arg-type]
