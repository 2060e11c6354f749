"""Learns to tag recruitment messages: ``python -m tests.learning.messages``.

From the messages of ``tests/material/wechat`` and what people read out of them (`tests.learning.told`),
two things are learned together: what each trait of a character weighs (`mengzhan.rules.ads.traits`), and
how much what the language model reads counts beside it (`mengzhan.rules.language.characters`); the model
itself stays as it is. Both are written to ``resources/language/messages.npz``. It is stochastic gradient
ascent on the likelihood, each weight with its own step (AdaGrad; Duchi, Hazan and Singer, JMLR 2011).
Now and then something is left out, so that nothing is relied upon alone (dropout; Srivastava and
others, JMLR 2014).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mengzhan.model.resources import resource_path
from mengzhan.rules.ads.tagging import AFTER, TAGS, TRAITS, Tagged, Tagger
from mengzhan.rules.language.characters import BEGINS, GOES_ON, MESSAGES, Characters
from mengzhan.rules.language.encoder import Array
from tests.learning.storing import store
from tests.learning.told import Example, all_examples

STEP, READ_STEP = 0.1, 0.005
"""How far the first step of a weight goes: of a trait, and of what the model reads."""

PULL = 5.0
"""How strongly all messages together draw weights to nought; less learns them by heart."""

PASSES = 6
"""Of the first half only the way is taken, not the weights."""

SEEDS = (7, 8, 9, 10)
"""It is learned anew with each of these; the mean depends less on chance (bagging; Breiman, 1996)."""

LEFT_OUT = 0.2
"""So much is left out each time."""

LEAST = 0.03
"""Weights of traits nearer to nought than this change little and are not kept."""

OFTEN = 8
"""A trait of fewer characters may be chance."""

_FIRST_SQUARE = 1e-3
"""What the squares of slopes start from; the first step would else be endless."""

_LEAST_SPREAD = 1e-3
"""What never changes is not divided by nought."""

_FOLLOWS = "follows"
_READING = (BEGINS, GOES_ON)
_NO_START = {f"{name}.b": np.zeros(len(TAGS), np.float32) for name in _READING}
"""What a character starts with is learned as a trait that all have."""

Weights = dict[str, Array]


@dataclass(frozen=True)
class Learned:
    """What each trait weighs for each tag, and what the model's reading does."""

    traits: dict[str, list[float]]
    reading: Weights


@dataclass(frozen=True)
class _Message:
    """An example in numbers.

    Attributes:
        traits: the traits of all characters, one after the other.
        starts: where those of each character begin.
        distinct: the traits that occur; ``which`` tells for each of ``traits`` which of these it is.
    """

    traits: NDArray[np.intp]
    starts: NDArray[np.intp]
    distinct: NDArray[np.intp]
    which: NDArray[np.intp]
    read: Characters
    tags: NDArray[np.intp]


