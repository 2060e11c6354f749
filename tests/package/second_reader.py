"""A second reader of the package format, written from resources/help/package-format.md alone.

It shares no code with the program: the standard library, `age` and `ssh-keygen` do all the work.
Section numbers are those of the page; sections 3 and 4 are in `second_journal`.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
import struct
import subprocess
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.package import second_journal as journal
from tests.package.second_journal import Entry, Json, Refused, canonical, moment, parse, sha256

MANIFEST, SIGNATURE = "datapackage.json", "datapackage.json.sig"
JOURNAL, VERDICTS = "data/journal.jsonl", "data/verdicts.jsonl"
WORD = r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
KNOWN_NAME = (
    rf"datapackage\.json(\.sig)?|data/[a-z][a-z0-9_]{{0,63}}\.jsonl|pictures/{WORD}"
    r"|packages/[A-Za-z0-9][A-Za-z0-9._-]{0,95}\.zip"
)
DEVICE_NAME = r"(con|prn|aux|nul|(com|lpt)[0-9])(\..*)?"
PUBLIC_KEY = r"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-Za-z0-9+/]{43}"
RECIPIENT = r"age1[ac-hj-np-z02-9]{58}"
SUITE = "age-x25519+ed25519-sshsig"
KINDS = ("report", "receipt", "share", "handover")
EXPECTED = {"office": ("report",), "station": ("receipt", "share", "report")}
VERDICT = dict.fromkeys(("record", "kind", "field", "verdict", "reason", "suggestion"))
MEBIBYTE = 1024 * 1024
# The types of the manifest, section 2; a list of one type, or an object, is written as one.
PLACE = {"code": str, "name": str}
HELD = {"replica": str, "seq": int, "hash": str}
RANGE = {"replica": str, "first": int, "last": int, "before": str, "head": str}
RECEIPT = {
    "number": int, "previous": str, "office_replica": str, "to_device": str,
    "answers": [int], "held": [HELD],
}  # fmt: skip
SHAPE = {
    "format": int, "kind": str, "suite": str, "features": {"must": [str], "may": [str]},
    "station": PLACE, "sender": PLACE, "device": {"signing_key": str, "age_recipient": str},
    "replica": str, "number": int, "ranges": [RANGE], "has": [HELD], "heard": int,
    "recipients": [str], "period": [str], "counts": dict, "created": str,
}  # fmt: skip


@dataclass(frozen=True)
class Here:
    """Who reads: a role (office, station, handover), whom it knows and what it holds."""

    identity: str
    role: str
    station: str
    device: str
    last_receipt: int
    pinned: list[Json]
    held: list[Entry]
    now: str


@dataclass
class Reading:
    """What came of one package. `states`, by record, as in the samples; none when refused."""

    outcome: str
    new_entries: int = 0
    verdicts: list[Json] = field(default_factory=list)
    states: dict[str, Json] = field(default_factory=dict)


def decrypt(package: Path, identity: str) -> bytes:
    """The zip inside an age file."""
    command = ["age", "--decrypt", "-i", "-", str(package)]
    done = subprocess.run(command, input=identity.encode(), capture_output=True, check=False)
    if done.returncode or not package.read_bytes().startswith(b"age-encryption.org/v1\n"):
        raise Refused("cannot_open")
    return done.stdout


def unzip(data: bytes) -> dict[str, bytes]:
    """Name to content, of a zip that keeps every rule of section 1."""
    if len(data) > 256 * MEBIBYTE:
        raise Refused("damaged")
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
        if len(found) > 10_000 or sum(len(each) for _, each in found) > 512 * MEBIBYTE:
            raise Refused("damaged")
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
    same = (here[0], *here[2:4], *here[6:]) == (b"PK\3\4", *listed[3:5], *listed[7:11], 0)
    # Flags: encrypted, descriptor, strongly encrypted, masked. Attributes: a folder.
    unusual = extra or comment or flags & 0x2049 or offset != local or attributes & 0x10
    link = attributes >> 28 not in (0, 8)  # Unix file types: none given, or a plain file
    alike = same and raw == data[central + 46 : following]
    if listed[0] != b"PK\1\2" or not alike or unusual or link:
        raise Refused("damaged")
    if method not in (0, 8):
        raise Refused("newer_format" if method in (9, 12, 14, 93, 95, 98) else "damaged")
    if size > 256 * MEBIBYTE or (size > MEBIBYTE and size > 250 * packed):
        raise Refused("damaged")
    content = data[body : body + packed]
    if method == 8:
        content = zlib.decompressobj(-15).decompress(content, size + 1)
    name, whole = raw.decode("ascii"), (len(content), zlib.crc32(content)) == (size, crc)
    if not whole or not re.fullmatch(rf"({WORD}/){{0,7}}{WORD}", name) or _hostile(name):
        raise Refused("damaged")
    return name, content, body + packed, following


def _hostile(name: str) -> bool:
    parts = name.lower().split("/")
    return any(part.endswith(".") or re.fullmatch(DEVICE_NAME, part) for part in parts)


def device_number(signing_key: str) -> str:
    """The 设备号 of an `ssh-ed25519 AAAA…` public key (section 5)."""
    public = base64.b64decode(signing_key.split()[1])[-32:]
    digest = hashlib.sha256(b"mengzhan-device-id-v1\n" + public).digest()
    return "mz-" + base64.b32encode(digest).decode().lower()[:16]


def key_code(device: Json) -> str:
    """The 20 digits of a 密钥码, without blanks."""
    words = f"{device['signing_key']}\n{device['age_recipient']}\n".encode()
    digest = hashlib.pbkdf2_hmac("sha256", words, b"mengzhan-key-code-v1", 65_536)
    return f"{int.from_bytes(digest, 'big') % 10**20:020}"


def check_number(package: bytes) -> str:
    """The 8 digits of a 包号校验."""
    digits = f"{int(sha256(package), 16) % 10**8:08}"
    return f"{digits[:4]} {digits[4:]}"


def is_signed(message: bytes, armor: bytes, signing_key: str, namespace: str, work: Path) -> bool:
    """Ask ssh-keygen whether this key signed the message, after a look at the hash it used."""
    try:
        blob = base64.b64decode(b"".join(armor.splitlines()[1:-1]))
    except ValueError:
        return False
    if b"\0\0\0\6sha512" not in blob:
        return False
    device = device_number(signing_key)
    signers, signature = work / "allowed_signers", work / SIGNATURE
    signers.write_text(f"{device} {signing_key}\n", encoding="utf-8")
    signature.write_bytes(armor)
    command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", device]
    command += ["-n", namespace, "-s", str(signature)]
    return not subprocess.run(command, input=message, capture_output=True, check=False).returncode


def enrolment(data: bytes, work: Path) -> Json | None:
    """What an enrolment file says; None if its signature does not hold."""
    document = parse(data)
    armor, key = document.pop("signature").encode(), document["office"]["signing_key"]
    held = is_signed(canonical(document), armor, key, "mengzhan-enrolment", work)
    return document if held else None


def manifest_of(members: dict[str, bytes]) -> Json:
    """The manifest, once this reader knows that it can read the rest."""
    manifest = parse(members[MANIFEST])
    own = manifest["mengzhan"]
    if type(own["format"]) is int and own["format"] > 1:
        raise Refused("newer_format")
    nullable = {"receipt": RECEIPT, "voucher": dict, "settings": dict, "heard_sha256": str}
    shapes = {key: it for key, it in nullable.items() if own.get(key) is not None}
    device = own["device"]
    keys = re.fullmatch(PUBLIC_KEY, device["signing_key"])
    keys = keys and re.fullmatch(RECIPIENT, device["age_recipient"])
    if not _fits(own, SHAPE | shapes) or own["format"] != 1 or not keys:
        raise Refused("damaged")
    if own["suite"] != SUITE or own["kind"] not in KINDS or own["features"]["must"]:
        raise Refused("newer_format")
    return manifest


def _fits(value: Any, shape: Any) -> bool:
    if isinstance(shape, dict):
        return isinstance(value, dict) and all(
            key in value and _fits(value[key], inner) for key, inner in shape.items()
        )
    if isinstance(shape, list):
        return isinstance(value, list) and all(_fits(each, shape[0]) for each in value)
    return type(value) is shape


def check_sender(own: Json, here: Here, work: Path) -> None:
    """Whether the key counts for this station (section 7)."""
    device = own["device"]
    receipt = own["kind"] == "receipt" or here.role != "office"
    for pin in here.pinned:
        if all(pin[key] == device[key] for key in ("signing_key", "age_recipient")):
            if receipt or pin["station"] == own["station"]["code"]:
                return
            raise Refused("wrong_signature")
        if pin["signing_key"] == device["signing_key"]:
            raise Refused("unknown_station" if receipt else "wrong_signature")
    if not any(_vouches(pin, own, work) for pin in here.pinned):
        raise Refused("unknown_station")


def _vouches(pin: Json, own: Json, work: Path) -> bool:
    voucher = dict(own.get("voucher") or {})
    armor, key = str(voucher.pop("signature", "")).encode(), pin["signing_key"]
    mine = own["kind"] == "receipt" or pin["station"] == own["station"]["code"]
    about = mine and voucher.get("device_id") == device_number(key)
    if not about or voucher.get("new") != own["device"]:
        return False
    return is_signed(canonical(voucher), armor, key, "mengzhan-key", work)


def check_tables(manifest: Json, members: dict[str, bytes]) -> None:
    """Every table as listed, none unlisted or listed twice, every picture named by its hash."""
    resources = manifest["resources"]
    listed = {table["path"]: (table["bytes"], table["hash"]) for table in resources}
    tables = {name: content for name, content in members.items() if name.startswith("data/")}
    if listed != {name: (len(it), "sha256:" + sha256(it)) for name, it in tables.items()}:
        raise Refused("damaged")
    for name in members.keys() - tables.keys() - {MANIFEST, SIGNATURE}:
        if name != f"pictures/{sha256(members[name])}.jpg":
            raise Refused("damaged")
    if len(listed) != len(resources):
        raise Refused("damaged")


def verdicts_of(table: bytes) -> list[Json]:
    """Every verdict with all six columns, each a text or nothing."""
    rows = [VERDICT | parse(line) for line in journal.lines(table)]
    if not all(isinstance(row[key], str | None) for row in rows for key in VERDICT):
        raise Refused("damaged")
    return rows


def read(package: Path, here: Here, work: Path) -> Reading:
    """Read one package (section 7); `work` is an empty folder for what ssh-keygen must find."""
    try:
        members = unzip(decrypt(package, here.identity))
        manifest = manifest_of(members)
        own = manifest["mengzhan"]
        key = own["device"]["signing_key"]
        if not is_signed(members[MANIFEST], members[SIGNATURE], key, "mengzhan-package", work):
            raise Refused("wrong_signature")
        check_sender(own, here, work)
        if own["kind"] not in EXPECTED.get(here.role, ("handover",)):
            raise Refused("cannot_open")
        check_tables(manifest, members)
        entries = journal.journal(members.get(JOURNAL, b""))
        journal.check_ranges(own["ranges"], entries)
        verdicts = verdicts_of(members.get(VERDICTS, b""))
        _check_address(own, entries, here)
    except Refused as refused:
        return Reading(str(refused))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Reading("damaged")  # a manifest of some other shape
    have = {entry.hash for entry in here.held}
    new = list({entry.hash: entry for entry in entries if entry.hash not in have}.values())
    outcome = compared(own, new, here)
    if outcome == "already_in":
        new, verdicts = [], []
    known = {} if outcome == "waiting" else journal.states([*here.held, *new])
    return Reading(outcome, len(new), verdicts, known)


def _check_address(own: Json, entries: list[Entry], here: Here) -> None:
    """Whether the package is meant for this reader, and speaks only of what it announces."""
    if here.role == "office":
        for entry in entries:
            spans = [part for part in own["ranges"] if part["replica"] == entry.replica]
            if not any(part["first"] <= entry.seq <= part["last"] for part in spans):
                raise Refused("chain_broken")
    elif here.role == "station" and own["station"]["code"] != here.station:
        raise Refused("cannot_open")
    if own["kind"] == "receipt":
        if own.get("receipt") is None:
            raise Refused("damaged")
        if own["receipt"]["to_device"] != here.device:
            raise Refused("cannot_open")


def compared(own: Json, new: list[Entry], here: Here) -> str:
    """The outcome for a sound package, by what is held already."""
    numbers: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for entry in (*here.held, *new):
        numbers[entry.replica][entry.seq].add(entry.hash)
    forked = any(len(numbers[entry.replica][entry.seq]) > 1 for entry in new)
    if own["kind"] == "receipt":
        if own["receipt"]["number"] <= here.last_receipt:
            return "already_in"
        return "forked" if forked else "accepted"
    if own["kind"] == "handover":
        return "accepted"
    if not new:
        return "already_in"
    for part in own["ranges"]:
        if sum(seq < part["first"] for seq in numbers[part["replica"]]) < part["first"] - 1:
            return "waiting"
        before = numbers[part["replica"]].get(part["first"] - 1, {part["before"]})
        forked = forked or part["before"] not in before
    if forked:
        return "forked"
    spans = journal.doubts(here.held)
    known = [entry.at for entry in here.held if not journal.doubted(entry, spans)]
    limit = moment(max([here.now, *known])) + dt.timedelta(hours=24)
    return "clock_doubtful" if any(moment(entry.at) > limit for entry in new) else "accepted"
