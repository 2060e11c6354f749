"""``datapackage.json``: a Frictionless Data Package with one ``mengzhan`` object beside.

Any Data Package tool can list and validate the resources; what only this program needs (who,
which part of which journal, what is held) stands in the ``mengzhan`` object. A feature that a
reader must understand is named in ``features.must``; unknown ones in ``may`` are ignored.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from mengzhan.model.entry import canonical
from mengzhan.model.fold import SYSTEM_FIELDS
from mengzhan.model.kind import Kind
from mengzhan.package.rows import COLUMNS

FORMAT = 1
KNOWN_FEATURES: frozenset[str] = frozenset()
"""Features that this version understands when a package names them as ``must``."""

REPORT, RECEIPT, SHARE, HANDOVER = "report", "receipt", "share", "handover"
KINDS = frozenset({REPORT, RECEIPT, SHARE, HANDOVER})
JOURNAL_PATH = "data/journal.jsonl"
VERDICTS_PATH = "data/verdicts.jsonl"
VERDICT_COLUMNS = {
    "record": "string",
    "kind": "string",
    "field": "string",
    "verdict": "string",
    "reason": "string",
    "suggestion": "string",
}


class Range(msgspec.Struct, frozen=True, kw_only=True):
    """Entries ``first`` to ``last`` of a replica; ``before`` is the hash in front of them, ``head``
    the hash of the last."""

    replica: str
    first: int
    last: int
    before: str
    head: str


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """Up to which entry a replica is held without a hole."""

    replica: str
    seq: int
    hash: str


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A station or an office."""

    code: str
    name: str


class Features(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader must understand, and what it may ignore."""

    must: list[str] = []
    may: list[str] = []


class ReceiptHead(msgspec.Struct, frozen=True, kw_only=True):
    """What only a receipt says: its place in the chain of receipts to one device, and what is held.

    ``previous`` is the SHA-256 of the manifest of the receipt before (empty for the first).
    """

    number: int
    previous: str
    office_replica: str
    to_device: str
    answers: list[int]
    held: list[Held]


class Manifest(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """The ``mengzhan`` object. Times are UTC text; ``counts`` are records by kind; ``operators`` says
    what those are called whom entries name by their ids."""

    format: int
    kind: str
    suite: str
    features: Features
    station: Place
    sender: Place
    device: dict[str, str]
    replica: str
    number: int
    ranges: list[Range]
    has: list[Held]
    heard: int
    recipients: list[str]
    period: list[str]
    counts: dict[str, int]
    created: str
    receipt: ReceiptHead | None = None
    voucher: dict[str, Any] | None = None
    heard_sha256: str = ""
    settings: dict[str, Any] | None = None
    operators: dict[str, str] = {}


SUITE = "age-x25519+ed25519-sshsig"
"""Names the algorithms, so that another suite (国密) can be told apart."""


def kind_schema(kind: Kind) -> dict[str, Any]:
    """Describe the rows of ``data/<kind>.jsonl``: the id, declared fields, system fields."""
    fields: list[dict[str, Any]] = [{"name": "id", "type": "string"}]
    fields += [{"name": f.name, "title": f.label, **f.type.schema()} for f in kind]
    fields += [
        {"name": name, "type": "boolean" if name == "deleted" else "string"}
        for name in SYSTEM_FIELDS
    ]
    return {"fields": fields, "primaryKey": ["id"]}


def column_schema(columns: Mapping[str, str]) -> dict[str, Any]:
    """Describe rows whose columns have plain types."""
    return {"fields": [{"name": name, "type": type_} for name, type_ in columns.items()]}


def journal_schema() -> dict[str, Any]:
    """Describe the rows of the journal."""
    return column_schema(COLUMNS)


def resource(path: str, data: bytes, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Describe one member as a resource with byte count and SHA-256."""
    return {
        "name": path.removeprefix("data/").removesuffix(".jsonl").replace("_", "-"),
        "path": path,
        "type": "table",
        "format": "jsonl",
        "mediatype": "application/jsonl",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": dict(schema),
    }


def write_manifest(manifest: Manifest, resources: Sequence[Mapping[str, Any]]) -> bytes:
    """Write ``datapackage.json`` in RFC 8785 form; these are the bytes that are signed."""
    return canonical(
        {
            "name": f"mengzhan-{manifest.kind}",
            "profile": "data-package",
            "created": manifest.created,
            "resources": [dict(item) for item in resources],
            "mengzhan": msgspec.to_builtins(manifest),
        }
    )


def read_manifest(document: Mapping[str, Any]) -> Manifest:
    """Read the ``mengzhan`` object; keys of a newer version are left alone.

    Raises:
        ValueError: it is missing or a value is of the wrong sort.
    """
    try:
        return msgspec.convert(document.get("mengzhan"), Manifest)
    except msgspec.ValidationError as error:
        raise ValueError("the mengzhan object is not as it should be") from error
