"""``open_book``: a file from anywhere as plain cells, or a named refusal; nothing in between.

Call it from a worker thread: waiting for the child leaves the window free, and what arrives is
taken in small pieces. On return, on refusal and on cancel the child is gone.
"""

import multiprocessing
import pickle
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.grid import Book, Sheet, Span
from mengzhan.sheets.reading import child
from mengzhan.sheets.reading.filetrouble import size_of
from mengzhan.sheets.reading.limits import Limits
from mengzhan.sheets.reading.refusal import BookRefused
from mengzhan.sheets.reading.wire import Event, unpacked

_TICK = 0.1
_STARTING_SECONDS = 60.0
_READING = Message(QT_TRANSLATE_NOOP("model", "正在读取表格…"))
_DEFAULT = Limits()


class ReadingFault(RuntimeError):
    """A fault of this program in the child; it ends in a report like any other."""


def open_book(path: Path, limits: Limits = _DEFAULT, progress: Progress | None = None) -> Book:
    """Read a workbook or a text file; ``mengzhan.sheets.reading.cells`` says what the cells are.

    Merged ranges, hidden rows and hidden columns are cut to the rows and columns that hold
    something. .xlsx and .xlsm tell all of them, .xls only merged ranges, the others none. Error
    values are texts in .xlsx and .xlsm and empty cells elsewhere. A text file is one sheet
    that is called like the file.

    Raises:
        BookRefused: the file is not read, and why.
        Cancelled: the user stopped it.
        ReadingFault: a fault of this program.
    """
    progress = progress or Progress()
    progress.check()
    size = size_of(path, limits)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    allowed = replace(limits, memory=limits.memory_for(size))
    process = context.Process(target=child.run, args=(str(path), allowed, theirs), daemon=True)
    try:
        process.start()
        theirs.close()
        events = _events(ours, process, limits.seconds_for(size), progress)
        return _book(events, limits, progress)
    finally:
        if process.pid is not None:
            process.kill()
            process.join()
        process.close()
        ours.close()
        theirs.close()


def _events(
    pipe: Connection, process: BaseProcess, seconds: float, progress: Progress
) -> Iterator[Event]:
    """Yield what the child says until it is done."""
    until = time.monotonic() + _STARTING_SECONDS
    while True:
        while not pipe.poll(_TICK):
            progress.check()
            if time.monotonic() > until:
                raise BookRefused("BOOK_TOO_SLOW", seconds=round(seconds))
        if time.monotonic() > until:
            raise BookRefused("BOOK_TOO_SLOW", seconds=round(seconds))
        try:
            event = unpacked(pipe.recv_bytes())
        except EOFError as reason:
            raise _died(process) from reason
        except pickle.UnpicklingError as reason:
            raise BookRefused("BOOK_UNSAFE", "child") from reason
        if event[0] == "done":
            return
        if event[0] == "ready":
            until = time.monotonic() + seconds
            continue
        _raise_if_ended(event)
        yield event


def _raise_if_ended(event: Event) -> None:
    if event[0] == "refused":
        _, code, detail, params = event
        raise BookRefused(code, detail, **params)
    if event[0] == "fault":
        raise ReadingFault(event[1])


def _died(process: BaseProcess) -> Exception:
    """Say why a child ended without a word: readers abort when they get no memory."""
    process.join(_STARTING_SECONDS)
    code = process.exitcode
    if code is not None and code > 0:
        return ReadingFault(f"the reading process ended with {code}")
    return BookRefused("BOOK_TOO_MUCH_MEMORY", f"signal {-(code or 0)}")


def _book(events: Iterator[Event], limits: Limits, progress: Progress) -> Book:
    book = Book("", [])
    kept = height = 0
    for word, *values in events:
        if word == "sort":
            book.sort = str(values[0])
        elif word == "again":
            book.sheets.clear()
            kept = 0
        elif word == "sheet":
            name, visible, height = values
            book.sheets.append(Sheet(name, [], visible=visible))
        elif word == "rows":
            rows = book.sheets[-1].rows
            rows += values[0]
            kept += sum(map(len, values[0]))
            if kept > limits.cells:
                raise BookRefused("BOOK_TOO_MANY_CELLS", "parent", most=limits.cells)
            progress.step(len(rows), max(height, len(rows)), _READING)
        elif word == "end":
            merged, rows, columns = values
            sheet = book.sheets[-1]
            sheet.merged = [Span(*span) for span in merged]
            sheet.hidden_rows, sheet.hidden_columns = frozenset(rows), frozenset(columns)
    return book
