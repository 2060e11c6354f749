"""Pay in an advertisement: amounts with a reason to be pay, and 面议.

Which numbers are pay is decided here, by the words around them; what such words mean is read by
`mengzhan.rules.wage.read_wage`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mengzhan.rules.ads.adtext import SEPARATORS, AdText, Span
from mengzhan.rules.ads.numerals import SPOKEN, spoken_number
from mengzhan.rules.ads.titlewords import title_sure
from mengzhan.rules.wage import DAY, HOUR, PIECE, Wage, read_wage

_MONEY = r"(?:元|块钱?|圆|角|毛钱?|分钱?(?!钟))"
_EACH_WORD = r"(?:/|每)(个?月|天|日|小时|件|年)"
_SUM = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d[千万]\d(?!\d)|\d+(?:\.\d+)?|(?:{SPOKEN}(?!班|餐|顿|险|休)){{2,7}}|[两一二三四五六七八九]?[十百千万]|[一两二三四五六七八九]块[一二三四五六七八九半]|[一两二三四五六七八九十](?=块|元|毛))"
_AMOUNT = re.compile(
    rf"(?<![\d.])(?P<low>{_SUM})(?P<low_factor>[万千kKwW])?{_MONEY}?"
    rf"(?:{_EACH_WORD.replace('(个', '(?:个')})?"
    rf"(?:[-~—–至到、](?=[\d{SPOKEN[1:-1]}])[-~—–]?(?P<high>{_SUM})(?P<high_factor>[万千kKwW])?{_MONEY}?)?"
)
_UNIT_NAMES = {
    "月": ("月薪", "月工资", "每个月", "一个月", "每月", "一月", "月收入", "月入", "单月", "个月"),
    "天": ("日薪", "日工资", "一天", "每天", "每日", "一日", "日结", "日均"),
    "小时": ("时薪", "小时工资", "一个小时", "每小时", "一小时", "每个小时", "钟点"),
    "年": ("年薪", "一年", "每年", "全年", "年工资"),
    "件": ("一件", "每件", "计件单价", "计件", "按件", "单价", "一个", "每个", "每只", "一只", "每亩", "一亩", "每斤", "一斤",
          "每吨", "一吨", "每单", "一单", "每米", "一米", "每车", "一车", "每捆", "一捆", "每趟", "一趟", "每条", "一条", "每袋", "一袋",
          "每双", "一双", "每平米", "每平", "一平", "每箱", "一箱", "每串", "一串", "每块", "一块砖", "每棵", "一棵", "每株", "一株", "每头", "一头", "每羽"),
}  # fmt: skip
_UNIT_OF = {word: unit for unit, words in _UNIT_NAMES.items() for word in words}
_LINKS = r"(?:能|可|约|大概|大约|挣|拿|给|到手|保底|底薪|基本|综合|收入|工资|薪资|净|达|在|是|为|最少|最低|至少|最高|不低于|平均|少说|也|都|均|一律|[: (¥￥])*"
_UNIT_BEFORE = re.compile(
    rf"({'|'.join(sorted(_UNIT_OF, key=len, reverse=True))})(?:(?<=[只亩斤吨单米车捆趟条袋双箱串棵株头羽件个])[\u4e00-\u9fff]{{0,3}}?)?{_LINKS}$"
)
_MONEY_BEFORE = re.compile(
    "(?:工资|薪资|薪酬|薪水|薪金|待遇|底薪|保底|报酬|工价|工钱|收入|单价|月入|标准|开|给|挣|拿|到手|起薪|转正后?|"
    f"熟练工?|综合|税前|税后|[¥￥💰💵💴]){_LINKS}$"
)
_UNIT_AFTER = re.compile(
    r"(?:左右|多|以上|起|不等|\+)?(?:[ (]?(?:/|每|一|元/|\(元/)(?:人/)?(?P<each>个?月|天|日|小时|个小时|时|[hH]|年|个工|工|班|"
    r"件|只|串|棵|株|羽|亩|斤|吨|单|米|车|捆|趟|条|袋|双|箱|个|平米?|头)|(?P<paid>日结|月结|天天结))"
)
_EACH = {"月": "月", "个月": "月", "天": "天", "日": "天", "个工": "天", "工": "天", "班": "天", "日结": "天", "天天结": "天",
         "小时": "小时", "个小时": "小时", "时": "小时", "h": "小时", "年": "年", "月结": "月"}  # fmt: skip
_COUNTED = re.compile(
    r" ?(?:多|余)?(?:名|人|个(?!工)|位|岁|周岁|点|号|年|级|:|小时|分|公里|米|平|亩|只|头|斤|吨|%|楼|层|天|日|餐|顿|班|栋|室|路|"
    r"公分|厘米|[cC][mM]|[kK][gG]|月|期|线|辆|台|床|家|倍|次|\d|[-/.]\d|险|金|张|届|座|型|棵|万)"
)
_ALLOWANCE = re.compile(
    "(?:奖|奖金|补|补贴|补助|押金|提成|罚|罚款|红包|全勤|满勤|工龄|房租|费|保险|绩效|年终|资本|投资|投入|服装|扣|交|收取|"
    "赔|福利|津贴|面积|占地|车贷|优惠|返费|股份)[^\\d,;。\n]{0,4}$"
)
_TAIL = re.compile(
    r" ?(?:底薪|保底)?(?:左右|多|以上|起步?|不等|以内|封顶|[+加] ?\w{0,2}(?:提成|绩效|奖金?|计件|补)?|(?<=[底保][薪底]))"
)
_LEAD = re.compile(r"底薪|保底|最低|至少|不低于|最少|最高|起薪")
_COINS = {"角": 10, "毛": 10, "分": 100}
_COIN = re.compile("[角毛分]")
_MIXED = re.compile(r"\d[千万]\d")
_SAID = str.maketrans("0123456789", "零一二三四五六七八九")
_TWO_DIGITS = re.compile(r"([一二三四五六七八九])([一二三四五六七八九])([百千万])")
_OPEN = re.compile(
    r"(?:(?:工资|薪资|薪酬|待遇|价格|工钱|报酬|月薪)[^,;。\n\0]{0,4})?(?:面议|电议)|"
    r"(?:工资|薪资|薪酬|待遇|价格|工钱|报酬|月薪)[^,;。\n\0]{0,5}(?:面谈|详谈|商量|协商|好说|详聊|私聊|可谈|再说|再谈|谈)"
)
_BY_PIECE = re.compile(r"计件(?:工资|制|为主|结算)?|按件(?:计酬|算钱|结算)?")
_COMMON = ((DAY, "day"), (HOUR, "hour"), (PIECE, "piece"))
_COMMON_UNIT = re.compile(
    r"(?P<day>日结|天天结|按天|论天|当天结|日工|日清)|(?P<hour>小时工|钟点工|按小时)|(?P<piece>计件|按件)"
)
_BY_DAY = re.compile("一天|每天|/天|日结|日薪|日工资|天天结")
_MONEY_AFTER = re.compile(" ?(?:底薪|保底|工资)")
_DAILY = (80, 999)
"""A bare number in these bounds (yuan) behind a title is a day's pay, if others are."""

