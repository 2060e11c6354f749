"""Putting a package together: rows, manifest, signature, zip, encryption."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from mengzhan.model.entry import Entry, Value
from mengzhan.model.fold import SYSTEM_FIELDS, State
from mengzhan.model.kind import Catalogue, Kind
from mengzhan.package import manifest as mf
from mengzhan.package.agekeys import encrypt
from mengzhan.package.container import MANIFEST, SIGNATURE, write_zip
from mengzhan.package.devicekey import DeviceKeys
from mengzhan.package.rows import write_rows
from mengzhan.package.sshsig import PACKAGE_NAMESPACE, sign


@dataclass(frozen=True)
class Contents:
    """What goes into a package beside its manifest."""

    entries: Sequence[Entry] = ()
    states: Sequence[State] = ()
    verdicts: Sequence[Mapping[str, Value]] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Packed:
    """A finished package: the encrypted file, its SHA-256, and that of its manifest."""

    data: bytes
    sha256: str
    manifest_sha256: str
    manifest: mf.Manifest


def pack(
    manifest: mf.Manifest, contents: Contents, catalogue: Catalogue, keys: DeviceKeys
) -> Packed:
    """Sign with ``keys`` and encrypt to ``manifest.recipients``."""
    members = dict(_members(contents, catalogue))
    resources = [
        mf.resource(path, data, _schema(path, catalogue)) for path, data in members.items()
    ]
    document = mf.write_manifest(manifest, resources)
    members[MANIFEST] = document
    members[SIGNATURE] = sign(document, keys.signing_seed, PACKAGE_NAMESPACE)
    for digest, image in contents.pictures.items():
        members[f"pictures/{digest}.jpg"] = image
    data = encrypt(write_zip(members.items()), manifest.recipients)
    return Packed(
        data, hashlib.sha256(data).hexdigest(), hashlib.sha256(document).hexdigest(), manifest
    )


def _members(contents: Contents, catalogue: Catalogue) -> Iterable[tuple[str, bytes]]:
    """Yield the tables that are not empty; empty resources are left out."""
    if contents.entries:
        yield mf.JOURNAL_PATH, write_rows(contents.entries)
    by_kind: dict[str, list[State]] = {}
    for state in contents.states:
        by_kind.setdefault(state.kind, []).append(state)
    for name, states in sorted(by_kind.items()):
        kind = catalogue.get(name)
        if kind is not None:
            rows = [_state_row(kind, state) for state in states]
            yield f"data/{name}.jsonl", _lines(rows)
    if contents.verdicts:
        rows = [{name: row.get(name) for name in mf.VERDICT_COLUMNS} for row in contents.verdicts]
        yield mf.VERDICTS_PATH, _lines(rows)


def _lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)


def _state_row(kind: Kind, state: State) -> dict[str, Value]:
    row: dict[str, Value] = {"id": state.record}
    row |= {f.name: state.values.get(f.name) for f in kind}
    return row | {name: state.values.get(name) for name in SYSTEM_FIELDS}


def _schema(path: str, catalogue: Catalogue) -> dict[str, Any]:
    if path == mf.JOURNAL_PATH:
        return mf.journal_schema()
    if path == mf.VERDICTS_PATH:
        return mf.column_schema(mf.VERDICT_COLUMNS)
    return mf.kind_schema(catalogue[path.removeprefix("data/").removesuffix(".jsonl")])
