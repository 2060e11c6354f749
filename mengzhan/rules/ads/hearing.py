"""Weighs what the rules found in a message against what its words sound like.

The rules know why they take words for a title, but neither all titles nor all words that only look
like one. `mengzhan.rules.ads.tagging` knows no reason, but how likely it is. So a fact of the rules
that hardly sounds like one is left out, its words are corrected where others sound better, and what
sounds like one and no rule knows is added. That is less sure, so that a person looks at it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.tagging import Tagged


@dataclass(frozen=True)
class Bar:
    """How likely something must be to stay, to be added, and to be added if nothing else is there.

    Attributes:
        better: so much likelier other words must be than those of a rule.
    """

    kept: float = 0.2
    added: float = 0.6
    alone: float = 0.3
    better: float = 0.1


BARS = {
    "title": Bar(kept=0.15, added=0.9, alone=0.1, better=0.3),
    "employer": Bar(),
    "place": Bar(kept=0.1),
    "contact": Bar(added=1.0),
    "requirements": Bar(),
    "hours": Bar(),
}

_MOST = 0.65
"""How sure what only sounds like something is at most; a person is to look at it."""

Heard = list[tuple[float, Span]]
"""Spans that sound like something of a kind with their chances, the likeliest first."""


def weighed(
    ad: AdText, kind: str, facts: Sequence[Fact], tagged: Tagged, entry: Span | None = None
) -> list[Fact]:
    """Return the facts of a kind with what the words of the message say of them.

    Args:
        facts: what the rules found.
        tagged: what the whole message sounds like; ``ad`` may be a part of it.
        entry: the one entry of a list in which something may be heard, if not everywhere.
    """
    bar = BARS[kind]
    told = ((chance, span) for span, chance in tagged.spans(kind) if _seen(ad, span, entry))
    heard = sorted(told, reverse=True)
    likely = [fact for fact in facts if tagged.share(kind, fact.span) >= bar.kept]
    found = [_corrected(ad, fact, heard, bar) for fact in likely]
    found += _added(ad, kind, heard, found, bar.added)
    found = found or list(_added(ad, kind, heard, [], bar.alone))[:1]
    if kind == "title" and not found and facts:
        found = [max(facts, key=lambda fact: tagged.share(kind, fact.span))]
    return ad.took(_apart(found))


def _seen(ad: AdText, span: Span, entry: Span | None) -> bool:
    return bool(ad.folded[slice(*span)].strip()) and (entry is None or span.start in entry)


def _heard(ad: AdText, kind: str, chance: float, span: Span) -> Fact:
    trimmed = ad.trimmed(span)
    return Fact(kind, ad.words(trimmed), trimmed, min(chance, _MOST))


def _corrected(ad: AdText, fact: Fact, heard: Heard, bar: Bar) -> Fact:
    """Return a fact, or what is much likelier to be meant by words that it has part of."""
    own = next((chance for chance, span in heard if span == fact.span), 0.0)
    for chance, span in heard:
        if _share(span, fact.span):
            return _heard(ad, fact.what, chance, span) if chance > own + bar.better else fact
    return fact


def _added(
    ad: AdText, kind: str, heard: Heard, found: Sequence[Fact], least: float
) -> Iterator[Fact]:
    taken = [fact.span for fact in found]
    for chance, span in heard:
        if chance >= least and not any(_share(span, other) for other in taken):
            taken.append(span)
            yield _heard(ad, kind, chance, span)


def _apart(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts in their order, of those that share words only the first."""
    found: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: fact.span):
        if fact.span.start < fact.span.end and (
            not found or fact.span.start >= found[-1].span.end
        ):
            found.append(fact)
    return found


def _share(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
