"""Working days (工作日): Monday to Friday, corrected by the State Council's yearly notice.

The notice for a year comes out in November of the year before. A year without one counts plain
weekdays, so that due dates exist at all; `WorkingCalendar.is_known` lets a screen say so.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from mengzhan.model.fieldtypes import read_date
from mengzhan.model.problem import UserError
from mengzhan.model.resources import made_of_tables, read_table
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

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

    @property
    def known_years(self) -> list[int]:
        """The years whose notice is in the table."""
        return [year for year in sorted({d.year for d in self.exceptions}) if self.is_known(year)]

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

    def near(self, day: date) -> date:
        """Return ``day``, or the next working day of its month, or else the last before it."""
        later = day if self.is_working_day(day) else self.add_working_days(day, 1)
        return later if later.month == day.month else self.add_working_days(day, -1)

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


SEND_BY_WORKDAY = 5
"""A month is sent by this working day of the next one, unless the office sets another."""


def send_by(today: date, workday: int = SEND_BY_WORKDAY) -> tuple[int, date, int]:
    """Return which month is to be sent next, by which day, and how many working days are left.

    On and before the ``workday``-th working day of a month the month before it is meant.
    """
    calendar = working_calendar()
    year, month = today.year, today.month
    limit = calendar.nth_working_day(year, month, workday)
    if today > limit:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        limit = calendar.nth_working_day(year, month, workday)
    sent = month - 1 or 12
    left = sum(
        calendar.is_working_day(date.fromordinal(day))
        for day in range(today.toordinal() + 1, limit.toordinal() + 1)
    )
    return sent, limit, left


class NoDays(UserError):
    """A file without a single holiday."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "这张表里没有放假安排。要两列：日期（2027-01-01）、放假或上班。"
        )
        super().__init__("CALENDAR_EMPTY", Message(words))


_YEAR = re.compile(r"\d{4}")
_WORDS = {
    **dict.fromkeys(("workday", "上班", "班", "补班", "调休上班", "调休"), True),
    **dict.fromkeys(("holiday", "放假", "休", "休息", "假", "节假日"), False),
}
"""What stands in such tables for a day that is worked, and for one that is free."""


def read_days(rows: Iterable[Sequence[str]]) -> dict[date, bool]:
    """Return the days of a table: a column with the day, another that says free or worked.

    Rows that say neither, such as the headings, are passed over.

    Raises:
        NoDays: no row says anything.
    """
    found: dict[date, bool] = {}
    for row in rows:
        cells = [cell.strip() for cell in row]
        # only days with their year: a number alone is the number of a row
        dated = (read_date(cell, date.min) for cell in cells if _YEAR.match(cell))
        days = [day for day in dated if day is not None]
        said = [worked for cell in cells for word, worked in _WORDS.items() if cell == word]
        if days and said:
            found[days[0]] = said[0]
    if not found:
        raise NoDays
    return found


def as_table(days: Mapping[date, bool]) -> str:
    """Write days as rows of the table ``calendar`` (CSV), for `rules.tables` to take in."""
    rows = (f"{day.isoformat()},{_WORKED if worked else _FREE}," for day, worked in days.items())
    return "\n".join(("date,kind,name", *rows))
