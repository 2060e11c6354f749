"""The working day by which a month's closing is sent."""

from datetime import date

import pytest

from mengzhan.rules.closing import deadline
from mengzhan.rules.workdays import send_by


@pytest.mark.parametrize(
    ("month", "workday", "day"),
    [
        ("2026-10", 5, date(2026, 11, 6)),
        ("2026-11", 5, date(2026, 12, 7)),
        ("2025-09", 1, date(2025, 10, 9)),
        ("2025-12", 1, date(2026, 1, 4)),
        ("2030-12", 1, date(2031, 1, 1)),
    ],
)
def test_holidays_and_the_turn_of_the_year(month: str, workday: int, day: date) -> None:
    assert deadline(month, workday) == day


def test_it_is_the_day_that_the_station_is_told() -> None:
    assert deadline("2026-10") == send_by(date(2026, 11, 1))[1]
