"""Typing in place what is otherwise: the few fields that people ask about, with the editors and
checks of the form."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.model.entry import Value, Values
from mengzhan.model.kind import Kind
from mengzhan.model.problem import Problem, UserError
from mengzhan.rules.operations import Rejected
from mengzhan.ui.pages.context import form_context
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.form_row import FormRow
from mengzhan.ui.widgets.form_values import FormValues
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

FIELD_KEYS: Mapping[str, str] = {
    "D": "phone",
    "C": "residence",
    "Z": "address",
    "G": "area_group",
    "J": "employment_status",
    "Q": "key_groups",
    "L": "education",
    "X": "name",
    "H": "id_number",
}
"""The key that opens a field: an initial of its name in pinyin (电话, 常住地, 住址, 组, 就业状态, 群体,
学历, 姓名, 证件号)."""

FIELDS = tuple(FIELD_KEYS.values())
_COVERED = ("id_number", "address")


class ChangingForm(QWidget):
    """``saved(changes)``: Enter; ``changes`` are the fields that differ. ``left``: Esc."""

    saved = Signal(dict)
    left = Signal()

    def __init__(self, workspace: Workspace, kind: Kind, values: Values, first: str) -> None:
        """The field ``first`` stands at the head and gets the focus with ``begin``."""
        super().__init__()
        self._first = first
        at = FIELDS.index(first)
        self._values = FormValues(kind)
        self._values.begin(values, existing=True)
        context = form_context(workspace)
        self.rows = {
            name: FormRow(make_editor(kind[name], context)) for name in FIELDS[at:] + FIELDS[:at]
        }
        self.told = Words("", "remark", wrap=True, tone="amber")
        self.save_button = FilledButton(self.tr("改好，记核实  Enter"), "")
        self.leave_button = Button(self.tr("不改了  Esc"), "")
        self._build(values)

    def _build(self, values: Values) -> None:
        column = QVBoxLayout(self)
        space(column, 0, 8)
        head = FlowLayout()
        hint = Words(self.tr("Tab 下一栏"), "remark")
        hint.setMinimumHeight(theme().size(36))
        for part in (self.save_button, self.leave_button, hint):
            head.addWidget(part)
        column.addLayout(head)
        self.told.hide()
        column.addWidget(self.told)
        for name, row in self.rows.items():
            value = values.get(name)
            row.editor.set_value(value)
            row.editor.changed.connect(lambda name=name: self._take(name))
            row.moved.connect(lambda step, name=name: self._move(name, step))
            row.lift_asked.connect(self._lift)
            if name in _COVERED and name != self._first:
                row.cover(value)
            else:
                row.uncover()
            column.addWidget(row)
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self.left)

    def begin(self) -> None:
        """Put the focus into the field that was asked for."""
        self.rows[self._first].focus()

    def hide_sensitive(self) -> None:
        """Cover sensitive values again, also one that is being typed (the screen was locked)."""
        for row in self.rows.values():
            row.editor.commit()
            value = row.editor.value()
            if row.field.sensitive and value not in (None, []):
                row.cover(value)

    def _lift(self, name: str) -> None:
        self.rows[name].uncover()

    def _take(self, name: str) -> None:
        row = self.rows[name]
        for other, value in self._values.type(name, row.editor.value()).items():
            if other in self.rows:
                self.rows[other].editor.set_value(value)
        row.show_problems(row.editor.reading().problems)

    def _move(self, name: str, step: int) -> None:
        if step > 0:
            self.save()
            return
        names = list(self.rows)
        self.rows[names[max(names.index(name) - 1, 0)]].focus()

    def save(self) -> None:
        """Hand over what was changed, unless something cannot be read."""
        for row in self.rows.values():
            row.editor.commit()
        unread = [p for r in self.rows.values() for p in r.editor.reading().problems if p.blocks]
        changes: dict[str, Value] = self._values.dirty()
        if unread:
            self.show_problems(unread)
        elif not changes:
            self.tell(self.tr("和登记的一样。没变就按 Esc，再按 1。"))
        else:
            self.saved.emit(changes)

    def refuse(self, error: UserError) -> None:
        """Say why what was typed is not saved."""
        if isinstance(error, Rejected):
            self.show_problems(error.problems)
        else:
            self.tell(say(error.message))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say below the fields what is wrong, and go to the first one."""
        for name, row in self.rows.items():
            row.show_problems([p for p in problems if p.field == name])
        wrong = [name for name in self.rows if any(p.field == name for p in problems)]
        if wrong:
            self.rows[wrong[0]].uncover()
            self.rows[wrong[0]].focus()

    def tell(self, words: str) -> None:
        """Say something about all of it."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        else:
            # a letter typed here is no key of the list
            event.accept()
