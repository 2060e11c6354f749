"""Warnings or repairs by their sort on one side, the cells of the chosen sort on the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mengzhan.sheets.importing.column import Repair
from mengzhan.sheets.importing.row import CellProblem
from mengzhan.ui.pages.importing.findings import Findings, Remarks
from mengzhan.ui.pages.importing.shown import covered
from mengzhan.ui.pages.importing.table_words import numbers
from mengzhan.ui.widgets.lines_table import LinesModel, LinesTable, Part
from mengzhan.ui.widgets.panel import Panel
from mengzhan.ui.words import say

OneLine = CellProblem | tuple[Repair, list[int]]


class RemarkGroups(LinesTable):
    """The sorts, with how many cells each."""

    def __init__(self) -> None:
        self._found: Findings | None = None
        model: LinesModel[Remarks] = LinesModel(
            [
                Part(self.tr("多少处"), lambda group: f"{group.count:,}", 64),
                Part(self.tr("栏名"), self._header, 90, 1),
                Part(self.tr("什么"), lambda group: say(group.words), 120, 4),
            ]
        )
        super().__init__(model)

    def show_groups(self, found: Findings, groups: Sequence[Remarks]) -> None:
        """Show groups."""
        self._found = found
        self.lines.fill(groups)
        if groups:
            self.go(0)

    def _header(self, group: Remarks) -> str:
        return say(self._found.group_header(group)) if self._found is not None else ""


class RemarkLines(Panel):
    """The cells of one sort."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._found: Findings | None = None
        self._group: Remarks | None = None
        self._masked = True
        model: LinesModel[OneLine] = LinesModel(
            [
                Part(self.tr("行"), self._rows, 150),
                Part(self.tr("表里写的"), self._before, 80, 1),
                Part(self.tr("怎么办的"), self._after, 80, 2),
            ]
        )
        self.table = LinesTable(model)
        self.body.addWidget(self.table, 1)

    def show_group(self, found: Findings, group: Remarks | None) -> None:
        """Show the cells of a group."""
        self._found, self._group = found, group
        heading = "" if group is None else f"{say(found.group_header(group))}  {say(group.words)}"
        self.heading.setWordWrap(True)
        self.set_heading(heading.strip())
        self.table.lines.fill(group.lines if group is not None else ())

    def set_masked(self, masked: bool) -> None:
        """Hide or show numbers that tell who somebody is."""
        self._masked = masked
        self.table.lines.refresh()

    def _rows(self, line: OneLine) -> str:
        if isinstance(line, CellProblem):
            return str(line.row)
        rows = line[1]
        count = self.tr("{count} 行：{rows}")
        return str(rows[0]) if len(rows) == 1 else count.format(count=len(rows), rows=numbers(rows))

    def _before(self, line: OneLine) -> str:
        if isinstance(line, CellProblem):
            text = self._found.text(line.row, line.column) if self._found is not None else ""
        else:
            text = line[0].before
        return covered(text) if self._masked else text

    def _after(self, line: OneLine) -> str:
        if not isinstance(line, CellProblem):
            after = line[0].after
            return f"→ {covered(after) if self._masked else after}"
        hint = say(line.problem.hint)
        text = self.tr("原话记进备注。{hint}").format(hint=hint) if line.kept else hint
        return covered(text) if self._masked else text

    def focus_lines(self) -> None:
        """Go through the cells."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.lines.rowCount():
            self.table.go(max(self.table.current, 0))
