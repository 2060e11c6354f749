"""A column of things that scrolls when a low window has no room for all of it."""

from PySide6.QtCore import QEvent, QObject, Qt
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
        # what stands beside the bar must not be covered by it
        self.verticalScrollBar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            shown = event.type() == QEvent.Type.Show
            self.body.setContentsMargins(0, 0, theme().size(8) if shown else 0, 0)
        return super().eventFilter(watched, event)
