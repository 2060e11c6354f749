"""收件: drop packages, look at what they would do, accept, write the receipts in one go."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.office.desk import Office
from mengzhan.office.inbox import Inbox, Proposal, Received
from mengzhan.office.letters import Letter
from mengzhan.office.receipts import Receipts
from mengzhan.package.drives import Drive, removable_drives
from mengzhan.package.media import WrittenFile
from mengzhan.store.session import ChangeSet
from mengzhan.ui.office.plan_list import SUFFIX, Arrived, PlanList, packages_in, plan_file
from mengzhan.ui.office.unknown_key import UnknownKey
from mengzhan.ui.office.waiting import Waiting
from mengzhan.ui.pages.step_card import StepCard
from mengzhan.ui.pages.stick_card import StickCard
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.busy_bar import BusyBar
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.drop_page import DropPage
from mengzhan.ui.widgets.panel import PageHead, ResultLine, space_page
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

T = TypeVar("T")

LOW = 560


class InboxPage(DropPage):
    """Files → plan with counts → accept → receipts."""

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
        self.read_card = StepCard(1, self.tr("放进来"))
        self.accept_card = StepCard(2, self.tr("看一眼，收下"))
        self.where = StickCard(3, drives)
        self.where.heading_words.setText(self.tr("回执写到哪里"))
        self.read_button = Button(self.tr("选文件"), "Ctrl+O")
        self.folder_button = Button(self.tr("整个文件夹"), "Ctrl+Shift+O")
        self.accept_button = FilledButton(self.tr("收下"), "F9")
        self.receipt_button = Button(self.tr("写出全部回执"), "Ctrl+R")
        self._acts = (
            self.read_button,
            self.folder_button,
            self.accept_button,
            self.receipt_button,
        )
        self.result = ResultLine()
        self.busy = BusyBar(workspace.jobs)
        self.plans = PlanList(workspace)
        self.unknown = UnknownKey(workspace, office)
        self.waiting = Waiting(workspace, office)
        self._build()
        self._connect()

    @property
    def title(self) -> str:
        """What stands on the rail."""
        return self.tr("收件")

    def count(self) -> int:
        """What waits here."""
        return self.waiting.count()

    def _build(self) -> None:
        self._steps = QWidget()
        cards = QHBoxLayout(self._steps)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(theme().size(12))
        for card in (self.read_card, self.accept_card, self.where):
            cards.addWidget(card, 1)
        acts = QHBoxLayout()
        acts.setSpacing(theme().size(8))
        for button in self._acts:
            acts.addWidget(button)
        acts.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme().size(12))
        right.addWidget(self.unknown)
        right.addWidget(self.waiting, 1)
        lower = QHBoxLayout()
        lower.setSpacing(theme().size(12))
        lower.addWidget(self.plans, 5)
        lower.addLayout(right, 4)
        column = QVBoxLayout(self)
        space_page(column)
        column.addWidget(PageHead(self.title))
        column.addWidget(self._steps)
        column.addLayout(acts)
        column.addWidget(self.result)
        column.addWidget(self.busy)
        column.addLayout(lower, 1)
        self.accept_button.setEnabled(False)

    def _connect(self) -> None:
        self.dropped.connect(self.read)
        self.read_button.clicked.connect(lambda: self.read(self.ask_files()))
        self.folder_button.clicked.connect(lambda: self.read(self.ask_folder()))
        self.accept_button.clicked.connect(self.accept)
        self.receipt_button.clicked.connect(self.write_receipts)
        self.plans.moved.connect(self._show_key)
        self.unknown.pinned.connect(self._pinned)
        self.waiting.chosen.connect(self._show_letter)

    def _show_key(self) -> None:
        self.unknown.show_proposal(self.plans.current())
        self._arrange()

    def _show_letter(self, letter: Letter) -> None:
        self.unknown.show_letter(letter)
        self._arrange()
        self.focus_first()

    # Page ----------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """The next thing to do is one Enter away."""
        target: QWidget = self.read_button
        if not self.unknown.isHidden():
            target = self.unknown.line
        elif self.accept_button.isEnabled():
            target = self.accept_button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Show what stands now."""
        if not self.isVisible():
            return
        self.where.look()
        self.waiting.refresh()
        self._say_plans()

    # Reading -------------------------------------------------------------------------------

    def ask_files(self) -> list[Path]:
        """Ask with the system's dialog; tests replace this."""
        kinds = self.tr("蒙站的包 (*{suffix})").format(suffix=SUFFIX)
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("选收到的包"), "", kinds)
        return [Path(name) for name in chosen]

    def ask_folder(self) -> list[Path]:
        """Ask with the system's dialog; tests replace this."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("选装着包的文件夹"))
        return [Path(chosen)] if chosen else []

    def read(self, paths: Sequence[Path]) -> None:
        """Open packages and work out what they would do; nothing is changed."""
        if not paths:
            return
        inbox = Inbox(self.office)

        def work(progress: Progress) -> list[Arrived]:
            files = packages_in(paths)
            found = []
            for number, path in enumerate(files):
                progress.step(number, len(files), Message(_OPENING))
                found.append(plan_file(inbox, path))
            return found

        self._work(work, self._take_plans, self.tr("正在打开…"))

    def _work(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T | None, Exception | None], None],
        words: str,
    ) -> None:
        # a second Enter must not begin the next thing before this one is done
        for button in self._acts:
            button.setEnabled(False)
        self.busy.follow(self.workspace.jobs.run(work, done, window=self), words)

    def _take_plans(self, arrived: list[Arrived] | None, error: Exception | None) -> None:
        if arrived is None:
            self._failed(error)
            return
        self.result.tell("")
        self._show_plans(arrived)
        self.focus_first()

    def _show_plans(self, arrived: Sequence[Arrived]) -> None:
        self.plans.show_all(arrived)
        self._say_plans()

    def _say_plans(self) -> None:
        ready = self.plans.ready()
        going_in = [proposal for proposal in ready if proposal.outcome.applies]
        arrived = len(self.plans.arrived)
        words = (
            self.tr("放进来 {count} 个文件。") if arrived else self.tr("选文件，或者拖到窗口里。")
        )
        self.read_card.say(words.format(count=arrived))
        if arrived:
            self.accept_card.say(self._forecast(going_in), "accent" if ready else "plain")
        else:
            self.accept_card.say(self.tr("没有要收的。先把文件放进来。"))
        if going_in:
            words = self.tr("收下 {count} 个包").format(count=len(going_in))
        elif ready:
            words = self.tr("先放着 {count} 个包").format(count=len(ready))
        else:
            words = self.tr("收下")
        self.accept_button.set_words(words)
        for button in self._acts:
            button.setEnabled(button is not self.accept_button or bool(ready))
        self._arrange()

    def _forecast(self, going_in: Sequence[Proposal]) -> str:
        """Say what becomes of the packages: what goes in, what only waits, what is refused."""
        ready, arrived = len(self.plans.ready()), len(self.plans.arrived)
        records = sum(sum(proposal.counts.values()) for proposal in going_in)
        words = self.tr("收下会有 {packages} 个包、{records} 条记录变动；现在还什么都没动。")
        told = [words.format(packages=len(going_in), records=records)] if going_in else []
        if ready > len(going_in):
            told.append(self.tr("{count} 个先放着。").format(count=ready - len(going_in)))
        if arrived > ready:
            told.append(self.tr("{count} 个收不了。").format(count=arrived - ready))
        return " ".join(told)

    def _arrange(self) -> None:
        """A low window shows the steps, or what lies in the inbox; not both."""
        low = self.height() < theme().size(LOW)
        self._steps.setVisible(not (low and bool(self.plans.arrived)))
        self.waiting.setVisible(not low or self.unknown.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Applying ------------------------------------------------------------------------------

    def accept(self) -> None:
        """Do what the plans say."""
        ready, inbox = self.plans.ready(), Inbox(self.office)
        if not ready:
            return

        def work(progress: Progress) -> list[Received]:
            received = []
            for number, proposal in enumerate(ready):
                progress.step(number, len(ready), Message(_TAKING_IN))
                received.append(inbox.accept(proposal))
            return received

        self._work(work, self._take_received, self.tr("正在收下…"))

    def _take_received(self, received: list[Received] | None, error: Exception | None) -> None:
        if received is None:
            self._failed(error)
            return
        self._show_plans([])
        self._report([*received, *(late for r in received for late in r.followed)])

    def _report(self, received: list[Received]) -> None:
        went_in = [r for r in received if r.outcome.applies]
        waiting = [r for r in received if r.outcome.waits]
        words = self.tr("收下 {packages} 个包、{records} 条记录；{waiting} 个先放着。")
        text = words.format(
            packages=len(went_in),
            records=sum(sum(r.counts.values()) for r in went_in),
            waiting=len(waiting),
        )
        self.result.tell(text)
        self.workspace.changed.emit(ChangeSet("", frozenset()))
        self.refresh()
        if went_in:
            self.receipt_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focus_first()

    def _pinned(self) -> None:
        """A key became known: whatever waited for it goes in."""
        inbox = Inbox(self.office)
        again = [a.proposal.data for a in self.plans.arrived if a.proposal is not None]
        names = [a.name for a in self.plans.arrived if a.proposal is not None]

        def work(progress: Progress) -> tuple[list[Received], list[Arrived]]:
            moved = inbox.advance()
            plans = [Arrived(n, inbox.plan(d)) for n, d in zip(names, again, strict=True)]
            return moved, plans

        self._work(work, self._take_moved, self.tr("正在收下…"))

    def _take_moved(
        self, found: tuple[list[Received], list[Arrived]] | None, error: Exception | None
    ) -> None:
        if found is None:
            self._failed(error)
            return
        moved, plans = found
        self._show_plans(plans)
        if moved:
            self._report(moved)
        else:
            self.refresh()
        self.focus_first()

    # Receipts ------------------------------------------------------------------------------

    def write_receipts(self) -> None:
        """Write every receipt that has something to say into the chosen folder."""
        folder = self.where.folder or self.where.ask_folder()
        if folder is None:
            return
        receipts = Receipts(self.office)
        self._work(
            lambda progress: receipts.put(receipts.write_all(), folder, progress),
            lambda files, error: self._take_written(files, error, folder),
            self.tr("正在写回执…"),
        )

    def _take_written(
        self, files: list[WrittenFile] | None, error: Exception | None, folder: Path
    ) -> None:
        if files is None:
            self._failed(error)
        elif files:
            words = self.tr("写好 {count} 份回执，读回核对一致，在 {folder}。")
            self.result.tell(words.format(count=len(files), folder=folder))
        else:
            self.result.tell(self.tr("没有新的回执要写。"))
        self.refresh()
        self.focus_first()

    def _failed(self, error: Exception | None) -> None:
        self._say_plans()
        self.focus_first()
        if isinstance(error, UserError):
            self.result.tell(say(error.message), "red")
        else:
            self.workspace.failed.emit(error)


_OPENING = QT_TRANSLATE_NOOP("model", "正在打开")
_TAKING_IN = QT_TRANSLATE_NOOP("model", "正在收下")
