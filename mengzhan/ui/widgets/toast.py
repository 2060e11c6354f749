"""A word near the top of the window about what was just done, with a way back."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button

SHOWN_MS = 8000
SHARE = 0.6
"""Of the width of a page: its heading on the left and its buttons on the right stay in sight."""


class Toast(QFrame):
    """One per window; a new message takes the place of the last. It never takes the focus.

    ``undone``: the user pressed 撤销.
    """

    undone = Signal()

    def __init__(self, page: QWidget) -> None:
        """``page`` is what the message may stand over, at its upper edge."""
        super().__init__(page.window())
        self._page = page
        self.setProperty("look", "toast")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        # the key belongs to the window's own undo; here it is only written
        self._button = Button(self.tr("撤销  Ctrl+Z"))
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self._undo)
        self._row = row = QHBoxLayout(self)
        gap = theme().size(12)
        row.setContentsMargins(gap, theme().size(8), gap, theme().size(8))
        row.setSpacing(gap)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        page.installEventFilter(self)
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
        """As wide as one line, at most its share of the page; what is longer takes more lines."""
        page, gap = self._page, theme().size(8)
        wanted = self._words.fontMetrics().horizontalAdvance(self._words.text()) + gap
        around = self._row.minimumSize().width() - self._words.minimumSizeHint().width()
        room = max(round(page.width() * SHARE), theme().size(320))
        width = min(wanted + around, room, page.width() - 2 * gap)
        self.resize(width, self._row.totalHeightForWidth(width))
        corner = page.mapTo(page.window(), QPoint(0, 0))
        # the foot of a page holds its buttons, so the message stands near the top
        self.move(corner.x() + (page.width() - self.width()) // 2, corner.y() + gap)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and not self.isHidden():
            self._place()
        return False
