"""What happened with one person or employer, newest first, each with its kind in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import badge_size, paint_badge

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class TimelineItem:
    """One event: ``key`` is given back when it is opened, ``day`` is written as it stands."""

    key: str
    day: str
    badge: str
    title: str
    detail: str = ""
    tone: Tone = "plain"


class _Events(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: list[TimelineItem] = []

    def fill(self, items: Sequence[TimelineItem]) -> None:
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        item = self.items[index.row()]
        return " ".join(filter(None, (item.day, item.badge, item.title, item.detail)))


class _EventDelegate(QStyledItemDelegate):
    def __init__(self, model: _Events) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item = self._model.items[index.row()]
        return QSize(0, theme().row if item.detail else theme().size(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = self._model.items[index.row()]
        colours = theme().colours
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        font: QFont = option.font  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_tint))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = rect.adjusted(theme().size(8), theme().size(4), -theme().size(8), 0)
        small = QFont(font)
        small.setPixelSize(theme().type("remark"))
        line = QFontMetrics(font).height()
        top = inside.top() if item.detail else inside.top() + theme().size(4)
        day = QFontMetrics(small).horizontalAdvance("2026-12-30") + theme().size(10)
        painter.setFont(small)
        painter.setPen(QColor(colours.grey))
        painter.drawText(
            QRect(inside.left(), top, day, line), Qt.AlignmentFlag.AlignVCenter, item.day
        )
        badge = badge_size(item.badge, font)
        badge.setWidth(max(badge.width(), theme().size(56)))
        box = QRect(inside.left() + day, top, badge.width(), badge.height())
        paint_badge(painter, box, item.badge, item.tone, font)
        left = box.right() + theme().size(10)
        words = QRect(left, top, inside.right() - left, line)
        self._write(painter, words, item.title, font, colours.text)
        if item.detail:
            words.translate(0, line + theme().size(2))
            self._write(painter, words, item.detail, small, colours.grey)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, text: str, font: QFont, ink: str) -> None:
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)


class Timeline(QListView):
    """``opened(key)``: Enter or a double click on an event."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Events(self)
        self.setModel(self._model)
        self.setItemDelegate(_EventDelegate(self._model))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._open)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        """Show events in the order given."""
        self._model.fill(items)
        if items:
            self.setCurrentIndex(self._model.index(0))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.items[index.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        returned = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if returned and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
