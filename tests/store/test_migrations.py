import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from mengzhan.store.driver import Connection, Database, create_database, open_database
from mengzhan.store.errors import DiskFullError, NewerVersionError
from mengzhan.store.migrations import Migration, migrate, read_version, version_text

KILLED = """
import sys
from pathlib import Path
from mengzhan.store.driver import Database, open_database
from mengzhan.store.migrations import Migration, migrate

def long_step(db):
    db.table("settings").insert_all({"name": f"n{n}", "value": "x" * 500} for n in range(20000))
    print("ready", flush=True)
    sys.stdin.read()

connection = open_database(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
migrate(Database(connection), [Migration(1001, "long", long_step)])
"""


def refuse(version: int) -> None:
    raise DiskFullError


def make_settings(db: Database) -> None:
    db.table("settings").create({"name": str, "value": str}, pk="name")


def add_note(db: Database) -> None:
    db.table("settings").add_column("note", str)


def number_notes(db: Database) -> None:
    db.table("settings").create_index(["note"])


STEPS = (
    Migration(1000, "settings", make_settings),
    Migration(1001, "note", add_note),
    Migration(2000, "index", number_notes),
)


@pytest.fixture
def connection(folder: Path, key: bytes) -> Iterator[Connection]:
    with closing(create_database(folder / "a.db", key)) as opened:
        yield opened


@pytest.fixture
def db(connection: Connection) -> Database:
    return Database(connection)


def shape(connection: Connection) -> dict[str, Any]:
    """Everything that two databases of one schema have to agree on."""
    objects = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    return {
        name: (kind, connection.execute(f"PRAGMA table_xinfo({name})").fetchall())
        for kind, name in objects
    }


def test_a_new_database_gets_all_steps_in_order(db: Database, connection: Connection) -> None:
    assert read_version(connection) == 0
    assert migrate(db, STEPS) == ["settings", "note", "index"]
    assert read_version(connection) == 2000
    assert migrate(db, STEPS) == []


def test_a_fresh_schema_is_the_migrated_one(
    db: Database, connection: Connection, folder: Path, key: bytes
) -> None:
    migrate(db, STEPS)
    with closing(create_database(folder / "old.db", key)) as old:
        migrate(Database(old), STEPS[:1])
        old.execute("INSERT INTO settings VALUES ('a', 'b')")
        migrate(Database(old), STEPS)
        assert shape(old) == shape(connection)
        assert old.execute("SELECT * FROM settings").fetchall() == [("a", "b", None)]


def test_the_backup_comes_before_the_first_step_and_only_once(db: Database) -> None:
    migrate(db, STEPS[:1], before=refuse)
    seen: list[tuple[int, object]] = []
    migrate(db, STEPS, before=lambda found: seen.append((found, db.table("settings").columns_dict)))
    assert seen == [(1000, {"name": str, "value": str})]
    migrate(db, STEPS, before=refuse)


def test_without_a_backup_nothing_is_changed(db: Database, connection: Connection) -> None:
    migrate(db, STEPS[:1])

    with pytest.raises(DiskFullError):
        migrate(db, STEPS, before=refuse)
    assert read_version(connection) == 1000
    assert "note" not in db.table("settings").columns_dict


def test_a_failing_step_leaves_the_step_before_it(db: Database, connection: Connection) -> None:
    def fail(found: Database) -> None:
        found.table("settings").insert({"name": "half", "value": "1", "note": ""})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrate(db, [*STEPS[:2], Migration(1002, "fails", fail)])
    assert read_version(connection) == 1001
    assert not connection.in_transaction
    assert list(db.table("settings").rows) == []
    assert migrate(db, STEPS) == ["index"]


def test_a_step_may_not_end_its_transaction(db: Database, connection: Connection) -> None:
    with pytest.raises(RuntimeError, match="ended its transaction"):
        migrate(db, [Migration(1, "commits", lambda found: found.conn.commit())])
    assert read_version(connection) == 0


def test_a_newer_major_version_is_refused_untouched(db: Database, connection: Connection) -> None:
    migrate(db, STEPS)
    before = shape(connection)
    with pytest.raises(NewerVersionError) as caught:
        migrate(db, STEPS[:2], before=refuse)
    assert caught.value.code == "STORE_NEWER_VERSION"
    assert "这份数据由更新版本的蒙站写成（数据版本 2.0，本程序只认得到 1.1）" in str(caught.value)
    assert shape(connection) == before


def test_a_newer_minor_version_opens(db: Database, connection: Connection) -> None:
    migrate(db, STEPS[:2])
    assert migrate(db, STEPS[:1], before=refuse) == []
    assert read_version(connection) == 1001


@pytest.mark.parametrize("versions", [(2, 1), (1, 1), (0, 1)])
def test_steps_out_of_order_are_our_mistake(db: Database, versions: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="rising order"):
        migrate(db, [Migration(version, "step", make_settings) for version in versions])


def test_a_process_killed_in_a_step_leaves_the_step_before_it(
    db: Database,
    connection: Connection,
    folder: Path,
    key: bytes,
    child: Callable[..., "subprocess.Popen[str]"],
) -> None:
    migrate(db, STEPS[:1])
    connection.close()
    process = child(KILLED, str(folder / "a.db"), key.hex())
    process.kill()
    process.wait()
    with closing(open_database(folder / "a.db", key)) as again:
        assert read_version(again) == 1000
        assert again.execute("SELECT count(*) FROM settings").fetchone() == (0,)


def test_a_version_for_people() -> None:
    assert version_text(12034) == "12.34"
