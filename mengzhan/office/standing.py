"""Which stations may speak of a record, as its entries tell in the order in which they arrived.

Times in entries are the sender's own words; the order of arrival is the office's, and nobody can
put a claim in front of what is held. Whoever brings a record first is responsible for it or names
who is. From then on only the responsible station moves it; it may take a move back as long as the
other one has not worked on the record. Who was responsible once may go on speaking of the record.
Anything else is foreign: the journal keeps it, so that no chain breaks and nothing is lost, and
the office sets back what it says.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from mengzhan.model.entry import ERASE, Entry, Value
from mengzhan.model.fold import SYSTEM_FIELDS, Doubts, effective_sets, fold
from mengzhan.rules.reader import Change

Writer = Callable[[str], str]
"""The station to which a replica belongs; empty for the office itself."""


@dataclass(frozen=True)
class Standing:
    """The stations that are or were responsible, and the marks of entries that are foreign."""

    stations: frozenset[str]
    foreign: frozenset[str]


def standing(arrived: Sequence[Entry], writer: Writer) -> Standing:
    """Follow a record from hand to hand."""
    sets = effective_sets(arrived)
    stations: set[str] = set()
    foreign: set[str] = set()
    holder = giver = ""
    for entry in arrived:
        who = writer(entry.replica)
        named = str(sets.get(entry.mark, {}).get("station") or "")
        moves = named not in ("", holder)
        if not holder:
            holder, giver = named or who, who
        elif who and (who not in stations or (moves and who not in (holder, giver))):
            foreign.add(entry.mark)
            continue
        elif moves:
            holder, giver = named, who
        elif who == holder:
            giver = ""
        stations |= {who, holder} - {""}
    return Standing(frozenset(stations), frozenset(foreign))


def set_back(entries: Iterable[Entry], foreign: Collection[str], doubts: Doubts) -> list[Change]:
    """Return changes by which a record stands as if the ``foreign`` entries had not been made.

    The system fields go apart: they are all that a station hears of a record of others.
    """
    known = list(entries)
    state = fold(known, doubts)
    if state.erased:
        return []
    sound = fold([entry for entry in known if entry.mark not in foreign], doubts).values
    marks = {name: {state.winners[name]} for name in state.values}
    for name, rivals in state.rivals.items():
        marks[name] |= {entry.mark for entry in rivals}
    back: dict[str, Value] = {
        name: sound.get(name) for name, by in marks.items() if not by.isdisjoint(foreign)
    }
    parts = (
        {name: value for name, value in back.items() if name in SYSTEM_FIELDS},
        {name: value for name, value in back.items() if name not in SYSTEM_FIELDS},
    )
    return [Change(state.kind, state.record, part) for part in parts if part]


def may_remove(arrived: Sequence[Entry], station: str, writer: Writer) -> bool:
    """Whether a record is or once was the station's, or nobody's.

    Of a record that is erased already the past is not known; nothing is left in it to remove.
    """
    if any(entry.op == ERASE for entry in arrived):
        return True
    stations = standing(arrived, writer).stations
    return not stations or station in stations
