import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from mengzhan.store.connection import UNCLEAN_NAME, Opening, Store, open_store
from mengzhan.store.driver import Connection, Database
from mengzhan.store.errors import (
    DamagedError,
    InUseError,
    MissingDatabaseError,
    NewerVersionError,
    NoRoomError,
    StoreError,
    WrongKeyError,
)
from mengzhan.store.lock import FolderLock
from mengzhan.store.migrations import Migration
from tests.store.conftest import STEPS, BrokenChainError

Add = Callable[..., Callable[[Connection], None]]
Read = Callable[[Connection], list[str]]

# Commits two entries, then dies in the middle of a transaction of many pages.
KILLED = """
import sys
from pathlib import Path
from mengzhan.store.connection import open_store
from tests.store.conftest import PROOF, STEPS
from mengzhan.store.connection import Opening

def many(connection):
    connection.executemany(
        "INSERT INTO entries VALUES (?, ?)", ((n, "x" * 1000) for n in range(3, 30000))
    )
    print("ready", flush=True)
    sys.stdin.read()

opening = Opening(Path(sys.argv[1]), STEPS, PROOF, create=True, room=1)
store = open_store(opening, bytes.fromhex(sys.argv[2]))
store.writer.run(lambda c: c.execute("INSERT INTO entries VALUES (1, 'kept'), (2, 'kept too')"))
store.writer.run(many)
"""


@pytest.fixture
def store(opening: Opening, key: bytes) -> Iterator[Store]:
    opened = open_store(opening, key)
    yield opened
    opened.close()


def existing(opening: Opening) -> Opening:
    return replace(opening, create=False)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_open_write_close_open(
    store: Store, opening: Opening, key: bytes, add: Add, read: Read
) -> None:
    store.writer.run(add("甲"))
    assert not store.was_unclean
    assert store.close()
    assert names(opening.folder) == {"station.db", "station.lock"}
    again = open_store(existing(opening), key)
    assert again.writer.run(read) == ["甲"]
    assert not again.was_unclean
    assert again.close()


def test_without_create_a_missing_database_is_an_error(opening: Opening, key: bytes) -> None:
    with pytest.raises(MissingDatabaseError):
        open_store(existing(opening), key)
    assert not opening.database.exists()
    open_store(opening, key).close()


def test_a_second_window_is_refused_and_the_first_goes_on(
    store: Store, opening: Opening, key: bytes, add: Add, read: Read
) -> None:
    with pytest.raises(InUseError):
        open_store(opening, key)
    store.writer.run(add("甲"))
    assert store.writer.run(read) == ["甲"]


def test_a_lock_taken_before_the_pin_passes_to_the_store(opening: Opening, key: bytes) -> None:
    opening.folder.mkdir()
    lock = FolderLock.take(opening.folder)
    store = open_store(opening, key, lock=lock)
    store.close()
    assert not lock.held


def test_too_little_room_is_told_before_anything_is_opened(opening: Opening, key: bytes) -> None:
    with pytest.raises(NoRoomError) as caught:
        open_store(replace(opening, room=2**60), key)
    assert "至少要有 1099511627776 MB" in str(caught.value)
    assert not opening.database.exists()
    open_store(opening, key).close()


def test_a_really_small_disk(tiny_disk: Path, opening: Opening, key: bytes) -> None:
    with pytest.raises(NoRoomError):
        open_store(replace(opening, folder=tiny_disk, room=200 * 2**20), key)
    assert names(tiny_disk) == {"station.lock"}


def test_room_for_three_times_the_database_is_needed(
    tiny_disk: Path, opening: Opening, key: bytes, add: Add
) -> None:
    here = replace(opening, folder=tiny_disk)
    store = open_store(here, key)
    store.writer.run(add("x" * 300_000))
    store.close()
    (tiny_disk / "filler").write_bytes(b"x" * 200_000)
    with pytest.raises(NoRoomError):
        open_store(replace(here, room=0), key)


