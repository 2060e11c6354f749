"""The changes that a plan comes to: records made along the way first, then one change for each row."""

from collections.abc import Iterable, Iterator, Mapping

from mengzhan.model.entry import Values
from mengzhan.model.fieldtypes import Reference
from mengzhan.model.kind import Kind
from mengzhan.rules.reader import Change, Desk
from mengzhan.sheets.importing.links import NewRecord
from mengzhan.sheets.importing.planned import EMPTY

Written = tuple[str | None, Values]
"""The record that a row goes into, ``None`` for a new one, and what it writes there."""


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
    for record, writes in rows:
        values = {name: value for name, value in writes.items() if value or value not in EMPTY}
        for name in references:
            if name in values:
                values[name] = ids.get(str(values[name]), values[name])
        if record is None:
            yield Change(kind.name, desk.new_id(), {**values, "station": desk.station})
        elif values:
            yield Change(kind.name, record, values)
