"""A superior's blank form: what it asks for, and how sure that is. ``filledform`` fills it.

``SuperiorForm`` finds the table, the people it names, and the cells for who fills it in. A form
about one person has no table: there a label takes the place of a header.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from mengzhan.model.idnumber import clean_id, is_masked
from mengzhan.model.kind import Catalogue, Kind
from mengzhan.model.personname import clean_name
from mengzhan.sheets.filling.answers import COUNTS, DIGIT, accepts, fillable
from mengzhan.sheets.filling.askedcolumns import asked_columns
from mengzhan.sheets.filling.cardform import Asked, asked_cells, label_path
from mengzhan.sheets.filling.crosstable import CountCell, count_cells
from mengzhan.sheets.filling.fixedcells import FixedCell, fixed_cells
from mengzhan.sheets.filling.refusal import FormRefused
from mengzhan.sheets.filling.sheetform import FormSheet
from mengzhan.sheets.grid import Sheet, cell_name, column_letters
from mengzhan.sheets.importing.headers import SERIAL, HeaderWords
from mengzhan.sheets.importing.mapping import MappedColumn
from mengzhan.sheets.importing.memory import column_called, headers_of
from mengzhan.sheets.importing.table import Table, find_table
from mengzhan.sheets.plaintext import plain_text

_LEAST_LABELS = 2
_TWICE, _LEAST_KNOWN = 0.5, 3
_EXAMPLE = re.compile(r"^(?:示例|样例|例|填写示例|范例)")
NAMES = ("name", "person.name", "employer.name")
NUMBERS = ("id_number", "person.id_number", "credit_code")

Standing = Literal["open", "formula", "given"]
"""Of a column: some cell may be written; the form calculates it; the superior has filled it."""


class SuperiorForm:
    """One form and what it asks for, as a kind of record.

    ``columns`` are those of its table, or the labels of a form about one person.
    """

    def __init__(
        self, sheets: Sequence[FormSheet], catalogue: Catalogue, kind: Kind, sheet: str = ""
    ) -> None:
        """``sheet`` names the one to fill; without it the one whose header fits best is.

        Raises:
            FormRefused: there is no sheet of that name.
        """
        self.kind = kind
        self.words = HeaderWords(kind, catalogue)
        self.form, self.table = self._find(sheets, sheet)
        self.columns: tuple[MappedColumn, ...] = ()
        self.card: list[Asked] = []
        self._rows: list[int] | None = None
        self._counted: list[CountCell] | None = None
        if self.table is not None:
            self.columns = asked_columns(self.table, self.words)
        if self.table is None or self._is_card(self.table):
            self._take_card()
        else:
            self._take_table(self.table)

    def _take_card(self) -> None:
        """A label that comes twice may ask about somebody else the second time: 父亲 电话."""
        self.table, self._rows = None, []
        known = asked_cells(self.form, self.words)
        is_worth_more = len(known) >= _LEAST_KNOWN
        self.card = asked_cells(self.form, self.words, unknown=True) if is_worth_more else known
        times = Counter(asked.path for asked in self.card if asked.path and not asked.given)
        sureness = {"": 0.0} | {path: _TWICE for path, count in times.items() if count > 1}
        self.columns = tuple(
            MappedColumn(n, asked.label, asked.path, sureness.get(asked.path, 1.0), "word")
            for n, asked in enumerate(self.card)
        )

    def _take_table(self, table: Table) -> None:
        """Leave out columns that merges hide. Columns of a table of counts hold no facts."""
        above = asked_cells(self.form, self.words, table.header_top)
        self.card = [one for one in above if "." in one.path]
        rows = self.rows()
        if rows:
            self.columns = tuple(
                column
                for column in self.columns
                if not all(self.form.is_hidden(row, column.index) for row in rows)
            )
        elif counted := {cell.column for cell in self.counted()}:
            self.columns = tuple(
                MappedColumn(n, header, COUNTS, 1.0, "word", ((COUNTS, 1.0),))
                if n in counted
                else MappedColumn(n, header)
                for n, header in enumerate(headers_of(table))
                if n and header
            )

    def _find(self, sheets: Sequence[FormSheet], sheet: str) -> tuple[FormSheet, Table | None]:
        forms = [one for one in sheets if not sheet or one.sheet.name == sheet]
        if not forms:
            raise FormRefused("no_sheet", sheet=sheet)
        best: tuple[FormSheet, Table | None] = (forms[0], None)
        for one in forms:
            table = self._table_of(one.sheet)
            if table is not None and (best[1] is None or table.score > best[1].score):
                best = (one, table)
        return best

    def _table_of(self, sheet: Sheet) -> Table | None:
        """Find the table. A line about all of it (用人单位: …) right over its header is no part of
        the header: nothing in it is merged, and without it as much is known."""
        table = find_table(sheet, self.words)
        while table is not None and table.header_bottom > table.header_top:
            top = table.header_top
            if any(span.top <= top <= span.bottom for span in sheet.merged):
                break
            rows = [[] if row == top else cells for row, cells in enumerate(sheet.rows)]
            shorter = find_table(replace(sheet, rows=rows), self.words)
            if shorter is None or shorter.score < table.score:
                break
            table = replace(shorter, sheet=sheet)
        return table

    def _is_card(self, table: Table) -> bool:
        """Whether the rows below the header are labels again: a form about one person.

        Words in the cells of a ledger (电话 as a way to ask, 企业 as a sort of employer) may look
        like labels, but come again and again. One label is enough where room is left beside each
        word of the header.
        """
        labels = [
            path
            for row in self.rows()
            for cell in self.form.sheet.rows[row]
            if (path := label_path(plain_text(cell), self.words))
        ]
        headed = [column for column, parts in enumerate(table.headers) if parts]
        roomy = sum(column + 1 not in headed for column in headed) * 2 > len(headed)
        least = 1 if roomy else _LEAST_LABELS
        return len(set(labels)) >= least and len(set(labels)) * 2 > len(labels)

    # What the form asks for --------------------------------------------------------------------

    @property
    def is_card(self) -> bool:
        """Whether the form is about one person or employer, and has no table."""
        return self.table is None

    @property
    def headers(self) -> tuple[str, ...]:
        """The words over each column, or the labels: what a form is known by."""
        if self.table is None:
            return tuple(asked.label for asked in self.card)
        return tuple(headers_of(self.table))

    def meaning(self, header: str) -> str:
        """Return what a header means, an empty text if nothing does."""
        scores = self.words.scores(header)
        return max(scores, key=lambda path: scores[path], default="")

    @property
    def sure(self) -> list[MappedColumn]:
        """The columns that are filled."""
        return [column for column in self.columns if column.path and column.is_sure]

    @property
    def unsure(self) -> list[MappedColumn]:
        """The columns for which somebody should be asked."""
        return [
            column
            for column in self.columns
            if column.path and not column.is_sure and self.standing(column) == "open"
        ]

    def accepts(self, path: str) -> bool:
        """Whether a column can be filled with ``path``; an empty one leaves it empty."""
        return path in self.choices() if self.counted() else accepts(path, self.words)

    def choices(self) -> list[str]:
        """Return everything that a column can be picked to hold."""
        return ["", *([COUNTS] if self.counted() else fillable(self.words))]

    def choose(self, index: int, path: str) -> None:
        """Take a column for ``path``; empty means that it stays empty."""
        self._put(index, MappedColumn(index, "", path, 1.0, "chosen"))

    def recall(self, index: int, path: str, *, sure: bool = True) -> None:
        """Take a column for what was decided before; without ``sure`` it is asked about."""
        if self.accepts(path):
            self._put(index, MappedColumn(index, "", path, 1.0 if sure else 0.5, "memory"))

    def _put(self, index: int, found: MappedColumn) -> None:
        self._rows = None
        self.columns = tuple(
            replace(found, header=column.header, others=column.others)
            if column.index == index
            else column
            for column in self.columns
        )

    def column_called(self, name: str) -> int | None:
        """Return the column with this letter (a label: the cell beside it) or header."""
        by_place = {self.place(column): column.index for column in self.columns}
        found = by_place.get(name.upper()) if self.is_card else None
        return column_called(self.columns, name) if found is None else found

    def place(self, column: MappedColumn) -> str:
        """Return the letters of a column; for a label the name of the cell beside it."""
        if self.table is not None:
            return column_letters(column.index)
        asked = self.card[column.index]
        return cell_name(asked.row, asked.column)

    def standing(self, column: MappedColumn) -> Standing:
        """Return whether a column has cells to write; one of a table without rows has."""
        if self.table is None:
            asked = self.card[column.index]
            places = [(asked.row, asked.column)]
        else:
            rows = self.rows() or sorted({cell.row for cell in self.counted()})
            places = [(row, column.index) for row in rows]
        if not places or any(self.form.is_open(*place) for place in places):
            return "open"
        return "formula" if places[-1] in self.form.formulas else "given"

    def rows(self) -> list[int]:
        """The rows of the table that may be filled, in order: framed, and no note or total."""
        if self._rows is None:
            self._rows = [] if self.table is None else self._find_rows(self.table)
        return self._rows

    def _find_rows(self, table: Table) -> list[int]:
        apart = {line.row for line in table.skipped if line.why != "blank"}
        found: list[int] = []
        for row in range(table.header_bottom + 1, self.form.sheet.height):
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
        """Return row -> (name, ID number) of those whom the superior has put into the form.

        A number with a mask in it counts as none.
        """
        names = [column.index for column in self.columns if column.path in NAMES]
        numbers = [column.index for column in self.columns if column.path in NUMBERS]
        found: dict[int, tuple[str, ...]] = {}
        if self.table is None:
            first = [[self.card[index] for index in which[:1]] for which in (names, numbers)]
            rows = [asked.row for which in first for asked in which]
            texts = tuple("".join(asked.given for asked in which) for which in first)
            found = {rows[0]: texts} if rows else {}
        split = [column.index for column in self.columns if DIGIT in column.path]
        for row in self.rows():
            name, number = (
                next((t for c in which if (t := self._text(row, c))), "")
                for which in (names, numbers)
            )
            found[row] = name, number or "".join(self._text(row, c) for c in split)
        return {
            row: (clean_name(name), "" if is_masked(number) else clean_id(number))
            for row, (name, number) in found.items()
            if name or number
        }

    def _text(self, row: int, column: int) -> str:
        return plain_text(self.form.sheet.cell(row, column))

    def counted(self) -> list[CountCell]:
        """The cells of a table of counts; a list of records has none."""
        if self._counted is None:
            table = None if self.rows() else self.table
            self._counted = [] if table is None else list(count_cells(self.form, table, self.kind))
        return self._counted

    def owner(self) -> str:
        """The employer whose name the superior has put over a list, or an empty text."""
        given = {asked.path: asked.given for asked in self.card if asked.given}
        return given.get("employer.name", "") if self.table is not None else ""

    def fixed(self, facts: Mapping[str, str]) -> list[FixedCell]:
        """Return the places for facts of the sender; of those not in ``facts`` the text is
        empty."""
        return list(fixed_cells(self.form, facts, self._span(), self.kind))

    @property
    def asks_sender(self) -> bool:
        """Whether there is a place for who fills the form in, or when."""
        return bool(self.fixed({}))

    def _span(self) -> range | None:
        if self.table is None:
            return None
        return range(self.table.header_top, max([self.table.header_bottom, *self.rows()]) + 1)
