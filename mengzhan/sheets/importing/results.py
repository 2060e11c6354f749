"""The rows that did not go in, as a workbook to put right and import again.

The columns are those of the file, with the reason behind them; wrong cells are coloured and say in
a note what is wrong. Rows that went in are not in it. A cell that stood for others (merged, 同上,
the line over a group) says in each row what it meant there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.sheets.importing.headers import SECTION
from mengzhan.sheets.importing.intake import Import
from mengzhan.sheets.importing.mapping import MappedColumn
from mengzhan.sheets.importing.memory import headers_of, remember_layout
from mengzhan.sheets.importing.plan import Plan
from mengzhan.sheets.importing.planned import Intent, Planned
from mengzhan.sheets.importing.values import read_section_name
from mengzhan.sheets.ledgers.forms import TEXT, Content
from mengzhan.sheets.ledgers.layout import (
    fitting_width,
    freeze,
    longest_line,
    pages_across,
    print_across,
)
from mengzhan.sheets.ledgers.ledger import write_mark
from mengzhan.sheets.ledgers.streaming import Look, StreamedSheet, streaming
from mengzhan.sheets.plaintext import plain_text
from mengzhan.store.atomic import staged
from mengzhan.store.errors import named_errors

REASON = "没有导入的原因"
ROW = "原表行号"
LEFT_OUT = (Intent.OUT, Intent.WAIT, Intent.SKIP)
INTENT_WORDS = {
    Intent.NEW: QT_TRANSLATE_NOOP("model", "新增"),
    Intent.SAME: QT_TRANSLATE_NOOP("model", "已有，没变"),
    Intent.CHANGE: QT_TRANSLATE_NOOP("model", "更新"),
    Intent.JOIN: QT_TRANSLATE_NOOP("model", "并入前面的行"),
    Intent.WAIT: QT_TRANSLATE_NOOP("model", "可能重复，等你决定"),
    Intent.SKIP: QT_TRANSLATE_NOOP("model", "跳过"),
    Intent.OUT: QT_TRANSLATE_NOOP("model", "有错，没有导入"),
}
_NAME = "未导入"
_REASON_WIDTH = 60.0
_ABOVE = Look(border=False, wrap=False)
_HEADER = Look(bold=True, fill="E7EEF0")
_CELL = Look()
_WRONG = Look(fill="FBD7D2")


def left_out(plan: Plan) -> Iterator[Planned]:
    """Yield the rows that do not go in."""
    return (planned for planned in plan.planned if planned.intent in LEFT_OUT)


def reason_of(planned: Planned) -> str:
    """Say why a row stays out, in one line."""
    reasons = [str(found.problem.hint) for found in planned.problems if found.blocks]
    if not reasons and planned.resemblance is not None:
        reasons = [str(planned.resemblance.suspicion.reason), INTENT_WORDS[planned.intent]]
    return "；".join(dict.fromkeys(reasons)) or INTENT_WORDS[planned.intent]


def write_results(path: Path, task: Import, plan: Plan, *, keep: bool = True) -> int:
    """Write the rows that do not go in; return how many there are.

    Args:
        keep: remember what its columns are, so that it comes back without a question.

    Raises:
        StoreError: the file could not be written; nothing was left behind.
    """
    results = _Results(task, plan)
    with staged(path) as temporary, named_errors():
        count = results.write(temporary)
    if keep and task.returning is None:
        remember_layout(task.session, task.kind.name, results.headers, results.columns())
    return count


class _Results:
    def __init__(self, task: Import, plan: Plan) -> None:
        self._task = task
        self._plan = plan
        self._table = task.table
        self._places = list(range(len(self._table.headers)))
        self._named_over = False
        self.headers = headers_of(self._table)
        over = next((c for c in task.columns if c.index == SECTION and c.taken), None)
        if over is not None:
            self._places.append(SECTION)
            self._named_over = over.path == "employer.name"
            words = (word.word for word in task.words.words if word.path == over.path)
            self.headers.append(next(words, over.path))
        self.headers += [REASON, ROW]

    def columns(self) -> Iterator[MappedColumn]:
        """Return what the columns of the workbook are, from those of the file."""
        for column in self._task.columns:
            place = len(self._table.headers) if column.index == SECTION else column.index
            yield replace(column, index=place)
        for place in (len(self.headers) - 2, len(self.headers) - 1):
            yield MappedColumn(place, self.headers[place], "", 1.0, "chosen")

    def write(self, target: Path) -> int:
        rows = list(left_out(self._plan))
        returning, place = self._task.returning, self._task.session.place
        with streaming(target, _NAME, place.name) as book:
            sheet = book.sheet(_NAME)
            header_row, widths = len(self._table.above) + 1, self._widths(rows)
            freeze(sheet.sheet, 0, header_row)
            sheet.set_widths(widths, [TEXT] * (len(widths) - 1))
            print_across(sheet.sheet, header_row, place.name, _NAME, pages_across(widths))
            for line in self._table.above:
                sheet.append([(line, _ABOVE)])
            sheet.append([(header, _HEADER) for header in self.headers])
            for planned in rows:
                self._write_row(sheet, planned)
            if returning is not None:
                write_mark(book, replace(returning.marker, sheet=_NAME))
        return len(rows)

    def _widths(self, rows: Sequence[Planned]) -> list[float]:
        """The width of each column, by its header and what stands in it."""
        told, number = self.headers[:-2], self.headers[-1]
        widths = [
            fitting_width(header, max(map(longest_line, self._texts(rows, place)), default=0))
            for place, header in zip(self._places, told, strict=True)
        ]
        return [*widths, _REASON_WIDTH, fitting_width(number, 0)]

    def _texts(self, rows: Sequence[Planned], place: int) -> Iterator[str]:
        return (self._text(planned.row.number, place) for planned in rows)

    def _write_row(self, sheet: StreamedSheet, planned: Planned) -> None:
        """The cells as texts, so that no number loses digits once more."""
        wrong: dict[int, list[str]] = {}
        for found in planned.problems:
            if found.column is not None and found.blocks:
                wrong.setdefault(found.column, []).append(str(found.problem.hint))
        cells: list[tuple[Content, Look]] = [
            (self._text(planned.row.number, place), _WRONG if place in wrong else _CELL)
            for place in self._places
        ]
        notes = ["\n".join(wrong.get(place, ())) for place in self._places]
        cells += [(reason_of(planned), _CELL), (planned.row.number, _CELL)]
        sheet.append(cells, notes=notes)

    def _text(self, number: int, column: int) -> str:
        returning = self._task.returning
        if returning is not None and self._plan.fixed(number, column) is None:
            return plain_text(returning.sheet.cell(number - 1, column))
        cell = self._plan.cell(number, column)
        if column == SECTION and self._named_over:
            cell = str(read_section_name(cell).value)
        return plain_text(cell)
