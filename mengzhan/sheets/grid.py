"""A workbook as plain cells, whatever file it came from. The rest of ``sheets`` reads only this.

Rows and columns count from 0 here; people are told numbers from 1 and letters (``A1``).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""What a cell can hold. An error value (``#N/A``) is its text; an empty cell is ``None``."""

_LETTERS = 26


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


def column_letters(column: int) -> str:
    """Return the letters of a column: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return what people call a cell: (0, 0) is A1."""
    return f"{column_letters(column)}{row + 1}"
