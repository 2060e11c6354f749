"""A vacancy read out of a message: the usual form, in which what is unsure is marked and comes
first."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from mengzhan.model.entry import Value, Values
from mengzhan.rules.ads.adtext import Span
from mengzhan.rules.ads.drafts import VacancyDraft
from mengzhan.rules.ads.register import Hirer
from mengzhan.ui.pages.adlint.vacancy_form import VacancyForm
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.code_picker import Picking
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.workspace import Workspace

_EMPLOYER, _WORKPLACE = "employer", "workplace"


@dataclass(frozen=True)
class Pasted:
    """One vacancy of a message on its way into a form: the first of ``total`` is number 1."""

    record: str
    text: str
    draft: VacancyDraft
    hirer: Hirer | None
    number: int
    total: int


class PastedForm(VacancyForm):
    """Fields that a person should look at are marked; Enter in one leads to the next, behind the
    last to the button that saves.

    ``looked_at(used, current)``: the words of the message behind all fields, and behind one.
    ``skipped``: this vacancy is not to be registered.
    """

    looked_at = Signal(list, list)
    skipped = Signal()

    def __init__(self, workspace: Workspace, pasted: Pasted, parent: QWidget | None = None) -> None:
        self._pasted = pasted
        self._marks: dict[str, Words] = {}
        super().__init__(workspace, "vacancy", parent)
        self.skip_button = Button(self.tr("跳过这一个"), "F8")
        self.skip_button.clicked.connect(self._skip)
        self.panel.head.addWidget(self.skip_button)
        self.skip_button.setVisible(pasted.total > 1)
        for name, row in self.form.rows.items():
            row.entered.connect(lambda name=name: self._show_words(name))
            row.moved.connect(lambda step, name=name: self._lead_on(name, step))
            row.completed.connect(lambda name=name: self._lead_on(name, 1))
        bind(self, "Ctrl+J", self.make_employer)
        last = pasted.number == pasted.total
        self.form.next_button.set_words(self.tr("保存") if last else self.tr("保存，看下一个"))
        # the form itself listens to the key that is written on the button
        self.form.next_button.setShortcut(QKeySequence())
        self.form.save_button.hide()

    # Beginning -----------------------------------------------------------------------------

    def begin(self, values: Values | None = None) -> None:
        """Start with what the message says."""
        super().begin()
        pasted = self._pasted
        self.record = pasted.record
        self.form.restore({**pasted.draft.values, **self._from_register()})
        self._mark_all()
        self._look()
        self._show_words("")

    def _waiting_draft(self) -> dict[str, object] | None:
        """The other vacancies of the message wait as drafts too; their turn comes by itself."""
        return None

    def _from_register(self) -> dict[str, Value]:
        """The employer if it was found, and its address if the message names no place."""
        hirer = self._pasted.hirer
        if hirer is None:
            return {}
        row = self.workspace.reader.record(_EMPLOYER, hirer.record) or {}
        found: dict[str, Value] = {_EMPLOYER: hirer.record}
        if _WORKPLACE not in self._pasted.draft.values and row.get("address"):
            found[_WORKPLACE] = row["address"]
        return found

    def focus_first(self) -> None:
        self._lead_to(next(iter(self.marked), ""))

    # Marks ---------------------------------------------------------------------------------

    @property
    def marked(self) -> list[str]:
        """The fields that still are to be looked at, in the order of the form."""
        return [name for name in self.form.body.order if name in self._marks]

    def mark_text(self, name: str) -> str:
        """What stands below a field that is to be looked at."""
        return self._marks[name].text()

    def _mark_all(self) -> None:
        for name in self.form.body.order:
            words = self._doubt(name)
            if words:
                self._marks[name] = Words(words, "remark", wrap=True, tone="amber")
                self.form.slot(name).addWidget(self._marks[name])
        self._count()

    def _doubt(self, name: str) -> str:
        """Why a field is to be looked at; empty if it is not."""
        if name == _EMPLOYER:
            return self._doubt_of_employer()
        draft = self._pasted.draft
        source = draft.sources.get(name)
        filled = self.form.values().get(name) is not None
        if source is None and name == _WORKPLACE and filled:
            return self.tr("原文没有写，这是单位的地址，请核对。")
        if source is not None and source.is_unsure:
            said = "…".join(self._pasted.text[start:end] for start, end in source.spans)
            return self.tr("请核对 · 原文：{words}").format(words=said)
        if self.kind[name].required and not filled:
            return self.tr("原文没有写，请问清再填。")
        return ""

    def _doubt_of_employer(self) -> str:
        hirer = self._pasted.hirer
        name = str(self._pasted.draft.employer.get("name") or "")
        if hirer is None:
            if name:
                return self.tr("登记簿里没有“{name}”，Ctrl+J 一起登记。").format(name=name)
            return self.tr("原文没有写单位，请选一家，或 Ctrl+J 新登记。")
        if hirer.by == "phone":
            return self.tr("按电话认出的，请核对。")
        if hirer.by == "alike":
            return self.tr("名称相近，请核对 · 原文：{words}").format(words=name)
        return ""

    def _settle_mark(self, name: str) -> None:
        mark = self._marks.pop(name, None)
        if mark is not None:
            self.form.slot(name).removeWidget(mark)
            mark.hide()
            mark.deleteLater()
            self._count()

    def _count(self) -> None:
        pasted = self._pasted
        words = self.tr("登记岗位")
        if pasted.total > 1:
            words = self.tr("登记岗位 {number} / {total}").format(
                number=pasted.number, total=pasted.total
            )
        if self._marks:
            doubts = self.tr("请核对 {count} 处").format(count=len(self._marks))
            words = f"{words} · {doubts}"
        self.panel.set_heading(words)

    def _lead_on(self, name: str, step: int) -> None:
        """Go from a marked field to the next marked one, past what is sure."""
        order = self.marked
        if step < 0 or name not in order:
            return
        following = order[order.index(name) + 1 :] or [one for one in order if one != name]
        self._settle_mark(name)
        self._lead_to(next(iter(following), ""))

    def _lead_to(self, name: str) -> None:
        if name:
            self.form.focus(name)
            self._ask_for_employer(name)
        else:
            self.form.next_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_for_employer(self, name: str) -> None:
        """Look for the employer that the message names; making it is one of the offers."""
        said = self._pasted.draft.employer.get("name")
        editor = self.form.editor(name)
        if name == _EMPLOYER and said and isinstance(editor, Picking) and editor.value() is None:
            editor.ask(str(said))

    def _show_words(self, name: str) -> None:
        draft = self._pasted.draft
        used = [span for source in draft.sources.values() for span in source.spans]
        named = draft.employer_source
        if named is not None:
            used += named.spans
        current: list[Span] = []
        if name == _EMPLOYER and named is not None:
            current = list(named.spans)
        elif name in draft.sources:
            current = list(draft.sources[name].spans)
        self.looked_at.emit(used, current)

    # The employer --------------------------------------------------------------------------

    def make_employer(self) -> None:
        """Open a form for an employer that is not in the register, with what the message says."""
        name = str(self._pasted.draft.employer.get("name") or "")
        self.create_asked.emit(_EMPLOYER, _EMPLOYER, name)

    def known_of(self, kind: str, text: str) -> Values:
        known = dict(super().known_of(kind, text))
        if kind == _EMPLOYER:
            known = {**self._pasted.draft.employer, **known}
        return known

    def fill(self, field: str, record: str) -> None:
        self.form.set_value(field, record)
        self._lead_on(field, 1)

    # Saving --------------------------------------------------------------------------------

    def _save(self, values: dict[str, Value], then_next: bool) -> None:
        # what comes next is in the message, not an empty form
        super()._save(values, False)

    def _skip(self) -> None:
        self._forget_draft()
        self.skipped.emit()
