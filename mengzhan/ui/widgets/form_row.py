"""One field in a form: label, editor, and below it what is wrong, what differs, what helps."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mengzhan.model.entry import Value
from mengzhan.model.problem import Problem
from mengzhan.ui.theme import mark, theme
from mengzhan.ui.widgets.badge import Badge
from mengzhan.ui.widgets.buttons import LinkButton
from mengzhan.ui.widgets.editor import FieldEditor
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.words import say

LABEL_WIDTH = 116


class Veil(QFrame):
    """Stands in for the editor of a sensitive value until it is lifted (F2, Space, a click)."""

    lift_asked = Signal()
    moved = Signal(int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "field")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(theme().field)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().size(10), 0, theme().size(6), 0)
        self._words = Words()
        button = LinkButton(self.tr("显示  F2"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.lift_asked)
        row.addWidget(self._words, 1)
        row.addWidget(button)

    def show_masked(self, text: str) -> None:
        """Show a masked value."""
        self._words.setText(text)

    def text(self) -> str:
        """What is shown."""
        return self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.lift_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.moved.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        mark(self, "focused", "true")
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        mark(self, "focused", "false")


class ConflictLine(QWidget):
    """Two places wrote different things: the other value, and what to do about it."""

    taken = Signal(int)
    kept = Signal()

    def __init__(self, others: Sequence[str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(2))
        for position, other in enumerate(others):
            row = QHBoxLayout()
            row.setSpacing(theme().size(8))
            row.addWidget(Badge(self.tr("两处不同"), "amber"))
            words = self.tr("另一处的值：{value}").format(value=other or self.tr("（空）"))
            row.addWidget(Words(words, "remark", wrap=True), 1)
            take = LinkButton(self.tr("用另一处的"))
            take.clicked.connect(lambda _checked=False, at=position: self.taken.emit(at))
            row.addWidget(take)
            if position == len(others) - 1:
                keep = LinkButton(self.tr("用上面的"))
                keep.clicked.connect(self.kept)
                row.addWidget(keep)
            column.addLayout(row)


class FormRow(QWidget):
    """Label, editor, and the lines below it. ``slot`` takes further hints of a page."""

    lift_asked = Signal(str)
    taken = Signal(str, int)
    kept = Signal(str)
    moved = Signal(int)
    completed = Signal()
    entered = Signal()

    def __init__(self, editor: FieldEditor) -> None:
        super().__init__()
        self.editor = editor
        self.field = editor.field
        self.veil = self._make_veil()
        label = say(self.field.label)
        if self.field.required:
            # the star is explained at the foot of the form
            label = f"{label} *"
        self._label = Words(label, "label", wrap=True)
        self._label.setBuddy(editor)
        self._label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._problems = Words("", "remark", wrap=True, tone="red")
        self._problems.hide()
        self._conflict: ConflictLine | None = None
        self._severity = ""
        self.slot = QVBoxLayout()
        self.slot.setSpacing(theme().size(4))
        editor.setAccessibleName(label)
        if self.field.help:
            editor.set_placeholder(say(self.field.help))
            editor.setToolTip(say(self.field.help))
        self._below = QVBoxLayout()
        self._below.setSpacing(theme().size(2))
        self._below.addWidget(self._problems)
        self._below.addLayout(self.slot)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().size(8))
        grid.setVerticalSpacing(theme().size(2))
        grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(editor, 0, 1)
        if self.veil is not None:
            grid.addWidget(self.veil, 0, 1)
        grid.addLayout(self._below, 1, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        self._fit()
        theme().changed.connect(self._fit)
        editor.moved.connect(self.moved)
        editor.completed.connect(self.completed)
        editor.entered.connect(self.entered)

    def _make_veil(self) -> Veil | None:
        if not self.field.sensitive:
            return None
        veil = Veil()
        veil.hide()
        veil.lift_asked.connect(lambda: self.lift_asked.emit(self.field.name))
        veil.moved.connect(self.moved)
        veil.entered.connect(self.entered)
        return veil

    def _fit(self) -> None:
        self._label.setFixedWidth(theme().size(LABEL_WIDTH))
        self._label.setMinimumHeight(theme().field)
        if self.veil is not None:
            self.veil.setFixedHeight(theme().field)

    @property
    def stop(self) -> QWidget:
        """The widget that takes the focus for this field."""
        return self.veil if self.veil is not None and self.covered else self.editor

    def focus(self) -> None:
        """Put the focus here, as Tab would."""
        target = self.stop.focusProxy() or self.stop
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def cover(self, value: Value) -> None:
        """Hide a sensitive value; the value of another field stays in sight."""
        if self.veil is None:
            return
        had_focus = self.stop.hasFocus()
        self.veil.show_masked(self.field.show(value))
        self.veil.show()
        self.editor.hide()
        if had_focus:
            self.focus()

    def uncover(self) -> None:
        """Show the editor again."""
        if self.veil is None:
            return
        had_focus = self.veil.hasFocus()
        self.editor.show()
        self.veil.hide()
        if had_focus:
            self.focus()

    @property
    def covered(self) -> bool:
        """Whether the value is hidden."""
        return self.veil is not None and not self.veil.isHidden()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong, worst first, in words and colour."""
        ordered = sorted(problems, key=lambda problem: not problem.blocks)
        # several checks may say the same thing
        lines = dict.fromkeys(self._line(problem) for problem in ordered)
        self._severity = ordered[0].severity if ordered else ""
        self._problems.set_tone("red" if self._severity == "block" else "amber")
        self._problems.setText("\n".join(lines))
        self._problems.setVisible(bool(ordered))
        self.editor.set_severity(self._severity)

    def _line(self, problem: Problem) -> str:
        words = say(problem.hint)
        if problem.code == "REQUIRED":
            return words
        lead = self.tr("要改 · {words}") if problem.blocks else self.tr("提醒 · {words}")
        return lead.format(words=words)

    @property
    def severity(self) -> str:
        """``block``, ``warn`` or empty."""
        return self._severity

    def problem_text(self) -> str:
        """What stands below the field about problems."""
        return self._problems.text()

    def show_conflict(self, others: Sequence[str]) -> None:
        """Mark that other places hold other values; an empty list takes the mark away."""
        if self._conflict is not None:
            self._below.removeWidget(self._conflict)
            self._conflict.hide()
            self._conflict.deleteLater()
            self._conflict = None
        if others:
            self._conflict = ConflictLine(others)
            self._conflict.taken.connect(lambda at: self.taken.emit(self.field.name, at))
            self._conflict.kept.connect(lambda: self.kept.emit(self.field.name))
            self._below.insertWidget(1, self._conflict)
