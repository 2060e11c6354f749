"""What an action touches and whom it forgets, worked out inside its transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mengzhan.model.entry import ERASE, Entry
from mengzhan.rules.erasure import identifying_texts
from mengzhan.rules.reader import Change
from mengzhan.store.ledger import FORGETTING, Ledger
from mengzhan.store.reader import StoreReader


@dataclass
class Touched:
    """What entries change, without the entries themselves."""

    records: set[tuple[str, str]] = field(default_factory=set)
    entries: int = 0
    forgets: bool = False

    def add(self, entries: Sequence[Entry]) -> None:
        """Note what some entries change."""
        self.records.update((entry.kind, entry.record) for entry in entries)
        self.entries += len(entries)
        self.forgets = self.forgets or any(entry.op in FORGETTING for entry in entries)


def blot_drafts(ledger: Ledger, reader: StoreReader, changes: Iterable[Change]) -> None:
    """Before persons are erased: what names them leaves unsaved drafts too."""
    for change in changes:
        if change.op == ERASE:
            ledger.blot_drafts(identifying_texts(reader, change.record), change.record)


def doomed(reader: StoreReader, arriving: Iterable[Entry]) -> dict[str, list[str]]:
    """Return each record that is or was erased, with the texts that name it, before they go."""
    by_record: dict[str, list[Entry]] = {}
    for entry in arriving:
        by_record.setdefault(entry.record, []).append(entry)
    erased = {record for record, _ in reader.journal.erasures()}
    found: dict[str, list[str]] = {}
    for record, entries in by_record.items():
        erased_now = any(e.op == ERASE and not reader.journal.by_hash(e.hash) for e in entries)
        if erased_now or record in erased:
            texts = identifying_texts(reader, record, entries)
            if erased_now or texts:
                found[record] = texts
    return found
