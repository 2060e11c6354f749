"""Forms one upon the other: a record needed by a form is made without losing the form."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.model.entry import Values
from mengzhan.ui.pages.adlint.vacancy_form import VacancyForm
from mengzhan.ui.pages.page_stack import PageStack
from mengzhan.ui.pages.record_form import RecordForm
from mengzhan.ui.pages.referring.referral_form import ReferralForm
from mengzhan.ui.pages.visit import VisitForm
from mengzhan.ui.words import say, within
from mengzhan.ui.workspace import Workspace

Maker = Callable[[Workspace, str], RecordForm]

FORMS: dict[str, Maker] = {
    "vacancy": VacancyForm,
    "visit": VisitForm,
    "referral": ReferralForm,
}
"""Kinds whose form has more than its fields."""


class FormStack(QWidget):
    """``closed(record)``: the last form was left, with what was saved last, or an empty text.

    ``next_asked``: saved with 保存并继续; whoever knows the list opens the next one.
    ``opened(kind, record)``: another record is to be shown instead. ``match_asked(kind, record)``:
    show who fits a record.
    """

    closed = Signal(str)
    next_asked = Signal()
    opened = Signal(str, str)
    match_asked = Signal(str, str)

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        forms: Mapping[str, Maker] = FORMS,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._makers = forms
        self._stack = PageStack()
        self._forms: list[RecordForm] = []
        self._waiting: list[tuple[RecordForm, str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def current(self) -> RecordForm | None:
        """The form on top."""
        return self._forms[-1] if self._forms else None

    @property
    def layers(self) -> int:
        """How many forms lie on each other."""
        return len(self._forms)

    def focus_first(self) -> None:
        """Put the focus into the form on top."""
        if self.current is not None:
            self.current.focus_first()

    def new(self, kind: str, values: Values | None = None) -> None:
        """Open an empty form in place of what is open; what was typed there stays as a draft."""
        self.commit()
        self.clear()
        form = self._push(kind)
        form.begin(values)
        form.focus_first()

    def change(self, kind: str, record: str, field: str = "") -> bool:
        """Open a stored record in place of what is open; return whether it is there."""
        self.commit()
        self.clear()
        form = self._push(kind)
        if not form.change(record, field):
            self.clear()
            return False
        form.focus_first()
        return True

    def clear(self) -> None:
        """Close everything; what was typed has been kept as drafts."""
        while self._forms:
            self._pop()
        self._waiting.clear()

    def commit(self) -> None:
        """Read what is being typed, before the page is left."""
        for form in self._forms:
            form.form.commit()

    def _push(self, kind: str) -> RecordForm:
        form = self._makers.get(kind, RecordForm)(self._workspace, kind)
        self._forms.append(form)
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        form.finished.connect(lambda record, ahead: self._finish(form, record, ahead))
        form.left.connect(lambda: self._leave(form))
        form.opened.connect(lambda record: self._open_other(form, record))
        form.match_asked.connect(self.match_asked)
        form.create_asked.connect(lambda field, of, text: self._create(form, field, of, text))
        return form

    def _pop(self) -> None:
        self._stack.let_go(self._forms.pop())
        if self._forms:
            self._stack.setCurrentWidget(self._forms[-1])

    def _create(self, form: RecordForm, field: str, kind: str, text: str) -> None:
        form.form.commit()
        self._waiting.append((form, field))
        below = self._push(kind)
        below.begin(form.known_of(kind, text))
        back = self.tr("存好后回到{label}").format(label=within(say(form.kind.one)))
        both = self.tr("{heading}（{back}）")
        below.panel.set_heading(both.format(heading=below.panel.heading.text(), back=back))
        below.focus_first()

    def _finish(self, form: RecordForm, record: str, ahead: bool) -> None:
        if self._waiting and len(self._forms) > 1:
            self._return(record)
        elif ahead and form.is_new:
            self.new(form.kind.name)
        elif ahead:
            self.next_asked.emit()
        else:
            self.clear()
            self.closed.emit(record)

    def _return(self, record: str) -> None:
        self._pop()
        form, field = self._waiting.pop()
        if record:
            form.fill(field, record)
        else:
            form.form.focus(field)

    def _leave(self, form: RecordForm) -> None:
        if self._waiting and len(self._forms) > 1:
            self._return("")
        else:
            self.clear()
            self.closed.emit("")

    def _open_other(self, form: RecordForm, record: str) -> None:
        if self._waiting and len(self._forms) > 1:
            # whoever was about to make a record has found it
            form.workspace.session.drop_drafts(form.record)
            self._return(record)
        else:
            self.opened.emit(form.kind.name, record)
