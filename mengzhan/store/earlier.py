"""What fields held before: the values that entries set one after the other."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from mengzhan.model.entry import REDACT, SEEN_LENGTH, SET
from mengzhan.rules.erasure import EARLIER
from mengzhan.store.driver import IN_LIST, Connection, as_list
from mengzhan.store.tables import table_name

Values = dict[str, Any]
Sets = dict[str, list[Values]]

_AT = "at"


def earlier_sets(
    connection: Connection, kind: str, names: Sequence[str], records: Sequence[str] | None = None
) -> Sets:
    """Return what each entry set in one of ``names``, oldest first, for records of a kind of which
    several entries did; ``at``, the time of the entry, may be among the names."""
    # The journal has no shorter way to the records with several entries; the table of the kind has.
    which: str = f"SELECT id FROM {table_name(kind)} WHERE changed <> created"
    about: Sequence[Any] = ()
    if records is not None:
        which, about = "SELECT value FROM json_each(?)", as_list(records)
    fields = [name for name in names if name != _AT]
    redacted = _redacted(connection, kind, fields)
    found: Sets = {}
    condition = f"record IN ({which}) AND op = ?"
    for record, mark, _, at, told in _entries(connection, fields, condition, [*about, SET]):
        values = redacted.get(mark, told)
        if values:
            stamped = {_AT: at} if _AT in names else {}
            found.setdefault(record, []).append(stamped | values)
    return {record: sets for record, sets in found.items() if len(sets) > 1}


def _entries(
    connection: Connection, fields: Sequence[str], condition: str, parameters: Sequence[Any]
) -> Iterator[tuple[str, str, str, str, Values]]:
    """Yield (record, mark, target, at, values of ``fields``), oldest first."""
    cells = "".join(", set_values -> ?" for _ in fields)
    query = (
        f"SELECT record, hash, target, at{cells} FROM entries WHERE {condition} ORDER BY at, seq"
    )
    paths = [f'$."{name}"' for name in fields]
    for record, hash_, target, at, *told in connection.execute(query, [*paths, *parameters]):
        pairs = zip(fields, told, strict=True)
        values = {name: json.loads(cell) for name, cell in pairs if cell is not None}
        yield record, hash_[:SEEN_LENGTH], target, at, values


def _redacted(connection: Connection, kind: str, fields: Sequence[str]) -> dict[str, Values]:
    """Return mark -> the values that stand for those of an entry after its last redaction."""
    condition, parameters = "op <> 'set' AND op = ? AND kind = ?", (REDACT, kind)
    stands: dict[str, Values] = {}
    about: dict[str, str] = {}
    for _, mark, target, _, values in _entries(connection, fields, condition, parameters):
        about[mark] = about.get(target, target)
        stands[about[mark]] = values
    return stands


def earlier_in_residues(
    connection: Connection, kind: str, names: Sequence[str], records: Sequence[str] | None = None
) -> Sets:
    """Return the same of erased records, as far as their residue tells."""
    query = f"SELECT id, extra -> ? FROM {table_name(kind)} WHERE erased = 1 AND extra IS NOT NULL"
    parameters: tuple[Any, ...] = (f'$."{EARLIER}"',)
    if records is not None:
        query, parameters = f"{query} AND id {IN_LIST}", (*parameters, *as_list(records))
    found: Sets = {}
    for record, cell in connection.execute(query, parameters):
        for line in json.loads(cell or "[]"):
            told = json.loads(line)
            if any(name in told for name in names if name != _AT):
                values = {name: told[name] for name in names if name in told}
                found.setdefault(record, []).append(values)
    return {record: sets for record, sets in found.items() if len(sets) > 1}
