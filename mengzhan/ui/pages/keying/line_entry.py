"""The answers of one house, keyed from left to right in the order of the boxes on the sheet."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.codes import Code, code_table, in_english
from mengzhan.model.fieldtypes import Date, Occupation, Phone, Text
from mengzhan.model.kind import Field
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.rules.house_visits import HouseVisit
from mengzhan.rules.slip_answers import AskedSlip, boxes_of, codes_heard
from mengzhan.rules.visit_sheets import SHORT_OUTCOMES
from mengzhan.ui.pages.answer_keys import short
from mengzhan.ui.pages.keying.keyed_sheet import next_by_rule
from mengzhan.ui.theme import mark, theme
from mengzhan.ui.widgets.editor import EditorContext, FieldEditor
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.one_key import OneKey
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.words import say

_OUTCOMES, _ANSWERS = "followup_outcome", "yes_no_unsure"
_REFUSES = "2"  # yes_no_unsure

_TRADE = Field("trade", QT_TRANSLATE_NOOP("model", "想学"), Occupation())
_PHONE = Field("phone", QT_TRANSLATE_NOOP("model", "新电话"), Phone())
_NOTE = Field("note", QT_TRANSLATE_NOOP("model", "需求、备注"), Text(500))
_NEXT = Field("next_on", QT_TRANSLATE_NOOP("model", "下次日期"), Date())


class LineEntry(QWidget):
    """``changed``: another answer. ``reached(words)``: the focus came to a field, whose keys are
    these. ``done``: Enter behind the last field, or Ctrl+Enter. ``back``:
    Shift+Enter before the first."""

    changed = Signal()
    reached = Signal(str)
    done = Signal()
    back = Signal()

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcome = OneKey(_outcome_keys())
        self.willing = OneKey(_answer_keys())
        self.business = OneKey(_answer_keys())
        self.trade, self.phone, self.note, self.next_on = (
            make_editor(item, context) for item in (_TRADE, _PHONE, _NOTE, _NEXT)
        )
        # a list of all trades would cover what is keyed next
        self.trade.eager = False
        self.trade.set_placeholder(self.tr("首字母"))
        self._day = ""
        self._suggested: str | None = None
        self._slip: AskedSlip | None = None
        self._whole = QHBoxLayout(self)
        space(self._whole, 0, 8)
        for words, part, width in (
            (self.tr("现状"), self.outcome, 100),
            (self.tr("培训"), self.willing, 78),
            (say(_TRADE.label), self.trade, 84),
            (self.tr("创业"), self.business, 78),
            (say(_PHONE.label), self.phone, 118),
            (say(_NOTE.label), self.note, 0),
            (say(_NEXT.label), self.next_on, 136),
        ):
            label = self._place(words, part, width)
            if part is self.outcome:
                self._outcome_label = label
        self._connect()

    def _place(self, words: str, part: QWidget, width: int) -> Words:
        column = QVBoxLayout()
        space(column, 0, 2)
        label = Words(words, "label")
        label.setBuddy(part)
        part.setAccessibleName(words)
        column.addWidget(label)
        column.addWidget(part)
        if width:
            part.setFixedWidth(theme().size(width))
        self._whole.addLayout(column, 0 if width else 1)
        return label

    def _connect(self) -> None:
        self._stops: list[QWidget] = [
            self.outcome,
            self.willing,
            self.trade,
            self.business,
            self.phone,
            self.note,
            self.next_on,
        ]
        for one in (self.outcome, self.willing, self.business):
            one.chosen.connect(lambda one=one: self._follow(one))
            one.moved.connect(lambda step, one=one: self._move(one, step))
            one.entered.connect(lambda _reason, one=one: self.reached.emit(one.keys_in_words()))
        for editor in self._editors():
            editor.changed.connect(self.changed)
            editor.entered.connect(lambda: self.reached.emit(""))
            editor.moved.connect(lambda step, editor=editor: self._move(editor, step))
            editor.completed.connect(lambda editor=editor: self._move(editor, 1))

    def _editors(self) -> Sequence[FieldEditor]:
        return (self.trade, self.phone, self.note, self.next_on)

    # Answers -------------------------------------------------------------------------------

    def show_visit(
        self, visit: HouseVisit, day: str, known_phone: str = "", slip: AskedSlip | None = None
    ) -> None:
        """Show the answers of a line; ``known_phone`` (masked) stands where a new one may come. Of a
        line that asks about a ``slip`` nothing else is keyed in."""
        self._day = visit.day or day
        self._ask_about(slip)
        self.outcome.set_key(visit.heard if slip is not None else visit.outcome[-1:])
        self.willing.set_key(visit.willing)
        self.business.set_key(visit.business)
        for editor, text in zip(self._editors(), _texts(visit), strict=True):
            editor.set_value(text or None)
        self._suggested = next_by_rule(visit.outcome, self._day) or None
        self.phone.set_placeholder(known_phone)
        self.show_problem("")
        self._follow_refusal()

    def _ask_about(self, slip: AskedSlip | None) -> None:
        if slip == self._slip:
            return
        self._slip = slip
        self.outcome.offer(slip_words(slip.work) if slip is not None else _outcome_keys())
        self._outcome_label.setText(self.tr("推荐结果") if slip is not None else self.tr("现状"))
        for part in (self.willing, self.business, *self._editors()):
            part.setEnabled(slip is None)

    def set_day(self, day: str) -> None:
        """Follow the day of the visits; the next one moves with it unless somebody set it."""
        self._day = day
        self._suggest()

    def visit(self) -> HouseVisit:
        """The answers as last read."""
        if self._slip is not None:
            heard = self.outcome.key
            return HouseVisit(day=self._day, heard=heard) if heard else HouseVisit()
        trade, phone, note, next_on = (str(e.value() or "") for e in self._editors())
        visit = HouseVisit(
            outcome=self._outcome(),
            willing=self.willing.key,
            trade=trade,
            business=self.business.key,
            phone=phone,
            note=note,
            next_on=next_on,
        )
        return visit if visit.is_empty else replace(visit, day=self._day)

    def commit(self) -> str:
        """Read what was typed; return what is wrong with it in words, or an empty text."""
        for editor in self._editors():
            reading = editor.commit()
            blocking = next((problem for problem in reading.problems if problem.blocks), None)
            if blocking is not None:
                self.show_problem(editor.field.name)
                return say(blocking.hint)
        self.show_problem("")
        return ""

    def show_problem(self, name: str) -> None:
        """Mark the field that an answer is missing from or wrong in, and go there."""
        for part_name, part in self._parts().items():
            frame = part.frame() if isinstance(part, FieldEditor) else part
            mark(frame, "severity", "block" if part_name == name else "")
            if part_name == name:
                frame.setFocus(Qt.FocusReason.OtherFocusReason)

    def _parts(self) -> dict[str, QWidget]:
        return {
            "outcome": self.outcome,
            "willing": self.willing,
            "business": self.business,
            **{editor.field.name: editor for editor in self._editors()},
        }

    def _outcome(self) -> str:
        if self._slip is not None:
            return ""
        codes = code_table(_OUTCOMES).offered
        return next((c.code for c in codes if c.code[-1] == self.outcome.key), "")

    # Moving --------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the focus where a line begins."""
        self.outcome.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self, one: OneKey) -> None:
        if one is self.outcome:
            self._suggest()
        if one is self.willing:
            self._follow_refusal()
        self.changed.emit()
        if one.key:
            self._move(one, 1)

    def _suggest(self) -> None:
        """Propose the day by rule, unless another one was agreed on and written over it."""
        if self.next_on.value() in (None, self._suggested):
            self._suggested = next_by_rule(self._outcome(), self._day) or None
            self.next_on.set_value(self._suggested)

    def _follow_refusal(self) -> None:
        """Who does not want to be trained is not asked for a trade."""
        refuses = self.willing.key == _REFUSES
        if refuses:
            self.trade.set_value(None)
        self.trade.setEnabled(not refuses and self._slip is None)

    def _move(self, part: QWidget, step: int) -> None:
        place = self._stops.index(part) + step
        while 0 <= place < len(self._stops) and not self._stops[place].isEnabled():
            place += step
        if place < 0:
            self.back.emit()
        elif place >= len(self._stops):
            self.done.emit()
        else:
            stop = self._stops[place]
            (stop.focusProxy() or stop).setFocus(Qt.FocusReason.TabFocusReason)


def _texts(visit: HouseVisit) -> tuple[str, str, str, str]:
    return visit.trade, visit.phone, visit.note, visit.next_on


def _outcome_keys() -> dict[str, str]:
    """The key of each outcome, which is the last character of its code, and its words on paper."""
    return {code.code[-1]: outcome_words(code) for code in code_table(_OUTCOMES).offered}


def outcome_words(code: Code) -> str:
    """Return what stands beside the box of an outcome; one that has no box keeps its label."""
    printed = None if in_english() else SHORT_OUTCOMES.get(code.code)
    return printed or short(code.words)


def slip_words(work: str) -> dict[str, str]:
    """Return key -> words of what may be heard of a referral, as they stand on paper."""
    codes = codes_heard(work)
    if codes and in_english():
        return {code.code[-1]: short(code.words) for code in codes}
    return {key: say(words) for key, words in boxes_of(work).items()}


def _answer_keys() -> dict[str, str]:
    return {code.code: code.words for code in code_table(_ANSWERS).offered}
