"""The one protocol of all field editors, and what they need from outside."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import Reading
from mengzhan.model.fieldtypes.lookup import Option
from mengzhan.model.kind import Field
from mengzhan.ui.theme import mark


class ReferenceSource(Protocol):
    """Finds records to point to. Both calls answer at once (a few milliseconds)."""

    def search(self, kind: str, text: str, limit: int) -> list[Option]:
        """Return records of ``kind``, best first; ``code`` is the record's id. Empty text
        returns those used last."""

    def title(self, kind: str, record: str) -> str:
        """Return what stands for a record in lists, or an empty text if there is none."""


class PictureStore(Protocol):
    """Keeps small pictures apart from records."""

    def add(self, jpeg: bytes) -> str:
        """Keep a picture and return its SHA-256 digest."""

    def load(self, digest: str) -> bytes | None:
        """Return a picture, or ``None`` while it has not arrived."""


@dataclass(frozen=True)
class EditorContext:
    """What editors need from outside. ``today`` is a call, because a window outlives midnight.

    ``creates``: whether a record to point to may be made first.
    """

    today: Callable[[], date]
    references: ReferenceSource | None = None
    pictures: PictureStore | None = None
    creates: bool = True


class FieldEditor(QWidget):
    """Edits the value of one field.

    ``edited``: something was typed and not read yet. ``changed``: the value is another one now.
    ``moved``: the keyboard asks for the next (1) or previous (-1) field. ``completed``: a code was
    spelled out, so that the next field follows without a key. ``entered`` and ``left`` follow the
    focus; by the time of ``left`` the text has been read. ``create_asked(kind, text)``: a record
    to point to is to be made first.
    """

    edited = Signal()
    changed = Signal()
    moved = Signal(int)
    completed = Signal()
    entered = Signal()
    left = Signal()
    create_asked = Signal(str, str)

    eager = True
    """Whether what can be chosen may be shown as soon as the focus comes, unasked."""

    wide = False
    """Whether the editor wants the whole width of a form."""

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__()
        self.field = field
        self.context = context
        self._reading = Reading(None)
        self._touched = False
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)

    def value(self) -> Value:
        """The value as last read. What was typed since is read by ``commit``."""
        return self._reading.value

    def reading(self) -> Reading:
        """The value as last read, with its problems."""
        return self._reading

    def set_value(self, value: Value) -> None:
        """Show a value that did not come from the keyboard; no signal is emitted."""
        self._reading = Reading(value)
        self._touched = False
        self.show_value(value)

    def touch(self) -> None:
        """Note that something was typed."""
        self._touched = True
        self.edited.emit()

    @property
    def touched(self) -> bool:
        """Whether there is something typed that has not been read."""
        return self._touched

    def commit(self) -> Reading:
        """Read what was typed, show it in its normal form, and report a new value."""
        if self._touched:
            self._touched = False
            self.take(self.read_typed())
        return self._reading

    def take(self, reading: Reading) -> None:
        """Make ``reading`` the value; text that could not be read stays for putting right."""
        before = self._reading
        self._reading = reading
        if reading.value is not None or not reading.problems:
            self.show_value(reading.value)
        if reading != before:
            self.changed.emit()

    def read_typed(self) -> Reading:
        """Read the text of the field."""
        return self.field.read(self.text(), self.context.today())

    def text(self) -> str:
        """What stands in the field."""
        return self.field.show(self._reading.value, masked=False)

    def show_value(self, value: Value) -> None:
        """Put a value into the field, as it is typed and shown."""
        self.setAccessibleDescription(self.field.show(value))

    def set_severity(self, severity: str) -> None:
        """Mark the frame: ``block``, ``warn`` or empty."""
        mark(self.frame(), "severity", severity)

    def frame(self) -> QWidget:
        """The widget that carries frame and focus."""
        return self.focusProxy() or self

    def set_placeholder(self, text: str) -> None:
        """Show a hint while the field is empty; editors without a text line have no place."""
        self.setToolTip(text)
