"""Counting the indicators of a period."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mengzhan.rules.figures import happened, people, vacancies
from mengzhan.rules.figures.breakdown import places_of
from mengzhan.rules.figures.figure import Evidence, Figure, in_order
from mengzhan.rules.figures.indicators import INDICATORS
from mengzhan.rules.figures.period import Period
from mengzhan.rules.figures.reading import Ground, Whole, is_about
from mengzhan.rules.reader import Reader
from mengzhan.rules.register import Part, touched
from mengzhan.rules.station import own_station

_COUNTS = {**happened.COUNTS, **people.COUNTS, **vacancies.COUNTS}

_RATIOS = {
    "M14": (people.followed_up, people.registered),
    "M30": (vacancies.open_places, people.wanting_work),
}
"""What is divided by what."""


def figures(
    reader: Reader,
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
    whose = own_station(reader) if station is None else station
    return _count(Whole(reader, whose, unfilled_after), period, codes, places)


Asked = tuple[Period, Collection[str] | None]
"""A period and which indicators to count of it; all for ``None``."""


def figures_each(
    reader: Reader, asked: Iterable[Asked], part: Part | None = None
) -> Iterator[Mapping[str, Figure]]:
    """Count indicators of several periods, reading what they share only once; with a ``part`` only
    what is about its people, vacancies and employers."""
    whole = Whole(reader, own_station(reader), part=part)
    for period, codes in asked:
        yield _count(whole, period, codes, None)


def follow_figures(
    counted: Sequence[Mapping[str, Figure]],
    reader: Reader,
    asked: Sequence[Asked],
    changed: Iterable[tuple[str, str]],
) -> list[Mapping[str, Figure]]:
    """Return what ``figures_each`` counts once records changed, given as pairs of (kind, record),
    from what it ``counted`` before.

    A record counts by what is known of the one person, employer or vacancy it is about: only what
    is about those whom the changes touched is counted again. Erasures are not followed.
    """
    part = touched(reader, changed)
    fresh = figures_each(reader, asked, part)

    def is_touched(one: Evidence) -> bool:
        return is_about(part, one)

    return [
        {code: figure.mended(now[code], is_touched) for code, figure in before.items()}
        for before, now in zip(counted, fresh, strict=True)
    ]


def _count(
    whole: Whole, period: Period, codes: Collection[str] | None, places: Collection[str] | None
) -> Mapping[str, Figure]:
    ground = Ground(whole, period)
    wanted = INDICATORS if codes is None else [code for code in INDICATORS if code in codes]
    return {code: _figure(ground, code, places) for code in wanted}


def _figure(ground: Ground, code: str, places: Collection[str] | None) -> Figure:
    above, below = _RATIOS.get(code) or (_COUNTS[code], None)
    return Figure(
        INDICATORS[code],
        ground.period,
        _at(ground, above(ground), places),
        _at(ground, below(ground), places) if below else (),
    )


def _at(
    ground: Ground, evidence: Iterable[Evidence], places: Collection[str] | None
) -> tuple[Evidence, ...]:
    """Keep what is asked for and lies in one of the places."""
    found = in_order(filter(ground.whole.counts, evidence))
    if places is None:
        return found
    known = places_of(ground.reader, found)
    return tuple(one for one in found if known.get(one.about, "").startswith(tuple(places)))


@dataclass(frozen=True)
class Compared:
    """A figure beside that of the period before."""

    now: Figure
    before: Figure


def compared(
    reader: Reader,
    period: Period,
    codes: Collection[str] | None = None,
    places: Collection[str] | None = None,
) -> Mapping[str, Compared]:
    """Count indicators of a period and of the one before it."""
    whole = Whole(reader, own_station(reader))
    now = _count(whole, period, codes, places)
    before = _count(whole, period.previous(), codes, places)
    return {code: Compared(figure, before[code]) for code, figure in now.items()}
