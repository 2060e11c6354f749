"""Periods of figures: a month, a quarter, or the year up to the end of a month."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from mengzhan.model.entry import is_day
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

Span = Literal["month", "quarter", "year_to_date"]

_DAY = timedelta(days=1)
_MONTHS_IN_QUARTER = 3
_LABELS = {
    "month": QT_TRANSLATE_NOOP("model", "{year}年{month}月"),
    "quarter": QT_TRANSLATE_NOOP("model", "{year}年第{quarter}季度"),
    "year_to_date": QT_TRANSLATE_NOOP("model", "{year}年1月至{month}月"),
}


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@dataclass(frozen=True)
class Period:
    """From ``first`` to ``last``, both included."""

    first: date
    last: date
    span: Span = "month"

    @classmethod
    def month_of(cls, day: date) -> "Period":
        """Return the calendar month in which ``day`` lies."""
        return cls(day.replace(day=1), _month_end(day.year, day.month))

    @classmethod
    def quarter_of(cls, day: date) -> "Period":
        """Return the quarter in which ``day`` lies."""
        start = (day.month - 1) // _MONTHS_IN_QUARTER * _MONTHS_IN_QUARTER + 1
        end = start + _MONTHS_IN_QUARTER - 1
        return cls(date(day.year, start, 1), _month_end(day.year, end), "quarter")

    @classmethod
    def year_to_date(cls, day: date) -> "Period":
        """Return 1 January to the end of the month in which ``day`` lies."""
        return cls(date(day.year, 1, 1), _month_end(day.year, day.month), "year_to_date")

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read a month written as ``2026-11``.

        Raises:
            UserError: ``MONTH_UNREADABLE``.
        """
        first = f"{text}-01"
        if not is_day(first):
            words = QT_TRANSLATE_NOOP("model", "月份要写成 年-月，例如 2026-11。")
            raise UserError("MONTH_UNREADABLE", Message(words))
        return cls.month_of(date.fromisoformat(first))

    def previous(self) -> "Period":
        """Return the month or quarter before; for a year to date the same months a year before."""
        if self.span == "month":
            return Period.month_of(self.first - _DAY)
        if self.span == "quarter":
            return Period.quarter_of(self.first - _DAY)
        return Period.year_to_date(date(self.last.year - 1, self.last.month, 1))

    def so_far(self, today: date) -> "Period":
        """Return the part that has passed by ``today``; the whole period once it is over.

        What holds at the end of a period that goes on is what holds today.
        """
        return replace(self, last=max(min(self.last, today), self.first))

    @property
    def label(self) -> Message:
        """The period as people write it."""
        month = self.first.month
        quarter = (month - 1) // _MONTHS_IN_QUARTER + 1
        shown = month if self.span == "month" else self.last.month
        params = {"year": self.first.year, "month": shown, "quarter": quarter}
        return Message(_LABELS[self.span], params)

    def __contains__(self, day: str) -> bool:
        """Whether a day (ISO) lies in the period; an empty one does not."""
        return self.first.isoformat() <= day <= self.last.isoformat()
