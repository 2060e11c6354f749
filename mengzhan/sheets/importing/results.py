"""The rows that did not go in, as a workbook to put right and import again.

The columns are those of the file, with the reason behind them; wrong cells are coloured and say in
a note what is wrong. Rows that went in are not in it.
"""

from collections.abc import Iterator
from pathlib import Path

from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.sheets.grid import Cell, column_letters
from mengzhan.sheets.importing.plan import Intent, Plan, Planned
from mengzhan.sheets.importing.table import Table
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
    Intent.WAIT: QT_TRANSLATE_NOOP("model", "可能重复，等你决定"),
    Intent.SKIP: QT_TRANSLATE_NOOP("model", "跳过"),
    Intent.OUT: QT_TRANSLATE_NOOP("model", "有错，没有导入"),
}
_WRONG = "FFFBD7D2"
_WIDEST = 60


def left_out(plan: Plan) -> Iterator[Planned]:
    """Yield the rows that do not go in."""
    return (planned for planned in plan.planned if planned.intent in LEFT_OUT)


def reason_of(planned: Planned) -> str:
    """Say why a row stays out, in one line."""
    reasons = [str(found.problem.hint) for found in planned.row.problems if found.blocks]
    if not reasons and planned.resemblance is not None:
        reasons = [str(planned.resemblance.suspicion.reason), INTENT_WORDS[planned.intent]]
    return "；".join(dict.fromkeys(reasons)) or INTENT_WORDS[planned.intent]


def write_results(path: Path, table: Table, plan: Plan) -> int:
    """Write the rows that did not go in; return how many there are.

    Raises:
        StoreError: the file could not be written; nothing was left behind.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(table.sheet.name[:31] or "未导入")
    sheet.freeze_panes = "A2"
    headers = [" ".join(parts) for parts in table.headers]
    for place, header in enumerate(headers):
        width = min(max(len(header) * 2, 10), _WIDEST)
        sheet.column_dimensions[column_letters(place)].width = width
    sheet.column_dimensions[column_letters(len(headers))].width = _WIDEST
    sheet.append([_cell(sheet, text, bold=True) for text in (*headers, REASON, ROW)])
    count = 0
    for planned in left_out(plan):
        sheet.append(list(_row(sheet, table, planned, len(headers))))
        count += 1
    with staged(path) as temporary, named_errors():
        book.save(temporary)
    return count


def _row(sheet: object, table: Table, planned: Planned, width: int) -> Iterator[object]:
    """The cells of the file as texts, so that no number loses digits once more."""
    wrong: dict[int, list[str]] = {}
    for found in planned.row.problems:
        if found.column is not None and found.blocks:
            wrong.setdefault(found.column, []).append(str(found.problem.hint))
    for column in range(width):
        cell = table.sheet.cell(planned.row.number - 1, column)
        yield _cell(sheet, plain_text(cell), note="\n".join(wrong.get(column, ())))
    yield _cell(sheet, reason_of(planned))
    yield planned.row.number


def _cell(sheet: object, text: Cell, *, bold: bool = False, note: str = "") -> object:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill

    cell = WriteOnlyCell(sheet, value=text or None)
    cell.number_format = "@"
    if isinstance(text, str) and text[:1] in "=+-@":
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    if note:
        cell.fill = PatternFill("solid", fgColor=_WRONG)
        cell.comment = Comment(note, "蒙站")
    return cell
