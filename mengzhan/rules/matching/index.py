"""Answers for thousands of people and hundreds of vacancies at once, kept up to date.

Rules look at a few facts each, and many people share them: a range, a wish, a trade. So every
question is answered once for each pair of different facts, in a table, and a pair of records only
looks its answers up. People are found by the trades they want; whoever wants a trade that has
nothing in common with the vacancy's is never looked at. After an edit only the pairs of the edited
record are judged again.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from mengzhan.rules.matching.facts import Opening, Seeker
from mengzhan.rules.matching.limits import LIMITS
from mengzhan.rules.matching.scoring import FACTORS, FAR, OCCUPATION, WORTH
from mengzhan.rules.matching.weights import Weights


class Answers:
    """One rule's answers as numbers: by the facts of a vacancy, one for each of people's facts."""

    def __init__(
        self,
        of_seeker: Callable[[Seeker], Hashable],
        of_opening: Callable[[Opening], Hashable],
        ask: Callable[[Any, Any], int],
    ) -> None:
        self._of_seeker, self._of_opening, self._ask = of_seeker, of_opening, ask
        self._known: dict[Hashable, int] = {}
        self._tables: dict[Hashable, list[int]] = {}
        self.of_slot: list[int] = []
        """For each place in the list of people, the number of their facts."""

    def put(self, slot: int, seeker: Seeker) -> int:
        """Note the facts of a person and return their number."""
        number = self._known.setdefault(self._of_seeker(seeker), len(self._known))
        if slot == len(self.of_slot):
            self.of_slot.append(number)
        else:
            self.of_slot[slot] = number
        return number

    def table(self, opening: Opening) -> list[int]:
        """Return the answer for each number of people's facts."""
        facts = self._of_opening(opening)
        table = self._tables.setdefault(facts, [])
        if len(table) < len(self._known):
            table += [self._ask(one, facts) for one in list(self._known)[len(table) :]]
        return table


@dataclass
class Row:
    """Who fits one vacancy: places in the list of people, with their points."""

    hits: dict[int, int] = field(default_factory=dict)
    near: dict[int, int] = field(default_factory=dict)


