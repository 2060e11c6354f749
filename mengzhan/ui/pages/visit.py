"""走访: one form that yields vacancies, training need and policy push, typed once, saved as one."""

import json

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.entry import Value, Values
from mengzhan.model.problem import Problem
from mengzhan.rules.operations import log_visit
from mengzhan.rules.reader import Operation
from mengzhan.ui.pages.adlint.ad_hints import KEPT, TAKE_KEY, AdHints
from mengzhan.ui.pages.context import form_context
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.pages.record_form import RecordForm
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.form_layout import FieldGrid, front_fields, grouped
from mengzhan.ui.widgets.form_row import FormRow
from mengzhan.ui.widgets.form_values import prefilled
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.workspace import Workspace

GIVEN = ("employer", "registered_on", "source", "visit")
"""What a vacancy takes from the visit."""

_BELOW = "hiring_need"
"""The field of the visit under which its vacancies stand."""

_DRAFT = "vacancies"


class VacancyBlock(QFrame):
    """One vacancy found on a visit: the fields that the visit does not know already.

    ``left_at_end``: Enter after the last field. ``dropped``: the user takes it away again.
    """

    left_at_end = Signal()
    left_at_start = Signal()
    dropped = Signal()
    changed = Signal()

    def __init__(self, workspace: Workspace, number: int) -> None:
        super().__init__()
        self.setProperty("look", "field")
        self._kind = workspace.session.catalogue["vacancy"]
        self._context = form_context(workspace)
        # in the order of the vacancy's own form, so that hands learn one way
        groups = grouped(front_fields(self._kind))
        fields = [item for group in groups for item in group.fields if item.name not in GIVEN]
        self.rows = {item.name: FormRow(make_editor(item, self._context)) for item in fields}
        self._order = list(self.rows.values())
        self._grid = FieldGrid("", self._order, short_only=True)
        self._heading = Words("", "group")
        self._drop = LinkButton(self.tr("去掉"))
        self._drop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._drop.clicked.connect(self.dropped)
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._drop)
        column = QVBoxLayout(self)
        gap = theme().size(10)
        column.setContentsMargins(gap, theme().size(6), gap, gap)
        column.setSpacing(theme().size(4))
        column.addLayout(head)
        column.addWidget(self._grid)
        for place, row in enumerate(self._order):
            row.moved.connect(lambda step, at=place: self._move(at + step))
            row.editor.changed.connect(lambda: self._check(tried=False))
            row.editor.changed.connect(self.changed)
        self.set_number(number)
        self._tried = False
        self._kept: Value = None
        self.ads = AdHints(
            workspace, self.rows, self._read, self._put, lambda _name: self._tried, self
        )
        self.changed.connect(self.ads.look)
        bind(self, TAKE_KEY, self.ads.take_here)

    def set_number(self, number: int) -> None:
        """Write which vacancy of the visit this is."""
        self._heading.setText(self.tr("岗位 {number}").format(number=number))

    def start(self, values: Values) -> None:
        """Begin with the date by rule and what is known of the place."""
        begin = prefilled(self._kind, self._context.today(), self._context.prefill)
        for name, value in {**begin, **values}.items():
            if name in self.rows:
                self.rows[name].editor.set_value(value)
        self._kept = values.get(KEPT)
        self.ads.look()

    def _put(self, name: str, value: Value) -> None:
        """Set a field, or the exceptions, which have no row here."""
        if name == KEPT:
            self._kept = value
        else:
            self.rows[name].editor.set_value(value)
        self._check(tried=False)
        self.changed.emit()

    def _read(self) -> dict[str, Value]:
        """The values as last read, and the exceptions."""
        read = {name: row.editor.value() for name, row in self.rows.items()}
        return {**read, KEPT: self._kept}

    def values(self) -> dict[str, Value]:
        """What was typed, without what the visit gives."""
        for row in self._order:
            row.editor.commit()
        return {name: value for name, value in self._read().items() if value not in (None, [], "")}

    def is_ready(self) -> bool:
        """Show what is missing; return whether the vacancy can be saved."""
        self._tried = True
        blocking = [p for p in self._check(tried=True) if p.blocks and p.field in self.rows]
        if blocking:
            first = next(n for n in self.rows if any(p.field == n for p in blocking))
            self.rows[first].focus()
        return not blocking

    def _check(self, *, tried: bool) -> list[Problem]:
        today = self._context.today()
        read = [p for row in self._order for p in row.editor.reading().problems]
        unread = {problem.field for problem in read if problem.blocks}
        values = self._read()
        whole = [p for p in self._kind.check(values, today) if p.field not in unread]
        problems = [*read, *whole]
        for name, row in self.rows.items():
            mine = [p for p in problems if p.field == name]
            told = mine if tried or self._tried else [p for p in mine if p.code in _AT_ONCE]
            row.show_problems(told)
        return problems

    def focus_first(self) -> None:
        """Put the focus into the first empty field."""
        row = next((r for r in self._order if r.editor.value() is None), self._order[0])
        row.focus()

    def _move(self, place: int) -> None:
        if place < 0:
            self.left_at_start.emit()
        elif place >= len(self._order):
            self.left_at_end.emit()
        else:
            self._order[place].focus()


