"""Board, lodging (食宿) and insurance in an advertisement."""

import re
from collections.abc import Iterable, Iterator, Sequence

from mengzhan.rules.ads.adtext import PICTURES, AdText, Fact, Span
from mengzhan.rules.ads.labels import Labelled

_BOTH = (
    r"(?:包|管|供|免费|提供)(?:吃|食)(?:、|,|和)?(?:包|管|供)?(?:住|宿)|(?:免费|提供|包|管|供)(?:员工)?(?:食宿|吃住)",
    r"(?:项目部|工地|单位|公司|厂里)食宿|食宿 ?(?:全包|免费|都?管|全免|统一安排)|吃住[^,;。\n]{0,3}(?:全管|全包|都管)",
    r"(?:食宿|吃住)(?:全?免|[^,;。\n]{0,4}(?:管|包|免))|吃的?住的?(?:我家|都我)|吃住(?:店里|厂里|家里|社里|场里|全包|全管|都管|免费|都在|在我|都?包|不用管|不花钱|我管|在?[\u4e00-\u9fff]{1,4}家)|管[吃饭][管包]?睡|(?:三餐|两餐|两顿饭?|伙食)(?:和|加|及|与|、)(?:住宿?|宿舍)|食堂、?和?宿舍(?:都|全|均)?(?:免费|有)|有(?:员工|职工|免费)?食堂[\s和、及跟有]{1,2}(?:员工|职工|免费)?宿舍|管吃带住|连吃带住|(?:吃住|食宿)(?:都|也|全)?在",
)
_NEITHER = (
    r"(?:不|没有?|无)(?:包|管|提供|含|供)?(?:食宿|吃住)|不[管包](?:吃|食)(?:不[管包])?(?:住|宿)",
    r"(?:食宿|吃住)(?:都|全|均)?(?:自(?:理|己|行|费)|个人|各自|各管|概不|(?:全|都)?不[管包供])",
)
_NO_BOARD = (
    r"不[管包供](?:吃|饭|餐)|不(?:提供)?(?:管|包)?(?:午饭|工作餐|午餐|伙食|三餐)",
    r"灶自己起|有锅[^,;。\n能]{0,4}自己做|没(?:有)?(?:食堂|工作餐)|(?<!一)只(?=[管包]住)|(?:中午|晌午|晚饭|午饭)自己解决|自己起灶|(?:工作餐|食堂)没有|饭自己吃|(?<!能)自己(?:吃饭|起火|开火|做饭|解决吃)|自己带饭|(?:吃饭|饭钱)[^,;。\n]{0,3}扣|(?:吃饭|伙食|餐食?|午饭)自(?:理|备|己|带)|自带(?:午?饭|干粮|午餐)|自备午餐",
)
_NO_LODGING = (
    r"不(?:提供|管|包|供|安排|含)(?:住宿?|宿舍|住处)|(?:住宿?|宿|房租)自理|没(?:有)?(?:宿舍|住宿|住处|地方住)|不含住宿?",
    r"无(?:宿舍|住宿)|不住(?:家|宿|厂)(?!也|都)|(?:晚上?)?各回各家(?!吃)|自己(?:租房|找房|找住)|晚上不住|(?:回去|回家)(?:睡|住)|(?<![\u4e00-\u9fff])不住(?![\u4e00-\u9fff])|住(?:宿|处|的)?(?:的?话)?自己|住的?地方没有",
    r"(?:宿舍|住处|房间|炕|铺)[^,;。\s]{0,4}(?:满了|没了|不能住|住不下)|住不[了下上](?!人家)|没(?:有)?(?:住的|床位|床铺)|只(?=[管包](?:吃|饭))|不能住(?![校家])|(?<=[餐饭],)其[他它余](?:都|一概)?不[管包]",
)
_LUNCH = (
    r"(?:管|供|包|提供|免费)(?:一?顿)?(?:中午饭?|午饭|午餐|中餐)(?:一顿)?|管一顿(?:午饭|饭)?|中午一[餐顿]",
    r"(?:中午|晌午|午饭|午餐)(?:管|供|包|免费|提供)(?:一?顿?饭?)",
)
_MEALS = r"(?:工作餐|[一二两三四1-4]餐|餐食|员工餐|伙食|早餐|晚餐|就餐|饭食)"
_BOARD = (
    r"(?:包|管|供)(?:吃|饭|餐|伙食|[一二两三1-3]?[餐顿]饭?|早|晚)(?![住宿喝])|吃的(?:全?管|全包|都管)|晌饭管饭|(?<!不)(?<!泡面)(?<!茶)(?<!水)管(?:饱|够|酒|肉)|免费食堂|食堂(?:免费|全免)|饭有人?(?:给)?做|饭(?:我|由)?(?:老婆子?|媳妇|老伴|家里|主家|东家|我妈)给?做|大师傅(?:给)?做",
    rf"(?:提供|免费|有|含)\w{{0,3}}{_MEALS}|免费(?:吃|就)?(?:饭|餐)|工作餐(?!每[餐天顿]?补|补)|食堂免费|(?<![\u4e00-\u9fff])员工餐(?![\u4e00-\u9fff])",
    r"(?:吃饭|三餐|两餐|一日三餐|伙食|餐食)(?:免费|全包|都?管|提供|公司管)",
    r"管(?:宵夜|夜宵|早晚|[一二两三]顿)|吃(?:食堂|[一二两三]顿)|(?:米面|饭菜|粮|菜)[^,;。\n]{0,3}(?:给|管|出)",
    r"(?:灶上|大灶)吃|[一三两四]餐(?:小灶|都有)|一起(?:吃|用餐)|晚饭\w?请|社里管饭|(?:中午|晌午)有饭|午饭店主做|(?:早|中|晚|中午|晚上|三顿)\w{0,2}管饭|管\w{1,3}[餐顿]饭?",
    r"(?<![\u4e00-\u9fff])(?:早?午餐|早?中餐|[中午]晚餐|早中晚餐|[三两]餐)(?=[,;。 \n]|$)",
    r"有(?:免费|职工|员工|清真|自己的)?(?:食堂|灶(?!具))(?=[,;。!\n、+和]|宿舍|[有管包]|洗澡| (?! )|$)(?!有补)",
)
_ROOM_SORTS = "(?:员工|职工|免费|集体|夫妻|男女|公寓|双人|单间|的|空调|四人|\\d人|间|暖气|取暖)*"
_HOLDS = "管住[^,;。\n]{0,6}[孩娃]"
"""Tells of who minds children: 能管住三年级男孩."""

