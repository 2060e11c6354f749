"""The list of hits and near misses: painted rows with a box to tick, the title, why, and where."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from mengzhan.ui.pages.matching.lines import Line, Row
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import badge_size, paint_badge
from mengzhan.ui.widgets.painted_rows import HeadedDelegate, HeadedModel, PaintedList, write_words


class MatchModel(HeadedModel[Line]):
    """Lines can be ticked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ticked: dict[str, None] = {}

    def line_words(self, line: Line) -> str:
        mark = "✓" if line.record in self.ticked else ""
        return " ".join(filter(None, (mark, line.title, line.badge, line.place, line.words)))


class _Delegate(HeadedDelegate[Line]):
    """Box, badge, title, where; below them why, or what is missing."""

    def __init__(self, model: MatchModel) -> None:
        super().__init__(model)
        self._ticked = model.ticked

    def box(self, rect: QRect) -> QRect:
        """Where the box of a row stands."""
        side = theme().size(18)
        return QRect(
            rect.left() + theme().size(14), rect.top() + (rect.height() - side) // 2, side, side
        )

    def paint_line(
        self, painter: QPainter, rect: QRect, font: QFont, line: Line, *, chosen: bool
    ) -> None:
        colours, step = theme().colours, theme().size
        box = self.box(rect)
        self._paint_box(painter, box, font, ticked=line.record in self._ticked)
        left, right = box.right() + step(12), rect.right() - step(14)
        small, bold = QFont(font), QFont(font)
        small.setPixelSize(theme().type("remark"))
        bold.setBold(True)
        place = QFontMetrics(small).elidedText(
            line.place, Qt.TextElideMode.ElideMiddle, (right - left) // 2
        )
        # a fraction of a pixel more than the words measure, or their end is cut
        place_width = QFontMetrics(small).horizontalAdvance(place) + step(2)
        top = QRect(left, rect.top() + step(6), right - left, step(22))
        write_words(
            painter, top.adjusted(right - left - place_width, 0, 0, 0), place, small, colours.grey
        )
        size = badge_size(line.badge, font)
        room = right - left - place_width - (size.width() if line.badge else 0) - step(24)
        width = write_words(
            painter, QRect(left, top.top(), room, top.height()), line.title, bold, colours.text
        )
        if line.badge:
            badge = QRect(left + width + step(8), top.top() + step(1), size.width(), size.height())
            paint_badge(painter, badge, line.badge, "amber", font)
        below = top.translated(0, step(21))
        if line.earlier:
            metrics = QFontMetrics(small)
            earlier_width = metrics.horizontalAdvance(line.earlier) + step(2)
            told = below.adjusted(below.width() - earlier_width, 0, 0, 0)
            write_words(painter, told, line.earlier, small, colours.ink("blue"))
            below.setRight(told.left() - step(12))
        write_words(painter, below, line.words, small, colours.grey)

    def _paint_box(self, painter: QPainter, rect: QRect, font: QFont, *, ticked: bool) -> None:
        colours = theme().colours
        painter.setPen(QColor(colours.accent if ticked else colours.edge))
        painter.setBrush(QColor(colours.accent if ticked else colours.panel))
        painter.drawRoundedRect(rect, theme().size(3), theme().size(3))
        if ticked:
            mark = QFont(font)
            mark.setBold(True)
            painter.setFont(mark)
            painter.setPen(QColor(colours.on_accent))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "✓")


class MatchList(PaintedList):
    """``opened(record)``: Enter or a double click. ``moved(line)``: another line is selected.

    ``ticked``: a box was ticked or emptied, by the space bar or a click.
    """

    opened = Signal(str)
    moved = Signal(object)
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = MatchModel(self)
        self._delegate = _Delegate(self.lines)
        self.setModel(self.lines)
        self.setItemDelegate(self._delegate)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit(self.current()))
        self.doubleClicked.connect(self._open)

    def current(self) -> Line | None:
        """Return the line selected, if any."""
        return self.lines.line(self.currentIndex().row())

    def marked(self) -> list[str]:
        """Return the ticked records in the order of the list."""
        rows = (self.lines.line(row) for row in range(self.lines.rowCount()))
        return [line.record for line in rows if line and line.record in self.lines.ticked]

    def fill(self, rows: Sequence[Row], *, keep: bool) -> None:
        """Show rows; with ``keep`` the same line stays selected, and ticks stay where they fit."""
        before = self.current() if keep else None
        shown = {row.record for row in rows if isinstance(row, Line)}
        for record in [one for one in self.lines.ticked if not keep or one not in shown]:
            del self.lines.ticked[record]
        self.lines.fill(rows)
        at = [number for number, row in enumerate(rows) if isinstance(row, Line)]
        same = [n for n in at if before and self.lines.line(n).record == before.record]  # type: ignore[union-attr]
        if at:
            self.setCurrentIndex(self.lines.index((same or at)[0]))
        else:
            self.moved.emit(None)
        self.ticked.emit()

    def tick(self) -> None:
        """Tick the selected line, or empty its box."""
        line = self.current()
        if line is None:
            return
        if line.record in self.lines.ticked:
            del self.lines.ticked[line.record]
        else:
            self.lines.ticked[line.record] = None
        self.viewport().update()
        self.ticked.emit()

    def _open(self) -> None:
        line = self.current()
        if line is not None:
            self.opened.emit(line.record)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self.lines.line(index.row()) is None:
            return
        box, reach = self._delegate.box(self.visualRect(index)), theme().size(8)
        if box.adjusted(-reach, -reach, reach, reach).contains(event.position().toPoint()):
            self.tick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.tick()
        else:
            super().keyPressEvent(event)
