"""The board follows the journal: edits, services, merges, undo, erasure, packages from above."""

from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Any

import pytest

from mengzhan.rules.erasure import erase
from mengzhan.rules.matching.board import Board, Found
from mengzhan.rules.matching.weights import usual
from mengzhan.rules.operations import edit, merge, remove
from mengzhan.rules.undo import undo
from mengzhan.store.session import ChangeSet
from tests.package.scribe import Scribe
from tests.people import (
    OTHER_VILLAGE,
    VILLAGE,
    employer_values,
    follow_up_values,
    person_values,
    vacancy_values,
)
from tests.rules.matching.worlds import STATION, Values, World, make_world, read_world
from tests.store.conftest import Station

DAY = date(2026, 11, 23)
WISH: dict[str, Any] = {"wanted_occupations": ["5-03-02-01"], "travel_range": "3"}
ALL = 1_000


def board_of(station: Station) -> Board:
    return Board(station.session.read(), DAY, usual(), VILLAGE)


def ids(found: Found | None) -> tuple[list[str], list[str]]:
    """Hits and near misses by the record that is not the subject; here people."""
    assert found is not None
    return [one.seeker.record for one in found.hits], [one.seeker.record for one in found.near]


class Town:
    """A few people who want to milk and an employer who needs somebody; a board that follows."""

    def __init__(self, station: Station) -> None:
        self.station = station
        self.people = [
            station.add("person", person_values(number, registered_on="2026-10-01", **WISH))
            for number in range(1, 6)
        ]
        self.employer = station.add("employer", employer_values())
        self.vacancy = station.add("vacancy", vacancy_values(self.employer))
        self.board = board_of(station)

    def hits(self) -> list[str]:
        return ids(self.board.find("vacancy", self.vacancy))[0]

    def near(self) -> list[str]:
        return ids(self.board.find("vacancy", self.vacancy))[1]

    def follow(self, change: ChangeSet) -> None:
        """Take a change up; the board then says what a new one says."""
        self.board.follow(self.station.session.read(), change.records)
        fresh = board_of(self.station)
        for kind, records in (("vacancy", [self.vacancy]), ("person", self.people)):
            for record in records:
                assert self.board.find(kind, record, ALL) == fresh.find(kind, record, ALL)

    def add(self, kind: str, values: Values) -> str:
        made = self.station.add(kind, values)
        self.follow(ChangeSet("", frozenset({(kind, made)})))
        return made


@pytest.fixture
def town(station: Station) -> Town:
    return Town(station)


def test_everybody_who_fits_is_found(town: Town) -> None:
    assert set(town.hits()) == set(town.people)


def test_an_edit_moves_somebody_to_the_near_misses(town: Town) -> None:
    town.follow(town.station.run(edit(town.vacancy, {"licences": ["H"]})))
    assert (town.hits(), len(town.near())) == ([], 5)
    town.follow(town.station.run(edit(town.people[2], {"licences": ["H"]})))
    assert town.hits() == [town.people[2]]


def test_whoever_found_work_is_gone_and_comes_back(town: Town) -> None:
    talk = town.add("follow_up", follow_up_values(town.people[0], outcome="F2"))
    assert town.people[0] not in town.hits()
    town.follow(town.station.run(edit(talk, {"person": town.people[1]})))
    assert town.people[0] in town.hits()
    assert town.people[1] not in town.hits()
    town.follow(town.station.run(remove(talk)))
    assert len(town.hits()) == 5


def test_a_place_that_is_taken_is_taken(town: Town) -> None:
    for person in town.people[:2]:
        days = {"day": "2026-11-20", "result": "2", "arrived_on": "2026-11-21"}
        town.add("referral", {"person": person, "vacancy": town.vacancy, **days})
    assert town.hits() == []
    found = town.board.find("vacancy", town.vacancy)
    assert found is not None
    assert {str(one.missing.short()) for one in found.near if one.missing} == {"名额满"}
    assert set(town.near()) == set(town.people[2:])


def test_the_place_of_the_employer_counts_where_the_vacancy_has_none(town: Town) -> None:
    town.follow(town.station.run(edit(town.people[0], {"travel_range": "1"})))
    assert town.people[0] in town.hits()
    town.follow(town.station.run(edit(town.employer, {"place": OTHER_VILLAGE})))
    assert town.near() == [town.people[0]]


