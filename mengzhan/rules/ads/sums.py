"""Numbers in an advertisement that may be pay.

Which of them are is decided here, by the words around them.
"""

import re
from dataclasses import replace

from mengzhan.rules.ads.adtext import SEPARATORS, Span
from mengzhan.rules.ads.amounts import EACH_UNIT, MONEY, in_yuan, written
from mengzhan.rules.ads.titlewords import LOOSE, title_sure
from mengzhan.rules.wage import DAY, MONTH, Wage, read_wage

_SMALL = "[一二两三四五六七八九十]"
_PIECES = (
    "件个只盘票垄畦锅笼沟亩斤吨单米车捆趟条袋双箱串棵株头羽平桶筐次根张套盒包盆方块幅本窝垛户桌份枚"
    "颗场页间篇首节坑匹台妆"
)
"""What piecework is counted in."""

_UNITS = {
    "月": "月劳务费|月补助|月补贴|月薪|月结|月工资|每个月|一个月|每月|一月|的月|月收入|月入|单月|个月",
    "天": "按天|论天|一个班|每个班|每班|一班|一个工|一宿|一晚上|一晚|一黑夜|日薪|日工资|一天|每天|每日|一日|日结|日均",
    "小时": "时薪|一个点|每个点|小时工资|一个小时|每小时|一小时|每个小时|钟点",
    "年": "年头上|一年下来|一年到头|年补助|年补贴|年薪|一年|每年|全年|年工资",
    "件": "计件单价|计件|按件|单价",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split("|")}
_EACH = {
    "月": "月|个月|月结",
    "天": "天|日|宿|晚|个工|工|班|日结|天天结",
    "小时": "小时|个小时|个点|个钟|个钟头|时|课时|h",
    "年": "年",
}
_EACH_OF = {word: unit for unit, words in _EACH.items() for word in words.split("|")}
_LINKS = (
    r"(?:能|可|约|干?下来|大概|大约|挣|拿|给|到手|保底|底薪|基本|综合|收入|工资|薪资|净|达|在|是|为|最少|最低|至少|最高|不低于|平均|少说|"
    r"也|都|均|一律|管[一二两三]?顿?饭|包吃住?|[: (¥￥])*"
)
_UNIT_BEFORE = re.compile(
    rf"(?:(?<![第歇休隔])(?P<unit>{'|'.join(sorted(_UNIT_OF, key=len, reverse=True))})"
    rf"|(?<![\d一二两三四五六七八九十个腊正冬本次每当])[月日]|(?:[每一按]|一百)(?:[{_PIECES}]|行|公斤|平[方米]?米?)[\u4e00-\u9fff]{{0,3}}?){_LINKS}$"
)
_MONEY_BEFORE = re.compile(
    "(?:工资|薪资|薪酬|薪水|薪金|待遇|底薪|保底|报酬|工价|工钱|收入|单价|月入|标准|[能给可资都]开|给|挣|拿|到手|起薪|转正后?|"
    f"熟练工?|综合|税前|税后|[手加]工费|课时费|工费|^薪|[¥￥💰💵💴]){_LINKS}$"
)
_EACH_PERSON = re.compile("(?:[一每]个?人|人均)(?:给|开)?$")
_UNIT_AFTER = re.compile(
    r"(?:左右|多|以上|起|不等|\+(?=/))?(?:[ (]?(?:/|每|一|元/|\(元/)(?:人/)?"
    rf"(?P<each>个?月|天|日|宿|晚|小时|个小时|个点|个钟头?|课?时|[hH]|年|个工|工|班|[{_PIECES}])(?!\d|{_SMALL}|上班|工作|[休歇干提]|(?<=个)月)"
    r"|(?P<paid>日结|月结|天天结|月(?=$|[,;。()\n 、])))"
)
_MONEY_AFTER = re.compile(" ?(?:底薪|保底|工资)")
_COUNTED = re.compile(
    rf"(?:多|来|余)?(?![包块])[{_PIECES}](?!工)|"
    r" ?(?:多|余)?(?:名|人|个(?!工)|位|岁|周岁)|(?:多|余)?(?:点|号|年|级|:|小时|分|公里|米|平|亩|只|头|斤|吨|%|楼|"
    r"层|天|日|餐|顿|"
    r"班|栋|室|路|公分|厘米|[cC][mM]|[kK][gG]|月|期|线|辆|台|床|家|倍|次|\d|[-/.]\d|险|金|张|届|座|型|棵|万)"
)
_NUMBERED = re.compile(r"(?:[第满近/号]|\d:)$")
"""Signs before a number that is a place, an order or a time."""

