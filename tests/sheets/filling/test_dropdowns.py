"""Which cells of a form have a drop-down, and what it offers."""

from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from mengzhan.sheets.filling.sheetform import read_form
from tests.sheets.forms import parts, rebuilt

SHEET = "xl/worksheets/sheet1.xml"


def form(formula: str) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "表"
    for row in (["学历", "性别"], [None, None], [None, None]):
        sheet.append(row)
    sheet["B3"] = " "
    if formula:
        rule = DataValidation(type="list", formula1=formula)
        rule.add("A2:A3")
        sheet.add_data_validation(rule)
    other = book.create_sheet("字典 一")
    for word in ("小学", "初中", None, "大专"):
        other.append([word])
    book.defined_names["学历"] = DefinedName("学历", attr_text="'字典 一'!$A$1:$A$4")
    sheet.defined_names["本表"] = DefinedName("本表", attr_text="'字典 一'!$A$1:$A$2")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("formula", "entries"),
    [
        ('"小学, 初中"', ("小学", "初中")),
        ("'字典 一'!$A$1:$A$4", ("小学", "初中", "大专")),
        ("学历", ("小学", "初中", "大专")),
        ("本表", ("小学", "初中")),
        ("'字典 一'!$A$1:$A$1048576", ("小学", "初中", "大专")),
        ("'字典 一'!$A:$A", ("小学", "初中", "大专")),
        ("'字典 一'!$2:$4", ("初中", "大专")),
        ("'字典 一'!$A$900:$C$1048576", ()),
        ("'字典 一'!", ()),
        ("$A$1", ("学历",)),
        ("INDIRECT($B$1)", ()),
        ("没有的表!$A$1:$A$4", ()),
        ("[1]字典!$A$1:$A$4", ()),
    ],
)
def test_entries_written_out_in_a_range_or_under_a_name(
    formula: str, entries: tuple[str, ...]
) -> None:
    lists = read_form(form(formula))[0].lists
    assert lists == {(1, 0): entries, (2, 0): entries}


def test_a_drop_down_that_excel_keeps_in_an_extension() -> None:
    plain = form("")
    rules = (
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        '<x14:dataValidations count="2" '
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        '<x14:dataValidation type="whole"><x14:formula1><xm:f>1</xm:f></x14:formula1>'
        "<xm:sqref>B2</xm:sqref></x14:dataValidation>"
        '<x14:dataValidation type="list"><x14:formula1>'
        "<xm:f>'字典 一'!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>A2 A3:B3</xm:sqref>"
        "</x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>"
    )
    changed = parts(plain)[SHEET].replace(b"</worksheet>", rules.encode())
    lists = read_form(rebuilt(plain, {SHEET: changed}))[0].lists
    assert lists == dict.fromkeys([(1, 0), (2, 0), (2, 1)], ("小学", "初中"))
