"""Fields whose keys no input method may swallow: codes, and answers given by one key."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mengzhan.ui.widgets.line_edit import LineEdit


class LatinEdit(LineEdit):
    """A line for letters and digits: a Chinese input method that is on stays out of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *more: object) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)


class OneKey(LatinEdit):
    """Shows one of a few answers; its key chooses it, Backspace takes it back.

    ``chosen``: an answer was given or taken back by key.
    """

    chosen = Signal()

    def __init__(self, offers: Mapping[str, str], parent: QWidget | None = None) -> None:
        """``offers``: key -> words of the answer."""
        super().__init__(parent)
        self._offers = dict(offers)
        self._key = ""
        self.key_hook = self._on_key
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)

    def offer(self, offers: Mapping[str, str]) -> None:
        """Show other answers to choose from; none stands."""
        self._offers = dict(offers)
        self.set_key("")

    @property
    def key(self) -> str:
        """The key of the answer that stands, or an empty text."""
        return self._key

    def keys_in_words(self) -> str:
        """Every key with what it answers; no line breaks between the two."""
        return "　".join(f"{key}\u00a0{words}" for key, words in self._offers.items())

    def set_key(self, key: str) -> None:
        """Show an answer, or none; no signal is emitted."""
        self._key = key if key in self._offers else ""
        self.setText(f"{self._key} {self._offers[self._key]}" if self._key else "")
        self.setCursorPosition(0)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Take a key of an answer; every other key that would write something does nothing."""
        if event.modifiers() & (_CTRL | Qt.KeyboardModifier.AltModifier):
            # what is kept elsewhere cannot be pasted here
            return event.modifiers() == _CTRL and event.key() in _EDITING
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.set_key("")
            self.chosen.emit()
            return True
        key = event.text().upper()
        if key in self._offers:
            self.set_key(key)
            self.chosen.emit()
            return True
        return bool(key) and key.isprintable()


_CTRL = Qt.KeyboardModifier.ControlModifier
_EDITING = (Qt.Key.Key_V, Qt.Key.Key_X)
