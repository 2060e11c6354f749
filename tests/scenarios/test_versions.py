"""Old and new programs side by side: nothing refused, nothing lost, nothing in need of a repair."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mengzhan.model.codes import Code, code_table
from mengzhan.model.fieldtypes import Choice, Date, Reference, Text
from mengzhan.model.kind import Catalogue, Field, Kind
from mengzhan.model.kinds import KINDS
from mengzhan.rules import operations
from tests.people import employer_values, person_values
from tests.scenarios.world import World

STATUSES = code_table("employment_status").with_code(Code("Z9", "季节放牧"))
TOOL_LOAN = Kind(
    name="tool_loan",
    label="工具借用",
    title=("tool",),
    day="day",
    fields=(
        Field("person", "人员", Reference("person"), required=True, listed=True),
        Field("tool", "工具", Text(30, search="text"), required=True, listed=True),
        Field("day", "日期", Date(), required=True, listed=True),
    ),
)


def newer(catalogue: Catalogue) -> Catalogue:
    """A later version: one more field, one more kind, one more code."""
    person = catalogue["person"]
    fields = tuple(
        replace(f, type=Choice(STATUSES)) if f.name == "employment_status" else f for f in person
    )
    person = replace(person, fields=(*fields, Field("camp", "冬营地", Text(30, search="text"))))
    return catalogue.with_kind(person).with_kind(TOOL_LOAN)


NEWER = newer(KINDS)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Station a is new, the office and station b are old."""
    world = World(tmp_path, {"a1": NEWER, "a2": NEWER})
    yield world
    world.close()


def add(world: World, who: str, kind: str, values: dict) -> str:
    """Add a record and return its id."""
    change = world.sessions[who].run(operations.add(kind, values), f"add {kind}")
    return next(record for _, record in change.records)


def test_a_newer_station_and_an_older_office_lose_nothing(world: World) -> None:
    person = add(
        world, "a1", "person", person_values(1, camp="乌兰哈达冬营地", employment_status="Z9")
    )
    loan = add(world, "a1", "tool_loan", {"person": person, "tool": "剪毛机", "day": "2026-11-02"})
    world.exchange_everything()

    office = world.sessions["office"]
    row = office.read().record("person", person)
    assert row is not None
    assert row["extra"] == {"camp": "乌兰哈达冬营地"}
    assert KINDS["person"]["employment_status"].show(row["employment_status"]) == "Z9"
    state = office.read().state(loan)
    assert state is not None
    assert state.values["tool"] == "剪毛机"

    world.do("office", operations.edit(person, {"area_group": "三组"}))
    world.exchange_everything()
    for laptop in ("a1", "a2"):
        back = world.sessions[laptop].read().record("person", person)
        assert back is not None
        assert (back["camp"], back["area_group"]) == ("乌兰哈达冬营地", "三组")
        kept = world.sessions[laptop].read().record("tool_loan", loan)
        assert kept is not None
        assert kept["tool"] == "剪毛机"


def test_the_office_shows_it_all_after_its_upgrade(world: World) -> None:
    person = add(world, "a1", "person", person_values(1, camp="乌兰哈达冬营地"))
    loan = add(world, "a1", "tool_loan", {"person": person, "tool": "剪毛机", "day": "2026-11-02"})
    world.exchange_everything()
    world.upgrade("office", NEWER)

    reader = world.sessions["office"].read()
    row = reader.record("person", person)
    assert row is not None
    assert (row["camp"], row["extra"]) == ("乌兰哈达冬营地", {})
    assert reader.title("tool_loan", loan) == "剪毛机"
    assert reader.search("冬营地") == [("person", person)]
    assert reader.count("tool_loan") == 1


def test_a_newer_office_and_an_older_station_lose_nothing(world: World) -> None:
    world.upgrade("office", NEWER)
    person = add(world, "b1", "person", person_values(2))
    employer = add(world, "b1", "employer", employer_values(2))
    world.exchange_everything()
    world.do("office", operations.edit(person, {"camp": "夏营地", "employment_status": "Z9"}))
    world.exchange_everything()

    station = world.sessions["b1"]
    row = station.read().record("person", person)
    assert row is not None
    assert row["extra"] == {"camp": "夏营地"}
    assert row["employment_status"] == "Z9"
    station.run(operations.edit(person, {"area_group": "一组"}), "edit person")
    world.exchange_everything()
    back = world.sessions["office"].read().record("person", person)
    assert back is not None
    assert (back["camp"], back["area_group"]) == ("夏营地", "一组")
    assert world.sessions["office"].read().record("employer", employer) is not None
