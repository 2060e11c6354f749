"""Putting a package together: rows, manifest, signature, zip, encryption."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from mengzhan.model.entry import Entry, Value
from mengzhan.model.fold import State
from mengzhan.model.kind import Catalogue
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
    pictures: tuple[str, ...] = ()


class _Table:
    """Rows and the schema that describes them; a column without any value is left out."""

    def __init__(self, path: str, schema: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]):
        self.path = path
        used = {name for row in rows for name, value in row.items() if value is not None}
        fields = [item for item in schema["fields"] if item["name"] in used]
        self.schema = {**schema, "fields": fields}
        lines = ({item["name"]: row.get(item["name"]) for item in fields} for row in rows)
        self.data = b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def pack(
    manifest: mf.Manifest, contents: Contents, catalogue: Catalogue, keys: DeviceKeys
) -> Packed:
    """Sign with ``keys`` and encrypt to ``manifest.recipients``."""
    members: dict[str, bytes] = {}
    resources: list[dict[str, Any]] = []
    if contents.entries:
        members[mf.JOURNAL_PATH] = write_rows(contents.entries)
        journal = members[mf.JOURNAL_PATH]
        resources.append(mf.resource(mf.JOURNAL_PATH, journal, mf.journal_schema()))
    for table in _tables(contents, catalogue):
        members[table.path] = table.data
        resources.append(mf.resource(table.path, table.data, table.schema))
    document = mf.write_manifest(manifest, resources)
    members[MANIFEST] = document
    members[SIGNATURE] = sign(document, keys.signing_seed, PACKAGE_NAMESPACE)
    for digest, image in contents.pictures.items():
        members[f"pictures/{digest}.jpg"] = image
    data = encrypt(write_zip(members.items()), manifest.recipients)
    return Packed(
        data,
        hashlib.sha256(data).hexdigest(),
        hashlib.sha256(document).hexdigest(),
        manifest,
        tuple(contents.pictures),
    )


def _tables(contents: Contents, catalogue: Catalogue) -> Iterator[_Table]:
    """Yield the tables beside the journal; those without rows are left out."""
    by_kind: dict[str, list[State]] = {}
    for state in contents.states:
        by_kind.setdefault(state.kind, []).append(state)
    for name, states in sorted(by_kind.items()):
        kind = catalogue.get(name)
        if kind is not None:
            rows = [{"id": state.record, **state.values} for state in states]
            yield _Table(f"data/{name}.jsonl", mf.kind_schema(kind), rows)
    if contents.verdicts:
        schema = mf.column_schema(mf.VERDICT_COLUMNS)
        yield _Table(mf.VERDICTS_PATH, schema, contents.verdicts)
