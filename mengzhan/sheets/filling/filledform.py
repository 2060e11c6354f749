"""Filling a superior's form: whose record goes into which row, and what each cell gets.

Only what the form is sure of is written. A cell that holds anything is never written, and what
stays empty is told with its reason.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from mengzhan.model.idnumber import fits_mask, is_masked
from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.filling.answers import (
    COUNTS,
    MASKED,
    Answer,
    Why,
    answer,
    asks_for_address,
    bare_path,
)
from mengzhan.sheets.filling.cellwrite import CellWrite
from mengzhan.sheets.filling.crosstable import counts
from mengzhan.sheets.filling.fixedcells import FixedCell
from mengzhan.sheets.filling.patching import Place, patch_workbook
from mengzhan.sheets.filling.refusal import FormRefused
from mengzhan.sheets.filling.rowinsertion import insert_rows
from mengzhan.sheets.filling.superform import NAMES, NUMBERS, SuperiorForm
from mengzhan.sheets.importing.headers import SERIAL
from mengzhan.sheets.importing.mapping import MappedColumn
from mengzhan.sheets.plaintext import plain_text

_TELLING = ("sex", "birth_date", "phone", "id_number")
"""What the superior may have put beside a name; the record that the name finds must agree."""

_SAMPLED = 50
_STEP = 200

Record = Mapping[str, Any]
Pair = tuple[int, Record]


@dataclass(frozen=True)
class EmptyCells:
    """Cells of one column that were left empty, and why; ``column`` is -1 over the table."""

    header: str
    why: Why
    rows: tuple[int, ...]
    column: int = field(default=-1, compare=False)


@dataclass(frozen=True)
class Unfound:
    """Somebody in the form for whom there is no certain record. The row counts from 1."""

    row: int
    name: str = field(repr=False)
    why: Why


@dataclass
class Filled:
    """The filled workbook and what became of its cells. Rows count from 1.

    ``records``: how many went in. ``bare``: of how many it shows sensitive values in full.
    """

    data: bytes = field(repr=False)
    records: int = 0
    written: int = 0
    by_column: dict[int, int] = field(default_factory=dict)
    empty: list[EmptyCells] = field(default_factory=list)
    fixed: list[FixedCell] = field(default_factory=list)
    unfound: list[Unfound] = field(default_factory=list)
    left_over: int = 0
    counted: int = 0
    bare: int = 0


class Filling:
    """One form and the records that go into it: the people it names, or all that are given."""

    def __init__(
        self, form: SuperiorForm, records: Sequence[Record], facts: Mapping[str, str], today: date
    ) -> None:
        self.form = form
        self._facts, self._today = facts, today
        self.given = records
        owner = form.owner()
        self.records = [r for r in records if not owner or r.get("employer.name") == owner]
        self.unfound: list[Unfound] = []
        self.pairs = self._pair()

    def _pair(self) -> list[Pair]:
        """Say which record belongs into which row; a form about one person has one row, 0."""
        named = self.form.named()
        if named:
            return list(self._whom(named))
        if self.form.is_card:
            return [(0, self.records[0])] if len(self.records) == 1 else []
        rows = self.form.rows()
        free = self._free_rows()
        if rows and len(free) == len(rows):
            missing = len(self.records) - len(rows)
            free += range(rows[-1] + 1, rows[-1] + 1 + missing)
        return list(zip(free, self.records, strict=False))

    def _free_rows(self) -> list[int]:
        """Leave out rows in which the superior has put something that is not in all of them: they
        are about somebody, and nobody knows whom, or head another list. With them goes all below.
        """
        rows = self.form.rows()
        given = {row: self._given(row) for row in rows}
        common = set.intersection(*given.values()) if len(rows) > 1 else set()
        taken = [row for row in rows if given[row] != common]
        self.unfound += [Unfound(row + 1, "", Why.NAMELESS) for row in taken]
        return [row for row in rows if not taken or row < taken[0]]

    def _given(self, row: int) -> set[tuple[int, str]]:
        """What the superior has put into a row, running numbers aside."""
        columns = [column.index for column in self.form.columns if column.path != SERIAL]
        cells = ((n, plain_text(self.form.form.sheet.cell(row, n))) for n in columns)
        return {(column, text) for column, text in cells if text}

    def _whom(self, named: Mapping[int, tuple[str, str]]) -> Iterator[Pair]:
        """Find the people of the form: by number, or by a name that only one bears."""
        numbers: dict[str, list[Record]] = {}
        names: dict[str, list[Record]] = {}
        for record in self.records:
            numbers.setdefault(_first(record, NUMBERS), []).append(record)
            names.setdefault(_first(record, NAMES), []).append(record)
        for row, (name, number) in named.items():
            namesakes = names.get(name, []) if name else []
            found = numbers.get(number, []) if number else self._alike(row, namesakes)
            why = self._doubt(row, name, number, found)
            if why is not None:
                self.unfound.append(Unfound(row + 1, name, why))
            else:
                yield row, found[0]

    def _alike(self, row: int, namesakes: list[Record]) -> list[Record]:
        """Of several who bear a name, keep those with whom what stands beside it agrees."""
        told = [column for column in self.form.sure if self._tells(row, column)]
        if len(namesakes) == 1 or not told:
            return namesakes
        return [r for r in namesakes if all(self._agrees(row, c, r) for c in told)] or namesakes

    def _tells(self, row: int, column: MappedColumn) -> bool:
        item = self.form.words.field(column.path)
        return item is not None and item.name in _TELLING and bool(self._beside(row, column))

    def _beside(self, row: int, column: MappedColumn) -> str:
        """What the superior has put beside a name."""
        if self.form.is_card:
            return self.form.card[column.index].given
        return plain_text(self.form.form.sheet.cell(row, column.index))

    def _doubt(self, row: int, name: str, number: str, found: Sequence[Record]) -> Why | None:
        """Say why a row is not certainly about the one record found."""
        if len(found) != 1:
            return Why.SEVERAL if found else Why.MISSING
        if name and name != _first(found[0], NAMES):
            return Why.OTHER_NAME
        if number or all(self._agrees(row, column, found[0]) for column in self.form.sure):
            return None
        return Why.UNLIKE

    def _agrees(self, row: int, column: MappedColumn, record: Record) -> bool:
        """Whether what the superior has put beside a name is so in the record, if it holds it."""
        item = self.form.words.field(column.path)
        if item is None or item.name not in _TELLING:
            return True
        given, known = self._beside(row, column), record.get(column.path)
        if is_masked(given):
            return known is None or fits_mask(given, str(known))
        told = item.read(given, self._today).value
        return told is None or known is None or told == known

    def _asked(self, column: MappedColumn) -> tuple[str, Any, str]:
        return column.path, self.form.words.field(bare_path(column.path)), column.header

    # What each cell gets -----------------------------------------------------------------------

    def _place(self, row: int, column: MappedColumn) -> Place:
        if self.form.is_card:
            asked = self.form.card[column.index]
            return asked.row, asked.column
        return row, column.index

    def _answer(self, column: MappedColumn, pair: Pair) -> Answer | None:
        """What a column gives in a row, ``None`` if its cell must not be written. Rows that are
        added below the form's own are like the last of these."""
        row, record = pair
        rows = self.form.rows()
        like = min(row, rows[-1]) if rows else row
        place = self._place(like, column)
        sheet = self.form.form
        grown = like != row and place not in sheet.formulas and not sheet.is_hidden(*place)
        if not grown and not sheet.is_open(*place):
            return None
        number = self._number(row)
        if column.path == SERIAL and number is None:
            return Answer(None, Why.UNKNOWN)
        entries = sheet.lists.get(place)
        return answer(*self._asked(column), record, entries, number or 0, self._today)

    def _number(self, row: int) -> int | None:
        """Return the running number of a row, going on from those that the superior has put in;
        ``None`` where these are no plain row of numbers."""
        rows = self.form.rows()
        if self._first_number is None or not rows:
            return self._first_number
        beyond = max(row - rows[-1], 0)
        return self._first_number + self._places[row - beyond] + beyond

    @cached_property
    def _places(self) -> dict[int, int]:
        """Row of the form -> how many of its rows stand above."""
        return {row: place for place, row in enumerate(self.form.rows())}

    @cached_property
    def _first_number(self) -> int | None:
        columns = [column.index for column in self.form.columns if column.path == SERIAL]
        texts = [
            (place, text)
            for column in columns
            for place, row in enumerate(self.form.rows())
            if (text := plain_text(self.form.form.sheet.cell(row, column)))
        ]
        firsts = {int(text) - place if text.isdecimal() else None for place, text in texts}
        return firsts.pop() if len(firsts) == 1 else None if firsts else 1

    @cached_property
    def counts(self) -> dict[Place, int]:
        """What the cells of a table of counts get."""
        wanted = {column.index for column in self.form.columns if column.path == COUNTS}
        cells = self.form.counted()
        found = counts(self.form.form, cells, self.records) if cells else {}
        return {place: count for place, count in found.items() if place[1] in wanted}

    def sample(self, column: MappedColumn) -> Answer:
        """Return the first that a column gives; where nothing does, why not."""
        last = Answer(None)
        if column.path == COUNTS:
            found = sorted(place for place in self.counts if place[1] == column.index)
            last = Answer(self.counts[found[0]]) if found else last
        elif column.path:
            for pair in self.pairs[:_SAMPLED]:
                last = self._answer(column, pair) or last
                if last.write is not None:
                    break
        return last

    def fill(self, data: bytes, progress: Progress | None = None) -> Filled:
        """Write everything into the workbook ``data``.

        More records than rows make the table longer if the form allows it; what does not fit is
        counted in ``left_over``.

        Raises:
            FormRefused: nothing of it can be written.
            Cancelled: ``progress`` was cancelled.
        """
        progress = progress or Progress()
        data, pairs = self._with_room(data)
        result = Filled(b"", len(pairs), unfound=list(self.unfound))
        result.left_over = len(self.records) - len(pairs) if self._is_list else 0
        writes = self._column_writes(pairs, result, progress)
        writes |= self.counts
        result.counted = len(self.counts)
        for _, column in self.counts:
            result.by_column[column] = result.by_column.get(column, 0) + 1
        writes |= self._above_writes(result)
        result.written = len(writes)
        for one in self._moved(self.form.fixed(self._facts), pairs):
            if one.text:
                writes[one.row, one.column] = one.text
                result.fixed.append(one)
            else:
                result.empty.append(EmptyCells(one.label, Why.SENDER, (one.row + 1,)))
        progress.check()
        result.data = patch_workbook(data, {self.form.form.sheet.name: writes}).data
        progress.check()
        return result

    @property
    def _is_list(self) -> bool:
        """Whether the records given go into rows one after the other."""
        return not (self.form.is_card or self.form.named() or self.form.counted())

    def _with_room(self, data: bytes) -> tuple[bytes, list[Pair]]:
        """Make the table as long as the list, if its form can bear it."""
        last = max(self.form.rows(), default=0)
        added = sum(row > last for row, _ in self.pairs) if self._is_list else 0
        if not added:
            return data, self.pairs
        try:
            return insert_rows(data, self.form.form.sheet.name, last, added), self.pairs
        except FormRefused:
            return data, self.pairs[:-added]

    def _column_writes(
        self, pairs: Sequence[Pair], result: Filled, progress: Progress
    ) -> dict[Place, CellWrite]:
        writes: dict[Place, CellWrite] = {}
        words = Message(QT_TRANSLATE_NOOP("model", "正在填表"))
        left: dict[tuple[int, Why], list[int]] = {}
        columns = self.form.sure
        for number, pair in enumerate(pairs, 1):
            if number % _STEP == 0:
                progress.step(number, len(pairs), words)
            for column in columns:
                found = self._answer(column, pair)
                if found is None:
                    continue
                row, at = self._place(pair[0], column)
                if found.write is None:
                    left.setdefault((column.index, found.why or Why.NO_VALUE), []).append(row + 1)
                else:
                    writes[row, at] = found.write
                    result.by_column[column.index] = result.by_column.get(column.index, 0) + 1
        headers = {column.index: column.header for column in columns}
        result.empty = [
            EmptyCells(headers[index], why, tuple(rows), index)
            for (index, why), rows in sorted(left.items())
        ]
        bare = [c.index for c in columns if self.is_bare(c.path, c.header)]
        result.bare = max((result.by_column.get(index, 0) for index in bare), default=0)
        return writes

    def _above_writes(self, result: Filled) -> dict[Place, CellWrite]:
        """Fill what stands over a list where it is the same for all of its records."""
        writes: dict[Place, CellWrite] = {}
        sheet = self.form.form
        for asked in () if self.form.is_card or not self.records else self.form.card:
            place = asked.row, asked.column
            if asked.given or not sheet.is_open(*place):
                continue
            column = MappedColumn(-1, asked.label, asked.path)
            found = {
                answer(*self._asked(column), record, sheet.lists.get(place), 1, self._today)
                for record in self.records
            }
            one = found.pop() if len(found) == 1 else Answer(None, Why.DIFFERENT)
            if one.write is None:
                why = one.why or Why.NO_VALUE
                result.empty.append(EmptyCells(asked.label, why, (asked.row + 1,)))
            else:
                writes[place] = one.write
                result.bare = max(result.bare, self.is_bare(asked.path, asked.label))
        return writes

    def _moved(self, cells: Sequence[FixedCell], pairs: Sequence[Pair]) -> list[FixedCell]:
        """Return the cells where they stand once the table has grown: those below it move down."""
        last = max(self.form.rows(), default=self.form.form.sheet.height)
        added = max([row for row, _ in pairs] + [last]) - last if self._is_list else 0
        return [replace(one, row=one.row + added) if one.row > last else one for one in cells]

    def is_bare(self, path: str, header: str) -> bool:
        """Whether a cell shows in full what is masked elsewhere: a number, a phone, an address."""
        item = self.form.words.field(bare_path(path))
        if item is None or path.endswith(MASKED):
            return False
        return item.sensitive or (item.name == "residence" and asks_for_address(header))


def _first(record: Record, names: Sequence[str]) -> str:
    """Return the first value that a record has under one of several names."""
    return next((str(record[name]) for name in names if record.get(name)), "")
