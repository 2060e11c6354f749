"""What a form holds: what was loaded, what the user changed, what filled itself in. No Qt."""

from collections.abc import Mapping
from datetime import date, timedelta

from mengzhan.model.entry import Value, Values
from mengzhan.model.fold import SYSTEM_FIELDS
from mengzhan.model.kind import Kind


def prefilled(kind: Kind, today: date, known: Mapping[str, Value]) -> dict[str, Value]:
    """Return the values a new record may begin with (design section 8: dates, operator, place).

    ``known`` gives ``station``, ``operator`` and ``operator_role``; dates follow from ``today``.
    """
    days = {"today": 0, "in_7_days": 7, "in_30_days": 30}
    dates: dict[str, Value] = {
        name: (today + timedelta(days=later)).isoformat() for name, later in days.items()
    }
    source = {**dates, **known}
    found = {field.name: source.get(field.prefill) for field in kind if field.prefill}
    return {name: value for name, value in found.items() if value is not None}


class FormValues:
    """The values of one record while it is edited."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self._before: dict[str, Value] = {}
        self._now: dict[str, Value] = {}
        self._typed: set[str] = set()
        self._given: dict[str, Value] = {}
        self._confirmed: set[str] = set()
        self.unknown: dict[str, Value] = {}

    def begin(self, values: Values, *, existing: bool) -> None:
        """Start with the values of a stored record, or with those a new one begins with."""
        known = {f.name: values[f.name] for f in self._kind if values.get(f.name) is not None}
        self._before = dict(known) if existing else {}
        self._now = known
        self._typed = set(known) if existing else set()
        self._given = {}
        self._confirmed = set()
        self.unknown = {
            name: value
            for name, value in values.items()
            if self._kind.get(name) is None and name not in SYSTEM_FIELDS and value is not None
        }

    def give(self, values: Values) -> dict[str, Value]:
        """Take what is known before anybody types (the person visited); return what it fills.

        It stays where something else would fill it in, and is nothing to lose.
        """
        filled: dict[str, Value] = {}
        for name, value in values.items():
            filled |= self.type(name, value)
        self._given = dict(self._now)
        return filled

    def type(self, name: str, value: Value) -> dict[str, Value]:
        """Take a value from the user; return the other fields that it fills.

        A filled field that the user has typed into stays as it is; an emptied one can be filled
        again.
        """
        self._put(name, value)
        if value is None:
            self._typed.discard(name)
        else:
            self._typed.add(name)
        filled = {
            target: fact
            for target, fact in self._kind.filled_by({name: value}).items()
            if target not in self._typed and fact != self._now.get(target)
        }
        for target, fact in filled.items():
            self._put(target, fact)
        return filled

    def _put(self, name: str, value: Value) -> None:
        if value is None:
            self._now.pop(name, None)
        else:
            self._now[name] = value

    def confirm(self, name: str) -> None:
        """Count a field as changed though its value is the same: it settles a conflict."""
        self._confirmed.add(name)

    def settle(self) -> None:
        """What stands is what is stored: nothing is changed any more."""
        self._before = dict(self._now)
        self._typed = set(self._now)
        self._confirmed = set()

    def values(self) -> dict[str, Value]:
        """Every value that is there, without unknown fields."""
        return dict(self._now)

    def dirty(self) -> dict[str, Value]:
        """The fields that differ from what was loaded (``None``: emptied), and confirmed ones."""
        names = [field.name for field in self._kind]
        return {
            name: self._now.get(name)
            for name in names
            if self._now.get(name) != self._before.get(name) or name in self._confirmed
        }

    def touched_by_user(self) -> bool:
        """Whether there is anything that would be lost: more than what was given or filled in."""
        return any(
            name in self._typed or name in self._before
            for name, value in self.dirty().items()
            if value is None or value != self._given.get(name)
        )
