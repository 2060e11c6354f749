"""Reading: what operations, lists, pages and packages ask of an open database."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import repeat
from typing import Any

from mengzhan.model.entry import EXCERPT, SET, Entry, Value
from mengzhan.model.fieldtypes import FieldType, Reference
from mengzhan.model.fold import State, fold
from mengzhan.model.kind import Catalogue, Kind
from mengzhan.model.ruling import Ruling
from mengzhan.rules.due import RULES, Due, due_line, in_order
from mengzhan.rules.filters import Every, Filter
from mengzhan.rules.operations import kept_by
from mengzhan.rules.reader import Link, Positions
from mengzhan.rules.register import Part
from mengzhan.rules.station import PLACE, REPLICA, ROLE, own_station
from mengzhan.store import settings
from mengzhan.store.drafts import unsaved
from mengzhan.store.driver import IN_LIST, Connection, as_list
from mengzhan.store.due_rows import due_of, due_rows
from mengzhan.store.earlier import earlier_in_residues, earlier_sets
from mengzhan.store.exchange import Exchange
from mengzhan.store.filters import to_sql
from mengzhan.store.journal import Journal
from mengzhan.store.links import links_to, merged_into
from mengzhan.store.news import elsewhere, news
from mengzhan.store.search import SearchIndex
from mengzhan.store.tables import (
    LIVE,
    LIVE_OR_TOLD,
    as_held,
    system_of,
    table_name,
    values_of,
    with_values,
)

_RECENT = 20_000
_FAR_BACK = 200

_AS_IT_IS = FieldType.from_sql
_COUNTED = 'r."deleted" = 0 AND r."excerpt" IS NOT 1 AND +r."same_as" IS NULL'


class StoreReader:
    """Implements ``rules.reader.Reader`` and what screens need besides, over one connection."""

    def __init__(
        self,
        connection: Connection,
        catalogue: Catalogue,
        *,
        residues: bool = False,
        excerpts: bool = False,
        stands_in: Mapping[str, Any] | None = None,
    ) -> None:
        """Read over a connection.

        Args:
            residues: whether erased records whose residue stays are live ones (for figures).
            excerpts: whether what the office told of other stations' records is live.
            stands_in: settings that go over those of the data folder.
        """
        self.connection = connection
        self._catalogue = catalogue
        self._residues = residues
        self._live = LIVE_OR_TOLD if excerpts else LIVE
        self._stands_in = stands_in or {}
        self.journal = Journal(connection)
        self.search_index = SearchIndex(connection, catalogue)

    @property
    def catalogue(self) -> Catalogue:
        """The record kinds of this version."""
        return self._catalogue

    # What operations read -----------------------------------------------------------------

    def entries(self, record: str) -> list[Entry]:
        """Return all entries of a record in the order of their times."""
        return self.journal.of_record(record)

    def state(self, record: str) -> State | None:
        """Fold a record, or return ``None`` if no entry names it."""
        found = self.entries(record)
        return fold(found, self.journal.doubts()) if found else None

    def states(self, kind: str) -> Iterator[State]:
        """Fold all live records of a kind, oldest first."""
        for (record,) in self.connection.execute(
            f"SELECT id FROM {table_name(kind)} r WHERE {LIVE} ORDER BY created, id"
        ).fetchall():
            state = self.state(record)
            if state is not None:
                yield state

    def state_without(self, record: str, action: str) -> State:
        """Return the state as it would be had ``action`` set nothing."""
        return fold(self.entries(record), self.journal.doubts(), without=action)

    def action_records(self, action: str) -> list[str]:
        """Return the records in which an action set values, in the order in which it did."""
        query = (
            "SELECT record FROM entries WHERE action = ? AND op = ? "
            "GROUP BY record ORDER BY min(seq)"
        )
        return [record for (record,) in self.connection.execute(query, (action, SET))]

    def links_to(self, record: str) -> list[Link]:
        """Return live records that refer to ``record`` or to a duplicate of it, and duplicates."""
        return links_to(self.connection, self._catalogue, record, self.merged_into(record))

    def merged_into(self, record: str) -> list[tuple[str, str]]:
        """Return (kind, record) of everything whose ``same_as`` leads to ``record``."""
        kind = self.kind_of(record)
        known = kind if kind in self._catalogue else None
        return merged_into(self.connection, known, record) if known else []

    def mentions(self, texts: Iterable[str]) -> list[Entry]:
        """Return entries in whose payload one of ``texts`` stands, however it is written."""
        return self.journal.mentions(texts)

    # What screens read --------------------------------------------------------------------

    def ids(
        self,
        kind: str,
        where: Filter | None = None,
        sort: str = "",
        *,
        descending: bool = False,
    ) -> "array[int]":
        """Return the row numbers of live records in display order.

        Sorting and filtering happen in SQL. Without ``sort`` the newest record comes first.
        Sorting by a reference follows the title of the record referred to.
        """
        condition, parameters = to_sql(where or Every())
        column, join = self._sort_column(self._catalogue[kind], sort)
        direction = "DESC" if descending or not sort else "ASC"
        query = (
            f"SELECT r.row FROM {table_name(kind)} r {join} WHERE {self._live} AND {condition} "
            f"ORDER BY {column} {direction}, r.row {direction}"
        )
        rows = self.connection.execute(query, parameters)
        return array("q", (row for (row,) in rows))

    def _sort_column(self, kind: Kind, sort: str) -> tuple[str, str]:
        if not sort:
            return "r.created", ""
        item = kind.get(sort)
        if item is None or not isinstance(item.type, Reference):
            return f'r."{sort}"', ""
        other = self._catalogue[item.type.kind]
        join = f'LEFT JOIN {table_name(other.name)} o ON o.id = r."{sort}"'
        return f'o."{other.title[0]}"', join

    def newest(self, kind: str, limit: int) -> list[str]:
        """Return the live records of a kind that were logged last, newest first."""
        query = (
            f"SELECT id FROM {table_name(kind)} r WHERE {LIVE} "
            "ORDER BY created DESC, row DESC LIMIT ?"
        )
        return [record for (record,) in self.connection.execute(query, (limit,))]

    def rows(self, kind: str, rows: Sequence[int]) -> list[dict[str, Any]]:
        """Return the records behind row numbers, in that order; vanished ones are left out.

        Each has ``id``, ``row`` and every declared field as a value.
        """
        query = f"SELECT * FROM {table_name(kind)} WHERE row {IN_LIST}"
        found = {row["row"]: row for row in self._dicts(query, as_list(rows))}
        return [self._record(kind, found[row]) for row in rows if row in found]

    def record(self, kind: str, record: str) -> dict[str, Any] | None:
        """Return one record with ``id``, ``row`` and every declared field."""
        query = f"SELECT * FROM {table_name(kind)} WHERE id = ?"
        found = next(self._dicts(query, (record,)), None)
        return self._record(kind, found) if found else None

    def columns(
        self, kind: str, names: Sequence[str], where: Filter | None = None
    ) -> Iterator[dict[str, Any]]:
        """Return ``id`` and a few fields of live records of a kind, for going through many.

        ``created`` and ``station`` may be among the names.
        """
        return self.columns_where(kind, names, *to_sql(where or Every()))

    def columns_where(
        self, kind: str, names: Sequence[str], condition: str, parameters: Sequence[Any]
    ) -> Iterator[dict[str, Any]]:
        """Return the same under a condition in SQL over the table ``r``, for modules of the store."""
        declared = self._catalogue[kind]
        turned = [f for f in declared if f.name in names and type(f.type).from_sql is not _AS_IT_IS]
        quoted = ", ".join(f'r."{name}"' for name in ("id", *names))
        which = _COUNTED if self._residues else self._live
        query = f"SELECT {quoted} FROM {table_name(kind)} r WHERE {which} AND {condition}"
        rows = self._dicts(query, parameters)
        return with_values(rows, turned) if turned else rows

    def with_residues(self) -> "StoreReader":
        """Return a reader for figures: to it, erased records whose residue stays are live ones."""
        return StoreReader(
            self.connection, self._catalogue, residues=True, stands_in=self._stands_in
        )

    def with_excerpts(self) -> "StoreReader":
        """Return a reader to which what the office told of other stations' records is live, too."""
        return StoreReader(
            self.connection, self._catalogue, excerpts=True, stands_in=self._stands_in
        )

    def of_station(self, code: str) -> "StoreReader":
        """Return a reader to which this folder is that of a station: an office counts with it what
        the station counts."""
        stands_in = {PLACE: {"code": code}, ROLE: None, REPLICA: None}
        return StoreReader(
            self.connection, self._catalogue, residues=self._residues, stands_in=stands_in
        )

    def duplicates(self, kind: str) -> dict[str, str]:
        """Return, for every duplicate of a kind, the record that was kept instead of it."""
        # a comparison is answered by the index, IS NOT NULL by going through the table
        query = f"SELECT id, same_as FROM {table_name(kind)} WHERE same_as > ''"
        same: dict[str, str] = dict(self.connection.execute(query).fetchall())
        return {record: kept_by(same.get, record) for record in same}

    def earlier_sets(
        self, kind: str, names: Sequence[str], records: Sequence[str] | None = None
    ) -> dict[str, list[dict[str, Any]]]:
        """Return what each entry set in one of ``names``, oldest first, for records of a kind of
        which several entries did; for some ``records`` or for all.

        ``at``, the time of the entry, may be among the names.
        """
        found = earlier_sets(self.connection, kind, names, records)
        if self._residues:
            found |= earlier_in_residues(self.connection, kind, names, records)
        types = {f.name: f.type for f in self._catalogue[kind] if f.name in names}
        return {one: [as_held(types, told) for told in sets] for one, sets in found.items()}

    def texts_ever(self, kind: str, name: str, start: str) -> list[str]:
        """Return every value of a text field that begins with ``start``, of records that were
        taken away as well: a number that was given out is never given again."""
        query = f'SELECT "{name}" FROM {table_name(kind)} WHERE substr("{name}", 1, ?) = ?'
        return [text for (text,) in self.connection.execute(query, (len(start), start))]

    def records(self, kind: str, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Return several records at once by their ids, those that are there."""
        query = f"SELECT * FROM {table_name(kind)} WHERE id {IN_LIST}"
        return {row["id"]: self._record(kind, row) for row in self._dicts(query, as_list(ids))}

    def count(self, kind: str, where: Filter | None = None) -> int:
        """Count the live records that satisfy ``where``."""
        condition, parameters = to_sql(where or Every())
        query = f"SELECT count(*) FROM {table_name(kind)} r WHERE {self._live} AND {condition}"
        return int(self.connection.execute(query, parameters).fetchone()[0])

    def _dicts(self, query: str, parameters: Sequence[Any]) -> Iterator[dict[str, Any]]:
        cursor = self.connection.execute(query, tuple(parameters))
        names = [column[0] for column in cursor.description]
        # no loop of Python's: a day at a large station reads 50,000 rows
        return map(dict, map(zip, repeat(names), cursor))

    def _record(self, kind: str, row: dict[str, Any]) -> dict[str, Any]:
        values: dict[str, Any] = values_of(self._catalogue[kind], row)
        return values | system_of(row)

    def kind_of(self, record: str) -> str | None:
        """Return the kind of a record."""
        row = self.connection.execute(
            "SELECT kind FROM entries WHERE record = ? LIMIT 1", (record,)
        ).fetchone()
        return row[0] if row else None

    def title(self, kind: str, record: str) -> str:
        """Return the words that stand for a record in lists and links."""
        declared = self._catalogue.get(kind)
        found = self.record(kind, record) if declared else None
        if declared is None or found is None:
            return ""
        parts = [self._shown(declared, name, found.get(name)) for name in declared.title]
        return " · ".join(filter(None, parts))

    def _shown(self, kind: Kind, name: str, value: Value) -> str:
        item = kind[name]
        if isinstance(item.type, Reference) and isinstance(value, str):
            return self.title(item.type.kind, value)
        return item.show(value)

    def search(self, text: str, kind: str = "", limit: int = 50) -> list[tuple[str, str]]:
        """Return (kind, record) of what fits ``text``: of one ``kind`` the station's own alone,
        else what was told of others' as well."""
        return self.search_index.find(text, kind, limit)

    def same_value(self, kind: str, name: str, value: Value) -> list[str]:
        """Return live records of a kind with this value in this field (duplicates, one phone)."""
        query = f'SELECT id FROM {table_name(kind)} r WHERE "{name}" = ? AND {LIVE}'
        return [record for (record,) in self.connection.execute(query, (value,))]

    def conflicts(self) -> list[tuple[str, str, str]]:
        """Return (kind, record, field) of every hard field whose values wait for a person."""
        return self.connection.execute(
            "SELECT kind, record, field FROM conflicts ORDER BY kind, record, field"
        ).fetchall()

    def actions(self, limit: int = 100) -> list[dict[str, Any]]:
        """Return the newest actions: ``action``, ``words``, ``actor``, ``wall``, ``records``.

        Only the newest ``_RECENT`` entries are looked at, so that the list opens at once however
        long the journal is; of an import larger than that, ``records`` counts these entries. What
        was told of other stations' records is left out: nobody here can take it back.
        """
        return list(
            self._dicts(
                """SELECT action, words, actor, max(wall) AS wall, count(*) AS records, replica
                   FROM entries
                   WHERE op = ? AND words <> ? AND arrived > (SELECT max(arrived) FROM entries) - ?
                   GROUP BY action ORDER BY max(arrived) DESC LIMIT ?""",
                (SET, EXCERPT, _RECENT, limit),
            )
        )

    def words_of(self, action: str) -> str:
        """Return the stable words of an action, empty if there is none."""
        query = "SELECT words FROM entries WHERE action = ? LIMIT 1"
        row = self.connection.execute(query, (action,)).fetchone()
        return row[0] if row else ""

    def own_actions(self, replica: str) -> list[tuple[str, str]]:
        """Return (action, first word) of the newest actions of a replica, newest first."""
        rows = self.connection.execute(
            """SELECT action, words FROM entries WHERE replica = :replica AND op = :op AND seq >
                 (SELECT max(seq) FROM entries WHERE replica = :replica) - :recent
               GROUP BY action ORDER BY max(seq) DESC LIMIT :most""",
            {"replica": replica, "op": SET, "recent": _RECENT, "most": _FAR_BACK},
        )
        return [(action, words.partition(" ")[0]) for action, words in rows]

    def picture(self, digest: str) -> bytes | None:
        """Return a picture by its SHA-256."""
        row = self.connection.execute(
            "SELECT image FROM pictures WHERE digest = ?", (digest,)
        ).fetchone()
        return row[0] if row else None

    def drafts(self) -> list[dict[str, Any]]:
        """Return unsaved drafts, newest first: ``draft``, ``kind``, ``record``, ``values``."""
        return unsaved(self.connection)

    def due(self, today: date, part: Part | None = None) -> list[Due]:
        """Return what is due on a day, in order; of a ``part`` what concerns those in it."""
        lines = (
            due_line(rule, row["id"], row, today)
            for rule in RULES
            for row in due_rows(self, rule, today, part)
        )
        return in_order(lines)

    def due_of(self, kind: str, record: str, today: date) -> list[Due]:
        """Return what is due on a day about one record."""
        return due_of(self, kind, record, today)

    def matching(self, kind: str, where: Filter) -> Iterator[dict[str, Any]]:
        """Return live records that satisfy a filter."""
        condition, parameters = to_sql(where)
        query = f"SELECT * FROM {table_name(kind)} r WHERE {self._live} AND {condition}"
        for row in list(self._dicts(query, parameters)):
            yield self._record(kind, row)

    def setting(self, name: str, default: Any = None) -> Any:
        """Return a setting."""
        if name in self._stands_in:
            return self._stands_in[name]
        return settings.read(self.connection, name, default)

    # What a closed month asks ---------------------------------------------------------------

    def positions(self) -> Positions:
        """Return what is known now."""
        ends = {replica: (head.seq, head.hash) for replica, head in self.journal.ends().items()}
        station = own_station(self)
        return Positions(
            ends, elsewhere(self.connection, self._catalogue, station) if station else {}
        )

    def news(self, positions: Positions, record: str) -> list[Entry]:
        """Return entries beyond ``positions`` about a record or one that refers to it, oldest
        first; what was taken away since counts as well."""
        return news(self.connection, self._catalogue, positions, record)

    def fixes(self) -> list[tuple[str, str, str]]:
        """Return (kind, record, field) of everything that the office wants put right."""
        found = Exchange(self.connection).verdicts(Ruling.FIX, open_only=True)
        return [(verdict.kind, verdict.record, verdict.field) for verdict in found]
