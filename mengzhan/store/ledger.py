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
    EXCERPT,
    REDACT,
    SET,
    Entry,
    NewEntry,
    Stamp,
    canonical,
    make_entry,
)
from mengzhan.model.fold import (
    State,
    effective_sets,
    fold,
    heads_of,
    is_excerpt,
    needs_drop,
    superseded,
)
from mengzhan.model.kind import Catalogue
from mengzhan.model.progress import in_parts
from mengzhan.rules.operations import ForeignRecord
from mengzhan.rules.reader import Change
from mengzhan.rules.redaction import blotted
from mengzhan.store.driver import IN_LIST, Connection, as_list
from mengzhan.store.journal import Head, Journal
from mengzhan.store.search import SearchIndex
from mengzhan.store.tables import UNKNOWN, Tables, table_name

PART = 500
"""How many changes are written at once: enough to spare the calls, few enough to hold in memory."""


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

    def append(self, changes: Iterable[Change], stamp: Stamp, now: datetime) -> list[Entry]:
        """Make one journal entry for each change and bring the caches up to date.

        Raises:
            ForeignRecord: a change is about a record of which only an excerpt is known.
        """
        changes = list(changes)
        head = self.journal.head(stamp.replica)
        # A clock found wrong by these very changes must not push this journal's time ahead.
        highest = self.journal.highest(self.journal.doubts_with(changes))
        known = self.journal.of_records(c.record for c in changes if c.op != DOUBT)
        made: list[Entry] = []
        for change in changes:
            highest = tick(now, highest)
            before = known[change.record] if change.op != DOUBT else []
            if is_excerpt(before):
                raise ForeignRecord
            new = NewEntry(
                op=change.op,
                kind=change.kind,
                record=change.record,
                values=change.values,
                target=change.target,
                seen=heads_of(before),
            )
            entry = make_entry(stamp, new, seq=head.seq + 1, at=highest, prev=head.hash)
            head = Head(entry.seq, entry.hash)
            before.append(entry)
            made.append(entry)
        self.journal.insert(made)
        self._settle(made, known)
        return made

    def merge(self, entries: Iterable[Entry]) -> Merged:
        """Take in entries made elsewhere; any order, repetition harmless."""
        merged = Merged()
        for part in in_parts(entries, PART):
            known, taken = self.journal.known(part), self.journal.taken(part)
            fresh: dict[str, Entry] = {}
            for entry in part:
                if entry.hash in known or entry.hash in fresh:
                    merged.known += 1
                    continue
                fresh[entry.hash] = entry
                place = (entry.replica, entry.seq)
                if place in taken:
                    merged.forks.append(place)
                taken.add(place)
            self.journal.insert(fresh.values())
            merged.new += fresh.values()
        for part in in_parts(merged.new, PART):
            touched = (entry.record for entry in part if entry.kind != CLOCK_KIND)
            self._settle(part, self.journal.of_records(touched))
        return merged

    def _settle(self, entries: Iterable[Entry], known: dict[str, list[Entry]]) -> None:
        """Drop payloads that must go and fold again every record that ``entries`` touch.

        ``known`` holds all entries of these records, the new ones among them.
        """
        for entry in entries:
            if entry.op == DOUBT and entry.set is not None:
                span = (int(entry.set["first"]), int(entry.set["last"]))
                doubted = self.journal.of_replica(entry.record, *span)
                touched = dict.fromkeys(e.record for e in doubted if e.kind != CLOCK_KIND)
                known |= self.journal.of_records(touched.keys() - known.keys())
        for record, whole in known.items():
            self._drop_payloads(record, whole)
        self._fold_again(known)

    def _drop_payloads(self, record: str, entries: list[Entry]) -> None:
        """Forget what an erasure, a redaction or a later excerpt among the entries of a record takes
        away."""
        if all(entry.op == SET and entry.words != EXCERPT for entry in entries):
            return
        erased = any(entry.op == ERASE for entry in entries)
        redacted = {entry.target for entry in entries if entry.op == REDACT}
        redacted |= {entry.mark for entry in superseded(entries)}
        if not erased and not redacted:
            return
        dropped = [entry for entry in entries if needs_drop(entry, erased, redacted)]
        listed = _listed(entry.set for entry in (entries if erased else dropped))
        self.journal.drop_payloads(entry for entry in dropped if entry.set is not None)
        gone = {entry.hash for entry in dropped}
        entries[:] = [entry.dropped() if entry.hash in gone else entry for entry in entries]
        if erased:
            self._connection.execute("DELETE FROM drafts WHERE record = ?", (record,))
            self._connection.execute("DELETE FROM verdicts WHERE record = ?", (record,))
        else:
            listed -= _listed(effective_sets(entries).values())
        # The pictures go with what showed them; other lists hold no digests.
        self._connection.executemany(
            "DELETE FROM pictures WHERE digest = ?", [(digest,) for digest in sorted(listed)]
        )

    def blot_drafts(self, texts: Sequence[str], person: str) -> None:
        """Take what names or describes an erased person out of unsaved drafts; the drafts of that
        record go as a whole."""
        self._connection.execute("DELETE FROM drafts WHERE record = ?", (person,))
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
        for part in in_parts(records, PART):
            self._fold_again(self.journal.of_records(part))

    def _fold_again(self, known: Mapping[str, Sequence[Entry]]) -> None:
        doubts = self.journal.doubts()
        states = [fold(entries, doubts) for entries in known.values()]
        self.tables.put(states)
        self.search.put(states)
        self._connection.execute(f"DELETE FROM conflicts WHERE record {IN_LIST}", as_list(known))
        self._connection.executemany(
            "INSERT INTO conflicts VALUES (?, ?, ?)",
            [(s.kind, s.record, name) for s in states for name in self._hard_rivals(s)],
        )

    def _hard_rivals(self, state: State) -> list[str]:
        """Return the fields of which two values wait for a person."""
        kind = self._catalogue.get(state.kind)
        return [name for name in state.rivals if kind is None or kind.is_hard(name)]

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
