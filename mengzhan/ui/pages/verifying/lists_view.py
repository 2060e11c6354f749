"""The lists to verify: each with how much is left and by when, and the ways to a new one."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from mengzhan.model.codes import code_table
from mengzhan.rules.cleaning import RULES
from mengzhan.rules.verifying import Standing
from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.busy_bar import BusyBar
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.drop_page import DropPage
from mengzhan.ui.widgets.lines_table import LinesModel, LinesTable, Part
from mengzhan.ui.widgets.panel import EmptyState, PageHead, Panel, ResultLine
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class ListsView(DropPage):
    """``opened(task)``: work through a list. ``rule_chosen(name)``: make one by a rule.
    ``file_asked``: make one from a workbook."""

    opened = Signal(str)
    rule_chosen = Signal(str)
    file_asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = workspace.session.today
        self.new_button = FilledButton(self.tr("自己列一张…"), "Ins")
        self.file_button = Button(self.tr("上级发的名单表…"), "Ctrl+O")
        self.told = ResultLine()
        self.busy = BusyBar(workspace.jobs)
        self.table = LinesTable(LinesModel(self._parts()))
        self.empty = EmptyState(self._nothing_yet(), self.tr("上级发的名单表…"))
        self.standings: Sequence[Standing] = ()
        head = PageHead("", self.tr("一条一条核实：没变按一个键，变了当场改，核实完填回原表"))
        head.title.hide()
        head.add(self.file_button, self.new_button)
        self.stack = QStackedWidget()
        for content in (self.table, self.empty):
            panel = Panel()
            panel.body.addWidget(content)
            self.stack.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(8))
        for part in (head, self.busy, self.told):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        self.new_button.clicked.connect(self.show_rules)
        self.file_button.clicked.connect(self.file_asked)
        self.empty.acted.connect(self.file_asked)
        self.table.opened.connect(lambda at: self.opened.emit(self.standings[at].task))

    def _nothing_yet(self) -> str:
        return self.tr(
            "现在没有要核实的清单。上级发来名单表就按 Ctrl+O；"
            "想自己清一遍册子（登记太久的、到龄的、没电话的……）就按 Ins。"
        )

    def _parts(self) -> Sequence[Part[Standing]]:
        return (
            Part(self.tr("清单"), lambda one: str(one.values.get("title") or ""), 160, share=1),
            Part(self.tr("还剩"), self._left, 110),
            Part(self.tr("待进一步核实"), lambda one: f"{one.counts['pending']:,}", 120),
            Part(self.tr("来源"), self._source, 150),
            Part(self.tr("期限"), self._due, 110, tone=self._urgency),
        )

    def _left(self, one: Standing) -> str:
        words = self.tr("{left} / {total}")
        return words.format(left=f"{one.counts['open']:,}", total=f"{one.total:,}")

    def _source(self, one: Standing) -> str:
        return say(code_table("task_source").label(str(one.values.get("source") or "")))

    def _due(self, one: Standing) -> str:
        return str(one.values.get("due_on") or "")

    def _urgency(self, one: Standing) -> Tone:
        due = str(one.values.get("due_on") or "")
        return "red" if due and due < self._today().isoformat() else "plain"

    @property
    def current(self) -> str:
        """The task of the current list, empty if there is none."""
        at = self.table.currentIndex().row()
        return self.standings[at].task if 0 <= at < len(self.standings) else ""

    def fill(self, standings: Sequence[Standing], keep: str = "") -> None:
        """Show the lists; ``keep`` becomes the current one."""
        self.standings = standings
        self.table.lines.fill(standings)
        at = next((n for n, one in enumerate(standings) if one.task == keep), 0)
        if standings:
            self.table.go(at)
        self.stack.setCurrentIndex(0 if standings else 1)

    def focus_first(self) -> None:
        """Put the focus where the page is worked with."""
        (self.table if self.standings else self.empty.button).setFocus()

    def show_rules(self) -> None:
        """Offer the rules by which the station may look for people; a digit picks one."""
        menu = QMenu(self)
        for number, rule in enumerate(RULES, 1):
            action = menu.addAction(f"&{number}  {say(rule.title(rule.months))}")
            action.triggered.connect(
                lambda _checked=False, name=rule.name: self.rule_chosen.emit(name)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        corner = QPoint(0, self.new_button.height())
        menu.popup(self.new_button.mapToGlobal(corner))
