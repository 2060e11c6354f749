"""What is true on a day, derived from dated records by one rule (design section 3).

Nothing stores a bare "current status": the journal tells when something was typed, the records
tell when it happened, and only the latter decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mengzhan.model.fold import State
from mengzhan.rules.reader import Reader

OPEN, PARTLY, FILLED, WITHDRAWN, EXPIRED, FROZEN = "1", "2", "3", "4", "5", "6"
"""Codes of the table ``vacancy_status``."""

WANTS_WORK, EMPLOYED = "1", "2"
"""Codes of the table ``employment_status`` that referrals lead to."""

_AFTER_FOLLOW_UP = {
    "F1": "1",
    "F2": "2",
    "F3": "3",
    "F5": "9",
    "F6": "A",
    "F7": "5",
    "F8": "8",
}
"""What a follow-up (``followup_outcome``) says of the employment status on its day."""


@dataclass(frozen=True)
class PersonOn:
    """A person on a day: registered as unemployed or not, employment status and since when."""

    registered: bool
    status: str
    since: str


@dataclass(frozen=True)
class VacancyOn:
    """A vacancy on a day: its status code (empty before registration) and the places left."""

    status: str
    places_left: int


def state_on(reader: Reader, record: str, day: date) -> PersonOn | VacancyOn | None:
    """Return what holds for a person or a vacancy on ``day``; ``None`` for other records."""
    state = reader.state(record)
    if state is None or state.erased or state.deleted:
        return None
    if state.kind == "person":
        return _person_on(reader, state, day.isoformat())
    if state.kind == "vacancy":
        return _vacancy_on(reader, state, day.isoformat())
    return None


def _services(reader: Reader, record: str, kind: str) -> Iterator[State]:
    for link in reader.links_to(record):
        service = reader.state(link.record) if link.kind == kind else None
        if service is not None:
            yield service


def _until(state: State, field: str, day: str) -> str:
    """Return the date in ``field`` if it has come by ``day``, else empty."""
    value = state.values.get(field)
    return value if isinstance(value, str) and value <= day else ""


def _status_day(person: State, day: str) -> str:
    """Since when the status of the registration holds: its own date, else the registration's."""
    for name in ("status_on", "registered_on"):
        if person.values.get(name):
            return _until(person, name, day)
    made = person.first.at[:10] if person.first else ""
    return made if made <= day else ""


def _person_on(reader: Reader, person: State, day: str) -> PersonOn:
    began = _until(person, "unemployed_on", day)
    ended = _until(person, "deregistered_on", day)
    told = [(_status_day(person, day), 0, str(person.values.get("employment_status") or ""))]
    for follow_up in _services(reader, person.record, "follow_up"):
        status = _AFTER_FOLLOW_UP.get(str(follow_up.values.get("outcome")))
        if status:
            told.append((_until(follow_up, "day", day), 1, status))
    for referral in _services(reader, person.record, "referral"):
        told.append((_until(referral, "arrived_on", day), 2, EMPLOYED))
        told.append((_until(referral, "left_on", day), 3, WANTS_WORK))
    # On one day a service tells more than the registration, and whoever left had arrived before.
    since, _, status = max((item for item in told if item[0]), default=("", 0, ""))
    return PersonOn(bool(began) and not (ended and ended >= began), status, since)


def _vacancy_on(reader: Reader, vacancy: State, day: str) -> VacancyOn:
    wanted = vacancy.values.get("headcount")
    places = wanted if isinstance(wanted, int) else 0
    for referral in _services(reader, vacancy.record, "referral"):
        if _until(referral, "arrived_on", day) and not _until(referral, "left_on", day):
            places -= 1
    left = max(places, 0)
    return VacancyOn(_vacancy_status(vacancy, day, left, wanted), left)


def _vacancy_status(vacancy: State, day: str, left: int, wanted: object) -> str:
    if not _until(vacancy, "registered_on", day):
        return ""
    if _until(vacancy, "closed_on", day):
        return str(vacancy.values.get("close_reason") or WITHDRAWN)
    if left == 0:
        return FILLED
    ends = vacancy.values.get("valid_until")
    if isinstance(ends, str) and ends < day:
        return EXPIRED
    return OPEN if left == wanted else PARTLY
