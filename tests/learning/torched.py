"""The encoder of `mengzhan.rules.language` in PyTorch, which can learn; many texts at once."""

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch.nn import functional as torched

from mengzhan.rules.language.encoder import HEADS

Tensor = Any
Weights = Mapping[str, Tensor]

NOTHING = -1
"""The number that fills up the shorter texts of a batch."""


def layers_of(names: Sequence[str]) -> int:
    """Return how many layers there are, by the names of the weights."""
    return 1 + max(int(name[1:].split(".")[0]) for name in names if name[0] == "l")


def encode(weights: Weights, numbers: Tensor) -> Tensor:
    """Return a vector for each piece, of shape (texts, pieces, hidden).

    Args:
        numbers: of shape (texts, pieces), filled up with `NOTHING`.
    """
    return layers(weights, numbers)[-1]


def layers(weights: Weights, numbers: Tensor) -> list[Tensor]:
    """Return for each layer what `encode` returns for the last one."""
    there = numbers != NOTHING
    states = weights["emb.word"][numbers.clamp(min=0)] + weights["emb.pos"][: numbers.shape[1]]
    states = _evened(states, weights, "emb.ln")
    found = []
    for layer in range(layers_of(list(weights))):
        states = _read(states, weights, f"l{layer}.", there[:, None, None, :])
        found.append(states)
    return found


def _read(states: Tensor, weights: Weights, layer: str, there: Tensor) -> Tensor:
    texts, count, hidden = states.shape
    asked, known, told = (
        _through(states, weights, layer + name).view(texts, count, HEADS, -1).transpose(1, 2)
        for name in "qkv"
    )
    seen = torched.scaled_dot_product_attention(asked, known, told, attn_mask=there)
    seen = _through(seen.transpose(1, 2).reshape(texts, count, hidden), weights, layer + "ao")
    states = _evened(states + seen, weights, layer + "aln")
    inner = torched.gelu(_through(states, weights, layer + "fi"), approximate="tanh")
    return _evened(states + _through(inner, weights, layer + "fo"), weights, layer + "oln")


def _through(states: Tensor, weights: Weights, name: str) -> Tensor:
    return torched.linear(states, weights[name + ".w"], weights[name + ".b"])


def _evened(states: Tensor, weights: Weights, name: str) -> Tensor:
    shape = states.shape[-1:]
    return torched.layer_norm(states, shape, weights[name + ".w"], weights[name + ".b"], 1e-12)


def filled_up(texts: Sequence[Sequence[int]]) -> Tensor:
    """Return the pieces of several texts as one table."""
    longest = max(map(len, texts))
    return torch.tensor([[*numbers, *[NOTHING] * (longest - len(numbers))] for numbers in texts])
