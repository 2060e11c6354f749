"""What the ways of a file in and out of the program share: long work goes beside the screen, and
each job ends in exactly one signal. A job that was cancelled leaves everything as it was."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from mengzhan.model.problem import UserError
from mengzhan.model.progress import Cancelled, Progress
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class FileCourse(QObject):
    """``began(job, words)``: work runs beside the screen. It ends in a signal of its own, or in
    ``refused(words)`` or ``stopped``."""

    began = Signal(int, str)
    refused = Signal(str)
    stopped = Signal()

    task: object | None = None
    """What was read of the file, if it was."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._job = 0

    @property
    def is_busy(self) -> bool:
        """Whether work is going on."""
        return self._job != 0

    def cancel(self) -> None:
        """Stop what is going on; nothing of it stays."""
        self.workspace.jobs.cancel(self._job)

    @abstractmethod
    def forget(self) -> None:
        """Let go of the file and of everything that was found."""

    def _run(
        self, work: Callable[[Progress], Any], take: Callable[[Any], None], words: str
    ) -> None:
        if self._job:
            return

        def done(result: Any, error: Exception | None) -> None:
            self._job = 0
            if error is None:
                take(result)
            elif isinstance(error, Cancelled):
                self.stopped.emit()
            elif isinstance(error, UserError):
                self.refused.emit(say(error.message))
            else:
                self.stopped.emit()
                self.workspace.failed.emit(error)

        self._job = self.workspace.jobs.run(work, done, window=self)
        self.began.emit(self._job, words)
