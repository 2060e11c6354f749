"""Which backups stay: all of two days, then one a day, a week, a month.

Pure arithmetic on the times in the files' names.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

_ALL_FOR = timedelta(days=2)
_DAYS, _WEEKS, _MONTHS = 14, 8, 12
ERASURE_REACHES_BACKUPS_AFTER = timedelta(days=30)

_Bucket = Callable[[datetime], tuple[int, ...]]


def to_keep(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return the times of the backups that stay.

    All of the last 2 days, and the newest of each of the last 14 days, 8 weeks and 12 months
    that have a backup; always the newest of all. Days are counted in UTC, as the names are.
    """
    newest_first = sorted(set(made), reverse=True)
    kept = {moment for moment in newest_first if now - moment <= _ALL_FOR}
    kept.update(newest_first[:1])
    for bucket, count in ((_day, _DAYS), (_week, _WEEKS), (_month, _MONTHS)):
        kept |= _newest_of_each(newest_first, bucket, count)
    return kept


def erasure_limit(erased: Iterable[datetime], now: datetime) -> datetime | None:
    """Return the moment before which backups have to go, or None.

    A deleted person may stay in backups for 30 days at most (design, "Erasure"): it is the
    latest erasure that long ago.
    """
    due = [moment for moment in erased if now - moment >= ERASURE_REACHES_BACKUPS_AFTER]
    return max(due, default=None)


def _newest_of_each(newest_first: list[datetime], bucket: _Bucket, count: int) -> set[datetime]:
    chosen: dict[tuple[int, ...], datetime] = {}
    for moment in newest_first:
        chosen.setdefault(bucket(moment), moment)
    return set(list(chosen.values())[:count])


def _day(moment: datetime) -> tuple[int, ...]:
    return (moment.year, moment.month, moment.day)


def _week(moment: datetime) -> tuple[int, ...]:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> tuple[int, ...]:
    return (moment.year, moment.month)
