"""Result keys of 今日: one key records what came of a line (design section 8).

Digits follow the codes of the tables, rare results stand under 0. Nothing here is chosen for the
user: the result is the key pressed, the way of contact is shown and changed with T.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject

from mengzhan.model.codes import Code, code_table
from mengzhan.model.entry import Value, Values, text_of
from mengzhan.model.fold import State
from mengzhan.rules import answers
from mengzhan.rules.agenda.lines import Line
from mengzhan.rules.leaving import deregister
from mengzhan.rules.linked import linked
from mengzhan.rules.operations import add, edit
from mengzhan.rules.reader import Operation
from mengzhan.rules.slip_answers import (
    GONE,
    STILL_THERE,
    AskedSlip,
    codes_heard,
    hear,
    stay_months,
)
from mengzhan.rules.state import FILLED, WITHDRAWN
from mengzhan.store.reader import StoreReader

_ENDS = {"lost": "X09", "refused": "X08", "registration_ends": ""}
"""Work that asks whether a registration ends, and the reason (``deregister_reason``) if it can be
but one."""

_HEARD = "answer referral"


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
        if work == "visit_month":
            return []
        if line.kind == "follow_up":
            person = line.subject.record if line.subject is not None else ""
            return self.deregistration(person, work) or self.follow_up(person)
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
        earlier = _follow_ups(self._reader, person)
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

    def deregistration(self, person: str, work: str) -> list[Answer]:
        """Return what somebody may decide of a registration that can end; none for other work."""
        if work not in _ENDS:
            return []
        codes = code_table("deregister_reason").offered
        goes_on = next(one for one in self.follow_up(person) if one.key == "1")
        missed = next(one for one in self.follow_up(person) if one.key == "9")
        if not _ENDS[work]:
            ends = [self._ending(person, code) for code in codes if code.code[1:] < "09"]
            return [*ends, replace(goes_on, key="9", label=self.tr("又失业了，继续服务"))]
        reason = next(code for code in codes if code.code == _ENDS[work])
        ends = [replace(self._ending(person, reason), key="1")]
        served = replace(goes_on, key="2", label=self.tr("联系上了，继续服务"))
        return [*ends, served, missed]

    def _ending(self, person: str, reason: Code) -> Answer:
        label = self.tr("注销：{reason}").format(reason=reason.words)
        operation = deregister(person, reason.code, self._today)
        return Answer(reason.code[-1], label, operation, "edit person")

    def referral(self, record: str, work: str) -> list[Answer]:
        """Return what may be heard of a referral.

        ``work`` says what is asked (``rules.due``), or ``left``: whether the person is still there.
        """
        asked = AskedSlip(record, work)
        codes = codes_heard(work)
        if codes:
            return [self._coded(code, self._hear(asked, code.code), _HEARD) for code in codes]
        left = Answer(GONE, self.tr("今天知道已离职"), self._hear(asked, GONE), _HEARD)
        months = stay_months(work)
        if not months:
            return [left]
        still = self.tr("还在岗，满 {months} 个月").format(months=months)
        return [Answer(STILL_THERE, still, self._hear(asked, STILL_THERE), _HEARD), left]

    def _hear(self, asked: AskedSlip, key: str) -> Operation:
        return hear(asked, key, self._today)

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


def _follow_ups(reader: StoreReader, person: str) -> list[Values]:
    """Return the follow-ups of a person, newest day first."""
    found = linked(reader, person, ("follow_up",))
    return [state.values for state in sorted(found, key=_asked_on, reverse=True)]


def _asked_on(follow_up: State) -> tuple[str, str]:
    return text_of(follow_up.values, "day"), follow_up.first.at if follow_up.first else ""
