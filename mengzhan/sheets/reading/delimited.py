"""Text files with a delimiter (.csv, .txt) as cells.

A cell of a text file is text or nothing: ``007`` keeps its zeros and an 18-digit number all its
digits. What people mean by ``2026/1/2`` or ``是`` is for those who read the cells.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from mengzhan.sheets.reading.refusal import BookRefused

_DELIMITERS = ",\t;|，"
_LOOKED_AT = 200
_START_BYTES = 256 * 1024
_LONGEST_CELL = 1_000_000
_SEP_LINE = re.compile(r"\s*sep=(.)\s*", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")
_END_MARK = b"\x1a"


def encoding_of(data: bytes) -> str:
    """Return the encoding: UTF-16 by its mark, else strict UTF-8, else GB18030.

    Raises:
        BookRefused: ``BOOK_ENCODING``, or ``BOOK_NOT_A_TABLE`` when it holds control characters.
    """
    for encoding in ("utf-16",) if data.startswith(_WIDE) else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text):
            raise BookRefused("BOOK_NOT_A_TABLE", "control character")
        return encoding
    raise BookRefused("BOOK_ENCODING")


def rows_of(data: bytes) -> Iterator[list[str]]:
    """Yield the rows of a text file; line breaks of any sort, and within quotes, are kept apart.

    Raises:
        BookRefused: ``BOOK_ENCODING``, ``BOOK_NOT_A_TABLE``, ``BOOK_QUOTES``, ``BOOK_LONG_LINE``.
    """
    data = data.removesuffix(_END_MARK)  # what DOS editors leave behind
    encoding = encoding_of(data)
    start = data[:_START_BYTES].decode(encoding, "ignore")
    told = _SEP_LINE.fullmatch(start.partition("\n")[0])
    lines = io.TextIOWrapper(io.BytesIO(data), encoding, newline="")
    if told is not None:
        lines.readline()
    return _parsed(lines, told[1] if told is not None else _delimiter(start))


def _parsed(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as reason:
        line = reader.line_num
        if "field limit" in str(reason):
            raise BookRefused("BOOK_LONG_LINE", line=line, most=_LONGEST_CELL) from reason
        raise BookRefused("BOOK_QUOTES", line=line) from reason


def _delimiter(start: str) -> str:
    """Find the delimiter: the one by which most of the first rows have the same width."""
    best, delimiter = 0, _DELIMITERS[0]
    for candidate in _DELIMITERS:
        if candidate not in start:
            continue
        reader = csv.reader(io.StringIO(start, newline=""), delimiter=candidate)
        try:
            widths = Counter(len(row) for row in islice(reader, _LOOKED_AT))
        except csv.Error:
            continue
        agreeing = max((count for width, count in widths.items() if width > 1), default=0)
        if agreeing > best:
            best, delimiter = agreeing, candidate
    return delimiter
