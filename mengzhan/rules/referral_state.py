"""What a referral (职业介绍) is on a day: waiting for its slip, answered, overdue, arrived, left.

Derived from the dates that stand in it. A slip (回执) that is overdue counts as nothing: it is no
success, and it keeps nobody away from the list of those who want work (domain A2).
"""

from datetime import date, timedelta

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values

INTRODUCED, INTERVIEWED, ARRIVED, NO_SLIP = "0", "1", "2", "X"
LEFT_EARLY, STAYED_3, STAYED_6 = "A", "B", "C"
"""Codes of the table ``referral_result``."""

TERM = timedelta(days=7)
"""How long an employer has to send the slip back; so much again after an interview."""

_SUCCESS = (ARRIVED, STAYED_3, STAYED_6)


def text_of(values: Values, name: str) -> str:
    """Return a field that holds text, or an empty text."""
    value = values.get(name)
    return value if isinstance(value, str) else ""


def later(day: str, step: timedelta) -> str:
    """Return a day (ISO) moved by ``step``; a day that cannot be read stays as it is."""
    try:
        return (date.fromisoformat(day) + step).isoformat()
    except ValueError:
        return day


def _interviewed_on(referral: Values) -> str:
    """The day of the interview; a result that tells of one has no other date."""
    if text_of(referral, "result") == INTERVIEWED:
        return text_of(referral, "interviewed_on") or text_of(referral, "result_on")
    return text_of(referral, "interviewed_on")


def deadline_on(referral: Values, day: str) -> str:
    """Return by when the slip has to be back, as it was known on ``day``.

    An interview moves the date; before it, the first term holds.
    """
    first = later(text_of(referral, "day"), TERM)
    if _interviewed_on(referral) > day:
        return first
    return text_of(referral, "due_on") or first


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
        answered = text_of(referral, "result_on") or later(deadline, timedelta(days=1))
        if answered <= day:
            return result
    if day > deadline:
        return NO_SLIP
    interviewed = _interviewed_on(referral)
    return INTERVIEWED if interviewed and interviewed <= day else INTRODUCED


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


def turning_days(referral: Values) -> set[str]:
    """Return the days on which a referral may have become something else."""
    told = ("day", "result_on", "interviewed_on", "arrived_on", "left_on", "stay_3_on", "stay_6_on")
    first = later(text_of(referral, "day"), TERM)
    terms = {first, text_of(referral, "due_on") or first}
    ends = {later(end, timedelta(days=1)) for end in terms if end}
    return {text_of(referral, name) for name in told} - {""} | ends
