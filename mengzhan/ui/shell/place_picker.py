"""Picking a station's place: by pinyin, initials or name, or by walking down the tree."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from mengzhan.model.divisions import Division, division_tree
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.painted_rows import RowsModel
from mengzhan.ui.widgets.panel import Words, space

_REGION = "15"
_MOST = 60


class _Places(RowsModel[Division]):
    with_above = False

    def words(self, row: Division) -> str:
        tree = division_tree()
        more = "" if not tree.children(row.code) else "  ›"
        above = f"    {tree.full_name(row.parent)}" if self.with_above and row.parent else ""
        return f"{row.name}{more}{above}"


class PlacePicker(QWidget):
    """``picked(code)``: a place was taken.

    Typing searches below the place one stands in; Enter goes into a place, or takes it when there
    is nothing below; Ctrl+Enter takes it at any level; Left (in the empty line) goes up.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = _REGION
        self.line = LineEdit()
        self.line.setPlaceholderText(self.tr("拼音首字母或名称，如 bygc、乌兰毛都；也可直接往下选"))
        self.path = Words("", "remark")
        self.list = QListView()
        self.list.setProperty("look", "options")
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(theme().size(120))
        self.list.setSpacing(theme().size(2))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._model = _Places(self)
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        space(column, 0, 6)
        column.addWidget(self.line)
        column.addWidget(self.path)
        column.addWidget(self.list, 1)
        words = self.tr(
            "↑↓ 选，Enter 进下一级或选定，← 回上一级，Ctrl+Enter 就选这一级（苏木乡镇站）"
        )
        column.addWidget(Words(words, "remark", wrap=True))
        self.setFocusProxy(self.line)
        self.line.typed.connect(self._search)
        self.line.key_hook = self._on_key
        self.line.moved.connect(lambda step: self.enter() if step > 0 else None)
        self.list.clicked.connect(lambda _index: self.line.setFocus())
        self.list.doubleClicked.connect(lambda _index: self.enter())
        self.go(_REGION)

    def go(self, code: str) -> None:
        """Stand in a place and show what lies directly below it."""
        self._at = code
        self.line.clear()
        tree = division_tree()
        self.path.setText(self.tr("在：{place}").format(place=tree.full_name(code)))
        self._show(tree.children(code), with_above=False)

    def current(self) -> Division | None:
        """Return the place that is marked."""
        row = self.list.currentIndex().row()
        return self._model.rows[row] if 0 <= row < len(self._model.rows) else None

    def enter(self) -> None:
        """Go into the marked place, or take it if nothing lies below."""
        place = self.current()
        if place is None:
            return
        if division_tree().children(place.code):
            self.go(place.code)
        else:
            self.picked.emit(place.code)

    def take(self) -> None:
        """Take the marked place whatever lies below."""
        place = self.current()
        if place is not None:
            self.picked.emit(place.code)

    def up(self) -> None:
        """Go one level up and mark where one came from."""
        above = division_tree().parent(self._at)
        if above is None:
            return
        came_from = self._at
        self.go(above.code)
        codes = [place.code for place in self._model.rows]
        if came_from in codes:
            self.list.setCurrentIndex(self._model.index(codes.index(came_from)))

    def _search(self, text: str) -> None:
        if not text.strip():
            self.go(self._at)
            return
        found = division_tree().search(text, within=self._at, limit=_MOST)
        self._show([place for place in found if place.code != self._at], with_above=True)

    def _show(self, places: Sequence[Division], *, with_above: bool) -> None:
        self._model.with_above = with_above
        self._model.fill(places)
        if places:
            self.list.setCurrentIndex(self._model.index(0))

    def _on_key(self, event: QKeyEvent) -> bool:
        rows = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 6,
            Qt.Key.Key_PageUp: -6,
        }
        step = rows.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step)
            return True
        returned = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if returned and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take()
            return True
        upwards = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Backspace)
        if upwards and not self.line.text():
            self.up()
            return True
        if event.key() == Qt.Key.Key_Right and not self.line.text():
            self.enter()
            return True
        return False

    def _step(self, step: int) -> None:
        last = len(self._model.rows) - 1
        if last >= 0:
            row = min(max(self.list.currentIndex().row() + step, 0), last)
            self.list.setCurrentIndex(self._model.index(row))
            self.list.scrollTo(self._model.index(row))
