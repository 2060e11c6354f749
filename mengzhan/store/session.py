"""A session: one operator at work on an open data folder.

Window, command line and office all work through it. Reading gives each thread its own view;
everything that writes goes through the one writer thread and comes back as a ``ChangeSet``.
"""

import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mengzhan.model.clock import (
    BEIJING,
    WallClock,
    compared,
    day_of,
    system_clock,
    wall_moment,
    wall_text,
)
from mengzhan.model.entry import GENESIS, Entry, Values
from mengzhan.model.ids import new_action, new_record, new_replica
from mengzhan.model.kind import Catalogue
from mengzhan.model.progress import Progress, in_parts
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.operations import untangle
from mengzhan.rules.reader import Desk, Operation
from mengzhan.rules.redaction import late_redactions, redactions
from mengzhan.rules.station import OFFICE, PLACE, REPLICA, REPLICAS, ROLE, is_office
from mengzhan.rules.suspicion import forget_people
from mengzhan.store import carried, drafts, handover, rule_tables, settings
from mengzhan.store.backup import Backup
from mengzhan.store.connection import Store
from mengzhan.store.disclosures import Disclosure, Disclosures
from mengzhan.store.driver import Connection
from mengzhan.store.errors import StoreError
from mengzhan.store.exchange import Exchange
from mengzhan.store.keyfile import Operator
from mengzhan.store.ledger import PART, Ledger, Merged
from mengzhan.store.reader import StoreReader
from mengzhan.store.replica import Marker, Position, compare
from mengzhan.store.retention import erasure_limit
from mengzhan.store.search import forget_words
from mengzhan.store.touched import Touched, blot_drafts, doomed

_SAVING = QT_TRANSLATE_NOOP("model", "正在写入")


@dataclass(frozen=True)
class Place:
    """The station or office that a data folder belongs to."""

    code: str
    name: str


def _nothing(action: str) -> Sequence[Entry]:
    return ()


