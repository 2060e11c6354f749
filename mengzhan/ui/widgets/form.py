"""The one form for all record kinds, laid out from the declaration."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from mengzhan.model.entry import Value, Values
from mengzhan.model.kind import Kind
from mengzhan.model.problem import Problem
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.editor import EditorContext, FieldEditor
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.form_body import FormBody
from mengzhan.ui.widgets.form_row import FormRow
from mengzhan.ui.widgets.form_values import FormValues, prefilled
from mengzhan.ui.widgets.line_edit import commit_composition
from mengzhan.ui.widgets.options import FOOT
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.words import say


@dataclass(frozen=True)
class FormContext(EditorContext):
    """What a form needs from outside. ``prefill`` gives ``station``, ``operator`` and
    ``operator_role``; only fields that are declared so begin with them."""

    prefill: Mapping[str, Value] = field(default_factory=dict)


class Form(QWidget):
    """Edits one record of ``kind``.

    ``draft(values)``: the changed fields, after each change, for a copy that survives a crash.
    ``submitted(values, then_next)``: the user saves, nothing blocks; ``values`` are the changed
    fields. Whoever saves answers with ``saved`` or ``set_problems``. ``closed``: Esc, with
    nothing to lose or pressed twice.
    ``create_asked(name, kind, text)``: a reference field wants a record that is not there yet;
    answer with ``set_value``. ``settled(name)``: a conflict was decided. ``field_changed(name)``.
    """

    draft = Signal(dict)
    submitted = Signal(dict, bool)
    closed = Signal()
    create_asked = Signal(str, str, str)
    settled = Signal(str)
    field_changed = Signal(str)

    def __init__(self, kind: Kind, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._context = context
        self._values = FormValues(kind)
        self._conflicts: dict[str, list[Value]] = {}
        self._outside: list[Problem] = []
        self._visited: set[str] = set()
        self._tried = False
        self._leaving = False
        self._existing = False
        self.holds_more: Callable[[], bool] = lambda: False
        """Whether a page keeps something typed beside the fields, that closing would lose."""
        self.rows = {item.name: FormRow(make_editor(item, context)) for item in kind}
        self.body = FormBody(kind, self.rows)
        self._notice = Words("", "remark", wrap=True)
        self.save_button = Button(self.tr("保存"), "Ctrl+S")
        self.next_button = FilledButton(self.tr("保存，再填一条"), "Ctrl+Return")
        self.back_button = Button(self.tr("返回"), "Esc")
        self._build()
        for name, row in self.rows.items():
            self._connect(name, row)
        self.start()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(12))
        column.addWidget(self.body, 1)
        below = QWidget()
        below.setObjectName(FOOT)
        self.foot = QHBoxLayout(below)
        space(self.foot, 0, 8)
        self.foot.addWidget(self._notice, 1)
        self.foot.addWidget(self.save_button)
        self.foot.addWidget(self.next_button)
        self.foot.insertWidget(0, self.back_button)
        column.addWidget(below)
        # a shortcut on a button reaches the whole window; a form answers only inside itself
        for button, then_next in ((self.save_button, False), (self.next_button, True)):
            keys = button.shortcut()
            button.setShortcut(QKeySequence())
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda ahead=then_next: self.submit(ahead))
            button.clicked.connect(lambda _checked=False, ahead=then_next: self.submit(ahead))
        # Esc first closes what is open inside a field, so that the form itself listens to it
        self.back_button.setShortcut(QKeySequence())
        self.back_button.clicked.connect(self.leave)
        self.body.left_at_end.connect(lambda: self._main_button.setFocus(_TAB))

    @property
    def _main_button(self) -> Button:
        return self.save_button if self._existing else self.next_button

    def _connect(self, name: str, row: FormRow) -> None:
        row.editor.changed.connect(lambda: self._take(name))
        row.editor.edited.connect(self._edited)
        row.editor.left.connect(lambda: self._visit(name))
        row.editor.create_asked.connect(lambda kind, text: self.create_asked.emit(name, kind, text))
        row.lift_asked.connect(self.lift)
        row.taken.connect(self._take_other)
        row.kept.connect(self._settle)

    def start(self, values: Values | None = None) -> None:
        """Begin a new record. ``values`` were chosen on the way here (the employer visited)."""
        begin = prefilled(self.kind, self._context.today(), self._context.prefill)
        self._show({**begin, **(values or {})}, existing=False)
        self._fill(self._values.give({n: v for n, v in (values or {}).items() if n in self.rows}))

    def load(self, values: Values, conflicts: Mapping[str, Sequence[Value]] | None = None) -> None:
        """Edit a stored record. ``conflicts`` names fields and the other places' values."""
        self._show(values, existing=True)
        for name, others in (conflicts or {}).items():
            row = self.rows.get(name)
            if row is not None:
                self._conflicts[name] = list(others)
                row.show_conflict([row.field.show(other) for other in others])

    def restore(self, draft: Values) -> None:
        """Put the changed fields of a draft back, after ``start`` or ``load``."""
        for name, value in draft.items():
            if name in self.rows:
                self._values.type(name, value)
                self.rows[name].editor.set_value(value)
                if self.rows[name].covered:
                    self.rows[name].uncover()
                self._visited.add(name)
        self._check()

    def _show(self, values: Values, *, existing: bool) -> None:
        self._values.begin(values, existing=existing)
        self._conflicts.clear()
        self._outside = []
        self._visited.clear()
        self._tried = self._leaving = False
        self._existing = existing
        # a record that is put right is done with; only new ones come one after the other
        self.save_button.set_look("filled" if existing else "quiet")
        self.next_button.setVisible(not existing)
        for name, row in self.rows.items():
            value = values.get(name)
            row.editor.eager = not existing
            row.editor.set_value(value)
            row.show_problems(())
            row.show_conflict(())
            if existing and row.field.sensitive and value not in (None, []):
                row.cover(value)
            else:
                row.uncover()
        self.body.show_unknown(self._values.unknown)
        # what a new record begins with was filled in by nobody
        filled = sum(row.editor.value() is not None for row in self.body.more_rows)
        self.body.close_more(filled if existing else 0)
        self._say(self._foot_words())

    def _foot_words(self) -> str:
        return self.tr("带 * 的要填 · Enter 下一项")

    def values(self) -> dict[str, Value]:
        """Every value as last read."""
        return self._values.values()

    def dirty_values(self) -> dict[str, Value]:
        """The fields that the user changed or that filled themselves in."""
        return self._values.dirty()

    @property
    def is_dirty(self) -> bool:
        """Whether closing now would lose something typed."""
        typing = any(row.editor.touched for row in self.rows.values())
        return typing or self._values.touched_by_user() or self.holds_more()

    def has_reached(self, name: str) -> bool:
        """Whether the user has been at a field, or it stands in a stored record."""
        return self._existing or self._tried or name in self._visited

    def editor(self, name: str) -> FieldEditor:
        """The editor of a field."""
        return self.rows[name].editor

    def slot(self, name: str) -> QLayout:
        """Where a page puts hints of its own, below a field."""
        return self.rows[name].slot

    def set_value(self, name: str, value: Value) -> None:
        """Set a field as if the user had chosen it (a record made from 新建)."""
        self.editor(name).set_value(value)
        self._take(name)

    def focus(self, name: str = "") -> None:
        """Put the focus into a field; without a name into the first that is empty, in a stored
        record into the first."""
        front = self.body.front_rows
        empty = next((row for row in front if row.editor.value() is None), front[0])
        row = self.rows[name] if name else (front[0] if self._existing else empty)
        self.body.reveal(row)
        row.focus()

    def commit(self) -> None:
        """Read everything typed; call it before leaving the page or closing the window."""
        commit_composition()
        for row in self.rows.values():
            row.editor.commit()

    def submit(self, then_next: bool = False) -> bool:
        """Save if nothing blocks, else lead to the first problem; return whether it was sent."""
        self.commit()
        self._tried = True
        self._outside = []
        blocking = [problem for problem in self._check() if problem.blocks]
        if blocking:
            self._lead_to(blocking)
            return False
        self.submitted.emit(self.dirty_values(), then_next)
        return True

    def saved(self) -> None:
        """The record was stored as it stands."""
        self._values.settle()
        self._tried = self._leaving = False
        self._say(self.tr("已保存"))

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Show what an operation found; each goes away when its field changes."""
        self._outside = list(problems)
        self._check()
        blocking = [problem for problem in problems if problem.blocks]
        if blocking:
            self._lead_to(blocking)

    def lift(self, name: str) -> None:
        """Show one sensitive value."""
        self.rows[name].uncover()

    def hide_sensitive(self) -> None:
        """Cover sensitive values again (the screen was locked)."""
        for row in self.rows.values():
            if row.field.sensitive and row.editor.value() not in (None, []):
                row.editor.commit()
                row.cover(row.editor.value())

    def say_draft_kept(self) -> None:
        """Tell that the draft is safe."""
        if not self._leaving:
            self._say(self.tr("草稿已存 · Enter 下一项"))

    def notice(self) -> str:
        """What the foot of the form says."""
        return self._notice.text()

    def _say(self, words: str, *, red: bool = False) -> None:
        self._notice.set_tone("red" if red else "plain")
        self._notice.setText(words)

    def _edited(self) -> None:
        if self._leaving:
            self._leaving = False
            self._say(self._foot_words())

    def _take(self, name: str) -> None:
        editor = self.editor(name)
        self._outside = [problem for problem in self._outside if problem.field != name]
        self._visited.add(name)
        self._fill(self._values.type(name, editor.value()))
        self._check()
        self.field_changed.emit(name)
        self.draft.emit(self.dirty_values())

    def _fill(self, filled: Mapping[str, Value]) -> None:
        for name, value in filled.items():
            self.editor(name).set_value(value)
            self._visited.add(name)

    def _visit(self, name: str) -> None:
        self._visited.add(name)
        self._check()

    def _check(self) -> list[Problem]:
        """Show and return all problems; what was not reached yet is not complained about."""
        today = self._context.today()
        read = [p for row in self.rows.values() for p in row.editor.reading().problems]
        unread = {problem.field for problem in read if problem.blocks}
        whole = [p for p in self.kind.check(self.values(), today) if p.field not in unread]
        problems = [*read, *(p for p in whole if p not in read), *self._outside]
        for name, row in self.rows.items():
            row.show_problems([p for p in problems if p.field == name and self._told(p)])
        return problems

    def _told(self, problem: Problem) -> bool:
        if self._tried or problem in self._outside:
            return True
        return problem.field in self._visited and problem.code != "REQUIRED"

    def _lead_to(self, blocking: Sequence[Problem]) -> None:
        known = [problem for problem in blocking if problem.field in self.rows]
        words = self.tr("还有 {count} 处要改，改好再保存。").format(count=len(blocking))
        # what belongs to no field has no other place
        whole = [say(problem.hint) for problem in blocking if problem not in known]
        self._say(" ".join(whole) or words, red=True)
        first = next((n for n in self.body.order if any(p.field == n for p in known)), "")
        if first:
            self.focus(first)

    def _take_other(self, name: str, position: int) -> None:
        self.set_value(name, self._conflicts[name][position])
        if self.rows[name].covered:
            self.rows[name].cover(self.editor(name).value())
        self._settle(name)

    def _settle(self, name: str) -> None:
        self._values.confirm(name)
        self._conflicts.pop(name, None)
        self.rows[name].show_conflict(())
        self.settled.emit(name)
        self.draft.emit(self.dirty_values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        else:
            self.leave()

    def leave(self) -> None:
        """Close the form; what would be lost is told first."""
        if self._leaving or not self.is_dirty:
            self._leaving = False
            self.closed.emit()
        else:
            self._leaving = True
            self._say(self.tr("有没保存的内容。再按一次 Esc 放弃，Ctrl+S 保存。"), red=True)


_TAB = Qt.FocusReason.TabFocusReason
