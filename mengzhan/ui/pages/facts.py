"""What stands in a record, label and value, masked; beside lists and on pages of one record."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mengzhan.model.entry import Values
from mengzhan.model.kind import Kind
from mengzhan.ui.pages.history import shown_value
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

LABEL_WIDTH = 84


class Facts(QScrollArea):
    """Shows the fields that are filled, in the order of the declaration."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.lines: list[tuple[str, str]] = []

    def show_values(
        self,
        kind: Kind,
        values: Values,
        *,
        without: tuple[str, ...] = (),
        more: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show the values of a record of ``kind``; ``more`` stands below them."""
        self.lines = [
            (say(item.label), words)
            for item in kind
            if item.name not in without
            and (words := shown_value(self._workspace, kind, item.name, values.get(item.name)))
        ]
        self.lines += more
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme().size(8), 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().size(8))
        grid.setVerticalSpacing(theme().size(6))
        grid.setColumnStretch(1, 1)
        for line, (label, words) in enumerate(self.lines):
            name = Words(label, "label", wrap=True)
            name.setFixedWidth(theme().size(LABEL_WIDTH))
            name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(name, line, 0)
            text = Words(words, wrap=True)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, line, 1)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(inside)