def test_a_full_disk_while_working_loses_only_the_last_entry(
    tiny_disk: Path, opening: Opening, key: bytes, add: Add, read: Read
) -> None:
    here = replace(opening, folder=tiny_disk, room=0)
    store = open_store(here, key)
    store.writer.run(add("甲"))
    (tiny_disk / "filler").write_bytes(b"x" * 500_000)
    with pytest.raises(StoreError) as caught:
        store.writer.run(add("x" * 700_000))
    assert caught.value.code == "STORE_DISK_FULL"
    (tiny_disk / "filler").unlink()
    store.writer.run(add("乙"))
    assert store.writer.run(read) == ["甲", "乙"]
    assert store.close()
    again = open_store(here, key)
    assert again.writer.run(read) == ["甲", "乙"]
    again.close()


def test_a_wrong_key_frees_the_folder(store: Store, opening: Opening, key: bytes) -> None:
    store.close()
    with pytest.raises(WrongKeyError):
        open_store(opening, os.urandom(32))
    open_store(opening, key).close()


def test_a_newer_database_is_refused_and_stays_clean(
    store: Store, opening: Opening, key: bytes
) -> None:
    store.writer.outside_transaction(lambda c: c.execute("PRAGMA user_version=2000"))
    store.close()
    before = opening.database.read_bytes()
    with pytest.raises(NewerVersionError):
        open_store(opening, key)
    assert opening.database.read_bytes() == before
    assert UNCLEAN_NAME not in names(opening.folder)


def test_a_killed_program_loses_only_what_was_not_committed(
    opening: Opening, key: bytes, read: Read, child: Callable[..., "subprocess.Popen[str]"]
) -> None:
    process = child(KILLED, str(opening.folder), key.hex())
    with pytest.raises(InUseError):
        open_store(opening, key)
    process.kill()
    process.wait()
    store = open_store(existing(opening), key)
    assert store.was_unclean
    assert store.writer.run(read) == ["kept", "kept too"]
    assert store.close()
    again = open_store(existing(opening), key)
    assert not again.was_unclean
    again.close()


def damage(opening: Opening) -> None:
    content = bytearray(opening.database.read_bytes())
    content[-2000] ^= 1
    opening.database.write_bytes(content)


def test_after_an_unclean_end_damage_is_found_every_time(
    store: Store, opening: Opening, key: bytes, add: Add
) -> None:
    store.writer.run(add(*("x" * 1000 for _ in range(20))))
    store.close()
    damage(opening)
    (opening.folder / UNCLEAN_NAME).touch()
    for _ in range(2):
        with pytest.raises(DamagedError):
            open_store(opening, key)


def test_after_an_unclean_end_the_chain_is_checked(
    store: Store, opening: Opening, key: bytes
) -> None:
    store.writer.run(lambda c: c.execute("INSERT INTO entries VALUES (7, 'hole before it')"))
    store.close()
    (opening.folder / UNCLEAN_NAME).touch()
    with pytest.raises(BrokenChainError):
        open_store(opening, key)


def test_opening_backs_up_what_changed(
    store: Store, opening: Opening, key: bytes, add: Add
) -> None:
    store.writer.run(add("甲"))
    assert store.backups.listed() == []
    store.close()
    for _ in range(2):
        again = open_store(opening, key)
        assert len(again.backups.listed()) == 1
        assert again.backup_problem is None
        again.close()


def test_the_daily_backup_can_wait_for_the_window(
    store: Store, opening: Opening, key: bytes, add: Add
) -> None:
    store.writer.run(add("甲"))
    store.close()
    again = open_store(replace(opening, backup_first=False), key)
    assert again.backups.listed() == []
    assert again.backup() is not None
    assert again.backup() is None
    again.close()


