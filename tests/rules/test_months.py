"""Months as people count them."""

from datetime import date, timedelta

import pytest

from mengzhan.rules.months import full_months, months_before, months_later, months_until


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


@pytest.mark.parametrize(
    ("since", "day", "months"),
    [
        ("2025-08-31", "2026-02-27", 5),
        ("2025-08-31", "2026-02-28", 6),
        ("2026-01-15", "2026-02-14", 0),
        ("2027-06-30", "2026-11-26", 0),
    ],
)
def test_full_months_agree_with_going_on(since: str, day: str, months: int) -> None:
    assert full_months(date.fromisoformat(since), date.fromisoformat(day)) == months


def test_full_months_are_the_most_that_are_over() -> None:
    since = date(2026, 1, 31)
    for step in range(900):
        day = since + timedelta(days=step)
        months = full_months(since, day)
        assert months_later(since, months) <= day < months_later(since, months + 1)


def test_months_until_are_the_fewest_that_reach_a_day() -> None:
    day = date(2026, 1, 31)
    assert months_until(day, date(2025, 6, 1)) == 0
    for step in range(1, 900):
        goal = day + timedelta(days=step)
        months = months_until(day, goal)
        assert months_later(day, months - 1) < goal <= months_later(day, months)
