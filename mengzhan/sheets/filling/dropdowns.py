"""The drop-downs of a form: which cells have one, and what it offers.

Excel keeps a drop-down that takes its entries from another sheet apart, in an extension of 2009
([MS-XLSX] 2.4.13), where openpyxl does not look.
"""

from collections.abc import Iterator
from typing import Any

from mengzhan.sheets.filling.markup import Element
from mengzhan.sheets.filling.package import WorkbookPackage
from mengzhan.sheets.grid import Span, span_named

Place = tuple[int, int]
_NEWER = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_RULE = f"{_NEWER} dataValidation"
_INSIDE = "http://schemas.microsoft.com/office/excel/2006/main "


def drop_downs(
    book: Any, sheet: Any, package: WorkbookPackage, last: Place
) -> dict[Place, tuple[str, ...]]:
    """Return the entries of each cell that has a drop-down; none if they cannot be read.

    Args:
        book: the workbook, and ``sheet`` one of its worksheets, as openpyxl has them.
        last: the last row and column that are looked at, counting from 1.
    """
    found: dict[Place, tuple[str, ...]] = {}
    for formula, spans in (*_usual(sheet), *_newer(package, sheet.title)):
        entries = tuple(_entries(book, sheet, formula))
        for span in spans:
            for row in range(span.top, min(span.bottom + 1, last[0])):
                for column in range(span.left, min(span.right + 1, last[1])):
                    found[row, column] = entries
    return found


def _usual(sheet: Any) -> Iterator[tuple[str, list[Span]]]:
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list" and rule.formula1:
            spans = [
                Span(b.min_row - 1, b.min_col - 1, b.max_row - 1, b.max_col - 1)
                for b in rule.sqref.ranges
            ]
            yield str(rule.formula1), spans


def _newer(package: WorkbookPackage, sheet: str) -> Iterator[tuple[str, list[Span]]]:
    markup = package.markup(package.sheet(sheet).part)
    if _NEWER.encode() not in markup.data:
        return
    rules: list[tuple[str, list[Span]]] = []
    texts: list[Element] = []

    def close(element: Element) -> None:
        if element.name.startswith(_INSIDE):
            texts.append(element)
        elif element.name == _RULE:
            if element.attributes.get("type") == "list" and texts:
                said = {text.name.removeprefix(_INSIDE): "".join(text.text) for text in texts}
                named = map(span_named, said.get("sqref", "").split())
                rules.append((said.get("f", ""), [span for span in named if span is not None]))
            texts.clear()

    markup.scan(None, close)
    yield from rules


def _entries(book: Any, sheet: Any, formula: str) -> Iterator[str]:
    """The entries of a drop-down: written out, a range, or a name for a range."""
    from openpyxl.utils.cell import range_boundaries

    if formula.startswith('"'):
        yield from (entry.strip() for entry in formula.strip('"').split(","))
        return
    reference = formula.lstrip("=")
    named = sheet.defined_names.get(reference) or book.defined_names.get(reference)
    if named is not None:
        reference = named.attr_text
    other, _, cells = reference.rpartition("!")
    if not cells:
        return
    try:
        source = book[other.strip("'")] if other else sheet
        left, top, right, bottom = range_boundaries(cells)
    except (KeyError, ValueError):
        return
    # a block may be a whole column, and openpyxl makes every cell that it is asked for
    last_row, last_column = source.max_row, source.max_column
    bottom, right = min(bottom or last_row, last_row), min(right or last_column, last_column)
    for row in source.iter_rows(top, bottom, left, right, values_only=True):
        yield from (str(value).strip() for value in row if value not in (None, ""))
