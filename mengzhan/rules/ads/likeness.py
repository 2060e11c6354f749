"""What a clause reads like: the words around have a say in what the rules find.

There is no list of the ways in which a boss says that he wants no women, no elderly, no outsiders:
each says it in words of his own, and the words of a rule stand in harmless clauses, too. But what
people write resembles what others wrote. So each clause is weighed, fault by fault, by its traits:
the runs of characters in it and in the clauses beside it, and what the rules say of it. That is a
linear support vector machine over character n-grams. The weights are data, the table
``ad_weights``; ``python -m tests.ad_weights`` learns them anew from labelled ads.

Where a clause reads like a fault that no rule knows, it is told as such; where the words around speak
against a rule, its hit is a remark. Neither blocks anything, and both can be answered.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from mengzhan.model.resources import made_of_tables, read_table
from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.rulebook import SEVERITIES, AdSeverity, Rule, Rulebook
from mengzhan.rules.ads.search import Spared
from mengzhan.rules.ads.wording import Wording

OWN, BESIDE = range(1, 5), range(2, 4)
"""How long the runs are that are looked at in a clause itself, and in those beside it."""

UNIT = 1000
"""The table holds weights in thousandths."""

_DOUBTED, _DOUBTED_FRAUD = -0.2, -1.0
"""Below this score a rule's hit is a remark only; of a fraud more must speak against it."""
_FRAUD = "fraud"

_CLAUSE = re.compile("[^，\n ]+")
_DIGIT = re.compile("[0-9]")
_EDGE = "^"
_BEFORE, _BEHIND = "<", ">"

_LIKE, _LIKE_ENGLISH = "这句读起来像：", "This reads like: "
_UNLIKE, _UNLIKE_ENGLISH = "多半没有问题，请看一眼：", "Probably harmless, please look: "
_LOOKED_AT = "看过了，不是这个意思"


@dataclass(frozen=True)
class Clause:
    """A clause: where it stands in the text as typed, and its traits."""

    start: int
    end: int
    traits: frozenset[str]


def clauses(ad: Wording, hits: Sequence[Hit], spared: Sequence[Spared]) -> Iterator[Clause]:
    """Yield the clauses of an ad.

    Args:
        hits: what the rules found.
        spared: what they know, and something excuses.
    """
    spans = [found.span() for found in _CLAUSE.finditer(ad.text)]
    texts = ["", *(_DIGIT.sub("0", ad.text[start:end]) for start, end in spans), ""]
    # a clause holds no blank: these names are no runs of characters
    anywhere = {f"ad {hit.rule.fault}" for hit in hits}
    for at, place in enumerate(spans, 1):
        start, end = ad.span(*place)
        traits = {*_runs(f"{_EDGE}{texts[at]}{_EDGE}", OWN), *anywhere}
        traits.update(_BEFORE + run for run in _runs(texts[at - 1], BESIDE))
        traits.update(_BEHIND + run for run in _runs(texts[at + 1], BESIDE))
        for hit in hits:
            if _share(hit, start, end):
                traits.update((f"hit {hit.rule.fault}", f"rule {hit.rule.id}"))
        traits.update(f"spared {one.rule.fault}" for one in spared if _share(one, start, end))
        yield Clause(start, end, frozenset(traits))


def _runs(text: str, lengths: range) -> Iterator[str]:
    for length in lengths:
        for at in range(len(text) - length + 1):
            yield text[at : at + length]


def _share(one: Hit | Spared, start: int, end: int) -> bool:
    return one.start < end and start < one.end


class Likeness:
    """Weighs clauses."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]], start: Mapping[str, float]):
        """Take what each trait weighs for each rule (``id``), and what every clause starts with."""
        self._weights = weights
        self._start = start

    def __contains__(self, rule: str) -> bool:
        return rule in self._start

    def scores(self, clause: Clause) -> dict[str, float]:
        """Return how much a clause reads like what each rule is about: above 0 more than not."""
        found = dict(self._start)
        for trait in clause.traits & self._weights.keys():
            for rule, weight in self._weights[trait].items():
                found[rule] += weight
        return found


@made_of_tables
def likeness() -> Likeness:
    """Return the weights in force."""
    weights = {row["trait"]: _read(row["weights"]) for row in read_table("ad_weights")}
    return Likeness(weights, weights.pop("", {}))


def _read(told: str) -> dict[str, float]:
    """Read what a cell says: ``D-SEX-1 310|D-AGE-1 -45``."""
    pairs = (pair.split(" ") for pair in told.split("|"))
    return {rule: int(weight) / UNIT for rule, weight in pairs}


Weighed = Sequence[tuple[Clause, Mapping[str, float]]]
"""Clauses with what they score, rule by rule."""


def borne_out(
    ad: Wording, book: Rulebook, hits: Sequence[Hit], spared: Sequence[Spared]
) -> Iterator[Hit]:
    """Yield the hits of the rules, those as remarks that the words around speak against, and what
    only reads like a fault; the arguments are those of `clauses`."""
    weighed = [(clause, likeness().scores(clause)) for clause in clauses(ad, hits, spared)]
    speakers = {rule.fault: rule for rule in book if rule.fault and rule.id in likeness()}
    for hit in hits:
        speaker = speakers.get(hit.rule.fault)
        # no words speak against what was reckoned out, as pay below the minimum
        if speaker is None or hit.rule.check:
            yield hit
        else:
            yield _doubted(hit, speaker.id, weighed)
    for fault, rule in speakers.items():
        told: tuple[Hit | Spared, ...] = (*hits, *spared)
        known = [one for one in told if one.rule.fault == fault]
        yield from _like(ad, rule, weighed, known)


def _doubted(hit: Hit, speaker: str, weighed: Weighed) -> Hit:
    scores = [score[speaker] for clause, score in weighed if _share(hit, clause.start, clause.end)]
    least = _DOUBTED_FRAUD if hit.rule.fault == _FRAUD else _DOUBTED
    if max(scores, default=0.0) >= least:
        return hit
    return replace(hit, rule=_softened(hit.rule, "info", _UNLIKE, _UNLIKE_ENGLISH))


def _like(
    ad: Wording, rule: Rule, weighed: Weighed, known: Sequence[Hit | Spared]
) -> Iterator[Hit]:
    """Yield what reads like a fault, neighbouring clauses together, where no rule knows better."""

    def is_like(one: tuple[Clause, Mapping[str, float]]) -> bool:
        clause, scores = one
        return scores[rule.id] > 0 and not any(
            _share(told, clause.start, clause.end) for told in known
        )

    softened = _softened(rule, "warn", _LIKE, _LIKE_ENGLISH)
    for like, run in groupby(weighed, is_like):
        if like:
            places = [clause for clause, _ in run]
            start, end = places[0].start, places[-1].end
            yield Hit(softened, start, end, ad.original[start:end])


def _softened(rule: Rule, at_most: AdSeverity, words: str, english: str) -> Rule:
    """Return a rule that says how sure it is, and that can be answered."""
    return replace(
        rule,
        severity=max(rule.severity, at_most, key=SEVERITIES.index),
        message=words + rule.message,
        message_en=english + rule.message_en,
        allowed=(*rule.allowed, _LOOKED_AT),
    )
