"""Blank forms as a superior sends them, and ways to look at a workbook without our own reader."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from tests.programs import through_libreoffice

BLANK_ROWS = range(5, 11)
"""Rows to fill, as Excel counts them; row 11 holds the totals."""


def whole_form() -> bytes:
    """A form with everything that a form has."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "登记表 (一)"
    sheet.merge_cells("A1:F1")
    sheet["A1"] = "失业人员登记表"
    sheet["A1"].font = Font(name="方正小标宋简体", size=18, bold=True)
    sheet["A2"], sheet["E2"] = "填报单位：", "填报时间："
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:C3")
    for place, text in {
        "A3": "序号", "B3": "基本情况", "B4": "姓名", "C4": "身份证号",
        "D3": "登记日期", "E3": "补贴", "F3": "合计",
    }.items():  # fmt: skip
        sheet[place] = text
        sheet[place].fill = PatternFill("solid", fgColor="DDEEFF")
    thin = Side(style="thin")
    for row in BLANK_ROWS:
        for column in range(1, 7):
            sheet.cell(row, column).border = Border(thin, thin, thin, thin)
        sheet.cell(row, 3).number_format = "@"
        sheet.cell(row, 4).number_format = "yyyy-mm-dd"
        sheet.cell(row, 6, f"=E{row}*2")
        sheet.row_dimensions[row].height = 21.5
    sheet["A11"], sheet["E11"], sheet["F11"] = "合计", "=SUM(E5:E10)", "=SUM(F5:F10)"
    sheet["A12"] = "审核人：<签字> & 盖章"
    sheet.row_dimensions[13].hidden = True
    _trimmings(book)
    out = io.BytesIO()
    book.save(out)
    return _with_picture(out.getvalue())


def _with_picture(form: bytes) -> bytes:
    """Lay a picture behind the sheet and calculate as Excel does, which openpyxl cannot do."""
    found = parts(form)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    picture = f'<picture xmlns:r="{kind}" r:id="rIdP" />'.encode()
    sheet, relations = "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
    related = f'<Relationship Id="rIdP" Type="{kind}/image" Target="/xl/media/p.png"/>'.encode()
    png = b'<Default Extension="png" ContentType="image/png"/>'
    book = found["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"")
    changes = {
        "xl/workbook.xml": book,
        sheet: found[sheet].replace(b"</worksheet>", picture + b"</worksheet>"),
        relations: found[relations].replace(b"</Relationships>", related + b"</Relationships>"),
        "[Content_Types].xml": re.sub(
            b"(<Types[^>]*>)", rb"\1" + png, found["[Content_Types].xml"]
        ),
        "xl/media/p.png": PIXEL,
    }
    return rebuilt(form, changes)


def _trimmings(book: openpyxl.Workbook) -> None:
    sheet = book.active
    choices = DataValidation(type="list", formula1='"男,女"', allow_blank=True)
    choices.add("B5:B10")
    sheet.add_data_validation(choices)
    red = PatternFill("solid", bgColor="FFAAAA")
    sheet.conditional_formatting.add("E5:E10", CellIsRule("greaterThan", ["1000"], fill=red))
    sheet["C4"].comment = Comment("十八位", "上级")
    sheet["A12"].hyperlink = "https://example.org/"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=5, min_row=5, max_row=10))
    sheet.add_chart(chart, "H1")
    sheet.print_area, sheet.print_title_rows = "A1:F12", "1:4"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 8, "landscape"
    sheet.oddFooter.center.text = "第 &P 页"
    sheet.freeze_panes = "A5"
    sheet.protection.sheet, sheet.protection.password = True, "form"
    sheet.column_dimensions["C"].width = 24
    book.defined_names["补贴"] = DefinedName("补贴", attr_text="'登记表 (一)'!$E$5:$E$10")
    other = book.create_sheet("汇总")
    other["A1"], other["B1"] = "补贴总额", "='登记表 (一)'!E11"
    book.create_sheet("说明")["A1"] = "  只填白格  "
    book["说明"].sheet_state = "hidden"


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def parts(data: bytes) -> dict[str, bytes]:
    """Content of each member."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def rebuilt(data: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """The workbook with other contents of some parts, or without them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts(data), **changes}.items():
            if content is not None:
                archive.writestr(name, content)
    return out.getvalue()


def small_book(sheet: bytes, workbook: bytes | None = None, sheet_part: str = "xl/s.xml") -> bytes:
    """A workbook of one sheet, 表, with this XML, stored by hand."""
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="{kinds}/{kind}" Target="{target}"/></Relationships>'
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        f'<Override PartName="/{sheet_part}" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    )
    book = workbook or (
        b"<workbook %s xmlns:r='%s'><sheets><sheet name='\xe8\xa1\xa8' sheetId='1' r:id='a'/>"
        b"</sheets></workbook>" % (space, kinds.encode())
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        target = {"kinds": kinds, "kind": "officeDocument", "target": "xl/workbook.xml"}
        archive.writestr("_rels/.rels", relations.format(**target))
        target = {"kinds": kinds, "kind": "worksheet", "target": f"/{sheet_part}"}
        archive.writestr("xl/_rels/workbook.xml.rels", relations.format(**target))
        archive.writestr("xl/workbook.xml", book)
        archive.writestr(sheet_part, sheet)
    return out.getvalue()


def worksheet(inside: str) -> bytes:
    """A worksheet part with this inside."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return f"<worksheet {space}>{inside}</worksheet>".encode()


def without_values(part: bytes, places: set[str], made: frozenset[str] = frozenset()) -> str:
    """The XML of a sheet, canonical, without what may change.

    That is the content of the cells named, stored results, and cells and rows that were made.
    """
    root = ET.fromstring(part)
    for parent in list(root.iter()):
        for child in list(parent):
            name, place = child.tag.rpartition("}")[2], child.get("r", "")
            if name == "dimension" and made:
                child.attrib.clear()
            elif name in {"c", "row"} and place in made:
                parent.remove(child)
            elif name == "c" and (place in places or any(x.tag.endswith("}f") for x in child)):
                _clear(child)
    return ET.canonicalize(ET.tostring(root, encoding="unicode"))


def _clear(cell: ET.Element) -> None:
    cell.attrib.pop("t", None)
    for child in list(cell):
        if child.tag.rpartition("}")[2] in {"v", "is"}:
            cell.remove(child)
        child.tail = None
    cell.text = None


def convert(data: bytes, folder: Path, sort: str) -> Path:
    """Let LibreOffice make another file of a workbook."""
    source = folder / "form.xlsx"
    source.write_bytes(data)
    return through_libreoffice(source, folder / "out", sort)
