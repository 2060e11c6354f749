"""What the records say of a person or an employer on a day, as far as policies ask."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from mengzhan.model.entry import Values, date_of, texts_of
from mengzhan.model.fold import State
from mengzhan.rules.filters import OneOf
from mengzhan.rules.linked import linked
from mengzhan.rules.matching.gathering import read_referrals
from mengzhan.rules.months import full_months, months_later
from mengzhan.rules.reader import Reader
from mengzhan.rules.referral_state import is_working
from mengzhan.rules.state import PersonOn, state_on

_HIRED_WITHIN_MONTHS = 12


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
        return texts_of(self.values, "key_groups")

    def day_of(self, name: str) -> date | None:
        """Return a date of the record, if it is known."""
        return date_of(self.values, name)

    def months_since(self, name: str) -> int | None:
        """Return the full months from a date of the record to the day; 0 if it is to come."""
        began = self.day_of(name)
        return None if began is None else full_months(began, self.day)


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
    told = [wish for wish in linked(reader, state.record, ("training_intent",)) if _by(wish, day)]
    last = max(told, key=lambda wish: str(wish.values.get("day")), default=None)
    intent = last.values if last is not None else {}
    return Subject("person", day, state.values, on.status, on.registered, intent)


def _by(state: State, day: date) -> bool:
    return str(state.values.get("day") or "9") <= day.isoformat()


def _hired(reader: Reader, employer: str, day: date) -> dict[str, int]:
    """Count the people who came to an employer's vacancies and work there, by key group, each once."""
    came = {
        str(referral["person"])
        for referral in read_referrals(reader, "employer", employer)
        if is_working(referral, day.isoformat()) and _is_recent(referral, day)
    }
    rows = reader.columns("person", ("key_groups",), OneOf("id", tuple(came)))
    return Counter(code for row in rows for code in texts_of(row, "key_groups"))


def _is_recent(referral: Values, day: date) -> bool:
    arrived = date_of(referral, "arrived_on")
    return arrived is not None and months_later(arrived, _HIRED_WITHIN_MONTHS) >= day
