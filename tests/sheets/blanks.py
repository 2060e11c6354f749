"""Small blank forms as a superior sends them, for tests of filling and of its screens."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Border, Side
from openpyxl.worksheet.datavalidation import DataValidation

from tests import people

Rows = Sequence[Sequence[Any]]

HEADERS = ("序号", "姓名", "身份证号", "性别", "联系电话", "走访小结")


def write(
    path: Path,
    rows: Rows,
    *,
    framed: str = "",
    merged: Sequence[str] = (),
    lists: Mapping[str, str] | None = None,
) -> Path:
    """Write a form: ``framed`` cells have lines around them, ``lists`` leads from cells to the
    formula of their drop-down."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "花名册"
    for row in rows:
        sheet.append(list(row))
    for line in sheet[framed] if framed else ():
        for cell in line:
            cell.border = Border(*[Side("thin")] * 4)
    for cells in merged:
        sheet.merge_cells(cells)
    for cells, formula in (lists or {}).items():
        rule = DataValidation(type="list", formula1=formula)
        rule.add(cells)
        sheet.add_data_validation(rule)
    book.save(path)
    return path


def roster(path: Path, headers: Sequence[str] = HEADERS, rows: int = 4) -> Path:
    """A list with a title, who fills it in, a header and empty rows in a frame."""
    title = ["就业人员花名册"]
    sender = ["填报单位：", None, None, "填报人：", None]
    last = chr(ord("A") + len(headers) - 1)
    body = [[None] * len(headers)] * rows
    return write(path, [title, sender, list(headers), *body], framed=f"A3:{last}{3 + rows}")


def named_list(path: Path, numbers: Sequence[int], **instead: str) -> Path:
    """A list of people whom the superior names; everything else is to be filled."""
    rows = [[n, people.name(k), people.id_number(k)] for n, k in enumerate(numbers, 1)]
    rows = [[n, name, instead.get(f"number{n}", number)] for n, name, number in rows]
    header = ["序号", "姓名", "身份证号", "性别", "联系电话"]
    body = [[*row, None, None] for row in rows]
    return write(path, [["核实名单"], header, *body], framed=f"A2:E{2 + len(rows)}")


CARD: Rows = [
    ["求职登记表"],
    ["姓名", None, "性别", None],
    ["身份证号", None, "文化程度", None],
    ["联系电话", None, "政治面貌", None],
    ["填表日期：", None, None, None],
]


def card(path: Path, name: str | None = None) -> Path:
    """A form about one person, with or without the name."""
    rows = [list(row) for row in CARD]
    rows[1][1] = name
    return write(path, rows, framed="A2:D4")
