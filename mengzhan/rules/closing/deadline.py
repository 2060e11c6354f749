"""By when a month's closing has to be with the office."""

from datetime import date, timedelta

from mengzhan.rules.figures import Period
from mengzhan.rules.workdays import SEND_BY_WORKDAY, working_calendar


def deadline(month: str, workday: int = SEND_BY_WORKDAY) -> date:
    """Return the working day of the following month by which ``month`` (``2026-11``) is sent.

    Raises:
        UserError: ``MONTH_UNREADABLE``.
    """
    after = Period.parse(month).last + timedelta(days=1)
    return working_calendar().nth_working_day(after.year, after.month, workday)
