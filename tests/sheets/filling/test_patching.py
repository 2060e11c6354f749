import csv
import datetime as dt
import io
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.sheets.filling.cellwrite import CellWrite, DateWrite
from mengzhan.sheets.filling.package import WorkbookPackage
from mengzhan.sheets.filling.patching import Patched, Skipped, patch_workbook
from mengzhan.sheets.filling.refusal import FormRefused
from tests.programs import program
from tests.sheets.forms import (
    convert,
    parts,
    rebuilt,
    small_book,
    whole_form,
    without_values,
    worksheet,
)

SHEET = "登记表 (一)"
ID_NUMBER = "150102199001011234"
DAY = DateWrite(dt.date(2026, 3, 5), "2026年3月5日")
FILLED: dict[tuple[int, int], CellWrite] = {
    (1, 1): "某某嘎查",
    (1, 5): DAY,
    (4, 0): 1,
    (4, 1): " 乌云 & <其其格>\n",
    (4, 2): ID_NUMBER,
    (4, 3): DAY,
    (4, 4): 1234.5,
    (5, 1): "=1+1",
}
MADE = frozenset({"B2", "F2"})
FILLED_NAMES = {"A5", "B5", "C5", "D5", "E5", "B6"}
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1"
"""Commas, quotes, UTF-8."""
HOSTILE = Path(__file__).parents[3].parent / "shared" / "data" / "hostile_xlsx"


@pytest.fixture(scope="module")
def form() -> bytes:
    return whole_form()


def values(data: bytes, sheet: str, **how: bool) -> dict[str, object]:
    book = openpyxl.load_workbook(io.BytesIO(data), **how)
    return {c.coordinate: c.value for row in book[sheet].iter_rows() for c in row if c.value}


def sheet_of(data: bytes, inside: str) -> str:
    return parts(data)[inside].decode()


def patched_xml(inside: str, writes: dict[tuple[int, int], CellWrite], **how: bool) -> str:
    source = small_book(worksheet(inside))
    return sheet_of(patch_workbook(source, {"表": writes}, **how).data, "xl/s.xml")


def test_written_cells_hold_what_was_written(form: bytes) -> None:
    filled = patch_workbook(form, {SHEET: FILLED})
    found = values(filled.data, SHEET)
    assert filled.skipped == ()
    assert found["B2"] == "某某嘎查"
    assert found["F2"] == "2026年3月5日"
    assert found["A5"] == 1
    assert found["B5"] == " 乌云 & <其其格>\n"
    assert found["C5"] == ID_NUMBER
    assert found["D5"] == dt.datetime(2026, 3, 5)
    assert found["E5"] == 1234.5
    book = openpyxl.load_workbook(io.BytesIO(filled.data))
    assert book[SHEET]["B6"].data_type == "s"
    assert book[SHEET]["C5"].number_format == "@"
    assert book[SHEET]["D5"].number_format == "yyyy-mm-dd"


