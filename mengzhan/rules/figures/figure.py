"""A figure and the records behind it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import NamedTuple

from mengzhan.rules.figures.indicators import RATES, Indicator
from mengzhan.rules.figures.period import Period


class Evidence(NamedTuple):
    """One record that counts.

    Args:
        subject: by what it is counted once: several records of one subject count as one.
        day: the day (ISO) that puts the record into the period.
        about: kind and id of the person, employer or vacancy it tells of (a duplicate's id is that
            of the kept one); place and groups are those of this one.
        amount: how much the subject counts, the same in all its records (a vacancy's headcount).
    """

    kind: str
    record: str
    subject: str
    day: str
    about: tuple[str, str]
    amount: int = 1


def in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Put evidence into the order of its days; of one day in that of the records."""
    return tuple(sorted(evidence, key=_day_first))


def _day_first(one: Evidence) -> tuple[str, str, str, str]:
    return one.day, one.kind, one.record, one.subject


def counted(evidence: Iterable[Evidence]) -> int:
    """Add up the amounts, each subject once."""
    return sum({one.subject: one.amount for one in evidence}.values())


@dataclass(frozen=True)
class Figure:
    """An indicator in a period, with exactly the records that make it.

    A ratio has those of what is divided in ``evidence`` and those of what it is divided by in
    ``base``; other figures have no ``base``.
    """

    indicator: Indicator
    period: Period
    evidence: tuple[Evidence, ...]
    base: tuple[Evidence, ...] = ()

    @property
    def value(self) -> int | Fraction | None:
        """The count; of a ratio the exact quotient (1/2 is 50 %), none if it divides by nothing."""
        above = counted(self.evidence)
        if not self.indicator.is_ratio:
            return above
        below = counted(self.base)
        return Fraction(above, below) if below else None

    def mended(self, fresh: "Figure", changed: Callable[[Evidence], bool]) -> "Figure":
        """Return the figure with the evidence of a ``fresh`` one in place of what ``changed``."""
        return replace(
            self,
            evidence=_mended(self.evidence, fresh.evidence, changed),
            base=_mended(self.base, fresh.base, changed),
        )

    @property
    def shown(self) -> str:
        """The value in its unit as people read it."""
        below = counted(self.base) if self.indicator.is_ratio else None
        return written(self.indicator, counted(self.evidence), below)


def _mended(
    old: tuple[Evidence, ...],
    fresh: tuple[Evidence, ...],
    changed: Callable[[Evidence], bool],
) -> tuple[Evidence, ...]:
    if not fresh and not any(map(changed, old)):
        return old
    return in_order((*(one for one in old if not changed(one)), *fresh))


def written(indicator: Indicator, above: int, below: int | None) -> str:
    """Write a value in its unit as people read it: a rate in % to one decimal place, a multiple to
    two, halves rounded up; — where nothing is divided by. A count has no ``below``."""
    if below is None:
        return str(above)
    if not below:
        return "—"
    factor, places = (100, 1) if indicator.code in RATES else (1, 2)
    rounded = floor(Fraction(above, below) * factor * 10**places + Fraction(1, 2))
    return str(Decimal(rounded).scaleb(-places))
