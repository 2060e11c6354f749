"""A second reader of journals, written from the page of the format alone.

It imports nothing of the program, so that a rule which the page forgets shows as a vector that
the two read differently.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

Row = dict[str, Any]
_OUTSIDE = ("set", "salt", "hash")


def canonical(value: object) -> bytes:
    """RFC 8785 for what the format allows: ASCII keys and whole numbers."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read_journal(data: bytes) -> list[Row]:
    """Section 3: every row with what could be computed filled in, and its ``hash``."""
    rows: list[Row] = []
    for line in data.decode().split("\n"):
        if line:
            rows.append(_complete(json.loads(line), rows[-1] if rows else None))
    return rows


def _complete(row: Row, above: Row | None) -> Row:
    if row["wall"] is None:
        row["wall"] = row["at"].split("+")[0]
    if row["prev"] is None:
        assert above is not None
        row["prev"] = above["hash"]
    if row["set"] is not None:
        row["payload"] = _sha256(bytes.fromhex(row["salt"]) + canonical(row["set"]))
    row["target"] = row["target"] or ""
    row["seen"] = row["seen"] or []
    row["hash"] = _sha256(canonical({k: v for k, v in row.items() if k not in _OUTSIDE}))
    return row


def holds(span: Mapping[str, Any], rows: Iterable[Row]) -> bool:
    """Section 2: whether a range is in the package from ``before`` to ``head``."""
    by_hash = {row["hash"]: row for row in rows}
    digest, seq = span["head"], span["last"]
    while seq >= span["first"]:
        row = by_hash.get(digest)
        if row is None or (row["replica"], row["seq"]) != (span["replica"], seq):
            return False
        digest, seq = row["prev"], seq - 1
    return bool(digest == span["before"])


def fold(rows: Iterable[Row]) -> dict[str, dict[str, Any]]:
    """Section 4: what every record is now, apart from doubts."""
    records: dict[str, dict[str, Row]] = {}
    for row in rows:
        if row["kind"] != "clock":
            records.setdefault(row["record"], {})[row["hash"]] = row
    return {record: _fold(list(found.values())) for record, found in records.items()}


def _fold(rows: list[Row]) -> dict[str, Any]:
    rows.sort(key=lambda row: (row["at"], row["replica"], row["seq"], row["hash"]))
    state: dict[str, Any] = {"kind": rows[0]["kind"], "erased": False, "conflicts": {}}
    erasures = [row for row in rows if row["op"] == "erase"]
    if erasures:
        state["erased"], state["values"] = True, erasures[-1]["set"]
    else:
        state["values"] = {}
        for name, frontier in _frontiers(rows).items():
            values = [value for _, value in reversed(frontier)]
            state["values"][name] = values[0]
            distinct = list(dict.fromkeys(map(repr, values)))
            if len(distinct) > 1:
                state["conflicts"][name] = [
                    values[list(map(repr, values)).index(d)] for d in distinct
                ]
    state["deleted"] = state["values"].get("deleted") is True
    return state


def _frontiers(rows: list[Row]) -> dict[str, list[tuple[str, Any]]]:
    marks = {row["hash"][:16]: row for row in rows}
    sets = {mark: row["set"] for mark, row in marks.items() if row["op"] == "set"}
    for row in (row for row in rows if row["op"] == "redact"):
        target = row["target"]
        while marks[target]["op"] == "redact":
            target = marks[target]["target"]
        sets[target] = row["set"]
    setters: dict[str, list[tuple[str, Any]]] = {}
    for mark in (row["hash"][:16] for row in rows):
        for name, value in (sets.get(mark) or {}).items():
            setters.setdefault(name, []).append((mark, value))
    return {
        name: [
            (mark, value)
            for mark, value in found
            if not any(mark in _seen(other, marks) for other, _ in found)
        ]
        for name, found in setters.items()
    }


def _seen(mark: str, marks: Mapping[str, Row]) -> set[str]:
    reached: set[str] = set()
    pending = [mark]
    while pending:
        row = marks.get(pending.pop())
        for before in row["seen"] if row else ():
            if before not in reached:
                reached.add(before)
                pending.append(before)
    return reached
