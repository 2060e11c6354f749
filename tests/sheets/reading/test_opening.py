"""``open_book`` from the outside: what comes back, what is refused, and that nothing stays behind."""

import multiprocessing
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mengzhan.model.progress import Cancelled, Progress
from mengzhan.model.words import Message
from mengzhan.sheets.grid import Book, Sheet, Span
from mengzhan.sheets.reading.limits import Limits
from mengzhan.sheets.reading.opening import open_book
from mengzhan.sheets.reading.refusal import BookRefused
from tests.sheets.makers import LEDGER, parts, row_xml, sheet_xml, zipped

MANY = "".join(row_xml(n, f"姓名{n}", "电话", str(n)) for n in range(1, 20_001))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "台账 2026.xlsx"
    path.write_bytes(zipped(parts(sheet_xml(LEDGER), names=["人员"])))
    return path


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "大.xlsx"
    path.write_bytes(zipped(parts(sheet_xml(MANY))))
    return path


def refused(path: Path, limits: Limits | None = None) -> BookRefused:
    with pytest.raises(BookRefused) as caught:
        open_book(path, limits or Limits())
    assert multiprocessing.active_children() == []
    return caught.value


def test_a_ledger_becomes_a_book(ledger: Path) -> None:
    rows = [["姓名", "电话"], ["巴特尔", "15900000001"]]
    assert open_book(ledger) == Book("xlsx", [Sheet("人员", rows)])  # type: ignore[arg-type]
    assert multiprocessing.active_children() == []


def test_merges_and_hidden_parts_come_along(tmp_path: Path) -> None:
    rows = row_xml(1, "户", "人", "注") + row_xml(2, "", "子", "x")
    hidden = rows.replace('<row r="2">', '<row r="2" hidden="1">') + '<row r="9" hidden="true"/>'
    before = '<cols><col min="2" max="2" hidden="1"/><col min="50" max="16384" hidden="1"/></cols>'
    after = '<mergeCells><mergeCell ref="A1:A9"/><mergeCell ref="C2:Z2"/></mergeCells>'
    path = tmp_path / "x.xlsx"
    path.write_bytes(zipped(parts(sheet_xml(hidden, before, after))))
    sheet = open_book(path).sheets[0]
    assert sheet.merged == [Span(0, 0, 1, 0)], "cut to what is left; one cell is no range"
    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset({1}), frozenset({1}))


def test_progress_tells_rows_and_ends_complete(large: Path) -> None:
    told: list[tuple[int, int, Message]] = []
    open_book(large, progress=Progress(lambda *step: told.append(step)))
    assert told[-1][:2] == (20_000, 20_000)
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
    assert str(told[0][2]) == "正在读取表格…"


def test_cancel_ends_the_child_at_once(large: Path) -> None:
    progress = Progress(lambda *_: progress.cancel())
    with pytest.raises(Cancelled):
        open_book(large, progress=progress)
    assert multiprocessing.active_children() == []


def test_a_cancel_before_the_start_starts_nothing(ledger: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        open_book(ledger, progress=progress)


def test_it_works_from_a_thread_while_others_run(large: Path) -> None:
    books: list[Book] = []
    turns = 0
    seen: list[int] = []
    progress = Progress(lambda *_: seen.append(turns))
    worker = threading.Thread(target=lambda: books.append(open_book(large, progress=progress)))
    worker.start()
    while worker.is_alive():
        worker.join(0.001)
        turns += 1
    assert books[0].sheets[0].height == 20_000
    assert seen[0] < seen[-1], "the window would stand still"


def test_time_runs_out(large: Path) -> None:
    refusal = refused(large, Limits(seconds=0.0, seconds_per_megabyte=0.0, seconds_most=0.0))
    assert refusal.code == "BOOK_TOO_SLOW"


def test_memory_runs_out(tmp_path: Path) -> None:
    # Just within what the guard lets the fast reader lay out: 8 million cells.
    rows = row_xml(1, "x") + '<row r="8000"><c r="ALL8000"><v>1</v></c></row>'
    path = tmp_path / "稀.xlsx"
    path.write_bytes(zipped(parts(sheet_xml(rows))))
    assert refused(path, Limits(memory=100 * 1024 * 1024)).code == "BOOK_TOO_MUCH_MEMORY"
    assert open_book(path).sheets[0].height == 8000


@pytest.mark.parametrize(
    ("limits", "code", "words"),
    [
        (Limits(file_bytes=100), "BOOK_TOO_BIG", "最多能读 0 MB"),
        (Limits(rows=1), "BOOK_TOO_MANY_ROWS", "工作表“人员”到单元格 A2 还没有完，最多能读 1 行。"),
        (Limits(columns=1), "BOOK_TOO_MANY_COLUMNS", "单元格 B1"),
        (Limits(cells=3), "BOOK_TOO_MANY_CELLS", "最多能读 3 个"),
        (Limits(text=5), "BOOK_LONG_TEXT", "单元格 B2 里有 11 个字，最多 5 个"),
        (Limits(sheets=0), "BOOK_TOO_MANY_SHEETS", "有 1 张工作表"),
        (Limits(unpacked_bytes=10), "BOOK_BOMB", "解开后大得不正常"),
    ],
)
def test_each_limit_has_its_own_words(ledger: Path, limits: Limits, code: str, words: str) -> None:
    refusal = refused(ledger, limits)
    assert refusal.code == code
    assert words in str(refusal)


def test_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "没有.xlsx").code == "BOOK_MISSING"
    assert refused(tmp_path / ("长" * 400)).code == "BOOK_UNREADABLE"
    assert refused(tmp_path).code == "BOOK_NOT_A_FILE"


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.xlsx")
    assert refused(tmp_path / "管道.xlsx").code == "BOOK_NOT_A_FILE"


def test_a_program_that_started_as_a_module_reads_too(ledger: Path, tmp_path: Path) -> None:
    script = tmp_path / "start.py"
    script.write_text(
        "from pathlib import Path\nfrom mengzhan.sheets.reading.opening import open_book\n"
        f"if __name__ == '__main__':\n    print(open_book(Path({str(ledger)!r})).sort)\n",
        encoding="utf-8",
    )
    root = Path(__file__).resolve().parents[2]
    environment = os.environ | {"PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, str(script)], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("xlsx\n", "")