_LODGING = (
    rf"(?:(?<!蒙古)包|(?!{_HOLDS})管|供|可|能)住宿?|(?:给|统一)?安排住|住(?:工棚|板房|帐篷|蒙古包|毡房|场里|矿上|队上|工地|牧点)|(?:食堂|伙食|吃饭|饭菜|三餐)?、?宿舍(?:都|全)?免费|[双三四六八]人间|(?:提供|免费|有|安排|带|含){_ROOM_SORTS}(?:住宿?|宿舍|房间|住处|夫妻房|公寓|住房)",
    r"住宿(?:免费|提供|安排|公司|有)|宿舍(?:免费|带|有)|可以住(?![得惯])|(?<!自己)有(?:地方|地儿|房)(?:子)?[住睡]|(?<!不)住厂|夫妻房|员工宿舍|住的?有|宿舍在[^,;。\n]{1,8}|(?:公寓|宿舍|住):?[一二两四六八\d]人间|炕热|(?:单间|双人|集体)宿舍|住厂里|(?:房车|屋|店|院)里住",
    r"住(?:院里|校)(?=[,;。\n ]|$)",
    r"住宿舍|(?<![\u4e00-\u9fff])宿舍(?![\u4e00-\u9fff:])|宿舍\w{0,3}人间|有\w{0,3}房(?=有|能住|住)|包能住|住的给|给[^,;。\n]{0,5}(?:小屋|房子|宿舍|住处)",
)
_SAID = tuple(
    (what, value, re.compile("|".join(patterns)))
    for what, value, patterns in (
        ("both", False, _NEITHER),
        ("board", False, _NO_BOARD),
        ("lodging", False, _NO_LODGING),
        ("both", True, _BOTH),
        ("lunch", True, _LUNCH),
        ("board", True, _BOARD),
        ("lodging", True, _LODGING),
    )
)
_OF_MEALS = re.compile("[食宿吃住餐饭]")
_LABELS = (("食宿", "both"), ("吃住", "both"), ("住", "lodging"), ("宿舍", "lodging"))
_REFUSES = re.compile("(?:均|都|全部?)?(?:自|无|没|不|个人|各自)")
_PROMISES = re.compile(
    "(?:均|都|全部?)?(?:包|免|管|有|提供|统一|安排|齐全|由?(?:公司|厂|单位|店|矿|甲方))"
    "|.{0,4}(?:宿舍|人间|单间|食堂|[一两三]餐)"
)
"""How the answer behind 食宿：, 住宿： or 吃饭： begins."""

