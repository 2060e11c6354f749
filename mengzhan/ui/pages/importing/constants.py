"""整份表都一样: needed fields that no column gives, typed once for the whole file.

Nothing is prefilled: a consent or a result that nobody gave must not come out of a file.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.model.kind import Field
from mengzhan.sheets.importing.intake import Import
from mengzhan.ui.pages.context import form_context
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.editor import FieldEditor
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class Constants(Panel):
    """``changed``: a value was given or taken back. ``passed``: Enter in the last field.
    ``reached(editor)``: the keyboard led there."""

    changed = Signal()
    passed = Signal()
    reached = Signal(QWidget)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._context = form_context(workspace)
        self._task: Import | None = None
        self.editors: dict[str, FieldEditor] = {}
        self.hint = Words("", "remark", wrap=True)
        self.lacking = Words("", "remark", wrap=True, tone="red")
        self._fields = QVBoxLayout()
        self._fields.setSpacing(theme().size(4))
        self.set_heading(self.tr("整份表都一样  F6"))
        self.body.addWidget(self.lacking)
        self.body.addWidget(self.hint)
        self.body.addLayout(self._fields)
        self.body.addStretch(1)

    def show_fields(self, task: Import) -> None:
        """Offer the fields that nothing gives."""
        wanted = [item for item in task.missing if _may_hold_for_all(task, item)]
        lacking = [item for item in task.missing if item.name in task.kind.title[:1]]
        words = self.tr("没有一列给出{fields}：每一行都会因此出错，请先定好列。")
        names = "、".join(say(item.label) for item in lacking)
        self.lacking.setText(words.format(fields=names))
        self.lacking.setVisible(bool(lacking))
        self.hint.setText(
            self.tr("没有一列给出这些。整份表都一样的，在这里填一次；不一样就空着，以后补。")
            if wanted
            else self.tr("必填的项目都有列给出。")
        )
        if task is not self._task or {item.name for item in wanted} != set(self.editors):
            self._task = task
            self._build(wanted)

    def _build(self, fields: list[Field]) -> None:
        assert self._task is not None  # noqa: S101 - set before
        while self._fields.count():
            widget = self._fields.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.editors = {}
        names = {item.name for item in fields}
        held = self._task.constants
        for gone in [name for name in held if name not in names]:
            del held[gone]
        for item in fields:
            editor = make_editor(item, self._context)
            editor.set_value(held.get(item.name))
            editor.changed.connect(lambda name=item.name: self._take(name))
            editor.moved.connect(lambda step, name=item.name: self._move(name, step))
            editor.completed.connect(lambda name=item.name: self._move(name, 1))
            self._fields.addWidget(Words(say(item.label), "label"))
            self._fields.addWidget(editor)
            self.editors[item.name] = editor

    def _take(self, name: str) -> None:
        task = self._task
        if task is None:
            return
        reading = self.editors[name].reading()
        wrong = [problem for problem in reading.problems if problem.blocks]
        if reading.value in (None, "", []) or wrong:
            task.constants.pop(name, None)
        else:
            task.constants[name] = reading.value
        self.editors[name].set_severity("block" if wrong else "")
        self.changed.emit()

    def _move(self, name: str, step: int) -> None:
        names = list(self.editors)
        at = names.index(name) + step
        if at >= len(names):
            self.passed.emit()
        elif at >= 0:
            self._reach(self.editors[names[at]])

    def _reach(self, editor: FieldEditor) -> None:
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(editor)

    def commit(self) -> None:
        """Read what is being typed."""
        for editor in self.editors.values():
            editor.commit()

    def focus_first(self) -> bool:
        """Go to the first field, if there is one."""
        for editor in self.editors.values():
            self._reach(editor)
            return True
        return False


def _may_hold_for_all(task: Import, item: Field) -> bool:
    """Names, ID numbers and telephones are never the same for a whole file."""
    return not item.sensitive and item.name not in task.kind.title[:1]
