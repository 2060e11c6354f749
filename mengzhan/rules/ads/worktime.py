"""Working hours and rest as ads state them: 每天12小时, 早8晚9, 月休两天, 做六休一."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mengzhan.rules.ads.numerals import number
from mengzhan.rules.ads.wording import Wording

LONG_DAY = 11
"""From so many hours on a day is too long: 8 hours and at most 3 of overtime (劳动法第四十一条)."""

MONTHLY_LIMIT = 215
"""Hours a month: 174 of work and at most 36 of overtime, and a few that ads round up."""

DAYS_A_MONTH = 30.4
LEAST_REST = 4
"""Days off a month: one a week (劳动法第三十八条)."""

_N = "[0-9]{1,2}|[一二两三四五六七八九十]{1,3}"
_EACH_DAY = "每天|每日|一天|天天|日均|每班|一班|单班|当班|班班"
_DOES = "工作|上班|实际|要|得|须|干|上|约|大概|不少于|至少|长达|就|只|都|满|是|岗|倒|制|，|：|时间"
_DAILY = re.compile(
    f"(?P<each>{_EACH_DAY})?(?:{_DOES}){{0,20}}(?P<hours>{_N})(?:-(?P<most>{_N}))?(?P<half>[.点]5)?个?半?多?"
    "(?:小时|钟头|h(?![a-z]))(?!内|热线|便利|营业|客服|店|药|超市|值班室|以内|外|之外|后|前|左右到)"
    "(?P<day>制|工作制|/天|一天|每天|两班|倒|一班|/班)?"
)
_NO_WORK = re.compile(
    "休息|提前|间隔|连续休|睡|隔|不超过|不到|(?<!不)少于|以内|营业|供|开放|路程|车程|未满$"
)
_PERIOD = (
    "凌晨|后半夜|半夜|深夜|清早|清晨|大早|早上|早晨|早|朝|上午|前晌|中午|下午|后晌|傍晚|擦黑|天黑|晚上|晚|黑夜|黑夜里|夜里|夜|"
    "次日|第二天|当天"
)
_CLOCK = f"(?:(?:次日|第二天|隔天|转天)的?(?=早|清|天|上午|凌))?({_PERIOD})?({_N})(?:点(半)?钟?|：([0-5][0-9])|时)?"
_SPAN = re.compile(
    f"{_CLOCK}(?:上班|开工|起|开门|就|出|开始)*，?(?:-|到|至|[干上忙站做盯守熬顶扛连开]到|一直到|直到|晚(?=[0-9一二三四五六七八九十]))"
    f"(?:的)?{_CLOCK}"
)
_OUT_AND_BACK = re.compile(
    f"{_CLOCK}(?:出车|发车|出工|上工|开工|上班|起床|起来|下地|集合|到岗|点名|开档|出摊|进[^，\n ]{{1,4}})"
    f"[^，\n0-9]{{0,4}}，?{_CLOCK}(?:才|以后|后|能)*(?:收工|下班|出来|收车|散|关门|回|睡|歇下|收摊|收档)"
)
"""A day told by how it begins and ends: 5:30出车，晚8点收工."""

_MORNING_EVENING = re.compile(f"(?:早|朝)上?({_N})点?(半)?(?:，|-|到|至)?晚上?({_N})点?(半)?")
_PAUSE = re.compile(
    f"(?:中间|中午|午间|午|当中)(?:可|能|共|各)?(?:休息?|歇)(?P<hours>{_N})?(?:个)?(?P<half>半)?"
)
_SHARED = re.compile(
    "营业|开门|运营|开放|两班|三班|早晚班|早班|倒班|轮班|分两|两头班|轮流|换着|任选|自己[选挑排定]|挑时段|自由"
)
_TURN_ABOUT = re.compile("对倒|(?:晚|夜)上?[0-9一二两三四五六七八九十]{1,2}点?(?:到|至|-|，)?早")
"""Two shifts that follow each other around the clock: each is as long as it says."""

_RESTS = "轮?(?:休息|休假|休|歇|放假|放|假)(?:息)?"
_MONTHLY_REST = re.compile(
    f"(?<!半)(?<!半个)(?:月休(?:息|假)?|(?:一个?月|每个?月|每月|月)(?:里|内)?(?:只|仅|就|才|能|给|可以?|有|共)*{_RESTS})"
    f"(?P<days>{_N})(?:-(?P<most>{_N}))?(?:天|日)"
    f"|(?:每|一个?)月(?:只|仅|就|才)?(?:给|有)?(?P<given>{_N})天(?:假|休)"
)
_FORTNIGHT = re.compile(
    "(?:两周|2周|半个?月|一旬|十天|十五天|(?:[二三四五六]十|[2-6]0)天|[两俩仨]个?月|半年|一?季度|两个(?:星期|礼拜))(?:才|只|就)?"
    "(?:轮得?上|能|可|给|让|轮)*(?:休息?|歇|放假?)(?:一|1)?(?:天|日|次)"
)
_ONE_A_WEEK = re.compile(
    "单休|(?:每|一)?周(?:休|歇)(?:息)?(?:一|1)(?:天|日)|做六休一|上六休一|[干做]六天"
    "|周[日天](?:休|歇)|每周(?:休|歇)一"
)
_TWO_A_WEEK = re.compile("双休|做五休二|周末休|周休(?:两|二|2)|每周休(?:息)?(?:两|二|2)")
_ROTATION = re.compile(
    "[上做干值跑守](?P<on>[一二两三四0-9]+)(?:小时|天|宿|晚|个?夜班)?，?[休歇](?P<off>[一二两三四0-9]+)"
    "|[上值]一天一[宿夜][休歇]两|隔[一两]?[宿天日](?:上|一班|来)|综合(?:计算)?工时|不定时工作制"
)
_NO_REST = re.compile(
    "(?:没有?|无)固?定?的?(?:休息|休假|公休|歇班)|[全整]月无休|天天(?:在|来|都)|(?:干|上|做|出勤)满?(?:28|29|30|二十[八九]|三十)天"
)
_PM = (
    "下午",
    "后晌",
    "傍晚",
    "擦黑",
    "天黑",
    "晚上",
    "晚",
    "黑夜",
    "黑夜里",
    "夜里",
    "夜",
    "半夜",
    "深夜",
)
_MIDNIGHT = ("晚上", "晚", "黑夜", "黑夜里", "夜里", "夜", "半夜", "深夜")
"""Twelve o'clock of these is the end of the day."""

