"""What an office sees at a glance: who reported, who is late, what waits, what disagrees.

Nothing here holds a name or a number of a person; records are named by kind and id.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mengzhan.office.desk import Office
from mengzhan.office.letters import Letter, Letters
from mengzhan.office.roster import RETIRED, Roster
from mengzhan.office.schema import UNIQUE_FIELDS
from mengzhan.package.outcome import Outcome
from mengzhan.store.tables import LIVE, table_name


@dataclass(frozen=True)
class StationState:
    """How a station stands. ``reported`` is the time of its last accepted package, or empty.

    ``gaps`` are the holes in front of waiting packages as (replica, first, last); ``retired`` are
    devices that still send although another followed them.
    """

    code: str
    name: str
    reported: str
    late: bool
    packages: int
    waiting: int
    gaps: tuple[tuple[str, int, int], ...]
    retired: tuple[str, ...]


@dataclass(frozen=True)
class Conflict:
    """A field of a record in which two values wait for a person."""

    station: str
    kind: str
    record: str
    field: str


@dataclass(frozen=True)
class Shared:
    """Records of different stations with the same number; pairs of (record, station)."""

    kind: str
    field: str
    records: tuple[tuple[str, str], ...]


class Overview:
    """Reads what the windows and the command line show of an office."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def stations(self, since: str) -> list[StationState]:
        """Return every active station; late is one without an accepted package since ``since``.

        Args:
            since: UTC time or day as text, the beginning of the period that is due.
        """
        by_station: dict[str, list[Letter]] = {}
        for letter in Letters(self._office.connection).all():
            by_station.setdefault(letter.station, []).append(letter)
        roster = self._office.roster
        return [
            self._state(station.code, station.name, by_station.get(station.code, []), since)
            for station in roster.stations()
            if station.active
        ]

    def late(self, since: str) -> list[StationState]:
        """Return the stations whose report is missing."""
        return [state for state in self.stations(since) if state.late]

    def _state(self, code: str, name: str, letters: list[Letter], since: str) -> StationState:
        went_in = [letter for letter in letters if letter.applied is not None]
        waiting = [letter for letter in letters if letter.waits]
        reported = max((letter.received for letter in went_in), default="")
        gaps = {gap for letter in waiting for gap in letter.missing}
        return StationState(
            code,
            name,
            reported,
            late=reported < since,
            packages=len(went_in),
            waiting=len(waiting),
            gaps=tuple(sorted(gaps)),
            retired=tuple(self._still_sending(code, letters)),
        )

    def _still_sending(self, code: str, letters: Iterable[Letter]) -> list[str]:
        ended = {
            device.device_id: device.ended
            for device in Roster(self._office.connection).devices(code)
            if device.state == RETIRED
        }
        late = {x.device for x in letters if x.device in ended and x.received > ended[x.device]}
        return sorted(late)

    def waiting(self) -> list[Letter]:
        """Return the packages that wait for something, in the order in which they were written."""
        return Letters(self._office.connection).kept()

    def unknown(self) -> list[Letter]:
        """Return the packages whose sender is not pinned; ``public`` has the key to compare."""
        return [x for x in self.waiting() if x.outcome is Outcome.UNKNOWN_STATION]

    def conflicts(self) -> list[Conflict]:
        """Return every hard field with two values, by station."""
        reader = self._office.session.read()
        found: list[Conflict] = []
        for kind, record, field in reader.conflicts():
            row = reader.record(kind, record) if kind in self._office.session.catalogue else None
            station = str(row["station"] or "") if row else ""
            found.append(Conflict(station, kind, record, field))
        return sorted(found, key=lambda c: (c.station, c.kind, c.record, c.field))

    def shared(self) -> list[Shared]:
        """Return groups of live records of different stations that have the same number."""
        found: list[Shared] = []
        for kind, name in UNIQUE_FIELDS.items():
            groups: dict[str, list[tuple[str, str]]] = {}
            query = (
                f"SELECT {name}, r.id, r.station FROM {table_name(kind)} r WHERE {LIVE} "
                f"AND {name} IN (SELECT {name} FROM {table_name(kind)} r WHERE {LIVE} "
                f"AND {name} <> '' GROUP BY {name} HAVING count(DISTINCT r.station) > 1) "
                f"ORDER BY {name}, r.station, r.id"
            )
            for value, record, station in self._office.connection.execute(query):
                groups.setdefault(value, []).append((record, station or ""))
            found += [Shared(kind, name, tuple(group)) for group in groups.values()]
        return found
