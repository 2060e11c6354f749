"""Wages as advertisements and ledgers write them: 3000-4000元/月, 200元/天, 4千到6千, 面议."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from mengzhan.model.text import normalise_token

MONTH, DAY, HOUR, PIECE, YEAR, OPEN = "1", "2", "3", "4", "5", "9"
"""Codes of the table ``wage_unit``."""

PAID_DAYS = Fraction(87, 4)
"""Paid days of a month: 21.75 (劳社部发〔2008〕3号)."""

HOURS_A_DAY = 8
HOURS_A_MONTH = int(PAID_DAYS * HOURS_A_DAY)
"""Hours of full-time work: a day's, and the 174 of a month."""

_AMOUNT = r"(?<![\d.])(\d{1,7}(?:\.\d{1,4})?)(?![\d.年])(万|千|k|w)?"
_EACH = r"(?:元?(?:[/每一](?:小时|时|天|日|件|年|月))|元)?"
_RANGE = re.compile(
    rf"{_AMOUNT}{_EACH}(?:[-~～—–－至到]+{_AMOUNT}{_EACH})?", re.ASCII | re.IGNORECASE
)
_HOURS_OF_WORK = re.compile(
    r"(?:[每一](?:天|日)(?:工作)?)?(?<![/每元一\d.])\d{1,2}(?:\.\d)?个?(?:小时|h)(?:工作)?制?",
    re.IGNORECASE,
)
"""How long a day's work is (8小时), which is neither an amount nor a unit."""

_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_TIMES = {"万": 10_000, "w": 10_000, "千": 1000, "k": 1000, "": 1}
_UNITS = (
    (HOUR, re.compile(r"小时|时薪|钟点|/时|/h", re.IGNORECASE)),
    (DAY, re.compile(r"[/每一](?:天|日)|天$|日结|日薪|日工资|一天|元天")),
    (PIECE, re.compile(r"计件|/件|每件|元件|按件")),
    (YEAR, re.compile(r"[/每一]年|年薪|元年")),
    (MONTH, re.compile(r"[/每一]月|月薪|月工资|元月|包月")),
)
_OPEN = re.compile(r"面议|面谈|电议|未载|协商")
_AT_LEAST = re.compile(r"以上|起|\+|保底|底薪")
_AT_MOST = re.compile(r"以内|以下|最高|封顶")
_MONTHLY_FROM = 100_000
"""An amount without a unit is a monthly one from 1,000 yuan on (in 分)."""


@dataclass(frozen=True)
class Wage:
    """An amount or range in 分, and the code of its unit; ``rest`` is what was not understood."""

    low: int | None
    high: int | None
    unit: str | None
    rest: str = ""


def read_wage(text: str) -> Wage | None:
    """Read a wage; ``None`` if nothing in the text is one.

    A range with one factor (4-6千) gives it to both ends. Without a unit, amounts from 1,000 yuan
    on are monthly; smaller ones have no unit, because they may be a day's or an hour's.
    """
    whole = _THOUSANDS.sub("", normalise_token(text))
    plain = _HOURS_OF_WORK.sub("", whole)
    wage = _read(plain) if plain else None
    if wage is None or plain == whole:
        return wage
    hours = "、".join(_HOURS_OF_WORK.findall(whole))
    return replace(wage, rest="；".join(filter(None, (wage.rest, hours))))


def _read(plain: str) -> Wage | None:
    unit = next((code for code, pattern in _UNITS if pattern.search(plain)), None)
    found = _RANGE.search(plain)
    if found is None:
        if _OPEN.search(plain):
            return Wage(None, None, OPEN, _remark(plain, _OPEN))
        return Wage(None, None, unit, plain) if unit == PIECE else None
    low, high = _amounts(found)
    if high is None and _AT_MOST.search(plain):
        low, high = None, low
    elif high is None and not _AT_LEAST.search(plain):
        high = low
    if unit is None and max(low or 0, high or 0) >= _MONTHLY_FROM:
        unit = MONTH
    rest = plain[: found.start()] + plain[found.end() :]
    return Wage(low, high, unit, _leftover(rest))


def _amounts(found: re.Match[str]) -> tuple[int | None, int | None]:
    first, first_factor, second, second_factor = found.groups(default="")
    if second and not first_factor and second_factor and float(first) < _TIMES["千"]:
        first_factor = second_factor
    low = _cents(first, first_factor)
    return low, (_cents(second, second_factor) if second else None)


def _cents(amount: str, factor: str) -> int:
    whole, _, fraction = amount.partition(".")
    return int(whole + fraction.ljust(4, "0")[:4]) * _TIMES[factor.lower()] // 100


def _remark(plain: str, known: re.Pattern[str]) -> str:
    return _leftover(known.sub("", plain))


def _leftover(rest: str) -> str:
    """What remains once unit and signs are gone."""
    for word in ("元", "/", "每", "人", "月薪", "工资", "薪资", "待遇", "以上", "起", "左右", "约"):
        rest = rest.replace(word, "")
    for _, pattern in _UNITS:
        rest = pattern.sub("", rest)
    return rest.strip("-~，,。;；:：()（）月天日时年")
