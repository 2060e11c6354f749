"""A second reader of the package format, written from resources/help/package-format.md alone.

It shares no code with the program: the standard library, `age` and `ssh-keygen` do all the work.
Whoever has to read packages without the program can start from this file. Section numbers in
comments are those of the page.
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
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

MANIFEST, SIGNATURE = "datapackage.json", "datapackage.json.sig"
JOURNAL, VERDICTS = "data/journal.jsonl", "data/verdicts.jsonl"
ZEROS = "0" * 64
LARGEST = 2**53 - 1
KNOWN_NAME = re.compile(
    r"datapackage\.json(\.sig)?|data/[a-z][a-z0-9_]*\.jsonl|pictures/[0-9a-f]{64}\.jpg"
)
HARMLESS_NAME = re.compile(r"(?!\.)[\w.-]*\w(/(?!\.)[\w.-]*\w)*", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
CLOCK = re.compile(MOMENT.pattern + r"\+[0-9a-f]{4}", re.ASCII)
OPERATIONS = ("set", "erase", "redact", "doubt")
SUITE = "age-x25519+ed25519-sshsig"
KINDS = ("report", "receipt", "share", "handover")
ROW_KEYS = (
    "replica seq at wall actor action words op kind record target seen set salt payload prev"
).split()
VERDICT_KEYS = ("record", "kind", "field", "verdict", "reason", "suggestion")


class Refused(Exception):
    """The package is not taken in. `outcome` is one of the words of section 7."""

    def __init__(self, outcome: str) -> None:
        super().__init__(outcome)
        self.outcome = outcome


class Pin(NamedTuple):
    """A registered key and the code of the station it belongs to."""

    station: str
    signing_key: str


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
    seen: tuple[str, ...]
    content: dict[str, Any] | None
    prev: str
    hash: str


@dataclass(frozen=True)
class State:
    """What one record says now. `conflicts` has every value in the running, the present first."""

    kind: str
    values: dict[str, Any]
    deleted: bool
    erased: bool
    conflicts: dict[str, list[Any]]


@dataclass
class Reading:
    """What came of one package; all but the outcome stay empty when it was refused."""

    outcome: str
    new_entries: int = 0
    missing: list[tuple[str, int, int]] = field(default_factory=list)
    forks: list[tuple[str, int]] = field(default_factory=list)
    doubtful: list[tuple[str, int, int]] = field(default_factory=list)
    verdicts: list[dict[str, Any]] = field(default_factory=list)
    states: dict[str, State] = field(default_factory=dict)


# JSON ---------------------------------------------------------------------------------------


def canonical(value: Any) -> bytes:
    """RFC 8785, for values that have ASCII keys and no fractions."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def sha256(data: bytes) -> str:
    """The hash as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a key twice")
    return dict(pairs)


def _no_fraction(text: str) -> Any:
    raise ValueError("not an integer")


def _whole(text: str) -> int:
    number = int(text)
    if abs(number) > LARGEST:
        raise ValueError("too large")
    return number


def parse(data: bytes) -> dict[str, Any]:
    """One strict JSON object; ValueError for anything else."""
    try:
        value = json.loads(
            data.decode(),
            object_pairs_hook=_once_each,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
            parse_int=_whole,
        )
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(value, dict):
        raise ValueError("not an object")  # noqa: TRY004 - the caller catches one kind
    return value


# The outside: age, zip, signature (section 1) -----------------------------------------------


def decrypt(package: Path, identity: str) -> bytes:
    """The zip inside an age file."""
    if not package.read_bytes().startswith(b"age-encryption.org/v1\n"):
        raise Refused("cannot_open")
    command = ["age", "--decrypt", "-i", "-", str(package)]
    done = subprocess.run(command, input=identity.encode(), capture_output=True, check=False)
    if done.returncode:
        raise Refused("cannot_open")
    return done.stdout


def unzip(data: bytes) -> dict[str, bytes]:
    """Name to content, of a zip that keeps every rule of section 1."""
    try:
        members = _members(data)
    except (struct.error, zlib.error, UnicodeDecodeError) as error:
        raise Refused("damaged") from error
    if len({name.lower() for name, _ in members}) != len(members):
        raise Refused("damaged")
    if not all(KNOWN_NAME.fullmatch(name) for name, _ in members):
        raise Refused("newer_format")
    if not {MANIFEST, SIGNATURE} <= dict(members).keys():
        raise Refused("damaged")
    return dict(members)


def _members(data: bytes) -> list[tuple[str, bytes]]:
    end = struct.unpack("<4s4H2LH", data[-22:])
    mark, disk, start_disk, here, count, size, start, comment = end
    if mark != b"PK\5\6" or disk or start_disk or comment or here != count:
        raise Refused("damaged")
    if start + size != len(data) - 22:
        raise Refused("damaged")
    found: list[tuple[str, bytes]] = []
    local, central = 0, start
    for _ in range(count):
        name, content, local, central = _member(data, local, central)
        found.append((name, content))
    if local != start or central != start + size:
        raise Refused("damaged")
    return found


def _member(data: bytes, local: int, central: int) -> tuple[str, bytes, int, int]:
    """One member, and where the next one's local and central headers must be."""
    listed = struct.unpack_from("<4s6H3L5H2L", data, central)
    flags, method, (crc, packed, size, length) = listed[3], listed[4], listed[7:11]
    extra, comment, attributes, offset = listed[11], listed[12], listed[15], listed[16]
    body = local + 30 + length
    raw = data[central + 46 : central + 46 + length]
    here = struct.unpack_from("<4s5H3L2H", data, local)
    same = here[1:] == (*listed[2:11], 0) and raw == data[local + 30 : body]
    unusual = extra or comment or flags & 0x2049 or offset != local or attributes & 0x10
    link = attributes >> 28 not in (0, 8)  # Unix file types: none given, or a plain file
    if (listed[0], here[0]) != (b"PK\1\2", b"PK\3\4") or not same or unusual or link:
        raise Refused("damaged")
    name = raw.decode()
    if not HARMLESS_NAME.fullmatch(name):
        raise Refused("damaged")
    content = _inflated(method, data[body : body + packed], size)
    if len(content) != size or zlib.crc32(content) != crc:
        raise Refused("damaged")
    return name, content, body + packed, central + 46 + length


