"""Ledgers out (台账): a list as a workbook that a superior accepts and that comes back in.

Rows are read and written a batch at a time; a sample spread over the whole list decides the
widths, so that a hundred thousand rows need no more memory than a thousand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mengzhan import __version__
from mengzhan.model.clock import chinese_day
from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.grid import ROWS, column_letters
from mengzhan.sheets.ledgers.contents import Contents
from mengzhan.sheets.ledgers.file_names import register_name
from mengzhan.sheets.ledgers.forms import TEXT, Content
from mengzhan.sheets.ledgers.layout import (
    HEADER_ROW,
    Layout,
    across,
    lay_out,
    number_format,
    row_height,
    set_print,
    set_view,
)
from mengzhan.sheets.ledgers.marker import (
    RECORD_HEADER,
    MarkedColumn,
    Marker,
    Sort,
    marker_pieces,
)
from mengzhan.sheets.ledgers.marker import SHEET as MARKER_SHEET
from mengzhan.sheets.ledgers.marker import WORDS as MARKER_WORDS
from mengzhan.sheets.ledgers.options import Options, options_of, rule, takes_several
from mengzhan.sheets.ledgers.profile import Profile, Resolved, masked, resolved
from mengzhan.sheets.ledgers.streaming import Look, StreamedSheet, Streaming, streaming
from mengzhan.store.atomic import staged
from mengzhan.store.errors import named_errors
from mengzhan.store.session import Session

_BATCH = 500
_SAMPLE = 1_000
_BELOW = 500  # rows below the last one that offer lists too, for whoever goes on in Excel
_GAP = "　　"
TITLE = Look(size=16, bold=True, across="center", border=False)
INFO = Look(size=10, across="left", border=False)
HEADER = Look(bold=True, fill="E7EEF0", across="center")
REQUIRED = replace(HEADER, colour="B3261E")
PLAIN = Look(border=False, wrap=False)


class PurposeMissing(UserError):
    """Full numbers are to be written without a word on what for."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP(
            "model",
            "要写出完整的证件号、电话，请先填用途（例如 报旗县就业局核对），会记下条数和用途。",
        )
        super().__init__("EXPORT_PURPOSE", Message(words))


class TooManyRows(UserError):
    """More rows than a sheet has."""

    def __init__(self, rows: int) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "一共 {rows} 条，一张表放不下（最多 {most} 条）。请先筛选，分几次导出。"
        )
        super().__init__("EXPORT_TOO_LONG", Message(words, {"rows": rows, "most": ROWS}))


@dataclass(frozen=True)
class Wanted:
    """What is to be written: the records (row numbers in display order) and what stands above.

    ``bare`` writes what the profile writes in full; otherwise everything sensitive is masked.
    """

    profile: Profile
    ids: Sequence[int]
    bare: bool = False
    purpose: str = ""
    period: str = ""


@dataclass(frozen=True)
class Written:
    """What was written. ``bare`` says whether sensitive values stand in it in full."""

    path: Path
    rows: int
    columns: int
    bare: bool


def write_ledger(
    session: Session, wanted: Wanted, path: Path, progress: Progress | None = None
) -> Written:
    """Write a list as a workbook: whole, or not at all.

    Raises:
        ProfileError, PurposeMissing, TooManyRows, StoreError, Cancelled: nothing was written.
    """
    profile = wanted.profile if wanted.bare else masked(session.catalogue, wanted.profile)
    columns = resolved(session.catalogue, profile)
    bare = any(item.is_bare for item in columns)
    purpose = wanted.purpose.strip()
    if bare and not purpose:
        raise PurposeMissing
    if len(wanted.ids) > ROWS - HEADER_ROW:
        raise TooManyRows(len(wanted.ids))
    writer = _Ledger(session, replace(wanted, profile=profile), columns, progress or Progress())
    with staged(path) as temporary, named_errors():
        rows = writer.write(temporary)
        if bare:
            # Noted before the file is in its place: better one too many than one too few.
            session.disclose(profile.kind, rows, purpose)
    return Written(path, rows, len(columns), bare)