_MORNING = ("清早", "清晨", "大早", "早上", "早晨", "早", "上午")
_NEXT_DAY = ("次日", "第二天", "凌晨", "后半夜")
_DEEP_NIGHT = ("半夜", "深夜", "夜里", "夜", "黑夜", "黑夜里")
"""Eleven o'clock of these is before midnight, one o'clock is after it."""

_DAWN = 5

_LUNCH = 1
"""Hours that a day over noon is shorter than its clock says, if the ad names no pause."""

_NOON = (11, 14)


@dataclass(frozen=True)
class Stretch:
    """So many hours a day, or days off a month, and where the ad says it."""

    amount: float
    start: int
    end: int
    each: bool = False
    over_noon: bool = False
    """Whether it spans noon, and the ad names no pause."""


def daily_hours(ad: Wording) -> Iterator[Stretch]:
    """Yield how long a day's work is; ``each`` marks an amount that is said of every day."""
    for found in _DAILY.finditer(ad.text):
        first, _ = ad.clause(found.start("hours"), found.end())
        if _NO_WORK.search(ad.text[max(first, found.start() - 6) : found.start("hours")]):
            continue
        amount = number(found["hours"])
        if amount is not None:
            told = bool(found["each"] or found["day"])
            hours = amount + (0.5 if found["half"] else 0)
            if told and hours < LONG_DAY:
                hours -= _pause(ad, *found.span())
            yield Stretch(hours, found.start(), found.end(), told)
    yield from _from_clock(ad)


