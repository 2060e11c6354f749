"""What is true on a day, derived from dated records by one rule (design section 3).

Nothing stores a bare "current status": the journal tells when something was typed, the records
tell when it happened, and only the latter decides. What a registration said of an earlier day
still holds for that day after it was changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mengzhan.model.clock import day_of
from mengzhan.model.codes import code_table
from mengzhan.model.divisions import division_tree
from mengzhan.model.entry import Value, Values, text_of
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.filters import Compare, Either, Empty, Every, Filter, Not, OneOf
from mengzhan.rules.linked import linked
from mengzhan.rules.reader import Reader
from mengzhan.rules.referral_state import ARRIVED, is_working

OPEN, PARTLY, FILLED, WITHDRAWN, EXPIRED, FROZEN = "1", "2", "3", "4", "5", "6"
"""Codes of the table ``vacancy_status``."""

WANTS_WORK, EMPLOYED = "1", "2"
"""Codes of the table ``employment_status`` that referrals lead to."""

_UNKNOWN = "Z"

AFTER_FOLLOW_UP = {
    "F1": WANTS_WORK,
    "F2": EMPLOYED,
    "F3": "3",
    "F4": "C",
    "F5": "9",
    "F6": "A",
    "F7": "5",
    "F8": "8",
    "FC": _UNKNOWN,
}
"""What a follow-up (``followup_outcome``) says of the employment status on its day."""

_AFTER_DEREGISTRATION = {
    "X01": EMPLOYED,
    "X02": "4",
    "X03": "3",
    "X04": "A",
    "X05": "B",
    "X06": "8",
    "X08": "9",
}
"""What a reason (``deregister_reason``) says of it; the others leave it open."""

REGISTRATION_FIELDS = (
    "employment_status",
    "status_on",
    "registered_on",
    "unemployed_on",
    "deregistered_on",
    "deregister_reason",
)
"""The fields of a person whose earlier values count for earlier days."""


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
    """A vacancy on a day: its status code (empty before registration) and the places left, 0 also
    where it does not say how many people it wants."""

    status: str
    places_left: int


STATION = "station"
"""Stands for a table: the code is the place of the station that a record was handed to."""


@dataclass(frozen=True)
class Cause:
    """The record behind a change, and the reason: a code of a table."""

    kind: str
    record: str
    table: str
    code: str

    @property
    def words(self) -> Message:
        """The reason as people read it."""
        if self.table == STATION:
            words = QT_TRANSLATE_NOOP("model", "移交 {place}")
            return Message(words, {"place": division_tree().full_name(self.code)})
        return Message("{reason}", {"reason": code_table(self.table).label(self.code)})


@dataclass(frozen=True)
class Statement:
    """What a record says of a person's employment status from a day on.

    ``rank`` settles a day with several: a service tells more than the registration, and whoever
    left had arrived before.
    """

    day: str
    rank: int
    status: str
    cause: Cause


def state_on(reader: Reader, record: str, day: date) -> PersonOn | VacancyOn | None:
    """Return what holds for a person or a vacancy on ``day``; ``None`` for other records."""
    state = reader.state(record)
    if state is None or state.erased or state.deleted:
        return None
    named = linked(reader, record, _TELLING)
    services: list[Service] = [(one.kind, {**one.values, "id": one.record}) for one in named]
    if state.kind == "person":
        made = day_of(state.first.at) if state.first else ""
        earlier = reader.earlier_sets("person", REGISTRATION_FIELDS, (record,)).get(record, ())
        return person_on(state.values, made, services, day.isoformat(), earlier)
    if state.kind == "vacancy":
        referrals = (values for kind, values in services if kind == "referral")
        return vacancy_on(state.values, referrals, day.isoformat())
    return None


# People -----------------------------------------------------------------------------------------


def person_on(
    person: Values,
    made: str,
    services: Iterable[Service],
    day: str,
    earlier: Sequence[Values] = (),
) -> PersonOn:
    """Return what holds for a person on ``day`` (ISO), from values that were read already.

    Args:
        made: the day on which the record was made; it counts where no field gives a day.
        services: what names the person, of any kind; follow-ups and referrals tell of the status.
        earlier: what each entry set in ``REGISTRATION_FIELDS``, oldest first.
    """
    told = in_force(statements_of(person, made, services, earlier), day)
    status, since = (told.status, told.day) if told else ("", "")
    return PersonOn(is_registered(person, day), status, since)


def is_registered(person: Values, day: str) -> bool:
    """Return whether somebody was registered as unemployed (登记失业) on ``day`` (ISO)."""
    began, ended = _until(person, "unemployed_on", day), _until(person, "deregistered_on", day)
    return bool(began) and not (ended and ended >= began)


def statements_of(
    person: Values, made: str, services: Iterable[Service], earlier: Sequence[Values] = ()
) -> list[Statement]:
    """Return all that is said of a person's employment status, in the order of its days.

    The arguments are those of ``person_on``; causes name the ``id`` that values bring along.
    """
    said = [*_registrations(person, made, earlier), *_ends_and_returns(person, earlier)]
    for kind, values in services:
        if kind == "follow_up":
            said += _asked(values)
        elif kind == "referral":
            said += _arriving_and_leaving(values)
    return sorted((item for item in said if item.day), key=lambda item: (item.day, item.rank))


def _asked(follow_up: Values) -> Iterator[Statement]:
    outcome = text_of(follow_up, "outcome")
    if outcome in AFTER_FOLLOW_UP:
        cause = Cause("follow_up", text_of(follow_up, "id"), "followup_outcome", outcome)
        yield Statement(text_of(follow_up, "day"), 2, AFTER_FOLLOW_UP[outcome], cause)


def _arriving_and_leaving(referral: Values) -> Iterator[Statement]:
    record = text_of(referral, "id")
    arrived = Cause("referral", record, "referral_result", ARRIVED)
    yield Statement(text_of(referral, "arrived_on"), 3, EMPLOYED, arrived)
    left = Cause("referral", record, "employment_status", WANTS_WORK)
    yield Statement(text_of(referral, "left_on"), 4, WANTS_WORK, left)


def _since(person: Values, made: str) -> str:
    """Since when the status of the registration holds: its own date, else the registration's."""
    return text_of(person, "status_on") or text_of(person, "registered_on") or made


