"""Working days by the State Council's notices."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.rules.workdays import WorkingCalendar, working_calendar

days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 10, 1), False),
        (date(2026, 10, 7), False),
        (date(2026, 10, 8), True),
        (date(2026, 10, 10), True),  # a Saturday made up for
        (date(2026, 11, 21), False),
        (date(2026, 11, 23), True),
        (date(2024, 2, 4), True),  # a Sunday
        (date(2027, 1, 1), True),  # the notice for 2027 is not in the table
    ],
)
def test_single_days(day: date, worked: bool) -> None:
    assert working_calendar().is_working_day(day) is worked


def test_which_years_are_known() -> None:
    calendar = working_calendar()
    assert [year for year in range(2020, 2030) if calendar.is_known(year)] == [2024, 2025, 2026]


@pytest.mark.parametrize(
    ("month", "fifth"),
    [
        (2, date(2026, 2, 6)),
        (5, date(2026, 5, 11)),
        (10, date(2026, 10, 13)),
        (11, date(2026, 11, 6)),
    ],
)
def test_the_fifth_working_day_of_a_month(month: int, fifth: date) -> None:
    assert working_calendar().nth_working_day(2026, month, 5) == fifth


def test_five_working_days_after_registration_across_the_holidays() -> None:
    calendar = working_calendar()
    assert calendar.add_working_days(date(2026, 9, 30), 5) == date(2026, 10, 13)
    assert calendar.add_working_days(date(2026, 10, 13), -5) == date(2026, 9, 30)
    assert calendar.add_working_days(date(2026, 10, 3), 0) == date(2026, 10, 3)


def test_a_broadcast_makes_a_year_known() -> None:
    calendar = working_calendar().with_days({date(2027, 10, 1): False, date(2027, 1, 1): False})
    assert calendar.is_known(2027)
    assert not calendar.is_working_day(date(2027, 1, 1))
    assert not working_calendar().is_known(2027)


def test_the_ends_of_the_calendar_do_not_raise() -> None:
    calendar = WorkingCalendar()
    assert calendar.add_working_days(date(9999, 12, 30), 9) == date.max
    assert calendar.add_working_days(date(1, 1, 2), -9) == date.min


def test_there_is_no_thirteenth_month() -> None:
    with pytest.raises(ValueError, match="month"):
        working_calendar().nth_working_day(2026, 13, 1)


@given(days, st.integers(1, 60))
def test_adding_counts_exactly_the_working_days(day: date, count: int) -> None:
    calendar = working_calendar()
    end = calendar.add_working_days(day, count)
    between = (day + timedelta(days=n) for n in range(1, (end - day).days + 1))
    assert calendar.is_working_day(end)
    assert sum(map(calendar.is_working_day, between)) == count


@given(st.integers(2024, 2028), st.integers(1, 12), st.integers(1, 15))
def test_nth_working_days_are_worked_and_in_order(year: int, month: int, count: int) -> None:
    calendar = working_calendar()
    day = calendar.nth_working_day(year, month, count)
    assert calendar.is_working_day(day)
    assert day < calendar.nth_working_day(year, month, count + 1)
    assert (day.year, day.month) == (year, month)


@pytest.mark.parametrize(
    ("day", "near"),
    [
        ("2026-11-23", "2026-11-23"),
        ("2026-11-22", "2026-11-23"),
        ("2026-05-30", "2026-05-29"),
        ("2026-02-17", "2026-02-24"),
    ],
)
def test_the_working_day_near_a_day_lies_in_its_month(day: str, near: str) -> None:
    assert working_calendar().near(date.fromisoformat(day)) == date.fromisoformat(near)
