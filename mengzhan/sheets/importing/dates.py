"""Days as spreadsheets hold them: real dates, serial numbers, 1985.6, 1985年6月, 20050601."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from mengzhan.model.fieldtypes import read_date
from mengzhan.model.text import normalise_token
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.plaintext import plain_text

Precision = Literal["day", "month", "year", "unsure"]

_SERIAL_ZERO = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 7_306, 73_415
"""1920-01-01 and 2100-12-31 as a spreadsheet counts days."""

_TOO_LARGE = 100_000_000
"""No number from here on is a day, 20050601 included."""

_MONTH_FORMS = (
    re.compile(r"(?P<y>(?:19|20)\d{2})[-./年](?P<m>\d{1,2})月?"),
    re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])"),
)
_YEAR_OR_SPAN = re.compile(r"(?<!\d)(20\d{2})(?=\s*(?:年|[-—–~～至到/、]\s*20\d{2}\s*年))")
_YEAR_IN_WORDS = re.compile(r"二[〇○零O0]([〇○零一二三四五六七八九]{2})年")
_FIGURES = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_WHOLE_DAY = re.compile(
    r"(?<!\d)(20\d{2})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})(?!\d)\s*日?"
)
_FULL_YEAR = re.compile(r"((?:19|20)\d{2})[-./年]\d")
_YEAR_FORM = re.compile(r"(?P<y>(?:19|20)\d{2})年?")
_SHORT_YEAR = re.compile(r"(?P<y>\d{2})[-./年](?P<m>\d{1,2})[-./月](?P<d>\d{1,2})日?")
_WITH_TIME = re.compile(r"(.*?\d)[T日 ]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.0+)?")


@dataclass(frozen=True)
class Day:
    """A day, and how much of it the cell really says.

    ``month``: the cell names a month, the day is its first. ``unsure``: 1985.1 in a number cell
    is January or, with its last zero lost, October (9.1 the 1st or the 10th); ``day`` is ``None``.
    """

    day: date | None
    precision: Precision = "day"
    serial: bool = False


def years_named(lines: Iterable[str]) -> set[int]:
    """Return the years that titles and headers name: 2026年, 二〇二六年, both of 2025-2026年."""
    lines = [_YEAR_IN_WORDS.sub(_in_figures, line) for line in lines]
    return {int(year) for line in lines for year in _YEAR_OR_SPAN.findall(line)}


def _in_figures(year: re.Match[str]) -> str:
    return f"20{year[1].translate(_FIGURES)}年"


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return a day; ``None`` if the calendar has none such (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def filled_in_on(lines: Sequence[str]) -> date | None:
    """Return the last day that lines over a table name, if they name no year but those of days
    (填报时间：2026年7月6日): what the table tells was before it."""
    days = [day for line in lines for found in _WHOLE_DAY.finditer(line) if (day := _named(found))]
    bare = [_WHOLE_DAY.sub(lambda found: "" if _named(found) else found[0], line) for line in lines]
    return max(days) if days and not years_named(bare) else None


def _named(whole: re.Match[str]) -> date | None:
    return calendar_day(*map(int, whole.groups()))


def common_year(cells: Iterable[Cell]) -> int | None:
    """Return the one year that all full dates among ``cells`` name, if there is one."""
    years: set[int] = set()
    for cell in cells:
        if isinstance(cell, date):
            years.add(cell.year)
        elif isinstance(cell, str) and (found := _FULL_YEAR.match(normalise_token(cell))):
            years.add(int(found[1]))
    return years.pop() if len(years) == 1 else None


def read_day(cell: Cell, today: date) -> Day | None:
    """Read a cell as a day; ``None`` if it is none."""
    if isinstance(cell, datetime):
        return Day(cell.date())
    if isinstance(cell, date):
        return Day(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _from_number(float(cell), today) if abs(cell) < _TOO_LARGE else None
    return _from_text(normalise_token(plain_text(cell)), today)


def _from_number(number: float, today: date) -> Day | None:
    if not number.is_integer():
        whole, _, fraction = repr(number).partition(".")
        if not (whole + fraction).isdigit():
            return None
        if 1 <= number < 13:
            return _month_and_day(whole, fraction, today)
        if not 1900 <= int(whole) <= 2100:
            return _from_serial(number)
        if fraction == "1":
            return Day(None, "unsure")
        return _month(int(whole), int(fraction)) if len(fraction) <= 2 else None
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return _from_serial(number)
    return _from_text(str(int(number)), today)


def _month_and_day(month: str, day: str, today: date) -> Day | None:
    """9.8 in a number cell is the 8th of September; 9.1 may have been 9.10, but 2.3 not 2.30."""
    if day in ("1", "2", "3") and (month, day) != ("2", "3"):
        return Day(None, "unsure")
    found = read_date(f"{month}.{day}", today)
    return None if found is None else Day(found)


def _from_serial(number: float) -> Day | None:
    if not _FIRST_SERIAL <= number < _LAST_SERIAL + 1:
        return None
    return Day(_SERIAL_ZERO + timedelta(days=int(number)), serial=True)


def _from_text(text: str, today: date) -> Day | None:
    timed = _WITH_TIME.fullmatch(text)
    if timed:
        text = timed[1]
    for form in _MONTH_FORMS:
        found = form.fullmatch(text)
        if found:
            return _month(int(found["y"]), int(found["m"]))
    year = _YEAR_FORM.fullmatch(text)
    if year:
        return Day(date(int(year["y"]), 1, 1), "year")
    short = _SHORT_YEAR.fullmatch(text)
    if short:
        return _short(short, today)
    # A bare number of one or two digits is a day of this month in a form, but not in a ledger.
    day = None if re.fullmatch(r"\d{1,2}[日号]?", text) else read_date(text, today)
    if day is None and re.fullmatch(r"\d{5}", text):
        return _from_serial(float(text))
    return None if day is None else Day(day)


def _month(year: int, month: int) -> Day | None:
    return Day(date(year, month, 1), "month") if 1 <= month <= 12 else None


def _short(found: re.Match[str], today: date) -> Day | None:
    """Two digits of a year: of this century if that is not in the future."""
    year = 2000 + int(found["y"])
    century = 0 if year <= today.year else 100
    day = calendar_day(year - century, int(found["m"]), int(found["d"]))
    return None if day is None else Day(day)
