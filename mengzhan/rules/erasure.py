"""The right to be forgotten: a record, and every free text elsewhere that names the person.

个人信息保护法 article 47. The residue (kind, dates, codes, banner) keeps closed figures true.
"""

import re

from mengzhan.model.entry import Entry, Value
from mengzhan.model.fieldtypes import (
    Choice,
    Choices,
    Date,
    Division,
    Flag,
    Integer,
    Pictures,
    Reference,
    Text,
)
from mengzhan.model.fold import State, effective_sets
from mengzhan.model.kind import Field, Kind
from mengzhan.rules.operations import present
from mengzhan.rules.reader import Change, Desk, Operation, Reader

FORGOTTEN = "〔已删除〕"
"""Stands where a text named an erased person."""

REGISTERED_NAME = ("employer", "name")
"""A shop keeps the name under which it is registered, even if it is the name of its owner."""

_BANNER_DIGITS = 6
_SHORTEST = 2


def residue(kind: Kind | None, state: State) -> dict[str, Value]:
    """Return what may remain of an erased record: dates, codes, numbers, links, the banner.

    Sensitive fields, birth dates, free text and places below the banner go. The digests of
    pictures stay, so that whoever has the pictures knows which ones have to go.
    """
    left: dict[str, Value] = {"station": state.values.get("station")}
    for item in kind or ():
        value = state.values.get(item.name)
        if value is None or item.sensitive or item.name == "birth_date":
            continue
        if isinstance(item.type, Division):
            left[item.name] = str(value)[:_BANNER_DIGITS]
        elif isinstance(item.type, Choice | Choices | Date | Flag | Integer | Pictures | Reference):
            left[item.name] = value
    return {name: value for name, value in left.items() if value is not None}


def names_person(item: Field) -> bool:
    """Whether a field holds what tells one person from another: name, number, telephone."""
    return bool(item.type.searched) and not isinstance(item.type, Text)


def _identifies(kind: Kind, item: Field) -> bool:
    """Whether a field names the person of the record, not the father or somebody else."""
    return names_person(item) and (item.type.searched == "digits" or item.name in kind.title)


def identifying_texts(reader: Reader, record: str) -> list[str]:
    """Return every name, number and telephone a record ever had, longest first."""
    state = reader.state(record)
    kind = reader.catalogue.get(state.kind) if state else None
    texts: set[str] = set()
    for values in effective_sets(reader.entries(record)).values():
        for item in kind or ():
            value = values.get(item.name)
            named = kind is not None and _identifies(kind, item)
            if named and isinstance(value, str) and len(value) >= _SHORTEST:
                texts.add(value)
    return sorted(texts, key=len, reverse=True)


def erase(record: str) -> Operation:
    """Forget a record and its duplicates for good: it wins over every entry, without undo."""

    def run(reader: Reader, desk: Desk) -> list[Change]:
        present(reader, record)
        doomed = [record, *duplicates(reader, record)]
        changes: list[Change] = []
        texts: list[str] = []
        for one in doomed:
            state = reader.state(one)
            if state is not None and not state.erased:
                left = residue(reader.catalogue.get(state.kind), state)
                changes.append(Change.erasure(state.kind, one, left))
                texts += identifying_texts(reader, one)
        return changes + redactions(reader, record, sorted(set(texts), key=len, reverse=True))

    return run


def duplicates(reader: Reader, record: str) -> list[str]:
    """Return the records that were found to be the same as ``record``."""
    return [link.record for link in reader.links_to(record) if link.field == "same_as"]


def redactions(reader: Reader, record: str, texts: list[str]) -> list[Change]:
    """Return changes that take ``texts`` out of free text in all other records.

    A name that another person also bears, or whose name contains it, is taken out only of
    records that refer to the erased one: a namesake loses nothing.
    """
    gone = {record, *duplicates(reader, record)}
    entries = [entry for entry in reader.mentions(texts) if entry.record not in gone]
    linked = {link.record for link in reader.links_to(record)}
    others = [entry for entry in entries if entry.record not in linked]
    borne = {text for text in texts if any(_bears(reader, entry, text) for entry in others)}
    changes: list[Change] = []
    for entry in entries:
        doomed = [text for text in texts if text not in borne or entry.record in linked]
        values = _cleaned(reader.catalogue.get(entry.kind), entry, doomed)
        if values is not None:
            changes.append(Change.redaction(entry.kind, entry.record, entry.mark, values))
    return changes


def _bears(reader: Reader, entry: Entry, text: str) -> bool:
    """Whether an entry gives ``text`` to somebody: within a name, or as a whole short field.

    The contact of an employer and the visitor are named in plain text fields.
    """
    values = entry.set or {}
    for item in reader.catalogue.get(entry.kind) or ():
        value = str(values.get(item.name) or "")
        if value == text if isinstance(item.type, Text) else names_person(item) and text in value:
            return True
    return False


def _cleaned(kind: Kind | None, entry: Entry, texts: list[str]) -> dict[str, Value] | None:
    """Return the entry's values without ``texts``, or ``None`` if none of them stands there."""
    if not texts or entry.set is None:
        return None
    pattern = re.compile("|".join(map(re.escape, texts)))
    values: dict[str, Value] = dict(entry.set)
    for name, value in entry.set.items():
        item = kind.get(name) if kind else None
        free = item is None or isinstance(item.type, Text)
        free = free and (entry.kind, name) != REGISTERED_NAME
        if free and isinstance(value, str):
            values[name] = pattern.sub(FORGOTTEN, value)
    return values if values != entry.set else None
