"""Python's collector of cycles, which looks through all rows again and again while many are read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest(*, pass_over: bool = False) -> Iterator[None]:
    """Let the collector sleep while tens of thousands of rows are read: they hold no cycles, and
    looking through them takes a third of the time.

    Args:
        pass_over: what is there at the end is not looked at any more until ``look_again``: a
            million cells would stop the window for half a second each time.
    """
    was_awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if pass_over:
            gc.freeze()
        if was_awake:
            gc.enable()


def look_again() -> None:
    """Let the collector look at everything again."""
    gc.unfreeze()
