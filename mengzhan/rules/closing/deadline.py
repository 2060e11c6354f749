"""By when a month's closing has to be with the office."""

from datetime import date, timedelta

from mengzhan.rules.figures import Period
from mengzhan.rules.workdays import WorkingCalendar

WORKING_DAY = 2
"""The league reports on the fifth working day (内就劳发〔2025〕2号, 十五); stations send on the first,
so that township, banner and league have a day each."""


def deadline(month: str, calendar: WorkingCalendar, working_day: int = WORKING_DAY) -> date:
    """Return the working day of the following month by which ``month`` has to be in.

    Raises:
        UserError: ``MONTH_UNREADABLE``.
    """
    after = Period.parse(month).last + timedelta(days=1)
    return calendar.nth_working_day(after.year, after.month, working_day)
