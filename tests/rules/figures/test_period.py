"""Periods: where they begin and end, what came before, what they are called."""

from datetime import date

import pytest

from mengzhan.model.problem import UserError
from mengzhan.rules.figures import Period

DAY = date(2026, 11, 28)


def test_a_month_a_quarter_and_a_year_to_date() -> None:
    month, quarter, year = Period.month_of(DAY), Period.quarter_of(DAY), Period.year_to_date(DAY)
    assert (month.first, month.last) == (date(2026, 11, 1), date(2026, 11, 30))
    assert (quarter.first, quarter.last) == (date(2026, 10, 1), date(2026, 12, 31))
    assert (year.first, year.last) == (date(2026, 1, 1), date(2026, 11, 30))
    labels = [str(one.label) for one in (month, quarter, year)]
    assert labels == ["2026年11月", "2026年第4季度", "2026年1月至11月"]


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (Period.parse("2026-01"), Period.parse("2025-12")),
        (Period.parse("2024-03"), Period(date(2024, 2, 1), date(2024, 2, 29))),
        (Period.quarter_of(date(2026, 2, 1)), Period.quarter_of(date(2025, 11, 1))),
        (Period.year_to_date(date(2024, 2, 9)), Period.year_to_date(date(2023, 2, 1))),
        (Period.parse("2026-11").so_far(DAY), Period.parse("2026-10")),
    ],
    ids=["january", "leap", "quarter", "year", "running"],
)
def test_the_period_before(period: Period, before: Period) -> None:
    assert period.previous() == before


def test_a_running_period_ends_today_and_a_past_one_does_not() -> None:
    running = Period.month_of(DAY).so_far(DAY)
    assert (running.last, str(running.label)) == (DAY, "2026年11月")
    assert Period.parse("2026-10").so_far(DAY) == Period.parse("2026-10")
    assert Period.parse("2026-12").so_far(DAY).last == date(2026, 12, 1)


def test_days_lie_within_or_not() -> None:
    month = Period.parse("2026-11")
    assert "2026-11-01" in month
    assert "2026-11-30" in month
    assert "2026-10-31" not in month
    assert "2026-12-01" not in month
    assert "" not in month


@pytest.mark.parametrize(
    "text",
    ["2026", "2026-13", "11-2026", "2026-11-01", "", "二〇二六", "0001-01", "9999-12"],
)
def test_a_month_that_cannot_be_read_says_how_to_write_it(text: str) -> None:
    with pytest.raises(UserError) as caught:
        Period.parse(text)
    assert caught.value.code == "MONTH_UNREADABLE"
    assert "2026-11" in str(caught.value)
