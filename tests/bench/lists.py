"""Sorting and reading windows of a long list: ``python -m tests.bench.lists [ROWS]``.

Floor: the same rows ordered by their primary key with a bare SELECT on the same database.
"""

import sys
import tempfile
from array import array
from pathlib import Path

from mengzhan.store.driver import Connection
from mengzhan.store.session import Place
from mengzhan.store.station import Surroundings, set_up
from mengzhan.store.wrapping import Cost
from tests.bench.figures import show, timed

_FILL = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
INSERT INTO record_person (id, station, deleted, erased, created, name, id_number, phone, residence,
                           employment_status, registered_on, key_groups)
SELECT printf('%036d', i), '152222100201', 0, 0, printf('2026-%09d', i),
       char(19968 + (i * 7919) % 20000, 19968 + (i * 104729) % 20000), printf('150199%012d', i),
       printf('1990%07d', (i * 31) % 10000000), printf('1522221002%02d', i % 90),
       char(49 + i % 5), date('2020-01-01', '+' || (i % 2000) || ' days'), '["K04"]' FROM n
"""


def fill(connection: Connection, rows: int) -> None:
    """Write rows straight into the record table, past the journal."""
    connection.execute(_FILL, (rows,))


def main() -> None:
    """Print the figures."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        around = Surroundings(state=folder / "state", cost=Cost(1024, 1, 1))
        place = Place("152222100201", "巴彦嘎查")
        session, _ = set_up(folder / "data", place, "其其格", "1", "Gaxaa-2026-x", around)
        session.store.writer.run(lambda connection: fill(connection, rows))
        reader = session.read()

        def bare(_: int) -> object:
            cursor = reader.connection.execute("SELECT row FROM record_person ORDER BY row")
            return array("q", (row for (row,) in cursor))

        floor = timed("SELECT row ORDER BY row (floor)", bare, range(3))
        columns = ("", "name", "id_number", "residence", "registered_on", "phone", "key_groups")
        figures = [
            timed(
                f"ids by {column or 'newest'}", lambda c: reader.ids("person", sort=c), [column] * 2
            )
            for column in columns
        ]
        ids = reader.ids("person", sort="name")
        pages = [ids[start : start + 256] for start in range(0, len(ids), max(len(ids) // 50, 256))]
        figures.append(timed("a page of 256", lambda page: reader.rows("person", page), pages))
        show(figures, floor)
        print(f"{rows} rows, {len(ids) * ids.itemsize / 1e6:.0f} MB of row numbers")
        session.close()


if __name__ == "__main__":
    main()
