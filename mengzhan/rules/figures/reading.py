"""What the figures of one period are counted from, read once and shared by all indicators.

Only the rows of the period are read where a day decides. What is left of erased records counts like
the records did, so that the figures of a closed month still tie; what was taken away or merged into
another record does not count. A station counts what it looked after on the day in question; records
of others, which an office sent to be offered here, are not its own.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property

from mengzhan.model.entry import Values
from mengzhan.rules.figures.period import Period
from mengzhan.rules.filters import Compare, Every, Filter
from mengzhan.rules.referral_state import text_of
from mengzhan.rules.two_lists import ListsReader


def own_station(reader: ListsReader) -> str:
    """Return the station whose records count; empty at an office, where those of all do."""
    if reader.setting("role") == "office":
        return ""
    return str((reader.setting("place") or {}).get("code") or "")


class Ground:
    """The records of one period at one station (``station`` empty: at all of them)."""

    def __init__(self, reader: ListsReader, period: Period, station: str) -> None:
        self.reader, self.period, self.station = reader, period, station
        self._twins: dict[str, Mapping[str, str]] = {}
        self._handed: dict[str, Container[str]] = {}
        self._moved: dict[str, list[tuple[str, str]]] = {}

    # Rows ---------------------------------------------------------------------------------------

    def rows(
        self, kind: str, names: Sequence[str], where: Filter | None = None
    ) -> Iterator[Values]:
        """Yield records and residues of a kind, whoever looks after them."""
        yield from self.reader.columns(kind, names, where)
        yield from self.reader.columns(kind, names, where, erased=True)

    def within(self, kind: str, day: str, names: Sequence[str]) -> list[Values]:
        """Return own records whose field ``day`` lies in the period, in the order of that day."""
        first, last = self.period.first.isoformat(), self.period.last.isoformat()
        where = Every((Compare(day, "ge", first), Compare(day, "le", last)))
        wanted = ("created", "station", day, *names)
        rows = self.rows(kind, tuple(dict.fromkeys(wanted)), where)
        own = [row for row in rows if self.owns(kind, row, text_of(row, day))]
        return sorted(own, key=lambda row: [text_of(row, name) for name in (day, "created", "id")])

    @cached_property
    def visits(self) -> list[Values]:
        """Visits of the period."""
        return self.within("visit", "day", ("employer", "policies"))

    @cached_property
    def follow_ups(self) -> list[Values]:
        """Follow-ups of the period."""
        return self.within("follow_up", "day", ("person", "outcome", "policies"))

    @cached_property
    def intents(self) -> list[Values]:
        """Answers about training of the period."""
        return self.within("training_intent", "day", ("person", "willing", "start_business"))

    @cached_property
    def verifications(self) -> list[Values]:
        """Verifications of the period."""
        return self.within("verification", "day", ("person", "employer", "result"))

    @cached_property
    def introductions(self) -> list[Values]:
        """Referrals made in the period."""
        return self.within("referral", "day", ("person",))

    @cached_property
    def arrivals(self) -> list[Values]:
        """Referrals whose person came in the period."""
        return self.within("referral", "arrived_on", ("person",))

    @cached_property
    def enrolments(self) -> list[Values]:
        """Enrolments in courses that began in the period."""
        return self.within("enrolment", "started_on", ("person", "course"))

    # Whose record it is -------------------------------------------------------------------------

    def owns(self, kind: str, row: Values, day: str) -> bool:
        """Whether the station looked after a record on a day (any day before it was born counts as
        its first)."""
        if not self.station:
            return True
        now = text_of(row, "station")
        moves = self._moves(kind, text_of(row, "id"), foreign=now not in ("", self.station))
        if not moves:
            return now in ("", self.station)
        told = [station for since, station in moves if since <= day]
        return (told[-1] if told else moves[0][1]) == self.station

    def _moves(self, kind: str, record: str, *, foreign: bool) -> list[tuple[str, str]]:
        """Return (day, station) of each time a record was given to a station, if it ever moved."""
        if not foreign and record not in self._came_here(kind):
            return []
        if record not in self._moved:
            self._moved[record] = [
                (entry.at[:10], station)
                for entry in self.reader.entries(record)
                if isinstance(station := (entry.set or {}).get("station"), str)
            ]
        return self._moved[record]

    def _came_here(self, kind: str) -> Container[str]:
        """Return the records that were handed over, possibly to here; services stay where they
        were made."""
        if kind not in ("person", "vacancy"):
            return ()
        if kind not in self._handed:
            self._handed[kind] = frozenset(self.reader.earlier_sets(kind, ("station",)))
        return self._handed[kind]

    # Whom it is about ---------------------------------------------------------------------------

    def about(self, kind: str, row: Values) -> tuple[str, str]:
        """Return kind and id of whom a record names in the field ``kind``; a duplicate counts as
        the one that was kept."""
        record = text_of(row, kind)
        if kind not in self._twins:
            self._twins[kind] = self.reader.duplicates(kind)
        return kind, self._twins[kind].get(record, record)
