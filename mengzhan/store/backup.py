"""Backups: encrypted with the same key, proved by opening them, thinned, restorable.

A backup is two files: ``backup-20261123T054956Z-v1000.db`` and, of the same name, a ``.json``
with its state token and a copy of the key file. The database key never changes, so a PIN changed
later still opens an older backup here; the copy of the key file is for another computer, where
the printed recovery code opens it. After every change of the key file ``refresh_keys`` renews
the copies, so that somebody who was removed cannot come in through an old backup.
"""

import json
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mengzhan.model.clock import WallClock, system_clock
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.store import retention
from mengzhan.store.atomic import private_folder, staged, write_atomic
from mengzhan.store.driver import (
    Connection,
    find_damage,
    open_database,
    open_fresh,
    remove_side_files,
)
from mengzhan.store.errors import StoreError, named_errors
from mengzhan.store.keyfile import KEYS_NAME
from mengzhan.store.migrations import read_version

BACKUPS_NAME = "backups"
SET_ASIDE = "damaged-"
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"backup-(\d{8}T\d{6}Z)-v(\d+)\.db")
_ASIDE = re.compile(rf"{SET_ASIDE}(\d{{8}}T\d{{6}}Z)\..+")


class BackupFailedError(StoreError):
    """A backup that was just made did not stand the check."""

    SORT = "data"
    CODE = "STORE_BACKUP_FAILED"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "刚做的备份没有通过检查，已删除；以前的备份还在。请重新打开蒙站，让它检查数据库。",
    )


class UnusableBackupError(StoreError):
    """The chosen backup is damaged, cut short or belongs to other data."""

    SORT = "data"
    CODE = "STORE_BACKUP_UNUSABLE"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "这份备份不能用（损坏、不完整，或不是这份数据的），现有数据没有动。请换一份备份。"
    )


class NoKeysInBackupError(StoreError):
    """The backup came without its second file."""

    SORT = "data"
    CODE = "STORE_BACKUP_NO_KEYS"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "这份备份缺少同名的 .json 文件，里面有钥匙。请把两个文件一起拷过来再试一次。"
    )


@dataclass(frozen=True)
class Proof:
    """How the content proves itself.

    ``token`` returns a text that changes with every change (the journal's head hashes);
    ``verify`` raises a ``UserError`` when the content is not sound (the hash chain).
    """

    token: Callable[[Connection], str]
    verify: Callable[[Connection], None]


@dataclass(frozen=True)
class Backup:
    """One backup: when it was made (UTC), the data's version, its size in bytes."""

    path: Path
    made: datetime
    version: int
    size: int
    token: str = field(repr=False)

    @property
    def card(self) -> Path:
        """The path of the second file, with token and keys."""
        return self.path.with_suffix(".json")


