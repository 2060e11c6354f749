"""The rows of a long table read in other processes, while this one compares them.

Each row says what it says by itself, but for a cell that stands for the one above it (同上): such a
row is read here. Workers are started afresh (never forked), as the child that reads files is. They
are handed cells and the mapping, and hold no keys and no record of the station.
"""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager

from mengzhan.model.entry import Value
from mengzhan.model.progress import in_parts
from mengzhan.model.resources import Rows, replace_tables, tables_in_force
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.column import Repair, is_ditto
from mengzhan.sheets.importing.row import CellProblem, Links, Row
from mengzhan.sheets.importing.rows import RowReader

_PART = 500
"""How many rows go to a worker at once."""

_WORTH = 5_000
"""From how many rows on workers are started: until they are ready, so many are read here."""

_WORKERS = 2
_AHEAD = 6
"""How many parts are under way: enough to keep the workers busy, few enough to hold in memory."""

Told = tuple[dict[str, Value], Links, tuple[CellProblem, ...]]
Part = tuple[list[Told | None], dict[Repair, list[int]]]
"""What a part of the rows says, ``None`` for a row that has to be read here, and the repairs."""


@contextmanager
def reading(reader: RowReader, worth: int = _WORTH) -> Iterator[Iterator[Row]]:
    """Yield every record of the reader's table in its order, read by workers if there are many.

    Without workers (the system gives none, or they die) the rows are read here.
    """
    if len(reader.table.records) < worth or os.cpu_count() == 1:
        yield map(reader.read, reader.table.records)
        return
    spawn = multiprocessing.get_context("spawn")
    begun_with = reader.without_rows(), tables_in_force()
    workers = ProcessPoolExecutor(_WORKERS, spawn, _start, begun_with)
    try:
        yield read_by(reader, workers)
    finally:
        workers.shutdown(cancel_futures=True)


def read_by(reader: RowReader, workers: Executor) -> Iterator[Row]:
    """Yield the rows as ``workers`` read them, each of which has begun with this reader."""
    rows = reader.table.sheet.rows
    ahead: deque[tuple[list[int], Future[Part]]] = deque()
    for part in in_parts(reader.table.records, _PART):
        ahead.append((part, _submitted(workers, part, [rows[place] for place in part])))
        if len(ahead) > _AHEAD:
            yield from _part_rows(reader, *ahead.popleft())
    while ahead:
        yield from _part_rows(reader, *ahead.popleft())


def _submitted(workers: Executor, part: list[int], rows: list[list[Cell]]) -> "Future[Part]":
    try:
        return workers.submit(read_part, part, rows)
    except (OSError, BrokenExecutor) as error:
        failed: Future[Part] = Future()
        failed.set_exception(error)
        return failed


def _part_rows(reader: RowReader, part: Sequence[int], future: "Future[Part]") -> Iterator[Row]:
    try:
        told, repairs = future.result()
    except (OSError, BrokenExecutor):
        yield from map(reader.read, part)
        return
    # A number is named by a dozen repairs: as one object, they take a tenth of the memory.
    numbers = {place + 1: place + 1 for place in part}
    for repair, mended in repairs.items():
        reader.repairs.setdefault(repair, []).extend(map(numbers.__getitem__, mended))
    for number, said in zip(numbers.values(), told, strict=True):
        yield reader.read(number - 1) if said is None else _row(reader, number, said)


def _row(reader: RowReader, number: int, said: Told) -> Row:
    values, links, problems = said
    row = Row(number, values, problems=problems)
    if links:
        row.links = links
    reader.take_over(row)
    return row


# In the worker --------------------------------------------------------------------------------

_reader: RowReader


def _start(reader: RowReader, tables: Mapping[str, Rows]) -> None:
    begin(reader, tables)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose program was killed would wait for rows for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def begin(reader: RowReader, tables: Mapping[str, Rows]) -> None:
    """Make ready to read as ``reader`` does under the tables that are in force there."""
    global _reader  # noqa: PLW0603 - a worker serves one reader all its life
    replace_tables(tables)
    _reader = reader


def read_part(part: Sequence[int], rows: Sequence[Sequence[Cell]]) -> Part:
    """Read the rows with the numbers ``part`` (counting from 0)."""
    _reader.repairs.clear()
    told: list[Told | None] = []
    dittos = {cell for cell in set[Cell]().union(*rows) if isinstance(cell, str) and is_ditto(cell)}
    for place, cells in zip(part, rows, strict=True):
        if not dittos.isdisjoint(cells):
            told.append(None)
            continue
        row = _reader.read_cells(place, cells)
        told.append((row.values, dict(row.links), row.problems))
    return told, dict(_reader.repairs)
