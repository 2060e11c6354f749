"""More blank rows in a form that has too few, as if they had been there from the start.

New rows copy the last blank row: its height, styles, merges and formulas. What lies below moves:
rows, cells, merges, validations, conditional formats, links, print area and other names, page
breaks, and the references of all formulas in the workbook. Ranges that end with the last blank
row grow (see ``sheets.references``). Shared formulas become plain ones.

Where something cannot be moved for certain the rows are refused (``form.cannot_insert``, with what
stands in the way): tables, pivot tables, charts over the sheet, pictures and notes below the
list, array formulas, form controls, extensions with ranges of their own.
"""

import re
from collections.abc import Callable
from xml.sax.saxutils import escape

from mengzhan.sheets.filling.markup import Edit, Element, opened_tag, with_attribute
from mengzhan.sheets.filling.package import SheetPart, WorkbookPackage
from mengzhan.sheets.filling.references import RowInsertion
from mengzhan.sheets.filling.refusal import FormRefused, cannot_insert
from mengzhan.sheets.filling.rereading import check_reading
from mengzhan.sheets.filling.sheetmap import SheetMap, place, span, whole
from mengzhan.sheets.grid import ROWS, Span, column_letters

_STAYS = frozenset({
    "sheetPr", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "sheetCalcPr", "phoneticPr",
    "printOptions", "pageMargins", "pageSetup", "headerFooter", "picture", "legacyDrawingHF",
    "colBreaks", "dimension", "sheetViews", "autoFilter", "mergeCells", "conditionalFormatting",
    "dataValidations", "hyperlinks", "rowBreaks", "ignoredErrors", "protectedRanges", "extLst",
    "drawing", "legacyDrawing",
})  # fmt: skip
"""Children of a worksheet that hold no rows or are moved here."""
_IN_THE_WAY = {"tableParts": "tables", "oleObjects": "objects", "controls": "controls"}
_RANGES = {
    "dimension": "ref", "conditionalFormatting": "sqref", "dataValidation": "sqref",
    "ignoredError": "sqref", "protectedRange": "sqref", "autoFilter": "ref",
}  # fmt: skip
_MOVES = {
    "hyperlink": ("ref",), "selection": ("activeCell", "sqref"), "pane": ("topLeftCell",),
    "sheetView": ("topLeftCell",), "sortState": ("ref",), "sortCondition": ("ref",),
}  # fmt: skip
_FORMULAS = frozenset({"formula", "formula1", "formula2"})
_OWN_RANGES = re.compile(rb"sqref|<[^>]*:f[\s>]")


def insert_rows(source: bytes, sheet: str, after: int, count: int) -> bytes:
    """Return the workbook with ``count`` rows like row ``after`` (from 0) below it.

    Raises:
        FormRefused: nothing was done; see ``sheets.refusal``.
    """
    package = WorkbookPackage(source)
    part = package.sheet(sheet)
    insertion = RowInsertion(sheet, after + 1, count)
    if after < 0 or count < 1 or after + count >= ROWS:
        raise FormRefused("no_such_cell", sheet=sheet)
    _look_for_charts(package, insertion)
    changed: dict[str, bytes] = {}
    for other in package.sheets:
        if other.is_worksheet:
            moving = _MovingSheet(package, other, insertion)
            if edits := moving.edits():
                changed[other.part] = moving.markup.changed(edits)
    if edits := _names(package, insertion):
        changed[package.workbook_part] = package.workbook.changed(edits)
    changed |= _chain(package, part, insertion)
    data = package.archive.replaced(changed)
    check_reading(source, data, frozenset(changed), {})
    SheetMap(WorkbookPackage(data).markup(part.part), sheet, ())
    return data


