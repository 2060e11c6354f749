import pytest

from mengzhan.sheets.grid import (
    Sheet,
    Span,
    cell_name,
    column_letters,
    column_number,
    place_named,
    span_named,
)


@pytest.mark.parametrize(
    ("column", "letters"),
    [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")],
)
def test_columns_have_the_letters_of_a_spreadsheet(column: int, letters: str) -> None:
    assert column_letters(column) == letters
    assert cell_name(4, column) == f"{letters}5"
    assert column_number(letters) == column_number(letters.lower()) == column
    assert place_named(f"{letters}5") == place_named(f"${letters}$5") == (4, column)


@pytest.mark.parametrize("text", ["", "5", "A", "A0", "ABCD1", "A1:B2", "甲1", "#REF!"])
def test_what_names_no_cell(text: str) -> None:
    assert place_named(text) is None


def test_ranges_whatever_corner_they_begin_with() -> None:
    assert span_named("B2:$D$4") == span_named("D4:B2") == Span(1, 1, 3, 3)
    assert span_named("B2") == Span(1, 1, 1, 1)
    assert span_named("B2:") == Span(1, 1, 1, 1)
    assert span_named("B:D") is None


def test_outside_the_rows_there_is_nothing() -> None:
    sheet = Sheet("一", [["甲"], ["乙", 2]])
    assert (sheet.height, sheet.width) == (2, 2)
    assert sheet.cell(0, 1) is None
    assert sheet.cell(9, 9) is None
    assert sheet.cell(1, 1) == 2


def test_a_household_merged_downwards_holds_for_each_of_its_rows() -> None:
    sheet = Sheet("户", [["一户", "甲"], [None, "乙"], ["二户", "丙"]], [Span(0, 0, 1, 0)])
    assert sheet.filled_down(range(1)) == {(0, 0): "一户", (1, 0): "一户"}
    assert sheet.filled_down(range(1, 2)) == {}
    assert (1, 0) in sheet.merged[0]
    assert (2, 0) not in sheet.merged[0]
