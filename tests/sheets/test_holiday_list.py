"""A table of holidays: whatever it looks like, the day and the word count."""

from datetime import date
from pathlib import Path

import pytest

from mengzhan.model.problem import UserError
from mengzhan.sheets.holiday_list import read_holiday_file


def test_days_are_read_and_headings_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "days.csv"
    text = "序号,日期,安排,名称\n1,2027-01-01,放假,元旦\n2,2027年1月3日,上班,补班\n3,,放假,\n"
    path.write_text(text, encoding="utf-8")
    assert read_holiday_file(path) == {date(2027, 1, 1): False, date(2027, 1, 3): True}


def test_the_shipped_form_is_read(tmp_path: Path) -> None:
    path = tmp_path / "calendar.csv"
    path.write_text("date,kind,name\n2027-10-01,holiday,国庆节\n", encoding="utf-8")
    assert read_holiday_file(path) == {date(2027, 10, 1): False}


def test_a_table_without_days_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("姓名,日期\n苏和,2027-10-01\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_holiday_file(path)
    assert caught.value.code == "CALENDAR_EMPTY"
