"""One process per data folder.

The operating system's lock decides, so a lock of a dead process is free by itself and no stale
file can keep a user out. The file's text only says who holds it. It is never deleted: removing a
lock file lets two processes lock two files of the same name.
"""

import errno
import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from mengzhan.model.clock import WallClock, system_clock, wall_text
from mengzhan.store.atomic import PRIVATE
from mengzhan.store.errors import InUseError, NoLockError, named_errors

LOCK_NAME = "station.lock"
_LONGEST = 4096
# Windows locks are mandatory: lock one byte far behind the text, so that others can read it.
_LOCKED_BYTE = 1 << 30
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


@dataclass(frozen=True)
class Holder:
    """Who holds a data folder: computer name, process number, start (UTC). No personal data."""

    host: str
    pid: int
    since: str


class FolderLock:
    """The right to write to one data folder; released by ``release`` or by the process's end."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, folder: Path, *, clock: WallClock = system_clock) -> Self:
        """Lock ``folder`` for this process.

        Raises:
            InUseError: another process (or another window of this one) holds it; names the holder.
            NoLockError: the file system cannot lock.
            StoreError: the folder cannot be written.
        """
        with named_errors():
            flags = os.O_CREAT | os.O_RDWR
            descriptor = os.open(folder / LOCK_NAME, flags, PRIVATE)
        try:
            if not _try_lock(descriptor):
                holder = _read_holder(descriptor)
                raise InUseError(host=holder.host, pid=holder.pid, since=holder.since)
            with named_errors():
                _write_holder(descriptor, Holder(platform.node(), os.getpid(), wall_text(clock())))
        except BaseException:
            os.close(descriptor)
            raise
        return cls(descriptor)

    def release(self) -> None:
        """Give the folder free; harmless when done twice."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        try:
            # Unlocked by name and not only by closing: a forked child may hold a copy open.
            _unlock(descriptor)
        finally:
            os.close(descriptor)

    @property
    def held(self) -> bool:
        """Whether this object still holds its folder."""
        return self._descriptor is not None


def _read_holder(descriptor: int) -> Holder:
    """Read the holder's card; a holder that is just writing it may show as unknown."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        card = json.loads(os.read(descriptor, _LONGEST))
        return Holder(str(card["host"]), int(card["pid"]), str(card["since"]))
    except (ValueError, KeyError, TypeError):
        return Holder("?", 0, "?")


def _write_holder(descriptor: int, holder: Holder) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(asdict(holder)).encode())


def _try_lock(descriptor: int) -> bool:
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise NoLockError from error
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