_ROOM_ONLY = re.compile("[^餐食饭吃]*(?:宿舍|人间|单间)[^餐食饭吃]*")
_SHORT_ANSWER = 8
_NOUNS = {
    "board": "饭|餐|吃|食(?!堂$)|伙(?!什|计)|起火|[一二两三]顿|晌午|米面|锅灶|小灶|开火|夜宵|宵夜|干粮|盒饭|食堂(?!$)",
    "lodging": "住|宿|板房|房|床|炕|(?<!店)铺|屋|帐篷|毡房|蒙古包|窝棚|公寓|单间",
}
_NOT_GIVEN = (
    "自己|自个|各管各|自理|自备|自带|自行|自费|自家|自掏|自找|搭伙|各回各|回家吃|"
    "不[管包供含提安给]|没|无|另算|解决不了"
)
_GIVEN = (
    "管|包|供|免|有|给|提供|全|白吃|跟(?=.{0,4}[吃席])|席上|通铺|上下铺|[两双三四六八]人一?间|店里|厂里|家里|院里|矿上|站上|车上|队上|场里|校|单位|食堂|公家|公司|主家|东家|雇主|老板|随便|解决|"
    "现成|不要钱|不花钱|不收费|一块|一起|跟着|一样|在.{1,4}吃|我[出供管]|盒饭|独立|统一|地头|帐篷"
)
_MEAL_OR_BED = tuple(
    (
        what,
        value,
        re.compile(
            rf"(?!.*(?:用工|招[工聘人]|{_HOLDS}))(?=.*(?:{nouns}))(?=.*(?:{said})).{{2,14}}"
        ),
    )
    for what, nouns in _NOUNS.items()
    for value, said in ((False, _NOT_GIVEN), (True, _GIVEN))
)
_ROOM = "[\u4e00-\u9fff]{0,3}(?:公寓|宿舍|[平板钢凉]房|帐篷|蒙古包|毡房|楼|[站店场厂院屋][上里]|库房|后院|有炕)"
_HAS = (
    ("both", re.compile("(?:吃住|食宿)[\u4e00-\u9fff]{1,7}")),
    (
        "board",
        re.compile(
            "(?:食堂|灶上|一天|一日|每天|员工餐)?[一两三][顿餐]饭?|吃席|顿顿有.{1,3}|一天[两三]顿.{0,5}|[早午晚中]?[饭餐]送到.{1,5}|(?:伙房)?有大师傅|[早中晚]上?一顿饭|有人做饭|含[午早晚]餐"
        ),
    ),
    ("lodging", re.compile(f"{_ROOM}[\u4e00-\u9fff]{{0,2}}[住睡]")),
    (
        "lodging",
        re.compile(
            "(?:晚上|夜里|平时|都)?[住睡](?!得|的(?!有)|附近|家|址|户|院|对|这边|本|宿$)[\u4e00-\u9fff]{2,7}"
        ),
    ),
    ("board", re.compile("(?:中午|晌午|晚上)?吃(?!苦|亏|力|得|住|不)[\u4e00-\u9fff]{1,5}")),
)
"""Where people live, and what they eat, while they work: 住工地板房, 吃手把肉."""

_OWN_THINGS = re.compile("(?:自[己个]?[带备])?(?:行李|铺盖|被褥|被子|洗漱用?品?)(?:自[带备理])?")
"""What people bring along, which tells nothing of board or lodging."""

_NOT_A_BENEFIT = re.compile(
    "加班[饭餐]|有没有|能自己|自己能|自己有|酒店$|[招聘缺]$|招人|招聘|面包|[要缺找招][^,]{0,8}(?:师|员|工|[一两二三四五六七八九十\\d][个名位])|外包|承包|医院(?!给)|粮食|饲料|食品|餐饮|住院|吃苦|小吃|住建|床品|近|补贴|奖|[工电车学押路话服]费|元|保险|社保|五险|老人|孩子|优先|有证|经验|"
    "欢迎|电话|联系|人搭伙|楼(?![房住里上])|[会能要想]做|(?<!自己)做[早午晚三两]?[顿]?饭|打饭|上菜|个钟|小时|点钟"
)
_LIVES_IN = re.compile(
    "住家(?=保姆|阿姨|护工|照护|月嫂|育儿嫂)|(?<![\u4e00-\u9fff])住家(?![\u4e00-\u9fff])"
)
"""Says where one lives, and is part of a title."""

