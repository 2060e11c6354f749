"""The strip of warnings below the bar: each says what is the matter and offers what to do."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import Badge
from mengzhan.ui.widgets.buttons import LinkButton
from mengzhan.ui.widgets.panel import Words


@dataclass(frozen=True)
class Notice:
    """One line: ``name`` is given back with the offer that was taken."""

    name: str
    word: str
    sentence: str
    tone: Tone = "amber"
    offers: tuple[tuple[str, str], ...] = ()


class _Line(QFrame):
    def __init__(self, notice: Notice, strip: "WarningStrip") -> None:
        super().__init__()
        self.setProperty("look", "bar")
        row = QHBoxLayout(self)
        step = theme().size
        row.setContentsMargins(step(20), step(6), step(20), step(6))
        row.setSpacing(step(10))
        row.addWidget(Badge(notice.word, notice.tone))
        self.words = Words(notice.sentence, "body", wrap=True)
        row.addWidget(self.words, 1)
        for offer, words in notice.offers:
            button = LinkButton(words)
            button.clicked.connect(
                lambda _on=False, offer=offer: strip.chosen.emit(notice.name, offer)
            )
            row.addWidget(button)


class WarningStrip(QWidget):
    """Shows warnings until they are settled. ``chosen(name, offer)``."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, _Line] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def put(self, notice: Notice) -> None:
        """Show a warning; one of the same name is replaced."""
        self.drop(notice.name)
        line = _Line(notice, self)
        self._lines[notice.name] = line
        self._column.addWidget(line)
        self.show()

    def drop(self, name: str) -> None:
        """Take a warning away."""
        line = self._lines.pop(name, None)
        if line is not None:
            line.hide()
            line.deleteLater()
        self.setVisible(bool(self._lines))

    def sentences(self) -> dict[str, str]:
        """What is shown, by name."""
        return {name: line.words.text() for name, line in self._lines.items()}
