"""The one place that opens a SQLCipher connection.

Also the one place that settles which SQLite is used: ``sqlite_utils`` looks for ``pysqlite3``
first, so putting sqlcipher3 under that name before its first import makes it use SQLCipher
throughout, and its exceptions are the ones that we catch. Import ``sqlite_utils`` from here.
"""

import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import sqlcipher3
import sqlcipher3.dbapi2

from mengzhan.store.atomic import PRIVATE, staged
from mengzhan.store.errors import (
    CannotOpenError,
    DamagedError,
    MissingDatabaseError,
    NotOursError,
    WrongKeyError,
    named_errors,
    sqlite_family,
)

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2

# It would load NumPy wherever that is installed: a tenth of a second at each start, for nothing.
_numpy = sys.modules.get("numpy")
sys.modules["numpy"] = None  # type: ignore[assignment] # the import system's sign for "not there"

try:
    import sqlite_utils  # only now does it find SQLCipher
finally:
    del sys.modules["numpy"]
    if _numpy is not None:
        sys.modules["numpy"] = _numpy

if TYPE_CHECKING:
    Connection = sqlite3.Connection
    Row = sqlite3.Row
    DatabaseError = sqlite3.DatabaseError
    IntegrityError = sqlite3.IntegrityError
else:
    Connection = sqlcipher3.Connection
    Row = sqlcipher3.Row
    DatabaseError = sqlcipher3.DatabaseError
    IntegrityError = sqlcipher3.IntegrityError

Database = sqlite_utils.Database

KEY_BYTES = 32
_PAGE_BYTES = 4096
_PLAIN_HEADER = b"SQLite format 3\0"
_WAIT_SECONDS = 10.0

# FULL, not NORMAL: in WAL mode NORMAL may lose the last commits on a power cut, and an entry that
# a user saw saved must be there after it. secure_delete overwrites what an erasure removes.
# An import of 50,000 rows makes a log of hundreds of megabytes, which is cut back after it; it is
# no faster for a larger cache.
_WRITER_PRAGMAS = (
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
    "journal_size_limit=16777216",
    "cache_size=-8000",
)
_COMMON_PRAGMAS = ("cache_size=-32000", "temp_store=MEMORY")


def open_database(path: Path, key: bytes, *, readonly: bool = False) -> Connection:
    """Open an existing encrypted database with its raw 32-byte key.

    The connection leaves transactions to the caller (``isolation_level`` is None). It may be
    handed from one thread to another, but never used by two at once.

    Raises:
        MissingDatabaseError, NotOursError, WrongKeyError, DamagedError: the file is not what it should be.
        StoreError: another named error of the environment.
    """
    if not path.is_file():
        raise MissingDatabaseError
    with named_errors():
        if path.stat().st_size < _PAGE_BYTES:
            # SQLite takes a file of no or one byte for a new database; here it is what is left.
            raise DamagedError
        if not readonly:
            path.chmod(PRIVATE)
        connection = _connect(path, "ro" if readonly else "rw")
    try:
        with named_errors():
            _unlock(connection, path, key)
            _configure(connection, readonly=readonly)
    except BaseException:
        connection.close()
        raise
    return connection


def create_database(path: Path, key: bytes) -> Connection:
    """Make a new, empty encrypted database (0600) and open it; never replaces a file.

    The file appears under its name only when its first page is on disk.

    Raises:
        FileExistsError: there is a file already (the caller has to have looked).
        MissingDatabaseError: there is the log of a lost database, which must not be played in.
        StoreError: a named error of the environment.
    """
    if path.exists():
        raise FileExistsError(path.name)
    if any(side.exists() for side in side_files(path)):
        raise MissingDatabaseError
    with named_errors(), staged(path) as fresh:
        with closing(_connect(fresh, "rw")) as connection:
            _apply_key(connection, key)
            connection.execute("PRAGMA journal_mode=WAL")
        remove_side_files(fresh)
    return open_database(path, key)


def open_fresh(path: Path, key: bytes) -> Connection:
    """Open the empty file ``path`` as a new database in one single file (no WAL).

    For backups: the result can be copied, and read from a disk that cannot be written.
    """
    with named_errors():
        connection = _connect(path, "rw")
        _apply_key(connection, key)
        return connection


IN_LIST = "IN (SELECT value FROM json_each(?))"
"""Any number of values as one parameter (see ``as_list``): a statement takes only so many."""


def as_list(items: Iterable[object]) -> tuple[str]:
    """Return the one parameter of ``IN_LIST``."""
    return (msgspec.json.encode(list(items)).decode(),)


def side_files(path: Path) -> tuple[Path, ...]:
    """Name the files that SQLite may keep beside ``path``; they need not exist."""
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))


def remove_side_files(path: Path) -> None:
    """Remove what SQLite left beside a database that nobody has open."""
    for side in side_files(path):
        side.unlink(missing_ok=True)


def find_damage(connection: Connection) -> list[str]:
    """Check every page's authentication code and every b-tree; return what is wrong.

    An empty list means sound. Both checks are needed: the first does not notice pages cut off
    at the end, the second does not read free pages. The words are SQLite's (page numbers only).
    """
    try:
        pages = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
        trees = [row[0] for row in connection.execute("PRAGMA quick_check(20)")]
    except DatabaseError as error:
        if sqlite_family(error) in {sqlcipher3.SQLITE_CORRUPT, sqlcipher3.SQLITE_NOTADB}:
            return [str(error)]
        raise
    return pages + [line for line in trees if line != "ok"]


def _connect(path: Path, mode: str) -> Connection:
    # SQLite gives -wal, -shm and -journal the rights of the main file, so 0600 there is enough.
    connection: Connection = sqlcipher3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_WAIT_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    return connection


def _apply_key(connection: Connection, key: bytes) -> None:
    if len(key) != KEY_BYTES:
        raise ValueError("a database key has 32 bytes")
    # SQLCipher would otherwise print the failed pages of a wrong key to stderr.
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")


def _unlock(connection: Connection, path: Path, key: bytes) -> None:
    _apply_key(connection, key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except DatabaseError as error:
        if sqlite_family(error) != sqlcipher3.SQLITE_NOTADB:
            raise
        reason = _diagnose(connection, path)
        raise reason from error


def _diagnose(
    connection: Connection, path: Path
) -> type[NotOursError | DamagedError | WrongKeyError]:
    """Tell a wrong key from a damaged first page: SQLite says "not a database" to both."""
    with path.open("rb") as file:
        if file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            return NotOursError
    pages = path.stat().st_size // _PAGE_BYTES
    bad = sum(1 for _ in connection.execute("PRAGMA cipher_integrity_check"))
    # With the wrong key every page fails; with the right one at least some page is sound.
    return WrongKeyError if pages and bad >= pages else DamagedError


def _configure(connection: Connection, *, readonly: bool) -> None:
    for pragma in _COMMON_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    if readonly:
        return
    # Network drives cannot do WAL: SQLite then stays with another mode and says so.
    if pragma_value(connection, "journal_mode=WAL") != "wal":
        raise CannotOpenError
    for pragma in _WRITER_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def pragma_value(connection: Connection, pragma: str) -> Any:
    """Return the single value that a PRAGMA answers with."""
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return None if row is None else row[0]