_SPLIT = re.compile("[一二三四五六七八九]{2}分")
"""How both share what comes in: 三七分."""

_ALLOWANCE = re.compile(
    "(?:夜班加|每晚加|奖|奖金|补(?![俩仨个一两三四五])|补贴|补助|押金|提成|罚|罚款|红包|全勤|满勤|工龄|房租|(?<![工时务运活])费|保险|绩效|年终|资本|投资|投入|服装|(?<!盘)扣|交|收取|"
    "赔|(?:饭|食堂|餐)[一每]?[顿餐]|福利|津贴|面积|占地|车贷|优惠|返费|股份|份子钱?|份儿钱)[^\\d,;。\n ]{0,4} ?$"
)
_SUBSIDY = re.compile("(?<![饭房餐车话食差])(?:[月年]补[助贴]|补[助贴](?:一[天月年]|每[天月年]))$")
"""What public posts call their pay: 月补助2600元."""

_BASE = re.compile("底薪|保底")
_LEAD = re.compile(r"底薪|保底|最低|至少|不低于|最少|最高|起薪")
_TAIL = re.compile(
    r" ?(?:底薪|保底)?(?:左右|多|以上|起步?|不等|以内|封顶|(?P<more>[+加]) ?\w{0,2}(?:提成|绩效|奖金?|计件|补)?"
    r"|(?<=[底保][薪底]))"
)
_GRADE = re.compile(
    "(?:快|慢|好|一般|差|勤|熟|生|多|少)(?:手|练)?的|第[一二三]年"
    "|(?:[男女][的工人]?|[没无有](?:证|手艺|经验)[的者]?|[熟生新老]手工?|学徒期|[白夜早晚中]班|(?:(?<![机炮舵助帮])手工?|机器|电推子?)剪?)"
    "[ :都]*(?:(?:[一每]个?[月天日只斤件]|日薪|月薪|[给能是])[ :]*){0,2}$"
)
"""Who or when earns it, or how: 手快的, 手艺一般的, 第二年, 男的, 夜班."""

_PEOPLE_BEFORE = re.compile(r"\d{1,3}[人名个位]$")
_QUALIFIED = re.compile("(?:[有持][\u4e00-\u9fff]{0,3}证|会[\u4e00-\u9fff]{1,5}|熟练|经验)的?$")
"""What people know, between their name and the sum: 架子工有证350."""

_BY_DAY = re.compile("一天|每天|/天|日结|日薪|日工资|天天结")
_AT_ONCE = re.compile("[ ,]*(?:晚上|当天|当晚|下工)?(?:现结|日结|当[天场](?:微信|现金)?[结转])")
"""Paid the same day."""

_DAILY = (80, 999)
"""A bare number in these bounds (yuan) behind a title is a day's pay, if others are."""

_MEASURED = re.compile(r"(?:[ ,、/]?女 ?1\d\d)? ?(?:以[上下]|左右|[cC]|公分|厘米|斤|往上|往下)")
_CHEAP = re.compile("时|[计按]件")
"""Units of which none is paid so well as a month (计件3000-5000)."""

