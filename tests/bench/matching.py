"""Matching thousands of people and hundreds of vacancies: ``python -m tests.bench.matching
[PEOPLE] [VACANCIES] [IN A LARGE STORE]``.

Floor: a plain double loop over the same rules and the same facts, in the same run: leave a pair
whose trades have nothing in common, count what is missing, weigh what is left, keep the best. Both
sides must come to the same lists. Then one person and one vacancy are edited. Last, what a store
too large to be read whole gains from asking SQL first who may come into question at all.

Times are those of the processor, so that what else runs on the computer counts for neither side.
"""

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random
from typing import TypeVar

from mengzhan.model.divisions import division_tree
from mengzhan.model.occupations import occupations
from mengzhan.rules.filters import Filter
from mengzhan.rules.matching import blocking
from mengzhan.rules.matching.board import TOP, Board
from mengzhan.rules.matching.facts import Opening, Seeker
from mengzhan.rules.matching.gathering import read_openings, read_seekers
from mengzhan.rules.matching.index import Index, index_of
from mengzhan.rules.matching.matches import best, points
from mengzhan.rules.matching.weights import usual
from tests.bench.figures import Figure, show
from tests.rules.matching.pairs import is_far, lacking
from tests.rules.matching.worlds import STATION, Palette, World, make_world, read_world

_SKILLS = 60
_TRADES = 120
T = TypeVar("T")
Lists = dict[str, tuple[list[str], list[str]]]


def palette() -> Palette:
    """The villages of two banners, trades from the whole classification, many skills."""
    draw = Random(11)
    villages = [d.code for d in division_tree() if d.code[:6] in ("152221", "152222")]
    trades = [o.code for o in occupations() if o.level == 4 and o.code[0] in "456"]
    syllables = "电焊驾驶刺绣奶食炒菜养牛剪毛维修保洁护理砌墙绘图"
    words = ["".join(draw.sample(syllables, 3)) for _ in range(_SKILLS)]
    return Palette(
        tuple(draw.sample(villages, 150)), tuple(draw.sample(trades, _TRADES)), tuple(words)
    )


def double_loop(seekers: Iterable[Seeker], openings: Iterable[Opening]) -> Lists:
    """The floor."""
    weights, people = usual(), list(seekers)
    found: Lists = {}
    for opening in openings:
        hits: list[tuple[str, int]] = []
        near: list[tuple[str, int]] = []
        for seeker in people:
            if not opening.offered or is_far(seeker, opening):
                continue
            missing = lacking(seeker, opening)
            if missing <= 1:
                pair = (seeker.record, points(seeker, opening, weights))
                (near if missing else hits).append(pair)
        found[opening.record] = (best(hits, TOP), best(near, TOP))
    return found


def lists(index: Index) -> Lists:
    """The same lists from the index."""
    found = {}
    for record in index.openings:
        row = index.row(record)
        found[record] = (best(row.hits.items(), TOP), best(row.near.items(), TOP))
    return found


def timed(name: str, work: Callable[[T], object], items: Iterable[T]) -> Figure:
    """Time ``work`` on each item."""
    seconds = []
    for item in items:
        began = time.process_time()
        work(item)
        seconds.append(time.process_time() - began)
    return Figure(name, seconds)


def edits(index: Index, draw: Random) -> list[Figure]:
    """Edit people and vacancies, each time until all lists that it touches are right again."""

    def person(record: str) -> None:
        wish = draw.randrange(200_000, 700_000)
        index.put_seeker(replace(index.seekers[record], wage_wish=wish))
        index.openings_for(record)

    def vacancy(record: str) -> None:
        month = draw.choice(("01", "04", "07", "10"))
        index.put_opening(replace(index.openings[record], month=month, needed_by=""))
        index.row(record)

    people = draw.sample(sorted(index.seekers), 30)
    vacancies = draw.sample(sorted(index.openings), 30)
    return [
        timed("one person edited", person, people),
        timed("one vacancy edited", vacancy, vacancies),
    ]


def through_the_store(world: World) -> None:
    """Print what following one edit takes with reading, and what a person's list takes."""
    reader = read_world(world)
    board = Board(reader, world.day, usual(), STATION)
    for vacancy in world.vacancies:
        board.find("vacancy", vacancy)
    draw = Random(5)
    people = draw.sample(sorted(board.index.seekers), 30)
    follow = timed("follow", lambda p: board.follow(reader, [("person", p)]), people)
    ask = timed("ask", lambda v: board.find("vacancy", v), draw.sample(sorted(world.vacancies), 30))
    print(
        f"read from the store again and taken up: {follow.median * 1000:.1f} ms; "
        f"a list of {TOP} with all its reasons: {ask.median * 1000:.1f} ms"
    )


def in_a_large_store(people: int) -> None:
    """Print what blocking by SQL spares in a store of very many people."""
    world = make_world(1, people, 50, people // 2, palette())
    reader = read_world(world)
    openings = read_openings(reader, world.day, STATION)
    offered = [o for o in openings.values() if o.offered and o.occupation][:5]
    for opening in offered:
        where = blocking.people_for(opening)

        def read(block: Filter | None) -> object:
            return read_seekers(reader, world.day, block)

        whole, some = timed("all", read, [None]), timed("blocked", read, [where])
        count = reader.count("person", where)
        print(
            f"{people} people: all read {whole.median:.2f} s, {count} that may fit "
            f"{some.median:.2f} s ({some.median / whole.median:.2f})"
        )


def main() -> None:
    """Print the figures."""
    sizes = [int(text) for text in sys.argv[1:]]
    people, vacancies, large = (*sizes, *(5_000, 500, 50_000)[len(sizes) :])
    world = make_world(0, people, vacancies, people, palette())
    reader = read_world(world)
    seekers = read_seekers(reader, world.day)
    looking = [seeker for seeker in seekers.values() if seeker.wants_work]
    openings = list(read_openings(reader, world.day, STATION).values())
    found: list[Lists] = []
    made: list[Index] = []

    def loop(_: int) -> None:
        found.append(double_loop(looking, openings))

    def nothing(_: int) -> None:
        made.append(index_of(looking, openings, usual()))
        found.append(lists(made[-1]))

    floor = timed("double loop (floor)", loop, [0])
    figures = [timed("from nothing", nothing, range(3)), *edits(made[-1], Random(3))]
    if any(each != found[0] for each in found):
        raise SystemExit("the index and the double loop disagree")
    show(figures, floor)
    for figure in figures:
        print(f"{figure.name}: {figure.median / floor.median:.5f} of the floor")
    hits = sum(len(row.hits) for row in map(made[-1].row, made[-1].openings))
    print(
        f"{len(looking)} of {people} people look for work, {len(openings)} vacancies, {hits} hits"
    )
    through_the_store(world)
    in_a_large_store(large)


if __name__ == "__main__":
    main()
