"""What an office sees at a glance."""

from mengzhan.office.overview import Overview
from mengzhan.package.devicekey import key_code
from mengzhan.rules.operations import edit, move
from tests.office.world import FIRST, SECOND, Laptop, World
from tests.people import employer_values, id_number


def test_who_reported_and_who_is_late(world: World, first: Laptop, second: Laptop) -> None:
    overview = Overview(world.office)
    assert [s.code for s in overview.late("2026-11-01")] == [FIRST.code, SECOND.code]
    first.add_person(1)
    world.deliver(first)
    (state,) = overview.late("2026-11-01")
    assert (state.code, state.name, state.reported, state.packages) == (
        SECOND.code,
        SECOND.name,
        "",
        0,
    )
    assert overview.stations("2026-11-01")[0].reported.startswith("2026-11-23")
    assert [s.code for s in overview.late("2026-12-01")] == [FIRST.code, SECOND.code]
    world.office.close_station(SECOND.code)
    assert overview.late("2026-11-01") == []


def test_a_waiting_package_is_no_report(world: World, first: Laptop) -> None:
    first.add_person(1)
    first.add_person(2)
    world.inbox.receive(first.report_part(2))
    state = Overview(world.office).stations("2026-11-01")[0]
    assert (state.late, state.packages, state.waiting) == (True, 0, 1)
    assert state.gaps == ((first.session.replica, 1, 1),)
    assert [x.number for x in Overview(world.office).waiting()] == [1]
    world.deliver(first)
    state = Overview(world.office).stations("2026-11-01")[0]
    assert (state.late, state.waiting, state.gaps) == (False, 0, ())


def test_unknown_devices_show_their_code(world: World) -> None:
    laptop = world.laptop("third", FIRST, pinned=False)
    laptop.add_person(1)
    world.deliver(laptop)
    (letter,) = Overview(world.office).unknown()
    assert (letter.station, letter.station_name) == (FIRST.code, FIRST.name)
    assert letter.public is not None
    assert key_code(letter.public) == key_code(laptop.public)
    laptop.close()


def test_a_retired_laptop_that_goes_on_is_named(world: World, first: Laptop) -> None:
    first.add_person(1)
    world.deliver(first)
    world.office.retire(first.public.device_id)
    assert Overview(world.office).stations("")[0].retired == ()
    world.clock.move(hours=1)
    first.add_person(2)
    world.deliver(first)
    assert Overview(world.office).stations("")[0].retired == (first.public.device_id,)


def test_conflicts_by_station(world: World, first: Laptop) -> None:
    person = first.add_person(1)
    world.exchange(first)
    first.edit(person, name="改名甲")
    world.seat.session.run(edit(person, {"name": "改名乙"}), "edit")
    world.deliver(first)
    (conflict,) = Overview(world.office).conflicts()
    assert (conflict.station, conflict.kind, conflict.record, conflict.field) == (
        FIRST.code,
        "person",
        person,
        "name",
    )


def test_the_same_number_at_several_stations(world: World, first: Laptop, second: Laptop) -> None:
    one, two = first.add_person(1), second.add_person(1)
    first.add_person(2)
    first.add_person(3)
    first.add_person(3)
    for laptop in (first, second):
        laptop.add("employer", employer_values())
        world.deliver(laptop)
    (shared,) = Overview(world.office).shared()
    assert (shared.kind, shared.field) == ("person", "id_number")
    assert shared.records == ((one, FIRST.code), (two, SECOND.code))
    assert id_number(1) not in repr(shared)
    world.seat.session.run(move(two, FIRST.code), "move")
    assert Overview(world.office).shared() == []
