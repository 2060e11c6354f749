"""One of the numbered steps of a page: number, what it is, what stands now."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import Badge
from mengzhan.ui.widgets.panel import Panel, Words


class StepCard(Panel):
    """A panel with a number (none for 0), a heading, and words that change."""

    def __init__(self, number: int, heading: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._badge = Badge(str(number), "plain")
        head = QHBoxLayout()
        head.setSpacing(theme().size(8))
        head.addWidget(self._badge)
        self.heading_words = Words(heading, "panel")
        head.addWidget(self.heading_words)
        head.addStretch(1)
        self.words = Words("", "remark", wrap=True)
        self.more = QVBoxLayout()
        self.body.addLayout(head)
        self._badge.setVisible(number > 0)
        self.body.addWidget(self.words)
        self.body.addLayout(self.more)
        self.body.addStretch(1)
        self._number = str(number)

    def say(self, words: str, tone: Tone = "plain") -> None:
        """Show how this step stands; the number takes the colour."""
        self.words.setText(words)
        self._badge.show_word(self._number, tone)

    def text(self) -> str:
        """What the card says."""
        return self.words.text()
