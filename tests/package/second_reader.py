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
    for line in data.removesuffix(b"\n").split(b"\n"):
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
        _positive(row["seq"]),
        _hex(row["replica"], 32),
        all(row[key] is None or _hex(row[key], 64) for key in ("payload", "prev")),
        row["target"] is None or _hex(row["target"], 16),
        all(_hex(short, 16) for short in seen),
        _moment(row["at"], CLOCK),
        row["wall"] is None or _moment(row["wall"], MOMENT),
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


def states(entries: list[Entry]) -> dict[str, State]:
    """The present state of every record these entries speak of."""
    spans = [
        (entry.record, entry.content["first"], entry.content["last"])
        for entry in entries
        if entry.op == "doubt" and entry.content is not None
    ]

    def place(entry: Entry) -> tuple[bool, str, str, int, str]:
        doubted = any(
            entry.replica == replica and first <= entry.seq <= last
            for replica, first, last in spans
        )
        return not doubted, entry.at, entry.replica, entry.seq, entry.hash

    records: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=place):
        if entry.op != "doubt":
            records[entry.record].append(entry)
    return {record: _state(ordered) for record, ordered in records.items()}


def _state(ordered: list[Entry]) -> State:
    kind = ordered[0].kind
    erases = [entry for entry in ordered if entry.op == "erase"]
    if erases:
        values = dict(erases[-1].content or {})
        return State(kind, values, values.pop("deleted", False) is True, True, {})
    running = _running(ordered)
    values = {name: candidates[0] for name, candidates in running.items()}
    conflicts = {name: candidates for name, candidates in running.items() if len(candidates) > 1}
    return State(kind, values, values.pop("deleted", False) is True, False, conflicts)


def _running(ordered: list[Entry]) -> dict[str, list[Any]]:
    """Field to the different values on its frontier, the last written first."""
    contents = _contents(ordered)
    behind = _behind(ordered)
    writers: dict[str, list[Entry]] = defaultdict(list)
    for entry in ordered:
        for name in contents[entry.hash]:
            writers[name].append(entry)
    running: dict[str, list[Any]] = {}
    for name, wrote in writers.items():
        overtaken = set().union(*(behind[entry.hash[:16]] for entry in wrote))
        front = [entry for entry in reversed(wrote) if entry.hash[:16] not in overtaken]
        values = [contents[entry.hash][name] for entry in front]
        running[name] = list({canonical(value): value for value in values}.values())
    return running


def _contents(ordered: list[Entry]) -> dict[str, dict[str, Any]]:
    """What each entry counts as having written, by hash, once every redaction is applied."""
    short = {entry.hash[:16]: entry for entry in ordered}
    contents = {
        entry.hash: entry.content if entry.op == "set" and entry.content else {}
        for entry in ordered
    }
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
    for start in seen:
        reached: set[str] = set()
        ahead = list(seen[start])
        while ahead:
            short = ahead.pop()
            if short not in reached:
                reached.add(short)
                ahead.extend(seen.get(short, ()))
        behind[start] = reached
    return behind


# Taking a package in (section 7) ------------------------------------------------------------


def read(
    package: Path, identity: str, pins: list[Pin], held: list[Entry], now: str, work: Path
) -> Reading:
    """Read one package as the holder of `held` would at the time `now`.

    `identity` is an age identity, `work` an empty folder for what ssh-keygen must find in files.
    """
    try:
        members = unzip(decrypt(package, identity))
        manifest = manifest_of(members)
        own = manifest["mengzhan"]
        check_signature(members, own["device"]["signing_key"], work)
        if Pin(own["station"]["code"], own["device"]["signing_key"]) not in pins:
            raise Refused("unknown_station")
        check_tables(manifest, members)
        entries = journal(members[JOURNAL]) if JOURNAL in members else []
        check_ranges(own["ranges"], entries)
    except Refused as refused:
        return Reading(refused.outcome)
    return _compared(own["ranges"], entries, held, now, members.get(VERDICTS, b""))


def _compared(
    ranges: list[dict[str, Any]], entries: list[Entry], held: list[Entry], now: str, said: bytes
) -> Reading:
    old = {entry.hash for entry in held}
    new = {entry.hash: entry for entry in entries if entry.hash not in old}
    everything = list({entry.hash: entry for entry in (*entries, *held)}.values())
    reading = Reading("already_in", len(new), states=states(everything))
    reading.verdicts = [dict.fromkeys(VERDICT_KEYS) | parse(line) for line in said.splitlines()]
    reading.missing = _missing(ranges, everything)
    reading.forks = _forks(everything, set(new))
    reading.doubtful = _doubtful(list(new.values()), held, now)
    findings = (
        ("waiting", reading.missing),
        ("forked", reading.forks),
        ("clock_doubtful", reading.doubtful),
        ("accepted", True),
    )
    if new:
        reading.outcome = next(outcome for outcome, found in findings if found)
    return reading


def _missing(ranges: list[dict[str, Any]], entries: list[Entry]) -> list[tuple[str, int, int]]:
    """The spans below a range that nobody has delivered yet."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        numbers[entry.replica].add(entry.seq)
    gaps = {
        (part["replica"], seq)
        for part in ranges
        for seq in range(1, part["first"])
        if seq not in numbers[part["replica"]]
    }
    return _spans(gaps)


def _spans(numbers: set[tuple[str, int]]) -> list[tuple[str, int, int]]:
    spans = []
    for (replica, _), run in groupby(
        enumerate(sorted(numbers)), key=lambda item: (item[1][0], item[1][1] - item[0])
    ):
        seqs = [seq for _, (_, seq) in run]
        spans.append((replica, seqs[0], seqs[-1]))
    return spans


def _forks(entries: list[Entry], new: set[str]) -> list[tuple[str, int]]:
    """Where two entries claim to follow the same one, at least one of them new."""
    followers: dict[tuple[str, int, str], set[str]] = defaultdict(set)
    for entry in entries:
        followers[entry.replica, entry.seq, entry.prev].add(entry.hash)
    return sorted(
        place[:2] for place, hashes in followers.items() if len(hashes) > 1 and hashes & new
    )


def _doubtful(new: list[Entry], held: list[Entry], now: str) -> list[tuple[str, int, int]]:
    """The spans of new entries more than 24 hours past every time known before."""
    known = max([now, *(entry.at for entry in held)])
    limit = _time(known) + dt.timedelta(hours=24)
    return _spans({(entry.replica, entry.seq) for entry in new if _time(entry.at) > limit})
