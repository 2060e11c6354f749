"""Which vacancies have an ad that must not stay as it is, and what is worst in it.

What only informs counts for nothing, and neither do words for which the vacancy holds a reason.
"""

from collections.abc import Iterator
from datetime import date

from mengzhan.model.entry import Values
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.lint import lint
from mengzhan.rules.ads.rulebook import SEVERITIES
from mengzhan.rules.filters import Filter
from mengzhan.rules.reader import Reader

TABLES = ("ad_rules", "min_wage")
"""The rule tables by which ads are judged."""

_FAULTS = ("block", "error", "warn")
"""The severities that are faults."""


def worst_fault(values: Values, *, division: str, day: date) -> Hit | None:
    """Return the worst of what is wrong with a vacancy's ad, the first of several equal ones.

    The arguments are those of ``lint``.
    """
    hits = lint(values, division=division, day=day)
    faults = [hit for hit in hits if hit.rule.severity in _FAULTS and not hit.reason]
    return min(faults, key=rank, default=None)


def rank(hit: Hit) -> int:
    """Return how bad a hit is: 0 is the worst."""
    return SEVERITIES.index(hit.rule.severity)


def faulty(reader: Reader, where: Filter, *, division: str, day: date) -> Iterator[tuple[str, Hit]]:
    """Yield each faulty vacancy that satisfies a filter, with the worst of its faults."""
    names = [item.name for item in reader.catalogue["vacancy"]]
    for row in list(reader.columns("vacancy", names, where)):
        worst = worst_fault(row, division=division, day=day)
        if worst is not None:
            yield str(row["id"]), worst


def hit_words(hit: Hit) -> Message:
    """Return what a hit found and why it is wrong, in one sentence."""
    if not hit.words:
        return Message("{why}", {"why": hit.message})
    words = QT_TRANSLATE_NOOP("model", "“{words}”：{why}")
    return Message(words, {"words": hit.words, "why": hit.message})
