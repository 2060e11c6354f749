"""Answers for thousands of people and hundreds of vacancies at once, kept up to date.

Rules look at a few facts each, and many people share them: a range, a wish, a trade. So each
question is asked once for each pair of different facts. People stand in one row, a bit of a whole
number for each: who wants a trade of the vacancy's branch, whom a limit lets pass and whom it lets
pass but for one thing are such numbers, and who is left is found by ``&`` before anybody is looked
at alone. After an edit only the pairs of the edited record are judged again.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from itertools import compress, count
from operator import getitem
from typing import Any

from mengzhan.rules.matching.factor import WORTH, Factor
from mengzhan.rules.matching.facts import Opening, Seeker
from mengzhan.rules.matching.limits import LIMITS, Limit
from mengzhan.rules.matching.scoring import FACTORS
from mengzhan.rules.matching.weights import Weights

_ANY = ""
"""The branch of whoever or whatever names no trade."""


def _branch(trade: str) -> str:
    """The major group (大类) of an occupation: trades of different ones have nothing in common."""
    return trade.partition("-")[0]


class Screen:
    """One limit over everybody: by the facts of a vacancy, who lacks nothing and who one thing."""

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._people: dict[Hashable, int] = defaultdict(int)
        self._passing: dict[Hashable, list[int]] = {}

    def put(self, bit: int, seeker: Seeker) -> None:
        """Take up a person who is not there."""
        facts = self._limit.of_seeker(seeker)
        self._people[facts] |= bit
        for asked, passing in self._passing.items():
            lacks = self._limit.lacks(facts, asked)
            if lacks <= 1:
                passing[lacks] |= bit

    def drop(self, bit: int, seeker: Seeker) -> None:
        """Take a person out."""
        self._people[self._limit.of_seeker(seeker)] ^= bit
        for passing in self._passing.values():
            passing[:] = [people & ~bit for people in passing]

    def passing(self, opening: Opening) -> list[int]:
        """Return who lacks nothing, and who lacks one thing."""
        asked = self._limit.of_opening(opening)
        passing = self._passing.get(asked)
        if passing is None:
            passing = self._passing[asked] = [0, 0]
            for facts, people in self._people.items():
                lacks = self._limit.lacks(facts, asked)
                if lacks <= 1:
                    passing[lacks] |= people
        return passing


class Table(dict[int, int]):
    """The points of one factor for the facts of a vacancy, by the number of a person's facts. They
    are worked out when they are first looked up."""

    def __init__(self, answer: Callable[[int], int]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, number: int) -> int:
        answer = self[number] = self._answer(number)
        return answer


class Scale:
    """One factor over everybody."""

    def __init__(self, factor: Factor, weight: int) -> None:
        self._factor, self._weight = factor, weight
        self._numbers: dict[Hashable, int] = {}
        self._facts: list[Hashable] = []
        self._tables: dict[Hashable, Table] = {}

    def number(self, seeker: Seeker) -> int:
        """Return the number under which the facts of a person stand in every table."""
        facts = self._factor.of_seeker(seeker)
        number = self._numbers.setdefault(facts, len(self._facts))
        if number == len(self._facts):
            self._facts.append(facts)
        return number

    def table(self, opening: Opening) -> Table:
        """Return the table for a vacancy; those with the same facts share it."""
        asked = self._factor.of_opening(opening)
        table = self._tables.get(asked)
        if table is None:
            table = self._tables[asked] = Table(lambda number: self._points(number, asked))
        return table

    def _points(self, number: int, asked: Any) -> int:
        return self._weight * WORTH[self._factor.case(self._facts[number], asked)]


@dataclass
class Row:
    """Who fits one vacancy, and who nearly does, with their points."""

    hits: dict[str, int] = field(default_factory=dict)
    near: dict[str, int] = field(default_factory=dict)


class Index:
    """All people and vacancies of a day. Rows are worked out when they are first asked for."""

    def __init__(self, weights: Weights) -> None:
        self.seekers: dict[str, Seeker] = {}
        self.openings: dict[str, Opening] = {}
        self._screens = [Screen(limit) for limit in LIMITS]
        self._scales = [Scale(factor, weights[factor.name]) for factor in FACTORS]
        self._places: dict[str, int] = {}
        self._records: list[str] = []
        self._numbers: list[list[int]] = []
        self._branches: dict[str, int] = defaultdict(int)
        self._rows: dict[str, Row] = {}

    # Records ------------------------------------------------------------------------------------

    def put_seeker(self, seeker: Seeker) -> None:
        """Add a person or take a changed one."""
        record = seeker.record
        self.drop_seeker(record)
        place = self._places.setdefault(record, len(self._records))
        if place == len(self._records):
            self._records.append(record)
            self._numbers.append([])
        bit = 1 << place
        self.seekers[record] = seeker
        self._numbers[place] = [scale.number(seeker) for scale in self._scales]
        for branch in _branches(seeker):
            self._branches[branch] |= bit
        for screen in self._screens:
            screen.put(bit, seeker)
        for vacancy, row in self._rows.items():
            self._judge(self.openings[vacancy], bit, row)

    def drop_seeker(self, record: str) -> None:
        """Take a person out, if there."""
        seeker = self.seekers.pop(record, None)
        if seeker is None:
            return
        bit = 1 << self._places[record]
        for branch in _branches(seeker):
            self._branches[branch] ^= bit
        for screen in self._screens:
            screen.drop(bit, seeker)
        for row in self._rows.values():
            row.hits.pop(record, None)
            row.near.pop(record, None)

    def put_opening(self, opening: Opening) -> None:
        """Add a vacancy or take a changed one."""
        self._rows.pop(opening.record, None)
        self.openings[opening.record] = opening

    def drop_opening(self, record: str) -> None:
        """Take a vacancy out, if there."""
        self._rows.pop(record, None)
        self.openings.pop(record, None)

    # Answers ------------------------------------------------------------------------------------

    def row(self, vacancy: str) -> Row:
        """Return who fits a vacancy, worked out if it was not yet."""
        row = self._rows.get(vacancy)
        if row is None:
            row = self._rows[vacancy] = self._judge(self.openings[vacancy], self._all(), Row())
        return row

    def openings_for(self, person: str) -> Row:
        """Return the vacancies that fit a person, and those that nearly do."""
        found, bit = Row(), 1 << self._places[person]
        for record, opening in self.openings.items():
            row = self._rows.get(record) or self._judge(opening, bit, Row())
            if person in row.hits:
                found.hits[record] = row.hits[person]
            elif person in row.near:
                found.near[record] = row.near[person]
        return found

    def far_from(self, vacancy: str) -> int:
        """Count the people who lack nothing for a vacancy but want another branch."""
        opening = self.openings[vacancy]
        return self._passing(opening, self._all() & ~self._related(opening))[0].bit_count()

    def far_for(self, person: str) -> int:
        """Count the vacancies for which a person lacks nothing, but that are of another branch."""
        bit = 1 << self._places[person]
        return sum(
            self._passing(opening, bit & ~self._related(opening))[0].bit_count()
            for opening in self.openings.values()
        )

    def _all(self) -> int:
        return (1 << len(self._records)) - 1

    def _related(self, opening: Opening) -> int:
        """Everybody who wants a trade of the vacancy's branch, or did not say what."""
        branch = _branch(opening.occupation)
        return self._all() if branch == _ANY else self._branches[branch] | self._branches[_ANY]

    def _passing(self, opening: Opening, among: int) -> tuple[int, int]:
        """Who of ``among`` lacks nothing, and who lacks one thing."""
        hits, near = (among if opening.offered else 0), 0
        for screen in self._screens:
            nothing, one = screen.passing(opening)
            hits, near = hits & nothing, near & nothing | hits & one
        return hits, near

    def _judge(self, opening: Opening, among: int, row: Row) -> Row:
        """Put those of ``among`` who fit, or nearly do, into ``row``."""
        hits, near = self._passing(opening, among & self._related(opening))
        if hits or near:
            tables = [scale.table(opening) for scale in self._scales]
            for people, found in ((hits, row.hits), (near, row.near)):
                places = _places(people)
                points = [sum(map(getitem, tables, self._numbers[place])) for place in places]
                found.update(zip((self._records[place] for place in places), points, strict=True))
        return row


def _places(people: int) -> list[int]:
    """Return the places of the bits that are set."""
    if people.bit_count() <= 1:
        return [people.bit_length() - 1] if people else []
    return list(compress(count(), map("1".__eq__, reversed(bin(people)))))


def _branches(seeker: Seeker) -> set[str]:
    return set(map(_branch, seeker.wanted)) or {_ANY}


def index_of(seekers: Iterable[Seeker], openings: Iterable[Opening], weights: Weights) -> Index:
    """Return the index of people and vacancies."""
    index = Index(weights)
    for seeker in seekers:
        index.put_seeker(seeker)
    for opening in openings:
        index.put_opening(opening)
    return index
