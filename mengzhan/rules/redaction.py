"""What other records tell of an erased person: found, and taken out of their entries.

A record about the person (a follow-up, a verification) loses all that it tells in words; from any
other record only the name and the numbers are taken. ``rules.erasure`` forgets the record itself.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from mengzhan.model.entry import ERASE, EXCERPT, Entry, Value
from mengzhan.model.fieldtypes import Pictures, Text
from mengzhan.model.kind import Field, Kind
from mengzhan.rules.reader import Change, Reader

FORGOTTEN = "〔已删除〕"
"""Stands where a text named an erased person."""

REGISTERED_NAME = ("employer", "name")
"""A shop keeps the name under which it is registered, even if it is the name of its owner."""

_PERSON = "person"
_LONGEST_LABEL = 60
"""A text that may be longer tells something in words; up to here it holds a course, a batch, the
number of a letter, by which figures are counted."""

_BETWEEN = r"[\s\-]*"
"""What people put between the digits of a number and the characters of a name."""


def names_person(item: Field) -> bool:
    """Whether a field holds what tells one person from another: name, number, telephone."""
    return bool(item.type.searched) and not isinstance(item.type, Text)


def duplicates(reader: Reader, record: str) -> list[str]:
    """Return the records that were found to be the same as ``record``."""
    return [link.record for link in reader.links_to(record) if link.field == "same_as"]


def redactions(reader: Reader, record: str, texts: list[str]) -> list[Change]:
    """Return changes after which no other record names or describes an erased person.

    A record about the person (a follow-up, a verification) loses all that it tells in words. From
    other records only ``texts`` are taken. A name that another person also bears, or whose name
    contains it, is taken out only of records that refer to the erased one: a namesake loses
    nothing. What an office told of another station's jobs stays: it is not this station's to change,
    and names the shop's own people.
    """
    gone = {record, *duplicates(reader, record)}
    entries = [entry for entry in reader.mentions(texts) if entry.record not in gone]
    linked = {link.record for link in reader.links_to(record)}
    others = [entry for entry in entries if entry.record not in linked]
    borne = {text for text in texts if any(_bears(reader, entry, text) for entry in others)}
    about = _about(reader, gone)
    changes: list[Change] = []
    for one in about:
        changes += _redacted(reader, reader.entries(one), texts, about=True)
    for entry in entries:
        if entry.record not in about:
            doomed = [text for text in texts if text not in borne or entry.record in linked]
            changes += _redacted(reader, [entry], doomed, about=False)
    return changes


def late_redactions(reader: Reader, records: Iterable[str]) -> list[Change]:
    """Return changes for those of ``records`` whose person was erased before they came in."""
    changes: list[Change] = []
    for record in records:
        state = reader.state(record)
        if state is None or state.erased:
            continue
        people = map(reader.state, persons_of(reader.catalogue.get(state.kind), state.values))
        if any(person is not None and person.erased for person in people):
            changes += _redacted(reader, reader.entries(record), [], about=True)
    return changes


def persons_of(kind: Kind | None, values: Mapping[str, Value]) -> list[str]:
    """Return the persons whom a record of ``kind`` with these values is about."""
    fields = [name for name, other in kind.references if other == _PERSON] if kind else []
    return [value for name in fields if isinstance(value := values.get(name), str)]


def _about(reader: Reader, gone: set[str]) -> list[str]:
    """Return the records about persons of ``gone``, those that were taken away too."""
    found: list[str] = []
    for record in dict.fromkeys(entry.record for entry in reader.mentions(gone)):
        state = reader.state(record)
        if state is not None and not state.erased and record not in gone:
            persons = persons_of(reader.catalogue.get(state.kind), state.values)
            found += [record] if gone.intersection(persons) else []
    return found


def _bears(reader: Reader, entry: Entry, text: str) -> bool:
    """Whether an entry gives ``text`` to somebody: within a name, or as a whole short field.

    The contact of an employer and the visitor are named in plain text fields.
    """
    values, sought = entry.set or {}, squeezed(text)
    for item in reader.catalogue.get(entry.kind) or ():
        value = squeezed(str(values.get(item.name) or ""))
        if isinstance(item.type, Text):
            if value == sought and item.type.limit <= _LONGEST_LABEL:
                return True
        elif names_person(item) and sought in value:
            return True
    return False


def _redacted(
    reader: Reader, entries: Sequence[Entry], texts: Sequence[str], *, about: bool
) -> list[Change]:
    """Return a redaction of each entry in which something has to go."""
    changes: list[Change] = []
    for entry in entries:
        kind = reader.catalogue.get(entry.kind)
        if entry.set is not None and entry.op != ERASE and entry.words != EXCERPT:
            values = _described(kind, entry.set) if about else dict(entry.set)
            values |= {
                name: without(texts, value)
                for name, value in values.items()
                if _is_free(kind, name) and (entry.kind, name) != REGISTERED_NAME
            }
            if values != entry.set:
                changes.append(Change.redaction(entry.kind, entry.record, entry.mark, values))
    return changes


def _is_free(kind: Kind | None, name: str) -> bool:
    item = kind.get(name) if kind else None
    return item is None or isinstance(item.type, Text)


def _described(kind: Kind | None, values: Mapping[str, Value]) -> dict[str, Value]:
    """Return the values of a record about an erased person without what they tell in words.

    Dates, codes, flags and short labels stay, so that closed figures still tie.
    """
    return {
        name: _blank(value) if kind and _describes(kind.get(name)) else value
        for name, value in values.items()
    }


def _describes(item: Field | None) -> bool:
    if item is None:
        return False
    long = isinstance(item.type, Text) and item.type.limit > _LONGEST_LABEL
    return item.sensitive or long or isinstance(item.type, Pictures)


def _blank(value: Value) -> Value:
    if isinstance(value, list):
        return []
    return FORGOTTEN if isinstance(value, str) and value else None


def blotted(
    kind: Kind | None, values: Mapping[str, Value], texts: Sequence[str], persons: Iterable[str]
) -> dict[str, Value]:
    """Return what may stay of a draft: ``texts`` go from every field, also from a name.

    A draft about one of the erased ``persons`` loses all that it tells in words.
    """
    about = set(persons).intersection(persons_of(kind, values))
    left = _described(kind, values) if about else values
    return {name: without(texts, value) for name, value in left.items()}


def without(texts: Sequence[str], value: Value) -> Value:
    """Return ``value`` with each of ``texts`` replaced, however it is spaced or capitalised."""
    if not texts or not isinstance(value, str):
        return value
    spaced = (_BETWEEN.join(map(re.escape, squeezed(text))) for text in texts)
    return re.sub("|".join(spaced), FORGOTTEN, value, flags=re.IGNORECASE)


def squeezed(text: str) -> str:
    """Return a text without what people put between its characters, in small letters."""
    return re.sub(_BETWEEN, "", text).lower()
