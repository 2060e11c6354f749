"""The rows of the inbox (收件箱): what arrived, what became of it, what still waits.

The encrypted file itself is kept only while it waits: for a hole to close, for its sender to be
pinned, for a newer program. A refused file leaves no row.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from mengzhan.package.devicekey import DevicePublic
from mengzhan.package.manifest import Held, Manifest
from mengzhan.package.outcome import Outcome
from mengzhan.store.driver import Connection

KEEP_ORIGINALS = timedelta(days=30)
"""How long a waiting file is kept. The station sends again whatever is not held, and within 30
days nothing of an erased person may remain in it."""


@dataclass(frozen=True)
class Letter:
    """One package that arrived.

    ``counts`` are records by kind; ``missing`` the hole in front of a waiting one as (replica,
    first, last); ``public`` the key of a sender who is not pinned yet; ``applied`` the position
    of the journal when it went in. Texts are empty and numbers 0 for what could not be read.
    """

    sha256: str
    received: str
    size: int
    outcome: Outcome
    detail: str
    station: str = ""
    station_name: str = ""
    device: str = ""
    replica: str = ""
    kind: str = ""
    number: int = 0
    heard: int = 0
    heard_sha256: str = ""
    has: tuple[Held, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    missing: tuple[tuple[str, int, int], ...] = ()
    public: DevicePublic | None = None
    applied: int | None = None
    original: bytes | None = field(default=None, repr=False)
    id: int = 0

    @property
    def waits(self) -> bool:
        """Whether the file is kept because it can still go in."""
        return self.original is not None


def describe(manifest: Manifest | None) -> dict[str, Any]:
    """Return the parts of a letter that its manifest says."""
    if manifest is None:
        return {}
    return {
        "station": manifest.station.code,
        "station_name": manifest.station.name,
        "replica": manifest.replica,
        "kind": manifest.kind,
        "number": manifest.number,
        "heard": manifest.heard,
        "heard_sha256": manifest.heard_sha256,
        "has": tuple(manifest.has),
    }


_COLUMNS = (
    "id, sha256, received, size, station, device, replica, kind, number, outcome, detail, counts, "
    "facts, original, applied"
)
_UPSERT = f"""INSERT INTO inbox ({_COLUMNS.removeprefix("id, ")})
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (sha256) DO UPDATE SET station = excluded.station, device = excluded.device,
  replica = excluded.replica, kind = excluded.kind, number = excluded.number,
  outcome = excluded.outcome, detail = excluded.detail, counts = excluded.counts,
  facts = excluded.facts, original = excluded.original, applied = excluded.applied"""


class Letters:
    """Reads and writes the inbox over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _read(self, where: str, *parameters: Any) -> list[Letter]:
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM inbox {where}", parameters)
        return [_letter(*row) for row in rows]

    def put(self, letter: Letter) -> None:
        """Keep a letter; one that is here already keeps its place and takes the new outcome."""
        facts = {
            "station_name": letter.station_name,
            "heard": letter.heard,
            "heard_sha256": letter.heard_sha256,
            "has": [[item.replica, item.seq, item.hash] for item in letter.has],
            "missing": letter.missing,
            "public": letter.public.as_dict() if letter.public else None,
        }
        self._connection.execute(
            _UPSERT,
            (
                letter.sha256,
                letter.received,
                letter.size,
                letter.station,
                letter.device,
                letter.replica,
                letter.kind,
                letter.number,
                letter.outcome.value,
                letter.detail,
                json.dumps(dict(letter.counts)),
                json.dumps(facts),
                letter.original,
                letter.applied,
            ),
        )

    def all(self) -> list[Letter]:
        """Return everything that arrived, newest first."""
        return self._read("ORDER BY id DESC")

    def by_digest(self, sha256: str) -> Letter | None:
        """Return the letter whose encrypted file has this SHA-256."""
        return next(iter(self._read("WHERE sha256 = ?", sha256)), None)

    def kept(self, station: str = "") -> list[Letter]:
        """Return what waits, of one station or of all, in the order in which it was written."""
        where = "WHERE original IS NOT NULL AND ? IN ('', station) "
        return self._read(where + "ORDER BY station, device, number, id", station)

    def of_device(self, device: str) -> list[Letter]:
        """Return what a pinned device sent, in the order of arrival."""
        states = (Outcome.UNKNOWN_STATION.value, Outcome.NEWER_FORMAT.value)
        where = "WHERE device = ? AND outcome NOT IN (?, ?) ORDER BY id"
        return self._read(where, device, *states)

    def newest_of_device(self, device: str) -> Letter | None:
        """Return the letter that says best what a device holds now.

        Sticks come out of order and a restored laptop counts packages anew, but under a new
        replica: of each replica the highest number counts, of those the one that came last.
        """
        best: dict[str, Letter] = {}
        for letter in self.of_device(device):
            known = best.get(letter.replica)
            if known is None or letter.number > known.number:
                best[letter.replica] = letter
        return max(best.values(), key=lambda letter: letter.id, default=None)

    def last_id(self, device: str) -> int:
        """Return the place of the last letter of a device, 0 without any."""
        row = self._connection.execute(
            "SELECT max(id) FROM inbox WHERE device = ?", (device,)
        ).fetchone()
        return int(row[0] or 0)

    def forget_originals(self, before: str) -> int:
        """Drop files that came before ``before`` (UTC text) and still wait; return how many."""
        return self._connection.execute(
            "UPDATE inbox SET original = NULL, detail = 'original_dropped' "
            "WHERE original IS NOT NULL AND received < ?",
            (before,),
        ).rowcount


def _letter(*row: Any) -> Letter:
    (
        place, sha256, received, size, station, device, replica, kind, number, outcome, detail,
        counts, facts, original, applied,
    ) = row  # fmt: skip
    known = json.loads(facts)
    return Letter(
        sha256,
        received,
        size,
        Outcome(outcome),
        detail,
        station=station,
        station_name=known["station_name"],
        device=device,
        replica=replica,
        kind=kind,
        number=number,
        heard=known["heard"],
        heard_sha256=known["heard_sha256"],
        has=tuple(Held(replica=r, seq=s, hash=h) for r, s, h in known["has"]),
        counts=json.loads(counts),
        missing=tuple((r, first, last) for r, first, last in known["missing"]),
        public=DevicePublic.from_dict(known["public"]) if known["public"] else None,
        applied=applied,
        original=original,
        id=place,
    )
