"""Learns to tag recruitment messages: ``python -m tests.learning.messages``.

From the messages of ``tests/material/wechat`` and what people read out of them (`tests.learning.told`) the
encoder that has read ads goes on learning, together with what weighs each character by it
(`mengzhan.rules.language.characters`). Beside it stands what the traits of a character say
(`tests.learning.tags`). How far the encoder is to be trusted there is learned from what it reads in
messages that it has not seen: it is learned again without each part of them (stacking; Wolpert,
*Neural Networks* 5, 1992). What comes of it is written to ``resources/language/messages.npz`` and
``tags.npz``.
"""

import random
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
import torch
from torch.nn import functional as torched

from mengzhan.model.resources import resource_path
from mengzhan.rules.ads.tagging import FILE, TAGS, TRAITS
from mengzhan.rules.language.characters import BEGINS, GOES_ON, LAYERS, MESSAGES, Stretch
from mengzhan.rules.language.encoder import SCALE, Array, unpacked
from tests.learning.steps import Model, batches, descend
from tests.learning.storing import store
from tests.learning.tags import Learned, learned
from tests.learning.told import Example, all_examples
from tests.learning.torched import Tensor, filled_up, layers

PASSES, RATE = 2, 1.5e-4
"""A third pass learns the messages by heart."""

PARTS = 3
"""So many times the encoder is learned again, each time without one part of the messages."""

LEFT_OUT = 0.1
"""So much of what the encoder reads is left out each time."""

LEAST = 0.03
"""Weights of traits nearer to nought than this change little and are not kept."""

_READ = (BEGINS, GOES_ON)

_Told = tuple[Stretch, Sequence[int]]
"""What is read at once, and of each of its characters the number of its tag."""


def first_model() -> Model:
    """Return what is known before the first message: the encoder that has read ads."""
    with np.load(resource_path("language", "ads.npz")) as stored:
        names = [name for name in stored if name.startswith(("emb.", "l")) and SCALE not in name]
        body = {name: torch.nn.Parameter(torch.tensor(unpacked(stored, name))) for name in names}
    width = len(LAYERS) * body["emb.word"].shape[1]
    head = {f"{name}.w": torch.nn.Parameter(torch.zeros(len(TAGS), width)) for name in _READ}
    head |= {f"{name}.b": torch.nn.Parameter(torch.zeros(len(TAGS))) for name in _READ}
    return Model(body, head)


def scores(model: Model, batch: Sequence[Stretch], left_out: float = LEFT_OUT) -> Tensor:
    """Return for each character of some stretches how much it reads like each tag (log odds)."""
    numbers = filled_up([one.numbers for one in batch])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        read = layers(model.body, numbers)
        states = torch.cat([read[at - 1].float() for at in LAYERS], dim=2)
    states = torched.dropout(states, left_out)
    pairs = zip(states, batch, strict=True)
    here = torch.cat([rows[torch.tensor(one.pieces)] for rows, one in pairs])
    begins = torch.tensor(np.concatenate([one.begins for one in batch]))[:, None]
    begun, going = (here @ model.head[f"{name}.w"].T + model.head[f"{name}.b"] for name in _READ)
    return torch.where(begins, begun, going)


def read_messages(examples: Iterable[Example]) -> Model:
    """Return a model that has learned from messages."""
    torch.manual_seed(7)
    rng = random.Random(7)
    every = [one for example in examples for one in _told(example)]
    plan = [list(batches(every, _pieces, rng)) for _ in range(PASSES)]
    model = first_model()

    def loss(batch: Sequence[_Told]) -> Tensor:
        wanted = torch.tensor(list(chain.from_iterable(tags for _, tags in batch)))
        return torched.cross_entropy(scores(model, [one for one, _ in batch]), wanted)

    for at, lost in enumerate(descend(model, plan, loss, RATE), 1):
        print(f"{len(every)} stretches, pass {at} of {PASSES}: loss {lost:.4f}", flush=True)
    return model


def _told(example: Example) -> list[_Told]:
    ends = np.cumsum([len(one.pieces) for one in example.stretches]).tolist()
    starts = [0, *ends[:-1]]
    return [
        (one, example.tags[start:end])
        for one, start, end in zip(example.stretches, starts, ends, strict=True)
    ]


def _pieces(told: _Told) -> int:
    return len(told[0].numbers)


def unseen_scores(examples: Sequence[Example]) -> list[Array]:
    """Return for each message the scores of a model that has not learned from it, of shape
    (characters, tags)."""
    found: dict[int, Array] = {}
    for part in range(PARTS):
        model = read_messages(one for at, one in enumerate(examples) if at % PARTS != part)
        with torch.no_grad():
            for at in range(part, len(examples), PARTS):
                rows = [scores(model, [one], left_out=0.0) for one in examples[at].stretches]
                found[at] = torch.cat(rows).numpy()
    return [found[at] for at in range(len(examples))]


def write(model: Model, found: Learned) -> int:
    """Write what was learned, and return how many traits that is."""
    weights = dict(model.numbers())
    # what a score weighs is reckoned into it
    weights |= {name: found.read @ weights[name] for name in model.head}
    folder = resource_path("language")
    store(folder / f"{MESSAGES}.npz", weights)
    table = np.array(list(found.traits.values()), np.float32)
    table[np.abs(table) < LEAST] = 0
    kept = np.flatnonzero(table.any(axis=1)).tolist()
    names = list(found.traits)
    store(folder / f"{FILE}.npz", {TRAITS: table[kept]}, {TRAITS: [names[at] for at in kept]})
    return len(kept)


def main() -> None:
    """Write what was learned."""
    examples = all_examples()
    found = learned(examples, unseen_scores(examples))
    print(f"{len(examples)} messages, {write(read_messages(examples), found)} traits")


if __name__ == "__main__":
    main()
