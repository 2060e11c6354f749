"""Result keys of 今日: one key records what came of a line (design section 8).

Digits follow the codes of the tables, rare results stand under 0. Nothing here is chosen for the
user: the result is the key pressed, the way of contact is shown and changed with T.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QObject

from mengzhan.model.codes import Code, code_table
from mengzhan.model.entry import Value
from mengzhan.rules.operations import add, edit
from mengzhan.rules.reader import Operation
from mengzhan.store.reader import StoreReader
from mengzhan.ui.pages.today_lines import Line, follow_ups
from mengzhan.ui.words import say

NO_CONTACT = "F9"
_NEXT_AFTER = {
    "F1": timedelta(days=30),
    "F5": timedelta(days=90),
    NO_CONTACT: timedelta(days=7),
}
"""When to ask again (``followup_outcome.csv``, next_action): a month, a quarter, soon."""

ARRIVED = "2"
_STILL_OPEN = ("0", "1")
_AFTER_ARRIVAL = frozenset({"A", "B", "C"})
_WAIT_AGAIN = timedelta(days=7)
_VACANCY_TERM = timedelta(days=30)
_FILLED, _WITHDRAWN = "3", "4"


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

    def _later(self, wait: timedelta) -> str:
        return (self._today + wait).isoformat()

    def _follow_up(self, line: Line) -> list[Answer]:
        person = line.subject.record if line.subject is not None else ""
        missed = _missed(self._reader, person)
        found = []
        for code in code_table("followup_outcome").offered:
            values: dict[str, Value] = {
                "person": person,
                "day": self._day,
                "mode": self._mode,
                "outcome": code.code,
            }
            if code.code in _NEXT_AFTER:
                values["next_on"] = self._later(_NEXT_AFTER[code.code])
            if code.code == NO_CONTACT:
                values["missed"] = missed + 1
            found.append(self._coded(code, add("follow_up", values), "add follow_up"))
        return found

    def _referral(self, line: Line) -> list[Answer]:
        found = []
        for code in code_table("referral_result").offered:
            if code.code in _AFTER_ARRIVAL or code.code == "0":
                continue
            values: dict[str, Value] = {"result": code.code, "result_on": self._day}
            if code.code == ARRIVED:
                values["arrived_on"] = self._day
            if code.code in _STILL_OPEN:
                values["due_on"] = self._later(_WAIT_AGAIN)
            found.append(self._coded(code, edit(line.due.record, values), "answer referral"))
        return found

    def _vacancy(self, line: Line) -> list[Answer]:
        record = line.due.record
        until = self._later(_VACANCY_TERM)
        choices: list[tuple[str, dict[str, Value]]] = [
            (self.tr("还在招，延 30 天"), {"valid_until": until}),
            (self.tr("已招满，撤下"), {"closed_on": self._day, "close_reason": _FILLED}),
            (self.tr("单位不招了，撤下"), {"closed_on": self._day, "close_reason": _WITHDRAWN}),
        ]
        return [
            Answer(str(key), label, edit(record, values), "answer vacancy")
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
        return Answer(key, say(code.label), operation, words, rare=not key.isdigit())


def _missed(reader: StoreReader, person: str) -> int:
    """Return how many contacts in a row have failed."""
    count = 0
    for row in follow_ups(reader, person):
        if row.get("outcome") != NO_CONTACT:
            break
        count += 1
    return count
