import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3
import sqlite_utils

from mengzhan.store.driver import (
    Connection,
    Database,
    IntegrityError,
    create_database,
    find_damage,
    open_database,
    pragma_value,
    side_files,
)
from mengzhan.store.errors import MissingDatabaseError, StoreError, database_errors

PAGE = 4096


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "站 点.db"


@pytest.fixture
def filled(path: Path, key: bytes) -> Path:
    """A closed database of about 60 pages."""
    with closing(create_database(path, key)) as connection:
        connection.execute("CREATE TABLE t (a TEXT)")
        rows = [(f"行{number}" * 100,) for number in range(300)]
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO t VALUES (?)", rows)
        connection.execute("COMMIT")
    return path


@pytest.fixture
def connection(path: Path, key: bytes) -> Iterator[Connection]:
    with closing(create_database(path, key)) as opened:
        opened.execute("CREATE TABLE t (a INTEGER PRIMARY KEY)")
        yield opened


def code_on_opening(path: Path, key: bytes, *, readonly: bool = False) -> str:
    with pytest.raises(StoreError) as caught:
        open_database(path, key, readonly=readonly).close()
    assert caught.value.SORT == "data"
    return caught.value.code


def test_what_was_written_is_read_again(filled: Path, key: bytes) -> None:
    for readonly in (False, True):
        with closing(open_database(filled, key, readonly=readonly)) as connection:
            assert connection.execute("SELECT count(*) FROM t").fetchone() == (300,)


def test_nothing_readable_is_on_disk(connection: Connection, path: Path) -> None:
    connection.execute("CREATE TABLE secret_words (a)")
    connection.execute("INSERT INTO secret_words VALUES ('PLAINTEXTMARK')")
    for file in (path, *side_files(path)):
        content = file.read_bytes() if file.exists() else b""
        assert b"SQLite" not in content
        assert b"secret_words" not in content
        assert b"PLAINTEXTMARK" not in content


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_all_files_belong_to_this_user_alone(connection: Connection, path: Path) -> None:
    connection.execute("INSERT INTO t VALUES (1)")
    files = [file for file in (path, *side_files(path)) if file.exists()]
    assert len(files) == 3
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_a_copied_file_with_open_rights_is_closed_again(filled: Path, key: bytes) -> None:
    filled.chmod(0o644)
    open_database(filled, key).close()
    assert filled.stat().st_mode & 0o777 == 0o600


def test_the_writer_is_set_up_to_lose_nothing(connection: Connection) -> None:
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "cache_size": -8000,
    }
    assert {name: pragma_value(connection, name) for name in expected} == expected
    assert pragma_value(connection, "busy_timeout") == 10_000


def test_a_reader_cannot_write(connection: Connection, path: Path, key: bytes) -> None:
    with closing(open_database(path, key, readonly=True)) as reader:
        with pytest.raises(StoreError) as caught, database_errors():
            reader.execute("INSERT INTO t VALUES (2)")
        assert caught.value.code == "STORE_READ_ONLY"
        connection.execute("INSERT INTO t VALUES (3)")
        assert reader.execute("SELECT a FROM t").fetchall() == [(3,)]


def test_a_wrong_key_is_named_and_prints_nothing(
    filled: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert code_on_opening(filled, os.urandom(32)) == "STORE_WRONG_KEY"
    assert capfd.readouterr() == ("", "")


def test_a_key_has_32_bytes(path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        create_database(path, b"short")
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("size", [PAGE, 20 * PAGE, 20 * PAGE + 17])
def test_garbage_in_its_place_is_named(filled: Path, key: bytes, size: int) -> None:
    filled.write_bytes(os.urandom(size))
    assert code_on_opening(filled, key) == "STORE_WRONG_KEY"


def test_a_plain_database_in_its_place_is_named(filled: Path, key: bytes) -> None:
    filled.unlink()
    with closing(sqlite3.connect(filled)) as plain:
        plain.execute("CREATE TABLE t (a)")
    assert code_on_opening(filled, key) == "STORE_NOT_OURS"


@pytest.mark.parametrize("readonly", [False, True])
@pytest.mark.parametrize("size", [0, 1, 100, PAGE - 1, PAGE, PAGE + 1, 10 * PAGE, 10 * PAGE + 99])
def test_a_file_cut_short_is_named(filled: Path, key: bytes, size: int, readonly: bool) -> None:
    os.truncate(filled, size)
    assert code_on_opening(filled, key, readonly=readonly) == "STORE_DAMAGED"


@pytest.mark.parametrize("lost", [1, 17, PAGE - 1])
def test_a_cut_within_the_last_page_is_found_by_the_check(
    filled: Path, key: bytes, lost: int
) -> None:
    os.truncate(filled, filled.stat().st_size - lost)
    with closing(open_database(filled, key, readonly=True)) as connection:
        assert find_damage(connection)


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("at", [16, 100, PAGE - 1])
def test_a_bit_flipped_in_the_first_page_is_damage_not_a_wrong_key(
    filled: Path, key: bytes, at: int
) -> None:
    flip(filled, at)
    assert code_on_opening(filled, key) == "STORE_DAMAGED"


@pytest.mark.parametrize("page", [1, 5, 30])
def test_a_bit_flipped_anywhere_else_is_found_by_the_check(
    filled: Path, key: bytes, page: int
) -> None:
    flip(filled, page * PAGE + 1234)
    with closing(open_database(filled, key)) as connection:
        assert find_damage(connection)


def test_a_sound_file_has_no_damage(filled: Path, key: bytes) -> None:
    with closing(open_database(filled, key)) as connection:
        assert find_damage(connection) == []


def test_a_missing_file_is_named_and_not_made(path: Path, key: bytes) -> None:
    assert code_on_opening(path, key) == "STORE_MISSING"
    assert not path.exists()


def test_creating_never_replaces(filled: Path, key: bytes) -> None:
    before = filled.read_bytes()
    with pytest.raises(FileExistsError):
        create_database(filled, key)
    assert filled.read_bytes() == before


def test_the_log_of_a_lost_database_is_not_played_into_a_new_one(path: Path, key: bytes) -> None:
    path.with_name(path.name + "-wal").write_bytes(b"log")
    with pytest.raises(MissingDatabaseError):
        create_database(path, key)
    assert not path.exists()


def test_a_folder_in_its_place_is_no_database(path: Path, key: bytes) -> None:
    path.mkdir()
    assert code_on_opening(path, key) == "STORE_MISSING"


def test_sqlite_utils_runs_on_sqlcipher(connection: Connection) -> None:
    assert vars(sqlite_utils.utils)["sqlite3"] is sqlcipher3
    db = Database(connection)
    db.table("t2").insert({"a": 1})
    db.table("t2").insert({"a": 2, "b": "列"}, alter=True)
    assert list(db.query("SELECT a, b FROM t2")) == [{"a": 1, "b": None}, {"a": 2, "b": "列"}]
    with pytest.raises(IntegrityError):
        connection.execute("INSERT INTO t SELECT 1 UNION ALL SELECT 1")


def test_sqlite_utils_stays_inside_an_outer_transaction(connection: Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    Database(connection).table("t").insert_all({"a": number} for number in range(500))
    assert connection.in_transaction
    connection.execute("ROLLBACK")
    assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)
