"""推荐记录: every introduction, its slip, what came of it and whether it lasts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from mengzhan.model.codes import code_table
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.rules.due import STAYS, stay_field
from mengzhan.rules.months import months_later
from mengzhan.rules.referral_state import NO_SLIP, is_working, result_as_of
from mengzhan.rules.referrals import lacks_evidence
from mengzhan.ui.pages.referring.keyed_list import KeyedList
from mengzhan.ui.pages.today_answers import Answer, Answers
from mengzhan.ui.widgets.table_model import Column, Row

STANDING = "standing"


class SlipList(KeyedList):
    """The referrals. What a line stands at follows from its dates: overdue is 未反馈, not success."""

    SHOWN = ("person", "vacancy", STANDING, "due_on", "letter_no", "arrived_on")

    def _columns(self) -> tuple[list[Column], list[str]]:
        columns, shown = super()._columns()
        label = QT_TRANSLATE_NOOP("model", "现在")
        columns.insert(2, Column(STANDING, label, self._standing, width=170, least=120))
        # a number is read out as a whole
        columns = [replace(c, least=178) if c.name == "letter_no" else c for c in columns]
        return columns, [*self.SHOWN, *(name for name in shown if name == "station")]

    def _standing(self, row: Row, masked: bool) -> str:
        today = self.workspace.session.today().isoformat()
        result = result_as_of(row, today)
        if result == NO_SLIP and row.get("result") != NO_SLIP:
            return self.tr("逾期，未反馈")
        if row.get("left_on") and str(row["left_on"]) <= today:
            return self.tr("到岗后离职")
        words = code_table("referral_result").label(result) if result else ""
        return self.tr("{result}，缺证据").format(result=words) if lacks_evidence(row) else words

    def answers_of(self, row: Any, answers: Answers) -> Sequence[Answer]:
        work = next_work(row, self.workspace.session.today())
        return answers.referral(str(row["id"]), work) if work else ()


def next_work(referral: Row, today: date) -> str:
    """Return what can be recorded of a referral today, in the words of ``rules.due``."""
    if not referral.get("arrived_on"):
        return "referral"
    if not is_working(referral, today.isoformat()):
        return ""
    if lacks_evidence(referral):
        return "evidence"
    arrived = date.fromisoformat(str(referral["arrived_on"]))
    open_ = [
        months
        for months in STAYS
        if months_later(arrived, months) <= today
        and not any(referral.get(stay_field(later)) for later in STAYS if later >= months)
    ]
    return f"stay_{open_[-1]}" if open_ else "left"
