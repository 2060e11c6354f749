"""A second reader of the package format, written from resources/help/package-format.md alone.

It shares no code with the program: the standard library, `age` and `ssh-keygen` do all the work.
Section numbers are those of the page.
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
MOMENT = r"(?!9999)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"
CLOCK = MOMENT + r"\+[0-9a-f]{4}"
SUITE = "age-x25519+ed25519-sshsig"
KINDS = ("report", "receipt", "share", "handover")
VERDICT = dict.fromkeys(("record", "kind", "field", "verdict", "reason", "suggestion"))
Json = dict[str, Any]
Pinned = set[tuple[str, str]]


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
    content: Json | None
    prev: str
    hash: str


@dataclass
class Reading:
    """What came of one package. `states`, by record, as in the samples; none when refused."""

    outcome: str
    new_entries: int = 0
    verdicts: list[Json] = field(default_factory=list)
    states: dict[str, Json] = field(default_factory=dict)


def canonical(value: Any) -> bytes:
    """RFC 8785, for values that have ASCII keys and no fractions."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sha256(data: bytes) -> str:
    """The hash as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _object(pairs: list[tuple[str, Any]]) -> Json:
    if len(dict(pairs)) != len(pairs) or not all(key.isascii() for key, _ in pairs):
        raise ValueError("a key twice, or not ASCII")
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
    _, _, _, _, count, size, start, _ = end = struct.unpack("<4s4H2LH", data[-22:])
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
    flags, method, _, _, crc, packed, size, length, extra, comment = listed[3:13]
    attributes, offset = listed[15:]
    body = local + 30 + length
    raw, following = data[local + 30 : body], central + 46 + length
    same = here == (b"PK\3\4", *listed[2:11], 0) and raw == data[central + 46 : following]
    # Flags: encrypted, descriptor, strongly encrypted, masked. Attributes: a folder.
    unusual = extra or comment or flags & 0x2049 or offset != local or attributes & 0x10
    link = attributes >> 28 not in (0, 8)  # Unix file types: none given, or a plain file
    if listed[0] != b"PK\1\2" or not same or unusual or link:
        raise Refused("damaged")
    if method not in (0, 8):
        raise Refused("newer_format")
    content = data[body : body + packed]
    if method == 8:
        content = zlib.decompressobj(-15).decompress(content, size + 1)
    name, whole = raw.decode(), (len(content), zlib.crc32(content)) == (size, crc)
    if not whole or not re.fullmatch(HARMLESS_NAME, name, re.ASCII):
        raise Refused("damaged")
    return name, content, body + packed, following


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


def manifest_of(members: dict[str, bytes]) -> Json:
    """The manifest, once this reader knows that it can read the rest."""
    manifest = parse(members[MANIFEST])
    own = manifest["mengzhan"]
    known = own["format"] == 1 and own["suite"] == SUITE and own["kind"] in KINDS
    if not known or own["features"]["must"]:
        raise Refused("newer_format")
    if not re.fullmatch(PUBLIC_KEY, own["device"]["signing_key"]):
        raise Refused("damaged")
    return manifest


def check_tables(manifest: Json, members: dict[str, bytes]) -> None:
    """Every table as listed, none unlisted, every picture named by its hash."""
    listed = {table["path"]: (table["bytes"], table["hash"]) for table in manifest["resources"]}
    tables = {name: content for name, content in members.items() if name.startswith("data/")}
    if listed != {name: (len(it), "sha256:" + sha256(it)) for name, it in tables.items()}:
        raise Refused("damaged")
    for name, content in members.items():
        if name.startswith("pictures/") and name != f"pictures/{sha256(content)}.jpg":
            raise Refused("damaged")


def journal(table: bytes) -> list[Entry]:
    """Every line as an entry; Refused when one of them is not well-formed."""
    entries: list[Entry] = []
    for line in lines(table):
        try:
            row = parse(line)
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
    numbers = [row["seq"], *((content["first"], content["last"]) if doubt else ())]
    hexadecimal = [(row["replica"], 32), *((short, 16) for short in row["seen"] or [])]
    optional = (("payload", 64), ("prev", 64), ("target", 16), ("salt", 32))
    hexadecimal += [(row[key], size) for key, size in optional if row[key] is not None]
    checks = (
        all(re.fullmatch(f"[0-9a-f]{{{size}}}", text) for text, size in hexadecimal),
        all(type(number) is int and number > 0 for number in numbers),
        re.fullmatch(CLOCK, row["at"]) and _time(row["at"]),
        row["wall"] is None or (re.fullmatch(MOMENT, row["wall"]) and _time(row["wall"])),
        all(re.fullmatch("(?s).{1,100}", row[key]) for key in ("kind", "record")),
        (row["payload"] is not None) == cleared == (row["salt"] is None),
        cleared or (isinstance(content, dict) and _depth(content) <= 8),
        doubt == (row["kind"] == "clock"),
        row["op"] != "redact" or row["target"] is not None,
    )
    if not all(checks):
        raise ValueError("not well-formed")


def _time(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text[:24])


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
        if wanted != part["before"]:
            raise Refused("chain_broken")


def states(entries: list[Entry]) -> dict[str, Json]:
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


def _state(ordered: list[Entry]) -> Json:
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
        values = [contents[each][name] for each in front]
        running[name] = list({canonical(value): value for value in values}.values())
    return running


def _contents(ordered: list[Entry]) -> dict[str, Json]:
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
    package: Path, identity: str, pinned: Pinned, held: list[Entry], now: str, work: Path
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
        verdicts = [VERDICT | parse(line) for line in lines(members.get(VERDICTS, b""))]
    except Refused as refused:
        return Reading(str(refused))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Reading("damaged")  # a manifest of some other shape
    have = {entry.hash for entry in held}
    new = list({entry.hash: entry for entry in entries if entry.hash not in have}.values())
    outcome = compared(own["ranges"], new, held, now)
    known = {} if outcome == "waiting" else states([*held, *new])
    return Reading(outcome, len(new), verdicts, known)


def compared(ranges: list[Json], new: list[Entry], held: list[Entry], now: str) -> str:
    """The outcome for a sound package, by what is held already."""
    numbers: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for entry in (*held, *new):
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
