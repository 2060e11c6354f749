"""How many people an advertisement asks for."""

import re
from collections.abc import Iterator, Sequence

from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.labels import Labelled
from mengzhan.rules.ads.numerals import at_least, number
from mengzhan.rules.ads.titlewords import title_sure

_SPOKEN = "[一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]{1,4}"
_COUNTED = re.compile(
    r"(?P<each>各[招需要缺]?)?(?:男女?|(?<!妇)女)?"
    rf"(?P<low>\d{{1,4}}|{_SPOKEN}|[俩仨])(?:[-~—–至到](?P<high>\d{{1,4}}|{_SPOKEN}))?"
    r"(?P<about>[余来多几+])?(?:名|人|位|枚(?!鸡|蛋|硬)|口人|号人|个人|个(?!多?月|半|小时|钟|星期|工(?!人))|(?<=[俩仨])(?![月天班钟顿饭菜点年店厂孩老]|小时))"
)
ABOUT = 0.3
"""How sure about so many is (十来个): too little to be told. More than so many (20余人) are at least that
many."""

_VAGUE = ("来", "几")

_NOT_WANTED = re.compile(
    r"(?:照顾|照看|伺候|护理|服侍|看护|每|满|第|住|家里|员工|团队|(?<!还)有|为|供|一天|(?<!打)包|上|仅|就|前|每班|不是招|送|介绍|带|拼|"
    r"坐|够|帮|发|转|只要|夫妻|个老人)$"
)
_NOT_PEOPLE = re.compile(
    "管|小区|厂区|店面|项目|一?间|一天|一晚|一次|倒|轮|岗|寝|字母|宿舍|房|以上可|老人|大人|卫生间|厨房|卧室|院|[菜大]?棚|在家|圈|窗|门|孩子|小孩|宝宝|学生|客|月|小时|工|班组|以上规模|的团队|一组|次|车|座|份|组|点|起送|都|就|家|地方|好|活(?!好|细|泼)|的[饭餐活]|的车间|的厂"
)
_IN_LABEL = re.compile(rf" *(?P<count>\d{{1,4}}|{_SPOKEN})(?![\d名人位个一二三四五六七八九十])")
_BARE = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<title>[\u4e00-\u9fff]{2,8})(?:\([^()\d]{2,20}\))? ?(?P<count>\d{1,2})"
    r"(?:(?P<pay>[ ,、(]*\0)|(?=[ ,、+;。/()]|$))",
    re.MULTILINE,
)
_NO_NAME = re.compile("[月休天班早晚加近第年周岁满楼层号路电]|以上|不超|工龄|全勤|奖|补|餐|险")
_OF_BOTH = re.compile(r"男女各(?P<count>\d{1,3}|[一两二三四五六七八九十])(?:名|人|个|位)?")
_SEXES = re.compile(
    "[,、 ]?".join(
        rf"{sex}[工的]?(?P<{name}>\d{{1,2}}|[一两二三四五六七八九十俩仨])(?!\d|[岁周元块]|以[上下内])(?:名|人|个|位)?"
        for sex, name in (("男", "men"), ("女", "women"))
    )
)
_CALLED = re.compile(r"(?<=[招缺要]) ?(?P<count>\d{1,2})(?=[ ,;。/\n]|$)")
_EACH = re.compile(r"各[需招要缺]?(?P<count>\d{1,2}|[一两二三四五六俩仨])(?=[,;。、\n ]|$)")
_TIMES = re.compile(r"(?<=[\u4e00-\u9fff]) ?[xX*×] ?(?P<count>\d{1,3})(?!\d)")
_COUPLE = re.compile(
    r"(?<=[招找寻雇缺请聘需要])(?:一对)?(?:两口子|夫妻(?:俩|工|二人|两人)?)|(?<=[员工手人])夫妻(?:俩|二人|两人)"
)
_ONE = re.compile(r"(?<=[招找寻雇缺请聘差要来求少])个(?!月|小时|星期)")
_SOME = re.compile(r"若干(?:名|人|位)?|[数多](?:名|人|位)")


def find_headcounts(ad: AdText, labels: Sequence[Labelled]) -> list[Fact]:
    """Return how many people are wanted.

    ``each`` when a number holds for each of several names in a row; 若干 is a fact without value, and 十来个
    one that is no surer than `ABOUT`.
    """
    found: list[Fact] = []
    # each way sees only what the earlier ones left
    for way in (_in_labels(ad, labels), _of_both(ad), _counted(ad), _bare(ad), _in_phrases(ad)):
        found += ad.took(list(way))
    return sorted(found, key=lambda fact: fact.span)


def _in_labels(ad: AdText, labels: Sequence[Labelled]) -> Iterator[Fact]:
    for label in labels:
        match = _IN_LABEL.match(ad.free, *label.value)
        if label.what == "headcount" and match:
            yield Fact("headcount", number(match["count"]), Span(*match.span("count")), 0.9)


def _counted(ad: AdText) -> Iterator[Fact]:
    free = ad.free
    for match in _COUNTED.finditer(free):
        low = at_least(match["low"])
        before = free[max(0, match.start() - 4) : match.start()]
        unwanted = not match["each"] and _NOT_WANTED.search(before)
        if low and not unwanted and not _NOT_PEOPLE.match(free, match.end()):
            sure = 0.5 if match["high"] or match["about"] else 0.9
            sure = ABOUT if match["about"] in _VAGUE else sure
            yield Fact("each" if match["each"] else "headcount", low, Span(*match.span()), sure)


def _of_both(ad: AdText) -> Iterator[Fact]:
    """So many men and so many women: 男女各2, 男工俩女工仨."""
    for match in _OF_BOTH.finditer(ad.free):
        yield Fact("headcount", 2 * (number(match["count"]) or 0), Span(*match.span()), 0.8)
    for match in _SEXES.finditer(ad.free):
        both = sum(number(match[sex]) or 0 for sex in ("men", "women"))
        yield Fact("headcount", both, Span(*match.span()), 0.8)


def _bare(ad: AdText) -> Iterator[Fact]:
    """A number right behind a name: 打荷2 4500."""
    for match in _BARE.finditer(ad.free):
        may_be = match["pay"] and not _NO_NAME.search(match["title"])
        title = match["title"]
        if may_be or any(title_sure(title[at:]) for at in range(len(title) - 1)):
            yield Fact("headcount", int(match["count"]), Span(*match.span("count")), 0.7)


def _in_phrases(ad: AdText) -> Iterator[Fact]:
    for match in _EACH.finditer(ad.free):
        yield Fact("each", number(match["count"]), Span(*match.span()), 0.8)
    for pattern in (_TIMES, _CALLED):
        for match in pattern.finditer(ad.free):
            yield Fact("headcount", int(match["count"]), Span(*match.span("count")), 0.8)
    for pattern, value, sure in ((_COUPLE, 2, 0.7), (_ONE, 1, 0.6), (_SOME, None, 0.5)):
        for match in pattern.finditer(ad.free):
            yield Fact("headcount", value, Span(*match.span()), sure)
