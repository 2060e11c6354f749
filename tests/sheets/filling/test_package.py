import datetime as dt

import pytest

from mengzhan.sheets.filling.package import WorkbookPackage, shows_a_day
from mengzhan.sheets.filling.refusal import FormRefused
from tests.sheets.forms import parts, rebuilt, small_book, whole_form, worksheet

SMALL = small_book(worksheet("<sheetData/>"))
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BOOK = parts(SMALL)["xl/workbook.xml"]


def with_book(workbook: bytes) -> WorkbookPackage:
    return WorkbookPackage(rebuilt(SMALL, {"xl/workbook.xml": workbook}))


def test_sheets_are_found_by_name_whatever_their_part_is_called() -> None:
    package = WorkbookPackage(small_book(worksheet("<sheetData/>"), sheet_part="odd/七.xml"))
    assert [(sheet.name, sheet.part) for sheet in package.sheets] == [("表", "odd/七.xml")]
    assert package.sheet("表").is_worksheet


@pytest.mark.parametrize(
    ("kind", "name", "code"),
    [("worksheet", "没有", "form.no_sheet"), ("chartsheet", "表", "form.no_cells")],
)
def test_a_sheet_that_cannot_be_written_is_named(kind: str, name: str, code: str) -> None:
    relations = "xl/_rels/workbook.xml.rels"
    changed = parts(SMALL)[relations].replace(b"/worksheet", b"/" + kind.encode())
    with pytest.raises(FormRefused, match=name) as caught:
        WorkbookPackage(rebuilt(SMALL, {relations: changed})).sheet(name)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("part", "content", "code"),
    [
        ("_rels/.rels", None, "form.not_a_workbook"),
        ("_rels/.rels", b"<Relationships/>", "form.not_a_workbook"),
        ("xl/workbook.xml", None, "form.not_a_workbook"),
        ("xl/workbook.xml", b"<document/>", "form.not_a_workbook"),
        ("xl/workbook.xml", b"<workbook", "form.damaged"),
    ],
)
def test_other_packages_are_no_workbooks(part: str, content: bytes | None, code: str) -> None:
    with pytest.raises(FormRefused) as caught:
        WorkbookPackage(rebuilt(SMALL, {part: content}))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<calcPr/>", '<calcPr fullCalcOnLoad="1"/>'),
        ("<calcPr fullCalcOnLoad='0' calcId='7'/>", "<calcPr fullCalcOnLoad=\"1\" calcId='7'/>"),
        (
            "<definedNames/><pivotCaches/>",
            '<definedNames/><calcPr fullCalcOnLoad="1"/><pivotCaches/>',
        ),
        ("<extLst/>", '<calcPr fullCalcOnLoad="1"/><extLst/>'),
    ],
)
def test_formulas_are_worked_out_on_opening(old: str, new: str) -> None:
    book = BOOK.replace(b"</workbook>", old.encode() + b"</workbook>")
    package = with_book(book)
    changed = package.workbook.changed(package.recalculating())
    assert changed == BOOK.replace(b"</workbook>", new.encode() + b"</workbook>")


@pytest.mark.parametrize(
    ("day", "from_1900", "from_1904"),
    [
        (dt.date(1900, 1, 1), 1, None),
        (dt.date(1900, 2, 28), 59, None),
        (dt.date(1900, 3, 1), 61, None),
        (dt.date(1899, 12, 31), None, None),
        (dt.date(1904, 1, 1), 1462, 0),
        (dt.date(2026, 3, 5), 46086, 44624),
        (dt.datetime(2026, 3, 5, 12), 46086.5, 44624.5),
    ],
)
def test_days_have_the_numbers_that_excel_gives_them(
    day: dt.date, from_1900: float | None, from_1904: float | None
) -> None:
    assert with_book(BOOK).serial(day) == from_1900
    later = BOOK.replace(b"<sheets>", b"<workbookPr date1904='true'/><sheets>")
    assert with_book(later).serial(day) == from_1904


def test_styles_of_days_are_known() -> None:
    package = WorkbookPackage(whole_form())
    assert len(package.date_styles) == 1
    assert WorkbookPackage(SMALL).date_styles == frozenset()


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("yyyy-mm-dd", True),
        ('yyyy"年"m"月"d"日";@', True),
        ("[$-804]yyyy年m月", True),
        ('m"月"', True),
        ("[DBNum1]e年", False),
        ("General", False),
        ("h:mm:ss", False),
        ("mm:ss.0", False),
        ("0.00", False),
        ("@", False),
        ('0"days"', False),
        ("[Red]0.00", False),
        (r"0\d", False),
        ("#,##0_d", False),
    ],
)
def test_formats_that_show_a_day(code: str, day: bool) -> None:
    assert shows_a_day(code) is day