class _MovingSheet:
    """The edits of one sheet: of the one that gets rows, or of one whose formulas look there."""

    def __init__(self, package: WorkbookPackage, sheet: SheetPart, insertion: RowInsertion) -> None:
        self.markup = package.markup(sheet.part)
        self._package, self._sheet, self._insertion = package, sheet, insertion
        self._own = sheet.name == insertion.sheet
        self._edits: list[Edit] = []
        self._row = 0
        self._place = ""
        self._column = 0
        self._shared: dict[str, tuple[str, str]] = {}
        self._template: list[tuple[Element, int, str]] = []
        self._formula = ""
        self._copied: Element | None = None
        self._merges: list[Span] = []
        self._merge_count = 0

    def edits(self) -> list[Edit]:
        """Return everything to change in the sheet."""
        SheetMap(self.markup, self._sheet.name, ())  # refuses rows that are out of order
        self.markup.scan(self._opened, self._closed)
        self._look_for_records_of_several_rows()
        if self._copied:
            self._edits.append((self._copied.end, self._copied.end, self._new_rows(self._copied)))
        return self._edits

    def _opened(self, element: Element) -> None:
        if element.depth == 1 and self._own and element.name not in _STAYS:
            raise self._refused(_IN_THE_WAY.get(element.name, "unknown"))
        if element.depth == 2 and element.name == "row":
            given = element.attributes.get("r")
            self._row = whole(given) if given else self._row + 1
            self._column = 0
        elif element.depth == 3 and element.name == "c":
            letters = element.attributes.get("r", "").rstrip("0123456789")
            self._column = place(f"{letters}1")[1] + 1 if letters else self._column + 1
            self._place = f"{column_letters(self._column - 1)}{self._row}"
            self._formula = ""

    def _closed(self, element: Element) -> None:
        if element.depth == 4 and element.name == "f":
            self._cell_formula(element)
        elif element.name in _FORMULAS:
            self._edit_formula(element, "".join(element.text), 0)
        elif self._own:
            self._move(element)

    def _move(self, element: Element) -> None:
        name, insertion = element.name, self._insertion
        if (element.depth, name) in {(2, "row"), (3, "c")}:
            self._move_row_or_cell(element)
        elif name == "mergeCell":
            self._move_merge(element)
        elif name in _RANGES:
            self._change(element, insertion.ranges, _RANGES[name])
        elif name in _MOVES:
            self._change(element, insertion.cells, *_MOVES[name])
        elif name == "brk":
            self._change(element, lambda value: str(insertion.row(whole(value) + 1) - 1), "id")
        elif name == "mergeCells":
            self._change(element, lambda _: str(self._merge_count), "count")
        elif element.depth == 1:
            self._look_at_rest(element)

    def _look_at_rest(self, element: Element) -> None:
        if element.name in {"drawing", "legacyDrawing"}:
            self._look_at_drawing(element)
        elif element.name == "extLst" and _OWN_RANGES.search(
            self.markup.data, element.start, element.end
        ):
            raise self._refused("extensions")

    def _move_row_or_cell(self, element: Element) -> None:
        insertion = self._insertion
        if self._row > insertion.after and "r" in element.attributes:
            letters = element.attributes["r"].rstrip("0123456789")
            self._change(element, lambda _: f"{letters}{insertion.row(self._row)}", "r")
        elif self._row == insertion.after and element.name == "c":
            self._template.append((element, self._column, self._formula))
        elif self._row == insertion.after:
            self._copied = element

    def _cell_formula(self, element: Element) -> None:
        """Move what a formula refers to; a shared one becomes plain, as its parts may differ."""
        given, text = element.attributes, "".join(element.text)
        if given.get("t") in {"array", "dataTable"}:
            if self._own or self._insertion.sheet in text:
                raise self._refused("array")
            return
        group = given.get("si") if given.get("t") == "shared" else None
        if group is not None and text:
            self._shared[group] = text, self._place
        elif group is not None:
            text = self._insertion.copied(*self._shared.get(group, ("", "A1")), self._place)
        moved = self._edit_formula(element, text, self._row)
        if self._own and self._row == self._insertion.after:
            if self._insertion.looks_down(text):
                raise self._refused("below")
            self._formula = moved

    def _edit_formula(self, element: Element, text: str, row: int) -> str:
        if not text:
            return text
        moved = self._insertion.formula(text, own=self._own, row=row)
        quoted = self._insertion.sheet.replace("'", "''").casefold()
        concerned = self._own or quoted in text.casefold()
        shared = concerned and element.attributes.get("t") == "shared"
        if moved != text or shared:
            tag = self.markup.tag(element)
            for name in ("t", "si", "ref") if shared else ():
                tag = with_attribute(tag, name, None)
            self._edits.append((element.start, element.end, self._whole(element, tag, moved)))
        return moved

    def _whole(self, element: Element, tag: bytes, text: str) -> bytes:
        name = self.markup.prefix(element) + element.name.encode()
        return opened_tag(tag) + escape(text).encode() + b"</" + name + b">"

    def _move_merge(self, element: Element) -> None:
        references = self._insertion.merge(element.attributes.get("ref", ""))
        tag = self.markup.data[element.start : element.end]
        if len(references) > 1 or references[0] != element.attributes.get("ref"):
            new = b"".join(with_attribute(tag, "ref", x) for x in references)
            self._edits.append((element.start, element.end, new))
        self._merges.append(span(element.attributes.get("ref", "")))
        self._merge_count += len(references)

    def _change(self, element: Element, change: Callable[[str], str], *names: str) -> None:
        tag = old = self.markup.tag(element)
        for name in names:
            value = element.attributes.get(name, "")
            if value and change(value) != value:
                tag = with_attribute(tag, name, change(value))
        if tag != old:
            self._edits.append((element.start, element.inner, tag))

    def _new_rows(self, row: Element) -> bytes:
        """Return the new rows: the cells of the last blank one without what may stand in them."""
        insertion, out = self._insertion, b""
        prefix = self.markup.prefix(row)
        for number in range(insertion.after + 1, insertion.after + insertion.count + 1):
            tag = opened_tag(with_attribute(self.markup.tag(row), "r", str(number)))
            cells = b"".join(self._new_cell(*cell, number) for cell in self._template)
            out += tag + cells + b"</" + prefix + b"row>"
        return out

    def _new_cell(self, cell: Element, column: int, formula: str, number: int) -> bytes:
        prefix, letters = self.markup.prefix(cell), column_letters(column - 1)
        style = cell.attributes.get("s")
        tag = f' r="{letters}{number}"' + (f' s="{style}"' if style else "")
        start = b"<" + prefix + b"c" + tag.encode()
        if not formula:
            return start + b"/>"
        origin = f"{letters}{self._insertion.after}"
        text = escape(self._insertion.copied(formula, origin, f"{letters}{number}")).encode()
        return b"%s><%sf>%s</%sf></%sc>" % (start, prefix, text, prefix, prefix)

    def _look_for_records_of_several_rows(self) -> None:
        """Refuse where merges show that a record has more than one row: which to copy?"""
        last = self._insertion.after - 1
        ends = {(x.left, x.right, x.bottom, x.bottom - x.top) for x in self._merges}
        for merged in self._merges:
            height = merged.bottom - merged.top
            above = (merged.left, merged.right, merged.top - 1, height)
            if merged.bottom == last and height and above in ends:
                raise self._refused("records")

    def _look_at_drawing(self, element: Element) -> None:
        """Let pass what lies wholly in the rows that stay."""
        related = self._package.related(self._sheet.part)
        sort, part = related.get(element.attributes.get("r:id", ""), ("", ""))
        if sort == "vmlDrawing":
            part = next((y for x, y in related.values() if x == "comments"), "")
        if part not in self._package.archive:
            raise self._refused("drawing")
        for found in self._package.markup(part).elements():
            row = 0
            if found.name == "comment":
                row = place(found.attributes.get("ref", ""))[0] + 1
            elif found.name.endswith("spreadsheetDrawing row"):
                row = whole("".join(found.text)) + 1
            if row > self._insertion.after or found.name.endswith(" absoluteAnchor"):
                raise self._refused("drawing")

    def _refused(self, obstacle: str) -> FormRefused:
        return cannot_insert(self._insertion.sheet, obstacle)


