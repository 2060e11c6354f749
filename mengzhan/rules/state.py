"""What is true on a day, derived from dated records by one rule (design section 3).

Nothing stores a bare "current status": the journal tells when something was typed, the records
tell when it happened, and only the latter decides.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mengzhan.model.entry import Values
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

_TELLING = ("follow_up", "referral")
"""The kinds of service that tell of a person's status or of the places left."""

Service = tuple[str, Values]
"""The kind of a record that names a person or a vacancy, and its values."""


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
    services = _services(reader, record)
    if state.kind == "person":
        made = state.first.at[:10] if state.first else ""
        return person_on(state.values, made, services, day.isoformat())
    if state.kind == "vacancy":
        referrals = (values for kind, values in services if kind == "referral")
        return vacancy_on(state.values, referrals, day.isoformat())
    return None


def _services(reader: Reader, record: str) -> Iterator[Service]:
    for link in reader.links_to(record):
        service = reader.state(link.record) if link.kind in _TELLING else None
        if service is not None:
            yield link.kind, service.values


def _until(values: Values, field: str, day: str) -> str:
    """Return the date in ``field`` if it has come by ``day``, else empty."""
    value = values.get(field)
    return value if isinstance(value, str) and value <= day else ""


def _status_day(person: Values, made: str, day: str) -> str:
    """Since when the status of the registration holds: its own date, else the registration's."""
    for name in ("status_on", "registered_on"):
        if person.get(name):
            return _until(person, name, day)
    return made if made <= day else ""


def person_on(person: Values, made: str, services: Iterable[Service], day: str) -> PersonOn:
    """Return what holds for a person on ``day`` (ISO), from values that were read already.

    Args:
        made: the day on which the record was made; it counts where no field gives a day.
        services: what names the person, of any kind; follow-ups and referrals tell of the status.
    """
    began = _until(person, "unemployed_on", day)
    ended = _until(person, "deregistered_on", day)
    told = [(_status_day(person, made, day), 0, str(person.get("employment_status") or ""))]
    for kind, values in services:
        status = _AFTER_FOLLOW_UP.get(str(values.get("outcome"))) if kind == "follow_up" else None
        if status:
            told.append((_until(values, "day", day), 1, status))
        elif kind == "referral":
            told.append((_until(values, "arrived_on", day), 2, EMPLOYED))
            told.append((_until(values, "left_on", day), 3, WANTS_WORK))
    # On one day a service tells more than the registration, and whoever left had arrived before.
    since, _, status = max((item for item in told if item[0]), default=("", 0, ""))
    return PersonOn(bool(began) and not (ended and ended >= began), status, since)


def vacancy_on(vacancy: Values, referrals: Iterable[Values], day: str) -> VacancyOn:
    """Return what holds for a vacancy on ``day`` (ISO), from values that were read already."""
    wanted = vacancy.get("headcount")
    places = wanted if isinstance(wanted, int) else 0
    left = max(places - arrived_on(referrals, day), 0)
    return VacancyOn(_vacancy_status(vacancy, day, left, wanted), left)


def arrived_on(referrals: Iterable[Values], day: str) -> int:
    """Count the referrals whose person had come by ``day`` and not left again."""
    return sum(
        bool(_until(values, "arrived_on", day)) and not _until(values, "left_on", day)
        for values in referrals
    )


def _vacancy_status(vacancy: Values, day: str, left: int, wanted: object) -> str:
    if not _until(vacancy, "registered_on", day):
        return ""
    if _until(vacancy, "closed_on", day):
        return str(vacancy.get("close_reason") or WITHDRAWN)
    if left == 0:
        return FILLED
    ends = vacancy.get("valid_until")
    if isinstance(ends, str) and ends < day:
        return EXPIRED
    return OPEN if left == wanted else PARTLY
