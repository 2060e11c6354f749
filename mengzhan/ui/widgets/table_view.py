"""The view of a table: rows of one height, a box on each, keys instead of the mouse."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.rows_view import RowsView
from mengzhan.ui.widgets.table_model import Index, RecordModel

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class MarkDelegate(QStyledItemDelegate):
    """Draws the box of a selectable line, since the style's own vanishes on a dark ground."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        widget: QWidget = option.widget  # type: ignore[attr-defined]
        box = widget.style().subElementRect(
            QStyle.SubElement.SE_ItemViewItemCheckIndicator, whole, widget
        )
        colours = theme().colours
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        current = bool(state & QStyle.StateFlag.State_Selected)
        # Qt's own models hand out the number, ours the name.
        checked = index.data(Qt.ItemDataRole.CheckStateRole)
        chosen = checked is not None and Qt.CheckState(checked) == Qt.CheckState.Checked
        painter.save()
        painter.fillRect(box, QColor(colours.accent_tint if current else colours.panel))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.grey), 1))
        painter.setBrush(QColor(colours.accent if chosen else colours.panel))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2)
        if chosen:
            painter.setPen(QPen(QColor(colours.on_accent), max(theme().size(2), 2)))
            width, height, left, top = box.width(), box.height(), box.left(), box.top()
            points = ((0.27, 0.52), (0.44, 0.69), (0.74, 0.33))
            painter.drawPolyline(
                [QPoint(round(left + x * width), round(top + y * height)) for x, y in points]
            )
        painter.restore()


class TableView(RowsView):
    """The view of records: no measuring of contents, keys instead of the mouse.

    ``widened``: there is more or less room than before.
    """

    found = Signal(str)
    widened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegateForColumn(0, MarkDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across = self.horizontalHeader()
        across.setSectionsMovable(False)
        across.setStretchLastSection(True)
        across.setMinimumSectionSize(theme().size(48))
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().table_row)
        self.horizontalHeader().setFixedHeight(theme().size(32))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        row = self.currentIndex().row()
        if not isinstance(model, RecordModel):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = model.rowCount() - 1
            self._go(0 if event.key() == Qt.Key.Key_Home else last)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(row)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.key() == Qt.Key.Key_A:
                model.mark_all(True)
            else:
                super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            if row >= 0:
                model.mark([row], not model.is_marked(row))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in _STEPS:
            target = min(max(row + _STEPS[Qt.Key(event.key())], 0), model.rowCount() - 1)
            model.mark({row, target}, True)
            self._go(target)
        elif event.text().strip() and event.text().isprintable():
            self.found.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _go(self, row: int) -> None:
        column = max(self.currentIndex().column(), 0)
        self.setCurrentIndex(self.model().index(row, column))
