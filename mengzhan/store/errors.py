"""What can go wrong with stored data, sorted by whose turn it is.

Three sorts (design, "Errors"): the *environment* (disk full, stick gone: the user frees space or
plugs it in again), the *data* (this file is damaged: restore one), and *our bug*, which has no
class here: whatever ``named_errors`` does not recognise passes through untouched and ends in the
report dialog.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar, Literal

import sqlcipher3.dbapi2 as sqlcipher

from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

Sort = Literal["environment", "data"]

_PRIMARY_CODE = 0xFF  # the low byte of an extended SQLite code names its family


class StoreError(UserError):
    """Base of everything that a user may meet while data is opened, written or backed up."""

    SORT: ClassVar[Sort] = "environment"
    CODE: ClassVar[str] = ""
    TEXT: ClassVar[str] = ""
    RESTORES: ClassVar[bool] = False
    """Whether putting a backup in the place of the data is the way out."""

    def __init__(self, **params: object) -> None:
        super().__init__(self.CODE, Message(self.TEXT, params))


class DiskFullError(StoreError):
    """No space left where the program writes."""

    CODE = "STORE_DISK_FULL"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "磁盘已满，这一次没有保存，原有数据没有变。请清理出一些空间后再试一次。"
    )


class NoRoomError(StoreError):
    """Too little space to begin working: ``free`` and ``need`` in MB."""

    CODE = "STORE_NO_ROOM"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "磁盘只剩 {free} MB，至少要有 {need} MB 才能安全打开数据。请清理磁盘后再打开蒙站。"
    )


class ReadOnlyError(StoreError):
    """The folder, the file or the disk may not be written."""

    CODE = "STORE_READ_ONLY"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "数据文件夹不能写入（只读，或没有权限）。请取消写保护，或换一个能写的文件夹，再打开蒙站。",
    )


class DiskTroubleError(StoreError):
    """Reading or writing failed below us: a bad sector, a stick pulled out."""

    CODE = "STORE_DISK_TROUBLE"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "读写磁盘出错（盘被拔出，或磁盘有故障），这一次没有保存。请接好磁盘后再试一次。"
    )


class FolderGoneError(StoreError):
    """A folder on the way is not there: mistyped, moved, or on a stick that was pulled out."""

    CODE = "STORE_FOLDER_GONE"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "找不到这个文件夹（写错了，或盘被拔出），没有保存。请换个地方存，或接好盘再试一次。",
    )


class CannotOpenError(StoreError):
    """The operating system does not let us open the file at all."""

    CODE = "STORE_CANNOT_OPEN"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "打不开数据文件。请确认数据文件夹在本机硬盘上、当前用户有权限，再打开蒙站。"
    )


class BusyError(StoreError):
    """Another program (a virus scanner, a copying program) holds the file for too long."""

    CODE = "STORE_BUSY"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "数据文件正被别的程序占用（杀毒、网盘或备份软件），这一次没有保存。请稍等再试一次。",
    )


class NoMemoryError(StoreError):
    """The computer has no memory left."""

    CODE = "STORE_NO_MEMORY"
    TEXT = QT_TRANSLATE_NOOP("model", "电脑内存不够，这一次没有保存。请关掉几个程序后再试一次。")


class InUseError(StoreError):
    """Another running program holds this data folder: ``host``, ``pid``, ``since``."""

    CODE = "STORE_IN_USE"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "这份数据已经打开（电脑 {host}，进程 {pid}，始于 {since}）。"
        "请切换到已打开的蒙站窗口，或先把它关掉。",
    )


class NoLockError(StoreError):
    """The file system cannot lock files, so two windows could write at once."""

    CODE = "STORE_NO_LOCK"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "这个磁盘不支持锁定文件，不能保证数据安全。请把数据文件夹放到本机硬盘上。"
    )


class MissingDatabaseError(StoreError):
    """There is no database where one is expected."""

    SORT = "data"
    RESTORES = True
    CODE = "STORE_MISSING"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "数据文件夹里没有数据库文件。如果文件夹搬动过，请选对文件夹；"
        "如果文件丢了，请按“从备份恢复”选最近的一份。",
    )


class WrongKeyError(StoreError):
    """No page of the file opens with this key."""

    SORT = "data"
    RESTORES = True
    CODE = "STORE_WRONG_KEY"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "钥匙与数据库对不上：两个文件不是一套，或者数据库文件已被别的内容覆盖。"
        "请按“从备份恢复”选最近的一份。",
    )


class NotOursError(StoreError):
    """The file is a plain SQLite database, not one of ours."""

    SORT = "data"
    RESTORES = True
    CODE = "STORE_NOT_OURS"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "这个文件没有加密，不是蒙站的数据库。请选对文件夹，或按“从备份恢复”选一份。"
    )


class DamagedError(StoreError):
    """The key fits, but pages are missing or changed."""

    SORT = "data"
    RESTORES = True
    CODE = "STORE_DAMAGED"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "数据库文件已损坏。请不要继续录入，按“从备份恢复”选最近的一份；损坏的文件会另存，不会删掉。",
    )


class NewerVersionError(StoreError):
    """A newer program wrote this data: versions ``found`` and ``known``, as ``major.minor``."""

    SORT = "data"
    CODE = "STORE_NEWER_VERSION"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "这份数据由更新版本的蒙站写成（数据版本 {found}，本程序只认得到 {known}），数据没有改动。"
        "请升级蒙站后再打开。",
    )


_BY_SQLITE_CODE: dict[int, type[StoreError]] = {
    sqlcipher.SQLITE_FULL: DiskFullError,
    sqlcipher.SQLITE_READONLY: ReadOnlyError,
    sqlcipher.SQLITE_PERM: ReadOnlyError,
    sqlcipher.SQLITE_IOERR: DiskTroubleError,
    sqlcipher.SQLITE_CANTOPEN: CannotOpenError,
    sqlcipher.SQLITE_BUSY: BusyError,
    sqlcipher.SQLITE_LOCKED: BusyError,
    sqlcipher.SQLITE_NOMEM: NoMemoryError,
    sqlcipher.SQLITE_CORRUPT: DamagedError,
    sqlcipher.SQLITE_NOTADB: WrongKeyError,
}

_BY_ERRNO: dict[int, type[StoreError]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EFBIG: DiskFullError,
    errno.EROFS: ReadOnlyError,
    errno.EACCES: ReadOnlyError,
    errno.EPERM: ReadOnlyError,
    errno.ENOENT: FolderGoneError,
    errno.ENOTDIR: FolderGoneError,
}

_WINDOWS_SHARING = {32, 33}  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION


# sqlcipher3's ``backup`` raises with SQLite's fixed words but without its code.
_CODE_BY_WORDS: dict[str, int] = {
    "attempt to write a readonly database": sqlcipher.SQLITE_READONLY,
    "database disk image is malformed": sqlcipher.SQLITE_CORRUPT,
    "database is locked": sqlcipher.SQLITE_BUSY,
    "database or disk is full": sqlcipher.SQLITE_FULL,
    "disk I/O error": sqlcipher.SQLITE_IOERR,
    "file is not a database": sqlcipher.SQLITE_NOTADB,
}


def sqlite_family(error: BaseException) -> int:
    """Return the primary SQLite result code that an exception stands for, or -1."""
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        return code & _PRIMARY_CODE
    return _CODE_BY_WORDS.get(str(error), -1)


@contextmanager
def database_errors() -> Iterator[None]:
    """Turn failures of the database into named errors; leave our bugs as they are.

    Raises:
        StoreError: the environment or the data is to blame.
    """
    try:
        yield
    except sqlcipher.Error as error:
        known = _BY_SQLITE_CODE.get(sqlite_family(error))
        if known is None:
            raise
        raise known from error
    except MemoryError as error:
        raise NoMemoryError from error


@contextmanager
def named_errors() -> Iterator[None]:
    """Like ``database_errors``, and for what the file system reports as well."""
    try:
        with database_errors():
            yield
    except OSError as error:
        raise _os_error(error) from error


def _os_error(error: OSError) -> type[StoreError]:
    if getattr(error, "winerror", None) in _WINDOWS_SHARING:
        return BusyError
    return _BY_ERRNO.get(error.errno or 0, DiskTroubleError)
