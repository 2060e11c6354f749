"""A blank form as it lies in a superior's workbook: cells, formulas, drop-downs, looks.

Read with openpyxl after ``open_book`` has let the file through; nothing is written with it.
"""

import warnings
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from io import BytesIO
from typing import Any

from mengzhan.sheets.filling.dropdowns import drop_downs
from mengzhan.sheets.filling.package import WorkbookPackage
from mengzhan.sheets.filling.refusal import FormRefused
from mengzhan.sheets.grid import Cell, Sheet, Span

Place = tuple[int, int]
_VALUES = (str, int, float, date, datetime, time, timedelta, type(None))
FARTHEST_ROW, _FARTHEST_COLUMN = 3_000, 300
"""Cells beyond are not read: nobody sends so large a form."""


@dataclass
class FormSheet:
    """One sheet of a form; rows and columns count from 0.

    ``formulas`` are cells that calculate; ``lists`` the entries of drop-downs (none
    where they cannot be read); ``framed`` cells with a border, which look like part of a table.
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
        return not self.is_hidden(row, column)

    def is_hidden(self, row: int, column: int) -> bool:
        """Whether a merge hides a cell."""
        return any(
            (row, column) in span and (row, column) != (span.top, span.left)
            for span in self._merged.get(row, ())
        )

    def merged_end(self, row: int, column: int) -> int:
        """Return the last column of the cell that begins here."""
        ends = [span.right for span in self._merged.get(row, ()) if (row, column) in span]
        return max(ends, default=column)

    @cached_property
    def _merged(self) -> dict[int, list[Span]]:
        """The merged ranges that cross each row: a form may merge cells in every one of its rows."""
        found: dict[int, list[Span]] = {}
        for span in self.sheet.merged:
            for row in range(span.top, min(span.bottom + 1, FARTHEST_ROW)):
                found.setdefault(row, []).append(span)
        return found


def read_form(data: bytes) -> list[FormSheet]:
    """Read every visible sheet of a form.

    Raises:
        FormRefused: it is no workbook that can be filled.
    """
    from openpyxl import load_workbook

    package = WorkbookPackage(data)
    try:
        with warnings.catch_warnings():
            # of parts that openpyxl leaves out: nothing is written with it
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data))
    except Exception as error:  # its odd workbooks make it raise all sorts of errors
        raise FormRefused("damaged", f"openpyxl: {error!r}") from error
    return [_sheet(book, one, package) for one in book.worksheets if one.sheet_state == "visible"]


def _sheet(book: Any, one: Any, package: WorkbookPackage) -> FormSheet:
    rows: list[list[Cell]] = []
    formulas: set[Place] = set()
    framed: set[Place] = set()
    last = (min(one.max_row, FARTHEST_ROW), min(one.max_column, _FARTHEST_COLUMN))
    for number, row in enumerate(one.iter_rows(max_row=last[0], max_col=last[1])):
        cells: list[Cell] = []
        for place, cell in enumerate(row):
            value = cell.value
            # an array formula is an object, not a text
            if not isinstance(value, _VALUES) or str(value).startswith("="):
                formulas.add((number, place))
                value = None
            cells.append(value)
            if _is_framed(cell):
                framed.add((number, place))
        rows.append(cells)
    merged = [
        Span(m.min_row - 1, m.min_col - 1, m.max_row - 1, m.max_col - 1)
        for m in one.merged_cells.ranges
    ]
    lists = drop_downs(book, one, package, last)
    return FormSheet(Sheet(one.title, rows, merged), frozenset(formulas), lists, frozenset(framed))


def _is_framed(cell: Any) -> bool:
    """Whether a cell has a line below or on its left; a border may lack its sides."""
    border = getattr(cell, "border", None)
    sides = (border.bottom, border.left) if border is not None else ()
    return any(side is not None and side.style for side in sides)
