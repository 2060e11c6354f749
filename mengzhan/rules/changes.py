"""The history of one record for people: who changed what, when, from what to what."""

from collections.abc import Iterable
from dataclasses import dataclass

from mengzhan.model.entry import SET, Entry, Value
from mengzhan.model.fold import effective_sets


@dataclass(frozen=True)
class FieldChange:
    """One field of one change: what stood before and what was written."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True)
class Changed:
    """One entry of one record, and which fields it changed; none if it did not set any."""

    entry: Entry
    fields: tuple[FieldChange, ...]


def changes_of(entries: Iterable[Entry]) -> list[Changed]:
    """Return the changes of one record, newest first.

    ``before`` is what the entries earlier in time had left, which is what the person saw unless
    two places wrote at once.
    """
    ordered = sorted(entries, key=lambda entry: entry.order)
    sets = effective_sets(ordered)
    standing: dict[str, Value] = {}
    found: list[Changed] = []
    for entry in ordered:
        values = sets.get(entry.mark, {}) if entry.op == SET else {}
        fields = tuple(
            FieldChange(name, standing.get(name), value) for name, value in values.items()
        )
        standing.update(values)
        found.append(Changed(entry, fields))
    return found[::-1]
