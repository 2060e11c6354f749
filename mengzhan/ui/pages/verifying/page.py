"""清单核实: the lists, one of them under way, and the workbook that goes back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.model.progress import Cancelled, Progress
from mengzhan.rules.cleaning import people_to_verify, rule_called
from mengzhan.rules.reader import Operation
from mengzhan.rules.verifying import make_list, standing_lists
from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.ask_file import ask_file
from mengzhan.ui.pages.filling.scopes import Scopes
from mengzhan.ui.pages.verifying.lists_view import ListsView
from mengzhan.ui.pages.verifying.work_view import WorkView
from mengzhan.ui.widgets.panel import space_page
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

if TYPE_CHECKING:  # most days begin without a workbook
    from mengzhan.sheets.namelist import NameList
    from mengzhan.ui.pages.filling.fill_page import FillPage

_FOLDER = "verify.folder"
_COUNTED = {"task", "person", "verification"}
"""The kinds of record by which the lists stand as they do."""

_FILES = "verify.files"
"""Setting: task -> the workbook from which it was made, to be filled in the end."""


class VerifyPage(QWidget):
    """Lists, work on one of them, or its workbook on the way back, one at a time.

    ``edit_asked(task)``: show the form of a list's task.
    """

    edit_asked = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.lists = ListsView(workspace)
        self.work = WorkView(workspace)
        self.filling: FillPage | None = None
        self._stale = False
        self._stack = QStackedWidget()
        for view in (self.lists, self.work):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        space_page(column)
        column.addWidget(self._stack)
        self.lists.opened.connect(self.open_task)
        self.lists.rule_chosen.connect(self.make_by_rule)
        self.lists.file_asked.connect(self.bring_in)
        self.lists.dropped.connect(lambda paths: self.read_file(paths[0]))
        self.work.left.connect(self.show_lists)
        self.work.return_asked.connect(self.fill_back)
        self.work.edit_asked.connect(self.edit_asked)
        self.refresh()

    def focus_first(self) -> None:
        """Put the focus where the page is worked with."""
        self._stack.currentWidget().focus_first()  # type: ignore[attr-defined]

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Show what changed; what is not seen waits until it is."""
        if change is not None and not self.isVisible():
            self._stale = True
            return
        self._stale = False
        if self._stack.currentWidget() is self.lists:
            if change is None or not change.records or change.kinds & _COUNTED:
                self._read_lists(self.lists.current)
        else:
            self.work.refresh(change)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _read_lists(self, keep: str = "") -> None:
        self.lists.fill(list(standing_lists(self.workspace.reader)), keep)

    # Lists ---------------------------------------------------------------------------------

    def show_lists(self) -> None:
        """Show the lists."""
        self._stack.setCurrentWidget(self.lists)
        self._read_lists(self.work.task)
        self.lists.focus_first()

    def open_task(self, task: str) -> None:
        """Work through a list."""
        self.lists.told.tell("")
        self._stack.setCurrentWidget(self.work)
        self.work.show_task(task)
        self.work.focus_first()

    def make_by_rule(self, name: str) -> None:
        """Look for the people of a rule beside the screen, and make a list of them."""
        rule, session = rule_called(name), self.workspace.session
        if rule is None:
            return
        title = rule.title(rule.months)

        def work(_progress: Progress) -> list[str]:
            today = session.today()
            return people_to_verify(session.read(), rule, session.place.code, today)

        def done(people: list[str] | None, error: Exception | None) -> None:
            if error is not None:
                self._refuse(error)
                return
            task = session.new_id()
            said = f"{say(title)} {session.today().isoformat()}"
            self._make(make_list(said, people or [], content=str(title), record=task), task)

        job = self.workspace.jobs.run(work, done, window=self)
        self.lists.busy.follow(job, self.tr("正在找人…"))

    def _make(self, operation: Operation, task: str) -> bool:
        try:
            change = self.workspace.session.run(operation, "add task")
        except UserError as error:
            self._refuse(error)
            return False
        self.workspace.tell(change)
        self.open_task(task)
        return True

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.lists.told.tell(say(error.message), "amber")
        elif not isinstance(error, Cancelled):
            self.workspace.failed.emit(error)

    # Workbooks -----------------------------------------------------------------------------

    def ask_file(self) -> Path | None:
        """Ask for a workbook with the system's dialog; tests replace this."""
        session, title = self.workspace.session, self.tr("选上级发的名单表")
        pattern = self.tr("表格 ({files})").format(files="*.xlsx *.xlsm")
        return ask_file(self, session, _FOLDER, title, pattern)

    def bring_in(self) -> None:
        """Ask for a superior's list of names."""
        path = self.ask_file()
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Find the people whom a workbook names, then ask for the facts of the task."""
        from mengzhan.sheets.namelist import read_name_list

        session = self.workspace.session
        session.set_setting(_FOLDER, str(path.parent))
        self.lists.told.tell("")

        def work(progress: Progress) -> "NameList":
            return read_name_list(session, path, progress=progress)

        def done(found: "NameList | None", error: Exception | None) -> None:
            if error is not None:
                self._refuse(error)
            elif found is not None:
                self._ask(found, path)

        job = self.workspace.jobs.run(work, done, window=self)
        self.lists.busy.follow(job, self.tr("正在读 {name}…").format(name=path.name))

    def _ask(self, found: "NameList", path: Path) -> None:
        from mengzhan.ui.pages.verifying.new_list import NewListDialog

        dialog = NewListDialog(self.workspace, found, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def make() -> None:
            task = self.workspace.session.new_id()
            if self._make(dialog.operation(task), task):
                self._keep_file(task, path)

        dialog.accepted.connect(make)
        dialog.open()

    def _keep_file(self, task: str, path: Path) -> None:
        """Remember the workbook of a list; those of lists that are done are forgotten."""
        session = self.workspace.session
        files = {**session.setting(_FILES, {}), task: str(path)}
        under_way = {one.task for one in standing_lists(session.read())}
        kept = {one: file for one, file in files.items() if one in under_way}
        session.set_setting(_FILES, kept)

    def fill_back(self) -> None:
        """Fill the workbook of the list under way; the file is asked for if it is not known."""
        from mengzhan.sheets.namelist import answered_rows
        from mengzhan.ui.pages.filling.fill_page import FillPage

        session, task = self.workspace.session, self.work.task
        known = Path(dict(session.setting(_FILES, {})).get(task, ""))
        path = known if known.is_file() else self.ask_file()
        if path is None:
            return
        kind = session.catalogue["verification"]
        scopes = Scopes(kind.name, only=answered_rows(session.read(), task))
        page = self.filling = FillPage(self.workspace, kind, scopes)
        page.closed.connect(self._leave_filling)
        page.import_asked.connect(lambda *_: self._leave_filling())
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.focus_first()
        page.open(path, kind)

    def _leave_filling(self) -> None:
        page, self.filling = self.filling, None
        self._stack.setCurrentWidget(self.work)
        if page is not None:
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self.work.refresh()
        self.work.focus_first()
