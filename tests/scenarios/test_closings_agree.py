"""Nobody is accused who did nothing wrong: whatever stations do, a true closing agrees."""

import random
from collections.abc import Iterator, Sequence
from contextlib import suppress

import pytest

from mengzhan.model.problem import UserError
from mengzhan.office.closings import ClosingCheck, Closings, Finding
from mengzhan.rules.closing import close_month
from mengzhan.rules.closing.operation import CannotClose
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit, merge, move, remove
from mengzhan.rules.reader import Operation
from mengzhan.rules.undo import undo
from tests.computers import TickingClock
from tests.office.conftest import world as _world
from tests.office.world import FIRST, SECOND, Laptop, World
from tests.people import OTHER_VILLAGE, VILLAGE, employer_values, vacancy_values
from tests.rules.closing.month import MONTH, follow_up, person, visit

world = _world
DEEDS = 70


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


@pytest.fixture
def laptops(world: World) -> Iterator[tuple[Laptop, Laptop]]:
    made = world.laptop("first", FIRST), world.laptop("second", SECOND)
    yield made
    for laptop in made:
        laptop.close()


class Life:
    """Two stations at work, one thing after the other."""

    def __init__(
        self, world: World, laptops: tuple[Laptop, Laptop], seed: int, deeds: Sequence[str]
    ) -> None:
        self.deeds = deeds
        self.world, self.laptops, self.dice = world, laptops, random.Random(seed)
        self.born = 0
        for laptop in laptops:
            self._add(laptop)
            shop = laptop.add("employer", employer_values(self.born))
            laptop.add("vacancy", vacancy_values(shop, registered_on="2026-11-03"))
        world.exchange(*laptops)

    def live(self) -> None:
        for _ in range(DEEDS):
            self.world.clock.move(hours=self.dice.randrange(1, 5))
            laptop = self.dice.choice(self.laptops)
            deed = self.dice.choice(self.deeds)
            # What makes no sense just then is refused.
            with suppress(UserError):
                getattr(self, deed)(laptop)

    def _pick(self, laptop: Laptop, kind: str) -> str:
        """Return a record that the station looks after."""
        own = [
            str(row["id"])
            for row in laptop.session.read().columns(kind, ("station",))
            if row["station"] == laptop.session.place.code
        ]
        return self.dice.choice(sorted(own)) if own else self._add(laptop)

    def _day(self) -> str:
        return f"2026-11-{self.dice.randrange(1, 23):02d}"

    def _run(self, laptop: Laptop, operation: Operation, words: str = "edit") -> None:
        laptop.session.run(operation, words)

    def _add(self, laptop: Laptop) -> str:
        self.born += 1
        return laptop.add("person", person(self.born, key_groups=["K01"]))

    def call(self, laptop: Laptop) -> None:
        outcome = self.dice.choice(("F1", "F1", "F2", "F9"))
        laptop.add(
            "follow_up", follow_up(self._pick(laptop, "person"), self._day(), outcome=outcome)
        )

    def visit(self, laptop: Laptop) -> None:
        laptop.add("visit", visit(self._pick(laptop, "employer"), self._day(), policies=["P01"]))

    def refer(self, laptop: Laptop) -> None:
        day = self._day()
        values = {"person": self._pick(laptop, "person"), "vacancy": self._pick(laptop, "vacancy")}
        came = (
            {"result": "2", "arrived_on": day, "result_on": day} if self.dice.random() < 0.5 else {}
        )
        laptop.add("referral", {**values, "day": day, "due_on": "2026-11-30", **came})

    def change_day(self, laptop: Laptop) -> None:
        self._run(laptop, edit(self._pick(laptop, "follow_up"), {"day": self._day()}))

    def change_status(self, laptop: Laptop) -> None:
        values = {"employment_status": self.dice.choice("1239"), "status_on": self._day()}
        self._run(laptop, edit(self._pick(laptop, "person"), values))

    def remove(self, laptop: Laptop) -> None:
        kind = self.dice.choice(("follow_up", "referral", "visit", "person"))
        self._run(laptop, remove(self._pick(laptop, kind)), "remove")

    def undo(self, laptop: Laptop) -> None:
        self._run(laptop, undo(laptop.session.read().actions(1)[0]["action"]), "undo")

    def merge(self, laptop: Laptop) -> None:
        self._run(laptop, merge(self._pick(laptop, "person"), self._pick(laptop, "person")))

    def move(self, laptop: Laptop) -> None:
        other = OTHER_VILLAGE if laptop.session.place.code == VILLAGE else VILLAGE
        self._run(laptop, move(self._pick(laptop, "person"), other))

    def erase(self, laptop: Laptop) -> None:
        self._run(laptop, erase(self._pick(laptop, "person")), "erase person")

    def exchange(self, laptop: Laptop) -> None:
        self.world.exchange(laptop)

    def close(self, laptop: Laptop) -> None:
        self._run(laptop, close_month(MONTH, "有变化"), "close month_close")


DEEDS_OF_STATIONS = (
    *("_add", "call", "call", "call", "visit", "refer", "refer", "change_day", "change_status"),
    *("remove", "undo", "merge", "move", "exchange", "exchange", "close"),
)


def check_all(world: World, laptops: tuple[Laptop, Laptop]) -> list[ClosingCheck]:
    """Close the month everywhere, send everything, and check."""
    for laptop in laptops:
        with suppress(CannotClose):
            laptop.session.run(close_month(MONTH, "月底"), "close month_close")
    world.exchange(*laptops)
    return [*Closings(world.office).all(MONTH)]


@pytest.mark.parametrize("seed", range(6))
def test_a_true_closing_agrees_whatever_else_was_done(
    world: World, laptops: tuple[Laptop, Laptop], seed: int
) -> None:
    Life(world, laptops, seed, DEEDS_OF_STATIONS).live()
    for found in check_all(world, laptops):
        assert [(d.indicator.code, d.said, d.found) for d in found.disagreements] == []
        assert (len(found.missing), found.moved) == (0, False)
        assert found.finding in (Finding.AGREES, Finding.CORRECTED)


@pytest.mark.parametrize("seed", range(6))
def test_whoever_erases_people_is_not_accused(
    world: World, laptops: tuple[Laptop, Laptop], seed: int
) -> None:
    Life(world, laptops, seed, (*DEEDS_OF_STATIONS, "erase")).live()
    for found in check_all(world, laptops):
        assert found.finding in (Finding.AGREES, Finding.CORRECTED, Finding.FORGOTTEN)
