import errno
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

import mengzhan.store.backup  # noqa: F401 - so that its errors are known
from mengzhan.store import errors, key_errors, recovery, secrets_policy
from mengzhan.store.driver import DatabaseError, create_database
from mengzhan.store.errors import StoreError, database_errors, named_errors


def subclasses(base: type[StoreError]) -> list[type[StoreError]]:
    found = [base] if base.CODE else []
    for child in base.__subclasses__():
        found += subclasses(child)
    return found


def test_every_error_has_its_own_code_and_says_what_to_do() -> None:
    known = subclasses(StoreError)
    codes = [error.CODE for error in known]
    assert len(known) >= 30
    assert len(set(codes)) == len(codes)
    assert {key_errors.KeysMissingError, recovery.RecoveryTypoError} <= set(known)
    for error in known:
        if error is not secrets_policy.WeakSecretError:
            assert "请" in error.TEXT, error.CODE


def test_the_text_is_filled_in() -> None:
    text = str(errors.NoRoomError(free=12, need=200))
    assert "只剩 12 MB" in text
    assert "200 MB" in text


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "STORE_DISK_FULL"),
        (errno.EDQUOT, "STORE_DISK_FULL"),
        (errno.EROFS, "STORE_READ_ONLY"),
        (errno.EACCES, "STORE_READ_ONLY"),
        (errno.ENOENT, "STORE_FOLDER_GONE"),
        (errno.ENOTDIR, "STORE_FOLDER_GONE"),
        (errno.EIO, "STORE_DISK_TROUBLE"),
        (errno.ENODEV, "STORE_DISK_TROUBLE"),
    ],
)
def test_the_file_system_is_named(number: int, code: str) -> None:
    with pytest.raises(StoreError) as caught, named_errors():
        raise OSError(number, "so")
    assert caught.value.code == code
    assert caught.value.SORT == "environment"


def test_a_file_that_another_program_holds_on_windows() -> None:
    error = PermissionError(errno.EACCES, "sharing violation")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    with pytest.raises(StoreError) as caught, named_errors():
        raise error
    assert caught.value.code == "STORE_BUSY"


def test_no_memory_is_named() -> None:
    with pytest.raises(errors.NoMemoryError), named_errors():
        raise MemoryError


def test_a_full_database_is_named(tmp_path: Path, key: bytes) -> None:
    with closing(create_database(tmp_path / "a.db", key)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("PRAGMA max_page_count=3")
        with pytest.raises(errors.DiskFullError), database_errors():
            connection.execute("INSERT INTO t VALUES (zeroblob(100000))")


def test_a_write_that_fails_below_the_database_is_named(
    tmp_path: Path, key: bytes, small_files: Callable[[int], AbstractContextManager[None]]
) -> None:
    with closing(create_database(tmp_path / "a.db", key)) as connection:
        connection.execute("CREATE TABLE t (a)")
        with (
            small_files(100_000),
            pytest.raises(errors.DiskTroubleError) as caught,
            database_errors(),
        ):
            connection.execute("INSERT INTO t VALUES (zeroblob(1000000))")
        assert caught.value.SORT == "environment"
        assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)


def test_our_own_mistakes_pass_unchanged(tmp_path: Path, key: bytes) -> None:
    with closing(create_database(tmp_path / "a.db", key)) as connection:
        with pytest.raises(DatabaseError, match="no such table"), named_errors():
            connection.execute("SELECT * FROM missing")
        with pytest.raises(ZeroDivisionError), named_errors():
            _ = 1 / 0


def test_an_oserror_of_other_work_is_not_the_database() -> None:
    with pytest.raises(FileNotFoundError), database_errors():
        Path("nowhere.txt").read_text(encoding="utf-8")
