"""A coloured word. The word is always there: colour never stands alone."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import theme


def badge_font(base: QFont) -> QFont:
    """Return the type of the word in a badge."""
    font = QFont(base)
    font.setPixelSize(theme().type("tag"))
    font.setBold(True)
    return font


def badge_size(text: str, base: QFont) -> QSize:
    """Return how much room a badge takes."""
    metrics = QFontMetrics(badge_font(base))
    width = metrics.horizontalAdvance(text) + theme().size(16)
    return QSize(max(width, theme().size(28)), metrics.height() + theme().size(4))


def paint_badge(painter: QPainter, rect: QRect, text: str, tone: Tone, base: QFont) -> None:
    """Draw a badge into ``rect``; lists and rails draw theirs without a widget each."""
    colours = theme().colours
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.tint(tone)))
    radius = theme().size(4)
    painter.drawRoundedRect(rect, radius, radius)
    painter.setPen(QColor(colours.ink(tone)))
    painter.setFont(badge_font(base))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class Badge(QWidget):
    """A word on a tint. ``tone`` says what kind of word it is."""

    def __init__(self, text: str, tone: Tone = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._tone: Tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme().changed.connect(self.updateGeometry)

    def text(self) -> str:
        """The word."""
        return self._text

    def tone(self) -> Tone:
        """The kind of word."""
        return self._tone

    def show_word(self, text: str, tone: Tone) -> None:
        """Show another word."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return badge_size(self._text, self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, self.rect(), self._text, self._tone, self.font())
        painter.end()
