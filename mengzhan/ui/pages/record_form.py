"""One record being written: the form, what may be the same, what the office asked to fix."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.entry import Value, Values
from mengzhan.model.problem import UserError
from mengzhan.model.ruling import Ruling
from mengzhan.rules.operations import Rejected, add, edit
from mengzhan.rules.operations import merge as merge_operation
from mengzhan.rules.reader import Operation
from mengzhan.ui.pages.context import Moments, form_context
from mengzhan.ui.pages.fixes import FixHints, close_fixes
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.pages.record_menu import RecordMenu
from mengzhan.ui.pages.rivals import rival_values
from mengzhan.ui.pages.suspicions import Suspicions
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.form import Form
from mengzhan.ui.widgets.panel import HintLine, Panel, Words
from mengzhan.ui.words import say, within
from mengzhan.ui.workspace import Workspace

SIDE_FROM = 900
"""From this width on, hints stand beside the form; below it, above the form."""


class RecordForm(QWidget):
    """Writes a new record or changes one.

    ``finished(record, then_next)``: saved. ``left``: closed without saving. ``opened(record)``:
    another record of this kind is to be shown. ``create_asked(field, kind, text)``: a record to
    refer to is to be made first; answer with ``fill``. ``match_asked(kind, record)``: show who fits.
    """

    finished = Signal(str, bool)
    left = Signal()
    opened = Signal(str)
    create_asked = Signal(str, str, str)
    match_asked = Signal(str, str)

    def __init__(self, workspace: Workspace, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.kind = workspace.session.catalogue[kind]
        self.record = ""
        self.is_new = True
        self._moments = Moments(workspace.session)
        self._draft: dict[str, Value] = {}
        self._draft_record = ""
        self.form = Form(self.kind, form_context(workspace))
        self.panel = Panel()
        self.side = Panel(self.tr("提示"))
        self.suspicions = Suspicions(workspace, kind)
        self.fixes = FixHints(self.form)
        self._draft_hint: HintLine | None = None
        self.menu = RecordMenu(workspace, self)
        self.history_button = Button(self.tr("历史"), "Ctrl+H")
        self.menu_button = Button(self.tr("更多 ▾"))
        self.match_button = Button(self.tr("合适的人"), "Ctrl+M")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.panel.head.addWidget(self.match_button)
        self.panel.head.addWidget(self.history_button)
        self.panel.head.addWidget(self.menu_button)
        self._top = QVBoxLayout()
        self.panel.body.addLayout(self._top)
        self.panel.body.addWidget(self.form, 1)
        self._keys = Words(self._key_words(), "remark", wrap=True)
        self.side.body.addWidget(self.suspicions)
        self.side.body.addStretch(1)
        self.side.body.addWidget(self._keys)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme().size(12))
        self._box.addWidget(self.panel, 5)
        self._box.addWidget(self.side, 2)

    def _key_words(self) -> str:
        return self.tr("Enter 下一项，Shift+Enter 上一项")

    def _connect(self) -> None:
        self.form.holds_more = self.holds_more
        self.form.submitted.connect(self._save)
        self.form.closed.connect(self._leave)
        self.form.draft.connect(self._keep_draft)
        self.form.field_changed.connect(self._look)
        self.form.create_asked.connect(self.create_asked)
        self.suspicions.opened.connect(self.opened)
        self.suspicions.merged.connect(self._merge)
        self.suspicions.found.connect(lambda _count: self._arrange())
        self.history_button.clicked.connect(self.show_history)
        self.menu_button.clicked.connect(
            lambda: self.menu.show_below(self.menu_button, self.kind.name, self.record)
        )
        self.match_button.clicked.connect(
            lambda: self.match_asked.emit(self.kind.name, self.record)
        )
        self.menu.gone.connect(self._gone)
        self.workspace.hidden.connect(self.form.hide_sensitive)
        for keys, act in (
            ("F4", self.fixes.take_here),
            ("Ctrl+1", lambda: self._settle(take=False)),
            ("Ctrl+2", lambda: self._settle(take=True)),
            ("Ctrl+D", lambda: self._act_on_draft("take")),
        ):
            bind(self, keys, act)

    # Beginning -----------------------------------------------------------------------------

    def begin(self, values: Values | None = None) -> None:
        """Start a new record; ``values`` were chosen on the way here."""
        self.record = self.workspace.session.new_id()
        self.is_new = True
        self._head(self.tr("登记{label}").format(label=within(say(self.kind.one))))
        self.form.start(values or {})
        self.suspicions.clear()
        self.fixes.show([])
        self._offer_draft(self._waiting_draft())
        self._look()
        self._arrange()

    def change(self, record: str, field: str = "") -> bool:
        """Open a stored record; return whether it is there."""
        reader = self.workspace.reader
        state = reader.state(record)
        if state is None or state.erased or state.deleted:
            return False
        self.record, self.is_new = record, False
        title = reader.title(self.kind.name, record)
        self._head(f"{say(self.kind.one)} · {title}")
        self.form.load(state.values, rival_values(reader, record))
        self.suspicions.clear(existing=True)
        exchange = self.workspace.session.exchange()
        verdicts = [v for v in exchange.verdicts(Ruling.FIX, open_only=True) if v.record == record]
        self.fixes.show(verdicts)
        self._offer_draft(next((d for d in reader.drafts() if d["draft"] == record), None))
        self._look()
        self._arrange()
        self._first_field = field or self._waiting_field()
        return True

    _first_field = ""

    def _waiting_field(self) -> str:
        """The field that waits for a person: the office asked, or two places differ."""
        waiting = [*self.fixes.fields, *rival_values(self.workspace.reader, self.record)]
        return next((name for name in waiting if name in self.form.rows), "")

    def _head(self, words: str) -> None:
        self.panel.set_heading(words)
        for button in (self.history_button, self.menu_button):
            button.setVisible(not self.is_new)
        self.match_button.setVisible(self.kind.name == "vacancy" and not self.is_new)

    def focus_first(self) -> None:
        """Put the focus where typing begins."""
        self.form.focus("" if self.is_new else self._first_field)

    def fill(self, field: str, record: str) -> None:
        """Take a record that was made for a reference field, and go on from there."""
        self.form.set_value(field, record)
        self.form.focus(field)

    def known_of(self, kind: str, text: str) -> Values:
        """Return what is known of a record that is to be made for a reference field."""
        title = self.workspace.session.catalogue[kind].title[0]
        return {title: text} if text else {}

    # Saving --------------------------------------------------------------------------------

    def operation(self, values: Values) -> Operation:
        """Return what saving does with the changed fields."""
        if self.is_new:
            return add(self.kind.name, values, self.record)
        return edit(self.record, values)

    def ready(self) -> bool:
        """Whether what stands beside the form can be saved too."""
        return True

    def holds_more(self) -> bool:
        """Whether something beside the form would be lost by leaving."""
        return False

    def _save(self, values: dict[str, Value], then_next: bool) -> None:
        if not self.ready():
            return
        words = f"{'add' if self.is_new else 'edit'} {self.kind.name}"
        try:
            change = self.workspace.session.run(self.operation(values), words)
            self.workspace.session.drop_drafts(self.record)
            if not self.is_new:
                close_fixes(self.workspace.session, self.record, values)
        except Rejected as rejected:
            self.form.set_problems(rejected.problems)
        except UserError as error:
            self.workspace.failed.emit(error)
        else:
            self.form.saved()
            self.workspace.tell(change, self._saved_words(len(change.records)))
            self.finished.emit(self.record, then_next)

    def _saved_words(self, records: int) -> str:
        label = say(self.kind.one)
        if not records:
            return self.tr("{label}没有改动").format(label=label)
        title = self.workspace.reader.title(self.kind.name, self.record)
        return self.tr("已保存：{title}").format(title=title or label)

    def _leave(self) -> None:
        # Esc pressed twice, or nothing typed: whoever leaves like that does not want the draft.
        self._forget_draft()
        self.left.emit()

    def _gone(self) -> None:
        self._forget_draft()
        self.left.emit()

    def _merge(self, keep: str) -> None:
        change = self.workspace.run(
            merge_operation(self.record, keep), f"merge {self.kind.name}", self.tr("已并成一条")
        )
        if change is not None:
            self._gone()

    def show_history(self) -> None:
        """Show who changed what."""
        self.menu.show_history(self.kind.name, self.record)

    # Drafts --------------------------------------------------------------------------------

    def draft_values(self, values: Values) -> dict[str, Value]:
        """Return what a draft keeps; a form with more than its fields adds it here."""
        return dict(values)

    def restore(self, draft: Values) -> None:
        """Put a draft back."""
        self.form.restore(draft)

    def _keep_draft(self, values: dict[str, Value]) -> None:
        try:
            self.workspace.session.save_draft(
                self.record, self.kind.name, self.record, self.draft_values(values)
            )
        except UserError as error:
            self.workspace.failed.emit(error)
        else:
            self.form.say_draft_kept()

    def _forget_draft(self) -> None:
        try:
            self.workspace.session.drop_drafts(self.record)
        except UserError as error:
            self.workspace.failed.emit(error)

    def _waiting_draft(self) -> dict[str, object] | None:
        """The newest draft of a record of this kind that was never saved."""
        reader = self.workspace.reader
        mine = (d for d in reader.drafts() if d["kind"] == self.kind.name)
        return next((d for d in mine if reader.kind_of(d["record"]) is None), None)

    def _offer_draft(self, draft: dict[str, object] | None) -> None:
        if self._draft_hint is not None:
            self._top.removeWidget(self._draft_hint)
            self._draft_hint.hide()
            self._draft_hint.deleteLater()
            self._draft_hint = None
        values = draft["values"] if draft else None
        if draft is None or not isinstance(values, dict) or not values:
            return
        self._draft, self._draft_record = values, str(draft["record"])
        words = self.tr("有一份没存完的草稿（{when}）。").format(
            when=self._moments.when(str(draft["saved"]))
        )
        offers = (("take", self.tr("接着填  Ctrl+D")), ("drop", self.tr("丢掉")))
        self._draft_hint = HintLine(words, "blue", offers=offers)
        self._draft_hint.chosen.connect(self._act_on_draft)
        self._top.addWidget(self._draft_hint)

    def _act_on_draft(self, name: str) -> None:
        if self._draft_hint is None:
            return
        self._offer_draft(None)
        self.record = self._draft_record
        if name == "take":
            self.restore(self._draft)
            self._look()
        else:
            self._forget_draft()
            if self.is_new:
                self.record = self.workspace.session.new_id()
        self.form.focus()

    # Beside the form -----------------------------------------------------------------------

    def _look(self) -> None:
        self.suspicions.look(self.form.values(), self.record)

    def _settle(self, *, take: bool) -> None:
        focused = QApplication.focusWidget()
        for name, row in self.form.rows.items():
            if focused is not None and row.isAncestorOf(focused):
                if take:
                    row.taken.emit(name, 0)
                else:
                    row.kept.emit(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put hints beside the form, or above it and only if there are any."""
        wide = self.width() >= theme().size(SIDE_FROM)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if wide else direction.BottomToTop)
        self._keys.setVisible(wide)
        self.side.set_heading(self.tr("可能重复") if self.suspicions.records else self.tr("提示"))
        self.side.setVisible(wide or bool(self.suspicions.records))
