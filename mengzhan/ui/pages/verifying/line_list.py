"""The lines of a list to verify: who, why to look, where they live, and what was answered."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from mengzhan.model.codes import code_table
from mengzhan.model.divisions import division_tree
from mengzhan.rules.verifying import ListLine
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.answer_keys import short
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
from mengzhan.ui.words import say

Why = Callable[[ListLine], str]
"""Says in words why a line should be looked at."""


class LineModel(RowsModel[ListLine]):
    """The lines of one view."""

    def __init__(self, why: Why, parent: QWidget) -> None:
        super().__init__(parent)
        self.why = why

    def words(self, row: ListLine) -> str:
        return " ".join(filter(None, (row.name, self.why(row), place_of(row))))


def place_of(line: ListLine) -> str:
    """Return where somebody lives, in short."""
    known = division_tree().get(str(line.values.get("residence") or ""))
    group = str(line.values.get("area_group") or "")
    return " · ".join(filter(None, (known.name if known else "", group)))


class LineDelegate(RowDelegate[ListLine]):
    """Paints a line: name and place above, the reasons below, its answer in a badge."""

    def __init__(self, model: LineModel) -> None:
        super().__init__(model)
        self._lines = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme().row)

    def paint_row(
        self, painter: QPainter, rect: QRect, font: QFont, row: ListLine, *, chosen: bool
    ) -> None:
        colours, step = theme().colours, theme().size
        if chosen:
            paint_ground(painter, rect, bar=True)
        paint_foot_line(painter, rect)
        small, bold = QFont(font), QFont(font)
        small.setPixelSize(theme().type("remark"))
        bold.setBold(True)
        left, right = rect.left() + step(14), rect.right() - step(14)
        right = self._paint_answer(painter, rect, right, font, row)
        metrics = QFontMetrics(small)
        place = metrics.elidedText(
            place_of(row), Qt.TextElideMode.ElideMiddle, max((right - left) // 2, 0)
        )
        width = metrics.horizontalAdvance(place)
        beside = QRect(right - width, rect.top(), width + 1, rect.height())
        write_words(painter, beside, place, small, colours.grey)
        room = QRect(left, rect.top() + step(6), right - width - step(12) - left, step(22))
        write_words(painter, room, row.name, bold, colours.text)
        room.translate(0, step(21))
        write_words(painter, room, self._lines.why(row), small, colours.grey)

    def _paint_answer(
        self, painter: QPainter, rect: QRect, right: int, font: QFont, row: ListLine
    ) -> int:
        """Paint the answer at the right end; return where it begins."""
        if not row.result:
            return right
        words = short(say(code_table("verify_result").label(row.result)))
        size = badge_size(words, font)
        badge = QRect(right - size.width(), 0, size.width(), size.height())
        badge.moveTop(rect.top() + (rect.height() - size.height()) // 2)
        tone: Tone = "amber" if row.view == "pending" else "accent"
        paint_badge(painter, badge, words, tone, font)
        return badge.left() - theme().size(12)


class LineList(PaintedList):
    """``moved``: another line is the current one. Keys that move nothing go to the page."""

    moved = Signal()

    def __init__(self, why: Why, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(why, self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self.lines))
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    def current(self) -> ListLine | None:
        """The line selected, if any."""
        row = self.currentIndex().row()
        return self.lines.rows[row] if 0 <= row < len(self.lines.rows) else None

    def fill(self, rows: Sequence[ListLine], keep: str) -> None:
        """Show other lines; the one called ``keep`` is selected, or the place stays."""
        before = max(self.currentIndex().row(), 0)
        self.lines.fill(rows)
        same = next((at for at, row in enumerate(rows) if row.key == keep), None)
        at = min(before, len(rows) - 1) if same is None else same
        if at >= 0:
            self.setCurrentIndex(self.lines.index(at))
        else:
            self.moved.emit()

    def go_to(self, key: str) -> None:
        """Go to the line called ``key``, if it is shown."""
        at = next((at for at, row in enumerate(self.lines.rows) if row.key == key), -1)
        if at >= 0:
            self.setCurrentIndex(self.lines.index(at))

    def step(self, by: int) -> None:
        """Go so many lines down or up."""
        last = len(self.lines.rows) - 1
        at = min(max(self.currentIndex().row() + by, 0), last)
        if at >= 0:
            self.setCurrentIndex(self.lines.index(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()


_OWN_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
