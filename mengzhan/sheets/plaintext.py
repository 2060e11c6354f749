"""A cell as the text that a person would have typed."""

from datetime import date, datetime, time, timedelta

from mengzhan.sheets.grid import Cell

EXACT_FLOAT = 10**15
"""From here on a spreadsheet's number no longer holds every digit (15 significant ones)."""


_IN_FULL = 1e20
"""Below this a number is written with all its digits, from here on with an exponent."""


def plain_text(cell: Cell) -> str:
    """Return the text of a cell: whole numbers without ``.0``, days as ``YYYY-MM-DD``.

    A number that is too long for a spreadsheet to hold exactly is written in full, with the zeros
    that stand for the lost digits.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _IN_FULL else repr(cell)
    if isinstance(cell, datetime):
        return (
            cell.date().isoformat() if cell.time() == time.min else cell.isoformat(" ", "minutes")
        )
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell).replace("\r\n", "\n").replace("\r", "\n").strip()
