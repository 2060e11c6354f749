"""What was written about a record since some position of the journal."""

from collections.abc import Iterator

from mengzhan.model.entry import Entry
from mengzhan.model.kind import Catalogue
from mengzhan.rules.reader import Positions
from mengzhan.store.driver import Connection
from mengzhan.store.journal import Journal
from mengzhan.store.tables import table_name

_NEVER = (0, "")


def news(
    connection: Connection, catalogue: Catalogue, positions: Positions, record: str
) -> list[Entry]:
    """Return entries beyond ``positions`` about a record or one that refers to it, oldest first.

    A record that was taken away or merged into another one still tells of whom it referred to.
    """
    journal = Journal(connection)
    about = dict.fromkeys((record, *_referring(connection, catalogue, record)))
    known = (entry for one in about for entry in journal.of_record(one))
    beyond = [entry for entry in known if entry.seq > positions.get(entry.replica, _NEVER)[0]]
    return sorted(beyond, key=lambda entry: entry.order)


def _referring(connection: Connection, catalogue: Catalogue, record: str) -> Iterator[str]:
    for kind in catalogue.values():
        for name in (*(name for name, _ in kind.references), "same_as"):
            query = f'SELECT id FROM {table_name(kind.name)} WHERE "{name}" = ?'
            for (found,) in connection.execute(query, (record,)):
                yield found
