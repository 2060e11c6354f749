"""From when a pension is drawn, by examples of the published schedule."""

from datetime import date

import pytest

from mengzhan.rules.pension_age import earliest_pension


@pytest.mark.parametrize(
    ("born", "sex", "month"),
    [
        pytest.param((1964, 12, 31), "1", "2024-12", id="a man just before the reform"),
        pytest.param((1965, 1, 1), "1", "2025-02", id="the first man of the reform"),
        pytest.param((1965, 4, 30), "1", "2025-05", id="the same month for four months"),
        pytest.param((1965, 5, 1), "1", "2025-07", id="then a month more"),
        pytest.param((1976, 8, 9), "1", "2039-07", id="a man with nearly all of it"),
        pytest.param((1976, 9, 9), "1", "2039-09", id="a man with all of it"),
        pytest.param((1990, 1, 9), "1", "2053-01", id="never more than 63"),
        pytest.param((1974, 12, 31), "2", "2024-12", id="a woman just before the reform"),
        pytest.param((1975, 1, 1), "2", "2025-02", id="the first woman of the reform"),
        pytest.param((1975, 3, 1), "2", "2025-05", id="two months later a month more"),
        pytest.param((1984, 11, 2), "2", "2039-11", id="a woman with all of it"),
        pytest.param((1995, 6, 2), "2", "2050-06", id="never more than 55"),
        pytest.param((1965, 12, 31), "1", "2026-03", id="the last day of a long month"),
    ],
)
def test_the_month_of_the_schedule(born: tuple[int, int, int], sex: str, month: str) -> None:
    day = earliest_pension(date(*born), sex)
    assert day is not None
    assert f"{day:%Y-%m}" == month


def test_of_an_unknown_sex_nothing_is_said() -> None:
    assert earliest_pension(date(1950, 1, 1), "0") is None
