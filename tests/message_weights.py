"""Learns to tag recruitment messages: ``python -m tests.message_weights`` writes the table anew.

From the messages of ``tests/material/wechat`` and what people read out of them, the weights of the
table ``message_weights`` (`mengzhan.rules.ads.tagging`) are learned: stochastic gradient ascent on
the likelihood, each weight with its own step (AdaGrad; Duchi, Hazan and Singer, JMLR 2011). It takes
some minutes. Of the sets from which rules were made only the words count: there the rules seem better
than they are. How far the rules can be trusted is learned from sets that none was made from, and none
may ever be made from them. The sets i, j, t, ma to mc, me and mf are left to the bench.
"""

import csv
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import sqrt
from pathlib import Path
from typing import Any

from mengzhan.rules.ads.adtext import AdText, Span
from mengzhan.rules.ads.parse import facts_of, read_by_rules
from mengzhan.rules.ads.tagging import AFTER, KINDS, TAGS, UNIT, Tagger, Weights, begins
from mengzhan.rules.ads.traits import traits
from tests.rules.ads.judge import messages

TABLE = Path(__file__).parents[1] / "resources" / "tables" / "message_weights.csv"
TUNED = ("a", "b", "c", "d", "e", "f", "g", "h", "k", "l", "m", "n", "o", "na", "nc")
"""Sets from which rules were made."""

UNTOUCHED = ("p", "q", "r", "s", "nb", "nd", "ne", "nf")
"""Sets from which none was made."""

STEP = 0.1
"""How far the first step of a weight goes."""

PULL = 5.0
"""How strongly all messages together draw weights to nought; less learns them by heart."""

PASSES = 5
"""Of the first only the way is taken, not the weights."""

LEAST = 0.1
"""Weights nearer to nought than this change little and are left out."""

OFTEN = 4
"""A trait of fewer characters may be chance."""

_RIGHT = 0.001
"""A chance so near to the truth teaches nothing."""

_EVERYWHERE = ("title", "contact")
"""What is the same wherever it is named in a message."""

_TEXTS = ("requirements", "hours")
"""What several neighbouring words tell together."""

_SIGNS = re.compile(r"[,;。、\s/()]+")
_GAP = re.compile(r"[,;、 ]*")


Rows = dict[str, list[float]]


@dataclass(frozen=True)
class Example:
    """A message: the traits of its characters, and what each is tagged by people."""

    traits: list[list[str]]
    tags: list[int]


def examples(told: Iterable[Mapping[str, Any]], *, ruled: bool) -> Iterator[Example]:
    """Yield messages with what people read out of them.

    Args:
        ruled: whether what the rules found is among the traits.
    """
    for message in told:
        folded = AdText(message["text"]).folded
        facts = facts_of(read_by_rules(AdText(message["text"]))) if ruled else []
        yield Example(traits(folded, facts), tags(folded, message["vacancies"]))


def tags(folded: str, vacancies: Sequence[Mapping[str, Any]]) -> list[int]:
    """Return the number of the tag of each character of a message: longer words win."""
    wanted = {
        (kind, words)
        for vacancy in vacancies
        for kind in KINDS
        for words in _pieces(folded, AdText(str(vacancy.get(kind) or "")).folded.strip())
    }
    found: dict[Span, str] = {}
    for kind, words in sorted(wanted, key=lambda one: (-len(one[1]), one)):
        places = (Span(*place.span()) for place in re.finditer(re.escape(words), folded))
        free = [one for one in places if not any(_share(one, other) for other in found)]
        found |= dict.fromkeys(free if kind in _EVERYWHERE else free[:1], kind)
    numbers = [0] * len(folded)
    for span, kind in found.items():
        first = begins(kind)
        numbers[slice(*span)] = [first] + [first + 1] * (span.end - span.start - 1)
    for (one, kind), (other, next_kind) in pairwise(sorted(found.items())):
        gap = Span(one.end, other.start)
        if kind == next_kind and kind in _TEXTS and _GAP.fullmatch(folded, *gap):
            numbers[gap.start : other.start + 1] = [begins(kind) + 1] * (gap.end - gap.start + 1)
    return numbers


def _pieces(folded: str, words: str) -> list[str]:
    """Return words as they stand in a message: whole, or those parts that do."""
    words = words.removesuffix("的") or words
    if words in folded:
        return [words] if words else []
    return [piece for piece in _SIGNS.split(words) if len(piece) > 1 and piece in folded]


def _share(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def learned(told: Sequence[Example]) -> dict[str, list[float]]:
    """Return what each trait weighs for each tag: the mean of what it weighs after each pass."""
    often = Counter(chain.from_iterable(chain.from_iterable(one.traits for one in told)))
    names = [trait for trait, count in often.items() if count >= OFTEN]
    weights = {name: [0.0] * len(TAGS) for name in (*names, *(f"{AFTER}{tag}" for tag in TAGS))}
    squares = {trait: [_RIGHT] * len(TAGS) for trait in weights}
    mean = {trait: [0.0] * len(TAGS) for trait in weights}
    order = list(told)
    shuffle = random.Random(7).shuffle
    for at in range(PASSES):
        shuffle(order)
        for example in order:
            _climb(weights, squares, _slopes(weights, example), PULL / len(order))
        for trait, row in weights.items() if at else ():
            for tag, weight in enumerate(row):
                mean[trait][tag] += weight / (PASSES - 1)
    return mean


def _climb(weights: Rows, squares: Rows, slopes: Rows, pull: float) -> None:
    """Take a step; the more a weight was moved already, the shorter."""
    for trait, own in slopes.items():
        row, moved = weights[trait], squares[trait]
        for tag, slope in enumerate(own):
            if slope or row[tag]:
                up = slope - pull * row[tag]
                moved[tag] += up * up
                row[tag] += STEP * up / sqrt(moved[tag])


def _slopes(weights: Rows, example: Example) -> Rows:
    """How each weight should change for the message to be tagged as people did."""
    tagged = Tagger(weights).tag(example.traits)
    found: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * len(TAGS))
    for own, tag, chances in zip(example.traits, example.tags, tagged.chances, strict=True):
        missing = [(at, (at == tag) - chance) for at, chance in enumerate(chances)]
        missing = [(at, one) for at, one in missing if abs(one) > _RIGHT]
        if missing:
            for trait in own:
                if trait in weights:
                    row = found[trait]
                    for at, one in missing:
                        row[at] += one
    for (before, tag), pair in zip(pairwise(example.tags), tagged.pairs(), strict=True):
        for at, row in enumerate(pair):
            own_row = found[f"{AFTER}{TAGS[at]}"]
            for other, chance in enumerate(row):
                own_row[other] += ((at, other) == (before, tag)) - chance
    return found


def write(weights: Weights) -> int:
    """Write the table and return how many traits it has."""
    told = {
        trait: [
            (tag, weight) for tag, weight in zip(TAGS, row, strict=True) if abs(weight) >= LEAST
        ]
        for trait, row in weights.items()
    }
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("trait", "weights"))
        for trait in sorted(trait for trait, pairs in told.items() if pairs):
            cell = "|".join(f"{tag} {round(weight * UNIT)}" for tag, weight in told[trait])
            rows.writerow((trait, cell))
    return sum(map(bool, told.values()))


def main() -> None:
    """Write the table."""
    tuned = chain.from_iterable(map(messages, TUNED))
    untouched = chain.from_iterable(map(messages, UNTOUCHED))
    told = [*examples(tuned, ruled=False), *examples(untouched, ruled=True)]
    print(f"{len(told)} messages, {write(learned(told))} traits")


if __name__ == "__main__":
    main()
