"""What an office tells its stations of each other's vacancies (岗位信息共享).

A receipt's journal holds *excerpts*. For each vacancy whose station shares it (``shared``) and that
is open, and for its employer, the office writes one entry of its own that says what somebody
elsewhere needs in order to introduce people: the fields of ``FIELDS``, nothing else. The records
themselves never travel. Their entries would bring notes, the credit code, visits, who typed what and
every former wording, and none of that could be left out, because an entry is hashed as a whole.

- Excerpts carry the record's own id and station, so that a referral to it means the same record at
  the other station and here; they stand under a replica of their own (``replica_of``) and in a table
  of the office, never in its journal. ``model.fold`` lets them count only where nothing else is known
  of the record: at the station that looks after it, now or in future, they say nothing.
- One record has one excerpt. What changes takes its place (a redaction of the entry before), so a
  former wording does not stay at the other stations, and two of them are never in conflict: what was
  told last stands alone (``model.fold``), so any loss and repetition ends in the same state. An office
  that was restored tells everything anew, for it does not know what it told last (``follow``).
- The station that looks after a vacancy says when it is over, and so do the referrals of all
  stations, of which only the office knows all: a vacancy that is full, taken away, merged or no
  longer shared is told of once more, as closed, and leaves every list. What ran out closes by its
  own date. The excerpt stays, closed, because letters name it, until the record is erased: then it
  is erased, too.
- What a swindler's ad says (``check_ad``) is not passed on, nor what a station offered that is closed:
  nobody looks after it.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from mengzhan.model.clock import tick, wall_text
from mengzhan.model.entry import (
    ERASE,
    EXCERPT,
    GENESIS,
    REDACT,
    SET,
    Entry,
    NewEntry,
    Stamp,
    Value,
    make_entry,
    text_of,
)
from mengzhan.model.ids import new_action
from mengzhan.office.roster import Roster
from mengzhan.rules.filters import Compare, Either, Every, Filter
from mengzhan.rules.kinds import check_ad
from mengzhan.rules.matching.facts import Opening
from mengzhan.rules.matching.gathering import read_openings
from mengzhan.rules.register import kept_of, one_of
from mengzhan.rules.state import FILLED, WITHDRAWN, closed_since, is_full, still_offered
from mengzhan.store.driver import IN_LIST, Connection, as_list
from mengzhan.store.journal import Journal
from mengzhan.store.reader import StoreReader
from mengzhan.store.replica import Position
from mengzhan.store.session import Session

FIELDS: Mapping[str, tuple[str, ...]] = {
    "vacancy": (
        "employer",
        "title",
        "headcount",
        "workplace",
        "duties",
        "conditions",
        "wage_min",
        "wage_max",
        "wage_unit",
        "registered_on",
        "valid_until",
        "occupation",
        "place",
        "contact",
        "phone",
        "start_on",
        "term",
        "shift",
        "board",
        "insurance",
        "licences",
        "skills",
        "needs_mongolian",
        "closed_on",
        "close_reason",
    ),
    "employer": ("name", "entity_type", "place", "contact", "phone"),
}
"""What is told of a record: the ad, and whom to call. Of an employer no credit code, owner, figures,
note or address, which is a home where a household hires (the ad says where the work is); of a vacancy
no note, visit or exception of the ad check."""

_CALLED = ("station", "employer", "title", "name")

Told = dict[str, Value]


def replica_of(office: str) -> str:
    """Return the replica under which an office that writes as ``office`` tells excerpts.

    A restored office goes on under a new replica, and its excerpts with it.
    """
    return hashlib.sha256(f"{office} {EXCERPT}".encode()).hexdigest()[: len(office)]


@dataclass(frozen=True)
class Excerpt:
    """What was told of a record: ``last`` says it, in the place of all that was told before.

    Whatever is told of any record has the next number: ``first`` is that of the first time, and
    ``number`` that of the last.
    """

    kind: str
    record: str
    station: str
    first: int
    last: Entry

    @property
    def number(self) -> int:
        """The number of what was told last."""
        return self.last.seq

    @property
    def erased(self) -> bool:
        """Whether the record is no more."""
        return self.last.op == ERASE

    @property
    def values(self) -> Told | None:
        """What it says; ``None`` if that was forgotten with a person whom the record named."""
        return self.last.set

    def is_over(self, today: date) -> bool:
        """Whether it is a vacancy of which nobody who has not heard of it needs to hear."""
        told = self.values or {}
        ends = text_of(told, "valid_until")
        return bool(self.erased or closed_since(told) or (ends and ends < today.isoformat()))


class Excerpts:
    """The excerpts that an office has told, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> dict[str, Excerpt]:
        """Return them by their records."""
        return {excerpt.record: excerpt for excerpt in self._read("true")}

    def last_number(self) -> int:
        """Return the number of what was told last, 0 if nothing was."""
        row = self._connection.execute("SELECT max(number) FROM excerpts_out").fetchone()
        return int(row[0] or 0)

    def position(self) -> Position | None:
        """Return what was told last, if anything was."""
        found = self._read("number = (SELECT max(number) FROM excerpts_out)")
        return (
            Position(found[0].last.replica, found[0].number, found[0].last.hash) if found else None
        )

    def put(self, excerpt: Excerpt) -> None:
        """Keep an excerpt in the place of the one before."""
        self._connection.execute(
            "INSERT OR REPLACE INTO excerpts_out (kind, record, station, number, first, last) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                excerpt.kind,
                excerpt.record,
                excerpt.station,
                excerpt.number,
                excerpt.first,
                msgspec.json.encode(excerpt.last).decode(),
            ),
        )

    def since(self, station: str, heard: int, today: date) -> list[Entry]:
        """Return the entries of what is news to a device that has heard of everything up to number
        ``heard``, but for its station's own records.

        A station that never was told of a vacancy need not hear that it is over, nor whom to call
        at an employer that offers nothing.
        """
        said = self._said(station)
        found = self._read("number > ? AND station <> ?", heard, station)
        news = {
            one.record: one
            for one in found
            if one.first <= said or (one.kind == "vacancy" and not one.is_over(today))
        }
        owners = {text_of(one.values or {}, "employer") for one in news.values()} - {"", *news}
        shops = self._read(f"record {IN_LIST} AND station <> ?", *as_list(owners), station)
        return [excerpt.last for excerpt in (*news.values(), *shops)]

    def _read(self, condition: str, *parameters: object) -> list[Excerpt]:
        query = f"SELECT kind, record, station, first, last FROM excerpts_out WHERE {condition}"
        return [_excerpt(row) for row in self._connection.execute(query, parameters).fetchall()]

    def _said(self, station: str) -> int:
        """Return up to which number a station was told, whether that arrived or not: one laptop
        tells the other, and hands over to the next."""
        query = """SELECT max(r.excerpt) FROM receipts_out r
                   JOIN devices d ON d.device = r.device WHERE d.station = ?"""
        return int(self._connection.execute(query, (station,)).fetchone()[0] or 0)


