"""A person's page: who, how to reach them, what was done for them, what can be done now."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mengzhan.model.codes import code_table
from mengzhan.model.entry import date_of, texts_of
from mengzhan.model.fold import State
from mengzhan.model.idnumber import age_on
from mengzhan.rules.agenda.lines import Subject
from mengzhan.rules.agenda.reading import read_standing
from mengzhan.rules.graduates import Box, boxes, is_graduate
from mengzhan.rules.register import touched
from mengzhan.rules.state import PersonOn, state_on
from mengzhan.ui.pages.difficulty_lines import difficulty_hints, difficulty_lines, difficulty_tag
from mengzhan.ui.pages.subject_page import SubjectPage
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import Badge
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.words import say

if TYPE_CHECKING:
    from mengzhan.rules.policies.eligibility import Hint

_NO_GROUP = "K00"
"""The code of ``key_group`` that says: none of them."""


class PersonPage(SubjectPage):
    """One person."""

    KIND = "person"

    _difficulties: "Sequence[Hint]" = ()

    def services(self) -> Sequence[str]:
        return ("follow_up", "training_intent", "referral", "enrolment", "verification")

    def more_buttons(self) -> Sequence[Button]:
        match = Button(self.tr("找岗位"), "M")
        match.clicked.connect(lambda: self.match_asked.emit(self.KIND, self.record))
        return (match,)

    def masked_fields(self) -> Sequence[str]:
        return ("phone", "id_number")

    def other_side(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(12))
        self.boxes_panel = Panel(self.tr("毕业生 1131"))
        self._boxes = QGridLayout()
        self._boxes.setVerticalSpacing(theme().size(4))
        self._boxes.setHorizontalSpacing(theme().size(8))
        self.boxes_panel.body.addLayout(self._boxes)
        column.addWidget(self.boxes_panel)
        column.addWidget(super().other_side(), 1)
        return holder

    def head_words(self, state: State) -> list[str]:
        values = state.values
        born = date_of(values, "birth_date")
        today = self.workspace.session.today()
        age = ""
        if born is not None:
            age = self.tr("{age} 岁").format(age=age_on(born, today))
        shown = [
            self.kind[name].show(values.get(name))
            for name in ("sex", "ethnicity", "residence", "area_group")
        ]
        return [shown[0], age, *shown[1:]]

    def tag_words(self, state: State) -> list[tuple[str, str]]:
        on = state_on(self.workspace.reader, state.record, self.workspace.session.today())
        tags: list[tuple[str, str]] = []
        if isinstance(on, PersonOn):
            status = on.status or str(state.values.get("employment_status") or "")
            if status:
                tags.append((code_table("employment_status").label(status), "accent"))
            if on.registered:
                tags.append((self.tr("登记失业"), "amber"))
        codes = _groups(state)
        tags += [(code_table("key_group").label(code), "blue") for code in codes]
        if state.values.get("needs_mongolian") is True:
            tags.append((self.tr("需蒙古语"), "plain"))
        tags += [(difficulty_tag(hint), "amber") for hint in self._difficulties]
        if state.rivals:
            tags.append((self.tr("有两处不同"), "red"))
        return tags

    def tagged_fields(self, state: State) -> Sequence[str]:
        return ("employment_status", "key_groups") if _groups(state) else ("employment_status",)

    def hint_lines(self, state: State) -> list[tuple[str, str]]:
        """Why the person stands on 今日, and of which kind of people who are hard to employ."""
        return [*self._due_lines(state.record), *difficulty_lines(self._difficulties)]

    def _due_lines(self, person: str) -> list[tuple[str, str]]:
        reader, today = self.workspace.reader, self.workspace.session.today()
        standing = read_standing(reader, today, touched(reader, [(self.KIND, person)]))
        line = standing.lines.get(Subject(self.KIND, person))
        told = (line.reason, *line.notes) if line is not None else ()
        return [(self.tr("该办"), say(reason)) for reason in told]

    def fill(self, state: State) -> None:
        today = self.workspace.session.today()
        self._difficulties = difficulty_hints(self.workspace.reader, state.record, today)
        super().fill(state)
        graduate = is_graduate(state.values)
        self.boxes_panel.setVisible(graduate)
        self._show_boxes(boxes(self.workspace.reader, state.record) if graduate else [])

    def _show_boxes(self, found: Sequence[Box]) -> None:
        while self._boxes.count():
            widget = self._boxes.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, box in enumerate(found):
            line, side = divmod(place, 2)
            words = self.tr("✓ {label}") if box.day else self.tr("□ {label}")
            tone = "accent" if box.day else "plain"
            badge = Badge(words.format(label=say(box.label)), tone)  # type: ignore[arg-type]
            self._boxes.addWidget(badge, line, side * 2)
            self._boxes.addWidget(Words(box.day[5:], "remark"), line, side * 2 + 1)
        done = sum(bool(box.day) for box in found)
        words = self.tr("毕业生 1131：{done}/{all}")
        self.boxes_panel.set_heading(words.format(done=done, all=len(found)))


def _groups(state: State) -> list[str]:
    """The codes of the groups that a person belongs to."""
    return [code for code in texts_of(state.values, "key_groups") if code != _NO_GROUP]
