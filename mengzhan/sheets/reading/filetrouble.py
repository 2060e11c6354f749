"""Names for what goes wrong with the file itself: gone, locked, a folder, a bad disk."""

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mengzhan.sheets.reading.limits import MEGABYTE, Limits
from mengzhan.sheets.reading.refusal import BookRefused

_OWNER_MARKS = ("~$", ".~")
_OWNER_BYTES = 4096
_WINDOWS_SHARING = {32, 33}  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM}


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Turn what the file system reports about ``path`` into refusals.

    Raises:
        BookRefused: ``BOOK_MISSING``, ``BOOK_IN_USE``, ``BOOK_NO_PERMISSION``,
            ``BOOK_NOT_A_FILE``, ``BOOK_UNREADABLE``.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise BookRefused(_code(error, path), errno.errorcode.get(error.errno or 0, "")) from error
    except ValueError as error:
        if "null" not in str(error):
            raise
        raise BookRefused("BOOK_MISSING", "name") from error


def size_of(path: Path, limits: Limits) -> int:
    """Look at the file from outside and return its size.

    Raises:
        BookRefused: it is not there, no file, empty, too big, or Excel's own mark that a
            workbook is open.
    """
    with named(path):
        about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise BookRefused("BOOK_NOT_A_FILE")
    if path.name.startswith(_OWNER_MARKS) and about.st_size < _OWNER_BYTES:
        raise BookRefused("BOOK_LOCK_FILE")
    if about.st_size == 0:
        raise BookRefused("BOOK_EMPTY_FILE")
    if about.st_size > limits.file_bytes:
        size, most = about.st_size // MEGABYTE, limits.file_bytes // MEGABYTE
        raise BookRefused("BOOK_TOO_BIG", size=max(size, most + 1), most=most)
    return about.st_size


def _code(error: OSError, path: Path) -> str:
    if error.errno in _GONE:
        return "BOOK_MISSING"
    if error.errno == errno.EISDIR:
        return "BOOK_NOT_A_FILE"
    if getattr(error, "winerror", None) in _WINDOWS_SHARING:
        return "BOOK_IN_USE"
    if error.errno in _NOT_ALLOWED:
        opened = any(path.with_name(mark + path.name).exists() for mark in _OWNER_MARKS)
        return "BOOK_IN_USE" if opened else "BOOK_NO_PERMISSION"
    return "BOOK_UNREADABLE"
