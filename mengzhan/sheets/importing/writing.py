"""The changes that a plan comes to: records made along the way first, then one change for each row,
and after it the contacts that the row tells of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from mengzhan.model.entry import Values, is_empty
from mengzhan.model.fieldtypes import Reference
from mengzhan.model.kind import Kind
from mengzhan.rules.reader import Change, Desk
from mengzhan.sheets.importing.followers import Contact
from mengzhan.sheets.importing.links import NewRecord


@dataclass(frozen=True, slots=True)
class Written:
    """The record that a row goes into, ``None`` for a new one, what it writes there, and after."""

    record: str | None
    values: Values = field(repr=False)
    contacts: Iterable[Contact] = field(default=(), repr=False)


def changes(
    desk: Desk, kind: Kind, made: Mapping[str, NewRecord], rows: Iterable[Written]
) -> Iterator[Change]:
    """Yield the changes.

    Args:
        made: the records that are made along the way, by what rows call them.
    """
    ids: dict[str, str] = {}
    for name, new in made.items():
        ids[name] = desk.new_id()
        yield Change(new.kind, ids[name], {**new.values, "station": desk.station})
    references = [item.name for item in kind if isinstance(item.type, Reference)]
    for row in rows:
        values = {name: value for name, value in row.values.items() if value or not is_empty(value)}
        for name in references:
            if name in values:
                values[name] = ids.get(str(values[name]), values[name])
        record = row.record or desk.new_id()
        if row.record is None:
            yield Change(kind.name, record, {**values, "station": desk.station})
        elif values:
            yield Change(kind.name, record, values)
        for contact, told in row.contacts:
            own = {**told, kind.name: record, "station": desk.station}
            yield Change(contact, desk.new_id(), own)
