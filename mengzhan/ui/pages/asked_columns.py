"""The columns of a file: a table of them, and beside it the question about the current one.

Only columns that are unsure are asked about. One answer leads to the next such column.
"""

from abc import abstractmethod
from collections.abc import Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from mengzhan.ui.pages.importing.column_question import ColumnQuestion
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.widgets.lines_table import LinesModel, LinesTable, Part
from mengzhan.ui.widgets.panel import Panel, Words, space
from mengzhan.ui.widgets.scrolled import Scrolled

Line = TypeVar("Line")


class AskedColumns(QWidget, Generic[Line]):
    """``changed``: what was worked out from the columns has to be made anew. ``settled``: nothing
    is asked any more."""

    changed = Signal()
    settled = Signal()

    def __init__(self, question: ColumnQuestion) -> None:
        super().__init__()
        self._masked = True
        self.told = Words("", "remark", wrap=True)
        self.sheets = QComboBox()
        model = LinesModel(self.parts(), ground=lambda line: "amber" if self.asks(line) else None)
        self.table = LinesTable(model)
        self.question = question
        self.head = QHBoxLayout()
        self.left = Panel()
        self.side = Scrolled(12)
        self.head.addWidget(self.told, 1)
        self.head.addWidget(self.sheets)
        self.left.body.addLayout(self.head)
        self.left.body.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        space(row, 0, 12)
        row.addWidget(self.left, 5)
        row.addWidget(self.side, 3)
        self.table.moved.connect(self.ask)
        self.table.opened.connect(lambda _line: question.focus_picker())
        for digit in range(10):
            bind(self.table, str(digit), partial(question.press, digit))
        question.answered.connect(self.answer)
        question.left.connect(self.table.setFocus)

    @abstractmethod
    def parts(self) -> Sequence[Part[Line]]:
        """Return what is shown of a column."""

    @abstractmethod
    def asks(self, line: Line) -> bool:
        """Whether a column waits for an answer."""

    @abstractmethod
    def ask(self, line: int) -> None:
        """Ask about a line of the table."""

    @abstractmethod
    def answer(self, index: int, path: str) -> None:
        """Take a column for something."""

    def set_masked(self, masked: bool) -> None:
        """Hide or show numbers that tell who somebody is."""
        self._masked = masked
        self.table.lines.refresh()

    def go_to_unsure(self) -> bool:
        """Go on to the next column that is asked about; return whether there is one."""
        here = max(self.table.current, 0)
        lines = [at for at, line in enumerate(self.table.lines.lines) if self.asks(line)]
        if not lines:
            return False
        self.table.go(next((at for at in lines if at >= here), lines[0]))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
