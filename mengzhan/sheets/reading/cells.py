"""From what a reader gives to the cells of the contract, within the limits.

What a consumer of ``Book`` sees: text as it stands, with its spaces; nothing for an empty cell or
an empty text; ``int`` for a number that is whole and has at most 15 digits, because workbooks know
only floats and 15 digits is what they keep; any longer or broken number as ``float``, so a number
of 16 digits or more that is a ``float`` has lost its last digits (18-digit IDs, bank cards);
``date`` for midnight, ``datetime`` to the second otherwise (times are fractions of a day, so
fractions of a second are noise); ``time`` and ``timedelta`` where the format says so; ``bool``;
an error as its text. A formula is its stored value. Text files have only text.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from math import isfinite

from mengzhan.sheets.grid import ROWS, Cell, cell_name
from mengzhan.sheets.plaintext import EXACT_FLOAT
from mengzhan.sheets.reading.limits import Limits
from mengzhan.sheets.reading.refusal import BookRefused

Row = list[Cell]

_CHUNK_CELLS = 10_000


def tidied(value: object) -> Cell:
    """Return one value that is not text as the contract has it."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float):
        if not isfinite(value):
            return "#NUM!"
        return int(value) if abs(value) < EXACT_FLOAT and value.is_integer() else value
    if isinstance(value, int):
        return value if abs(value) < EXACT_FLOAT else float(value)
    if isinstance(value, datetime):
        return _dated(value)
    if isinstance(value, str | date | time | timedelta):
        return value or None if isinstance(value, str) else value
    return str(value)


def _dated(value: datetime) -> Cell:
    if value.microsecond:
        value = value.replace(microsecond=0) + timedelta(seconds=value.microsecond >= 500_000)
    return value.date() if value.time() == time() else value


class Trimmer:
    """Takes the rows of one sheet and gives them on in chunks, cut after the last content.

    Equal texts and dates within a chunk become one object, which makes the chunk small on its way
    to the parent and in it.
    """

    def __init__(self, sheet: str, limits: Limits, room: int) -> None:
        self._sheet = sheet
        self._limits = limits
        self._room = room
        self.kept = 0

    def chunks(self, rows: Iterable[Iterable[object]]) -> Iterator[list[Row]]:
        """Yield lists of rows; empty rows at the end of the sheet are left out.

        Raises:
            BookRefused: ``BOOK_TOO_MANY_ROWS``, ``_COLUMNS`` or ``_CELLS``, ``BOOK_LONG_TEXT``.
        """
        chunk: list[Row] = []
        size = empty = number = 0
        seen: dict[object, Cell] = {}
        for raw in rows:
            row = self._row(raw, seen)
            if not row:
                empty += 1
                if number + empty > ROWS:  # be they empty
                    self._refuse("BOOK_TOO_MANY_ROWS", number + empty - 1, 0, self._limits.rows)
                continue
            number += empty + 1
            self._check(number - 1, row)
            chunk.extend([] for _ in range(empty))
            chunk.append(row)
            size += len(row) + empty
            empty = 0
            if size >= _CHUNK_CELLS:
                yield self._checked(chunk, seen, number)
                chunk, size, seen = [], 0, {}
        if chunk:
            yield self._checked(chunk, seen, number)

    @staticmethod
    def _row(raw: Iterable[object], seen: dict[object, Cell]) -> Row:
        keep = seen.setdefault
        row: Row = [
            (keep(value, value) if value else None)
            if type(value) is str
            else (keep(value, value) if type(value) is date else tidied(value))
            for value in raw
        ]
        while row and row[-1] is None:
            row.pop()
        return row

    def _check(self, number: int, row: Row) -> None:
        self.kept += len(row)
        if number >= self._limits.rows:
            self._refuse("BOOK_TOO_MANY_ROWS", number, 0, self._limits.rows)
        if len(row) > self._limits.columns:
            self._refuse("BOOK_TOO_MANY_COLUMNS", number, len(row) - 1, self._limits.columns)
        if self.kept > self._room:
            raise BookRefused("BOOK_TOO_MANY_CELLS", most=self._limits.cells)

    def _refuse(self, code: str, row: int, column: int, most: int) -> None:
        raise BookRefused(code, sheet=self._sheet, cell=cell_name(row, column), most=most)

    def _checked(self, chunk: list[Row], seen: dict[object, Cell], until: int) -> list[Row]:
        """Look for texts that are too long: each text once, its place only if there is one."""
        if max((len(text) for text in seen if isinstance(text, str)), default=0) <= (
            self._limits.text
        ):
            return chunk
        for number, row in enumerate(chunk, until - len(chunk)):
            for column, cell in enumerate(row):
                if isinstance(cell, str) and len(cell) > self._limits.text:
                    where = cell_name(number, column)
                    raise BookRefused(
                        "BOOK_LONG_TEXT",
                        sheet=self._sheet,
                        cell=where,
                        size=len(cell),
                        most=self._limits.text,
                    )
        return chunk
