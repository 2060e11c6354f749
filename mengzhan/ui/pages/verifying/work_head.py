"""Above the lines of a list: what it is, how far it is, and which of its lines are shown."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.rules.verifying import VIEWS, View
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.elided import ElidedWords
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.panel import Words


class WorkHead(QWidget):
    """``view_chosen(view)``: show other lines."""

    view_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        step = theme().size
        self.title = ElidedWords("page")
        self.count = Words("", "remark")
        self.task_button = LinkButton(self.tr("任务内容…"))
        self.return_button = Button(self.tr("填回名单表…"), "Ctrl+T")
        self.back_button = Button(self.tr("回清单"), "Esc")
        self.turn_button = LinkButton("")
        self.chips = {view: Button("") for view in VIEWS}
        head = QHBoxLayout()
        head.setSpacing(step(8))
        head.addWidget(self.title, 1)
        for part in (self.count, self.task_button, self.return_button, self.back_button):
            head.addWidget(part)
        chips = FlowLayout()
        for view, chip in self.chips.items():
            chip.set_look("choice")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(partial(self._choose, view))
            chips.addWidget(chip)
        self.turn_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.turn_button.setMinimumHeight(step(36))
        chips.addWidget(self.turn_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(8))
        column.addLayout(head)
        column.addLayout(chips)

    def _choose(self, view: View, _checked: bool = False) -> None:
        self.view_chosen.emit(view)

    def show_counts(self, title: str, counts: Mapping[View, int], view: View) -> None:
        """Say which list it is and how far it is; ``view`` is the one shown."""
        self.title.say(title)
        left, total = f"{counts['open']:,}", f"{sum(counts.values()):,}"
        self.count.setText(self.tr("还剩 {left} / {total}").format(left=left, total=total))
        labels: dict[View, str] = {
            "open": self.tr("没核实的 {count}"),
            "pending": self.tr("待进一步核实 {count}"),
            "done": self.tr("核实过的 {count}"),
        }
        for which, chip in self.chips.items():
            chip.set_words(labels[which].format(count=f"{counts[which]:,}"))
            chip.setChecked(which == view)

    def show_turn(self, *, beside: bool, offered: bool) -> None:
        """Offer the way to the person and back, where there is no room for both."""
        words = self.tr("回到列表  F6") if beside else self.tr("看电话、改内容  F6")
        self.turn_button.set_words(words)
        self.turn_button.setVisible(offered)
