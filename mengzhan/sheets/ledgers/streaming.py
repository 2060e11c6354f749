"""Writing a workbook row by row: bounded memory, nothing outside the target's own folder.

Whatever text goes into a cell stays text. Excel runs a cell as a formula, or starts another
program (DDE), when it begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end and is typed or
pasted; here such cells are of type text, formatted as text, and carry Excel's own mark for text
(``quotePrefix``), so that even editing one does not wake it.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from mengzhan.sheets.grid import column_letters, fitting_text
from mengzhan.sheets.ledgers.forms import GENERAL, TEXT, Content
from mengzhan.sheets.ledgers.layout import fitting_height

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What Excel would decode (``_x000D_``) though it was meant so.
_ENCODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True)
class Look:
    """How a cell looks. ``colour`` and ``fill`` are RGB, empty for none."""

    size: int = 11
    bold: bool = False
    colour: str = ""
    fill: str = ""
    across: str = "left"
    wrap: bool = True
    border: bool = True
    number_format: str = TEXT
    quoted: bool = False


def cell_text(text: str) -> str:
    """Return ``text`` as a cell can hold it, so that Excel reads it back unchanged."""
    return _ENCODED.sub("_x005F_", fitting_text(text)).replace("\r", "_x000D_")


class Pen:
    """Makes cells. Those of one look are one object that is filled anew: a million cells would
    take as long to dress as to write."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._cells: dict[Look, Any] = {}

    def cell(self, content: Content, look: Look) -> Any:
        """Return a cell, to be written before the next one of this look is asked for."""
        if isinstance(content, str) and content.startswith(_RISKY) and not look.quoted:
            look = replace(look, quoted=True)
        cell = self._cells.get(look)
        if cell is None:
            cell = self._cells[look] = self._dressed(look)
        if isinstance(content, str):
            cell._value = cell_text(content)  # the public way makes formulas of text
            cell.data_type = "s"
        else:
            cell._value = content
            cell.data_type = "d" if isinstance(content, date) else "n"
        return cell

    def _dressed(self, look: Look) -> Any:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        cell = WriteOnlyCell(self._sheet)
        cell.font = Font(name="宋体", size=look.size, bold=look.bold, color=look.colour or None)
        cell.alignment = Alignment(horizontal=look.across, vertical="center", wrap_text=look.wrap)
        if look.border:
            side = Side(style="thin", color="808080")
            cell.border = Border(left=side, right=side, top=side, bottom=side)
        if look.fill:
            cell.fill = PatternFill("solid", start_color=look.fill)
        cell.number_format = look.number_format
        if look.quoted:
            cell.quotePrefix = True
        return cell


class StreamedSheet:
    """One sheet. Columns and views are set on ``sheet`` before the first row, the rest after."""

    def __init__(self, sheet: Any, part: Path) -> None:
        self.sheet = sheet
        self.pen = Pen(sheet)
        self.height = 0
        self._widths: Sequence[float] = ()
        self._part = str(part)
        self._writer: Any = None

    def set_widths(self, widths: Sequence[float], formats: Sequence[str] = ()) -> None:
        """Set the width of each column and the format of cells below what is written."""
        self._widths = widths
        for at, width in enumerate(widths):
            column = self.sheet.column_dimensions[column_letters(at)]
            column.width = width
            if at < len(formats) and formats[at] != GENERAL:
                column.number_format = formats[at]

    def append(
        self,
        cells: Sequence[tuple[Content, Look]],
        height: float = 0,
        notes: Sequence[str] = (),
    ) -> None:
        """Write a row, without a ``height`` as high as its words need in columns of set widths;
        ``notes`` are what people see who point at its cells, empty for none."""
        self._begin()
        self.height += 1
        height = height or self._fitting_height(cells)
        if height:
            self.sheet.row_dimensions[self.height].height = height
        self.sheet.append(self._with_notes(cells, notes))
        if height:
            # A row that is written needs its height no more; a million of them would add up.
            del self.sheet.row_dimensions[self.height]

    def _fitting_height(self, cells: Sequence[tuple[Content, Look]]) -> float:
        if not self._widths or not any(look.wrap for _, look in cells):
            return 0
        wrapped = (content if look.wrap else None for content, look in cells)
        return fitting_height(wrapped, self._widths)

    def _with_notes(
        self, cells: Sequence[tuple[Content, Look]], notes: Sequence[str]
    ) -> Iterator[Any]:
        for place, (content, look) in enumerate(cells):
            cell = self.pen.cell(content, look)
            if place < len(notes) and notes[place]:
                yield _noted(cell, cell_text(notes[place]))
            else:
                yield cell

    def _begin(self) -> None:
        """Take the unfinished sheet from the common temporary folder to beside its target."""
        if self._writer is not None:
            return
        from openpyxl.worksheet import _writer

        self._writer = _writer.WorksheetWriter(self.sheet, self._part)
        _writer.ALL_TEMP_FILES.append(self._part)
        self.sheet._writer = self._writer  # there is no public way
        self.sheet._values_to_row = _placed  # its own takes a cell by an exception
        self._writer.write_top()

    def abandon(self) -> None:
        """Close what is open and forget it; the disk may be full or gone."""
        from openpyxl.worksheet import _writer

        if self._writer is not None:
            rows = self.sheet._rows
            for stream in (rows, self._writer.xf):
                with suppress(OSError, ValueError, StopIteration):
                    if stream is not None:
                        stream.close()
        if self._part in _writer.ALL_TEMP_FILES:
            _writer.ALL_TEMP_FILES.remove(self._part)
            with suppress(OSError):
                os.remove(self._part)  # noqa: PTH107 - the text that openpyxl knows it by


class Streaming:
    """A workbook on its way to ``target``."""

    def __init__(self, target: Path, title: str, author: str) -> None:
        from openpyxl import Workbook

        self._target = target
        self.book = Workbook(write_only=True)
        self.book.properties.creator = author
        self.book.properties.title = title
        self.sheets: list[StreamedSheet] = []

    def sheet(self, name: str, state: str = "visible") -> StreamedSheet:
        """Add a sheet."""
        made = self.book.create_sheet(name)
        made.sheet_state = state
        part = self._target.with_name(f"{self._target.name}.{len(self.sheets)}")
        self.sheets.append(StreamedSheet(made, part))
        return self.sheets[-1]

    def save(self) -> None:
        """Put everything into the file."""
        self.book.save(self._target)


@contextmanager
def streaming(target: Path, title: str, author: str) -> Iterator[Streaming]:
    """Give a workbook to write into; whatever happens, only ``target`` is left."""
    made = Streaming(target, title, author)
    try:
        yield made
        made.save()
    finally:
        for sheet in made.sheets:
            sheet.abandon()


def _noted(cell: Any, note: str) -> Any:
    """Return a copy of a cell with a note; the cell itself is filled anew for others."""
    from copy import copy

    from openpyxl.comments import Comment

    own = copy(cell)
    own.comment = Comment(note, "蒙站")
    return own


def _placed(cells: Iterable[Any], row: int) -> Iterator[Any]:
    """Give each cell its place in a row."""
    for column, cell in enumerate(cells, 1):
        cell.row, cell.column = row, column
        yield cell
