"""Whole months as people count them: a month after 31 January is the last day of February."""

from calendar import monthrange
from datetime import date, timedelta

_IN_EVERY_MONTH = 28
"""The last day that every month has."""


def _moved(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= _IN_EVERY_MONTH:
        return date(year, month + 1, day.day)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def months_later(day: date, months: int) -> date:
    """Return the day ``months`` after ``day``, or the last one of a month that is too short."""
    return _moved(day, months)


def full_months(since: date, day: date) -> int:
    """Return how many months after ``since`` are over by ``day``; 0 before ``since``."""
    months = max((day.year - since.year) * 12 + day.month - since.month, 0)
    return months if months_later(since, months) <= day else max(months - 1, 0)


def months_until(day: date, goal: date) -> int:
    """Return the fewest whole months after ``day`` with which ``goal`` has come; 0 if it has."""
    months = max((goal.year - day.year) * 12 + goal.month - day.month, 0)
    return months if months_later(day, months) >= goal else months + 1


def months_before(day: date, months: int) -> date:
    """Return the last day of which ``months`` are over by ``day``."""
    if (day + timedelta(days=1)).day > 1:
        return _moved(day, -months)
    before = _moved(day, -months)
    return before.replace(day=monthrange(before.year, before.month)[1])
