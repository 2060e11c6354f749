"""Rule tables out of files; holidays may be a plain list, whatever it looks like."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from mengzhan.model.problem import UserError
from mengzhan.sheets.rule_table import read_table_file


def test_a_plain_list_of_days_is_read_and_headings_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "days.csv"
    text = "序号,日期,安排,名称\n1,2027-01-01,放假,元旦\n2,2027年1月3日,上班,补班\n3,,放假,\n"
    path.write_text(text, encoding="utf-8")
    assert [(row["date"], row["kind"]) for row in read_table_file("calendar", path)] == [
        ("2027-01-01", "holiday"),
        ("2027-01-03", "workday"),
    ]


def test_the_shipped_form_is_read_from_a_workbook_too(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (["date", "kind", "name"], ["2027-10-01", "holiday", "国庆节"], [None, None, None]):
        sheet.append(line)
    book.save(tmp_path / "calendar.xlsx")
    assert read_table_file("calendar", tmp_path / "calendar.xlsx") == [
        {"date": "2027-10-01", "kind": "holiday", "name": "国庆节"}
    ]


@pytest.mark.parametrize(
    ("table", "code"), [("calendar", "CALENDAR_EMPTY"), ("min_wage", "TABLE_COLUMNS")]
)
def test_a_table_of_something_else_is_refused(table: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("姓名,日期\n苏和,2027-10-01\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_table_file(table, path)
    assert caught.value.code == code
