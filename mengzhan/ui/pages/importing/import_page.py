"""导入: a file on its way into a register, in four steps on one page beside the list."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mengzhan.model.kind import Kind
from mengzhan.ui.pages.importing.columns_step import ColumnsStep
from mengzhan.ui.pages.importing.course import Course
from mengzhan.ui.pages.importing.file_dialogs import FileDialogs
from mengzhan.ui.pages.importing.problems_step import ProblemsStep
from mengzhan.ui.pages.importing.repeats_step import RepeatsStep
from mengzhan.ui.pages.importing.standings import COLUMNS, PROBLEMS, REPEATS, WRITE, Standings
from mengzhan.ui.pages.importing.steps_bar import StepsBar
from mengzhan.ui.pages.importing.write_step import WriteStep
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.pages.undo_choice import undo_action
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.ask import ask_irrevocable
from mengzhan.ui.widgets.busy_bar import BusyBar
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.drop_page import DropPage
from mengzhan.ui.widgets.elided import ElidedWords
from mengzhan.ui.widgets.panel import EmptyState, ResultLine, Words
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class ImportPage(DropPage):
    """``closed``: back to the list. ``listed(records)``: the list of what was written."""

    closed = Signal()
    listed = Signal(list)

    def __init__(self, workspace: Workspace, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.kind = kind
        self.course = Course(workspace, kind, self)
        self._dialogs = FileDialogs(workspace.session, self)
        self.step = COLUMNS
        self._masked = True
        self._stale = False
        self.file_words = ElidedWords("remark")
        self.masks_button = Button(self.tr("显示完整号码"), "F2")
        self.file_button = Button(self.tr("换文件…"), "Ctrl+O")
        self.close_button = Button(self.tr("不导入了"), "Esc")
        names = (self.tr("列"), self.tr("问题"), self.tr("重复"), self.tr("写入"))
        self.bar = StepsBar(names)
        self._standings = Standings()
        self.told = ResultLine()
        self.busy = BusyBar(workspace.jobs)
        self.waiting = EmptyState(self.tr("选一个表格文件，或者把它拖到这里。"), self.tr("选文件…"))
        self.columns = ColumnsStep(workspace)
        self.problems = ProblemsStep()
        self.repeats = RepeatsStep(workspace)
        self.writing = WriteStep(workspace)
        self.back_button = Button(self.tr("上一步"), "Alt+Left")
        self.next_button = FilledButton(self.tr("下一步"), "Ctrl+Return")
        self._build()
        self._connect()
        self._show_waiting()

    # Building ------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme().size(8))
        title = self.tr("导入{label}").format(label=say(self.kind.label))
        head.addWidget(Words(title, "page"))
        head.addWidget(self.file_words, 1)
        for button in (self.masks_button, self.file_button, self.close_button):
            head.addWidget(button)
        self._stack = QStackedWidget()
        for part in (self.columns, self.problems, self.repeats, self.writing, self.waiting):
            self._stack.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(theme().size(8))
        foot.addWidget(self.back_button)
        foot.addWidget(self.told, 1)
        foot.addStretch(0)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(8))
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.busy)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        course = self.course
        course.began.connect(self._begin)
        course.read.connect(self._take_task)
        course.planned.connect(self._take_plan)
        course.written.connect(self._take_written)
        course.saved.connect(self._take_saved)
        course.refused.connect(self._refuse)
        course.stopped.connect(self._stopped)
        self.dropped.connect(lambda paths: self.open(paths[0]))
        self.waiting.acted.connect(self.ask)
        self.file_button.clicked.connect(self.ask)
        self.masks_button.clicked.connect(self.toggle_masks)
        self.close_button.clicked.connect(self.leave)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self.columns.changed.connect(self._outdate)
        self.columns.said.connect(self.told.tell)
        self.writing.save_asked.connect(self._ask_results)
        self.writing.undo_asked.connect(self.undo)
        self.workspace.hidden.connect(self._cover)
        for step in (self.columns, self.problems, self.repeats):
            step.settled.connect(self._ready)
        for step in (self.columns, self.problems, self.repeats):
            step.changed.connect(self._write_bar)
        bind(self, "F6", self.columns.constants.focus_first)

    # The file ------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a file is on its way that was not written yet."""
        begun = self.course.task is not None or self.course.is_busy
        return begun and self.course.change is None

    def ask(self) -> None:
        """Ask for a file."""
        path = self.ask_file()
        if path is not None:
            self.open(path)

    def ask_file(self) -> Path | None:
        """Ask with the system's dialog; tests replace this."""
        return self._dialogs.ask_source()

    def open(self, path: Path) -> None:
        """Read a file; what was under way is given up."""
        if self.course.is_busy or not self._may_leave():
            return
        self._dialogs.remember(path)
        self.file_words.say(path.name)
        self._stale = False
        self._show_waiting(self.tr("正在读 {name}…").format(name=path.name))
        self.course.open(path)

    def _show_waiting(self, words: str = "") -> None:
        self.step = COLUMNS
        usual = self.tr("选一个表格文件，或者把它拖到这里。")
        self.waiting.set_sentence(words or usual)
        self.waiting.button.setVisible(not words)
        self._stack.setCurrentWidget(self.waiting)
        self.next_button.hide()
        self.back_button.hide()
        self.told.tell("")
        self._write_bar()

    # Answers of the course -----------------------------------------------------------------

    def _begin(self, job: int, words: str) -> None:
        self.busy.follow(job, words)
        self.told.tell("")
        self._stack.setEnabled(False)
        for button in (self.next_button, self.back_button, self.file_button):
            button.setEnabled(False)

    def _ended(self) -> None:
        self._stack.setEnabled(True)
        for button in (self.next_button, self.back_button, self.file_button):
            button.setEnabled(True)

    def _take_task(self) -> None:
        self._ended()
        if self.course.task is not None:
            self.columns.show_task(self.course.task)
            self.show_step(COLUMNS)

    def _take_plan(self) -> None:
        self._ended()
        self._stale = False
        found = self.course.findings
        if found is not None:
            self.problems.show_findings(found)
            self.repeats.show_findings(found)
            self._forward(PROBLEMS)
        if self.course.dropped:
            words = self.tr("列改过了：有 {count} 处改正或决定照搬不了，要重新定。")
            self.told.tell(words.format(count=self.course.dropped), "amber")

    def _take_written(self) -> None:
        self._ended()
        change = self.course.change
        if change is not None:
            self.writing.show_written(len(change.records))
            self._write_foot()
            self._write_bar()
            self.next_button.setFocus(_TAB)

    def _take_saved(self, path: Path, rows: int) -> None:
        self._ended()
        self.writing.show_saved(path.name, rows)
        self.next_button.setFocus(_TAB)

    def _refuse(self, words: str) -> None:
        self._ended()
        if self.course.task is None:
            self._show_waiting(words)
            self.waiting.button.show()
            self.waiting.button.setFocus(_TAB)
        else:
            self.told.tell(words, "red")

    def _stopped(self) -> None:
        self._ended()
        if self.course.task is None:
            self._show_waiting()
            self.waiting.button.setFocus(_TAB)
        self.told.tell(self.tr("已停下，什么也没有写入。"), "plain")

    # Steps ---------------------------------------------------------------------------------

    def show_step(self, step: int) -> None:
        """Show a step and put the focus where it is worked with."""
        self.step = step
        self._stack.setCurrentIndex(step)
        self.told.tell("")
        if step == WRITE and self.course.findings is not None and self.course.change is None:
            self.writing.show_findings(self.course.findings)
        if step == PROBLEMS:
            self.problems.refresh()
        if step == REPEATS:
            self.repeats.refresh()
        self.next_button.show()
        self._write_foot()
        self._write_bar()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus where the step is worked with."""
        parts = (self.columns, self.problems, self.repeats)
        if self._stack.currentWidget() is self.waiting:
            self.waiting.button.setFocus(_TAB)
        elif self.step < WRITE:
            parts[self.step].focus_first()
        else:
            self._ready()

    def _ready(self) -> None:
        """Nothing is asked here any more: Enter goes on."""
        self.next_button.setFocus(_TAB)

    def go_on(self) -> None:
        """Go on to the next step that has something to show; the last one writes."""
        if self.course.task is None or self.course.is_busy:
            return
        if self.step == COLUMNS:
            self._leave_columns()
        elif self.step < WRITE:
            self._forward(self.step + 1)
        elif self.course.change is None:
            if self.writing.writing:
                self.course.write()
        elif self.course.undone:
            self.leave()
        else:
            mine = [r for kind, r in self.course.change.records if kind == self.kind.name]
            self.listed.emit(sorted(mine))

    def _leave_columns(self) -> None:
        constants = self.columns.constants
        if self.columns.unsure:
            words = self.tr("还有 {count} 列要定：选一项，或按 0 不导入。")
            self.columns.focus_first()
            self.told.tell(words.format(count=self.columns.unsure), "amber")
        elif not constants.commit():
            self.told.tell(self.tr("整份表都一样的值认不出来：改好，或者清空，再往下。"), "red")
        elif lacking := constants.focus_needed():
            words = self.tr("每一行都要有{fields}：先在右边填好，或在左边定一列。")
            self.told.tell(words.format(fields=lacking), "amber")
        elif self.course.plan is None or self._stale:
            self.course.make_plan()
        else:
            self._forward(PROBLEMS)

    def _forward(self, step: int) -> None:
        while step < WRITE and not self._has_something(step):
            step += 1
        self.show_step(step)

    def _has_something(self, step: int) -> bool:
        found = self.course.findings
        if found is None:
            return False
        if step == PROBLEMS:
            return bool(found.troubles or found.warnings or found.repairs)
        return bool(found.repeats)

    def go_back(self) -> None:
        """Go back to the step before."""
        step = self.step - 1
        while step > COLUMNS and not self._has_something(step):
            step -= 1
        if step >= COLUMNS and not self.course.is_busy and self.course.change is None:
            self.show_step(step)

    def _outdate(self) -> None:
        """Columns were chosen otherwise: every row has to be read anew."""
        if self.course.plan is not None and not self._stale:
            self._stale = True
            self.told.tell(self.tr("列改过了，下一步会重新核对每一行。"), "plain")

    # Words ---------------------------------------------------------------------------------

    def _write_foot(self) -> None:
        written = self.course.change is not None
        self.back_button.setVisible(self.step > COLUMNS and not written)
        self.close_button.set_words(self.tr("回列表") if written else self.tr("不导入了"))
        self.file_button.setVisible(not written)
        self.next_button.setEnabled(True)
        if self.step < WRITE:
            self.next_button.set_words(self.tr("下一步"))
        elif written:
            self.next_button.set_words(self.tr("打开列表"))
        else:
            count = self.writing.writing
            self.next_button.set_words(self.tr("写入 {count} 条").format(count=f"{count:,}"))
            self.next_button.setEnabled(count > 0)

    def _write_bar(self) -> None:
        for step, head in enumerate(self.bar.heads):
            words, tone = self._standings.of(step, self.course, stale=self._stale)
            head.say(words, tone, current=step == self.step)

    # Besides -------------------------------------------------------------------------------

    def toggle_masks(self) -> None:
        """Show numbers in full, or cover them again."""
        self._mask(not self._masked)

    def _cover(self) -> None:
        self._mask(True)

    def _mask(self, masked: bool) -> None:
        self._masked = masked
        words = self.tr("显示完整号码") if masked else self.tr("遮住号码")
        self.masks_button.set_words(words)
        for step in (self.columns, self.problems, self.repeats):
            step.set_masked(masked)

    def _ask_results(self) -> None:
        path = self.ask_target()
        if path is not None:
            self.course.save_results(path)

    def ask_target(self) -> Path | None:
        """Ask where the rows left out go, with the system's dialog; tests replace this."""
        return self._dialogs.ask_target(self.course.path or Path())

    def undo(self) -> None:
        """Take the whole import back; what was edited since is listed first."""
        change = self.course.change
        if (
            change is not None
            and change.records
            and undo_action(self.workspace, change.action, self)
        ):
            self.course.undone = True
            self.writing.show_undone()
            self.next_button.set_words(self.tr("回列表"))
            self.next_button.setFocus(_TAB)

    def leave(self) -> None:
        """Give up what was not written, and go back to the list."""
        if self.course.is_busy:
            self.course.cancel()
        elif self._may_leave():
            self.course.forget()
            self._show_waiting()
            self.file_words.say("")
            self.closed.emit()

    def _may_leave(self) -> bool:
        if not self.course.is_unwritten:
            return True
        words = self.tr("这份表里已经定下的都会丢掉，登记册不变。")
        return ask_irrevocable(self, self.tr("不导入了？"), words, self.tr("丢掉"))


_TAB = Qt.FocusReason.TabFocusReason
