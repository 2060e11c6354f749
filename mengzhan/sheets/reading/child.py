"""The process that reads a stranger's file: little memory, no way back but a pipe.

A reader may abort or hang on a hostile file; here that costs one process. It is started afresh
(never forked), so it holds no keys and no data of the station.
"""

import contextlib
import os
import sys
import traceback
from multiprocessing.connection import Connection
from pathlib import Path

from mengzhan.sheets.reading.book import read
from mengzhan.sheets.reading.filetrouble import named
from mengzhan.sheets.reading.limits import Limits
from mengzhan.sheets.reading.refusal import BookRefused
from mengzhan.sheets.reading.wire import Event, packed


def run(path: str, limits: Limits, pipe: Connection) -> None:
    """Read the file and tell it through ``pipe``; the last event says how it ended."""
    _be_quiet()
    limit_memory(limits)
    with contextlib.suppress(BrokenPipeError):  # a parent that is gone wants to hear nothing
        pipe.send_bytes(packed(("ready",)))
        pipe.send_bytes(packed(_told(path, limits, pipe)))


def _told(path: str, limits: Limits, pipe: Connection) -> Event:
    try:
        with named(Path(path)), Path(path).open("rb") as file:
            for event in read(file, limits):
                pipe.send_bytes(packed(event))
    except BookRefused as refusal:
        return "refused", refusal.code, refusal.detail, dict(refusal.params)
    except MemoryError:
        return "refused", "BOOK_TOO_MUCH_MEMORY", "", {}
    except BrokenPipeError:
        raise
    except Exception as error:  # a fault of ours: the parent reports it as one
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return "fault", f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
    return ("done",)


def _be_quiet() -> None:
    """Send what readers print on a panic nowhere; it may quote the file."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        with contextlib.suppress(OSError):
            os.dup2(nowhere, number)
    os.close(nowhere)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - until the end


def limit_memory(limits: Limits) -> None:
    """Bound the address space, and the processor time should the parent be gone.

    Windows has no such limit for a process of its own; there the guard bounds what is laid out.
    """
    if sys.platform == "win32":
        return
    import resource

    most = int(limits.seconds_most) + int(limits.seconds) + 1
    for which, wanted in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, most),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(which)
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(which, (soft, hard))
