"""A keyboard that counts: who works with it sees what a worker sees and has no mouse.

The rule (design section 11): every key counts, held ones too (Ctrl+S is two), a word that comes
from the input method counts one key for each character. Free text, ID numbers and telephone
numbers are counted apart, because no form can spare them.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Tab": Qt.Key.Key_Tab,
    "Del": Qt.Key.Key_Delete,
    "Down": Qt.Key.Key_Down,
    "Up": Qt.Key.Key_Up,
    "End": Qt.Key.Key_End,
    "Space": Qt.Key.Key_Space,
    "Ins": Qt.Key.Key_Insert,
    "PgUp": Qt.Key.Key_PageUp,
    "-": Qt.Key.Key_Minus,
    "=": Qt.Key.Key_Equal,
}
_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


@dataclass
class Keyboard:
    """Presses keys on whatever has the focus."""

    keys: int = 0
    apart: int = 0
    pressed: list[str] = field(default_factory=list)

    def press(self, *names: str) -> None:
        """Press keys, such as ``Enter``, ``Ctrl+S`` or ``a``."""
        for name in names:
            *held, last = name.split("+") if len(name) > 1 else [name]
            modifiers = Qt.KeyboardModifier.NoModifier
            for part in held:
                modifiers |= _HELD[part]
            key = _KEYS.get(last) or getattr(Qt.Key, f"Key_{last.upper()}")
            self.keys += 1 + len(held)
            self.pressed.append(name)
            QTest.keyClick(self._focused(), key, modifiers)

    def type(self, letters: str) -> None:
        """Type letters and digits that pick something."""
        self.keys += len(letters)
        self.pressed.append(letters)
        QTest.keyClicks(self._focused(), letters)

    def number(self, digits: str) -> None:
        """Type an ID or telephone number."""
        self.apart += len(digits)
        QTest.keyClicks(self._focused(), digits)

    def write(self, text: str) -> None:
        """Write free text through the input method."""
        self.apart += len(text)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(self._focused(), event)

    def pick(self, letters: str) -> None:
        """Type what picks something and go on to the next field."""
        self.type(letters)
        self.press("Enter")

    def fill(self, text: str) -> None:
        """Write free text and go on to the next field."""
        self.write(text)
        self.press("Enter")

    def _focused(self) -> QWidget:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            inside: QWidget | None = dialog.focusWidget()
            return dialog if inside is None else inside
        target = QApplication.focusWidget() or QApplication.activeWindow()
        assert isinstance(target, QWidget)
        return target
