import hashlib
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mengzhan.model.progress import Cancelled, Progress
from mengzhan.model.words import Message
from mengzhan.package.checknumber import check_number_of
from mengzhan.package.media import MediaError, preflight, put_package, write_package
from tests.programs import program, small_disk

NAME = "巴彦嘎查_2026-11.mzp"
DATA = bytes(range(256)) * 12_000  # three chunks


def _codes(folder: Path, size: int = 10, name: str = NAME, root: Path = Path("/")) -> list[str]:
    return [finding.code for finding in preflight(folder, size, name, root)]


def _fails(folder: Path, progress: Progress | None = None, name: str = NAME) -> MediaError:
    with pytest.raises(MediaError) as caught:
        write_package(DATA, folder, name, progress)
    assert str(folder) not in str(caught.value)
    return caught.value


def _when(word: str, action: Callable[[], object]) -> Progress:
    """Do something in the middle of the work, at the first step that says ``word``."""
    waiting = [action]

    def listen(_done: int, _total: int, words: Message) -> None:
        if str(words) == word and _done and waiting:
            waiting.pop()()

    return Progress(listen)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder of its own, empty, as a stick is."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def small_stick(tmp_path: Path) -> Iterator[Path | None]:
    """A mounted file system of 1 MiB, or None where mounting is not allowed."""
    folder = tmp_path / "small"
    folder.mkdir()
    with small_disk(folder) as refused:
        yield None if refused else folder


def test_written_file_is_there_whole_and_private(stick: Path) -> None:
    written = write_package(DATA, stick, NAME)
    assert written.path == stick / NAME
    assert written.path.read_bytes() == DATA
    assert written.sha256 == hashlib.sha256(DATA).hexdigest()
    assert written.check_number == check_number_of(DATA)
    assert stat.S_IMODE(written.path.stat().st_mode) == 0o600
    assert [entry.name for entry in stick.iterdir()] == [NAME]


def test_empty_file(stick: Path) -> None:
    assert write_package(b"", stick, "a.mzp").path.read_bytes() == b""


def test_progress_runs_from_nothing_to_reading_back(stick: Path) -> None:
    steps: list[tuple[float, str]] = []
    progress = Progress(lambda done, total, words: steps.append((done / total, str(words))))
    write_package(DATA, stick, NAME, progress)
    assert [steps[0], steps[-1]] == [(0, "正在写入"), (0.5, "正在核对")]
    assert [share for share, _ in steps] == sorted(share for share, _ in steps)


def test_nothing_stands_in_the_way(stick: Path) -> None:
    assert _codes(stick) == []
    assert list(stick.iterdir()) == []


def test_missing_folder(stick: Path) -> None:
    assert _codes(stick / "none") == ["media.missing"]
    assert _fails(stick / "none").code == "media.gone"


def test_file_instead_of_a_folder(stick: Path) -> None:
    file = stick / "file"
    file.touch()
    assert _codes(file) == ["media.not_a_folder"]


@pytest.mark.parametrize("name", ["a:b.mzp", "CON.mzp", "a?.mzp", "", "a/b"])
def test_name_that_fat_refuses(stick: Path, name: str) -> None:
    assert _codes(stick, name=name) == ["media.bad_name"]
    assert _fails(stick, name=name).code == "media.bad_name"


def test_taken_name_proposes_the_next_free_one(stick: Path) -> None:
    (stick / NAME).write_bytes(b"old")
    (stick / "巴彦嘎查_2026-11-2.MZP").touch()
    (finding,) = preflight(stick, 10, NAME)
    assert (finding.code, finding.proposed) == ("media.name_taken", "巴彦嘎查_2026-11-3.mzp")
    assert "巴彦嘎查_2026-11-3.mzp" in str(finding.message)
    assert _codes(stick, name=finding.proposed) == []


def test_taken_name_is_never_overwritten(stick: Path) -> None:
    (stick / NAME.upper()).write_bytes(b"old")
    error = _fails(stick)
    assert error.code == "media.name_taken"
    assert "巴彦嘎查_2026-11-2.mzp" in str(error)
    assert (stick / NAME.upper()).read_bytes() == b"old"


def test_what_is_put_somewhere_gets_a_free_name(stick: Path) -> None:
    (stick / NAME).write_bytes(b"old")
    written = put_package(DATA, stick, NAME)
    assert written.path.name == "巴彦嘎查_2026-11-2.mzp"
    assert written.path.read_bytes() == DATA
    assert (stick / NAME).read_bytes() == b"old"


def test_what_stands_in_the_way_is_said_before_anything_is_written(stick: Path) -> None:
    for folder, name, code in ((stick, "a:b", "bad_name"), (stick / "gone", NAME, "missing")):
        with pytest.raises(MediaError) as caught:
            put_package(DATA, folder, name)
        assert caught.value.code == f"media.{code}"
    assert list(stick.iterdir()) == []


