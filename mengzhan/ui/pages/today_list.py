"""The list of 今日: painted rows with the kind of work, what, why, where, and one button."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from mengzhan.rules.agenda.lines import Line
from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import badge_size, paint_badge
from mengzhan.ui.widgets.painted_rows import (
    HeadedDelegate,
    HeadedModel,
    Index,
    PaintedList,
    write_words,
)
from mengzhan.ui.words import say

Row = Line | str
"""A line, or the heading of the lines that follow."""

_TONES: dict[str, Tone] = {"visit": "blue", "task": "blue", "follow_up": "amber"}


def reasons_of(line: Line) -> str:
    """Write the reason of a line, and after it what else is to be known."""
    return QCoreApplication.translate("today", "；").join(map(say, (line.reason, *line.notes)))


def _record(row: Row) -> str | None:
    return row.due.record if isinstance(row, Line) else None


class LineModel(HeadedModel[Line]):
    """Headings and lines; headings cannot be selected."""

    def line_words(self, line: Line) -> str:
        return " ".join(filter(None, (line.title, reasons_of(line), line.place)))


class LineDelegate(HeadedDelegate[Line]):
    """Paints a line. ``work_word`` and ``button_word`` give the words for a kind."""

    def __init__(
        self,
        model: LineModel,
        work_word: Callable[[str], str],
        button_word: Callable[[str], str],
    ) -> None:
        super().__init__(model)
        self._work_word, self._button_word = work_word, button_word
        self.work_words: frozenset[str] = frozenset()
        """The words in sight; all get the room of the widest, so that titles stand in a line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings are as high as lines: thousands of rows of one height are laid out at once."""
        return QSize(0, theme().row)

    def badge_width(self, font: QFont) -> int:
        """Return the room of the kind of work in every row."""
        widths = [badge_size(words, font).width() for words in self.work_words]
        return max([theme().size(54), *widths])

    def button_rect(self, rect: QRect, line: Line, font: QFont) -> QRect:
        """Return where the button of a row stands."""
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(self._button_word(line.kind)) + theme().size(30)
        height = theme().size(34)
        top = rect.top() + (rect.height() - height) // 2
        return QRect(rect.right() - theme().size(14) - width, top, width, height)

    def paint_line(
        self, painter: QPainter, rect: QRect, font: QFont, line: Line, *, chosen: bool
    ) -> None:
        colours, step = theme().colours, theme().size
        badge = QRect(rect.left() + step(14), 0, self.badge_width(font), step(20))
        badge.moveTop(rect.top() + (rect.height() - badge.height()) // 2)
        tone: Tone = "red" if line.overdue else _TONES.get(line.kind, "amber")
        paint_badge(painter, badge, self._work_word(line.kind), tone, font)
        button = self.button_rect(rect, line, font)
        self._paint_button(painter, button, font, line, chosen=chosen)
        small = QFont(font)
        small.setPixelSize(theme().type("remark"))
        left, right = badge.right() + step(12), button.left() - step(12)
        place = QFontMetrics(small).elidedText(
            line.place, Qt.TextElideMode.ElideMiddle, (right - left) // 3
        )
        place_width = QFontMetrics(small).horizontalAdvance(place)
        middle = QRect(right - place_width, rect.top(), place_width + 1, rect.height())
        write_words(painter, middle, place, small, colours.grey)
        room = QRect(left, rect.top() + step(6), right - place_width - step(12) - left, step(22))
        bold = QFont(font)
        bold.setBold(True)
        reasons = reasons_of(line)
        if not line.title:
            room.translate(0, step(10))
        write_words(painter, room, line.title or reasons, bold, colours.text)
        room.translate(0, step(21))
        write_words(painter, room, reasons if line.title else "", small, colours.grey)

    def _paint_button(
        self, painter: QPainter, rect: QRect, font: QFont, line: Line, *, chosen: bool
    ) -> None:
        colours = theme().colours
        painter.setPen(QColor(colours.accent if chosen else colours.edge))
        painter.setBrush(QColor(colours.accent if chosen else colours.panel))
        painter.drawRoundedRect(rect, theme().size(6), theme().size(6))
        words = QFont(font)
        words.setBold(chosen)
        painter.setFont(words)
        painter.setPen(QColor(colours.on_accent if chosen else colours.text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._button_word(line.kind))


class LineList(PaintedList):
    """``acted(line)``: Enter, or the button. ``moved(line)``: another line is selected.

    ``typed(key)``: a digit or letter; ``turned(step)``: Left or Right.
    """

    acted = Signal(object)
    moved = Signal(object)
    typed = Signal(str)
    turned = Signal(int)

    def __init__(
        self,
        work_word: Callable[[str], str],
        button_word: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.lines = LineModel(self)
        self._work_word = work_word
        self.setUniformItemSizes(True)
        self._delegate = LineDelegate(self.lines, work_word, button_word)
        self.setModel(self.lines)
        self.setItemDelegate(self._delegate)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit(self.current()))

    def current(self) -> Line | None:
        """Return the line selected, if any."""
        return self.lines.line(self.currentIndex().row())

    def fill(self, rows: Sequence[Row], keep: str = "") -> None:
        """Show rows; the line of record ``keep`` stays selected, or the place it stood at."""
        before = self.currentIndex().row()
        kinds = {row.kind for row in rows if isinstance(row, Line)}
        self._delegate.work_words = frozenset(map(self._work_word, kinds))
        self.lines.fill(rows)
        at = [number for number, row in enumerate(rows) if isinstance(row, Line)]
        same = [number for number, row in enumerate(rows) if _record(row) == keep]
        following = same or [number for number in at if number >= before] or at[-1:]
        if following:
            self.setCurrentIndex(self.lines.index(following[0]))
        else:
            self.moved.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self.lines.line(index.row())
        if line is None:
            return
        button = self._delegate.button_rect(self.visualRect(index), line, self.font())
        if button.contains(event.position().toPoint()):
            self.acted.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        line = self.current()
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line is not None:
            self.acted.emit(line)
        elif plain and step is not None:
            self.turned.emit(step)
        elif plain and event.text().isalnum():
            self.typed.emit(event.text().upper())
        else:
            super().keyPressEvent(event)
