"""The mark inside a workbook by which it is known again: which kind, which field each column is.

It stands in a hidden sheet of its own, as JSON in cells, because that survives being saved by
Excel, WPS and LibreOffice. A ledger also carries the id of each record in a hidden column, which
moves with its row when people sort.

For the reader of a workbook: ``read_marker`` finds the columns where they stand now, also after
some were moved, left out or put in; ``MarkedSheet.cells`` gives each row with the field that each
cell belongs to. A cell whose ``column.returns`` is false (masked, counted, of another record, no
field at all) is never to be taken in; one that ``forms.is_same`` as what would be written today
has not been changed.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from mengzhan.model.kind import Catalogue
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.grid import Book, Cell, Sheet
from mengzhan.sheets.ledgers.forms import Form
from mengzhan.sheets.ledgers.profile import Column, ProfileError, Resolved, resolve
from mengzhan.sheets.plaintext import plain_text

SHEET = "蒙站"
WORDS = "这张表是蒙站用来认回表格的，请不要改动或删除。"
FORMAT = "mengzhan-sheet"
VERSION = 1
RECORD_HEADER = "记录号（勿改）"
_PIECE = 8_000  # characters in one cell; Excel allows 32,767
_HEADER_WITHIN = 30

Sort = Literal["ledger", "template"]


class NewerSheet(UserError):
    """A newer version of the program wrote the workbook."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "这张表由更新版本的蒙站写成，这个版本认不全，没有读入。请升级蒙站。"
        )
        super().__init__("SHEET_NEWER", Message(words))


@dataclass(frozen=True)
class MarkedColumn:
    """One column as it was written: where from, under which header, in which form."""

    source: str
    header: str
    form: str = ""
    span: int = 1


@dataclass(frozen=True)
class Marker:
    """What the mark says. ``made`` is a day, ``station`` a code; ``program`` wrote it."""

    sort: Sort
    kind: str
    sheet: str
    columns: tuple[MarkedColumn, ...]
    station: str = ""
    made: str = ""
    program: str = ""


def marker_pieces(marker: Marker) -> list[str]:
    """Write a mark as the texts that stand below each other in its sheet, after ``WORDS``."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "sort": marker.sort,
        "kind": marker.kind,
        "sheet": marker.sheet,
        "station": marker.station,
        "made": marker.made,
        "program": marker.program,
        "columns": [
            {"source": c.source, "header": c.header, "form": c.form, "span": c.span}
            for c in marker.columns
        ],
    }
    text = json.dumps(document, ensure_ascii=False)
    return [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]


def read_marker(book: Book) -> Marker | None:
    """Return the mark of a workbook, or ``None`` if it has none that can be read.

    Raises:
        NewerSheet: a newer version wrote it.
    """
    for sheet in book.sheets:
        if sheet.visible and sheet.name != SHEET:
            continue
        document = _document(sheet)
        if document is None:
            continue
        if isinstance(document.get("version"), int) and document["version"] > VERSION:
            raise NewerSheet
        return _marker(document)
    return None


def _document(sheet: Sheet) -> dict[str, Any] | None:
    pieces = [plain_text(row[0]) if row else "" for row in sheet.rows[1:]]
    if not pieces or not pieces[0].startswith("{"):
        return None
    try:
        found = json.loads("".join(pieces))
    except ValueError:
        return None
    return found if isinstance(found, dict) and found.get("format") == FORMAT else None


def _marker(document: dict[str, Any]) -> Marker | None:
    try:
        columns = tuple(
            MarkedColumn(str(c["source"]), str(c["header"]), str(c["form"]), int(c["span"]))
            for c in document["columns"]
        )
        sort: Sort = "template" if document["sort"] == "template" else "ledger"
        return Marker(
            sort,
            str(document["kind"]),
            str(document["sheet"]),
            columns,
            str(document["station"]),
            str(document["made"]),
            str(document["program"]),
        )
    except (KeyError, TypeError, ValueError):
        return None


# The columns where they stand now --------------------------------------------------------------


@dataclass(frozen=True)
class PlacedColumn:
    """A marked column and the cell, counted from 0, in which it begins."""

    place: int
    marked: MarkedColumn
    resolved: Resolved

    @property
    def form(self) -> Form | None:
        """The form in which it was written."""
        return self.resolved.form

    @property
    def returns(self) -> bool:
        """Whether its cells may be taken in as values of the record's own field."""
        return self.resolved.is_own and self.form is not None and self.form.returns


@dataclass(frozen=True)
class MarkedSheet:
    """The sheet of a mark: its header row, its columns, and where the records' ids stand."""

    sheet: Sheet
    header_row: int
    columns: tuple[PlacedColumn, ...]
    id_column: int | None

    @property
    def rows(self) -> range:
        """The rows below the header."""
        return range(self.header_row + 1, self.sheet.height)

    def cells(self, row: int) -> Iterator[tuple[PlacedColumn, Cell]]:
        """Yield each column with its cell; what was split into single characters is joined."""
        for column in self.columns:
            if column.marked.span == 1:
                yield column, self.sheet.cell(row, column.place)
            else:
                places = range(column.place, column.place + column.marked.span)
                joined = "".join(plain_text(self.sheet.cell(row, at)) for at in places)
                yield column, joined or None

    def record(self, row: int) -> str:
        """Return the id of the record that a row was written from, or an empty text."""
        if self.id_column is None:
            return ""
        return plain_text(self.sheet.cell(row, self.id_column))

    def is_blank(self, row: int) -> bool:
        """Whether nobody filled in a row: nothing in it but what is the same in all rows."""
        return not any(
            plain_text(cell)
            for column, cell in self.cells(row)
            if column.resolved.field is not None
        )


def find_columns(book: Book, marker: Marker, catalogue: Catalogue) -> MarkedSheet | None:
    """Find the columns of a mark; ``None`` if the sheet or all its headers are gone.

    Columns whose field this version does not know are left out.
    """
    sheet = next((s for s in book.sheets if s.name == marker.sheet), None)
    if sheet is None or marker.kind not in catalogue:
        return None
    wanted = [column.header for column in marker.columns]
    row = _header_row(sheet, set(wanted))
    if row is None:
        return None
    headers = [plain_text(cell) for cell in sheet.rows[row]]
    placed: list[PlacedColumn] = []
    taken: set[int] = set()
    for usual, column in zip(_usual_places(marker), marker.columns, strict=True):
        place = _place(headers, column.header, usual, taken)
        if place is None:
            continue
        taken.add(place)
        try:
            found = resolve(catalogue, marker.kind, Column(column.source, "", column.form))
        except ProfileError:
            continue
        placed.append(PlacedColumn(place, column, found))
    ids = headers.index(RECORD_HEADER) if RECORD_HEADER in headers else None
    return MarkedSheet(sheet, row, tuple(placed), ids)


def _usual_places(marker: Marker) -> Iterator[int]:
    place = 0
    for column in marker.columns:
        yield place
        place += column.span


def _header_row(sheet: Sheet, wanted: set[str]) -> int | None:
    """The row with most of the headers; the first of several."""
    best, most = None, 0
    for number, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        found = len({plain_text(cell) for cell in row} & wanted)
        if found > most:
            best, most = number, found
    return best


def _place(headers: list[str], header: str, usual: int, taken: set[int]) -> int | None:
    """Where a header stands now: at its place, else the first of its name that is still free."""
    if usual not in taken and usual < len(headers) and headers[usual] == header:
        return usual
    free = [at for at, text in enumerate(headers) if text == header and at not in taken]
    return free[0] if free else None
