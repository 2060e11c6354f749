"""The index gives what a plain double loop over the rules gives, from nothing and after edits."""

from dataclasses import replace
from random import Random

from mengzhan.rules.matching.facts import Opening, Seeker
from mengzhan.rules.matching.gathering import read_openings, read_seekers
from mengzhan.rules.matching.index import Index, index_of
from mengzhan.rules.matching.matches import points
from mengzhan.rules.matching.weights import usual
from tests.rules.matching.pairs import is_far, lacking
from tests.rules.matching.worlds import STATION, make_world, read_world

Pairs = dict[tuple[str, str], tuple[int, int]]


def facts(seed: int) -> tuple[list[Seeker], list[Opening]]:
    world = make_world(seed)
    reader = read_world(world)
    seekers = [one for one in read_seekers(reader, world.day).values() if one.wants_work]
    return seekers, list(read_openings(reader, world.day, STATION).values())


def plain(index: Index) -> Pairs:
    """Every hit and near miss by a double loop: what is missing, and the points."""
    return {
        (seeker.record, opening.record): (missing, points(seeker, opening, usual()))
        for seeker in index.seekers.values()
        for opening in index.openings.values()
        if opening.offered and not is_far(seeker, opening)
        for missing in [lacking(seeker, opening)]
        if missing <= 1
    }


def by_vacancy(index: Index) -> Pairs:
    return {
        (person, vacancy): (missing, found)
        for vacancy in index.openings
        for missing, group in enumerate((index.row(vacancy).hits, index.row(vacancy).near))
        for person, found in group.items()
    }


def by_person(index: Index) -> Pairs:
    return {
        (person, vacancy): (missing, found)
        for person in index.seekers
        for row in [index.openings_for(person)]
        for missing, group in enumerate((row.hits, row.near))
        for vacancy, found in group.items()
    }


def test_both_ways_say_what_a_double_loop_says() -> None:
    seekers, openings = facts(1)
    asked = index_of(seekers, openings, usual())
    assert by_person(asked) == by_vacancy(asked) == plain(asked) != {}


def test_edits_lead_to_what_beginning_anew_leads_to() -> None:
    draw = Random(2)
    seekers, openings = facts(1)
    others, offers = facts(3)
    index = index_of(seekers, openings, usual())
    by_vacancy(index)
    for step in range(120):
        change = draw.choice(("person", "person", "vacancy", "gone", "taken down"))
        if change == "person":
            taken = draw.choice(others)
            index.put_seeker(replace(taken, record=draw.choice(seekers).record))
        elif change == "vacancy":
            offer = draw.choice(offers)
            index.put_opening(replace(offer, record=draw.choice(openings).record))
        elif change == "gone":
            index.drop_seeker(draw.choice(seekers).record)
        else:
            index.drop_opening(draw.choice(openings).record)
        if step % 20 == 0:
            assert by_vacancy(index) == plain(index) == by_person(index)
    fresh = index_of(index.seekers.values(), index.openings.values(), usual())
    assert by_vacancy(fresh) == by_vacancy(index) == by_person(index) == plain(index) != {}


def test_whoever_wants_another_branch_is_counted_apart() -> None:
    seekers, openings = facts(1)
    index = index_of(seekers, openings, usual())
    far = [
        (seeker.record, opening.record)
        for seeker in seekers
        for opening in openings
        if opening.offered and is_far(seeker, opening) and not lacking(seeker, opening)
    ]
    assert far
    assert sum(index.far_from(opening.record) for opening in openings) == len(far)
    assert sum(index.far_for(seeker.record) for seeker in seekers) == len(far)
