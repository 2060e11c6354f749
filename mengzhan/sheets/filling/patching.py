"""Writing values into cells of a workbook of someone else, and leaving all else as it is.

What changes in the file, and nothing besides:

- In the sheets that are written: value, type and inline string of the cells written. Style,
  unknown attributes and ``extLst`` stay. Missing cells and rows are made where they belong;
  ``dimension`` and a row's ``spans`` grow if a new cell lies outside. The shared strings stay as
  they are: texts are inline strings.
- In all sheets: formula cells lose their stored results, except where they refer to other files.
  LibreOffice 7.4 shows a stored result without working it out again, whatever the workbook asks
  for, and so would every previewer: a total of the blank form under a filled column. Without one
  it calculates; openpyxl says ``None`` instead of a wrong number.
- In the workbook part: ``fullCalcOnLoad``, so that Excel and WPS work everything out on opening.
  ``calcChain`` stays, since no formula comes or goes.

Cells that hold a formula and cells that a merge hides are never written: they come back in
``Patched.skipped``. What was written is read back twice, from the XML and with openpyxl, before
the bytes are handed out.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from mengzhan.sheets.filling.cellwrite import CellWrite, Content, content
from mengzhan.sheets.filling.markup import Edit, Markup, opened_tag, with_attribute
from mengzhan.sheets.filling.package import WorkbookPackage
from mengzhan.sheets.filling.refusal import FormRefused
from mengzhan.sheets.filling.rereading import check_reading
from mengzhan.sheets.filling.sheetmap import MappedCell, MappedRow, SheetMap, span
from mengzhan.sheets.grid import COLUMNS, ROWS, Span, cell_name

Place = tuple[int, int]
Writes = Mapping[str, Mapping[Place, CellWrite]]


@dataclass(frozen=True)
class Skipped:
    """A cell that was left as it is: it holds a formula, or a merge hides it."""

    sheet: str
    place: Place
    reason: Literal["formula", "merged"]


@dataclass(frozen=True)
class Patched:
    """The filled workbook and the cells that were not written."""

    data: bytes
    skipped: tuple[Skipped, ...]


def patch_workbook(source: bytes, writes: Writes, *, style_from_above: bool = False) -> Patched:
    """Write values into cells of an .xlsx or .xlsm file.

    Args:
        source: the file.
        writes: sheet name -> (row, column) from 0 -> value. An empty text empties the cell.
        style_from_above: a cell that is missing takes its style from the cell above it, if there
            is one, before row and column are asked.

    Raises:
        FormRefused: nothing was written; see ``sheets.refusal``.
    """
    package = WorkbookPackage(source)
    changed: dict[str, bytes] = {}
    expected: dict[str, dict[Place, Content]] = {}
    skipped: list[Skipped] = []
    parts = {package.sheet(name).part: name for name, cells in writes.items() if cells}
    for sheet in package.sheets:
        if not (sheet.is_worksheet and parts):
            continue
        cells = writes[parts[sheet.part]] if sheet.part in parts else {}
        patch = _SheetPatch(package, sheet.name, package.markup(sheet.part), style_from_above)
        edits = patch.edits(cells)
        skipped += patch.skipped
        expected[sheet.name] = patch.written
        if edits:
            changed[sheet.part] = patch.markup.changed(edits)
    if changed:
        changed[package.workbook_part] = package.workbook.changed(package.recalculating())
    data = package.archive.replaced(changed) if changed else source
    check_reading(source, data, frozenset(changed), expected)
    return Patched(data, tuple(skipped))


class _SheetPatch:
    """The edits of one sheet."""

    def __init__(
        self, package: WorkbookPackage, name: str, markup: Markup, style_from_above: bool
    ) -> None:
        self.markup, self.written = markup, dict[Place, Content]()
        self.skipped: list[Skipped] = []
        self._package, self._name, self._from_above = package, name, style_from_above

    def edits(self, cells: Mapping[Place, CellWrite]) -> list[Edit]:
        """Return what to change so that the cells hold what they should."""
        if any(not (0 <= r < ROWS and 0 <= c < COLUMNS) for r, c in cells):
            raise FormRefused("no_such_cell", sheet=self._name)
        rows = {row for row, _ in cells}
        self._map = SheetMap(self.markup, self._name, rows | {row - 1 for row in rows})
        self._merged = _by_row(self._map.merged, sorted(rows))
        edits = list(self._map.stale)
        by_row: dict[int, dict[int, Content]] = {}
        for place, write in sorted(cells.items()):
            if not self._skips(place):
                by_row.setdefault(place[0], {})[place[1]] = self._content(place, write)
        fresh: dict[int, list[bytes]] = {}
        for number, contents in by_row.items():
            if row := self._map.row(number):
                edits += self._row_edits(row, contents)
            else:
                at = self._map.row_index(number)
                fresh.setdefault(at, []).append(self._new_row(number, contents))
        edits += self._new_rows(fresh)
        return edits + self._dimension_edit()

    def _skips(self, place: Place) -> bool:
        row = self._map.row(place[0])
        cell = row.cell(place[1]) if row else None
        if (cell and cell.formula) or any(place in array for array in self._map.arrays):
            self.skipped.append(Skipped(self._name, place, "formula"))
            return True
        for merged in self._merged.get(place[0], ()):
            if place in merged and place != (merged.top, merged.left):
                self.skipped.append(Skipped(self._name, place, "merged"))
                return True
        return False

    def _content(self, place: Place, write: CellWrite) -> Content:
        made = content(write, place, self._style(place), self._package)
        self.written[place] = made
        return made

    def _style(self, place: Place) -> int:
        """Return the style of a cell, or the one it gets when it is made."""
        number, column = place
        row = self._map.row(number)
        if row and (cell := row.cell(column)):
            return cell.style
        above = self._map.row(number - 1) if self._from_above else None
        if above and (cell := above.cell(column)):
            return cell.style
        if row and row.style is not None:
            return row.style
        return self._map.column_style(column) or 0

    def _row_edits(self, row: MappedRow, contents: Mapping[int, Content]) -> Iterator[Edit]:
        element = row.element
        fresh: dict[int, list[bytes]] = {}
        prefix = self.markup.prefix(element)
        for column, made in contents.items():
            if cell := row.cell(column):
                yield from self._cell_edits(cell, made)
            else:
                following = (x.element.start for x in row.cells if x.column > column)
                ends = row.cells[-1].element.end if row.cells else element.inner
                new = self._new_cell(prefix, (row.number, column), made)
                fresh.setdefault(next(following, ends), []).append(new)
        tag = self._widened(self.markup.tag(element), row, contents)
        if element.inner == element.end and fresh:
            inside = b"".join(b"".join(cells) for cells in fresh.values())
            tag, fresh = opened_tag(tag) + inside + b"</" + prefix + b"row>", {}
        if tag != self.markup.tag(element):
            yield element.start, element.inner, tag
        for at, cells in fresh.items():
            yield at, at, b"".join(cells)

    def _cell_edits(self, cell: MappedCell, made: Content) -> Iterator[Edit]:
        element = cell.element
        tag = with_attribute(with_attribute(self.markup.tag(element), "t", made.sort), "vm", None)
        xml = made.xml(self.markup.prefix(element))
        if element.inner == element.end:
            end = b"</" + self.markup.prefix(element) + b"c>"
            yield element.start, element.end, opened_tag(tag) + xml + end if xml else tag
            return
        if cell.values:
            first, *others = cell.values
            yield element.start, element.inner, tag
            yield first.start, first.end, xml
            for other in others:
                yield other.start, other.end, b""
        else:
            yield element.start, element.inner, tag + xml

    def _new_cell(self, prefix: bytes, place: Place, made: Content) -> bytes:
        style = self._style(place)
        tag = b'<%sc r="%s"' % (prefix, cell_name(*place).encode("ascii"))
        tag += b' s="%d"' % style if style else b""
        tag += b' t="inlineStr"' if made.sort else b""
        return tag + b">" + made.xml(prefix) + b"</" + prefix + b"c>"

    def _new_row(self, number: int, contents: Mapping[int, Content]) -> bytes:
        prefix = self.markup.prefix(self._map.sheet_data)
        cells = [self._new_cell(prefix, (number, x), made) for x, made in contents.items()]
        return b'<%srow r="%d">%s</%srow>' % (prefix, number + 1, b"".join(cells), prefix)

    def _new_rows(self, fresh: Mapping[int, list[bytes]]) -> Iterator[Edit]:
        """Put new rows before the row that follows them, or at the end."""
        around = self._map.sheet_data
        if around.inner == around.end and fresh:
            end = b"</" + self.markup.prefix(around) + b"sheetData>"
            inside = b"".join(b"".join(rows) for rows in fresh.values())
            yield around.start, around.end, opened_tag(self.markup.tag(around)) + inside + end
            return
        known = self._map.rows
        for index, rows in fresh.items():
            at = known[index].element.start if index < len(known) else around.close
            yield at, at, b"".join(rows)

    def _widened(self, tag: bytes, row: MappedRow, contents: Mapping[int, Content]) -> bytes:
        """Let the ``spans`` of a row, a hint for readers, take in the cells written."""
        numbers = row.element.attributes.get("spans", "").replace(":", " ").split()
        if not numbers or not all(x.isdecimal() for x in numbers):
            return tag
        low, high = min(map(int, numbers)), max(map(int, numbers))
        first, last = min(low, min(contents) + 1), max(high, max(contents) + 1)
        return (
            tag if (first, last) == (low, high) else with_attribute(tag, "spans", f"{first}:{last}")
        )

    def _dimension_edit(self) -> list[Edit]:
        element = self._map.dimension
        if element is None or not self.written or "ref" not in element.attributes:
            return []
        old = span(element.attributes["ref"])
        new = replace(old)
        for row, column in self.written:
            new = Span(
                min(new.top, row), min(new.left, column),
                max(new.bottom, row), max(new.right, column),
            )  # fmt: skip
        if new == old:
            return []
        reference = f"{cell_name(new.top, new.left)}:{cell_name(new.bottom, new.right)}"
        tag = with_attribute(self.markup.tag(element), "ref", reference)
        return [(element.start, element.inner, tag)]


def _by_row(spans: list[Span], rows: list[int]) -> dict[int, list[Span]]:
    """Return, of the rows given, those that merged ranges cross."""
    found: dict[int, list[Span]] = {}
    for merged in spans:
        for row in rows[bisect_left(rows, merged.top) : bisect_right(rows, merged.bottom)]:
            found.setdefault(row, []).append(merged)
    return found
