"""月结核对: which stations have closed a month, and whether their records give what they closed."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.progress import Cancelled, Progress
from mengzhan.office.closings import ClosingCheck, Closings, Finding
from mengzhan.office.desk import Office
from mengzhan.rules.figures import Period
from mengzhan.store.session import ChangeSet
from mengzhan.ui.office.closing_items import ClosingItems
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.busy_bar import BusyBar
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import PageHead, Panel, Words, space_page
from mengzhan.ui.widgets.timeline import Timeline
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

_GRAVEST = [*Finding]


class ClosingsPage(QWidget):
    """Stations on the left, the worst first; what was found of the chosen one on the right."""

    def __init__(self, workspace: Workspace, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.office = office
        self.period = Period.month_of(workspace.session.today()).previous()
        self._items = ClosingItems(workspace)
        self._checks: Sequence[ClosingCheck] = ()
        self.back_button = Button(self.tr("← 上月"), "Ctrl+PgUp")
        self.next_button = Button(self.tr("下月 →"), "Ctrl+PgDown")
        self.busy = BusyBar(workspace.jobs)
        self.list = Timeline()
        self.panel = Panel(self.tr("站点"))
        self.found = Timeline()
        self.side = Panel("")
        self._nothing = Words("", "remark", wrap=True)
        self.how = Words(self.tr("Enter 看这条记录"), "remark")
        self._build()
        self.back_button.clicked.connect(lambda: self.show_month(self.period.previous()))
        self.next_button.clicked.connect(lambda: self.show_month(_following(self.period)))
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.found.opened.connect(self._open_key)

    @property
    def title(self) -> str:
        """What stands on the rail."""
        return self.tr("月结核对")

    def _build(self) -> None:
        self._head = PageHead(self.title)
        self._head.add(self.back_button, self.next_button)
        self.panel.body.addWidget(self.list, 1)
        self.side.body.addWidget(self._nothing)
        self.side.body.addWidget(self.found, 1)
        self.side.body.addWidget(self.how)
        self.side.body.addStretch(0)
        lower = QHBoxLayout()
        lower.setSpacing(theme().size(12))
        lower.addWidget(self.panel, 4)
        lower.addWidget(self.side, 5)
        column = QVBoxLayout(self)
        space_page(column)
        column.addWidget(self._head)
        column.addWidget(self.busy)
        column.addLayout(lower, 1)

    def focus_first(self) -> None:
        """Put the focus into the list."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def show_month(self, period: Period) -> None:
        """Check another month."""
        self.period = period
        self.refresh()

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Check the month again, beside the screen."""
        if not self.isVisible():
            return
        today = Period.month_of(self.workspace.session.today())
        self.next_button.setEnabled(self.period.first < today.first)
        self._head.tell(say(self.period.label))
        seen, month = Closings(self.office), f"{self.period.first:%Y-%m}"

        def work(progress: Progress) -> Sequence[ClosingCheck]:
            return seen.all(month, progress)

        job = self.workspace.jobs.run(work, self._show, window=self, lane=f"closings-{id(self)}")
        self.busy.follow(job, self.tr("正在核对…"))

    def _show(self, found: Sequence[ClosingCheck] | None, error: Exception | None) -> None:
        if isinstance(error, Cancelled):
            return
        if error is not None:
            raise error
        chosen = self._current()
        checks = sorted(found or (), key=lambda one: (_GRAVEST.index(one.finding), one.station))
        self._checks = checks
        self.list.set_items([self._items.station(one, self._name(one)) for one in checks])
        stations = [one.station for one in checks]
        at = stations.index(chosen.station) if chosen and chosen.station in stations else 0
        if checks:
            self.list.setCurrentIndex(self.list.model().index(at, 0))
        closed = sum(one.close is not None for one in checks)
        words = self.tr("{month}：{all} 个站，{closed} 个已结账")
        told = words.format(month=say(self.period.label), all=len(checks), closed=closed)
        if checks:
            told += self.tr("，期限 {due}").format(due=checks[0].due.isoformat())
        self._head.tell(told)
        self._show_current()

    def _name(self, check: ClosingCheck) -> str:
        station = self.office.roster.station(check.station)
        return station.name if station else check.station

    def _current(self) -> ClosingCheck | None:
        row = self.list.currentIndex().row()
        return self._checks[row] if 0 <= row < len(self._checks) else None

    def _show_current(self) -> None:
        check = self._current()
        items = [*self._items.found(check)] if check else []
        self.found.set_items(items)
        self.found.setVisible(bool(items))
        self.how.setVisible(bool(items))
        self._nothing.setVisible(not items)
        self._nothing.setText(self._in_short(check))
        self.side.set_heading(self._name(check) if check else self.tr("这个站"))

    def _in_short(self, check: ClosingCheck | None) -> str:
        if check is None:
            return self.tr("名册还是空的，先到“名册”加站点。")
        if check.finding is Finding.AGREES:
            return self.tr("按本单位收到的流水重算，和月结一致。")
        if check.finding is Finding.UNREADABLE:
            return self.tr("月结的内容读不出来，请站点重新结账再报一次。")
        words = self.tr("还没有收到这个月的月结，应在 {due} 前收到。")
        told = words.format(due=check.due.isoformat())
        return told + self.tr("请打电话问一问站点。") if check.late else told

    def _open_key(self, key: str) -> None:
        kind, _, record = key.partition("/")
        if record:
            self.workspace.record_asked.emit(kind, record)


def _following(period: Period) -> Period:
    return Period.month_of(period.last + timedelta(days=1))
