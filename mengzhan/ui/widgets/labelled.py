"""Labels and what belongs to each, line by line; it scrolls where there is no room for all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.widgets.scrolled import Scrolled

LABEL_WIDTH = 84


class LabelledLines(Scrolled):
    """``lines`` are what is shown now, pairs of label and words."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.lines: list[tuple[str, str]] = []

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show other lines."""
        self.lines = list(lines)
        inside = QWidget()
        column = QVBoxLayout(inside)
        space(column, 0, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().size(8))
        grid.setVerticalSpacing(theme().size(6))
        grid.setColumnStretch(1, 1)
        for line, (label, words) in enumerate(self.lines):
            name = Words(label, "label", wrap=True)
            name.setFixedWidth(theme().size(LABEL_WIDTH))
            name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            text = Words(words, wrap=True)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(name, line, 0)
            grid.addWidget(text, line, 1)
        column.addLayout(grid)
        column.addStretch(1)
        self.show_only(inside)
