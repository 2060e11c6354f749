"""Opening a package: decrypt, check the structure, verify the signature, the digests, the chain.

Nothing here touches a database. Whatever is wrong comes out as ``PackageRefused`` with one of
the named outcomes and a detail code of this module: ``manifest_unreadable``,
``resource_missing``, ``resource_changed``, ``member_unlisted``, ``format_newer``,
``suite_unknown``, ``kind_unknown``, ``feature_unknown``, ``op_unknown``, ``device_unknown``,
``signature_wrong``, ``rows_unreadable``, ``range_broken``, ``kind_unexpected``.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mengzhan.model.entry import GENESIS, Entry
from mengzhan.package import manifest as mf
from mengzhan.package.agekeys import decrypt
from mengzhan.package.container import MANIFEST, SIGNATURE, read_zip
from mengzhan.package.devicekey import DevicePublic
from mengzhan.package.outcome import Outcome, PackageRefused
from mengzhan.package.rows import OPS, read_rows
from mengzhan.package.sshsig import PACKAGE_NAMESPACE, BadSignature, verify
from mengzhan.package.strictjson import read_json_lines, read_json_object


@dataclass(frozen=True)
class Opened:
    """A package whose signature, digests and chain hold."""

    manifest: mf.Manifest
    manifest_sha256: str
    device: DevicePublic
    entries: list[Entry]
    verdicts: list[dict[str, Any]]
    pictures: Mapping[str, bytes]


class UnknownSender(PackageRefused):
    """The package is sound in itself, but nobody has pinned the key that signed it yet."""

    def __init__(self, manifest: mf.Manifest, device: DevicePublic) -> None:
        super().__init__(Outcome.UNKNOWN_STATION, "device_unknown")
        self.manifest = manifest
        self.device = device


Trusted = Callable[[mf.Manifest, DevicePublic], bool]
"""Whether the key is pinned for the sender that the manifest names."""


def open_package(
    data: bytes, identities: Sequence[str], trusted: Trusted, expected: Sequence[str] = ()
) -> Opened:
    """Open an encrypted package.

    Args:
        identities: age identities to try, newest first; old ones are kept.
        trusted: asked with the manifest and the key it claims, before anything is believed.
        expected: package kinds that make sense here; empty for any.

    Raises:
        PackageRefused: with the outcome; ``UnknownSender`` if only the trust is missing.
    """
    return open_zip(decrypt(data, identities), trusted, expected)


def open_zip(inner: bytes, trusted: Trusted, expected: Sequence[str] = ()) -> Opened:
    """Open the zip inside a package; see ``open_package``."""
    members = read_zip(inner)
    document = members[MANIFEST]
    parsed = _parse(document)
    manifest, device = _identify(parsed)
    _verify_signature(document, members[SIGNATURE], device)
    if not trusted(manifest, device):
        raise UnknownSender(manifest, device)
    if expected and manifest.kind not in expected:
        raise PackageRefused(Outcome.CANNOT_OPEN, "kind_unexpected")
    _check_members(parsed, members)
    entries = _entries(members, manifest)
    return Opened(
        manifest,
        hashlib.sha256(document).hexdigest(),
        device,
        entries,
        _verdicts(members),
        {
            name.removeprefix("pictures/"): content
            for name, content in members.items()
            if name.startswith("pictures/")
        },
    )


def _parse(document: bytes) -> dict[str, Any]:
    try:
        return read_json_object(document)
    except ValueError:
        raise PackageRefused(Outcome.DAMAGED, "manifest_unreadable") from None


def _identify(parsed: Mapping[str, Any]) -> tuple[mf.Manifest, DevicePublic]:
    """Read who sent it; a newer format is told before its unknown shape can confuse us."""
    ours = parsed.get("mengzhan")
    version = ours.get("format") if isinstance(ours, dict) else None
    if isinstance(version, int) and version > mf.FORMAT:
        raise PackageRefused(Outcome.NEWER_FORMAT, "format_newer")
    try:
        manifest = mf.read_manifest(parsed)
        if manifest.format != mf.FORMAT:
            raise ValueError("no such format")
        device = DevicePublic.from_dict(manifest.device)
    except ValueError:
        raise PackageRefused(Outcome.DAMAGED, "manifest_unreadable") from None
    _check_known(manifest)
    return manifest, device


def _check_known(manifest: mf.Manifest) -> None:
    """What a later version may have brought, each with its own word for support."""
    if manifest.suite != mf.SUITE:
        raise PackageRefused(Outcome.NEWER_FORMAT, "suite_unknown")
    if manifest.kind not in mf.KINDS:
        raise PackageRefused(Outcome.NEWER_FORMAT, "kind_unknown")
    if set(manifest.features.must) - mf.KNOWN_FEATURES:
        raise PackageRefused(Outcome.NEWER_FORMAT, "feature_unknown")


def _verify_signature(document: bytes, armor: bytes, device: DevicePublic) -> None:
    try:
        verify(document, armor, device.signing_key, PACKAGE_NAMESPACE)
    except BadSignature:
        raise PackageRefused(Outcome.WRONG_SIGNATURE, "signature_wrong") from None


def _check_members(parsed: Mapping[str, Any], members: Mapping[str, bytes]) -> None:
    """Every resource as signed, every table signed; pictures are named by their own digest."""
    listed = _listed(parsed.get("resources"))
    for path, claimed in listed.items():
        if path not in members:
            raise PackageRefused(Outcome.DAMAGED, "resource_missing")
        digest = hashlib.sha256(members[path]).hexdigest()
        if claimed != (len(members[path]), f"sha256:{digest}"):
            raise PackageRefused(Outcome.DAMAGED, "resource_changed")
    for name, content in members.items():
        if name in listed or name in (MANIFEST, SIGNATURE):
            continue
        digest = hashlib.sha256(content).hexdigest()
        if name != f"pictures/{digest}.jpg":
            raise PackageRefused(Outcome.DAMAGED, "member_unlisted")


def _listed(resources: object) -> dict[str, tuple[object, object]]:
    """Path -> byte count and digest of every table, each named once; nothing else is listed."""
    listed: dict[str, tuple[object, object]] = {}
    for each in resources if isinstance(resources, list) else (None,):
        item = each if isinstance(each, dict) else {}
        path = item.get("path")
        if not isinstance(path, str) or not path.startswith("data/") or path in listed:
            raise PackageRefused(Outcome.DAMAGED, "manifest_unreadable")
        listed[path] = (item.get("bytes"), item.get("hash"))
    return listed


def _entries(members: Mapping[str, bytes], manifest: mf.Manifest) -> list[Entry]:
    data = members.get(mf.JOURNAL_PATH)
    try:
        entries = read_rows(data) if data else []
    except ValueError:
        raise PackageRefused(Outcome.CHAIN_BROKEN, "rows_unreadable") from None
    if {entry.op for entry in entries} - OPS:
        raise PackageRefused(Outcome.NEWER_FORMAT, "op_unknown")
    by_hash = {entry.hash: entry for entry in entries}
    for span in manifest.ranges:
        _check_range(span, by_hash)
    return entries


def _check_range(span: mf.Range, by_hash: Mapping[str, Entry]) -> None:
    """From ``head`` back to ``before`` each entry follows the one in front of it.

    Followed by hash, because after a fork two ranges of one replica hold the same numbers.
    """
    digest = span.head
    seq = span.last
    while seq >= span.first:
        entry = by_hash.get(digest)
        if entry is None or (entry.replica, entry.seq) != (span.replica, seq):
            raise PackageRefused(Outcome.CHAIN_BROKEN, "range_broken")
        digest, seq = entry.prev, seq - 1
    begins = span.first > 1 or digest == GENESIS
    if not 1 <= span.first <= span.last or digest != span.before or not begins:
        raise PackageRefused(Outcome.CHAIN_BROKEN, "range_broken")


def _verdicts(members: Mapping[str, bytes]) -> list[dict[str, Any]]:
    try:
        rows = read_json_lines(members.get(mf.VERDICTS_PATH, b""))
        for row in rows:
            if not all(isinstance(row.get(name), str | None) for name in mf.VERDICT_COLUMNS):
                raise ValueError("a verdict is made of texts")
        return rows
    except ValueError:
        raise PackageRefused(Outcome.DAMAGED, "rows_unreadable") from None
