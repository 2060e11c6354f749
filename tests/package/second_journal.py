"""The journal of a package, read from resources/help/package-format.md alone (sections 3 and 4).

Part of the second reader: it shares no code with the program.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

HOUR = r"([01][0-9]|2[0-3])"
MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T" + HOUR + r":[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"
CLOCK = MOMENT + r"\+[0-9]{4}"
MAY_BE_NULL = ("wall", "target", "seen", "set", "salt", "payload", "prev")
Json = dict[str, Any]
Spans = dict[str, list[tuple[int, int]]]


class Refused(Exception):
    """The package is not taken in; the text is one of the outcomes of section 7."""


@dataclass(frozen=True)
class Entry:
    """One line of the journal, with its hash. `content` is None where it has been cleared."""

    replica: str
    seq: int
    at: str
    words: str
    op: str
    kind: str
    record: str
    target: str
    seen: list[str]
    content: Json | None
    prev: str
    hash: str


def canonical(value: Any) -> bytes:
    """RFC 8785, for values that have ASCII keys and no fractions."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sha256(data: bytes) -> str:
    """The hash as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _object(pairs: list[tuple[str, Any]]) -> Json:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a key twice")
    return dict(pairs)


def _whole(text: str) -> int:
    number = int(text)  # refuses fractions, NaN and Infinity as well
    if abs(number) >= 2**53:
        raise ValueError("too large")
    return number


def parse(data: bytes) -> Json:
    """One strict JSON object; ValueError or RecursionError for anything else."""
    hooks: Json = dict.fromkeys(("parse_int", "parse_float", "parse_constant"), _whole)
    value = json.loads(data.decode(), object_pairs_hook=_object, **hooks)
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def lines(table: bytes) -> list[bytes]:
    """The lines of a table: a line ends at LF and nowhere else."""
    return table.removesuffix(b"\n").split(b"\n") if table else []


def journal(table: bytes) -> list[Entry]:
    """Every line as an entry; Refused when one of them is not well-formed."""
    entries: list[Entry] = []
    for line in lines(table):
        try:
            row = dict.fromkeys(MAY_BE_NULL) | parse(line)
            if row["op"] not in ("set", "erase", "redact", "doubt"):
                raise Refused("newer_format")
            _check_form(row)
            entries.append(_entry(row, entries[-1] if entries else None))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise Refused("chain_broken") from error
    return entries


def _check_form(row: Json) -> None:
    content, doubt = row["set"], row["op"] == "doubt"
    cleared = content is None
    span = (content["first"], content["last"]) if doubt and not cleared else (1, 1)
    hexadecimal = [(row["replica"], 32), *((short, 16) for short in row["seen"] or [])]
    optional = (("payload", 64), ("prev", 64), ("target", 16), ("salt", 32))
    hexadecimal += [(row[key], size) for key, size in optional if row[key] is not None]
    checks = (
        all(re.fullmatch(f"[0-9a-f]{{{size}}}", text) for text, size in hexadecimal),
        all(isinstance(row[key], str) for key in ("actor", "action", "words")),
        all(type(number) is int and number > 0 for number in (row["seq"], *span)),
        span[0] <= span[1],
        re.fullmatch(CLOCK, row["at"]) and moment(row["at"]),
        row["wall"] is None or (re.fullmatch(MOMENT, row["wall"]) and moment(row["wall"])),
        all(re.fullmatch("(?s).{1,100}", row[key]) for key in ("kind", "record")),
        (row["payload"] is not None) == cleared == (row["salt"] is None),
        cleared or (isinstance(content, dict) and _depth(content) <= 8 and _ascii(content)),
        doubt or cleared or _system_fields(content),
        doubt == (row["kind"] == "clock"),
        row["op"] != "redact" or row["target"] is not None,
    )
    if not all(checks):
        raise ValueError("not well-formed")


def moment(text: str) -> dt.datetime:
    """The clock part of a time; ValueError for one that never was, or is too far away."""
    found = dt.datetime.fromisoformat(text[:24])
    if found.year > 9998:
        raise ValueError("no room for the next one")
    return found


def _ascii(value: Any) -> bool:
    if isinstance(value, dict):
        return all(key.isascii() and _ascii(item) for key, item in value.items())
    return all(map(_ascii, value)) if isinstance(value, list) else True


def _system_fields(content: Json) -> bool:
    texts = all(isinstance(content.get(key), str | None) for key in ("station", "same_as"))
    return texts and isinstance(content.get("deleted"), bool | None)


def _depth(value: Any) -> int:
    if not isinstance(value, dict | list):
        return 0
    return 1 + max(map(_depth, value.values() if isinstance(value, dict) else value), default=0)


def _entry(row: Json, above: Entry | None) -> Entry:
    keys = "replica seq at wall actor action words op kind record target seen payload prev"
    head = {key: row[key] for key in keys.split()} | {"target": row["target"] or ""}
    head |= {"seen": row["seen"] or [], "wall": row["wall"] or row["at"][:24]}
    if row["set"] is not None:
        head["payload"] = sha256(bytes.fromhex(row["salt"]) + canonical(row["set"]))
    if row["prev"] is None:
        if above is None or (above.replica, above.seq + 1) != (row["replica"], row["seq"]):
            raise ValueError("not the next after the line above")
        head["prev"] = above.hash
    fields: Json = {key: head[key] for key in Entry.__annotations__ if key in head}
    return Entry(**fields, content=row["set"], hash=sha256(canonical(head)))


def check_ranges(ranges: list[Json], entries: list[Entry]) -> None:
    """Every range is whole: from its head, prev by prev, down to what came before it."""
    by_hash = {entry.hash: entry for entry in entries}
    for part in ranges:
        wanted = part["head"]
        for seq in range(part["last"], part["first"] - 1, -1):
            entry = by_hash.get(wanted)
            if entry is None or (entry.replica, entry.seq) != (part["replica"], seq):
                raise Refused("chain_broken")
            wanted = entry.prev
        begins = part["first"] > 1 or wanted == "0" * 64
        if wanted != part["before"] or not begins or not 1 <= part["first"] <= part["last"]:
            raise Refused("chain_broken")


def doubts(entries: list[Entry]) -> Spans:
    """Replica to the spans that were written under a wrong clock."""
    spans: Spans = defaultdict(list)
    for entry in entries:
        if entry.op == "doubt" and entry.content is not None:
            spans[entry.record].append((entry.content["first"], entry.content["last"]))
    return spans


def doubted(entry: Entry, spans: Spans) -> bool:
    """Whether one of the spans holds this entry."""
    return any(first <= entry.seq <= last for first, last in spans.get(entry.replica, ()))


def states(entries: list[Entry]) -> dict[str, Json]:
    """The present state of every record these entries speak of (section 4)."""
    spans = doubts(entries)

    def place(entry: Entry) -> tuple[bool, str, str, int, str]:
        return not doubted(entry, spans), entry.at, entry.replica, entry.seq, entry.hash

    records: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=place):
        if entry.op != "doubt":
            records[entry.record].append(entry)
    return {record: _state(ordered) for record, ordered in records.items()}


def _state(ordered: list[Entry]) -> Json:
    telling = [entry for entry in ordered if entry.op in ("set", "erase")] or ordered
    kind = ordered[0].kind
    if any(entry.words != "excerpt" for entry in telling):
        ordered = [entry for entry in ordered if entry.words != "excerpt"]
        kind = ordered[0].kind
        running = _running(ordered)
    else:
        ordered = sorted(ordered, key=lambda one: (one.at, one.replica, one.seq, one.hash))
        running = {name: [value] for name, value in (ordered[-1].content or {}).items()}
    erases = [entry.content or {} for entry in ordered if entry.op == "erase"]
    running = {} if erases else running
    values = erases[-1] if erases else {name: front[0] for name, front in running.items()}
    return {
        "kind": kind,
        "values": values,
        "deleted": values.get("deleted") is True,
        "erased": bool(erases),
        "conflicts": {name: front for name, front in running.items() if len(front) > 1},
    }


def _running(ordered: list[Entry]) -> dict[str, list[Any]]:
    """Field to the different values on its frontier, the last written first."""
    contents, behind = _contents(ordered), _behind(ordered)
    writers: dict[str, list[Entry]] = defaultdict(list)
    for entry in reversed(ordered):
        for name in contents[entry.hash]:
            writers[name].append(entry)
    running: dict[str, list[Any]] = {}
    for name, wrote in writers.items():
        overtaken = set().union(*(behind[entry.hash[:16]] for entry in wrote))
        front = [entry.hash for entry in wrote if entry.hash[:16] not in overtaken]
        values = [contents[each][name] for each in front]
        running[name] = list({canonical(value): value for value in values}.values())
    return running


def _contents(ordered: list[Entry]) -> dict[str, Json]:
    """What each entry counts as having written, by hash, once every redaction is applied."""
    short = {entry.hash[:16]: entry for entry in ordered}
    contents = {each.hash: (each.op == "set" and each.content) or {} for each in ordered}
    for entry in sorted(ordered, key=lambda each: (each.at, each.replica, each.seq, each.hash)):
        original: Entry | None = entry
        while original is not None and original.op == "redact":
            original = short.get(original.target)
        if entry.op == "redact" and original is not None and entry.content is not None:
            contents[original.hash] = entry.content
    return contents


def _behind(ordered: list[Entry]) -> dict[str, set[str]]:
    """Short hash to the short hashes of all it has seen, directly or through others."""
    seen = {entry.hash[:16]: entry.seen for entry in ordered}
    behind: dict[str, set[str]] = {}
    for start, direct in seen.items():
        ahead, reached = list(direct), behind.setdefault(start, set())
        while ahead:
            short = ahead.pop()
            if short not in reached:
                reached.add(short)
                ahead += seen.get(short, [])
    return behind
