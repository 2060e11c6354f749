"""Finding the patterns of the rules in one text, and leaving out what something excuses."""

import re
from collections.abc import Iterator

from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.rulebook import Pattern, Rulebook, Way
from mengzhan.rules.ads.wording import Wording

DELETE = "-"
"""What stands in the column ``rewrite`` for words that are simply taken out."""


def pattern_hits(ad: Wording, book: Rulebook, around: str) -> Iterator[Hit]:
    """Yield the hits of each rule, none upon another; of two, the one that begins first.

    ``around`` is the whole ad in plain form: a lawful reason may stand in another of its fields.
    """
    found = [
        (way.rule.id, match.start(), way.order, way, match)
        for way in book.possible(book.ways, ad)
        for match in matches(ad, way, book, around)
    ]
    reached: dict[str, int] = {}
    for rule, start, _, way, match in sorted(found, key=lambda candidate: candidate[:3]):
        if start >= reached.get(rule, 0):
            reached[rule] = match.end()
            first, last = ad.span(*match.span())
            replacement = _replacement(way.pattern, match)
            yield Hit(way.rule, first, last, ad.original[first:last], replacement=replacement)


def matches(ad: Wording, way: Way, book: Rulebook, around: str) -> Iterator[re.Match[str]]:
    """Yield where one way hits and nothing excuses it."""
    at = 0
    search = way.expression.regex.search
    if not search(ad.text) or _excused_by_all(way.pattern, around):
        return
    while found := search(ad.text, at):
        if _excused(ad, way, book, around, found.span()):
            at = found.start() + 1
        else:
            yield found
            at = max(found.end(), found.start() + 1)


def _excused_by_all(pattern: Pattern, around: str) -> bool:
    """Whether the ad as a whole makes a row harmless, wherever its words stand."""
    without = bool(pattern.along) and not pattern.along.within(around)
    return without or pattern.lawful.within(around)


def _excused(ad: Wording, way: Way, book: Rulebook, around: str, span: tuple[int, int]) -> bool:
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
