"""The headings of a flow, always in sight: number, name, and how each step stands."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import mark, theme
from mengzhan.ui.widgets.badge import Badge
from mengzhan.ui.widgets.panel import Words, space


class StepHead(QWidget):
    """One heading; the number takes the colour of how the step stands."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self._number = str(number)
        self.badge = Badge(self._number, "plain")
        self.name = Words(name, "strong")
        self.words = Words("", "remark")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        space(row, 0, 8)
        row.addWidget(self.badge)
        row.addWidget(self.name)
        row.addWidget(self.words, 1)

    def say(self, words: str, tone: Tone, *, current: bool) -> None:
        """Show how the step stands."""
        self.words.setText(words)
        self.words.setToolTip(words)
        self.badge.show_word(self._number, "blue" if current and tone == "plain" else tone)
        mark(self.name, "tone", "accent" if current else "")


class StepsBar(QWidget):
    """All of them in a row."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.heads = [StepHead(number, name) for number, name in enumerate(names, 1)]
        row = QHBoxLayout(self)
        space(row, 0, 16)
        for head in self.heads:
            row.addWidget(head, 1)
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(theme().size(28))
