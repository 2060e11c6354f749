"""State as a pure function of a set of journal entries.

``fold`` is the only place where entries become values. Station, office and tests call it; every
table, list and index is a cache of its result. It does not look at the order in which entries
arrived, so any order, repetition or loss followed by a resend ends in the same state.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mengzhan.model.entry import DOUBT, ERASE, EXCERPT, REDACT, SET, Entry, Value

Doubts = Mapping[str, list[tuple[int, int]]]
"""Replica -> spans of ``seq`` (both ends included) made under a wrong clock."""

SYSTEM_FIELDS = ("station", "same_as", "deleted")
"""Fields that every kind has: responsible station, the record this one duplicates, tombstone."""


@dataclass
class State:
    """One record as it stands.

    ``values`` holds the winning value of every field ever set, unknown ones too. ``winners``
    says which entry (``mark``) it comes from. ``rivals`` lists, for fields on whose frontier
    two or more different values stand, those entries with the winner first. ``heads`` are the
    marks that a new entry puts into ``seen``. ``excerpt`` tells that nothing is known of the record
    but what an office told of it (``EXCERPT``); where anything else is known, that counts for nothing.
    """

    kind: str
    record: str
    values: dict[str, Value] = field(default_factory=dict)
    winners: dict[str, str] = field(default_factory=dict)
    rivals: dict[str, list[Entry]] = field(default_factory=dict)
    heads: list[str] = field(default_factory=list)
    erased: bool = False
    excerpt: bool = False
    first: Entry | None = None
    last: Entry | None = None

    @property
    def deleted(self) -> bool:
        """Whether the record was taken away (an undone creation, a deletion)."""
        return bool(self.values.get("deleted"))


def collect_doubts(entries: Iterable[Entry]) -> dict[str, list[tuple[int, int]]]:
    """Gather the spans named by ``doubt`` entries."""
    doubts: dict[str, list[tuple[int, int]]] = {}
    for entry in entries:
        if entry.op == DOUBT and entry.set is not None:
            add_doubt(doubts, entry.record, entry.set)
    return doubts


def add_doubt(
    doubts: dict[str, list[tuple[int, int]]], replica: str, values: Mapping[str, Any]
) -> None:
    """Add the span that the values of a ``doubt`` entry name."""
    doubts.setdefault(replica, []).append((int(values["first"]), int(values["last"])))


def is_doubted(entry: Entry, doubts: Doubts) -> bool:
    """Whether ``entry`` was made under a clock that an office found wrong."""
    return any(first <= entry.seq <= last for first, last in doubts.get(entry.replica, ()))


def needs_drop(entry: Entry, erased: bool, redacted: Iterable[str]) -> bool:
    """Whether the payload of ``entry`` must go: its person was erased or its text redacted."""
    if entry.op == ERASE:
        return False
    return erased or entry.mark in redacted


def fold(entries: Iterable[Entry], doubts: Doubts | None = None, *, without: str = "") -> State:
    """Fold all entries of one record into its state.

    Args:
        entries: entries of one record, in any order, repetitions allowed.
        doubts: spans from ``collect_doubts``; such entries lose every settlement by time.
        without: an action whose values do not count; what undo goes back to.

    Raises:
        ValueError: no entries, or entries of different records.
    """
    spans = doubts or {}
    ordered = list(entries)
    if len(ordered) > 1:
        ordered = list({entry.hash: entry for entry in ordered}.values())
    if len(ordered) == 1 and ordered[0].op == SET and ordered[0].action != without:
        return _first_state(ordered[0])
    ordered.sort(key=lambda entry: (not is_doubted(entry, spans), entry.order))
    if len({entry.record for entry in ordered}) != 1:
        raise ValueError("fold takes the entries of exactly one record")
    if is_excerpt(ordered):
        return _excerpt_state(ordered)
    ordered = [entry for entry in ordered if entry.words != EXCERPT]
    state = State(ordered[0].kind, ordered[0].record)
    state.first = min(ordered, key=lambda entry: entry.order)
    state.last = ordered[-1]
    state.heads = heads_of(ordered)
    erasures = [entry for entry in ordered if entry.op == ERASE]
    if erasures:
        _fold_erased(state, erasures[-1])
    else:
        _fold_fields(state, ordered, without)
    return state


def _first_state(entry: Entry) -> State:
    """The state of a record of which one entry says everything: nothing to be weighed up."""
    values = dict(entry.set or {})
    return State(
        entry.kind,
        entry.record,
        values,
        dict.fromkeys(values, entry.mark),
        heads=[entry.mark],
        first=entry,
        last=entry,
        excerpt=entry.words == EXCERPT,
    )


def _excerpt_state(entries: Sequence[Entry]) -> State:
    """What an office told last takes the place of all that was told before, whether or not whoever
    told it (an office that was restored, its other laptop) knew of that."""
    ordered = sorted(entries, key=lambda entry: entry.order)
    erasures = [entry for entry in ordered if entry.op == ERASE]
    state = _first_state((erasures or ordered)[-1])
    state.kind, state.erased, state.first = entries[0].kind, bool(erasures), ordered[0]
    return state


def superseded(entries: Iterable[Entry]) -> list[Entry]:
    """Return the excerpts of a record in whose place another one stands: nobody reads them again."""
    told = (entry for entry in entries if entry.words == EXCERPT and entry.op != ERASE)
    return sorted(told, key=lambda entry: entry.order)[:-1]


def _fold_erased(state: State, erasure: Entry) -> None:
    """An erasure wins over everything; only its residue remains."""
    state.erased = True
    state.values = dict(erasure.set or {})
    state.winners = dict.fromkeys(state.values, erasure.mark)


def is_excerpt(entries: Sequence[Entry]) -> bool:
    """Whether of a record only what an office told of it is among its entries."""
    telling = [entry for entry in entries if entry.op in (SET, ERASE)] or entries
    return bool(telling) and all(entry.words == EXCERPT for entry in telling)


def heads_of(entries: Sequence[Entry]) -> list[str]:
    """Return the marks of those entries of a record that no other one had seen."""
    if len(entries) < 2:
        return [entry.mark for entry in entries]
    seen = {mark for entry in entries for mark in entry.seen}
    return sorted({entry.mark for entry in entries} - seen)


def seen_from(entries: Iterable[Entry], heads: Iterable[str]) -> set[str]:
    """Return the marks of all that whoever wrote after ``heads`` knew of a record, heads included."""
    by_mark = {entry.mark: entry for entry in entries}
    known: set[str] = set()
    pending = list(heads)
    while pending:
        mark = pending.pop()
        if mark in by_mark and mark not in known:
            known.add(mark)
            pending.extend(by_mark[mark].seen)
    return known


def effective_sets(entries: Iterable[Entry]) -> dict[str, dict[str, Value]]:
    """Return mark -> the values that each ``set`` entry stands for after redactions.

    A text that names two people may be redacted twice: the second redaction then replaces the
    first, and through it the entry that both are about.
    """
    sets: dict[str, dict[str, Value]] = {}
    redactions: dict[str, Entry] = {}
    for entry in entries:
        if entry.op == REDACT:
            redactions[entry.mark] = entry
        elif entry.set is not None and entry.op not in (ERASE, DOUBT):
            sets[entry.mark] = entry.set
    for entry in sorted(redactions.values(), key=lambda entry: entry.order):
        target = entry.target
        while target in redactions:
            target = redactions[target].target
        if entry.set is not None:
            sets[target] = entry.set
    return sets


def _fold_fields(state: State, ordered: list[Entry], without: str) -> None:
    sets = effective_sets(ordered)
    setting = [entry for entry in ordered if entry.action != without and entry.mark in sets]
    setters: dict[str, list[Entry]] = {}
    for entry in setting:
        for name in sets[entry.mark]:
            setters.setdefault(name, []).append(entry)
    reach = _Reach({entry.mark: entry for entry in ordered})
    for name, candidates in setters.items():
        frontier = _frontier(candidates, reach) if len(candidates) > 1 else candidates
        winner = frontier[-1].mark
        state.winners[name] = winner
        state.values[name] = sets[winner][name]
        if len(frontier) > 1 and len({repr(sets[entry.mark][name]) for entry in frontier}) > 1:
            state.rivals[name] = frontier[::-1]


class _Reach:
    """Which entries an entry knew of, directly or through others.

    Each entry is one bit of a whole number: a record with thousands of entries, which a hostile
    package may hold, then takes kilobytes where sets would take gigabytes.
    """

    def __init__(self, by_mark: Mapping[str, Entry]) -> None:
        self._by_mark = by_mark
        self._places = {mark: place for place, mark in enumerate(by_mark)}
        self._known: dict[str, int] = {}

    def bit(self, mark: str) -> int:
        """Return the bit that stands for the entry ``mark``."""
        return 1 << self._places[mark]

    def of(self, mark: str) -> int:
        """Return the bits of all that the entry ``mark`` had seen, however long the way."""
        pending = [mark]
        while pending:
            current = pending[-1]
            missing = [
                seen
                for seen in self._by_mark[current].seen
                if seen in self._by_mark and seen not in self._known
            ]
            if missing:
                pending.extend(missing)
                continue
            pending.pop()
            if current not in self._known:
                bits = 0
                for seen in self._by_mark[current].seen:
                    if seen in self._by_mark:
                        bits |= self.bit(seen) | self._known[seen]
                self._known[current] = bits
        return self._known[mark]


def _frontier(candidates: list[Entry], reach: _Reach) -> list[Entry]:
    """Return the setters of a field that no later setter of the same field had seen."""
    reached = 0
    for entry in candidates:
        reached |= reach.of(entry.mark)
    return [entry for entry in candidates if not reached & reach.bit(entry.mark)]
