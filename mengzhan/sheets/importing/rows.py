"""From the rows of a table to the values of records, with every problem at its cell.

A cell that a field cannot take does not keep the row out: its text goes into the note, named by
its header, and is listed. Only what tells which record this is (an ID number, the name or day in a
record's title, whom it is about) has to be right.
"""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Literal

from mengzhan.model.entry import Value, Values, is_empty
from mengzhan.model.fieldtypes import (
    CreditCode,
    IdNumber,
    PersonName,
    Phone,
    Reference,
    Text,
)
from mengzhan.model.kind import Field, Kind
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.grid import Cell, Sheet
from mengzhan.sheets.importing.clashes import Clashes
from mengzhan.sheets.importing.column import SAID, Intake, Outcome, Repair, is_ditto
from mengzhan.sheets.importing.contactcells import ContactCells
from mengzhan.sheets.importing.contactdays import Heading, heading_of
from mengzhan.sheets.importing.contacts import REMARKS, contact_kind
from mengzhan.sheets.importing.dates import common_year
from mengzhan.sheets.importing.headers import NOTE, SECTION, HeaderWords
from mengzhan.sheets.importing.mapping import MappedColumn
from mengzhan.sheets.importing.places import GROUP_ENDINGS
from mengzhan.sheets.importing.row import CellProblem, Row
from mengzhan.sheets.importing.table import Table
from mengzhan.sheets.importing.values import CellRead
from mengzhan.sheets.plaintext import plain_text

_YEARS_IN = 1_000
NAMED = "named"
_name = attrgetter("name")
_WHOLE_DAY = 10
"""How many characters of a day (2026-11-23) a cell really says."""

_AS_WRITTEN = (CreditCode, IdNumber, PersonName, Phone, Text)
"""What mostly stands in a record just as it stands in the cell."""

Fixes = Mapping[tuple[int, int], str]
"""(row, column) -> what a person typed instead of the cell; an empty text leaves it out."""


def is_needed(kind: Kind, item: Field) -> bool:
    """Whether a row stays out without a required field: without a title (a name, a day) or what it
    is about, a record is none; the rest can follow."""
    return item.name in kind.title or isinstance(item.type, Reference)


