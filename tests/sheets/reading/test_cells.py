"""What a consumer sees of a value, and where a sheet ends."""

from datetime import date, datetime, time, timedelta

import pytest

from mengzhan.sheets.reading.cells import Trimmer, tidied
from mengzhan.sheets.reading.limits import Limits
from mengzhan.sheets.reading.refusal import BookRefused


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        (3000.0, 3000),
        (-2.0, -2),
        (1.5, 1.5),
        (152525750101123.0, 152525750101123),
        (1.525251990010112e17, 1.525251990010112e17),
        (152525199001011237, 1.5252519900101123e17),
        (float("inf"), "#NUM!"),
        (float("nan"), "#NUM!"),
        (True, True),
        ("", None),
        (None, None),
        (datetime(2026, 1, 2), date(2026, 1, 2)),
        (datetime(2026, 1, 2, 3, 4, 5, 600), datetime(2026, 1, 2, 3, 4, 5)),
        (datetime(2026, 1, 2, 23, 59, 59, 999_000), date(2026, 1, 3)),
        (time(8, 30), time(8, 30)),
        (timedelta(hours=30), timedelta(hours=30)),
        (ValueError("x"), "x"),
    ],
)
def test_tidied(given: object, seen: object) -> None:
    found = tidied(given)
    assert found == seen
    assert type(found) is type(seen)


def chunks(rows: list[list[object]], limits: Limits | None = None) -> list[list[list[object]]]:
    trimmer = Trimmer("表", limits or Limits(), 1000)
    return [list(chunk) for chunk in trimmer.chunks(rows)]  # type: ignore[arg-type]


def test_a_sheet_ends_with_its_last_content() -> None:
    rows: list[list[object]] = [["", ""], ["a", ""], [], ["", " "], ["", ""], []]
    assert chunks(rows) == [[[], ["a"], [], [None, " "]]]


def test_true_is_not_one_and_dates_are_shared() -> None:
    day = date(2026, 1, 2)
    ((first, second),) = chunks([[True, 1.0, "x", day], [1.0, True, "x", date(2026, 1, 2)]])
    assert (first[:2], second[:2]) == ([True, 1], [1, True])
    assert [type(cell) for cell in first[:2] + second[:2]] == [bool, int, int, bool]
    assert first[3] is second[3]


def test_chunks_join_to_the_whole() -> None:
    rows: list[list[object]] = [[str(n), float(n)] * 10 for n in range(1, 40)]
    trimmer = Trimmer("表", Limits(), 1000)
    joined = [row for chunk in trimmer.chunks(rows * 1) for row in chunk]
    assert [row[1] for row in joined] == list(range(1, 40))
    assert trimmer.kept == 39 * 20


@pytest.mark.parametrize(
    ("rows", "limits", "code", "cell"),
    [
        ([["a"], [], ["b"]], Limits(rows=2), "BOOK_TOO_MANY_ROWS", "A3"),
        ([["a"], ["", "", "b"]], Limits(columns=2), "BOOK_TOO_MANY_COLUMNS", "C2"),
        ([["a"], [], ["b", "12345"]], Limits(text=4), "BOOK_LONG_TEXT", "B3"),
    ],
)
def test_refusals_name_the_cell(
    rows: list[list[object]], limits: Limits, code: str, cell: str
) -> None:
    with pytest.raises(BookRefused) as caught:
        chunks(rows, limits)
    assert caught.value.code == code
    assert f"单元格 {cell} " in str(caught.value)


def test_empty_rows_without_end_are_not_counted_for_ever() -> None:
    with pytest.raises(BookRefused, match="A1048577"):
        chunks([[]] * 1_048_577)


def test_no_room_left() -> None:
    with pytest.raises(BookRefused, match="单元格太多"):
        chunks([["x"] * 501] * 2)