_AT_ONCE = ("AD_FRAUD", "WAGE_ORDER", "DATE_ORDER")
"""Problems of several fields that are worth saying before saving."""


class VisitForm(RecordForm):
    """A visit with the vacancies that it yielded."""

    def __init__(self, workspace: Workspace, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, kind, parent)
        self.blocks: list[VacancyBlock] = []
        self._section = QWidget()
        self._list = QVBoxLayout(self._section)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme().size(8))
        self.add_button = Button(self.tr("＋ 登记这里缺的岗位"), "Ctrl+J")
        self.add_button.clicked.connect(self.add_vacancy)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        self._list.addLayout(row)
        self.form.slot(_BELOW).addWidget(self._section)
        rows = list(self.form.body.order)
        after = self.form.rows[rows[rows.index(_BELOW) + 1]].editor
        before = self.form.rows[_BELOW].editor
        QWidget.setTabOrder(before.focusProxy() or before, self.add_button)
        QWidget.setTabOrder(self.add_button, after.focusProxy() or after)

    def begin(self, values: Values | None = None) -> None:
        self._clear()
        super().begin(values)
        self._section.show()

    def change(self, record: str, field: str = "") -> bool:
        self._clear()
        self._section.hide()
        return super().change(record, field)

    def _clear(self) -> None:
        for block in list(self.blocks):
            self._drop(block)

    def add_vacancy(self) -> VacancyBlock | None:
        """Open one more vacancy of this visit and go there; ``None`` for a stored visit."""
        if not self.is_new:
            return None
        self.form.commit()
        block = self._new_block(self._place())
        block.focus_first()
        return block

    def _new_block(self, values: Values) -> VacancyBlock:
        block = VacancyBlock(self.workspace, len(self.blocks) + 1)
        block.start(values)
        block.left_at_end.connect(lambda: self._go_on(block, 1))
        block.left_at_start.connect(lambda: self._go_on(block, -1))
        block.dropped.connect(lambda: self._drop(block))
        block.changed.connect(lambda: self._keep_draft(self.form.dirty_values()))
        self._list.insertWidget(len(self.blocks), block)
        self.blocks.append(block)
        block.show()
        for row in block.rows.values():
            row.entered.connect(lambda row=row: self.form.body.ensureWidgetVisible(row, 0, 40))
        return block

    def _place(self) -> dict[str, Value]:
        """Where the work is: as a rule at the employer's address."""
        employer = self.form.values().get("employer")
        if not isinstance(employer, str):
            return {}
        row = self.workspace.reader.record("employer", employer) or {}
        return {"workplace": row["address"]} if row.get("address") else {}

    def _drop(self, block: VacancyBlock) -> None:
        self.blocks.remove(block)
        self._list.removeWidget(block)
        block.hide()
        block.deleteLater()
        for number, left in enumerate(self.blocks, 1):
            left.set_number(number)

    def _go_on(self, block: VacancyBlock, step: int) -> None:
        place = self.blocks.index(block) + step
        if 0 <= place < len(self.blocks):
            self.blocks[place].focus_first()
            return
        order = self.form.body.order
        self.form.focus(order[order.index(_BELOW) + max(step, 0)])

    def holds_more(self) -> bool:
        return bool(self.blocks)

    def ready(self) -> bool:
        # every block shows what it lacks; the focus ends in the first
        ready = [block.is_ready() for block in reversed(self.blocks)]
        return all(ready)

    def operation(self, values: Values) -> Operation:
        if not self.is_new:
            return super().operation(values)
        return log_visit(values, [block.values() for block in self.blocks], self.record)

    def draft_values(self, values: Values) -> dict[str, Value]:
        kept: dict[str, Value] = dict(values)
        if self.blocks:
            kept[_DRAFT] = [json.dumps(block.values(), ensure_ascii=False) for block in self.blocks]
        return kept

    def restore(self, draft: Values) -> None:
        super().restore(draft)
        vacancies = draft.get(_DRAFT)
        for text in vacancies if isinstance(vacancies, list) else ():
            self._new_block(json.loads(text))

    def _saved_words(self, records: int) -> str:
        if records > 1:
            words = self.tr("已保存走访和 {count} 个岗位")
            return words.format(count=records - 1)
        return super()._saved_words(records)
