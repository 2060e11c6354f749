"""Says in a few lines which table was found and which rows of the sheet are no records, and why."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from mengzhan.sheets.importing.intake import Import
from mengzhan.sheets.importing.table import Table

_SHOWN = 6


class TableWords(QObject):
    """The words of a table; a ``QObject`` only for its ``tr``."""

    def of(self, task: Import) -> str:
        """Return what was found."""
        table = task.table
        lines = [self._found(table)]
        if task.returning is not None:
            lines.insert(0, self.tr("这是蒙站自己的表，每一列都认得，不用问。没改过的格不动。"))
        skipped = self._skipped(table)
        if skipped:
            lines.append(self.tr("没有算进去：{rows}。").format(rows=skipped))
        hidden = [row + 1 for row in table.records if row in table.sheet.hidden_rows]
        if hidden:
            words = self.tr("隐藏的 {count} 行也在内（第 {rows} 行）。")
            lines.append(words.format(count=len(hidden), rows=numbers(hidden)))
        return "".join(lines)

    def _found(self, table: Table) -> str:
        top, bottom = table.header_top + 1, table.header_bottom + 1
        header = f"{top}" if top == bottom else f"{top}–{bottom}"
        words = self.tr("工作表“{sheet}”，表头第 {header} 行，记录 {count} 行。")
        name = table.sheet.name or self.tr("（文本）")
        return words.format(sheet=name, header=header, count=f"{len(table.records):,}")

    def _skipped(self, table: Table) -> str:
        named = {
            "title": self.tr("标题"),
            "total": self.tr("合计"),
            "note": self.tr("说明"),
            "numbering": self.tr("栏号"),
            "section": self.tr("小标题"),
            "blank": self.tr("空行"),
        }
        header = range(table.header_top, table.header_bottom + 1)
        again = [s.row for s in table.skipped if s.why == "header" and s.row not in header]
        parts = []
        for why, words in named.items():
            rows = [skipped.row + 1 for skipped in table.skipped if skipped.why == why]
            if rows:
                text = self.tr("{what} {count} 行（第 {rows} 行）")
                parts.append(text.format(what=words, count=len(rows), rows=numbers(rows)))
        if again:
            text = self.tr("重复的表头 {count} 行（第 {rows} 行）")
            parts.append(text.format(count=len(again), rows=numbers(row + 1 for row in again)))
        return "，".join(parts)


def numbers(rows: Iterable[int]) -> str:
    """Write the numbers of rows, a few of many."""
    known = sorted(rows)
    shown = "、".join(map(str, known[:_SHOWN]))
    return f"{shown}…" if len(known) > _SHOWN else shown
