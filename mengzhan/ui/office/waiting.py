"""What waits in the inbox and for what: a hole to close, a key to compare, a newer program."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mengzhan.office.desk import Office
from mengzhan.office.letters import Letter
from mengzhan.office.overview import Overview
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.widgets.timeline import Timeline, TimelineItem
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class Waiting(Panel):
    """``chosen(letter)``: Enter on a line."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._workspace = workspace
        self._office = office
        self._letters: list[Letter] = []
        self.set_heading(self.tr("先放着的包"))
        self._none = Words(self.tr("没有。"), "remark", wrap=True)
        self.list = Timeline()
        self.list.opened.connect(lambda key: self.chosen.emit(self._letters[int(key)]))
        self.body.addWidget(self._none)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)

    def count(self) -> int:
        """How many wait."""
        return len(Overview(self._office).waiting())

    def refresh(self) -> None:
        """Show what waits now."""
        self._letters = Overview(self._office).waiting()
        self.list.set_items([self._item(at, x) for at, x in enumerate(self._letters)])
        self._none.setVisible(not self._letters)
        self.list.setVisible(bool(self._letters))

    def _item(self, at: int, letter: Letter) -> TimelineItem:
        title = self.tr("{station} 第 {number} 包").format(
            station=letter.station_name or letter.station, number=letter.number
        )
        missing = sum(last - first + 1 for _, first, last in letter.missing)
        detail = say(letter.outcome.next_step)
        if missing:
            detail = self.tr("前面还缺 {count} 条变动。{step}").format(count=missing, step=detail)
        return TimelineItem(
            str(at), letter.received[:10], say(letter.outcome.title), title, detail, "amber"
        )
