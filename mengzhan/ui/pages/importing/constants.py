"""整份表都一样: needed fields that no column gives, typed once for the whole file.

Nothing is prefilled: a consent or a result that nobody gave must not come out of a file.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.model.entry import is_empty
from mengzhan.model.kind import Field
from mengzhan.model.problem import Problem
from mengzhan.sheets.importing.intake import Import
from mengzhan.sheets.importing.rows import is_needed
from mengzhan.ui.pages.context import form_context
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.editor import FieldEditor
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class Constants(Panel):
    """``changed``: a value was given or taken back. ``passed``: Enter in the last field.
    ``reached(editor)``: the keyboard led there.

    What no row can do without stands in a panel of its own, ``needed``, and is asked first.
    """

    changed = Signal()
    passed = Signal()
    reached = Signal(QWidget)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._context = form_context(workspace)
        self._task: Import | None = None
        self.editors: dict[str, FieldEditor] = {}
        self.wrong: dict[str, Words] = {}
        self.needed = Panel()
        self.asking = Words("", wrap=True)
        self.lacking = Words("", wrap=True, tone="red")
        self.hint = Words("", "remark", wrap=True)
        self._needed_fields, self._fields = QVBoxLayout(), QVBoxLayout()
        for part in (self.lacking, self.asking):
            self.needed.body.addWidget(part)
        self.needed.body.addLayout(self._needed_fields)
        self.body.addWidget(self.hint)
        self.body.addLayout(self._fields)
        self.body.addStretch(1)
        for fields in (self._needed_fields, self._fields):
            fields.setSpacing(theme().size(4))

    def show_fields(self, task: Import) -> None:
        """Offer the fields that nothing gives."""
        wanted = [item for item in task.missing if _may_hold_for_all(task, item)]
        needed = [item for item in wanted if is_needed(task.kind, item)]
        lacking = [item for item in task.missing if item.name in task.kind.title[:1]]
        words = self.tr("没有一列给出{fields}：每一行都会因此出错，请先定好列。")
        self.lacking.setText(words.format(fields=_names(lacking)))
        self.lacking.setVisible(bool(lacking))
        words = self.tr(
            "没有一列是{fields}，可每一行都要有。整份表都一样，就填在这里；"
            "有一列就是它，到左边定那一列。"
        )
        self.asking.setText(words.format(fields=_names(needed)))
        self.asking.setVisible(bool(needed))
        self.needed.set_heading(
            self.tr("先定{fields}  F6").format(fields=_names(needed or lacking))
        )
        self.needed.setVisible(bool(needed or lacking))
        self.set_heading(self.tr("整份表都一样") if needed else self.tr("整份表都一样  F6"))
        self.hint.setText(
            self.tr("没有一列给出这些。整份表都一样的，在这里填一次；不一样就空着，以后补。")
            if len(wanted) > len(needed)
            else self.tr("别的必填项目都有列给出。")
            if needed
            else self.tr("必填的项目都有列给出。")
        )
        ordered = [*needed, *(item for item in wanted if item not in needed)]
        if task is not self._task or [item.name for item in ordered] != list(self.editors):
            self._task = task
            self._build(ordered, len(needed))

    def _build(self, fields: list[Field], needed: int) -> None:
        assert self._task is not None  # noqa: S101 - set before
        for layout in (self._needed_fields, self._fields):
            while layout.count():
                widget = layout.takeAt(0).widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        self.editors, self.wrong = {}, {}
        names = {item.name for item in fields}
        held = self._task.constants
        for gone in [name for name in held if name not in names]:
            del held[gone]
        for place, item in enumerate(fields):
            self._add(item, self._needed_fields if place < needed else self._fields)

    def _add(self, item: Field, layout: QVBoxLayout) -> None:
        assert self._task is not None  # noqa: S101 - set before
        name, editor = item.name, make_editor(item, self._context)
        editor.set_value(self._task.constants.get(name))
        editor.changed.connect(lambda: self._take(name))
        editor.moved.connect(lambda step: self._move(name, step))
        editor.completed.connect(lambda: self._move(name, 1))
        if item.help:
            editor.set_placeholder(say(item.help))
        wrong = Words("", "remark", wrap=True, tone="red")
        wrong.hide()
        for widget in (Words(say(item.label), "label"), editor, wrong):
            layout.addWidget(widget)
        self.editors[name], self.wrong[name] = editor, wrong

    def _problem(self, name: str) -> Problem | None:
        """What keeps the text of a field from being a value."""
        problems = self.editors[name].reading().problems
        return next((problem for problem in problems if problem.blocks), None)

    def _take(self, name: str) -> None:
        task = self._task
        if task is None:
            return
        value, problem = self.editors[name].value(), self._problem(name)
        if problem is not None or is_empty(value):
            task.constants.pop(name, None)
        else:
            task.constants[name] = value
        self.editors[name].set_severity("block" if problem is not None else "")
        self.wrong[name].setText(say(problem.hint) if problem is not None else "")
        self.wrong[name].setVisible(problem is not None)
        self.changed.emit()

    def _move(self, name: str, step: int) -> None:
        names = list(self.editors)
        at = names.index(name) + step
        if step > 0 and self._problem(name) is not None:
            self._reach(self.editors[name])
        elif at >= len(names):
            self.passed.emit()
        elif at >= 0:
            self._reach(self.editors[names[at]])

    def _reach(self, editor: FieldEditor) -> None:
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(editor)

    def commit(self) -> bool:
        """Read what is being typed. False: something there is no value, and has the focus now."""
        for editor in self.editors.values():
            editor.commit()
        wrong = next((name for name in self.editors if self._problem(name) is not None), None)
        if wrong is not None:
            self._reach(self.editors[wrong])
        return wrong is None

    def focus_needed(self) -> str:
        """Go to the first field without which no row goes in; return what is lacking in words."""
        lacking = (
            [item for item in self._task.needed if item.name in self.editors] if self._task else []
        )
        if lacking:
            self._reach(self.editors[lacking[0].name])
        return _names(lacking)

    def focus_first(self) -> bool:
        """Go to the first field, if there is one."""
        for editor in self.editors.values():
            self._reach(editor)
            return True
        return False


def _names(fields: Iterable[Field]) -> str:
    return "、".join(say(item.label) for item in fields)


def _may_hold_for_all(task: Import, item: Field) -> bool:
    """Names, ID numbers and telephones are never the same for a whole file."""
    return not item.sensitive and item.name not in task.kind.title[:1]
