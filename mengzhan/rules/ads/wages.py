"""Pay in an advertisement: sums with a reason to be pay (`mengzhan.rules.ads.sums`), rows of sums, and 面议.

What the words that belong to a sum mean is read by `mengzhan.rules.wage.read_wage`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mengzhan.rules.ads.adtext import AdText, Span
from mengzhan.rules.ads.amounts import AMOUNT, in_yuan, written
from mengzhan.rules.ads.sums import WITHIN, Sum, of_part_of_day, usual_unit
from mengzhan.rules.wage import DAY, HOUR, PIECE, Wage, read_wage

_PAY_WORDS = "工资|薪资|薪酬|待遇|价格|工钱|报酬|月薪"
_ROW = re.compile(
    r"(?:[每一]?个?(?P<unit>[月日天]|小时)的?)?(?:工资|薪资?|待遇|工价|工钱|分别|依次)[^\d\n]{0,5}?"
    r"(?P<sums>\d{3,5}(?:[元块]?(?: ?[/、,] ?| )\d{3,5})+)(?!\d|[-~—至到岁])"
    r"[元块]?(?:[/每一](?P<after>[月天日]|小时))?"
)
_TWO_SUMS = re.compile(r"(?<!\d)(?P<sums>[1-9]\d{3}[和跟][1-9]\d{3})(?![\d元年号])")
_THREE_SUMS = re.compile(r"(?<![\d/])(?P<sums>[1-9]\d{3}(?:/[1-9]\d{3}){2,})(?![\d/])")
_OPEN = re.compile(
    rf"(?:(?:{_PAY_WORDS})[^,;。\n\0]{{0,4}})?(?:面议|电议)"
    rf"|(?:{_PAY_WORDS})[^,;。\n\0]{{0,5}}(?:谈|商量|协商|好说|聊|唠|再说|面定)"
)
_BY_PIECE = re.compile(r"计件(?:工资|制|为主|结算)?|按件(?:计酬|算钱|结算)?")
_BETTER = re.compile(
    "^ *(?:会[^的]{1,6}|有经验|有证|技术好|手艺好|活好|能干)的?(?:可以|[给能可拿开]){0,2}$"
)
"""Who earns more, between the one sum and the other: 3300 会抛光打蜡的给4500."""

_COMMON_UNITS = (
    (DAY, re.compile("日结|天天(?:结|给钱)|按天|论天|当天结|日工|日清|干完就结")),
    (HOUR, re.compile("小时工|钟点工|按小时")),
    (PIECE, re.compile("计件|按件")),
)
_PEOPLE = re.compile(r"\d[人名个位]")
_TRIAL = re.compile("试用|学徒期")
_HOURS = re.compile(r"(?:小时|钟头|点半?|个点)[^\d,;。]{0,2}[,;。 ]*$")
_FAR_APART = 3
"""One is not paid so many times as much as another for the same work."""


@dataclass(frozen=True)
class Pay:
    """Pay at a place of the message.

    ``trial``: only for the time of probation; ``in_row``: one of several sums that stand in a row,
    as the vacancies before them do.
    """

    wage: Wage
    span: Span
    sure: float
    trial: bool = False
    in_row: bool = False


def find_pay(ad: AdText) -> list[Pay]:
    """Return pay in the order of the message; the words are taken."""
    found = _took(ad, list(_rows(ad)))
    found += _took(ad, [_with_common_unit(ad, pay) for pay in _sums(ad)])
    for pattern, words, sure in ((_OPEN, "面议", 0.9), (_BY_PIECE, "计件", 0.6)):
        wage = read_wage(words)
        spans = [Span(*match.span()) for match in pattern.finditer(ad.free)]
        found += _took(ad, [Pay(wage, span, sure) for span in spans if wage])
    if not found:
        found = _took(ad, list(_days_pay(ad)))
    sums = [pay for pay in found if pay.wage.low or pay.wage.high]
    others = (pay for pay in found if not (pay.wage.low or pay.wage.high))
    bare = sums and all(pay.wage.unit == PIECE for pay in others)
    return sorted(sums if bare else found, key=lambda pay: pay.span)


def _days_pay(ad: AdText) -> Iterator[Pay]:
    """Yield a sum that is all of a clause, behind how long a day is: 一天10个小时，二百一."""
    for clause in ad.clauses():
        match = AMOUNT.fullmatch(ad.free, *clause)
        if match and not match["high"] and usual_unit(in_yuan(match)) == DAY:
            before = ad.folded[max(0, clause.start - WITHIN) : clause.start]
            wage = read_wage(f"{written(match)}元/天")
            if wage and _HOURS.search(before):
                yield Pay(wage, clause, 0.5)
                return


def _rows(ad: AdText) -> Iterator[Pay]:
    """Yield sums in a row: 月工资依次4800 3600 3000; 日工资：380/360/240."""
    rows = [
        match for pattern in (_ROW, _TWO_SUMS, _THREE_SUMS) for match in pattern.finditer(ad.free)
    ]
    for row in rows:
        unit = row["unit"] or row["after"] if row.re is _ROW else None
        for sum_ in re.finditer(r"\d+", row["sums"]):
            wage = read_wage(
                f"{sum_[0]}元/{'天' if unit == '日' else unit}" if unit else f"{sum_[0]}元"
            )
            start = row.start("sums") + sum_.start()
            if wage:
                yield Pay(wage, Span(start, start + len(sum_[0])), 0.8, in_row=True)


def _took(ad: AdText, found: list[Pay]) -> list[Pay]:
    for pay in found:
        ad.take(pay.span)
    return found


def _with_common_unit(ad: AdText, pay: Pay) -> Pay:
    """Give a sum without a unit the one that the message names elsewhere (日结)."""
    if pay.wage.unit is not None or of_part_of_day(ad.folded[slice(*pay.span)]):
        return pay
    unit = next((code for code, words in _COMMON_UNITS if words.search(ad.folded)), None)
    return replace(pay, wage=replace(pay.wage, unit=unit), sure=0.6) if unit else pay


def _sums(ad: AdText) -> list[Pay]:
    """Return what is paid; where it depends on the person, all of it as one range."""
    found: list[Pay] = []
    graded = False
    for pay, grade in _each_sum(ad):
        gap = ad.folded[found[-1].span.end : pay.span.start] if found else "\n"
        of_one = ((grade and graded) or _BETTER.match(gap)) and not _PEOPLE.search(gap)
        if of_one and _alike(found[-1], pay):
            found[-1] = _together(found[-1], pay)
        else:
            found.append(pay)
        graded = grade
    return found


def _alike(one: Pay, other: Pay) -> bool:
    """Whether two sums may be paid for the same work: for the same unit, and not far apart."""
    first, second = (pay.wage.low or pay.wage.high or 0 for pay in (one, other))
    near = max(first, second) <= _FAR_APART * min(first, second)
    return near and (one.wage.unit == other.wage.unit or None in (one.wage.unit, other.wage.unit))


def _together(one: Pay, other: Pay) -> Pay:
    sums = [
        amount
        for wage in (one.wage, other.wage)
        for amount in (wage.low, wage.high)
        if amount is not None
    ]
    unit = one.wage.unit or other.wage.unit
    wage = replace(one.wage, low=min(sums), high=max(sums), unit=unit)
    return replace(one, wage=wage, span=Span(one.span.start, other.span.end), sure=0.6)


def _each_sum(ad: AdText) -> Iterator[tuple[Pay, bool]]:
    """Yield what is paid, and whether it is said of some people only (手快的六千)."""
    free = ad.free
    for match in AMOUNT.finditer(free):
        sum_ = Sum(free, match)
        sure = sum_.sure()
        wage = sum_.wage() if sure else None
        if wage and (wage.low or wage.high):
            pay = Pay(wage, sum_.span(), sure, trial=bool(_TRIAL.search(sum_.before)))
            yield pay, sum_.is_of_some()
