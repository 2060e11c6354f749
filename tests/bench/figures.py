"""Timing and printing for the benchmarks."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Figure:
    """Seconds for one piece of work, over several runs."""

    name: str
    seconds: list[float]

    def add(self, work: Callable[[], object]) -> None:
        """Time ``work`` once more."""
        began = time.perf_counter()
        work()
        self.seconds.append(time.perf_counter() - began)

    @property
    def median(self) -> float:
        """The median run."""
        return statistics.median(self.seconds)

    @property
    def slowest(self) -> float:
        """The 95th percentile, or the slowest of few runs."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def timed(name: str, work: Callable[[T], object], items: Iterable[T]) -> Figure:
    """Time ``work`` on each item."""
    figure = Figure(name, [])
    for item in items:
        figure.add(partial(work, item))
    return figure


def show(figures: Iterable[Figure], floor: Figure) -> None:
    """Print each figure with its ratio to the floor."""
    print(f"{'':32}{'median ms':>12}{'p95 ms':>10}{'x floor':>10}")
    for figure in (floor, *figures):
        ratio = figure.median / floor.median if floor.median else float("nan")
        print(
            f"{figure.name:32}{figure.median * 1000:12.2f}{figure.slowest * 1000:10.2f}{ratio:10.2f}"
        )
