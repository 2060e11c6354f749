"""Pictures travel apart from the text, and again until the office has said that it has them."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from mengzhan.package.packing import Packed
from mengzhan.package.sending import send_pictures
from mengzhan.rules import operations
from mengzhan.rules.erasure import erase
from tests.people import employer_values, visit_values
from tests.scenarios.world import Letter, World

IMAGE = b"\xff\xd8 not much of a picture \xff\xd9"
DIGEST = sha256(IMAGE).hexdigest()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A visit with one picture at laptop a1."""
    world = World(tmp_path)
    session = world.sessions["a1"]
    employer = session.run(operations.add("employer", employer_values(1)), "add employer")
    session.add_picture(DIGEST, IMAGE)
    values = visit_values(next(iter(employer.records))[1], pictures=[DIGEST], day="2026-11-02")
    world.do("a1", operations.add("visit", values), "add visit")
    yield world
    world.close()


def send(world: World) -> list[str]:
    """Send what waits and return the names of the files."""
    names: list[str] = []

    def write(packed: Packed, name: str) -> None:
        names.append(name)
        world.letters.append(Letter("office", packed.data))

    send_pictures(world.sessions["a1"], write)
    return names


def test_a_picture_goes_until_it_was_answered(world: World) -> None:
    world.report("a1")
    assert [name[:2] for name in send(world)] == ["照片"]
    world.lose(-1)
    world.exchange_everything(rounds=1)
    assert world.sessions["office"].read().picture(DIGEST) is None

    assert len(send(world)) == 1
    world.deliver(0)
    assert world.sessions["office"].read().picture(DIGEST) == IMAGE
    world.exchange_everything(rounds=1)
    assert send(world) == []


def test_the_other_laptop_gets_it_with_a_share(world: World) -> None:
    world.share("a1", "a2")
    world.deliver(0)
    assert world.sessions["a2"].read().picture(DIGEST) == IMAGE


def test_it_goes_with_an_erased_record(world: World) -> None:
    send(world)
    world.deliver(0)
    world.do("a1", erase(world.records[-1]), "erase visit")
    assert world.sessions["a1"].read().picture(DIGEST) is None
    world.exchange_everything(rounds=2)
    assert world.sessions["office"].read().picture(DIGEST) is None
