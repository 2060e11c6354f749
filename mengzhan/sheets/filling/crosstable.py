"""Tables of counts: a row names a group, columns a state and a sex, a cell counts the people.

A cell is filled only if every word over and beside it means exactly one thing; anything else is
left to a person. Totals are left to the form's own formulas.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mengzhan.model.codes import code_table
from mengzhan.model.fieldtypes import Choice, Choices
from mengzhan.model.kind import Kind
from mengzhan.sheets.filling.sheetform import FormSheet
from mengzhan.sheets.importing.headers import plain
from mengzhan.sheets.importing.table import Table
from mengzhan.sheets.plaintext import plain_text

Record = Mapping[str, Any]

_LEAST = 3
_COUNTS = re.compile(r"(?:登记)?人数|总数|数量|人$")
_EMPLOYED = re.compile(r"^(?:其中)?(?:已|实现)?就业(?:人数)?$|^已就业")
_SEEKING = re.compile(r"^(?:登记)?(?:求职|要求就业|未就业|失业)(?:登记)?(?:人数)?$|^登记求职")
_UNCERTAIN = {"其他", "其它", "无", "合计", "总计", "小计"}
_FIRST_ONLY = re.compile(r"只按.{0,12}(?:前|一类|首)|不重复(?:统计|计)|按.{0,4}优先")
_SEX = {"男": "1", "男性": "1", "女": "2", "女性": "2"}


@dataclass(frozen=True)
class Condition:
    """One thing that a counted record has to be: a field holds one of some codes."""

    field: str
    codes: frozenset[str]

    def holds(self, record: Record) -> bool:
        """Whether a record is so."""
        value = record.get(self.field)
        held = value if isinstance(value, list) else [value]
        return any(str(one) in self.codes for one in held)


@dataclass(frozen=True)
class CountCell:
    """A cell and what it counts."""

    row: int
    column: int
    conditions: tuple[Condition, ...]


def count_cells(form: FormSheet, table: Table, kind: Kind) -> Iterator[CountCell]:
    """Yield the cells of a cross table whose meaning is certain."""
    rows = {
        row: condition
        for row in range(table.header_bottom + 1, form.sheet.height)
        if (condition := _of_row(plain_text(form.sheet.cell(row, 0)), kind))
    }
    if len(rows) < _LEAST:
        return
    for column in range(1, len(table.headers)):
        conditions = _of_column(table.headers[column])
        if conditions is None:
            continue
        for row, condition in rows.items():
            if form.is_open(row, column):
                yield CountCell(row, column, (condition, *conditions))


def counts(
    form: FormSheet, cells: Sequence[CountCell], records: Sequence[Record]
) -> dict[tuple[int, int], int]:
    """Count the records that each cell speaks of.

    A form may say that a person of several groups counts only in the first of them.
    """
    first_only = any(_FIRST_ONLY.search(plain_text(c)) for row in form.sheet.rows for c in row)
    groups = {cell.row: cell.conditions[0] for cell in cells}
    found: dict[tuple[int, int], int] = {}
    for cell in cells:
        above = [group for row, group in groups.items() if row < cell.row and first_only]
        found[cell.row, cell.column] = sum(
            all(one.holds(record) for one in cell.conditions)
            and not any(group.holds(record) for group in above)
            for record in records
        )
    return found


def _of_row(text: str, kind: Kind) -> Condition | None:
    """A row names one code of a field that holds several (重点群体); 其他 names nothing certain."""
    for item in kind:
        if isinstance(item.type, Choices) and text and plain(text) not in _UNCERTAIN:
            code = item.type.lookup.find(plain(text))
            if code is not None:
                return Condition(item.name, _with_parts(item.type, code))
    return None


def _with_parts(kind: Choice | Choices, code: str) -> frozenset[str]:
    """A code and all below it: 高校毕业生 counts those of two years without work as well."""
    source = kind.source
    table = code_table(source) if isinstance(source, str) else source
    found = {code}
    for child in table.children(code):
        found |= {child.code, *(one.code for one in table.children(child.code))}
    return frozenset(found)


def _of_column(parts: Sequence[str]) -> tuple[Condition, ...] | None:
    """What the words over a column mean together; ``None`` if one of them is not certain."""
    found: list[Condition] = []
    statuses = code_table("employment_status")
    for part in map(plain, parts):
        if part in _SEX:
            found.append(Condition("sex", frozenset({_SEX[part]})))
        elif _EMPLOYED.match(part):
            codes = frozenset(code.code for code in statuses if code.flag("is_employed"))
            found.append(Condition("employment_status", codes))
        elif _SEEKING.match(part):
            codes = frozenset(code.code for code in statuses if code.flag("wants_work"))
            found.append(Condition("employment_status", codes))
        elif not _COUNTS.fullmatch(part):
            return None
    return tuple(found) or None
