"""The figures of a period, beside those of the period before and of the year so far, and how the
months of the year went."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from mengzhan.rules.figures import Asked, Figure, Period, figures_each, follow_figures
from mengzhan.rules.reader import Reader

DONE_EACH_MONTH = ("M05", "M13", "M18", "M20")
"""What is shown month by month: visits, follow-ups, introductions, and who started work."""

LISTED_EACH_MONTH = ("M26", "M27")
"""The two lists that must shrink, at the end of each month."""

_MONTHS = 12


@dataclass(frozen=True)
class Line:
    """One indicator: in the period, in the one before, and from the first of January."""

    now: Figure
    before: Figure
    year: Figure

    @property
    def difference(self) -> Decimal | None:
        """How much more it is than before, as both are shown (a rate in points of per cent); none
        where one of them cannot be worked out."""
        if self.now.value is None or self.before.value is None:
            return None
        return Decimal(self.now.shown) - Decimal(self.before.shown)

    @property
    def shown_difference(self) -> str:
        """The difference with its sign, as people read it."""
        more = self.difference
        if more is None:
            return "—"
        return f"{more:+f}" if more else "0"


@dataclass(frozen=True)
class Report:
    """A report as of ``day``.

    ``course`` holds for some indicators what each month of the year came to, none for the months
    after the period.
    """

    period: Period
    day: date
    lines: Mapping[str, Line]
    course: Mapping[str, Sequence[int | None]]

    @property
    def now(self) -> Mapping[str, Figure]:
        """The figures of the period."""
        return {code: line.now for code, line in self.lines.items()}

    @property
    def before(self) -> Mapping[str, Figure]:
        """The figures of the period before."""
        return {code: line.before for code, line in self.lines.items()}


class ReportCount:
    """What a report of a period counts; ``mended`` follows changes without counting everything."""

    def __init__(
        self, period: Period, today: date, counted: Sequence[Mapping[str, Figure]], *, whole: bool
    ) -> None:
        self._period, self._today, self._whole = period, today, whole
        self._counted = tuple(counted)

    @classmethod
    def read(
        cls, reader: Reader, period: Period, today: date, *, whole: bool = False
    ) -> "ReportCount":
        """Count everything that a report says; of a period that goes on, what there is by
        ``today``, or the ``whole`` of it, as a closing counts."""
        asked = _asked(period, today, whole=whole)
        return cls(period, today, [*figures_each(reader, asked)], whole=whole)

    def mended(self, reader: Reader, changed: Iterable[tuple[str, str]]) -> "ReportCount":
        """Return what it counts once records changed, given as pairs of (kind, record)."""
        asked = _asked(self._period, self._today, whole=self._whole)
        counted = follow_figures(self._counted, reader, asked, changed)
        return ReportCount(self._period, self._today, counted, whole=self._whole)

    @cached_property
    def report(self) -> Report:
        """The report."""
        counted, before, whole_year, *course = self._counted
        now = _until(self._period, self._today, whole=self._whole)
        return Report(
            self._period.so_far(now),
            self._today,
            {
                code: Line(figure, before[code], whole_year[code])
                for code, figure in counted.items()
            },
            {code: _course([found[code] for found in course]) for code in _EACH},
        )


def read_report(reader: Reader, period: Period, today: date, *, whole: bool = False) -> Report:
    """Count a report, as ``ReportCount.read`` does."""
    return ReportCount.read(reader, period, today, whole=whole).report


_EACH = (*DONE_EACH_MONTH, *LISTED_EACH_MONTH)


def _until(period: Period, today: date, *, whole: bool) -> date:
    return max(today, period.last) if whole else today


def _asked(period: Period, today: date, *, whole: bool) -> list[Asked]:
    """The period, the one before, the year so far, and some indicators month by month."""
    until = _until(period, today, whole=whole)
    year = Period.year_to_date(period.last).so_far(until)
    months = [Period.month_of(date(year.first.year, month, 1)) for month in _months_of(year)]
    return [
        (period.so_far(until), None),
        (period.previous(), None),
        (year, None),
        *((month.so_far(until), _EACH) for month in months),
    ]


def _months_of(year: Period) -> range:
    return range(1, year.last.month + 1)


def _course(found: Sequence[Figure]) -> Sequence[int | None]:
    """Return a number for each month of the year; none for those to come."""
    counts = [figure.value for figure in found]
    known = [count if isinstance(count, int) else None for count in counts]
    return (*known, *[None] * (_MONTHS - len(known)))
