"""Text fields that are safe with input methods (输入法): they react to committed text only.

While a composition is open, Return, Tab and the arrows belong to the input method; some set-ups
hand them to the field all the same, where they must do nothing. Leaving the field commits what
is open instead of losing it.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from mengzhan.ui.theme import theme

KeyHook = Callable[[QKeyEvent], bool]
"""Sees a key before the field does; returns whether it has dealt with it."""

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_LEAVING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class Composition:
    """What an input method has open in one field."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._open = ""

    def __bool__(self) -> bool:
        return bool(self._open)

    def follow(self, event: QInputMethodEvent) -> None:
        """Take note of what the input method shows."""
        self._open = event.preeditString()

    def commit(self) -> None:
        """Turn what is open into text, as it stands; not every platform does so by itself."""
        if not self._open:
            return
        QGuiApplication.inputMethod().commit()
        if self._open:
            event = QInputMethodEvent()
            event.setCommitString(self._open)
            QCoreApplication.sendEvent(self._widget, event)


def commit_composition() -> None:
    """Commit what is being composed anywhere: call it before saving, leaving a page, closing."""
    focused = QApplication.focusWidget()
    if isinstance(focused, LineEdit | AreaEdit):
        focused.composition.commit()
    else:
        QGuiApplication.inputMethod().commit()


def _move_of(event: QKeyEvent) -> int:
    """Return 1 or -1 for the keys that lead to the next or previous field, else 0."""
    if event.key() not in _RETURN:
        return 0
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.NoModifier:
        return 1
    return -1 if modifiers == Qt.KeyboardModifier.ShiftModifier else 0


def _leaves_to_window(event: QKeyEvent, has_undo: bool) -> bool:
    """Whether a shortcut of the window goes before the field's own use of the key."""
    if event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return True
    return event.matches(QKeySequence.StandardKey.Undo) and not has_undo


class LineEdit(QLineEdit):
    """One line. ``typed`` follows each key after commit, ``left`` comes when the field is left,
    ``moved`` (1 or -1) asks for the next or previous field.

    With ``click_selects`` a click into the field selects its text, as coming by key always does:
    right where typing replaces a choice.
    """

    typed = Signal(str)
    left = Signal(Qt.FocusReason)
    entered = Signal(Qt.FocusReason)
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composition = Composition(self)
        self.key_hook: KeyHook | None = None
        self.click_selects = False
        self._clicked_in = False
        self.textEdited.connect(self.typed)
        self._remark: QLabel | None = None

    def set_remark(self, text: str) -> None:
        """Show something at the right end, outside the text (a weekday, a shortcut)."""
        if self._remark is None:
            self._remark = self._make_remark()
        self._remark.setText(text)
        self.setTextMargins(0, 0, self._remark.sizeHint().width() if text else 0, 0)

    def _make_remark(self) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", "remark")
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme().size(10), 0)
        row.addStretch(1)
        row.addWidget(label)
        return label

    def remark(self) -> str:
        """What stands at the right end."""
        return self._remark.text() if self._remark else ""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _leaves_to_window(event, self.isUndoAvailable())
        ):
            event.ignore()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composition.follow(event)
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        return bool(self.composition) or super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composition:
            event.accept()
            return
        if self.key_hook is not None and self.key_hook(event):
            event.accept()
            return
        step = _move_of(event)
        if step:
            event.accept()
            self.moved.emit(step)
        elif event.key() in _RETURN:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _NOT_LEAVING:
            self._clicked_in = event.reason() == Qt.FocusReason.MouseFocusReason
            if not self._clicked_in:
                self.selectAll()
            self.entered.emit(event.reason())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._clicked_in and self.click_selects and not self.hasSelectedText():
            self.selectAll()
        self._clicked_in = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.composition.commit()
        super().focusOutEvent(event)
        if event.reason() not in _NOT_LEAVING:
            self.left.emit(event.reason())


class AreaEdit(QPlainTextEdit):
    """Several lines that grow with their text. Enter leads on; Alt+Enter breaks the line."""

    typed = Signal()
    left = Signal(Qt.FocusReason)
    entered = Signal(Qt.FocusReason)
    moved = Signal(int)

    FEWEST, MOST = 2, 6

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composition = Composition(self)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(4)
        self.textChanged.connect(self._follow_text)
        theme().changed.connect(self._fit)
        self._quiet = False

    def put(self, text: str) -> None:
        """Show a text without reporting it as typed."""
        self._quiet = True
        self.setPlainText(text)
        self._quiet = False

    def _follow_text(self) -> None:
        self._fit()
        if not self._quiet and not self.composition:
            self.typed.emit()

    def _fit(self) -> None:
        lines = int(self.document().size().height())
        shown = min(max(lines, self.FEWEST), self.MOST)
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + theme().size(20))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _leaves_to_window(event, self.document().isUndoAvailable())
        ):
            event.ignore()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composition.follow(event)
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        return bool(self.composition) or super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composition:
            event.accept()
            return
        step = _move_of(event)
        if step:
            event.accept()
            self.moved.emit(step)
        elif event.key() in _RETURN:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.accept()
                self.insertPlainText("\n")
            else:
                event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _NOT_LEAVING:
            self.entered.emit(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.composition.commit()
        super().focusOutEvent(event)
        if event.reason() not in _NOT_LEAVING:
            self.left.emit(event.reason())
