"""What the records say of a person or an employer on a day, as far as policies ask."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from mengzhan.model.entry import Values
from mengzhan.model.fold import State
from mengzhan.rules.reader import Reader
from mengzhan.rules.state import PersonOn, state_on

_HIRED_WITHIN_DAYS = 365


@dataclass(frozen=True)
class Subject:
    """A person or an employer on a day.

    ``registered``: registered as unemployed. ``intent``: the last training wish that was noted.
    ``hired``: codes of key groups of people whom the employer took on within the last year and
    who have not left, with how many of each.
    """

    kind: str
    day: date
    values: Values = field(repr=False)
    status: str = ""
    registered: bool = False
    intent: Values = field(default_factory=dict, repr=False)
    hired: dict[str, int] = field(default_factory=dict)

    @property
    def groups(self) -> list[str]:
        """The codes of the key groups of a person."""
        held = self.values.get("key_groups")
        return held if isinstance(held, list) else []

    def day_of(self, name: str) -> date | None:
        """Return a date of the record, if it is known."""
        text = self.values.get(name)
        return date.fromisoformat(text) if isinstance(text, str) and text else None

    def months_since(self, name: str) -> int | None:
        """Return the full months from a date of the record to the day."""
        began = self.day_of(name)
        if began is None:
            return None
        months = (self.day.year - began.year) * 12 + self.day.month - began.month
        return months - (self.day.day < began.day)


def subject_on(reader: Reader, record: str, day: date) -> Subject | None:
    """Return what policies ask about a record; ``None`` for other kinds and what is gone."""
    state = reader.state(record)
    if state is None or state.erased or state.deleted:
        return None
    if state.kind == "person":
        return _person(reader, state, day)
    if state.kind == "employer":
        return Subject("employer", day, state.values, hired=_hired(reader, record, day))
    return None


def _person(reader: Reader, state: State, day: date) -> Subject:
    on = state_on(reader, state.record, day)
    assert isinstance(on, PersonOn)  # noqa: S101 - a live person has one
    told = [wish for wish in _linked(reader, state.record, "training_intent") if _by(wish, day)]
    last = max(told, key=lambda wish: str(wish.values.get("day")), default=None)
    intent = last.values if last is not None else {}
    return Subject("person", day, state.values, on.status, on.registered, intent)


def _by(state: State, day: date) -> bool:
    return str(state.values.get("day") or "9") <= day.isoformat()


def _linked(reader: Reader, record: str, kind: str) -> Iterator[State]:
    for link in reader.links_to(record):
        state = reader.state(link.record) if link.kind == kind else None
        if state is not None:
            yield state


def _hired(reader: Reader, employer: str, day: date) -> dict[str, int]:
    """Count the people who arrived at an employer's vacancies, by key group, each once."""
    people: set[str] = set()
    for vacancy in _linked(reader, employer, "vacancy"):
        for referral in _linked(reader, vacancy.record, "referral"):
            person = referral.values.get("person")
            if isinstance(person, str) and _works(referral.values, day):
                people.add(person)
    counts: dict[str, int] = {}
    for person in people:
        state = reader.state(person)
        held = state.values.get("key_groups") if state is not None else None
        for code in held if isinstance(held, list) else ():
            counts[code] = counts.get(code, 0) + 1
    return counts


def _works(referral: Values, day: date) -> bool:
    arrived, left = referral.get("arrived_on"), referral.get("left_on")
    if not isinstance(arrived, str) or arrived > day.isoformat():
        return False
    recent = (day - date.fromisoformat(arrived)).days <= _HIRED_WITHIN_DAYS
    return recent and not (isinstance(left, str) and left <= day.isoformat())
