"""A copy that was handed over is read-only until somebody takes that back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from mengzhan.model.clock import wall_text
from mengzhan.rules.operations import add
from mengzhan.store import handover
from mengzhan.store.handover import HandedOver
from mengzhan.store.station import restore_backup
from tests.computers import TickingClock
from tests.office.world import FIRST, Laptop, new_laptop
from tests.people import person_values


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = new_laptop(tmp_path, "old", FIRST, TickingClock())
    made.add_person(1)
    yield made
    made.close()


def hand_over(laptop: Laptop) -> None:
    at = wall_text(laptop.session.clock())
    laptop.session.store.writer.run(lambda c: handover.note(c, at, "mz-new"))


def test_nothing_is_written_after_a_handover(laptop: Laptop) -> None:
    hand_over(laptop)
    with pytest.raises(HandedOver) as refused:
        laptop.session.run(add("person", person_values(2)), "add person")
    assert refused.value.code == "HANDED_OVER"
    assert "本站已于 2026-11-23 移交到新电脑" in str(refused.value)
    assert laptop.session.read().count("person") == 1
    laptop.reopen()
    assert laptop.session.handed_over == "2026-11-23"


def test_taking_it_back_is_noted_and_lifts_it(laptop: Laptop) -> None:
    hand_over(laptop)
    hand_over(laptop)
    laptop.session.take_back_handover()
    laptop.add_person(2)
    assert laptop.session.handed_over == ""
    noted = handover.kept(laptop.session.read().connection)
    assert {item["by"] for item in noted} == {laptop.session.operator.id}
    assert all(item["taken_back"] > item["at"] for item in noted)
    hand_over(laptop)
    assert laptop.session.handed_over == "2026-11-23"


def test_the_day_is_that_of_beijing(laptop: Laptop) -> None:
    clock = laptop.around.clock
    assert isinstance(clock, TickingClock)
    clock.now += timedelta(hours=16)
    hand_over(laptop)
    assert laptop.session.handed_over == "2026-11-24"


def test_an_old_backup_does_not_bring_the_station_back(laptop: Laptop) -> None:
    laptop.session.back_up(force=True)
    backup = laptop.session.store.backups.newest()
    assert backup is not None
    key = laptop.session.store.key
    hand_over(laptop)
    laptop.close()
    restore_backup(laptop.folder, backup, key, laptop.around)
    laptop.open()
    assert laptop.session.handed_over == "2026-11-23"
