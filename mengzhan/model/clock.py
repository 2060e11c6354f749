"""Hybrid logical clock: times that sort as text and never run backwards.

A time is ``2026-11-23T05:49:56.123Z+0000``: UTC with milliseconds, then a counter that tells
apart what falls into one millisecond or was made while the computer's clock stood behind.
(Kulkarni et al., "Logical Physical Clocks", 2014.)
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

WallClock = Callable[[], datetime]

BEIJING = timedelta(hours=8)
"""China has one time zone; a day is a day in Beijing whatever the computer believes."""

DOUBT_AFTER = timedelta(hours=24)
_COUNTER_LIMIT = 10_000


def system_clock() -> datetime:
    """The computer's clock, in UTC."""
    return datetime.now(UTC)


@lru_cache(maxsize=8)
def wall_text(moment: datetime) -> str:
    """Write a moment as the journal keeps the raw clock: UTC, milliseconds, ``Z``."""
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def wall_moment(text: str) -> datetime:
    """Read what ``wall_text`` wrote; also takes a whole hybrid time and drops its counter."""
    return datetime.fromisoformat(text.split("+", 1)[0])


def day_of(text: str) -> str:
    """Return the day in Beijing (ISO) of a moment of the journal; empty for an empty text."""
    return (wall_moment(text) + BEIJING).date().isoformat() if text else ""


def chinese_day(day: date) -> str:
    """Write a day as it stands on official papers."""
    return f"{day.year}年{day.month}月{day.day}日"


def tick(now: datetime, highest: str) -> str:
    """Return the time for a new entry: not before ``now`` and always above ``highest``.

    ``highest`` is the greatest hybrid time known, or empty.
    """
    fresh = f"{wall_text(now)}+0000"
    if fresh > highest:
        return fresh
    wall, counter = highest.rsplit("+", 1)
    following = int(counter) + 1
    if following < _COUNTER_LIMIT:
        return f"{wall}+{following:04d}"
    return f"{wall_text(wall_moment(wall) + timedelta(milliseconds=1))}+0000"


def is_doubtful(at: str, known: str) -> bool:
    """Whether ``at`` lies more than 24 h ahead of everything known (design: clocks)."""
    return wall_moment(at) - wall_moment(known) > DOUBT_AFTER


def compared(now: datetime, highest: str) -> str:
    """Compare the computer's clock with the greatest time known, empty if nothing is.

    Returns ``behind`` (earlier), ``ahead`` (more than 24 h after it, to be confirmed once) or ``ok``.
    """
    if not highest:
        return "ok"
    gap = wall_moment(wall_text(now)) - wall_moment(highest)
    if gap < timedelta(0):
        return "behind"
    return "ahead" if gap > DOUBT_AFTER else "ok"