_PART_OF_DAY = re.compile("半天|(?<![到至-])[上下]午|小时")
_WHOLE_DAY = re.compile("[一每]天")
_MONTHLY = (1000, 30_000)
"""A bare number in these bounds (yuan) may be a month's pay."""

_STINT = re.compile("(?<![月上])(?:2[0-9]|二十[一-九]?)天 ?$")
"""What so many days earn is no month's pay: 月嫂26天9800."""

_TENS, _ROUND = 10, 100
"""A day's and a month's pay that is said can be divided by it (yuan)."""

_DEAR_PIECE = 500
"""Neither a piece nor an hour is paid so well (yuan)."""

WITHIN = 14
"""So many characters before a number are looked at."""


def counts_else(text: str, end: int) -> bool:
    """Whether what stands behind a number that ends there says that it is no pay: 180以上, 200平米."""
    return bool(_COUNTED.match(text, end) or _MEASURED.match(text, end))


def usual_unit(yuan: float) -> str | None:
    """Return for what time a bare round sum is usually paid, by its size."""
    if _DAILY[0] <= yuan <= _DAILY[1] and yuan % _TENS == 0:
        return DAY
    return MONTH if _MONTHLY[0] <= yuan <= _MONTHLY[1] and yuan % _ROUND == 0 else None


def of_part_of_day(words: str) -> bool:
    """Whether pay is told for less than a day: 半天, 上午, 小时."""
    return bool(_PART_OF_DAY.search(words))


