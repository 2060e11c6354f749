"""One form under way: the file, whose records go in, what would be written, what was written."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mengzhan.model.kind import Kind
from mengzhan.model.progress import Progress
from mengzhan.sheets.filling.filledform import Filled, Filling
from mengzhan.sheets.filling.formtask import FormTask, open_form, open_handed
from mengzhan.sheets.filling.recognising import Sort
from mengzhan.sheets.grid import Book
from mengzhan.ui.pages.file_course import FileCourse
from mengzhan.ui.pages.filling.scopes import Scope, Scopes
from mengzhan.ui.workspace import Workspace


@dataclass(frozen=True)
class _Opened:
    sort: Sort
    task: FormTask | None = None
    scopes: tuple[Scope, ...] = ()
    filling: Filling | None = None
    book: Book | None = None


class FillCourse(FileCourse):
    """What a job ends in if all goes well: ``opened(sort)`` says what the file looks like,
    ``paired`` whose records go in, ``tried`` what would be written, ``written``."""

    opened = Signal(str)
    paired = Signal()
    tried = Signal()
    written = Signal()

    def __init__(
        self, workspace: Workspace, kind: Kind, scopes: Scopes, parent: QObject | None = None
    ) -> None:
        super().__init__(workspace, parent)
        self.kind = kind
        self._offered = scopes
        self.forget()

    def forget(self) -> None:
        """Let go of the file and of everything that was found."""
        self.path: Path | None = None
        self.book: Book | None = None
        self.task: FormTask | None = None
        self.scopes: tuple[Scope, ...] = ()
        self.scope: Scope | None = None
        self.filling: Filling | None = None
        self.filled: Filled | None = None
        self.out: Path | None = None

    @property
    def is_decided(self) -> bool:
        """Whether there are decisions that leaving would lose."""
        columns = self.task.form.columns if self.task is not None and self.out is None else ()
        return any(column.how == "chosen" for column in columns)

    # The four jobs -------------------------------------------------------------------------

    def hand_over(self, path: Path) -> None:
        """Read a file of which nobody has said that it is a form."""
        self.forget()
        self.path = path
        session, kind = self.workspace.session, self.kind

        def work(progress: Progress) -> _Opened:
            found = open_handed(session, path, kind, progress)
            return replace(self._with_records(found.sort, found.task, progress), book=found.book)

        self._run(work, self._take_opened, self.tr("正在看这是什么表…"))

    def open(self, path: Path, kind: Kind | None = None, sheet: str = "") -> None:
        """Read a form; ``kind`` says which records it is filled with, the header if it does not."""
        self.forget()
        self.path = path
        session, wanted = self.workspace.session, kind or self.kind

        def work(progress: Progress) -> _Opened:
            exactly = kind is not None
            task = open_form(session, path, wanted, sheet, progress, exactly=exactly)
            return self._with_records("form", task, progress)

        self._run(work, self._take_opened, self.tr("正在读取表格…"))

    def _with_records(self, sort: Sort, task: FormTask | None, progress: Progress) -> _Opened:
        """Fetch the likeliest records as well, for the values that are shown beside columns."""
        if task is None or sort == "ledger":
            return _Opened(sort)
        scopes = tuple(self._offered.of(task))
        records = task.records(scopes[0].rows, progress) if scopes else []
        return _Opened(sort, task, scopes, task.filling(records))

    def choose(self, scope: Scope) -> None:
        """Fill with other records."""
        task = self.task
        if task is not None:
            self.scope = scope
            self._run(
                lambda progress: task.filling(task.records(scope.rows, progress)),
                self._take_filling,
                self.tr("正在取记录…"),
            )

    def renew(self) -> None:
        """Pair rows and records anew: a column was chosen otherwise, perhaps the one of names."""
        if self.task is not None and self.filling is not None:
            self.filling = self.task.filling(self.filling.given)
        self.filled = None

    def fill(self) -> None:
        """Work out what every cell gets. Nothing is written yet."""
        task, filling = self.task, self.filling
        if task is not None and filling is not None:
            self._run(
                lambda progress: filling.fill(task.data, progress),
                self._take_filled,
                self.tr("正在填表…"),
            )

    def write(self, out: Path, purpose: str) -> None:
        """Put the filled form into a file."""
        task, filled = self.task, self.filled
        if task is None or filled is None:
            return

        def work(_progress: Progress) -> Path:
            task.write(filled, out, purpose)
            return out

        self._run(work, self._take_written, self.tr("正在写入…"))

    # Answers -------------------------------------------------------------------------------

    def _take_opened(self, found: _Opened) -> None:
        self.book, self.task = found.book, found.task
        self.scopes, self.filling = found.scopes, found.filling
        self.scope = found.scopes[0] if found.scopes else None
        self.opened.emit(found.sort)

    def _take_filling(self, filling: Filling) -> None:
        self.filling, self.filled = filling, None
        self.paired.emit()

    def _take_filled(self, filled: Filled) -> None:
        self.filled = filled
        self.tried.emit()

    def _take_written(self, out: Path) -> None:
        self.out = out
        self.written.emit()
