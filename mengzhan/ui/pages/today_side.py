"""The panel beside 今日: who it is, the number to dial, results by one key, what happened before."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mengzhan.model.idnumber import age_on
from mengzhan.model.kind import Kind
from mengzhan.rules.agenda.lines import Line, Subject
from mengzhan.store.reader import StoreReader
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.answer_keys import AnswerKeys, short
from mengzhan.ui.pages.difficulty_lines import difficulty_hints, difficulty_lines, difficulty_tag
from mengzhan.ui.pages.today_answers import Answer
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import Badge
from mengzhan.ui.widgets.buttons import LinkButton
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.masked_label import MaskedLabel
from mengzhan.ui.widgets.panel import Panel, Words, space
from mengzhan.ui.words import say

if TYPE_CHECKING:
    from mengzhan.rules.policies.eligibility import Hint

EVENTS = 6
_TAGS: dict[str, Tone] = {"employment_status": "accent", "key_groups": "blue"}
"""The fields that are shown as tags, in the colours they have on a person's page."""


class SidePanel(Panel):
    """``answered(answer)``: a result was chosen. ``mode_asked``: another way of contact.

    ``rare_asked``: show the rare results. ``opened(subject)``: show the whole record.
    """

    answered = Signal(object)
    mode_asked = Signal()
    rare_asked = Signal()
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.phone = MaskedLabel()
        self.keys = AnswerKeys()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self.body.addWidget(self._area)
        self._subject: Subject | None = None
        self.clear()

    def clear(self) -> None:
        """Show nobody."""
        self._subject = None
        self.keys = AnswerKeys()
        inside, column = self._fresh()
        column.addWidget(
            Words(self.tr("选一条，这里显示是谁、电话和该怎么记。"), "remark", wrap=True)
        )
        column.addStretch(1)
        self._area.setWidget(inside)

    def show_line(
        self, reader: StoreReader, line: Line, answers: Sequence[Answer], mode: str, today: date
    ) -> None:
        """Show whom a line is about, with the full phone number, and its results."""
        self._subject = line.subject
        inside, column = self._fresh()
        hints: Sequence[Hint] = ()
        if line.kind == "follow_up" and line.subject is not None:
            hints = difficulty_hints(reader, line.subject.record, today)
        if line.subject is not None:
            self._who(column, reader, line.subject, today, hints)
        else:
            column.addWidget(Words(line.title or say(line.reason), "panel", wrap=True))
        for reason in (line.reason, *line.notes) if line.notes else ():
            column.addWidget(Words(self.tr("· {reason}").format(reason=say(reason)), wrap=True))
        self._results(column, line, mode, answers)
        self._hints(column, difficulty_lines(hints))
        if line.subject is not None:
            self._events(column, reader, line.subject)
        column.addStretch(1)
        self._area.setWidget(inside)

    def hide_phone(self) -> None:
        """Cover the number again (lock, another page)."""
        self.phone.hide_again()

    def _fresh(self) -> tuple[QWidget, QVBoxLayout]:
        # the one shown till now is gone with what it stood in
        self.phone = MaskedLabel()
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        column = QVBoxLayout(inside)
        space(column, 0, 6)
        # a scroll bar does not touch what it scrolls
        column.setContentsMargins(0, 0, theme().size(8), 0)
        return inside, column

    def _who(
        self,
        column: QVBoxLayout,
        reader: StoreReader,
        subject: Subject,
        today: date,
        hints: "Sequence[Hint]",
    ) -> None:
        kind = reader.catalogue[subject.kind]
        row = reader.record(subject.kind, subject.record) or {}
        column.addWidget(Words(reader.title(subject.kind, subject.record), "panel", wrap=True))
        facts = self._facts(kind, row, today)
        if facts:
            column.addWidget(Words(facts, "remark", wrap=True))
        number = row.get("phone")
        if isinstance(number, str):
            shown = kind["phone"]
            self.phone.set_value(shown.show(number, masked=False), shown.show(number))
            self.phone.lift()
        whole = LinkButton(self.tr("看全部 →"))
        whole.clicked.connect(lambda: self.opened.emit(subject))
        reach = QHBoxLayout()
        reach.addWidget(self.phone, 1)
        reach.addWidget(whole)
        column.addLayout(reach)
        tags = FlowLayout()
        for field, tone in _TAGS.items():
            item = kind.get(field)
            held = row.get(field)
            for code in held if isinstance(held, list) else [held] if held else []:
                words = item.type.show([code] if isinstance(held, list) else code) if item else ""
                if words:
                    tags.addWidget(Badge(short(say(words)), tone))
        for hint in hints:
            # why stands below the results, where it has to be scrolled to
            tags.addWidget(Badge(difficulty_tag(hint), "amber"))
        if tags.count():
            column.addLayout(tags)

    def _facts(self, kind: Kind, row: dict[str, object], today: date) -> str:
        parts = []
        for name in ("sex", "birth_date", "ethnicity", "area_group", "contact", "address"):
            item, value = kind.get(name), row.get(name)
            if item is None or not isinstance(value, str):
                continue
            if name == "birth_date":
                age = age_on(date.fromisoformat(value), today)
                parts.append(self.tr("{age} 岁").format(age=age))
            else:
                parts.append(say(item.show(value)))
        return " · ".join(parts)

    def _results(
        self, column: QVBoxLayout, line: Line, mode: str, answers: Sequence[Answer]
    ) -> None:
        self.keys = AnswerKeys(answers, mode if line.kind == "follow_up" else "")
        self.keys.answered.connect(self.answered)
        self.keys.mode_asked.connect(self.mode_asked)
        self.keys.rare_asked.connect(self.rare_asked)
        if answers:
            column.addSpacing(theme().size(6))
            column.addWidget(self.keys)

    def _hints(self, column: QVBoxLayout, lines: Sequence[tuple[str, str]]) -> None:
        """What to ask about besides, while somebody is on the telephone."""
        if lines:
            column.addSpacing(theme().size(6))
        for label, words in lines:
            line = self.tr("{label}：{words}").format(label=label, words=words)
            column.addWidget(Words(line, "remark", wrap=True))

    def _events(self, column: QVBoxLayout, reader: StoreReader, subject: Subject) -> None:
        events = []
        for link in reader.links_to(subject.record):
            kind = reader.catalogue[link.kind]
            row = reader.record(link.kind, link.record) or {}
            day = str(row.get(kind.day) or "") if kind.day else ""
            said = [
                item.show(row.get(item.name))
                for item in kind
                if item.name in ("outcome", "result", "title", "hiring_need", "willing")
            ]
            words = " ".join(filter(None, (say(kind.label), *map(short, filter(None, said)))))
            events.append((day, words))
        if not events:
            return
        column.addSpacing(theme().size(6))
        column.addWidget(Words(self.tr("经过"), "group"))
        for day, words in sorted(events, reverse=True)[:EVENTS]:
            column.addWidget(Words(f"{day[5:]}  {words}", "remark", wrap=True))
