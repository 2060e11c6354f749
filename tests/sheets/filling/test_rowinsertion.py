import csv
import io
from pathlib import Path

import openpyxl
import pytest

from mengzhan.sheets.filling.patching import patch_workbook
from mengzhan.sheets.filling.refusal import FormRefused
from mengzhan.sheets.filling.rowinsertion import insert_rows
from tests.sheets.forms import convert, parts, rebuilt, small_book, whole_form, worksheet

SHEET = "登记表 (一)"
ROW = '<row r="2"><c r="A2"/></row>'
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1"


def form_without_chart() -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(whole_form()))
    book[SHEET]._charts.clear()
    book[SHEET].merge_cells("A11:D11")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def longer() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(insert_rows(form_without_chart(), SHEET, 9, 3)))


def test_new_rows_look_like_the_last_blank_one(longer: openpyxl.Workbook) -> None:
    sheet = longer[SHEET]
    for row in (11, 12, 13):
        assert sheet.row_dimensions[row].height == 21.5
        assert sheet.cell(row, 4).number_format == "yyyy-mm-dd"
        assert sheet.cell(row, 1).border.left.style == "thin"
        assert sheet.cell(row, 6).value == f"=E{row}*2"
        assert sheet.cell(row, 2).value is None


def test_what_lies_below_moves_and_totals_grow(longer: openpyxl.Workbook) -> None:
    sheet = longer[SHEET]
    assert sheet["A14"].value == "合计"
    assert (sheet["E14"].value, sheet["F14"].value) == ("=SUM(E5:E13)", "=SUM(F5:F13)")
    assert sheet["A15"].value == "审核人：<签字> & 盖章"
    assert sheet["A15"].hyperlink.ref == "A15"
    assert sheet.row_dimensions[16].hidden
    assert not sheet.row_dimensions[13].hidden
    assert {str(x) for x in sheet.merged_cells.ranges} == {"A1:F1", "A3:A4", "B3:C3", "A14:D14"}
    assert str(sheet.data_validations.dataValidation[0].sqref) == "B5:B13"
    assert [str(x.sqref) for x in sheet.conditional_formatting] == ["E5:E13"]
    assert sheet.print_area == "'登记表 (一)'!$A$1:$F$15"
    assert sheet.print_title_rows == "$1:$4"
    assert longer.defined_names["补贴"].attr_text == "'登记表 (一)'!$E$5:$E$13"
    assert longer["汇总"]["B1"].value == "='登记表 (一)'!E14"


def test_other_parts_do_not_change() -> None:
    source = form_without_chart()
    before, after = parts(source), parts(insert_rows(source, SHEET, 9, 3))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"}


def test_libreoffice_adds_up_the_new_rows(tmp_path: Path) -> None:
    longer = insert_rows(form_without_chart(), SHEET, 9, 3)
    filled = patch_workbook(longer, {SHEET: {(row, 4): 10 for row in range(4, 13)}}).data
    with convert(filled, tmp_path, CSV).open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[12][4:6] == ["10", "20"]
    assert rows[13][4:6] == ["90", "180"]


def test_panes_selections_and_page_breaks_move() -> None:
    view = (
        '<sheetViews><sheetView topLeftCell="A2"><pane topLeftCell="A5"/>'
        "<selection activeCell='B4' sqref='B4 C2'/></sheetView></sheetViews>"
    )
    breaks = '<rowBreaks><brk id="1" max="9"/><brk id="2"/></rowBreaks>'
    source = small_book(worksheet(view + f"<sheetData>{ROW}</sheetData>" + breaks))
    xml = parts(insert_rows(source, "表", 1, 10))["xl/s.xml"].decode()
    assert '<sheetView topLeftCell="A2"><pane topLeftCell="A15"/>' in xml
    assert '<selection activeCell="B14" sqref="B14 C2"/>' in xml
    assert '<brk id="1" max="9"/><brk id="12"/>' in xml


def test_shared_formulas_and_the_calculation_chain() -> None:
    source = small_book(
        worksheet(
            '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f></c></row>'
            '<row r="2"><c r="A2" s="1"><f t="shared" si="0"/><v>4</v></c></row>'
            '<row r="3"><c r="A3"><f t="shared" si="0"/></c></row></sheetData>'
        )
    )
    xml = parts(insert_rows(source, "表", 1, 1))["xl/s.xml"].decode()
    assert (
        '<sheetData><row r="1"><c r="A1"><f>B1*2</f></c></row>'
        '<row r="2"><c r="A2" s="1"><f>B2*2</f><v>4</v></c></row>'
        '<row r="3"><c r="A3" s="1"><f>B3*2</f></c></row>'
        '<row r="4"><c r="A4"><f>B4*2</f></c></row></sheetData>'
    ) in xml
    relations = parts(source)["xl/_rels/workbook.xml.rels"]
    chained = rebuilt(
        source,
        {
            "xl/calcChain.xml": b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
            b'2006/main"><c r="A2" i="1"/><c r="A3"/><c r="A3" i="2"/></calcChain>',
            "xl/_rels/workbook.xml.rels": relations.replace(
                b"</Relationships>",
                b'<Relationship Id="k" Type="x/calcChain" Target="calcChain.xml"/></Relationships>',
            ),
        },
    )
    chain = parts(insert_rows(chained, "表", 1, 1))["xl/calcChain.xml"].decode()
    assert '<c r="A2" i="1"/><c r="A4"/><c r="A3" i="2"/>' in chain


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (f"<sheetData>{ROW}</sheetData><tableParts/>", "表格对象"),
        (f"<sheetData>{ROW}</sheetData><controls/>", "控件"),
        (f"<sheetData>{ROW}</sheetData><novelty/>", "特殊内容"),
        ('<sheetData><row r="1"><c><f t="array" ref="A1">B1</f></c></row></sheetData>', "数组公式"),
        ('<sheetData><row r="2"><c><f>A2/A3</f></c></row></sheetData>', "下方"),
        (
            "<sheetData/><mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='A3:A4'/></mergeCells>",
            "合并",
        ),
        ('<sheetData/><extLst><ext><x:f xmlns:x="u">A1</x:f></ext></extLst>', "扩展"),
        ("<sheetData/><drawing/>", "图片"),
        ('<sheetData><row r="1"><c><f>"A1</f></c></row></sheetData>', "读不懂的公式"),
    ],
)
def test_what_cannot_be_moved_is_refused_by_name(inside: str, found: str) -> None:
    after = 3 if "mergeCells" in inside else 1
    with pytest.raises(FormRefused, match=found) as caught:
        insert_rows(small_book(worksheet(inside)), "表", after, 1)
    assert caught.value.code == "form.cannot_insert"


def test_a_chart_over_the_list_is_refused() -> None:
    with pytest.raises(FormRefused, match="图表"):
        insert_rows(whole_form(), SHEET, 9, 1)


def test_a_note_below_the_list_is_refused_and_one_above_stays() -> None:
    with pytest.raises(FormRefused, match="批注"):
        insert_rows(form_without_chart(), SHEET, 1, 1)


@pytest.mark.parametrize(("after", "count"), [(-1, 1), (3, 0), (1_048_575, 1)])
def test_rows_outside_the_sheet_are_refused(after: int, count: int) -> None:
    with pytest.raises(FormRefused) as caught:
        insert_rows(small_book(worksheet("<sheetData/>")), "表", after, count)
    assert caught.value.code == "form.no_such_cell"
