import os
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from mengzhan.store.backup import (
    Backup,
    Backups,
    NoKeysInBackupError,
    UnusableBackupError,
    list_backups,
)
from mengzhan.store.connection import Opening, Store, open_store
from mengzhan.store.driver import Connection, open_database
from mengzhan.store.errors import InUseError, NewerVersionError, StoreError
from mengzhan.store.key_errors import KeysDamagedError
from mengzhan.store.keyring import Keyring
from mengzhan.store.restore import bring_keys, restore
from mengzhan.store.wrapping import Cost
from tests.computers import Clock, MemoryKeystore

Add = Callable[..., Callable[[Connection], None]]
Read = Callable[[Connection], list[str]]

UNCLEAN_WRITE = """
import os, sys
from pathlib import Path
from mengzhan.store.driver import open_database
connection = open_database(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
connection.execute("INSERT INTO entries VALUES (3, 'only in the log')")
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def two(opening: Opening, key: bytes, add: Add) -> Backup:
    """A closed data folder with a backup of two entries; a third came later."""
    store = open_store(opening, key)
    store.writer.run(add("甲", "乙"))
    backup = store.backup()
    store.writer.run(add("丙"))
    store.close()
    assert backup is not None
    return backup


@pytest.fixture
def backups(opening: Opening, key: bytes) -> Backups:
    return Backups(opening.folder, key, opening.proof, clock=opening.clock)


def reopened(opening: Opening, key: bytes) -> Store:
    return open_store(replace(opening, create=False), key)


def content(opening: Opening, key: bytes, read: Read) -> list[str]:
    store = reopened(opening, key)
    found = store.writer.run(read)
    store.close()
    return found


def test_there_and_back(
    two: Backup, opening: Opening, backups: Backups, key: bytes, read: Read
) -> None:
    kept = restore(two, opening.database, backups, known_version=1000)
    assert content(opening, key, read) == ["甲", "乙"]
    newest = next(item for item in backups.listed() if item.path == kept)
    restore(newest, opening.database, backups, known_version=1000)
    assert content(opening, key, read) == ["甲", "乙", "丙"]


def test_not_while_it_is_open(
    two: Backup, opening: Opening, backups: Backups, key: bytes, read: Read
) -> None:
    store = reopened(opening, key)
    with pytest.raises(InUseError):
        restore(two, opening.database, backups, known_version=1000)
    assert store.writer.run(read) == ["甲", "乙", "丙"]
    store.close()


def test_a_damaged_backup_changes_nothing(
    two: Backup, opening: Opening, backups: Backups, key: bytes, read: Read
) -> None:
    os.truncate(two.path, two.size - 4096)
    before = opening.database.read_bytes()
    with pytest.raises(UnusableBackupError) as caught:
        restore(two, opening.database, backups, known_version=1000)
    assert "现有数据没有动" in str(caught.value)
    assert opening.database.read_bytes() == before
    assert len(backups.listed()) == 1
    assert content(opening, key, read) == ["甲", "乙", "丙"]


def test_a_backup_of_other_data_changes_nothing(
    two: Backup, opening: Opening, tmp_path: Path, backups: Backups, key: bytes, add: Add
) -> None:
    other = open_store(replace(opening, folder=tmp_path / "other"), os.urandom(32))
    other.writer.run(add("x"))
    strange = other.backup()
    other.close()
    assert strange is not None
    before = opening.database.read_bytes()
    with pytest.raises(UnusableBackupError):
        restore(strange, opening.database, backups, known_version=1000)
    assert opening.database.read_bytes() == before


def test_a_backup_of_a_newer_version_is_told(
    two: Backup, opening: Opening, backups: Backups
) -> None:
    newer = two.path.with_name(two.path.name.replace("v1000", "v2000"))
    two.path.rename(newer)
    with pytest.raises(NewerVersionError):
        restore(backups.listed()[0], opening.database, backups, known_version=1000)


@pytest.mark.parametrize("cut", [None, 0, 4096, 9000])
def test_a_damaged_database_is_replaced_and_kept_aside(
    two: Backup, opening: Opening, backups: Backups, key: bytes, read: Read, cut: int | None
) -> None:
    if cut is None:
        opening.database.write_bytes(os.urandom(50_000))
    else:
        os.truncate(opening.database, cut)
    broken = opening.database.read_bytes()
    kept = restore(two, opening.database, backups, known_version=1000)
    assert kept is not None
    assert kept.name == "damaged-20261123T010203Z.station.db"
    assert kept.read_bytes() == broken
    assert content(opening, key, read) == ["甲", "乙"]


def test_a_lost_database_comes_back(
    two: Backup, opening: Opening, backups: Backups, key: bytes, read: Read
) -> None:
    opening.database.unlink()
    with pytest.raises(StoreError) as caught:
        reopened(opening, key)
    assert caught.value.code == "STORE_MISSING"
    assert restore(two, opening.database, backups, known_version=1000) is None
    assert content(opening, key, read) == ["甲", "乙"]


def crashed(child: Callable[..., "subprocess.Popen[str]"], opening: Opening, key: bytes) -> None:
    """End a writing process so that its last commit stands in the log only."""
    process = child(UNCLEAN_WRITE, str(opening.database), key.hex())
    process.kill()
    process.wait()
    assert opening.database.with_name("station.db-wal").stat().st_size > 0


def test_the_log_of_a_crashed_program_is_not_played_into_the_restored_file(
    opening: Opening,
    backups: Backups,
    key: bytes,
    add: Add,
    read: Read,
    child: Callable[..., "subprocess.Popen[str]"],
) -> None:
    store = open_store(opening, key)
    store.writer.run(add("甲", "乙"))
    backup = store.backup()
    store.close()
    assert backup is not None
    crashed(child, opening, key)
    kept = restore(backup, opening.database, backups, known_version=1000)
    assert content(opening, key, read) == ["甲", "乙"]
    assert kept is not None
    with closing(open_database(kept, key, readonly=True)) as copy:
        assert read(copy) == ["甲", "乙", "only in the log"]


def test_a_log_beside_a_damaged_file_is_kept_aside_with_it(
    two: Backup, opening: Opening, backups: Backups, key: bytes, read: Read
) -> None:
    opening.database.write_bytes(os.urandom(50_000))
    opening.database.with_name("station.db-wal").write_bytes(b"log")
    restore(two, opening.database, backups, known_version=1000)
    assert content(opening, key, read) == ["甲", "乙"]
    assert (backups.folder / "damaged-20261123T010203Z.station.db-wal").read_bytes() == b"log"


def test_the_log_of_a_lost_database_is_kept_aside(
    two: Backup, opening: Opening, backups: Backups, key: bytes, read: Read
) -> None:
    opening.database.unlink()
    opening.database.with_name("station.db-wal").write_bytes(b"log")
    kept = restore(two, opening.database, backups, known_version=1000)
    assert content(opening, key, read) == ["甲", "乙"]
    assert kept is not None
    assert kept.read_bytes() == b"log"


def test_a_database_whose_chain_is_broken_is_kept_aside_as_it_is(
    two: Backup, opening: Opening, backups: Backups, key: bytes, read: Read
) -> None:
    with closing(open_database(opening.database, key)) as connection:
        connection.execute("DELETE FROM entries WHERE seq = 1")
    kept = restore(two, opening.database, backups, known_version=1000)
    assert kept is not None
    assert kept.name.startswith("damaged-")
    assert backups.listed() == [two]
    assert content(opening, key, read) == ["甲", "乙"]


def test_on_another_computer_two_files_and_the_printed_code_are_enough(
    tmp_path: Path,
    opening: Opening,
    keystore: MemoryKeystore,
    cheap: Cost,
    clock: Clock,
    add: Add,
    read: Read,
) -> None:
    opening.folder.mkdir()
    made = Keyring.create(
        opening.folder, "操作员甲", "chief", "830517", keystore=keystore, cost=cheap, clock=clock
    )
    store = open_store(opening, made.key)
    store.writer.run(add("甲", "乙"))
    store.backup()
    store.close()

    new = replace(opening, folder=tmp_path / "new computer", create=False)
    new.folder.mkdir()
    (backup,) = list_backups(opening.folder / "backups")
    bring_keys(backup, new.folder, new.folder / "backups", "20261124T000000Z")
    keyring = Keyring.read(new.folder, keystore=MemoryKeystore(), cost=cheap, clock=clock)
    first = keyring.operators[0]
    with pytest.raises(StoreError) as caught:
        keyring.unlock(first.id, "830517")
    assert caught.value.code == "KEYS_NO_MACHINE_SECRET"
    key = keyring.unlock_with_recovery(made.recovery_code)
    restore(backup, new.database, Backups(new.folder, key, new.proof), known_version=1000)
    assert content(new, key, read) == ["甲", "乙"]
    keyring.set_secret(key, first.id, "460912")
    assert keyring.unlock(first.id, "460912") == key


def test_a_changed_pin_opens_an_older_backup_too(
    opening: Opening, keystore: MemoryKeystore, cheap: Cost, add: Add, read: Read
) -> None:
    opening.folder.mkdir()
    made = Keyring.create(
        opening.folder, "操作员甲", "chief", "830517", keystore=keystore, cost=cheap
    )
    store = open_store(opening, made.key)
    store.writer.run(add("甲"))
    backup = store.backup()
    made.keyring.set_secret(made.key, made.keyring.operators[0].id, "460912")
    store.backups.refresh_keys()
    store.close()
    assert backup is not None
    bring_keys(backup, opening.folder, opening.folder / "backups", "20261124T000000Z")
    again = Keyring.read(opening.folder, keystore=keystore, cost=cheap)
    key = again.unlock(again.operators[0].id, "460912")
    backups = Backups(opening.folder, key, opening.proof)
    restore(backup, opening.database, backups, known_version=1000)
    assert content(opening, key, read) == ["甲"]


def test_keys_that_are_there_are_kept_aside(two: Backup, opening: Opening) -> None:
    keys = opening.folder / "keys.json"
    keys.write_bytes(b"broken")
    with pytest.raises(NoKeysInBackupError):
        bring_keys(two, opening.folder, opening.folder / "backups", "20261124T000000Z")
    two.card.write_text('{"token": "", "keys": "broken too"}', "utf-8")
    with pytest.raises(KeysDamagedError):
        bring_keys(two, opening.folder, opening.folder / "backups", "20261124T000000Z")
    assert keys.read_bytes() == b"broken"
    good = '{\\"format\\": 1, \\"id\\": \\"i\\", \\"operators\\": [], \\"slots\\": []}'
    two.card.write_text(f'{{"token": "", "keys": "{good}"}}', "utf-8")
    bring_keys(two, opening.folder, opening.folder / "backups", "20261124T000000Z")
    assert keys.read_text("utf-8").startswith('{"format": 1')
    aside = opening.folder / "backups" / "damaged-20261124T000000Z.keys.json"
    assert aside.read_bytes() == b"broken"
