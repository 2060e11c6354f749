"""Record tables: a cache of the fold, one table for each kind, made from its declaration.

A table holds what lists and filters need. Fields, kinds and codes of a newer version are kept
in ``extra`` (unknown fields) or in ``unknown_records`` (unknown kinds) and come out again after
an upgrade. Anything here can be rebuilt from the journal and must come out equal.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mengzhan.model.entry import Value, canonical
from mengzhan.model.fieldtypes import FieldType, Pictures
from mengzhan.model.fold import SYSTEM_FIELDS, State
from mengzhan.model.kind import Catalogue, Field, Kind
from mengzhan.store.driver import Connection, Database

UNKNOWN = "unknown_records"
SYSTEM_COLUMNS: dict[str, type] = {
    "row": int,
    "id": str,
    "station": str,
    "same_as": str,
    "deleted": int,
    "erased": int,
    "excerpt": int,
    "created": str,
    "changed": str,
    "extra": str,
}
"""``row`` is what lists remember; ``created`` and ``changed`` are hybrid times; ``excerpt`` is 1 where
another station's record is known from its office's summary alone."""

# The plus keeps the index of duplicates out of it: nearly every row has none, and what else is asked
# for is found by its own index or by going through the table.
LIVE_OR_TOLD = 'r."deleted" = 0 AND r."erased" = 0 AND +r."same_as" IS NULL'
"""What holds of the rows ``r`` that can be read, those told of by the office included."""

LIVE = f'{LIVE_OR_TOLD} AND r."excerpt" IS NOT 1'
"""What holds of the rows ``r`` that lists and counts show."""

_SQL_TYPES: dict[str, type] = {"TEXT": str, "INTEGER": int}


def table_name(kind: str) -> str:
    """Return the name of a kind's table."""
    return f"record_{kind}"


def column_types(kind: Kind) -> dict[str, type]:
    """Return every column of a kind's table with its type."""
    return SYSTEM_COLUMNS | {f.name: _SQL_TYPES[f.type.sql] for f in kind}


def shape(kind: Kind) -> dict[str, str]:
    """Return what the table of a kind was made from, to notice that a declaration changed."""
    return {f.name: f.type.sql for f in kind}


