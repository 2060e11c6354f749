"""Taking somebody off a list (销号): the record that says why is written, the list follows.

A person leaves 有人没活干 by a follow-up (``followup_outcome``) or by the end of the registration
(``deregister_reason``), a vacancy leaves 有活没人干 by being closed (``vacancy_status``).
"""

from collections.abc import Iterable, Sequence
from datetime import date

from mengzhan.model.codes import Code, code_table
from mengzhan.model.entry import text_of
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules import answers
from mengzhan.rules.operations import add, edit, kept, present
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.rules.state import AFTER_FOLLOW_UP, FILLED, FROZEN, WANTS_WORK, WITHDRAWN

CLOSING = (FILLED, WITHDRAWN, FROZEN)
"""Why a vacancy is closed by hand: filled otherwise, withdrawn, frozen (``vacancy_status``)."""


def person_reasons() -> list[Code]:
    """Return the outcomes of a follow-up after which nobody wants work any more."""
    outcomes = code_table("followup_outcome").offered
    return [c for c in outcomes if AFTER_FOLLOW_UP.get(c.code, WANTS_WORK) != WANTS_WORK]


def vacancy_reasons() -> list[Code]:
    """Return the reasons for closing a vacancy."""
    return [code for code in code_table("vacancy_status").offered if code.code in CLOSING]


def take_off(record: str, reason: str, day: date, mode: str = "1") -> Operation:
    """Take a person or vacancy off its list for a ``reason``, as of ``day``.

    Args:
        reason: a code of ``followup_outcome`` or ``deregister_reason`` for a person, of
            ``vacancy_status`` for a vacancy.
        mode: how the person was asked (``visit_mode``); a deregistration asks nobody.

    Raises (when run):
        NoSuchRecord: there is no such person or vacancy.
        UserError: ``REASON_UNKNOWN``, the reason takes nobody off; ``NOT_REGISTERED``.
    """

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        target = kept(reader, record)
        state = present(reader, target)
        if state.kind == "vacancy" and reason in _codes(vacancy_reasons()):
            return edit(target, answers.closed_vacancy(reason, day))(reader, desk)
        if state.kind == "person" and reason in _codes(person_reasons()):
            return add("follow_up", answers.follow_up(target, mode, reason, day))(reader, desk)
        if state.kind == "person" and reason in code_table("deregister_reason"):
            return deregister(target, reason, day)(reader, desk)
        words = QT_TRANSLATE_NOOP("model", "这个原因不能销号。请选一个写明去向的原因。")
        raise UserError("REASON_UNKNOWN", Message(words))

    return run


def _codes(codes: Sequence[Code]) -> set[str]:
    return {code.code for code in codes}


def deregister(person: str, reason: str, day: date) -> Operation:
    """End the registration of an unemployed person (注销失业登记) with its reason."""

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        values = present(reader, person).values
        if not text_of(values, "unemployed_on"):
            words = QT_TRANSLATE_NOOP("model", "这个人没有登记失业，不用注销；请按回访结果销号。")
            raise UserError("NOT_REGISTERED", Message(words))
        ended = {"deregistered_on": day.isoformat(), "deregister_reason": reason}
        return edit(person, ended)(reader, desk)

    return run