_MONEY = rf"[^,;。\n\0{''.join(PICTURES)}]"
_ALLOWANCE = re.compile(
    rf"(?:饭|餐|房|住宿|伙食|食宿|就餐)(?:补贴?|贴)(?:每[天月日])?{_MONEY}{{0,8}}|食堂饭补{_MONEY}{{0,6}}"
)


_INSURANCE = re.compile("五险一金|五险|工伤保险|意外险|雇主责任险")


def find_insurance(ad: AdText) -> list[Fact]:
    """Return the sort of insurance that is named, if one is."""
    spans = [Span(*match.span()) for match in _INSURANCE.finditer(ad.free)]
    return ad.took([ad.fact("insurance", span, 0.85) for span in spans])


def _behind_labels(ad: AdText, labels: Sequence[Labelled]) -> Iterator[Fact]:
    """What a label promises or refuses: 食宿：全包."""
    for label in labels:
        name = ad.folded[slice(*label.label)]
        clause = next(ad.clauses(label.value), None)
        if label.what != "benefits" or not _OF_MEALS.search(name) or clause is None:
            continue
        if ad.free[label.value.start : clause.start].strip(" "):
            continue  # what stands right behind it is understood
        refused = bool(_REFUSES.match(ad.folded, *clause))
        short = clause.end - clause.start <= _SHORT_ANSWER
        if short and (refused or _PROMISES.match(ad.folded, *clause)):
            what = next((what for word, what in _LABELS if word in name), "board")
            room = _ROOM_ONLY.fullmatch(ad.folded, *clause)
            what = "lodging" if room else what
            yield Fact(what, not refused, clause, 0.85)


def find_meals(ad: AdText, labels: Sequence[Labelled] = ()) -> list[Fact]:
    """Return board and lodging; ``lunch`` is board of one meal, ``allowance`` money for it."""
    found: list[Fact] = []
    for what, value, pattern in _SAID:
        spans = [Span(*match.span()) for match in pattern.finditer(ad.free)]
        found += ad.took([Fact(what, value, span, 0.9) for span in spans])
    found += ad.took(list(_behind_labels(ad, labels)))
    living = [Span(*match.span()) for match in _LIVES_IN.finditer(ad.free)]
    found += [Fact("lodging", True, span, 0.8) for span in living]
    money = [Span(*match.span()) for match in _ALLOWANCE.finditer(ad.free)]
    found += ad.took([Fact("allowance", True, span, 0.8) for span in money])
    return sorted(found, key=lambda fact: fact.span)


def find_meals_in_clauses(ad: AdText) -> list[Fact]:
    """Return board and lodging that a short clause tells in words of its own: 饭自带, 宿舍有."""
    return ad.took(list(_in_clauses(ad)))


def _in_clauses(ad: AdText) -> Iterator[Fact]:
    for clause in ad.clauses():
        words = _OWN_THINGS.sub("", ad.folded[clause.start : clause.end])
        if _NOT_A_BENEFIT.search(words):
            continue
        told = [(what, value) for what, value, said in _MEAL_OR_BED if said.fullmatch(words)]
        for what, value in dict(reversed(told)).items():
            yield Fact(what, value, clause, 0.65)
        if not told:
            yield from (
                Fact(what, True, clause, 0.6) for what, said in _HAS if said.fullmatch(words)
            )


def meals_of(facts: Iterable[Fact]) -> dict[str, Fact]:
    """Return ``board`` and ``lodging`` as the phrases together say; a refusal wins.

    ``lunch`` and ``allowance`` are in it beside them where the message says so.
    """
    known: dict[str, Fact] = {}
    for fact in facts:
        names = {"both": ("board", "lodging"), "lunch": ("board", "lunch")}.get(
            fact.what, (fact.what,)
        )
        for name in names:
            if name not in known or fact.value is False:
                known[name] = fact
    return known
