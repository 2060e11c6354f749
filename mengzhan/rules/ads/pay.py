"""Pay as ads state it, and whether it is below the minimum wage.

The minimum wage is monthly for full-time work and hourly for part-time work (非全日制: as a rule at
most 4 hours a day, 劳动合同法第六十八条). A day's pay is held against the month's by 21.75 days, an
hour's pay of full-time work by 174 hours. Piece rates and base pay with commission cannot be
compared: what is earned depends on the work done.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mengzhan.model.minwage import MinWage
from mengzhan.rules.ads.numerals import number
from mengzhan.rules.ads.wording import Wording
from mengzhan.rules.ads.worktime import Stretch
from mengzhan.rules.wage import DAY, HOUR, HOURS_A_DAY, HOURS_A_MONTH, MONTH, PAID_DAYS, PIECE, YEAR

PART_TIME_DAY = 4

_N = r"[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百千万]{1,6}"
_TIMES = {"万": 10_000, "w": 10_000, "千": 1000, "k": 1000}
_BEFORE = (
    (
        HOUR,
        "时薪|小时工?|每小时|一小时|一个(?:小时|钟头)|每个小时|小时工资|钟点|计时工资|[一每]个?点儿",
    ),
    (DAY, "日薪|每天|每日|一天|日工资|一日|一个工|每个工|(?<!半)天工资"),
    (YEAR, "年薪|每年|一年|年收入"),
    (
        MONTH,
        "月薪|月工资|每个?月|一个?月|月收入|月均|底薪|基本工资|保底|工资|薪资|薪酬|薪水|待遇|月|报酬"
        "|综合薪资|综合工资|试用期?|过了(?=[0-9])",
    ),
)
_AFTER = (
    (HOUR, "(?:/|每|一)个?(?:小时|时(?!间)|钟头|h)|时薪"),
    (DAY, "(?:/|每|一)(?:天|日|个?工)|日结"),
    (YEAR, "(?:/|每|一)年"),
    (MONTH, "(?:/|每|一)个?月|月结"),
    (PIECE, "(?:/|每|一)(?:件|只|个|吨|斤|亩|趟|车|单|米|袋|箱|节|台|条)"),
)
_LINK = (
    "(?:为|约|是|在|给你|给您|：|大概|左右|至少|最低|综合|不低于|不少于|起|给|开|付|发|到手|税前|税后|基本|都|只|才|就|仅|标准|可达"
    "|有|能挣|挣|另|共|收入|拿|[（ ])*"
)
_YUAN = "(?:元|块钱?|圆)"
_TIMES_SIGN = "[万千kw](?![a-z])"
_PAY = re.compile(
    f"(?:(?:{'|'.join(f'(?P<b{unit}>{words})' for unit, words in _BEFORE)}){_LINK})?"
    rf"(?<![0-9.])(?P<low>{_N})(?P<low_times>{_TIMES_SIGN})?(?:多|来)?{_YUAN}?"
    rf"(?:(?:-{{1,3}}|到|至)(?P<high>{_N})(?P<high_times>{_TIMES_SIGN})?)?(?P<money>{_YUAN})?"
    "(?:多|左右|以上|起|不等|（)?"
    f"(?:{'|'.join(f'(?P<a{unit}>{words})' for unit, words in _AFTER)})?"
)
_COUNTED = re.compile(
    "(?:来|多|几)?(?:[匹间辫头只把捆桌根条套副片棵株垛票篇字首节课筐篓袋箱盒桶趟串]|[单双](?!休))"
    "|个?(?:小时|钟头|点|：|人|名|位|顿|餐|班|次|天|日|号|件|只|吨|公斤|斤|岁|周岁|年|月|个|级|层|%|亩|米|公里|头|台|平|h)"
)
_OTHER_MONEY = re.compile(
    "补|奖|罚|扣|押|交|津贴|伙食|另[给发加]|(?<!代课)(?<!劳务)费|涨|加|提成|满|租|餐|金|赔|返|险|差|借|罚款|垫"
)
_ALLOWANCE = re.compile(
    "的[^，、\n]{0,4}(?:补|奖|餐|房)|(?:伙食|交通|餐|房|话|车|饭|住房|全勤)*(?:补贴|补助|补(?!交)|奖金?)"
)
_COMMISSION = re.compile(
    "(?<![无没])提成|计件|绩效|抽成|业绩|佣金|分红|小费|按件|多劳|课提|课时|课酬|提点|手工费|手工钱|另加|\\+[^，\n]{0,2}(?:课|提|单|绩|业|计件|手工|分成)"
)
_BASE = re.compile("底薪|基本工资|基础工资|岗位工资|无责|责任底薪|试用|实习|见习")
_TOTAL = re.compile("综合|合计|到手|总共|共计|加起来")
"""Behind a base pay: what it comes to with all that is added."""

_PART_TIME = re.compile(
    "非全日制|小时工|钟点|兼职|半天|半日|临时帮|计时工|小时结|做完(?:饭)?就走|[做烧]一?顿?(?:晚饭|午饭)的"
)
_ERRANDS = re.compile(
    "早晚各|各一趟|一(?:次|趟)[^，\n]{0,3}(?:分钟|小时)|(?:一|每)周(?:来|上|去|干)*[一二两三1-3](?:次|天|趟|回)|隔天来|周末(?:两天)?班"
    "|只(?:上|来)?周[六日末]|睡觉就行|该干啥干啥|抽空|闲时|不用?坐班|忙的时候|接送孩子|防火期"
)
"""Work of a few hours now and then, or of a season: its month or year cannot be compared."""

_FULL_TIME = re.compile(
    "全日制用工|长白班|做五休二|双休|单休|五险|社保|月休|三班|倒班|包吃住|管吃住|正式工"
)
_GUARANTEED = re.compile(
    "不低于(?:当地|旗县|自治区|本市|国家)?最低(?:工资|标准)|(?:不到|不够|不足|低于)[^，\n]{1,8}(?:补足|补齐|补到|补够)"
)


@dataclass(frozen=True)
class Pay:
    """An amount or range in yuan, the code of its unit, and where it stands."""

    low: float
    high: float
    unit: str
    start: int
    end: int
    base: bool = False
    """Whether more is earned on top of it, or it is that of a probation."""


def find_pay(ad: Wording) -> Iterator[Pay]:
    """Yield every amount that the ad states as pay for a time, in its order."""
    for found in _PAY.finditer(ad.text):
        unit = _unit(found, ad.text)
        low = _amount(found["low"], found["low_times"] or _shared_times(found))
        if unit is None or low is None:
            continue
        high = _amount(found["high"], found["high_times"]) if found["high"] else low
        first, _ = ad.clause(*found.span())
        before = ad.text[max(first, found.start() - 8) : found.start("low")]
        other = _OTHER_MONEY.search(before) or _ALLOWANCE.match(ad.text, found.end())
        if other or not _plausible(low, unit):
            continue
        start, end = ad.sentence(*found.span())
        sentence = ad.text[start:end]
        base = bool(
            _BASE.search(before)
            and ("试" in before or any(more.search(sentence) for more in (_COMMISSION, _TOTAL)))
        )
        yield Pay(low, max(high or low, low), unit, *found.span(), base)


def _unit(found: re.Match[str], text: str) -> str | None:
    after = next((unit for unit, _ in _AFTER if found[f"a{unit}"]), None)
    if after is not None:
        return after
    before = next((unit for unit, _ in _BEFORE if found[f"b{unit}"]), None)
    money = bool(found["money"]) or "元" in found[0] or "块" in found[0]
    if before is None or (not money and _COUNTED.match(text, found.end())):
        return None
    return before


def _shared_times(found: re.Match[str]) -> str | None:
    """4-6千 gives its factor to both ends."""
    low = found["low"]
    return found["high_times"] if found["high_times"] and len(low) <= 3 else None


def _amount(digits: str | None, times: str | None) -> float | None:
    if not digits:
        return None
    amount = float(digits) if digits[0].isdigit() else number(digits)
    return None if amount is None else amount * _TIMES.get(times or "", 1)


def _plausible(amount: float, unit: str) -> bool:
    """Whether the number can be meant as pay: 工资 15日 and a page number are none."""
    least, most = {HOUR: (3, 300), DAY: (20, 3000), YEAR: (3000, 5e6)}.get(unit, (300, 2e5))
    return unit == PIECE or least <= amount <= most


def says_part_time(text: str) -> bool:
    """Whether a text calls the work part-time."""
    return _PART_TIME.search(text) is not None


def is_part_time(ad: Wording, days: Sequence[Stretch]) -> bool:
    """Whether the work is part-time in the sense of the law."""
    short = any(day.each and day.amount <= PART_TIME_DAY for day in days)
    return short or says_part_time(ad.text)


def below_minimum(
    ad: Wording, pays: Sequence[Pay], days: Sequence[Stretch], least: MinWage
) -> Iterator[tuple[Pay, str]]:
    """Yield pay that is below the minimum, with the code of the unit it is held against."""
    if _GUARANTEED.search(ad.text):
        return
    part_time = is_part_time(ad, days)
    told = [day.amount for day in days if day.each]
    hours = min(told, default=HOURS_A_DAY)
    full_time = not part_time and bool(_FULL_TIME.search(ad.text) or any(d.each for d in days))
    errands = _ERRANDS.search(ad.text)
    for pay in pays:
        if pay.base or pay.unit == PIECE:
            continue
        if pay.unit != HOUR and not told and errands:
            continue
        if part_time and not told and pay.unit in (MONTH, YEAR):
            continue  # a part-time month cannot be compared without its hours
        floor = least_pay(
            pay.unit,
            least,
            hours=min(hours, HOURS_A_DAY),
            part_time=part_time,
            full_time=full_time,
        )
        if floor is not None and pay.low < floor:
            yield pay, HOUR if part_time or (pay.unit == HOUR and not full_time) else MONTH


def least_pay(
    unit: str, least: MinWage, *, hours: float, part_time: bool, full_time: bool
) -> float | None:
    """Return the least pay in yuan for a unit; ``hours`` are those of a day."""
    monthly, hourly = least.monthly / 100, least.hourly / 100
    if unit == HOUR:
        return monthly / HOURS_A_MONTH if full_time else hourly
    if unit == DAY:
        return min(monthly / PAID_DAYS, hourly * hours)
    if unit == MONTH:
        return min(monthly, hourly * hours * PAID_DAYS) if part_time else monthly
    return monthly * 12 if unit == YEAR else None
