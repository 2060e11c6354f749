"""An office and its stations, ready to work."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mengzhan.office.desk import Office
from tests.computers import TickingClock
from tests.office.world import FIRST, OFFICE, SECOND, Laptop, World, new_laptop


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


@pytest.fixture
def world(tmp_path: Path, clock: TickingClock) -> Iterator[World]:
    """An office that expects two stations."""
    seat = new_laptop(tmp_path, "office", OFFICE, clock)
    office = Office(seat.session)
    office.add_station(FIRST.code, FIRST.name)
    office.add_station(SECOND.code, SECOND.name)
    made = World(tmp_path, clock, seat, office)
    yield made
    made.seat.close()


@pytest.fixture
def first(world: World) -> Iterator[Laptop]:
    """The pinned laptop of the first station."""
    made = world.laptop("first", FIRST)
    yield made
    made.close()


@pytest.fixture
def second(world: World) -> Iterator[Laptop]:
    """The pinned laptop of the second station."""
    made = world.laptop("second", SECOND)
    yield made
    made.close()