def test_more_than_there_is_room_for(stick: Path) -> None:
    (finding,) = preflight(stick, 10**18, NAME)
    assert finding.code == "media.full"
    assert "1000000000000.0 MB" in str(finding.message)


def test_fat_cannot_hold_four_gibibytes(tmp_path: Path) -> None:
    (tmp_path / "proc").mkdir()
    table = tmp_path / "proc" / "mounts"
    table.write_text("/dev/sdb1 / vfat rw 0 0\n")
    assert "media.file_too_big" in _codes(tmp_path, size=2**32, root=tmp_path)
    assert "media.file_too_big" not in _codes(tmp_path, size=2**32 - 1, root=tmp_path)
    table.write_text("/dev/sdb1 / exfat rw 0 0\n")
    assert "media.file_too_big" not in _codes(tmp_path, size=2**32, root=tmp_path)


def test_folder_where_nobody_may_write() -> None:
    assert _codes(Path("/proc")) in (["media.read_only"], ["media.full"], ["media.missing"])
    assert _fails(Path("/proc")).code in {"media.read_only", "media.gone"}


def test_write_protected_stick(small_stick: Path | None, tmp_path: Path) -> None:
    if small_stick is None:
        folder = tmp_path / "locked"
        folder.mkdir(mode=0o500)
    else:
        folder = small_stick
        subprocess.run([program("mount"), "-o", "remount,ro", folder], check=True)
    assert _codes(folder) == ["media.read_only"]
    assert _fails(folder).code == "media.read_only"


CHILD = """
import resource, signal, sys
from pathlib import Path
from mengzhan.package.media import MediaError, write_package
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    write_package(bytes(3_000_000), Path(sys.argv[1]), "a.mzp")
except MediaError as error:
    print(error.code)
"""


@pytest.mark.parametrize("limit", [0, 1, 1_500_000, 2_999_999])
def test_system_that_stops_taking_bytes(stick: Path, limit: int) -> None:
    command = [sys.executable, "-c", CHILD, str(stick), str(limit)]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, check=True, text=True, cwd=root)
    assert done.stdout.strip() == "media.file_too_big"
    assert list(stick.iterdir()) == []


def test_stick_that_fills_up_while_writing(small_stick: Path | None, tmp_path: Path) -> None:
    """Where mounting is not allowed the test above stands for this one, and this checks preflight."""
    if small_stick is None:
        assert _codes(tmp_path, size=10**18) == ["media.full"]
        return
    assert _codes(small_stick, size=len(DATA)) == ["media.full"]
    assert _fails(small_stick).code == "media.full"
    assert list(small_stick.iterdir()) == []


def test_stick_pulled_out_while_writing(small_stick: Path | None, tmp_path: Path) -> None:
    folder = small_stick or tmp_path / "folder"
    folder.mkdir(exist_ok=True)

    def pull() -> None:
        if small_stick:
            subprocess.run([program("umount"), "--lazy", folder], check=True)
        else:
            folder.rename(tmp_path / "pulled")

    with pytest.raises(MediaError) as caught:
        write_package(DATA[:900_000] * (1 if small_stick else 3), folder, NAME, _when_any(pull))
    assert caught.value.code == "media.gone"
    assert "重新写一次" in str(caught.value)
    assert not (folder / NAME).exists()


def _when_any(action: Callable[[], None]) -> Progress:
    waiting = [action]

    def listen(_done: int, _total: int, _words: Message) -> None:
        if waiting:
            waiting.pop()()

    return Progress(listen)


def test_stick_pulled_out_before_it_is_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    progress = _when("正在核对", lambda: folder.rename(tmp_path / "pulled"))
    assert _fails(folder, progress).code == "media.gone"


@pytest.mark.parametrize("kept", [b"", DATA[:-1], DATA[:-1] + b"x", DATA + b"x"])
def test_stick_that_keeps_something_else_than_was_written(stick: Path, kept: bytes) -> None:
    progress = _when("正在核对", lambda: (stick / NAME).write_bytes(kept))
    error = _fails(stick, progress)
    assert error.code == "media.not_as_written"
    assert "换一个" in str(error)
    assert list(stick.iterdir()) == []


def test_stopping_while_writing_leaves_nothing_behind(stick: Path) -> None:
    progress = Progress(lambda _done, _total, _words: progress.cancel())
    with pytest.raises(Cancelled):
        write_package(DATA, stick, NAME, progress)
    assert list(stick.iterdir()) == []


def test_stopping_when_it_is_already_being_read_back_comes_too_late(stick: Path) -> None:
    def stop(done: int, total: int, _words: Message) -> None:
        if 2 * done == total:
            progress.cancel()

    progress = Progress(stop)
    assert write_package(DATA, stick, NAME, progress).path.exists()
