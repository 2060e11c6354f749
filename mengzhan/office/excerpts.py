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
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime

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
    Values,
    is_empty,
    make_entry,
    text_of,
)
from mengzhan.model.fieldtypes import Text
from mengzhan.model.fieldtypes.base import ListType
from mengzhan.model.ids import new_action
from mengzhan.model.kind import Field, Kind
from mengzhan.model.text import code_points
from mengzhan.office.roster import Roster
from mengzhan.office.told import Excerpt, Excerpts, Told
from mengzhan.rules.filters import Compare, Either, Every, Filter
from mengzhan.rules.kinds import check_ad
from mengzhan.rules.register import Grouped, grouped, kept_of, one_of, with_twins
from mengzhan.rules.state import (
    FILLED,
    OPEN,
    PARTLY,
    WITHDRAWN,
    arrived_on,
    closed_since,
    is_full,
    still_offered,
    vacancy_on,
    wanted_by,
)
from mengzhan.store.driver import Connection
from mengzhan.store.journal import Journal
from mengzhan.store.reader import StoreReader
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


def replica_of(office: str) -> str:
    """Return the replica under which an office that writes as ``office`` tells excerpts.

    A restored office goes on under a new replica, and its excerpts with it.
    """
    return hashlib.sha256(f"{office} {EXCERPT}".encode()).hexdigest()[: len(office)]


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
        shops, referred = self._reader.duplicates("employer"), self._referred(shared)
        for record, row in shared.items():
            row["employer"] = kept_of(shops, text_of(row, "employer"))
            values = self._of_vacancy(row, referred.get(record, ()))
            if values is not None:
                yield record, values
        for record, before in self._lively.items():
            if record not in shared and record not in self._erased:
                yield record, self._closed(before.values or self._bare(before), WITHDRAWN)

    def _referred(self, vacancies: Collection[str]) -> Grouped:
        """The referrals of all stations, by vacancy."""
        twins = self._reader.duplicates("vacancy")
        naming = one_of("vacancy", with_twins(vacancies, twins))
        rows = self._reader.columns("referral", ("vacancy", "arrived_on", "left_on"), naming)
        return grouped(rows, "vacancy", twins)

    def _of_vacancy(self, row: Told, referrals: Sequence[Values]) -> Told | None:
        """Return what is to be said of a shared vacancy; nothing if it never was to be had."""
        record, values = str(row["id"]), self._excerpt_of("vacancy", row)
        before = self._told.get(record)
        today = self._today.isoformat()
        if is_full(wanted_by(row), arrived_on(referrals, today)) and not closed_since(values):
            values = self._closed(values, FILLED, before)
        unsaid = before is None or before.values != values
        orphaned = text_of(values, "station") in self._closed_stations
        if orphaned or (unsaid and check_ad(values, self._today)):
            if before is None:
                return None
            return self._closed(before.values or values, WITHDRAWN, before)
        is_open = vacancy_on(row, referrals, today).status in (OPEN, PARTLY)
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
        told = self._excerpt_of(before.kind, self._reader.record(before.kind, before.record) or {})
        return {name: told[name] for name in _CALLED if name in told}

    def _employers(self, vacancies: Mapping[str, Told]) -> dict[str, Told]:
        """The employers of what is to be had; of one that offers nothing no news is told."""
        offered = (values for values in vacancies.values() if not closed_since(values))
        owners = {text_of(values, "employer") for values in offered} - {""}
        rows = self._read("employer", one_of("id", owners))
        found = {str(row["id"]): self._excerpt_of("employer", row) for row in rows}
        for record, before in self._told.items():
            forgotten = before.kind == "employer" and before.values is None
            if forgotten and record not in found and record not in self._erased:
                found[record] = self._bare(before)
        return found

    def _excerpt_of(self, kind: str, row: Mapping[str, Value]) -> Told:
        return _excerpt_of(self._reader.catalogue[kind], row)

    def _read(self, kind: str, where: Filter) -> list[Told]:
        return list(self._reader.columns(kind, ("station", *FIELDS[kind]), where))


_SHARED = Compare("shared", "eq", True)


def _excerpt_of(kind: Kind, row: Mapping[str, Value]) -> Told:
    said = {name: row[name] for name in FIELDS[kind.name] if not is_empty(row.get(name))}
    told = {name: _passed_on(kind[name], value) for name, value in said.items()}
    told = {"station": row.get("station"), **told}
    return {name: value for name, value in told.items() if not is_empty(value)}


def _passed_on(item: Field, value: Value) -> Value:
    """Return a value as a form would take it, or nothing: what one station's program wrote, whatever
    it is, goes to all others."""
    kind = item.type
    if isinstance(value, str):
        text = kind.clean(value)
        return (
            text if code_points(text) <= (kind.limit if isinstance(kind, Text) else _LONG) else None
        )
    if isinstance(value, list):
        return value if isinstance(kind, ListType) and not kind.too_many(value) else None
    return value


_LONG = 100
"""Longer than any code, day, name or telephone number."""


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
