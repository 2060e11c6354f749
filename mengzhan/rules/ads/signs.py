"""Frauds that no single phrase betrays: signs over the whole ad, weighed together.

A swindler finds new words every week, but not a new trade: somebody unnamed wants money, an account
or a face, promises much for little, and asks for silence. Each of that may stand in an honest ad;
together they seldom do. So a rule may consist of signs instead of phrases. Each sign is seen once,
however often its words stand in the ad; one of several rows with the same name counts with its
greatest weight. From `ENOUGH` on the rule hits, where its grave signs are, and says which signs made
it. Signs below 0 (五险, 出纳) speak for an honest employer. The signs are data: rows with a ``sign`` in
the table of rules.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.rulebook import Rule, Rulebook
from mengzhan.rules.ads.search import matches
from mengzhan.rules.ads.wording import Wording

ENOUGH = 8
"""What the signs of an ad must weigh together."""

GRAVE = 4
"""From this weight on a sign is suspicious by itself; without such a one nothing is hit."""


@dataclass(frozen=True)
class Seen:
    """A sign of a rule, and where its words stand in the text as typed."""

    rule: Rule
    sign: str
    weight: int
    start: int
    end: int
    words: str
    field: str = ""


def seen(ad: Wording, book: Rulebook, around: str) -> Iterator[Seen]:
    """Yield the signs in one text; ``around`` is the whole ad in plain form."""
    for way in book.possible(book.signs, ad):
        for match in matches(ad, way, book, around):
            first, last = ad.span(*match.span())
            pattern = way.pattern
            words = ad.original[first:last]
            yield Seen(way.rule, pattern.sign, pattern.weight, first, last, words)


def lent(book: Rulebook, hits: Sequence[Hit]) -> Iterator[Seen]:
    """Yield the signs that hits of other rules are."""
    for rule in book:
        for sign in rule.lent:
            for hit in hits:
                if hit.rule.id == sign.rule:
                    yield Seen(
                        rule, sign.sign, sign.weight, hit.start, hit.end, hit.words, hit.field
                    )


def weighed(signs: Iterable[Seen], hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the hits of rules whose signs weigh enough, at every grave sign.

    Words that are blocked anyway are not hit again, but for what lends a sign: there the hit says
    more than that money is asked for.
    """
    by_rule: dict[str, list[Seen]] = {}
    for sign in signs:
        by_rule.setdefault(sign.rule.id, []).append(sign)
    for of_rule in by_rule.values():
        heaviest = _heaviest(of_rule)
        grave = sorted((sign for sign in of_rule if sign.weight >= GRAVE), key=_gravest_first)
        if grave and sum(sign.weight for sign in heaviest) >= ENOUGH:
            names = "、".join(sign.sign for sign in heaviest if sign.weight > 0)
            lenders = {lent.rule for lent in grave[0].rule.lent}
            blocked = (hit for hit in hits if hit.blocks and hit.rule.id not in lenders)
            taken = {place for hit in blocked for place in _places(hit)}
            yield from _hits(grave, {"signs": names}, taken)


def _heaviest(signs: Iterable[Seen]) -> list[Seen]:
    """Return of each name the sign that weighs most, the gravest first."""
    heaviest: dict[str, Seen] = {}
    for sign in signs:
        known = heaviest.get(sign.sign)
        if known is None or abs(sign.weight) > abs(known.weight):
            heaviest[sign.sign] = sign
    return sorted(heaviest.values(), key=_gravest_first)


def _gravest_first(sign: Seen) -> tuple[int, int]:
    return -sign.weight, sign.start


def _hits(
    grave: Iterable[Seen], params: dict[str, str], taken: set[tuple[str, int]]
) -> Iterator[Hit]:
    for sign in grave:
        places = _places(sign)
        if taken.isdisjoint(places):
            taken |= places
            yield Hit(sign.rule, sign.start, sign.end, sign.words, sign.field, params=params)


def _places(of: Seen | Hit) -> set[tuple[str, int]]:
    """Return the characters of a sign or hit, each with its field."""
    return {(of.field, at) for at in range(of.start, of.end)}