def test_all_other_parts_are_the_same_bytes_in_the_same_order(form: bytes) -> None:
    before, after = parts(form), parts(patch_workbook(form, {SHEET: FILLED}).data)
    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"}
    for name in changed - {"xl/workbook.xml"}:
        written = FILLED_NAMES if name.endswith("sheet1.xml") else set()
        assert without_values(before[name], written, MADE) == without_values(
            after[name], written, MADE
        )
    assert b"fullCalcOnLoad" not in before["xl/workbook.xml"]
    assert (
        after["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"") == before["xl/workbook.xml"]
    )


def test_one_member_is_all_that_differs_in_the_zip(form: bytes) -> None:
    with (
        zipfile.ZipFile(io.BytesIO(form)) as before,
        zipfile.ZipFile(io.BytesIO(patch_workbook(form, {"说明": {(3, 3): 1}}).data)) as after,
    ):
        for old, new in zip(before.infolist(), after.infolist(), strict=True):
            same = ("filename", "date_time", "compress_type", "external_attr", "create_system")
            assert [getattr(old, x) for x in same] == [getattr(new, x) for x in same]


def test_formulas_are_left_and_said_to_be_left(form: bytes) -> None:
    filled = patch_workbook(form, {SHEET: {(4, 5): 7, (0, 2): "盖住", (4, 0): 1}})
    assert filled.skipped == (
        Skipped(SHEET, (0, 2), "merged"),
        Skipped(SHEET, (4, 5), "formula"),
    )
    assert values(filled.data, SHEET)["F5"] == "=E5*2"
    assert "C1" not in values(filled.data, SHEET)


def test_a_part_of_an_array_formula_is_a_formula_too() -> None:
    source = small_book(
        worksheet(
            '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row>'
            '<row r="2"><c r="A2"><v>2</v></c></row></sheetData>'
        )
    )
    filled = patch_workbook(source, {"表": {(1, 0): 5}})
    assert filled.skipped == (Skipped("表", (1, 0), "formula"),)
    assert '<c r="A2"><v>2</v></c>' in sheet_of(filled.data, "xl/s.xml")


def test_the_upper_left_cell_of_a_merge_takes_a_value(form: bytes) -> None:
    filled = patch_workbook(form, {SHEET: {(0, 0): "新标题"}})
    assert values(filled.data, SHEET)["A1"] == "新标题"


def test_stored_results_go_and_those_of_other_files_stay() -> None:
    xml = patched_xml(
        '<sheetData><row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>old</v></c>'
        '<c r="C1" s="3"><f>[1]Sheet1!A1</f><v>8</v></c>'
        '<c r="D1"><f t="shared" ref="D1:E1" si="0">[1]S!A1</f><v>1</v></c>'
        '<c r="E1"><f t="shared" si="0"/><v>2</v></c>'
        '<c r="F1"><f>表1[2024]+A1!B2</f><v>9</v></c></row></sheetData>',
        {(0, 1): 5},
    )
    assert '<c r="A1"><f>B1&amp;"x"</f></c><c r="B1"><v>5</v></c>' in xml
    assert '<c r="C1" s="3"><f>[1]Sheet1!A1</f><v>8</v></c>' in xml
    assert '<f t="shared" si="0"/><v>2</v>' in xml
    assert "<v>9</v>" not in xml


def test_a_value_goes_and_everything_else_of_its_cell_stays() -> None:
    xml = patched_xml(
        "<sheetData><row r='2' spans='1:2' foo='a>b'><!-- 注 --><c  s='4' r='A2' t='s' ph='1' vm='2'"
        "><v>0</v><extLst><ext uri='x'/></extLst></c > <c r='B2' t='inlineStr'><is><t>旧</t></is>"
        "</c></row></sheetData>",
        {(1, 0): "新", (1, 1): 3, (1, 3): "末"},
    )
    assert (
        "<row r='2' spans=\"1:4\" foo='a>b'><!-- 注 --><c  s='4' r='A2' t=\"inlineStr\" ph='1'>"
        "<is><t>新</t></is><extLst><ext uri='x'/></extLst></c > <c r='B2'><v>3</v></c>"
        '<c r="D2" t="inlineStr"><is><t>末</t></is></c></row>'
    ) in xml


def test_an_empty_text_empties_the_cell() -> None:
    xml = patched_xml(
        '<sheetData><row r="1"><c r="A1" s="2" t="s"><v>0</v></c></row></sheetData>', {(0, 0): ""}
    )
    assert '<c r="A1" s="2"></c>' in xml


def test_missing_cells_and_rows_come_where_they_belong() -> None:
    xml = patched_xml(
        '<dimension ref="B2:C4"/><cols><col min="4" max="5" style="7"/></cols><sheetData>'
        '<row r="2"><c r="B2"/></row><row r="4" s="9" customFormat="1"/><row r="5" s="9"/>'
        "</sheetData>",
        {(1, 0): 1, (1, 3): 2, (2, 4): 3, (3, 1): 4, (4, 1): 5, (8, 0): 6, (9, 0): 7, (0, 0): 0},
    )
    assert '<dimension ref="A1:E10"/>' in xml
    assert (
        '<sheetData><row r="1"><c r="A1"><v>0</v></c></row><row r="2"><c r="A2"><v>1</v></c>'
        '<c r="B2"/><c r="D2" s="7"><v>2</v></c></row><row r="3"><c r="E3" s="7"><v>3</v></c></row>'
        '<row r="4" s="9" customFormat="1"><c r="B4" s="9"><v>4</v></c></row>'
        '<row r="5" s="9"><c r="B5"><v>5</v></c></row><row r="9"><c r="A9"><v>6</v></c></row>'
        '<row r="10"><c r="A10"><v>7</v></c></row></sheetData>' in xml
    )


def test_the_style_of_the_cell_above_is_taken_when_asked_for() -> None:
    inside = (
        '<cols><col min="1" max="9" style="7"/></cols>'
        '<sheetData><row r="1"><c r="A1" s="5"/></row></sheetData>'
    )
    assert '<c r="A2" s="7">' in patched_xml(inside, {(1, 0): 1})
    assert '<c r="A2" s="5">' in patched_xml(inside, {(1, 0): 1}, style_from_above=True)
    assert '<c r="B2" s="7">' in patched_xml(inside, {(1, 1): 1}, style_from_above=True)


def test_an_empty_sheet_can_be_written() -> None:
    assert "<sheetData ><row" not in patched_xml("<sheetData />", {(1, 1): "甲"})
    assert '<sheetData><row r="2"><c r="B2"' in patched_xml("<sheetData />", {(1, 1): "甲"})


def test_rows_and_cells_without_numbers_are_counted() -> None:
    xml = patched_xml(
        '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="B4"/><c/></row>'
        "<row><c/></row></sheetData>",
        {(0, 1): 9, (3, 2): 8, (4, 0): 7, (2, 0): 6},
    )
    assert (
        "<row><c><v>1</v></c><c><v>9</v></c></row>"
        '<row r="3"><c r="A3"><v>6</v></c></row>'
        '<row r="4"><c r="B4"/><c><v>8</v></c></row><row><c><v>7</v></c></row>'
    ) in xml


def test_prefixes_are_those_of_the_sheet() -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    part = (
        f'<x:worksheet xmlns:x="{space}" xmlns:mc="urn:mc"><mc:AlternateContent><x:sheetData/>'
        '</mc:AlternateContent><x:sheetData><x:row r="1"><x:c r="A1"/></x:row></x:sheetData>'
        "</x:worksheet>"
    )
    filled = patch_workbook(small_book(part.encode()), {"表": {(0, 0): "甲", (2, 0): 1}})
    assert (
        '<x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row>'
        '<x:row r="3"><x:c r="A3"><x:v>1</x:v></x:c></x:row></x:sheetData>'
    ) in sheet_of(filled.data, "xl/s.xml")
    assert values(filled.data, "表") == {"A1": "甲", "A3": 1}


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be", "utf-8-sig"])
def test_a_part_keeps_its_encoding(codec: str) -> None:
    text = '<?xml version="1.0"?>' + worksheet("<sheetData/>").decode()
    text = text.replace("1.0", '1.0" encoding="utf-16') if codec.startswith("utf-16") else text
    filled = patch_workbook(small_book(text.encode(codec)), {"表": {(0, 0): "甲"}})
    part = parts(filled.data)["xl/s.xml"]
    assert part.decode(codec).replace("\ufeff", "").startswith("<?xml")
    assert "<t>甲</t>" in part.decode(codec)
    assert part[:2] == text.encode(codec)[:2]


def test_nothing_to_write_gives_the_same_bytes(form: bytes) -> None:
    assert patch_workbook(form, {}) == Patched(form, ())
    assert patch_workbook(form, {SHEET: {}}) == Patched(form, ())


def test_days_count_from_1904_where_the_book_does(form: bytes) -> None:
    text = parts(form)["xl/workbook.xml"].replace(b"<workbookPr ", b'<workbookPr date1904="1" ')
    later = rebuilt(form, {"xl/workbook.xml": text})
    found = values(patch_workbook(later, {SHEET: {(4, 3): DAY}}).data, SHEET)
    assert found["D5"] == dt.datetime(2026, 3, 5)


@pytest.mark.parametrize(
    ("write", "code"),
    [
        ("\x07", "form.text"),
        ("\ud800", "form.text"),
        ("长" * 32768, "form.text_too_long"),
        ("𠮷" * 16384, "form.text_too_long"),
        (150102199001011234, "form.number"),
        (float("nan"), "form.number"),
    ],
)
def test_what_a_cell_cannot_hold_is_refused(form: bytes, write: CellWrite, code: str) -> None:
    with pytest.raises(FormRefused) as caught:
        patch_workbook(form, {SHEET: {(4, 1): write}})
    assert caught.value.code == code
    assert "B5" in str(caught.value)


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ('<sheetData><row r="2"/><row r="1"/></sheetData>', "form.disordered"),
        ('<sheetData><row r="1"><c r="B1"/><c r="A1"/></row></sheetData>', "form.disordered"),
        ('<sheetData><row r="1"><c r="A1"/><c r="A1"/></row></sheetData>', "form.disordered"),
        ('<sheetData><row r="1"><c r="A7"/></row></sheetData>', "form.disordered"),
        ('<sheetData><row r="1"><c r="一"/></row></sheetData>', "form.damaged"),
        ('<sheetData><row r="-1"/></sheetData>', "form.damaged"),
        ("<sheetData/><sheetData/>", "form.damaged"),
        ("<cols/>", "form.damaged"),
        ("<sheetData>", "form.damaged"),
    ],
)
def test_sheets_that_could_be_read_in_two_ways_are_refused(inside: str, code: str) -> None:
    with pytest.raises(FormRefused) as caught:
        patch_workbook(small_book(worksheet(inside)), {"表": {(0, 0): 1}})
    assert caught.value.code == code


