"""Beside the list: everything that is to be said of the selected line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.panel import Words


class MatchSide(QScrollArea):
    """Sections of sentences, each under its heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sections: list[tuple[str, list[str]]] = []

    def show_sections(self, sections: Sequence[tuple[str, list[str]]]) -> None:
        """Show other sentences."""
        self.sections = list(sections)
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme().size(8), 0)
        column.setSpacing(theme().size(4))
        for label, sentences in self.sections:
            column.addWidget(Words(label, "group"))
            for sentence in sentences:
                column.addWidget(Words(sentence, wrap=True))
            column.addSpacing(theme().size(8))
        column.addStretch(1)
        self.setWidget(inside)
