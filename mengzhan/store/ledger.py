"""The writing side of the journal: append own entries, merge foreign ones, keep caches true.

Everything here runs inside one transaction of the writer thread: an entry and what follows from
it in tables, search index and conflict queue are stored together or not at all.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mengzhan.model.clock import tick, wall_text
from mengzhan.model.entry import (
    CLOCK_KIND,
    DOUBT,
    ERASE,
    REDACT,
    Entry,
    NewEntry,
    Stamp,
    canonical,
    make_entry,
)
from mengzhan.model.fold import effective_sets, fold, needs_drop
from mengzhan.model.kind import Catalogue
from mengzhan.rules.reader import Change
from mengzhan.rules.redaction import blotted
from mengzhan.store.driver import Connection
from mengzhan.store.journal import Head, Journal
from mengzhan.store.search import SearchIndex
from mengzhan.store.tables import UNKNOWN, Tables, table_name


@dataclass
class Merged:
    """What merging entries from elsewhere did.

    ``forks`` lists (replica, seq) that exist with two different hashes.
    """

    new: list[Entry] = field(default_factory=list)
    known: int = 0
    forks: list[tuple[str, int]] = field(default_factory=list)

    @property
    def records(self) -> set[tuple[str, str]]:
        """Return (kind, record) of everything that changed."""
        return {(entry.kind, entry.record) for entry in self.new}


class Ledger:
    """Journal, record tables, search index and conflict queue over the writing connection."""

    def __init__(self, connection: Connection, catalogue: Catalogue) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self.journal = Journal(connection)
        self.tables = Tables(connection, catalogue)
        self.search = SearchIndex(connection, catalogue)

    def prepare(self) -> None:
        """Make all caches fit the declarations; rebuild what a new version changed."""
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS conflicts "
            "(kind TEXT, record TEXT, field TEXT, PRIMARY KEY (record, field))"
        )
        self.search.prepare()
        for kind in sorted(self.tables.prepare()):
            self.rebuild_kind(kind)

    def append(self, changes: Sequence[Change], stamp: Stamp, now: datetime) -> list[Entry]:
        """Make one journal entry for each change and bring the caches up to date."""
        head = self.journal.head(stamp.replica)
        # A clock found wrong by these very changes must not push this journal's time ahead.
        highest = self.journal.highest(self.journal.doubts_with(changes))
        made: list[Entry] = []
        for change in changes:
            highest = tick(now, highest)
            new = NewEntry(
                op=change.op,
                kind=change.kind,
                record=change.record,
                values=change.values,
                target=change.target,
                seen=self._heads(change),
            )
            entry = make_entry(stamp, new, seq=head.seq + 1, at=highest, prev=head.hash)
            self.journal.insert(entry)
            head = Head(entry.seq, entry.hash)
            made.append(entry)
        self._settle(made)
        return made

    def _heads(self, change: Change) -> list[str]:
        if change.op == DOUBT:
            return []
        known = self.journal.of_record(change.record)
        return fold(known).heads if known else []

    def merge(self, entries: Iterable[Entry]) -> Merged:
        """Take in entries made elsewhere; any order, repetition harmless."""
        merged = Merged()
        for entry in entries:
            if not self.journal.insert(entry):
                merged.known += 1
                continue
            merged.new.append(entry)
            if (
                len({e.hash for e in self.journal.of_replica(entry.replica, entry.seq, entry.seq)})
                > 1
            ):
                merged.forks.append((entry.replica, entry.seq))
                self._connection.execute(
                    "INSERT OR IGNORE INTO forks VALUES (?, ?, ?)",
                    (entry.replica, entry.seq, entry.at),
                )
        self._settle(merged.new)
        return merged

    def _settle(self, entries: Sequence[Entry]) -> None:
        """Drop payloads that must go and fold again every record that the entries touch."""
        records = dict.fromkeys(e.record for e in entries if e.kind != CLOCK_KIND)
        for entry in entries:
            if entry.op == DOUBT and entry.set is not None:
                span = (int(entry.set["first"]), int(entry.set["last"]))
                doubted = self.journal.of_replica(entry.record, *span)
                records |= dict.fromkeys(e.record for e in doubted if e.kind != CLOCK_KIND)
        for record in records:
            self._drop_payloads(record)
        self.refold(records)

    def _drop_payloads(self, record: str) -> None:
        erased, redacted = self.journal.erased(record), self.journal.redacted(record)
        if not erased and not redacted:
            return
        entries = self.journal.of_record(record)
        dropped = [entry for entry in entries if needs_drop(entry, erased, redacted)]
        listed = _listed(entry.set for entry in (entries if erased else dropped))
        for entry in dropped:
            if entry.set is not None:
                self.journal.drop_payload(entry)
        if erased:
            self._connection.execute("DELETE FROM drafts WHERE record = ?", (record,))
            self._connection.execute("DELETE FROM verdicts WHERE record = ?", (record,))
        else:
            listed -= _listed(effective_sets(self.journal.of_record(record)).values())
        # The pictures go with what showed them; other lists hold no digests.
        self._connection.executemany(
            "DELETE FROM pictures WHERE digest = ?", [(digest,) for digest in sorted(listed)]
        )

    def blot_drafts(self, texts: Sequence[str], person: str) -> None:
        """Take what names or describes an erased person out of unsaved drafts."""
        drafts = self._connection.execute("SELECT draft, kind, draft_values FROM drafts").fetchall()
        for draft, kind, text in drafts:
            values = json.loads(text)
            left = blotted(self._catalogue.get(kind), values, texts, [person])
            if left != values:
                self._connection.execute(
                    "UPDATE drafts SET draft_values = ? WHERE draft = ?",
                    (canonical(left).decode(), draft),
                )

    def refold(self, records: Iterable[str]) -> None:
        """Fold records and write what follows into every cache."""
        doubts = self.journal.doubts()
        for record in records:
            entries = self.journal.of_record(record)
            state = fold(entries, doubts)
            self.tables.put(state)
            self.search.put(state)
            self._connection.execute("DELETE FROM conflicts WHERE record = ?", (record,))
            kind = self._catalogue.get(state.kind)
            hard = [name for name in state.rivals if kind is None or kind.is_hard(name)]
            self._connection.executemany(
                "INSERT INTO conflicts VALUES (?, ?, ?)",
                [(state.kind, record, name) for name in hard],
            )

    def rebuild_kind(self, kind: str) -> None:
        """Make the caches of one kind anew from the journal."""
        self.tables.clear(kind)
        rows = self._connection.execute(
            "SELECT DISTINCT record FROM entries WHERE kind = ? ORDER BY arrived", (kind,)
        ).fetchall()
        self.refold(record for (record,) in rows)

    def rebuild(self) -> None:
        """Make every cache anew from the journal."""
        self.search.clear()
        self._connection.execute("DELETE FROM conflicts")
        self._connection.execute(f"DELETE FROM {UNKNOWN}")
        for kind in self._catalogue:
            self._connection.execute(f"DELETE FROM {table_name(kind)}")
        rows = self._connection.execute(
            "SELECT record FROM entries WHERE kind <> ? GROUP BY record ORDER BY min(arrived)",
            (CLOCK_KIND,),
        ).fetchall()
        self.refold(record for (record,) in rows)

    def stamp(self, replica: str, actor: str, action: str, words: str, now: datetime) -> Stamp:
        """What all entries of one action share."""
        return Stamp(replica=replica, actor=actor, action=action, words=words, wall=wall_text(now))


def _listed(payloads: Iterable[Mapping[str, Any] | None]) -> set[str]:
    """Return every text that stands in a list, as the digests of pictures do."""
    values = [value for payload in payloads for value in (payload or {}).values()]
    return {str(item) for value in values if isinstance(value, list) for item in value}


FORGETTING = (ERASE, REDACT)
"""Operations after which nothing of a text may remain on disk."""
