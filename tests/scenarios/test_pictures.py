"""Pictures travel apart from the text, and again until the office has said that it has them."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from mengzhan.package.sending import build_pictures, file_name, remember_sent
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
    session = world.sessions["a1"]
    for packed in build_pictures(session):
        names.append(file_name(packed))
        world.letters.append(Letter("office", packed.data))
        remember_sent(session, packed, names[-1])
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


def gone(world: World, name: str) -> bool:
    return world.sessions[name].read().picture(DIGEST) is None


def test_a_share_does_not_bring_back_what_was_erased(world: World) -> None:
    world.share("a1", "a2")
    world.deliver(0)
    world.add("a2")
    world.share("a2", "a1")
    world.do("a1", erase(world.records[0]), "erase visit")
    world.deliver(-1)
    assert gone(world, "a1")


def test_an_old_picture_package_does_not_bring_back_what_was_erased(world: World) -> None:
    send(world)
    world.report("a1")
    world.deliver(1)
    world.do("a1", erase(world.records[0]), "erase visit")
    world.report("a1")
    world.deliver(-1)
    world.deliver(0)
    assert gone(world, "office")


def test_a_picture_waits_for_its_record(world: World) -> None:
    send(world)
    world.deliver(0)
    assert gone(world, "office")
    world.report("a1")
    world.deliver(1)
    assert not gone(world, "office")


def test_a_picture_of_a_form_that_was_never_saved_stays_here_and_goes(world: World) -> None:
    session = world.sessions["a1"]
    other, drafted = sha256(b"other").hexdigest(), sha256(b"drafted").hexdigest()
    session.add_picture(other, b"other")
    session.add_picture(drafted, b"drafted")
    session.save_draft("d", "visit", "", {"pictures": [drafted]})
    send(world)
    world.report("a1")
    world.exchange_everything(rounds=1)
    assert world.sessions["office"].read().picture(other) is None
    assert session.read().picture(other) is None
    assert session.read().picture(drafted) == b"drafted"


def test_a_receipt_from_before_a_restore_confirms_nothing(world: World) -> None:
    world.back_up("a1")
    world.add("a1")
    world.report("a1")
    world.deliver(0)
    world.letters.clear()
    world.answer()
    world.restore("a1")
    assert len(send(world)) == 1
    world.lose(-1)
    world.deliver(0)
    assert world.sessions["a1"].exchange().last_receipt() == 1
    assert len(send(world)) == 1


def test_it_goes_with_an_erased_record(world: World) -> None:
    send(world)
    world.deliver(0)
    world.do("a1", erase(world.records[-1]), "erase visit")
    assert world.sessions["a1"].read().picture(DIGEST) is None
    world.exchange_everything(rounds=2)
    assert world.sessions["office"].read().picture(DIGEST) is None
