"""A month is closed, changed, closed again and sent; the office finds whatever is not true.

Two stations and an office, each with its own encrypted database, real keys and real packages.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from mengzhan.office.closings import ClosingCheck, Closings, Finding
from mengzhan.rules.closing import Close, close_month, closings, in_force
from mengzhan.rules.operations import edit, remove
from mengzhan.rules.reader import Change
from mengzhan.rules.undo import undo
from tests.computers import TickingClock
from tests.office.conftest import world as _world
from tests.office.world import FIRST, SECOND, Laptop, World
from tests.people import employer_values
from tests.rules.closing.month import MONTH, follow_up, person, visit

world = _world


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


@dataclass
class Told:
    """What a station did in the month: its follow-ups and visits."""

    laptop: Laptop
    calls: list[str]
    visits: list[str]

    def close(self, reason: str = "") -> Close:
        self.laptop.session.run(close_month(MONTH, reason), "close month_close")
        found = in_force(self.laptop.session.read(), MONTH)
        assert found is not None
        return found

    def undo_last(self) -> None:
        action = self.laptop.session.read().actions(1)[0]["action"]
        self.laptop.session.run(undo(action), "undo")


def work(laptop: Laptop, first: int) -> Told:
    """Eleven follow-ups of people and three visits, all in the month."""
    people = [laptop.add("person", person(first + number)) for number in range(11)]
    shops = [laptop.add("employer", employer_values(first + number)) for number in range(3)]
    return Told(
        laptop,
        [laptop.add("follow_up", follow_up(one)) for one in people],
        [laptop.add("visit", visit(one)) for one in shops],
    )


@pytest.fixture
def stations(world: World) -> Iterator[tuple[Told, Told]]:
    laptops = world.laptop("first", FIRST), world.laptop("second", SECOND)
    yield work(laptops[0], 0), work(laptops[1], 100)
    for laptop in laptops:
        laptop.close()


def look(world: World) -> tuple[ClosingCheck, ClosingCheck]:
    first, second = Closings(world.office).all(MONTH)
    return first, second


def test_from_the_first_closing_to_the_last_check(
    world: World, stations: tuple[Told, Told]
) -> None:
    honest, sly = stations

    # Close, edit, undo: the month is as it was closed.
    former = honest.close()
    honest.laptop.session.run(edit(honest.calls[0], {"day": "2026-10-31"}), "edit follow_up")
    honest.undo_last()
    # Edit again, close again; take that back; close again for good.
    honest.laptop.session.run(remove(honest.visits[0]), "remove visit")
    honest.close("走访记重了")
    honest.undo_last()
    assert in_force(honest.laptop.session.read(), MONTH) == former
    close = honest.close("走访记重了一户")
    assert (close.former, close.figures["M05"].above) == (former.record, 2)
    sly_close = sly.close()
    for one in stations:
        world.deliver(one.laptop)
        world.answer(one.laptop)

    first, second = look(world)
    assert (first.finding, second.finding) == (Finding.AGREES, Finding.AGREES)
    assert first.close == close
    assert [deed.what for deed in first.deeds] == ["replaced", "taken_back", "replaced"]
    assert [deed.reason for deed in first.deeds] == ["走访记重了", "", "走访记重了一户"]

    # A doctored figure: the records give 11, a hand-made entry says 12.
    said = sly_close.figures["M13"]
    figures = {**sly_close.figures, "M13": (said.above + 1, *said[1:])}
    forged = Change("month_close", sly_close.record, {"figures": json.dumps(figures)})
    sly.laptop.session.run(lambda _reader, _desk: [forged], "edit month_close")
    # Evidence deleted after the closing.
    world.clock.move(days=2)
    honest.laptop.session.run(remove(honest.calls[3]), "remove follow_up")
    for one in stations:
        world.deliver(one.laptop)

    first, second = look(world)
    assert second.finding is Finding.DIFFERS
    (wrong,) = second.disagreements
    assert wrong.said is not None
    assert (wrong.indicator.code, wrong.said.above, wrong.found.above) == ("M13", 12, 11)
    (changed,) = second.deeds
    assert (changed.what, changed.record, changed.fields) == (
        "changed",
        sly_close.record,
        ("figures",),
    )
    assert changed.entry.actor == sly.laptop.session.operator.id
    assert changed.entry.wall.startswith("2026-11-23")

    assert (first.finding, first.disagreements) == (Finding.CORRECTED, [])
    corrected = {one.indicator.code: one for one in first.corrections}["M13"]
    assert (corrected.before.above, corrected.now.above) == (11, 10)
    (gone,) = corrected.changes
    assert (gone.way, gone.evidence.record, gone.late) == ("went", honest.calls[3], False)
    assert (gone.entries[0].words, gone.entries[0].actor) == (
        "remove follow_up",
        honest.laptop.session.operator.id,
    )
    assert gone.entries[0].wall.startswith("2026-11-25")

    # What the office holds is what the station holds, closing by closing.
    reader = world.office.session.read().of_station(FIRST.code)
    assert [*closings(reader)] == [*closings(honest.laptop.session.read())]


def test_the_check_changes_nothing_at_the_office(world: World, stations: tuple[Told, Told]) -> None:
    honest, _ = stations
    honest.close()
    world.deliver(honest.laptop)
    position = world.office.session.read().journal.position()
    assert look(world)[0].finding is Finding.AGREES
    assert world.office.session.read().journal.position() == position
    names = world.office.connection.execute("SELECT name FROM temp.sqlite_master").fetchall()
    assert names == []
