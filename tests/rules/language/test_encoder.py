"""The encoder reckons what its definition says, and weights survive being stored."""

from math import exp, sqrt, tanh
from pathlib import Path

import numpy as np
import pytest

from mengzhan.model.resources import resource_path
from mengzhan.rules.ads.clauses import SPEAKERS
from mengzhan.rules.language.encoder import HEADS, Array, Encoder, Weights, read_encoder
from mengzhan.rules.language.judging import FIRST, MEAN, TOLD
from mengzhan.rules.language.pieces import AT_ONCE, known_pieces
from tests.learning.storing import store

HIDDEN, INNER, PIECES = 24, 48, 9


def made_up(layers: int = 2) -> dict[str, Array]:
    """Return weights that mean nothing."""
    rng = np.random.default_rng(3)

    def table(rows: int, columns: int = HIDDEN) -> Array:
        return rng.normal(0, 0.3, (rows, columns)).astype(np.float32)

    def row(width: int = HIDDEN) -> Array:
        return rng.normal(0, 0.3, width).astype(np.float32)

    found = {"emb.word": table(PIECES), "emb.pos": table(16), "emb.ln.w": row(), "emb.ln.b": row()}
    for layer in range(layers):
        for name in ("q", "k", "v", "ao"):
            found |= {f"l{layer}.{name}.w": table(HIDDEN), f"l{layer}.{name}.b": row()}
        found |= {f"l{layer}.fi.w": table(INNER), f"l{layer}.fi.b": row(INNER)}
        found |= {f"l{layer}.fo.w": table(HIDDEN, INNER), f"l{layer}.fo.b": row()}
        for name in ("aln", "oln"):
            found |= {f"l{layer}.{name}.w": row(), f"l{layer}.{name}.b": row()}
    return found


Rows = list[list[float]]


def slowly(weights: Weights, numbers: list[int]) -> Rows:
    """Reckon the same as written in the paper, number by number."""

    def through(rows: Rows, name: str) -> Rows:
        table, start = weights[name + ".w"].tolist(), weights[name + ".b"].tolist()
        return [
            [
                b + sum(x * w for x, w in zip(row, line, strict=True))
                for line, b in zip(table, start, strict=True)
            ]
            for row in rows
        ]

    def evened(rows: Rows, name: str) -> Rows:
        found = []
        for row in rows:
            mean = sum(row) / len(row)
            spread = sqrt(sum((x - mean) ** 2 for x in row) / len(row) + 1e-12)
            pairs = zip(
                row, weights[name + ".w"].tolist(), weights[name + ".b"].tolist(), strict=True
            )
            found.append([(x - mean) / spread * w + b for x, w, b in pairs])
        return found

    def added(some: Rows, others: Rows) -> Rows:
        return [
            [x + y for x, y in zip(a, b, strict=True)] for a, b in zip(some, others, strict=True)
        ]

    rows = [
        (weights["emb.word"][number] + weights["emb.pos"][at]).tolist()
        for at, number in enumerate(numbers)
    ]
    rows = evened(rows, "emb.ln")
    width = HIDDEN // HEADS
    for layer in ("l0.", "l1."):
        asked, known, told = (through(rows, layer + name) for name in "qkv")
        seen = [[0.0] * HIDDEN for _ in rows]
        for head in range(HEADS):
            part = range(head * width, (head + 1) * width)
            for at in range(len(rows)):
                shares = [
                    exp(sum(asked[at][k] * other[k] for k in part) / sqrt(width)) for other in known
                ]
                for k in part:
                    seen[at][k] = sum(
                        s * other[k] for s, other in zip(shares, told, strict=True)
                    ) / sum(shares)
        rows = evened(added(rows, through(seen, layer + "ao")), layer + "aln")
        inner = [
            [0.5 * x * (1 + tanh(sqrt(2 / 3.141592653589793) * (x + 0.044715 * x**3))) for x in row]
            for row in through(rows, layer + "fi")
        ]
        rows = evened(added(rows, through(inner, layer + "fo")), layer + "oln")
    return rows


def test_it_reckons_what_its_definition_says(tmp_path: Path) -> None:
    path = tmp_path / "made_up.npz"
    weights = made_up()
    store(path, weights)
    with np.load(path) as stored:
        encoder = Encoder(dict(stored))
        table = stored["emb.word"] * stored["emb.word:scale"][:, None]
    numbers = [4, 1, 1, 8, 0]
    expected = slowly({**encoder.weights, "emb.word": table}, numbers)
    assert np.allclose(encoder.encode(numbers), expected, atol=1e-4)


def test_stored_weights_differ_by_less_than_a_step(tmp_path: Path) -> None:
    path = tmp_path / "made_up.npz"
    weights = made_up()
    store(path, weights)
    with np.load(path) as stored:
        kept = Encoder(dict(stored)).weights
        assert stored["l0.q.w"].dtype == np.int8
    for name, plain in weights.items():
        if name != "emb.word":
            step = np.abs(plain).max(axis=-1, keepdims=True) / 127
            assert (np.abs(kept[name] - plain) <= step).all(), name


def test_a_piece_means_something_else_among_others() -> None:
    encoder = read_encoder("ads")
    alone, beside = encoder.encode([5, 70, 6]), encoder.encode([5, 70, 900, 6])
    assert alone.shape == (3, 384)
    assert not np.allclose(alone[1], beside[1], atol=0.1)


def test_the_shipped_weights_know_the_shipped_pieces_and_groups() -> None:
    with np.load(resource_path("language", "ads.npz")) as stored:
        shapes = {name: stored[name].shape for name in stored}
    groups = len(SPEAKERS)
    assert shapes["emb.word"] == (len(list(known_pieces())), 384)
    assert shapes[MEAN] == shapes[FIRST] == (groups, 384)
    assert shapes[TOLD] == (groups, 3 * groups)
    assert len(read_encoder("ads").weights["emb.pos"]) >= AT_ONCE + 3


def test_what_is_not_shipped_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"nobody\.npz"):
        read_encoder("nobody")
