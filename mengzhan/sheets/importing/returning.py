"""Workbooks of this program that come back: a template filled in, a ledger corrected.

Nothing has to be asked: the mark says what each column is and which record each row was written
from. A cell that still holds what would be written today is no news and is left out, so a ledger
that nobody touched changes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from mengzhan.model.fieldtypes import Reference
from mengzhan.rules.operations import kept
from mengzhan.sheets.grid import Book, Cell, Sheet
from mengzhan.sheets.importing.links import NAMED_BY
from mengzhan.sheets.importing.mapping import MappedColumn
from mengzhan.sheets.importing.table import Skipped, Table
from mengzhan.sheets.ledgers.contents import Contents
from mengzhan.sheets.ledgers.forms import is_same
from mengzhan.sheets.ledgers.marker import (
    MarkedSheet,
    Marker,
    PlacedColumn,
    find_columns,
    read_marker,
)
from mengzhan.store.reader import StoreReader

_BATCH = 500


@dataclass(frozen=True)
class Returning:
    """A workbook of this program: its table, its columns, and which record each row is.

    ``known`` counts rows from 1, as people do; ``sheet`` is the sheet as it came, while that of
    ``table`` holds only what is news.
    """

    marker: Marker
    table: Table
    sheet: Sheet
    columns: tuple[MappedColumn, ...]
    known: Mapping[int, str]


def find_returning(book: Book, reader: StoreReader, today: date) -> Returning | None:
    """Recognise a workbook of this program; ``None`` if it is another.

    Raises:
        NewerSheet: a newer version wrote it.
    """
    marker = read_marker(book)
    marked = find_columns(book, marker, reader.catalogue) if marker else None
    if marker is None or marked is None:
        return None
    kind = reader.catalogue[marker.kind]
    rows = [row for row in marked.rows if not marked.is_blank(row)]
    known = _known(marked, rows, reader, kind.name)
    cells = {row: dict(_placed(marked, marker, row)) for row in rows}
    written = [column.resolved for column in marked.columns]
    _leave_out_unchanged(marked, cells, known, Contents(reader, kind.name, written, today), reader)
    columns = tuple(_columns(marked, marker))
    sheet = _sheet(marked, cells)
    header = tuple((str(text),) if text else () for text in marked.sheet.rows[marked.header_row])
    blank = tuple(Skipped(row, "blank") for row in marked.rows if row not in cells)
    table = Table(sheet, marked.header_row, marked.header_row, header, tuple(rows), blank, 99.0)
    return Returning(marker, table, marked.sheet, columns, known)


def _known(
    marked: MarkedSheet, rows: Iterable[int], reader: StoreReader, kind: str
) -> dict[int, str]:
    """Return which record each row is, counting from 1.

    Somebody who copies a row to begin a new one copies its number too: only the first row of a
    number is that record. A duplicate that was merged since is the record that was kept.
    """
    told = [(row + 1, record) for row in rows if (record := marked.record(row))]
    found: dict[str, int] = {}
    for start in range(0, len(told), _BATCH):
        batch = told[start : start + _BATCH]
        stored = reader.records(kind, [record for _, record in batch])
        for number, record in batch:
            if record not in stored and reader.kind_of(record) != kind:
                continue
            merged = record in stored and stored[record]["same_as"]
            found.setdefault(kept(reader, record) if merged else record, number)
    return {number: record for record, number in found.items()}


def _placed(marked: MarkedSheet, marker: Marker, row: int) -> Iterator[tuple[int, Cell]]:
    """Yield the cells that may be taken in, by the column in which they stand."""
    for column, cell in marked.cells(row):
        if _path(column, marker):
            yield column.place, cell


def _path(column: PlacedColumn, marker: Marker) -> str:
    """Return what a column gives, empty for one that is not taken in.

    Own fields that were not masked; a link by the name that stands for it; in a template also what
    tells whom a row is about (person.id_number).
    """
    form, item = column.form, column.resolved.field
    if item is None:
        return ""
    own, source = column.resolved.is_own, column.marked.source
    if isinstance(item.type, Reference) and own:
        called = NAMED_BY.get(item.type.kind)
        return f"{source}.{called}" if called else ""
    if form is None or not form.returns or not (own or marker.sort == "template"):
        return ""
    # Whom a vacancy belongs to (vacancy.employer.name) is told as the vacancy's employer.
    outer, _, name = source.rpartition(".")
    return source if "." not in outer else outer if name == "name" else ""


def _columns(marked: MarkedSheet, marker: Marker) -> Iterator[MappedColumn]:
    for column in marked.columns:
        path = _path(column, marker)
        form = column.form if path else None
        yield MappedColumn(column.place, column.marked.header, path, 1.0, "memory", form=form)


def _leave_out_unchanged(
    marked: MarkedSheet,
    cells: dict[int, dict[int, Cell]],
    known: Mapping[int, str],
    contents: Contents,
    reader: StoreReader,
) -> None:
    """Empty every cell of a known row that holds what would be written today."""
    numbers = list(known)
    for start in range(0, len(numbers), _BATCH):
        batch = numbers[start : start + _BATCH]
        records = reader.records(contents.kind, [known[number] for number in batch])
        present = [number for number in batch if known[number] in records]
        written = contents.rows([records[known[number]] for number in present])
        for number, row in zip(present, written, strict=True):
            found = cells[number - 1]
            for column, content in zip(marked.columns, row, strict=True):
                if column.place in found and is_same(content, found[column.place]):
                    found[column.place] = None


def _sheet(marked: MarkedSheet, cells: Mapping[int, Mapping[int, Cell]]) -> Sheet:
    """The sheet with only those cells that say something."""
    width = marked.sheet.width
    rows: list[list[Cell]] = []
    for place in range(marked.sheet.height):
        row: list[Cell] = [None] * width
        for column, cell in cells.get(place, {}).items():
            row[column] = cell
        rows.append(row)
    return replace(marked.sheet, rows=rows, merged=[])
