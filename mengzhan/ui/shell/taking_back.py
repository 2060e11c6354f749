"""Undo and redo for the window: what is next, what it was called, what was changed since."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from mengzhan.model.progress import Cancelled
from mengzhan.rules.undo import REDO, UNDO, next_redo, next_undo
from mengzhan.ui.pages.undo_choice import redo_action, undo_action
from mengzhan.ui.shell.action_words import ActionWords
from mengzhan.ui.shell.recent import RecentDialog
from mengzhan.ui.widgets.busy_dialog import wait_for
from mengzhan.ui.workspace import Workspace


class TakingBack(QObject):
    """Carries out Ctrl+Z, Ctrl+Y and the list of recent actions."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window
        self._names = ActionWords(workspace.session)

    def undo(self) -> None:
        """Take the newest own action back; ask when something was changed since."""
        self._take_newest(UNDO)

    def redo(self) -> None:
        """Take the newest undo back."""
        self._take_newest(REDO)

    def _take_newest(self, words: str) -> None:
        find, session = (next_undo if words == UNDO else next_redo), self._workspace.session
        try:
            action = wait_for(
                self._workspace.jobs,
                lambda progress: find(session.read(), session.replica, progress),
                self.tr("正在查看能撤销什么…"),
                self._window,
            )
        except Cancelled:
            return
        self.take_back(action, words)

    def take_back(self, action: str, words: str) -> None:
        """Take one action back under the name ``words`` and say what it was."""
        if not action:
            nothing = self.tr("没有可以撤销的操作")
            self._say(nothing if words == UNDO else self.tr("没有可以重做的操作"))
            return
        what = self._name(action)
        if words == UNDO:
            saying = self.tr("已撤销：{what}").format(what=what)
            undo_action(self._workspace, action, self._window, saying)
        else:
            saying = self.tr("已重做：{what}").format(what=what)
            redo_action(self._workspace, action, self._window, saying)

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
