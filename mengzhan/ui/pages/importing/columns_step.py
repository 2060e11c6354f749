"""Step 1, 列: which table, what each column gives, and what holds for the whole file."""

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import Signal

from mengzhan.sheets.grid import column_letters
from mengzhan.sheets.importing.headers import SECTION
from mengzhan.sheets.importing.intake import Import
from mengzhan.sheets.importing.mapping import MappedColumn
from mengzhan.sheets.importing.table import Table
from mengzhan.sheets.plaintext import plain_text
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.asked_columns import AskedColumns
from mengzhan.ui.pages.importing.column_question import ColumnQuestion
from mengzhan.ui.pages.importing.constants import Constants
from mengzhan.ui.pages.importing.paths import PathWords
from mengzhan.ui.pages.importing.shown import covered
from mengzhan.ui.pages.importing.table_words import TableWords
from mengzhan.ui.widgets.lines_table import Part
from mengzhan.ui.workspace import Workspace

_SAMPLES, _LOOKED_AT, _LONGEST = 3, 200, 24


class ColumnsStep(AskedColumns[MappedColumn]):
    """``said(words)``: what an answer did besides."""

    said = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(ColumnQuestion())
        self._task: Import | None = None
        self._samples: dict[int, list[str]] = {}
        self._path_words: PathWords | None = None
        self._table_words = TableWords()
        self.constants = Constants(workspace)
        self.side.body.addWidget(self.constants.needed)
        self.side.body.addWidget(self.question)
        self.side.body.addWidget(self.constants, 1)
        self.constants.reached.connect(self.side.ensureWidgetVisible)
        self.table.moved.connect(lambda _line: self.side.ensureWidgetVisible(self.question))
        self.constants.changed.connect(self.changed)
        self.constants.passed.connect(self.settled)
        self.sheets.activated.connect(self._choose_table)

    def parts(self) -> Sequence[Part[MappedColumn]]:
        """Return what is shown of a column."""
        return (
            Part(self.tr("列"), self._letters, 64),
            Part(self.tr("栏名"), lambda column: column.header, 80, 3),
            Part(self.tr("前三个值"), self._sample, 80, 4),
            Part(self.tr("导入为"), self._meaning, 90, 2, tone=self._tone),
            Part(self.tr("把握"), self._sureness, 100, tone=self._tone),
        )

    # Showing -------------------------------------------------------------------------------

    def show_task(self, task: Import) -> None:
        """Show what was read."""
        self._task = task
        self._path_words = PathWords(task.words)
        self.question.set_words(task.words)
        self.sheets.clear()
        for table in task.tables:
            name = table.sheet.name or self.tr("（文本）")
            words = self.tr("{name}（{count} 行）")
            self.sheets.addItem(words.format(name=name, count=len(table.records)), table)
        self.sheets.setVisible(len(task.tables) > 1)
        self._show_table()

    def _show_table(self) -> None:
        assert self._task is not None  # noqa: S101 - shown only with a task
        task = self._task
        self.told.setText(self._table_words.of(task))
        self._samples = {column.index: _samples(task.table, column) for column in task.columns}
        self.table.lines.fill(task.columns)
        self.constants.show_fields(task)
        self.table.go(0)
        self.ask(0)

    def focus_first(self) -> None:
        """Go to the first column that is asked about, then to what no row can do without; tell
        that nothing is asked otherwise."""
        if not self.go_to_unsure() and not self.constants.focus_needed():
            self.settled.emit()

    @property
    def unsure(self) -> int:
        """How many columns wait for an answer."""
        return len(self._task.unsure) if self._task is not None else 0

    # Words ---------------------------------------------------------------------------------

    def asks(self, column: MappedColumn) -> bool:
        """Whether a column waits for an answer."""
        return bool(column.path) and not column.is_sure

    def _letters(self, column: MappedColumn) -> str:
        return self.tr("小标题") if column.index == SECTION else column_letters(column.index)

    def _sample(self, column: MappedColumn) -> str:
        texts = self._samples.get(column.index, [])
        return "、".join(covered(text) if self._masked else text for text in texts)

    def _meaning(self, column: MappedColumn) -> str:
        words = self._path_words.of(column.path) if self._path_words is not None else ""
        return f"{words}？" if self.asks(column) else words

    def _sureness(self, column: MappedColumn) -> str:
        if column.how == "memory":
            return self.tr("上次定的")
        if column.how == "chosen":
            return self.tr("你定的")
        if not column.path:
            return self.tr("没有这一项")
        if column.path.startswith("-"):
            return ""
        percent = f"{column.sure:.0%}"
        return self.tr("要定 {percent}").format(percent=percent) if self.asks(column) else percent

    def _tone(self, column: MappedColumn) -> Tone:
        if self.asks(column):
            return "amber"
        return "accent" if column.taken else "plain"

    # Answers -------------------------------------------------------------------------------

    def ask(self, line: int) -> None:
        """Ask about a line of the table."""
        if self._task is not None and 0 <= line < len(self._task.columns):
            self.question.ask(self._task.columns[line], self._letters(self._task.columns[line]))

    def answer(self, index: int, path: str) -> None:
        """Take a column for something, and go on to the next that is asked about."""
        task = self._task
        if task is None:
            return
        before = task.columns
        self.said.emit("")
        task.choose(index, path)
        self.table.lines.lines = task.columns
        self.table.lines.refresh()
        self.constants.show_fields(task)
        self.changed.emit()
        gave_up = [
            was.header
            for was, now in zip(before, task.columns, strict=True)
            if was.path and not now.path and was.index != index
        ]
        if gave_up:
            words = self.tr("“{header}”不再导入：一项只能由一列给出。")
            self.said.emit(words.format(header=gave_up[0]))
        self.ask(self.table.current)
        self.focus_first()

    def _choose_table(self, _at: int) -> None:
        table = self.sheets.currentData()
        if self._task is not None and isinstance(table, Table):
            self._task.choose_table(table)
            self._show_table()
            self.changed.emit()
            self.focus_first()


def _samples(table: Table, column: MappedColumn) -> list[str]:
    if column.index == SECTION:
        return list(dict.fromkeys(table.sections.values()))[:_SAMPLES]
    cells = (table.sheet.cell(row, column.index) for row in table.records[:_LOOKED_AT])
    texts = (plain_text(cell) for cell in cells if cell not in (None, ""))
    return [
        text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…" for text in islice(texts, _SAMPLES)
    ]
