"""What a referral (职业介绍) is on a day: waiting for its slip, answered, overdue, arrived, left.

Derived from the dates that stand in it. A slip (回执) that is overdue counts as nothing: it is no
success, and it keeps nobody away from the list of those who want work (domain A2).
"""

from collections.abc import Iterable
from datetime import date, timedelta

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values, text_of, texts_of
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

INTRODUCED, INTERVIEWED, ARRIVED, NO_SLIP = "0", "1", "2", "X"
LEFT_EARLY, STAYED_3, STAYED_6 = "A", "B", "C"
"""Codes of the table ``referral_result``."""

INTERVIEWS = "interviews"
"""Beside the fields of a referral: the days that stood in ``interviewed_on`` one after the other."""

TERM = timedelta(days=7)
"""How long an employer has to send the slip back; so much again after an interview."""

_DAY = timedelta(days=1)
_DATED = ("day", "result_on", "arrived_on", "left_on", "stay_3_on", "stay_6_on")
_SUCCESS = (ARRIVED, STAYED_3, STAYED_6)


def later(day: str, step: timedelta) -> str:
    """Return a day (ISO) moved by ``step``; a day that cannot be read stays as it is."""
    try:
        return (date.fromisoformat(day) + step).isoformat()
    except ValueError:
        return day


def _interview(referral: Values, day: str) -> str:
    """The last interview by ``day``; a result that tells of one may be its only date.

    ``INTERVIEWS`` are those that the record spoke of earlier, where somebody has read them.
    """
    if not referral.get("interviewed_on") and text_of(referral, "result") != INTERVIEWED:
        return ""
    days = [*texts_of(referral, INTERVIEWS), text_of(referral, "interviewed_on")]
    if text_of(referral, "result") == INTERVIEWED and not days[-1]:
        days.append(text_of(referral, "result_on"))
    return max((one for one in days if one and one <= day), default="")


def interviews_of(sets: Iterable[Values]) -> list[str]:
    """Return the days of interviews that a referral has told of, from what its entries set.

    A day that was taken back is none.
    """
    days: list[str] = []
    for values in sets:
        day = text_of(values, "interviewed_on")
        if day:
            days = [*(earlier for earlier in days if earlier < day), day]
        elif days:
            days.pop()
    return days


def deadline_on(referral: Values, day: str) -> str:
    """Return by when the slip has to be back, as it was known on ``day``.

    Each interview moves the date by a term; what was agreed otherwise stands in ``due_on``.
    """
    last, known = _interview(referral, "9"), _interview(referral, day)
    if last == known:
        agreed = text_of(referral, "due_on")
        return agreed or later(known or text_of(referral, "day"), TERM)
    return later(known or text_of(referral, "day"), TERM)


def result_as_of(referral: Values, day: str) -> str:
    """Return the result (``referral_result``) as it stood on ``day``; empty before the referral.

    Without an answer it is ``NO_SLIP`` once the term is over. An answer without a date of its own
    counts from then on, too; a success counts by the day of arrival alone.
    """
    if not text_of(referral, "day") or text_of(referral, "day") > day:
        return ""
    arrived = text_of(referral, "arrived_on")
    if arrived and arrived <= day:
        return _after_arrival(referral, day)
    deadline = deadline_on(referral, day)
    result = text_of(referral, "result")
    if _is_final(result):
        answered = text_of(referral, "result_on") or later(deadline, _DAY)
        if answered <= day:
            return result
    if day > deadline:
        return NO_SLIP
    return INTERVIEWED if _interview(referral, day) else INTRODUCED


def _is_final(result: str) -> bool:
    """Whether a result ends the waiting without anybody having come."""
    known = code_table("referral_result").get(result)
    if result == NO_SLIP:
        return True
    return result not in _SUCCESS and known is not None and not known.flag("is_open")


def _after_arrival(referral: Values, day: str) -> str:
    left = text_of(referral, "left_on")
    if left and left <= day and text_of(referral, "result") == LEFT_EARLY:
        return LEFT_EARLY
    for result, name in ((STAYED_6, "stay_6_on"), (STAYED_3, "stay_3_on")):
        checked = text_of(referral, name)
        if checked and checked <= day:
            return result
    return ARRIVED


def is_under_way(referral: Values, day: str) -> bool:
    """Whether a referral is still waiting in time for its answer on ``day``."""
    return result_as_of(referral, day) in (INTRODUCED, INTERVIEWED)


def is_working(referral: Values, day: str) -> bool:
    """Whether the person had come by ``day`` and not left again."""
    arrived, left = text_of(referral, "arrived_on"), text_of(referral, "left_on")
    return bool(arrived) and arrived <= day and not (left and left <= day)


def standing(referral: Values, day: str) -> Message:
    """Say what a referral stands at on ``day``; a slip that is overdue is 未反馈, never success."""
    result, left = result_as_of(referral, day), text_of(referral, "left_on")
    if result == NO_SLIP and referral.get("result") != NO_SLIP:
        return Message(QT_TRANSLATE_NOOP("model", "逾期，未反馈"))
    if left and left <= day:
        return Message(QT_TRANSLATE_NOOP("model", "到岗后离职"))
    label = code_table("referral_result").label(result) if result else ""
    return Message("{result}", {"result": label})


def turning_days(referral: Values) -> set[str]:
    """Return the days on which a referral may have become something else."""
    days = {text_of(referral, name) for name in _DATED}
    starts = {text_of(referral, "day"), *texts_of(referral, INTERVIEWS)}
    if text_of(referral, "result") == INTERVIEWED or referral.get("interviewed_on"):
        starts |= {text_of(referral, "interviewed_on"), text_of(referral, "result_on")}
    ends = {text_of(referral, "due_on"), *(later(start, TERM) for start in starts)}
    return (days | starts | {later(end, _DAY) for end in ends}) - {""}
