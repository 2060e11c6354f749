"""The left rail (左侧栏): the pages and how much waits on each. It never changes its order."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import badge_font, badge_size, paint_badge
from mengzhan.ui.widgets.painted_rows import write_words
from mengzhan.ui.widgets.panel import Words

_UP = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class RailItem:
    """One page: ``key`` names it, ``short`` is its one character in a narrow window."""

    key: str
    label: str
    short: str
    group: str = ""


@dataclass
class _Line:
    item: RailItem | None
    words: str
    top: int
    height: int


class RailList(QWidget):
    """Paints the pages. Up and Down walk, Enter goes there, a click does both."""

    chosen = Signal(str)
    pointed = Signal(int, int)

    def __init__(self, items: Sequence[RailItem]) -> None:
        super().__init__()
        self._items = list(items)
        self._counts: dict[str, tuple[str, Tone]] = {}
        self._current = self._items[0].key
        self._pointed = self._current
        self._folded = False
        self._lines: list[_Line] = []
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._arrange)
        self._arrange()

    def set_folded(self, folded: bool) -> None:
        """Show one character for each page, or whole words."""
        self._folded = folded
        self._arrange()

    def set_count(self, key: str, count: int, tone: Tone) -> None:
        """Show how much waits on a page; 0 shows nothing."""
        self._counts[key] = (str(count) if count < 1000 else "999+", tone)
        if not count:
            del self._counts[key]
        item = next(item for item in self._items if item.key == key)
        self.setAccessibleDescription(f"{item.label} {count}")
        self.update()

    def count(self, key: str) -> str:
        """What the badge of a page says, or empty."""
        return self._counts.get(key, ("", "plain"))[0]

    def set_current(self, key: str) -> None:
        """Show which page is open."""
        self._current = key
        self._point(key)

    def _point(self, key: str) -> None:
        self._pointed = key
        self.update()
        line = next(line for line in self._lines if line.item and line.item.key == key)
        self.pointed.emit(line.top, line.height)

    @property
    def current(self) -> str:
        """The page that is open."""
        return self._current

    def words_shown(self) -> list[str]:
        """What stands on the rail, without counts."""
        return [line.words for line in self._lines if line.item is not None]

    def _arrange(self) -> None:
        self._lines = []
        top, group = 0, ""
        row, head = theme().size(33), theme().size(24)
        for item in self._items:
            if item.group != group:
                group = item.group
                height = theme().size(9) if self._folded else head
                self._lines.append(_Line(None, "" if self._folded else group, top, height))
                top += height
            words = item.short if self._folded else item.label
            self._lines.append(_Line(item, words, top, row))
            top += row
        self.setFixedHeight(top)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().size(60 if self._folded else 176), self.height())

    def _line_at(self, point: QPoint) -> _Line | None:
        return next(
            (line for line in self._lines if line.top <= point.y() < line.top + line.height), None
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event.position().toPoint())
        if line is not None and line.item is not None:
            self._go(line.item.key)

    def _go(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [item.key for item in self._items]
        step = _UP.get(Qt.Key(event.key()))
        if step is not None:
            at = keys.index(self._pointed) + step
            self._point(keys[min(max(at, 0), len(keys) - 1)])
        elif event.key() in _TAKE:
            self._go(self._pointed)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pointed = self._current
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._lines:
            rect = QRect(0, line.top, self.width(), line.height)
            if line.item is None:
                self._paint_group(painter, rect, line.words)
            else:
                self._paint_item(painter, rect, line.item, line.words)
        painter.end()

    def _paint_group(self, painter: QPainter, rect: QRect, words: str) -> None:
        colours = theme().colours
        if words:
            painter.setFont(badge_font(self.font()))
            painter.setPen(QColor(colours.grey))
            inside = rect.adjusted(theme().size(10), theme().size(4), 0, 0)
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, words)
        else:
            gap = theme().size(14)
            middle = rect.center().y()
            painter.setPen(QColor(colours.line))
            painter.drawLine(gap, middle, rect.width() - gap, middle)

    def _paint_item(self, painter: QPainter, rect: QRect, item: RailItem, words: str) -> None:
        colours = theme().colours
        here = item.key == self._current
        if here:
            painter.fillRect(rect, QColor(colours.accent_tint))
            mark = QRect(rect.left(), rect.top(), theme().size(3), rect.height())
            painter.fillRect(mark, QColor(colours.accent))
        if self.hasFocus() and item.key == self._pointed:
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(4, 2, -4, -2), 4, 4)
        font = self.font()
        font.setBold(here)
        inside = rect.adjusted(theme().size(16), 0, -theme().size(10), 0)
        room = QRect(inside)
        if item.key in self._counts and not self._folded:
            taken = badge_size(self._counts[item.key][0], self.font()).width()
            room.setRight(room.right() - taken - theme().size(4))
        write_words(painter, room, words, font, colours.accent if here else colours.text)
        if item.key in self._counts:
            text, tone = self._counts[item.key]
            size = badge_size(text, self.font())
            if self._folded:
                size.setWidth(min(size.width(), theme().size(26)))
            right = inside.right() + (theme().size(6) if self._folded else 0)
            top = rect.top() + (rect.height() - size.height()) // 2
            box = QRect(QPoint(right - size.width(), top), size)
            paint_badge(painter, box, text, tone, self.font())


class Rail(QFrame):
    """Name of the station, pages, and at the foot what was saved and when."""

    chosen = Signal(str)

    def __init__(
        self, program: str, station: str, items: Sequence[RailItem], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "rail")
        self._name = program
        self._program = Words(program, "panel")
        self._station = Words(station, "remark", wrap=True)
        self._foot = Words("", "remark", wrap=True)
        self._said = ""
        self.pages = RailList(items)
        self.pages.chosen.connect(self.chosen)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme().size(2))
        self._head = QVBoxLayout()
        self._head.addWidget(self._program)
        self._head.addWidget(self._station)
        self._column.addLayout(self._head)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.pages)
        self._area.viewport().setAutoFillBackground(False)
        self.pages.setAutoFillBackground(False)
        self.pages.pointed.connect(self._keep_in_sight)
        self._column.addWidget(self._area, 1)
        self._column.addWidget(self._foot)
        self.setFocusProxy(self.pages)
        self._folded = False
        theme().changed.connect(self._fit)
        self._fit()

    def _keep_in_sight(self, top: int, height: int) -> None:
        """In a low window with large type the pages scroll; the one pointed at stays in sight."""
        self._area.ensureVisible(0, top + height // 2, 0, height)

    def _fit(self) -> None:
        side = theme().size(10)
        self._column.setContentsMargins(0, theme().size(14), 0, theme().size(10))
        self._head.setContentsMargins(side, 0, side, theme().size(12))
        self._foot.setContentsMargins(side, 0, side, 0)
        self._program.setText(self._name)
        width = theme().size(64 if self._folded else 180)
        if self._program.sizeHint().width() > width - 2 * side:
            self._program.setText(self._name[:1])
        self._station.setVisible(not self._folded)
        self._write_foot()
        self.setFixedWidth(width)

    @property
    def folded(self) -> bool:
        """Whether pages are one character each."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold to one character (a narrow window) or unfold."""
        self._folded = folded
        self.pages.set_folded(folded)
        self._fit()

    def fold_for(self, window_width: int) -> None:
        """Fold if a window of this width has no room for words."""
        self.set_folded(window_width < theme().size(1100))

    def program_words(self) -> str:
        """What stands at the top."""
        return self._program.text()

    def set_foot(self, words: str) -> None:
        """Say what was saved and backed up."""
        self._said = words
        self._write_foot()

    def _write_foot(self) -> None:
        """Folded, the first sign of it stands alone and the words come when it is pointed at."""
        self._foot.setText(self._said[:1] if self._folded else self._said)
        self._foot.setToolTip(self._said if self._folded else "")
        self._foot.setAccessibleName(self._said)