def _registrations(person: Values, made: str, earlier: Sequence[Values]) -> Iterator[Statement]:
    """What the registration said, and says now.

    An entry that moves the date alone corrects what stood. Whoever goes back to an earlier day
    takes back what was said of later ones.
    """
    said: list[tuple[str, str]] = []
    standing: dict[str, Value] = {}
    for values in (*earlier, person):
        standing |= {name: values[name] for name in values if name in REGISTRATION_FIELDS}
        if said and "employment_status" not in values:
            said.pop()
        since = _since(standing, made)
        said = [item for item in said if item[0] <= since]
        said.append((since, text_of(standing, "employment_status")))
    for day, status in said:
        if status:
            yield Statement(day, 0, status, _by(person, "employment_status", status))


def _ends_and_returns(person: Values, earlier: Sequence[Values]) -> Iterator[Statement]:
    """The end of the present registration as unemployed, and of those that a later one followed.

    Whoever registers again wants work again: 失业登记 is for those who ask for it. A day that was
    put right takes the place of the former one, and what was taken back was never said.
    """
    if not any(values.get("deregistered_on") for values in (*earlier, person)):
        return
    ended: dict[str, str] = {}
    again: dict[str, str] = {}
    standing: dict[str, Value] = {}
    for values in (*earlier, person):
        standing |= values
        ended[text_of(standing, "deregistered_on")] = text_of(standing, "deregister_reason")
        began = text_of(standing, "unemployed_on")
        before = max((day for day in ended if day and day < began), default="")
        if before:
            again[before] = began
    began, last = text_of(person, "unemployed_on"), text_of(person, "deregistered_on")
    for day, reason in ended.items():
        if reason and (day == last or day < began):
            status = _AFTER_DEREGISTRATION.get(reason, _UNKNOWN)
            yield Statement(day, 1, status, _by(person, "deregister_reason", reason))
    for day in (one for one in again.values() if one <= began):
        yield Statement(day, 1, WANTS_WORK, _by(person, "employment_status", WANTS_WORK))


