"""Rows of a rule table out of a file: CSV, or any workbook's first sheet."""

import csv
import io
from pathlib import Path

from mengzhan.model.resources import Rows
from mengzhan.rules.tables import ColumnsDiffer, read_rows
from mengzhan.rules.workdays import as_table, read_days
from mengzhan.sheets.plaintext import plain_text
from mengzhan.sheets.reading.opening import open_book


def read_table_file(table: str, path: Path) -> Rows:
    """Return the rows of a table. Holidays may also be a plain list: the day, and 放假 or 上班.

    Raises:
        BookRefused: the file is not read.
        NoDays: the list holds no day.
        UserError: as `rules.tables.read_rows` says.
    """
    lines = [[plain_text(cell) for cell in row] for row in open_book(path).sheets[0].rows]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(line for line in lines if any(line))
    try:
        return read_rows(table, out.getvalue())
    except ColumnsDiffer:
        if table != "calendar":
            raise
        return read_rows(table, as_table(read_days(lines)))
