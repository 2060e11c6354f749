"""Journal entries and packages made by hand, for tests and for the conformance vectors.

A ``Scribe`` writes the chain of one replica without a database, so that a test can say exactly
what stands in it. Salts follow from the replica and the number: the same story gives the same
hashes on every run.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from mengzhan.model.clock import wall_text
from mengzhan.model.entry import GENESIS, SET, Entry, NewEntry, Stamp, Value, make_entry
from mengzhan.model.kind import Catalogue
from mengzhan.model.kinds import KINDS
from mengzhan.package import manifest as mf
from mengzhan.package.agekeys import decrypt, encrypt
from mengzhan.package.container import MANIFEST, SIGNATURE
from mengzhan.package.devicekey import DeviceKeys, DevicePublic
from mengzhan.package.packing import Contents, Packed, pack
from mengzhan.package.sshsig import PACKAGE_NAMESPACE, sign

STATION = mf.Place(code="150102001001", name="公主府社区就业服务站")
OFFICE = mf.Place(code="150102", name="新城区就业服务中心")
BEGIN = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
CREATED = "2026-11-23T05:49:56.123Z"


class Scribe:
    """Writes the entries of one replica, one a minute from ``begin`` on."""

    def __init__(self, letter: str, begin: datetime = BEGIN) -> None:
        self.replica = letter * 32
        self.entries: list[Entry] = []
        self._now = begin

    def branch(self) -> "Scribe":
        """A copy of this data folder that goes on by itself under the same replica id."""
        other = Scribe(self.replica[0], self._now)
        other.entries = list(self.entries)
        return other

    def write(
        self,
        kind: str,
        record: str,
        values: Mapping[str, Value],
        *,
        op: str = SET,
        target: str = "",
        seen: Iterable[Entry] = (),
        later: timedelta = timedelta(minutes=1),
        action: str = "",
        at: str = "",
    ) -> Entry:
        """Append an entry that has seen ``seen`` and is made ``later`` than the one before.

        ``at`` is its hybrid time, if that is not what the clock says.
        """
        self._now += later
        seq = len(self.entries) + 1
        salt = hashlib.sha256(f"{self.replica} {seq} {kind} {record}".encode()).hexdigest()[:32]
        stamp = Stamp(
            replica=self.replica,
            actor="operator-1",
            action=action or f"action-{self.replica[0]}-{seq}",
            words=f"edit {kind}",
            wall=wall_text(self._now),
        )
        new = NewEntry(
            op=op,
            kind=kind,
            record=record,
            values=values,
            seen=[entry.mark for entry in seen],
            target=target,
        )
        prev = self.entries[-1].hash if self.entries else GENESIS
        at = at or f"{wall_text(self._now)}+0000"
        entry = make_entry(stamp, new, seq=seq, at=at, prev=prev, salt=salt)
        self.entries.append(entry)
        return entry

    def span(self, first: int = 1, last: int = 0) -> mf.Range:
        """The range from ``first`` to ``last`` (by default the end)."""
        last = last or len(self.entries)
        return mf.Range(
            replica=self.replica,
            first=first,
            last=last,
            before=self.entries[first - 2].hash if first > 1 else GENESIS,
            head=self.entries[last - 1].hash,
        )

    def held(self, seq: int = 0) -> mf.Held:
        """What a receipt or a report says of this replica up to ``seq`` (by default the end)."""
        entry = self.entries[(seq or len(self.entries)) - 1]
        return mf.Held(replica=self.replica, seq=entry.seq, hash=entry.hash)


def manifest(
    keys: DeviceKeys, readers: Sequence[DevicePublic], ranges: Sequence[mf.Range], **changes: Any
) -> mf.Manifest:
    """The manifest of a report; ``changes`` replace or add."""
    values: dict[str, Any] = {
        "format": mf.FORMAT,
        "kind": mf.REPORT,
        "suite": mf.SUITE,
        "features": mf.Features(),
        "station": STATION,
        "sender": STATION,
        "device": keys.public.as_dict(),
        "replica": ranges[0].replica if ranges else "f" * 32,
        "number": 1,
        "ranges": list(ranges),
        "has": [],
        "heard": 0,
        "recipients": [reader.age_recipient for reader in (*readers, keys.public)],
        "period": [],
        "counts": {},
        "created": CREATED,
    }
    return mf.Manifest(**(values | changes))


def report(
    keys: DeviceKeys,
    reader: DevicePublic,
    scribes: Sequence[Scribe],
    *,
    contents: Contents | None = None,
    catalogue: Catalogue = KINDS,
    **changes: Any,
) -> Packed:
    """A report of everything that ``scribes`` wrote."""
    entries = [entry for scribe in scribes for entry in scribe.entries]
    spans = [scribe.span() for scribe in scribes if scribe.entries]
    made = manifest(keys, [reader], changes.pop("ranges", spans), **changes)
    return pack(made, contents or Contents(entries), catalogue, keys)


def unpack(data: bytes, identity: str) -> dict[str, bytes]:
    """The members of a package, without any check."""
    with zipfile.ZipFile(io.BytesIO(decrypt(data, [identity]))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(members: Iterable[tuple[str, bytes]], comment: bytes = b"") -> bytes:
    """A zip with any names in any number, which the program itself would not write."""
    import warnings

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", UserWarning
        )  # a name that comes twice may be what is wanted
        for name, content in members:
            info = zipfile.ZipInfo(name)
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, 6)
        archive.comment = comment
    return buffer.getvalue()


def sealed(
    members: Mapping[str, bytes], readers: Sequence[DevicePublic], signer: DeviceKeys | None = None
) -> bytes:
    """Close a package again after its members were changed; ``signer`` signs the manifest anew."""
    content = dict(members)
    if signer is not None:
        content[SIGNATURE] = sign(content[MANIFEST], signer.signing_seed, PACKAGE_NAMESPACE)
    return encrypt(zipped(content.items()), [reader.age_recipient for reader in readers])
