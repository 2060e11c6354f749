"""Rows read in other processes are the rows that this one would have read."""

import multiprocessing
import pickle
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any

import pytest

from mengzhan.model.kinds import KINDS
from mengzhan.model.progress import Cancelled
from mengzhan.model.resources import tables_in_force
from mengzhan.sheets.grid import Cell, Span
from mengzhan.sheets.importing import rowworkers
from mengzhan.sheets.importing.headers import HeaderWords
from mengzhan.sheets.importing.mapping import map_columns
from mengzhan.sheets.importing.row import Row
from mengzhan.sheets.importing.rows import RowReader
from mengzhan.sheets.reading.opening import open_book
from tests import people
from tests.sheets.importing.test_ledgers import kind_of
from tests.sheets.importing.test_rows import TODAY, reader
from tests.sheets.judge import best_table, ledger_of, truths

LEDGERS = [truth for part in "abcd" for truth in truths(part)]
PATHS = {
    "姓名": "name",
    "身份证号": "id_number",
    "电话": "phone",
    "出生日期": "birth_date",
    "文化程度": "education",
    "住址": "residence",
    "备注": "note",
}
HIM: list[Cell] = ["包乌云", people.id_number(1), "19900000001", None, "初中", None, "同上"]
HER: list[Cell] = ["包乌云", "１２３", "1990000", "1985.13", "识字班", "火星", None]
SHORT: list[Cell] = ["斯琴", people.id_number(2)]
ALIKE: list[Cell] = ["其其格", people.id_number(3), 19900000003, "同上", "同上", " 同上 ", None]


class OneWorker(Executor):
    """A worker in this process: all that goes to it and comes back is pickled as for another."""

    def __init__(self, reader: RowReader) -> None:
        rowworkers.begin(pickle.loads(pickle.dumps(reader.without_rows())), tables_in_force())

    def submit(self, work: Callable[..., Any], /, *said: Any, **named: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        done = work(*pickle.loads(pickle.dumps(said)), **named)
        future.set_result(pickle.loads(pickle.dumps(done)))
        return future


def told(rows: list[Row], reader: RowReader) -> tuple[list[Any], dict[Any, Any]]:
    """Everything that a table says."""
    said = [(row.number, row.values, dict(row.links), row.problems) for row in rows]
    return said, {repair: sorted(numbers) for repair, numbers in reader.repairs.items()}


def ledger_reader(truth: Path) -> RowReader:
    words = HeaderWords(KINDS[kind_of(truth)], KINDS)
    table = best_table(open_book(ledger_of(truth)), words)
    assert table is not None
    columns = map_columns(table, words)
    return RowReader(table, columns, words, TODAY, people.VILLAGE)


@pytest.mark.parametrize("truth", LEDGERS, ids=lambda truth: f"{truth.parent.name}-{truth.stem}")
def test_every_messy_ledger_says_the_same(truth: Path) -> None:
    there, here = ledger_reader(truth), ledger_reader(truth)
    by_worker = list(rowworkers.read_by(there, OneWorker(there)))
    assert told(by_worker, there) == told(list(map(here.read, here.table.records)), here)


def table(*rows: list[Cell]) -> RowReader:
    return reader("person", PATHS, *rows, merged=(Span(2, 5, 3, 5),))


def test_processes_of_their_own_say_the_same_about_rows_that_lean_on_others() -> None:
    rows = [HIM, ALIKE, HER, SHORT] * 300
    there, here = table(*rows), table(*rows)
    with rowworkers.reading(there, worth=1) as read:
        by_workers = list(read)
    assert told(by_workers, there) == told(list(map(here.read, here.table.records)), here)
    assert by_workers[1].values["education"] == by_workers[0].values["education"]


def read_one_and_give_up(reader: RowReader) -> None:
    with rowworkers.reading(reader, worth=1) as rows:
        next(rows)
        raise Cancelled


def test_nobody_is_left_when_reading_is_given_up() -> None:
    with pytest.raises(Cancelled):
        read_one_and_give_up(table(*[HIM] * 3_000))
    assert multiprocessing.active_children() == []


def test_a_worker_that_is_yet_starting_is_not_waited_for() -> None:
    """What it begins with fits into its pipe (64 KB), which it empties only once it runs."""
    assert len(pickle.dumps(ledger_reader(LEDGERS[0]).without_rows())) < 2**16


def test_a_worker_hands_back_the_very_texts_of_the_table() -> None:
    """Fifty thousand names must not be in memory twice."""
    there = table(SHORT)
    (row,) = rowworkers.read_by(there, OneWorker(there))
    assert row.values["name"] is there.table.sheet.rows[1][0]


class NoWorkers(Executor):
    """Workers that die of what they are given."""

    def submit(self, work: Callable[..., Any], /, *said: Any, **named: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_exception(BrokenExecutor())
        return future


def test_rows_are_read_here_when_workers_die() -> None:
    there, here = table(HIM, HER, ALIKE), table(HIM, HER, ALIKE)
    rows = list(rowworkers.read_by(there, NoWorkers()))
    assert told(rows, there) == told(list(map(here.read, here.table.records)), here)