def _excerpt(row: tuple[str, str, str, int, str]) -> Excerpt:
    kind, record, station, first, last = row
    return Excerpt(kind, record, station, first, msgspec.json.decode(last, type=Entry))


# Telling ------------------------------------------------------------------------------------------


def follow(session: Session) -> None:
    """See to it that what is told of shared vacancies is what stands now.

    An older copy of the database may hold the same journal and yet not know what was told since.
    Then the office goes on as after any restore, and tells everything anew.
    """
    excerpts, marker = Excerpts(session.read().connection), session.marker(EXCERPT)
    if marker is not None and marker.read() != excerpts.position():
        session.take_new_replica()
    now = session.clock()
    session.store.writer.run(lambda connection: tell(session, connection, now))
    told = excerpts.position()
    if marker is not None and told is not None:
        marker.write(told)


def tell(session: Session, connection: Connection, now: datetime) -> None:
    """Bring the excerpts up to date with the records; run inside a write transaction."""
    excerpts = Excerpts(connection)
    told = excerpts.all()
    pen = _Pen(session, connection, told, now)
    reader = StoreReader(connection, session.catalogue)
    for kind, record, values in _Survey(reader, told, pen.replica, session.today()).changes():
        excerpts.put(pen.write(told.get(record), kind, record, values))


