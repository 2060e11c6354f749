"""One quick pass over the XML of a worksheet, before any reader lays out its cells.

It finds how far out the cells lie (the fast reader lays out a full grid: one cell at XFD1048576
would make it ask for hundreds of GB), and three things that the fast reader does not tell: hidden
rows and columns, merged ranges, and error values. It looks for bytes and builds no tree, so that
it costs a fraction of the reading; where it may be fooled (``far``) the slow reader takes over.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from mengzhan.sheets.grid import COLUMNS, ROWS, Span, column_number, span_named
from mengzhan.sheets.reading.limits import Limits
from mengzhan.sheets.reading.refusal import BookRefused

_MOST_CARRIED = 1024 * 1024
_PREFIX = rb"(?:[^\s<>/:]+:)?"
_COLUMN = re.compile(rb"""r=["']([A-Z]+)\d""")
_ROW_TAG = re.compile(rb"<" + _PREFIX + rb"row\b([^>]*)>")
_ROW_NUMBER = re.compile(rb"<" + _PREFIX + rb"""row\b[^>]*?\br=["'](\d{1,9})["']""")
_USUAL_ROW = re.compile(rb'<row r="(\d{1,9})"')
_CELL_TAG = re.compile(rb"<" + _PREFIX + rb"c[\s>/]")
_NUMBER = re.compile(rb"""\br=["'](\d{1,9})["']""")
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_COL_TAG = re.compile(rb"<" + _PREFIX + rb"col\b([^>]*)>")
_MIN = re.compile(rb"""\bmin=["'](\d{1,9})["']""")
_MAX = re.compile(rb"""\bmax=["'](\d{1,9})["']""")
_MERGE = re.compile(rb"<" + _PREFIX + rb"""mergeCell\b[^>]*?\bref=["']([A-Z0-9:$]{2,24})["']""")
_ERROR_MARKS = (b't="e"', b"t='e'")
_ERROR_CELL = re.compile(
    rb"<"
    + _PREFIX
    + rb"""c\s([^>]*\bt=["']e["'][^>]*)>((?:(?!</?"""
    + _PREFIX
    + rb"""c[\s>]).)*)""",
    re.DOTALL,
)
_VALUE = re.compile(rb"<" + _PREFIX + rb"v\s*>([^<]{1,20})<")
_PLACE = re.compile(rb"""\br=["']\$?([A-Z]{1,3})\$?(\d{1,9})["']""")
_SPACED = re.compile(rb"""\sr(?:\s+=|=\s)""")


@dataclass
class SheetFacts:
    """What the pass found; rows and columns count from 0."""

    far: bool = False
    merged: list[Span] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


def merged_range(reference: bytes) -> Span | None:
    """Return the range that ``A1:B2`` names, ``None`` for a single cell and for what is none."""
    return span_named(reference.decode("ascii")) if b":" in reference else None


@lru_cache(maxsize=64)
def _beyond(widest: bytes, digits: int) -> re.Pattern[bytes]:
    """Return a pattern for a cell further right than ``widest``, or with more digits in its row.

    One search for what should not be there is three times as fast as finding all that is.
    """
    further = [rb"[A-Z]{%d,}" % (len(widest) + 1)]
    for place, letter in enumerate(widest):
        if letter < ord("Z"):
            rest = len(widest) - place - 1
            further.append(widest[:place] + b"[%c-Z][A-Z]{%d}" % (letter + 1, rest))
    columns = b"|".join(further)
    return re.compile(rb'r="(?:(?:' + columns + rb")\d|[A-Z]+\d{%d})" % (digits + 1))


class SheetScan:
    """Takes a worksheet's XML piece by piece; ``facts`` holds the outcome after ``close``."""

    def __init__(self, limits: Limits) -> None:
        self.facts = SheetFacts()
        self._limits = limits
        self._carried = b""
        self._widest = b""
        self._height = self._rows = 0
        self._unplaced = 0

    def feed(self, piece: bytes) -> None:
        """Look at a piece; what may be cut off at its end waits for the next one."""
        data = self._carried + piece
        cut = data.rfind(b"<c ")
        if cut < 0 or len(data) - cut > _MOST_CARRIED:
            cut = data.rfind(b"<")
        if cut < 0 or len(data) - cut > _MOST_CARRIED:
            cut = len(data)
        self._carried = data[cut:]
        self._look(data[:cut])

    def close(self) -> SheetFacts:
        """Look at the rest and settle how far out the cells lie."""
        self._look(self._carried)
        self._carried = b""
        widest = column_number(self._widest[:4].decode("ascii"))
        width = max(widest + 1, min(self._unplaced, COLUMNS))
        height = max(self._height, self._rows)
        if height * width > self._limits.cells:
            self.facts.far = True
        return self.facts

    def _look(self, data: bytes) -> None:
        self._look_at_rows(data)
        self._look_at_cells(data)
        if b"mergeCell" in data:
            self._look_at_merges(data)
        if any(mark in data for mark in _ERROR_MARKS):
            self._look_at_errors(data)

    def _look_at_cells(self, data: bytes) -> None:
        cells = data.count(b"<c ")
        digits = len(str(max(self._height, self._rows)))
        usual = cells and data.count(b'<c r="') == cells
        if usual and not _beyond(self._widest, digits).search(data):
            return
        columns = _COLUMN.findall(data)
        self._widest = max([self._widest, *columns], key=lambda letters: (len(letters), letters))
        if not usual:
            cells = cells or len(_CELL_TAG.findall(data))
            self._unplaced += max(0, cells - len(columns))
        # A cell may claim a row far below the row that holds it, or hide its place from us.
        lower = re.search(rb"""r=["'][A-Z]+\d{%d}""" % (digits + 1), data)
        if lower or (cells != len(columns) and _SPACED.search(data)):
            self.facts.far = True

    def _look_at_rows(self, data: bytes) -> None:
        if b"hidden=" in data:
            self._look_at_hidden(data)
        numbers = _USUAL_ROW.findall(data)
        if not numbers or len(numbers) != data.count(b"<row"):
            numbers = _ROW_NUMBER.findall(data)
        self._rows += len(numbers) if numbers else len(_ROW_TAG.findall(data))
        places = list(map(int, numbers))
        self._height = max(self._height, max(places, default=0))
        if self._height > ROWS or 0 in places:
            raise BookRefused("BOOK_DAMAGED", "row number")

    def _look_at_hidden(self, data: bytes) -> None:
        for place, row in enumerate(_ROW_TAG.findall(data), self._rows):
            if _HIDDEN.search(row):
                number = _NUMBER.search(row)
                self.facts.hidden_rows.add(int(number[1]) - 1 if number else place)
        for column in _COL_TAG.findall(data):
            first, last = _MIN.search(column), _MAX.search(column)
            if _HIDDEN.search(column) and first and last:
                until = min(int(last[1]), COLUMNS)
                self.facts.hidden_columns.update(range(int(first[1]) - 1, until))

    def _look_at_merges(self, data: bytes) -> None:
        self.facts.merged += filter(None, map(merged_range, _MERGE.findall(data)))
        if len(self.facts.merged) > self._limits.merges:
            raise BookRefused("BOOK_TOO_MANY_MERGES", most=self._limits.merges)

    def _look_at_errors(self, data: bytes) -> None:
        for attributes, inside in _ERROR_CELL.findall(data):
            place, value = _PLACE.search(attributes), _VALUE.search(inside)
            if place and value:
                cell = (int(place[2]) - 1, column_number(place[1].decode("ascii")))
                self.facts.errors[cell] = value[1].decode("utf-8", "replace")
