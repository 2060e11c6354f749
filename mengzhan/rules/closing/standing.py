"""How a month stands: open, closed, or changed since it was closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mengzhan.rules.closing.record import Close, closed, closings, figures_of
from mengzhan.rules.figures import Figure
from mengzhan.rules.reader import Reader


@dataclass(frozen=True)
class Standing:
    """How a month stands.

    Args:
        close: the closing that counts, if there is one.
        former: those that it replaced, the newest first.
        changed: indicators whose records are no longer those of the closing (更正).
        figures: the figures as they are now, counted as the closing counted.
    """

    month: str
    close: Close | None = None
    former: Sequence[Close] = ()
    changed: Sequence[str] = ()
    figures: Mapping[str, Figure] | None = None


def standing(reader: Reader, month: str) -> Standing:
    """Return how a month (``2026-11``) stands; of one that is open nothing is counted."""
    found = closings(reader, month)
    if not found:
        return Standing(month)
    *former, close = found
    now = figures_of(reader, close)
    return Standing(month, close, former[::-1], changed_since(close, now), now)


def changed_since(close: Close, now: Mapping[str, Figure]) -> Sequence[str]:
    """Return the indicators whose evidence is no longer that of the closing."""
    return [
        code for code, said in close.figures.items() if code in now and closed(now[code]) != said
    ]
