"""What an import would do, row by row, before anything is written; then the one action that does.

A row is new, already in, a change of a stored record, waiting for a decision, or out because of a
problem. Deciding, correcting a cell and counting all happen on the plan; nothing here writes.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, Protocol

from mengzhan.model.entry import Value, Values
from mengzhan.model.fieldtypes import Reference
from mengzhan.model.kind import Catalogue
from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.reader import Change, Desk, Operation
from mengzhan.rules.suspicion import Suspicion
from mengzhan.rules.twins import Twins
from mengzhan.sheets.importing.links import NEW, Linker, NewRecord
from mengzhan.sheets.importing.rows import CellProblem, Repair, Row, RowReader

_IN_FILE = "row:"
_STEP = 500

Same = Literal["ask", "keep", "fill", "take"]
"""What to do with a row whose person is stored but otherwise: ask; keep what is stored; fill only
what is empty; take what the row says."""


class Intent(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    SAME = "same"
    CHANGE = "change"
    WAIT = "wait"
    SKIP = "skip"
    OUT = "out"


class PlanReader(Protocol):
    """What planning asks of the store."""

    @property
    def catalogue(self) -> Catalogue:
        """The record kinds of this version."""

    def columns(self, kind: str, names: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Return ``id`` and a few fields of all live records of a kind."""

    def record(self, kind: str, record: str) -> dict[str, Any] | None:
        """Return one record with ``id`` and every declared field."""


@dataclass(frozen=True)
class Decision:
    """What a person says about a row that may be somebody known.

    ``add``: it is another one. ``skip``: leave the row out. ``merge``: write ``fields`` (all that
    differ, if ``None``) into the record that it resembles.
    """

    what: Literal["add", "skip", "merge"]
    fields: frozenset[str] | None = None


@dataclass(frozen=True)
class Resemblance:
    """Why a row may be known: a stored record, or an earlier row of the file.

    ``differing`` maps fields to (stored value, value of the row).
    """

    suspicion: Suspicion
    record: str
    row: int | None
    differing: Mapping[str, tuple[Value, Value]]


@dataclass(slots=True)
class Planned:
    """One row with what becomes of it."""

    row: Row
    intent: Intent
    resemblance: Resemblance | None = None
    writes: Mapping[str, Value] = field(default_factory=dict)


