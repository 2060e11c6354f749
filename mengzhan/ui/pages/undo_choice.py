"""Undo of an action; what was changed since is shown, and goes back only if it is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from mengzhan.rules.undo import WHOLE, Left, plan_undo, undo
from mengzhan.ui.widgets.buttons import FilledButton
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.question_dialog import QuestionDialog
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


def undo_action(workspace: Workspace, action: str, parent: QWidget | None = None) -> bool:
    """Undo an action as the user wants it; return whether something was undone.

    Without anything changed since it just happens. Otherwise a dialog lists what was changed.
    """
    plan = plan_undo(workspace.reader, action)
    chosen: list[tuple[str, str]] = []
    if plan.left:
        dialog = UndoChoice(workspace, plan.left, len(plan.changes), parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return False
        chosen = dialog.chosen()
        if not plan.changes and not chosen:
            return False
    saying = UndoWords().done()
    return workspace.run(undo(action, chosen), "undo", saying) is not None


class UndoWords(QObject):
    """The words of undo; a class only for its ``tr``."""

    def done(self) -> str:
        """Return what is said after an undo."""
        return self.tr("已撤销")


class UndoChoice(QuestionDialog):
    """Lists what undo leaves alone; ticked lines are set back all the same."""

    def __init__(
        self,
        workspace: Workspace,
        left: Sequence[Left],
        changes: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._left = list(left)
        self.set_title(self.tr("撤销"), self.tr("有些内容后来改过"))
        words = self.tr(
            "能直接退回的有 {changes} 条。下面 {left} 处先不动；勾上的也一起退回（空格勾选）。"
        )
        self.panel.body.addWidget(
            Words(words.format(changes=changes, left=len(self._left)), wrap=True)
        )
        self.list = QListWidget()
        for item in self._left:
            line = QListWidgetItem(self._words(item))
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(line)
        self.list.setCurrentRow(0)
        self.panel.body.addWidget(self.list, 1)
        self.go_button = FilledButton(self.tr("撤销"), "Ctrl+Return")
        self.go_button.clicked.connect(self.accept)
        self.put_foot(self.go_button, 560, 380)
        self.list.setFocus()

    def _words(self, left: Left) -> str:
        kind = self._workspace.session.catalogue.get(left.kind)
        label = say(kind.label) if kind else left.kind
        title = self._workspace.reader.title(left.kind, left.record)
        if left.reason == "linked":
            return self.tr("{label} {title}：还有 {count} 条记录用到它").format(
                label=label, title=title, count=len(left.links)
            )
        if left.field == WHOLE:
            return self.tr("{label} {title}：后来改过").format(label=label, title=title)
        field = kind.get(left.field) if kind else None
        name = say(field.label) if field else left.field
        if left.reason == "conflict":
            return self.tr("{label} {title}，{field}：退回后两处又不同").format(
                label=label, title=title, field=name
            )
        return self.tr("{label} {title}，{field}：后来改过").format(
            label=label, title=title, field=name
        )

    def chosen(self) -> list[tuple[str, str]]:
        """The lines that are to be set back all the same."""
        return [
            (item.record, item.field)
            for place, item in enumerate(self._left)
            if self.list.item(place).checkState() == Qt.CheckState.Checked
        ]
