"""How long work tells how far it is, and how it learns that it should stop."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from threading import Event
from typing import TypeVar

from mengzhan.model.words import Message

T = TypeVar("T")


class Cancelled(Exception):
    """The user stopped the work; whoever catches it rolls back and shows nothing."""


class Progress:
    """Reports steps to a listener and carries the wish to stop, safely across threads."""

    def __init__(self, listener: Callable[[int, int, Message], None] | None = None) -> None:
        self._listener = listener
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def check(self) -> None:
        """Raise ``Cancelled`` if the user asked to stop."""
        if self._stop.is_set():
            raise Cancelled

    def step(self, done: int, total: int, words: Message) -> None:
        """Tell that ``done`` of ``total`` are finished; raises ``Cancelled`` if asked to stop."""
        self.check()
        if self._listener is not None:
            self._listener(done, total, words)


def in_parts(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield ``items`` in lists of ``size``, so that long work can tell and stop in between."""
    waiting = iter(items)
    while part := list(islice(waiting, size)):
        yield part
