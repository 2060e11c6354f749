"""What the file system reports gets the name that tells the user what to do."""

import errno
from pathlib import Path

import pytest

from mengzhan.sheets.reading.filetrouble import named, size_of
from mengzhan.sheets.reading.limits import Limits
from mengzhan.sheets.reading.refusal import BookRefused


def code_of(error: Exception, path: Path) -> str:
    with pytest.raises(BookRefused) as caught, named(path):
        raise error
    return caught.value.code


def sharing_violation() -> OSError:
    error = PermissionError(errno.EACCES, "x")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FileNotFoundError(errno.ENOENT, "x"), "BOOK_MISSING"),
        (OSError(errno.ENODEV, "stick gone"), "BOOK_MISSING"),
        (IsADirectoryError(errno.EISDIR, "x"), "BOOK_NOT_A_FILE"),
        (PermissionError(errno.EACCES, "x"), "BOOK_NO_PERMISSION"),
        (sharing_violation(), "BOOK_IN_USE"),
        (OSError(errno.EIO, "bad sector"), "BOOK_UNREADABLE"),
        (ValueError("embedded null byte"), "BOOK_MISSING"),
    ],
)
def test_named(error: Exception, code: str, tmp_path: Path) -> None:
    assert code_of(error, tmp_path / "a.xlsx") == code


@pytest.mark.parametrize("mark", ["~$", ".~"])
def test_a_mark_beside_it_says_who_holds_it(mark: str, tmp_path: Path) -> None:
    (tmp_path / f"{mark}a.xlsx").write_bytes(b"worker")
    error = PermissionError(errno.EACCES, "x")
    assert code_of(error, tmp_path / "a.xlsx") == "BOOK_IN_USE"


def test_our_own_faults_pass(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="ours"), named(tmp_path):
        raise ValueError("ours")


def test_size_and_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"12345")
    assert size_of(path, Limits(file_bytes=5)) == 5
    with pytest.raises(BookRefused, match="最多能读 0 MB"):
        size_of(path, Limits(file_bytes=4))
