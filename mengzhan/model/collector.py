"""Python's collector of cycles, which looks through all rows again and again while many are read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let the collector sleep while tens of thousands of rows are read: they hold no cycles, and
    looking through them takes a third of the time."""
    was_awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_awake:
            gc.enable()
