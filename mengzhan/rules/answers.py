"""What one key on a line of 今日 records: the values that follow from a result.

When to ask again follows the tables ``followup_outcome.csv`` and ``referral_result.csv``
(next_action). A result itself is never chosen here.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from mengzhan.model.entry import Value
from mengzhan.rules.referral_state import (
    ARRIVED,
    INTERVIEWED,
    INTRODUCED,
    LEFT_EARLY,
    STAYED_3,
    STAYED_6,
    TERM,
)

NO_CONTACT = "F9"
"""The outcome of a follow-up (回访) that reached nobody."""

UNREACHED = (NO_CONTACT, "FA", "FB")
"""Outcomes in which the person was not spoken to: nobody there, a refusal, somebody else."""

_NEXT_AFTER = {
    "F1": timedelta(days=30),
    "F5": timedelta(days=90),
    NO_CONTACT: timedelta(days=7),
}
"""A month, a quarter, soon."""

_AFTER_ARRIVAL = (LEFT_EARLY, STAYED_3, STAYED_6)
_VACANCY_TERM = timedelta(days=30)


def missed_in_a_row(outcomes: Iterable[Value]) -> int:
    """Count how many of the newest contacts failed; ``outcomes`` run from the newest back."""
    count = 0
    for outcome in outcomes:
        if outcome != NO_CONTACT:
            break
        count += 1
    return count


def follow_up(
    person: str, mode: str, outcome: str, today: date, missed: int = 0
) -> dict[str, Value]:
    """Return a follow-up of today; ``missed`` contacts in a row failed before it."""
    values: dict[str, Value] = {
        "person": person,
        "day": today.isoformat(),
        "mode": mode,
        "outcome": outcome,
    }
    if outcome in _NEXT_AFTER:
        values["next_on"] = (today + _NEXT_AFTER[outcome]).isoformat()
    if outcome == NO_CONTACT:
        values["missed"] = missed + 1
    return values


def is_referral_answer(result: str) -> bool:
    """Return whether a result can be the answer to a slip (推荐信) that is due.

    What happens after arrival cannot, and 未反馈 is how it stands already.
    """
    return result != INTRODUCED and result not in _AFTER_ARRIVAL


def referral(result: str, today: date) -> dict[str, Value]:
    """Return what changes in a referral (职业介绍) when its result is heard of today."""
    values: dict[str, Value] = {"result": result, "result_on": today.isoformat()}
    if result == ARRIVED:
        values["arrived_on"] = today.isoformat()
    if result == INTERVIEWED:
        values["interviewed_on"] = today.isoformat()
    if result in (INTRODUCED, INTERVIEWED):
        values["due_on"] = (today + TERM).isoformat()
    return values


def still_offered(today: date) -> dict[str, Value]:
    """Return what changes in a vacancy that was confirmed today."""
    return {"valid_until": (today + _VACANCY_TERM).isoformat()}


def closed_vacancy(reason: str, today: date) -> dict[str, Value]:
    """Return what changes in a vacancy that is closed today."""
    return {"closed_on": today.isoformat(), "close_reason": reason}
