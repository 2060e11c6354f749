"""One list worked through: an answer is one key, a changed field is typed in place, the line goes."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Value
from mengzhan.model.problem import UserError
from mengzhan.rules.cleaning import Book, hints_about, read_book, renew_book
from mengzhan.rules.operations import NoSuchRecord, edit
from mengzhan.rules.verifying import (
    CORRECTED,
    SAME,
    STATE_CHANGED,
    VIEWS,
    ListLine,
    View,
    read_lines,
    renew_lines,
    result_of,
)
from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.answer_keys import MODES, next_mode
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.pages.today_answers import Answer
from mengzhan.ui.pages.verifying.changing import FIELD_KEYS, ChangingForm
from mengzhan.ui.pages.verifying.line_answers import ACTION, LineAnswers
from mengzhan.ui.pages.verifying.line_list import LineList
from mengzhan.ui.pages.verifying.list_end import ListEnd
from mengzhan.ui.pages.verifying.side import VerifySide
from mengzhan.ui.pages.verifying.work_head import WorkHead
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.panel import Panel
from mengzhan.ui.words import say, short_title
from mengzhan.ui.workspace import Workspace

NARROW = 900
SIDE = 380
_WHOLE = 16_777_215
_TYPED = {CORRECTED: "phone", STATE_CHANGED: "employment_status"}
"""Results that say that something is otherwise: their key opens the field where it is typed."""

_OPENS = "R"
_READ = {"task", "person", "verification", "follow_up"}
"""The kinds of record that a list, its people and the reasons beside them are read from."""


class WorkView(QWidget):
    """``left``: back to the lists. ``return_asked``: fill the workbook of the list.
    ``edit_asked(task)``: show what the task says, and by when."""

    left = Signal()
    return_asked = Signal()
    edit_asked = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.task = ""
        self.view: View = "open"
        self._lines: list[ListLine] = []
        self._shown: list[ListLine] = []
        self._book = Book(workspace.session.today())
        self._mode = MODES[0]
        self._side_shown = False
        self._in_hand: ListLine | None = None
        self.head = WorkHead()
        self.list = LineList(self.why)
        self.side = VerifySide()
        self.empty = ListEnd()
        self._build()
        self._connect()

    # Building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.stack = QStackedWidget()
        for content in (self.list, self.empty):
            panel = Panel()
            panel.body.addWidget(content)
            self.stack.addWidget(panel)
        row = QHBoxLayout()
        row.setSpacing(theme().size(12))
        row.addWidget(self.stack, 1)
        row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(8))
        column.addWidget(self.head)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.head.view_chosen.connect(self.show_view)
        self.head.return_button.clicked.connect(self.return_asked)
        self.head.back_button.clicked.connect(self.leave)
        self.head.task_button.clicked.connect(lambda: self.edit_asked.emit(self.task))
        self.head.turn_button.clicked.connect(self.turn_side)
        self.list.moved.connect(self._show_side)
        self.list.doubleClicked.connect(lambda _index: self._enter())
        self.side.answered.connect(self.answer)
        self.side.mode_asked.connect(self._next_mode)
        self.side.opened.connect(self._open_record)
        self.side.registered.connect(self.register)
        self.empty.finished.connect(self.finish)
        self.empty.pending_asked.connect(lambda: self.show_view("pending"))
        self.workspace.hidden.connect(self.side.cover)
        bind(self, "F2", self.side.toggle_masks)
        bind(self, "F6", self.turn_side)
        # a button takes the arrows for itself
        bind(self.empty, "Left", lambda: self._turn_view(-1))
        bind(self.empty, "Right", lambda: self._turn_view(1))

    # Showing -------------------------------------------------------------------------------

    def show_task(self, task: str) -> None:
        """Show the open lines of a list; what is being typed about another one is finished first."""
        if self.side.changing is not None:
            return
        self.task, self.view = task, "open"
        self._lines, self._shown = [], []
        self.refresh()

    def why(self, line: ListLine) -> str:
        """Return for what a line should be looked at."""
        if line.stranger is not None:
            return self.tr("本站没有登记")
        return self.tr("；").join(map(say, hints_about(line.values, self._book)))

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Read the list anew. The current line stays, also while its fields are changed; one that an
        undo brought back is shown."""
        if not self.task or (change and change.records and not change.kinds & _READ):
            return
        try:
            self._lines = self._read(change)
        except NoSuchRecord:
            self.side.clear()
            self.leave()
            return
        self._read_book(change)
        before = {line.key for line in self._shown}
        current = self.list.current()
        self._shown = [line for line in self._lines if line.view == self.view]
        back = [line.key for line in self._shown if line.key not in before]
        keep = current.key if current else ""
        if self._changed is not None:
            keep = self._changed.key
        elif before and len(back) == 1:
            keep = back[0]
        self._write_head()
        self.list.fill(self._shown, keep)
        self.stack.setCurrentIndex(0 if self._shown else 1)
        self._fit()
        if self.isVisible() and self.side.changing is None:
            self.focus_first()

    def _read(self, change: ChangeSet | None) -> list[ListLine]:
        reader = self.workspace.reader
        if change is None or not self._lines or not change.records:
            return read_lines(reader, self.task)
        return renew_lines(reader, self.task, self._lines, change.records)

    def _read_book(self, change: ChangeSet | None) -> None:
        if change is None or not change.records:
            self._book = read_book(self.workspace.reader, self.workspace.session.today())
        else:
            self._book = renew_book(self.workspace.reader, self._book, change.records)

    @property
    def _changed(self) -> ListLine | None:
        """The line whose fields are being changed."""
        return self._in_hand if self.side.changing is not None else None

    def _write_head(self) -> None:
        found = Counter(line.view for line in self._lines)
        counts: dict[View, int] = {view: found[view] for view in VIEWS}
        title = self.workspace.reader.title("task", self.task)
        self.head.show_counts(title, counts, self.view)
        self.empty.show_standing(self.view, counts)

    def _turn_view(self, by: int) -> None:
        self.show_view(VIEWS[(VIEWS.index(self.view) + by) % len(VIEWS)])

    def show_view(self, view: View) -> None:
        """Show the open lines, those that wait for a closer look, or those answered."""
        if self.side.changing is None:
            self.view = view
        self._shown = [line for line in self._lines if line.view == self.view]
        self._write_head()
        self.list.fill(self._shown, self._changed.key if self._changed else "")
        self.stack.setCurrentIndex(0 if self._shown else 1)
        self._fit()
        self.focus_first()

    def _show_side(self) -> None:
        line = self.list.current()
        if self._changed is not None:
            # what is being typed stays until it is saved or given up
            self.list.go_to(self._changed.key)
            return
        kind = self.workspace.session.catalogue["person"]
        if line is None:
            self.side.clear()
        elif line.stranger is not None:
            self.side.show_stranger(line.stranger, kind, self._answers.of(line))
        else:
            values = self.workspace.reader.record("person", line.key) or {}
            hints = [say(hint) for hint in hints_about(line.values, self._book)]
            answers = self._answers.of(line)
            today = self.workspace.session.today()
            self.side.show_person(
                kind, values, today, hints, answers, self._mode if answers else ""
            )

    def focus_first(self) -> None:
        """Put the focus where the keys work."""
        changing = self.side.changing
        if changing is not None:
            changing.begin()
            return
        target: QWidget = self.list if self.stack.isVisible() else self.side
        if not self._shown:
            target = self.empty.target()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Narrow windows ------------------------------------------------------------------------

    @property
    def _is_narrow(self) -> bool:
        return self.width() < theme().size(NARROW)

    def turn_side(self) -> None:
        """Show the person instead of the list, or go back; for narrow windows (F6)."""
        if self._is_narrow and self.side.changing is None:
            self._side_shown = not self._side_shown
            self._fit()
            self.focus_first()

    def _fit(self) -> None:
        changing = self.side.changing is not None
        narrow, some = self._is_narrow, bool(self._shown) or changing
        beside = self._side_shown or changing
        self.side.setVisible(some and (not narrow or beside))
        self.stack.setVisible(not (narrow and some and beside))
        self.side.setMinimumWidth(0 if narrow else theme().size(SIDE))
        self.side.setMaximumWidth(_WHOLE if narrow else theme().size(SIDE))
        self.head.show_turn(beside=beside, offered=narrow and some)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if not plain or not self._take(Qt.Key(event.key()), event.text().upper()):
            super().keyPressEvent(event)

    def _take(self, key: Qt.Key, text: str) -> bool:
        """Do what a key says; return whether it says anything."""
        turn = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if turn is not None:
            self._turn_view(turn)
        elif step is not None:
            self.list.step(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Space:
            return self.side.keys.take(SAME)
        else:
            return self._take_letter(text)
        return True

    def _take_letter(self, text: str) -> bool:
        line = self.list.current()
        if line is None or self.side.keys.take(text):
            return line is not None
        if text == "T" and line.stranger is None:
            self._next_mode()
        elif text == _OPENS and line.stranger is None:
            self._open_record()
        elif text in FIELD_KEYS and line.stranger is None and self.side.keys.answers:
            self.change(FIELD_KEYS[text])
        else:
            return False
        return True

    def _enter(self) -> None:
        """Change the first field; a stranger is registered, an answer opened."""
        line = self.list.current()
        if line is None:
            return
        if line.view == "done":
            self.workspace.record_asked.emit("verification", line.verification)
        elif line.stranger is not None:
            self.register()
        else:
            self.change(FIELD_KEYS["D"])

    def register(self) -> None:
        """Register the stranger of the current line."""
        line = self.list.current()
        if line is not None and line.stranger is not None:
            self.workspace.form_asked.emit("person", line.stranger.values)

    def _open_record(self) -> None:
        line = self.list.current()
        if line is not None and line.stranger is None:
            self.workspace.record_asked.emit("person", line.key)

    def _next_mode(self) -> None:
        self._mode = next_mode(self._mode)
        self._show_side()
        self.focus_first()

    def leave(self) -> None:
        """Go back to the lists; while fields are changed, only out of these."""
        if self.side.changing is not None:
            self._stop_changing()
        else:
            self.task = ""
            self.side.clear()
            self.left.emit()

    # Answering -----------------------------------------------------------------------------

    @property
    def _answers(self) -> LineAnswers:
        return LineAnswers(self.task, self.workspace.session.operator.name, self._mode)

    def answer(self, answer: Answer) -> None:
        """Record a result and go on to the next line, or open the field that it is about."""
        line = self.list.current()
        if line is None:
            return
        if answer.key in _TYPED and line.stranger is None:
            self.change(_TYPED[answer.key])
            return
        self.workspace.run(answer.operation, answer.words, self._saying(line, answer.label))
        self.focus_first()

    def _saying(self, line: ListLine, result: str) -> str:
        words = self.tr("已记：{title} · {result}")
        return words.format(title=short_title(line.name), result=result)

    def change(self, field: str) -> None:
        """Open the fields of the current person, with the focus in one of them; those that are open
        stay."""
        if self.side.changing is not None:
            self.side.changing.begin()
            return
        line = self.list.current()
        values = self.workspace.reader.record("person", line.key) if line is not None else None
        if line is None or values is None:
            return
        kind = self.workspace.session.catalogue["person"]
        form = ChangingForm(self.workspace, kind, values, field)
        form.saved.connect(self._save)
        form.left.connect(self._stop_changing)
        self._in_hand = line
        self.side.change(form, line.name)
        self._fit()
        form.begin()

    def _save(self, changes: dict[str, Value]) -> None:
        line, form = self._changed, self.side.changing
        if line is None or form is None:
            return
        operation = self._answers.operation(line, changes=changes)
        try:
            change = self.workspace.session.run(operation, ACTION)
        except UserError as error:
            form.refuse(error)
            return
        label = say(code_table("verify_result").label(result_of(changes)))
        self.side.clear()
        self.workspace.tell(change, self._saying(line, label))
        self.focus_first()

    def _stop_changing(self) -> None:
        self.side.clear()
        self._show_side()
        self._fit()
        self.focus_first()

    def finish(self) -> None:
        """Note that the list is done."""
        done = {"done_on": self.workspace.session.today().isoformat()}
        title = self.workspace.reader.title("task", self.task)
        saying = self.tr("已记完成：{title}").format(title=title)
        self.workspace.run(edit(self.task, done), "answer task", saying)
        self.leave()
