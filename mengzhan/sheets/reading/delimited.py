"""Text files with a delimiter (.csv, .txt) as cells.

A cell of a text file is text or nothing: ``007`` keeps its zeros and an 18-digit number all its
digits. What people mean by ``2026/1/2`` or ``是`` is for those who read the cells.
"""

import csv
import io
import re
from collections import Counter
from itertools import islice

from mengzhan.sheets.grid import Cell
from mengzhan.sheets.reading.refusal import BookRefused

_DELIMITERS = ",\t;|，"
_LOOKED_AT = 200
_SEP_LINE = re.compile(r"\s*sep=(.)\s*(?:\r\n|\r|\n)", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")


def decoded(data: bytes) -> str:
    """Return the text: UTF-16 by its mark, else strict UTF-8, else GB18030.

    Raises:
        BookRefused: ``BOOK_ENCODING``, or ``BOOK_NOT_A_TABLE`` when it holds control characters.
    """
    try:
        text = _by_mark(data)
    except UnicodeDecodeError:
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError as reason:
            raise BookRefused("BOOK_ENCODING") from reason
    if _CONTROL.search(text):
        raise BookRefused("BOOK_NOT_A_TABLE", "control character")
    return text.removesuffix("\x1a")


def _by_mark(data: bytes) -> str:
    if data.startswith(_WIDE):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as reason:
            raise BookRefused("BOOK_ENCODING", "utf-16") from reason
    return data.decode("utf-8-sig")


def rows_of(data: bytes) -> list[list[Cell]]:
    """Return the rows of a text file; line breaks of any sort, and within quotes, are kept apart.

    Raises:
        BookRefused: ``BOOK_ENCODING``, ``BOOK_NOT_A_TABLE``, ``BOOK_QUOTES``.
    """
    text = decoded(data)
    told = _SEP_LINE.match(text)
    if told is not None:
        text = text[told.end() :]
    delimiter = told[1] if told is not None else _delimiter(text)
    return [[cell or None for cell in row] for row in _parsed(text, delimiter)]


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    # Cells of any length are parsed; too long ones are named later, with their place.
    csv.field_size_limit(max(len(text), 1))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(reader)
    except csv.Error as reason:
        raise BookRefused("BOOK_QUOTES", line=reader.line_num) from reason


def _delimiter(text: str) -> str:
    """Find the delimiter: the one by which most of the first rows have the same width."""
    start = text[: 256 * 1024]
    best, delimiter = 0, _DELIMITERS[0]
    for candidate in _DELIMITERS:
        if candidate not in start:
            continue
        reader = csv.reader(io.StringIO(start, newline=""), delimiter=candidate)
        try:
            widths = Counter(len(row) for row in islice(reader, _LOOKED_AT))
        except csv.Error:
            continue
        agreeing = max(count * min(width, 3) for width, count in widths.items() if width)
        if any(width > 1 for width in widths) and agreeing > best:
            best, delimiter = agreeing, candidate
    return delimiter
