"""What a device lacks: every journal entry of its station's records that it has not got.

Worked out from the state alone: what the device said it holds, which receipt it said it heard,
and what arrived here after that. A receipt that got lost changes none of these, so the next one
says the same again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from mengzhan.model.entry import DOUBT, ERASE, REDACT, SET, Entry
from mengzhan.model.fold import SYSTEM_FIELDS, is_doubted
from mengzhan.model.kind import Catalogue
from mengzhan.office.broadcasts import broadcasts
from mengzhan.package.manifest import Held, Range
from mengzhan.store.driver import IN_LIST, Connection, as_list
from mengzhan.store.journal import Head, Journal
from mengzhan.store.tables import UNKNOWN, table_name

_UNKNOWN = (UNKNOWN, "json_extract(r.state_values, '$.station')")
"""Where the records of kinds that this version does not know are, and their station."""


@dataclass(frozen=True)
class Standpoint:
    """Where a device stands: its station, what it holds, and the position it has heard of.

    ``office`` is the place of the office itself: its own records of some kinds go to everybody.

    ``replicas`` are all replicas of the station. Entries that arrived here up to ``heard`` were
    covered by a receipt that the device has applied.
    """

    station: str
    office: str
    replicas: tuple[str, ...]
    has: tuple[Held, ...]
    heard: int


@dataclass(frozen=True)
class Lacking:
    """The missing entries in order of replica and number, and the unbroken runs among them."""

    entries: list[Entry] = field(repr=False)
    ranges: list[Range]


class Gap:
    """Finds what is missing, over one connection."""

    def __init__(self, connection: Connection, catalogue: Catalogue, at: Standpoint) -> None:
        self._connection = connection
        self._at = at
        self._journal = Journal(connection)
        self._sources = {kind: (table_name(kind), "r.station") for kind in catalogue}
        self._catalogue = catalogue
        self._own = as_list(at.replicas)

    def find(self) -> Lacking:
        """Return everything that the device lacks."""
        found: dict[str, Entry] = {}
        ranges: list[Range] = []
        for replica in self._at.replicas:
            entries, span = self._of_replica(replica)
            found |= {entry.hash: entry for entry in entries}
            ranges += [span] if span else []
        lost = (*self._of_lost_records(), *self._of_passed_records())
        told = broadcasts(self._connection, self._catalogue, self._at.office, self._at.heard)
        foreign = {e.hash: e for e in (*self._of_own_records(), *lost, *told)}
        foreign |= {entry.hash: entry for entry in self._doubts(foreign.values())}
        found |= foreign
        ordered = sorted(found.values(), key=lambda e: (e.replica, e.seq, e.hash))
        return Lacking(ordered, ranges)

    # The station's own replicas: another laptop, a past lost in a restore -------------------

    def _of_replica(self, replica: str) -> tuple[list[Entry], Range | None]:
        held = self._journal.contiguous(replica)
        said = next((item for item in self._at.has if item.replica == replica), None)
        if said is not None and said.seq > held.seq:
            return [], None
        knows_it = said is not None and self._journal.by_hash(said.hash) is not None
        after = Head(said.seq, said.hash) if said is not None and knows_it else Head()
        forked = self._journal.first_fork(replica)
        if forked:
            # Both branches go along: which of them a device holds is not known.
            first = min(after.seq + 1, forked)
            return self._journal.of_replica(replica, first), None
        if after.seq >= held.seq:
            return [], None
        span = Range(
            replica=replica, first=after.seq + 1, last=held.seq, before=after.hash, head=held.hash
        )
        return self._journal.of_replica(replica, span.first, span.last), span

    # Entries of other replicas --------------------------------------------------------------

    def _entries(self, query: str, parameters: Sequence[Any]) -> list[Entry]:
        found = self._connection.execute(query, parameters)
        return self._journal.of_hashes(digest for (digest,) in found)

    def _of_own_records(self) -> list[Entry]:
        """News of records that are the station's now; all of one that came to it since."""
        at = self._at
        entries: list[Entry] = []
        for source, station in self._tables():
            entries += self._entries(
                f"SELECT e.hash FROM {source} CROSS JOIN entries e ON e.record = r.id "
                f"WHERE {station} = ? AND e.arrived > ? AND e.replica NOT {IN_LIST}",
                (at.station, at.heard, *self._own),
            )
        came = {e.record for e in entries if (e.set or {}).get("station") == at.station}
        for whole in self._journal.of_records(came).values():
            entries += whole
        return entries

    def _of_lost_records(self) -> list[Entry]:
        """Of records that the station once worked on: that they were erased or moved away."""
        at = self._at
        entries: list[Entry] = []
        for source, station in self._tables():
            found = self._entries(
                f"SELECT e.hash FROM (SELECT DISTINCT record FROM entries WHERE replica "
                f"{IN_LIST}) o JOIN {source} ON r.id = o.record "
                f"CROSS JOIN entries e ON e.record = o.record "
                f"WHERE {station} IS NOT ? AND e.arrived > ? AND e.replica NOT {IN_LIST}",
                (*self._own, at.station, at.heard, *self._own),
            )
            entries += filter(self._tells_of_loss, found)
        return entries

    def _of_passed_records(self) -> list[Entry]:
        """Of records that the station got and never worked on: that they were moved away again."""
        at = self._at
        moves = self._entries(
            f"SELECT e.hash FROM entries e WHERE e.arrived > ? AND e.seen <> '' "
            f"AND instr(e.set_values, '\"station\"') AND e.replica NOT {IN_LIST} AND EXISTS (SELECT 1 "
            "FROM entries o WHERE o.record = e.record "
            "AND json_extract(o.set_values, '$.station') = ?)",
            (at.heard, *self._own, at.station),
        )
        return [e for e in moves if self._tells_of_loss(e) and not self._is_own(e)]

    def _is_own(self, entry: Entry) -> bool:
        table, station = self._sources.get(entry.kind, _UNKNOWN)
        query = f"SELECT {station} FROM {table} r WHERE r.id = ?"
        row = self._connection.execute(query, (entry.record,)).fetchone()
        return row is not None and row[0] == self._at.station

    def _tells_of_loss(self, entry: Entry) -> bool:
        """Nothing that others wrote into a record after it went away may come along."""
        if entry.op == SET:
            return "station" in (entry.set or {}) and set(entry.set or {}) <= set(SYSTEM_FIELDS)
        if entry.op == REDACT:
            redacted = self._journal.of_record(entry.record)
            return any(e.mark == entry.target and e.replica in self._at.replicas for e in redacted)
        return entry.op == ERASE

    def _tables(self) -> list[tuple[str, str]]:
        """Return (table as ``r``, expression for its station); kinds of newer versions too."""
        return [(f"{table} r", column) for table, column in (*self._sources.values(), _UNKNOWN)]

    def _doubts(self, foreign: Iterable[Entry]) -> list[Entry]:
        """Doubts of the station's own clock, and of clocks behind what it gets from others."""
        at, going = self._at, list(foreign)
        own = self._entries(
            "SELECT e.hash FROM entries e WHERE e.op <> 'set' AND e.op = ? AND e.arrived > ? "
            f"AND e.record {IN_LIST}",
            (DOUBT, at.heard, *self._own),
        )
        every = self._entries("SELECT hash FROM entries WHERE op <> 'set' AND op = ?", (DOUBT,))
        others = (d for d in every if any(is_doubted(e, {d.record: [_span(d)]}) for e in going))
        return [*own, *others]


def _span(doubt: Entry) -> tuple[int, int]:
    values = doubt.set or {}
    return int(values["first"]), int(values["last"])
