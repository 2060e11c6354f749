"""How the weights of an encoder, and of what judges by it, change from one batch to the next.

It is AdamW (Loshchilov and Hutter, ICLR 2019); the steps grow for a tenth of the way and then get shorter.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

import torch

from tests.learning.torched import Tensor, Weights

Example = TypeVar("Example")

HEAD_RATE = 1.6e-3
"""How far a step of what judges goes; it knows nothing at first."""

_BATCH = 1024
"""So many pieces are looked at before the weights change."""

_POOL = 1024
"""Among so many examples those of like length are put together."""

_WARMING_UP, _LEAST = 0.1, 0.02
_MOST_SLOPE = 1.0


@dataclass(frozen=True)
class Model:
    """Weights of the encoder, and of what judges by it."""

    body: dict[str, Tensor]
    head: dict[str, Tensor]

    def numbers(self) -> Weights:
        """Return all weights as they are stored."""
        return {name: weight.detach().numpy() for name, weight in (self.body | self.head).items()}


def batches(
    examples: Sequence[Example], pieces: Callable[[Example], int], rng: random.Random
) -> Iterator[list[Example]]:
    """Yield all examples in batches, in another order each time; ``pieces`` tells how long one is."""
    mixed = rng.sample(examples, len(examples))
    pools = [sorted(mixed[at : at + _POOL], key=pieces) for at in range(0, len(mixed), _POOL)]
    found: list[list[Example]] = []
    batch: list[Example] = []
    for example in chain.from_iterable(pools):
        longest = max(map(pieces, [*batch, example]))
        if batch and longest * (len(batch) + 1) > _BATCH:
            found.append(batch)
            batch = []
        batch.append(example)
    yield from rng.sample([*found, batch], len(found) + 1)


def descend(
    model: Model,
    plan: Sequence[Sequence[Example]],
    loss: Callable[[Example], Tensor],
    rate: float,
) -> Iterator[float]:
    """Change the weights of a model; yield the mean loss of each pass.

    Args:
        plan: for each pass what is looked at before the weights change.
        loss: how wrong a model is about that.
        rate: how far a step of the encoder goes.
    """
    weights = [*model.body.values(), *model.head.values()]
    groups = [
        {"params": [weight for weight in model.body.values() if weight.ndim > 1]},
        {"params": [w for w in model.body.values() if w.ndim == 1], "weight_decay": 0.0},
        {"params": list(model.head.values()), "lr": HEAD_RATE},
    ]
    steps = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), weight_decay=0.01)
    total = sum(map(len, plan))
    warm = _WARMING_UP * total
    paces = torch.optim.lr_scheduler.LambdaLR(
        steps, lambda at: min((at + 1) / warm, max(_LEAST, (total - at) / (total - warm)))
    )
    for batches_ in plan:
        lost = 0.0
        for batch in batches_:
            now = loss(batch)
            steps.zero_grad()
            now.backward()
            torch.nn.utils.clip_grad_norm_(weights, _MOST_SLOPE)
            steps.step()
            paces.step()
            lost += now.item()
        yield lost / len(batches_)
