"""The right to be forgotten: a record, its duplicates, and what other records tell of the person.

个人信息保护法 article 47. The residue (kind, dates, codes, banner) keeps closed figures true.
"""

from collections.abc import Sequence

from mengzhan.model.entry import Entry, Value, canonical, texts_of
from mengzhan.model.fieldtypes import (
    Choice,
    Choices,
    Date,
    Division,
    Flag,
    Integer,
    Pictures,
    Reference,
)
from mengzhan.model.fold import SYSTEM_FIELDS, State, effective_sets
from mengzhan.model.kind import Field, Kind
from mengzhan.rules.operations import present
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.rules.redaction import duplicates, names_person, redactions, squeezed
from mengzhan.rules.referrals import is_given_out
from mengzhan.rules.state import REGISTRATION_FIELDS

EARLIER = "earlier"
"""In a residue: what dated fields held before, each line the JSON of what one entry set."""

_DATED = {
    "person": (*REGISTRATION_FIELDS, "station"),
    "vacancy": ("headcount", "station"),
    "referral": ("interviewed_on",),
}
"""Fields whose earlier values count for earlier days: figures of those days are made from them."""

_BANNER_DIGITS = 6
_SHORTEST = 2
_DIFFICULTY, _GROUPS, _HARD_TO_EMPLOY = "difficulty_types", "key_groups", "K05"
_TELLS_NO_NAME = (Choice, Choices, Date, Flag, Integer, Pictures, Reference)


def residue(kind: Kind | None, state: State) -> dict[str, Value]:
    """Return what may remain of an erased record: dates, codes, numbers, links, the banner.

    Sensitive fields (a birth date is one), free text and places below the banner go. The digests of
    pictures stay, so that whoever has the pictures knows which ones have to go, and the number of a
    letter that the station gave out, so that no other letter gets it. What did not count (taken
    away, a duplicate) still does not; of the sorts of difficulty it stays that there is one.
    """
    left: dict[str, Value] = {name: state.values.get(name) for name in SYSTEM_FIELDS}
    for item in kind or ():
        value = state.values.get(item.name)
        if value is None or item.sensitive:
            continue
        if isinstance(item.type, Division):
            left[item.name] = str(value)[:_BANNER_DIGITS]
        elif isinstance(item.type, _TELLS_NO_NAME) or _is_letter(item, value):
            left[item.name] = value
    if state.values.get(_DIFFICULTY):
        known = texts_of(left, _GROUPS)
        left[_GROUPS] = [*known, *({_HARD_TO_EMPLOY} - {*known})]
    return {name: value for name, value in left.items() if value is not None}


def _is_letter(item: Field, value: Value) -> bool:
    return item.name == "letter_no" and is_given_out(str(value))


def _earlier(reader: Reader, state: State) -> dict[str, Value]:
    """Return what may remain of the earlier values of dated fields."""
    names = _DATED.get(state.kind, ())
    sets = reader.earlier_sets(state.kind, ("at", *names), (state.record,)) if names else {}
    lines: list[str] = [canonical(one).decode() for one in sets.get(state.record, ())]
    return {EARLIER: lines} if lines else {}


def _identifies(kind: Kind, item: Field) -> bool:
    """Whether a field names the person of the record, not the father or somebody else."""
    return names_person(item) and (item.type.searched == "digits" or item.name in kind.title)


def identifying_texts(reader: Reader, record: str, beside: Sequence[Entry] = ()) -> list[str]:
    """Return every name, number and telephone a record ever had, longest first.

    ``beside`` are entries of the record that are not in the store, or no longer with their values.
    """
    entries = [*reader.entries(record), *beside]
    kind = reader.catalogue.get(entries[0].kind) if entries else None
    texts: set[str] = set()
    for values in effective_sets(entries).values():
        for item in kind or ():
            value = values.get(item.name)
            named = kind is not None and _identifies(kind, item)
            if named and isinstance(value, str) and len(squeezed(value)) >= _SHORTEST:
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
                left = residue(reader.catalogue.get(state.kind), state) | _earlier(reader, state)
                changes.append(Change.erasure(state.kind, one, left))
                texts += identifying_texts(reader, one)
        return changes + redactions(reader, record, sorted(set(texts), key=len, reverse=True))

    return run
