"""From the rows of a table to the values of records, with every problem at its cell.

A cell that a field cannot take does not keep the row out: its text goes into the note, named by
its header, and is listed. Only what tells which record this is (an ID number, the name or day in a
record's title, whom it is about) has to be right.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from mengzhan.model.entry import Value, Values
from mengzhan.model.fieldtypes import IdNumber, PersonName, Phone, Reference
from mengzhan.model.kind import Field, Kind
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.headers import NOTE, SECTION, TICK, HeaderWords
from mengzhan.sheets.importing.mapping import MappedColumn
from mengzhan.sheets.importing.places import GROUP_ENDINGS
from mengzhan.sheets.importing.table import Table
from mengzhan.sheets.importing.values import (
    CellRead,
    CellReader,
    RepairSort,
    TickReader,
    read_section_name,
    read_wage_cell,
)
from mengzhan.sheets.plaintext import plain_text

_DITTO = {"同上", "〃", "″", "”", '"', "同前", "同上行"}
_SAID: dict[RepairSort, int] = {"month": 7, "year": 4}
_LONGEST_DITTO = 4
_WHOLE_DAY = 10
"""How many characters of a day (2026-11-23) a cell really says."""


Fixes = Mapping[tuple[int, int], str]
"""(row, column) -> what a person typed instead of the cell; an empty text leaves it out."""


@dataclass(frozen=True)
class CellProblem:
    """One problem at one cell; ``column`` is ``None`` where it concerns the row as a whole.

    ``kept`` tells that the text of the cell went into the note instead.
    """

    row: int
    column: int | None
    problem: Problem
    suggestions: tuple[str, ...] = ()
    kept: bool = False

    @property
    def blocks(self) -> bool:
        """Whether the row stays out because of it."""
        return self.problem.blocks and not self.kept


@dataclass(frozen=True)
class Repair:
    """What was put right in a column, and in which rows. ``after`` is what people are shown."""

    column: int
    sort: RepairSort
    before: str
    after: str


@dataclass(slots=True)
class Row:
    """One record as a row gives it. ``links`` holds what is said of records it refers to."""

    number: int
    values: dict[str, Value]
    links: dict[str, dict[str, Value]] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)

    @property
    def blocked(self) -> bool:
        """Whether the row cannot go in as it is."""
        return any(problem.blocks for problem in self.problems)

    def problem_of(self, problem: Problem, column: int | None = None) -> None:
        """Note a problem that shows only beside other records."""
        self.problems.append(CellProblem(self.number, column, problem))


class _Intake:
    """One column on its way into records: what its cells give, equal cells read once."""

    def __init__(
        self, column: MappedColumn, words: HeaderWords, today: date, near: str, year: int | None
    ) -> None:
        self.column = column
        self.index = column.index
        path, _, code = column.path.partition(TICK)
        self.name, _, self.inner = path.partition(".")
        item = words.field(path)
        self.read: Callable[[Cell], CellRead] = read_wage_cell
        if column.index == SECTION and path == "employer.name":
            self.read = read_section_name
        elif item is not None and code:
            self.read = TickReader(item, code)
        elif item is not None:
            self.read = CellReader(item, today, near, year, column.form)
        self.keeps_all = item is not None and isinstance(item.type, IdNumber | Phone)
        self.known: dict[Cell | tuple[type, Cell], _Outcome] = {}
        self.field = item

    def outcome(self, cell: Cell) -> "_Outcome":
        """Return what a cell gives."""
        if self.keeps_all:
            return self._make(cell)
        key = cell if isinstance(cell, str) else (type(cell), cell)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._make(cell)
        return found

    def _make(self, cell: Cell) -> "_Outcome":
        read = self.read(cell)
        repair = None
        if read.repair:
            after = read.shown or (self.field.type.show(read.value) if self.field else "")
            repair = Repair(self.index, read.repair, plain_text(cell), after)
        return _Outcome(read, repair)


@dataclass(slots=True)
class _Outcome:
    read: CellRead
    repair: Repair | None


class RowReader:
    """Reads the records of a table under a mapping.

    Args:
        near: the code of the own station.
        constants: values that a person gave for the whole file, where a row says nothing.
    """

    def __init__(
        self,
        table: Table,
        columns: tuple[MappedColumn, ...],
        words: HeaderWords,
        today: date,
        near: str,
        constants: Values | None = None,
    ) -> None:
        self.table = table
        self.kind = words.kind
        self.repairs: dict[Repair, list[int]] = {}
        self._words = words
        self._today = today
        self._intakes = [_Intake(c, words, today, near, table.year) for c in columns if c.taken]
        self._sections = table.sections
        self._paths = {intake.column.path: intake.index for intake in self._intakes}
        self._filled_down = table.sheet.filled_down([intake.index for intake in self._intakes])
        self._vague: dict[str, int] = {}
        self._constants = constants or {}
        self._filling = [item for item in self.kind if item.fills]
        self._required = [
            (item, replace(item.check(None, today)[0], severity=self._severity(item)))
            for item in self.kind
            if item.required
        ]

    def read(self, row: int, fixes: Fixes | None = None) -> Row:
        """Read one row of the sheet (counting from 0)."""
        found = Row(row + 1, {})
        self._vague.clear()
        cells = self.table.sheet.rows[row]
        width = len(cells)
        for intake in self._intakes:
            index = intake.index
            cell = cells[index] if 0 <= index < width else None
            if fixes and (row, index) in fixes:
                cell = fixes[row, index]
            elif index == SECTION:
                cell = self._sections.get(row)
            elif cell is None or cell == "":
                cell = self._filled_down.get((row, index))
            elif isinstance(cell, str) and len(cell) <= _LONGEST_DITTO and cell.strip() in _DITTO:
                cell = self._ditto(found, intake, row)
            if cell is not None and cell != "":
                self._take(found, intake, cell, intake.outcome(cell))
        self._fill_in(found)
        for name, value in self._constants.items():
            found.values.setdefault(name, value)
        self._check(found)
        return found

    def _ditto(self, row: Row, intake: _Intake, place: int) -> Cell:
        """Return the nearest cell above for which 同上 stands."""
        sheet, mark = self.table.sheet, plain_text(self.table.sheet.cell(place, intake.index))
        above = [record for record in self.table.records if record < place]
        cells = (sheet.cell(record, intake.index) for record in reversed(above))
        cell = next((cell for cell in cells if plain_text(cell) not in {"", *_DITTO}), None)
        repair = Repair(intake.index, "ditto", mark, plain_text(cell))
        self.repairs.setdefault(repair, []).append(row.number)
        return cell

    def forget(self, numbers: Collection[int]) -> None:
        """Take back what was put right in rows (counting from 1) before they are read again."""
        gone = set(numbers)
        for repair in [
            repair for repair, rows in self.repairs.items() if not gone.isdisjoint(rows)
        ]:
            kept = [number for number in self.repairs[repair] if number not in gone]
            if kept:
                self.repairs[repair] = kept
            else:
                del self.repairs[repair]

    # One cell --------------------------------------------------------------------------------

    def _take(self, row: Row, intake: _Intake, cell: Cell, outcome: _Outcome) -> None:
        read = outcome.read
        if read.problems:
            self._take_problems(row, intake, cell, read)
        for name, value in (read.more or {}).items():
            row.values.setdefault(name, value)
        if read.value is None or (read.blocks and not self._is_needed(intake)):
            if not read.more:
                return
        elif intake.inner:
            row.links.setdefault(intake.name, {})[intake.inner] = read.value
        elif intake.name in row.values:
            self._append(row, intake.name, intake.column.header, read.value)
        else:
            row.values[intake.name] = read.value
        if read.rest:
            self._take_rest(row, intake, read.rest)
        if outcome.repair is not None:
            self.repairs.setdefault(outcome.repair, []).append(row.number)
            if read.repair in _SAID:
                self._vague[intake.name] = _SAID[read.repair]

    def _append(self, row: Row, name: str, header: str, value: Value) -> None:
        """Several columns may go into one list, or one long text, each after its header."""
        standing = row.values[name]
        if isinstance(standing, list) and isinstance(value, list):
            row.values[name] = list(dict.fromkeys([*standing, *value]))
        else:
            row.values[name] = f"{standing}；{header}：{value}"

    def _take_problems(self, row: Row, intake: _Intake, cell: Cell, read: CellRead) -> None:
        kept = read.blocks and not self._is_needed(intake) and self._kind_has(NOTE)
        if kept:
            self._take_rest(row, intake, plain_text(cell))
        row.problems += [
            CellProblem(row.number, intake.index, problem, read.suggestions, kept)
            for problem in read.problems
        ]

    def _is_needed(self, intake: _Intake) -> bool:
        """Whether a wrong value keeps the row out: it tells which record this is."""
        kind = intake.field.type if intake.field else None
        if intake.inner:
            return isinstance(kind, IdNumber | PersonName)
        return intake.name in self.kind.title or isinstance(kind, IdNumber)

    def _kind_has(self, name: str) -> bool:
        return self.kind.get(name) is not None

    def _take_rest(self, row: Row, intake: _Intake, rest: str) -> None:
        """Put what was not understood where it belongs, or into the note after its header."""
        is_place = intake.field is not None and intake.field.type.editor == "division"
        if rest.endswith(GROUP_ENDINGS) and self._is_free(row, "area_group"):
            row.values["area_group"] = rest
        elif is_place and self._is_free(row, "address"):
            row.values["address"] = rest
        elif NOTE in row.values:
            self._append(row, NOTE, intake.column.header, rest)
        else:
            row.values[NOTE] = f"{intake.column.header}：{rest}"

    def _is_free(self, row: Row, name: str) -> bool:
        return self._kind_has(name) and name not in self._paths and name not in row.values

    # The whole row ---------------------------------------------------------------------------

    def _fill_in(self, row: Row) -> None:
        """Fill what a value contains: birth date and sex from the ID number."""
        for item in self._filling:
            value = row.values.get(item.name)
            if value is not None:
                facts = item.type.facts(value)
                for fact, target in item.fills.items():
                    if facts.get(fact) is not None:
                        self._fill(row, target, facts[fact])

    def _fill(self, row: Row, target: str, fact: Value) -> None:
        standing = row.values.get(target)
        row.values[target] = fact
        said = str(standing)[: self._vague.get(target, _WHOLE_DAY)]
        if standing is None or str(fact).startswith(said):
            return
        item = self.kind[target]
        words = QT_TRANSLATE_NOOP(
            "model", "{label}与证件号不一致：表里是{before}，证件号是{after}，按证件号。"
        )
        params = {
            "label": item.label,
            "before": item.type.show(standing),
            "after": item.type.show(fact),
        }
        problem = Problem("ID_DISAGREES", target, standing, Message(words, params), "warn")
        row.problems.append(CellProblem(row.number, self._paths.get(target), problem))

    def _check(self, row: Row) -> None:
        """What fields say together, and what is missing."""
        for check in self.kind.checks:
            for problem in check(row.values, self._today):
                place = self._paths.get(problem.field)
                row.problems.append(CellProblem(row.number, place, problem))
        for item, missing in self._required:
            if item.name in row.values or row.links.get(item.name):
                continue
            if all(told.problem.field != item.name for told in row.problems):
                place = self._paths.get(item.name)
                row.problems.append(CellProblem(row.number, place, missing))

    def _severity(self, item: Field) -> Literal["block", "warn"]:
        """Without a title, a day or what it is about, a record is none; the rest can follow."""
        needed = item.name in self.kind.title or isinstance(item.type, Reference)
        return "block" if needed or item.name == self._day(self.kind) else "warn"

    @staticmethod
    def _day(kind: Kind) -> str:
        return kind.day if kind.day in kind.title else ""
