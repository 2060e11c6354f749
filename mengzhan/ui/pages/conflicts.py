"""Where two places wrote different things: both values side by side, one key settles each."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.entry import Value
from mengzhan.rules.operations import settle
from mengzhan.ui.pages.history import shown_value
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.pages.rivals import rival_values
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.widgets.timeline import Timeline, TimelineItem
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


@dataclass(frozen=True)
class Conflict:
    """One field of one record with the value that stands and the others."""

    kind: str
    record: str
    field: str
    standing: Value
    others: tuple[Value, ...]

    @property
    def key(self) -> str:
        """What names it in a list."""
        return f"{self.kind}/{self.record}/{self.field}"


def open_conflicts(workspace: Workspace) -> list[Conflict]:
    """Return everything that waits for a person to decide."""
    reader = workspace.reader
    found = []
    for kind, record, field in reader.conflicts():
        others = rival_values(reader, record).get(field)
        state = reader.state(record)
        if others and state is not None and not state.deleted:
            found.append(Conflict(kind, record, field, state.values.get(field), tuple(others)))
    return found


class ConflictList(QWidget):
    """Key 1 keeps the value that stands, 2 takes the other; Enter opens the record.

    ``opened(kind, record)``. ``settled``: one was decided.
    """

    opened = Signal(str, str)
    settled = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._conflicts: dict[str, Conflict] = {}
        self.list = Timeline()
        self.list.opened.connect(self._open)
        self.keep_button = Button(self.tr("用前一个"), "1")
        self.take_button = Button(self.tr("用后一个"), "2")
        for button in (self.keep_button, self.take_button):
            # digits belong to the list; elsewhere on the page they mean other things
            button.setShortcut(QKeySequence())
        self.keep_button.clicked.connect(lambda: self.settle(0))
        self.take_button.clicked.connect(lambda: self.settle(1))
        self._none = Words(self.tr("没有要定的：两处写的都一致。"), "remark", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.addWidget(self.keep_button)
        row.addWidget(self.take_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(8))
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        for number in range(1, 10):
            bind(self, str(number), partial(self.settle, number - 1))
        self.refresh()

    def count(self) -> int:
        """How many wait."""
        return len(self._conflicts)

    def refresh(self) -> None:
        """Show what waits now."""
        row = max(self.list.currentIndex().row(), 0)
        found = open_conflicts(self._workspace)
        self._conflicts = {conflict.key: conflict for conflict in found}
        self.list.set_items([self._item(conflict) for conflict in found])
        if found:
            model = self.list.model()
            self.list.setCurrentIndex(model.index(min(row, len(found) - 1), 0))
        for widget in (self.list, self.keep_button, self.take_button):
            widget.setVisible(bool(found))
        self._none.setVisible(not found)

    def _item(self, conflict: Conflict) -> TimelineItem:
        kind = self._workspace.session.catalogue[conflict.kind]
        item = kind.get(conflict.field)
        shown = [
            shown_value(self._workspace, kind, conflict.field, value) or self.tr("（空）")
            for value in (conflict.standing, *conflict.others)
        ]
        label = say(item.label) if item else conflict.field
        title = self._workspace.reader.title(conflict.kind, conflict.record)
        words = "    ".join(f"{place}  {value}" for place, value in enumerate(shown, 1))
        return TimelineItem(
            conflict.key,
            say(kind.label),
            self.tr("两处不同"),
            self.tr("{title} 的{label}").format(title=title, label=label),
            words,
            "amber",
        )

    def _current(self) -> Conflict | None:
        row = self.list.currentIndex().row()
        keys = list(self._conflicts)
        return self._conflicts[keys[row]] if 0 <= row < len(keys) else None

    def settle(self, place: int) -> None:
        """Decide the current one: 0 keeps what stands, 1 takes the first other value."""
        conflict = self._current()
        if conflict is None or place > len(conflict.others):
            return
        value = (conflict.standing, *conflict.others)[place]
        operation = settle(conflict.record, conflict.field, value)
        words = f"settle {conflict.kind}"
        if self._workspace.run(operation, words, self.tr("已定下一处")) is not None:
            self.refresh()
            self.settled.emit()

    def _open(self, key: str) -> None:
        conflict = self._conflicts[key]
        self.opened.emit(conflict.kind, conflict.record)


class ConflictsDialog(QDialog):
    """The list in a window of its own."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWindowTitle(self.tr("两处不同"))
        panel = Panel(self.tr("两处写得不同，请定一个"))
        panel.body.addWidget(
            Words(self.tr("没定之前，先按时间晚的算；另一个也留着，不会丢。"), "remark", wrap=True)
        )
        self.conflicts = ConflictList(workspace)
        self.conflicts.opened.connect(self._open)
        panel.body.addWidget(self.conflicts, 1)
        back = Button(self.tr("关闭"), "Esc")
        back.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(back)
        panel.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.addWidget(panel)
        self.resize(theme().size(620), theme().size(420))
        self.conflicts.list.setFocus()

    def _open(self, kind: str, record: str) -> None:
        self.accept()
        self._workspace.record_asked.emit(kind, record)
