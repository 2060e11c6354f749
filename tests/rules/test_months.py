"""Months as people count them."""

from datetime import date, timedelta

import pytest

from mengzhan.rules.months import months_before, months_later


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
    ],
)
def test_a_month_that_is_too_short_ends_earlier(day: str, months: int, expected: str) -> None:
    assert months_later(date.fromisoformat(day), months).isoformat() == expected


@pytest.mark.parametrize("months", [1, 3, 6])
def test_looking_back_finds_the_last_day_whose_months_are_over(months: int) -> None:
    for step in range(900):
        today = date(2026, 1, 1) + timedelta(days=step)
        last = months_before(today, months)
        assert months_later(last, months) <= today
        assert months_later(last + timedelta(days=1), months) > today
