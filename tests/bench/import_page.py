"""Importing 50,000 rows x 25 columns in the window: ``python -m tests.bench.import_page [ROWS]``.

For each step of the page: seconds, the longest time in which the window did not answer, and the
most memory of the process. Floor: openpyxl (read_only) merely reading the same file, in a process
that holds nothing else, before and after the import.

The children that read import this module again, as they do ``mengzhan.__main__`` in the program: so
it imports nothing heavy by itself either.
"""

import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

_TICK_MS = 5
T = TypeVar("T")


def _peak(*, reset: bool = False) -> float:
    """Return the most memory since the last reset, in MB (Linux)."""
    if reset:
        Path("/proc/self/clear_refs").write_text("5")
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _read_timed(path: Path) -> float:
    from tests.bench.importing import merely_read

    began = time.perf_counter()
    merely_read(path)
    return time.perf_counter() - began


def _make_ledger(path: Path, rows: int) -> None:
    from tests.bench.importing import make_ledger

    make_ledger(path, rows)


def _elsewhere(work: Callable[..., T], *arguments: object) -> T:
    """Call ``work`` in a process that holds nothing else, and leaves nothing in this one."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, arguments)


def main(rows: int) -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer

    from mengzhan.ui.app import make_application
    from mengzhan.ui.background import Jobs
    from mengzhan.ui.pages.importing.import_page import ImportPage
    from mengzhan.ui.workspace import Workspace
    from tests import stations

    app = make_application()
    gaps: list[int] = []
    watch, ticks = QElapsedTimer(), QTimer()
    ticks.setInterval(_TICK_MS)
    ticks.timeout.connect(lambda: gaps.append(watch.restart()))

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.xlsx"
        _elsewhere(_make_ledger, path, rows)
        session = stations.open_station(Path(folder) / "station" / "data")
        workspace = Workspace(session, Jobs())
        page = ImportPage(workspace, session.catalogue["person"])
        page.resize(1100, 700)
        page.show()

        def step(name: str, begin: Callable[[], None], ended: "SignalInstance") -> float:
            _peak(reset=True)
            gaps.clear()
            loop = QEventLoop()
            ended.connect(loop.quit)
            watch.start()
            began = time.perf_counter()
            begin()
            loop.exec()
            app.processEvents()
            seconds = time.perf_counter() - began
            print(f"{name:12}{seconds:7.2f} s   gap {max(gaps):5} ms   peak {_peak():5.0f} MB")
            return seconds

        course, floors = page.course, [_elsewhere(_read_timed, path)]
        ticks.start()
        total = step("read", lambda: page.open(path), course.read)
        for column in course.task.unsure if course.task else ():
            course.task.choose(column.index, column.path)  # type: ignore[union-attr]
        total += step("plan", course.make_plan, course.planned)
        total += step("write", course.write, course.written)
        ticks.stop()
        floors.append(_elsewhere(_read_timed, path))
        told = " and ".join(f"{floor:.2f}" for floor in floors)
        ratio = total * len(floors) / sum(floors)
        print(f"openpyxl merely reading {told} s (floor); together {total:.2f} s, x{ratio:.2f}")
        workspace.jobs.stop()
        session.store.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
