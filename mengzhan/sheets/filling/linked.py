"""Records together with the fields of those they refer to, as paths of a form name them."""

from collections.abc import Iterable
from typing import Any

from mengzhan.model.fieldtypes import Reference
from mengzhan.model.kind import Kind
from mengzhan.rules.operations import kept
from mengzhan.rules.strangers import Stranger, read_stranger
from mengzhan.store.reader import StoreReader


def with_linked(
    reader: StoreReader, kind: Kind, records: Iterable[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the records, oldest first, each with ``employer.name`` and the like beside its own."""
    found = sorted(records, key=lambda record: (str(record["created"]), str(record["id"])))
    for item in kind:
        if not isinstance(item.type, Reference):
            continue
        wanted = {str(record[item.name]) for record in found if record.get(item.name)}
        others = _read_kept(reader, item.type.kind, wanted)
        for record in found:
            other = others.get(str(record.get(item.name)), {})
            record.update({f"{item.name}.{name}": value for name, value in other.items()})
    for record in found:
        if record.get("stranger"):
            record.update(_of_stranger(read_stranger(record["stranger"])))
    return found


def _of_stranger(stranger: Stranger) -> dict[str, str]:
    """Somebody who is only on a superior's list is named by it as a person would be."""
    return {f"person.{name}": value for name, value in stranger.values.items()}


def _read_kept(reader: StoreReader, kind: str, wanted: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return records by their ids; under the id of a duplicate stands the one that was kept."""
    found = reader.records(kind, sorted(wanted))
    followed = {one: kept(reader, one) for one, record in found.items() if record["same_as"]}
    others = reader.records(kind, sorted(followed.values()))
    return found | {one: others.get(other, found[one]) for one, other in followed.items()}
