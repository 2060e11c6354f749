"""The records as they were known at some position of the journal, or those of one station only.

The state of a record is the fold of its entries, so leaving out what came later gives what stood
then. A connection of its own lays temporary tables over the real ones (SQLite finds a temporary
table first; they are kept in memory): records that nothing has touched since are copied, the
others are folded again from the entries that were known. Nothing is written to the disk.

Erasures and redactions always count: what was forgotten is not known of the past either, but for
the residue that keeps closed figures true.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager

from mengzhan.model.entry import CLOCK_KIND, ERASE, REDACT
from mengzhan.model.fold import fold
from mengzhan.model.kind import Catalogue
from mengzhan.model.progress import in_parts
from mengzhan.rules.reader import Positions
from mengzhan.store.driver import IN_LIST, Connection, as_list
from mengzhan.store.journal import Journal
from mengzhan.store.ledger import PART
from mengzhan.store.reader import StoreReader
from mengzhan.store.session import Session
from mengzhan.store.tables import UNKNOWN, Tables, table_name

_KNOWN, _KEPT = "known_positions", "kept_records"
_TOUCHED, _HIDDEN = "touched_since", "hidden_entries"


@contextmanager
def past(session: Session, positions: Positions) -> Iterator[StoreReader]:
    """Look at what was known at some positions of the journal, such as a closing's."""
    with closing(session.store.reader()) as connection:
        connection.execute(f"CREATE TEMP VIEW {_KEPT} AS SELECT DISTINCT record FROM main.entries")
        _lay_over(connection, session.catalogue, positions)
        yield StoreReader(connection, session.catalogue)


@contextmanager
def of_station(
    session: Session, station: str, replicas: Iterable[str], positions: Positions
) -> Iterator[StoreReader]:
    """Look, at an office, at one station's records, as they were known at some positions.

    Counting then takes as long as at the station, however many others the office has.

    Args:
        replicas: those under which the station writes.
    """
    with closing(session.store.reader()) as connection:
        connection.execute(f"CREATE TEMP TABLE {_KEPT} (record TEXT PRIMARY KEY)")
        connection.execute(
            f"INSERT INTO {_KEPT} SELECT record FROM main.entries WHERE replica {IN_LIST} "
            "UNION SELECT record FROM main.entries "
            "WHERE instr(set_values, '\"station\"') AND set_values ->> '$.station' = ?",
            (*as_list(replicas), station),
        )
        _lay_over(connection, session.catalogue, positions)
        yield StoreReader(connection, session.catalogue).of_station(station)


def _lay_over(connection: Connection, catalogue: Catalogue, positions: Positions) -> None:
    """Make a connection, used for nothing else, show the kept records as they were known.

    Of a record whose beginning was not known then, nothing was: an office's journal also holds
    what it wrote itself about records of other stations.
    """
    connection.execute(f"CREATE TEMP TABLE {_KNOWN} (replica TEXT PRIMARY KEY, seq INTEGER)")
    connection.executemany(
        f"INSERT INTO {_KNOWN} VALUES (?, ?)",
        [(replica, seq) for replica, (seq, _) in positions.ends.items()],
    )
    connection.execute(f"CREATE TEMP TABLE {_TOUCHED} (record TEXT PRIMARY KEY)")
    connection.execute(
        f"INSERT INTO {_TOUCHED} SELECT DISTINCT e.record FROM {_KEPT} k "
        f"JOIN main.entries e ON e.record = k.record LEFT JOIN {_KNOWN} p "
        "ON p.replica = e.replica WHERE e.seq > ifnull(p.seq, 0) AND e.kind <> ?",
        (CLOCK_KIND,),
    )
    _hide(connection, positions)
    # A view takes no parameters; these two words are the program's own.
    connection.execute(
        f"CREATE TEMP VIEW entries AS SELECT e.* FROM main.entries e "
        f"LEFT JOIN temp.{_KNOWN} p ON p.replica = e.replica "
        f"WHERE e.seq <= ifnull(p.seq, 0) AND e.hash NOT IN (SELECT hash FROM temp.{_HIDDEN}) "
        f"OR e.op = '{ERASE}' OR e.op = '{REDACT}'"
    )
    for kind in catalogue:
        _copy(connection, table_name(kind))
        connection.execute(f"CREATE UNIQUE INDEX temp.{kind}_id ON {table_name(kind)} (id)")
    _copy(connection, UNKNOWN)
    _fold_touched(connection, catalogue)


def _hide(connection: Connection, positions: Positions) -> None:
    """Note what was not known of records that another station looked after."""
    connection.execute(f"CREATE TEMP TABLE {_HIDDEN} (hash TEXT PRIMARY KEY)")
    query = f"SELECT record FROM {_KEPT} WHERE record {IN_LIST}"
    kept = [record for (record,) in connection.execute(query, as_list(positions.elsewhere))]
    for record, entries in Journal(connection).of_records(kept).items():
        unknown = positions.hidden(entries)
        if unknown:
            connection.executemany(
                f"INSERT OR IGNORE INTO {_HIDDEN} VALUES (?)", [(e.hash,) for e in unknown]
            )
            connection.execute(f"INSERT OR IGNORE INTO {_TOUCHED} VALUES (?)", (record,))


def _copy(connection: Connection, table: str) -> None:
    """Copy what was not touched since."""
    (shape,) = connection.execute(
        "SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = ?", (table,)
    ).fetchone()
    connection.execute(shape.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
    connection.execute(
        f"INSERT INTO temp.{table} SELECT r.* FROM main.{table} r "
        f"WHERE r.id IN (SELECT record FROM {_KEPT}) "
        f"AND r.id NOT IN (SELECT record FROM {_TOUCHED})"
    )


def _fold_touched(connection: Connection, catalogue: Catalogue) -> None:
    """Fold what was touched since from the entries that were known."""
    journal, tables = Journal(connection), Tables(connection, catalogue)
    doubts = journal.doubts()
    began = connection.execute(
        f"SELECT DISTINCT e.record FROM {_TOUCHED} t JOIN entries e ON e.record = t.record "
        "WHERE e.seen = ''"
    ).fetchall()
    for part in in_parts((record for (record,) in began), PART):
        tables.put(fold(entries, doubts) for entries in journal.of_records(part).values())
