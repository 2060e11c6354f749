"""Reading a filled workbook again before it is handed out: once by its XML, once with openpyxl."""

import io
import warnings
from collections.abc import Mapping
from datetime import date, time, timedelta
from itertools import islice
from typing import Any

from mengzhan.sheets.filling.cellwrite import Content, unescaped
from mengzhan.sheets.filling.package import WorkbookPackage
from mengzhan.sheets.filling.refusal import FormRefused
from mengzhan.sheets.filling.sheetmap import SheetMap

Expected = Mapping[str, Mapping[tuple[int, int], Content]]

_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
"""openpyxl opens workbooks of this namespace and finds no cells in them."""


def check_reading(source: bytes, data: bytes, changed: frozenset[str], expected: Expected) -> None:
    """Raise ``FormRefused`` unless the cells hold what they should and all else is as it was."""
    before, after = WorkbookPackage(source), WorkbookPackage(data)
    if before.archive.names != after.archive.names:
        raise FormRefused("not_as_written", "names of parts")
    for name in before.archive.names:
        if name not in changed and not after.archive.same(before.archive, name):
            raise FormRefused("not_as_written", name)
    strict = False
    for name, cells in expected.items():
        part = after.sheet(name).part
        if part not in changed:
            continue
        markup = after.markup(part)
        strict = strict or _STRICT in markup.data
        _check_cells(SheetMap(markup, name, {row for row, _ in cells}), cells)
    if not _opens(data, {} if strict else expected) and _opens(source, {}):
        raise FormRefused("not_as_written", "openpyxl")


def _check_cells(sheet: SheetMap, cells: Mapping[tuple[int, int], Content]) -> None:
    for (number, column), content in cells.items():
        row = sheet.row(number)
        cell = row.cell(column) if row else None
        if cell is None or cell.content != content or cell.formula:
            raise FormRefused("not_as_written", "cell")


def _opens(data: bytes, expected: Expected) -> bool:
    """Tell whether openpyxl opens a workbook; its odd ones make it raise all sorts of errors."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _holds(data, expected)
    except FormRefused:
        raise
    except Exception:
        return False


def _holds(data: bytes, expected: Expected) -> bool:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    try:
        for name, cells in expected.items():
            if cells:
                _check_values(book[name], cells)
    finally:
        book.close()
    return True


def _check_values(sheet: Any, cells: Mapping[tuple[int, int], Content]) -> None:
    sheet.reset_dimensions()
    first = min(row for row, _ in cells)
    last = max(row for row, _ in cells)
    rows = list(islice(sheet.iter_rows(first + 1, last + 1, values_only=True), last - first + 1))
    for (row, column), content in cells.items():
        values = rows[row - first] if row - first < len(rows) else ()
        if not _agrees(values[column] if column < len(values) else None, content):
            raise FormRefused("not_as_written", "openpyxl")


def _agrees(value: object, content: Content) -> bool:
    if content.sort is not None:
        return isinstance(value, str) and unescaped(value) == content.value
    if not content.value:
        return value is None
    if isinstance(value, date | time | timedelta):
        return True
    return isinstance(value, int | float) and float(value) == float(content.value)