class Sum:
    """A number that may be pay, with the words around it."""

    def __init__(self, free: str, match: re.Match[str]) -> None:
        self._free = free
        self._match = match
        self.before = re.split(
            r"[,;。!?\n\0]", free[max(0, match.start() - WITHIN) : match.start()]
        )[-1]
        self._inside = re.search(EACH_UNIT, match[0])
        earlier = _UNIT_BEFORE.search(self.before)
        # 洗碗一个2700: that is one person, not one piece
        person = earlier and earlier["unit"] is None and "个" in earlier[0]
        cheap = earlier and _CHEAP.search(earlier[0])
        dear = (person or cheap) and in_yuan(match) >= _DEAR_PIECE
        self._earlier = None if dear else earlier
        each = _UNIT_AFTER.match(free, match.end()) if not self._inside else None
        # 一斤12元 一天能挑三十斤: what stands apart begins something new
        apart = each and self._earlier and each[0].startswith(" ")
        a_date = each and each["paid"] == "月" and in_yuan(match) < _DAILY[0]
        self._each = None if apart or a_date else each
        self._money_before = _MONEY_BEFORE.search(self.before)
        if self._money_before is None and in_yuan(match) <= _DAILY[1]:
            self._money_before = _EACH_PERSON.search(self.before)
        self._end = self._each.end() if self._each else match.end()
        self._tail = _TAIL.match(free, self._end) or _TAIL.match(free, match.end())

    def sure(self) -> float:
        """How sure it is that the number is pay; 0: it is not."""
        has_unit = bool(self._inside or self._each)
        in_money = bool(re.search(MONEY, self._match[0]))
        allowance = _ALLOWANCE.search(self.before)
        if allowance and (_SUBSIDY.search(self.before) or _BASE.search(allowance[0])):
            allowance = None
        # the number may be the second of the two
        split = _SPLIT.match(self._free, max(0, self._match.start() - 1))
        if allowance or split or (not (has_unit or in_money) and self._is_counted()):
            return 0.0
        if in_money:
            return 0.6 if not (has_unit or self._earlier) and self._is_a_days() else 0.95
        if has_unit or self._earlier:
            return 0.9
        called = in_yuan(self._match) >= _DAILY[0] and _MONEY_AFTER.match(self._free, self._end)
        if self._money_before or called:
            return 0.85
        if self._is_daily() or self._is_paid_at_once() or self._is_for_some():
            return 0.6
        is_monthly = _MONTHLY[0] <= in_yuan(self._match) <= _MONTHLY[1]
        return 0.75 if is_monthly and self._stands_alone() else 0.0

    def wage(self) -> Wage | None:
        """What the words mean."""
        lead = _LEAD.search(self.before)
        words = ""
        if self._tail:
            words = "+" if self._tail["more"] else self._tail[0].replace("多", "以上")
        wage = read_wage(f"{lead[0] if lead else ''}{written(self._match)}元{self._unit()}{words}")
        return replace(wage, unit=None) if wage and _STINT.search(self.before) else wage

    def span(self) -> Span:
        """Where the number stands with the words that belong to it: 月薪3500元起."""
        begins = [found.start() for found in (self._earlier, self._money_before) if found]
        own = len(self.before) - min(begins) if begins else 0
        end = max(self._end, self._tail.end() if self._tail else 0)
        return Span(self._match.start() - own, end)

    def _unit(self) -> str:
        after = self._inside or self._each
        if after:
            word = next(filter(None, after.groups()))
            return "/" + _EACH_OF.get(word.lower(), "件")
        if self._earlier:
            word = self._earlier["unit"] or self._earlier[0][0]
            return "/" + _UNIT_OF.get(word, {"月": "月", "日": "天"}.get(word, "件"))
        return "/天" if self._is_daily() or self._is_a_days() else ""

    def is_of_some(self) -> bool:
        """Whether some people only earn it, or at some times: 手快的六千."""
        return bool(_GRADE.search(self.before))

    def _is_paid_at_once(self) -> bool:
        """Whether it is a day's pay by its size, and paid the same day: 260，晚上现结."""
        return self._is_a_days() and bool(_AT_ONCE.match(self._free, self._match.end()))

    def _is_for_some(self) -> bool:
        """Whether it is a day's pay by its size, and said of some people: 男的一百九女的一百五."""
        tall = _MEASURED.match(self._free, self._match.end())
        return self._is_a_days() and not tall and self.is_of_some()

    def _is_counted(self) -> bool:
        """Whether the number counts something else: people, hours, years."""
        start, end = self._match.span()
        numbered = _NUMBERED.search(self._free, max(0, start - 2), start) and not self._money_before
        return bool(numbered or _COUNTED.match(self._free, end))

    def _is_daily(self) -> bool:
        """Whether it is a bare number behind a name, where others are paid by the day."""
        match = self._match
        if self._money_before or match["low_factor"] or not self._is_a_days():
            return False
        before = _QUALIFIED.sub("", _PEOPLE_BEFORE.sub("", self.before.rstrip(" :")))
        named = any(title_sure(before[at:]) for at in range(len(before)))
        again = before[-2:] if len(before) > 1 else ""
        named = named or (bool(again) and 0 <= self._free.find(again) < match.start() - WITHIN)
        return named and (bool(_BY_DAY.search(self._free)) or self._stands_alone())

    def _is_a_days(self) -> bool:
        """Whether it is as much as people earn in a day: 工钱两百, 一人160."""
        part = _PART_OF_DAY.search(self.before) and not _WHOLE_DAY.search(self.before)
        whole_day = not part and not self._free.startswith("干半天", self._match.end())
        return whole_day and _DAILY[0] <= in_yuan(self._match) <= _DAILY[1]

    def _name_follows(self) -> bool:
        """Whether the next name stands right behind: 大工350小工230."""
        end = self._match.end()
        return any(title_sure(self._free[end : end + n]) > LOOSE for n in (2, 3, 4))

    def _stands_alone(self) -> bool:
        match = self._match
        after = self._free[match.end() : match.end() + 1]
        round_sum = in_yuan(match) % _ROUND == 0 and after.isalpha() and not after.isascii()
        return (
            round_sum
            or after in SEPARATORS + "\n+()左多起以包管元月上做早晚另加不要还再"
            or bool(match["high"])
            or self._name_follows()
        )
