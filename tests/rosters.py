"""Ledgers as villages keep them, with mistakes that are known: files to import in tests.

Everybody in them is made up (``tests.people``). Rows of the sheet count from 1; the header stands
in row 2 below a title, so the first record is row 3.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

from tests import people

HEADERS = ("序号", "姓名", "身份证号", "联系电话", "组别", "就业状态", "学历专业", "政治面貌")
FIRST = 3
"""The row of the first record."""

Cells = Mapping[tuple[int, str], str | int | float | None]
"""(number of the person from 0, header) -> what stands there instead."""


def row_of(number: int) -> int:
    """Return the row of a person."""
    return FIRST + number


def usual(number: int) -> dict[str, str | int | float | None]:
    """Return the cells of a person without mistakes."""
    return {
        "序号": number + 1,
        "姓名": people.name(number),
        "身份证号": people.id_number(number),
        "联系电话": people.phone(number),
        "组别": f"{'一二三四'[number % 4]}组",
        "就业状态": ("无业", "灵活就业", "单位就业")[number % 3],
        "学历专业": ("畜牧兽医", "会计", "汽修")[number % 3],
        "政治面貌": "群众",
    }


def write(
    path: Path,
    count: int,
    instead: Cells | None = None,
    *,
    headers: Sequence[str] = HEADERS,
    foot: Sequence[str] = (),
) -> Path:
    """Write a roster of ``count`` people and return its path."""
    book = Workbook()
    sheet = book.active
    sheet.title = "花名册"
    sheet.append(["巴彦嘎查劳动力花名册"])
    sheet.append(list(headers))
    for number in range(count):
        cells = usual(number) | {h: v for (n, h), v in (instead or {}).items() if n == number}
        sheet.append([cells[header] for header in headers])
    for line in foot:
        sheet.append([line])
    book.save(path)
    return path


def swapped(number: str, at: int) -> str:
    """Return a number with two neighbours swapped, as a quick hand types it."""
    return f"{number[:at]}{number[at + 1]}{number[at]}{number[at + 2 :]}"


def broken_numbers() -> dict[int, str | int | float]:
    """Return eight ID numbers broken in ways that workbooks and hands break them, by person."""
    whole = {number: people.id_number(number) for number in (4, 31, 58, 85, 112, 139, 166, 193)}
    return {
        4: swapped(whole[4], 12),
        31: whole[31][:9] + whole[31][10:],
        58: whole[58][:10] + whole[58][9:],
        85: float(int(whole[85][:17] + "0")),
        112: whole[112].replace("0", "O", 1),
        139: "1.50199E+17",
        166: f"{whole[166][:10]}13{whole[166][12:]}",
        193: whole[193][:17] + str((int(whole[193][17].replace("X", "9")) + 3) % 10),
    }
