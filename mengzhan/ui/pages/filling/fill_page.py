"""填上级的表: a blank form on its way to a filled one, in three steps on one page beside the list."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mengzhan.model.kind import Kind
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.filling.fill_course import FillCourse
from mengzhan.ui.pages.filling.fill_standings import DONE, FORM, WRITE, FillStandings
from mengzhan.ui.pages.filling.form_profiles import FormProfiles
from mengzhan.ui.pages.filling.form_step import FormStep
from mengzhan.ui.pages.filling.result_step import ResultStep
from mengzhan.ui.pages.filling.scopes import Scopes
from mengzhan.ui.pages.filling.sort_question import SortQuestion
from mengzhan.ui.pages.importing.steps_bar import StepsBar
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.ask import ask_irrevocable
from mengzhan.ui.widgets.busy_bar import BusyBar
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.drop_page import DropPage
from mengzhan.ui.widgets.elided import ElidedWords
from mengzhan.ui.widgets.panel import EmptyState, ResultLine, Words
from mengzhan.ui.workspace import Workspace

FILES = "*.xlsx *.xlsm"
_FOLDER = "fill.folder"


class FillPage(DropPage):
    """``closed``: back to the list. ``import_asked(path)``: the file is a ledger to take in."""

    closed = Signal()
    import_asked = Signal(object)

    def __init__(
        self, workspace: Workspace, kind: Kind, scopes: Scopes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.course = FillCourse(workspace, kind, scopes, self)
        self.step = FORM
        self._masked = True
        self.file_words = ElidedWords("remark")
        self.profiles = FormProfiles(self.course)
        self.masks_button = Button(self.tr("显示完整号码"), "F2")
        self.file_button = Button(self.tr("换文件…"), "Ctrl+O")
        self.close_button = Button(self.tr("不填了"), "Esc")
        self.bar = StepsBar((self.tr("认表"), self.tr("写入"), self.tr("结果")))
        self._standings = FillStandings()
        self.told = ResultLine()
        self.busy = BusyBar(workspace.jobs)
        self.waiting = EmptyState(self._invitation(), self.tr("选文件…"))
        self.sorting = SortQuestion()
        self.form = FormStep(workspace)
        self.result = ResultStep()
        self.back_button = Button(self.tr("上一步"), "Alt+Left")
        self.next_button = FilledButton(self.tr("下一步"), "Ctrl+Return")
        self._build()
        self._connect()
        self._show_waiting()

    # Building ------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme().size(8))
        head.addWidget(Words(self.tr("填上级的表"), "page"))
        head.addWidget(self.file_words, 1)
        for button in (
            self.profiles,
            self.masks_button,
            self.file_button,
            self.close_button,
        ):
            head.addWidget(button)
        self._stack = QStackedWidget()
        for part in (self.waiting, self.sorting, self.form, self.result):
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
        course.opened.connect(self._take_opened)
        course.paired.connect(self._take_paired)
        course.tried.connect(self._take_tried)
        course.written.connect(self._take_written)
        course.refused.connect(self._refuse)
        course.stopped.connect(self._stopped)
        self.dropped.connect(lambda paths: self.hand_over(paths[0]))
        self.waiting.acted.connect(self.ask)
        self.sorting.fill_asked.connect(lambda: self.show_step(FORM))
        self.sorting.import_asked.connect(self._import)
        self.file_button.clicked.connect(self.ask)
        self.masks_button.clicked.connect(self.toggle_masks)
        self.close_button.clicked.connect(self.leave)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self.form.settled.connect(self._ready)
        self.form.changed.connect(self._write_bar)
        self.form.people.chosen.connect(course.choose)
        self.form.kind_asked.connect(self._read_as)
        self.form.sheet_asked.connect(self._read_sheet)
        self.profiles.loaded.connect(self._take_profile)
        self.profiles.said.connect(self.told.tell)
        self.result.passed.connect(self._ready)
        self.result.folder_asked.connect(self._open_folder)
        self.workspace.hidden.connect(self._cover)
        bind(self, "F6", self.form.focus_records)

    def _invitation(self) -> str:
        return self.tr("选一张上级发的空白表（xlsx），或者把它拖到这里。版式、公式、下拉都不动。")

    # The file ------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a form is on its way that was not written yet."""
        begun = self.course.task is not None or self.course.is_busy
        return begun and self.course.out is None

    def ask(self) -> None:
        """Ask for a file."""
        path = self.ask_file()
        if path is not None:
            self.open(path)

    def ask_file(self) -> Path | None:
        """Ask with the system's dialog; tests replace this."""
        pattern = self.tr("表格 ({files})").format(files=FILES)
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("选上级发的空白表"), str(self._folder()), pattern
        )
        return Path(name) if name else None

    def _folder(self) -> Path:
        kept = self.workspace.session.setting(_FOLDER)
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(kept) if kept and Path(kept).is_dir() else Path(usual)

    def open(self, path: Path, kind: Kind | None = None) -> None:
        """Read a form, as one of ``kind`` if it is known; what was under way is given up."""
        if self._begin_file(path):
            self.course.open(path, kind)

    def hand_over(self, path: Path) -> None:
        """Read a file that was dropped; it may turn out to be a ledger."""
        if self._begin_file(path):
            self.course.hand_over(path)

    def _begin_file(self, path: Path) -> bool:
        if self.course.is_busy or not self._may_leave():
            return False
        self.workspace.session.set_setting(_FOLDER, str(path.parent))
        self.file_words.say(path.name)
        self._show_waiting(self.tr("正在读 {name}…").format(name=path.name))
        return True

    def _read_as(self, kind: Kind) -> None:
        path, task = self.course.path, self.course.task
        if path is not None and task is not None and kind.name != task.kind.name:
            self.course.open(path, kind)

    def _read_sheet(self, sheet: str) -> None:
        path, task = self.course.path, self.course.task
        if path is not None and task is not None and sheet != task.form.form.sheet.name:
            self.course.open(path, task.kind, sheet)

    def _show_waiting(self, words: str = "") -> None:
        self.step = FORM
        self.waiting.set_sentence(words or self._invitation())
        self.waiting.button.setVisible(not words)
        self._stack.setCurrentWidget(self.waiting)
        for button in (self.next_button, self.back_button, self.profiles):
            button.hide()
        self.told.tell("")
        self._write_bar()

    def _import(self) -> None:
        path = self.course.path
        self.course.forget()
        self.import_asked.emit(path)

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

    def _take_opened(self, sort: str) -> None:
        self._ended()
        task = self.course.task
        if task is None:
            self._import()
            return
        self.form.show_course(self.course)
        if sort == "unclear":
            self._stack.setCurrentWidget(self.sorting)
            self.sorting.fill_button.setFocus(_TAB)
        elif task.asks_nothing and self.course.scopes:
            self.course.fill()
        else:
            self.show_step(FORM)

    def _take_paired(self) -> None:
        self._ended()
        self.form.show_records()
        self.form.people.box.setFocus(_TAB)

    def _take_tried(self) -> None:
        self._ended()
        self.show_step(WRITE)

    def _take_written(self) -> None:
        self._ended()
        if self.course.out is not None:
            self.result.show_written(self.course.out)
            self.show_step(DONE)

    def _refuse(self, words: str) -> None:
        self._ended()
        if self.course.task is None:
            self._show_waiting(words)
            self.waiting.button.show()
            self.waiting.button.setFocus(_TAB)
        else:
            self._tell(words, "red")

    def _stopped(self) -> None:
        self._ended()
        if self.course.task is None:
            self._show_waiting()
            self.waiting.button.setFocus(_TAB)
        else:
            self.show_step(min(self.step, WRITE))
        self._tell(self.tr("已停下，什么也没有写。"), "plain")

    def _take_profile(self) -> None:
        self.form.show_course(self.course)
        self.show_step(FORM)

    # Steps ---------------------------------------------------------------------------------

    def show_step(self, step: int) -> None:
        """Show a step and put the focus where it is worked with."""
        self.step = step
        self._stack.setCurrentWidget(self.form if step == FORM else self.result)
        self.told.tell("")
        if step == WRITE:
            self.result.show_tried(self.course)
        self.next_button.show()
        self._write_foot()
        self._write_bar()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus where the step is worked with."""
        current = self._stack.currentWidget()
        if current is self.waiting:
            self.waiting.button.setFocus(_TAB)
        elif current is self.sorting:
            self.sorting.fill_button.setFocus(_TAB)
        elif self.step == FORM:
            self.form.focus_first()
        else:
            self._ready()

    def _ready(self) -> None:
        """Nothing is asked here any more: Enter goes on."""
        self.next_button.setFocus(_TAB)

    def go_on(self) -> None:
        """Go on to the next step; the second one writes, the last one opens what was written."""
        course = self.course
        if course.task is None or course.is_busy:
            return
        if self.step == FORM:
            self._leave_form()
        elif self.step == WRITE:
            objection = self.result.objection()
            if objection:
                self._tell(objection, "red")
            else:
                course.write(self.result.path(), self.result.purpose.text().strip())
        elif course.out is not None:
            self.open_file(course.out)

    def _leave_form(self) -> None:
        if self.form.unsure:
            self.form.focus_first()
            words = self.tr("还有 {count} 栏要定：选一项，或按 0 留空。")
            self._tell(words.format(count=self.form.unsure), "amber")
        elif not self.course.scopes:
            self._tell(self.form.people.told.text(), "amber")
        elif self.course.filled is None:
            self.course.fill()
        else:
            self.show_step(WRITE)

    def go_back(self) -> None:
        """Go back to the first step, to look at the columns or choose other records."""
        if self.step == WRITE and not self.course.is_busy:
            self.show_step(FORM)

    # Words ---------------------------------------------------------------------------------

    def _tell(self, words: str, tone: Tone) -> None:
        self.told.tell(words, tone)

    def _write_foot(self) -> None:
        self.profiles.setVisible(self.step == FORM)
        self.back_button.setVisible(self.step == WRITE)
        self.close_button.set_words(self.tr("回列表") if self.step == DONE else self.tr("不填了"))
        words = (self.tr("下一步"), self.tr("写成文件"), self.tr("打开表"))
        self.next_button.set_words(words[self.step])

    def _write_bar(self) -> None:
        for step, head in enumerate(self.bar.heads):
            words, tone = self._standings.of(step, self.course)
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
        self.form.set_masked(masked)

    def open_file(self, path: Path) -> None:
        """Show a file or folder with the system's program; tests replace this."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _open_folder(self) -> None:
        if self.course.out is not None:
            self.open_file(self.course.out.parent)

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
        if not self.course.is_decided:
            return True
        words = self.tr("这张表里已经定下的栏都会丢掉，什么文件也没有写。")
        return ask_irrevocable(self, self.tr("不填了？"), words, self.tr("丢掉"))


_TAB = Qt.FocusReason.TabFocusReason
