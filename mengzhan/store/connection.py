"""Opening and closing a data folder, in the one order that loses nothing.

Lock, room on disk, version, check after an unclean end, backup, migrate; only then may anybody
work. A flag file says that work is going on: found at opening, it means that the last end was
not clean (power cut, crash).
"""

import logging
import math
import shutil
from collections.abc import Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path

from mengzhan.model.clock import WallClock, system_clock
from mengzhan.store.atomic import clear_leftovers, private_folder, write_atomic
from mengzhan.store.backup import BACKUPS_NAME, Backup, Backups, Proof, list_backups
from mengzhan.store.driver import (
    Connection,
    Database,
    create_database,
    find_damage,
    open_database,
    side_files,
)
from mengzhan.store.errors import (
    DamagedError,
    MissingDatabaseError,
    NoRoomError,
    StoreError,
    database_errors,
    named_errors,
)
from mengzhan.store.lock import FolderLock
from mengzhan.store.migrations import Migration, check_version, migrate, read_version
from mengzhan.store.writer import Writer

DATABASE_NAME = "station.db"
UNCLEAN_NAME = "station.unclean"
_MEGABYTE = 2**20
ROOM_BYTES = 200 * _MEGABYTE
_ROOM_TIMES = 3  # a backup, its staging, and the growth of the day

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Opening:
    """What to open and how: given by the caller once, kept by the ``Store``.

    ``create`` allows a new database where there is none; without it a missing file is an error,
    because an empty station in place of a lost one would look like an answer. ``room`` is the
    least free space in bytes. ``backup_first=False`` leaves the daily backup to the caller, who
    runs ``Store.backup`` in the background once the window stands (at 44 MB it takes more than a
    second); the backup before a migration is always made first.
    """

    folder: Path
    migrations: Sequence[Migration]
    proof: Proof
    create: bool = False
    clock: WallClock = system_clock
    room: int = ROOM_BYTES
    backup_first: bool = True

    @property
    def database(self) -> Path:
        """The path of the database."""
        return self.folder / DATABASE_NAME

    @property
    def known_version(self) -> int:
        """The version that this program writes."""
        return self.migrations[-1].version


class Store:
    """An open data folder: its writer, readers, backups, and the key in memory.

    ``was_unclean`` tells that the last end was not clean (the check found nothing wrong);
    ``backup_problem`` why the backup at opening could not be made, for the window to show.
    """

    def __init__(
        self, folder: Path, connection: Connection, backups: Backups, lock: FolderLock
    ) -> None:
        self.folder = folder
        self.path = folder / DATABASE_NAME
        self.backups = backups
        self.writer = Writer(connection)
        self.was_unclean = False
        self.backup_problem: StoreError | None = None
        self._connection = connection
        self._lock = lock
        self._readers: set[Connection] = set()
        self._open = True

    @property
    def key(self) -> bytes:
        """The database key (32 bytes), needed to change the key file."""
        return self.backups.key

    def reader(self) -> Connection:
        """Return a new read-only connection, for one thread at a time.

        It sees what is committed at the start of each statement. Close it when the thread ends;
        what is left open is closed with the store.
        """
        connection = open_database(self.path, self.key, readonly=True)
        self._readers.add(connection)
        return connection

    def backup(self, *, force: bool = False) -> Backup | None:
        """Back up (when changed, or forced) and thin; may run in any thread beside the writer."""
        with closing(self.reader()) as source:
            made = self.backups.make(source, force=force)
        self.backups.thin()
        return made

    def checkpoint(self) -> bool:
        """Move all commits into the main file and empty the log; False while readers hold it.

        After an erasure this is what removes the erased text from the log's pages.
        """
        return self.writer.outside_transaction(_checkpoint)

    def close(self) -> bool:
        """Stop the writer, close everything, give the folder free; return whether all was clean.

        Work still queued is finished first. Stop reading threads before. A second call does
        nothing. A failing disk cannot stop it: commits are safe in the log.
        """
        if not self._open:
            return True
        self._open = False
        clean = False
        self.writer.stop()
        try:
            for reader in list(self._readers):
                reader.close()
            with named_errors():
                clean = _checkpoint(self._connection)
                self._connection.close()
                (self.folder / UNCLEAN_NAME).unlink(missing_ok=True)
        except StoreError as error:
            _log.warning("unclean end: %s", error.code)
            clean = False
        finally:
            with suppress(Exception):
                self._connection.close()
            self._lock.release()
        return clean


def open_store(opening: Opening, key: bytes, *, lock: FolderLock | None = None) -> Store:
    """Open a data folder for work.

    ``lock`` is the folder's lock when the caller took it already (before asking for a PIN); it
    belongs to the store from then on.

    Raises:
        InUseError, NoLockError, NoRoomError, NewerVersionError, MissingDatabaseError,
        WrongKeyError, NotOursError, DamagedError: nothing was changed; each says what to do.
        StoreError: another named error of the environment.
    """
    private_folder(opening.folder)
    with ExitStack() as undo:
        held = lock or FolderLock.take(opening.folder, clock=opening.clock)
        undo.callback(held.release)
        with named_errors():
            clear_leftovers(opening.folder)
        _check_room(opening)
        connection = _connect(opening, key)
        undo.callback(connection.close)
        with database_errors():
            check_version(read_version(connection), opening.known_version)
        flag = opening.folder / UNCLEAN_NAME
        was_unclean = flag.exists()
        if was_unclean:
            _check_after_crash(connection, opening.proof)
        write_atomic(flag, b"")
        backups = Backups(opening.folder, key, opening.proof, clock=opening.clock)
        problem = _backup_and_migrate(connection, backups, opening)
        store = Store(opening.folder, connection, backups, held)
        store.was_unclean = was_unclean
        store.backup_problem = problem
        undo.pop_all()
    return store


def _check_room(opening: Opening) -> None:
    present = [path for path in (opening.database, *side_files(opening.database)) if path.exists()]
    with named_errors():
        size = sum(path.stat().st_size for path in present)
        free = shutil.disk_usage(opening.folder).free
    need = max(opening.room, _ROOM_TIMES * size)
    if free < need:
        raise NoRoomError(free=free // _MEGABYTE, need=math.ceil(need / _MEGABYTE))


def _connect(opening: Opening, key: bytes) -> Connection:
    if opening.create and not opening.database.exists():
        if list_backups(opening.folder / BACKUPS_NAME):
            raise MissingDatabaseError  # a station that has backups has lost its database
        return create_database(opening.database, key)
    return open_database(opening.database, key)


def _check_after_crash(connection: Connection, proof: Proof) -> None:
    with database_errors():
        if find_damage(connection):
            raise DamagedError
        if read_version(connection):
            proof.verify(connection)


def _backup_and_migrate(
    connection: Connection, backups: Backups, opening: Opening
) -> StoreError | None:
    """Back up, then bring the data to this program's version.

    Without a backup nothing is migrated; on an ordinary day work goes on without one, and the
    reason is returned, unless the data itself is what is wrong.
    """
    if read_version(connection) < opening.known_version:
        migrate(
            Database(connection),
            opening.migrations,
            before=lambda _: backups.make(connection, force=True),
        )
        return None
    if not opening.backup_first:
        return None
    try:
        backups.make(connection)
        backups.thin()
    except StoreError as error:
        if error.SORT == "data":
            raise
        return error
    return None


def _checkpoint(connection: Connection) -> bool:
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
