"""The tools over the list of 今日: half an hour, put off, print."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.panel import Words, space

HALF_AN_HOUR = 30


class DayTools(QWidget):
    """``shortened()``: the time there is has changed. ``put_off_asked()``, ``print_asked()``."""

    shortened = Signal()
    put_off_asked = Signal()
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.short_button = self._button(self.tr("我有 30 分钟 B"))
        self.short_button.setCheckable(True)
        self.short_button.toggled.connect(lambda _on: self.shortened.emit())
        self.later_button = self._button(self.tr("往后放 W"))
        self.later_button.clicked.connect(self.put_off_asked)
        self.print_button = self._button(self.tr("打印今日清单 Ctrl+P"))
        self.print_button.clicked.connect(self.print_asked)
        self.told = Words("", "remark")
        self.told.setFixedHeight(theme().size(24))
        row = FlowLayout()
        for part in (self.short_button, self.later_button, self.print_button, self.told):
            row.addWidget(part)
        column = QVBoxLayout(self)
        space(column, 0, 0)
        column.addLayout(row)
        printing = QShortcut(QKeySequence("Ctrl+P"), self)
        printing.setContext(Qt.ShortcutContext.WindowShortcut)
        printing.activated.connect(self.print_asked)

    def _button(self, words: str) -> Button:
        button = Button(words)
        button.set_look("link")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    @property
    def minutes(self) -> int:
        """How much time there is; 0 if nobody said."""
        return HALF_AN_HOUR if self.short_button.isChecked() else 0

    def tell(self, chosen: int, due: int) -> None:
        """Say how much of what is due can be done in the time there is."""
        words = self.tr("约 30 分钟能办 {chosen} 件，其余 {left} 件先不显示")
        shortened = bool(self.minutes)
        self.told.setText(words.format(chosen=chosen, left=due - chosen) if shortened else "")

    def take(self, key: str) -> None:
        """Do what a letter means here."""
        if key == "B":
            self.short_button.toggle()
        elif key == "W":
            self.put_off_asked.emit()
