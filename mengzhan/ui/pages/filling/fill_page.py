"""填上级的表: a blank form on its way to a filled one, in three steps on one page beside the list."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from mengzhan.model.kind import Kind
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.file_page import TAB, FilePage, FileWords
from mengzhan.ui.pages.filling.fill_course import FillCourse
from mengzhan.ui.pages.filling.fill_standings import DONE, FORM, WRITE, FillStandings
from mengzhan.ui.pages.filling.form_profiles import FormProfiles
from mengzhan.ui.pages.filling.form_step import FormStep
from mengzhan.ui.pages.filling.result_step import ResultStep
from mengzhan.ui.pages.filling.scopes import Scopes
from mengzhan.ui.pages.filling.sort_question import SortQuestion
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.workspace import Workspace


class FillPage(FilePage):
    """``import_asked(path, book)``: the file is a ledger to take in; ``book`` is what is in it, if
    it could be read."""

    import_asked = Signal(object, object)

    FILES = "*.xlsx *.xlsm"
    FOLDER = "fill.folder"

    course: FillCourse

    def __init__(
        self, workspace: Workspace, kind: Kind, scopes: Scopes, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, FillCourse(workspace, kind, scopes), parent)
        self.profiles = FormProfiles(self.course)
        self.head.insertWidget(self.head.indexOf(self.masks_button), self.profiles)
        self._standings = FillStandings()
        self.sorting = SortQuestion()
        self.form = FormStep(workspace)
        self.result = ResultStep()
        for part in (self.sorting, self.form, self.result):
            self.stack.addWidget(part)
        self._connect()
        self.show_waiting()

    def words(self) -> FileWords:
        """What the page says of its file."""
        return FileWords(
            title=self.tr("填上级的表"),
            steps=(self.tr("认表"), self.tr("写入"), self.tr("结果")),
            invitation=self.tr(
                "选一张上级发的空白表（xlsx），或者把它拖到这里。版式、公式、下拉都不动。"
            ),
            choose=self.tr("选上级发的空白表"),
            leave=self.tr("不填了"),
            question=self.tr("不填了？"),
            lost=self.tr("这张表里已经定下的栏都会丢掉，什么文件也没有写。"),
            stopped=self.tr("已停下，什么也没有写。"),
        )

    def _connect(self) -> None:
        course = self.course
        course.opened.connect(self._take_opened)
        course.paired.connect(self._take_paired)
        course.tried.connect(self._take_tried)
        course.written.connect(self._take_written)
        self.sorting.fill_asked.connect(lambda: self.show_step(FORM))
        self.sorting.import_asked.connect(self._import)
        self.form.settled.connect(self.ready)
        self.form.changed.connect(self.write_bar)
        self.form.people.chosen.connect(course.choose)
        self.form.kind_asked.connect(self._read_as)
        self.form.sheet_asked.connect(self._read_sheet)
        self.profiles.loaded.connect(self._take_profile)
        self.profiles.said.connect(self.told.tell)
        self.result.passed.connect(self.ready)
        self.result.folder_asked.connect(self._open_folder)
        bind(self, "F6", self.form.focus_records)

    # The file ------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a form is on its way that was not written yet."""
        begun = self.course.task is not None or self.course.is_busy
        return begun and self.course.out is None

    def loses(self) -> bool:
        """Whether leaving would lose what somebody decided."""
        return self.course.is_decided

    def open(self, path: Path, kind: Kind | None = None) -> None:
        """Read a form, as one of ``kind`` if it is known; what was under way is given up."""
        if self.begin_file(path):
            self.course.open(path, kind)

    def hand_over(self, path: Path) -> None:
        """Read a file that was dropped; it may turn out to be a ledger."""
        if self.begin_file(path):
            self.course.hand_over(path)

    def _read_as(self, kind: Kind) -> None:
        path, task = self.course.path, self.course.task
        if path is not None and task is not None and kind.name != task.kind.name:
            self.course.open(path, kind)

    def _read_sheet(self, sheet: str) -> None:
        path, task = self.course.path, self.course.task
        if path is not None and task is not None and sheet != task.form.form.sheet.name:
            self.course.open(path, task.kind, sheet)

    def show_waiting(self, words: str = "") -> None:
        """Invite to choose a file, or say ``words`` while one is read."""
        super().show_waiting(words)
        self.profiles.hide()

    def _import(self) -> None:
        path, book = self.course.path, self.course.book
        self.course.forget()
        self.import_asked.emit(path, book)

    # Answers of the course -----------------------------------------------------------------

    def _take_opened(self, sort: str) -> None:
        self.ended()
        task = self.course.task
        if task is None:
            self._import()
            return
        self.form.show_course(self.course)
        if sort == "unclear":
            self.stack.setCurrentWidget(self.sorting)
            self.sorting.fill_button.setFocus(TAB)
            return
        self.show_step(FORM)
        if task.asks_nothing and self.course.scopes:
            self.course.fill()

    def _take_paired(self) -> None:
        self.ended()
        self.form.show_records()
        self.form.people.box.setFocus(TAB)

    def _take_tried(self) -> None:
        self.ended()
        self.show_step(WRITE)

    def _take_written(self) -> None:
        self.ended()
        if self.course.out is not None:
            self.result.show_written(self.course.out)
            self.show_step(DONE)

    def _take_profile(self) -> None:
        self.form.show_course(self.course)
        self.show_step(FORM)

    # Steps ---------------------------------------------------------------------------------

    def show_step(self, step: int) -> None:
        """Show a step and put the focus where it is worked with."""
        self.step = step
        self.stack.setCurrentWidget(self.form if step == FORM else self.result)
        self.told.tell("")
        if step == WRITE:
            self.result.show_tried(self.course)
        self.next_button.show()
        self._write_foot()
        self.write_bar()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus where the step is worked with."""
        current = self.stack.currentWidget()
        if current is self.waiting:
            self.waiting.button.setFocus(TAB)
        elif current is self.sorting:
            self.sorting.fill_button.setFocus(TAB)
        elif self.step == FORM:
            self.form.focus_first()
        else:
            self.ready()

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
                self.told.tell(objection, "red")
            else:
                course.write(self.result.path(), self.result.purpose.text().strip())
        elif course.out is not None:
            self.open_file(course.out)

    def _leave_form(self) -> None:
        if self.form.unsure:
            self.form.focus_first()
            words = self.tr("还有 {count} 栏要定：选一项，或按 0 留空。")
            self.told.tell(words.format(count=self.form.unsure), "amber")
        elif not self.course.scopes:
            self.told.tell(self.form.people.told.text(), "amber")
        elif self.course.filled is None:
            self.course.fill()
        else:
            self.show_step(WRITE)

    def go_back(self) -> None:
        """Go back to the first step, to look at the columns or choose other records."""
        if self.step == WRITE and not self.course.is_busy:
            self.show_step(FORM)

    # Words ---------------------------------------------------------------------------------

    def _write_foot(self) -> None:
        self.profiles.setVisible(self.step == FORM)
        self.back_button.setVisible(self.step == WRITE)
        self.close_button.set_words(self.tr("回列表") if self.step == DONE else self.tr("不填了"))
        words = (self.tr("下一步"), self.tr("写成文件"), self.tr("打开表"))
        self.next_button.set_words(words[self.step])

    def standing(self, step: int) -> tuple[str, Tone]:
        """Return the words beside the heading of a step."""
        return self._standings.of(step, self.course)

    def set_masked(self, masked: bool) -> None:
        """Hide or show numbers that tell who somebody is, in every step."""
        self.form.set_masked(masked)

    # Besides -------------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Show a file or folder with the system's program; tests replace this."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _open_folder(self) -> None:
        if self.course.out is not None:
            self.open_file(self.course.out.parent)
