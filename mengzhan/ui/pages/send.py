"""报送: what goes up, to which stick, what came of it, and what the office answered."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from mengzhan.model.problem import UserError
from mengzhan.model.progress import Cancelled
from mengzhan.package.delivery import Sent, save_mail, send_to
from mengzhan.package.drives import Drive, removable_drives
from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.conflicts import ConflictsDialog
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.pages.outgoing_survey import Survey, survey
from mengzhan.ui.pages.receipts import Receipts
from mengzhan.ui.pages.sent_list import SentList
from mengzhan.ui.pages.step_card import StepCard
from mengzhan.ui.pages.stick_card import StickCard
from mengzhan.ui.pages.take_in import TakeIn
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.busy_bar import BusyBar
from mengzhan.ui.widgets.buttons import Button, FilledButton, LinkButton
from mengzhan.ui.widgets.drop_page import DropPage
from mengzhan.ui.widgets.panel import PageHead, Panel, ResultLine, Words, space, space_page
from mengzhan.ui.widgets.timeline import Timeline, TimelineItem
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

SIDE_FROM = 900


class SendPage(DropPage):
    """Three steps: what, where to, write and read back."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        drives: Callable[[], Sequence[Drive]] = removable_drives,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._survey: Survey | None = None
        self._stale = True
        self._waits_for_focus = False
        self.what = StepCard(1, self.tr("看要报什么"))
        self.where = StickCard(2, drives)
        self.write = StepCard(3, self.tr("写入并读回核对"))
        self.enrol_button = LinkButton(self.tr("去登记上级 →"))
        self.write_button = FilledButton(self.tr("写入 U 盘并核对"), "F9")
        self.mail_button = Button(self.tr("存成邮件草稿"))
        self.slip_button = Button(self.tr("打印送达单"))
        self.read_button = Button(self.tr("读回执"), "Ctrl+O")
        self.check_number = Words("", "panel")
        self.result = ResultLine()
        self.busy = BusyBar(workspace.jobs)
        self.hints = Timeline()
        self.hints_panel = Panel(self.tr("报之前看一眼"))
        self.conflict_button = LinkButton("")
        self.sent = SentList(workspace)
        self.receipts = Receipts(workspace)
        self.take_in = TakeIn(workspace, self)
        self._build()
        self._connect()

    @property
    def title(self) -> str:
        """What stands on the rail."""
        return self.tr("报送")

    def count(self) -> int:
        """What waits here: records that the office wants changed."""
        return self.receipts.count()

    # Building ------------------------------------------------------------------------------

    def _build(self) -> None:
        remark = self.tr("包丢了也不要紧：没有回执的，下次自动再报")
        cards = QHBoxLayout()
        cards.setSpacing(theme().size(12))
        self.enrol_button.hide()
        self.write.more.addWidget(self.enrol_button, 0, Qt.AlignmentFlag.AlignLeft)
        for card in (self.what, self.where, self.write):
            cards.addWidget(card, 1)
        acts = QHBoxLayout()
        acts.setSpacing(theme().size(8))
        for button in (self.write_button, self.mail_button, self.slip_button, self.read_button):
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self.check_number)
        self.hints_panel.body.addWidget(self.conflict_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hints_panel.body.addWidget(self.hints, 1)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        space(left, 0, 12)
        left.addWidget(self.hints_panel, 2)
        left.addWidget(self.sent, 3)
        lower = QHBoxLayout()
        lower.setSpacing(theme().size(12))
        lower.addWidget(self._left, 5)
        lower.addWidget(self.receipts, 3)
        column = QVBoxLayout(self)
        space_page(column)
        column.addWidget(PageHead(self.title, remark))
        column.addLayout(cards)
        column.addLayout(acts)
        column.addWidget(self.result)
        column.addWidget(self.busy)
        column.addLayout(lower, 1)

    def _connect(self) -> None:
        self.where.chosen.connect(self._enable)
        self.write_button.clicked.connect(self.send)
        self.mail_button.clicked.connect(self.save_as_mail)
        self.slip_button.clicked.connect(self.print_slip)
        self.read_button.clicked.connect(self.read_receipts)
        self.conflict_button.clicked.connect(self._show_conflicts)
        self.enrol_button.clicked.connect(
            lambda: self.workspace.page_asked.emit("settings", "keys")
        )
        self.hints.opened.connect(self._open)
        self.receipts.opened.connect(self.workspace.record_asked)
        self.sent.chosen.connect(lambda _sent: self._show_check_number())
        self.take_in.told.connect(self.result.tell)
        self.take_in.finished.connect(self.refresh)
        self.dropped.connect(self.take_in.read)
        bind(self, "F6", lambda: self.receipts.fix.setFocus(_TAB))

    # Page ----------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """The next thing to do is one Enter away."""
        target = self._next()
        # what is to be sent is still being worked out, or there is no stick yet
        self._waits_for_focus = target is None
        (target or self.where.box).setFocus(_TAB)

    def _next(self) -> QWidget | None:
        """Fix what came back, else get an office, else read its answer if all is written, else
        write; ``None`` while none of it can be done."""
        if self.receipts.count():
            return self.receipts.fix
        if not self.enrol_button.isHidden():
            return self.enrol_button
        if self._survey is not None and self._survey.total and not self._survey.fresh:
            return self.read_button
        return self.write_button if self.write_button.isEnabled() else None

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Show what stands now."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self.receipts.refresh()
        self.sent.refresh()
        self._show_check_number()
        self.where.look()
        session = self.workspace.session
        self.workspace.jobs.run(
            lambda _progress: survey(session), self._take_survey, window=self, lane="survey"
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().size(SIDE_FROM)
        self.write_button.set_words(self.tr("写入并核对") if narrow else self.tr("写入 U 盘并核对"))
        self._arrange()

    def _arrange(self) -> None:
        """A low window has room for hints or for what was sent before, not for both."""
        narrow = self.width() < theme().size(SIDE_FROM)
        hinting = self._survey is not None and bool(self._survey.hints or self._survey.conflicts)
        self.hints_panel.setVisible(hinting)
        self.sent.setVisible(not (narrow and hinting))

    # What and where to ---------------------------------------------------------------------

    def _take_survey(self, found: Survey | None, error: Exception | None) -> None:
        if found is None:
            self.workspace.failed.emit(error)
            return
        self._survey = found
        catalogue = self.workspace.session.catalogue
        order = list(catalogue)
        names = [
            f"{say(catalogue[kind].label) if kind in catalogue else kind} {count}"
            for kind, count in sorted(found.counts.items(), key=lambda item: _place(order, item[0]))
        ]
        self.what.say(
            self._what_words(found, self.tr("、").join(names)), "accent" if found.fresh else "plain"
        )
        if found.office:
            self.write.say(
                self.tr("签名，加密给 {office}，写完读回来核对。").format(office=found.office),
                "accent",
            )
        else:
            self.write.say(self.tr("还没有登记上级：先读入上级给的登记文件（.mzk）。"), "amber")
        self.enrol_button.setVisible(not found.office)
        self._show_hints(found)
        self._enable()

    def _what_words(self, found: Survey, parts: str) -> str:
        """What is to be sent, what was written and waits, or why there is nothing."""
        if not found.total:
            nothing_yet = self.tr("还没有登记任何记录，没有可报的。")
            return self.tr("没有新内容：报过的都收到了回执。") if found.began else nothing_yet
        waiting = found.total - found.fresh
        if not found.fresh:
            words = self.tr("已经写好、等回执 {waiting} 条；没有新的。")
        elif waiting:
            words = self.tr(
                "自上次回执以来 {count} 条变动：{parts}。其中 {waiting} 条写过，等回执。"
            )
        else:
            words = self.tr("自上次回执以来 {count} 条变动：{parts}。")
        return words.format(count=found.total, parts=parts, waiting=waiting)

    def _show_hints(self, found: Survey) -> None:
        items = [
            TimelineItem(
                f"{hint.kind}/{hint.record}",
                say(self.workspace.session.catalogue[hint.kind].label),
                self.tr("缺项"),
                self.tr("{title}：{problem}").format(
                    title=hint.title, problem=say(hint.problem.hint)
                ),
                "",
                "amber",
            )
            for hint in found.hints
        ]
        self.hints.set_items(items)
        self.hints.setVisible(bool(items))
        words = self.tr("{count} 处两处不同，逐条定…")
        self.conflict_button.set_words(words.format(count=found.conflicts))
        self.conflict_button.setVisible(bool(found.conflicts))
        self._arrange()
        total = len(items) + found.more_hints
        heading = self.tr("报之前看一眼：{count} 条缺项（不改也能报，上级会退回来）")
        plain = self.tr("报之前看一眼")
        self.hints_panel.set_heading(heading.format(count=total) if total else plain)

    def _enable(self) -> None:
        ready = self._survey is not None and bool(self._survey.total and self._survey.office)
        self.mail_button.setEnabled(ready)
        self.write_button.setEnabled(ready and self.where.folder is not None)
        still = self.focusWidget() is self.where.box  # also while another program is in front
        if self._waits_for_focus and still and self._next() is not None:
            self.focus_first()

    # Writing -------------------------------------------------------------------------------

    def send(self) -> None:
        """Write to the stick and read back, beside the screen."""
        folder = self.where.folder
        if folder is None:
            return
        session = self.workspace.session
        words = self.tr("正在写入并核对…")
        onward = self.tr("接下来：拔下 U 盘，交给上级。")
        self._work(lambda progress: send_to(session, folder, progress), words, onward)

    def save_as_mail(self) -> None:
        """Save an e-mail draft that the mail program opens and sends."""
        folder = self.where.ask_folder()
        if folder is None:
            return
        session = self.workspace.session
        words = self.tr("正在写邮件草稿…")
        onward = self.tr("接下来：打开草稿，发出去。")
        self._work(lambda progress: save_mail(session, folder, progress=progress), words, onward)

    def _work(self, work: Callable[..., Sent], words: str, onward: str) -> None:
        """Do it beside the screen; ``onward`` says what to do once it is written."""
        self.write_button.setEnabled(False)
        self.mail_button.setEnabled(False)
        job = self.workspace.jobs.run(
            work, lambda sent, error: self._written(sent, error, onward), window=self
        )
        self.busy.follow(job, words)

    def _written(self, sent: Sent | None, error: Exception | None, onward: str) -> None:
        self._enable()
        if sent is not None:
            words = self.tr(
                "第 {number} 包写好了：{total} 条，{size} KB，读回核对一致。{onward}文件：{name}"
            ).format(
                number=sent.number,
                total=sent.total,
                size=_kilobytes(sent.size),
                name=sent.written.path.name,
                onward=onward,
            )
            self.result.tell(words, "accent")
            self.refresh()
            self.workspace.look_again()
            self.slip_button.setFocus(_TAB)
        elif isinstance(error, Cancelled):
            self.result.tell(self.tr("已停下，U 盘上没有留下半个文件。"), "plain")
        elif isinstance(error, UserError):
            self.result.tell(say(error.message), "red")
        else:
            self.workspace.failed.emit(error)

    def _show_check_number(self) -> None:
        number = self.sent.check_number()
        self.check_number.setText(self.tr("包号校验  {number}").format(number=number))
        self.check_number.setVisible(bool(number))
        self.slip_button.setEnabled(bool(number))

    def print_slip(self) -> None:
        """Save the slip of the chosen package as PDF and show it, to be printed."""
        path = self.sent.save_slip(self.where.folder)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Show a file with the system's program; tests replace this."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    # What comes back -----------------------------------------------------------------------

    def read_receipts(self) -> None:
        """Read receipts from the stick, or from files that the user picks."""
        self.take_in.from_folder(self.where.folder)

    def _show_conflicts(self) -> None:
        dialog = ConflictsDialog(self.workspace, self)
        dialog.exec()
        dialog.deleteLater()
        self.refresh()

    def _open(self, key: str) -> None:
        kind, _, record = key.partition("/")
        self.workspace.record_asked.emit(kind, record)


def _place(order: Sequence[str], kind: str) -> int:
    """Kinds stand in the order of their pages; those of a newer version come last."""
    return order.index(kind) if kind in order else len(order)


def _kilobytes(size: int) -> str:
    return f"{max(size / 1000, 0.1):.1f}"


_TAB = Qt.FocusReason.TabFocusReason
