"""From when a person may draw a pension: the legal age, raised step by step from 2025.

Source: 国务院关于渐进式延迟法定退休年龄的办法 (adopted 2024-09-13, in force 2025-01-01): men at 60
and women at 55 a month later for every 4 months, up to 63 and 58; women at 50 a month later for
every 2 months, up to 55.
"""

from dataclasses import dataclass
from datetime import date

from mengzhan.rules.months import months_later

_BEGINS = date(2025, 1, 1)
_MALE, _FEMALE = "1", "2"


@dataclass(frozen=True)
class _Course:
    """Who was to retire at ``age`` does so a month later for every ``step`` months after the
    beginning, at most ``most`` months later."""

    age: int
    step: int
    most: int

    def day(self, born: date) -> date:
        before = months_later(born, self.age * 12)
        after = (before.year - _BEGINS.year) * 12 + before.month - _BEGINS.month
        later = min(after // self.step + 1, self.most) if after >= 0 else 0
        return months_later(before, later)


_MEN, _WOMEN = _Course(60, 4, 36), _Course(50, 2, 60)


def earliest_pension(born: date, sex: str) -> date | None:
    """Return the day on which a person reaches the legal age, for a woman that of workers.

    Whether a woman is a worker or holds a post of an official (55 to 58) no register tells, so
    that the earlier day is only a hint. ``None`` where the sex is not known.
    """
    course = {_MALE: _MEN, _FEMALE: _WOMEN}.get(sex)
    return course.day(born) if course else None
