from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.sheets.grid import Cell
from mengzhan.sheets.plaintext import plain_text

CELLS: st.SearchStrategy[Cell] = (
    st.none() | st.text() | st.integers(-(10**300), 10**300) | st.floats() | st.booleans()
    | st.dates() | st.datetimes() | st.times() | st.timedeltas()
)  # fmt: skip
"""Whatever a spreadsheet may hold."""


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("  两边 \r\n第二行\r", "两边 \n第二行"),
        (3.0, "3"),
        (-3.0, "-3"),
        (0.1, "0.1"),
        (3, "3"),
        (True, "是"),
        (False, "否"),
        (19900000001.0, "19900000001"),
        (date(2026, 11, 23), "2026-11-23"),
        (datetime(2026, 11, 23), "2026-11-23"),
        (datetime(2026, 11, 23, 8, 30), "2026-11-23 08:30"),
        (time(8, 30), "08:30"),
        (timedelta(hours=26), "1 day, 2:00:00"),
        (float("inf"), "inf"),
        (1e300, "1e+300"),
    ],
)
def test_a_cell_is_what_a_person_would_have_typed(cell: Cell, text: str) -> None:
    assert plain_text(cell) == text


def test_lost_digits_are_zeros() -> None:
    assert plain_text(150199199003070012.0) == "150199199003070000"


def test_long_numbers_keep_their_sign_and_length() -> None:
    assert plain_text(-1.5e15) == "-1500000000000000"
    assert plain_text(123456789012345678.0) == "123456789012346000"
    assert plain_text(9_999_999_999_999_999.0) == "10000000000000000"


@given(CELLS)
def test_every_cell_has_a_text(cell: Cell) -> None:
    text = plain_text(cell)
    assert text == text.strip()
    assert "\r" not in text


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_whole_numbers_read_the_same_whatever_the_file_made_of_them(number: int) -> None:
    assert plain_text(float(number)) == plain_text(number) == str(number)
