"""Editors for text, numbers, days and months: accept anything, read it on leaving the field."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from mengzhan.model.entry import Value
from mengzhan.model.kind import Field
from mengzhan.ui.widgets.editor import EditorContext, FieldEditor
from mengzhan.ui.widgets.line_edit import AreaEdit, LineEdit


class LineEditor(FieldEditor):
    """One line of text: names, numbers of all sorts."""

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__(field, context)
        self.line = LineEdit(self)
        self.line.typed.connect(lambda _text: self.touch())
        self.line.moved.connect(self._move)
        self.line.entered.connect(lambda _reason: self.entered.emit())
        self.line.left.connect(self._leave)
        self.line.key_hook = self.on_key
        self.box.addWidget(self.line)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        return self.line.text()

    def show_value(self, value: Value) -> None:
        super().show_value(value)
        self.line.setText(self.field.type.show(value))
        self.line.setCursorPosition(0)

    def set_placeholder(self, text: str) -> None:
        self.line.setPlaceholderText(text)

    def on_key(self, event: QKeyEvent) -> bool:
        """Use a key before the line does; the plain line has no use for any."""
        return False

    def _move(self, step: int) -> None:
        self.commit()
        self.moved.emit(step)

    def _leave(self, reason: Qt.FocusReason) -> None:
        self.commit()
        self.left.emit()


class NumberEditor(LineEditor):
    """Whole numbers and money. Full-width digits, 3千 and ¥ are understood on leaving."""


class AreaEditor(FieldEditor):
    """Several lines of text."""

    wide = True

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__(field, context)
        self.area = AreaEdit(self)
        self.area.typed.connect(self.touch)
        self.area.moved.connect(self._move)
        self.area.entered.connect(lambda _reason: self.entered.emit())
        self.area.left.connect(self._leave)
        self.box.addWidget(self.area)
        self.setFocusProxy(self.area)

    def text(self) -> str:
        return self.area.toPlainText()

    def show_value(self, value: Value) -> None:
        super().show_value(value)
        shown = self.field.type.show(value)
        if shown != self.area.toPlainText():
            self.area.put(shown)

    def set_placeholder(self, text: str) -> None:
        self.area.setPlaceholderText(text)

    def _move(self, step: int) -> None:
        self.commit()
        self.moved.emit(step)

    def _leave(self, reason: Qt.FocusReason) -> None:
        self.commit()
        self.left.emit()


class _SteppedEditor(LineEditor):
    """A line whose value also moves with Up and Down (and + and - while nothing is typed)."""

    def on_key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        untyped = not self.line.text() or self.line.hasSelectedText() or not self.touched
        if not step and untyped and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = {"+": 1, "=": 1, "-": -1}.get(event.text(), 0)
        if not step:
            return False
        self.commit()
        moved = self.stepped(self.value(), step)
        self.take(self.field.read(moved, self.context.today()))
        self.line.selectAll()
        return True

    def stepped(self, value: Value, step: int) -> str:
        """Return the text for the neighbour of ``value``."""
        return self.field.type.typed(value)

    def remark(self, value: Value) -> str:
        """What stands at the right end of the line."""
        return ""

    def show_value(self, value: Value) -> None:
        super().show_value(value)
        self.line.set_remark(self.remark(value))


def _day(value: Value) -> date | None:
    """Read a kept day; a record from elsewhere may hold anything."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


class DateEditor(_SteppedEditor):
    """A day, with its weekday beside it."""

    def stepped(self, value: Value, step: int) -> str:
        day = _day(value)
        if day is None:
            return self.context.today().isoformat()
        return (day + timedelta(days=step)).isoformat()

    def remark(self, value: Value) -> str:
        day = _day(value)
        if day is None:
            return ""
        names = (
            self.tr("周一"),
            self.tr("周二"),
            self.tr("周三"),
            self.tr("周四"),
            self.tr("周五"),
            self.tr("周六"),
            self.tr("周日"),
        )
        near = {0: self.tr("今天"), -1: self.tr("昨天"), 1: self.tr("明天")}
        weekday = names[day.weekday()]
        word = near.get((day - self.context.today()).days)
        return f"{word} {weekday}" if word else weekday


class MonthEditor(_SteppedEditor):
    """A month."""

    def stepped(self, value: Value, step: int) -> str:
        first = _day(f"{value}-01")
        if first is None:
            return f"{self.context.today():%Y-%m}"
        year, month = first.year, first.month
        years, rest = divmod(month - 1 + step, 12)
        return f"{year + years:04d}-{rest + 1:02d}"
