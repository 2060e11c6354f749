"""Journal entries as rows of ``data/journal.jsonl``, without what can be computed again.

``hash`` never travels, ``wall`` only where it is not the clock part of ``at``. ``payload`` travels
only where the payload itself has been dropped (an erased person). ``prev`` travels only where the
row before is not the entry before: inside a run of one replica it is the hash of the row above.
Every row carries every key, in this order, with null where there is nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Annotated, Any

import msgspec

from mengzhan.model.clock import wall_moment
from mengzhan.model.entry import (
    CLOCK_KIND,
    DOUBT,
    ERASE,
    REDACT,
    SET,
    Entry,
    header_hash,
    payload_hash,
)
from mengzhan.package.strictjson import read_json_lines

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

OPS = frozenset({SET, ERASE, REDACT, DOUBT})
"""What an entry can do; a reader that knows no more must not guess at anything else."""

_LAST_YEAR = 9998
_DEEPEST = 8
_HEADER = ("replica", "seq", "at", "wall", "actor", "action", "words", "op", "kind", "record")


_WHOLE_NUMBER_LIMIT = 2**53
_Number = Annotated[int, msgspec.Meta(ge=1, lt=_WHOLE_NUMBER_LIMIT)]
_Replica = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{32}\Z")]
_Hash = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
_Mark = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{16}\Z")]
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
# Not \d: it takes the digits of every script. Nor 24:00, which Python reads from 3.14 on.
_DAY = r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MOMENT = _DAY + r"T([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"
_Time = Annotated[str, msgspec.Meta(pattern=_MOMENT + r"\+[0-9]{4}\Z")]
_Wall = Annotated[str, msgspec.Meta(pattern=_MOMENT + r"\Z")]


class _Row(msgspec.Struct, kw_only=True, forbid_unknown_fields=False):
    """The sorts of value that a row must have; anything else is damage."""

    replica: _Replica
    seq: _Number
    at: _Time
    wall: _Wall | None = None
    actor: str
    action: str
    words: str
    op: str
    kind: _Name
    record: _Name
    target: _Mark | None = None
    seen: list[_Mark] | None = None
    set: dict[str, Any] | None = None
    salt: _Replica | None = None
    payload: _Hash | None = None
    prev: _Hash | None = None


class _SystemFields(msgspec.Struct):
    """What every kind of record may say of itself."""

    station: str | None = None
    same_as: str | None = None
    deleted: bool | None = None


class _Span(msgspec.Struct):
    """What a ``doubt`` entry must say."""

    first: _Number
    last: _Number


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
            "wall": None if entry.wall == _clock(entry.at) else entry.wall,
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
        ValueError: a line is not such a row, or its ``prev`` or ``payload`` is missing. What is
            let through here goes into a journal for good, so nothing is that a reader trips over.
    """
    try:
        rows = [msgspec.convert(line, _Row) for line in read_json_lines(data)]
    except ValueError as error:
        raise ValueError("a line is not a journal row") from error
    entries: list[Entry] = []
    for row in rows:
        _check(row)
        entries.append(_entry(row, entries))
    return entries


def _clock(at: str) -> str:
    """Return the clock part of a hybrid time."""
    return at.partition("+")[0]


def _check(row: _Row) -> None:
    """Check what patterns cannot say: real moments, depth, what an ``op`` needs."""
    latest: datetime = max(wall_moment(row.at), wall_moment(row.wall or row.at))
    if latest.year > _LAST_YEAR:
        raise ValueError("a time at the end of the calendar leaves no room for the next one")
    _check_values(row.set)
    if row.op != DOUBT and row.set is not None:
        _check_system_fields(row.set)
    if (row.op == DOUBT) != (row.kind == CLOCK_KIND):
        raise ValueError("only doubts are about clocks")
    if row.op == DOUBT and row.set is not None:
        _check_span(row.set)
    if row.op == REDACT and row.target is None:
        raise ValueError("a redaction names the entry that it replaces")


def _check_system_fields(values: dict[str, Any]) -> None:
    try:
        msgspec.convert(values, _SystemFields)
    except msgspec.ValidationError as error:
        raise ValueError("a system field of a row is of the wrong sort") from error


def _check_span(values: dict[str, Any]) -> None:
    try:
        span = msgspec.convert(values, _Span)
    except msgspec.ValidationError as error:
        raise ValueError("the row of a doubt names its span") from error
    if span.first > span.last:
        raise ValueError("the span of a row runs backwards")


def _check_values(value: object, depth: int = 0) -> None:
    """Keys are ASCII, because RFC 8785 sorts others its own way (fractions never come this far).

    What is nested deeply could be stored and then not read again.
    """
    if isinstance(value, dict | list):
        if depth == _DEEPEST:
            raise ValueError("a row is nested too deeply")
        if isinstance(value, dict) and not all(name.isascii() for name in value):
            raise ValueError("a key of a row is ASCII")
        for item in value.values() if isinstance(value, dict) else value:
            _check_values(item, depth + 1)


def _entry(row: _Row, above: Sequence[Entry]) -> Entry:
    prev = row.prev
    if prev is None:
        before = above[-1] if above else None
        if before is None or (before.replica, before.seq + 1) != (row.replica, row.seq):
            raise ValueError("the hash of the entry before is missing")
        prev = before.hash
    if row.set is not None and row.salt is not None and row.payload is None:
        payload = payload_hash(row.set, row.salt)
    elif row.payload is not None and row.set is None and row.salt is None:
        payload = row.payload
    else:
        raise ValueError("either a salted payload or the hash of one")
    header: dict[str, Any] = {name: getattr(row, name) for name in _HEADER} | {
        "wall": row.wall or _clock(row.at),
        "target": row.target or "",
        "seen": row.seen or [],
        "payload": payload,
        "prev": prev,
    }
    return Entry(**header, set=row.set, salt=row.salt, hash=header_hash(header))