_FROM, _TO = 1000, 30_000
"""A bare number in these bounds (yuan) may be a month's pay."""


@dataclass(frozen=True)
class Pay:
    """Pay at a place of the message; ``trial``: only for the time of probation."""

    wage: Wage
    span: Span
    sure: float
    trial: bool = False


def find_pay(ad: AdText) -> list[Pay]:
    """Return pay in the order of the message; the words are taken."""
    found = [_with_common_unit(ad, pay) for pay in _sums(ad)]
    for pay in found:
        ad.take(pay.span)
    opened = [
        Pay(wage, Span(*match.span()), 0.9)
        for match in _OPEN.finditer(ad.free)
        if (wage := read_wage("面议"))
    ]
    opened += [
        Pay(wage, Span(*match.span()), 0.6)
        for match in _BY_PIECE.finditer(ad.free)
        if (wage := read_wage("计件"))
    ]
    for pay in opened:
        ad.take(pay.span)
    return sorted([*found, *opened], key=lambda pay: pay.span)


def _with_common_unit(ad: AdText, pay: Pay) -> Pay:
    """Give a sum without a unit the one that the message names elsewhere (日结)."""
    if pay.wage.unit is not None:
        return pay
    common = _COMMON_UNIT.search(ad.folded)
    unit = next((code for code, word in _COMMON if common and word == common.lastgroup), None)
    return replace(pay, wage=replace(pay.wage, unit=unit), sure=0.6) if unit else pay


def _sums(ad: AdText) -> Iterator[Pay]:
    for match in _AMOUNT.finditer(ad.free):
        start = match.start()
        before = re.split(r"[,;。\n\0]", ad.free[max(0, start - 14) : start])[-1]
        sure, unit, end = _evidence(ad.free, match, before)
        if not sure:
            continue
        lead = _LEAD.search(before)
        tail = _TAIL.match(ad.free, end) or _TAIL.match(ad.free, match.end())
        words = tail[0].replace("多", "以上") if tail else ""
        words = "+" if words.lstrip().startswith("加") else words
        wage = read_wage(f"{lead[0] if lead else ''}{_written(match)}元{unit}{words}")
        if wage is None or not (wage.low or wage.high):
            continue
        begin = start - len(_own_words(before))
        stop = max(end, tail.end() if tail else 0)
        yield Pay(wage, Span(begin, stop), sure, trial="试用" in before)


