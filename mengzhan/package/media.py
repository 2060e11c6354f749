"""Putting a finished file on a stick: look first, write safely, read it back, only then say done.

``store`` has its own atomic writer for files beside the database. A stick needs more: it may be
full, read-only, formatted FAT, or pulled out half-way, and it may acknowledge bytes that it has
not kept. So the order here is: preflight (findings as data) -> temporary file in the same folder
-> fsync -> rename -> fsync of the folder -> drop the cached pages -> open again and hash.

``Finding.code``: ``media.missing``, ``media.not_a_folder``, ``media.read_only``, ``media.full``,
``media.file_too_big``, ``media.bad_name``, ``media.name_taken``. ``MediaError.code``: the same, and
``media.gone`` (pulled out), ``media.failed`` (any other system error, named in the message) and
``media.not_as_written`` (what was read back differs).
"""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.package.checknumber import check_number
from mengzhan.package.drives import file_system_of
from mengzhan.package.filenames import is_portable
from mengzhan.store.atomic import free_name

_FAT = frozenset({"vfat", "msdos", "fat", "fat12", "fat16", "fat32"})
_FAT_LARGEST = 2**32 - 1
"""Bytes: the size field of a FAT directory entry has 32 bits."""
_SLACK = 64 * 1024
"""Bytes kept free for the directory and the last cluster, which FAT32 makes up to 64 KiB large."""
_CHUNK = 1024 * 1024
_TEMPORARY = ".mengzhan-{token}.part"

_WORDS = {
    "missing": Message(QT_TRANSLATE_NOOP("model", "找不到这个位置。请插好 U 盘，再选一次。")),
    "not_a_folder": Message(QT_TRANSLATE_NOOP("model", "选的不是文件夹。请选择 U 盘或文件夹。")),
    "read_only": Message(
        QT_TRANSLATE_NOOP("model", "这个位置不能写入。请打开 U 盘的写保护开关，或换一个 U 盘。")
    ),
    "full": Message(
        QT_TRANSLATE_NOOP(
            "model", "空间不够，要 {need} MB，还剩 {free} MB。请腾出空间或换一个 U 盘。"
        )
    ),
    "file_too_big": Message(
        QT_TRANSLATE_NOOP("model", "文件太大，这个 U 盘的格式放不下。请换一个 exFAT 格式的 U 盘。")
    ),
    "bad_name": Message(
        QT_TRANSLATE_NOOP("model", '这个文件名在 U 盘上不能用。请去掉 < > : " / \\ | ? * 等符号。')
    ),
    "name_taken": Message(
        QT_TRANSLATE_NOOP("model", "已有同名文件，不会覆盖它。可以改用：{proposed}")
    ),
    "gone": Message(
        QT_TRANSLATE_NOOP(
            "model", "U 盘断开了或读写出错，文件没有写完。请插好 U 盘重新写一次，还不行就换一个。"
        )
    ),
    "failed": Message(
        QT_TRANSLATE_NOOP("model", "写入失败（{reason}）。请换一个 U 盘或位置，重新写一次。")
    ),
    "not_as_written": Message(
        QT_TRANSLATE_NOOP("model", "写完后核对不一致，文件已删除。这个 U 盘不可靠，请换一个再写。")
    ),
}
_BY_ERRNO = {
    "full": (errno.ENOSPC, errno.EDQUOT),
    "file_too_big": (errno.EFBIG,),
    "read_only": (errno.EROFS, errno.EACCES, errno.EPERM),
    "gone": (errno.ENOENT, errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN),
}
_GONE_ON_WINDOWS = frozenset({21, 55, 433, 1006, 1167})
"""Not ready, device not there any more (winerror.h)."""


@dataclass(frozen=True)
class Finding:
    """One thing that stands in the way; ``proposed`` is a free name, for ``media.name_taken``."""

    code: str
    message: Message
    proposed: str = ""


@dataclass(frozen=True)
class WrittenFile:
    """A file that was written and read back. ``sha256`` is hexadecimal."""

    path: Path
    sha256: str
    check_number: str


class MediaError(UserError):
    """A file that could not be written; nothing of it is left where it can be reached."""


def preflight(folder: Path, size: int, name: str, root: Path = Path("/")) -> list[Finding]:
    """Say what would keep a file of ``size`` bytes called ``name`` from being written.

    An empty list means: go ahead. The folder is tried by making and removing an empty file.
    ``root`` is where ``proc/mounts`` is looked for.
    """
    try:
        return list(_findings(folder, size, name, root))
    except OSError as error:
        return [_as_finding(_named(error, folder, size))]


def put_package(
    data: bytes, folder: Path, name: str, progress: Progress | None = None
) -> WrittenFile:
    """Look first, then write and read back; a name that is taken gets a number.

    Raises what ``write_package`` raises.
    """
    for finding in preflight(folder, len(data), name):
        if not finding.proposed:
            raise MediaError(finding.code, finding.message)
        name = finding.proposed
    return write_package(data, folder, name, progress)


