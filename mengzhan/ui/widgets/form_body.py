"""The scrolled part of a form: open fields, 更多, what a newer version wrote; and the way through."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from mengzhan.model.entry import Value
from mengzhan.model.kind import Field, Kind
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.form_layout import FieldGrid, front_fields, grouped, more_fields
from mengzhan.ui.widgets.form_row import FormRow
from mengzhan.ui.widgets.panel import Words


class MoreButton(Button):
    """Opens and closes the optional fields. Shift+Enter goes back, as in a field."""

    LOOK = "more"
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        returned = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if returned and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.moved.emit(-1)
        else:
            super().keyPressEvent(event)


class FormBody(QScrollArea):
    """Holds the rows of a form and leads the focus through them.

    ``left_at_end``: Enter in the last field.
    """

    left_at_end = Signal()

    def __init__(self, kind: Kind, rows: Mapping[str, FormRow]) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._more_open = False
        self._filled = 0
        self._led_to: QWidget | None = None
        self._inside = QWidget()
        self._inside.setProperty("look", "scrolled")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, theme().size(8), theme().size(4))
        self._column.setSpacing(theme().size(12))
        front, more = front_fields(kind), more_fields(kind)
        self._front = self._grids(front, rows, short_only=True)
        self._more_button = MoreButton("")
        self._more_button.clicked.connect(self.toggle_more)
        self._more_button.moved.connect(self._back_from_more)
        self._column.addWidget(self._more_button)
        self._more = self._grids(more, rows, short_only=False)
        self._unknown = Words("", "remark", wrap=True)
        self._unknown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._unknown.hide()
        self._column.addWidget(self._unknown)
        self._column.addStretch(1)
        self.front_rows = [row for grid in self._front for row in grid.rows]
        self.more_rows = [row for grid in self._more for row in grid.rows]
        self.order = [row.field.name for row in (*self.front_rows, *self.more_rows)]
        self.setWidget(self._inside)
        self._chain()
        self.close_more(0)

    def _grids(
        self, fields: list[Field], rows: Mapping[str, FormRow], *, short_only: bool
    ) -> list[FieldGrid]:
        groups = grouped(fields)
        grids = []
        for group in groups:
            heading = group.label if len(groups) > 1 else ""
            members = [rows[item.name] for item in group.fields]
            grid = FieldGrid(heading, members, short_only=short_only)
            self._column.addWidget(grid)
            grids.append(grid)
        return grids

    def _chain(self) -> None:
        """Let Tab and Enter go the same way."""
        last: QWidget | None = None
        for row in (*self.front_rows, None, *self.more_rows):
            parts = [self._more_button] if row is None else [row.editor, row.veil]
            for part in filter(None, parts):
                target = part.focusProxy() or part
                if last is not None:
                    QWidget.setTabOrder(last, target)
                last = target
            if row is not None:
                row.moved.connect(lambda step, row=row: self._turn(row, step))
                row.completed.connect(lambda row=row: self._lead_on(row))
                row.editor.edited.connect(self._forget_leading)
                row.editor.changed.connect(self._forget_leading)
                row.entered.connect(lambda row=row: self._show_row(row))

    def _show_row(self, row: FormRow) -> None:
        self._led_to = None
        self.ensureWidgetVisible(row, 0, theme().size(28))

    def _open_rows(self) -> list[FormRow]:
        return [*self.front_rows, *(self.more_rows if self._more_open else ())]

    def _lead_on(self, row: FormRow) -> None:
        """A code was spelled out: go on. Who presses Enter all the same stays there."""
        self._move(row, 1)
        self._led_to = QApplication.focusWidget()

    def _forget_leading(self) -> None:
        self._led_to = None

    def _turn(self, row: FormRow, step: int) -> None:
        """Follow the keyboard, but for the Enter that a spelled-out code has made needless."""
        needless = step > 0 and self._led_to is not None and self._led_to.hasFocus()
        self._led_to = None
        if not needless:
            self._move(row, step)

    def _move(self, row: FormRow, step: int) -> None:
        rows = self._open_rows()
        target = rows.index(row) + step
        if target < 0:
            return
        # the button stands between the two parts; once it is open Enter passes it by
        if target == len(self.front_rows) and step > 0 and self.more_rows and not self._more_open:
            self._more_button.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self._more_button)
        elif target >= len(rows):
            self.left_at_end.emit()
        else:
            rows[target].focus()

    def _back_from_more(self, step: int) -> None:
        self.front_rows[-1].focus()

    def reveal(self, row: FormRow) -> None:
        """Make sure that a field can be seen, opening 更多 if it is behind it."""
        if row in self.more_rows and not self._more_open:
            self._set_more(True)
        self._show_row(row)

    def toggle_more(self) -> None:
        """Open or close the optional fields; opening leads into the first."""
        self._set_more(not self._more_open)
        if self._more_open:
            self.more_rows[0].focus()

    def close_more(self, filled: int) -> None:
        """Close the optional fields; ``filled`` of them hold something worth telling of."""
        self._filled = filled
        self._set_more(False)

    @property
    def more_open(self) -> bool:
        """Whether the optional fields can be seen."""
        return self._more_open

    def more_words(self) -> str:
        """What the button before the optional fields says."""
        return self._more_button.words()

    def _set_more(self, open_: bool) -> None:
        self._more_open = open_
        for grid in self._more:
            grid.setVisible(open_)
        self._more_button.setVisible(bool(self.more_rows))
        if open_:
            words = self.tr("▾ 收起")
        else:
            words = self.tr("▸ 更多 {count} 项").format(count=len(self.more_rows))
            if self._filled:
                words += self.tr("（已填 {count} 项）").format(count=self._filled)
        self._more_button.set_words(words)
        self._inside.adjustSize()

    def show_unknown(self, values: Mapping[str, Value]) -> None:
        """Show what this version does not know, to be read only."""
        lines = [f"{name}：{_plain(value)}" for name, value in sorted(values.items())]
        self._unknown.setText("\n".join([self.tr("较新版本的内容（只读，原样保留）"), *lines]))
        self._unknown.setVisible(bool(lines))

    def unknown_text(self) -> str:
        """What is shown of a newer version."""
        return "" if self._unknown.isHidden() else self._unknown.text()


def _plain(value: Value) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)
