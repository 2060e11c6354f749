"""When somebody reaches the statutory retirement age (渐进式延迟法定退休年龄, from 2025-01-01).

Source: 国务院关于渐进式延迟法定退休年龄的办法 (adopted 2024-09-13). The age of women depends on
their post, which a station does not know, so both are given. It is a hint and no decision: a
registration as unemployed ends only once a pension is drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from mengzhan.model.resources import read_table
from mengzhan.rules.months import months_later


@dataclass(frozen=True)
class Retirement:
    """The day on which the age is reached, in which post, at how many years and months."""

    day: date
    post: str
    years: int
    months: int


@dataclass(frozen=True)
class _Schedule:
    sex: str
    post: str
    age: int
    first_month: int
    births_a_step: int
    most: int

    def reached(self, born: date) -> Retirement:
        """Every ``births_a_step`` months of birth the age rises by one month, up to ``most``."""
        after = _month(born) - self.first_month
        delay = min(after // self.births_a_step + 1, self.most) if after >= 0 else 0
        day = months_later(born, self.age * 12 + delay)
        return Retirement(day, self.post, self.age + delay // 12, delay % 12)


def _month(day: date) -> int:
    return day.year * 12 + day.month


@cache
def _schedules() -> tuple[_Schedule, ...]:
    return tuple(
        _Schedule(
            row["sex"],
            row["post"],
            int(row["age"]),
            _month(date.fromisoformat(f"{row['born_from']}-01")),
            int(row["births_a_step"]),
            int(row["most_months"]),
        )
        for row in read_table("retirement")
    )


@cache
def youngest(sex: str) -> int:
    """Return the lowest age at which anybody of a sex retires; 0 if the sex is not known."""
    return min((schedule.age for schedule in _schedules() if schedule.sex == sex), default=0)


def retirements(sex: str, born: date) -> Iterator[Retirement]:
    """Yield when somebody may retire, earliest first; nothing if the sex is not known.

    Args:
        sex: a code of the table ``sex``.
    """
    found = (schedule.reached(born) for schedule in _schedules() if schedule.sex == sex)
    yield from sorted(found, key=lambda one: one.day)


def earliest_pension(born: date, sex: str) -> date | None:
    """Return the first day on which somebody may retire; ``None`` where the sex is not known."""
    first = next(retirements(sex, born), None)
    return first.day if first is not None else None
