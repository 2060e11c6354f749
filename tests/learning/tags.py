"""Learns what the traits of a character say of its tag, beside what a language model reads there.

From messages and what people read out of them (`tests.learning.told`) two things are learned together:
what each trait of a character weighs (`mengzhan.rules.ads.traits`), and how much the scores of the model
count beside it. The scores must come from a model that has not seen the message
(`tests.learning.messages`); those of one that knows it by heart would be trusted too much. It is
stochastic gradient ascent on the likelihood, each weight with its own step (AdaGrad; Duchi, Hazan and
Singer, JMLR 2011). Now and then traits are left out, so that none is relied upon alone (dropout;
Srivastava and others, JMLR 2014).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from mengzhan.rules.ads.tagging import AFTER, TAGS, TRAITS, Tagged, Tagger
from mengzhan.rules.language.encoder import Array
from tests.learning.told import Example

STEP, READ_STEP = 0.1, 0.05
"""How far the first step of a weight goes: of a trait, and of a score of the model."""

PULL = 5.0
"""How strongly all messages together draw weights to nought; less learns them by heart."""

PASSES = 6
"""Of the first half only the way is taken, not the weights."""

SEEDS = (7, 8, 9, 10)
"""It is learned anew with each of these; the mean depends less on chance (bagging; Breiman, 1996)."""

LEFT_OUT = 0.2
"""So much is left out each time."""

OFTEN = 8
"""A trait of fewer characters may be chance."""

_FIRST_SQUARE = 1e-3
"""What the squares of slopes start from; the first step would else be endless."""

_FOLLOWS, _READ = "follows", "read"

Weights = dict[str, Array]


@dataclass(frozen=True)
class Learned:
    """What each trait weighs for each tag; and of shape (tags, tags) what each score of the model does."""

    traits: dict[str, list[float]]
    read: Array


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
    read: Array
    tags: NDArray[np.intp]


class _Learner:
    """Weights that climb."""

    def __init__(self, examples: Sequence[Example], read: Sequence[Array]) -> None:
        often = Counter(chain.from_iterable(chain.from_iterable(one.traits for one in examples)))
        self.names = [trait for trait, count in often.items() if count >= OFTEN]
        number = {name: at for at, name in enumerate(self.names)}
        pairs = zip(examples, read, strict=True)
        self._messages = [self._numbered(one, scores, number) for one, scores in pairs]
        self._shapes = {
            TRAITS: (len(self.names), len(TAGS)),
            _FOLLOWS: (len(TAGS), len(TAGS)),
            _READ: (len(TAGS), len(TAGS)),
        }
        self.begin(0)

    def begin(self, seed: int) -> None:
        """Begin anew: what the model reads is believed, and traits weigh nothing.

        ``seed`` tells what comes when and what is left out.
        """
        shapes = self._shapes.items()
        self.weights: Weights = {name: np.zeros(shape, np.float32) for name, shape in shapes}
        self.weights[_READ] += np.eye(len(TAGS), dtype=np.float32)
        self._squares = {name: np.full(shape, _FIRST_SQUARE, np.float32) for name, shape in shapes}
        self._chance = np.random.default_rng(seed)

    def _numbered(self, example: Example, read: Array, number: dict[str, int]) -> _Message:
        rows = [[number[trait] for trait in own if trait in number] for own in example.traits]
        flat = np.fromiter(chain.from_iterable(rows), np.intp)
        starts = np.cumsum([0, *map(len, rows[:-1])])
        distinct, which = np.unique(flat, return_inverse=True)
        return _Message(flat, starts, distinct, which, read, np.array(example.tags))

    def climb(self) -> None:
        """Go through all messages once."""
        for at in self._chance.permutation(len(self._messages)):
            self._learn(self._messages[at])

    def _learn(self, one: _Message) -> None:
        kept = self._kept(len(one.traits))[:, None]
        scores = np.add.reduceat(self.weights[TRAITS][one.traits] * kept, one.starts)
        scores += one.read @ self.weights[_READ].T
        tagged = self._tagger().course(scores.tolist())
        missing = np.eye(len(TAGS), dtype=np.float32)[one.tags] - np.array(tagged.chances)
        every = np.arange(len(TAGS))
        self._step(_FOLLOWS, every, _missing_pairs(one, tagged), STEP)
        self._step(TRAITS, one.distinct, _slopes(one, missing, kept), STEP)
        self._step(_READ, every, missing.T @ one.read, READ_STEP)

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
        """Return weights by the names of what they weigh."""
        traits = dict(zip(self.names, weights[TRAITS].tolist(), strict=True))
        follow = zip(TAGS, weights[_FOLLOWS].tolist(), strict=True)
        traits |= {f"{AFTER}{tag}": row for tag, row in follow}
        return Learned(traits, weights[_READ])


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


def learned(examples: Sequence[Example], read: Sequence[Array]) -> Learned:
    """Return what weighs how much: the mean of what it weighs after each pass, with each seed.

    Args:
        read: the scores of the model for each message, of shape (characters, tags).
    """
    learner = _Learner(examples, read)
    seen: list[Weights] = []
    for seed in SEEDS:
        learner.begin(seed)
        for at in range(PASSES):
            learner.climb()
            if at >= PASSES // 2:
                seen.append({name: rows.copy() for name, rows in learner.weights.items()})
    mean = {name: np.mean([one[name] for one in seen], axis=0) for name in seen[0]}
    return learner.finished(mean)