class Index:
    """All people and vacancies of a day. Rows are worked out when they are first asked for."""

    def __init__(self, weights: Weights) -> None:
        self._weights = dict(weights)
        self.seekers: dict[str, Seeker] = {}
        self.openings: dict[str, Opening] = {}
        self._slots: dict[str, int] = {}
        self._records: list[str] = []
        self._limits = [Answers(one.of_seeker, one.of_opening, one.lacks) for one in LIMITS]
        self._factors = [
            (one.name, Answers(one.of_seeker, one.of_opening, _worth(one.case))) for one in FACTORS
        ]
        self._trades = Answers(OCCUPATION.of_seeker, OCCUPATION.of_opening, _is_near)
        self._wanting: list[set[int]] = []
        self._rows: dict[str, Row] = {}

    # Records ------------------------------------------------------------------------------------

    def put_seeker(self, seeker: Seeker) -> None:
        """Add a person or take a changed one."""
        self.drop_seeker(seeker.record)
        slot = self._slots.setdefault(seeker.record, len(self._records))
        if slot == len(self._records):
            self._records.append(seeker.record)
        self.seekers[seeker.record] = seeker
        for answers in (*self._limits, *(answers for _, answers in self._factors)):
            answers.put(slot, seeker)
        wanted = self._trades.put(slot, seeker)
        if wanted == len(self._wanting):
            self._wanting.append(set())
        self._wanting[wanted].add(slot)
        for record, row in self._rows.items():
            self._judge(self.openings[record], [slot], row)

    def drop_seeker(self, record: str) -> None:
        """Take a person out, if there."""
        if self.seekers.pop(record, None) is None:
            return
        slot = self._slots[record]
        self._wanting[self._trades.of_slot[slot]].discard(slot)
        for row in self._rows.values():
            row.hits.pop(slot, None)
            row.near.pop(slot, None)

    def put_opening(self, opening: Opening) -> None:
        """Add a vacancy or take a changed one."""
        self._rows.pop(opening.record, None)
        self.openings[opening.record] = opening

    def drop_opening(self, record: str) -> None:
        """Take a vacancy out, if there."""
        self._rows.pop(record, None)
        self.openings.pop(record, None)

    def weigh(self, weights: Weights) -> None:
        """Take other weights."""
        self._weights = dict(weights)
        self._rows.clear()

    # Answers ------------------------------------------------------------------------------------

    def people_for(self, vacancy: str) -> tuple[dict[str, int], dict[str, int]]:
        """Return the points of everybody who fits a vacancy, and of the near misses."""
        row = self.row(vacancy)
        named = self._records
        return (
            {named[slot]: points for slot, points in row.hits.items()},
            {named[slot]: points for slot, points in row.near.items()},
        )

    def openings_for(self, person: str) -> tuple[dict[str, int], dict[str, int]]:
        """Return the points of every vacancy that fits a person, and of the near misses."""
        slot = self._slots[person]
        hits, near = {}, {}
        for record, opening in self.openings.items():
            row = self._rows.get(record) or self._judge(opening, [slot], Row())
            if slot in row.hits:
                hits[record] = row.hits[slot]
            elif slot in row.near:
                near[record] = row.near[slot]
        return hits, near

    def row(self, vacancy: str) -> Row:
        """Return the row of a vacancy, worked out if it was not yet."""
        row = self._rows.get(vacancy)
        if row is None:
            opening = self.openings[vacancy]
            row = self._rows[vacancy] = self._judge(opening, self._candidates(opening), Row())
        return row

    def far_from(self, vacancy: str) -> int:
        """Count the people who lack nothing for a vacancy but want another sort of trade."""
        opening = self.openings[vacancy]
        near = self._trades.table(opening)
        far = [s for wanted, slots in enumerate(self._wanting) if not near[wanted] for s in slots]
        return self._lacks(opening, far).count(0) if opening.offered else 0

    def far_for(self, person: str) -> int:
        """Count the vacancies for which a person lacks nothing, but that are another sort of trade."""
        slot = self._slots[person]
        wanted = self._trades.of_slot[slot]
        far = (o for o in self.openings.values() if not self._trades.table(o)[wanted])
        return sum(opening.offered and self._lacks(opening, [slot]) == [0] for opening in far)

    def _candidates(self, opening: Opening) -> list[int]:
        """Everybody whose trades have something in common with the vacancy's."""
        near = self._trades.table(opening)
        return [
            slot for wanted, slots in enumerate(self._wanting) if near[wanted] for slot in slots
        ]

    def _judge(self, opening: Opening, slots: Sequence[int], row: Row) -> Row:
        """Put those of ``slots`` who fit, or nearly, into ``row``."""
        near = self._trades.table(opening)
        wanted = self._trades.of_slot
        left = [slot for slot in slots if opening.offered and near[wanted[slot]]]
        lacks = self._lacks(opening, left)
        fitting = [(slot, n) for slot, n in zip(left, lacks, strict=True) if n <= 1]
        total = self._points(opening, [slot for slot, _ in fitting])
        for (slot, n), points in zip(fitting, total, strict=True):
            (row.near if n else row.hits)[slot] = points
        return row

    def _lacks(self, opening: Opening, slots: Sequence[int]) -> list[int]:
        """Count for each of ``slots`` what is missing."""
        lacks = [0] * len(slots)
        for answers in self._limits:
            table, facts = answers.table(opening), answers.of_slot
            if any(table):
                lacks = [n + table[facts[slot]] for n, slot in zip(lacks, slots, strict=True)]
        return lacks

    def _points(self, opening: Opening, slots: Sequence[int]) -> list[int]:
        total = [0] * len(slots)
        for name, answers in self._factors:
            weight = self._weights[name]
            table, facts = answers.table(opening), answers.of_slot
            total = [n + weight * table[facts[slot]] for n, slot in zip(total, slots, strict=True)]
        return total


def _worth(case: Callable[[Any, Any], str]) -> Callable[[Any, Any], int]:
    return lambda seeker, opening: WORTH[case(seeker, opening)]


def _is_near(wanted: Hashable, trade: Hashable) -> int:
    return int(OCCUPATION.case(wanted, trade) != FAR)


def index_of(seekers: Iterable[Seeker], openings: Iterable[Opening], weights: Weights) -> Index:
    """Return the index of people and vacancies."""
    index = Index(weights)
    for seeker in seekers:
        index.put_seeker(seeker)
    for opening in openings:
        index.put_opening(opening)
    return index
