import json
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from mengzhan.store.backup import (
    Backup,
    BackupFailedError,
    Backups,
    NoKeysInBackupError,
    Proof,
    UnusableBackupError,
    list_backups,
    read_keys,
)
from mengzhan.store.driver import Connection, Database, create_database, open_database
from mengzhan.store.errors import DiskFullError, StoreError
from mengzhan.store.migrations import migrate
from tests.computers import Clock
from tests.store.conftest import STEPS, BrokenChainError, token

Add = Callable[..., Callable[[Connection], None]]
Read = Callable[[Connection], list[str]]


@pytest.fixture
def connection(folder: Path, key: bytes, add: Add) -> Iterator[Connection]:
    with closing(create_database(folder / "station.db", key)) as opened:
        migrate(Database(opened), STEPS)
        add("甲", "乙")(opened)
        (folder / "keys.json").write_text('{"keys": 1}', "utf-8")
        yield opened


@pytest.fixture
def backups(folder: Path, key: bytes, proof: Proof, clock: Clock) -> Backups:
    return Backups(folder, key, proof, clock=clock)


def made(backup: Backup | None) -> Backup:
    assert backup is not None
    return backup


def test_a_backup_is_one_encrypted_file_named_by_time_and_version(
    backups: Backups, connection: Connection, key: bytes, read: Read
) -> None:
    backup = made(backups.make(connection))
    assert backup.path.name == "backup-20261123T010203Z-v1000.db"
    assert sorted(path.name for path in backups.folder.iterdir()) == [
        "backup-20261123T010203Z-v1000.db",
        "backup-20261123T010203Z-v1000.json",
    ]
    content = backup.path.read_bytes()
    assert b"SQLite" not in content
    assert "甲".encode() not in content
    assert backup.size == len(content)
    with closing(open_database(backup.path, key, readonly=True)) as copy:
        assert read(copy) == ["甲", "乙"]
    with pytest.raises(StoreError) as caught:
        open_database(backup.path, os.urandom(32))
    assert caught.value.code == "STORE_WRONG_KEY"


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_it_belongs_to_this_user_alone(backups: Backups, connection: Connection) -> None:
    backups.make(connection)
    assert {path.stat().st_mode & 0o777 for path in backups.folder.iterdir()} == {0o600}
    assert backups.folder.stat().st_mode & 0o777 == 0o700


def test_it_holds_what_is_still_in_the_log(
    backups: Backups, connection: Connection, folder: Path, key: bytes, add: Add, read: Read
) -> None:
    reader = open_database(folder / "station.db", key, readonly=True)
    add("丙")(connection)
    backup = made(backups.make(reader))
    reader.close()
    with closing(open_database(backup.path, key, readonly=True)) as copy:
        assert read(copy) == ["甲", "乙", "丙"]


def test_unchanged_means_no_new_backup(
    backups: Backups, connection: Connection, add: Add, clock: Clock
) -> None:
    assert backups.make(connection) is not None
    clock.move(hours=1)
    assert backups.make(connection) is None
    assert len(backups.listed()) == 1
    assert backups.make(connection, force=True) is not None
    add("丙")(connection)
    assert backups.make(connection) is not None
    assert len(backups.listed()) == 3


def test_two_in_one_second_do_not_meet(backups: Backups, connection: Connection) -> None:
    for _ in range(3):
        backups.make(connection, force=True)
    names = [item.path.name[7:23] for item in backups.listed()]
    assert names == ["20261123T010205Z", "20261123T010204Z", "20261123T010203Z"]


