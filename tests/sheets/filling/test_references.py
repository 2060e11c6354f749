import pytest

from mengzhan.sheets.filling.references import RowInsertion
from mengzhan.sheets.filling.refusal import FormRefused

TWO = RowInsertion("表 一", 10, 2)
"""Two rows below row 10."""


@pytest.mark.parametrize(
    ("formula", "row", "expected"),
    [
        ("SUM(E5:E10)", 11, "SUM(E5:E12)"),
        ("SUM($E$5:$E$10)/E11", 12, "SUM($E$5:$E$12)/E13"),
        ("SUM(E5:E9)", 11, "SUM(E5:E9)"),
        ("SUM(E10:E10)", 11, "SUM(E10:E12)"),
        ("SUM(E5:E11)", 14, "SUM(E5:E13)"),
        ("E10+E11", 12, "E10+E13"),
        ("SUM(B10:E10)", 10, "SUM(B10:E10)"),
        ("SUM(E$5:E10)", 10, "SUM(E$5:E10)"),
        ("RANK(E10,E$5:E$10)", 10, "RANK(E10,E$5:E$12)"),
        ("SUM(B11:E11)", 11, "SUM(B13:E13)"),
        ("SUM(5:10)+SUM(E:E)", 12, "SUM(5:12)+SUM(E:E)"),
        ("'表 一'!E11&\"E11\"", 1, "'表 一'!E13&\"E11\""),
        ("Sheet2!E11+[1]表!E11", 1, "Sheet2!E11+[1]表!E11"),
        ('IF(E11="","",LOG10(E11))', 12, 'IF(E13="","",LOG10(E13))'),
        ("补贴E11+#REF!", 1, "补贴E11+#REF!"),
    ],
)
def test_formulas_follow(formula: str, row: int, expected: str) -> None:
    assert TWO.formula(formula, own=True, row=row) == expected


def test_formulas_of_other_sheets_follow_only_where_they_name_the_sheet() -> None:
    assert TWO.formula("E11+'表 一'!E11", own=False) == "E11+'表 一'!E13"
    assert TWO.formula("SUM('表 一'!E5:E10)", own=False, row=10) == "SUM('表 一'!E5:E12)"


@pytest.mark.parametrize("formula", ["SUM(Sheet1:Sheet3!A1)", "SUM(A1:INDEX(A:A,3))", '"A1', "A1)"])
def test_formulas_that_cannot_be_followed_are_refused(formula: str) -> None:
    with pytest.raises(FormRefused) as caught:
        TWO.formula(formula, own=True)
    assert caught.value.code == "form.cannot_insert"


def test_ranges_grow_and_cells_move() -> None:
    assert TWO.ranges("B10 B5:B10 A1:C4 A11:B12 A10:F10") == "B10:B12 B5:B12 A1:C4 A13:B14 A10:F12"
    assert TWO.cells("B10 B11 A9:B11") == "B10 B13 A9:B13"


def test_a_merge_of_the_last_row_is_repeated_and_a_tall_one_grows() -> None:
    assert TWO.merge("B10:C10") == ["B10:C10", "B11:C11", "B12:C12"]
    assert TWO.merge("A5:A10") == ["A5:A12"]
    assert TWO.merge("A11:F11") == ["A13:F13"]
    assert TWO.merge("A1:F1") == ["A1:F1"]


def test_a_formula_is_copied_as_by_filling_down() -> None:
    assert TWO.copied("D10*E10+E$3", "F10", "F12") == "D12*E12+E$3"
    assert TWO.looks_down("E10/E11")
    assert not TWO.looks_down("E10/E$11+E9")
