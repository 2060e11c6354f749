"""An office changes its key: its stations follow by the receipt, and nothing is lost on the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mengzhan.package.device import office_of
from mengzhan.package.devicekey import DeviceKeys
from tests.scenarios.world import World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Everybody has exchanged once."""
    world = World(tmp_path)
    world.add("a1")
    world.exchange_everything(rounds=1)
    yield world
    world.close()


def test_stations_follow_the_new_key_of_their_office(world: World) -> None:
    world.add("a1")
    world.report("a1")
    new = world.office.rotate()
    world.exchange_everything(rounds=2)
    assert office_of(world.sessions["a1"]).public == new
    assert office_of(world.sessions["b1"]).public == new
    assert world.sessions["office"].read().count("person") == 2


def test_a_package_to_the_old_key_still_goes_in(world: World) -> None:
    world.add("b1")
    world.report("b1")
    world.office.rotate()
    world.deliver(0)
    assert world.sessions["office"].read().count("person") == 2


def test_nobody_follows_a_key_without_a_voucher(world: World) -> None:
    session = world.sessions["a1"]
    before = office_of(session).public
    stranger = DeviceKeys.generate()
    world.office.rotate()
    world.office.session.set_setting(
        "office_voucher", stranger.vouch(world.office.keys.public, world.office.now())
    )
    world.exchange_everything(rounds=1)
    assert office_of(session).public == before
