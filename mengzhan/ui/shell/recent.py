"""The recent actions, to take any of them back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mengzhan.rules.undo import plan_undo
from mengzhan.store.session import Session
from mengzhan.ui.pages.context import Moments
from mengzhan.ui.shell.action_words import ActionWords
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.panel import Words, space

SHOWN = 60
LOOKED_INTO = 20
"""Of an action with more changes only the name is told: looking into an import takes its time."""

_ACTION, _SMALL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
"""What a line is about, and whether it is looked into."""


class RecentDialog(QDialog):
    """``taken_back(action)``: undo this action."""

    taken_back = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("最近的操作"))
        self.setMinimumSize(theme().size(560), theme().size(400))
        self._session = session
        column = QVBoxLayout(self)
        space(column, 20, 12)
        column.addWidget(Words(self.tr("最近的操作"), "panel"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("最近的操作"))
        self.list.setSpacing(theme().size(3))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.list, 1)
        self.explained = Words("", "remark", wrap=True)
        column.addWidget(self.explained)
        foot = QHBoxLayout()
        foot.addStretch(1)
        back = Button(self.tr("关闭  Esc"))
        back.clicked.connect(self.reject)
        self.button = FilledButton(self.tr("撤销这一步  Enter"))
        self.button.clicked.connect(self._take_back)
        foot.addWidget(back)
        foot.addWidget(self.button)
        column.addLayout(foot)
        self._fill()
        self.list.currentItemChanged.connect(lambda *_: self._explain())
        self.list.itemActivated.connect(lambda _item: self._take_back())
        self._explain()
        self.list.setFocus()

    def _fill(self) -> None:
        moments, names = Moments(self._session), ActionWords(self._session)
        for row in self._session.read().actions(SHOWN):
            small = row["records"] <= LOOKED_INTO
            if small:
                what = names.of_action(row["action"], row["words"])
            else:
                several = self.tr("{what}  {count} 条")
                what = several.format(what=names.of(row["words"]), count=row["records"])
            if small and self._is_undone(row["action"]):
                what = self.tr("已撤销   {what}").format(what=what)
            # what is long comes last: there the end may be cut
            words = self.tr("{when}   {who}   {what}").format(
                when=moments.when(row["wall"]),
                what=what,
                who=moments.who(row["actor"], row["replica"]),
            )
            item = QListWidgetItem(words)
            item.setData(_ACTION, row["action"])
            item.setData(_SMALL, small)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)

    def _is_undone(self, action: str) -> bool:
        plan = plan_undo(self._session.read(), action)
        return not (plan.changes or plan.left)

    def _current(self) -> str:
        row = self.list.currentRow()
        return str(self.list.item(row).data(_ACTION)) if row >= 0 else ""

    def _explain(self) -> None:
        action = self._current()
        if not action:
            self.explained.setText(self.tr("还没有可以撤销的操作。"))
            self.button.setEnabled(False)
            return
        if not self.list.currentItem().data(_SMALL):
            self.button.setEnabled(True)
            self.explained.setText(self.tr("会整批改回；后来又动过的，会先问您。"))
            return
        plan = plan_undo(self._session.read(), action)
        self.button.setEnabled(bool(plan.changes or plan.left))
        if plan.left:
            words = self.tr("会改回 {count} 条；有 {left} 处后来又动过，会先问您。")
        elif plan.changes:
            words = self.tr("会改回 {count} 条记录。")
        else:
            words = self.tr("这一步已经撤销，或后来都改过了。")
        self.explained.setText(words.format(count=len(plan.changes), left=len(plan.left)))

    def _take_back(self) -> None:
        if self.button.isEnabled():
            self.accept()
            self.taken_back.emit(self._current())
