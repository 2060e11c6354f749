"""What a restored backup may not bring back: erasures and redactions made since it was taken.

They are read from the database that is about to be replaced and put into the restored file before
it takes its place; the next session takes them up. Entries keep their hashes, so that later ones
find what they speak of. But they lie beyond what is lost, and a report stops at such a hole: what
this copy had decided itself is therefore said once more.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from mengzhan.model.entry import ERASE, REDACT, Entry
from mengzhan.model.fold import effective_sets
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.rules.station import REPLICA, REPLICAS
from mengzhan.store import handover, settings
from mengzhan.store.driver import Connection
from mengzhan.store.journal import Journal

SETTING = "carried"
"""Where the entries wait: a list of ``{"entry": …, "own": …}``."""


def carry_over(present: Connection, restored: Connection) -> None:
    """Put what was forgotten in ``present`` into ``restored``, for its next session.

    That the station was handed over to another computer is not undone by a backup either.
    """
    replicas = settings.read(present, REPLICAS, [])
    own = [*replicas, settings.read(present, REPLICA)]
    made = Journal(present).forgetting()
    found = [{"entry": msgspec.to_builtins(e), "own": e.replica in own} for e in made]
    waiting = [row for one in (present, restored) for row in settings.read(one, SETTING, [])]
    rows = {row["entry"]["hash"]: row for row in [*found, *waiting]}
    kept = {SETTING: [*rows.values()], handover.SETTING: handover.kept(present)}
    for name, value in kept.items():
        if value:
            settings.write(restored, name, value)


def forget_carried(connection: Connection) -> None:
    """End the waiting, in the transaction in which the entries were taken up."""
    settings.forget(connection, SETTING)


def read_carried(rows: Iterable[dict[str, Any]]) -> list[Entry]:
    """Return the entries that wait."""
    return [msgspec.convert(row["entry"], Entry) for row in rows]


def say_again(entries: Sequence[Entry]) -> Operation:
    """Make the erasures and redactions of ``entries``, which are in the journal, once more.

    Several redactions of one text become one, so that it does not hang on those before it.
    """
    erasures = [entry for entry in entries if entry.op == ERASE]
    redacted = dict.fromkeys(entry.record for entry in entries if entry.op == REDACT)

    def run(reader: Reader, desk: Desk) -> list[Change]:
        changes = [Change.erasure(e.kind, e.record, e.set or {}) for e in erasures]
        for record in redacted:
            known = reader.entries(record)
            targets = {entry.mark: entry.target for entry in known if entry.op == REDACT}
            roots = set(targets.values()) - targets.keys()
            for mark, values in effective_sets(known).items():
                if mark in roots:
                    changes.append(Change.redaction(known[0].kind, record, mark, values))
        return changes

    return run
