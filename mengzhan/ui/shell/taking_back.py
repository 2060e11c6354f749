"""Undo and redo for the window: what is next, what it was called, what was changed since."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from mengzhan.rules.undo import REDO, UNDO, plan_undo
from mengzhan.rules.undo import undo as undo_operation
from mengzhan.ui.pages.undo_choice import undo_action
from mengzhan.ui.shell.recent import RecentDialog
from mengzhan.ui.shell.undoing import ActionWords, next_redo, next_undo
from mengzhan.ui.workspace import Workspace


class TakingBack(QObject):
    """Carries out Ctrl+Z, Ctrl+Y and the list of recent actions."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window
        self._names = ActionWords(workspace.session)

    def undo(self) -> None:
        """Take the newest own action back; ask when something was changed since."""
        self.take_back(next_undo(self._workspace.session), UNDO)

    def redo(self) -> None:
        """Take the newest undo back."""
        self.take_back(next_redo(self._workspace.session), REDO)

    def take_back(self, action: str, words: str) -> None:
        """Take one action back under the name ``words`` and say what it was."""
        if not action:
            nothing = self.tr("没有可以撤销的操作")
            self._say(nothing if words == UNDO else self.tr("没有可以重做的操作"))
            return
        what = self._name(action)
        if words == UNDO and plan_undo(self._workspace.reader, action).left:
            undo_action(self._workspace, action, self._window)
        elif self._workspace.run(undo_operation(action), words) is not None:
            saying = self.tr("已撤销：{what}") if words == UNDO else self.tr("已重做：{what}")
            self._say(saying.format(what=what))

    def show_recent(self) -> None:
        """Show the recent actions."""
        dialog = RecentDialog(self._workspace.session, self._window)
        dialog.taken_back.connect(lambda action: self.take_back(action, UNDO))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _say(self, words: str) -> None:
        self._workspace.said.emit(words, "")

    def _name(self, action: str) -> str:
        """Return what an action was; of an undo, what was undone."""
        words = self._workspace.reader.words_of(action)
        return self._names.of_action(action, words) if words else ""
