"""A word near the top of the window about what was just done, with a way back."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button

SHOWN_MS = 8000


class Toast(QFrame):
    """One per window; a new message takes the place of the last. It never takes the focus.

    ``undone``: the user pressed 撤销.
    """

    undone = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("look", "toast")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        # the key belongs to the window's own undo; here it is only written
        self._button = Button(self.tr("撤销  Ctrl+Z"))
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        gap = theme().size(12)
        row.setContentsMargins(gap, theme().size(8), gap, theme().size(8))
        row.setSpacing(gap)
        row.addWidget(self._words)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def say(self, words: str, *, undo: bool = False) -> None:
        """Show a message for eight seconds, with 撤销 if it can be taken back."""
        self._words.setText(words)
        self._button.setVisible(undo)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(SHOWN_MS)

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _undo(self) -> None:
        self.hide()
        self.undone.emit()

    def _place(self) -> None:
        self.adjustSize()
        window = self._window
        room = window.width() - theme().size(16)
        self.resize(min(self.width(), room), self.height())
        # the foot of a page holds its buttons, so the message stands near the top
        self.move((window.width() - self.width()) // 2, theme().size(60))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
