"""The search box (Ctrl+K): follows each key after commit, its list below."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.model.fieldtypes.lookup import Option
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.options import OptionList

LIMIT = 30


@dataclass(frozen=True)
class Hit:
    """One record found. ``detail`` tells it from its namesakes and is masked already."""

    kind: str
    record: str
    title: str
    detail: str = ""


class SearchSource(Protocol):
    """Finds records of all kinds by words, pinyin, initials, or the end of a number."""

    def search(self, text: str, limit: int) -> list[Hit]:
        """Return what fits, best first, in a few milliseconds."""


class SearchBox(QWidget):
    """``chosen(hit)``: one was taken. ``entered(text)``: Enter without any hit."""

    chosen = Signal(object)
    entered = Signal(str)

    def __init__(self, source: SearchSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._hits: dict[str, Hit] = {}
        self.line = LineEdit(self)
        self.line.setPlaceholderText(self.tr("搜索：姓名、单位、岗位、拼音首字母、证件或电话尾号"))
        self.line.set_remark("Ctrl+K")
        self.line.textChanged.connect(lambda text: self.line.set_remark("" if text else "Ctrl+K"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.options = OptionList(self.line, show_codes=False)
        self.options.taken.connect(self._take)
        self.line.typed.connect(self._follow)
        self.line.key_hook = self._on_key
        self.line.moved.connect(self._enter)
        self.line.left.connect(lambda _reason: self.options.close_list())
        self.setFocusProxy(self.line)
        self.setMinimumWidth(theme().size(200))

    def reach_from(self, window: QWidget) -> None:
        """Let Ctrl+K in ``window`` come here."""
        shortcut = QShortcut(QKeySequence("Ctrl+K"), window)
        shortcut.activated.connect(lambda: self.line.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def start(self, text: str) -> None:
        """Take the focus with something typed elsewhere."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.setText(text)
        self._follow(text)

    def _follow(self, text: str) -> None:
        wanted = text.strip()
        hits = self._source.search(wanted, LIMIT) if wanted else []
        self._hits = {f"{hit.kind}/{hit.record}": hit for hit in hits}
        found = [Option(key, hit.title, hit.detail) for key, hit in self._hits.items()]
        if wanted and not found:
            found = [Option("", self.tr("没有找到“{text}”").format(text=wanted))]
        self.options.open(found, highlight=bool(hits))

    def _on_key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self.options.isVisible():
            self.options.step(step)
            return True
        if event.key() == Qt.Key.Key_Escape and (self.options.isVisible() or self.line.text()):
            self.options.close_list()
            self.line.clear()
            return True
        return False

    def _enter(self, step: int) -> None:
        option = self.options.current()
        if option is not None and option.code:
            self._take(option)
        elif self.line.text().strip():
            self.entered.emit(self.line.text().strip())

    def _take(self, option: Option) -> None:
        hit = self._hits.get(option.code)
        if hit is not None:
            self.options.close_list()
            self.line.clear()
            self.chosen.emit(hit)