def _evidence(free: str, match: re.Match[str], before: str) -> tuple[float, str, int]:
    """Return how sure it is that a number is pay (0: it is not), its unit, and where it ends."""
    end = match.end()
    inside = re.search(_EACH_WORD, match[0])
    each = inside or _UNIT_AFTER.match(free, end)
    earlier = _UNIT_BEFORE.search(before)
    unit = _unit(each, earlier)
    if _ALLOWANCE.search(before) or _is_counted(free, match, each):
        return 0.0, "", end
    end = each.end() if each and not inside else end
    spelt = match[0]
    if re.search(_MONEY, spelt) and re.match(r"[\d一二两三四五六七八九十]", spelt):
        return 0.95, unit, end
    if each or earlier:
        return 0.9, unit, end
    if _MONEY_BEFORE.search(before):
        return 0.85, unit, end
    if _MONEY_AFTER.match(free, end):
        return 0.85, unit, end
    if _DAILY[0] <= _plain_number(match) <= _DAILY[1] and _follows_title(before):
        return (0.6, unit or "/天", end) if _BY_DAY.search(free) else (0.0, "", end)
    amount = _yuan(match["low"], match["low_factor"] or match["high_factor"])
    if amount is not None and _FROM <= amount <= _TO and _stands_alone(free, match):
        return 0.75, unit, end
    return 0.0, "", end


def _plain_number(match: re.Match[str]) -> int:
    """Return a number that stands in digits and without any factor, else 0."""
    bare = match["low"].isdecimal() and not match["low_factor"]
    return int(match["low"]) if bare else 0


def _follows_title(before: str) -> bool:
    return any(title_sure(before[at:].rstrip(" :")) for at in range(len(before)))


def _unit(each: re.Match[str] | None, earlier: re.Match[str] | None) -> str:
    if each:
        word = next(filter(None, each.groups()))
        return "/" + _EACH.get(word.lower(), "件")
    return "/" + _UNIT_OF[earlier[1]] if earlier else ""


def _is_counted(free: str, match: re.Match[str], each: re.Match[str] | None) -> bool:
    """Whether the number counts something else: people, hours, years."""
    if each or re.search(_MONEY, match[0]):
        return False
    return bool(_COUNTED.match(free, match.end())) or free[match.start() - 1 : match.start()] in (
        "第", "满", "近", ":", "/", "号",
    ) and not _MONEY_BEFORE.search(free[max(0, match.start() - 14) : match.start()])  # fmt: skip


def _stands_alone(free: str, match: re.Match[str]) -> bool:
    if not match["low"][0].isdigit() and not match["low_factor"]:
        return False
    after = free[match.end() : match.end() + 1]
    return (
        not after or after in SEPARATORS + "\n+()左多起以包管元月上做早晚另" or bool(match["high"])
    )


def _own_words(before: str) -> str:
    """Return the words before an amount that belong to it: 月薪, 一天, 工资."""
    found = [m for m in (_UNIT_BEFORE.search(before), _MONEY_BEFORE.search(before)) if m]
    return before[min(m.start() for m in found) :] if found else ""


def _written(match: re.Match[str]) -> str:
    """Return the amounts in digits, with their factors."""
    two = _TWO_DIGITS.fullmatch(match["low"])
    if two and not match["high"]:
        first, second = (spoken_number(two[at] + two[3]) for at in (1, 2))
        return f"{first}-{second}"
    coin = _COIN.search(match[0])
    if coin and not match["high"]:
        return format(float(_digits(match["low"])) / _COINS[coin[0]], "g")
    low = _digits(match["low"]) + (match["low_factor"] or "")
    if not match["high"]:
        return low
    return f"{low}-{_digits(match['high'])}{match['high_factor'] or ''}"


def _digits(text: str) -> str:
    whole, broken, tenths = text.partition("块")
    if broken:
        return f"{spoken_number(whole)}.{spoken_number(tenths) or 5}"
    if _MIXED.fullmatch(text):
        text = text.translate(_SAID)
    spoken = spoken_number(text)
    return text.replace(",", "") if spoken is None else str(spoken)


def _yuan(text: str, factor: str | None) -> float | None:
    try:
        amount = float(_digits(text))
    except ValueError:
        return None
    return (
        amount * {"万": 10_000, "w": 10_000, "千": 1000, "k": 1000, "": 1}[(factor or "").lower()]
    )