def test_merging_erasing_and_undoing(town: Town) -> None:
    merged = town.station.run(merge(town.people[1], town.people[0]))
    town.follow(merged)
    assert town.people[1] not in town.hits()
    town.follow(town.station.run(undo(merged.action)))
    assert town.people[1] in town.hits()
    town.follow(town.station.run(erase(town.people[4])))
    assert len(town.hits()) == 4
    town.follow(town.station.run(remove(town.vacancy)))
    assert town.board.find("vacancy", town.vacancy) is None


def test_a_vacancy_broadcast_by_the_office_is_matched_and_marked(town: Town) -> None:
    above = Scribe("e")
    values = vacancy_values("e-elsewhere", station=OTHER_VILLAGE, place=OTHER_VILLAGE)
    above.write("vacancy", "v-elsewhere", values)
    merged = town.station.session.merge(above.entries, words="receipt")
    town.follow(ChangeSet("", frozenset(merged.records)))
    found = town.board.find("person", town.people[0])
    assert found is not None
    assert [one.opening.record for one in found.hits] == [town.vacancy, "v-elsewhere"]
    foreign = found.hits[1]
    assert (foreign.opening.foreign, foreign.opening.station) == (True, OTHER_VILLAGE)
    assert "foreign_places" in [claim.code for claim in foreign.questions]


def test_whoever_does_not_look_for_work_may_still_ask(town: Town) -> None:
    town.follow(town.station.run(edit(town.people[0], {"employment_status": "2"})))
    found = town.board.find("person", town.people[0])
    assert found is not None
    assert "单位就业" in str(found.remark)
    assert found.hit_count == 1
    assert town.people[0] not in town.hits()


def test_a_vacancy_that_was_taken_down_finds_nobody(town: Town) -> None:
    town.follow(
        town.station.run(edit(town.vacancy, {"closed_on": "2026-11-22", "close_reason": "4"}))
    )
    found = town.board.find("vacancy", town.vacancy)
    assert found is not None
    assert (found.hits, found.near) == ([], [])
    assert found.remark is not None


def test_other_weights_take_effect(town: Town) -> None:
    before = town.board.find("vacancy", town.vacancy)
    town.board.weigh({**usual(), "occupation": 0})
    after = town.board.find("vacancy", town.vacancy)
    assert before is not None
    assert after is not None
    assert {one.score for one in before.hits} != {one.score for one in after.hits}


def test_a_record_that_is_not_there_is_not_found(town: Town) -> None:
    assert town.board.find("vacancy", "nothing") is None
    assert town.board.find("person", town.vacancy) is None


@pytest.mark.parametrize("seed", range(3))
def test_a_board_around_one_record_says_the_same(seed: int) -> None:
    world = make_world(seed)
    reader = read_world(world)
    whole = Board(reader, world.day, usual(), STATION)
    for kind, records in (("vacancy", world.vacancies), ("person", world.people)):
        for record in list(records)[:12]:
            around = Board(reader, world.day, usual(), STATION, (kind, record))
            found, expected = around.find(kind, record, ALL), whole.find(kind, record, ALL)
            assert found is not None
            assert expected is not None
            assert (found.hits, found.near) == (expected.hits, expected.near)


# Who must not be ranked by what -----------------------------------------------------------------


def shuffled(world: World, seed: int) -> World:
    """The same world, in which sex, ethnicity, groups, households and adult ages changed hands."""
    draw = Random(seed)
    for field in ("sex", "ethnicity", "key_groups", "household", "difficulty_types", "name"):
        _shuffle(draw, world, field, world.people)
    adults = [p for p, values in world.people.items() if values.get("birth_date", "9") < "2005"]
    _shuffle(draw, world, "birth_date", adults)
    return world


def _shuffle(draw: Random, world: World, field: str, people: Iterable[str]) -> None:
    holders = list(people)
    held = [world.people[person].get(field) for person in holders]
    draw.shuffle(held)
    for person, value in zip(holders, held, strict=True):
        world.people[person] = {**world.people[person], field: value}


def test_sex_age_ethnicity_groups_and_household_change_nothing() -> None:
    plain, other = make_world(2, people=120), shuffled(make_world(2, people=120), 9)
    assert plain.people != other.people
    boards = [Board(read_world(world), world.day, usual(), STATION) for world in (plain, other)]
    found = 0
    for kind, records in (("vacancy", plain.vacancies), ("person", plain.people)):
        for record in records:
            one, two = (board.find(kind, record, ALL) for board in boards)
            assert one == two
            found += one.hit_count if one else 0
    assert found > 500
