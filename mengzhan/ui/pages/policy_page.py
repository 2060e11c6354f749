"""Policies that a person or an employer may have: why, what is missing, what was told already.

Reading only, but for one thing: what was ticked is noted as told, in a follow-up or a visit.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.rules.policies.eligibility import Hint, hints, told_of
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.labelled import LabelledLines
from mengzhan.ui.widgets.lines_table import LinesModel, LinesTable, Part
from mengzhan.ui.widgets.panel import EmptyState, PageHead, Panel, Words, space
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

_NAME_SHOWN = 16
"""Characters of a name in the heading: a longer one would push out of sight what the page is."""


class PolicyPage(QWidget):
    """``told(items)``: these policies were told and want to be noted. ``left``: back."""

    told = Signal(list)
    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.ticked: set[str] = set()
        self._told: dict[str, str] = {}
        self._is_person = True
        self.head = PageHead("")
        self.back_button = Button(self.tr("返回"), "Esc")
        self.note_button = FilledButton("", "Ctrl+Return")
        model: LinesModel[Hint] = LinesModel(
            [
                Part("", self._tick, 28),
                Part(self.tr("政策"), lambda hint: hint.policy.title, 120, 3),
                Part(self.tr("还差"), self._missing, 64, 0, tone=_tone),
                Part(self.tr("告知过"), self._told_on, 64),
            ]
        )
        self.table = LinesTable(model)
        self.details = PolicyDetails()
        self.empty = EmptyState(self.tr("从登记的内容看不出适合的政策。资料填全一些再看。"))
        self._build()

    def _build(self) -> None:
        self.head.add(self.note_button, self.back_button)
        row = QHBoxLayout()
        row.setSpacing(theme().size(12))
        listed = Panel()
        listed.body.addWidget(self.table, 1)
        listed.body.addWidget(self.empty, 1)
        listed.body.addWidget(Words(self.tr("空格勾选已经告知的，再记下来。"), "remark", wrap=True))
        row.addWidget(listed, 5)
        row.addWidget(self.details, 6)
        column = QVBoxLayout(self)
        space(column, 0, 8)
        column.addWidget(self.head)
        column.addLayout(row, 1)
        self.table.moved.connect(self._show_line)
        self.back_button.clicked.connect(self.left)
        self.note_button.clicked.connect(self._note)
        bind(self, "Space", self._toggle)

    # Showing -------------------------------------------------------------------------------

    def show_record(self, record: str) -> None:
        """Show what a person or an employer may have."""
        reader, today = self._workspace.reader, self._workspace.session.today()
        state = reader.state(record)
        found = hints(reader, record, today)
        self._told = dict(told_of(reader, record))
        self.ticked.clear()
        name = reader.title(state.kind, record) if state is not None else ""
        if len(name) > _NAME_SHOWN:
            name = f"{name[: _NAME_SHOWN - 1]}…"
        self.head.title.setText(self.tr("{name} 可能适合的政策").format(name=name))
        self.table.lines.fill(found)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.details.setVisible(bool(found))
        self._is_person = state is not None and state.kind == "person"
        self._write_note()
        if found:
            self.table.go(0)
            self._show_line(0)

    def focus_first(self) -> None:
        """Put the focus on the list."""
        (self.table if self._hints else self.back_button).setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _hints(self) -> Sequence[Hint]:
        return self.table.lines.lines

    def _show_line(self, line: int) -> None:
        if 0 <= line < len(self._hints):
            self.details.show_hint(self._hints[line])

    def _tick(self, hint: Hint) -> str:
        return "✓" if hint.policy.item in self.ticked else "□"

    def _missing(self, hint: Hint) -> str:
        if not hint.missing:
            return self.tr("不差")
        return self.tr("{count} 项").format(count=len(hint.missing))

    def _told_on(self, hint: Hint) -> str:
        return self._told.get(hint.policy.item, "")[5:]

    # Noting --------------------------------------------------------------------------------

    def _toggle(self) -> None:
        line = self.table.current
        if 0 <= line < len(self._hints):
            self.ticked ^= {self._hints[line].policy.item}
            self.table.lines.refresh()
            self._write_note()

    def _write_note(self) -> None:
        words = self.tr("记到回访") if self._is_person else self.tr("记到走访")
        if self.ticked:
            words = self.tr("{words}（{count} 项）").format(words=words, count=len(self.ticked))
        self.note_button.set_words(words)
        self.note_button.setEnabled(bool(self.ticked))

    def _note(self) -> None:
        if self.ticked:
            self.told.emit(sorted(self.ticked))


class PolicyDetails(Panel):
    """One policy in plain words: why it is shown, what to ask, what it gives and where."""

    def __init__(self) -> None:
        super().__init__("")
        self.facts = LabelledLines()
        self.body.addWidget(self.facts, 1)
        advice = self.tr("只是提示，不是认定；口径以旗县就业服务机构为准。")
        self.body.addWidget(Words(advice, "remark", wrap=True))

    def show_hint(self, hint: Hint) -> None:
        """Show one."""
        policy = hint.policy
        self.set_heading(policy.title)
        checked = self.tr("（没有核对过原文）") if not policy.checked else ""
        lines = [
            (self.tr("因为"), self.tr("；").join(map(say, hint.reasons))),
            (self.tr("还差"), self.tr("；").join(map(say, hint.missing))),
            (self.tr("对象"), policy.target),
            (self.tr("标准"), policy.standard),
            (self.tr("在哪办"), policy.where),
            (self.tr("依据"), f"{policy.basis}{checked}"),
            (self.tr("有效期至"), policy.valid_until),
        ]
        self.facts.show_lines([(label, words) for label, words in lines if words])


def _tone(hint: Hint) -> Tone:
    return "amber" if hint.missing else "accent"
