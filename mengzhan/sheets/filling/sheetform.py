"""A blank form as it lies in a superior's workbook: cells, formulas, drop-downs, looks.

Read with openpyxl after ``open_book`` has let the file through; nothing is written with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from mengzhan.sheets.grid import Cell, Sheet, Span

Place = tuple[int, int]
_VALUES = (str, int, float, date, datetime, time, timedelta, type(None))
_FARTHEST_ROW, _FARTHEST_COLUMN = 3_000, 300


@dataclass
class FormSheet:
    """One sheet of a form; rows and columns count from 0.

    ``formulas`` are cells that calculate; ``lists`` the entries of drop-downs; ``framed`` cells
    with a border, which look like part of a table.
    """

    sheet: Sheet
    formulas: frozenset[Place] = frozenset()
    lists: dict[Place, tuple[str, ...]] = field(default_factory=dict)
    framed: frozenset[Place] = frozenset()

    def is_open(self, row: int, column: int) -> bool:
        """Whether a cell may be written: empty, no formula, not hidden by a merge."""
        value = self.sheet.cell(row, column)
        if value not in (None, "") or (row, column) in self.formulas:
            return False
        return all(
            (row, column) == (span.top, span.left) or (row, column) not in span
            for span in self.sheet.merged
        )

    def merged_end(self, row: int, column: int) -> int:
        """Return the last column of the cell that begins here."""
        ends = [span.right for span in self.sheet.merged if (row, column) in span]
        return max(ends, default=column)


def read_form(data: bytes) -> list[FormSheet]:
    """Read every visible sheet of a form.

    Raises:
        ValueError: openpyxl cannot read the workbook.
    """
    from openpyxl import load_workbook

    try:
        book = load_workbook(BytesIO(data))
    except Exception as error:
        raise ValueError("not a workbook that can be filled") from error
    return [_sheet(book, one) for one in book.worksheets if one.sheet_state == "visible"]


def _sheet(book: Any, one: Any) -> FormSheet:
    rows: list[list[Cell]] = []
    formulas: set[Place] = set()
    framed: set[Place] = set()
    last = (min(one.max_row, _FARTHEST_ROW), min(one.max_column, _FARTHEST_COLUMN))
    for number, row in enumerate(one.iter_rows(max_row=last[0], max_col=last[1])):
        cells: list[Cell] = []
        for place, cell in enumerate(row):
            value = cell.value
            # an array formula is an object, not a text
            if not isinstance(value, _VALUES) or str(value).startswith("="):
                formulas.add((number, place))
                value = None
            cells.append(value)
            border = getattr(cell, "border", None)
            if border is not None and (border.bottom.style or border.left.style):
                framed.add((number, place))
        rows.append(cells)
    merged = [
        Span(m.min_row - 1, m.min_col - 1, m.max_row - 1, m.max_col - 1)
        for m in one.merged_cells.ranges
    ]
    lists = dict(_lists(book, one, last))
    return FormSheet(Sheet(one.title, rows, merged), frozenset(formulas), lists, frozenset(framed))


def _lists(book: Any, one: Any, last: tuple[int, int]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    for rule in one.data_validations.dataValidation:
        if rule.type != "list" or not rule.formula1:
            continue
        entries = tuple(_entries(book, one, str(rule.formula1)))
        for block in rule.sqref.ranges:
            for row in range(block.min_row - 1, min(block.max_row, last[0])):
                for column in range(block.min_col - 1, min(block.max_col, last[1])):
                    yield (row, column), entries


def _entries(book: Any, one: Any, formula: str) -> Iterator[str]:
    """The entries of a drop-down: written out, a range, or a name for a range."""
    if formula.startswith('"'):
        yield from (entry.strip() for entry in formula.strip('"').split(","))
        return
    reference = formula.lstrip("=")
    named = book.defined_names.get(reference)
    if named is not None:
        reference = named.attr_text
    sheet, _, cells = reference.rpartition("!")
    source = book[sheet.strip("'")] if sheet else one
    try:
        block = source[cells.replace("$", "")]
    except (KeyError, ValueError):
        return
    for row in block if isinstance(block, tuple) else ((block,),):
        for cell in row if isinstance(row, tuple) else (row,):
            if cell.value not in (None, ""):
                yield str(cell.value).strip()
