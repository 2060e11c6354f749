import os
import platform
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from mengzhan.store.errors import InUseError, StoreError
from mengzhan.store.lock import LOCK_NAME, FolderLock

HOLD = """
import sys
from pathlib import Path
from mengzhan.store.lock import FolderLock
lock = FolderLock.take(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.read()
"""


def test_a_second_window_learns_who_holds_the_folder(tmp_path: Path) -> None:
    first = FolderLock.take(tmp_path)
    with pytest.raises(InUseError) as caught:
        FolderLock.take(tmp_path)
    assert caught.value.code == "STORE_IN_USE"
    assert f"电脑 {platform.node()}，进程 {os.getpid()}" in str(caught.value)
    assert first.held
    first.release()


def test_released_means_free(tmp_path: Path) -> None:
    first = FolderLock.take(tmp_path)
    first.release()
    first.release()
    assert not first.held
    FolderLock.take(tmp_path).release()


def test_another_process_keeps_us_out_until_it_dies(
    tmp_path: Path, child: Callable[..., "subprocess.Popen[str]"]
) -> None:
    other = child(HOLD, str(tmp_path))
    with pytest.raises(InUseError) as caught:
        FolderLock.take(tmp_path)
    assert str(other.pid) in str(caught.value)
    other.kill()
    other.wait()
    FolderLock.take(tmp_path).release()


def test_an_unreadable_card_still_locks(tmp_path: Path) -> None:
    first = FolderLock.take(tmp_path)
    (tmp_path / LOCK_NAME).write_bytes(b"{")
    with pytest.raises(InUseError):
        FolderLock.take(tmp_path)
    first.release()


def test_the_card_of_a_dead_process_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).write_text('{"host": "old", "pid": 1, "since": "2020"}', "utf-8")
    lock = FolderLock.take(tmp_path)
    assert str(os.getpid()) in (tmp_path / LOCK_NAME).read_text("utf-8")
    lock.release()


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        FolderLock.take(tmp_path / "gone")
    assert caught.value.code == "STORE_FOLDER_GONE"
