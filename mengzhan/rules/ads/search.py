"""Finding the patterns of the rules in one text, and leaving out what something excuses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.rulebook import Pattern, Rule, Rulebook, Way
from mengzhan.rules.ads.wording import Wording

_MOST = 400
"""A way that stands at so many places of an ad is not followed further: no ad has them."""

DELETE = "-"
"""What stands in the column ``rewrite`` for words that are simply taken out."""


@dataclass(frozen=True)
class Spared:
    """Words as typed that a rule knows, and that something excuses; ``lawful``: by what the law allows
    (井下 for men only), so that no words around make a fault of it."""

    rule: Rule
    start: int
    end: int
    field: str = ""
    lawful: bool = False


def pattern_hits(ad: Wording, book: Rulebook, around: str) -> tuple[list[Hit], list[Spared]]:
    """Return the hits of each rule, none upon another; of two, the one that begins first. Besides
    what the rules know and spare.

    ``around`` is the whole ad in plain form: a lawful reason may stand in another of its fields.
    """
    found: list[tuple[str, int, int, Way, re.Match[str]]] = []
    spared: list[Spared] = []
    for way in book.possible(book.ways, ad):
        for match, excused in _found(ad, way, book, around):
            if excused:
                lawful = way.pattern.lawful.within(around)
                spared.append(Spared(way.rule, *ad.span(*match.span()), lawful=lawful))
            else:
                found.append((way.rule.id, match.start(), way.order, way, match))
    return list(_apart(ad, found)), spared


def _apart(ad: Wording, found: Iterable[tuple[str, int, int, Way, re.Match[str]]]) -> Iterator[Hit]:
    reached: dict[str, int] = {}
    for rule, start, _, way, match in sorted(found, key=lambda candidate: candidate[:3]):
        if start >= reached.get(rule, 0):
            reached[rule] = match.end()
            first, last = ad.span(*match.span())
            replacement = _replacement(way.pattern, match)
            yield Hit(way.rule, first, last, ad.original[first:last], replacement=replacement)


def matches(ad: Wording, way: Way, book: Rulebook, around: str) -> Iterator[re.Match[str]]:
    """Yield where one way hits and nothing excuses it."""
    return (match for match, excused in _found(ad, way, book, around) if not excused)


def _found(
    ad: Wording, way: Way, book: Rulebook, around: str
) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield where one way hits, and whether something excuses it there."""
    at = 0
    search, pattern = way.expression.regex.search, way.pattern
    if not search(ad.text) or (pattern.along and not pattern.along.within(around)):
        return
    lawful = pattern.lawful.within(around)
    for _ in range(_MOST):
        found = search(ad.text, at)
        if found is None:
            return
        excused = lawful or _excused(ad, way, book, found.span())
        yield found, excused
        at = found.start() + 1 if excused else max(found.end(), found.start() + 1)


def _excused(ad: Wording, way: Way, book: Rulebook, span: tuple[int, int]) -> bool:
    pattern = way.pattern
    if pattern.unless.within(ad.text, *ad.clause(*span)):
        return True
    if book.denials.mentioned(ad, *span, quoted=not way.rule.blocks):
        return True
    if book.hearsay.told(ad, *span, fraud=way.rule.blocks):
        return True
    if pattern.open and book.welcomes.welcomed(ad, *span):
        return True
    return pattern.denied and book.denials.denied(ad, *span)


def _replacement(pattern: Pattern, found: re.Match[str]) -> str | None:
    if not pattern.rewrite:
        return None
    return "" if pattern.rewrite == DELETE else found.expand(pattern.rewrite)
