"""Holidays and make-up workdays out of a file: CSV, or any workbook's first sheet."""

from datetime import date
from pathlib import Path

from mengzhan.rules.workdays import read_days
from mengzhan.sheets.plaintext import plain_text
from mengzhan.sheets.reading.opening import open_book


def read_holiday_file(path: Path) -> dict[date, bool]:
    """Return the days of a file and whether they are worked.

    Raises:
        BookRefused: the file is not read.
        NoDays: it holds none.
    """
    rows = open_book(path).sheets[0].rows
    return read_days([plain_text(cell) for cell in row] for row in rows)
