"""What lies in the clipboard, looked at only to offer reading it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.ui.widgets.panel import HintLine


def clipboard_text() -> str:
    """Return the text in the clipboard, or an empty one."""
    return QGuiApplication.clipboard().text()


def clipboard_holds_ad() -> bool:
    """Return whether the clipboard holds what looks like a recruitment message."""
    return _looks_like_ad(clipboard_text())


class ClipboardOffer(QWidget):
    """A hint while the clipboard holds a recruitment message that was not read yet.

    ``taken``: the user wants it read.
    """

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = 0
        self._hint = HintLine(
            self.tr("剪贴板里像是一条招聘信息。"),
            "blue",
            offers=(("read", self.tr("读成岗位  Ctrl+V")),),
        )
        self._hint.chosen.connect(self.taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        self._hint.hide()
        QGuiApplication.clipboard().changed.connect(self._follow)

    @property
    def is_offered(self) -> bool:
        """Whether the hint is shown."""
        return not self._hint.isHidden()

    def forget(self) -> None:
        """What lies in the clipboard now was dealt with."""
        self._read = hash(clipboard_text())
        self._hint.hide()

    def look(self) -> None:
        """Look again, if anybody can see the hint."""
        if self.isVisible():
            text = clipboard_text()
            self._hint.setVisible(hash(text) != self._read and _looks_like_ad(text))

    def _follow(self, mode: QClipboard.Mode) -> None:
        if mode == QClipboard.Mode.Clipboard:
            self.look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hint.hide()


def _looks_like_ad(text: str) -> bool:
    if not text:
        return False
    # What reads messages is many modules; a window opens without them.
    from mengzhan.rules.ads.parse import looks_like_ad

    return looks_like_ad(text)