def _inflated(method: int, packed: bytes, size: int) -> bytes:
    if method == 0:
        return packed
    if method != 8:
        raise Refused("newer_format")
    stream = zlib.decompressobj(-15)
    content = stream.decompress(packed, size + 1)
    if not stream.eof or stream.unused_data:
        raise Refused("damaged")
    return content


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
    if subprocess.run(
        command, input=members[MANIFEST], capture_output=True, check=False
    ).returncode:
        raise Refused("wrong_signature")


# The manifest and its tables (section 2) ----------------------------------------------------


def manifest_of(members: dict[str, bytes]) -> dict[str, Any]:
    """The manifest, once this reader knows that it can read the rest."""
    try:
        manifest = parse(members[MANIFEST])
        own = manifest["mengzhan"]
        version = own["format"]
        if version > 1:
            raise Refused("newer_format")
        known = own["suite"] == SUITE and own["kind"] in KINDS and not own["features"]["must"]
    except (ValueError, KeyError, TypeError) as error:
        raise Refused("damaged") from error
    if not known:
        raise Refused("newer_format")
    return manifest


def check_tables(manifest: dict[str, Any], members: dict[str, bytes]) -> None:
    """Every table as listed, none unlisted, every picture named by its hash."""
    listed = {table["path"]: table for table in manifest["resources"]}
    if listed.keys() != {name for name in members if name.startswith("data/")}:
        raise Refused("damaged")
    for path, table in listed.items():
        content = members[path]
        if (len(content), "sha256:" + sha256(content)) != (table["bytes"], table["hash"]):
            raise Refused("damaged")
    pictures = [name for name in members if name.startswith("pictures/")]
    if any(name != f"pictures/{sha256(members[name])}.jpg" for name in pictures):
        raise Refused("damaged")


# The journal (section 3) --------------------------------------------------------------------


def journal(data: bytes) -> list[Entry]:
    """Every line as an entry; Refused when one of them is not well-formed."""
    entries: list[Entry] = []
    for line in data.splitlines():
        try:
            row = parse(line)
            if row["op"] not in OPERATIONS:
                raise Refused("newer_format")
            _check_row(row)
            entries.append(_entry(row, entries[-1] if entries else None))
        except (ValueError, KeyError, TypeError) as error:
            raise Refused("chain_broken") from error
    return entries


def _check_row(row: dict[str, Any]) -> None:
    seen, content, op = row["seen"] or [], row["set"], row["op"]
    cleared = content is None
    checks = (
        set(ROW_KEYS) <= row.keys(),
        1 <= row["seq"] <= LARGEST,
        all(_hex(row[key], size) for key, size in (("replica", 32),)),
        all(_hex(row[key] or "0" * 64, 64) for key in ("payload", "prev")),
        all(_hex(short, 16) for short in (*seen, row["target"] or "0" * 16)),
        _moment(row["at"], CLOCK) and _moment(row["wall"] or row["at"][:24], MOMENT),
        all(1 <= len(row[key]) <= 100 for key in ("kind", "record")),
        (row["payload"] is not None) == cleared == (row["salt"] is None),
        cleared or (_hex(row["salt"], 32) and _ascii_keys(content)),
        (op == "doubt") == (row["kind"] == "clock"),
        op != "doubt" or all(_positive(content[key]) for key in ("first", "last")),
        op != "redact" or row["target"] is not None,
    )
    if not all(checks):
        raise ValueError("malformed")


def _hex(text: str, size: int) -> bool:
    return re.fullmatch(f"[0-9a-f]{{{size}}}", text) is not None


def _positive(value: Any) -> bool:
    return type(value) is int and value > 0


def _moment(text: str, pattern: re.Pattern[str]) -> bool:
    return pattern.fullmatch(text) is not None and _time(text).year <= 9998


def _time(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text[:24])


def _ascii_keys(value: Any) -> bool:
    if isinstance(value, dict):
        return all(key.isascii() and _ascii_keys(below) for key, below in value.items())
    return not isinstance(value, list) or all(map(_ascii_keys, value))


def _entry(row: dict[str, Any], above: Entry | None) -> Entry:
    prev = row["prev"]
    if prev is None:
        if above is None or (above.replica, above.seq + 1) != (row["replica"], row["seq"]):
            raise ValueError("not the next of the line above")
        prev = above.hash
    content = row["set"]
    head = {key: row[key] for key in ROW_KEYS if key not in {"set", "salt"}}
    head |= {"target": row["target"] or "", "seen": row["seen"] or [], "prev": prev}
    head["wall"] = row["wall"] or row["at"].partition("+")[0]
    if content is not None:
        head["payload"] = sha256(bytes.fromhex(row["salt"]) + canonical(content))
    fields = {key: head[key] for key in ("replica", "seq", "at", "op", "kind", "record", "target")}
    seen = tuple(head["seen"])
    return Entry(**fields, seen=seen, content=content, prev=prev, hash=sha256(canonical(head)))


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


# What a record says now (section 4) ---------------------------------------------------------
