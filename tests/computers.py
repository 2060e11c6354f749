"""What tests put in place of a computer's own parts: its clock and its keystore."""

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: datetime = field(default_factory=lambda: datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def move(self, **parts: float) -> None:
        self.now += timedelta(**parts)


class TickingClock(Clock):
    """A clock that ticks a little with every look, so that ids differ, and is moved by hand."""

    def __call__(self) -> datetime:
        self.move(milliseconds=5)
        return self.now


@dataclass
class MemoryKeystore:
    """A keystore in memory; ``works`` switches it off, emptying it is a change of computer.

    Two with the same ``secret`` are the keystore of the same computer, asked for twice.
    """

    works: bool = True
    secret: bytes = b""
    kept: dict[str, bytes] = field(default_factory=dict)

    def read(self, name: str) -> bytes | None:
        return self.kept.get(name) if self.works else None

    def make(self, name: str) -> bytes | None:
        return self.kept.setdefault(name, self.secret or os.urandom(32)) if self.works else None
