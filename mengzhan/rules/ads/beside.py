"""Bare numbers right behind the names of vacancies, once it is known what names there are.

Before a message is heard (`mengzhan.rules.ads.hearing`) only names that the rules know tell what such a
number is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.amounts import AMOUNT, in_yuan, written
from mengzhan.rules.ads.sums import counts_else, usual_unit
from mengzhan.rules.ads.wages import Pay
from mengzhan.rules.wage import read_wage

_JOINED = re.compile("[的 :]*")
_COUNT = re.compile(rf"{_JOINED.pattern}(?P<count>[1-9]\d?)(?=[ ,+;。/()\n\0]|$)")
_SURE = 0.6


def counts_beside(ad: AdText, titles: Sequence[Fact]) -> list[Fact]:
    """Return how many people are wanted: 绞车工2 压风工2; the words are taken."""
    found = [_COUNT.match(ad.free, title.span.end) for title in titles]
    spans = [Span(*match.span("count")) for match in found if match]
    return ad.took([Fact("headcount", int(ad.free[slice(*one)]), one, _SURE) for one in spans])


def pay_beside(ad: AdText, titles: Sequence[Fact], counts: Sequence[Fact]) -> list[Pay]:
    """Return bare sums behind names, or behind how many are wanted: 穿线的 300, 绑钢筋的8个 320; the
    words are taken."""
    ends = {count.span.start: count.span.end for count in counts}
    found = [pay for title in titles if (pay := _bare_sum(ad, title.span.end, ends))]
    for pay in found:
        ad.take(pay.span)
    return found


def _bare_sum(ad: AdText, at: int, counts: Mapping[int, int]) -> Pay | None:
    at = _behind(ad, at)
    match = AMOUNT.match(ad.free, _behind(ad, counts.get(at, at)))
    if not match or counts_else(ad.free, match.end()):
        return None
    unit = usual_unit(in_yuan(match))
    wage = read_wage(f"{written(match)}元") if unit else None
    return Pay(replace(wage, unit=unit), Span(*match.span()), _SURE) if wage else None


def _behind(ad: AdText, at: int) -> int:
    """Where the next word begins, past what only joins a name and a number."""
    joined = _JOINED.match(ad.folded, at)
    return joined.end() if joined else at
