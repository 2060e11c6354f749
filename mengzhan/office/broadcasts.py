"""What an office writes for all its stations: policies, rule tables, tasks for everybody."""

from mengzhan.model.entry import Entry
from mengzhan.model.kind import Catalogue
from mengzhan.store.driver import Connection
from mengzhan.store.journal import Journal
from mengzhan.store.tables import table_name


def broadcasts(
    connection: Connection, catalogue: Catalogue, office: str, heard: int
) -> list[Entry]:
    """Return the entries of the office's own records that go to everybody.

    Args:
        office: the code of the office's place; records that it gave to a station are not its own.
        heard: the position up to which a receipt has told already.
    """
    entries: list[Entry] = []
    for kind in catalogue.values():
        if kind.broadcast:
            found = connection.execute(
                f"SELECT e.hash FROM {table_name(kind.name)} r "
                "CROSS JOIN entries e ON e.record = r.id WHERE r.station = ? AND e.arrived > ?",
                (office, heard),
            )
            entries += Journal(connection).of_hashes(digest for (digest,) in found)
    return entries
