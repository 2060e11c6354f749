"""A column of things that scrolls when a low window has no room for all of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mengzhan.ui.theme import theme


class Scrolled(QScrollArea):
    """Put things into ``body``. It scrolls downwards only."""

    def __init__(self, gap: int = 8) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme().size(gap))
        self.setWidget(inside)
        self.verticalScrollBar().rangeChanged.connect(self._give_room)

    def show_only(self, part: QWidget) -> None:
        """Show one thing from its beginning, in place of all that was shown."""
        while self.body.count():
            before = self.body.takeAt(0).widget()
            if before is not None:
                before.hide()
                before.deleteLater()
        self.body.addWidget(part)
        self.verticalScrollBar().setValue(0)

    def _give_room(self, _least: int, most: int) -> None:
        """What stands beside the bar keeps off it."""
        self.body.setContentsMargins(0, 0, theme().size(8) if most else 0, 0)