def _by(person: Values, table: str, code: str) -> Cause:
    return Cause("person", text_of(person, "id"), table, code)


def in_force(statements: Sequence[Statement], day: str) -> Statement | None:
    """Return the statement that holds on ``day``; ``statements`` are in the order of their days."""
    return next((item for item in reversed(statements) if item.day <= day), None)


def _until(values: Values, field: str, day: str) -> str:
    """Return the date in ``field`` if it has come by ``day``, else empty."""
    value = text_of(values, field)
    return value if value <= day else ""


# Vacancies --------------------------------------------------------------------------------------


def vacancy_on(vacancy: Values, referrals: Iterable[Values], day: str) -> VacancyOn:
    """Return what holds for a vacancy on ``day`` (ISO), from values that were read already."""
    wanted, arrived = wanted_by(vacancy), arrived_on(referrals, day)
    return VacancyOn(_vacancy_status(vacancy, day, arrived), max(wanted - arrived, 0))


def wanted_by(vacancy: Values) -> int:
    """Return how many people a vacancy asks for; 0 if it does not say."""
    wanted = vacancy.get("headcount")
    return wanted if isinstance(wanted, int) and wanted > 0 else 0


def places_words(vacancy: Values, left: int) -> Message:
    """Return how many people a vacancy asks for and how many of them are ``left`` to find."""
    wanted = wanted_by(vacancy)
    if not wanted:
        return Message(QT_TRANSLATE_NOOP("model", "人数未填"))
    words = QT_TRANSLATE_NOOP("model", "招 {wanted} 人，还缺 {left} 人")
    return Message(words, {"wanted": wanted, "left": left})


def is_full(wanted: int, arrived: int) -> bool:
    """Whether enough people came. Of a vacancy that does not say how many, nobody knows: it stays
    open until somebody closes it or it runs out."""
    return 0 < wanted <= arrived


def arrived_on(referrals: Iterable[Values], day: str) -> int:
    """Count the referrals whose person had come by ``day`` and not left again."""
    return sum(is_working(referral, day) for referral in referrals)


def closed_since(vacancy: Values) -> str:
    """Return the day on which a vacancy was closed, empty if it was not.

    A ledger may say that a vacancy is filled or withdrawn, and not since when: it never was open.
    """
    closed = text_of(vacancy, "closed_on")
    return closed or (text_of(vacancy, "registered_on") if _closing_reason(vacancy) else "")


def still_offered(day: date) -> Filter:
    """Return the filter for vacancies that are neither closed nor over on ``day``.

    Those among them whose places are taken are told by their referrals alone (``vacancy_on``).
    """
    today = day.isoformat()
    begun = Compare("registered_on", "le", today)
    return Every((begun, Not(closed_by(today)), Not(Compare("valid_until", "lt", today))))


def closed_by(day: str) -> Filter:
    """Return the filter for vacancies that were closed by ``day``, as ``closed_since`` tells."""
    closing = tuple(code.code for code in code_table("vacancy_status") if not code.flag("is_open"))
    undated = (
        Empty("closed_on"),
        OneOf("close_reason", closing),
        Compare("registered_on", "le", day),
    )
    return Either((Compare("closed_on", "le", day), Every(undated)))


def is_offered(vacancy: Values, day: str) -> bool:
    """Whether a vacancy is registered on ``day`` and not closed; it may be full or have run out."""
    closed = closed_since(vacancy)
    return bool(_until(vacancy, "registered_on", day)) and not (closed and closed <= day)


def _closing_reason(vacancy: Values) -> str:
    reason = text_of(vacancy, "close_reason")
    known = code_table("vacancy_status").get(reason)
    return reason if known is not None and not known.flag("is_open") else ""


def _vacancy_status(vacancy: Values, day: str, arrived: int) -> str:
    if not _until(vacancy, "registered_on", day):
        return ""
    if not is_offered(vacancy, day):
        return _closing_reason(vacancy) or WITHDRAWN
    if is_full(wanted_by(vacancy), arrived):
        return FILLED
    ends = text_of(vacancy, "valid_until")
    if ends and ends < day:
        return EXPIRED
    return PARTLY if arrived else OPEN
