"""Work beside the screen: plain values go in, ``(result, error)`` comes back on the GUI thread."""

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from mengzhan.model.progress import Progress
from mengzhan.model.words import Message

_TURN = 0.0003
"""Seconds after which a job lets the window have its turn. A table that is painted takes turns with
a job hundreds of times; with Python's usual 5 ms it stood still for over a second."""

T = TypeVar("T")
Done = Callable[[Any, Exception | None], None]


class _Job:
    def __init__(self, done: Done, window: QObject | None, lane: str, progress: Progress) -> None:
        self.done = done
        self.window = window
        self.lane = lane
        self.progress = progress


class Jobs(QObject):
    """The one owner of background work: it numbers jobs, drops stale answers, stops and waits.

    ``stepped(job, done, total, message)`` tells how far a job is, ``ended(job)`` that it is over
    (also when its answer was dropped). Both arrive on the GUI thread.
    """

    stepped = Signal(int, int, int, object)
    ended = Signal(int)
    _answered = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._open: dict[int, _Job] = {}
        self._newest: dict[str, int] = {}
        self._last = 0
        self._answered.connect(self._deliver)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T | None, Exception | None], None],
        *,
        window: QObject | None = None,
        lane: str = "",
    ) -> int:
        """Start ``work`` on another thread and return the job's number.

        ``done`` is called on the GUI thread with the result or the error (``Cancelled`` after
        ``cancel``). It is not called when ``window`` is gone, when a newer job of the same
        ``lane`` was started, or after ``stop``.
        """
        self._last += 1
        job = self._last
        progress = Progress(lambda d, t, words: self._step(job, d, t, words))
        if lane:
            before = self._open.get(self._newest.get(lane, 0))
            if before is not None:
                before.progress.cancel()
            self._newest[lane] = job
        self._open[job] = _Job(done, window, lane, progress)

        def carry_out() -> None:
            try:
                result, error = work(progress), None
            except Exception as caught:  # it is handed to whoever asked
                result, error = None, caught
            self._answered.emit(job, result, error)

        self._pool.start(carry_out)
        return job

    def cancel(self, job: int) -> None:
        """Ask a job to stop at its next step."""
        if job in self._open:
            self._open[job].progress.cancel()

    @property
    def running(self) -> int:
        """How many jobs have not been answered yet."""
        return len(self._open)

    def stop(self) -> None:
        """Cancel everything, wait for it, and drop what is still to be delivered."""
        for job in self._open.values():
            job.progress.cancel()
        self._open.clear()
        self._pool.waitForDone()

    def _step(self, job: int, done: int, total: int, words: Message) -> None:
        self.stepped.emit(job, done, total, words)

    @Slot(int, object, object)
    def _deliver(self, number: int, result: object, error: Exception | None) -> None:
        job = self._open.pop(number, None)
        if job is None:
            return
        self.ended.emit(number)
        if job.lane and self._newest.get(job.lane) != number:
            return
        if job.window is not None and not shiboken6.isValid(job.window):
            return
        job.done(result, error)
