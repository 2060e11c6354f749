"""The report of a month as a workbook: the figures, the months of the year, places and groups, and
for every indicator the records that it counts. ID numbers are masked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from mengzhan.model.entry import Values, text_of
from mengzhan.model.kind import Catalogue
from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.figures import INDICATORS, Evidence, Figure
from mengzhan.rules.reader import Reader
from mengzhan.rules.register import one_of
from mengzhan.rules.reporting.apart import Apart
from mengzhan.rules.reporting.bulletin import period_names
from mengzhan.rules.reporting.particulars import Particulars
from mengzhan.rules.reporting.report import Line, Report
from mengzhan.rules.reporting.sections import SECTIONS
from mengzhan.sheets.grid import ROWS, column_letters
from mengzhan.sheets.ledgers.forms import GENERAL, Content
from mengzhan.sheets.ledgers.layout import freeze, print_across
from mengzhan.sheets.ledgers.ledger import HEADER, INFO, TITLE
from mengzhan.sheets.ledgers.streaming import Look, StreamedSheet, Streaming, streaming
from mengzhan.store.atomic import staged
from mengzhan.store.errors import named_errors

_CELL = Look()
_MIDDLE = Look(across="center")
_NUMBER = Look(across="right", number_format=GENERAL)
_AMOUNT = replace(_NUMBER, across="center")  # beside a code, with which it must not run together
_GROUP = Look(bold=True, fill="EEF2EF")
_ROW = 18.0
_BATCH = 500
_MONTHS = 12
_ERASED = "（已删除）"
_EVIDENCE = (
    ("代码", 8),
    ("指标", 26),
    ("算在", 8),
    ("日期", 12),
    ("记录", 12),
    ("对象", 24),
    ("证件号", 22),
    ("算几", 8),
    ("记录编号", 40),
)
_SIDES = ("分子", "分母")


def write_month_book(
    reader: Reader,
    report: Report,
    about: Particulars,
    path: Path,
    progress: Progress | None = None,
) -> int:
    """Write the workbook: whole, or not at all; return how many rows of evidence stand in it.

    Raises:
        StoreError, Cancelled: nothing was written.
    """
    title = f"{about.station}{report.period.label}就业服务月报"
    first, last = report.period.first, report.period.last
    told = (f"期间：{first} 至 {last}", about.standing, f"制表日期：{report.day}", "证件号已打码")
    with (
        staged(path) as temporary,
        named_errors(),
        streaming(temporary, title, about.station) as book,
    ):
        written = _MonthBook(book, report, about.station)
        written.figures(title, "　　".join(filter(None, told)))
        written.course()
        written.apart("分地点", about.places)
        written.apart("分群体", about.groups)
        written.corrections(about.corrections)
        return written.evidence(reader, progress or Progress())


class _MonthBook:
    def __init__(self, book: Streaming, report: Report, station: str) -> None:
        self._book, self._report, self._station = book, report, station

    def _sheet(
        self, name: str, columns: Sequence[tuple[str, float]], above: Sequence[str] = ()
    ) -> StreamedSheet:
        """Add a sheet of ``columns`` (header, width) with lines above the header."""
        sheet = self._book.sheet(name)
        header_row = len(above) + 1
        freeze(sheet.sheet, 0, header_row)
        sheet.set_widths([width for _, width in columns])
        print_across(sheet.sheet, header_row, self._station, str(self._report.period.label))
        looks = ((replace(TITLE, across="left"), 28), (INFO, 18))
        for text, (look, height) in zip(above, looks, strict=False):
            _across(sheet, text, look, len(columns), height)
        sheet.append([(head, HEADER) for head, _ in columns], 32)
        return sheet

    def figures(self, title: str, info: str) -> None:
        """Write the indicators, duty by duty."""
        this, former = period_names(self._report.period)
        columns = (
            ("代码", 8),
            ("指标", 28),
            ("单位", 8),
            (this, 10),
            (former, 10),
            ("增减", 10),
            ("年初以来", 12),
            ("说明", 62),
        )
        sheet = self._sheet("月报", columns, (title, info))
        for section in SECTIONS:
            _across(sheet, section.label, _GROUP, len(columns), _ROW)
            for code in section.codes:
                sheet.append(list(_line(code, self._report.lines[code])))
        sheet.sheet.page_setup.fitToHeight = 1

    def course(self) -> None:
        """Write what each month of the year came to."""
        months = [(f"{month}月", 8.0) for month in range(1, _MONTHS + 1)]
        year = f"{self._report.period.last.year}年各月"
        sheet = self._sheet("各月", (("指标", 28), ("单位", 8), *months), (year,))
        for code, counts in self._report.course.items():
            indicator = INDICATORS[code]
            names = [(indicator.label_in_chinese, _CELL), (indicator.unit_in_chinese, _CELL)]
            sheet.append([*names, *((count, _NUMBER) for count in counts)])

    def apart(self, name: str, apart: Apart) -> None:
        """Write some figures place by place, or group by group."""
        labels = [(INDICATORS[code].label_in_chinese, 16.0) for code in apart.codes]
        sheet = self._sheet(name, ((name[1:], 30), *labels))
        for label, shown in apart.rows:
            sheet.append([(label, _CELL), *((_plain(text), _NUMBER) for text in shown)])

    def corrections(self, lines: Sequence[str]) -> None:
        """Write what was corrected since the month was closed, if anything was."""
        if lines:
            sheet = self._sheet("更正", (("结账以后的更正、补报", 110),))
            for line in lines:
                sheet.append([(line, _CELL)])

    def evidence(self, reader: Reader, progress: Progress) -> int:
        """Write what every figure counts, on as many sheets as it takes; return how many rows."""
        rows = [*_counted(self._report.now.values())]
        words = QT_TRANSLATE_NOOP("model", "已写 {done} 条，共 {total} 条")
        sheet, sheets = self._sheet("依据", _EVIDENCE), 1
        for start in range(0, len(rows), _BATCH):
            params = {"done": start, "total": len(rows)}
            progress.step(start, len(rows), Message(words, params))
            part = rows[start : start + _BATCH]
            if sheet.height + len(part) > ROWS:
                sheets += 1
                sheet = self._sheet(f"依据{sheets}", _EVIDENCE)
            subjects = _subjects(reader, [one for _, _, one in part])
            for figure, side, one in part:
                sheet.append(list(_row(reader.catalogue, figure, side, one, subjects)))
            sheet.sheet.auto_filter.ref = f"A1:{column_letters(len(_EVIDENCE) - 1)}{sheet.height}"
        return len(rows)


def _across(sheet: StreamedSheet, text: str, look: Look, columns: int, height: float) -> None:
    """Write one text over so many columns."""
    row = sheet.height + 1
    sheet.sheet.merged_cells.add(f"A{row}:{column_letters(columns - 1)}{row}")
    sheet.append([(text, look), *[(None, look)] * (columns - 1)], height)


def _line(code: str, line: Line) -> Iterator[tuple[Content, Look]]:
    indicator = line.now.indicator
    yield code, _CELL
    yield f"{'　' if indicator.of else ''}{indicator.label_in_chinese}", _CELL
    yield indicator.unit_in_chinese, _MIDDLE
    for figure in (line.now, line.before):
        yield _number(figure), _NUMBER
    more = line.difference
    yield (float(more) if more is not None else "—"), _NUMBER
    yield _number(line.year), _NUMBER
    yield indicator.meaning_in_chinese, _CELL


def _number(figure: Figure) -> Content:
    """Return a figure as it is shown: as a number, so that it can be added up."""
    if figure.value is None:
        return "—"
    return figure.value if isinstance(figure.value, int) else float(figure.shown)


def _plain(text: str) -> Content:
    return int(text) if text.lstrip("-").isdigit() else text


# Evidence ---------------------------------------------------------------------------------------


def _counted(figures: Iterable[Figure]) -> Iterator[tuple[Figure, str, Evidence]]:
    for figure in figures:
        ratio = figure.indicator.is_ratio
        for side, evidence in zip(_SIDES, (figure.evidence, figure.base), strict=True):
            for one in evidence:
                yield figure, side if ratio else "", one


def _row(
    catalogue: Catalogue,
    figure: Figure,
    side: str,
    one: Evidence,
    subjects: dict[tuple[str, str], Values],
) -> Iterator[tuple[Content, Look]]:
    kind = catalogue[one.about[0]]
    values = subjects.get(one.about, {})
    number = kind.get("id_number")
    yield figure.indicator.code, _CELL
    yield figure.indicator.label_in_chinese, _CELL
    yield side, _CELL
    yield one.day, _CELL
    yield catalogue[one.kind].one, _CELL
    yield kind[kind.title[0]].show(values.get(kind.title[0])) or _ERASED, _CELL
    yield (number.show(values.get("id_number")) if number else ""), _CELL
    yield one.amount, _AMOUNT
    yield one.record, _CELL


def _subjects(reader: Reader, evidence: Iterable[Evidence]) -> dict[tuple[str, str], Values]:
    """Read whom records are about: what they are called, and masked later the ID number."""
    wanted: dict[str, set[str]] = {}
    for one in evidence:
        wanted.setdefault(one.about[0], set()).add(one.about[1])
    found: dict[tuple[str, str], Values] = {}
    for name, records in wanted.items():
        kind = reader.catalogue[name]
        fields = [field for field in (kind.title[0], "id_number") if kind.get(field)]
        for row in reader.columns(name, fields, one_of("id", records)):
            found[name, text_of(row, "id")] = row
    return found
