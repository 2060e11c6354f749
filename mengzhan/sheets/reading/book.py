"""Cells out of a file that the guard let through: the fast reader first, the slow one after it.

Runs in the child. python-calamine lays out a whole sheet as a grid and is some ten times faster;
openpyxl streams, so it takes workbooks whose cells lie far apart and those that the fast reader
does not understand. Only the calls into them are ours to distrust: whatever they raise means a
damaged file, while an error of our own code stays an error.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from mengzhan.sheets.grid import Span
from mengzhan.sheets.reading import content, delimited
from mengzhan.sheets.reading.cells import Row, Trimmer
from mengzhan.sheets.reading.content import Sort
from mengzhan.sheets.reading.guard import check_zip
from mengzhan.sheets.reading.limits import Limits
from mengzhan.sheets.reading.refusal import BookRefused, damaged
from mengzhan.sheets.reading.sheetparts import parts_by_sheet
from mengzhan.sheets.reading.sheetscan import SheetFacts
from mengzhan.sheets.reading.wire import Event

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from python_calamine import CalamineSheet

_EXCEL_XML = frozenset({Sort.XLSX, Sort.XLSM})
_ZIPPED = _EXCEL_XML | {Sort.XLSB, Sort.ODS}


def read(file: BinaryIO, limits: Limits) -> Iterator[Event]:
    """Yield what a file holds, sheet by sheet.

    Raises:
        BookRefused: whatever is wrong with the file.
    """
    sort = content.sniff(file)
    if sort not in content.READABLE:
        raise BookRefused(content.REFUSALS[sort], str(sort))
    yield "sort", str(sort)
    reading = _Reading(file, sort, limits)
    yield from reading.events()
    if not reading.kept:
        raise BookRefused("BOOK_EMPTY")


class _Reading:
    """One workbook on its way out; ``kept`` counts the cells that went."""

    def __init__(self, file: BinaryIO, sort: Sort, limits: Limits) -> None:
        self._file = file
        self._sort = sort
        self._limits = limits
        self._facts: dict[str, SheetFacts] = {}
        self._parts: dict[str, str] = {}
        self._covered = 0
        self.kept = 0

    def events(self) -> Iterator[Event]:
        if self._sort is Sort.TEXT:
            self._file.seek(0)
            rows = delimited.rows_of(self._file.read())
            yield from self._sheet(
                Path(self._file.name).stem, visible=True, rows=rows, height=0, facts=None
            )
            return
        if self._sort in _ZIPPED:
            self._learn_facts()
        if any(facts.far for facts in self._facts.values()):
            yield from self._streamed()
            return
        try:
            yield from self._laid_out()
        except _ParserError as reason:
            if self._sort not in _EXCEL_XML:
                raise damaged(reason.cause) from reason
            yield ("again",)
            self.kept = self._covered = 0
            yield from self._streamed()
            if not self.kept:
                raise damaged(reason.cause) from reason

    def _learn_facts(self) -> None:
        by_part = check_zip(self._file, self._limits)
        self._parts = parts_by_sheet(self._file) if self._sort in _EXCEL_XML else {}
        self._facts = {
            name: by_part.pop(part) for name, part in self._parts.items() if part in by_part
        } | by_part

    def _laid_out(self) -> Iterator[Event]:
        """Read with python-calamine."""
        from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

        with _parser():
            self._file.seek(0)
            book = CalamineWorkbook.from_filelike(self._file)
            sheets = book.sheets_metadata
        self._check_count(len(sheets))
        for index, about in enumerate(sheets):
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            with _parser():
                sheet = book.get_sheet_by_index(index)
            facts = self._facts.get(about.name) or _told(sheet)
            yield from self._sheet(
                about.name,
                visible=about.visible == SheetVisibleEnum.Visible,
                rows=_with_errors(_rows(sheet), facts.errors),
                height=sheet.total_height,
                facts=facts,
            )

    def _streamed(self) -> Iterator[Event]:
        """Read with openpyxl."""
        try:
            with _parser():
                import openpyxl

                self._file.seek(0)
                book = openpyxl.load_workbook(
                    self._file, read_only=True, data_only=True, keep_links=False
                )
            if not set(self._parts) <= set(book.sheetnames):
                raise BookRefused("BOOK_DAMAGED", "sheet missing")  # openpyxl leaves it out quietly
            self._check_count(len(book.worksheets))
            for sheet in book.worksheets:
                yield from self._sheet(
                    sheet.title,
                    visible=sheet.sheet_state == "visible",
                    rows=_streamed_rows(sheet),
                    height=0,
                    facts=self._facts.get(sheet.title),
                )
        except _ParserError as reason:
            raise damaged(reason.cause) from reason

    def _check_count(self, count: int) -> None:
        if count > self._limits.sheets:
            raise BookRefused("BOOK_TOO_MANY_SHEETS", count=count, most=self._limits.sheets)

    def _sheet(
        self,
        name: str,
        *,
        visible: bool,
        rows: Iterable[Iterable[object]],
        height: int,
        facts: SheetFacts | None,
    ) -> Iterator[Event]:
        yield "sheet", name, visible, height
        trimmer = Trimmer(name, self._limits, self._limits.cells - self.kept)
        tall = wide = 0
        for chunk in trimmer.chunks(rows):
            tall += len(chunk)
            wide = max(wide, *map(len, chunk))
            yield "rows", chunk
        self.kept += trimmer.kept
        facts = facts or SheetFacts()
        merged = [kept for span in facts.merged if (kept := _clipped(span, tall, wide))]
        self._check_merged(merged)
        yield (
            "end",
            merged,
            sorted(row for row in facts.hidden_rows if row < tall),
            sorted(column for column in facts.hidden_columns if column < wide),
        )

    def _check_merged(self, merged: list[tuple[int, int, int, int]]) -> None:
        self._covered += sum(
            (bottom - top + 1) * (right - left + 1) for top, left, bottom, right in merged
        )
        if len(merged) > self._limits.merges or self._covered > self._limits.cells:
            raise BookRefused("BOOK_TOO_MANY_MERGES", "area", most=self._limits.merges)


class _ParserError(Exception):
    """A reader of others failed; ``cause`` is what it raised."""

    def __init__(self, cause: BaseException) -> None:
        super().__init__(type(cause).__name__)
        self.cause = cause


@contextmanager
def _parser() -> Iterator[None]:
    """Mark what a reader of others raises: calamine's panics are not even ``Exception``."""
    try:
        yield
    except (BookRefused, MemoryError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        raise _ParserError(error) from error


def _rows(sheet: "CalamineSheet") -> Iterator[list[object]]:
    with _parser():
        left = [None] * (sheet.start or (0, 0))[1]  # it begins each row at the first column in use
        for row in sheet.iter_rows():
            yield [*left, *row]


def _streamed_rows(sheet: "ReadOnlyWorksheet") -> Iterator[Row]:
    with _parser():
        sheet.reset_dimensions()
        yield from sheet.iter_rows(values_only=True)


def _with_errors(
    rows: Iterator[list[object]], errors: dict[tuple[int, int], str]
) -> Iterator[list[object]]:
    """Put back the error values, which python-calamine gives as empty cells."""
    if not errors:
        yield from rows
        return
    by_row: dict[int, list[tuple[int, str]]] = {}
    for (row, column), text in errors.items():
        by_row.setdefault(row, []).append((column, text))
    for number, cells in enumerate(rows):
        for column, text in by_row.get(number, ()):
            if column < len(cells):
                cells[column] = text
        yield cells


def _told(sheet: "CalamineSheet") -> SheetFacts:
    """Return what python-calamine itself tells of a sheet (.xls)."""
    with _parser():
        ranges = sheet.merged_cell_ranges or []
    return SheetFacts(
        merged=[Span(top, left, bottom, right) for (top, left), (bottom, right) in ranges]
    )


def _clipped(span: Span, height: int, width: int) -> tuple[int, int, int, int] | None:
    """Cut a merged range to the rows and columns that are left; one cell is no range."""
    bottom, right = min(span.bottom, height - 1), min(span.right, width - 1)
    if bottom < span.top or right < span.left or (bottom, right) == (span.top, span.left):
        return None
    return span.top, span.left, bottom, right
