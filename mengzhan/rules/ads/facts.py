"""What an advertisement says in set phrases: telephones, how many people, hours, board, lodging."""

import re
from collections.abc import Iterable, Sequence

from mengzhan.model.phone import check_phone, clean_phone
from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.labels import Labelled
from mengzhan.rules.ads.titlewords import title_sure
from mengzhan.rules.ads.numerals import DIGITS, number

_SAID_DIGIT = "[零〇幺一二三四五六七八九]"
_PHONE = re.compile(
    r"(?<![\d.])(?:\+?86[- ]?)?(?:"
    r"1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|1[3-9]\d[- ]?\d{3}[- ]?\d{5}(?!\d)|1[3-9]\d(?:\d|[xX*]){8}"
    r"|\(?0\d{2,3}\)?[- ]?\d{7,8}(?!\d)|[48]00[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)"
    rf"|(?<=电话)[: ]?[2-8]\d{{6,7}}(?!\d))|[一幺]{_SAID_DIGIT}{{10}}"
)
_HOW_MANY = re.compile(
    r"(?P<each>各|各招|各需)?(?:男女?|女)?"
    r"(?P<low>\d{1,4}|[一二两俩仨三四五六七八九十百]{1,3})(?:[-~—–至到](?P<high>\d{1,4}|[一二两三四五六七八九十]{1,2}))?"
    r"(?P<about>[余来多+])?(?P<counter>名|人|位|个(?!月|小时|星期|工(?!人))|(?<=[俩仨])(?![月天小]))"
)
_TIMES = re.compile(r"(?<=[\u4e00-\u9fff]) ?[xX*×] ?(\d{1,3})(?!\d)")
_BARE = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<title>[\u4e00-\u9fff]{2,8}) ?(?P<count>\d{1,2})(?=[ ,、]*\0|[ ,、]*$)",
    re.MULTILINE,
)
_NOT_A_NEED = re.compile(
    r"(?:照顾|照看|伺候|护理|服侍|看护|每|满|第|住|同住|家里|现有|已有|员工|团队|共有|有|为|供|一天|包|上|仅|前|每班|"
    r"送|介绍|带|拼|坐|够|帮|只要|年满|夫妻)$"
)
_NOT_PEOPLE = re.compile(
    r"(?:一?间|寝|宿舍|房|以上可|老人|孩子|小孩|宝宝|学生|客|月|小时|工|班组|以上规模|的团队|一组|次|车|座|份|组|点|起送|都|就|家|地方|好)"
)
_PART = r"(?:早上?|早晨|清早|上午|前晌|头晌|中午|晌午|午|下午|后晌|傍晚|晚上?|黑夜|凌晨|夜里|夜间|次日|第二天)"
_SIGN = r"(?:[:.][0-5]\d|点半|点[一二三四五]?十?\d{0,2}分?|点钟?|时)"
_HOUR = r"(?:[012]?\d|[一二三四五六七八九十]{1,2})"
_CLOCK = rf"(?:{_PART}+{_HOUR}{_SIGN}?|{_HOUR}{_SIGN})(?:钟|整|左右)?"
_END = rf"{_PART}*{_HOUR}{_SIGN}?(?:钟|整|左右)?"
_FROM_TO = (
    rf"(?:{_CLOCK} ?(?:上班|开始|起|上工|开工)?(?: ?[-~—–到至]+ ?|干到|上到|做到){_END}|{_HOUR}[-~—–到至]+{_PART}?{_HOUR}{_SIGN})"
    r"(?:左右|下班|收工|结束)?"
)
_COUNT = "[一二两三四五六七八九十\\d]"
_HOURS = re.compile(
    rf"(?:从|每天|明天|今天|后天|周一(?:至|到|-)周[五六日])?{_FROM_TO}(?:[,、;和 ]*{_FROM_TO})*"
    rf"|{_CLOCK}(?:上班|上工|开工|到岗)(?:[, ]?{_CLOCK}下班)?|{_CLOCK}下班|(?:明天|今天|后天){_CLOCK}|{_CLOCK}(?=[^,;。\n]{{0,8}}集合)|干到{_CLOCK}|[上下]午干完|半天活?"
    r"|(?:中午|午)休(?:息)?[一二两\d](?:个?半)?个?小时"
    rf"|[做上干]{_COUNT}{{1,2}}个?小时,?休息?{_COUNT}{{1,2}}个?小时"
    rf"|(?:每天|一天|每日|日|每班|每周|全天|白班|夜班)?(?:工作|上班?|干|就|不超过)?\d{{1,2}}(?:-\d{{1,2}})?个?小时(?:工作|倒班|一班)?制?(?:,?不加(?:夜)?班)?"
    rf"|(?:每天|一天|每日|上|干)[一二三四五六七八九十]{{1,2}}个?(?:多)?小时"
    r"|[一二两三四2-4]班[一二两三2-3]?(?:倒|运转|制|轮)换?班?|[早中晚白夜]{2,3}班(?:倒|轮)?|倒班|长?白班|夜班(?!多|补|加|津|费)|早晚两?班倒?|[早中晚]班|行政班|常日班|正常班"
    rf"|上{_COUNT}{{1,2}}天?班?,?休{_COUNT}{{1,2}}天?|[做干]?[一二两三四五六七]休[一二两三](?!周)"
    r"|(?:周末)?[双单]休(?:日)?|大小周|朝九晚[五六]|早(?:[七八九十]|\d{1,2})点?晚(?:[四五六七八九十]|\d{1,2})点?半?"
    rf"|(?:每|一个?)?(?:月|周|星期)(?:可|能|带薪)?休(?:息|假)?{_COUNT}{{1,2}}(?:-\d)?天?|(?:每|一个?)(?:月|周|星期)(?:有|能)?{_COUNT}{{1,2}}天(?:休息?|假)"
    r"|(?:周[一二三四五六日末]|法定(?:节?假日|节日)|节假日)(?:正常)?(?:双|单)?休(?:息)?|轮休|调休|弹性(?:工作)?时间?"
)
_MEALS = (
    ("both", True, r"(?:包|管|供|免费|提供)(?:吃|食)(?:、|,|和)?(?:包|管|供)?(?:住|宿)|食宿(?:全包|免费|都?管|全免|统一安排)|吃住[^,;。\n]{0,3}(?:全管|全包|都管)|吃住(?:全包|全管|都管|免费|都在|在我|都?包|不用管|不花钱|我管)|"
     r"(?:免费|提供|包|管|供)(?:员工)?(?:食宿|吃住)|管吃带住|吃住都(?:管|包)|吃住在?[\u4e00-\u9fff]{1,4}家|连吃带住"),
    ("both", False, r"(?:不|没有?|无)(?:包|管|提供|含|供)?(?:食宿|吃住)|不[管包](?:吃|食)(?:不[管包])?(?:住|宿)|(?:食宿|吃住)自(?:理|己|行)"),
    ("board", False, r"不[管包供](?:吃|饭|餐)|不(?:提供)?(?:管|包)?(?:午饭|工作餐|午餐|伙食|三餐)|(?:吃饭|伙食|餐食?|午饭)自(?:理|备|己|带)|自带(?:午?饭|干粮|午餐)|自备午餐"),
    ("lodging", False, r"不(?:提供|管|包|供)(?:住宿?|宿舍|住处)|(?:住宿?|宿)自理|没(?:有)?(?:宿舍|住宿|住处|地方住)|不含住宿?|无(?:宿舍|住宿)|住(?:宿)?自己|住的?地方没有"),
    ("lunch", True, r"(?:管|供|包|提供|免费)(?:一?顿)?(?:中午饭?|午饭|午餐|中餐)(?:一顿)?|(?:中午|午饭|午餐)(?:管|供|包|免费|提供)(?:一?顿?饭?)|管一顿(?:午饭|饭)?"),
    ("board", True, r"吃的(?:全?管|全包|都管)|(?:晌午|晌饭)管饭|(?:包|管|供)(?:吃|饭|餐|伙食|[一二两三1-3]?[餐顿]饭?|早|晚)(?![住宿喝])|(?:提供|免费|有|含)\w{0,3}(?:工作餐|[一二两三四1-4]餐|餐食|员工餐|伙食|早餐|晚餐|就餐|饭食)|(?:吃饭|三餐|两餐|一日三餐|伙食|餐食|工作餐)(?:免费|全包|都?管|提供|公司管)|免费(?:吃|就)?(?:饭|餐)|工作餐|食堂免费|(?:早|中|晚|中午|晚上|三顿)\w{0,2}管饭|管\w{1,3}[餐顿]饭?"),
    ("lodging", True, r"(?:包|管|供|可|能)住宿?|(?:提供|免费|有|安排|带|含)(?:员工|职工|免费|集体|夫妻|男女|公寓|双人|单间|的|空调|四人|\d人|间|暖气|取暖)*(?:住宿?|宿舍|房间|住处|夫妻房|公寓|住房)|住宿(?:免费|提供|安排|公司|有)|宿舍免费|有(?:地方|房)(?:子)?住|住厂|夫妻房|住的给|给[^,;。\n]{0,5}(?:小屋|房子|宿舍|住处)|员工宿舍|住的?有"),
)  # fmt: skip
_MEAL_PATTERNS = tuple((what, value, re.compile(pattern)) for what, value, pattern in _MEALS)
_ALLOWANCE = re.compile(
    r"(?:饭|餐|房|住宿|伙食|食宿|就餐)(?:补贴?|贴)(?:每[天月日])?[^,;。\n\0]{0,8}|食堂饭补[^,;。\n\0]{0,6}"
)
_LIVES_IN = re.compile("住家(?=保姆|阿姨|护工|照护|月嫂|育儿嫂)")
"""Says where one lives, and is part of a title."""