class Backups:
    """The backups of one data folder (in its ``backups`` folder)."""

    def __init__(
        self, data_folder: Path, key: bytes, proof: Proof, *, clock: WallClock = system_clock
    ) -> None:
        self.folder = data_folder / BACKUPS_NAME
        self._keys = data_folder / KEYS_NAME
        self.key = key
        self._proof = proof
        self._clock = clock

    def make(self, source: Connection, *, force: bool = False) -> Backup | None:
        """Back up what ``source`` sees; None when nothing changed since the last (unless forced).

        ``source`` should be a reading connection: the writer can then go on meanwhile. It must
        have no transaction open.

        Raises:
            BackupFailedError: the copy did not stand the check; it is gone.
            StoreError: disk full and the like; nothing is left behind.
        """
        if source.in_transaction:
            raise RuntimeError("a backup needs a connection without a transaction")
        token, version = self._proof.token(source), read_version(source)
        last = self.newest()
        if not force and last is not None and (last.token, last.version) == (token, version):
            return None
        private_folder(self.folder)
        path = self._free_path(version)
        self._write_card(path.with_suffix(".json"), token)
        try:
            with staged(path) as temporary:
                _copy(source, temporary, self.key)
                self._prove(temporary, BackupFailedError)
        except BaseException:
            path.with_suffix(".json").unlink(missing_ok=True)
            raise
        return read_backup(path)

    def listed(self) -> list[Backup]:
        """Return the backups, newest first."""
        return list_backups(self.folder)

    def newest(self) -> Backup | None:
        """Return the last backup, or None."""
        return next(iter(self.listed()), None)

    def check(self, path: Path) -> None:
        """Open a database file with this key and check pages, trees and content.

        Raises:
            UnusableBackupError: with the reason as its cause.
        """
        self._prove(path, UnusableBackupError)

    def thin(self) -> list[Backup]:
        """Delete what need not stay (see ``retention``); return what was deleted."""
        present = self.listed()
        kept = retention.to_keep((item.made for item in present), self._clock())
        return [_delete(item) for item in present if item.made not in kept]

    def purge_before(self, moment: datetime) -> list[Path]:
        """Delete every copy made before ``moment``, also damaged files that were set aside.

        For erasures (see ``retention.erasure_limit``). Make a backup first: it must not happen
        that none is left.

        Raises:
            RuntimeError: there is no later backup; nothing was deleted.
        """
        present = self.listed()
        old = [item for item in present if item.made < moment]
        if old and len(old) == len(present):
            raise RuntimeError("make a backup before purging the older ones")
        gone = [_delete(item).path for item in old]
        for path in self.folder.glob(f"{SET_ASIDE}*"):
            match = _ASIDE.fullmatch(path.name)
            if match and _moment(match[1]) < moment:
                path.unlink()
                gone.append(path)
        return gone

    def refresh_keys(self) -> None:
        """Put the present key file into all backups; call it after every change of it."""
        for item in self.listed():
            self._write_card(item.card, item.token)

    def stamp(self) -> str:
        """Return the present moment as it is written in file names (UTC)."""
        return self._clock().astimezone(UTC).strftime(_STAMP)

    def _free_path(self, version: int) -> Path:
        moment = self._clock().astimezone(UTC)
        while True:
            path = self.folder / f"backup-{moment.strftime(_STAMP)}-v{version}.db"
            if not path.exists():
                return path
            moment += timedelta(seconds=1)

    def _write_card(self, card: Path, token: str) -> None:
        with named_errors():
            keys = self._keys.read_text(encoding="utf-8") if self._keys.exists() else None
        write_atomic(card, json.dumps({"token": token, "keys": keys}).encode())

    def _prove(self, path: Path, failure: type[StoreError]) -> None:
        try:
            with closing(open_database(path, self.key, readonly=True)) as copy:
                damage = find_damage(copy)
                if damage:
                    raise failure
                self._proof.verify(copy)
        except UserError as error:
            if isinstance(error, failure) or getattr(error, "SORT", "data") == "environment":
                raise
            raise failure from error
        remove_side_files(path)


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups in a folder, newest first; anything else in it is passed over."""
    found = [read_backup(path) for path in folder.glob("backup-*.db")]
    present = [item for item in found if item is not None]
    return sorted(present, key=lambda item: item.path.name, reverse=True)


def read_backup(path: Path) -> Backup | None:
    """Describe one backup by its name and its second file, or None when it is none."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    token, _ = _read_card(path.with_suffix(".json"))
    return Backup(path, _moment(match[1]), int(match[2]), path.stat().st_size, token)


def read_keys(backup: Backup) -> bytes:
    """Return the copy of the key file that came with a backup.

    Raises:
        NoKeysInBackupError: the second file is missing or broken.
    """
    _, keys = _read_card(backup.card)
    if keys is None:
        raise NoKeysInBackupError
    return keys.encode()


def _copy(source: Connection, target: Path, key: bytes) -> None:
    with named_errors(), closing(open_fresh(target, key)) as copy:
        # The whole file is flushed once, before it gets its name.
        copy.execute("PRAGMA synchronous=OFF")
        source.backup(copy)
        # One single file: it can be copied and read from a disk that cannot be written.
        copy.execute("PRAGMA journal_mode=DELETE")


def _read_card(card: Path) -> tuple[str, str | None]:
    try:
        content = json.loads(card.read_bytes())
        token, keys = content["token"], content["keys"]
    except (OSError, ValueError, KeyError, TypeError):
        return "", None
    return str(token), keys if isinstance(keys, str) else None


def _moment(stamp: str) -> datetime:
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)


def _delete(backup: Backup) -> Backup:
    with named_errors():
        backup.path.unlink(missing_ok=True)
        backup.card.unlink(missing_ok=True)
    return backup
