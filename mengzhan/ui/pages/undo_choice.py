"""Undo of an action; what was changed since is shown, and goes back only if it is chosen.

An import of many thousand records takes its time to go back: both looking and writing run beside
the screen.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from mengzhan.model.problem import UserError
from mengzhan.model.progress import Cancelled, Progress
from mengzhan.rules.undo import REDO, UNDO, WHOLE, Left, UndoPlan, plan_undo, undo
from mengzhan.store.session import ChangeSet
from mengzhan.ui.widgets.busy_dialog import wait_for
from mengzhan.ui.widgets.buttons import FilledButton
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.question_dialog import QuestionDialog
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

Titles = Mapping[str, str]
"""What stands for records in a list, by their ids."""


def undo_action(
    workspace: Workspace, action: str, parent: QWidget | None = None, saying: str = ""
) -> bool:
    """Undo an action as the user wants it; return whether something was undone.

    Without anything changed since it just happens. Otherwise a dialog lists what was changed.

    Args:
        saying: what is said afterwards; 已撤销 if empty.
    """
    words = UndoWords()
    try:
        plan, titles = wait_for(
            workspace.jobs, lambda told: _look(workspace, action, told), words.looking(), parent
        )
    except Cancelled:
        workspace.said.emit(words.stopped(), "")
        return False
    chosen: list[tuple[str, str]] = []
    if plan.left:
        dialog = UndoChoice(workspace, plan, titles, parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return False
        chosen = dialog.chosen()
        if not plan.changes and not chosen:
            return False
    return _set_back(workspace, action, UNDO, chosen, saying or words.done(), parent)


def redo_action(workspace: Workspace, action: str, parent: QWidget | None, saying: str) -> bool:
    """Take an undo back; what was changed since stays. Return whether something was redone."""
    return _set_back(workspace, action, REDO, [], saying, parent)


def _look(workspace: Workspace, action: str, progress: Progress) -> tuple[UndoPlan, Titles]:
    reader = workspace.session.read()
    plan = plan_undo(reader, action, progress=progress)
    left = {item.record: item.kind for item in plan.left}
    return plan, {record: reader.title(kind, record) for record, kind in left.items()}


def _set_back(
    workspace: Workspace,
    action: str,
    words: str,
    chosen: Sequence[tuple[str, str]],
    saying: str,
    parent: QWidget | None,
) -> bool:
    def work(progress: Progress) -> ChangeSet:
        session = workspace.session
        expected = len(session.read().action_records(action))
        return session.run(undo(action, chosen, progress), words, progress, expected)

    said = UndoWords()
    try:
        change = wait_for(workspace.jobs, work, said.writing(words), parent)
    except Cancelled:
        workspace.said.emit(said.stopped(), "")
        return False
    except UserError as error:
        workspace.failed.emit(error)
        return False
    workspace.tell(change, saying)
    return True


class UndoWords(QObject):
    """The words of undo; a class only for its ``tr``."""

    def looking(self) -> str:
        """Return what is said while looking for later changes."""
        return self.tr("正在查看后来的修改…")

    def writing(self, words: str) -> str:
        """Return what is said while it is done."""
        return self.tr("正在撤销…") if words == UNDO else self.tr("正在重做…")

    def stopped(self) -> str:
        """Return what is said when the user stopped it."""
        return self.tr("已停下，什么也没有改")

    def done(self) -> str:
        """Return what is said after an undo."""
        return self.tr("已撤销")


class UndoChoice(QuestionDialog):
    """Lists what undo leaves alone; ticked lines are set back all the same."""

    def __init__(
        self,
        workspace: Workspace,
        plan: UndoPlan,
        titles: Titles,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = workspace.session.catalogue
        self._titles = titles
        self._left = plan.left
        self.set_title(self.tr("撤销"), self.tr("有些内容后来改过"))
        words = self.tr(
            "能直接退回的有 {changes} 条。下面 {left} 处先不动；勾上的也一起退回（空格勾选）。"
        )
        self.panel.body.addWidget(
            Words(words.format(changes=len(plan.changes), left=len(plan.left)), wrap=True)
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
        kind = self._catalogue.get(left.kind)
        label = say(kind.label) if kind else left.kind
        title = self._titles[left.record]
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
