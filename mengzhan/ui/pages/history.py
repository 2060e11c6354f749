"""The history of one record: who changed what, when, from what to what; each change undoable."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mengzhan.model.divisions import place_name
from mengzhan.model.entry import ERASE, SET, Value
from mengzhan.model.kind import Kind
from mengzhan.rules.changes import Changed, FieldChange, changes_of
from mengzhan.ui.pages.context import Moments
from mengzhan.ui.pages.undo_choice import undo_action
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.panel import HairLine, Panel, Words
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

WORDS_WIDTH = 640


class HistoryDialog(QDialog):
    """Shows the changes of a record, newest first, with masks."""

    def __init__(
        self, workspace: Workspace, kind: str, record: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kind = workspace.session.catalogue[kind]
        self._record = record
        self._moments = Moments(workspace.session)
        self.setWindowTitle(self.tr("历史"))
        self.panel = Panel(self.tr("这条记录的历史"))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.panel.body.addWidget(self._area, 1)
        self.close_button = Button(self.tr("关闭"), "Esc")
        self.close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self.panel.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.addWidget(self.panel)
        self.resize(theme().size(WORDS_WIDTH), theme().size(460))
        shortcut = QShortcut(QKeySequence("Ctrl+H"), self)
        shortcut.activated.connect(self.reject)
        self.lines: list[str] = []
        self._fill()

    def _fill(self) -> None:
        self.lines = []
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme().size(8), 0)
        column.setSpacing(theme().size(8))
        for changed in changes_of(self._workspace.reader.entries(self._record)):
            if changed.entry.op in (SET, ERASE):
                column.addWidget(self._block(changed))
                column.addWidget(HairLine())
        column.addStretch(1)
        self._area.setWidget(inside)

    def _block(self, changed: Changed) -> QWidget:
        entry = changed.entry
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(2))
        head = QHBoxLayout()
        head.addWidget(Words(self._moments.when(entry.wall), "strong"))
        head.addWidget(Words(self._moments.who(entry.actor, entry.replica), "remark"))
        head.addStretch(1)
        if entry.op != ERASE and changed.fields:
            undo = LinkButton(self.tr("撤销这一步"))
            undo.clicked.connect(lambda: self._undo(entry.action))
            head.addWidget(undo)
        column.addLayout(head)
        for words in self._words(changed):
            self.lines.append(words)
            column.addWidget(Words(words, "remark", wrap=True))
        return block

    def _words(self, changed: Changed) -> list[str]:
        if changed.entry.op == ERASE:
            return [self.tr("彻底删除，内容不再保留")]
        return [self._field_words(item) for item in changed.fields]

    def _field_words(self, change: FieldChange) -> str:
        special = self._special(change)
        if special:
            return special
        item = self._kind.get(change.field)
        label = say(item.label) if item else change.field
        before, after = (self._show(change.field, v) for v in (change.before, change.after))
        if change.before in (None, [], ""):
            return self.tr("{label}：{after}").format(label=label, after=after)
        return self.tr("{label}：{before} → {after}").format(
            label=label, before=before, after=after
        )

    def _special(self, change: FieldChange) -> str:
        if change.field == "deleted":
            return self.tr("删除这条记录") if change.after else self.tr("放回这条记录")
        if change.field == "same_as":
            return self.tr("并到另一条") if change.after else self.tr("与另一条分开")
        if change.field == "station":
            return self.tr("由 {station} 负责").format(station=self._station(str(change.after)))
        return ""

    def _station(self, code: str) -> str:
        """Return what people call a station: its own name here, elsewhere that of its place."""
        place = self._workspace.session.place
        return place.name if code == place.code else place_name(code)

    def _show(self, name: str, value: Value) -> str:
        return shown_value(self._workspace, self._kind, name, value) or self.tr("（空）")

    def _undo(self, action: str) -> None:
        if undo_action(self._workspace, action, self):
            self._fill()


def shown_value(workspace: Workspace, kind: Kind, name: str, value: Value) -> str:
    """Write a value for people, masked if it is sensitive; references as titles."""
    item = kind.get(name)
    if value is None or value == []:
        return ""
    if item is None:
        return "、".join(map(str, value)) if isinstance(value, list) else str(value)
    to = getattr(item.type, "kind", "")
    if to and isinstance(value, str):
        return workspace.references.title(to, value)
    return item.show(value)
