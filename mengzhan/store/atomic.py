"""The one way in which the program writes a file: whole, or not at all.

Temporary file in the same folder, closed to others before the first byte, flushed to disk, put
in place in one step, folder flushed. After any failure the old content stands and the temporary
file is gone. What a killed process leaves behind ends in ``.part`` and ``clear_leftovers``
removes it.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mengzhan.store.errors import named_errors

PRIVATE = 0o600
PRIVATE_FOLDER = 0o700
_LEFTOVER = ".part"


@contextmanager
def staged(path: Path, *, durable: bool = True) -> Iterator[Path]:
    """Give an empty private file to fill; put it in place of ``path`` when the block ends well.

    The file that is yielded must be closed when the block ends. ``durable=False`` leaves out
    the flush to disk: still whole or not at all, but after a power cut it may be the old one.

    Raises:
        StoreError: disk full, read-only, or another named error of the environment.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}{_LEFTOVER}")
    try:
        with named_errors():
            os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE))
        yield temporary
        with named_errors():
            if durable:
                _flush_file(temporary)
            temporary.replace(path)
            if durable:
                flush_folder(path.parent)
    except BaseException:
        # The first failure is the one to tell; a pulled stick also fails the clean-up.
        with suppress(OSError):
            _remove_all(temporary)
        raise


def write_atomic(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Replace ``path`` by ``data``, readable by this user only (0600).

    Raises:
        StoreError: nothing was changed; disk full, read-only, or another named error.
    """
    with staged(path, durable=durable) as temporary, named_errors(), temporary.open("wb") as file:
        file.write(data)


def free_name(folder: Path, name: str) -> str:
    """Return ``name``, or ``name-2``, ``name-3`` … before the suffix if that is taken.

    Case does not count, as on FAT. Raises ``OSError`` if the folder cannot be listed.
    """
    taken = {entry.name.casefold() for entry in folder.iterdir()}
    stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
    proposed, number = name, 1
    while proposed.casefold() in taken:
        number += 1
        proposed = f"{stem}-{number}{dot}{suffix}"
    return proposed


def clear_leftovers(folder: Path) -> int:
    """Remove temporary files that killed processes left in ``folder``; return how many.

    Only for a folder that this process alone writes to (the data folder, under its lock).
    """
    found = list(folder.glob(f".*{_LEFTOVER}*"))
    for leftover in found:
        leftover.unlink(missing_ok=True)
    return len(found)


def private_folder(path: Path) -> None:
    """Make a folder (and those above it) that only this user may enter (0700)."""
    with named_errors():
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def flush_folder(folder: Path) -> None:
    """Make a rename in ``folder`` survive a power cut. Windows has no such call: NTFS journals."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove_all(temporary: Path) -> None:
    """Remove the temporary file and what a database kept beside it (``-wal`` and so on)."""
    for entry in list(temporary.parent.iterdir()):
        if entry.name.startswith(temporary.name):
            entry.unlink(missing_ok=True)


def _flush_file(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
