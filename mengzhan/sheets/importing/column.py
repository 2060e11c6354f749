"""One column on its way into records: what its cells give, where it goes, equal cells read once."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from mengzhan.model.fieldtypes import IdNumber, Phone
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.contactdays import Heading
from mengzhan.sheets.importing.contactreader import ContactReader
from mengzhan.sheets.importing.contacts import OF_CONTACT, contact_kind
from mengzhan.sheets.importing.headers import SECTION, TICK, WAGE, HeaderWords
from mengzhan.sheets.importing.mapping import MappedColumn
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
_LONGEST_DITTO = 4
_TELLS_ALL = re.compile(r"[访踪](?:情况|内容|记录|结果)?$")
"""Above words of a contact, this says nothing of them."""

_BY_WHOM = re.compile(r"人员?$|人姓名$")
_MOST_KEPT = 2_000
"""How many different cells of a column are remembered; one with more hardly repeats itself."""


class Repair(NamedTuple):
    """What was put right in a column, and in which rows. ``after`` is what people are shown."""

    column: int
    sort: RepairSort
    before: str
    after: str

    def __repr__(self) -> str:
        """Without the words of the cell, which may be a person's."""
        return f"Repair(column={self.column}, sort={self.sort!r})"


SAID: dict[RepairSort, int] = {"month": 7, "year": 4}
"""How many characters of a day a cell says that names no day."""


@dataclass(slots=True)
class Outcome:
    """What a cell gives, and what was put right in it.

    ``is_plain``: it gives one whole value and nothing else.
    """

    read: CellRead
    repair: Repair | None
    is_plain: bool = field(init=False)

    def __post_init__(self) -> None:
        read = self.read
        told = read.problems or read.more or read.rest or read.others or read.repair in SAID
        self.is_plain = read.value is not None and not told


def is_ditto(text: str) -> bool:
    """Whether a cell says 同上: that of the row above."""
    return len(text) <= _LONGEST_DITTO and text.strip() in _DITTO


class Intake:
    """One column. ``name`` is the field of the record, ``inner`` that of the one referred to, or of
    the ``contact`` (its kind) that is called so.

    ``alone``: nothing else goes into that field of the record. ``known``: what texts and days gave
    that were read before, 同上 never among them. Of a contact, ``label`` is what stands before words
    without a field of their own, empty if its header says nothing of them; ``says_how``: the column
    says how or by whom it was made, which alone makes no contact.
    """

    def __init__(
        self, column: MappedColumn, words: HeaderWords, today: date, near: str, heading: Heading
    ) -> None:
        self.column = column
        self.index = column.index
        self.alone = False
        path, _, code = column.path.partition(TICK)
        self.name, _, self.inner = path.partition(".")
        self.contact = contact_kind(self.name)
        self.heading = heading
        # 同上 among the words of a contact is often that of the contact before, in another column
        self.repeats_above = not self.contact or self.inner in OF_CONTACT
        lowest = column.header.rpartition(" ")[2]
        self.label = "" if _TELLS_ALL.search(lowest) else lowest
        self.says_how = self.inner in OF_CONTACT or _BY_WHOM.search(lowest) is not None
        self.field = words.field(path)
        self._read = self._reader(code, today, near)
        self._repeats = self.field is None or not isinstance(self.field.type, IdNumber | Phone)
        self.known: dict[Cell | tuple[type, Cell], Outcome] = {}

    def _reader(self, code: str, today: date, near: str) -> Callable[[Cell], CellRead]:
        if self.column.path == WAGE:
            return read_wage_cell
        if self.field is None:
            raise ValueError(f"no field takes {self.column.path}")
        if self.index == SECTION and self.column.path == "employer.name":
            return read_section_name
        if code:
            return TickReader(self.field, code)
        cells = CellReader(self.field, today, near, self.heading.year, self.column.form)
        if self.contact and self.inner == "day":
            return ContactReader(cells, self.heading, today)
        return cells

    def outcome(self, cell: Cell) -> Outcome:
        """Return what a cell gives."""
        if not self._repeats:
            return self._make(cell)
        key = cell if isinstance(cell, (str, date)) else (type(cell), cell)
        found = self.known.get(key)
        if found is None:
            found = self._make(cell)
            if len(self.known) < _MOST_KEPT and not (isinstance(cell, str) and is_ditto(cell)):
                self.known[key] = found
        return found

    def _make(self, cell: Cell) -> Outcome:
        read = self._read(cell)
        repair = None
        if read.repair:
            after = read.shown or (self.field.type.show(read.value) if self.field else "")
            repair = Repair(self.index, read.repair, plain_text(cell), after)
        return Outcome(read, repair)
