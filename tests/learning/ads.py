"""Learns what clauses of ads read like: ``python -m tests.learning.ads``.

From labelled ads (`tests.learning.adexamples`) the first layers of a language model
(`tests.learning.base`) go on learning, together with what judges the clauses by them
(`mengzhan.rules.language.judging`). It writes ``resources/language/ads.npz``.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import chain

import torch
from torch.nn import functional as torched

from mengzhan.model.resources import resource_path
from mengzhan.rules.ads.clauses import SPEAKERS
from mengzhan.rules.language.judging import FIRST, MEAN, START, TOLD
from mengzhan.rules.language.pieces import known_pieces
from tests.learning.adexamples import Example, all_examples
from tests.learning.base import Base, base_file, read_base
from tests.learning.steps import Model, batches, descend
from tests.learning.storing import store
from tests.learning.torched import Tensor, Weights, encode, filled_up

LAYERS = 6
"""All twelve are hardly better, and take twice as long to read an ad."""

PASSES, RATE = 3, 2e-4
_RULED = "ruled"
_RARE = -3.0
"""What is believed of a clause before anything was learned (log odds)."""


def first_model(base: Base, layers: int = LAYERS) -> Model:
    """Return what is known before the first example."""
    number = {piece: at for at, piece in enumerate(base.pieces)}
    kept = [number[piece] for piece in known_pieces()]
    table = base.tensors["emb.word"][kept] + base.tensors["emb.type"][0]
    unused = (*(f"l{layer}." for layer in range(layers, 12)), "emb.word", "emb.type")
    known = {name: row for name, row in base.tensors.items() if not name.startswith(unused)}
    body = {
        name: torch.nn.Parameter(torch.tensor(tensor))
        for name, tensor in {"emb.word": table, **known}.items()
    }
    faults, hidden = len(SPEAKERS), table.shape[1]
    shapes = {MEAN: hidden, FIRST: hidden, TOLD: 3 * faults, _RULED: 1}
    head = {name: torch.nn.Parameter(torch.zeros(faults, width)) for name, width in shapes.items()}
    head[START] = torch.nn.Parameter(torch.full((faults,), _RARE))
    return Model(body, head)


def scores(model: Model, batch: Sequence[Example]) -> Tensor:
    """Return the log odds of each clause, of shape (clauses, groups of faults)."""
    numbers = filled_up([example.part.numbers for example in batch])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = encode(model.body, numbers).float()
    sums = torched.pad(states.cumsum(1), (0, 0, 1, 0))
    rows = [(at, clause) for at, one in enumerate(batch) for clause in one.part.clauses]
    which = torch.tensor([at for at, _ in rows])
    first, end = torch.tensor([clause.pieces for _, clause in rows]).T
    means = (sums[which, end] - sums[which, first]) / (end - first)[:, None]
    told = torch.tensor([clause.told for _, clause in rows], dtype=torch.float32)
    ruled = torch.tensor([[float(batch[at].ruled)] for at, _ in rows])
    known = {MEAN: means, FIRST: states[which, 0], TOLD: told, _RULED: ruled}
    weighed = [value @ model.head[name].T for name, value in known.items()]
    return sum(weighed) + model.head[START]


def learn(model: Model, examples: Sequence[Example]) -> Iterator[float]:
    """Change the weights of a model; yield the mean loss of each pass."""
    torch.manual_seed(7)
    rng = random.Random(7)
    plan = [list(batches(examples, _pieces, rng)) for _ in range(PASSES)]

    def loss(batch: Sequence[Example]) -> Tensor:
        wanted = torch.tensor(list(chain.from_iterable(one.faults for one in batch)))
        found = scores(model, batch)
        lost = torched.binary_cross_entropy_with_logits(found, wanted, reduction="sum")
        return lost / len(wanted)

    return descend(model, plan, loss, RATE)


def _pieces(example: Example) -> int:
    return len(example.part.numbers)


def finished(model: Model) -> Weights:
    """Return the weights as a program uses them, which always knows what the rules say."""
    kept = dict(model.numbers())
    kept[START] = kept[START] + kept.pop(_RULED)[:, 0]
    return kept


def main() -> None:
    """Write the weights."""
    examples = all_examples()
    model = first_model(read_base(base_file()))
    for at, loss in enumerate(learn(model, examples), 1):
        print(f"{len(examples)} examples, pass {at} of {PASSES}: loss {loss:.4f}", flush=True)
    store(resource_path("language") / "ads.npz", finished(model))


if __name__ == "__main__":
    main()
