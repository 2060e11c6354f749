"""Records together with the fields of those they refer to, as paths of a form name them."""

from collections.abc import Iterable
from typing import Any

from mengzhan.model.fieldtypes import Reference
from mengzhan.model.kind import Kind
from mengzhan.store.reader import StoreReader


def with_linked(
    reader: StoreReader, kind: Kind, records: Iterable[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the records, oldest first, each with ``employer.name`` and the like beside its own."""
    found = sorted(records, key=lambda record: (str(record["created"]), str(record["id"])))
    for item in kind:
        if not isinstance(item.type, Reference):
            continue
        others: dict[str, dict[str, Any]] = {}
        for record in found:
            wanted = str(record.get(item.name) or "")
            if wanted and wanted not in others:
                others[wanted] = reader.record(item.type.kind, wanted) or {}
            for name, value in others.get(wanted, {}).items():
                record[f"{item.name}.{name}"] = value
    return found
