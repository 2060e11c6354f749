"""Rows of a rule table out of a file: CSV, or any workbook's first sheet."""

import csv
import io
from pathlib import Path

from mengzhan.sheets.plaintext import plain_text
from mengzhan.sheets.reading.opening import open_book


def read_table_file(path: Path) -> str:
    """Return the first sheet of a file as CSV, for `rules.tables` to read.

    Raises:
        BookRefused: the file is not read.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in open_book(path).sheets[0].rows:
        cells = [plain_text(cell) for cell in row]
        if any(cells):
            writer.writerow(cells)
    return out.getvalue()
