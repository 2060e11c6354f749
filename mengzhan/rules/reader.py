"""What an operation may read, and what surrounds it. Declared here, implemented by the store."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from mengzhan.model.entry import ERASE, REDACT, SET, Entry, Value
from mengzhan.model.fold import State, seen_from
from mengzhan.model.kind import Catalogue
from mengzhan.rules.filters import Filter


@dataclass(frozen=True)
class Change:
    """What an operation wants done to one record; the store makes a journal entry of it."""

    kind: str
    record: str
    values: Mapping[str, Value]
    op: str = SET
    target: str = ""

    @classmethod
    def erasure(cls, kind: str, record: str, residue: Mapping[str, Value]) -> "Change":
        """Forget a record; ``residue`` keeps closed figures true."""
        return cls(kind, record, residue, ERASE)

    @classmethod
    def redaction(
        cls, kind: str, record: str, target: str, values: Mapping[str, Value]
    ) -> "Change":
        """Replace the payload of the entry ``target`` (its mark) by ``values``."""
        return cls(kind, record, values, REDACT, target)


@dataclass(frozen=True)
class Positions:
    """What a copy of the journal knew at some time.

    Args:
        ends: number and hash of the last entry known of each replica.
        elsewhere: the heads (marks) known of each record that another station looks after. What is
            written there comes no more, so the ends do not tell what was known of it.
    """

    ends: Mapping[str, tuple[int, str]]
    elsewhere: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def hidden(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Return those entries of one record that were not known."""
        heads = self.elsewhere.get(entries[0].record) if entries else None
        if heads is None:
            return [entry for entry in entries if entry.seq > self.end(entry.replica)]
        known = seen_from(entries, heads)
        return [entry for entry in entries if entry.mark not in known]

    def end(self, replica: str) -> int:
        """Return the number of the last entry known of a replica, 0 if there was none."""
        return self.ends.get(replica, (0, ""))[0]


@dataclass(frozen=True)
class Link:
    """One record pointing at another."""

    kind: str
    record: str
    field: str


class Reader(Protocol):
    """A consistent view of the store."""

    @property
    def catalogue(self) -> Catalogue:
        """The record kinds of this version."""

    def state(self, record: str) -> State | None:
        """Return the state of a record, or ``None`` if no entry names it."""

    def states(self, kind: str) -> Iterable[State]:
        """Return the states of all live records of a kind, oldest first."""

    def entries(self, record: str) -> list[Entry]:
        """Return all entries of a record in the order of their times."""

    def state_without(self, record: str, action: str) -> State:
        """Return the state as it would be had ``action`` set nothing."""

    def action_records(self, action: str) -> list[str]:
        """Return the records in which an action set values, in the order in which it did."""

    def own_actions(self, replica: str) -> Iterable[tuple[str, str]]:
        """Return (action, first word) of the newest actions of a replica, newest first."""

    def links_to(self, record: str) -> list[Link]:
        """Return live records that refer to ``record`` or to a duplicate of it, and duplicates.

        A duplicate's link names the field ``same_as``.
        """

    def columns(
        self, kind: str, names: Sequence[str], where: Filter | None = None
    ) -> Iterable[Mapping[str, Value]]:
        """Return ``id`` and a few fields of live records of a kind, for going through many.

        ``created`` and ``station`` may be among the names.
        """

    def with_residues(self) -> "Reader":
        """Return a reader for figures: to it, erased records whose residue stays are live ones."""

    def with_excerpts(self) -> "Reader":
        """Return a reader to which what an office told of other stations' vacancies and employers
        is live, too. To any other they are not there: they count nowhere and nobody's work is due
        about them. By its id a record is read with either."""

    def duplicates(self, kind: str) -> Mapping[str, str]:
        """Return, for every duplicate of a kind, the record that was kept instead of it."""

    def earlier_sets(
        self, kind: str, names: Sequence[str], records: Sequence[str] | None = None
    ) -> Mapping[str, Sequence[Mapping[str, Value]]]:
        """Return what each entry set in one of ``names``, oldest first, for records of a kind of
        which several entries did; for some ``records`` or for all.

        ``at``, the time of the entry, may be among the names.
        """

    def texts_ever(self, kind: str, name: str, start: str) -> list[str]:
        """Return every value of a text field that begins with ``start``, of records that were
        taken away as well: a number that was given out is never given again."""

    def mentions(self, texts: Iterable[str]) -> list[Entry]:
        """Return entries in whose payload one of ``texts`` stands, whatever the record.

        Blanks, hyphens and line breaks are passed over, small letters equal capital ones.
        """

    def positions(self) -> Positions:
        """Return what is known now."""

    def news(self, positions: Positions, record: str) -> Sequence[Entry]:
        """Return entries beyond ``positions`` about a record or one that refers to it, oldest first.

        What was taken away since or merged into another one counts as well.
        """

    def setting(self, name: str, default: Any = None) -> Any:
        """Return a setting of the data folder."""


@dataclass(frozen=True)
class Desk:
    """What surrounds an operation: the day, who does it, where, how new ids are made, and on which
    copy of the database."""

    today: date
    operator: str
    station: str
    new_id: Callable[[], str]
    replica: str = ""


Operation = Callable[[Reader, Desk], Iterable[Change]]
"""What a user does: from what it reads to the changes it wants.

An operation that gives its changes one by one (a generator) is written in parts while it goes on,
so it may read some of what it changed itself."""
