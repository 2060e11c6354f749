"""The file of the language model is read as it is laid out."""

import struct
from pathlib import Path

import numpy as np
import pytest

from tests.learning.base import read_base

HIDDEN = 32


def block(levels: list[int], scale: float) -> bytes:
    """Return 32 weights of four bits: the first half in the low bits, the second in the high."""
    low, high = levels[:16], levels[16:]
    pairs = [(a + 8) | (b + 8) << 4 for a, b in zip(low, high, strict=True)]
    return np.float16(scale).tobytes() + bytes(pairs)


def made_up() -> bytes:
    """Return a file with two pieces, one packed table and one plain row."""
    pieces = [("<s>", 0.0), ("押金", -6.5)]
    blob = "".join(name for name, _ in pieces).encode()
    head = struct.pack("<4sI7ifi", b"E5S1", 1, HIDDEN, 1, 12, 128, 2, 16, 2, 1e-12, 32)
    words = struct.pack("<5iQ", len(pieces), 0, 1, 0, 0, len(blob))
    words += struct.pack("<3I", 0, 3, len(blob)) + struct.pack("<2f", *(s for _, s in pieces))
    folded = struct.pack("<II", 1, 9) + bytes(9)
    start = len(head + words + blob + folded)
    rows = block(list(range(-8, 8)) * 2, 0.5) + block([1] * 32, 2.0)
    plain = struct.pack("<32f", *range(32))
    entries = [("emb.word", 1, 64, rows), ("emb.ln.b", 0, 32, plain)]
    size = 4 + sum(2 + len(name) + 21 for name, *_ in entries)
    directory, at = struct.pack("<i", len(entries)), start + size
    for name, packed, count, data in entries:
        directory += struct.pack(f"<H{len(name)}s", len(name), name.encode())
        directory += struct.pack("<BIQQ", packed, count, at, len(data))
        at += len(data)
    return head + words + blob + folded + directory + rows + plain


def test_pieces_and_weights_are_read(tmp_path: Path) -> None:
    path = tmp_path / "base.bin"
    path.write_bytes(made_up())
    base = read_base(path)
    assert base.pieces == {"<s>": 0.0, "押金": -6.5}
    assert base.tensors["emb.word"].tolist() == [
        [level / 2 for level in range(-8, 8)] * 2,
        [2.0] * 32,
    ]
    assert base.tensors["emb.ln.b"].tolist() == list(range(32))


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"PK\3\4" + bytes(100))
    with pytest.raises(ValueError, match="other"):
        read_base(path)