def _heading(table: Table, column: MappedColumn) -> Heading:
    """Return what stands over a column of its days.

    Days without a year are of the year that the others of their column name, but for contacts:
    those go on from one year into the next.
    """
    if contact_kind(column.path.partition(".")[0]):
        return heading_of(table.headers[column.index], table.year, table.filled_in)
    cells = (table.sheet.cell(row, column.index) for row in table.records[:_YEARS_IN])
    return Heading(table.year or common_year(cells))


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
        self._today = today
        self._intakes = [
            Intake(column, words, today, near, _heading(table, column))
            for column in columns
            if column.taken
        ]
        for name, several in groupby(sorted(self._intakes, key=_name), _name):
            first, *others = several
            # What other cells leave over goes into the note, whoever comes first.
            first.alone = not others and not first.inner and name != NOTE
        self._texts = [
            intake
            for intake in self._intakes
            if intake.field and isinstance(intake.field.type, _AS_WRITTEN)
        ]
        self._sections = table.sections
        self._paths = {intake.column.path: intake.index for intake in self._intakes}
        self.clashes = Clashes(self.kind, self._paths, today)
        self._filled_down = table.sheet.filled_down([intake.index for intake in self._intakes])
        self._told: dict[int, list[int]] = {}
        self._vague: dict[str, int] = {}
        self._beside: list[tuple[Intake, Cell, Mapping[str, Value]]] = []
        self._grown: set[str] = set()
        self._contacts = ContactCells(words.catalogue, today)
        self._constants = constants or {}
        self._required = [
            (item, replace(item.check(None, today)[0], severity=self._severity(item)))
            for item in self.kind
            if item.required
        ]

    def read(self, row: int, fixes: Fixes | None = None, stored: Values | None = None) -> Row:
        """Read one row of the sheet (counting from 0).

        Args:
            stored: the record that the row says it is; what the row leaves out stands there.
        """
        return self.read_cells(row, self.table.sheet.rows[row], fixes, stored)

    def read_cells(
        self,
        row: int,
        cells: Sequence[Cell],
        fixes: Fixes | None = None,
        stored: Values | None = None,
    ) -> Row:
        """Like ``read``, of a row whose cells are at hand."""
        found = Row(row + 1, {})
        fixes = fixes or {}
        self._vague.clear()
        self._beside.clear()
        self._grown.clear()
        self._contacts.clear()
        width, values = len(cells), found.values
        for intake in self._intakes:
            cell = cells[intake.index] if 0 <= intake.index < width else None
            outcome = None if fixes else intake.known.get(cell)
            if outcome is None:
                cell = self._cell(found, intake, cell, fixes)
                if cell is None or cell == "":
                    continue
                outcome = intake.outcome(cell)
            if intake.alone and outcome.is_plain:
                values[intake.name] = outcome.read.value
                if outcome.repair is not None:
                    self.repairs.setdefault(outcome.repair, []).append(found.number)
            else:
                self._take(found, intake, cell, outcome)
        self._take_beside(found)
        for intake, text in self._contacts.settle(found):
            self._take_own_rest(found, intake, text)
        self._fill_in(found)
        for name, value in self._constants.items():
            if stored is None or is_empty(stored.get(name)):
                found.values.setdefault(name, value)
        self._check(found, stored)
        return found

    def without_rows(self) -> "RowReader":
        """Return a reader for another process: it knows the mapping and is handed the cells.

        It cannot look up what 同上 stands for. It is small: a process that is yet starting does not
        empty the pipe through which it gets it, and who waits for that reads nothing meanwhile.
        """
        light = copy(self)
        bare = Sheet(self.table.sheet.name, [])
        light.table = replace(self.table, sheet=bare, records=(), skipped=())
        light.repairs = {}
        return light

    def take_over(self, row: Row) -> None:
        """Let a row that was read in another process hold the very texts that the table holds."""
        cells = self.table.sheet.rows[row.number - 1]
        width, values = len(cells), row.values
        for intake in self._texts:
            cell = cells[intake.index] if 0 <= intake.index < width else None
            if isinstance(cell, str) and values.get(intake.name) == cell:
                values[intake.name] = cell

    def _cell(self, found: Row, intake: Intake, cell: Cell, fixes: Fixes) -> Cell:
        """What counts as the content of a cell: typed, written, or standing for it."""
        row, index = found.number - 1, intake.index
        if fixes and (row, index) in fixes:
            return fixes[row, index]
        if index == SECTION:
            return self._sections.get(row)
        if cell is None or cell == "":
            return self._filled_down.get((row, index)) if self._filled_down else None
        if isinstance(cell, str) and is_ditto(cell) and intake.repeats_above:
            return self._ditto(found, intake, cell)
        return cell

    def standing(self, row: int, index: int) -> Cell:
        """Return what a cell says by itself or by standing within a merge or under 同上."""
        if index == SECTION:
            return self._sections.get(row)
        cell = self.table.sheet.cell(row, index)
        if cell is None or cell == "":
            return self._filled_down.get((row, index))
        return self._above(row, index) if is_ditto(plain_text(cell)) else cell

    def _above(self, row: int, index: int) -> Cell:
        """Return the nearest cell above for which 同上 stands; without one, the words themselves."""
        sheet = self.table.sheet
        if index not in self._told:
            texts = ((r, plain_text(sheet.cell(r, index))) for r in self.table.records)
            self._told[index] = [r for r, text in texts if text and not is_ditto(text)]
        at = bisect_left(self._told[index], row) - 1
        return sheet.cell(self._told[index][at] if at >= 0 else row, index)

    def _ditto(self, row: Row, intake: Intake, cell: Cell) -> Cell:
        place = row.number - 1
        above = self._above(place, intake.index)
        if not is_ditto(plain_text(above)):
            repair = Repair(intake.index, "ditto", plain_text(cell), plain_text(above))
            self.repairs.setdefault(repair, []).append(row.number)
        return above

    def forget(self, numbers: Collection[int]) -> None:
        """Take back what was put right in rows (counting from 1) before they are read again."""
        gone = set(numbers)
        if not gone:
            return
        for repair in [
            repair for repair, rows in self.repairs.items() if not gone.isdisjoint(rows)
        ]:
            kept = [number for number in self.repairs[repair] if number not in gone]
            if kept:
                self.repairs[repair] = kept
            else:
                del self.repairs[repair]

    # One cell --------------------------------------------------------------------------------

    def _take(self, row: Row, intake: Intake, cell: Cell, outcome: Outcome) -> None:
        read = outcome.read
        if intake.contact and read != CellRead():
            self._contacts.note(intake, cell)
        if read.problems:
            self._take_problems(row, intake, cell, read)
        if read.more:
            self._beside.append((intake, cell, read.more))
        usable = read.value is not None and (not read.blocks or self._is_needed(intake))
        if usable:
            self._put(row, intake, read.value)
        if read.rest and not read.blocks:
            self._take_rest(row, intake, read.rest)
        if read.others:
            self._contacts.tell_others(row, intake, read.others)
        if outcome.repair is not None and (usable or read.more):
            self.repairs.setdefault(outcome.repair, []).append(row.number)
            if read.repair in SAID:
                self._vague[intake.name] = SAID[read.repair]

    def _put(self, row: Row, intake: Intake, value: Value) -> None:
        if intake.contact:
            self._contacts.tell(row, intake, intake.inner, value)
        elif intake.inner:
            row.link(intake.name, intake.inner, value)
        elif intake.name not in row.values:
            row.values[intake.name] = value
        elif not self._append(row, intake.name, intake.column.header, value):
            self._take_rest(row, intake, str(value))

    def _take_beside(self, row: Row) -> None:
        """What a cell says beside its own value counts where no column says it better."""
        for intake, cell, more in self._beside:
            unheard = False
            for name, value in more.items():
                values = row.values if self._kind_has(name) else row.links.get(intake.name, {})
                unheard |= values.setdefault(name, value) != value
            if unheard:
                self._take_rest(row, intake, plain_text(cell))

    def _append(self, row: Row, name: str, header: str, value: Value) -> bool:
        """Several columns may go into one list, or one text, each after its header.

        Returns false for a text that has no room; only the note takes it all the same.
        """
        standing = row.values[name]
        if isinstance(standing, list) and isinstance(value, list):
            row.values[name] = list(dict.fromkeys([*standing, *value]))
        else:
            whole = f"{standing}；{header}：{value}"
            if name != NOTE and self.kind[name].check(whole, self._today):
                return False
            row.values[name] = whole
        self._grown.add(name)
        return True

    def _take_problems(self, row: Row, intake: Intake, cell: Cell, read: CellRead) -> None:
        kept = read.blocks and not self._is_needed(intake) and self._kind_has(NOTE)
        if kept:
            self._take_rest(row, intake, plain_text(cell))
        row.problems += tuple(
            CellProblem(row.number, intake.index, problem, read.suggestions, kept)
            for problem in read.problems
        )

    def _is_needed(self, intake: Intake) -> bool:
        """Whether a wrong value keeps the row out: it tells which record this is."""
        kind = intake.field.type if intake.field else None
        if intake.inner:
            return isinstance(kind, IdNumber | PersonName)
        return intake.name in self.kind.title or isinstance(kind, IdNumber)

    def _kind_has(self, name: str) -> bool:
        return self.kind.get(name) is not None

    def _take_rest(self, row: Row, intake: Intake, rest: str) -> None:
        """Put what was not understood where it belongs."""
        if intake.contact:
            self._contacts.tell(row, intake, REMARKS[intake.contact], rest)
        else:
            self._take_own_rest(row, intake, rest)

    def _take_own_rest(self, row: Row, intake: Intake, rest: str) -> None:
        """Put it into the record of the row: into its place, or into the note after its header."""
        is_place = intake.field is not None and intake.field.type.editor == "division"
        if is_place and rest.endswith(GROUP_ENDINGS) and self._takes(row, "area_group", rest):
            row.values["area_group"] = rest
        elif is_place and self._takes(row, "address", rest):
            row.values["address"] = rest
        elif not self._kind_has(NOTE):
            words = QT_TRANSLATE_NOOP("model", "“{text}”没有地方放，没有导入。")
            hint = Message(words, {"text": rest})
            problem = Problem("NOT_TAKEN", intake.name, rest, hint, "warn")
            row.problem_of(problem, intake.index)
        elif NOTE in row.values:
            self._append(row, NOTE, intake.column.header, rest)
        else:
            self._grown.add(NOTE)
            row.values[NOTE] = f"{intake.column.header}：{rest}"

    def _takes(self, row: Row, name: str, text: str) -> bool:
        item = self.kind.get(name)
        free = name not in self._paths and name not in row.values
        return item is not None and free and not item.check(text, self._today)

    # The whole row ---------------------------------------------------------------------------

    def _fill_in(self, row: Row) -> None:
        """Fill what a value contains: birth date and sex from the ID number."""
        for target, fact in self.kind.filled_by(row.values).items():
            self._fill(row, target, fact)

    def _fill(self, row: Row, target: str, fact: Value) -> None:
        standing = row.values.get(target)
        if standing == fact:
            return
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
        row.problem_of(problem, self._paths.get(target))

    def _check(self, row: Row, stored: Values | None) -> None:
        """What has grown too long, what fields say together, and what is missing."""
        for name in sorted(self._grown):
            place = self._paths.get(name)
            for problem in self.kind[name].check(row.values[name], self._today):
                if problem.blocks:
                    row.problem_of(problem, place)
        # Whom a row is about is looked up later; here it counts that somebody is named.
        said = {**dict.fromkeys(row.links, NAMED), **row.values} if row.links else row.values
        row.problems += tuple(self.clashes.of(row, stored or {}, said))
        for item, missing in self._required:
            if stored is not None or item.name in row.values or row.links.get(item.name):
                continue
            if all(told.problem.field != item.name for told in row.problems):
                row.problem_of(missing, self._paths.get(item.name))

    def _severity(self, item: Field) -> Literal["block", "warn"]:
        return "block" if is_needed(self.kind, item) else "warn"
