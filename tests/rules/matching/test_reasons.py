"""Every reason and every near-miss statement is true: each is worked out again from the records."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from mengzhan.rules.matching.board import Board
from mengzhan.rules.matching.matches import Match
from mengzhan.rules.matching.reasons import SENTENCES, Claim, Closing
from mengzhan.rules.matching.weights import usual
from tests.rules.matching.truth import (
    CLAIMS,
    Case,
    closed_by,
    false_because,
    is_far,
    missing,
    pairs,
)
from tests.rules.matching.worlds import STATION, World, make_world, read_world

ENOUGH = 10_000
ALL = 1_000_000


def board_of(world: World) -> Board:
    return Board(read_world(world), world.day, usual(), STATION)


def matches(world: World, board: Board) -> Iterator[Match]:
    """Every hit and near miss, once."""
    for vacancy in world.vacancies:
        found = board.find("vacancy", vacancy, top=ALL)
        assert found is not None
        yield from (*found.hits, *found.near)


def said(match: Match) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Code, parameters and sentence of everything that is said of a pair."""
    for claim in match.claims:
        yield claim.code, plain(claim), str(claim.message())
    if match.missing is not None:
        sentence = "；".join(map(str, (match.missing.message(), match.missing.close())))
        yield match.missing.claim.code, plain(match.missing.claim), sentence


def plain(claim: Claim) -> dict[str, Any]:
    """The parameters as JSON would write them."""
    return {n: list(one) if isinstance(one, tuple) else one for n, one in claim.params.items()}


def test_of_ten_thousand_claims_none_is_false() -> None:
    told: Counter[str] = Counter()
    wrong: list[str] = []
    for seed in range(40):
        world = make_world(seed)
        for match in matches(world, board_of(world)):
            for code, params, sentence in said(match):
                told[code] += 1
                case = Case(world, match.seeker.record, match.opening.record, params)
                wrong += filter(None, [false_because(case, code, sentence)])
        if told.total() >= ENOUGH and len(told) == len(CLAIMS):
            break
    assert wrong == []
    assert told.total() >= ENOUGH
    # None was left out: each claim was made, the rarest of them too.
    assert set(told) == set(CLAIMS) == set(SENTENCES)


@pytest.mark.parametrize("seed", range(4))
def test_hits_and_near_misses_are_those_that_the_records_make(seed: int) -> None:
    world = make_world(seed)
    expected: dict[str, set[tuple[str, str]]] = {"hits": set(), "near": set()}
    for pair in pairs(world):
        lacking = missing(world, *pair)
        if not is_far(world, *pair) and len(lacking) <= 1:
            expected["near" if lacking else "hits"].add(pair)
    found: dict[str, set[tuple[str, str]]] = {"hits": set(), "near": set()}
    for match in matches(world, board_of(world)):
        group = "near" if match.missing else "hits"
        found[group].add((match.seeker.record, match.opening.record))
    assert found == expected
    assert min(map(len, expected.values())) > 100


def settled(world: World, closing: Closing, match: Match) -> tuple[str, str, Any]:
    """A value for what only asking can tell: old enough just today, offered until today."""
    value: Any = closing.value
    if closing.field == "birth_date":
        day = world.day - timedelta(days=1)
        value = day.replace(year=day.year - match.opening.age).isoformat()
    elif closing.field == "valid_until" and value is None:
        value = world.day.isoformat()
    return closing.side, closing.field, value


def test_what_a_near_miss_asks_for_does_close_it() -> None:
    codes = Counter[str]()
    for seed in range(6):
        world = make_world(seed)
        for match in matches(world, board_of(world)):
            if match.missing is None:
                continue
            pair = match.seeker.record, match.opening.record
            closing = settled(world, match.missing.closing, match)
            assert missing(world, *pair) == [match.missing.claim.code]
            assert missing(closed_by(world, *pair, closing), *pair) == [], match.missing
            codes[match.missing.claim.code] += 1
    assert len(codes) == 8


def test_every_hit_gives_a_reason() -> None:
    world = make_world(3)
    hits = [match for match in matches(world, board_of(world)) if match.missing is None]
    assert hits
    assert all(match.reasons for match in hits)
