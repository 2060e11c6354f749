"""The tables that migrations own."""

from contextlib import closing
from pathlib import Path

import pytest

from mengzhan.store.driver import Connection, Database, IntegrityError, create_database
from mengzhan.store.journal import Journal
from mengzhan.store.migrations import migrate
from mengzhan.store.versions import MIGRATIONS
from tests.store.conftest import memory_ledger


@pytest.fixture
def connection() -> Connection:
    return memory_ledger()[0]


def columns(connection: Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def test_an_entry_has_a_column_for_every_part_of_the_contract(connection: Connection) -> None:
    assert columns(connection, "entries") == [
        "arrived",
        "replica",
        "seq",
        "at",
        "wall",
        "actor",
        "action",
        "words",
        "op",
        "kind",
        "record",
        "target",
        "seen",
        "salt",
        "payload",
        "prev",
        "set_values",
        "hash",
    ]


@pytest.mark.parametrize(
    "table",
    ["settings", "drafts", "pictures", "sent", "held", "receipts", "verdicts"],
)
def test_what_is_no_cache_has_its_table(connection: Connection, table: str) -> None:
    assert columns(connection, table)
    assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_one_hash_is_one_entry_but_one_number_may_be_two(connection: Connection) -> None:
    insert = "INSERT INTO entries (replica, seq, at, hash) VALUES ('a', 1, 't', ?)"
    connection.execute(insert, ("h1",))
    connection.execute(insert, ("h2",))
    with pytest.raises(IntegrityError):
        connection.execute(insert, ("h1",))


@pytest.mark.parametrize("column", ["hash", "record", "action", "at", "replica"])
def test_the_journal_is_read_by_index(connection: Connection, column: str) -> None:
    plan = connection.execute(
        f"EXPLAIN QUERY PLAN SELECT * FROM entries WHERE {column} = 'x'"
    ).fetchall()
    assert "USING INDEX" in plan[0][3]


def test_forks_of_an_older_database_are_still_known(folder: Path, key: bytes) -> None:
    with closing(create_database(folder / "a.db", key)) as connection:
        db = Database(connection)
        migrate(db, [step for step in MIGRATIONS if step.version <= 1002])
        insert = "INSERT INTO entries (replica, seq, at, hash) VALUES ('a', ?, 't', ?)"
        connection.executemany(insert, [(1, "h1"), (2, "h2"), (2, "h3"), (3, "h4"), (3, "h5")])
        connection.execute("INSERT INTO forks VALUES ('a', 2, 't'), ('a', 3, 't')")
        migrate(db, MIGRATIONS)
        assert "forks" not in db.table_names()
        assert Journal(connection).first_fork("a") == 2


def test_versions_rise() -> None:
    versions = [step.version for step in MIGRATIONS]
    assert versions == sorted(set(versions))
