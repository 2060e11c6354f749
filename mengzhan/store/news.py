"""What is known of records now, and what was written about one since it was known."""

from collections.abc import Iterator

from mengzhan.model.entry import Entry
from mengzhan.model.fold import heads_of
from mengzhan.model.kind import Catalogue
from mengzhan.rules.reader import Positions
from mengzhan.store.driver import Connection
from mengzhan.store.journal import Journal
from mengzhan.store.tables import table_name


def news(
    connection: Connection, catalogue: Catalogue, positions: Positions, record: str
) -> list[Entry]:
    """Return entries beyond ``positions`` about a record or one that refers to it, oldest first.

    A record that was taken away or merged into another one still tells of whom it referred to.
    """
    journal = Journal(connection)
    about = dict.fromkeys((record, *_referring(connection, catalogue, record)))
    beyond = (e for one in about for e in positions.hidden(journal.of_record(one)))
    return sorted(beyond, key=lambda entry: entry.order)


def elsewhere(connection: Connection, catalogue: Catalogue, station: str) -> dict[str, list[str]]:
    """Return the heads of every record that another station looks after.

    What goes to all stations anyway is not looked after by anybody, and what an office told of
    another station counts in no figure.
    """
    journal = Journal(connection)
    found: dict[str, list[str]] = {}
    for kind in (kind for kind in catalogue.values() if not kind.broadcast):
        query = (
            f"SELECT id FROM {table_name(kind.name)} "
            "WHERE ifnull(station, '') NOT IN ('', ?) AND excerpt IS NOT 1"
        )
        records = [record for (record,) in connection.execute(query, (station,))]
        for record, entries in journal.of_records(records).items():
            found[record] = heads_of(entries)
    return found


def _referring(connection: Connection, catalogue: Catalogue, record: str) -> Iterator[str]:
    for kind in catalogue.values():
        for name in (*(name for name, _ in kind.references), "same_as"):
            query = f'SELECT id FROM {table_name(kind.name)} WHERE "{name}" = ?'
            for (found,) in connection.execute(query, (record,)):
                yield found
