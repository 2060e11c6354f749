"""The results that one key records, below each other or in columns; rare ones stand under 0."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from mengzhan.model.codes import code_table
from mengzhan.ui.pages.today_answers import Answer
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.words import say

RARE = "0"

_COLUMN = 210
"""What a result needs to stand in a column of its own, in pixels at 100 % type."""

MODES = ("1", "2", "3")
"""How somebody was asked (``visit_mode``): by telephone, at home, here."""


class AnswerKeys(QWidget):
    """``answered(answer)``: a result was chosen. ``mode_asked``: another way of contact.
    ``rare_asked``: show the rare results."""

    answered = Signal(object)
    mode_asked = Signal()
    rare_asked = Signal()

    def __init__(
        self, answers: Sequence[Answer] = (), mode: str = "", *, flowing: bool = False
    ) -> None:
        """With a ``mode`` (``visit_mode``) it is shown how somebody was asked. ``flowing``: as many
        results as there is room for stand in a line."""
        super().__init__()
        self._flowing = flowing
        self.answers: list[Answer] = []
        self._column = QVBoxLayout(self)
        space(self._column, 0, 6)
        self._inside = QWidget()
        self._column.addWidget(self._inside)
        self.show_answers(answers, mode)

    def show_answers(self, answers: Sequence[Answer], mode: str = "") -> None:
        """Offer other results, or none."""
        self.answers = list(answers)
        self._inside.hide()
        self._column.removeWidget(self._inside)
        self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        space(column, 0, 3)
        if answers:
            self._fill(column, mode)
        self._column.addWidget(self._inside)

    def _fill(self, column: QVBoxLayout, mode: str) -> None:
        head = FlowLayout()
        heading = Words(self.tr("结果（按数字键）"), "group")
        heading.setMinimumHeight(theme().size(24))
        head.addWidget(heading)
        if mode:
            way = say(code_table("visit_mode").label(mode))
            change = LinkButton(self.tr("方式：{way}（T 换）").format(way=way))
            change.clicked.connect(self.mode_asked)
            head.addWidget(change)
        column.addLayout(head)
        buttons = [self._button(answer) for answer in self.answers if not answer.rare]
        if self._flowing:
            flow = FlowLayout()
            for button in buttons:
                flow.addWidget(button)
            column.addLayout(flow)
        else:
            column.addWidget(_Columns(buttons))
        if any(answer.rare for answer in self.answers):
            more = LinkButton(self.tr("0  少见的结果…"))
            more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            more.clicked.connect(self.rare_asked)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _button(self, answer: Answer) -> Button:
        result = Button(f"{answer.key}  {short(answer.label)}")
        result.setToolTip(answer.label)
        result.set_look("answer")
        if not self._flowing:
            # as wide as its column: a long word is cut, its key and the tool tip are not
            result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        result.clicked.connect(lambda _on=False: self.answered.emit(answer))
        return result

    def take(self, key: str) -> bool:
        """Record the result of a key; return whether the key means anything here."""
        found = next((answer for answer in self.answers if answer.key == key), None)
        if key == RARE and any(answer.rare for answer in self.answers):
            self.rare_asked.emit()
        elif key.isdigit() and found is not None:
            self.answered.emit(found)
        else:
            return False
        return True

    def rare_menu(self) -> QMenu:
        """The results that stand under 0, each with its letter."""
        menu = QMenu(self)
        for answer in self.answers:
            if answer.rare:
                action = menu.addAction(f"&{answer.key}  {answer.label}")
                action.triggered.connect(partial(self._choose, answer))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def show_rare(self, over: QWidget) -> None:
        """Open that menu over a list."""
        corner = QPoint(theme().size(40), theme().size(40))
        self.rare_menu().popup(over.mapToGlobal(corner))

    def _choose(self, answer: Answer, _checked: bool = False) -> None:
        self.answered.emit(answer)


class _Columns(QWidget):
    """Buttons of one width, in as many columns as there is room for."""

    def __init__(self, buttons: Sequence[Button]) -> None:
        super().__init__()
        self._buttons = buttons
        self._grid = QGridLayout(self)
        space(self._grid, 0, 3)
        self._count = 0
        self._place(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(max(1, self.width() // theme().size(_COLUMN)))

    def _place(self, count: int) -> None:
        if count == self._count:
            return
        for column in range(max(count, self._count)):
            self._grid.setColumnStretch(column, int(column < count))
        self._count = count
        for number, button in enumerate(self._buttons):
            self._grid.addWidget(button, number // count, number % count)


def next_mode(mode: str) -> str:
    """Return the way of contact that comes after ``mode``, the first one after the last."""
    known = [one for one in MODES if one in code_table("visit_mode")]
    return known[(known.index(mode) + 1) % len(known)]


def short(label: str) -> str:
    """Leave out what stands in brackets: there is little room beside a list."""
    return label.partition("（")[0].partition(" (")[0]
