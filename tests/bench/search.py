"""Search as characters are typed, among 100,000 people: ``python -m tests.bench.search [COUNT]``.

Floor: a raw ``LIKE '%…%'`` scan of the record table on the same encrypted database.
"""

import sys
import tempfile
from pathlib import Path

from tests.bench.figures import show, timed
from tests.bench.people import station_of

_TYPED = ("娜", "娜仁", "娜仁其", "nr", "nrq", "naren", "0201", "199000", "1501991985", "囧囧")


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        session = station_of(count, Path(folder))
        reader = session.read()
        connection = reader.connection

        def scan(text: str) -> object:
            query = "SELECT id FROM record_person WHERE name LIKE ? OR id_number LIKE ? LIMIT 50"
            return connection.execute(query, (f"%{text}%", f"%{text}%")).fetchall()

        def shown(text: str) -> object:
            return [reader.title(kind, record) for kind, record in reader.search(text, limit=20)]

        floor = timed("LIKE scan (floor)", scan, _TYPED * 5)
        show(
            [
                timed("search", reader.search, _TYPED * 5),
                timed("search and 20 titles", shown, _TYPED * 5),
            ],
            floor,
        )
        for text in _TYPED:
            print(f"{text:12} {len(reader.search(text))} hits")
        session.close()


if __name__ == "__main__":
    main()
