"""意见与重复: what stations were asked to fix, where copies disagree, who is registered twice."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.kind import Field
from mengzhan.model.problem import UserError
from mengzhan.model.ruling import Ruling
from mengzhan.office.desk import Office
from mengzhan.office.overview import Overview, Shared
from mengzhan.office.reasons import reason_words
from mengzhan.office.verdicts import CLERK, STATION, GivenVerdict, Verdicts, give, withdraw
from mengzhan.store.session import ChangeSet
from mengzhan.ui.colours import Tone
from mengzhan.ui.office.verdict_dialog import VerdictDialog
from mengzhan.ui.pages.conflicts import ConflictList
from mengzhan.ui.pages.context import Moments
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.panel import PageHead, Panel, Words, space_page
from mengzhan.ui.widgets.timeline import Timeline, TimelineItem
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class VerdictsPage(QWidget):
    """Three lists; Enter opens the record."""

    def __init__(self, workspace: Workspace, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.office = office
        self._verdicts: list[GivenVerdict] = []
        self._shared: list[Shared] = []
        self._moments = Moments(workspace.session)
        self.give_button = FilledButton(self.tr("写一条意见"), "Ins")
        self.accept_button = Button(self.tr("照站点写的接收"), "F8")
        self.verdicts = Timeline()
        self.verdict_panel = Panel(self.tr("请站点改的"))
        self._no_verdicts = Words(self.tr("没有要站点改的。"), "remark", wrap=True)
        self.conflicts = ConflictList(workspace)
        self.conflict_panel = Panel(self.tr("两处不同"))
        self.shared = Timeline()
        self.shared_panel = Panel(self.tr("跨站重复"))
        self._no_shared = Words(self.tr("没有同一证件号在两个站登记。"), "remark", wrap=True)
        self._build()
        self.give_button.clicked.connect(self.give)
        self.accept_button.clicked.connect(self.accept)
        self.verdicts.opened.connect(self._open_key)
        self.shared.opened.connect(self._open_key)
        self.conflicts.opened.connect(self.workspace.record_asked)

    @property
    def title(self) -> str:
        """What stands on the rail."""
        return self.tr("意见与重复")

    def count(self) -> int:
        """What waits for a person here; it may be asked on any thread."""
        overview = Overview(self.office)
        return len(overview.conflicts()) + len(overview.shared())

    def _build(self) -> None:
        head = PageHead(self.title, self.tr("随下一份回执发给站点"))
        head.add(self.accept_button, self.give_button)
        self.verdict_panel.body.addWidget(self._no_verdicts)
        self.verdict_panel.body.addWidget(self.verdicts, 1)
        self.verdict_panel.body.addStretch(0)
        self.conflict_panel.body.addWidget(self.conflicts, 1)
        self.shared_panel.body.addWidget(self._no_shared)
        self.shared_panel.body.addWidget(self.shared, 1)
        self.shared_panel.body.addStretch(0)
        right = QVBoxLayout()
        right.setSpacing(theme().size(12))
        right.addWidget(self.conflict_panel, 1)
        right.addWidget(self.shared_panel, 1)
        lower = QHBoxLayout()
        lower.setSpacing(theme().size(12))
        # what is to be fixed says most
        lower.addWidget(self.verdict_panel, 3)
        lower.addLayout(right, 2)
        column = QVBoxLayout(self)
        space_page(column)
        column.addWidget(head)
        column.addLayout(lower, 1)

    def focus_first(self) -> None:
        """Put the focus into the first list that holds anything."""
        lists = ((self._verdicts, self.verdicts), (self._shared, self.shared))
        target = next((view for held, view in lists if held), self.give_button)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Show what stands now."""
        if not self.isVisible():
            return
        self._verdicts = Verdicts(self.office.connection).open()
        self.verdicts.set_items([self._item(verdict) for verdict in self._verdicts])
        self.verdicts.setVisible(bool(self._verdicts))
        self._no_verdicts.setVisible(not self._verdicts)
        words = self.tr("请站点改的 {count} 处")
        self.verdict_panel.set_heading(words.format(count=len(self._verdicts)))
        self.accept_button.setEnabled(bool(self._verdicts))
        self.conflicts.refresh()
        office = self.office
        # Every number of every station is compared: too long for the screen's thread.
        self.workspace.jobs.run(
            lambda _progress: Overview(office).shared(),
            self._show_shared,
            window=self,
            lane=f"shared-{id(self)}",
        )

    def _show_shared(self, found: list[Shared] | None, error: Exception | None) -> None:
        if error is not None:
            raise error
        self._shared = found or []
        self.shared.set_items([item for group in self._shared for item in self._group(group)])
        self.shared.setVisible(bool(self._shared))
        self._no_shared.setVisible(not self._shared)
        self.shared_panel.set_heading(
            self.tr("跨站重复 {count} 组").format(count=len(self._shared))
        )

    def _station(self, code: str) -> str:
        station = self.office.roster.station(code)
        return station.name if station else code

    def _whose(self, verdict: GivenVerdict) -> str:
        """The station, and who wrote the record last there, if the station told the name."""
        writers = [
            entry.actor
            for entry in self.workspace.reader.entries(verdict.record)
            if self.office.roster.owner(entry.replica) == verdict.station
        ]
        who = self._moments.named(writers[-1]) if writers else ""
        return " ".join(filter(None, (self._station(verdict.station), who)))

    def _item(self, verdict: GivenVerdict) -> TimelineItem:
        kind = self.workspace.session.catalogue.get(verdict.kind)
        item = kind.get(verdict.field) if kind else None
        title = self.tr("{field} · {title}").format(
            title=self.workspace.reader.title(verdict.kind, verdict.record),
            field=self._field(item, verdict.field),
        )
        detail = self.tr("{station}：{reason}").format(
            station=self._whose(verdict), reason=say(reason_words(verdict.reason))
        )
        badge = self.tr("人工") if verdict.by == CLERK else self.tr("自动")
        tone: Tone = "amber" if verdict.verdict == Ruling.FIX else "blue"
        key = f"{verdict.kind}/{verdict.record}"
        return TimelineItem(key, verdict.given[:10], badge, title, detail, tone)

    def _field(self, item: Field | None, name: str) -> str:
        if name == STATION:
            return self.tr("负责的站点")
        return say(item.label) if item else name

    def _group(self, group: Shared) -> list[TimelineItem]:
        kind = self.workspace.session.catalogue[group.kind]
        words = self.tr("{field}相同").format(field=say(kind[group.field].label))
        return [
            TimelineItem(
                f"{group.kind}/{record}",
                say(kind.label),
                words,
                self.workspace.reader.title(group.kind, record),
                self._station(station),
                "amber",
            )
            for record, station in group.records
        ]

    def _open_key(self, key: str) -> None:
        kind, _, record = key.partition("/")
        self.workspace.record_asked.emit(kind, record)

    def _current(self) -> GivenVerdict | None:
        row = self.verdicts.currentIndex().row()
        return self._verdicts[row] if 0 <= row < len(self._verdicts) else None

    def accept(self) -> None:
        """Take back what was asked: the record is right as it is."""
        verdict = self._current()
        if verdict is not None:
            try:
                withdraw(self.office, verdict.record)
            except UserError as error:
                self.workspace.failed.emit(error)
            self.refresh()

    def give(self) -> None:
        """Ask a station for a correction by hand."""
        dialog = VerdictDialog(self.workspace, self)
        if dialog.exec():
            try:
                give(self.office, dialog.record, dialog.field, dialog.reason, dialog.suggestion)
            except UserError as error:
                self.workspace.failed.emit(error)
            self.refresh()
        dialog.deleteLater()
