"""A second reader of the package format, written from resources/help/package-format.md alone.

It shares no code with the program: the standard library, `age` and `ssh-keygen` do all the work.
Whoever has to read packages without the program can start from this file. Section numbers are
those of the page.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import re
import struct
import subprocess
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MANIFEST, SIGNATURE = "datapackage.json", "datapackage.json.sig"
JOURNAL, VERDICTS = "data/journal.jsonl", "data/verdicts.jsonl"
KNOWN_NAME = r"datapackage\.json(\.sig)?|data/[a-z][a-z0-9_]*\.jsonl|pictures/[0-9a-f]{64}\.jpg"
HARMLESS_NAME = r"(?!\.)[A-Za-z0-9_.-]*\w(/(?!\.)[A-Za-z0-9_.-]*\w)*"
PUBLIC_KEY = r"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-Za-z0-9+/]{43}"
MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"
CLOCK = MOMENT + r"\+[0-9a-f]{4}"
SUITE = "age-x25519+ed25519-sshsig"
KINDS = ("report", "receipt", "share", "handover")


class Refused(Exception):
    """The package is not taken in; the text is one of the outcomes of section 7."""


@dataclass(frozen=True)
class Entry:
    """One line of the journal, with its hash. `content` is None where it has been cleared."""

    replica: str
    seq: int
    at: str
    op: str
    kind: str
    record: str
    target: str
    seen: list[str]
    content: dict[str, Any] | None
    prev: str
    hash: str


@dataclass
class Reading:
    """What came of one package: without states where it was not taken in, or not yet.

    `states` has what the samples' README.md lists, by record.
    """

    outcome: str
    new_entries: int = 0
    verdicts: list[dict[str, Any]] = field(default_factory=list)
    states: dict[str, dict[str, Any]] = field(default_factory=dict)


def canonical(value: Any) -> bytes:
    """RFC 8785, for values that have ASCII keys and no fractions."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def sha256(data: bytes) -> str:
    """The hash as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs) or not all(key.isascii() for key, _ in pairs):
        raise ValueError("a key twice, or not ASCII")
    return dict(pairs)


def _whole(text: str) -> int:
    number = int(text)  # refuses fractions, NaN and Infinity as well
    if abs(number) >= 2**53:
        raise ValueError("too large")
    return number


def parse(data: bytes) -> dict[str, Any]:
    """One strict JSON object; ValueError for anything else."""
    hooks: dict[str, Any] = dict.fromkeys(("parse_int", "parse_float", "parse_constant"), _whole)
    try:
        value = json.loads(data.decode(), object_pairs_hook=_object, **hooks)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def lines(table: bytes) -> list[bytes]:
    """The lines of a table: a line ends at LF and nowhere else."""
    return table.removesuffix(b"\n").split(b"\n") if table else []


def decrypt(package: Path, identity: str) -> bytes:
    """The zip inside an age file."""
    command = ["age", "--decrypt", "-i", "-", str(package)]
    done = subprocess.run(command, input=identity.encode(), capture_output=True, check=False)
    if done.returncode or not package.read_bytes().startswith(b"age-encryption.org/v1\n"):
        raise Refused("cannot_open")
    return done.stdout


def unzip(data: bytes) -> dict[str, bytes]:
    """Name to content, of a zip that keeps every rule of section 1."""
    try:
        members = _members(data)
    except (struct.error, zlib.error, UnicodeDecodeError) as error:
        raise Refused("damaged") from error
    names = {name.lower() for name, _ in members}
    if len(names) != len(members) or not {MANIFEST, SIGNATURE} <= names:
        raise Refused("damaged")
    if not all(re.fullmatch(KNOWN_NAME, name) for name, _ in members):
        raise Refused("newer_format")
    return dict(members)


def _members(data: bytes) -> list[tuple[str, bytes]]:
    end = struct.unpack("<4s4H2LH", data[-22:])
    count, size, start = end[4:7]
    if end != (b"PK\5\6", 0, 0, count, count, size, start, 0) or start + size != len(data) - 22:
        raise Refused("damaged")
    found: list[tuple[str, bytes]] = []
    local, central = 0, start
    for _ in range(count):
        name, content, local, central = _member(data, local, central)
        found.append((name, content))
    if (local, central) != (start, start + size):
        raise Refused("damaged")
    return found


def _member(data: bytes, local: int, central: int) -> tuple[str, bytes, int, int]:
    """One member, and where the next one's local and central headers must be."""
    listed = struct.unpack_from("<4s6H3L5H2L", data, central)
    here = struct.unpack_from("<4s5H3L2H", data, local)
    flags, method, (crc, packed, size, length) = listed[3], listed[4], listed[7:11]
    extra, comment, attributes, offset = listed[11], listed[12], listed[15], listed[16]
    body = local + 30 + length
    raw = data[central + 46 : central + 46 + length]
    same = here[1:] == (*listed[2:11], 0) and raw == data[local + 30 : body]
    # Flags: encrypted, descriptor, strongly encrypted, masked. Attributes: a folder.
    unusual = extra or comment or flags & 0x2049 or offset != local or attributes & 0x10
    link = attributes >> 28 not in (0, 8)  # Unix file types: none given, or a plain file
    if (listed[0], here[0]) != (b"PK\1\2", b"PK\3\4") or not same or unusual or link:
        raise Refused("damaged")
    if method not in (0, 8):
        raise Refused("newer_format")
    content = data[body : body + packed]
    if method == 8:
        content = zlib.decompressobj(-15).decompress(content, size + 1)
    name = raw.decode()
    if not re.fullmatch(HARMLESS_NAME, name, re.ASCII) or zlib.crc32(content) != crc:
        raise Refused("damaged")
    return name, content, body + packed, central + 46 + length


