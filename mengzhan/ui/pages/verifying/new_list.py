"""What is asked about a superior's list before it is worked through: who wants it, by when."""

from PySide6.QtWidgets import QWidget

from mengzhan.rules.reader import Operation
from mengzhan.rules.verifying import make_list
from mengzhan.sheets.namelist import NameList
from mengzhan.ui.pages.context import form_context
from mengzhan.ui.widgets.buttons import FilledButton
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.form_row import FormRow
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.question_dialog import QuestionDialog
from mengzhan.ui.workspace import Workspace

_ASKED = ("source", "title", "due_on")


class NewListDialog(QuestionDialog):
    """Says whom the workbook names, and asks for the facts of the task."""

    def __init__(
        self, workspace: Workspace, found: NameList, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._today = workspace.session.today
        kind, context = workspace.session.catalogue["task"], form_context(workspace)
        self.rows = {name: FormRow(make_editor(kind[name], context)) for name in _ASKED}
        self.set_title(self.tr("上级发的名单表"))
        known, strangers = len(found.people), len(found.strangers)
        words = self.tr("点了 {named} 个人：登记过的 {known}，本站没有的 {strangers}。")
        told = words.format(named=known + strangers, known=known, strangers=strangers)
        self.told = Words(told, wrap=True)
        self.panel.body.addWidget(self.told)
        self.rows["title"].editor.set_value(found.title)
        names = list(self.rows)
        for at, (name, row) in enumerate(self.rows.items()):
            following = names[at + 1 : at + 2]
            row.moved.connect(lambda step, name=name: self._move(name, step))
            row.completed.connect(lambda ahead=following: self._go_to(ahead))
            self.panel.body.addWidget(row)
        self.panel.body.addStretch(1)
        self.go_button = FilledButton(self.tr("开始核实"), "Ctrl+Return")
        self.go_button.clicked.connect(self.try_go)
        self.put_foot(self.go_button, 520, 420)
        self.rows["source"].focus()

    def _move(self, name: str, step: int) -> None:
        names = list(self.rows)
        at = names.index(name) + step
        if at >= len(names):
            self.try_go()
        else:
            self._go_to(names[max(at, 0) : max(at, 0) + 1])

    def _go_to(self, names: list[str]) -> None:
        for name in names:
            self.rows[name].focus()

    def try_go(self) -> None:
        """Accept if everything that a task needs is there."""
        wrong = []
        for name, row in self.rows.items():
            row.editor.commit()
            reading = row.editor.reading()
            problems = [*reading.problems] or row.field.check(reading.value, self._today())
            row.show_problems(problems)
            wrong += [name for problem in problems if problem.blocks]
        if wrong:
            self.rows[wrong[0]].focus()
        else:
            self.accept()

    def operation(self, record: str) -> Operation:
        """The list as a task."""
        told = {name: str(row.editor.value() or "") for name, row in self.rows.items()}
        found = self._found
        return make_list(
            told["title"],
            found.people,
            found.strangers,
            source=told["source"],
            due_on=told["due_on"],
            record=record,
        )
