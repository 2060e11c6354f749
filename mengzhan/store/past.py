"""The records as they were known at some position of the journal.

The state of a record is the fold of its entries, so leaving out what came later gives what stood
then. A connection of its own lays temporary tables over the real ones (SQLite finds a temporary
table first; they are kept in memory): records that nothing has touched since are copied, the
others are folded again from the entries that were known. Nothing is written to the disk.

Erasures and redactions always count: what was forgotten is not known of the past either, but for
the residue that keeps closed figures true.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from mengzhan.model.entry import CLOCK_KIND, ERASE, REDACT
from mengzhan.model.fold import fold
from mengzhan.model.kind import Catalogue
from mengzhan.model.progress import in_parts
from mengzhan.rules.reader import Positions
from mengzhan.store.driver import Connection
from mengzhan.store.journal import Journal
from mengzhan.store.ledger import PART
from mengzhan.store.reader import StoreReader
from mengzhan.store.session import Session
from mengzhan.store.tables import UNKNOWN, Tables, table_name

_CLOSED = "closed_positions"
_TOUCHED = "touched_since"


@contextmanager
def past(session: Session, positions: Positions) -> Iterator[StoreReader]:
    """Look at what was known at some positions of the journal, such as a closing's."""
    with closing(session.store.reader()) as connection:
        _go_back(connection, session.catalogue, positions)
        yield StoreReader(connection, session.catalogue)


def _go_back(connection: Connection, catalogue: Catalogue, positions: Positions) -> None:
    """Make a connection, used for nothing else, show what was known at ``positions``.

    Of a record whose beginning was not known then, nothing was: an office's journal also holds
    what it wrote itself about records of other stations.
    """
    connection.execute(f"CREATE TEMP TABLE {_CLOSED} (replica TEXT PRIMARY KEY, seq INTEGER)")
    connection.executemany(
        f"INSERT INTO {_CLOSED} VALUES (?, ?)",
        [(replica, seq) for replica, (seq, _) in positions.items()],
    )
    connection.execute(
        f"CREATE TEMP TABLE {_TOUCHED} AS SELECT DISTINCT e.kind, e.record FROM main.entries e "
        f"LEFT JOIN {_CLOSED} c ON c.replica = e.replica WHERE e.seq > ifnull(c.seq, 0)"
    )
    # A view takes no parameters; these two words are the program's own.
    connection.execute(
        f"CREATE TEMP VIEW entries AS SELECT e.* FROM main.entries e "
        f"LEFT JOIN temp.{_CLOSED} c ON c.replica = e.replica "
        f"WHERE e.seq <= ifnull(c.seq, 0) OR e.op = '{ERASE}' OR e.op = '{REDACT}'"
    )
    for kind in catalogue:
        _copy(connection, table_name(kind), kind)
    _copy(connection, UNKNOWN)
    _fold_touched(connection, catalogue)


def _copy(connection: Connection, table: str, kind: str = "") -> None:
    """Copy what was not touched since; the rest of the rows is folded again."""
    shape = connection.execute(
        "SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = ?", (table,)
    ).fetchone()
    connection.execute(shape[0].replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
    if kind:
        connection.execute(f"CREATE UNIQUE INDEX temp.{table}_id ON {table} (id)")
    connection.execute(
        f"INSERT INTO temp.{table} SELECT * FROM main.{table} "
        f"WHERE id NOT IN (SELECT record FROM {_TOUCHED})"
    )


def _fold_touched(connection: Connection, catalogue: Catalogue) -> None:
    journal, tables = Journal(connection), Tables(connection, catalogue)
    doubts = journal.doubts()
    began = connection.execute(
        f"SELECT DISTINCT e.record FROM {_TOUCHED} t JOIN entries e ON e.record = t.record "
        "WHERE e.seen = '' AND e.kind <> ?",
        (CLOCK_KIND,),
    ).fetchall()
    for part in in_parts((record for (record,) in began), PART):
        tables.put(fold(entries, doubts) for entries in journal.of_records(part).values())