def test_a_station_with_backups_is_never_begun_anew(
    store: Store, opening: Opening, key: bytes, add: Add
) -> None:
    store.writer.run(add("甲"))
    store.backup()
    store.close()
    opening.database.unlink()
    with pytest.raises(MissingDatabaseError) as caught:
        open_store(opening, key)
    assert "从备份恢复" in str(caught.value)
    assert not opening.database.exists()


def test_a_backup_that_cannot_be_made_does_not_stop_the_days_work(
    store: Store, opening: Opening, key: bytes, add: Add, read: Read
) -> None:
    store.writer.run(add("甲"))
    store.close()
    (opening.folder / "backups").write_text("a file in its place", "utf-8")
    again = open_store(opening, key)
    assert again.backup_problem is not None
    assert again.backup_problem.SORT == "environment"
    assert again.writer.run(read) == ["甲"]
    again.close()


def add_note(db: Database) -> None:
    db.table("entries").add_column("note", str)


def test_before_a_migration_there_is_a_backup_of_the_old_version(
    store: Store, opening: Opening, key: bytes, add: Add, read: Read
) -> None:
    store.writer.run(add("甲"))
    store.close()
    newer = replace(opening, migrations=[*STEPS, Migration(1001, "note", add_note)])
    again = open_store(newer, key)
    assert [item.version for item in again.backups.listed()] == [1000]
    assert again.writer.run(read) == ["甲"]
    again.close()


def test_without_a_backup_there_is_no_migration(
    store: Store, opening: Opening, key: bytes, read: Read
) -> None:
    store.close()
    (opening.folder / "backups").write_text("a file in its place", "utf-8")
    newer = replace(opening, migrations=[*STEPS, Migration(1001, "note", add_note)])
    with pytest.raises(StoreError):
        open_store(newer, key)
    again = open_store(opening, key)
    assert again.writer.run(read) == []
    again.close()


def test_readers_see_commits_from_their_own_threads(store: Store, add: Add, read: Read) -> None:
    seen: list[list[str]] = []

    def look() -> None:
        with closing(store.reader()) as reader:
            seen.append(read(reader))

    store.writer.run(add("甲"))
    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [["甲"]] * 4


def test_a_reader_is_not_held_up_by_the_writer(store: Store, add: Add, read: Read) -> None:
    store.writer.run(add("甲"))
    entered, go_on = threading.Event(), threading.Event()

    def slow(connection: Connection) -> None:
        add("乙")(connection)
        entered.set()
        assert go_on.wait(10)

    future = store.writer.submit(slow)
    assert entered.wait(10)
    with closing(store.reader()) as reader:
        assert read(reader) == ["甲"]
        go_on.set()
        future.result()
        assert read(reader) == ["甲", "乙"]


def test_closing_closes_forgotten_readers_and_empties_the_log(
    store: Store, opening: Opening, add: Add
) -> None:
    reader = store.reader()
    rows = reader.execute("SELECT * FROM entries")
    store.writer.run(add("甲"))
    assert store.close()
    assert store.close()
    assert rows is not None
    assert "station.db-wal" not in names(opening.folder)
    with pytest.raises(Exception, match="closed"):
        reader.execute("SELECT 1")


def test_a_checkpoint_takes_erased_text_out_of_the_log(
    store: Store, opening: Opening, add: Add
) -> None:
    store.writer.run(add("甲"))
    log = opening.folder / "station.db-wal"
    assert log.stat().st_size > 0
    assert store.checkpoint()
    assert log.stat().st_size == 0


def test_what_a_killed_program_left_half_written_is_cleared(opening: Opening, key: bytes) -> None:
    opening.folder.mkdir()
    (opening.folder / ".0011223344556677.part").write_bytes(b"half")
    open_store(opening, key).close()
    assert ".0011223344556677.part" not in names(opening.folder)


def test_the_key_is_in_no_repr(store: Store, key: bytes) -> None:
    assert store.key == key
    for item in (store, store.backups, store.writer):
        assert key.hex() not in repr(item)
        assert repr(key) not in repr(item)
