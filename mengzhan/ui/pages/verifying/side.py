"""Beside the list: who it is and what stands of them, the keys of the answers, and the fields while
they are changed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mengzhan.model.entry import Values
from mengzhan.model.fieldtypes import read_date
from mengzhan.model.idnumber import age_on
from mengzhan.model.kind import Kind
from mengzhan.rules.strangers import Stranger
from mengzhan.ui.pages.answer_keys import AnswerKeys, short
from mengzhan.ui.pages.today_answers import Answer
from mengzhan.ui.pages.verifying.changing import FIELD_KEYS, ChangingForm
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import LinkButton
from mengzhan.ui.widgets.masked_label import MaskedLabel
from mengzhan.ui.widgets.panel import Panel, Words, space
from mengzhan.ui.words import say

LABEL_WIDTH = 96
_TOP, _MIDDLE = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
_READ_OUT = ("phone",)
"""What is shown in full for the current line: it must be dialled."""


class VerifySide(Panel):
    """``answered(answer)``: a result was chosen. ``mode_asked``: another way of asking.
    ``opened``: show the whole record. ``registered``: register the stranger."""

    answered = Signal(object)
    mode_asked = Signal()
    opened = Signal()
    registered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.keys = AnswerKeys()
        self.changing: ChangingForm | None = None
        self.masked: list[MaskedLabel] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._area)
        self.clear()

    def clear(self) -> None:
        """Show nobody."""
        column = self._fresh("")
        column.addWidget(Words(self.tr("选一条，这里显示是谁、登记了什么。"), "remark", wrap=True))
        column.addStretch(1)

    def show_person(
        self,
        kind: Kind,
        values: Values,
        today: date,
        hints: Sequence[str],
        answers: Sequence[Answer],
        mode: str,
    ) -> None:
        """Show a person: the fields with their keys, and the keys of the answers."""
        column = self._fresh(str(values.get("name") or ""))
        column.addWidget(Words(self._facts(kind, values, today), "remark", wrap=True))
        if hints:
            column.addWidget(Words(self.tr("；").join(hints), "remark", wrap=True, tone="amber"))
        self._show_answers(column, answers, mode)
        if answers:
            column.addWidget(Words(self.tr("变了的，按字母当场改"), "group"))
        column.addLayout(self._fields(kind, values))
        whole = LinkButton(self.tr("看全部 →  R"))
        whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.clicked.connect(self.opened)
        column.addWidget(whole, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _facts(self, kind: Kind, values: Values, today: date) -> str:
        born = read_date(str(values.get("birth_date") or ""), today)
        age = self.tr("{age} 岁").format(age=age_on(born, today)) if born else ""
        return " · ".join(filter(None, (say(kind["sex"].show(values.get("sex"))), age)))

    def show_stranger(self, stranger: Stranger, kind: Kind, answers: Sequence[Answer]) -> None:
        """Show somebody whom only the list names."""
        column = self._fresh(stranger.name or self.tr("（没有姓名）"))
        words = self.tr("名单上有，本站没有登记。找得到人就登记，找不到就记查无此人。")
        column.addWidget(Words(words, "remark", wrap=True, tone="amber"))
        told = {"id_number": stranger.number, "phone": stranger.phone}
        column.addLayout(self._fields(kind, told, tuple(told)))
        # what was answered is opened by Enter
        register = LinkButton(self.tr("登记这个人  Enter") if answers else self.tr("登记这个人"))
        register.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        register.clicked.connect(self.registered)
        column.addWidget(register, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_answers(column, answers, "")
        column.addStretch(1)

    def _show_answers(self, column: QVBoxLayout, answers: Sequence[Answer], mode: str) -> None:
        self.keys = AnswerKeys(answers, mode, flowing=True)
        self.keys.answered.connect(self.answered)
        self.keys.mode_asked.connect(self.mode_asked)
        if answers:
            column.addWidget(self.keys)

    def _fields(self, kind: Kind, values: Values, only: tuple[str, ...] = ()) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().size(8))
        grid.setVerticalSpacing(theme().size(4))
        grid.setColumnStretch(1, 1)
        shown = [(key, name) for key, name in FIELD_KEYS.items() if not only or name in only]
        for at, (key, name) in enumerate(shown):
            item, value = kind[name], values.get(name)
            label = say(item.label)
            words = Words(label if only else f"{key}  {label}", "label", wrap=True)
            words.setFixedWidth(theme().size(LABEL_WIDTH))
            words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            masked = item.sensitive and bool(value)
            # what is masked has a button beside it and is higher than its label
            words.setAlignment(_MIDDLE if masked else _TOP)
            grid.addWidget(words, at, 0)
            if masked:
                hidden = MaskedLabel(item.show(value, masked=False), item.show(value))
                self.masked.append(hidden)
                if name in _READ_OUT:
                    hidden.lift()
                grid.addWidget(hidden, at, 1)
            else:
                text = Words(short(say(item.show(value))) or "—", wrap=True)
                text.setAlignment(_TOP)
                grid.addWidget(text, at, 1)
        return grid

    def change(self, form: ChangingForm, name: str) -> None:
        """Show the fields as editors."""
        column = self._fresh(name)
        self.changing = form
        column.addWidget(form)
        column.addStretch(1)
        for row in form.rows.values():
            row.entered.connect(lambda row=row: self._area.ensureWidgetVisible(row, 0, 40))
        form.begin()

    def _fresh(self, heading: str) -> QVBoxLayout:
        self.changing = None
        self.masked = []
        self.keys = AnswerKeys()
        self.set_heading(heading)
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        column = QVBoxLayout(inside)
        space(column, 0, 6)
        # a scroll bar does not touch what it scrolls
        column.setContentsMargins(0, 0, theme().size(8), 0)
        self._area.setWidget(inside)
        return column

    def toggle_masks(self) -> None:
        """Show numbers in full, or cover them again."""
        lifted = all(label.is_lifted for label in self.masked)
        for label in self.masked:
            if lifted:
                label.hide_again()
            else:
                label.lift()

    def cover(self) -> None:
        """Cover every number (lock, another page)."""
        if self.changing is not None:
            self.changing.hide_sensitive()
        for label in self.masked:
            label.hide_again()
