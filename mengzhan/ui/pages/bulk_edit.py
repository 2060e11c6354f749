"""One field of many records at once: what would change is shown before it happens."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.entry import Value
from mengzhan.model.kind import Field, Kind
from mengzhan.rules.operations import edit, together
from mengzhan.rules.reader import Operation
from mengzhan.ui.pages.context import form_context
from mengzhan.ui.pages.history import shown_value
from mengzhan.ui.widgets.buttons import FilledButton
from mengzhan.ui.widgets.editor import FieldEditor
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.question_dialog import QuestionDialog
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

LINES = 8
"""How many records the preview names."""


class BulkEdit(QuestionDialog):
    """Asks for a field and its new value; accepted, ``operation`` does it as one action."""

    def __init__(
        self,
        workspace: Workspace,
        kind: Kind,
        rows: Sequence[dict[str, Any]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kind = kind
        self._rows = list(rows)
        self._context = form_context(workspace)
        self._fields = [
            item
            for item in kind
            if not item.sensitive
            and item.name not in kind.title
            and item.type.editor not in ("pictures", "references")
        ]
        heading = self.tr("批量改{label}：{count} 条")
        heading = heading.format(count=len(self._rows), label=say(kind.label))
        self.set_title(self.tr("批量改"), heading)
        self.field_box = QComboBox()
        self.field_box.addItems([say(item.label) for item in self._fields])
        self.field_box.currentIndexChanged.connect(self._offer_editor)
        self._editor: FieldEditor | None = None
        self._place = QVBoxLayout()
        self.preview = Words("", "remark", wrap=True)
        self.problem = Words("", "remark", wrap=True, tone="red")
        self.go_button = FilledButton(self.tr("全部改"), "Ctrl+Return")
        self.go_button.clicked.connect(self._go)
        self._build()
        self._offer_editor()
        self.field_box.setFocus()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(Words(self.tr("改哪一项"), "label"))
        row.addWidget(self.field_box, 1)
        body = self.panel.body
        body.addLayout(row)
        body.addLayout(self._place)
        body.addWidget(self.problem)
        body.addWidget(Words(self.tr("改之前先看"), "group"))
        body.addWidget(self.preview)
        body.addStretch(1)
        self.put_foot(self.go_button, 560, 440)

    @property
    def field(self) -> Field:
        """The field to change."""
        return self._fields[max(self.field_box.currentIndex(), 0)]

    @property
    def value(self) -> Value:
        """The value that all records get."""
        return self._editor.value() if self._editor is not None else None

    def _offer_editor(self) -> None:
        if self._editor is not None:
            self._place.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
        self._editor = make_editor(self.field, self._context)
        self._editor.changed.connect(self._show_preview)
        self._editor.moved.connect(lambda _step: self.go_button.setFocus())
        self._place.addWidget(self._editor)
        self._show_preview()

    def changing(self) -> list[dict[str, Any]]:
        """The records whose value would become another."""
        return [row for row in self._rows if row.get(self.field.name) != self.value]

    def _show_preview(self) -> None:
        name = self.field.name
        changing = self.changing()
        words = self.tr("会改 {changing} 条，{same} 条本来就是这样。").format(
            changing=len(changing), same=len(self._rows) - len(changing)
        )
        after = self._shown(self.value)
        lines = [
            self.tr("{title}：{before} → {after}").format(
                title=self._workspace.reader.title(self._kind.name, row["id"]),
                before=self._shown(row.get(name)),
                after=after,
            )
            for row in changing[:LINES]
        ]
        if len(changing) > LINES:
            lines.append(self.tr("……还有 {count} 条").format(count=len(changing) - LINES))
        ready = self._problem() == ""
        waiting = self.tr("选好或填好新的值，这里先列出会怎么改。")
        self.preview.setText("\n".join([words, *lines]) if ready else waiting)
        self.go_button.setEnabled(bool(changing) and ready)

    def _shown(self, value: Value) -> str:
        shown = shown_value(self._workspace, self._kind, self.field.name, value)
        return shown or self.tr("（空）")

    def _problem(self) -> str:
        """Say what is wrong with the value for all of them."""
        reading = self._editor.reading() if self._editor is not None else None
        found = list(reading.problems) if reading else []
        found += self.field.check(self.value, self._context.today())
        words = next((say(problem.hint) for problem in found if problem.blocks), "")
        self.problem.setText(words)
        # whoever has not begun has not made a mistake
        begun = self.value is not None or bool(reading and reading.problems)
        self.problem.setVisible(bool(words) and begun)
        return words

    def _go(self) -> None:
        if self._editor is not None:
            self._editor.commit()
        self._show_preview()
        if self.go_button.isEnabled():
            self.accept()

    def operation(self) -> Operation:
        """All changes as one action."""
        name, value = self.field.name, self.value
        return together(*(edit(row["id"], {name: value}) for row in self.changing()))
