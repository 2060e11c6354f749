"""The child tells everything through its pipe: values, refusals, faults of ours."""

import multiprocessing
import resource
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from mengzhan.sheets.reading import child
from mengzhan.sheets.reading.limits import MEGABYTE, Limits
from mengzhan.sheets.reading.wire import Event, unpacked
from tests.sheets.makers import parts, zipped


def told(path: Path) -> list[Event]:
    """Run the child as it is run, and hear it out."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=child.run, args=(str(path), Limits(), theirs))
    process.start()
    theirs.close()
    found: list[Event] = []
    with ours:
        while not found or found[-1][0] not in {"done", "refused", "fault"}:
            found.append(unpacked(ours.recv_bytes()))
    process.join()
    assert process.exitcode == 0
    return found


def test_a_workbook_from_ready_to_done(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(zipped(parts()))
    words = [event[0] for event in told(path)]
    assert words == ["ready", "sort", "sheet", "rows", "end", "done"]


def test_a_refusal_with_its_detail(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b'a,"b\n')
    assert told(path)[-1] == ("refused", "BOOK_QUOTES", "", {"line": 1})
    assert told(tmp_path)[-1][1] == "BOOK_NOT_A_FILE"
    assert told(tmp_path / "gone.xlsx")[-1][1:3] == ("BOOK_MISSING", "ENOENT")


def report_limits(pipe: Connection) -> None:
    child.limit_memory(Limits())
    wanted = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE)
    pipe.send([resource.getrlimit(which)[0] for which in wanted])


def test_limits_hold_in_the_child() -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=report_limits, args=(theirs,))
    process.start()
    assert ours.recv() == [600 * MEGABYTE, 136, 0]
    process.join()


def test_a_fault_of_ours_names_the_place_and_no_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise KeyError("150199196403070001")

    monkeypatch.setattr(child, "read", broken)
    path = tmp_path / "x.csv"
    path.write_bytes(b"a")
    ours, theirs = multiprocessing.Pipe(duplex=False)
    with ours, theirs:
        word, where = child._told(str(path), Limits(), theirs)
    assert word == "fault"
    assert where.startswith("KeyError at test_child.py:")
