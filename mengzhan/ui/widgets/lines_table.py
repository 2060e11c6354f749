"""A table over any sequence of lines: nothing is copied, a cell's words are made when it is seen.

For lists that are already in memory (rows of a file, problems, differences). Records of the store
are shown by ``record_table``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.painted_rows import paint_ground
from mengzhan.ui.widgets.rows_view import RowsView
from mengzhan.ui.widgets.table_model import Index

Line = TypeVar("Line")


@dataclass(frozen=True)
class Part(Generic[Line]):
    """One column: its heading, the words of a line, and how wide it is at 100 % type.

    ``tone`` colours the words. A ``share`` lets the column take so much of the room that is left.
    Numbers stand at the ``right``.
    """

    label: str
    write: Callable[[Line], str]
    width: int = 100
    share: int = 0
    tone: Callable[[Line], Tone] | None = None
    right: bool = False

    @property
    def side(self) -> Qt.AlignmentFlag:
        """Where the words stand in the column."""
        across = Qt.AlignmentFlag.AlignRight if self.right else Qt.AlignmentFlag.AlignLeft
        return across | Qt.AlignmentFlag.AlignVCenter


class LinesModel(QAbstractTableModel, Generic[Line]):
    """The model. ``lines`` belongs to whoever gave it; tell ``refresh`` when it changed."""

    def __init__(
        self,
        parts: Sequence[Part[Line]],
        *,
        ground: Callable[[Line], Tone | None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``ground`` may put a tint under a line."""
        super().__init__(parent)
        self.parts = list(parts)
        self.lines: Sequence[Line] = ()
        self._ground = ground

    def fill(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self._known = len(lines)
        self.endResetModel()

    def refresh(self) -> None:
        """Show what the lines say now; lines may have come at the end, none may have gone."""
        count = len(self.lines)
        if count > self._known:
            self.beginInsertRows(QModelIndex(), self._known, count - 1)
            self._known = count
            self.endInsertRows()
        if count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(self.parts) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._known

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.parts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, part = self.lines[index.row()], self.parts[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return part.write(line)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return part.side
        if role == Qt.ItemDataRole.ForegroundRole and part.tone is not None:
            tone = part.tone(line)
            return QColor(theme().colours.ink(tone)) if tone != "plain" else None
        if role == Qt.ItemDataRole.BackgroundRole and self._ground is not None:
            under = self._ground(line)
            return QColor(theme().colours.tint(under)) if under is not None else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if not across or not 0 <= section < len(self.parts):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.parts[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.parts[section].side
        return None

    _known = 0


class _GroundDelegate(QStyledItemDelegate):
    """Paints the ground of a line itself: under a style sheet the style leaves tints out, and
    the words of the current line would lose their colour."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        under = index.data(Qt.ItemDataRole.BackgroundRole)
        if state & QStyle.StateFlag.State_Selected:
            paint_ground(painter, rect, bar=index.column() == 0)
        elif isinstance(under, QColor):
            painter.fillRect(rect, under)
        plain.state = state & ~QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]
        super().paint(painter, plain, index)


class LinesTable(RowsView):
    """``opened(line number)``: Enter or a double click. ``moved(line number)``: another line is
    the current one, -1 for none."""

    moved = Signal(int)

    def __init__(self, model: LinesModel[Any]) -> None:
        super().__init__()
        model.setParent(self)
        self.lines = model
        self.setModel(model)
        self.setItemDelegate(_GroundDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across = self.horizontalHeader()
        across.setMinimumSectionSize(theme().size(28))
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(
            lambda now, _was: self.moved.emit(now.row())
        )
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().size(32))
        self.horizontalHeader().setFixedHeight(theme().size(28))
        self._share_out()

    def _share_out(self) -> None:
        """Give each column its width, and what is left to those that share it."""
        parts = self.lines.parts
        fixed = sum(theme().size(part.width) for part in parts)
        left = max(self.viewport().width() - fixed, 0)
        shares = sum(part.share for part in parts) or 1
        for at, part in enumerate(parts):
            self.setColumnWidth(at, theme().size(part.width) + left * part.share // shares)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    @property
    def current(self) -> int:
        """The number of the current line, or -1."""
        return self.currentIndex().row()

    def go(self, line: int) -> None:
        """Make a line the current one."""
        self.setCurrentIndex(self.lines.index(line, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self.lines.rowCount() - 1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.opened.emit(self.current)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self.go(0 if event.key() == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)