@pytest.mark.parametrize("place", [(1_048_576, 0), (0, 16_384), (-1, 0)])
def test_outside_the_sheet_nothing_is_written(form: bytes, place: tuple[int, int]) -> None:
    with pytest.raises(FormRefused) as caught:
        patch_workbook(form, {SHEET: {place: 1}})
    assert caught.value.code == "form.no_such_cell"


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12) | st.sampled_from(
    ["_x000D_", "  ", "\n", "a\tb", "=HYPERLINK(1)", "]]>", "&amp;", "'001", "𠮷\u200b"]
)
CELL = TEXT | st.integers(-(10**14), 10**14) | st.floats(allow_nan=False, allow_infinity=False)
PLACE = st.tuples(st.integers(0, 12), st.integers(0, 30))


@settings(max_examples=60)
@given(st.dictionaries(PLACE, CELL, max_size=12), st.dictionaries(PLACE, CELL, max_size=12))
def test_any_cells_over_any_cells(
    before: dict[tuple[int, int], CellWrite], writes: dict[tuple[int, int], CellWrite]
) -> None:
    book = openpyxl.Workbook()
    for (row, column), value in before.items():
        cell = book.active.cell(row + 1, column + 1)
        cell.value, cell.data_type = value, "s" if isinstance(value, str) else "n"
    out = io.BytesIO()
    book.save(out)
    read_before = openpyxl.load_workbook(out).active
    filled = openpyxl.load_workbook(
        io.BytesIO(patch_workbook(out.getvalue(), {"Sheet": writes}).data)
    ).active
    for row in range(13):
        for column in range(31):
            found = filled.cell(row + 1, column + 1).value
            if (row, column) not in writes:
                assert found == read_before.cell(row + 1, column + 1).value
                continue
            wanted = writes[row, column]
            if isinstance(wanted, str):
                assert (found or "").replace("_x005F_", "_") == wanted
            else:
                assert found == wanted


