"""Asks for a station: where it is and what it is called."""

from PySide6.QtWidgets import QWidget

from mengzhan.model.divisions import division_tree
from mengzhan.model.fieldtypes import Division, Text
from mengzhan.model.kind import Field
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.ui.pages.context import form_context
from mengzhan.ui.widgets.buttons import FilledButton
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.form_row import FormRow
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.question_dialog import QuestionDialog
from mengzhan.ui.workspace import Workspace

_FIELDS = (
    Field("code", QT_TRANSLATE_NOOP("model", "所在地"), Division(), required=True),
    Field("name", QT_TRANSLATE_NOOP("model", "站点名称"), Text(60), required=True),
    Field("contact", QT_TRANSLATE_NOOP("model", "联系人"), Text(30)),
)
_ENDING = "就业服务站"


class StationDialog(QuestionDialog):
    """Accepted, it holds ``code``, ``name`` and ``contact``."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("加站点"))
        context = form_context(workspace)
        self.rows = {item.name: FormRow(make_editor(item, context)) for item in _FIELDS}
        for row in self.rows.values():
            self.panel.body.addWidget(row)
        self.problem = Words("", "remark", wrap=True, tone="red")
        self.panel.body.addWidget(self.problem)
        self.panel.body.addStretch(1)
        self.go_button = FilledButton(self.tr("加上"), "Ctrl+Return")
        self.go_button.clicked.connect(self.try_go)
        self.put_foot(self.go_button, 560, 420)
        order = list(self.rows.values())
        for place, row in enumerate(order):
            row.moved.connect(lambda step, at=place: self._move(order, at + step))
        self.rows["code"].editor.changed.connect(self._name_it)
        order[0].focus()

    def _move(self, order: list[FormRow], place: int) -> None:
        if place >= len(order):
            self.go_button.setFocus()
        elif place >= 0:
            order[place].focus()

    def _name_it(self) -> None:
        """A station is usually called after its place."""
        place = division_tree().get(self.code)
        if place is not None and not self.name:
            self.rows["name"].editor.set_value(f"{place.name}{_ENDING}")

    def _text(self, name: str) -> str:
        return str(self.rows[name].editor.value() or "")

    @property
    def code(self) -> str:
        """The station's code: that of its place."""
        return self._text("code")

    @property
    def name(self) -> str:
        """The station's name."""
        return self._text("name")

    @property
    def contact(self) -> str:
        """Whom to call."""
        return self._text("contact")

    def try_go(self) -> None:
        """Accept if place and name are there."""
        for row in self.rows.values():
            row.editor.commit()
        missing = next((n for n in ("code", "name") if not self._text(n)), "")
        if missing:
            self.problem.setText(self.tr("所在地和名称都要填。"))
            self.rows[missing].focus()
        else:
            self.accept()