def write_package(
    data: bytes, folder: Path, name: str, progress: Progress | None = None
) -> WrittenFile:
    """Write ``data`` as ``name`` into ``folder``, mode 0600, and read it back.

    Never replaces a file. Raises ``MediaError``, or ``Cancelled`` if the user asked to stop; in
    both cases the file is removed again, if the stick is still there. ``progress`` counts bytes:
    half for writing, half for reading back.
    """
    progress = progress or Progress()
    if not is_portable(name):
        raise _error("bad_name")
    target = folder / name
    with _system_errors_named(folder, len(data)):
        _refuse_taken(folder, name)
        temporary = folder / _TEMPORARY.format(token=secrets.token_hex(8))
        with _removed_on_failure(temporary):
            _write(temporary, data, progress)
            temporary.rename(target)
        with _removed_on_failure(target):
            _sync_folder(folder)
            progress.step(len(data), 2 * len(data), Message(QT_TRANSLATE_NOOP("model", "正在核对")))
            digest = _hash_from_disk(target)
            if digest != sha256(data).digest():
                raise _error("not_as_written")
    return WrittenFile(target, digest.hex(), check_number(digest))


def _findings(folder: Path, size: int, name: str, root: Path) -> Iterator[Finding]:
    if not is_portable(name):
        yield _finding("bad_name")
    if not folder.exists():
        yield _finding("missing")
        return
    if not folder.is_dir():
        yield _finding("not_a_folder")
        return
    if size > _FAT_LARGEST and file_system_of(folder, root) in _FAT:
        yield _finding("file_too_big")
    free = shutil.disk_usage(folder).free
    if free < size + _SLACK:
        yield _as_finding(_full(size, free))
    else:
        _try_to_write(folder)
    if is_portable(name) and (proposed := free_name(folder, name)) != name:
        words = Message(_WORDS["name_taken"].template, {"proposed": proposed})
        yield Finding("media.name_taken", words, proposed)


def _try_to_write(folder: Path) -> None:
    trial = folder / _TEMPORARY.format(token=secrets.token_hex(8))
    with _removed_on_failure(trial):
        os.close(_create(trial))
        trial.unlink()


def _refuse_taken(folder: Path, name: str) -> None:
    proposed = free_name(folder, name)
    if proposed != name:
        raise _error("name_taken", proposed=proposed)


def _create(path: Path) -> int:
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o600)


def _write(path: Path, data: bytes, progress: Progress) -> None:
    words = Message(QT_TRANSLATE_NOOP("model", "正在写入"))
    view = memoryview(data)
    descriptor = _create(path)
    try:
        done = 0
        while done < len(view):
            progress.step(done, 2 * len(view), words)
            written = os.write(descriptor, view[done : done + _CHUNK])
            if written == 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            done += written
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    progress.check()


def _sync_folder(folder: Path) -> None:
    """Make the rename last; Windows has no such call and some FAT drivers refuse it."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(descriptor)


def _hash_from_disk(path: Path) -> bytes:
    """Hash the file as the stick holds it, not as the system still remembers it."""
    digest = sha256()
    with path.open("rb", buffering=0) as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.digest()


@contextmanager
def _removed_on_failure(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


@contextmanager
def _system_errors_named(folder: Path, size: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # The system's own text holds the path, and with it a person's login name.
        raise _named(error, folder, size) from None


def _named(error: OSError, folder: Path, size: int) -> MediaError:
    reason = _reason(error)
    if reason == "full":
        try:
            return _full(size, shutil.disk_usage(folder).free)
        except OSError:
            return _error("gone")
    if reason == "failed":
        return _error("failed", reason=errno.errorcode.get(error.errno or 0, "?"))
    return _error(reason)


def _reason(error: OSError) -> str:
    if getattr(error, "winerror", None) in _GONE_ON_WINDOWS:
        return "gone"
    for word, numbers in _BY_ERRNO.items():
        if error.errno in numbers:
            return word
    return "failed"


def _full(size: int, free: int) -> MediaError:
    return _error("full", need=_megabytes(size), free=f"{free / 1_000_000:.1f}")


def _megabytes(size: int) -> str:
    """Millions of bytes, rounded up so that "need 0.0" never shows."""
    return f"{-(-size // 100_000) / 10:.1f}"


def _error(word: str, **params: object) -> MediaError:
    return MediaError(f"media.{word}", Message(_WORDS[word].template, params))


def _finding(word: str) -> Finding:
    return Finding(f"media.{word}", _WORDS[word])


def _as_finding(error: MediaError) -> Finding:
    return Finding(error.code, error.message)