class _Learner:
    """Weights that climb."""

    def __init__(self, examples: Sequence[Example]) -> None:
        often = Counter(chain.from_iterable(chain.from_iterable(one.traits for one in examples)))
        self.names = [trait for trait, count in often.items() if count >= OFTEN]
        number = {name: at for at, name in enumerate(self.names)}
        self._mean, self._spread = _evenness([one.read.states for one in examples])
        self._messages = [self._numbered(one, number) for one in examples]
        width = len(self._mean)
        self._shapes = {
            TRAITS: (len(self.names), len(TAGS)),
            _FOLLOWS: (len(TAGS), len(TAGS)),
            BEGINS: (len(TAGS), width),
            GOES_ON: (len(TAGS), width),
        }
        self.begin(0)

    def begin(self, seed: int) -> None:
        """Begin anew with weights of nought; ``seed`` tells what comes when and what is left out."""
        shapes = self._shapes.items()
        self.weights: Weights = {name: np.zeros(shape, np.float32) for name, shape in shapes}
        self._squares = {name: np.full(shape, _FIRST_SQUARE, np.float32) for name, shape in shapes}
        self._chance = np.random.default_rng(seed)

    def _numbered(self, example: Example, number: dict[str, int]) -> _Message:
        rows = [[number[trait] for trait in own if trait in number] for own in example.traits]
        flat = np.fromiter(chain.from_iterable(rows), np.intp)
        starts = np.cumsum([0, *map(len, rows[:-1])])
        distinct, which = np.unique(flat, return_inverse=True)
        return _Message(flat, starts, distinct, which, example.read, np.array(example.tags))

    def climb(self) -> None:
        """Go through all messages once."""
        for at in self._chance.permutation(len(self._messages)):
            self._learn(self._messages[at])

    def _learn(self, one: _Message) -> None:
        kept = self._kept(len(one.traits))[:, None]
        states = (one.read.states - self._mean) / self._spread * self._kept(len(self._mean))
        read = Characters(states, one.read.pieces, one.read.begins)
        scores = np.add.reduceat(self.weights[TRAITS][one.traits] * kept, one.starts)
        scores += read.weighed({f"{name}.w": self.weights[name] for name in _READING} | _NO_START)
        tagged = self._tagger().course(scores.tolist())
        missing = np.eye(len(TAGS), dtype=np.float32)[one.tags] - np.array(tagged.chances)
        every = np.arange(len(TAGS))
        self._step(_FOLLOWS, every, _missing_pairs(one, tagged), STEP)
        self._step(TRAITS, one.distinct, _slopes(one, missing, kept), STEP)
        for name, here in ((BEGINS, read.begins), (GOES_ON, ~read.begins)):
            self._step(name, every, missing[here].T @ states[read.pieces[here]], READ_STEP)

    def _kept(self, count: int) -> Array:
        """For each of so many nought, if it is left out, else what makes up for those that are."""
        kept = self._chance.random(count, np.float32) >= LEFT_OUT
        return kept.astype(np.float32) / (1 - LEFT_OUT)

    def _tagger(self) -> Tagger:
        rows = self.weights[_FOLLOWS].tolist()
        return Tagger({f"{AFTER}{tag}": row for tag, row in zip(TAGS, rows, strict=True)})

    def _step(self, name: str, rows: NDArray[np.intp], slopes: Array, step: float) -> None:
        """Take a step; the more a weight was moved already, the shorter."""
        weights, squares = self.weights[name], self._squares[name]
        up = slopes - PULL / len(self._messages) * weights[rows]
        squares[rows] += up * up
        weights[rows] += step * up / np.sqrt(squares[rows])

    def finished(self, weights: Weights) -> Learned:
        """Return weights as the program uses them, which does not even out what the model reads."""
        traits = dict(zip(self.names, weights[TRAITS].tolist(), strict=True))
        follow = zip(TAGS, weights[_FOLLOWS].tolist(), strict=True)
        traits |= {f"{AFTER}{tag}": row for tag, row in follow}
        reading = {}
        for name in _READING:
            reading[f"{name}.w"] = weights[name] / self._spread
            reading[f"{name}.b"] = -(reading[f"{name}.w"] @ self._mean)
        return Learned(traits, reading)


def _evenness(states: Sequence[NDArray[Any]]) -> tuple[Array, Array]:
    """Return the mean of all states, and how far they spread."""
    count = sum(map(len, states))
    mean = sum(one.sum(axis=0, dtype=np.float64) for one in states) / count
    square = sum((one.astype(np.float64) ** 2).sum(axis=0) for one in states) / count
    spread = np.sqrt(square - mean * mean) + _LEAST_SPREAD
    return mean.astype(np.float32), spread.astype(np.float32)


def _slopes(one: _Message, missing: Array, kept: Array) -> Array:
    """How much more each of the traits should weigh, by how much more likely tags should be."""
    lengths = np.diff([*one.starts, len(one.traits)])
    slopes = np.zeros((len(one.distinct), len(TAGS)), np.float32)
    np.add.at(slopes, one.which, np.repeat(missing, lengths, axis=0) * kept)
    return slopes


def _missing_pairs(one: _Message, tagged: Tagged) -> Array:
    """How much oftener each tag should follow each."""
    missing = np.zeros((len(TAGS), len(TAGS)), np.float32)
    for before, tag in pairwise(one.tags.tolist()):
        missing[before, tag] += 1
    for pair in tagged.pairs():
        missing -= np.array(pair, np.float32)
    return missing


def learned(examples: Sequence[Example]) -> Learned:
    """Return what weighs how much: the mean of what it weighs after each pass, with each seed."""
    learner = _Learner(examples)
    seen: list[Weights] = []
    for seed in SEEDS:
        learner.begin(seed)
        for at in range(PASSES):
            learner.climb()
            if at >= PASSES // 2:
                seen.append({name: rows.copy() for name, rows in learner.weights.items()})
    mean = {name: np.mean([one[name] for one in seen], axis=0) for name in seen[0]}
    return learner.finished(mean)


def write(found: Learned) -> int:
    """Write what was learned, and return how many traits that is."""
    path = resource_path("language") / f"{MESSAGES}.npz"
    table = np.array(list(found.traits.values()), np.float32)
    table[np.abs(table) < LEAST] = 0
    kept = np.flatnonzero(table.any(axis=1)).tolist()
    names = list(found.traits)
    store(path, {TRAITS: table[kept]} | found.reading, {TRAITS: [names[at] for at in kept]})
    return len(kept)


def main() -> None:
    """Write what was learned."""
    examples = all_examples()
    print(f"{len(examples)} messages, {write(learned(examples))} traits")


if __name__ == "__main__":
    main()
