"""What was done for one person since a day, as far as the agenda asks: when was the last contact,
how often was nobody reached since, what was refused, what is known of work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values
from mengzhan.rules.due import NOT_MET
from mengzhan.rules.due_rules import due_rules
from mengzhan.rules.referral_state import ARRIVED, text_of
from mengzhan.rules.state import AFTER_FOLLOW_UP
from mengzhan.rules.workdays import WorkingCalendar

REFUSED = "FA"
"""The outcome of a follow-up (``followup_outcome``) that says: refused to be served."""

ENDING = ("F2", "F3", "F6", "F7", "F8", "FC")
"""Outcomes after which a registration as unemployed has no ground any more."""


@dataclass(frozen=True)
class Served:
    """What was done for one person: follow-ups oldest first, referrals, other days of contact."""

    follow_ups: Sequence[Values] = ()
    referrals: Sequence[Values] = ()
    days: Sequence[str] = ()


@dataclass(frozen=True)
class History:
    """What follows from it.

    ``last``: the last day on which the person was spoken to, empty if never. ``missed``: how many
    attempts failed since, the last one on ``tried``, and from ``retry`` on it is tried again.
    ``refusals``: days on which service was refused, one after the other. ``ended``: the day and
    the words of what ends a registration.
    """

    last: str
    missed: int
    tried: str
    retry: str
    refusals: tuple[str, ...]
    ended: tuple[str, str] | None


def history(served: Served, since: str, today: date) -> History:
    """Return what happened from ``since`` (ISO) to ``today``; later days are a wrong clock's."""
    until = today.isoformat()
    calls = [one for one in served.follow_ups if since <= text_of(one, "day") <= until]
    reached = [one for one in calls if one.get("outcome") not in NOT_MET]
    days = [text_of(one, "day") for one in (*reached, *served.referrals)]
    last = max((day for day in (*days, *served.days) if since <= day <= until), default="")
    missed = [one for one in calls[_after_last(calls) :] if text_of(one, "day") >= last]
    tried = text_of(missed[-1], "day") if missed else ""
    return History(
        last=last,
        missed=len(missed),
        tried=tried,
        retry=_retry(missed[-1]) if missed else "",
        refusals=_refusals(reached),
        ended=_ended(calls, served.referrals, since, until),
    )


def _after_last(calls: Sequence[Values]) -> int:
    """Return where the attempts begin that followed the last answer."""
    answered = [at for at, one in enumerate(calls) if one.get("outcome") not in NOT_MET]
    return answered[-1] + 1 if answered else 0


def _retry(attempt: Values) -> str:
    agreed = text_of(attempt, "next_on")
    day = date.fromisoformat(text_of(attempt, "day"))
    return agreed or due_rules()["retry"].after(day, WorkingCalendar()).isoformat()


def _refusals(reached: Sequence[Values]) -> tuple[str, ...]:
    days: list[str] = []
    for one in reversed(reached):
        if one.get("outcome") != REFUSED:
            break
        days.append(text_of(one, "day"))
    return tuple(reversed(days))


def _ended(
    calls: Sequence[Values], referrals: Sequence[Values], since: str, until: str
) -> tuple[str, str] | None:
    told = [one for one in calls if one.get("outcome") in AFTER_FOLLOW_UP]
    newest = told[-1] if told else {}
    day, code = text_of(newest, "day"), text_of(newest, "outcome")
    arrivals = [text_of(one, "arrived_on") for one in referrals if not one.get("left_on")]
    arrived = max((one for one in arrivals if since <= one <= until), default="")
    if arrived and arrived >= day:
        return arrived, code_table("referral_result").label(ARRIVED)
    return (day, code_table("followup_outcome").label(code)) if code in ENDING else None
