"""Result keys of 今日: one key records what came of a line (design section 8).

Digits follow the codes of the tables, rare results stand under 0. Nothing here is chosen for the
user: the result is the key pressed, the way of contact is shown and changed with T.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from mengzhan.model.codes import Code, code_table
from mengzhan.model.entry import Value
from mengzhan.rules import answers
from mengzhan.rules.operations import add, edit
from mengzhan.rules.reader import Operation
from mengzhan.rules.referrals import record_left, record_result, record_stay_check
from mengzhan.rules.state import FILLED, WITHDRAWN
from mengzhan.store.reader import StoreReader
from mengzhan.ui.pages.today_lines import Line, follow_ups


@dataclass(frozen=True)
class Answer:
    """One result: ``key`` records it, ``rare`` ones stand under 0; ``words`` name the action."""

    key: str
    label: str
    operation: Operation
    words: str
    rare: bool = False


class Answers(QObject):
    """Which results a line can have."""

    def __init__(self, reader: StoreReader, today: date, mode: str) -> None:
        super().__init__()
        self._reader, self._today, self._mode = reader, today, mode

    def of(self, line: Line) -> list[Answer]:
        """Return the results of a line, in the order of their keys."""
        record, work = line.due.record, line.due.work
        if line.kind == "follow_up":
            return self.follow_up(line.subject.record if line.subject is not None else "")
        if line.kind == "referral":
            return self.referral(record, work)
        writers: dict[str, Callable[[str], list[Answer]]] = {
            "vacancy": self.vacancy,
            "task": self._task,
            "visit": self._visit,
        }
        writer = writers.get(line.kind)
        return writer(record) if writer is not None else []

    @property
    def _day(self) -> str:
        return self._today.isoformat()

    def follow_up(self, person: str) -> list[Answer]:
        """Return what a person may say when asked today."""
        earlier = follow_ups(self._reader, person)
        missed = answers.missed_in_a_row(row.get("outcome") for row in earlier)
        return [
            self._coded(
                code,
                add(
                    "follow_up",
                    answers.follow_up(person, self._mode, code.code, self._today, missed),
                ),
                "add follow_up",
            )
            for code in code_table("followup_outcome").offered
        ]

    def referral(self, record: str, work: str) -> list[Answer]:
        """Return what may be heard of a referral.

        ``work`` says what is asked (``rules.due``), or ``left``: whether the person is still there.
        """
        if work == "evidence":
            return self._evidence(record)
        left = Answer(
            "2", self.tr("今天知道已离职"), record_left(record, self._today), "answer referral"
        )
        if work.startswith("stay_"):
            return [self._stay(record, int(work.removeprefix("stay_"))), left]
        if work == "left":
            return [left]
        return [
            self._coded(code, record_result(record, code.code, self._today), "answer referral")
            for code in code_table("referral_result").offered
            if answers.is_referral_answer(code.code)
        ]

    def _evidence(self, record: str) -> list[Answer]:
        return [
            self._coded(code, edit(record, {"evidence": [code.code]}), "answer referral")
            for code in code_table("arrival_evidence").offered
        ]

    def _stay(self, record: str, months: int) -> Answer:
        still = self.tr("还在岗，满 {months} 个月").format(months=months)
        operation = record_stay_check(record, months, self._today)
        return Answer("1", still, operation, "answer referral")

    def vacancy(self, record: str) -> list[Answer]:
        """Return what an employer may say of a vacancy."""
        today = self._today
        choices: list[tuple[str, dict[str, Value]]] = [
            (self.tr("还在招，延 30 天"), answers.still_offered(today)),
            (self.tr("已招满，撤下"), answers.closed_vacancy(FILLED, today)),
            (self.tr("单位不招了，撤下"), answers.closed_vacancy(WITHDRAWN, today)),
        ]
        return [
            Answer(str(key), label, edit(record, values), "answer vacancy")
            for key, (label, values) in enumerate(choices, 1)
        ]

    def _task(self, record: str) -> list[Answer]:
        done = edit(record, {"done_on": self._day})
        return [Answer("1", self.tr("已完成"), done, "answer task")]

    def _visit(self, record: str) -> list[Answer]:
        closed = edit(record, {"closed_on": self._day})
        return [Answer("1", self.tr("诉求已办，销号"), closed, "answer visit")]

    def _coded(self, code: Code, operation: Operation, words: str) -> Answer:
        key = code.code[-1]
        return Answer(key, code.words, operation, words, rare=not key.isdigit())