def _look_for_charts(package: WorkbookPackage, insertion: RowInsertion) -> None:
    """Refuse charts and pivot tables that read from the sheet: their ranges are not moved here."""
    wanted = escape(insertion.sheet.replace("'", "''"))
    for name in package.archive.names:
        for folder, obstacle in (("/charts/", "chart"), ("/pivotcache/", "pivot")):
            concerned = folder in f"/{name}".casefold() and name.casefold().endswith(".xml")
            if concerned and wanted in package.markup(name).data.decode("utf-8"):
                raise cannot_insert(insertion.sheet, obstacle)


def _names(package: WorkbookPackage, insertion: RowInsertion) -> list[Edit]:
    """Return the edits of print areas and all other names."""
    edits = []
    for element in package.elements:
        text = "".join(element.text)
        if element.name == "definedName" and element.depth == 2 and text:
            moved = insertion.formula(text, own=False)
            if moved != text:
                edits.append((element.inner, element.close, escape(moved).encode()))
    return edits


def _chain(package: WorkbookPackage, sheet: SheetPart, insertion: RowInsertion) -> dict[str, bytes]:
    """Return the calculation chain, which names cells of which Excel insists that they calculate."""
    parts = package.related(package.workbook_part).values()
    part = next((y for x, y in parts if x == "calcChain"), "")
    if part not in package.archive:
        return {}
    markup, number, edits = package.markup(part), "", []
    for element in markup.elements():
        number = element.attributes.get("i", number)
        old = element.attributes.get("r", "")
        if element.name == "c" and number == sheet.number and insertion.cell(old) != old:
            tag = with_attribute(markup.tag(element), "r", insertion.cell(old))
            edits.append((element.start, element.inner, tag))
    return {part: markup.changed(edits)} if edits else {}
