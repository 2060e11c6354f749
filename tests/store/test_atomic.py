import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from mengzhan.store.atomic import clear_leftovers, free_name, private_folder, staged, write_atomic
from mengzhan.store.errors import DiskFullError, FolderGoneError, StoreError


@pytest.fixture
def path(folder: Path) -> Path:
    file = folder / "表.txt"
    file.write_bytes(b"old")
    return file


@pytest.mark.parametrize("durable", [True, False])
def test_content_is_replaced(path: Path, durable: bool) -> None:
    write_atomic(path, b"new", durable=durable)
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_a_new_file_is_made(folder: Path) -> None:
    write_atomic(folder / "a", b"1")
    assert (folder / "a").read_bytes() == b"1"


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_the_file_is_closed_to_others_before_the_first_byte(path: Path) -> None:
    path.chmod(0o644)
    before = os.umask(0)
    try:
        with staged(path) as temporary:
            assert temporary.stat().st_mode & 0o777 == 0o600
            assert temporary.stat().st_size == 0
            temporary.write_bytes(b"new")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_old_content_stands_until_the_end(path: Path) -> None:
    with staged(path) as temporary:
        temporary.write_bytes(b"half")
        assert path.read_bytes() == b"old"
        assert temporary.parent == path.parent
    assert path.read_bytes() == b"half"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, OSError])
def test_a_failure_in_the_middle_changes_nothing(path: Path, error: type[BaseException]) -> None:
    def fail() -> None:
        with staged(path) as temporary:
            temporary.write_bytes(b"half")
            temporary.with_name(temporary.name + "-wal").write_bytes(b"side")
            raise error

    with pytest.raises(error):
        fail()
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_a_short_write_changes_nothing(
    path: Path, small_files: Callable[[int], AbstractContextManager[None]]
) -> None:
    with small_files(65536), pytest.raises(DiskFullError):
        write_atomic(path, b"x" * 200_000)
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_a_full_disk_changes_nothing(tiny_disk: Path) -> None:
    path = tiny_disk / "a"
    write_atomic(path, b"old")
    with pytest.raises(DiskFullError):
        write_atomic(path, b"x" * 2_000_000)
    assert path.read_bytes() == b"old"
    assert list(tiny_disk.iterdir()) == [path]


def test_a_folder_that_is_gone_is_named(folder: Path) -> None:
    with pytest.raises(FolderGoneError):
        write_atomic(folder / "gone" / "a", b"1")


def test_a_folder_in_the_files_place_is_named_and_nothing_is_left(folder: Path) -> None:
    (folder / "a").mkdir()
    with pytest.raises(StoreError):
        write_atomic(folder / "a", b"1")
    assert list(folder.iterdir()) == [folder / "a"]


def test_a_very_long_chinese_name_fits(folder: Path) -> None:
    path = folder / ("长" * 80 + ".xlsx")
    write_atomic(path, b"1")
    assert path.read_bytes() == b"1"


def test_what_a_killed_process_left_is_cleared(path: Path) -> None:
    left = staged(path)
    temporary = left.__enter__()
    temporary.with_name(temporary.name + "-journal").write_bytes(b"1")
    assert clear_leftovers(path.parent) == 2
    assert list(path.parent.iterdir()) == [path]
    assert clear_leftovers(path.parent) == 0


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_a_private_folder(folder: Path) -> None:
    private_folder(folder / "a")
    private_folder(folder / "a")
    assert (folder / "a").stat().st_mode & 0o777 == 0o700


def test_a_name_that_is_taken_gets_a_number(folder: Path) -> None:
    for name in ("包", "图.PNG", "图-2.png"):
        (folder / name).touch()
    assert free_name(folder, "包") == "包-2"
    assert free_name(folder, "包2") == "包2"
    assert free_name(folder, "图.png") == "图-3.png"
