"""The age of retirement from 2025 on: published examples of the schedule, and its ends."""

from datetime import date

import pytest

from mengzhan.rules.retirement import earliest_pension, retirements

MAN, WOMAN = "1", "2"


@pytest.mark.parametrize(
    ("sex", "born", "expected"),
    [
        (MAN, "1964-12-31", ["男 60/0 2024-12-31"]),
        (MAN, "1965-01-01", ["男 60/1 2025-02-01"]),
        (MAN, "1965-05-20", ["男 60/2 2025-07-20"]),
        (MAN, "1976-08-31", ["男 62/11 2039-07-31"]),
        (MAN, "1976-09-01", ["男 63/0 2039-09-01"]),
        (MAN, "1990-03-15", ["男 63/0 2053-03-15"]),
        (WOMAN, "1970-01-31", ["女工人岗位 50/0 2020-01-31", "女干部岗位 55/1 2025-02-28"]),
        (WOMAN, "1975-01-10", ["女工人岗位 50/1 2025-02-10", "女干部岗位 56/4 2031-05-10"]),
        (WOMAN, "1984-11-10", ["女工人岗位 55/0 2039-11-10", "女干部岗位 58/0 2042-11-10"]),
        ("9", "1970-01-31", []),
    ],
)
def test_the_age_rises_step_by_step(sex: str, born: str, expected: list[str]) -> None:
    found = retirements(sex, date.fromisoformat(born))
    assert [f"{one.post} {one.years}/{one.months} {one.day}" for one in found] == expected


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