@dataclass(frozen=True)
class ChangeSet:
    """What an operation changed, by which screens refresh: pairs of (kind, record). If it
    ``forgets``, somebody was erased, and what is kept in memory of records goes."""

    action: str
    records: frozenset[tuple[str, str]]
    _read: Callable[[str], Sequence[Entry]] = field(repr=False, compare=False, default=_nothing)
    forgets: bool = False

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of the action, read when asked for: an import makes many thousands."""
        return tuple(self._read(self.action))

    @property
    def kinds(self) -> set[str]:
        """Return the kinds in which something changed."""
        return {kind for kind, _ in self.records}


class Session:
    """An operator at work. Close it to back up and give the folder free."""

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        operator: Operator,
        *,
        clock: WallClock = system_clock,
        marker: Marker | None = None,
    ) -> None:
        self.store = store
        self.catalogue = catalogue
        self.operator = operator
        self.clock = clock
        self._marker = marker
        self._local = threading.local()
        self._id_lock, self._last_id = threading.Lock(), 0
        self.store.writer.run(lambda connection: Ledger(connection, catalogue).prepare())
        self.replica, self.is_new_copy = self._identify()
        if marker is not None:
            self.store.writer.on_commit(self._remember_position)
        self._take_up_carried()
        rule_tables.use(self.read(), self.set_setting)

    # Identity of this copy ---------------------------------------------------------------

    def _identify(self) -> tuple[str, bool]:
        """Return the replica id to go on with, and whether it is new because this is a copy."""
        known = self.setting(REPLICA)
        if known is None:
            return self.take_new_replica(), False
        if self._marker is None:
            return str(known), False
        journal = self.read().journal
        head = journal.head(known)
        position = Position(known, head.seq, head.hash)

        def hash_at(seq: int) -> str | None:
            found = journal.of_replica(known, seq, seq)
            return found[0].hash if found else (None if seq else GENESIS)

        if compare(position, self._marker.read(), hash_at).needs_new_replica:
            return self.take_new_replica(), True
        return str(known), False

    def marker(self, name: str) -> Marker | None:
        """Return what keeps, outside the database, where something that is numbered here ends."""
        return None if self._marker is None else self._marker.beside(name)

    def take_new_replica(self) -> str:
        """Go on under a new replica id, after a restore or a fork; the former stays this station's."""
        former, known = self.setting(REPLICA), self.setting(REPLICAS) or []
        if former is not None and former not in known:
            self.set_setting(REPLICAS, [*known, former])
        self.replica = new_replica()
        self.set_setting(REPLICA, self.replica)
        # Marked before its first entry: two copies of an empty station must not share it either.
        with suppress(StoreError):
            self.store.writer.run(self._remember_position)
        return self.replica

    def _remember_position(self, connection: Connection) -> None:
        head = Ledger(connection, self.catalogue).journal.head(self.replica)
        if self._marker is not None:
            self._marker.write(Position(self.replica, head.seq, head.hash))

    def _take_up_carried(self) -> None:
        """After a restore: what had been forgotten since the backup is forgotten again."""
        rows = self.setting(carried.SETTING)
        if rows is None:
            return
        journal = self.read().journal
        lost = [row for row in rows if journal.by_hash(row["entry"]["hash"]) is None]
        own = carried.read_carried(row for row in lost if row["own"])
        self.merge(
            carried.read_carried(lost),
            lambda connection, _: carried.forget_carried(connection),
            carried.say_again(own),
            words="restore",
        )

    # Reading -----------------------------------------------------------------------------

    def read(self) -> StoreReader:
        """Return this thread's view of what is committed."""
        reader = getattr(self._local, "reader", None)
        if reader is None:
            reader = StoreReader(self.store.reader(), self.catalogue)
            self._local.reader = reader
        return reader

    def exchange(self) -> Exchange:
        """Return this thread's view of what was sent and answered."""
        return Exchange(self.read().connection)

    @property
    def place(self) -> Place:
        """The station or office at work."""
        found = self.setting(PLACE) or {"code": "", "name": ""}
        return Place(found["code"], found["name"])

    @property
    def is_office(self) -> bool:
        """Whether the folder belongs to an office, where records are received and not sent."""
        return is_office(self)

    def become_office(self) -> None:
        """Note that the folder, which was just set up, belongs to an office."""
        self.set_setting(ROLE, OFFICE)

    def today(self) -> date:
        """The day in Beijing."""
        return (self.clock() + BEIJING).date()

    def clock_state(self) -> str:
        """Compare the computer's clock with the journal: ``behind``, ``ahead`` or ``ok``."""
        return compared(self.clock(), self.read().journal.highest())

    @property
    def handed_over(self) -> str:
        """The day in Beijing on which the station went to another computer; empty while in use."""
        return day_of(handover.open_since(self.read().connection))

    # Writing -----------------------------------------------------------------------------

    def check_in_use(self) -> None:
        """Make sure that the station still lives on this computer.

        Raises:
            HandedOver: it was handed over to another one.
        """
        if day := self.handed_over:
            raise handover.HandedOver(day)

    def take_back_handover(self) -> None:
        """Go on here although the station was handed over; who did it is noted."""
        at, operator = wall_text(self.clock()), self.operator.id
        self.store.writer.run(lambda connection: handover.take_back(connection, at, operator))

    def desk(self) -> Desk:
        """What surrounds an operation that runs now."""
        return Desk(self.today(), self.operator.id, self.place.code, self.new_id, self.replica)

    def new_id(self) -> str:
        """Make the id of a record.

        Each takes a millisecond of its own, ahead of the clock if need be: an import makes
        hundreds within one, where the random bits alone would let two people share an id.
        """
        with self._id_lock:
            self._last_id = max(int(self.clock().timestamp() * 1000), self._last_id + 1)
            return new_record(self._last_id, self.replica)

    def run(
        self,
        operation: Operation,
        words: str,
        progress: Progress | None = None,
        expected: int = 0,
    ) -> ChangeSet:
        """Run an operation inside the write transaction.

        Changes are written in parts as the operation gives them, so that an import need not be
        in memory as a whole.

        Args:
            words: what the action is, in stable words without personal data (``edit person``).
            progress: told after each part how many changes are written of how many ``expected``.

        Raises:
            UserError: the operation or the environment said no; nothing was written.
            Cancelled: the user stopped it; nothing was written.
        """
        self.check_in_use()
        desk, action, now = self.desk(), new_action(), self.clock()
        told = progress or Progress()

        def work(connection: Connection) -> Touched:
            ledger = Ledger(connection, self.catalogue)
            reader = StoreReader(connection, self.catalogue)
            stamp = ledger.stamp(self.replica, desk.operator, action, words, now)
            touched = Touched()
            for part in in_parts(operation(reader, desk), PART):
                blot_drafts(ledger, reader, part)
                touched.add(ledger.append(part, stamp, now))
                told.step(touched.entries, max(expected, touched.entries), Message(_SAVING))
            return touched

        return self._done(action, self.store.writer.run(work))

    def merge(
        self,
        entries: Iterable[Entry],
        settle: Callable[[Connection, Merged], None] | None = None,
        operation: Operation | None = None,
        words: str = "",
        beside: Iterable[Entry] = (),
    ) -> Merged:
        """Take in entries made elsewhere, in one transaction with what ``settle`` writes.

        ``operation`` runs after the merge in the same transaction (an office's decisions). What
        names or describes a person whom the entries erase, or who is erased here already, is
        redacted here as well; ``beside`` are entries that came with the others and are known, but
        may still hold the values that tell what to look for.
        """
        desk, action, now = self.desk(), new_action(), self.clock()
        incoming = list(entries)
        arriving = [*incoming, *beside]

        def work(connection: Connection) -> tuple[Merged, Touched]:
            ledger = Ledger(connection, self.catalogue)
            reader = StoreReader(connection, self.catalogue)
            persons = doomed(reader, arriving)
            merged, touched = ledger.merge(incoming), Touched()
            touched.add(merged.new)
            stamp = ledger.stamp(self.replica, desk.operator, action, words or "merge", now)
            changes = untangle(reader, (e.record for e in merged.new if "same_as" in (e.set or ())))
            if operation is not None:
                changes += operation(reader, desk)
            touched.add(ledger.append(changes, stamp, now))
            # One person after the other: a text that names two is redacted twice.
            for record, texts in persons.items():
                ledger.blot_drafts(texts, record)
                touched.add(ledger.append(redactions(reader, record, texts), stamp, now))
            late = late_redactions(reader, dict.fromkeys(entry.record for entry in merged.new))
            touched.add(ledger.append(late, stamp, now))
            if settle is not None:
                settle(connection, merged)
            return merged, touched

        merged, touched = self.store.writer.run(work)
        if any(replica == self.replica for replica, _ in merged.forks):
            self.take_new_replica()
        self._done(action, touched)
        return merged

    def _done(self, action: str, touched: Touched) -> ChangeSet:
        if touched.forgets:
            self._forget_traces()
        if any(kind == rule_tables.KIND for kind, _ in touched.records):
            rule_tables.use(self.read(), self.set_setting)
        return ChangeSet(action, frozenset(touched.records), self._of_action, touched.forgets)

    def _of_action(self, action: str) -> list[Entry]:
        return self.read().journal.of_action(action)

    def _forget_traces(self) -> None:
        """After an erasure no memory, page of the index or log keeps the text."""
        forget_words()
        forget_people()
        self.store.writer.run(lambda c: Ledger(c, self.catalogue).search.compact())
        self.store.checkpoint()

    # Settings and drafts -----------------------------------------------------------------

    def setting(self, name: str, default: Any = None) -> Any:
        """Return a setting of this data folder."""
        return self.read().setting(name, default)

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a setting of this data folder."""
        self.store.writer.run(lambda c: settings.write(c, name, value))

    def save_draft(self, draft: str, kind: str, record: str, values: Values) -> None:
        """Keep what is typed but not saved; it survives a crash and leaves with its record."""
        self.save_drafts(kind, [drafts.Draft(draft, record, values)])

    def save_drafts(self, kind: str, typed: Iterable[drafts.Draft]) -> None:
        """Keep several drafts at once."""
        saved = wall_text(self.clock())
        self.store.writer.run(lambda c: drafts.write(c, kind, typed, saved))

    def drop_drafts(self, *names: str) -> None:
        """Forget drafts that were saved or thrown away."""
        self.store.writer.run(lambda c: drafts.drop(c, names))

    def disclose(self, kind: str, records: int, purpose: str) -> None:
        """Note that sensitive values of so many records were written out in full, and what for."""
        made = Disclosure(wall_text(self.clock()), self.operator.id, kind, records, purpose)
        self.store.writer.run(lambda c: Disclosures(c).add(made))

    def disclosures(self) -> Disclosures:
        """Return this thread's view of what was written out in full."""
        return Disclosures(self.read().connection)

    def add_picture(self, digest: str, image: bytes) -> None:
        """Keep a picture under its SHA-256."""
        self.store.writer.run(lambda c: Exchange(c).keep_pictures({digest: image}, held=False))

    def close(self) -> None:
        """Back up, close, and give the folder free.

        Raises:
            StoreError: the backup could not be made; everything is closed all the same.
        """
        try:
            self.back_up()
        finally:
            self.store.close()
            rule_tables.use_shipped()

    def back_up(self, *, force: bool = False) -> Backup | None:
        """Back up if something changed; copies that hold an erased person go after 30 days."""
        made = self.store.backup(force=force)
        erasures = [wall_moment(at) for _, at in self.read().journal.erasures()]
        limit = erasure_limit(erasures, self.clock())
        if limit is not None:
            self.store.backups.purge_before(limit)
        return made