def test_libreoffice_reads_calculates_and_prints_a_filled_form(form: bytes, tmp_path: Path) -> None:
    data = patch_workbook(form, {SHEET: FILLED}).data
    with convert(data, tmp_path, CSV).open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[4][1:6] == [" 乌云 & <其其格>\n", ID_NUMBER, "2026-03-05", "1234.5", "2469"]
    assert rows[5][1] == "=1+1"
    assert rows[10][4:6] == ["1234.5", "2469"]
    printed = convert(data, tmp_path, "pdf")
    text = subprocess.run(
        [program("pdftotext"), "-layout", printed, "-"], capture_output=True, check=True
    )
    assert ID_NUMBER in text.stdout.decode()
    assert "1234.5" in text.stdout.decode()


def test_a_form_saved_by_libreoffice_keeps_all_else(form: bytes, tmp_path: Path) -> None:
    saved = convert(form, tmp_path, "xlsx").read_bytes()
    assert b"<v>0</v>" in parts(saved)["xl/worksheets/sheet1.xml"]
    filled = patch_workbook(saved, {SHEET: FILLED}).data
    before, after = parts(saved), parts(filled)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"}
    name = "xl/worksheets/sheet1.xml"
    old, new = (without_values(x[name], FILLED_NAMES, MADE) for x in (before, after))
    assert old == new
    with convert(filled, tmp_path, CSV).open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[10][4:6] == ["1234.5", "2469"]


@pytest.mark.skipif(not HOSTILE.exists(), reason="the hostile workbooks are not beside the tree")
def test_hostile_workbooks_are_filled_or_refused_by_name() -> None:
    outcomes: dict[str, str] = {}
    for path in sorted(HOSTILE.glob("*/*.xls[xm]")):
        if path.stat().st_size < 500_000:
            outcomes[path.name] = _outcome(path.read_bytes())
            print(f"{path.name:60.60} {outcomes[path.name]}")
    assert sum(outcome == "filled" for outcome in outcomes.values()) >= 50
    assert all(x == "filled" or x.startswith("form.") for x in outcomes.values())


def _outcome(source: bytes) -> str:
    try:
        package = WorkbookPackage(source)
        sheet = next(sheet for sheet in package.sheets if sheet.is_worksheet)
        filled = patch_workbook(source, {sheet.name: {(700, 30): ID_NUMBER}})
    except FormRefused as refused:
        return refused.code
    again = WorkbookPackage(filled.data)
    may_change = {package.workbook_part.casefold()} | {x.part.casefold() for x in package.sheets}
    for name in package.archive.names:
        if name.casefold() not in may_change and not again.archive.same(package.archive, name):
            return f"changed {name}"
    old, new = (x.archive.read(sheet.part) for x in (package, again))
    made = frozenset({"AE701", "701"})
    same = without_values(old, set(), made) == without_values(new, set(), made)
    written = f">{ID_NUMBER}<".encode() in new
    return "filled" if same and written else "something else changed"
