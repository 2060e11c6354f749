"""Writing many records in one action, and undoing it: ``python -m tests.bench.bulk [COUNT]``.

Floor: the journal and table rows of the same action put into plain tables, without index, search,
hash or check, by ``executemany`` over SQLCipher. Each kind is written in a process of its own, so
that the memory shown is its own.
"""

import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from mengzhan.model.entry import Value
from mengzhan.rules.operations import add
from mengzhan.rules.reader import Operation
from mengzhan.rules.undo import undo
from mengzhan.store.driver import create_database
from mengzhan.store.ledger import Ledger
from mengzhan.store.session import Place, Session
from mengzhan.store.station import Surroundings, set_up
from mengzhan.store.tables import table_name
from mengzhan.store.wrapping import Cost
from tests import people
from tests.bench.figures import Figure, show
from tests.bench.people import values as lean_person

_MORE: dict[str, Value] = {
    "birth_date": "1985-06-01",
    "sex": "2",
    "status_on": "2026-10-02",
    "unemployed_on": "2026-10-02",
    "unemployment_reason": "R01",
    "difficulty_types": ["D1"],
    "difficulty_on": "2026-10-12",
    "ethnicity": "02",
    "education": "30",
    "area_group": "三组",
    "household": "H-12",
    "father_name": "巴图孟和",
    "home": people.VILLAGE,
    "hukou_type": "10",
    "wage_wish": 350_000,
    "skills": "电焊 驾驶",
    "note": "想在镇上找活",
}
KINDS = ("person lean", "person 25 fields", "vacancy", "follow_up")


def values(name: str, count: int) -> Iterator[tuple[str, dict[str, Value]]]:
    """Yield (kind, values) of made-up records, one by one as an import reads them."""
    seed = random.Random(7)
    for number in range(count):
        if name == "vacancy":
            yield "vacancy", people.vacancy_values(f"e{number % 100}")
        elif name == "follow_up":
            yield "follow_up", people.follow_up_values(f"p{number}")
        else:
            more = _MORE if name == "person 25 fields" else {}
            yield "person", {**lean_person(seed, number), **more}


def _station(folder: Path) -> Session:
    around = Surroundings(state=folder / "state", cost=Cost(1024, 1, 1))
    place = Place(people.VILLAGE, "巴彦嘎查")
    return set_up(folder / "data", place, "其其格", "1", "Gaxaa-2026-x", around)[0]


def _floor(session: Session, kind: str, folder: Path) -> float:
    reader = session.read().connection
    rows = {
        name: reader.execute(f"SELECT * FROM {name}").fetchall()
        for name in ("entries", table_name(kind))
    }
    connection = create_database(folder / "plain.db", bytes(32))
    began = time.perf_counter()
    connection.execute("BEGIN")
    for name, found in rows.items():
        columns = ", ".join(f"c{number}" for number in range(len(found[0])))
        connection.execute(f"CREATE TABLE {name} ({columns})")
        marks = ", ".join("?" * len(found[0]))
        connection.executemany(f"INSERT INTO {name} VALUES ({marks})", found)
    connection.execute("COMMIT")
    seconds = time.perf_counter() - began
    connection.close()
    return seconds


def _merged(session: Session, folder: Path) -> float:
    other = _station(folder / "other")
    entries = list(session.read().journal.all())
    began = time.perf_counter()
    other.store.writer.run(lambda c: Ledger(c, other.catalogue).merge(entries))
    seconds = time.perf_counter() - began
    other.close()
    return seconds


def _adding(name: str, count: int) -> Operation:
    """Add records one by one, as an import does."""
    return lambda reader, desk: (
        change for one in values(name, count) for change in add(*one)(reader, desk)
    )


def measure(name: str, count: int) -> None:
    """Print the figures of one kind."""
    with tempfile.TemporaryDirectory() as text:
        folder = Path(text)
        session = _station(folder)
        # What is read once (tables of codes and of pinyin) is no part of a record's price.
        session.run(_adding(name, 1), "import")
        records = list(values(name, 1))
        operation = _adding(name, count)
        began = time.perf_counter()
        change = session.run(operation, "import", expected=count)
        figures = [Figure("written, with checks", [time.perf_counter() - began])]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        size = sum(path.stat().st_size for path in (folder / "data").glob("station.db*"))
        floor = Figure("plain rows (floor)", [_floor(session, records[0][0], folder)])
        figures.append(Figure("taken in elsewhere", [_merged(session, folder)]))
        began = time.perf_counter()
        session.run(undo(change.action), "undo import")
        figures.append(Figure("undone", [time.perf_counter() - began]))
        session.close()
    print(f"\n{name}: {count} records of {len(records[0][1])} fields")
    show(figures, floor)
    each = ", ".join(f"{f.name} {f.median / count * 1000:.3f} ms" for f in (floor, *figures))
    print(f"a record: {each}; {size / count:.0f} bytes with log")
    print(f"memory of the process at most {peak / 1024:.0f} MB when written")


def main() -> None:
    """Print the figures of every kind."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    spawn = multiprocessing.get_context("spawn")
    for name in KINDS:
        process = spawn.Process(target=measure, args=(name, count))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
