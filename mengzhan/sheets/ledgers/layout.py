"""The shape of a table on paper: widths, heights, and how a page is set up to be printed."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mengzhan.model.fieldtypes import CreditCode, IdNumber, Money, Phone
from mengzhan.model.text import display_width
from mengzhan.sheets.grid import column_letters
from mengzhan.sheets.ledgers.forms import GENERAL, TEXT, Content
from mengzhan.sheets.ledgers.profile import AGE, NUMBER, Resolved

HEADER_ROW = 3  # below the title and the line of who, when and how many
_NARROWEST, _WIDEST = 5.0, 40.0
_WIDEST_OF_LONG = 90.0  # of a column with texts that no row could hold at the usual width
_SPLIT = 2.6
_SHORT = 14  # contents up to this width stand in the middle of their cell
_HEADER_LINE = 14
_ROOM = 2  # beside the words; the arrow of the filter needs as much in a header
_LINE = 15.0
_PER_CHARACTER = 1.05  # half a Chinese character beside the digit in which widths are counted
_HIGHEST = 400.0  # Excel ends at 409
_MOST_LINES = 25  # of a row that is as high as that, with a line to spare
_PAGE = 150  # character widths on a landscape A4 page at 100 %
_SMALLEST_SCALE = 0.65


@dataclass(frozen=True)
class Layout:
    """Columns with the cells they take: ``places`` where each begins, ``widths`` of each cell."""

    columns: tuple[Resolved, ...]
    headers: tuple[str, ...]
    places: tuple[int, ...]
    widths: tuple[float, ...]
    centred: tuple[bool, ...]

    @property
    def breadth(self) -> int:
        """How many cells a row has."""
        return len(self.widths)

    @property
    def last(self) -> str:
        """The letters of the last column."""
        return column_letters(self.breadth - 1)

    @property
    def total(self) -> float:
        """The width of all cells together."""
        return sum(self.widths)

    @property
    def pages_across(self) -> int:
        """On how many pages side by side the table is printed, so that it can be read."""
        return pages_across(self.widths, self.fixed)

    @property
    def fixed(self) -> int:
        """How many cells at the left stay in sight: up to the first that names the record."""
        for place, item in zip(self.places, self.columns, strict=True):
            if item.column.source != NUMBER:
                # a column that is split cannot stay: it would fill a small screen
                return place + (1 if item.span == 1 else 0)
        return 0

    @property
    def header_height(self) -> float:
        """High enough for the words of every header."""
        lines = [
            lines_in(header, self._width_at(place, item.span))
            for place, item, header in zip(self.places, self.columns, self.headers, strict=True)
        ]
        return _LINE * max(lines) + 9

    def _width_at(self, place: int, span: int) -> float:
        return sum(self.widths[place : place + span])


def pages_across(widths: Sequence[float], fixed: int = 0) -> int:
    """On how many pages side by side columns are printed, the first ``fixed`` ones on each."""
    total, repeated = sum(widths), sum(widths[:fixed])
    room = _PAGE / _SMALLEST_SCALE
    if total <= room:
        return 1
    return math.ceil((total - repeated) / max(room - repeated, room / 2))


def lay_out(
    columns: Sequence[Resolved], headers: Sequence[str], sample: Sequence[Sequence[Content]]
) -> Layout:
    """Fit each column to its header and to the contents of ``sample``, within bounds."""
    places: list[int] = []
    widths: list[float] = []
    centred: list[bool] = []
    for at, (item, header) in enumerate(zip(columns, headers, strict=True)):
        longest = max((_width_of(row[at], item) for row in sample), default=0)
        places.append(len(widths))
        centred.append(longest <= _SHORT or _is_code_like(item))
        if item.span > 1:
            widths += [max(_SPLIT, display_width(header) / item.span + 0.3)] * item.span
        else:
            whole = max((display_width(str(row[at])) for row in sample), default=0)
            widths.append(fitting_width(header, longest, whole))
    return Layout(tuple(columns), tuple(headers), tuple(places), tuple(widths), tuple(centred))


def fitting_width(header: str, longest: int, whole: int = 0) -> float:
    """The width of a column.

    Args:
        longest: the width of the longest line in it.
        whole: that of the longest text, all its lines together.
    """
    needed = max(longest * _PER_CHARACTER + _ROOM, _header_width(header), _NARROWEST)
    high = min(whole * _PER_CHARACTER / _MOST_LINES + 1, _WIDEST_OF_LONG)
    return min(needed, max(_WIDEST, high))


def _width_of(content: Content, item: Resolved) -> int:
    if isinstance(content, date):
        return 15 if item.form is not None and item.form.name == "date_cn" else 11
    return longest_line("" if content is None else str(content))


def longest_line(text: str) -> int:
    """The width of the longest line of a text."""
    return max(map(display_width, text.splitlines()), default=0)


def _header_width(header: str) -> int:
    """A long header stands in two lines."""
    width = display_width(header)
    return (width if width <= _HEADER_LINE else math.ceil(width / 4) * 2) + _ROOM + 2


def _is_code_like(item: Resolved) -> bool:
    return item.field is not None and isinstance(item.field.type, IdNumber | Phone | CreditCode)


def number_format(item: Resolved) -> str:
    """The format of a column's cells."""
    if item.form is not None:
        return item.form.number_format
    return GENERAL if item.column.source in (NUMBER, AGE) else TEXT


