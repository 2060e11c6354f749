"""The list that a field opens below itself while one types.

It is a child of the window, never a window of its own: an input method keeps its place, and the
field keeps the focus.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from mengzhan.model.fieldtypes.lookup import Option
from mengzhan.ui.theme import application, theme
from mengzhan.ui.widgets.painted_rows import (
    Index,
    RowDelegate,
    RowsModel,
    paint_ground,
    write_words,
)

MOST_SHOWN = 8
FOOT = "foot"
"""The name of a widget whose buttons a list leaves in sight."""


class _OptionModel(RowsModel[Option]):
    def words(self, row: Option) -> str:
        return row.label


class _OptionDelegate(RowDelegate[Option]):
    """Draws words, then what tells them apart, then the code, in one line."""

    def __init__(self, model: _OptionModel, show_codes: bool) -> None:
        super().__init__(model)
        self._show_codes = show_codes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme().size(32))

    def paint_row(
        self, painter: QPainter, rect: QRect, font: QFont, row: Option, *, chosen: bool
    ) -> None:
        colours = theme().colours
        if chosen:
            paint_ground(painter, rect, bar=True)
        room = rect.adjusted(theme().size(10), 0, -theme().size(10), 0)
        small = QFont(font)
        small.setPixelSize(theme().type("tag"))
        if self._show_codes and row.code:
            painter.setFont(small)
            painter.setPen(QColor(colours.grey))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, right, row.code)
            width = QFontMetrics(small).horizontalAdvance(row.code)
            room.adjust(0, 0, -width - theme().size(10), 0)
        bold = QFont(font)
        bold.setBold(chosen)
        ink = colours.text if row.code else colours.accent
        written = write_words(painter, room, row.label, bold, ink)
        rest = room.adjusted(written + theme().size(12), 0, 0, 0)
        if row.detail and rest.width() > theme().size(40):
            left = Qt.TextElideMode.ElideLeft
            write_words(painter, rest, row.detail, small, colours.grey, cut=left)


class OptionList(QListView):
    """Options below (or above) an anchor. ``taken`` is emitted for a click.

    The owner keeps the focus and calls ``step`` and ``current``. An option without a code is an
    action (``新建…``).
    """

    taken = Signal(object)

    def __init__(self, anchor: QWidget, *, show_codes: bool = True) -> None:
        super().__init__(anchor.window())
        self._anchor = anchor
        self._watched: list[QWidget] = []
        self._model = _OptionModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_OptionDelegate(self._model, show_codes))
        self.setProperty("look", "options")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda index: self.taken.emit(self._model.rows[index.row()]))
        anchor.destroyed.connect(self.deleteLater)
        # an event filter in Python must not outlive the interpreter
        application().aboutToQuit.connect(self.close_list)
        self.hide()

    @property
    def options(self) -> list[Option]:
        """What is listed now."""
        return self._model.rows

    def open(self, options: Sequence[Option], *, highlight: bool) -> None:
        """Show ``options``; ``highlight`` marks the first as the one that Enter takes."""
        self._model.fill(options)
        if not options:
            self.close_list()
            return
        if self.parentWidget() is not self._anchor.window():
            self.setParent(self._anchor.window())
        if highlight:
            self.setCurrentIndex(self._model.index(0))
        self.scrollToTop()
        self._watch()
        self._place()
        self.show()
        self.raise_()

    def close_list(self) -> None:
        """Hide the list and forget what it held."""
        for widget in self._watched:
            # a window that goes away takes them with it, one after the other
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self.hide()

    def current(self) -> Option | None:
        """The highlighted option of an open list."""
        row = self.currentIndex().row()
        if self.isHidden() or not 0 <= row < len(self._model.rows):
            return None
        return self._model.rows[row]

    def step(self, by: int) -> None:
        """Move the highlight, stopping at both ends."""
        last = len(self._model.rows) - 1
        row = self.currentIndex().row()
        target = min(max(row + by, 0), last) if row >= 0 else (0 if by > 0 else last)
        self.setCurrentIndex(self._model.index(target))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            if self._anchor.visibleRegion().isEmpty():
                self.close_list()
            else:
                self._place()
        elif event.type() == QEvent.Type.Hide and watched in self._watched:
            self.close_list()
        return False

    def _watch(self) -> None:
        """Follow the anchor while the form around it scrolls or changes its size."""
        if self._watched:
            return
        widget: QWidget | None = self._anchor
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = None if widget.isWindow() else widget.parentWidget()

    def _place(self) -> None:
        window = self._anchor.window()
        gap = theme().size(2)
        row = theme().size(32)
        wanted = min(len(self._model.rows), MOST_SHOWN) * row + theme().size(6)
        top = self._anchor.mapTo(window, QPoint(0, 0))
        below = self._floor(window) - (top.y() + self._anchor.height() + gap) - theme().size(4)
        above = top.y() - gap - theme().size(4)
        width = min(max(self._anchor.width(), theme().size(280)), window.width() - theme().size(8))
        left = min(top.x(), window.width() - width - theme().size(4))
        if wanted <= below or below >= above:
            height = _whole_rows(min(wanted, below))
            y = top.y() + self._anchor.height() + gap
        else:
            height = _whole_rows(min(wanted, above))
            y = top.y() - gap - height
        self.setGeometry(max(left, 0), y, width, height)

    def _floor(self, window: QWidget) -> int:
        """How far down the window a list may reach: not over the buttons below its field."""
        widget = self._anchor.parentWidget()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        while widget is not None:
            foot = widget.findChild(QWidget, FOOT, direct)
            if isinstance(foot, QWidget):
                return foot.mapTo(window, QPoint(0, 0)).y()
            widget = None if widget.isWindow() else widget.parentWidget()
        return window.height()


def _whole_rows(room: int) -> int:
    """Return the height of as many lines as fit into ``room``; a line cut in two reads badly."""
    row, frame = theme().size(32), theme().size(6)
    return max((room - frame) // row, 1) * row + frame