def test_an_open_transaction_is_our_mistake(backups: Backups, connection: Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(RuntimeError, match="without a transaction"):
        backups.make(connection)
    connection.execute("ROLLBACK")


def test_a_copy_whose_chain_is_broken_is_not_kept(
    folder: Path, key: bytes, connection: Connection, clock: Clock
) -> None:
    def broken(copy: Connection) -> None:
        raise BrokenChainError

    backups = Backups(folder, key, Proof(token, broken), clock=clock)
    with pytest.raises(BackupFailedError) as caught:
        backups.make(connection)
    assert isinstance(caught.value.__cause__, BrokenChainError)
    assert list(backups.folder.iterdir()) == []


def test_a_disk_that_fills_up_leaves_nothing_half(
    backups: Backups,
    connection: Connection,
    add: Add,
    small_files: Callable[[int], AbstractContextManager[None]],
) -> None:
    first = made(backups.make(connection))
    add("x" * 500_000)(connection)
    with small_files(100_000), pytest.raises(StoreError) as caught:
        backups.make(connection)
    assert caught.value.SORT == "environment"
    assert backups.listed() == [first]
    assert len(list(backups.folder.iterdir())) == 2


def test_a_really_full_disk(
    tiny_disk: Path, connection: Connection, key: bytes, proof: Proof, clock: Clock, add: Add
) -> None:
    backups = Backups(tiny_disk, key, proof, clock=clock)
    first = made(backups.make(connection))
    add("x" * 1_500_000)(connection)
    with pytest.raises(DiskFullError):
        backups.make(connection)
    assert backups.listed() == [first]
    assert len(list(backups.folder.iterdir())) == 2
    backups.check(first.path)


def test_a_damaged_backup_is_told(backups: Backups, connection: Connection) -> None:
    backup = made(backups.make(connection))
    sound = backup.path.read_bytes()
    backups.check(backup.path)
    for at in (0, 20, len(sound) // 2, len(sound) - 1):
        backup.path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        with pytest.raises(UnusableBackupError):
            backups.check(backup.path)
    for length in (0, 1, 4096, len(sound) - 4096, len(sound) - 1):
        backup.path.write_bytes(sound[:length])
        with pytest.raises(UnusableBackupError):
            backups.check(backup.path)


def test_thinning_keeps_what_retention_says(
    backups: Backups, connection: Connection, clock: Clock
) -> None:
    start = clock.now
    for hours in (0, 1, 2, 24 * 20, 24 * 20 + 3):
        clock.now = start
        clock.move(hours=hours)
        backups.make(connection, force=True)
    gone = backups.thin()
    assert [item.path.name[7:23] for item in gone] == ["20261123T020203Z", "20261123T010203Z"]
    assert len(backups.listed()) == 3
    assert len(list(backups.folder.iterdir())) == 6


def test_after_an_erasure_older_copies_go_of_every_sort(
    backups: Backups, connection: Connection, clock: Clock
) -> None:
    old = made(backups.make(connection))
    aside = backups.folder / "damaged-20261123T010203Z.station.db"
    aside.write_bytes(b"1")
    clock.move(days=1)
    erased = clock.now
    with pytest.raises(RuntimeError, match="make a backup"):
        backups.purge_before(erased)
    assert old.path.exists()
    new = made(backups.make(connection, force=True))
    assert set(backups.purge_before(erased)) == {old.path, aside}
    assert sorted(backups.folder.iterdir()) == [new.path, new.card]


def test_the_keys_come_along_and_are_renewed(
    backups: Backups, connection: Connection, folder: Path
) -> None:
    backup = made(backups.make(connection))
    assert read_keys(backup) == b'{"keys": 1}'
    (folder / "keys.json").write_text('{"keys": 2}', "utf-8")
    backups.refresh_keys()
    assert read_keys(backup) == b'{"keys": 2}'
    assert backups.listed() == [backup]
    assert backups.make(connection) is None


@pytest.mark.parametrize("card", [None, b"", b"[]", b'{"token": 1}', b'{"token": "1", "keys": 1}'])
def test_a_backup_without_its_second_file_is_listed_but_has_no_keys(
    backups: Backups, connection: Connection, card: bytes | None
) -> None:
    backup = made(backups.make(connection))
    backup.card.unlink()
    if card is not None:
        backup.card.write_bytes(card)
    (listed,) = backups.listed()
    with pytest.raises(NoKeysInBackupError):
        read_keys(listed)
    backups.check(listed.path)


def test_other_files_are_passed_over(backups: Backups, connection: Connection) -> None:
    backup = made(backups.make(connection))
    for name in ("backup-x.db", "backup-20261123T010203Z-v1000 (1).db", "notes.txt"):
        (backups.folder / name).write_bytes(b"1")
    assert list_backups(backups.folder) == [backup]
    assert list_backups(backups.folder / "none") == []


def test_the_token_is_kept_in_clear_only_as_the_caller_made_it(
    backups: Backups, connection: Connection
) -> None:
    backup = made(backups.make(connection))
    assert json.loads(backup.card.read_bytes())["token"] == "2"
    assert "token=" not in repr(backup)
