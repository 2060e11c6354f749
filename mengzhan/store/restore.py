"""Putting a backup in the place of the database.

Staged in the data folder, proved there, and only then exchanged in one step; the database that
is there now is kept first, as a backup when it is sound, as plain files when it is not.
"""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from mengzhan.store.atomic import private_folder, staged, write_atomic
from mengzhan.store.backup import SET_ASIDE, Backup, Backups, read_keys
from mengzhan.store.driver import (
    Connection,
    find_damage,
    open_database,
    remove_side_files,
    side_files,
)
from mengzhan.store.errors import StoreError, named_errors
from mengzhan.store.keyfile import KEYS_NAME, parse
from mengzhan.store.lock import FolderLock
from mengzhan.store.migrations import check_version

Carry = Callable[[Connection, Connection], None]
"""Brings something from the present database (reading only) into the restored one."""


def restore(
    backup: Backup,
    database: Path,
    backups: Backups,
    *,
    known_version: int,
    carry: Carry | None = None,
) -> Path | None:
    """Replace ``database`` (closed) by ``backup``; return where the present one was kept.

    The caller opens the database afterwards; the marker outside then disagrees, which makes it
    take a new replica id. ``carry`` brings over what must not be lost; from a database that is
    missing or cannot be read nothing can be brought.

    Raises:
        InUseError: the database is still open.
        NewerVersionError, UnusableBackupError: the backup cannot be used; nothing was changed.
        StoreError: disk full and the like; nothing was changed.
    """
    check_version(backup.version, known_version)
    lock = FolderLock.take(database.parent)
    try:
        with staged(database) as temporary:
            with named_errors():
                shutil.copyfile(backup.path, temporary)
            backups.check(temporary)
            if carry is not None and database.exists():
                _carry_over(carry, database, temporary, backups.key)
            kept = _keep_present(database, backups)
            # A write-ahead log left beside it would be played into the restored file.
            with named_errors():
                remove_side_files(database)
        return kept
    finally:
        lock.release()


def _carry_over(carry: Carry, database: Path, restored: Path, key: bytes) -> None:
    with closing(open_database(restored, key)) as target:
        try:
            with closing(open_database(database, key, readonly=True)) as present, named_errors():
                carry(present, target)
        except StoreError as error:
            if error.SORT == "environment":
                raise
    remove_side_files(restored)


def bring_keys(backup: Backup, data_folder: Path, backups_folder: Path, stamp: str) -> None:
    """Put the key file that came with ``backup`` into the data folder.

    For another computer, or when ``keys.json`` is damaged or was edited. One that is there
    already is kept aside in the backups folder.

    Raises:
        NoKeysInBackupError, KeysDamagedError, KeysNewerError: nothing was changed.
    """
    keys = read_keys(backup)
    parse(keys)
    present = data_folder / KEYS_NAME
    if present.exists():
        _set_aside(present, backups_folder, stamp)
    write_atomic(present, keys)


def _keep_present(database: Path, backups: Backups) -> Path | None:
    if database.exists():
        made = _back_up_if_sound(database, backups)
        if made is not None:
            return made
    kept = None
    for path in (*side_files(database), database):
        if path.exists():
            kept = _set_aside(path, backups.folder, backups.stamp())
    return kept


def _back_up_if_sound(database: Path, backups: Backups) -> Path | None:
    try:
        # Reading only: a writing connection would play the log into a damaged file and drop it.
        with closing(open_database(database, backups.key, readonly=True)) as present:
            made = None if find_damage(present) else backups.make(present, force=True)
    except StoreError as error:
        if error.SORT == "environment":
            raise
        return None
    return None if made is None else made.path


def _set_aside(path: Path, folder: Path, stamp: str) -> Path:
    private_folder(folder)
    target = folder / f"{SET_ASIDE}{stamp}.{path.name}"
    with staged(target) as temporary, named_errors():
        shutil.copyfile(path, temporary)
    return target
