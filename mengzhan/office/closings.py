"""What an office finds when it checks the closing of a station's month against its own journal.

The office counts the month again from the entries that the station knew when it closed, and again
from what is known now. Figures that the records do not give, evidence that went or changed since,
closings that were changed, taken back or replaced, and entries that never came are each named.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mengzhan.model.clock import day_of
from mengzhan.model.entry import ERASE, SET, Entry
from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.office.desk import Office
from mengzhan.office.letters import Letters
from mengzhan.rules.anomalies import Anomaly, anomalies
from mengzhan.rules.closing import (
    Close,
    ClosedFigure,
    Correction,
    closings,
    corrections,
    deadline,
    figures_of,
)
from mengzhan.rules.closing.record import KIND, closed, is_written_by
from mengzhan.rules.figures import Indicator, Period
from mengzhan.rules.workdays import SEND_BY_WORKDAY
from mengzhan.store.journal import Journal
from mengzhan.store.past import of_station
from mengzhan.store.reader import StoreReader
from mengzhan.store.tables import table_name

_CHECKING = QT_TRANSLATE_NOOP("model", "正在核对各站的月结")


class Finding(StrEnum):
    """What became of a check, the gravest first."""

    DIFFERS = "differs"
    """The records do not give what the closing says."""
    UNREADABLE = "unreadable"
    """There is a closing, but nobody can read it."""
    FORGOTTEN = "forgotten"
    """The records give something else, but people were erased since: nobody can tell any more."""
    MISSING = "missing"
    """Entries that the station knew are not here: nothing can be said yet."""
    OPEN = "open"
    """The month is not closed, or its closing was taken back."""
    CORRECTED = "corrected"
    """The closing was true; records of the month have changed since."""
    AGREES = "agrees"
    """The closing was true and still is."""


@dataclass(frozen=True)
class Disagreement:
    """A figure that the records known at the closing do not give.

    ``said`` is none for an indicator that the closing leaves out. Equal counts with different
    digests rest on other records than the station counted.
    """

    indicator: Indicator
    said: ClosedFigure | None
    found: ClosedFigure


@dataclass(frozen=True)
class Deed:
    """Something that was done to a closing after it was made.

    Args:
        what: ``changed`` (``fields`` says which), ``taken_back``, ``restored``, ``replaced``, or
            ``foreign``: somebody else wrote a closing in the station's name, which counts as none.
        entry: who did it, when, in which action (``actor``, ``replica``, ``wall``, ``words``).
        reason: why a month was closed again.
    """

    what: str
    record: str
    entry: Entry
    fields: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class ClosingCheck:
    """What an office finds of a station's month.

    Args:
        missing: entries that the station knew and the office lacks, as (replica, first, last).
        erased: erasures since the closing, of records of the station.
        moved: whether the closing claims another place in the journal than it has.
        due: the day by which it had to be here; ``arrived`` the day (ISO) on which it was.
    """

    station: str
    month: str
    due: date
    close: Close | None = None
    arrived: str = ""
    late: bool = False
    unreadable: bool = False
    missing: Sequence[tuple[str, int, int]] = ()
    moved: bool = False
    erased: Sequence[Entry] = ()
    disagreements: Sequence[Disagreement] = ()
    corrections: Sequence[Correction] = ()
    deeds: Sequence[Deed] = ()
    anomalies: Sequence[Anomaly] = ()

    @property
    def finding(self) -> Finding:
        """The gravest of what was found."""
        if self.close is None:
            return Finding.UNREADABLE if self.unreadable else Finding.OPEN
        if self.missing:
            return Finding.MISSING
        if self.moved or (self.disagreements and not self.erased):
            return Finding.DIFFERS
        if self.disagreements:
            return Finding.FORGOTTEN
        return Finding.CORRECTED if self.corrections else Finding.AGREES


class Closings:
    """Checks closings over an office's own records; counting takes a moment, so do it aside."""

    def __init__(self, office: Office, workday: int = SEND_BY_WORKDAY) -> None:
        self._office = office
        self._workday = workday

    def months(self, station: str) -> Sequence[str]:
        """Return the months that a station has closed, the newest first."""
        reader = self._office.session.read().of_station(station)
        replicas = self._office.roster.replicas(station)
        month_of = {close.record: close.month for close in closings(reader)}
        written = reader.journal.of_records(month_of)
        own = {
            month_of[one] for one, entries in written.items() if is_written_by(replicas, entries)
        }
        return sorted(own, reverse=True)

    def all(self, month: str, progress: Progress | None = None) -> Sequence[ClosingCheck]:
        """Check a month (``2026-11``) of every active station.

        Raises:
            UserError: ``MONTH_UNREADABLE``.
            Cancelled: ``progress`` was cancelled.
        """
        told = progress or Progress()
        stations = [one.code for one in self._office.roster.stations() if one.active]
        found: list[ClosingCheck] = []
        for code in stations:
            told.step(len(found), len(stations), Message(_CHECKING))
            found.append(self.check(code, month))
        return found

    def check(self, station: str, month: str) -> ClosingCheck:
        """Check a month of one station.

        Raises:
            UserError: ``MONTH_UNREADABLE``.
        """
        reader = self._office.session.read().of_station(station)
        due = deadline(month, self._workday)
        replicas = self._office.roster.replicas(station)
        histories: dict[str, Sequence[Entry]] = {}
        deeds: list[Deed] = []
        for record, entries in _histories(reader, station, month).items():
            own = [at for at, entry in enumerate(entries) if entry.replica in replicas]
            if own:
                # nobody can put an entry in front of the one that made the closing
                histories[record] = entries[own[0] :]
                deeds += _deeds(histories[record])
            else:
                deeds.append(Deed("foreign", record, entries[0]))
        found = [close for close in closings(reader, month) if close.record in histories]
        if found:
            close, missing = found[-1], _missing(reader.journal, found[-1])
            told = self._tell(close, histories[close.record][0], due)
            told = replace(told, missing=missing) if missing else self._counted(told, close)
        else:
            late = self._office.session.today() > due
            unreadable = _stands(reader, histories)
            told = ClosingCheck(station, month, due, late=late, unreadable=unreadable)
        return replace(told, deeds=deeds)

    def _tell(self, close: Close, first: Entry, due: date) -> ClosingCheck:
        """Say of a closing, of which ``first`` is the first entry, when and where it was made."""
        arrived = self._arrived(close.station, first)
        return ClosingCheck(
            close.station,
            close.month,
            due,
            close,
            arrived,
            late=arrived > due.isoformat(),
            moved=close.positions.end(first.replica) != first.seq - 1,
        )

    def _counted(self, told: ClosingCheck, close: Close) -> ClosingCheck:
        """Count the month of a closing as it was known then, and as it is known now."""
        session, station = self._office.session, close.station
        replicas = self._office.roster.replicas(station)
        latest = session.read().positions()
        with (
            of_station(session, station, replicas, close.positions) as then,
            of_station(session, station, replicas, latest) as now,
        ):
            return replace(
                told,
                disagreements=[*_disagreements(then, close)],
                erased=_erased(session.read(), close),
                # A figure that no record has changed was never true: it disagrees.
                corrections=[one for one in corrections(now, then, close) if one.changes],
                anomalies=anomalies(now, Period.parse(close.month)),
            )

    def _arrived(self, station: str, first: Entry) -> str:
        """Return the day (ISO) on which the package with an entry went in; empty if none did."""
        connection = self._office.connection
        query = "SELECT arrived FROM entries WHERE hash = ?"
        (position,) = connection.execute(query, (first.hash,)).fetchone()
        letters = Letters(connection).all()
        times = [
            letter.received
            for letter in letters
            if letter.station == station
            and letter.applied is not None
            and letter.applied >= position
        ]
        return day_of(min(times, default=""))


