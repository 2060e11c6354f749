"""The row of 今日 that begins new records: a kind and its letter each."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mengzhan.model.kind import Catalogue
from mengzhan.ui.shell.page_table import new_keys
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.words import say


class NewRow(QWidget):
    """``chosen(kind)``: an empty form is wanted. ``kinds`` maps letters to kinds."""

    chosen = Signal(str)

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.kinds = new_keys(list(catalogue.by_hand))
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        label = Words(self.tr("新记录"), "group")
        label.setFixedHeight(theme().size(24))
        row.addWidget(label)
        for key, kind in self.kinds.items():
            button = Button(f"{say(catalogue[kind].one)} {key}")
            button.set_look("link")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(self.tr("Ctrl+N，再按 {key}").format(key=key))
            button.clicked.connect(partial(self._choose, kind))
            row.addWidget(button)

    def _choose(self, kind: str, _checked: bool = False) -> None:
        self.chosen.emit(kind)