_COUPLE = re.compile(r"(?<=[招找寻雇缺请聘需])(?:一对)?(?:两口子|夫妻(?:俩|工|二人|两人)?)")
_ONE = re.compile(r"(?<=[招找寻雇缺请聘差])个(?!月|人|小时|星期)")
_FREE_FORM = re.compile(r"若干(?:名|人|位)?|[数多](?:名|人|位)")


def find_phones(ad: AdText) -> list[Fact]:
    """Return telephone numbers in one writing; half-hidden ones as they stand, and less sure."""
    found = []
    for match in _PHONE.finditer(ad.free):
        written = "".join(_said(char) for char in match[0])
        value = clean_phone(written.strip(": "))
        sure = 0.95 if not check_phone(value) else 0.4
        found.append(_took(ad, Fact("phone", value, Span(*match.span()), sure)))
    return found


def _said(char: str) -> str:
    return "1" if char == "幺" else str(DIGITS.get(char, char))


def find_headcounts(ad: AdText, labels: Sequence[Labelled]) -> list[Fact]:
    """Return how many people are wanted; ``each`` when the number holds for each of several."""
    found = []
    for label in labels:
        bare = re.match(
            r" *(\d{1,4}|[一二两三四五六七八九十]{1,3})(?![\d名人位个])",
            ad.free[label.value.start : label.value.end],
        )
        count = number(bare[1]) if bare and label.what == "headcount" else None
        if bare and count:
            span = Span(label.value.start, label.value.start + bare.end())
            found.append(_took(ad, Fact("headcount", count, span, 0.9)))
    for match in _HOW_MANY.finditer(ad.free):
        low = number(match["low"])
        before, after = ad.free[max(0, match.start() - 4) : match.start()], ad.free[match.end() :]
        if not low or _NOT_A_NEED.search(before) or _NOT_PEOPLE.match(after):
            continue
        sure = 0.5 if match["high"] or match["about"] else 0.9
        what = "each" if match["each"] else "headcount"
        found.append(_took(ad, Fact(what, low, Span(*match.span()), sure)))
    for match in _BARE.finditer(ad.free):
        if title_sure(match["title"]):
            found.append(
                _took(ad, Fact("headcount", int(match["count"]), Span(*match.span("count")), 0.7))
            )
    for match in _TIMES.finditer(ad.free):
        found.append(_took(ad, Fact("headcount", int(match[1]), Span(*match.span()), 0.8)))
    for match in _COUPLE.finditer(ad.free):
        found.append(_took(ad, Fact("headcount", 2, Span(*match.span()), 0.7)))
    for match in _ONE.finditer(ad.free):
        found.append(_took(ad, Fact("headcount", 1, Span(*match.span()), 0.6)))
    for match in _FREE_FORM.finditer(ad.free):
        found.append(_took(ad, Fact("headcount", None, Span(*match.span()), 0.5)))
    return sorted(found, key=lambda fact: fact.span)


