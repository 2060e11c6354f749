"""One line of the journal: one change of one record, and how it is hashed.

Hashing (SHA-256 throughout, JSON in RFC 8785 form: UTF-8, keys sorted, no spaces)::

    payload = SHA-256(salt bytes + JSON(set))
    hash    = SHA-256(JSON(header))

where the header is every field of ``Entry`` but ``set``, ``salt`` and ``hash``. The payload
enters the chain only through a hash salted with 16 random bytes, so that the payload of an
erased person can be dropped while the chain stays verifiable and nobody can guess it back.
"""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

Value = str | int | bool | list[str] | None
Values = Mapping[str, Value]

GENESIS = "0" * 64
"""The ``prev`` of the first entry of every replica."""

SET = "set"
ERASE = "erase"
REDACT = "redact"
DOUBT = "doubt"

CLOCK_KIND = "clock"
"""The kind of ``doubt`` entries: they say something of a replica, not of a record."""

EXCERPT = "excerpt"
"""The ``words`` of entries in which an office tells stations of a record that another one looks
after. They are the office's own summary, under a replica of its own, and no part of the record's
journal: the stations that read them never see who wrote what into the record (``office.excerpts``).
"""

SEEN_LENGTH = 16
"""How many hexadecimal digits of a hash stand in ``seen``: enough to tell entries of one record
apart, half the bytes."""


canonical = msgspec.json.Encoder(order="sorted").encode
"""Write JSON in the one form that is hashed (RFC 8785 for text, whole numbers, lists)."""


def text_of(values: Values, name: str) -> str:
    """Return a field that holds text, without blanks around it, or an empty text."""
    value = values.get(name)
    return value.strip() if isinstance(value, str) else ""


def texts_of(values: Values, name: str) -> list[str]:
    """Return a field that holds a list of texts (codes, ids), or an empty list."""
    return texts_in(values.get(name))


def texts_in(value: Any) -> list[str]:
    """Return the texts of a list; of anything else none."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def is_empty(value: Value) -> bool:
    """Whether a field says nothing: an emptied text or list is no value."""
    return value is None or value in ("", [])


YEARS = range(1900, 2101)
"""The years in which a day lies; with others nobody can reckon."""

_DAY_LENGTH = 10


def is_day(text: str) -> bool:
    """Whether a text is a day as it is kept, ``YYYY-MM-DD``."""
    # Python reads days without hyphens and days of weeks (2026-W48-5) as well.
    if len(text) != _DAY_LENGTH or text[4] != "-" or text[7] != "-":
        return False
    try:
        return date.fromisoformat(text).year in YEARS
    except ValueError:
        return False


def date_of(values: Values, name: str) -> date | None:
    """Return a field that holds a day, or ``None``: what another program wrote may be none."""
    text = text_of(values, name)
    return date.fromisoformat(text) if is_day(text) else None


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One change. The fields are the contract of design section 4.

    ``op`` is ``set`` (fields get values), ``erase`` (a person is forgotten; ``set`` is the
    residue that keeps closed figures true), ``redact`` (the payload of the one entry in ``target``
    is replaced by ``set``) or ``doubt`` (``record`` names a replica whose entries from
    ``set.first`` to ``set.last`` were made under a wrong clock).

    ``set`` and ``salt`` are ``None`` once the payload has been dropped.
    """

    replica: str
    seq: int
    at: str
    wall: str
    actor: str
    action: str
    words: str
    op: str
    kind: str
    record: str
    target: str
    seen: list[str]
    set: dict[str, Any] | None
    salt: str | None
    payload: str
    prev: str
    hash: str

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Where this entry stands among those of its record."""
        return (self.at, self.replica, self.seq, self.hash)

    @property
    def mark(self) -> str:
        """How later entries name this one in ``seen`` and ``target``."""
        return self.hash[:SEEN_LENGTH]

    def dropped(self) -> "Entry":
        """This entry without its payload; the chain still verifies."""
        return msgspec.structs.replace(self, set=None, salt=None)


def payload_hash(values: Values, salt: str) -> str:
    """Hash a payload with its salt (32 hexadecimal digits)."""
    return hashlib.sha256(bytes.fromhex(salt) + canonical(values)).hexdigest()


def header_hash(fields: Mapping[str, object]) -> str:
    """Hash the header fields (everything but ``set``, ``salt`` and ``hash``)."""
    return hashlib.sha256(canonical(fields)).hexdigest()


def entry_hash(entry: Entry) -> str:
    """Compute the hash that ``entry`` must carry."""
    fields = msgspec.structs.asdict(entry)
    for name in ("set", "salt", "hash"):
        del fields[name]
    return header_hash(fields)


def is_intact(entry: Entry) -> bool:
    """Whether header, payload and hash of ``entry`` agree."""
    if entry.set is None:
        return entry_hash(entry) == entry.hash
    salted = entry.salt is not None and payload_hash(entry.set, entry.salt) == entry.payload
    return salted and entry_hash(entry) == entry.hash


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """What all entries of one action share: who, when, and in which replica."""

    replica: str
    actor: str
    action: str
    words: str
    wall: str


class NewEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What one entry is to say; the journal adds its place in the chain."""

    op: str
    kind: str
    record: str
    values: Values
    seen: list[str]
    target: str = ""


def make_entry(
    stamp: Stamp, new: NewEntry, *, seq: int, at: str, prev: str, salt: str | None = None
) -> Entry:
    """Make the next entry of a replica; ``prev`` is the hash of the one before."""
    salt = salt or secrets.token_hex(16)
    header: dict[str, Any] = {
        "replica": stamp.replica,
        "seq": seq,
        "at": at,
        "wall": stamp.wall,
        "actor": stamp.actor,
        "action": stamp.action,
        "words": stamp.words,
        "op": new.op,
        "kind": new.kind,
        "record": new.record,
        "target": new.target,
        "seen": sorted(new.seen),
        "payload": payload_hash(new.values, salt),
        "prev": prev,
    }
    return Entry(**header, set=dict(new.values), salt=salt, hash=header_hash(header))
