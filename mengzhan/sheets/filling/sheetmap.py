"""Where rows and cells stand in the XML of one sheet, and what they hold.

All rows are noted, cells only in rows that are asked for. Rows and columns count from 0.
"""

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass, field

from mengzhan.sheets.filling.cellwrite import Content, unescaped
from mengzhan.sheets.filling.markup import Edit, Element, Markup, with_attribute
from mengzhan.sheets.filling.refusal import FormRefused
from mengzhan.sheets.grid import COLUMNS, ROWS, Span, place_named, span_named

_EXTERNAL = re.compile(r"\[[0-9]+\](?:[^\[\]'()+*/&,;<>=^ -]*|[^\[\]']*(?:''[^']*)*')!")
"""A sheet of another file, ``[1]表!`` or ``'[1]表 一'!``; ``表1[2024]`` is a table's column."""
_TRUE = frozenset({"1", "true", "on"})


@dataclass(slots=True)
class MappedCell:
    """One ``c`` element; ``values`` are the places of its value or inline string."""

    column: int
    element: Element
    style: int
    values: list[Element] = field(default_factory=list)
    formula: bool = False
    external: bool = False
    content: Content = field(default_factory=lambda: Content(None, ""))


@dataclass(slots=True)
class MappedRow:
    """One ``row`` element; ``style`` only if the row says that its empty cells have it."""

    number: int
    element: Element
    style: int | None
    cells: list[MappedCell] = field(default_factory=list)

    def cell(self, column: int) -> MappedCell | None:
        """Return the cell of a column if the row has it."""
        return next((cell for cell in self.cells if cell.column == column), None)


class SheetMap:
    """The structure of one worksheet part."""

    def __init__(self, markup: Markup, name: str, wanted: Collection[int]) -> None:
        self.markup, self.name = markup, name
        self._wanted = frozenset(wanted)
        self.rows: list[MappedRow] = []
        self.merged: list[Span] = []
        self.arrays: list[Span] = []
        self.column_styles: list[tuple[int, int, int]] = []
        self.dimension: Element | None = None
        self.stale: list[Edit] = []
        """Takes away stored results of formulas, but not of those that refer to other files:
        what stands there may be out of reach, and the last value is all there is."""
        self._data: Element | None = None
        self._top = ""
        self._cell: MappedCell | None = None
        self._last_column = -1
        self._external_groups: set[str] = set()
        self._texts: list[Element] = []
        markup.scan(self._opened, self._closed)
        if self._data is None:
            raise FormRefused("damaged", "no sheetData")

    @property
    def sheet_data(self) -> Element:
        """The element around all rows."""
        if self._data is None:
            raise FormRefused("damaged", "no sheetData")
        return self._data

    def row(self, number: int) -> MappedRow | None:
        """Return a row if the sheet has it."""
        at = self.row_index(number)
        found = self.rows[at] if at < len(self.rows) else None
        return found if found and found.number == number else None

    def row_index(self, number: int) -> int:
        """Return where in ``rows`` a row stands or would stand."""
        return bisect_left(self.rows, number, key=lambda row: row.number)

    def column_style(self, column: int) -> int | None:
        """Return the style that empty cells of a column have."""
        return next((s for first, last, s in self.column_styles if first <= column <= last), None)

    def _opened(self, element: Element) -> None:
        if element.depth == 1:
            self._top = element.name
            if element.name == "sheetData":
                if self._data is not None:
                    raise FormRefused("damaged", "two sheetData")
                self._data = element
        elif self._top != "sheetData":
            return
        elif element.depth == 2 and element.name == "row":
            self._open_row(element)
        elif element.depth == 3 and element.name == "c" and self.rows:
            self._open_cell(element)

    def _open_row(self, element: Element) -> None:
        given = element.attributes
        last = self.rows[-1].number if self.rows else -1
        number = whole(given["r"]) - 1 if "r" in given else last + 1
        if not last < number < ROWS:
            raise FormRefused("disordered", f"row {number + 1}", sheet=self.name)
        styled = given.get("customFormat", "0") in _TRUE
        self.rows.append(MappedRow(number, element, style_of(given) if styled else None))
        self._last_column = -1

    def _open_cell(self, element: Element) -> None:
        row = self.rows[-1]
        self._texts.clear()
        if row.number not in self._wanted:
            self._cell = MappedCell(-1, element, 0)
            return
        if "r" in element.attributes:
            number, column = place(element.attributes["r"])
        else:
            number, column = row.number, self._last_column + 1
        if number != row.number or not self._last_column < column < COLUMNS:
            detail = f"cell in row {row.number + 1}"
            raise FormRefused("disordered", detail, sheet=self.name)
        self._last_column = column
        self._cell = MappedCell(column, element, style_of(element.attributes))
        row.cells.append(self._cell)

    def _closed(self, element: Element) -> None:
        if self._top != "sheetData":
            self._note_around(element)
        elif self._cell is None:
            return
        elif element.depth == 4:
            self._note_in_cell(self._cell, element)
        elif element.name == "t" and element.depth == 5:
            self._texts.append(element)
        elif element.depth == 3:
            self._close_cell(self._cell)

    def _note_around(self, element: Element) -> None:
        given = element.attributes
        match element.depth, element.name:
            case 1, "dimension":
                self.dimension = element
            case 2, "mergeCell":
                self.merged.append(span(given.get("ref", "")))
            case 2, "col" if "style" in given:
                first, last = (whole(given.get(x, "0")) - 1 for x in ("min", "max"))
                self.column_styles.append((first, last, whole(given["style"])))

    def _note_in_cell(self, cell: MappedCell, element: Element) -> None:
        if element.name in {"v", "is"}:
            cell.values.append(element)
        elif element.name == "f":
            self._note_formula(cell, element)

    def _note_formula(self, cell: MappedCell, element: Element) -> None:
        given = element.attributes
        cell.formula = True
        if given.get("t") in {"array", "dataTable"} and "ref" in given:
            self.arrays.append(span(given["ref"]))
        group = given.get("si", "")
        if _EXTERNAL.search("".join(element.text)):
            cell.external = True
            self._external_groups.add(group)
        elif group and group in self._external_groups:
            cell.external = True

    def _close_cell(self, cell: MappedCell) -> None:
        sort = cell.element.attributes.get("t")
        if sort == "inlineStr":
            cell.content = Content(sort, unescaped("".join("".join(x.text) for x in self._texts)))
        else:
            text = "".join("".join(x.text) for x in cell.values if x.name == "v")
            cell.content = Content(None if sort == "n" else sort, text)
        if cell.formula and cell.values and not cell.external:
            tag = with_attribute(self.markup.tag(cell.element), "t", None)
            self.stale.append((cell.element.start, cell.element.inner, tag))
            self.stale += [(x.start, x.end, b"") for x in cell.values]
        self._cell = None


def place(reference: str) -> tuple[int, int]:
    """Return row and column of ``B3`` or ``$B$3``."""
    found = place_named(reference)
    if found is None:
        raise FormRefused("damaged", "a cell reference")
    return found


def span(reference: str) -> Span:
    """Return the range of ``B3:D4`` or ``B3``."""
    found = span_named(reference)
    if found is None:
        raise FormRefused("damaged", "a range")
    return found


def style_of(attributes: dict[str, str]) -> int:
    """Return the number of the cell style; an empty or missing one is 0."""
    return whole(attributes.get("s") or "0")


def whole(text: str) -> int:
    """Return a count or number of the sheet."""
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise FormRefused("damaged", "a number in the sheet")
    return int(text)
