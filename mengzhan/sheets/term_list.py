"""A list of Mongolian terms out of a file: CSV, or any workbook's first sheet."""

from pathlib import Path

from mengzhan.rules.mongolian import TermList, read_terms
from mengzhan.sheets.plaintext import plain_text
from mengzhan.sheets.reading.opening import open_book


def read_term_file(path: Path) -> TermList:
    """Return the terms of a file with the columns Chinese, Mongolian, reviewed.

    Raises:
        BookRefused: the file is not read.
        NoTerms: it holds none.
    """
    rows = open_book(path).sheets[0].rows
    return read_terms([plain_text(cell) for cell in row] for row in rows)
