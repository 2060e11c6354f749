"""What became of each column, as people see columns."""

from datetime import date
from pathlib import Path
from typing import Any

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.filling.answers import Why
from mengzhan.sheets.filling.columngroup import column_groups
from mengzhan.sheets.filling.filledform import Filling
from mengzhan.sheets.filling.outcome import outcomes
from mengzhan.sheets.filling.sheetform import read_form
from mengzhan.sheets.filling.superform import SuperiorForm
from tests import people
from tests.sheets import blanks

TODAY = date(2026, 11, 26)


def digits(path: Path) -> Path:
    """A form with a box for each digit of the ID number."""
    top = ["姓名", "公民身份号码", *[None] * 17, "联系电话"]
    below = [None, *range(1, 19), None]
    merged = ["A1:A2", "B1:S1", "T1:T2"]
    return blanks.write(path, [top, below, [None] * 20], framed="A1:T3", merged=merged)


def form(path: Path) -> SuperiorForm:
    return SuperiorForm(read_form(path.read_bytes()), KINDS, KINDS["person"])


def test_a_number_of_a_digit_each_is_one_column(tmp_path: Path) -> None:
    groups = list(column_groups(form(digits(tmp_path / "表.xlsx"))))
    assert [(group.place, group.header, group.is_split) for group in groups] == [
        ("A", "姓名", False),
        ("B–S", "公民身份号码 1–18", True),
        ("T", "联系电话", False),
    ]


def test_a_header_of_two_rows_begins_with_the_word_over_the_cells(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["基本情况", None, "联系方式"],
        ["姓名", "性别", "（手机）"],
        [None] * 3,
    ]
    path = blanks.write(tmp_path / "表.xlsx", rows, framed="A1:C3", merged=["A1:B1"])
    headers = [group.header for group in column_groups(form(path))]
    assert headers == ["姓名（基本情况）", "性别（基本情况）", "联系方式 （手机）"]


def test_cells_are_counted_over_the_columns_of_a_group(tmp_path: Path) -> None:
    path = digits(tmp_path / "表.xlsx")
    records: list[dict[str, Any]] = [people.person_values(1), {"name": "苏和"}]
    made = form(path)
    filled = Filling(made, records, {}, TODAY).fill(path.read_bytes())
    told = [(one.filled, one.empty, one.missing) for one in outcomes(made, filled)]
    assert told == [
        (2, (), 0),
        (18, ((Why.NO_VALUE, 18),), 18),
        (1, ((Why.NO_VALUE, 1),), 1),
    ]