def across(item: Resolved, centred: bool) -> str:
    """Where contents stand: sums at the right, short things in the middle, sentences left."""
    if item.field is not None and isinstance(item.field.type, Money):
        return "right"
    return "center" if centred else "left"


def lines_in(text: str, width: float) -> int:
    """How many lines words take in a cell."""
    return max(1, math.ceil(display_width(text) * _PER_CHARACTER / max(width - 1, 1)))


def fitting_height(row: Iterable[Content], widths: Iterable[float]) -> float:
    """The height of a row in which the longest text has room; merely trusting the program that
    opens the file leaves rows too tight to be read on paper."""
    lines = 1
    for content, width in zip(row, widths, strict=False):
        # most texts are short; only the others are measured
        if isinstance(content, str) and (2 * len(content) >= width or "\n" in content):
            lines = max(lines, sum(lines_in(part, width) for part in content.split("\n")))
    return min(_LINE * lines + 4, _HIGHEST)


def row_height(text: str, width: float, line: float = _LINE) -> float:
    """The height of a merged row, which no program fits by itself."""
    return lines_in(text, width) * line + 6


def set_view(sheet: Any, layout: Layout) -> None:
    """Before the first row: what stays in sight, and that pages follow the width."""
    freeze(sheet, layout.fixed, HEADER_ROW)


def freeze(sheet: Any, columns: int, header_row: int) -> None:
    """Before the first row: keep so many columns and the header in sight, and fit pages."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.freeze_panes = f"{column_letters(columns)}{header_row + 1}"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def set_print(sheet: Any, layout: Layout, left: str, right: str) -> None:
    """After the last row: as `print_across`, the fixed columns repeated on pages side by side."""
    print_across(sheet, HEADER_ROW, left, right, layout.pages_across)
    if layout.pages_across > 1 and layout.fixed:
        sheet.print_title_cols = f"A:{column_letters(layout.fixed - 1)}"


def print_across(sheet: Any, header_row: int, left: str, right: str, pages_across: int = 1) -> None:
    """After the last row: A4 across, fitted to the width, header repeated, pages numbered."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = "9"
    sheet.page_setup.fitToWidth = pages_across
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.6, 0.3, 0.3
    footer = sheet.HeaderFooter.oddFooter
    footer.left.text = _footer(left)
    footer.center.text = "第 &P 页，共 &N 页"
    footer.right.text = _footer(right)


def _footer(text: str) -> str:
    """An ampersand begins a command in a footer; a long footer is not kept at all."""
    return text[:60].replace("&", "&&")
