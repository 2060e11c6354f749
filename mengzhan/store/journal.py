"""The journal on disk: append, read, drop payloads, follow the chain. It never alters an entry."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from mengzhan.model.entry import DOUBT, ERASE, EXCERPT, GENESIS, REDACT, Entry, is_intact
from mengzhan.model.fold import Doubts, add_doubt, collect_doubts, is_doubted
from mengzhan.rules.reader import Change
from mengzhan.store.driver import IN_LIST, Connection, as_list

_COLUMNS = (
    "replica",
    "seq",
    "at",
    "wall",
    "actor",
    "action",
    "words",
    "op",
    "kind",
    "record",
    "target",
    "seen",
    "set_values",
    "salt",
    "payload",
    "prev",
    "hash",
)
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM entries"
_INSERT = f"INSERT INTO entries ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
# Blanks, hyphens and line breaks (as JSON writes them) are passed over in both texts.
_SQUEEZED = r"lower(replace(replace(replace({}, ' ', ''), '-', ''), '\n', ''))"


@dataclass(frozen=True)
class Head:
    """The end of a replica's chain: its last ``seq`` and ``hash``."""

    seq: int = 0
    hash: str = GENESIS


def to_row(entry: Entry) -> tuple[Any, ...]:
    """Write an entry as a row of ``entries``."""
    values = None if entry.set is None else msgspec.json.encode(entry.set).decode()
    return (
        entry.replica,
        entry.seq,
        entry.at,
        entry.wall,
        entry.actor,
        entry.action,
        entry.words,
        entry.op,
        entry.kind,
        entry.record,
        entry.target,
        " ".join(entry.seen),
        values,
        entry.salt,
        entry.payload,
        entry.prev,
        entry.hash,
    )


def from_row(row: Iterable[Any]) -> Entry:
    """Read a row of ``entries`` in the order of ``to_row``."""
    fields = dict(zip(_COLUMNS, row, strict=True))
    values = fields.pop("set_values")
    fields["set"] = None if values is None else json.loads(values)
    fields["seen"] = fields["seen"].split()
    return Entry(**fields)


