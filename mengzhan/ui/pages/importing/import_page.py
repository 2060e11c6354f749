"""导入: a file on its way into a register, in four steps on one page beside the list."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mengzhan.model.kind import Kind
from mengzhan.sheets.grid import Book
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.file_page import TAB, FilePage, FileWords
from mengzhan.ui.pages.importing.columns_step import ColumnsStep
from mengzhan.ui.pages.importing.course import Course
from mengzhan.ui.pages.importing.problems_step import ProblemsStep
from mengzhan.ui.pages.importing.repeats_step import RepeatsStep
from mengzhan.ui.pages.importing.standings import COLUMNS, PROBLEMS, REPEATS, WRITE, Standings
from mengzhan.ui.pages.importing.write_step import WriteStep
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.pages.undo_choice import undo_action
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class ImportPage(FilePage):
    """``listed(records)``: the list of what was written."""

    listed = Signal(list)

    FILES = "*.xlsx *.xlsm *.xls *.et *.csv *.txt"
    FOLDER = "import.folder"

    course: Course

    def __init__(self, workspace: Workspace, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(workspace, Course(workspace, kind), parent)
        self._stale = False
        self._standings = Standings()
        self.columns = ColumnsStep(workspace)
        self.problems = ProblemsStep()
        self.repeats = RepeatsStep(workspace)
        self.writing = WriteStep(workspace)
        self._asking = (self.columns, self.problems, self.repeats)
        for step in (*self._asking, self.writing):
            self.stack.addWidget(step)
        self._connect()
        self.show_waiting()

    def words(self) -> FileWords:
        """What the page says of its file."""
        return FileWords(
            title=self.tr("导入{label}").format(label=say(self.course.kind.label)),
            steps=(self.tr("列"), self.tr("问题"), self.tr("重复"), self.tr("写入")),
            invitation=self.tr("选一个表格文件，或者把它拖到这里。"),
            choose=self.tr("选要导入的表格"),
            leave=self.tr("不导入了"),
            question=self.tr("不导入了？"),
            lost=self.tr("这份表里已经定下的都会丢掉，登记册不变。"),
            stopped=self.tr("已停下，什么也没有写入。"),
        )

    def _connect(self) -> None:
        course = self.course
        course.read.connect(self._take_task)
        course.planned.connect(self._take_plan)
        course.written.connect(self._take_written)
        course.saved.connect(self._take_saved)
        self.columns.changed.connect(self._outdate)
        self.columns.said.connect(self.told.tell)
        self.writing.save_asked.connect(self._ask_results)
        self.writing.undo_asked.connect(self.undo)
        for step in self._asking:
            step.settled.connect(self.ready)
            step.changed.connect(self.write_bar)
        bind(self, "F6", self.columns.constants.focus_first)

    # The file ------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a file is on its way that was not written yet."""
        begun = self.course.task is not None or self.course.is_busy
        return begun and self.course.change is None

    def loses(self) -> bool:
        """Whether leaving would lose what somebody decided."""
        return self.course.is_unwritten

    def open(self, path: Path, book: Book | None = None) -> None:
        """Read a file, if ``book`` does not hold it already; what was under way is given up."""
        if self.begin_file(path):
            self._stale = False
            self.course.open(path, book)

    # Answers of the course -----------------------------------------------------------------

    def _take_task(self) -> None:
        self.ended()
        if self.course.task is not None:
            self.columns.show_task(self.course.task)
            self.show_step(COLUMNS)

    def _take_plan(self) -> None:
        self.ended()
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
        self.ended()
        change = self.course.change
        if change is not None:
            self.writing.show_written(len(change.records))
            self._write_foot()
            self.write_bar()
            self.next_button.setFocus(TAB)

    def _take_saved(self, path: Path, rows: int) -> None:
        self.ended()
        self.writing.show_saved(path.name, rows)
        self.next_button.setFocus(TAB)

    # Steps ---------------------------------------------------------------------------------

    def show_step(self, step: int) -> None:
        """Show a step and put the focus where it is worked with."""
        self.step = step
        self.stack.setCurrentWidget((*self._asking, self.writing)[step])
        self.told.tell("")
        if step == WRITE and self.course.findings is not None and self.course.change is None:
            self.writing.show_findings(self.course.findings)
        if step == PROBLEMS:
            self.problems.refresh()
        if step == REPEATS:
            self.repeats.refresh()
        self.next_button.show()
        self._write_foot()
        self.write_bar()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus where the step is worked with."""
        if self.stack.currentWidget() is self.waiting:
            self.waiting.button.setFocus(TAB)
        elif self.step < WRITE:
            self._asking[self.step].focus_first()
        else:
            self.ready()

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
            mine = [r for kind, r in self.course.change.records if kind == self.course.kind.name]
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

    def standing(self, step: int) -> tuple[str, Tone]:
        """Return the words beside the heading of a step."""
        return self._standings.of(step, self.course, stale=self._stale)

    def set_masked(self, masked: bool) -> None:
        """Hide or show numbers that tell who somebody is, in every step."""
        for step in self._asking:
            step.set_masked(masked)

    # Besides -------------------------------------------------------------------------------

    def _ask_results(self) -> None:
        path = self.ask_target()
        if path is not None:
            self.course.save_results(path)

    def ask_target(self) -> Path | None:
        """Ask where the rows left out go, with the system's dialog; tests replace this."""
        source = self.course.path or Path()
        name = self.tr("{name}（没有导入的）").format(name=source.stem)
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("存到哪里"),
            str(source.with_name(f"{name}.xlsx")),
            self.tr("工作簿 (*.xlsx)"),
        )
        return Path(chosen) if chosen else None

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
            self.next_button.setFocus(TAB)
