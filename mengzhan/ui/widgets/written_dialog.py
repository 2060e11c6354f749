"""A dialog that writes files and says below what came of it, with the way to the file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.ui.background import Jobs
from mengzhan.ui.colours import Tone
from mengzhan.ui.widgets.busy_bar import BusyBar
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.panel import Panel, ResultLine


class WrittenDialog(QDialog):
    """Put what is asked into ``panel.body``, then call ``put_foot``."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written: Path | None = None
        self.panel = Panel()
        self.told = ResultLine()
        self.open_button = LinkButton(self.tr("打开"))
        self.open_button.clicked.connect(self._open)
        self.busy = BusyBar(jobs)

    def put_foot(self, buttons: Sequence[Button], *, left: Sequence[Button] = ()) -> None:
        """Close the panel: what came of it, the way back, and what can be done."""
        told = QHBoxLayout()
        told.addWidget(self.told, 1)
        told.addWidget(self.open_button)
        back = Button(self.tr("关闭"), "Esc")
        back.clicked.connect(self.reject)
        foot = QHBoxLayout()
        for button in left:
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (back, *buttons):
            foot.addWidget(button)
        self.panel.body.addLayout(told)
        self.panel.body.addWidget(self.busy)
        self.panel.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.addWidget(self.panel)
        self.open_button.hide()

    def tell(self, words: str, tone: Tone) -> None:
        """Say what came of it; what was written before is no longer what is spoken of."""
        self.open_button.hide()
        self.told.tell(words, tone)

    def tell_written(self, words: str, path: Path) -> None:
        """Say that a file was written, and offer to open it."""
        self._written = path
        self.tell(words, "accent")
        self.open_button.show()

    def _open(self) -> None:
        if self._written is not None:
            self.open_file(self._written)

    def open_file(self, path: Path) -> None:
        """Show a file with the system's program; tests replace this."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
