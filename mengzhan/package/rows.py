"""Journal entries as rows of ``data/journal.jsonl``, without what can be computed again.

``hash`` never travels. ``payload`` travels only where the payload itself has been dropped (an
erased person). ``prev`` travels only where the row before is not the entry before: inside a run
of one replica it is the hash of the row above. Every row carries every key, in this order, with
null where there is nothing.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from mengzhan.model.entry import Entry, header_hash, payload_hash

COLUMNS: dict[str, str] = {
    "replica": "string",
    "seq": "integer",
    "at": "string",
    "wall": "string",
    "actor": "string",
    "action": "string",
    "words": "string",
    "op": "string",
    "kind": "string",
    "record": "string",
    "target": "string",
    "seen": "array",
    "set": "object",
    "salt": "string",
    "payload": "string",
    "prev": "string",
}
"""Columns with their Frictionless types."""

_HEADER = ("replica", "seq", "at", "wall", "actor", "action", "words", "op", "kind", "record")


class _Row(msgspec.Struct, kw_only=True, forbid_unknown_fields=False):
    """The sorts of value that a row must have; anything else is damage."""

    replica: str
    seq: int
    at: str
    wall: str
    actor: str
    action: str
    words: str
    op: str
    kind: str
    record: str
    target: str | None = None
    seen: list[str] | None = None
    set: dict[str, Any] | None = None
    salt: str | None = None
    payload: str | None = None
    prev: str | None = None


def write_rows(entries: Iterable[Entry]) -> bytes:
    """Write entries, one JSON object a line, in the order given."""
    lines: list[bytes] = []
    before: Entry | None = None
    for entry in entries:
        follows = before is not None and (before.replica, before.seq + 1, before.hash) == (
            entry.replica,
            entry.seq,
            entry.prev,
        )
        row = {name: getattr(entry, name) for name in _HEADER} | {
            "target": entry.target or None,
            "seen": entry.seen or None,
            "set": entry.set,
            "salt": entry.salt,
            "payload": entry.payload if entry.set is None else None,
            "prev": None if follows else entry.prev,
        }
        lines.append(msgspec.json.encode(row))
        before = entry
    return b"".join(line + b"\n" for line in lines)


def read_rows(data: bytes) -> list[Entry]:
    """Read what ``write_rows`` wrote and compute every hash again.

    Raises:
        ValueError: a line is not such a row, or its ``prev`` or ``payload`` is missing.
    """
    try:
        rows = msgspec.json.decode(b"[" + b",".join(data.splitlines()) + b"]", type=list[_Row])
    except msgspec.MsgspecError as error:
        raise ValueError("a line is not a journal row") from error
    entries: list[Entry] = []
    for row in rows:
        entries.append(_entry(row, entries))
    return entries


def _entry(row: _Row, above: Sequence[Entry]) -> Entry:
    prev = row.prev
    if prev is None:
        before = above[-1] if above else None
        if before is None or (before.replica, before.seq + 1) != (row.replica, row.seq):
            raise ValueError("the hash of the entry before is missing")
        prev = before.hash
    if row.set is not None and row.salt is not None:
        payload = payload_hash(row.set, row.salt)
    elif row.payload is not None and row.set is None and row.salt is None:
        payload = row.payload
    else:
        raise ValueError("neither a salted payload nor the hash of one")
    header: dict[str, Any] = {name: getattr(row, name) for name in _HEADER} | {
        "target": row.target or "",
        "seen": row.seen or [],
        "payload": payload,
        "prev": prev,
    }
    return Entry(**header, set=row.set, salt=row.salt, hash=header_hash(header))