def find_hours(ad: AdText) -> list[Fact]:
    """Return hours of work, neighbouring phrases as one."""
    spans: list[Span] = []
    for match in _HOURS.finditer(ad.free):
        if spans and not ad.folded[spans[-1].end : match.start()].strip(" ,、;()"):
            spans[-1] = Span(spans[-1].start, match.end())
        else:
            spans.append(Span(*match.span()))
    trimmed = [ad.trimmed(span) for span in spans]
    return [_took(ad, Fact("hours", ad.words(span), span, 0.85)) for span in trimmed]


def find_meals(ad: AdText) -> list[Fact]:
    """Return board and lodging; ``lunch`` is board of one meal, ``allowance`` money for it."""
    found = []
    for what, value, pattern in _MEAL_PATTERNS:
        for match in pattern.finditer(ad.free):
            found.append(_took(ad, Fact(what, value, Span(*match.span()), 0.9)))
    found += [
        Fact("lodging", True, Span(*match.span()), 0.8) for match in _LIVES_IN.finditer(ad.free)
    ]
    for match in _ALLOWANCE.finditer(ad.free):
        found.append(_took(ad, Fact("allowance", True, Span(*match.span()), 0.8)))
    return sorted(found, key=lambda fact: fact.span)


def _took(ad: AdText, fact: Fact) -> Fact:
    ad.take(fact.span)
    return fact


def meals_of(facts: Iterable[Fact]) -> dict[str, Fact]:
    """Return ``board`` and ``lodging`` as the phrases together say; a refusal wins."""
    known: dict[str, Fact] = {}
    for fact in facts:
        names = ("board", "lodging") if fact.what == "both" else (fact.what,)
        for name in ("board" if one == "lunch" else one for one in names):
            if name not in known or fact.value is False:
                known[name] = fact
    return known
