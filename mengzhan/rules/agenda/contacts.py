"""What was done for one person since a day, as far as the agenda asks: when was the last contact,
how often was nobody reached since, what was refused, what is known of work."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values, text_of
from mengzhan.rules.due import NOT_MET
from mengzhan.rules.due_rules import due_rules
from mengzhan.rules.referral_state import ARRIVED
from mengzhan.rules.state import AFTER_FOLLOW_UP
from mengzhan.rules.workdays import WorkingCalendar

REFUSED = "FA"
"""The outcome of a follow-up (``followup_outcome``) that says: refused to be served."""

ENDING = ("F2", "F3", "F6", "F7", "F8", "FC")
"""Outcomes after which a registration as unemployed has no ground any more."""


class Served(NamedTuple):
    """What was done for one person: follow-ups, the oldest first; days of other contact; days on
    which somebody came to a job and did not leave it."""

    follow_ups: Sequence[Values] = ()
    days: Sequence[str] = ()
    arrivals: Sequence[str] = ()


class History(NamedTuple):
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


def is_settled(calls: Sequence[Values]) -> bool:
    """Whether the newest follow-ups tell all that ``history`` asks: somebody answered and did not
    refuse, so that nothing before counts."""
    return any(call["outcome"] in AFTER_FOLLOW_UP for call in calls)


def history(served: Served, since: str, today: date) -> History:
    """Return what happened from ``since`` (ISO) to ``today``; later days are a wrong clock's."""
    until = today.isoformat()
    last = ""
    missed: list[Values] = []
    refusals: list[str] = []
    for day in served.days:
        if last < day and since <= day <= until:
            last = day
    told: Values = {}
    for day, call in _newest(served.follow_ups, since, until):
        outcome = call["outcome"]
        if outcome in NOT_MET:
            missed.append(call)
            continue
        last, missed = max(last, day), []
        refusals = [*refusals, day] if outcome == REFUSED else []
        if outcome in AFTER_FOLLOW_UP:
            told = call
    if missed and str(missed[-1]["day"]) < last:
        missed = []
    return History(
        last=last,
        missed=len(missed),
        tried=text_of(missed[-1], "day") if missed else "",
        retry=_retry(missed[-1]) if missed else "",
        refusals=tuple(refusals),
        ended=_ended(told, served.arrivals, since, until),
    )


def _newest(calls: Sequence[Values], since: str, until: str) -> list[tuple[str, Values]]:
    """Return follow-ups with their days, the oldest first: from the last one that settles all."""
    found: list[tuple[str, Values]] = []
    for call in reversed(calls):
        day = str(call["day"])
        if since <= day <= until:
            found.append((day, call))
            if call["outcome"] in AFTER_FOLLOW_UP:
                break
    return found[::-1]


def _retry(attempt: Values) -> str:
    agreed = text_of(attempt, "next_on")
    day = date.fromisoformat(text_of(attempt, "day"))
    return agreed or due_rules()["retry"].after(day, WorkingCalendar()).isoformat()


def _ended(told: Values, arrivals: Sequence[str], since: str, until: str) -> tuple[str, str] | None:
    """The last word on work: of a follow-up, or of an arrival that came after it."""
    day, code = text_of(told, "day"), text_of(told, "outcome")
    arrived = max((one for one in arrivals if since <= one <= until), default="")
    if arrived and arrived >= day:
        return arrived, code_table("referral_result").label(ARRIVED)
    return (day, code_table("followup_outcome").label(code)) if code in ENDING else None
