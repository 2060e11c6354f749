"""A workbook as plain cells, whatever file it came from. The rest of ``sheets`` reads only this.

Rows and columns count from 0 here; people are told numbers from 1 and letters (``A1``).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""What a cell can hold. An error value (``#N/A``) is its text; an empty cell is ``None``."""

ROWS, COLUMNS = 1_048_576, 16_384
"""The size of a sheet."""
LONGEST_TEXT = 32_767
"""How much a cell of Excel holds, in UTF-16 units."""
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold at all."""
_LETTERS = 26
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,8})")


@dataclass(frozen=True)
class Span:
    """A merged range; all four ends are included. Its value stands in the upper left cell."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, place: object) -> bool:
        if not isinstance(place, tuple):
            return False
        row, column = place
        return bool(self.top <= row <= self.bottom and self.left <= column <= self.right)


@dataclass
class Sheet:
    """One sheet: rows of equal or unequal length, cut after the last cell that holds something."""

    name: str
    rows: list[list[Cell]]
    merged: list[Span] = field(default_factory=list)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    visible: bool = True

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """How many columns the longest row has."""
        return max(map(len, self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; outside the rows there is nothing."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None

    def filled_down(self, columns: Iterable[int]) -> dict[tuple[int, int], Cell]:
        """Return (row, column) -> value for cells that a merge downwards leaves empty."""
        wanted = set(columns)
        found: dict[tuple[int, int], Cell] = {}
        for span in self.merged:
            value = self.cell(span.top, span.left)
            if span.bottom > span.top and value is not None:
                for column in wanted & set(range(span.left, span.right + 1)):
                    found.update({(row, column): value for row in range(span.top, span.bottom + 1)})
        return found


@dataclass
class Book:
    """What was read from a file. ``sort`` is a word of ``sheets.content``."""

    sort: str
    sheets: list[Sheet]


def fitting_text(text: str) -> str:
    """Return what of a text a cell holds; a sign that takes two units goes as a whole."""
    text = _IMPOSSIBLE.sub("", text)
    if len(text) * 2 <= LONGEST_TEXT:
        return text
    return text.encode("utf-16-le")[: LONGEST_TEXT * 2].decode("utf-16-le", "ignore")


def column_letters(column: int) -> str:
    """Return the letters of a column: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the column from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def place_named(reference: str) -> tuple[int, int] | None:
    """Return row and column of ``B3`` or ``$B$3``, ``None`` for what names no cell."""
    found = _PLACE.fullmatch(reference)
    return (int(found[2]) - 1, column_number(found[1])) if found else None


def span_named(reference: str) -> Span | None:
    """Return the range of ``B3:D4`` or ``B3``, ``None`` for what names none."""
    first, _, last = reference.partition(":")
    one, other = place_named(first), place_named(last or first)
    if one is None or other is None:
        return None
    (top, bottom), (left, right) = (sorted(pair) for pair in zip(one, other, strict=True))
    return Span(top, left, bottom, right)


def cell_name(row: int, column: int) -> str:
    """Return what people call a cell: (0, 0) is A1."""
    return f"{column_letters(column)}{row + 1}"
