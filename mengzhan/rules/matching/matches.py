"""One pair, judged and explained: a hit with its reasons, or a near miss with what it lacks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from mengzhan.rules.matching.factor import WORTH
from mengzhan.rules.matching.facts import Opening, Seeker
from mengzhan.rules.matching.limits import LIMITS, missing_one
from mengzhan.rules.matching.reasons import Claim, Missing
from mengzhan.rules.matching.scoring import FACTORS
from mengzhan.rules.matching.weights import Weights


@dataclass(frozen=True)
class Match:
    """A person and a vacancy that fit, or that one thing keeps apart.

    ``points`` is the weighted sum by which hits are put in order, ``score`` the same out of 100.
    """

    seeker: Seeker
    opening: Opening
    points: int
    score: int
    missing: Missing | None
    claims: tuple[Claim, ...]

    @cached_property
    def reasons(self) -> tuple[Claim, ...]:
        """What speaks for it, the weightiest first."""
        return self._of("for")

    @cached_property
    def objections(self) -> tuple[Claim, ...]:
        """What speaks against it."""
        return self._of("against")

    @cached_property
    def questions(self) -> tuple[Claim, ...]:
        """What has to be asked, because the records do not say it."""
        return self._of("ask")

    def _of(self, tone: str) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.tone == tone)


def points(seeker: Seeker, opening: Opening, weights: Weights) -> int:
    """Return the weighted sum of what each factor is worth."""
    return sum(
        weights[factor.name]
        * WORTH[factor.case(factor.of_seeker(seeker), factor.of_opening(opening))]
        for factor in FACTORS
    )


def explain(seeker: Seeker, opening: Opening, weights: Weights) -> Match:
    """Judge a pair in full, with everything that is to be said of it.

    Of a pair that lacks several things the first is named; lists never hold such a pair.
    """
    total = points(seeker, opening, weights)
    whole = sum(weights.values())
    score = round(total / whole) if whole else 0
    missing = missing_one(seeker, opening)
    claims = (*_weighed(seeker, opening, weights), *_held(seeker, opening))
    if missing is None and all(claim.tone != "for" for claim in claims):
        claims = (*claims, Claim("nothing_missing"))
    return Match(seeker, opening, total, score, missing, claims)


def _weighed(seeker: Seeker, opening: Opening, weights: Weights) -> Iterator[Claim]:
    """The claims of the factors, those of the greatest weight first."""
    told = []
    for factor in FACTORS:
        case = factor.case(factor.of_seeker(seeker), factor.of_opening(opening))
        for claim in factor.claims(case, seeker, opening):
            worth = WORTH[case] if claim.tone == "for" else 100 - WORTH[case]
            told.append((weights[factor.name] * worth, claim))
    for _, claim in sorted(told, key=lambda one: -one[0]):
        yield claim


def _held(seeker: Seeker, opening: Opening) -> Iterator[Claim]:
    """What is to be said of the limits that hold."""
    for limit in LIMITS:
        if limit.missing(seeker, opening) is None:
            yield from limit.holds(seeker, opening)


def best(found: Iterable[tuple[str, int]], count: int) -> list[str]:
    """Return the records with the most points; of equal ones, those registered first.

    Ids are made in the order of registration, so nothing of a person decides between equals.
    """
    return [record for record, _ in nsmallest(count, found, key=lambda one: (-one[1], one[0]))]