class _Ledger:
    def __init__(
        self, session: Session, wanted: Wanted, columns: list[Resolved], progress: Progress
    ) -> None:
        self._session = session
        self._wanted = wanted
        self._kind = session.catalogue[wanted.profile.kind]
        self._columns = columns
        self._progress = progress
        self._today = session.today()
        self._contents = Contents(session.read(), self._kind.name, columns, self._today)
        self._layout = lay_out(columns, [item.header for item in columns], self._sample())
        self._looks = data_looks(self._layout)
        self._id_look = Look(border=False, wrap=False, colour="808080")

    def _sample(self) -> list[list[Content]]:
        ids = self._wanted.ids
        step = max(1, -(-len(ids) // _SAMPLE))
        chosen = ids[::step]
        return [
            row
            for start in range(0, len(chosen), _BATCH)
            for row in self._contents.rows(
                self._session.read().rows(self._kind.name, chosen[start : start + _BATCH])
            )
        ]

    @property
    def _title(self) -> str:
        name = self._wanted.profile.title or register_name(self._kind)
        return f"{self._session.place.name}{name}"

    def write(self, temporary: Path) -> int:
        layout, place = self._layout, self._session.place
        with streaming(temporary, self._title, place.name) as book:
            sheet = book.sheet(self._kind.label)
            set_view(sheet.sheet, layout)
            formats = [f for item in self._columns for f in [number_format(item)] * item.span]
            sheet.set_widths([*layout.widths, 38], [*formats, TEXT])
            sheet.sheet.column_dimensions[column_letters(layout.breadth)].hidden = True
            write_head(sheet, layout, self._title, self._info(), (RECORD_HEADER,))
            rows = self._write_rows(sheet)
            last = HEADER_ROW + rows
            id_column = column_letters(layout.breadth)
            sheet.sheet.auto_filter.ref = f"A{HEADER_ROW}:{id_column}{last}"
            set_print(sheet.sheet, layout, place.name, f"填报时间：{chinese_day(self._today)}")
            sheet.sheet.print_area = f"A1:{layout.last}{last}"
            options = Options()
            self._offer(sheet, options, last + _BELOW)
            options.write(book)
            write_marker(book, self._session, "ledger", self._kind.name, self._kind.label, layout)
        return rows

    def _info(self) -> str:
        period = self._wanted.period or f"截至{chinese_day(self._today)}"
        parts = [
            f"填报单位：{self._session.place.name}",
            f"期间：{period}",
            f"填报人：{self._session.operator.name}",
            f"填报时间：{chinese_day(self._today)}",
            f"共 {len(self._wanted.ids)} 条",
        ]
        if any(item.field is not None and item.field.sensitive for item in self._columns):
            bare = any(item.is_bare for item in self._columns)
            parts.append("含个人信息，请妥善保管" if bare else "证件号、电话等已打码")
        return _GAP.join(parts)

    def _write_rows(self, sheet: StreamedSheet) -> int:
        ids, reader, done = self._wanted.ids, self._session.read(), 0
        words = QT_TRANSLATE_NOOP("model", "已写 {done} 条，共 {total} 条")
        for start in range(0, len(ids), _BATCH):
            self._progress.step(start, len(ids), Message(words, {"done": start, "total": len(ids)}))
            records = reader.rows(self._kind.name, ids[start : start + _BATCH])
            for record, row in zip(records, self._contents.rows(records, done + 1), strict=True):
                cells = list(spread(row, self._layout, self._looks))
                sheet.append([*cells, (record["id"], self._id_look)])
            done += len(records)
        return done

    def _offer(self, sheet: StreamedSheet, options: Options, last: int) -> None:
        for place, item in zip(self._layout.places, self._columns, strict=True):
            if item.field is None or item.form is None or not item.is_own:
                continue
            found = options_of(item.field, item.form, self._session.place.code)
            if found and item.form.returns:
                cells = column_range(place, last)
                strict = not takes_several(item.field)
                made = rule(cells, options.formula(found), strict=strict)
                sheet.sheet.data_validations.append(made)


# Shared with templates -------------------------------------------------------------------------


def column_range(place: int, last: int) -> str:
    """The cells of a column from the first below the header to row ``last``."""
    letters = column_letters(place)
    return f"{letters}{HEADER_ROW + 1}:{letters}{last}"


def data_looks(layout: Layout) -> list[Look]:
    """How the cells of each column look."""
    return [
        Look(
            across=across(item, centred),
            number_format=number_format(item),
            quoted=item.form is not None and item.form.quoted,
        )
        for item, centred in zip(layout.columns, layout.centred, strict=True)
    ]


def spread(
    row: Sequence[Content], layout: Layout, looks: Sequence[Look]
) -> Iterator[tuple[Content, Look]]:
    """Yield the cells of a row; what is split takes one cell for each character."""
    for content, item, look in zip(row, layout.columns, looks, strict=True):
        if item.span == 1:
            yield content, look
            continue
        text = "" if content is None else str(content)
        pieces = [*text[: item.span - 1], text[item.span - 1 :]]
        for at in range(item.span):
            yield (pieces[at] if at < len(pieces) else None) or None, look


def write_head(
    sheet: StreamedSheet, layout: Layout, title: str, info: str, more: Sequence[str] = ()
) -> None:
    """Write title, the line below it, and the header; ``more`` are headers of hidden columns."""
    empty: list[tuple[Content, Look]] = [(None, INFO)] * (layout.breadth - 1)
    # In the middle of several pages side by side it would be cut in two.
    where = TITLE if layout.pages_across == 1 else replace(TITLE, across="left")
    sheet.append([(title, where), *empty], row_height(title, layout.total / 1.5, 21))
    sheet.append([(info, INFO), *empty], row_height(info, layout.total))
    header: list[tuple[Content, Look]] = []
    for place, text, item in zip(layout.places, layout.headers, layout.columns, strict=True):
        look = REQUIRED if text.startswith("*") else HEADER
        header += [(text, look), *[(None, look)] * (item.span - 1)]
        if item.span > 1:
            _merge(sheet, HEADER_ROW, place, place + item.span - 1)
    sheet.append([*header, *((text, PLAIN) for text in more)], layout.header_height)
    if layout.breadth > 1:
        for number in range(1, HEADER_ROW):
            _merge(sheet, number, 0, layout.breadth - 1)


def _merge(sheet: StreamedSheet, row: int, left: int, right: int) -> None:
    sheet.sheet.merged_cells.add(f"{column_letters(left)}{row}:{column_letters(right)}{row}")


def write_marker(
    book: Streaming, session: Session, sort: Sort, kind: str, name: str, layout: Layout
) -> None:
    """Write the hidden sheet by which the workbook is known again."""
    marker = Marker(
        sort,
        kind,
        name,
        tuple(
            MarkedColumn(item.column.source, header, item.form.name if item.form else "", item.span)
            for item, header in zip(layout.columns, layout.headers, strict=True)
        ),
        session.place.code,
        session.today().isoformat(),
        __version__,
    )
    write_mark(book, marker)


def write_mark(book: Streaming, marker: Marker) -> None:
    """Write a mark into a hidden sheet of its own."""
    sheet = book.sheet(MARKER_SHEET, "veryHidden")
    for text in (MARKER_WORDS, *marker_pieces(marker)):
        sheet.append([(text, PLAIN)])
