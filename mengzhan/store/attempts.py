"""A growing wait after wrong PINs.

Honest limits: the counts lie in a plain file beside the key file, so whoever can delete files
here can reset them. Against that stands the keystore: a copy of the folder alone cannot be tried.
The wait only stops people who try at the keyboard of a running program.
"""

import json
from datetime import datetime, timedelta
from pathlib import Path

from mengzhan.model.clock import WallClock, wall_moment, wall_text
from mengzhan.store.atomic import write_atomic
from mengzhan.store.errors import named_errors

_FREE_TRIES = 3
_FIRST_WAIT = timedelta(seconds=30)
_LONGEST_WAIT = timedelta(minutes=15)


class Attempts:
    """Counts of wrong tries for each operator, kept in one small file."""

    def __init__(self, path: Path, clock: WallClock) -> None:
        self._path = path
        self._clock = clock

    def seconds_left(self, operator: str) -> int:
        """Return how long this operator still has to wait before the next try (0: may try)."""
        counts = self._read()
        if operator not in counts:
            return 0
        tries, last = counts[operator]
        wait = _wait_after(tries)
        now = self._clock()
        if now < last:
            # The computer's clock was set back: wait once from now on, not until it catches up.
            counts[operator] = (tries, now)
            self._write(counts)
            last = now
        left = (last + wait - now).total_seconds()
        return max(0, round(left + 0.5) if left > 0 else 0)

    def count(self, operator: str) -> None:
        """Note one try, before it is made: ending the program in its middle is no way around."""
        counts = self._read()
        tries, _ = counts.get(operator, (0, self._clock()))
        counts[operator] = (tries + 1, self._clock())
        self._write(counts)

    def forget(self, operator: str) -> None:
        """Drop the count after a right try."""
        counts = self._read()
        if counts.pop(operator, None) is not None:
            self._write(counts)

    def _read(self) -> dict[str, tuple[int, datetime]]:
        try:
            with named_errors():
                content = json.loads(self._path.read_bytes()) if self._path.exists() else {}
            return {
                name: (int(item["tries"]), wall_moment(item["last"]))
                for name, item in content.items()
            }
        except (ValueError, TypeError, KeyError, AttributeError):
            return {}

    def _write(self, counts: dict[str, tuple[int, datetime]]) -> None:
        content = {
            name: {"tries": tries, "last": wall_text(last)}
            for name, (tries, last) in counts.items()
        }
        write_atomic(self._path, json.dumps(content).encode())


def _wait_after(tries: int) -> timedelta:
    """Nothing for three tries, then 30 s, 1 min, 2 min … up to 15 min."""
    if tries < _FREE_TRIES:
        return timedelta(0)
    doublings = min(tries - _FREE_TRIES, 10)
    return min(_FIRST_WAIT * (1 << doublings), _LONGEST_WAIT)
