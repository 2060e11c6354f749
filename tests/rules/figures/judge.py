"""Lets the random station work, and counts its months twice: by the program and from its papers."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from mengzhan.rules.figures import (
    Asked,
    Evidence,
    Figure,
    Period,
    by_group,
    by_place,
    counted,
    figures,
    figures_each,
    follow_figures,
)
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
    world = new_world(folder, seed)
    for number in range(DAYS):
        world.work(FIRST + timedelta(days=number))
        if number % every == every - 1:
            for period in periods(world.today):
                yield [
                    f"seed {seed}, {world.today}, {period.label}: {words}"
                    for words in compare(world, period)
                ]
    world.session.close()


def new_world(folder: Path, seed: int) -> World:
    """Return a station that is about to begin its work."""
    clock = Clock()
    around = Surroundings(
        clock=clock, state=folder / "state", keystore=MemoryKeystore(), cost=CHEAP
    )
    return World(open_station(folder / "data", around).session, clock, random.Random(seed))


def followed_otherwise(folder: Path, seed: int) -> Iterator[list[str]]:
    """Yield for each day of work what figures that follow the changes say otherwise than those
    that are counted anew; after an erasure they begin anew, too."""
    world = new_world(folder, seed)
    year = Period.year_to_date(FIRST + timedelta(days=DAYS))
    months = [Period.month_of(date(year.first.year, month, 1)) for month in range(8, 13)]
    asked: list[Asked] = [*((month, None) for month in months), (year, None), (months[2], ("M26",))]
    journal = world.session.read().journal
    position, counted = journal.position(), [*figures_each(world.session.read(), asked)]
    for number in range(DAYS):
        world.work(FIRST + timedelta(days=number))
        reader = world.session.read()
        fresh = [*figures_each(reader, asked)]
        if reader.journal.forgot_since(position):
            counted = fresh
        changed = reader.journal.changed_since(position)
        counted = follow_figures(counted, reader, asked, changed)
        position = reader.journal.position()
        yield [
            f"seed {seed}, {world.today}, {asked[at][0].label} {code}"
            for at, (now, then) in enumerate(zip(fresh, counted, strict=True))
            for code in now
            if now[code] != then[code]
        ]
    world.session.close()


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
