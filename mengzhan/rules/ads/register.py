"""The employer of an advertisement in the register: by name, by telephone, by a name much alike."""

from dataclasses import dataclass
from typing import Literal

from mengzhan.model.entry import Values
from mengzhan.rules.duplicates import DuplicateReader, find_duplicates

_KIND = "employer"
_SHORTEST = 3
"""Characters that a name needs to be found within another."""

_LOOKED_AT = 20


@dataclass(frozen=True)
class Hirer:
    """A registered employer that may be the one meant, how it was found, how sure (0..1)."""

    record: str
    by: Literal["name", "phone", "alike"]
    sure: float


def find_hirer(reader: DuplicateReader, said: Values) -> Hirer | None:
    """Return the one registered employer that a message seems to mean.

    Several that fit equally well give ``None``: a person has to pick.

    Args:
        said: ``name``, ``phone`` and ``contact``, as far as the message says them.
    """
    found = find_duplicates(reader, _KIND, said)
    for by, sure in (("name", 0.95), ("phone", 0.6)):
        records = [one.record for one in found if one.field == by]
        if len(records) == 1:
            return Hirer(records[0], "name" if by == "name" else "phone", sure)
    alike = _alike(reader, str(said.get("name") or ""))
    return Hirer(alike[0], "alike", 0.6) if len(alike) == 1 else None


def _alike(reader: DuplicateReader, name: str) -> list[str]:
    """Return employers whose name is part of ``name``, or has it as a part."""
    if len(name) < _SHORTEST:
        return []
    found = []
    for _, record in reader.search(name[:_SHORTEST], _KIND, _LOOKED_AT):
        row = reader.record(_KIND, record) or {}
        other = str(row.get("name") or "")
        shorter = min(name, other, key=len)
        if len(shorter) >= _SHORTEST and shorter in max(name, other, key=len):
            found.append(record)
    return found
