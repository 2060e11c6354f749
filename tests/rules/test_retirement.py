"""The age of retirement from 2025 on: published examples of the schedule, and its ends."""

from datetime import date

import pytest

from mengzhan.rules.retirement import retirements

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