def _from_clock(ad: Wording) -> Iterator[Stretch]:
    read: list[tuple[int, int]] = []
    for found in _MORNING_EVENING.finditer(ad.text):
        read.append(found.span())
        begins, ends = _hour("早", found[1], found[2], None), _hour("晚", found[3], found[4], None)
        if begins is not None and ends is not None:
            yield from _worked(ad, begins, _later(ends, begins), *found.span())
    for found in (*_SPAN.finditer(ad.text), *_OUT_AND_BACK.finditer(ad.text)):
        if any(found.start() < end and start < found.end() for start, end in read):
            continue
        begins = _hour(found[1], found[2], found[3], found[4])
        ends = _hour(found[5], found[6], found[7], found[8])
        named = found[1] or found[5] or "点" in found[0] or "：" in found[0]
        if begins is None or ends is None or not named:
            continue
        before_dawn = found[5] in _NEXT_DAY or (found[5] in _DEEP_NIGHT and ends <= _DAWN)
        early = found[5] in _MORNING and ends <= begins
        if not found[1] and begins <= 12 and (early or before_dawn):
            begins += 12  # 十点到早六点 and 9点到凌晨3点 are nights
        if before_dawn or (found[5] in _MORNING and ends <= begins):
            ends = ends % 24 + 24
        yield from _worked(ad, begins, _later(ends, begins), *found.span())


def _later(ends: float, begins: float) -> float:
    while ends <= begins:
        ends += 12
    return ends


def _hour(period: str | None, digits: str, half: str | None, minutes: str | None) -> float | None:
    whole = number(digits)
    if whole is None or whole > 24:
        return None
    dawn = period in _DEEP_NIGHT and whole <= _DAWN
    if (period in _PM and whole < 12 and not dawn) or (period in _MIDNIGHT and whole == 12):
        whole += 12
    return whole + (0.5 if half else int(minutes or 0) / 60)


def _worked(ad: Wording, begins: float, ends: float, start: int, end: int) -> Iterator[Stretch]:
    first, last = ad.sentence(start, end)
    told = ad.text[first:last]
    if _SHARED.search(told) and not _TURN_ABOUT.search(told):
        return
    pause = _pause(ad, start, end)
    hours = ends - begins - pause
    if 0 < hours < 24:
        over_noon = not pause and begins <= _NOON[0] and ends >= _NOON[1]
        yield Stretch(hours, start, end, each=True, over_noon=over_noon)


def _pause(ad: Wording, start: int, end: int) -> float:
    """Return how many hours of rest within the day the sentence around a place names."""
    first, last = ad.sentence(start, end)
    pause = _PAUSE.search(ad.text[first:last])
    if pause is None:
        return 0
    return (number(pause["hours"] or "") or 0) + (0.5 if pause["half"] else 0) or 2


def monthly_rest(ad: Wording) -> Stretch | None:
    """Return how many days off a month the ad gives; ``None`` if it does not say."""
    found = _FORTNIGHT.search(ad.text)
    if found:
        return Stretch(2, *found.span(), each=True)
    found = _MONTHLY_REST.search(ad.text)
    if found:
        given = number(found["days"] or found["given"])
        return None if given is None else Stretch(given, *found.span(), each=True)
    for pattern, days in ((_TWO_A_WEEK, 8.7), (_ONE_A_WEEK, 4.3)):
        found = pattern.search(ad.text)
        if found:
            return Stretch(days, *found.span())
    return None


def too_long(ad: Wording, days: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield what goes beyond the law: a long day, too little rest, too many hours a month."""
    if any(map(_evens_out, _ROTATION.finditer(ad.text))):
        return
    rest = monthly_rest(ad)
    long = [day for day in days if day.amount >= LONG_DAY and (day.each or day.amount < 24)]
    yield from long
    if rest is not None and rest.amount < LEAST_REST:
        yield rest
    elif not long and (rest is not None or _NO_REST.search(ad.text)):
        worked = DAYS_A_MONTH - (rest.amount if rest is not None else 0)
        yield from (day for day in days if day.each and _at_work(day) * worked > MONTHLY_LIMIT)


def _at_work(day: Stretch) -> float:
    """Return the hours of a day without the lunch that few ads bother to name."""
    return day.amount - _LUNCH if day.over_noon else day.amount


def _evens_out(rotation: re.Match[str]) -> bool:
    """Whether long days are followed by as much rest: 做二休二, 上12休24, and not 上六休一."""
    on, off = (number(rotation[name] or "") for name in ("on", "off"))
    if on is None or off is None:
        return True
    return off >= 2 * on if on >= LONG_DAY else off >= on
