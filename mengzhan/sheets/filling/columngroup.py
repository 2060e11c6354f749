"""Columns of a form as people see them: those that share a number, a digit each, are one."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from mengzhan.sheets.filling.answers import DIGIT
from mengzhan.sheets.filling.superform import SuperiorForm
from mengzhan.sheets.importing.mapping import MappedColumn


@dataclass(frozen=True)
class ColumnGroup:
    """One column, or several side by side that hold one digit each. ``header`` begins with the
    word that stands right over the cells."""

    columns: tuple[MappedColumn, ...]
    place: str
    header: str

    @property
    def head(self) -> MappedColumn:
        """The first column; what is decided about it is decided about all."""
        return self.columns[0]

    @property
    def is_split(self) -> bool:
        """Whether a number is spread over the columns."""
        return len(self.columns) > 1


def column_groups(form: SuperiorForm) -> Iterator[ColumnGroup]:
    """Yield all columns of a form in their order."""
    for split, columns in groupby(form.columns, _split):
        if split:
            found = tuple(columns)
            first, last = found[0], found[-1]
            over, _, digit = first.header.rpartition(" ")
            header = f"{over} {digit}–{last.header.rpartition(' ')[2]}"
            yield ColumnGroup(found, f"{form.place(first)}–{form.place(last)}", header)
        else:
            for column in columns:
                yield ColumnGroup((column,), form.place(column), _header(form, column))


def _header(form: SuperiorForm, column: MappedColumn) -> str:
    """姓名（基本信息）: what stands over several columns tells little where room is scarce."""
    parts = form.table.headers[column.index] if form.table is not None else ()
    if len(parts) < 2 or parts[-1].startswith(("（", "(")):
        return column.header
    return f"{parts[-1]}（{' '.join(parts[:-1])}）"


def _split(column: MappedColumn) -> str:
    """Return the number of which a column holds a digit."""
    path, digit, _ = column.path.partition(DIGIT)
    return path if digit else ""
