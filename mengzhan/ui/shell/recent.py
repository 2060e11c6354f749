"""The recent actions, to take any of them back; what was changed since is asked about."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mengzhan.model.clock import wall_moment
from mengzhan.rules.undo import WHOLE, Left, plan_undo
from mengzhan.store.session import BEIJING, Session
from mengzhan.ui.shell.undoing import ActionWords
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.words import say

SHOWN = 60


class RecentDialog(QDialog):
    """``taken_back(action, chosen)``: undo this action, with these pairs (record, field) too."""

    taken_back = Signal(str, list)

    def __init__(self, session: Session, parent: QWidget | None = None, action: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("最近的操作"))
        self.setMinimumSize(theme().size(560), theme().size(440))
        self._session = session
        self._names = ActionWords(session)
        self._boxes: list[tuple[Left, QCheckBox]] = []
        column = QVBoxLayout(self)
        space(column, 20, 12)
        column.addWidget(Words(self.tr("最近的操作"), "panel"))
        self.list = QListWidget()
        self.list.currentItemChanged.connect(lambda *_: self._explain())
        self.list.itemActivated.connect(lambda _item: self._take_back())
        column.addWidget(self.list, 1)
        self.explained = Words("", "remark", wrap=True)
        column.addWidget(self.explained)
        self._choices = QVBoxLayout()
        column.addLayout(self._choices)
        foot = QHBoxLayout()
        foot.addStretch(1)
        back = Button(self.tr("返回  Esc"))
        back.clicked.connect(self.reject)
        self.button = FilledButton(self.tr("撤销这一步"))
        self.button.clicked.connect(self._take_back)
        foot.addWidget(back)
        foot.addWidget(self.button)
        column.addLayout(foot)
        self._fill(action)

    def _fill(self, action: str) -> None:
        people = {who: name for who, name in self._operators()}
        for row in self._session.read().actions(SHOWN):
            item = QListWidgetItem(self._line(row, people))
            item.setData(Qt.ItemDataRole.UserRole, row["action"])
            self.list.addItem(item)
            if row["action"] == action:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self._explain()

    def _operators(self) -> list[tuple[str, str]]:
        own = self._session.operator
        return [(own.id, own.name)]

    def _line(self, row: dict[str, Any], people: dict[str, str]) -> str:
        moment = wall_moment(row["wall"]) + BEIJING
        day = moment.date() - (self._session.clock() + BEIJING).date()
        when = f"{moment:%H:%M}" if day == timedelta(0) else f"{moment:%m-%d %H:%M}"
        words = self._names.of(row["words"])
        who = people.get(row["actor"], self.tr("别的操作员"))
        return self.tr("{when}  {words}  {count} 条  {who}").format(
            when=when, words=words, count=row["records"], who=who
        )

    def _current(self) -> str:
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _explain(self) -> None:
        for _, box in self._boxes:
            box.hide()
            box.deleteLater()
        self._boxes = []
        action = self._current()
        if not action:
            self.explained.setText(self.tr("还没有可以撤销的操作。"))
            self.button.setEnabled(False)
            return
        plan = plan_undo(self._session.read(), action)
        self.button.setEnabled(bool(plan.changes or plan.left))
        words = self.tr("会改回 {count} 条记录。").format(count=len(plan.changes))
        if plan.left:
            words += self.tr("下面 {count} 处后来又动过，不勾就不动：").format(count=len(plan.left))
        if not plan.changes and not plan.left:
            words = self.tr("这一步已经撤销，或后来都改过了。")
        self.explained.setText(words)
        for left in plan.left[:8]:
            box = QCheckBox(self._left_words(left))
            self._choices.addWidget(box)
            self._boxes.append((left, box))

    def _left_words(self, left: Left) -> str:
        reader = self._session.read()
        title = reader.title(left.kind, left.record)
        kind = self._session.catalogue.get(left.kind)
        known = kind.get(left.field) if kind is not None else None
        field = self.tr("整条") if left.field == WHOLE else left.field
        if known is not None:
            field = say(known.label)
        reasons = {
            "changed": self.tr("后来又改过"),
            "conflict": self.tr("撤销后会有两个不同的值"),
            "linked": self.tr("有 {count} 条记录引用它").format(count=len(left.links)),
        }
        return f"{title} · {field} · {reasons[left.reason]}"

    def _take_back(self) -> None:
        if not self.button.isEnabled():
            return
        chosen = [(left.record, left.field) for left, box in self._boxes if box.isChecked()]
        self.accept()
        self.taken_back.emit(self._current(), chosen)
