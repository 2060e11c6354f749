from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.dates import Day, common_year, read_day
from tests.sheets.test_plaintext import CELLS

TODAY = date(2026, 11, 26)
JUNE = date(1985, 6, 1)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (date(1985, 6, 1), Day(JUNE)),
        (datetime(1985, 6, 1, 8, 30), Day(JUNE)),
        ("1985-06-01", Day(JUNE)),
        ("1985/6/1", Day(JUNE)),
        ("1985.06.01", Day(JUNE)),
        ("1985年6月1日", Day(JUNE)),
        ("１９８５年６月１日", Day(JUNE)),
        ("1985 年 6 月 1 日", Day(JUNE)),
        ("19850601", Day(JUNE)),
        (19850601.0, Day(JUNE)),
        ("85.6.1", Day(JUNE)),
        ("26-11-20", Day(date(2026, 11, 20))),
        ("1985-06-01 00:00:00", Day(JUNE)),
        (31199.0, Day(JUNE, serial=True)),
        (31199, Day(JUNE, serial=True)),
        ("31199", Day(JUNE, serial=True)),
        (46352.5, Day(date(2026, 11, 26), serial=True)),
        ("1985.6", Day(JUNE, "month")),
        (1985.6, Day(JUNE, "month")),
        ("1985.06", Day(JUNE, "month")),
        ("1985年6月", Day(JUNE, "month")),
        ("1985-06", Day(JUNE, "month")),
        ("198506", Day(JUNE, "month")),
        (198506.0, Day(JUNE, "month")),
        ("1985.10", Day(date(1985, 10, 1), "month")),
        (1985.11, Day(date(1985, 11, 1), "month")),
        (1985.1, Day(None, "unsure")),
        (9.8, Day(date(2026, 9, 8))),
        (12.25, Day(date(2026, 12, 25))),
        (9.1, Day(None, "unsure")),
        (2.2, Day(None, "unsure")),
        (2.3, Day(date(2026, 2, 3))),
        ("9.1", Day(date(2026, 9, 1))),
        ("2023", Day(date(2023, 1, 1), "year")),
        ("2023年", Day(date(2023, 1, 1), "year")),
        (2023.0, Day(date(2023, 1, 1), "year")),
        ("昨天", Day(date(2026, 11, 25))),
    ],
)
def test_days_as_ledgers_write_them(cell: Cell, expected: Day) -> None:
    assert read_day(cell, TODAY) == expected


@pytest.mark.parametrize(
    "cell",
    [None, "", "长期", "1985-13-01", "1985.13", 1985.13, "15", 3.0, "2月30日", True, "19851301"],
)
def test_what_is_no_day(cell: Cell) -> None:
    assert read_day(cell, TODAY) is None


@pytest.mark.parametrize(
    ("cells", "year"),
    [
        ([date(2025, 4, 8), "2025.4.9", "4月8日", None, 3], 2025),
        ([date(2025, 4, 8), date(2026, 1, 9), "4月8日"], None),
        (["4月8日", "１２"], None),
        (["２０２４年５月"], 2024),
    ],
)
def test_the_year_that_all_full_days_of_a_column_name(cells: list[Cell], year: int | None) -> None:
    assert common_year(cells) == year


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -1e-7, 1e-7, 10**400, -5.5, 1e16])
def test_numbers_that_are_no_days(number: float) -> None:
    assert read_day(number, TODAY) is None


@given(CELLS | st.from_regex(r"[\d.年月日/\- :T]{1,20}", fullmatch=True))
def test_reading_a_day_never_fails(cell: Cell) -> None:
    found = read_day(cell, TODAY)
    assert found is None or found.day is None or 1 <= found.day.year <= 9999
