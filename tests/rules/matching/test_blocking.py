"""What the store may leave out: never a hit or near miss, and both interpreters leave out the same."""

import pytest

from mengzhan.rules.filters import matches
from mengzhan.rules.matching import blocking
from mengzhan.rules.matching.gathering import read_openings, read_seekers
from tests.rules.matching.pairs import is_far, lacking
from tests.rules.matching.worlds import STATION, make_world, read_world


@pytest.mark.parametrize("seed", range(3))
def test_nobody_who_may_fit_is_left_out(seed: int) -> None:
    world = make_world(seed, people=200, vacancies=30)
    reader = read_world(world)
    seekers = read_seekers(reader, world.day)
    openings = read_openings(reader, world.day, STATION)
    kept = 0
    for opening in openings.values():
        where = blocking.people_for(opening)
        found = {row["id"] for row in reader.matching("person", where)}
        assert found == {p for p, values in world.people.items() if matches(where, values)}
        fitting = {
            record
            for record, seeker in seekers.items()
            if lacking(seeker, opening) <= 1 and not is_far(seeker, opening)
        }
        assert fitting <= found
        kept += len(found)
    assert kept < 0.75 * len(openings) * len(seekers)


def test_no_vacancy_that_may_fit_is_left_out() -> None:
    world = make_world(4, people=60, vacancies=60)
    reader = read_world(world)
    openings = read_openings(reader, world.day, STATION)
    for seeker in read_seekers(reader, world.day).values():
        where = blocking.openings_for(seeker, world.day)
        found = {row["id"] for row in reader.matching("vacancy", where)}
        assert found == {v for v, values in world.vacancies.items() if matches(where, values)}
        assert found >= {
            record
            for record, opening in openings.items()
            if opening.offered and lacking(seeker, opening) <= 1 and not is_far(seeker, opening)
        }
