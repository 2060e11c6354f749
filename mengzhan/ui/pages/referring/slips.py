"""推荐记录: every introduction, its slip, what came of it and whether it lasts."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.rules.filters import Filter
from mengzhan.rules.referral_state import is_working, standing
from mengzhan.rules.referral_steps import next_work
from mengzhan.rules.referrals import lacks_evidence
from mengzhan.rules.register import REFERRAL_FIELDS
from mengzhan.store.session import Session
from mengzhan.ui.pages.record_source import KindSource
from mengzhan.ui.pages.referring.keyed_list import KeyedList
from mengzhan.ui.pages.today_answers import Answer, Answers
from mengzhan.ui.widgets.table_model import Column, Row, RowSource
from mengzhan.ui.words import say

STANDING = "standing"


class SlipList(KeyedList):
    """The referrals. What a line stands at follows from its dates: overdue is 未反馈, not success."""

    SHOWN = ("person", "vacancy", STANDING, "due_on", "letter_no", "arrived_on")

    def _columns(self) -> tuple[list[Column], list[str]]:
        columns, shown = super()._columns()
        label = QT_TRANSLATE_NOOP("model", "现在")
        columns.insert(2, Column(STANDING, label, self._standing, width=170, least=120))
        # a number is read out as a whole
        columns = [_whole(column) if column.name == "letter_no" else column for column in columns]
        return columns, [*self.SHOWN, *(name for name in shown if name == "station")]

    def _source(self) -> RowSource:
        session, line = self.workspace.session, self.filter_line
        return SlipSource(session, line.filter(), line.text, session.today())

    def _standing(self, row: Row, masked: bool) -> str:
        today = self.workspace.session.today().isoformat()
        words = say(standing(row, today))
        if is_working(row, today) and lacks_evidence(row):
            return self.tr("{result}，缺证据").format(result=words)
        return words

    def answers_of(self, row: Any, answers: Answers) -> Sequence[Answer]:
        work = next_work(row, self.workspace.session.today())
        return answers.referral(str(row["id"]), work) if work else ()


class SlipSource(KindSource):
    """Referrals, which can be ordered by what they stand at."""

    def __init__(self, session: Session, where: Filter, text: str, today: date) -> None:
        super().__init__(session, "referral", where, text)
        self._today = today.isoformat()

    def ids(self, sort_column: str, descending: bool) -> "array[int]":
        if sort_column != STANDING:
            return super().ids(sort_column, descending)
        read = self._session.read().columns("referral", ("row", *REFERRAL_FIELDS), self.where())
        words = {row["row"]: str(standing(row, self._today)) for row in read}
        newest = [row for row in super().ids("", descending=False) if row in words]
        return array("q", sorted(newest, key=words.__getitem__, reverse=descending))


def _whole(column: Column) -> Column:
    return replace(column, width=190, least=180)
