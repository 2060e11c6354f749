"""Working days (工作日): Monday to Friday, corrected by the State Council's yearly notice.

The notice for a year comes out in November of the year before. A year without one counts plain
weekdays, so that due dates exist at all; `WorkingCalendar.is_known` lets a screen say so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from mengzhan.model.resources import made_of_tables, read_table

_SATURDAY = 5
_WORKED, _FREE = "workday", "holiday"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days are worked. ``exceptions`` maps a day to True (worked) or False (free)."""

    exceptions: Mapping[date, bool] = field(default_factory=dict)

    def is_known(self, year: int) -> bool:
        """Return whether the year's notice is in the table: every notice names 1 October."""
        return any(day.year == year and (day.month, day.day) == (10, 1) for day in self.exceptions)

    def is_working_day(self, day: date) -> bool:
        """Return whether offices work on ``day``; any Monday to Friday in an unknown year."""
        return self.exceptions.get(day, day.weekday() < _SATURDAY)

    def add_working_days(self, day: date, count: int) -> date:
        """Return the ``count``-th working day after ``day`` (before it if negative).

        Zero returns ``day`` itself. Beyond the calendar's end the last possible day is returned.
        """
        step = _ONE_DAY if count >= 0 else -_ONE_DAY
        end = date.max if count >= 0 else date.min
        left = abs(count)
        while left and day != end:
            day += step
            left -= self.is_working_day(day)
        return day

    def nth_working_day(self, year: int, month: int, count: int) -> date:
        """Return the ``count``-th working day of a month, counted from 1.

        A count beyond the month's working days goes on into the next month.

        Raises:
            ValueError: there is no such month.
        """
        first = date(year, month, 1)
        if self.is_working_day(first):
            count -= 1
        return self.add_working_days(first, max(count, 0))

    def with_days(self, days: Mapping[date, bool]) -> "WorkingCalendar":
        """Return a calendar in which ``days``, such as an office's broadcast, take precedence."""
        return WorkingCalendar({**self.exceptions, **days})


def calendar_from_rows(rows: Iterable[Mapping[str, str]]) -> WorkingCalendar:
    """Build a calendar from the rows of the table ``calendar``.

    Raises:
        ValueError: a date that is none, or a kind that is neither ``workday`` nor ``holiday``.
    """
    return WorkingCalendar({date.fromisoformat(row["date"]): _is_worked(row) for row in rows})


def _is_worked(row: Mapping[str, str]) -> bool:
    if row["kind"] not in (_WORKED, _FREE):
        raise ValueError(row["kind"])
    return row["kind"] == _WORKED


@made_of_tables
def working_calendar() -> WorkingCalendar:
    """Return the calendar in force (``resources/tables/calendar.csv``, or what replaces it)."""
    return calendar_from_rows(read_table("calendar"))
