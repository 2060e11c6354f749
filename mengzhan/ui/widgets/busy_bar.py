"""How far long work is: appears after half a second, with a cancel that takes everything back."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from mengzhan.model.words import Message
from mengzhan.ui.background import Jobs
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.words import say

APPEARS_MS = 500


class BusyBar(QWidget):
    """Follows one job of ``jobs``; ``keys`` stop it too."""

    def __init__(self, jobs: Jobs, keys: str = "") -> None:
        super().__init__()
        self._jobs = jobs
        self._job = 0
        self._words = Words("", "remark")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Button(self.tr("取消"), keys)
        self._cancel.clicked.connect(self.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().size(12))
        column = QVBoxLayout()
        column.setSpacing(theme().size(4))
        column.addWidget(self._words)
        column.addWidget(self._bar)
        row.addLayout(column, 1)
        row.addWidget(self._cancel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        jobs.stepped.connect(self._step)
        jobs.ended.connect(self._end)
        self.hide()

    def follow(self, job: int, words: str) -> None:
        """Show how far ``job`` is, once it has taken half a second."""
        self._job = job
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._cancel.set_words(self.tr("取消"))
        self._timer.start(APPEARS_MS)

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _step(self, job: int, done: int, total: int, words: Message) -> None:
        if job == self._job:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self._words.setText(say(words))

    def _end(self, job: int) -> None:
        if job == self._job:
            self._timer.stop()
            self.hide()

    def stop(self) -> None:
        """Ask the job to stop; it goes at its next step."""
        self._cancel.setEnabled(False)
        self._cancel.set_words(self.tr("正在撤回…"))
        self._jobs.cancel(self._job)
