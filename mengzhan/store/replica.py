"""Is this still the same copy of the database? The last position is also kept outside it.

A replica's entries are numbered without holes, so two copies of one folder that both went on
writing would use the same numbers for different entries. After every commit the last (replica,
seq, hash) is therefore written to the user's state folder. Database and marker of the same story
mean: the same copy. A restored older file, a copied or moved folder disagree, and the caller
then goes on under a new replica id, which is always safe.

What cannot be noticed: a whole disk image put back, with database and marker of the same day.
The office's receipts show that one.
"""

import hashlib
import json
from collections.abc import Callable
from copy import copy
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path

from mengzhan.store.atomic import private_folder, write_atomic
from mengzhan.store.errors import named_errors


@dataclass(frozen=True)
class Position:
    """The last entry of one replica."""

    replica: str
    seq: int
    hash: str


class Comparison(Enum):
    """What database and marker say together."""

    NEW = "new"  # neither holds anything yet
    SAME = "same"
    AHEAD = "ahead"  # the database has the marker's entry and more: a crash before the marker
    BEHIND = "behind"  # the database lacks entries that were written here: an older copy
    MOVED = "moved"  # no marker for this folder: copied, moved, another computer or user
    OTHER = "other"  # the database was last written as another replica: swapped for another
    FORKED = "forked"  # same number, another entry: two copies wrote as one replica

    @property
    def needs_new_replica(self) -> bool:
        """Whether going on under the old replica id could number two entries alike."""
        return self not in {Comparison.NEW, Comparison.SAME, Comparison.AHEAD}


class Marker:
    """The position of one data folder, kept in the user's state folder."""

    def __init__(self, data_folder: Path, state_folder: Path | None = None) -> None:
        base = state_folder or default_state_folder()
        # The path itself may hold a user's name; its digest is enough to find the marker again.
        name = hashlib.sha256(str(data_folder.resolve()).encode()).hexdigest()[:32]
        self._path = base / "replicas" / f"{name}.json"

    def beside(self, name: str) -> "Marker":
        """Return the marker of something else that this folder numbers."""
        other = copy(self)
        other._path = self._path.with_suffix(f".{name}.json")
        return other

    def read(self) -> Position | None:
        """Return the position last written, or None (none yet, or unreadable)."""
        try:
            with named_errors():
                data = self._path.read_bytes() if self._path.exists() else b"null"
            return Position(**json.loads(data))
        except (ValueError, TypeError):
            return None

    def write(self, position: Position) -> None:
        """Keep ``position``; call it after the commit, never before.

        It is not flushed to disk: after a power cut an older marker is as good (``AHEAD``), and
        a flush for every entry would double the cost of saving.

        Raises:
            StoreError: the state folder cannot be written; the entry itself is safe.
        """
        private_folder(self._path.parent)
        write_atomic(self._path, json.dumps(asdict(position)).encode(), durable=False)


def default_state_folder() -> Path:
    """Return where this user's programs keep their state: not roamed, not in the data folder."""
    import platformdirs

    return Path(platformdirs.user_state_dir("mengzhan", appauthor=False))


def compare(
    database: Position | None,
    marker: Position | None,
    hash_at: Callable[[int], str | None],
) -> Comparison:
    """Compare the database's own last position with the marker.

    ``database`` is the last entry of the replica as which this database last wrote, None without
    any; ``hash_at`` returns the hash of that replica's entry with a number, or None.
    """
    if marker is None:
        return Comparison.NEW if database is None else Comparison.MOVED
    if database is None:
        return Comparison.BEHIND
    if database.replica != marker.replica:
        return Comparison.OTHER
    if database.seq < marker.seq:
        return Comparison.BEHIND
    if hash_at(marker.seq) != marker.hash:
        return Comparison.FORKED
    return Comparison.SAME if database.seq == marker.seq else Comparison.AHEAD