class _Survey:
    """Compares what was told with what stands in the records."""

    def __init__(
        self, reader: StoreReader, told: Mapping[str, Excerpt], replica: str, today: date
    ) -> None:
        self._reader, self._told, self._today = reader, told, today
        self._replica = replica
        self._lively = {record: one for record, one in told.items() if self._is_lively(one)}
        lively = one_of("id", self._lively)
        self._where = Every((_SHARED, Either((still_offered(today), lively))))
        self._openings = read_openings(reader, today, "", self._where)
        roster = Roster(reader.connection)
        self._closed_stations = {one.code for one in roster.stations() if not one.active}
        self._erased = {record for record, _ in reader.journal.erasures()}

    def _is_lively(self, one: Excerpt) -> bool:
        """Whether what was told may have to be told otherwise: what is over is looked at again only
        once it is offered again, so that the years that went by cost nothing."""
        stands = one.values is not None and one.last.replica == self._replica
        return (
            one.kind == "vacancy" and not one.erased and not (stands and one.is_over(self._today))
        )

    def changes(self) -> Iterator[tuple[str, str, Told | None]]:
        """Yield (kind, record, what is to be said of it); ``None`` of one that was erased."""
        vacancies = dict(self._vacancies())
        yield from self._differing("vacancy", vacancies)
        yield from self._differing("employer", self._employers(vacancies))

    def _differing(
        self, kind: str, wanted: Mapping[str, Told]
    ) -> Iterator[tuple[str, str, Told | None]]:
        for record, values in wanted.items():
            before = self._told.get(record)
            told_here = before is not None and before.last.replica == self._replica
            if before is None or before.values != values or not told_here:
                yield kind, record, values
        for record, before in self._told.items():
            if before.kind == kind and not before.erased and record in self._erased:
                yield kind, record, None

    def _vacancies(self) -> Iterator[tuple[str, Told]]:
        shared = {text_of(row, "id"): row for row in self._read("vacancy", self._where)}
        shops = self._reader.duplicates("employer")
        for record, row in shared.items():
            row["employer"] = kept_of(shops, text_of(row, "employer"))
            values = self._of_vacancy(row, self._openings[record])
            if values is not None:
                yield record, values
        for record, before in self._lively.items():
            if record not in shared and record not in self._erased:
                yield record, self._closed(before.values or self._bare(before), WITHDRAWN)

    def _of_vacancy(self, row: Told, opening: Opening) -> Told | None:
        """Return what is to be said of a shared vacancy; nothing if it never was to be had."""
        record, values = str(row["id"]), _excerpt_of("vacancy", row)
        before = self._told.get(record)
        if is_full(opening.headcount, opening.arrived) and not closed_since(values):
            values = self._closed(values, FILLED, before)
        unsaid = before is None or before.values != values
        orphaned = text_of(values, "station") in self._closed_stations
        if orphaned or (unsaid and check_ad(values, self._today)):
            if before is None:
                return None
            return self._closed(before.values or values, WITHDRAWN, before)
        is_open = opening.offered and not opening.expired and not closed_since(values)
        return values if is_open or before is not None else None

    def _closed(self, values: Told, reason: str, before: Excerpt | None = None) -> Told:
        """The same as closed today, or since the day that was told."""
        known = (before.values or {}) if before is not None else values
        since = known.get("closed_on") if known.get("close_reason") == reason else None
        day = since or values.get("closed_on") or self._today.isoformat()
        return {**values, "closed_on": day, "close_reason": values.get("close_reason") or reason}

    def _bare(self, before: Excerpt) -> Told:
        """What is left to say of a record that is no longer offered, when what was said is to be
        forgotten because it named somebody: by what letters call it."""
        told = _excerpt_of(before.kind, self._reader.record(before.kind, before.record) or {})
        return {name: told[name] for name in _CALLED if name in told}

    def _employers(self, vacancies: Mapping[str, Told]) -> dict[str, Told]:
        """The employers of what is to be had; of one that offers nothing no news is told."""
        offered = (values for values in vacancies.values() if not closed_since(values))
        owners = {text_of(values, "employer") for values in offered} - {""}
        rows = self._read("employer", one_of("id", owners))
        found = {str(row["id"]): _excerpt_of("employer", row) for row in rows}
        for record, before in self._told.items():
            forgotten = before.kind == "employer" and before.values is None
            if forgotten and record not in found and record not in self._erased:
                found[record] = self._bare(before)
        return found

    def _read(self, kind: str, where: Filter) -> list[Told]:
        return list(self._reader.columns(kind, ("station", *FIELDS[kind]), where))


_SHARED = Compare("shared", "eq", True)


def _excerpt_of(kind: str, row: Mapping[str, Value]) -> Told:
    told = {name: row.get(name) for name in ("station", *FIELDS[kind])}
    return {name: value for name, value in told.items() if value not in (None, "", [])}


class _Pen:
    """Writes the entries, each after the one before."""

    def __init__(
        self,
        session: Session,
        connection: Connection,
        told: Mapping[str, Excerpt],
        now: datetime,
    ) -> None:
        end = max((one.last for one in told.values()), key=lambda entry: entry.seq, default=None)
        self._seq, self._prev = (end.seq, end.hash) if end is not None else (0, GENESIS)
        self._highest = max(Journal(connection).highest(), end.at if end is not None else "")
        self._now = now
        self.replica = replica_of(session.replica)
        self._stamp = Stamp(
            replica=self.replica,
            actor=session.operator.id,
            action=new_action(),
            words=EXCERPT,
            wall=wall_text(now),
        )

    def write(self, before: Excerpt | None, kind: str, record: str, values: Told | None) -> Excerpt:
        """Say something for the first time, something else, or that a record was erased."""
        seen, op, target = list[str](), SET, ""
        if before is not None:
            seen, op, target = [before.last.mark], REDACT, before.last.mark
        if values is None:
            op, target = ERASE, ""
        new = NewEntry(
            op=op, kind=kind, record=record, values=values or {}, seen=seen, target=target
        )
        station = text_of(values, "station") if values else before.station if before else ""
        last = self._entry(new)
        return Excerpt(kind, record, station, before.first if before else last.seq, last)

    def _entry(self, new: NewEntry) -> Entry:
        self._highest = tick(self._now, self._highest)
        entry = make_entry(self._stamp, new, seq=self._seq + 1, at=self._highest, prev=self._prev)
        self._seq, self._prev = entry.seq, entry.hash
        return entry