class Tables:
    """Writes states into the record tables of a catalogue, over one connection."""

    def __init__(self, connection: Connection, catalogue: Catalogue) -> None:
        self._connection = connection
        self._catalogue = catalogue

    def prepare(self) -> set[str]:
        """Make the tables fit the declarations; return the kinds whose rows must be rebuilt.

        New fields become columns; a table whose columns changed type is made anew.
        """
        db = Database(self._connection)
        stale: set[str] = set()
        for kind in self._catalogue.values():
            table = db.table(table_name(kind.name))
            if not table.exists():
                self._create(db, kind)
                stale.add(kind.name)
                continue
            missing = column_types(kind).keys() - table.columns_dict.keys()
            surplus = table.columns_dict.keys() - column_types(kind).keys()
            changed = any(
                table.columns_dict[name] is not type_
                for name, type_ in column_types(kind).items()
                if name not in missing
            )
            if surplus or changed:
                table.drop()
                self._create(db, kind)
                stale.add(kind.name)
            elif missing:
                for name in column_types(kind):
                    if name in missing:
                        table.add_column(name, column_types(kind)[name])
                stale.add(kind.name)
        if not db.table(UNKNOWN).exists():
            db.table(UNKNOWN).create({"id": str, "kind": str, "state_values": str}, pk="id")
        self._adopt(stale)
        return stale

    def _create(self, db: Database, kind: Kind) -> None:
        table = db.table(table_name(kind.name))
        table.create(column_types(kind), pk="row")
        table.create_index(["id"], unique=True)
        table.create_index(["same_as"])
        for name, _ in kind.references:
            table.create_index([name])

    def _adopt(self, kinds: Iterable[str]) -> None:
        """Kinds that this version has come to know leave the table of unknown ones."""
        for kind in kinds:
            self._connection.execute(f"DELETE FROM {UNKNOWN} WHERE kind = ?", (kind,))

    def put(self, states: Iterable[State]) -> None:
        """Write states over what stood there."""
        by_kind: dict[str, list[State]] = {}
        for state in states:
            by_kind.setdefault(state.kind, []).append(state)
        for name, found in by_kind.items():
            kind = self._catalogue.get(name)
            if kind is None:
                self._connection.executemany(
                    f"INSERT OR REPLACE INTO {UNKNOWN} VALUES (?, ?, ?)",
                    [(s.record, s.kind, canonical(s.values).decode()) for s in found],
                )
            else:
                names, rows = _rows(kind, found)
                self._connection.executemany(_statement(kind, names), rows)

    def pictures(self, *, erased: bool = False) -> set[str]:
        """Return the digests that records list which are not erased, or those that only residues do."""
        living, gone = self._listed(erased=False), self._listed(erased=True)
        return gone - living if erased else living

    def _listed(self, *, erased: bool) -> set[str]:
        digests: set[str] = set()
        for kind in self._catalogue.values():
            for item in (f for f in kind if isinstance(f.type, Pictures)):
                query = f'SELECT "{item.name}" FROM {table_name(kind.name)} WHERE erased = ?'
                for (cell,) in self._connection.execute(query, (int(erased),)):
                    listed: Any = item.type.from_sql(cell)
                    if isinstance(listed, list):
                        digests.update(digest for digest in listed if isinstance(digest, str))
        return digests

    def clear(self, kind: str) -> None:
        """Empty the table of a kind before it is rebuilt."""
        self._connection.execute(f"DELETE FROM {table_name(kind)}")

    def content(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return every row of every cache without its row number, for comparing."""
        found: dict[str, list[tuple[Any, ...]]] = {}
        for kind in self._catalogue.values():
            names = ", ".join(f'"{name}"' for name in column_types(kind) if name != "row")
            query = f"SELECT {names} FROM {table_name(kind.name)} ORDER BY id"
            found[kind.name] = self._connection.execute(query).fetchall()
        query = f"SELECT * FROM {UNKNOWN} ORDER BY id"
        found[UNKNOWN] = self._connection.execute(query).fetchall()
        return found


def _statement(kind: Kind, names: Sequence[str]) -> str:
    """Return what writes the columns ``names`` of a row; all others become empty."""
    quoted = ", ".join(f'"{name}"' for name in names)
    every = (name for name in column_types(kind) if name not in ("row", "id"))
    updates = ", ".join(f'"{name}" = excluded."{name}"' for name in every)
    return (
        f"INSERT INTO {table_name(kind.name)} ({quoted}) "
        f"VALUES ({', '.join('?' * len(names))}) ON CONFLICT (id) DO UPDATE SET {updates}"
    )


def _rows(kind: Kind, states: Sequence[State]) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Return the columns that hold anything, and the row of each state in their order.

    The driver takes longer over an empty value than over a text, and most fields are empty.
    """
    columns = _columns(kind, states)
    names = [name for name, cells in columns.items() if any(cell is not None for cell in cells)]
    return names, zip(*(columns[name] for name in names), strict=True)


def _columns(kind: Kind, states: Sequence[State]) -> dict[str, list[Any]]:
    """Return what the states put into each column of their table.

    Column by column it takes little more than half the time that it takes row by row.
    """
    values = [state.values for state in states]
    named = set[str]().union(*values)
    columns: dict[str, list[Any]] = {
        "id": [state.record for state in states],
        "deleted": [int(state.deleted) for state in states],
        "erased": [int(state.erased) for state in states],
        "excerpt": [int(state.excerpt) for state in states],
        "created": [state.first.at if state.first else None for state in states],
        "changed": [state.last.at if state.last else None for state in states],
    }
    turns = {f.name: f.type.to_sql for f in kind if type(f.type).to_sql is not FieldType.to_sql}
    for name in ("station", "same_as", *(item.name for item in kind)):
        if name in named:
            cells = [held.get(name) for held in values]
            if name in turns:
                cells = [None if cell is None else turns[name](cell) for cell in cells]
            columns[name] = [cell if type(cell) is str else _plain(cell) for cell in cells]
    if unknown := named.difference(columns, SYSTEM_FIELDS):
        columns["extra"] = [_extra(held, unknown) for held in values]
    return columns


def _extra(values: Mapping[str, Value], unknown: Iterable[str]) -> str | None:
    """Return as JSON the fields that this version does not know."""
    extra = {name: values[name] for name in unknown if name in values}
    return canonical(extra).decode() if extra else None


def _plain(value: Any) -> Any:
    """A value of an unexpected sort (from a newer version) is kept as JSON text."""
    return value if value is None or isinstance(value, (str, int)) else canonical(value).decode()


def values_of(kind: Kind, row: Mapping[str, Any]) -> dict[str, Value]:
    """Read the declared fields of a row as values."""
    return {f.name: f.type.from_sql(row[f.name]) for f in kind if f.name in row}


def with_values(
    rows: Iterator[dict[str, Any]], fields: Sequence[Field]
) -> Iterator[dict[str, Any]]:
    """Give fields that SQLite holds otherwise their values, in many rows: most are empty."""
    turns = [(item.name, item.type.from_sql) for item in fields]
    for row in rows:
        for name, turn in turns:
            if row[name] is not None:
                row[name] = turn(row[name])
        yield row


def as_held(types: Mapping[str, FieldType], values: Mapping[str, Value]) -> dict[str, Value]:
    """Return values of an entry as they would be read from a row; ``types`` are those of fields."""
    return {
        name: types[name].from_sql(types[name].to_sql(value)) if name in types else value
        for name, value in values.items()
    }


def system_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """Read what every kind has, and as ``extra`` the fields that this version does not know."""
    extra = json.loads(row["extra"]) if row.get("extra") else {}
    return {name: row[name] for name in SYSTEM_COLUMNS} | {"extra": extra}
