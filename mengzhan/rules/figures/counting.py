"""Counting the indicators of a period."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from mengzhan.rules.figures import happened
from mengzhan.rules.figures.figure import Figure
from mengzhan.rules.figures.indicators import INDICATORS
from mengzhan.rules.figures.period import Period
from mengzhan.rules.figures.reading import Ground, own_station
from mengzhan.rules.two_lists import ListsReader

COUNTS = happened.COUNTS


def figures(
    reader: ListsReader,
    period: Period,
    codes: Collection[str] | None = None,
    places: Collection[str] | None = None,
    *,
    station: str | None = None,
    unfilled_after: int | None = None,
) -> Mapping[str, Figure]:
    """Count indicators, in the order of the report.

    Args:
        codes: which indicators; all, if none are given.
        places: divisions (any level) to whose people, employers and vacancies to keep.
        station: whose records count, for an office that looks at one station; the store's own
            station, or all of them at an office, if none is given.
        unfilled_after: after how many days a vacancy counts as one that nobody takes; what the
            station has chosen, if it is not given.
    """
    ground = Ground(reader, period, own_station(reader) if station is None else station)
    return {
        code: Figure(indicator, period, tuple(COUNTS[code](ground)))
        for code, indicator in INDICATORS.items()
        if code in COUNTS and (codes is None or code in codes)
    }


@dataclass(frozen=True)
class Compared:
    """A figure beside that of the period before."""

    now: Figure
    before: Figure
