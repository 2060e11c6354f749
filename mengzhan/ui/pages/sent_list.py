"""The packages sent before: number, day, how many, how large, what the office said."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mengzhan.model.clock import day_of
from mengzhan.model.problem import UserError
from mengzhan.model.ruling import Ruling
from mengzhan.package.checknumber import check_number
from mengzhan.package.device import office_of
from mengzhan.prints.slip import Slip, SlipPrint
from mengzhan.store.atomic import write_atomic
from mengzhan.store.exchange import SentPackage
from mengzhan.ui.colours import Tone
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.widgets.timeline import Timeline, TimelineItem
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class SentList(Panel):
    """``chosen(package)``: another line is the current one."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_heading(self.tr("以前的包"))
        self._workspace = workspace
        self._sent: list[SentPackage] = []
        self.list = Timeline()
        self._none = Words(
            self.tr("还没有报过。第一次报送也只是三步：看一眼，插 U 盘，按 F9。"),
            "remark",
            wrap=True,
        )
        self.body.addWidget(self._none)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        self.list.selectionModel().currentRowChanged.connect(
            lambda _now, _before: self.chosen.emit(self.current())
        )

    def refresh(self) -> None:
        """Show what was sent."""
        exchange = self._workspace.session.exchange()
        self._sent = exchange.sent()
        counts = {row["number"]: row["counts"] for row in exchange.receipts()}
        waiting = {verdict.receipt for verdict in exchange.verdicts(Ruling.FIX, open_only=True)}
        self.list.set_items([self._item(sent, counts, waiting) for sent in self._sent])
        self._none.setVisible(not self._sent)
        self.list.setVisible(bool(self._sent))

    def _item(
        self, sent: SentPackage, counts: dict[int, dict[str, int]], waiting: set[int]
    ) -> TimelineItem:
        title = self.tr("第 {number} 包    {total} 条    {size} KB").format(
            number=sent.number, total=sum(sent.counts.values()), size=f"{sent.size / 1000:.1f}"
        )
        tone: Tone = "amber"
        if sent.receipt is None:
            badge, detail = self.tr("等回执"), sent.file_name
        elif sent.receipt in waiting:
            badge, detail = self.tr("有待改"), self._answer(counts.get(sent.receipt, {}))
        else:
            badge, detail = self.tr("完成"), self._answer(counts.get(sent.receipt, {}))
            tone = "accent"
        return TimelineItem(str(sent.number), day_of(sent.created), badge, title, detail, tone)

    def _answer(self, counts: dict[str, int]) -> str:
        words = self.tr("已回执：接收 {accepted}，请改 {fix}，别处已登记 {elsewhere}")
        return words.format(**{n: counts.get(n, 0) for n in Ruling})

    def current(self) -> SentPackage | None:
        """The package of the current line, the newest without any."""
        row = max(self.list.currentIndex().row(), 0)
        return self._sent[row] if row < len(self._sent) else None

    def check_number(self) -> str:
        """The eight digits of the current package."""
        sent = self.current()
        return check_number(bytes.fromhex(sent.sha256)) if sent else ""

    def slip(self) -> bytes:
        """Return the delivery slip of the current package as PDF."""
        sent = self.current()
        if sent is None:
            return b""
        session = self._workspace.session
        catalogue = session.catalogue
        counts = {
            say(catalogue[kind].label) if kind in catalogue else kind: count
            for kind, count in sent.counts.items()
        }
        slip = Slip(
            session.place.name,
            office_of(session).place.name,
            sent.number,
            day_of(sent.created),
            sent.file_name,
            sent.size,
            self.check_number(),
            counts,
        )
        return SlipPrint().render(slip)

    def save_slip(self, folder: Path | None) -> Path | None:
        """Write the slip to where the user wants it; ``None`` if nowhere."""
        sent = self.current()
        path = self.ask_path(folder, sent.number) if sent else None
        if path is None:
            return None
        try:
            write_atomic(path, self.slip())
        except UserError as error:
            self._workspace.failed.emit(error)
            return None
        return path

    def ask_path(self, folder: Path | None, number: int) -> Path | None:
        """Ask with the system's dialog; tests replace this."""
        name = self.tr("送达单-{number}.pdf").format(number=f"{number:04d}")
        start = str((folder or Path.home()) / name)
        words = self.tr("送达单存到哪里")
        chosen, _ = QFileDialog.getSaveFileName(self, words, start, "PDF (*.pdf)")
        return Path(chosen) if chosen else None
