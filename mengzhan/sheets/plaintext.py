"""A cell as the text that a person would have typed."""

from datetime import date, datetime, time

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
    if isinstance(cell, str):
        return cell.replace("\r\n", "\n").replace("\r", "\n").strip()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, datetime):
        return (
            cell.date().isoformat() if cell.time() == time.min else cell.isoformat(" ", "minutes")
        )
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    return str(cell)


def _number(number: float) -> str:
    """Write a number with its fifteen digits; those that follow are not what anybody typed."""
    if not number.is_integer() or abs(number) >= _IN_FULL:
        return repr(number)
    if abs(number) < EXACT_FLOAT:
        return str(int(number))
    digits, _, exponent = f"{number:.14e}".replace(".", "").partition("e")
    sign = "-" if number < 0 else ""
    return sign + digits.removeprefix("-").ljust(int(exponent) + 1, "0")
