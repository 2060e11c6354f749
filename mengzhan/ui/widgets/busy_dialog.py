"""Work that everything else waits for: beside the screen, with progress and a cancel."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mengzhan.model.progress import Cancelled, Progress
from mengzhan.ui.background import Jobs
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.busy_bar import APPEARS_MS, BusyBar
from mengzhan.ui.widgets.panel import space

T = TypeVar("T")


def wait_for(
    jobs: Jobs, work: Callable[[Progress], T], words: str, parent: QWidget | None = None
) -> T:
    """Run ``work`` beside the screen and return its result.

    For half a second keys and clicks wait for the answer, so that two undos in a row are two;
    then a dialog says how far it is.

    Raises:
        Cancelled: the user stopped it, or the program ends.
        Exception: whatever ``work`` raised.
    """
    dialog = BusyDialog(jobs, words, parent)
    try:
        result: T = dialog.run(work)
    finally:
        dialog.deleteLater()
    return result


class BusyDialog(QDialog):
    """Holds a window until one job is answered. Esc asks the job to stop."""

    def __init__(self, jobs: Jobs, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words)
        self._jobs, self._words = jobs, words
        self._answer: tuple[Any, Exception | None] | None = None
        self._unseen = QEventLoop(self)
        self._appears = QTimer(self)
        self._appears.setSingleShot(True)
        self._appears.timeout.connect(self._unseen.quit)
        self.bar = BusyBar(jobs, "Esc")
        column = QVBoxLayout(self)
        space(column, 20, 12)
        column.addWidget(self.bar)
        self.setMinimumWidth(theme().size(420))
        # An Enter meant for what comes after must not press the cancel.
        self.setFocus()

    def run(self, work: Callable[[Progress], Any]) -> Any:
        """Run ``work`` as ``wait_for`` does."""
        self.bar.follow(self._jobs.run(work, self._take, window=self), self._words)
        self._appears.start(APPEARS_MS)
        self._unseen.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if self._answer is None:
            self.exec()
        if self._answer is None:
            raise Cancelled
        result, error = self._answer
        if error is not None:
            raise error
        return result

    def _take(self, result: Any, error: Exception | None) -> None:
        self._answer = (result, error)
        self._unseen.quit()
        self.accept()

    def reject(self) -> None:
        """Ask the job to stop; the dialog goes when it has."""
        self.bar.stop()
