"""What an import would do, row by row, before anything is written; then the one action that does.

A row is new, already in, a change of a stored record, waiting for a decision, or out because of a
problem. Deciding, correcting a cell and counting all happen on the plan; nothing here writes.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from heapq import heappop, heappush

from mengzhan.model.entry import Value, Values
from mengzhan.model.fieldtypes import Reference
from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.reader import Operation
from mengzhan.rules.suspicion import Suspicion
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.column import Repair
from mengzhan.sheets.importing.followers import Followers, Following, Telling
from mengzhan.sheets.importing.joins import Joins
from mengzhan.sheets.importing.links import ColumnReader, Linker, NewRecord
from mengzhan.sheets.importing.planned import (
    RECORD_GONE,
    TAKEN,
    WRITTEN,
    Decision,
    Intent,
    Planned,
    Resemblance,
    Same,
    by_rule,
    differing,
    differing_rows,
    news,
)
from mengzhan.sheets.importing.row import CellProblem, Row
from mengzhan.sheets.importing.rows import RowReader
from mengzhan.sheets.importing.rowtwins import RowTwins, row_of
from mengzhan.sheets.importing.rowworkers import reading
from mengzhan.sheets.importing.writing import Written, changes

_STEP, _PLANNING = 500, QT_TRANSLATE_NOOP("model", "正在核对")
_NEWS = (Intent.NEW, Intent.CHANGE, Intent.WAIT)
"""Rows that write something, or will once they are decided."""

_COMPARED = 20
"""How many records of which one may be meant are compared field by field."""


class Plan:
    """The plan of one import.

    Args:
        known: row -> the record it is (a ledger of this program that comes back).
    """

    def __init__(
        self, reader: ColumnReader, rows: RowReader, known: Mapping[int, str] | None = None
    ) -> None:
        self.kind = rows.kind
        self.planned: list[Planned] = []
        self.same: Same = "ask"
        self._reader = reader
        self._rows = rows
        self._known = known or {}
        self._fixes: dict[tuple[int, int], str] = {}
        self._decisions: dict[int, Decision] = {}
        self._linker = Linker(reader)
        self._twins = RowTwins(reader, rows.kind.name)
        self._followers = Followers(reader, rows.kind.name)
        self._joins = Joins()
        self._references = {
            item.name: item.type for item in rows.kind if isinstance(item.type, Reference)
        }

    @property
    def repairs(self) -> Mapping[Repair, list[int]]:
        """What was put right, with the numbers of the rows."""
        return self._rows.repairs

    def made(self) -> dict[str, NewRecord]:
        """Return the records that are made along the way, by what rows call them."""
        rows = (planned.writes for planned in self.planned if planned.intent in TAKEN)
        return self._linker.called(rows, self._references)

    def new_record(self, value: str) -> NewRecord | None:
        """Return the record that is made along the way, if ``value`` stands for one."""
        return self._linker.new_record(value)

    def make(self, progress: Progress | None = None) -> None:
        """Read every row and plan it.

        Raises:
            Cancelled: ``progress`` was cancelled.
        """
        total, words = len(self._rows.table.records), Message(_PLANNING)
        with self._reading() as rows:
            self.learn_twins()
            for place, row in enumerate(rows):
                if progress is not None and place % _STEP == 0:
                    progress.step(place, total, words)
                self.planned.append(self._plan(row))
        self.following()  # looks up what is stored, which takes time

    def _reading(self) -> AbstractContextManager[Iterator[Row]]:
        """Read all rows. What a row leaves out that says which record it is stands in the record."""
        here = map(self._read, self._rows.table.records)
        return nullcontext(here) if self._known else reading(self._rows)

    def forget_twins(self) -> None:
        """Let go of what twins are found by: writing can use the memory.

        Before anything else is decided it has to be learnt again.
        """
        self._twins.forget_all()

    def learn_twins(self) -> None:
        """Learn by what twins are found: of the stored records, and of the rows read so far."""
        self._twins.learn(planned.row for planned in self.planned if self._stays(planned.row))

    def fix(self, number: int, column: int, text: str | None) -> None:
        """Read a row again with ``text`` instead of one cell.

        Empty text leaves the cell out, ``None`` puts back what stands in the file.
        """
        self.fix_all({(number, column): text})

    def fix_all(self, fixes: Mapping[tuple[int, int], str | None]) -> None:
        """Correct many cells, (row, column) -> text as in ``fix``, at the cost of one."""
        for (number, column), text in fixes.items():
            if text is None:
                self._fixes.pop((number - 1, column), None)
            else:
                self._fixes[number - 1, column] = text
        self._again({number for number, _ in fixes})

    def fixed(self, number: int, column: int) -> str | None:
        """Return what a person typed instead of a cell."""
        return self._fixes.get((number - 1, column))

    @property
    def fixes(self) -> Mapping[tuple[int, int], str]:
        """What a person typed instead of cells, by (row, column), the row as people count."""
        return {(row + 1, column): text for (row, column), text in self._fixes.items()}

    @property
    def decisions(self) -> Mapping[int, Decision]:
        """What a person said about rows."""
        return self._decisions

    def cell(self, number: int, column: int) -> Cell:
        """Return what counts as the content of a cell: typed, written, or standing for it."""
        fixed = self.fixed(number, column)
        return self._rows.standing(number - 1, column) if fixed is None else fixed

    def at(self, number: int) -> Planned:
        """Return what becomes of a row (counting from 1)."""
        return self.planned[self._place(number)]

    def _place(self, number: int) -> int:
        """Return where in ``planned`` a row stands."""
        return bisect_left(self._rows.table.records, number - 1)

    def decide(self, number: int, decision: Decision | None) -> None:
        """Say what a row is; ``None`` takes back what was said. Any row can be skipped."""
        self.decide_all({number: decision})

    def decide_all(self, decisions: Mapping[int, Decision | None]) -> None:
        """Say what many rows are, at the cost of one."""
        again: set[int] = set()
        for number, decision in decisions.items():
            was_skipped = self._is_skipped(number)
            if decision is None:
                self._decisions.pop(number, None)
            else:
                self._decisions[number] = decision
            if was_skipped != self._is_skipped(number):
                again.add(number)
            else:
                again |= self._judge_again(number)
        self._again(again)

    def decide_same(self, same: Same) -> None:
        """Say what to do with all rows whose record is sure and that were not decided singly."""
        self.same = same
        again: set[int] = set()
        for place, planned in enumerate(self.planned):
            alike = planned.resemblance
            if alike is not None and alike.suspicion.weight == "same":
                if alike.row is not None:
                    again.add(planned.row.number)
                else:
                    self.planned[place] = self._judge(planned.row, alike)
        self._again(again)

    def standing(self, number: int) -> Values:
        """Return what a row is compared with: the stored record, or the earlier row with what the
        rows between add to it."""
        alike = self.at(number).resemblance
        return self._beside(alike, number) if alike is not None else {}

    def _beside(self, alike: Resemblance, number: int) -> Values:
        return self._stored(alike.record) if alike.row is None else self._joined(alike.row, number)

    def _joined(self, first: int, before: int) -> Values:
        return {**self.at(first).row.values, **self._joins.of(first, before)}

    def _judge_again(self, number: int) -> set[int]:
        """See what a decision makes of a row; return the later rows that depend on it."""
        place, known = self._place(number), self._known.get(number)
        row, alike = self.planned[place].row, self.planned[place].resemblance
        self._joins.drop(number)
        self.planned[place] = self._judge_known(row, known) if known else self._judge(row, alike)
        firsts = {number, alike.row or number} if alike is not None else {number}
        return {
            later.row.number
            for later in self.planned[place + 1 :]
            if later.resemblance is not None and later.resemblance.row in firsts
        }

    def _again(self, numbers: Collection[int]) -> None:
        """Plan rows again, and the later rows that were like one of them or are so now.

        Rows look only at earlier ones, so each has to be planned again once at most.
        """
        if not numbers:
            return
        pending = sorted(numbers)
        queued = set(pending)
        self._rows.forget(queued)
        like: dict[int | None, list[int]] = {}
        for planned in self.planned:
            if planned.resemblance is not None and planned.resemblance.row is not None:
                like.setdefault(planned.resemblance.row, []).append(planned.row.number)
        while pending:
            number = heappop(pending)
            alike = {*like.get(number, ()), *self._again_one(number, like)}
            later = {other for other in alike if other > number} - queued
            queued |= later
            self._rows.forget(later)
            for other in later:
                heappush(pending, other)

    def _again_one(self, number: int, like: Mapping[int | None, list[int]]) -> Iterator[int]:
        """Plan one row again; return the rows that are like it now, or like what it was like."""
        place = self._place(number)
        before = self.planned[place].resemblance
        self._twins.forget(number)
        self._joins.drop(number)
        again = self.planned[place] = self._plan(self._read(number - 1))
        for resemblance in (before, again.resemblance):
            if resemblance is not None:
                yield from like.get(resemblance.row, ())
        yield from self._twins.rows_like(again.row)

    def _is_skipped(self, number: int) -> bool:
        decision = self._decisions.get(number)
        return decision is not None and decision.what == "skip"

    def _read(self, place: int) -> Row:
        known = self._known.get(place + 1)
        return self._rows.read(place, self._fixes, self._stored(known) if known else None)

    def _plan(self, row: Row) -> Planned:
        known = self._known.get(row.number)
        self._linker.resolve(row, self._references.items())
        if known is not None:
            stored = self._stored(known)
            if not stored or stored.get("deleted"):
                row.problem_of(RECORD_GONE)
            return self._judge_known(row, known)
        suspicions = self._twins.meet(row, stays=self._stays(row))
        return self._judge(row, self._nearest(row, suspicions) if suspicions else None)

    def _stays(self, row: Row) -> bool:
        """Whether later rows may be like this one."""
        out = row.blocked or self._is_skipped(row.number)
        return not out and row.number not in self._known

    def _judge_known(self, row: Row, record: str) -> Planned:
        """A row that says itself which record it is; what it leaves out stays as it is."""
        if self._is_skipped(row.number):
            return Planned(row, Intent.SKIP)
        if row.blocked:
            return Planned(row, Intent.OUT)
        writes = news(self._stored(record), row.values)
        return Planned(row, Intent.CHANGE if writes else Intent.SAME, None, writes)

    def _judge(self, row: Row, alike: Resemblance | None) -> Planned:
        if self._is_skipped(row.number):
            return Planned(row, Intent.SKIP, alike)
        if row.blocked:
            return Planned(row, Intent.OUT, alike)
        if alike is None or (alike.suspicion.weight == "warn" and self._is_identified):
            return Planned(row, Intent.NEW, alike, row.values)
        decision = self._decisions.get(row.number)
        if decision is None and not alike.differing:
            return Planned(row, Intent.SAME, alike)
        return self._decided(row, alike, decision or by_rule(self.same, alike))

    @property
    def _is_identified(self) -> bool:
        """Whether records of this kind are told apart by numbers: then one phone says little."""
        return self.kind.name in ("person", "employer")

    def _nearest(self, row: Row, suspicions: Sequence[Suspicion]) -> Resemblance:
        """Of the surest, the one that says the same; else an earlier row of the file, if that is
        news itself: two rows must not both write into one record."""
        surest = [s for s in suspicions if s.rank == suspicions[0].rank][:_COMPARED]
        found = [self._resemblance(row, suspicion) for suspicion in surest]
        for alike in found:
            if not alike.differing:
                return alike
        news = (a for a in found if a.row is not None and self.at(a.row).intent in _NEWS)
        return next(news, found[0])

    def _resemblance(self, row: Row, suspicion: Suspicion) -> Resemblance:
        number = self._first(row_of(suspicion))
        if number:
            first = self._joined(number, row.number)
            return Resemblance(suspicion, "", number, differing_rows(suspicion, first, row.values))
        pairs = differing(self._stored(suspicion.record), row.values)
        return Resemblance(suspicion, suspicion.record, None, pairs)

    def _first(self, number: int) -> int:
        """Return the row that an earlier row of the file adds to, itself if it stands alone."""
        while number:
            planned = self.at(number)
            alike = planned.resemblance
            if planned.intent not in (Intent.JOIN, Intent.SAME) or alike is None or not alike.row:
                return number
            number = alike.row
        return 0

    def _stored(self, record: str) -> Values:
        return self._reader.record(self.kind.name, record) or {}

    def _decided(self, row: Row, alike: Resemblance, decision: Decision | None) -> Planned:
        if decision is None:
            return Planned(row, Intent.WAIT, alike)
        if decision.what == "add":
            return Planned(row, Intent.NEW, alike, row.values)
        if decision.what == "skip":
            return Planned(row, Intent.SKIP, alike)
        return self._merged(row, alike, decision.writes(alike))

    def _merged(self, row: Row, alike: Resemblance, writes: Mapping[str, Value]) -> Planned:
        """A row that is written into a record, or into the first row about one."""
        if not writes:
            return Planned(row, Intent.SAME, alike)
        if alike.row is not None and self.at(alike.row).intent not in WRITTEN:
            return Planned(row, Intent.WAIT, alike)
        clashes = list(self._rows.clashes.of(row, self._beside(alike, row.number), writes))
        if any(clash.blocks for clash in clashes):
            return Planned(row, Intent.OUT, alike, {}, clashes)
        if alike.row is None:
            return Planned(row, Intent.CHANGE, alike, writes, clashes)
        self._joins.put(row.number, alike.row, writes)
        return Planned(row, Intent.JOIN, alike, writes, clashes)

    # What came of it -------------------------------------------------------------------------

    def counts(self) -> Counter[Intent]:
        """Return how many rows there are of each intent."""
        return Counter(planned.intent for planned in self.planned)

    def problems(self) -> Iterator[CellProblem]:
        """Return every problem, in the order of the rows."""
        return (problem for planned in self.planned for problem in planned.problems)

    def operation(self) -> Operation:
        """Return what writes the plan, in parts: one change for each row that is new or changed."""
        return lambda _reader, desk: changes(desk, self.kind, self.made(), self._written())

    def following(self) -> Following:
        """Return the contacts that become records after those of the rows."""
        return self._followers.of(self._telling())

    def _telling(self) -> Iterator[Telling]:
        for planned in self.planned:
            if planned.row.links and planned.intent in (*TAKEN, Intent.SAME):
                first = self.at(self._first(planned.row.number))
                if first.intent in WRITTEN:
                    yield planned.row, first.row.number, self._record(first)

    def _record(self, planned: Planned) -> str | None:
        """Return the stored record that a row goes into, ``None`` for a new one."""
        if planned.intent is Intent.NEW or planned.resemblance is None:
            return self._known.get(planned.row.number)
        return planned.resemblance.record

    def _written(self) -> Iterator[Written]:
        after = self.following().new
        for planned in self.planned:
            number = planned.row.number
            if planned.intent in WRITTEN:
                values = {**planned.writes, **self._joins.of(number)}
                yield Written(self._record(planned), values, after.get(number, ()))
