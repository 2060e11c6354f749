"""The roster (名册): which stations the office expects, and whose keys it trusts."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mengzhan.package.devicekey import DevicePublic, key_code
from mengzhan.store.driver import Connection
from mengzhan.store.journal import Head

PINNED, REVOKED, RETIRED = "pinned", "revoked", "retired"
"""A pinned key counts; the others only up to their positions. What a revoked key signed beyond them
is refused; a retired one was followed by another, and what it signed beyond waits until somebody
pins it again."""


@dataclass(frozen=True)
class Station:
    """A station that reports here. ``contact`` and ``note`` are the office's own words."""

    code: str
    name: str
    contact: str = ""
    note: str = ""
    active: bool = True


@dataclass(frozen=True)
class Device:
    """A key of a station. ``until`` says, for one that ended, up to which entries it counts.

    ``pinned`` and ``ended`` are UTC times as text, ``ended`` empty while the key is in use.
    """

    device_id: str
    station: str
    public: DevicePublic
    state: str
    pinned: str
    ended: str
    until: Mapping[str, Head]

    @property
    def key_code(self) -> str:
        """The 20 digits to compare over the telephone."""
        return key_code(self.public)


_DEVICE = "SELECT device, station, keys, state, pinned, ended, until FROM devices"


class Roster:
    """Stations, devices and the replicas that belong to them, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Stations ------------------------------------------------------------------------------

    def stations(self) -> list[Station]:
        """Return all stations by code."""
        rows = self._connection.execute(
            "SELECT code, name, contact, note, active FROM stations ORDER BY code"
        )
        return [
            Station(code, name, contact, note, bool(on)) for code, name, contact, note, on in rows
        ]

    def station(self, code: str) -> Station | None:
        """Return one station."""
        return next((item for item in self.stations() if item.code == code), None)

    def expects(self, code: str) -> bool:
        """Whether an active station has this code."""
        query = "SELECT 1 FROM stations WHERE code = ? AND active"
        return self._connection.execute(query, (code,)).fetchone() is not None

    def put_station(self, station: Station) -> None:
        """Add a station or change what is known of it."""
        self._connection.execute(
            "INSERT OR REPLACE INTO stations VALUES (?, ?, ?, ?, ?)",
            (station.code, station.name, station.contact, station.note, int(station.active)),
        )

    # Devices -------------------------------------------------------------------------------

    def devices(self, station: str = "") -> list[Device]:
        """Return the devices of a station, or all of them, oldest first."""
        query = f"{_DEVICE} WHERE ? IN ('', station) ORDER BY station, pinned, device"
        return [_device(*row) for row in self._connection.execute(query, (station,))]

    def device(self, device_id: str) -> Device | None:
        """Return one device."""
        row = self._connection.execute(f"{_DEVICE} WHERE device = ?", (device_id,)).fetchone()
        return _device(*row) if row else None

    def pin(self, station: str, public: DevicePublic, now: str) -> None:
        """Trust a key for a station from now on."""
        self._connection.execute(
            "INSERT OR REPLACE INTO devices VALUES (?, ?, ?, ?, ?, NULL, NULL)",
            (public.device_id, station, json.dumps(public.as_dict()), PINNED, now),
        )

    def retire(self, device_id: str, until: Mapping[str, Head], now: str) -> None:
        """Note that another key follows this one, which counts up to ``until``."""
        device = self.device(device_id)
        if device is not None and device.state == PINNED:
            self._end(device_id, RETIRED, until, now)

    def revoke(self, device_id: str, until: Mapping[str, Head], now: str) -> None:
        """Trust a key no longer, but for entries up to ``until`` (replica to last entry)."""
        self._end(device_id, REVOKED, until, now)

    def _end(self, device_id: str, state: str, until: Mapping[str, Head], now: str) -> None:
        positions = {replica: [head.seq, head.hash] for replica, head in until.items()}
        self._connection.execute(
            "UPDATE devices SET state = ?, ended = ?, until = ? WHERE device = ?",
            (state, now, json.dumps(positions), device_id),
        )

    # Replicas ------------------------------------------------------------------------------

    def owner(self, replica: str) -> str | None:
        """Return the station to which a replica belongs."""
        row = self._connection.execute(
            "SELECT station FROM replicas WHERE replica = ?", (replica,)
        ).fetchone()
        return row[0] if row else None

    def replicas(self, station: str) -> list[str]:
        """Return every replica that a station's devices have named as theirs."""
        query = "SELECT replica FROM replicas WHERE station = ? ORDER BY replica"
        return [replica for (replica,) in self._connection.execute(query, (station,))]

    def add_replicas(self, station: str, replicas: Iterable[str]) -> None:
        """Note whose replicas these are; the first to name one keeps it."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO replicas VALUES (?, ?)",
            [(replica, station) for replica in replicas],
        )


def _device(
    device: str,
    station: str,
    keys: str,
    state: str,
    pinned: str,
    ended: str | None,
    until: str | None,
) -> Device:
    positions = {replica: Head(*head) for replica, head in json.loads(until or "{}").items()}
    public = DevicePublic.from_dict(json.loads(keys))
    return Device(device, station, public, state, pinned, ended or "", positions)
