"""What each character of a recruitment message is part of, learned from messages read by people.

There is no list of all the ways to name work, a shop or a corner of a town. But what people write
resembles what others wrote. So each character is weighed, by its traits
(`mengzhan.rules.ads.traits`) and by what a language model reads there (`mengzhan.rules.language`), for
beginning or going on with a title, an employer, a place, a contact, requirements or hours, and the
likeliest course through the message is reckoned: a linear chain conditional random field (Lafferty,
McCallum and Pereira, ICML 2001). ``python -m tests.learning.messages`` learns the weights anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from operator import mul

from mengzhan.rules.ads.adtext import Span

KINDS = ("title", "employer", "place", "contact", "requirements", "hours")
TAGS = ("", *(f"{kind[0]}{sign}" for kind in KINDS for sign in "<-"))
"""Nothing; and for each kind, by its first letter, that a character begins it (``<``) or goes on with
it (``-``)."""

FILE, TRAITS = "tags", "traits"
"""The file of weights, and in it the table of what each trait weighs for each of `TAGS`."""

AFTER = "after "
"""Before a tag: the trait of a character that stands behind one so tagged."""

_LEAST = 0.05
"""Spans with less of a chance are not looked at."""

Weights = Mapping[str, Sequence[float]]
"""What each trait weighs for each of `TAGS`."""


def begins(kind: str) -> int:
    """Return the number of the tag of a character that begins something of a kind."""
    return 1 + 2 * KINDS.index(kind)


@dataclass(frozen=True)
class Tagged:
    """What a message was found to be made of, character by character.

    Attributes:
        here: how each character speaks for each tag, as factors.
        chances: how likely each tag is for each character.
    """

    here: Sequence[Sequence[float]]
    chances: Sequence[Sequence[float]]
    _follows: Sequence[Sequence[float]]
    _forward: Sequence[Sequence[float]]
    _backward: Sequence[Sequence[float]]

    def share(self, kind: str, span: Span) -> float:
        """Return how likely the likeliest character of a span is part of something of a kind."""
        first = begins(kind)
        return max(row[first] + row[first + 1] for row in self.chances[slice(*span)])

    def spans(self, kind: str) -> Iterator[tuple[Span, float]]:
        """Yield the spans that may be of a kind, each with its chance."""
        first, on = begins(kind), begins(kind) + 1
        for start, row in enumerate(self.chances):
            last, chance = first, self._forward[start][first]
            end = start + 1
            while row[first] >= _LEAST and chance * self._backward[end - 1][last] >= _LEAST:
                whole = chance * self._ends(end, last, on)
                if whole >= _LEAST:
                    yield Span(start, end), whole
                if end == len(self.here):
                    break
                chance *= self._follows[last][on] * self.here[end][on]
                last, end = on, end + 1

    def _ends(self, end: int, last: int, on: int) -> float:
        """How likely it is that what was tagged ``last`` does not go on."""
        if end == len(self.here):
            return 1.0
        row = zip(self._follows[last], self.here[end], self._backward[end], strict=True)
        return sum(a * b * c for at, (a, b, c) in enumerate(row) if at != on)

    def pairs(self) -> Iterator[list[list[float]]]:
        """Yield for each two neighbours how likely each tag is followed by each."""
        for at, before in enumerate(self._forward[:-1], 1):
            into = list(map(mul, self.here[at], self._backward[at]))
            yield [
                [chance * follow * rest for follow, rest in zip(row, into, strict=True)]
                for chance, row in zip(before, self._follows, strict=True)
            ]


class Tagger:
    """Tells what characters are part of."""

    def __init__(self, weights: Weights) -> None:
        """Take what each trait weighs, and each tag (`AFTER`) for the tag that follows it."""
        self._weights = weights
        nothing = [0.0] * len(TAGS)
        rows = [weights.get(f"{AFTER}{tag}", nothing) for tag in TAGS]
        self._follows = [
            [exp(weight) if _may_follow(before, tag) else 0.0 for tag, weight in enumerate(row)]
            for before, row in enumerate(rows)
        ]

    def tag(self, traits: Sequence[Sequence[str]], read: Sequence[Sequence[float]]) -> Tagged:
        """Weigh a message by the traits of its characters, and by how much each of them reads like
        each of `TAGS`."""
        return self.course(self._score(*one) for one in zip(traits, read, strict=True))

    def course(self, scores: Iterable[Sequence[float]]) -> Tagged:
        """Weigh a message by how each character speaks for each tag (log odds): forward and backward
        through it."""
        into = list(zip(*self._follows, strict=True))
        here: list[list[float]] = []
        forward: list[list[float]] = []
        for own in scores:
            most = max(own)
            factors = [exp(one - most) for one in own]
            if forward:
                reached = [sum(map(mul, forward[-1], column)) for column in into]
            else:
                reached = [float(_may_follow(0, tag)) for tag in range(len(TAGS))]
            row = list(map(mul, factors, reached))
            whole = sum(row)
            here.append([factor / whole for factor in factors])
            forward.append([one / whole for one in row])
        backward = [[1.0] * len(TAGS)]
        for factors in here[:0:-1]:
            rest = list(map(mul, factors, backward[-1]))
            backward.append([sum(map(mul, row, rest)) for row in self._follows])
        backward.reverse()
        chances = [list(map(mul, *pair)) for pair in zip(forward, backward, strict=False)]
        return Tagged(here, chances, self._follows, forward, backward)

    def _score(self, traits: Sequence[str], read: Sequence[float]) -> list[float]:
        # get() of a Mapping is slow where nothing is found
        rows = [self._weights[trait] for trait in traits if trait in self._weights]
        return list(map(sum, zip(read, *rows, strict=True)))


def _may_follow(before: int, tag: int) -> bool:
    """Whether a tag may stand behind another: what goes on must have begun."""
    return tag % 2 == 1 or tag == 0 or before in (tag - 1, tag)


@cache
def tagger() -> Tagger:
    """Return the tagger with the shipped weights."""
    # NumPy is loaded with the first message that is read, not with the program
    from mengzhan.rules.language.rows import read_rows

    return Tagger(read_rows(FILE, TRAITS))
