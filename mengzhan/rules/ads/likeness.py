"""What a clause reads like: the words around have a say in what the rules find.

There is no list of the ways in which a boss says that he wants no women, no elderly, no outsiders:
each says it in words of his own, and the words of a rule stand in harmless clauses, too. But a
language model knows which words mean nearly the same (`mengzhan.rules.language`). So each clause
is weighed, fault by fault, by what its pieces mean in this ad, and by what the rules say of it.
The weights were learned from labelled ads; ``python -m tests.learning.ads`` learns them anew.

Where a clause reads like a fault that no rule knows, it is told as such; where the words around speak
against a rule, its hit is a remark. Neither blocks anything, and both can be answered.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import inf

from mengzhan.rules.ads.clauses import SPEAKERS, Clause, Part, parts
from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.rulebook import SEVERITIES, AdSeverity, Rule, Rulebook
from mengzhan.rules.ads.search import Spared
from mengzhan.rules.ads.wording import Wording

LIKE, LIKE_FRAUD = -1.5, -2.5
"""From this score on a clause reads like a fault; a fraud is rather told too often than missed."""

LIKE_BESIDE = 4.5
"""The same right beside a clause in which a rule has found such a fault: its words rub off."""

LIKE_EXCUSED = 4.0
"""The same where a rule knows the words and something excuses them: 从不收取押金, but 外省车牌外省人别加."""

DOUBTED = -3.4
"""Below this score a rule's hit is a remark only. All five were found by trial on sets that the weights
tried had not been learned from."""

_FRAUD = "fraud"

_LIKE, _LIKE_ENGLISH = "这句读起来像：", "This reads like: "
_UNLIKE, _UNLIKE_ENGLISH = "多半没有问题，请看一眼：", "Probably harmless, please look: "
_LOOKED_AT = "看过了，不是这个意思"


@dataclass(frozen=True)
class Weighed:
    """A clause, and for each group of faults how much it reads like one (log odds)."""

    clause: Clause
    scores: Mapping[str, float]


def weigh(part: Part) -> Iterator[Weighed]:
    """Weigh the clauses of a part of an ad."""
    # NumPy is loaded with the first ad that is looked at, not with the program
    from mengzhan.rules.language.judging import judge

    places = tuple(clause.pieces for clause in part.clauses)
    told = [clause.told for clause in part.clauses]
    for clause, row in zip(part.clauses, judge("ads", part.numbers, places, told), strict=True):
        yield Weighed(clause, dict(zip(SPEAKERS, row, strict=True)))


def borne_out(
    ads: Mapping[str, Wording], book: Rulebook, hits: Sequence[Hit], spared: Sequence[Spared]
) -> Iterator[Hit]:
    """Yield the hits of the rules, those as remarks that the words around speak against, and what
    only reads like a fault; the arguments are those of `parts`."""
    weighed = [one for part in parts(ads, hits, spared) for one in weigh(part)]
    speakers = {rule.fault: rule for rule in book if SPEAKERS.get(rule.fault) == rule.id}
    doubted = [
        hit for hit in hits if hit.rule.fault in speakers and _is_doubted(hit, hits, weighed)
    ]
    stand = [hit for hit in hits if hit not in doubted]
    yield from stand
    # words that are plainly at fault need no remark that in another way they may not be
    for hit in doubted:
        if not any(_share(hit, other) for other in stand):
            yield replace(hit, rule=_softened(hit.rule, "info", _UNLIKE, _UNLIKE_ENGLISH))
    for fault, rule in speakers.items():
        found = [hit for hit in hits if hit.rule.fault == fault]
        excused = [one for one in spared if one.rule.fault == fault]
        yield from _like(ads, rule, weighed, found, excused)


def _is_doubted(hit: Hit, hits: Sequence[Hit], weighed: Sequence[Weighed]) -> bool:
    # no words speak against what was reckoned out, as pay below the minimum
    if hit.rule.check:
        return False
    # a swindle is told over a whole ad: other words may sound more like it than those of the rule
    whole = hit.rule.fault == _FRAUD
    around = [one for one in weighed if whole or one.clause.holds(hit)]
    if max((one.scores[hit.rule.fault] for one in around), default=0.0) >= DOUBTED:
        return False
    return any(_has_other_words(one.clause, hit.rule.fault, hits) for one in around)


def _has_other_words(clause: Clause, fault: str, hits: Sequence[Hit]) -> bool:
    """Whether a clause is more than the words that rules find at fault: 押金, by itself, is a fee."""
    told = [hit for hit in hits if hit.rule.fault == fault and clause.holds(hit)]
    return sum(hit.end - hit.start for hit in told) < clause.end - clause.start


def _share(one: Hit, other: Hit) -> bool:
    return one.field == other.field and one.start < other.end and other.start < one.end


def _like(
    ads: Mapping[str, Wording],
    rule: Rule,
    weighed: Sequence[Weighed],
    found: Sequence[Hit],
    excused: Sequence[Spared],
) -> Iterator[Hit]:
    """Yield what reads like a fault, neighbouring clauses together, where no rule has told it."""
    ruled = [any(map(one.clause.holds, found)) for one in weighed]

    def least(at: int) -> float:
        here = [one for one in excused if weighed[at].clause.holds(one)]
        if any(one.lawful for one in here):
            return inf
        bar = LIKE_BESIDE if any(ruled[max(at - 1, 0) : at + 2]) else LIKE
        bar = LIKE_FRAUD if rule.fault == _FRAUD else bar
        return max(bar, LIKE_EXCUSED) if here else bar

    def kind(at: int) -> tuple[str, bool]:
        clause, score = weighed[at].clause, weighed[at].scores[rule.fault]
        return clause.field, score > least(at) and not ruled[at]

    softened = _softened(rule, "warn", _LIKE, _LIKE_ENGLISH)
    for (field, like), run in groupby(range(len(weighed)), kind):
        if like:
            places = [weighed[at].clause for at in run]
            start, end = places[0].start, places[-1].end
            yield Hit(softened, start, end, ads[field].original[start:end], field)


def _softened(rule: Rule, at_most: AdSeverity, words: str, english: str) -> Rule:
    """Return a rule that says how sure it is, and that can be answered."""
    return replace(
        rule,
        severity=max(rule.severity, at_most, key=SEVERITIES.index),
        message=words + rule.message,
        message_en=english + rule.message_en,
        allowed=(*rule.allowed, _LOOKED_AT),
    )