class Journal:
    """All entries that this copy knows, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _read(self, where: str, *parameters: Any) -> list[Entry]:
        return [from_row(row) for row in self._connection.execute(f"{_SELECT} {where}", parameters)]

    def insert(self, entries: Iterable[Entry]) -> None:
        """Append entries, none of which is here already (see ``known``)."""
        self._connection.executemany(_INSERT, map(to_row, entries))

    def known(self, entries: Iterable[Entry]) -> set[str]:
        """Return the hashes of those of ``entries`` that are already here."""
        query = f"SELECT hash FROM entries WHERE hash {IN_LIST}"
        return {row[0] for row in self._connection.execute(query, as_list(e.hash for e in entries))}

    def taken(self, entries: Iterable[Entry]) -> set[tuple[str, int]]:
        """Return the places (replica, seq) of ``entries`` at which something stands already."""
        query = """SELECT e.replica, e.seq FROM json_each(?) j JOIN entries e
                   ON e.replica = j.value ->> 0 AND e.seq = j.value ->> 1"""
        return set(self._connection.execute(query, as_list((e.replica, e.seq) for e in entries)))

    def of_hashes(self, hashes: Iterable[str]) -> list[Entry]:
        """Return the entries with these hashes, those that are there, in the order of arrival."""
        return self._read(f"WHERE hash {IN_LIST} ORDER BY arrived", *as_list(hashes))

    def of_records(self, records: Iterable[str]) -> dict[str, list[Entry]]:
        """Return the entries of each record, also of one that has none, in the order given."""
        found: dict[str, list[Entry]] = {record: [] for record in records}
        for entry in self._read(f"WHERE record {IN_LIST}", *as_list(found)):
            found[entry.record].append(entry)
        return found

    def of_record(self, record: str) -> list[Entry]:
        """Return the entries of a record in the order of their times."""
        found = self._read("WHERE record = ?", record)
        return sorted(found, key=lambda entry: entry.order)

    def arrived(self, record: str) -> list[Entry]:
        """Return the entries of a record in the order in which they came to this copy."""
        return self._read("WHERE record = ? ORDER BY arrived", record)

    def of_action(self, action: str) -> list[Entry]:
        """Return the entries of an action in the order in which they were made."""
        return self._read("WHERE action = ? ORDER BY replica, seq", action)

    def of_replica(self, replica: str, first: int = 1, last: int | None = None) -> list[Entry]:
        """Return the entries ``first`` to ``last`` (both included) of a replica."""
        upper = last if last is not None else 2**62
        where = "WHERE replica = ? AND seq BETWEEN ? AND ? ORDER BY seq, arrived"
        return self._read(where, replica, first, upper)

    def position(self) -> int:
        """Return the position of the entry that arrived last."""
        return int(self._connection.execute("SELECT max(arrived) FROM entries").fetchone()[0] or 0)

    def changed_since(self, position: int) -> list[tuple[str, str]]:
        """Return (kind, record) of everything that entries after ``position`` are about."""
        query = "SELECT DISTINCT kind, record FROM entries WHERE arrived > ?"
        return self._connection.execute(query, (position,)).fetchall()

    def forgot_since(self, position: int) -> bool:
        """Return whether an entry after ``position`` erased a record or replaced a payload."""
        # the index of what is no edit answers it, once it is said that no edit is asked for
        query = "SELECT 1 FROM entries WHERE op <> 'set' AND op IN (?, ?) AND arrived > ? LIMIT 1"
        return self._connection.execute(query, (ERASE, REDACT, position)).fetchone() is not None

    def all(self) -> Iterator[Entry]:
        """Iterate over every entry in the order of arrival."""
        for row in self._connection.execute(f"{_SELECT} ORDER BY arrived"):
            yield from_row(row)

    def by_hash(self, digest: str) -> Entry | None:
        """Return the entry with this hash."""
        found = self._read("WHERE hash = ?", digest)
        return found[0] if found else None

    def head(self, replica: str) -> Head:
        """Return the end of a replica's chain as far as it is known."""
        row = self._connection.execute(
            "SELECT seq, hash FROM entries WHERE replica = ? ORDER BY seq DESC LIMIT 1", (replica,)
        ).fetchone()
        return Head(*row) if row else Head()

    def first_fork(self, replica: str) -> int:
        """Return the lowest number that two entries of a replica bear, 0 if there is none."""
        row = self._connection.execute(
            """SELECT seq FROM entries WHERE replica = ?
               GROUP BY seq HAVING count(*) > 1 ORDER BY seq LIMIT 1""",
            (replica,),
        ).fetchone()
        return int(row[0]) if row else 0

    def heads(self) -> dict[str, Head]:
        """Return, for each replica, how far it is known without a hole."""
        replicas = self._connection.execute("SELECT DISTINCT replica FROM entries").fetchall()
        return {replica: self.contiguous(replica) for (replica,) in replicas}

    def ends(self) -> dict[str, Head]:
        """Return the last entry known of each replica, whether or not there are holes before it.

        Those under which an office tells of other stations' records are left out: no figure counts
        them, and the office has them in no journal of its own.
        """
        replicas = self._connection.execute("SELECT DISTINCT replica FROM entries").fetchall()
        ends = {replica: self.head(replica) for (replica,) in replicas}
        return {replica: head for replica, head in ends.items() if not self._is_excerpt(head)}

    def _is_excerpt(self, head: Head) -> bool:
        query = "SELECT 1 FROM entries WHERE hash = ? AND words = ?"
        return self._connection.execute(query, (head.hash, EXCERPT)).fetchone() is not None

    def contiguous(self, replica: str) -> Head:
        """Return the last entry of a replica before the first hole."""
        row = self._connection.execute(
            """SELECT seq, hash FROM entries WHERE replica = :replica AND seq = (
                 SELECT max(seq) FROM (
                   SELECT seq, row_number() OVER (ORDER BY seq) AS place
                   FROM (SELECT DISTINCT seq FROM entries WHERE replica = :replica))
                 WHERE seq = place)
               ORDER BY arrived LIMIT 1""",
            {"replica": replica},
        ).fetchone()
        return Head(*row) if row else Head()

    def branches(self, replica: str) -> list[Head]:
        """Return the ends of a replica's chains from its beginning; several after a fork."""
        if not self.first_fork(replica):
            head = self.contiguous(replica)
            return [head] if head.seq else []
        reached, ends = {GENESIS}, dict[str, Head]()
        for entry in self.of_replica(replica):
            if entry.prev in reached:
                reached.add(entry.hash)
                ends.pop(entry.prev, None)
                ends[entry.hash] = Head(entry.seq, entry.hash)
        return sorted(ends.values(), key=lambda head: head.seq)

    def first_moment(self) -> str:
        """Return the least time known, empty in a new journal."""
        row = self._connection.execute("SELECT min(at) FROM entries").fetchone()
        return row[0] or ""

    def highest(self, doubts: Doubts | None = None) -> str:
        """Return the greatest time known, leaving out entries of a doubtful clock.

        ``doubts`` stands in for what this journal says itself.
        """
        doubts = self.doubts() if doubts is None else doubts
        if not doubts:
            row = self._connection.execute("SELECT max(at) FROM entries").fetchone()
            return row[0] or ""
        for row in self._connection.execute(f"{_SELECT} ORDER BY at DESC"):
            entry = from_row(row)
            if not is_doubted(entry, doubts):
                return entry.at
        return ""

    def doubts(self) -> dict[str, list[tuple[int, int]]]:
        """Return the spans of entries made under a wrong clock."""
        return collect_doubts(self._read("WHERE op <> 'set' AND op = ?", DOUBT))

    def doubts_with(self, changes: Iterable[Change]) -> dict[str, list[tuple[int, int]]]:
        """Return the spans known, and those that ``changes`` are about to name."""
        doubts = self.doubts()
        for change in changes:
            if change.op == DOUBT:
                add_doubt(doubts, change.record, change.values)
        return doubts

    def erasures(self) -> list[tuple[str, str]]:
        """Return (record, time) of every erasure."""
        query = "SELECT record, at FROM entries WHERE op <> 'set' AND op = ? ORDER BY at"
        return self._connection.execute(query, (ERASE,)).fetchall()

    def forgetting(self) -> list[Entry]:
        """Return every erasure and redaction, and what says that a clock was wrong."""
        operations = (ERASE, REDACT, DOUBT)
        return self._read("WHERE op <> 'set' AND op IN (?, ?, ?) ORDER BY arrived", *operations)

    def drop_payloads(self, entries: Iterable[Entry]) -> None:
        """Forget what entries said; their places in the chain stay."""
        self._connection.executemany(
            "UPDATE entries SET set_values = NULL, salt = NULL WHERE hash = ?",
            [(entry.hash,) for entry in entries],
        )

    def mentions(self, texts: Iterable[str]) -> list[Entry]:
        """Return entries in whose payload one of ``texts`` stands, however spaced or capitalised."""
        found: dict[str, Entry] = {}
        for text in texts:
            where = f"WHERE instr({_SQUEEZED.format('set_values')}, {_SQUEEZED.format('?')})"
            for entry in self._read(where, text):
                found[entry.hash] = entry
        return list(found.values())

    def broken_at(self) -> Entry | None:
        """Follow every chain; return the first entry that does not fit, or ``None``.

        Entries that came singly by receipt have no neighbours; only their own hash is checked.
        """
        hashes = {row[0] for row in self._connection.execute("SELECT hash FROM entries")}
        positions = {
            row[:2] for row in self._connection.execute("SELECT replica, seq FROM entries")
        }
        for entry in self.all():
            if not is_intact(entry):
                return entry
            before = (entry.replica, entry.seq - 1)
            if before in positions and entry.prev not in hashes:
                return entry
            if entry.seq == 1 and entry.prev != GENESIS:
                return entry
        return None
