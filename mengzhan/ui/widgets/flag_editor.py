"""Yes, no, or not asked yet: two words side by side, and one key for each."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import Reading
from mengzhan.model.kind import Field
from mengzhan.ui.theme import mark, theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.editor import EditorContext, FieldEditor
from mengzhan.ui.widgets.panel import Words

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FlagEditor(FieldEditor):
    """Space and whatever means yes set yes, 0, n, 否 set no, Backspace takes the answer back."""

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__(field, context)
        self._frame = QFrame(self)
        self._frame.setProperty("look", "field")
        self._yes = self._choice(self.tr("是  1"))
        self._no = self._choice(self.tr("否  0"))
        row = QHBoxLayout(self._frame)
        gap = theme().size(3)
        row.setContentsMargins(gap, gap, gap, gap)
        row.setSpacing(gap)
        row.addWidget(self._yes)
        row.addWidget(self._no)
        self._hint = Words("", "remark")
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._hint, 1)
        self.box.addWidget(self._frame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)
        self._yes.clicked.connect(lambda: self._answer(True))
        self._no.clicked.connect(lambda: self._answer(False))
        self._composing = False

    def _choice(self, words: str) -> Button:
        button = Button(words, parent=self._frame)
        button.set_look("choice")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedHeight(theme().size(28))
        button.setStyleSheet("QPushButton { min-height: 0; }")
        return button

    def set_placeholder(self, text: str) -> None:
        """Say beside the two answers what yes means."""
        self._hint.setText(text)

    def frame(self) -> QFrame:
        return self._frame

    def show_value(self, value: Value) -> None:
        super().show_value(value)
        self._yes.setChecked(value is True)
        self._no.setChecked(value is False)

    def _answer(self, value: Value) -> None:
        problems = () if value is None else tuple(self.field.check(value, self.context.today()))
        self.show_value(value)
        self.take(Reading(value, problems))

    def _type(self, text: str) -> bool:
        reading = self.field.read(text, self.context.today())
        if reading.value is None:
            return False
        self._answer(reading.value)
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        if event.commitString():
            self._type(event.commitString())
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        return self._composing or super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing:
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() in _RETURN:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.moved.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Space:
            self._answer(True)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._answer(None)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._answer(event.key() == Qt.Key.Key_Left)
        elif self._type(event.text()):
            self.completed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        mark(self._frame, "focused", "true")
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        mark(self._frame, "focused", "false")
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
