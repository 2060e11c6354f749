"""The right to be forgotten: a record, and every free text elsewhere that names the person.

个人信息保护法 article 47. The residue (kind, dates, codes, banner) keeps closed figures true.
"""

import re

from mengzhan.model.entry import Entry, Value
from mengzhan.model.fieldtypes import Choice, Choices, Date, Division, Flag, Integer, Text
from mengzhan.model.fold import State, effective_sets
from mengzhan.model.kind import Field, Kind
from mengzhan.rules.operations import present
from mengzhan.rules.reader import Change, Desk, Operation, Reader

FORGOTTEN = "〔已删除〕"
"""Stands where a text named an erased person."""

_BANNER_DIGITS = 6
_SHORTEST = 2


def residue(kind: Kind | None, state: State) -> dict[str, Value]:
    """Return what may remain of an erased record: dates, codes, numbers, links, the banner.

    Sensitive fields, birth dates, free text and places below the banner go.
    """
    left: dict[str, Value] = {"station": state.values.get("station")}
    for item in kind or ():
        value = state.values.get(item.name)
        if value is None or item.sensitive or item.name == "birth_date":
            continue
        if isinstance(item.type, Division):
            left[item.name] = str(value)[:_BANNER_DIGITS]
        elif isinstance(item.type, Choice | Choices | Date | Flag | Integer):
            left[item.name] = value
    return {name: value for name, value in left.items() if value is not None}


def names_person(item: Field) -> bool:
    """Whether a field holds what tells one person from another: name, number, telephone."""
    return bool(item.type.searched) and not isinstance(item.type, Text)


def identifying_texts(reader: Reader, record: str) -> list[str]:
    """Return every name, number and telephone a record ever had, longest first."""
    state = reader.state(record)
    kind = reader.catalogue.get(state.kind) if state else None
    texts: set[str] = set()
    for values in effective_sets(reader.entries(record)).values():
        for item in filter(names_person, kind or ()):
            value = values.get(item.name)
            if isinstance(value, str) and len(value) >= _SHORTEST:
                texts.add(value)
    return sorted(texts, key=len, reverse=True)


def erase(record: str) -> Operation:
    """Forget a record for good: it wins over every entry and cannot be undone."""

    def run(reader: Reader, desk: Desk) -> list[Change]:
        state = present(reader, record)
        left = residue(reader.catalogue.get(state.kind), state)
        texts = identifying_texts(reader, record)
        return [Change.erasure(state.kind, record, left), *redactions(reader, record, texts)]

    return run


def redactions(reader: Reader, record: str, texts: list[str]) -> list[Change]:
    """Return changes that take ``texts`` out of free text in all other records.

    A name that another person also bears, or whose name contains it, is taken out only of
    records that refer to the erased one: a namesake loses nothing.
    """
    entries = [entry for entry in reader.mentions(texts) if entry.record != record]
    borne = {text for text in texts if any(_bears(reader, entry, text) for entry in entries)}
    linked = {link.record for link in reader.links_to(record)}
    changes: list[Change] = []
    for entry in entries:
        doomed = [text for text in texts if text not in borne or entry.record in linked]
        values = _cleaned(reader.catalogue.get(entry.kind), entry, doomed)
        if values is not None:
            changes.append(Change.redaction(entry.kind, entry.record, entry.mark, values))
    return changes


def _bears(reader: Reader, entry: Entry, text: str) -> bool:
    kind = reader.catalogue.get(entry.kind)
    values = entry.set or {}
    return any(text in str(values.get(f.name) or "") for f in kind or () if names_person(f))


def _cleaned(kind: Kind | None, entry: Entry, texts: list[str]) -> dict[str, Value] | None:
    """Return the entry's values without ``texts``, or ``None`` if none of them stands there."""
    if not texts or entry.set is None:
        return None
    pattern = re.compile("|".join(map(re.escape, texts)))
    values: dict[str, Value] = dict(entry.set)
    for name, value in entry.set.items():
        item = kind.get(name) if kind else None
        named = kind is not None and name in kind.title
        free = not named and (item is None or isinstance(item.type, Text))
        if free and isinstance(value, str):
            values[name] = pattern.sub(FORGOTTEN, value)
    return values if values != entry.set else None
