"""Beside the list: everything that is to be said of the selected line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.widgets.scrolled import Scrolled


class MatchSide(Scrolled):
    """Sections of sentences, each under its heading."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sections: list[tuple[str, list[str]]] = []

    def show_sections(self, sections: Sequence[tuple[str, list[str]]]) -> None:
        """Show other sentences."""
        self.sections = list(sections)
        inside = QWidget()
        column = QVBoxLayout(inside)
        space(column, 0, 4)
        for label, sentences in self.sections:
            column.addWidget(Words(label, "group"))
            for sentence in sentences:
                column.addWidget(Words(sentence, wrap=True))
            column.addSpacing(theme().size(8))
        column.addStretch(1)
        self.show_only(inside)
