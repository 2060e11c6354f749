"""What lists with painted rows share: their model, and what every row is painted with."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mengzhan.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
Line = TypeVar("Line")


class RowsModel(QAbstractListModel, Generic[Row]):
    """Rows of any kind; a list says in words what each one holds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def fill(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def words(self, row: Row) -> str:
        """What a row says, for screen readers and for whoever types to find it."""
        return str(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.words(self.rows[index.row()])


class RowDelegate(QStyledItemDelegate, Generic[Row]):
    """Paints the rows of a model; where the parts of a row stand is up to ``paint_row``."""

    def __init__(self, model: RowsModel[Row]) -> None:
        super().__init__(model)
        self._model = model

    def row(self, index: Index) -> Row:
        """The row behind an index."""
        return self._model.rows[index.row()]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        font: QFont = option.font  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        self.paint_row(painter, rect, font, self.row(index), chosen=chosen)
        painter.restore()

    def paint_row(
        self, painter: QPainter, rect: QRect, font: QFont, row: Row, *, chosen: bool
    ) -> None:
        """Paint one row, here its words alone; the painter is put back afterwards."""
        if chosen:
            paint_ground(painter, rect)
        write_words(painter, rect, self._model.words(row), font, theme().colours.text)


class HeadedModel(RowsModel[Line | str]):
    """Lines under headings; a heading is its words, and cannot be selected."""

    def line(self, row: int) -> Line | None:
        """Return the line in a row, or ``None`` for a heading or no row."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return None if isinstance(found, str) else found

    def words(self, row: Line | str) -> str:
        return row if isinstance(row, str) else self.line_words(row)

    def line_words(self, line: Line) -> str:
        """What a line says, for screen readers and for whoever types to find it."""
        return str(line)

    def flags(self, index: Index) -> Qt.ItemFlag:
        selectable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return selectable if self.line(index.row()) is not None else Qt.ItemFlag.NoItemFlags


class HeadedDelegate(RowDelegate[Line | str]):
    """Paints headings and leaves the lines to ``paint_line``."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(self.row(index), str)
        return QSize(0, theme().size(32) if heading else theme().row)

    def paint_row(
        self, painter: QPainter, rect: QRect, font: QFont, row: Line | str, *, chosen: bool
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not isinstance(row, str):
            if chosen:
                paint_ground(painter, rect, bar=True)
            paint_foot_line(painter, rect)
            self.paint_line(painter, rect, font, row, chosen=chosen)
            return
        small = QFont(font)
        small.setPixelSize(theme().type("tag"))
        small.setBold(True)
        inside = rect.adjusted(theme().size(14), theme().size(4), -theme().size(14), 0)
        write_words(painter, inside, row, small, theme().colours.grey)

    @abstractmethod
    def paint_line(
        self, painter: QPainter, rect: QRect, font: QFont, line: Line, *, chosen: bool
    ) -> None:
        """Paint what a line says; what lies under it is there already."""


class PaintedList(QListView):
    """A list of painted rows that is read, not edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        theme().changed.connect(self.scheduleDelayedItemsLayout)


def paint_ground(painter: QPainter, rect: QRect, *, bar: bool = False) -> None:
    """Paint what lies under the chosen row; ``bar`` marks it at its left edge too."""
    colours = theme().colours
    painter.fillRect(rect, QColor(colours.accent_tint))
    if bar:
        edge = QRect(rect.left(), rect.top(), theme().size(3), rect.height())
        painter.fillRect(edge, QColor(colours.accent))


def paint_foot_line(painter: QPainter, rect: QRect) -> None:
    """Paint the hair line below a row."""
    painter.setPen(QColor(theme().colours.line))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def write_words(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    ink: str,
    *,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """Write one line, cut to the room there is; return how wide it came out."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, cut, rect.width())
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