def _histories(reader: StoreReader, station: str, month: str) -> Mapping[str, Sequence[Entry]]:
    """Return the entries of every closing that ever named the month, the first one first; those
    that were taken back or changed are among them."""
    query = f"SELECT id FROM {table_name(KIND)} WHERE station = ? ORDER BY created, id"
    rows = reader.connection.execute(query, (station,)).fetchall()
    known = {record: reader.entries(record) for (record,) in rows}
    return {
        record: entries
        for record, entries in known.items()
        if any((entry.set or {}).get("month") == month for entry in entries)
    }


def _stands(reader: StoreReader, records: Iterable[str]) -> bool:
    """Whether one of the records was not taken away."""
    states = (reader.state(record) for record in records)
    return any(state is not None and not state.deleted for state in states)


def _missing(journal: Journal, close: Close) -> Sequence[tuple[str, int, int]]:
    """Return what the station knew at the closing and this journal lacks, or has otherwise."""
    found: list[tuple[str, int, int]] = []
    for replica, (seq, last) in close.positions.ends.items():
        held = journal.contiguous(replica).seq
        if held < seq:
            found.append((replica, held + 1, seq))
        elif journal.by_hash(last) is None:
            found.append((replica, seq, seq))
    return found


def _erased(reader: StoreReader, close: Close) -> Sequence[Entry]:
    """Return the erasures since a closing, of records of its station."""
    found = (entry for entry in reader.journal.forgetting() if entry.op == ERASE)
    later = [entry for entry in found if entry.seq > close.positions.end(entry.replica)]
    return [entry for entry in later if (entry.set or {}).get("station") == close.station]


def _disagreements(then: StoreReader, close: Close) -> Iterator[Disagreement]:
    """Count the month again as it was known, and yield what the closing says otherwise."""
    for code, figure in figures_of(then, close).items():
        said, found = close.figures.get(code), closed(figure)
        if said != found:
            yield Disagreement(figure.indicator, said, found)


def _deeds(history: Sequence[Entry]) -> Iterator[Deed]:
    """Yield what was done to a closing after its first entry, and that it replaced another."""
    first, *later = history
    former = (first.set or {}).get("former")
    if former:
        reason = str((first.set or {}).get("reason") or "")
        yield Deed("replaced", former, first, reason=reason)
    for entry in (one for one in later if one.op == SET):
        values = dict(entry.set or {})
        if "deleted" in values:
            yield Deed("taken_back" if values.pop("deleted") else "restored", entry.record, entry)
        if values:
            yield Deed("changed", entry.record, entry, tuple(sorted(values)))
