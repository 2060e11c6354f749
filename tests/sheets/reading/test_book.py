"""Both readers give the same cells, and the slow one steps in where the fast one cannot."""

import io
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import BinaryIO

import pytest
from openpyxl import Workbook

from mengzhan.sheets.reading.book import read
from mengzhan.sheets.reading.limits import Limits
from mengzhan.sheets.reading.refusal import BookRefused
from mengzhan.sheets.reading.wire import Event
from tests.sheets.makers import LEDGER, parts, row_xml, sheet_xml, zipped

FAR = '<row r="900000"><c r="XFD900000" s="0"/></row>'
"""An empty cell far away: the slow reader takes the whole workbook, and drops it."""


def events(data: bytes, path: Path) -> list[Event]:
    path.write_bytes(data)
    with path.open("rb") as file:
        return list(read(file, Limits()))


def rows(found: list[Event]) -> list[list[object]]:
    return [row for event in found if event[0] == "rows" for row in event[1]]


def of_all_sorts() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.append(["文", " 空格 ", 3000, 1.5, True, "=1+1", None, 1.525251990010112e17])
    sheet.append(
        [date(2026, 1, 2), datetime(2026, 1, 2, 3, 4, 5), time(8, 30), timedelta(hours=30)]
    )
    sheet["A3"] = 0.25
    sheet["B3"] = "#N/A"
    sheet["B3"].data_type = "e"
    return book


@pytest.mark.parametrize("slow", [False, True])
@pytest.mark.parametrize("since", [1900, 1904])
def test_values_are_the_same_from_both_readers(slow: bool, since: int, tmp_path: Path) -> None:
    book = of_all_sorts()
    if since == 1904:
        book.epoch = datetime(1904, 1, 1)
    if slow:
        book.active["XFD900000"].number_format = "0.00"
    target = io.BytesIO()
    book.save(target)
    assert rows(events(target.getvalue(), tmp_path / "x.xlsx")) == [
        ["文", " 空格 ", 3000, 1.5, True, None, None, 1.525251990010112e17],
        [date(2026, 1, 2), datetime(2026, 1, 2, 3, 4, 5), time(8, 30), timedelta(hours=30)],
        [0.25, "#N/A"],
    ]


@pytest.mark.parametrize("far", ["", FAR])
def test_facts_are_the_same_from_both_readers(far: str, tmp_path: Path) -> None:
    hidden = '<row r="3" hidden="1"><c r="B3"><v>1</v></c></row>'
    after = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    contents = parts(
        sheet_xml(LEDGER + hidden + far, after=after), sheet_xml(LEDGER), states=["hidden"]
    )
    found = events(zipped(contents), tmp_path / "x.xlsx")
    sheets = [event[1:3] for event in found if event[0] == "sheet"]
    assert sheets == [("Sheet1", False), ("Sheet2", True)]
    ends = [event[1:] for event in found if event[0] == "end"]
    assert ends == [([(0, 0, 0, 1)], [2], []), ([], [], [])]


def test_columns_and_rows_before_the_first_content_are_kept(tmp_path: Path) -> None:
    xml = sheet_xml('<row r="3"><c r="C3"><v>1</v></c></row>')
    assert rows(events(zipped(parts(xml)), tmp_path / "x.xlsx")) == [[], [], [None, None, 1]]


def test_what_the_fast_reader_does_not_understand_is_read_again(tmp_path: Path) -> None:
    odd = sheet_xml('<row r="1"><c r="A1" t="n"><v>1</v></c><c r="" t="n"><v>2</v></c></row>')
    contents = parts(sheet_xml(LEDGER), odd.replace('r="" ', 'r="B-1" '))
    path = tmp_path / "x.xlsx"
    path.write_bytes(zipped(contents))
    found: list[Event] = []
    with path.open("rb") as file, pytest.raises(BookRefused, match="损坏"):
        found += read(file, Limits())
    contents |= {"xl/worksheets/sheet2.xml": sheet_xml(LEDGER).replace("UTF-8", "GB18030")}
    assert rows(events(zipped(contents), path))[0] == ["姓名", "电话"]


def test_a_sheet_that_is_listed_and_not_there_is_missed(tmp_path: Path) -> None:
    contents = parts(sheet_xml(LEDGER), sheet_xml(LEDGER))
    del contents["xl/worksheets/sheet2.xml"]
    with pytest.raises(BookRefused) as caught:
        events(zipped(contents), tmp_path / "x.xlsx")
    assert (caught.value.code, caught.value.detail) == ("BOOK_DAMAGED", "sheet missing")


def test_a_text_file_is_one_sheet_called_like_the_file(tmp_path: Path) -> None:
    found = events("姓名,电话\n".encode(), tmp_path / "人员.2026.csv")
    assert found[:2] == [("sort", "text"), ("sheet", "人员.2026", True, 0)]


def test_a_fault_of_ours_is_no_damage_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_file: BinaryIO) -> dict[str, str]:
        raise ZeroDivisionError

    monkeypatch.setattr("mengzhan.sheets.reading.book.parts_by_sheet", broken)
    with pytest.raises(ZeroDivisionError):
        events(zipped(parts(sheet_xml(row_xml(1, "x")))), tmp_path / "x.xlsx")
