"""Words that end in … where there is no room for all of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from mengzhan.ui.theme import Role
from mengzhan.ui.widgets.panel import Words


class ElidedWords(Words):
    """One line; the whole of it is in the tool tip and for screen readers."""

    def __init__(self, role: Role = "body") -> None:
        super().__init__("", role)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Say something else."""
        self._whole = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._cut()

    def whole(self) -> str:
        """All that it says."""
        return self._whole

    def _cut(self) -> None:
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideMiddle, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()
