"""Any order, repetition and loss of packages and receipts ends in the same state for everybody."""

import random

import pytest

from mengzhan.model.fold import State
from mengzhan.office.lacking import Gap, Standpoint
from mengzhan.package import sending
from mengzhan.package.sending import outgoing
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit, move
from tests.office.world import FIRST, OFFICE, SECOND, Laptop, World

Values = dict[str, object]


def values_of(state: State) -> Values:
    return {"erased": state.erased, "deleted": state.deleted, **state.values}


def seen_by(laptop: Laptop, station: str = "") -> dict[str, Values]:
    """All records that stand at a station, as one copy folds them."""
    reader = laptop.session.read()
    records = dict.fromkeys(e.record for e in reader.journal.all() if e.kind != "clock")
    states = [state for state in map(reader.state, records) if state is not None]
    return {
        state.record: values_of(state)
        for state in states
        if station in ("", state.values.get("station"))
    }


class Chance:
    """A made-up year at three laptops and an office, in which most sticks get lost."""

    def __init__(self, world: World, laptops: list[Laptop], seed: int) -> None:
        self.world, self.laptops = world, laptops
        self.random = random.Random(seed)
        self.people = self.notes = 0
        self.sticks: list[bytes] = []
        self.letters: list[tuple[Laptop, bytes]] = []

    def step(self) -> None:
        laptop = self.random.choice(self.laptops)
        actions = (self.add, self.add, self.edit, self.edit, self.report, self.deliver)
        rare = (self.decide, self.answer, self.read, self.reopen)
        self.random.choice(actions + rare)(laptop)

    def known(self, laptop: Laptop) -> list[str]:
        here = seen_by(laptop, laptop.session.place.code)
        return sorted(record for record, values in here.items() if not values["erased"])

    def add(self, laptop: Laptop) -> None:
        self.people += 1
        laptop.add_person(self.people)

    def edit(self, laptop: Laptop) -> None:
        if records := self.known(laptop):
            self.notes += 1
            note, status = f"第{self.notes}次", self.random.choice("12")
            laptop.edit(self.random.choice(records), note=note, employment_status=status)

    def report(self, laptop: Laptop) -> None:
        if outgoing(laptop.session).entries:
            self.sticks.append(laptop.report())

    def deliver(self, laptop: Laptop) -> None:
        if self.sticks:
            self.world.inbox.receive(self.random.choice(self.sticks))

    def decide(self, laptop: Laptop) -> None:
        alive = [r for r, v in seen_by(self.world.seat).items() if not v["erased"]]
        if alive:
            record, station = self.random.choice(sorted(alive)), laptop.session.place.code
            chosen = self.random.choice(
                (move(record, station), edit(record, {"note": "上级"}), erase(record))
            )
            self.world.seat.session.run(chosen, "decide")

    def answer(self, laptop: Laptop) -> None:
        for packed in self.world.receipts.write_all():
            head = packed.manifest.receipt
            assert head is not None
            (to,) = [x for x in self.laptops if x.public.device_id == head.to_device]
            self.letters.append((to, packed.data))

    def read(self, laptop: Laptop) -> None:
        if self.letters:
            to, data = self.random.choice(self.letters)
            to.read(data)

    def reopen(self, laptop: Laptop) -> None:
        laptop.reopen()


@pytest.mark.parametrize("seed", range(4))
def test_everybody_ends_in_the_same_state(
    world: World, first: Laptop, second: Laptop, seed: int
) -> None:
    other = world.laptop("first-b", FIRST)
    laptops = [first, second, other]
    for number, laptop in enumerate(laptops):
        laptop.add_person(900 + number)
    chance = Chance(world, laptops, seed)
    for _ in range(70):
        chance.step()
    for _ in range(3):
        world.exchange(*laptops)
    assert [outgoing(laptop.session).entries for laptop in laptops] == [[], [], []]
    assert seen_by(first, FIRST.code) == seen_by(other, FIRST.code)
    assert seen_by(first, FIRST.code) == seen_by(world.seat, FIRST.code)
    assert seen_by(second, SECOND.code) == seen_by(world.seat, SECOND.code)
    assert len(seen_by(world.seat)) == chance.people + 3
    other.close()


def test_the_journal_is_asked_as_often_for_many_entries_as_for_few(
    world: World, first: Laptop
) -> None:
    people = [first.add_person(number) for number in range(1, 13)]
    world.exchange(first)
    connection, catalogue = world.office.connection, world.seat.session.catalogue
    replicas = tuple(world.office.roster.replicas(FIRST.code))
    has, asked = tuple(sending.has(first.session)), list[str]()
    counts: list[int] = []
    for some in (people[:2], people[2:]):
        heard = world.seat.session.read().journal.position()
        for person in some:
            world.seat.edit(person, note="上级写的")
        gap = Gap(connection, catalogue, Standpoint(FIRST.code, OFFICE.code, replicas, has, heard))
        connection.set_trace_callback(asked.append)
        lacking = gap.find()
        connection.set_trace_callback(None)
        assert [entry.record for entry in lacking.entries] == some
        counts.append(len(asked))
        asked.clear()
    assert counts[0] == counts[1]
