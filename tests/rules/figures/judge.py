"""Lets the random station work, and counts its months twice: by the program and from its papers."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from mengzhan.rules.figures import Evidence, Figure, Period, by_group, by_place, counted, figures
from mengzhan.rules.reader import Reader
from mengzhan.store.station import Surroundings
from tests.computers import Clock, MemoryKeystore
from tests.rules.figures.tally import Count, Tally
from tests.rules.figures.world import DAYS, FIRST, World
from tests.store.conftest import CHEAP, open_station


def differences(folder: Path, seed: int, every: int = 30) -> Iterator[list[str]]:
    """Yield, for each month, quarter and year counted, what the program counts otherwise.

    Args:
        every: after how many days of work all periods so far are counted, closed ones again.
    """
    clock = Clock()
    around = Surroundings(
        clock=clock, state=folder / "state", keystore=MemoryKeystore(), cost=CHEAP
    )
    station = open_station(folder / "data", around)
    world = World(station.session, clock, random.Random(seed))
    for number in range(DAYS):
        world.work(FIRST + timedelta(days=number))
        if number % every == every - 1:
            for period in periods(world.today):
                yield [
                    f"seed {seed}, {world.today}, {period.label}: {words}"
                    for words in compare(world, period)
                ]
    station.session.close()


def periods(today: date) -> Iterator[Period]:
    """Every month so far, the running one up to today, the quarter and the year."""
    month = Period.month_of(FIRST)
    while month.first <= today:
        yield month.so_far(today)
        month = Period.month_of(month.last + timedelta(days=1))
    yield Period.quarter_of(today).so_far(today)
    yield Period.year_to_date(today).so_far(today)


def compare(world: World, period: Period) -> Iterator[str]:
    """Yield what differs in one period."""
    reader = world.session.read()
    found = figures(reader, period)
    truth = Tally(world.papers, period.first, period.last).count()
    assert found.keys() == truth.keys()
    for code, figure in found.items():
        yield from (f"{code} {words}" for words in _figure(reader, figure, truth[code]))


def _figure(reader: Reader, figure: Figure, count: Count) -> Iterator[str]:
    value = figure.value if figure.value is None else float(figure.value)
    if value != (None if count.number is None else float(count.number)):
        yield f"is {value}, should be {count.number}"
    for side, records in ((figure.evidence, count.records), (figure.base, count.below)):
        opened = {(one.kind, one.record) for one in side}
        if opened != records:
            yield f"opens to {sorted(opened - records)}, not to {sorted(records - opened)}"
    yield from _sums(reader, figure)


def _sums(reader: Reader, figure: Figure) -> Iterator[str]:
    places, groups = by_place(reader, figure), by_group(reader, figure)
    if sum(counted(part.evidence) for part in places.values()) != counted(figure.evidence):
        yield "does not tie over places"
    parts = [*groups.parts.values(), groups.none]
    if sum(counted(part.evidence) for part in parts) - groups.overlap != counted(figure.evidence):
        yield "does not tie over groups"
    together: set[Evidence] = {one for part in parts for one in part.evidence}
    if together != {*figure.evidence}:
        yield "opens to other records by group"
