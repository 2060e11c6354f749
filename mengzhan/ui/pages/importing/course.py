"""One import under way: the file, its columns, its plan, what was written. Long work goes beside.

Each job ends in exactly one signal, and a job that was cancelled leaves everything as it was.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mengzhan.model.collector import collector_at_rest, look_again
from mengzhan.model.kind import Kind
from mengzhan.model.progress import Progress
from mengzhan.sheets.grid import Book
from mengzhan.sheets.importing.intake import Import, load
from mengzhan.sheets.importing.memory import remember
from mengzhan.sheets.importing.plan import Plan
from mengzhan.sheets.importing.planned import Intent
from mengzhan.sheets.importing.results import write_results
from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.file_course import FileCourse
from mengzhan.ui.pages.importing.findings import Findings
from mengzhan.ui.workspace import Workspace


class Course(FileCourse):
    """What a job ends in if all goes well: ``read``, ``planned``, ``written``,
    ``saved(path, rows)``."""

    read = Signal()
    planned = Signal()
    written = Signal()
    saved = Signal(object, int)

    def __init__(self, workspace: Workspace, kind: Kind, parent: QObject | None = None) -> None:
        super().__init__(workspace, parent)
        self.kind = kind
        self.path: Path | None = None
        self.task: Import | None = None
        self.findings: Findings | None = None
        self.change: ChangeSet | None = None
        self.undone = False
        self.dropped = 0
        self.destroyed.connect(look_again)

    @property
    def plan(self) -> Plan | None:
        """What would be done, once it was worked out."""
        return self.findings.plan if self.findings is not None else None

    @property
    def is_unwritten(self) -> bool:
        """Whether there are decisions that leaving would lose."""
        return self.findings is not None and self.findings.touched and self.change is None

    # The four jobs -------------------------------------------------------------------------

    def forget(self) -> None:
        """Let go of the file and of everything that was found."""
        self.path = self.task = self.findings = self.change = None
        self.undone = False
        look_again()

    def open(self, path: Path, book: Book | None = None) -> None:
        """Read a file, if ``book`` does not hold it already, and propose its columns."""
        self.forget()
        self.path = path
        session, kind = self.workspace.session, self.kind

        def work(progress: Progress) -> Import:
            with collector_at_rest(pass_over=True):
                return Import(session, book or load(path, progress), kind)

        self._run(work, self._take_task, self.tr("正在读取表格…"))

    def make_plan(self) -> None:
        """Read every row under the columns as they are chosen now; ``dropped`` says how much of
        what was decided under other columns does not hold any more."""
        task, before = self.task, self.findings
        if task is None:
            return

        def work(progress: Progress) -> tuple[Findings, int]:
            with collector_at_rest(pass_over=True):
                found = Findings(task, task.plan(progress))
                return found, found.take_over(before) if before is not None else 0

        self._run(work, self._take_plan, self.tr("正在核对每一行…"))

    def write(self) -> None:
        """Write what the plan says, in one action."""
        task, plan = self.task, self.plan
        if task is None or plan is None:
            return
        session, counts = self.workspace.session, plan.counts()
        expected = counts[Intent.NEW] + counts[Intent.CHANGE] + plan.following().count

        def work(progress: Progress) -> ChangeSet:
            words = f"import {task.kind.name}"
            plan.forget_twins()
            try:
                with collector_at_rest(pass_over=True):
                    done = session.run(plan.operation(), words, progress, expected)
            except Exception:
                plan.learn_twins()
                raise
            if task.returning is None:
                remember(session, task.kind.name, task.table, task.columns)
            return done

        self._run(work, self._take_change, self.tr("正在写入…"))

    def save_results(self, path: Path) -> None:
        """Write the rows that did not go in as a workbook."""
        task, plan = self.task, self.plan
        if task is not None and plan is not None:
            self._run(
                lambda _progress: write_results(path, task, plan),
                lambda rows: self.saved.emit(path, rows),
                self.tr("正在另存…"),
            )

    # Answers -------------------------------------------------------------------------------

    def _take_task(self, task: Import) -> None:
        self.task = task
        self.read.emit()

    def _take_plan(self, planned: tuple[Findings, int]) -> None:
        self.findings, self.dropped = planned
        self.planned.emit()

    def _take_change(self, change: ChangeSet) -> None:
        self.change = change
        self.workspace.tell(change)
        self.written.emit()
