"""What happened with one person or employer, newest first, each with its kind in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import badge_size, paint_badge
from mengzhan.ui.widgets.painted_rows import (
    Index,
    PaintedList,
    RowDelegate,
    RowsModel,
    paint_foot_line,
    paint_ground,
    write_words,
)


@dataclass(frozen=True)
class TimelineItem:
    """One event: ``key`` is given back when it is opened, ``day`` is written as it stands."""

    key: str
    day: str
    badge: str
    title: str
    detail: str = ""
    tone: Tone = "plain"


class _Events(RowsModel[TimelineItem]):
    def words(self, row: TimelineItem) -> str:
        return " ".join(filter(None, (row.day, row.badge, row.title, row.detail)))


class _EventDelegate(RowDelegate[TimelineItem]):
    """Draws day, badge, words. All badges of a list are as wide as the widest, so that the words
    begin at one line."""

    def __init__(self, model: _Events, view: QListView, *, only_with_focus: bool) -> None:
        super().__init__(model)
        self._view, self._only_with_focus = view, only_with_focus
        self._badge_width = 0

    def measure(self) -> None:
        """Find the widest badge."""
        widths = (badge_size(row.badge, self._view.font()).width() for row in self._model.rows)
        self._badge_width = max(widths, default=0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme().row if self.row(index).detail else theme().size(36))

    def paint_row(
        self, painter: QPainter, rect: QRect, font: QFont, row: TimelineItem, *, chosen: bool
    ) -> None:
        colours = theme().colours
        if chosen and (self._view.hasFocus() or not self._only_with_focus):
            paint_ground(painter, rect)
        paint_foot_line(painter, rect)
        inside = rect.adjusted(theme().size(8), theme().size(4), -theme().size(8), 0)
        small = QFont(font)
        small.setPixelSize(theme().type("remark"))
        line = QFontMetrics(font).height()
        top = inside.top() if row.detail else inside.top() + theme().size(4)
        day = QFontMetrics(small).horizontalAdvance("2026-12-30") + theme().size(10)
        painter.setFont(small)
        painter.setPen(QColor(colours.grey))
        painter.drawText(
            QRect(inside.left(), top, day, line), Qt.AlignmentFlag.AlignVCenter, row.day
        )
        badge = badge_size(row.badge, font)
        badge.setWidth(max(self._badge_width, theme().size(56)))
        box = QRect(inside.left() + day, top, badge.width(), badge.height())
        paint_badge(painter, box, row.badge, row.tone, font)
        left = box.right() + theme().size(10)
        words = QRect(left, top, inside.right() - left, line)
        write_words(painter, words, row.title, font, colours.text)
        if row.detail:
            words.translate(0, line + theme().size(2))
            write_words(painter, words, row.detail, small, colours.grey)


class Timeline(PaintedList):
    """``opened(key)``: Enter or a double click on an event.

    Where several lists stand on one page, ``only_with_focus`` marks a line in one of them alone.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, only_with_focus: bool = False) -> None:
        super().__init__(parent)
        self._model = _Events(self)
        self.setModel(self._model)
        self._delegate = _EventDelegate(self._model, self, only_with_focus=only_with_focus)
        self.setItemDelegate(self._delegate)
        theme().changed.connect(self._delegate.measure)
        self.doubleClicked.connect(self._open)

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        """Show events in the order given."""
        self._model.fill(items)
        self._delegate.measure()
        if items:
            self.setCurrentIndex(self._model.index(0))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.rows[index.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        returned = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if returned and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
