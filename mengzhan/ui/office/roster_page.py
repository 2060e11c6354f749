"""名册: which stations report here, who has, who is late; adding one and its enrolment file."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.divisions import division_tree
from mengzhan.model.problem import UserError
from mengzhan.office.desk import Office
from mengzhan.office.overview import Overview, StationState
from mengzhan.office.roster import PINNED, Device
from mengzhan.package.drives import Drive, removable_drives
from mengzhan.package.media import put_package
from mengzhan.store.session import ChangeSet
from mengzhan.ui.office.station_dialog import StationDialog
from mengzhan.ui.pages.context import Moments
from mengzhan.ui.pages.stick_card import StickCard
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.panel import PageHead, Panel, ResultLine, Words, space_page
from mengzhan.ui.widgets.timeline import Timeline, TimelineItem
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class RosterPage(QWidget):
    """Stations on the left, the chosen one on the right."""

    def __init__(
        self,
        workspace: Workspace,
        office: Office,
        parent: QWidget | None = None,
        *,
        drives: Callable[[], Sequence[Drive]] = removable_drives,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.office = office
        self._moments = Moments(workspace.session)
        self._stations: list[StationState] = []
        self.add_button = FilledButton(self.tr("加站点"), "Ins")
        self.file_button = Button(self.tr("写登记文件"), "Ctrl+S")
        self.close_button = Button(self.tr("不再接收这个站"))
        self.close_button.set_look("danger")
        self.where = StickCard(0, drives)
        self.where.heading_words.setText(self.tr("登记文件写到哪里"))
        self.list = Timeline()
        self.panel = Panel(self.tr("站点"))
        self._none = Words(
            self.tr("名册还是空的。加上每个要报送的站，再把各站的登记文件（.mzk）给他们。"),
            "remark",
            wrap=True,
        )
        self.side = Panel("")
        self.facts = Words("", wrap=True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.result = ResultLine()
        self._build()
        self.add_button.clicked.connect(self.add)
        self.file_button.clicked.connect(self.write_file)
        self.close_button.clicked.connect(self.close_station)
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())

    @property
    def title(self) -> str:
        """What stands on the rail."""
        return self.tr("名册")

    def count(self) -> int:
        """How many are late."""
        return len(Overview(self.office).late(self.since()))

    def since(self) -> str:
        """The beginning of the period that is due: this month."""
        today: date = self.workspace.session.today()
        return today.replace(day=1).isoformat()

    def _build(self) -> None:
        self._head = PageHead(self.title)
        self._head.add(self.file_button, self.add_button)
        self.panel.body.addWidget(self._none)
        self.panel.body.addWidget(self.list, 1)
        self.panel.body.addStretch(0)
        self.next_step = Words("", wrap=True, tone="amber")
        self.side.body.addWidget(self.next_step)
        self.side.body.addWidget(self.facts)
        self.side.body.addStretch(1)
        self.side.body.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        right = QVBoxLayout()
        right.setSpacing(theme().size(12))
        right.addWidget(self.side, 1)
        right.addWidget(self.where)
        lower = QHBoxLayout()
        lower.setSpacing(theme().size(12))
        lower.addWidget(self.panel, 5)
        lower.addLayout(right, 4)
        column = QVBoxLayout(self)
        space_page(column)
        column.addWidget(self._head)
        column.addWidget(self.result)
        column.addLayout(lower, 1)

    def focus_first(self) -> None:
        """Put the focus into the list, or on what fills it."""
        target = self.list if self._stations else self.add_button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Show what stands now: the late ones first."""
        if not self.isVisible():
            return
        row = max(self.list.currentIndex().row(), 0)
        found = Overview(self.office).stations(self.since())
        self._stations = sorted(found, key=lambda s: (not s.late, s.code))
        self.list.set_items([self._item(state) for state in self._stations])
        if self._stations:
            at = min(row, len(self._stations) - 1)
            self.list.setCurrentIndex(self.list.model().index(at, 0))
        self._none.setVisible(not self._stations)
        self.list.setVisible(bool(self._stations))
        late = sum(state.late for state in self._stations)
        words = self.tr("{all} 个站，本月还有 {late} 个没报")
        self._head.tell(words.format(all=len(self._stations), late=late))
        self.where.look()
        self._show_current()

    def _item(self, state: StationState) -> TimelineItem:
        if state.reported:
            when = self._moments.when(state.reported)
            detail = self.tr("上次 {when}，共 {count} 包").format(when=when, count=state.packages)
        else:
            detail = self.tr("还没有报过")
        if state.waiting:
            detail += self.tr("；{count} 包先放着").format(count=state.waiting)
        badge = self.tr("没报") if state.late else self.tr("已报")
        return TimelineItem(
            state.code,
            state.reported[:10],
            badge,
            state.name,
            detail,
            "red" if state.late else "accent",
        )

    def current(self) -> StationState | None:
        """The station of the current line."""
        row = self.list.currentIndex().row()
        return self._stations[row] if 0 <= row < len(self._stations) else None

    def _show_current(self) -> None:
        state = self.current()
        self.file_button.setEnabled(state is not None)
        self.close_button.setVisible(state is not None)
        step = self._next_step(state) if state else ""
        self.next_step.setText(step)
        self.next_step.setVisible(bool(step))
        self.side.set_heading(state.name if state else self.tr("这个站"))
        self.facts.setText("\n".join(self._facts(state)) if state else "")

    def _next_step(self, state: StationState) -> str:
        """What the office can do now, so that the station's packages come."""
        if not state.late:
            return ""
        if state.waiting:
            return self.tr("它的包已经到了，先放着：到“收件”里核对密钥码。")
        if not self.office.roster.devices(state.code):
            return self.tr("还没有它的电脑：按 Ctrl+S 写登记文件，交给站点。")
        return self.tr("本月的包还没到，打电话问一声。")

    def _facts(self, state: StationState) -> list[str]:
        place = division_tree().full_name(state.code)
        lines = [self.tr("代码 {code}").format(code=state.code)]
        if place != state.code:
            lines.append(place)
        station = self.office.roster.station(state.code)
        if station is not None and station.contact:
            lines.append(self.tr("联系人 {name}").format(name=station.contact))
        for device in self.office.roster.devices(state.code):
            lines += ["", *self._device(device)]
        gap = sum(last - first + 1 for _, first, last in state.gaps)
        if gap:
            lines += ["", self.tr("缺 {count} 条变动，请站点再报一次。").format(count=gap)]
        if state.retired:
            lines += ["", self.tr("换下来的旧电脑还在报送，请问清楚。")]
        return lines

    def _device(self, device: Device) -> list[str]:
        since = self._moments.when(device.pinned)
        words = (
            self.tr("电脑 {id}，{when} 登记")
            if device.state == PINNED
            else self.tr("停用的电脑 {id}")
        )
        return [
            words.format(id=device.device_id, when=since),
            self.tr("密钥码 {code}").format(code=device.key_code),
        ]

    # Acting --------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a station and put it into the roster."""
        dialog = StationDialog(self.workspace, self)
        if dialog.exec():
            code, name = dialog.code, dialog.name
            self._try(lambda: self.office.add_station(code, name, dialog.contact))
            self.refresh()
            at = next((n for n, s in enumerate(self._stations) if s.code == code), 0)
            self.list.setCurrentIndex(self.list.model().index(at, 0))
            self.file_button.setFocus(Qt.FocusReason.TabFocusReason)
        dialog.deleteLater()

    def write_file(self) -> None:
        """Write the station's enrolment file."""
        state = self.current()
        folder = self.where.folder or self.where.ask_folder()
        if state is None or folder is None:
            return

        def work() -> Path:
            data = self.office.enrolment_for(state.code)
            name = self.tr("登记-{station}.mzk").format(station=state.name)
            return put_package(data, folder, name).path

        path = self._try(work)
        if isinstance(path, Path):
            words = self.tr("登记文件写好了：{name}。给站点读入后，电话核对 20 位密钥码。")
            self.result.tell(words.format(name=path.name))

    def close_station(self) -> None:
        """Expect nothing more of a station; adding it again takes it back."""
        state = self.current()
        if state is not None:
            self._try(lambda: self.office.close_station(state.code))
            self.result.tell(
                self.tr("不再等 {name} 的报送；再加一次就恢复。").format(name=state.name)
            )
            self.refresh()

    def _try(self, work: Callable[[], object]) -> object:
        try:
            return work()
        except UserError as error:
            self.result.tell(say(error.message), "red")
            return None