def device_number(signing_key: str) -> str:
    """The 设备号 of an `ssh-ed25519 AAAA…` public key (section 5)."""
    public = base64.b64decode(signing_key.split()[1])[-32:]
    digest = hashlib.sha256(b"mengzhan-device-id-v1\n" + public).digest()
    return "mz-" + base64.b32encode(digest).decode().lower()[:16]


def check_signature(members: dict[str, bytes], signing_key: str, work: Path) -> None:
    """Ask ssh-keygen whether this key signed the manifest."""
    device = device_number(signing_key)
    signers, signature = work / "allowed_signers", work / SIGNATURE
    signers.write_text(f"{device} {signing_key}\n", encoding="utf-8")
    signature.write_bytes(members[SIGNATURE])
    command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", device]
    command += ["-n", "mengzhan-package", "-s", str(signature)]
    done = subprocess.run(command, input=members[MANIFEST], capture_output=True, check=False)
    if done.returncode:
        raise Refused("wrong_signature")


def manifest_of(members: dict[str, bytes]) -> dict[str, Any]:
    """The manifest, once this reader knows that it can read the rest."""
    manifest = parse(members[MANIFEST])
    own = manifest["mengzhan"]
    known = own["format"] == 1 and own["suite"] == SUITE and own["kind"] in KINDS
    if not known or own["features"]["must"]:
        raise Refused("newer_format")
    if not re.fullmatch(PUBLIC_KEY, own["device"]["signing_key"]):
        raise Refused("damaged")
    return manifest


def check_tables(manifest: dict[str, Any], members: dict[str, bytes]) -> None:
    """Every table as listed, none unlisted, every picture named by its hash."""
    listed = {table["path"]: (table["bytes"], table["hash"]) for table in manifest["resources"]}
    tables = {name: content for name, content in members.items() if name.startswith("data/")}
    if listed != {name: (len(it), "sha256:" + sha256(it)) for name, it in tables.items()}:
        raise Refused("damaged")
    pictures = [name for name in members if name.startswith("pictures/")]
    if any(name != f"pictures/{sha256(members[name])}.jpg" for name in pictures):
        raise Refused("damaged")


def journal(table: bytes) -> list[Entry]:
    """Every line as an entry; Refused when one of them is not well-formed."""
    entries: list[Entry] = []
    for line in lines(table):
        try:
            row = parse(line)
            if row["op"] not in ("set", "erase", "redact", "doubt"):
                raise Refused("newer_format")
            if not _well_formed(row):
                raise Refused("chain_broken")
            entries.append(_entry(row, entries[-1] if entries else None))
        except (ValueError, KeyError, TypeError) as error:
            raise Refused("chain_broken") from error
    return entries


def _well_formed(row: dict[str, Any]) -> bool:
    content, doubt = row["set"], row["op"] == "doubt"
    cleared = content is None
    hexadecimal = [(row["replica"], 32), *((short, 16) for short in row["seen"] or [])]
    optional = (("payload", 64), ("prev", 64), ("target", 16), ("salt", 32))
    hexadecimal += [(row[key], size) for key, size in optional if row[key] is not None]
    checks = (
        all(re.fullmatch(f"[0-9a-f]{{{size}}}", text) for text, size in hexadecimal),
        _positive(row["seq"]),
        _moment(row["at"], CLOCK) and (row["wall"] is None or _moment(row["wall"], MOMENT)),
        all(1 <= len(row[key]) <= 100 for key in ("kind", "record")),
        (row["payload"] is not None) == cleared == (row["salt"] is None),
        cleared or isinstance(content, dict),
        doubt == (row["kind"] == "clock"),
        not doubt or all(_positive(content[key]) for key in ("first", "last")),
        row["op"] != "redact" or row["target"] is not None,
    )
    return all(checks)


def _positive(value: Any) -> bool:
    return type(value) is int and value > 0


def _moment(text: str, pattern: str) -> bool:
    return re.fullmatch(pattern, text) is not None and _time(text).year <= 9998


def _time(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text[:24])


