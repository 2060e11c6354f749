"""Ctrl+N: which kind of record; one more key answers."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from mengzhan.model.kind import Catalogue
from mengzhan.ui.pages.pasting.clipboard import clipboard_holds_ad
from mengzhan.ui.shell.page_table import new_keys
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.words import say


class NewRecordDialog(QDialog):
    """``chosen(kind)``: the user wants a new record of that kind. ``paste_chosen``: vacancies read
    out of the recruitment message in the clipboard. ``key_in_chosen``: many at once, from a visit
    sheet."""

    chosen = Signal(str)
    paste_chosen = Signal()
    key_in_chosen = Signal()

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("新记录"))
        self._keys: Mapping[str, str] = new_keys(list(catalogue.by_hand))
        column = QVBoxLayout(self)
        space(column, 20, 12)
        column.addWidget(Words(self.tr("新记录：按字母选"), "panel"))
        grid = QGridLayout()
        grid.setSpacing(theme().size(8))
        for number, (key, kind) in enumerate(self._keys.items()):
            button = Button(f"{key}  {say(catalogue[kind].one)}")
            button.setMinimumWidth(theme().size(150))
            button.clicked.connect(lambda _on=False, kind=kind: self._take(kind))
            grid.addWidget(button, number // 3, number % 3)
        column.addLayout(grid)
        self.paste_button = Button(self.tr("V  粘贴招聘信息"))
        if clipboard_holds_ad():
            self.paste_button.set_words(self.tr("V  粘贴招聘信息（剪贴板里有一条）"))
        self.paste_button.clicked.connect(self._paste)
        column.addWidget(self.paste_button)
        self.key_in_button = Button(self.tr("L  录入户表"))
        self.key_in_button.clicked.connect(self._key_in)
        column.addWidget(self.key_in_button)
        column.addWidget(Words(self.tr("Esc 返回"), "remark"))

    def _take(self, kind: str) -> None:
        self.accept()
        self.chosen.emit(kind)

    def _paste(self) -> None:
        self.accept()
        self.paste_chosen.emit()

    def _key_in(self) -> None:
        self.accept()
        self.key_in_chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_V:
            self._paste()
            return
        if event.key() == Qt.Key.Key_L:
            self._key_in()
            return
        kind = self._keys.get(event.text().upper())
        if kind is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take(kind)
        else:
            super().keyPressEvent(event)
