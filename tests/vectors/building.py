"""What all vectors are made of: test keys, one story, ways to take a package apart."""

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mengzhan.model.entry import Entry, Value, canonical
from mengzhan.model.fold import collect_doubts, fold
from mengzhan.model.kinds import KINDS
from mengzhan.package import manifest as mf
from mengzhan.package.agekeys import encrypt
from mengzhan.package.container import MANIFEST, SIGNATURE
from mengzhan.package.devicekey import DeviceKeys, key_code
from mengzhan.package.packing import Contents, Packed, pack
from mengzhan.package.sshsig import PACKAGE_NAMESPACE, sign
from tests import people
from tests.package.scribe import STATION, Scribe, manifest, sealed, unpack, zipped

HERE = Path(__file__).parent
NOW = "2026-11-23T08:00:00.000Z"
OFFICE_ROLE, STATION_ROLE, HANDOVER_ROLE = "office", "station", "handover"


def _keys() -> dict[str, DeviceKeys]:
    """The test keys of all vectors; made once, because case files name them."""
    path = HERE / "keys.json"
    names = ("station", "laptop", "office", "stranger")
    if path.exists():
        found = json.loads(path.read_text(encoding="utf-8"))
        made = {
            name: DeviceKeys(b64decode(row["signing_seed"]), row["age_identity"])
            for name, row in found.items()
        }
    else:
        made = {name: DeviceKeys.generate() for name in names}
    rows = {
        name: {
            "signing_seed": b64encode(keys.signing_seed).decode(),
            "age_identity": keys.age_identity,
            **keys.public.as_dict(),
            "device_id": keys.public.device_id,
            "key_code": key_code(keys.public),
        }
        for name, keys in made.items()
    }
    path.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return made


KEYS = _keys()
STATION_KEYS, OFFICE_KEYS = KEYS["station"], KEYS["office"]


@dataclass
class Case:
    """One vector. ``states`` are what the records must be after a package that goes in."""

    name: str
    about: str
    package: bytes
    outcome: str
    detail: str = ""
    held: Sequence[Entry] = ()
    new: int = 0
    states: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    verdicts: Sequence[Mapping[str, Value]] = ()
    missing: Sequence[Sequence[Any]] = ()
    forks: Sequence[Sequence[Any]] = ()
    doubtful: Sequence[Sequence[Any]] = ()
    role: str = OFFICE_ROLE
    reader: str = "office"
    pinned: str = "station"
    pinned_for: str = STATION.code
    last_receipt: int = 0


def state(kind: str, values: Mapping[str, Value], **more: Any) -> dict[str, Any]:
    """What a record must be; ``conflicts`` are field -> values, the winner first."""
    plain = {"deleted": False, "erased": False, "conflicts": {}}
    return {"kind": kind, "values": dict(values), **plain, **more}


def report(
    scribes: Sequence[Scribe],
    *,
    entries: Sequence[Entry] | None = None,
    ranges: Sequence[mf.Range] | None = None,
    keys: DeviceKeys = STATION_KEYS,
    readers: Sequence[DeviceKeys] = (OFFICE_KEYS,),
    contents: Mapping[str, Any] | None = None,
    **changes: Any,
) -> Packed:
    """A package of a sender who holds all of ``scribes`` and sends ``entries`` of it."""
    own = [entry for scribe in scribes for entry in scribe.entries]
    listed = own if entries is None else list(entries)
    known = list({entry.hash: entry for entry in (*listed, *own)}.values())
    spans = list(ranges if ranges is not None else [s.span() for s in scribes])
    touched = dict.fromkeys(entry.record for entry in listed if entry.kind != "clock")
    doubts = collect_doubts(known)
    states = [fold([e for e in known if e.record == record], doubts) for record in touched]
    days = sorted(entry.wall[:10] for entry in listed)
    counts: dict[str, int] = {}
    for one in states:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    values: dict[str, Any] = {
        "counts": counts,
        "period": [days[0], days[-1]] if days else [],
        "has": list({s.replica: s.held() for s in scribes if s.entries}.values()),
        "replica": scribes[0].replica if scribes else "f" * 32,
    }
    made = manifest(keys, [one.public for one in readers], spans, **(values | changes))
    return pack(made, Contents(listed, states, **(contents or {})), KINDS, keys)


def story() -> Scribe:
    """Two people and a follow-up, written at one laptop."""
    scribe = Scribe("a")
    first = scribe.write("person", "p-1", people.person_values(1))
    scribe.write("person", "p-2", people.person_values(2))
    scribe.write("follow_up", "f-1", people.follow_up_values("p-1", situation="在家等活"))
    scribe.write("person", "p-1", {"phone": people.phone(11)}, seen=[first])
    return scribe


STORY = story()
STORY_STATES = {
    "p-1": state("person", people.person_values(1) | {"phone": people.phone(11)}),
    "p-2": state("person", people.person_values(2)),
    "f-1": state("follow_up", people.follow_up_values("p-1", situation="在家等活")),
}
PICTURE = b"\xff\xd8\xff\xe0 not a real picture"
DIGEST = hashlib.sha256(PICTURE).hexdigest()
GOOD = report([STORY], contents={"pictures": {DIGEST: PICTURE}})
PLAIN = report([STORY])
"""The same without the picture."""
MEMBERS = unpack(GOOD.data, OFFICE_KEYS.age_identity)


def altered(name: str, content: bytes | None) -> bytes:
    """The good package with one member changed or missing, signed as before."""
    members = {**MEMBERS, name: content or b""}
    if content is None:
        del members[name]
    return sealed(members, [OFFICE_KEYS.public])


def listed_as(path: str, data: bytes) -> dict[str, Any]:
    """What changes in the list of resources when a table holds ``data``."""
    return {"path": path, "bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}


def resigned_members(
    change: Callable[[dict[str, Any]], None], journal: bytes | None = None
) -> dict[str, bytes]:
    """The members of the good package, its manifest changed and signed again."""
    document = json.loads(MEMBERS[MANIFEST])
    members = dict(MEMBERS)
    if journal is not None:
        members[mf.JOURNAL_PATH] = journal
        (item,) = [r for r in document["resources"] if r["path"] == mf.JOURNAL_PATH]
        item |= listed_as(mf.JOURNAL_PATH, journal)
    change(document)
    members[MANIFEST] = canonical(document)
    members[SIGNATURE] = sign(members[MANIFEST], STATION_KEYS.signing_seed, PACKAGE_NAMESPACE)
    return members


def resigned(change: Callable[[dict[str, Any]], None], journal: bytes | None = None) -> bytes:
    """The good package with its manifest changed, sound in everything else."""
    return sealed(resigned_members(change, journal), [OFFICE_KEYS.public])


def ours(**changes: Any) -> bytes:
    """The good package with other values in its ``mengzhan`` object."""
    return resigned(lambda document: document["mengzhan"].update(changes))


def flip(content: bytes, at: int) -> bytes:
    """One bit changed."""
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def to_office(inner: bytes) -> bytes:
    """Encrypt a zip to the office."""
    return encrypt(inner, [OFFICE_KEYS.public.age_recipient])


def zip_sealed(members: Sequence[tuple[str, bytes]], comment: bytes = b"") -> bytes:
    """A package of any members in any number."""
    return to_office(zipped(members, comment))
