"""A superior's blank form: what it asks for, and the file filled from the records.

``SuperiorForm`` finds the table, the people it names, and the cells for who fills it in; it says
what it is sure of. ``fill`` writes only that. A cell that holds anything is never written.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from mengzhan.model.idnumber import clean_id
from mengzhan.model.kind import Catalogue, Kind
from mengzhan.model.personname import clean_name
from mengzhan.sheets.filling.answers import MASKED, NO_VALUE, answer, asks_for_address, bare_path
from mengzhan.sheets.filling.askedcolumns import asked_columns
from mengzhan.sheets.filling.cardform import Asked, asked_cells, label_path
from mengzhan.sheets.filling.cellwrite import CellWrite
from mengzhan.sheets.filling.crosstable import CountCell, count_cells, counts
from mengzhan.sheets.filling.fixedcells import FixedCell, fixed_cells
from mengzhan.sheets.filling.patching import Patched, patch_workbook
from mengzhan.sheets.filling.refusal import FormRefused
from mengzhan.sheets.filling.rowinsertion import insert_rows
from mengzhan.sheets.filling.sheetform import FormSheet, read_form
from mengzhan.sheets.importing.headers import SERIAL, HeaderWords
from mengzhan.sheets.importing.mapping import MappedColumn
from mengzhan.sheets.importing.table import Table, find_table
from mengzhan.sheets.plaintext import plain_text

_LABELLED_ROWS = 2
_EXAMPLE = re.compile(r"^(?:示例|样例|例|填写示例|范例)")
_NAMES = ("name", "person.name", "employer.name")
_NUMBERS = ("id_number", "person.id_number", "credit_code")

Record = Mapping[str, Any]


@dataclass(frozen=True)
class EmptyCells:
    """Cells of one column that were left empty, and why."""

    header: str
    why: str
    rows: tuple[int, ...]


@dataclass
class Filled:
    """The filled workbook and what became of its cells. Rows count from 1.

    ``bare``: of how many records it shows sensitive values in full.
    """

    data: bytes
    written: int = 0
    by_column: dict[int, int] = field(default_factory=dict)
    empty: list[EmptyCells] = field(default_factory=list)
    fixed: list[FixedCell] = field(default_factory=list)
    unknown_people: list[tuple[int, str, str]] = field(default_factory=list)
    left_over: int = 0
    counted: int = 0
    bare: int = 0

    def note_bare(self, records: int) -> None:
        """Count records that one column shows in full."""
        self.bare = max(self.bare, records)


class SuperiorForm:
    """One form and what its table asks for, as a kind of record.

    Raises:
        ValueError: the workbook cannot be read.
    """

    def __init__(self, data: bytes, catalogue: Catalogue, kind: Kind, sheet: str = "") -> None:
        self.data = data
        self.kind = kind
        self.words = HeaderWords(kind, catalogue)
        self.form, self.table = self._find(data, sheet)
        self.columns: tuple[MappedColumn, ...] = ()
        if self.table is not None:
            self.columns = asked_columns(self.table, self.words)
        self.card: list[Asked] = []
        if self.table is None or self._is_card():
            self.card = asked_cells(self.form, self.words)
            self.table, self.columns = None, ()
        else:
            above = asked_cells(self.form, self.words)
            top = self.table.header_top
            self.card = [one for one in above if one.row < top and "." in one.path]

    def _find(self, data: bytes, sheet: str) -> tuple[FormSheet, Table | None]:
        forms = [one for one in read_form(data) if not sheet or one.sheet.name == sheet]
        if not forms:
            raise FormRefused("no_sheet", sheet=sheet)
        best: tuple[FormSheet, Table | None] = (forms[0], None)
        for one in forms:
            table = find_table(one.sheet, self.words)
            if table is not None and (best[1] is None or table.score > best[1].score):
                best = (one, table)
        return best

    def _is_card(self) -> bool:
        """Whether the rows below the header are labels again: a form about one person."""
        rows = self.rows()
        labelled = sum(
            any(label_path(plain_text(cell), self.words) for cell in self.form.sheet.rows[row])
            for row in rows
        )
        return labelled >= _LABELLED_ROWS

    # What the form asks for --------------------------------------------------------------------

    @property
    def sure(self) -> list[MappedColumn]:
        """The columns that are filled."""
        return [column for column in self.columns if column.path and column.is_sure]

    def choose(self, index: int, path: str) -> None:
        """Take a column for ``path``; empty means that it stays empty."""
        self.columns = tuple(
            replace(column, path=path, sure=1.0, how="chosen") if column.index == index else column
            for column in self.columns
        )

    def rows(self) -> list[int]:
        """The rows of the table that may be filled, in order: framed, and no note or total."""
        if self.table is None:
            return []
        apart = {line.row for line in self.table.skipped if line.why != "blank"}
        found: list[int] = []
        for row in range(self.table.header_bottom + 1, self.form.sheet.height):
            if row in apart and not self._is_only_serial(row):
                if found:
                    break
                continue
            if not self._is_framed(row) or (found and self._calculates_more(row, found[0])):
                break
            if not self._is_example(row):
                found.append(row)
        return found

    def _is_framed(self, row: int) -> bool:
        """Whether a row looks like the others of the table; a form without frames has none."""
        if not self.form.framed:
            return True
        return any((row, column.index) in self.form.framed for column in self.columns)

    def _calculates_more(self, row: int, first: int) -> bool:
        """Whether a row calculates where the rows of the table do not: a total without a word."""
        usual = {column for other, column in self.form.formulas if other == first}
        return any(other == row and c not in usual for other, c in self.form.formulas)

    def _is_only_serial(self, row: int) -> bool:
        serial = {column.index for column in self.columns if column.path == SERIAL}
        filled = {n for n, cell in enumerate(self.form.sheet.rows[row]) if plain_text(cell)}
        return bool(filled) and filled <= serial

    def _is_example(self, row: int) -> bool:
        return any(_EXAMPLE.match(plain_text(cell)) for cell in self.form.sheet.rows[row])

    def named(self) -> dict[int, tuple[str, str]]:
        """Return row -> (name, ID number) of those whom the superior has put into the form."""
        names = [column.index for column in self.columns if column.path in _NAMES]
        numbers = [column.index for column in self.columns if column.path in _NUMBERS]
        found: dict[int, tuple[str, str]] = {}
        for row in self.rows():
            name = next((t for c in names if (t := self._text(row, c))), "")
            number = next((t for c in numbers if (t := self._text(row, c))), "")
            if name or number:
                found[row] = (clean_name(name), clean_id(number))
        return found

    def _text(self, row: int, column: int) -> str:
        return plain_text(self.form.sheet.cell(row, column))

    def counted(self) -> list[CountCell]:
        """The cells of a table of counts; a list of records has none."""
        if self.table is None or self.rows():
            return []
        return list(count_cells(self.form, self.table, self.kind))

    def fixed(self, facts: Mapping[str, str]) -> list[FixedCell]:
        """Return the cells around the table that can be filled from ``facts``."""
        table = None
        if self.table is not None:
            last = max([self.table.header_bottom, *self.rows()])
            table = range(self.table.header_top, last + 1)
        return [one for one in fixed_cells(self.form, facts, table) if one.text]

    # Filling -----------------------------------------------------------------------------------

    def fill(self, records: Sequence[Record], facts: Mapping[str, str], today: date) -> Filled:
        """Fill the form: the people it names, or ``records`` into its empty rows.

        More records than rows make the table longer if the form allows it; what does not fit is
        counted in ``left_over``.
        """
        records = self._of_owner(records)
        named = self.named()
        data, pairs, left = self.data, [], 0
        result = Filled(b"")
        if named:
            pairs = list(self._whom(named, records, result))
        else:
            rows = self.rows()
            data, rows, left = self._room(rows, len(records))
            pairs = list(zip(rows, records, strict=False))
        writes = self._writes(pairs, result, today)
        counted = self.counted()
        writes |= counts(self.form, counted, records)
        writes |= self._card_writes(records, result, today)
        result.counted = len(counted)
        result.written += len(counted)
        for one in self._moved(self.fixed(facts), pairs):
            writes[one.row, one.column] = one.text
            result.fixed.append(one)
        patched: Patched = patch_workbook(data, {self.form.sheet.name: writes})
        result.data, result.left_over = patched.data, left
        return result

    def _moved(
        self, cells: Sequence[FixedCell], pairs: Sequence[tuple[int, Record]]
    ) -> list[FixedCell]:
        """Return the cells where they stand once the table has grown: those below it move down."""
        last = max(self.rows(), default=self.form.sheet.height)
        added = max([row for row, _ in pairs] + [last]) - last
        return [replace(one, row=one.row + added) if one.row > last else one for one in cells]

    def _card_writes(
        self, records: Sequence[Record], result: Filled, today: date
    ) -> dict[tuple[int, int], CellWrite]:
        """Fill a form about one person: the one it names, or the only one given."""
        people = list(records)[:1] if self.table is not None else self._person(records, result)
        writes: dict[tuple[int, int], CellWrite] = {}
        for asked in self.card if people else ():
            if asked.given or not self.form.is_open(asked.row, asked.column):
                continue
            entries = self.form.lists.get((asked.row, asked.column))
            item = self.words.field(asked.path)
            one = answer(asked.path, item, asked.label, people[0], entries, 1, today)
            if one.write is not None:
                writes[asked.row, asked.column] = one.write
                result.note_bare(1 if self._is_bare(asked.path, asked.label) else 0)
            else:
                result.empty.append(EmptyCells(asked.label, one.why, (asked.row + 1,)))
        result.written += len(writes)
        return writes

    def _given(self) -> dict[str, str]:
        """What the superior has put beside labels."""
        return {asked.path: asked.given for asked in self.card if asked.given}

    def _person(self, records: Sequence[Record], result: Filled) -> list[Record]:
        """Whom a form about one person is about: the one it names, or the only one there is."""
        given = self._given()
        name, number = _first(given, _NAMES), _first(given, _NUMBERS)
        if not name and not number:
            return list(records) if len(records) == 1 else []
        whom = {0: (clean_name(name), clean_id(number))}
        return [record for _, record in self._whom(whom, records, result)]

    def _of_owner(self, records: Sequence[Record]) -> Sequence[Record]:
        """Of a list under the name of an employer, the records of that employer."""
        owner = self._given().get("employer.name", "") if self.table is not None else ""
        if not owner:
            return records
        return [record for record in records if record.get("employer.name") == owner]

    def _room(self, rows: list[int], wanted: int) -> tuple[bytes, list[int], int]:
        """Make the table as long as the list, if its form can bear it."""
        missing = wanted - len(rows)
        if missing <= 0 or self.counted():
            return self.data, rows, 0
        if not rows:
            return self.data, rows, missing
        try:
            data = insert_rows(self.data, self.form.sheet.name, rows[-1], missing)
        except FormRefused:
            return self.data, rows, missing
        return data, [*rows, *range(rows[-1] + 1, rows[-1] + 1 + missing)], 0

    def _whom(
        self, named: Mapping[int, tuple[str, str]], records: Sequence[Record], result: Filled
    ) -> Iterator[tuple[int, Record]]:
        """Find the people of the form: by number, or by a name that only one bears."""
        numbers: dict[str, list[Record]] = {}
        names: dict[str, list[Record]] = {}
        for record in records:
            numbers.setdefault(_first(record, _NUMBERS), []).append(record)
            names.setdefault(_first(record, _NAMES), []).append(record)
        for row, (name, number) in named.items():
            found = numbers.get(number, []) if number else names.get(name, [])
            if len(found) == 1 and (not name or name == _first(found[0], _NAMES)):
                yield row, found[0]
            else:
                why = "several" if len(found) > 1 else "other_name" if found else "missing"
                result.unknown_people.append((row + 1, name, why))

    def _writes(
        self, pairs: Sequence[tuple[int, Record]], result: Filled, today: date
    ) -> dict[tuple[int, int], CellWrite]:
        writes: dict[tuple[int, int], CellWrite] = {}
        last = max(self.rows(), default=0)
        for column in self.sure:
            item = self.words.field(bare_path(column.path))
            left: dict[str, list[int]] = {}
            for number, (row, record) in enumerate(pairs, 1):
                place = (row, column.index)
                if not self._may_write(row, column.index, last):
                    continue
                entries = self.form.lists.get((min(row, last), column.index))
                found = answer(column.path, item, column.header, record, entries, number, today)
                if found.write is None:
                    left.setdefault(found.why or NO_VALUE, []).append(row + 1)
                    continue
                writes[place] = found.write
                result.by_column[column.index] = result.by_column.get(column.index, 0) + 1
            if self._is_bare(column.path, column.header):
                result.note_bare(result.by_column.get(column.index, 0))
            result.empty += [EmptyCells(column.header, w, tuple(r)) for w, r in left.items()]
        result.written = len(writes)
        return writes

    def _may_write(self, row: int, column: int, last: int) -> bool:
        """Rows inserted below the form's own, of which ``last`` is the last, are open like it."""
        if row <= last:
            return self.form.is_open(row, column)
        return (last, column) not in self.form.formulas

    def _is_bare(self, path: str, header: str) -> bool:
        """Whether a cell shows in full what is masked elsewhere: a number, a phone, an address."""
        item = self.words.field(bare_path(path))
        if item is None or path.endswith(MASKED):
            return False
        return item.sensitive or (item.name == "residence" and asks_for_address(header))


def _first(record: Record, names: Sequence[str]) -> str:
    """Return the first value that a record has under one of several names."""
    return next((str(record[name]) for name in names if record.get(name)), "")