def _entry(row: dict[str, Any], above: Entry | None) -> Entry:
    keys = "replica seq at wall actor action words op kind record target seen payload prev"
    head = {key: row[key] for key in keys.split()} | {"target": row["target"] or ""}
    head |= {"seen": row["seen"] or [], "wall": row["wall"] or row["at"][:24]}
    if row["set"] is not None:
        head["payload"] = sha256(bytes.fromhex(row["salt"]) + canonical(row["set"]))
    if row["prev"] is None:
        if above is None or (above.replica, above.seq + 1) != (row["replica"], row["seq"]):
            raise ValueError("not the next after the line above")
        head["prev"] = above.hash
    kept = ("replica", "seq", "at", "op", "kind", "record", "target", "seen", "prev")
    fields: dict[str, Any] = {key: head[key] for key in kept}
    return Entry(**fields, content=row["set"], hash=sha256(canonical(head)))


def check_ranges(ranges: list[dict[str, Any]], entries: list[Entry]) -> None:
    """Every range is whole: from its head, prev by prev, down to what came before it."""
    by_hash = {entry.hash: entry for entry in entries}
    for part in ranges:
        wanted = part["head"]
        for seq in range(part["last"], part["first"] - 1, -1):
            entry = by_hash.get(wanted)
            if entry is None or (entry.replica, entry.seq) != (part["replica"], seq):
                raise Refused("chain_broken")
            wanted = entry.prev
        if wanted != part["before"]:
            raise Refused("chain_broken")


def states(entries: list[Entry]) -> dict[str, dict[str, Any]]:
    """The present state of every record these entries speak of (section 4)."""
    spans = [(each.record, each.content or {}) for each in entries if each.op == "doubt"]

    def place(entry: Entry) -> tuple[bool, str, str, int, str]:
        doubts = [span for replica, span in spans if replica == entry.replica]
        normal = not any(span["first"] <= entry.seq <= span["last"] for span in doubts)
        return normal, entry.at, entry.replica, entry.seq, entry.hash

    records: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=place):
        if entry.op != "doubt":
            records[entry.record].append(entry)
    return {record: _state(ordered) for record, ordered in records.items()}


def _state(ordered: list[Entry]) -> dict[str, Any]:
    erases = [entry.content or {} for entry in ordered if entry.op == "erase"]
    running = {} if erases else _running(ordered)
    values = erases[-1] if erases else {name: front[0] for name, front in running.items()}
    return {
        "kind": ordered[0].kind,
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
        different: dict[bytes, Any] = {}
        for value in (contents[each][name] for each in front):
            different.setdefault(canonical(value), value)
        running[name] = list(different.values())
    return running


def _contents(ordered: list[Entry]) -> dict[str, dict[str, Any]]:
    """What each entry counts as having written, by hash, once every redaction is applied."""
    short = {entry.hash[:16]: entry for entry in ordered}
    contents = {each.hash: (each.op == "set" and each.content) or {} for each in ordered}
    for entry in ordered:
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


def read(
    package: Path,
    identity: str,
    pinned: set[tuple[str, str]],
    held: list[Entry],
    now: str,
    work: Path,
) -> Reading:
    """Read one package as the holder of `held` would at the time `now` (section 7).

    `identity` is an age identity, `pinned` the registered keys as (station, signing key), `work`
    an empty folder for what ssh-keygen must find in files.
    """
    try:
        members = unzip(decrypt(package, identity))
        manifest = manifest_of(members)
        own = manifest["mengzhan"]
        check_signature(members, own["device"]["signing_key"], work)
        if (own["station"]["code"], own["device"]["signing_key"]) not in pinned:
            raise Refused("unknown_station")
        check_tables(manifest, members)
        entries = journal(members.get(JOURNAL, b""))
        check_ranges(own["ranges"], entries)
        verdicts = [parse(line) for line in lines(members.get(VERDICTS, b""))]
    except Refused as refused:
        return Reading(str(refused))
    except (ValueError, KeyError, TypeError, AttributeError):
        return Reading("damaged")  # a manifest of some other shape
    outcome = compared(own["ranges"], entries, held, now)
    new = {entry.hash for entry in entries} - {entry.hash for entry in held}
    everything = {entry.hash: entry for entry in (*entries, *held)}
    known = {} if outcome == "waiting" else states(list(everything.values()))
    return Reading(outcome, len(new), verdicts, known)


def compared(
    ranges: list[dict[str, Any]], entries: list[Entry], held: list[Entry], now: str
) -> str:
    """The outcome for a sound package, by what is held already."""
    have = {entry.hash for entry in held}
    new = [entry for entry in entries if entry.hash not in have]
    numbers: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for entry in (*held, *entries):
        numbers[entry.replica][entry.seq].add(entry.hash)
    if not new:
        return "already_in"
    for part in ranges:
        if sum(seq < part["first"] for seq in numbers[part["replica"]]) < part["first"] - 1:
            return "waiting"
    if any(len(numbers[entry.replica][entry.seq]) > 1 for entry in new):
        return "forked"
    limit = _time(max([now, *(entry.at for entry in held)])) + dt.timedelta(hours=24)
    return "clock_doubtful" if any(_time(entry.at) > limit for entry in new) else "accepted"
