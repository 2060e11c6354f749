"""Wages by the month, so that they can be held against a monthly wish; or why they cannot.

One rule for all: a month has 21.75 paid days of eight hours (劳社部发〔2008〕3号), a year twelve
months. Piece work, pay by agreement and day labour have no monthly sum that anybody could promise.
"""

from dataclasses import dataclass
from fractions import Fraction

from mengzhan.model.entry import Values
from mengzhan.rules.wage import DAY, HOUR, HOURS_A_MONTH, MONTH, OPEN, PAID_DAYS, PIECE, YEAR

_PER_MONTH = {
    MONTH: Fraction(1),
    DAY: PAID_DAYS,
    HOUR: Fraction(HOURS_A_MONTH),
    YEAR: Fraction(1, 12),
}
_CASUAL = "3"
"""The code of ``vacancy_term`` for day labour."""


@dataclass(frozen=True)
class Pay:
    """What a vacancy pays, in fen (分) per ``unit``, and the same by the month.

    ``unlike`` is the code of the claim that says why the month's sum is not known; then ``low``
    and ``high`` are ``None``, as ``low`` is where only an upper limit was given.
    """

    unit: str
    lowest: int
    highest: int
    low: int | None = None
    high: int | None = None
    unlike: str = ""


def pay_of(vacancy: Values) -> Pay:
    """Read what a vacancy pays."""
    unit = str(vacancy.get("wage_unit") or "")
    lowest, highest = _amount(vacancy.get("wage_min")), _amount(vacancy.get("wage_max"))
    highest = highest or lowest
    unlike = _unlike(unit, vacancy.get("term"), highest)
    if unlike:
        return Pay(unit, lowest, highest, unlike=unlike)
    low = monthly(lowest, unit) if lowest else None
    return Pay(unit, lowest, highest, low, monthly(highest, unit))


def _amount(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def _unlike(unit: str, term: object, highest: int) -> str:
    if unit == PIECE:
        return "wage_piece"
    if unit == OPEN:
        return "wage_open"
    if unit not in _PER_MONTH or not highest:
        return "wage_not_stated"
    if term == _CASUAL and unit in (DAY, HOUR):
        return "wage_casual"
    return ""


def monthly(amount: int, unit: str) -> int:
    """Return what an amount of fen per ``unit`` makes in a month, whole fen."""
    return int(amount * _PER_MONTH[unit])