class Plan:
    """The plan of one import.

    Args:
        known: row -> the record it is (a ledger of this program that comes back).
    """

    def __init__(
        self, reader: PlanReader, rows: RowReader, known: Mapping[int, str] | None = None
    ) -> None:
        self.kind = rows.kind
        self.planned: list[Planned] = []
        self.same: Same = "ask"
        self._reader = reader
        self._rows = rows
        self._known = known or {}
        self._place: dict[int, int] = {}
        self._fixes: dict[tuple[int, int], str] = {}
        self._decisions: dict[int, Decision] = {}
        self._linker = Linker(reader)
        self._twins = Twins(reader.catalogue, rows.kind.name)
        self._references = {
            item.name: item.type for item in rows.kind if isinstance(item.type, Reference)
        }

    @property
    def repairs(self) -> Mapping[Repair, list[int]]:
        """What was put right, with the numbers of the rows."""
        return self._rows.repairs

    def made(self) -> dict[str, NewRecord]:
        """Return the records that are made along the way, by what rows call them."""
        called = {
            str(value)
            for planned in self.planned
            if planned.intent in (Intent.NEW, Intent.CHANGE)
            for name in self._references
            if str(value := planned.writes.get(name) or "").startswith(NEW)
        }
        return {name: self._linker.made[int(name.removeprefix(NEW))] for name in sorted(called)}

    def new_record(self, value: str) -> NewRecord | None:
        """Return the record that is made along the way, if ``value`` stands for one."""
        if not value.startswith(NEW):
            return None
        return self._linker.made[int(value.removeprefix(NEW))]

    def make(self, progress: Progress | None = None) -> None:
        """Read every row and plan it.

        Raises:
            Cancelled: ``progress`` was cancelled.
        """
        records = self._rows.table.records
        words = Message(QT_TRANSLATE_NOOP("model", "正在核对"))
        for record in self._reader.columns(self.kind.name, self._twins.looked_at()):
            self._twins.add(str(record["id"]), record)
        for place, row in enumerate(records):
            if progress is not None and place % _STEP == 0:
                progress.step(place, len(records), words)
            self._place[row + 1] = place
            self.planned.append(self._plan(row))

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
        rows = {number for number, _ in fixes}
        self._again(rows)
        alike = ((one.row.number, one.resemblance) for one in self.planned)
        self._again({at for at, found in alike if found and found.row in rows} - rows)

    def fixed(self, number: int, column: int) -> str | None:
        """Return what a person typed instead of a cell."""
        return self._fixes.get((number - 1, column))

    def at(self, number: int) -> Planned:
        """Return what becomes of a row (counting from 1)."""
        return self.planned[self._place[number]]

    def decide(self, number: int, decision: Decision | None) -> None:
        """Say what a row is; ``None`` takes back what was said. Any row can be skipped."""
        if decision is None:
            self._decisions.pop(number, None)
        else:
            self._decisions[number] = decision
        self._judge_again(self._place[number])

    def decision(self, number: int) -> Decision | None:
        """Return what a person said about a row."""
        return self._decisions.get(number)

    def decide_same(self, same: Same) -> None:
        """Say what to do with all rows whose record is sure and that were not decided singly."""
        self.same = same
        for place, planned in enumerate(self.planned):
            if planned.resemblance is not None:
                self._judge_again(place)

    def _again(self, numbers: Collection[int]) -> None:
        self._rows.forget(numbers)
        for number in sorted(numbers):
            self.planned[self._place[number]] = self._plan(number - 1)

    def _judge_again(self, place: int) -> None:
        planned = self.planned[place]
        known = self._known.get(planned.row.number)
        self.planned[place] = (
            self._judge(planned.row, planned.resemblance)
            if known is None
            else self._judge_known(planned.row, known)
        )

    def _is_skipped(self, row: Row) -> bool:
        decision = self._decisions.get(row.number)
        return decision is not None and decision.what == "skip"

    def _plan(self, place: int) -> Planned:
        row = self._rows.read(place, self._fixes)
        self._linker.resolve(row, self._references.items())
        known = self._known.get(row.number)
        if known is not None:
            return self._judge_known(row, known)
        own = f"{_IN_FILE}{row.number}"
        suspicions = [
            found
            for found in self._twins.find(row.values, own)
            if not self._points_back(found, row.number)
        ]
        if not row.blocked:
            self._twins.add(own, row.values)
        return self._judge(row, self._resemblance(row, suspicions[0]) if suspicions else None)

    def _points_back(self, suspicion: Suspicion, number: int) -> bool:
        """Whether it is a later row that is itself asked about because of row ``number``."""
        if not suspicion.record.startswith(_IN_FILE):
            return False
        alike = self.at(int(suspicion.record.removeprefix(_IN_FILE))).resemblance
        return alike is not None and alike.row == number

    def _judge_known(self, row: Row, record: str) -> Planned:
        """A row that says itself which record it is; what it leaves out stays as it is."""
        if self._is_skipped(row):
            return Planned(row, Intent.SKIP)
        row.problems = [found for found in row.problems if found.problem.code != "REQUIRED"]
        if row.blocked:
            return Planned(row, Intent.OUT)
        writes = {name: new for name, (_, new) in self._differing(row.values, record).items()}
        return Planned(row, Intent.CHANGE if writes else Intent.SAME, None, writes)

    def _judge(self, row: Row, alike: Resemblance | None) -> Planned:
        if self._is_skipped(row):
            return Planned(row, Intent.SKIP, alike)
        if row.blocked:
            return Planned(row, Intent.OUT, alike)
        if alike is None or (alike.suspicion.weight == "warn" and self._is_identified):
            return Planned(row, Intent.NEW, alike, row.values)
        if not alike.differing and alike.suspicion.weight != "likely":
            return Planned(row, Intent.SAME, alike)
        return self._decided(row, alike, self._decisions.get(row.number) or self._by_rule(alike))

    @property
    def _is_identified(self) -> bool:
        """Whether records of this kind are told apart by numbers: then one phone says little."""
        return self.kind.name in ("person", "employer")

    def _resemblance(self, row: Row, suspicion: Suspicion) -> Resemblance:
        if suspicion.record.startswith(_IN_FILE):
            number = int(suspicion.record.removeprefix(_IN_FILE))
            return Resemblance(suspicion, "", number, self._differing_rows(row, number))
        return Resemblance(
            suspicion, suspicion.record, None, self._differing(row.values, suspicion.record)
        )

    def _differing(self, values: Values, record: str) -> dict[str, tuple[Value, Value]]:
        stored = self._reader.record(self.kind.name, record) or {}
        return {
            name: (stored.get(name), value)
            for name, value in values.items()
            if value not in (None, "", []) and value != stored.get(name)
        }

    def _differing_rows(self, row: Row, number: int) -> dict[str, tuple[Value, Value]]:
        other = self.planned[self._place[number]].row
        names = [*other.values, *(name for name in row.values if name not in other.values)]
        pairs = {name: (other.values.get(name), row.values.get(name)) for name in names}
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}

    def _by_rule(self, alike: Resemblance) -> Decision | None:
        """What the rule for the whole file says of a row whose record is sure."""
        if alike.suspicion.weight != "same" or alike.row is not None or self.same == "ask":
            return None
        if self.same == "keep":
            return Decision("skip")
        if self.same == "take":
            return Decision("merge")
        empty = [name for name, (stored, _) in alike.differing.items() if stored in (None, "", [])]
        return Decision("merge", frozenset(empty)) if empty else Decision("skip")

    def _decided(self, row: Row, alike: Resemblance, decision: Decision | None) -> Planned:
        if decision is None:
            return Planned(row, Intent.WAIT, alike)
        if decision.what == "add":
            return Planned(row, Intent.NEW, alike, row.values)
        if decision.what == "skip" or alike.row is not None:
            return Planned(row, Intent.SKIP, alike)
        writes = {
            name: value
            for name, (_, value) in alike.differing.items()
            if decision.fields is None or name in decision.fields
        }
        return Planned(row, Intent.CHANGE if writes else Intent.SAME, alike, writes)

    # What came of it -------------------------------------------------------------------------

    def counts(self) -> Counter[Intent]:
        """Return how many rows there are of each intent."""
        return Counter(planned.intent for planned in self.planned)

    def problems(self) -> Iterator[CellProblem]:
        """Return every problem, in the order of the rows."""
        return (problem for planned in self.planned for problem in planned.row.problems)

    def operation(self) -> Operation:
        """Return what writes the plan, in parts: one change for each row that is new or changed."""
        return lambda _reader, desk: self._changes(desk)

    def _changes(self, desk: Desk) -> Iterator[Change]:
        ids: dict[str, str] = {}
        for name, made in self.made().items():
            ids[name] = desk.new_id()
            yield Change(made.kind, ids[name], {**made.values, "station": desk.station})
        for planned in self.planned:
            values = {
                name: ids.get(str(value), value) if name in self._references else value
                for name, value in planned.writes.items()
                if value not in (None, "", [])
            }
            if planned.intent is Intent.NEW:
                yield Change(self.kind.name, desk.new_id(), {**values, "station": desk.station})
            elif planned.intent is Intent.CHANGE:
                yield Change(self.kind.name, self._record_of(planned), values)

    def _record_of(self, planned: Planned) -> str:
        known = self._known.get(planned.row.number)
        if known is not None:
            return known
        return planned.resemblance.record if planned.resemblance else ""
