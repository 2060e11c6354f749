"""Wages are compared by the month, or not at all."""

import pytest

from mengzhan.rules.matching.pay import Pay, pay_of


@pytest.mark.parametrize(
    ("vacancy", "low", "high"),
    [
        ({"wage_unit": "1", "wage_min": 320_000, "wage_max": 400_000}, 320_000, 400_000),
        ({"wage_unit": "1", "wage_min": 320_000}, 320_000, 320_000),
        ({"wage_unit": "1", "wage_max": 400_000}, None, 400_000),
        ({"wage_unit": "2", "wage_min": 20_000}, 435_000, 435_000),
        ({"wage_unit": "3", "wage_min": 2_240}, 389_760, 389_760),
        ({"wage_unit": "5", "wage_min": 4_800_000}, 400_000, 400_000),
        ({"wage_unit": "1", "wage_min": 320_000, "term": "3"}, 320_000, 320_000),
    ],
)
def test_a_month_has_paid_days_of_eight_hours(
    vacancy: dict[str, object], low: int | None, high: int
) -> None:
    pay = pay_of(vacancy)  # type: ignore[arg-type]
    assert (pay.low, pay.high, pay.unlike) == (low, high, "")


@pytest.mark.parametrize(
    ("vacancy", "why"),
    [
        ({"wage_unit": "4", "wage_min": 50}, "wage_piece"),
        ({"wage_unit": "9"}, "wage_open"),
        ({"wage_unit": "1"}, "wage_not_stated"),
        ({"wage_min": 320_000}, "wage_not_stated"),
        ({"wage_unit": "2", "wage_min": 20_000, "term": "3"}, "wage_casual"),
        ({"wage_unit": "3", "wage_min": 2_240, "term": "3"}, "wage_casual"),
    ],
)
def test_what_cannot_be_compared_says_why(vacancy: dict[str, object], why: str) -> None:
    pay = pay_of(vacancy)  # type: ignore[arg-type]
    assert pay == Pay(pay.unit, pay.lowest, pay.highest, unlike=why)
