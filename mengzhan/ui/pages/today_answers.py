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
        writers: dict[str, Callable[[Line], list[Answer]]] = {
            "follow_up": self._follow_up,
            "referral": self._referral,
            "vacancy": self._vacancy,
            "task": self._task,
            "visit": self._visit,
        }
        writer = writers.get(line.kind)
        return writer(line) if writer is not None else []

    @property
    def _day(self) -> str:
        return self._today.isoformat()

    def _follow_up(self, line: Line) -> list[Answer]:
        person = line.subject.record if line.subject is not None else ""
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

    def _referral(self, line: Line) -> list[Answer]:
        return [
            self._coded(
                code,
                edit(line.due.record, answers.referral(code.code, self._today)),
                "answer referral",
            )
            for code in code_table("referral_result").offered
            if answers.is_referral_answer(code.code)
        ]

    def _vacancy(self, line: Line) -> list[Answer]:
        today = self._today
        choices: list[tuple[str, dict[str, Value]]] = [
            (self.tr("还在招，延 30 天"), answers.still_offered(today)),
            (self.tr("已招满，撤下"), answers.closed_vacancy(answers.FILLED, today)),
            (self.tr("单位不招了，撤下"), answers.closed_vacancy(answers.WITHDRAWN, today)),
        ]
        return [
            Answer(str(key), label, edit(line.due.record, values), "answer vacancy")
            for key, (label, values) in enumerate(choices, 1)
        ]

    def _task(self, line: Line) -> list[Answer]:
        done = edit(line.due.record, {"done_on": self._day})
        return [Answer("1", self.tr("已完成"), done, "answer task")]

    def _visit(self, line: Line) -> list[Answer]:
        closed = edit(line.due.record, {"closed_on": self._day})
        return [Answer("1", self.tr("诉求已办，销号"), closed, "answer visit")]

    def _coded(self, code: Code, operation: Operation, words: str) -> Answer:
        key = code.code[-1]
        return Answer(key, code.words, operation, words, rare=not key.isdigit())
