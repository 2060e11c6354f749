"""Who hires: firms, shops and households that an advertisement names."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from mengzhan.rules.ads.adtext import SEPARATORS, TAKEN, AdText, Fact, Span
from mengzhan.rules.ads.firmwords import (
    HOUSES,
    ONLY_A_SORT,
    ends_as_firm,
    ends_with_firm,
    only_a_sort,
)
from mengzhan.rules.ads.labels import Labelled
from mengzhan.rules.ads.placenames import area_end, behind_place, is_league, place_sure
from mengzhan.rules.ads.titlewords import does_work, title_sure
from mengzhan.rules.ads.vocabulary import HAN, any_of, words_for

_FIRMS = any_of("firm_ending")
_BODY = r"[\u4e00-\u9fffA-Za-z0-9·&]{1,40}?"
_NOT_A_FIRM = re.compile(
    rf"^(?:会|能|懂|需|有|往|的|自己|做|卖|住|等|坐|入职|体检|备注|携|简历|以前|[旺淡]季)|方可|合格|联合$|扣\d|上下铺|[一二两三四五六七八九十\d]场$|点\d*[在到]|^草场$|^人力$|^(?:公司|工厂|单位|精神|.居|工程部|车间|.车间)$|(?<!小)吃|喝|^新店|^面向|^入[厂店场]$|[一两]铺$|^没|^车公司|^[进到]店$|是(?:公司|厂|店|场)|^按|^要|开业|[把靠别]|能到|的是|只用|带队|[一二三四五六七八九十\d][社队]$|\d月|某(?!.{{5}})|{any_of('not_firm')}|项目(?!部)"
)
_WORKSHOP = re.compile(f"{HAN}{{2,3}}[店馆铺坊厂]")
_GOODS = 2
_DICTATED = 20
_CLEAR = 2
_SHORTEST_ENDING = 2
_STREETS = (*"街路巷道镇乡村旗县区市旁", "苏木", "嘎查", "边上", "旁边", "对面", "附近", "门口")
_NAMED_FROM = 4
"""From so many characters on a firm has a name without the long address before it."""

_NUMBERED = re.compile("[旗县市区盟]?(?:第?[一二三四五六七八九十]|实验|蒙古族|民族)[小中幼高]")
"""A school of the banner, and what belongs to it: 旗一中食堂."""

_LONG_ENDINGS = "|".join(word for word in words_for("firm_ending") if len(word) > 1)
_LONG_ENDING = re.compile(f"{HAN}{{2,}}(?:{_LONG_ENDINGS})$")
"""牧源牛场 is a firm, though 牧 is work as well."""

_IN_CLAUSE = re.compile(
    rf"(?P<firm>(?![我俺咱本这该])[\u4e00-\u9fffA-Za-z0-9·&]{{0,40}}?(?:{_FIRMS})(?:\([^()\n\0]{{1,12}}\))?)"
    rf"(?P<goes_on>$|[啊呢呀招找缺聘雇急现要需诚差在又想还再另]|[管包][吃住饭]|[暑寒]假|[春夏秋冬]季|马上|(?!(?:{_FIRMS}))(?!直|有限|股份|责任){HAN}{{1,4}}(?:招(?!呼|待|牌|新)|诚聘|急聘)|[负\d一二三四五六七八九十]{{1,3}}[楼层](?!{HAN})|开[营业工机滑园]|通知|后厨|前厅|公开|长年|常年|长期|的(?!别|不)|明天|今天|[外另]聘|上班|办公室|人事|人力|有人|{HAN}{{1,4}}了)"
)
_FIRST = 4
"""So many clauses at the beginning of a message are looked at for a firm that they only mention."""

_FOR = tuple("给帮替为")
_DOES = re.compile("[管进到看给帮替]|开(?!鲁)|你们|员工")
_TRADES = "运输|种植|养殖|加工|工程|物流|快递|电力|食品|汽车|农机|搬家|保洁|家政"
"""Endings of firms that are what somebody does as well: 叶片运输护送车."""

_MENTIONED = re.compile(
    rf"(?P<firm>(?![某这该那]){HAN}{{1,12}}?(?:{_LONG_ENDINGS}|[厂店馆铺坊]))"
    rf"(?!{_FIRMS}|矿|里|村|旁|对面|斜|附近|\d|(?<={_TRADES}){HAN}|{HAN}{{0,2}}[路街巷桥门])"
)
_WE_ARE = re.compile(
    rf".{{0,6}}(?:我们?家?|你们家?|咱们?家?|俺们?家?|隔壁|开了?[个家])(?:这[边里儿]?|那)?[是个]?|这[边里儿]是|{HAN}{{0,4}}在"
)
_KEEPS = re.compile(rf"(?P<firm>{HAN}{{0,4}}?(?:{_FIRMS}))(?!{_FIRMS})(?={HAN}{{2}})")
"""The shop that a name of work begins with: 肉铺砍肉的师傅, 网吧收银."""

_COME_TO = re.compile(
    rf"(?:来我们?|我这[边儿]?|咱们?|俺们?|我们|吃住(?:都)?在?|(?<!{HAN}))"
    rf"(?P<firm>{HAN}{{0,2}}?(?:{_FIRMS}))(?=用|管吃|管住|管饭|里收|在|呗|忙|[,;。!\n ]|$)"
)
"""A firm that is mentioned as ours, or as where people live and eat: 我这儿沙场用, 吃住马场."""

_CALLED_OUT = re.compile(
    rf"(?<!{HAN})(?P<firm>(?:(?![俺咱本某这该年月天个家店厂人位们急又再]){HAN}){{3,6}})(?:招人|招聘|诚聘|招工)(?:[啦了喽咯]|$)"
)
"""A name on its own that hires; neither people nor time, nor a shop of no name."""

_HIRED_FOR = re.compile(rf"[为给替帮](?P<firm>{_BODY}(?:{_FIRMS}))(?:代招|招|急招|直招)")
_HEADING = re.compile(
    r"[\s\-*#·•★☆【\[《“\"]*(?P<name>[\u4e00-\u9fffA-Za-z0-9·&()]{2,45}?)[】\]》”\"]?[ ,:]*"
    r"(?:现?因[^\n]{0,12}?)?(?:20\d\d年?(?:度)?|现|特|急|诚|长期|高薪|大量|面向社会|火热|春季|秋季|夏季|冬季|秋收|春播|春耕|夏收|对外|新店开业|开业|新店|"
    r"公开|常年|最新|又|开始|要)*"
    r"(?:招|聘|用工|找|要人)"
)
_BRACKETED = re.compile(rf"[^\u4e00-\u9fff\n\0]{{0,4}}【(?P<firm>{HAN}{{3,20}})】")
_LEAD = re.compile(
    r"(?:(?:施工|用工|用人|招聘)单位[为是]|就|我们?家?|咱们?家?|这里是|我是|本单位|我家的?|俺家的?|自家|帮朋友问|位于|地址|在|到|去|为|给|帮|替|代(?=[招发聘])|转发?|现|因|由于|"
    r"受|应|是|有|(?:[旗县镇市村][里上])?新开(?:业|张)?的?)+"
)
_HOUSEHOLD = re.compile(
    rf"牧户[ :]?(?!雇|招|找|要|缺|家){HAN}{{2,4}}|{HAN}{{2,4}}家庭牧场|养殖户{HAN}{{2,4}}"
)
_QUOTED = re.compile(
    r"(?:[店厂馆场园房]|公司|店名|东家|[东西南北]门|旁边?|对面)[“「『\"](?P<firm>[\u4e00-\u9fffA-Za-z·]{2,10})[”」』\"]"
)
"""A name in quotation marks behind what it is or where it lies."""

_BRANCH = re.compile(
    rf"[^\u4e00-\u9fff\n]{{0,4}}(?P<firm>[\u4e00-\u9fffA-Za-z·]{{2,12}})\({HAN}{{1,12}}店\)"
)
"""A name before the name of its branch: 喜羊羊炖羊肉（人民路店）."""

_BRACKET_BEHIND = re.compile(r"\((?P<inside>[^()]*)\)$")
_PUBLIC = re.compile("(?:服务站|人民政府|办事处|卫生院|居委会|村委会|服务中心)$")
"""Public bodies are named with the area that they are for."""

_AN_ADDRESS = re.compile("[街路巷号楼层]|对面|旁")
_THAT_ONE = re.compile("老字号|[这那]边[的个]?|那家|这家|有家|有个|一家|的|·")
_TOLD_WHERE = re.compile(
    r".{2,16}?(?:[这那]边(?:那?[个家]|的)?|那[个家]|(?<=.里)开(?=.{2,4}$))(?P<firm>.{2,})"
)
"""Where a firm is, in words of talk before it: 老邮局后面那个服装厂, 神东这边外委队."""

_SHOP = re.compile(rf"{HAN}{{1,3}}(?:[厂店馆铺]|超市|饭店|食堂|幼儿园|医院|学校|宾馆)")
"""A sort of firm that needs no place before it: 临河八一乡饺子馆 is a 饺子馆."""

_NOT_A_SHOP = re.compile(
    "[等倒的了我打急需送快不要招找上来去缺给料走吃住包费雇用家人晚早明今有没都也干活]|简历|集合|片$|勿扰|一对|外包|短途|周边"
)
"""Characters that tell of anything but a name on the door."""

_SHOP_BEHIND = re.compile(r"(?P<shop>[\u4e00-\u9fffA-Za-z·]{2,8})$")


def find_employer(
    ad: AdText, labels: Sequence[Labelled], places: Sequence[Fact], titles: Sequence[Fact]
) -> list[Fact]:
    """Return who hires: named by a label, in a heading, or by a word such as 公司 at its end.

    Args:
        places: addresses that a label names; a name may stand right behind one.
        titles: names of vacancies; in a list of several firms each has its own before it.
    """
    announced = (_labelled(ad, labels), _hired_for(ad), _in_heading(ad))
    found = next((fact for way in announced for fact in way), None) or _quoted(ad)
    if found and only_a_sort(str(found.value)):
        names = (fact for fact in _in_clauses(ad) if not only_a_sort(str(fact.value)))
        found = next((fact for fact in names if not place_sure(str(fact.value))), found)
    if found is None:
        named = _in_clauses(ad)
        several = [fact for fact in named if ad.stands_before(fact, titles)]
        lines = {ad.line_of(fact.span.start) for fact in several}
        if len(several) == len(lines) > 1:
            return ad.took(several)
        # 房务中心文员 in the midst of an advertisement is a department
        named.sort(key=lambda fact: fact in several)
        ways = (
            named,
            on_the_door(ad, places),
            _household(ad),
            _sorts(ad),
            _called_out(ad),
            _mentioned(ad),
            _by_the_way(ad, titles),
        )
        found = next((fact for way in ways for fact in way), None)
    return ad.took([found]) if found else []


def _labelled(ad: AdText, labels: Sequence[Labelled]) -> Iterator[Fact]:
    for label in labels:
        value = ad.free[label.value.start : label.value.end]
        text = re.split(rf"[,;。!\n{TAKEN}]", value.lstrip(" "))[0]
        if label.what == "employer" and text.strip():
            start = label.value.start + value.index(text)
            span = ad.trimmed(Span(start, start + len(text)))
            yield ad.fact("employer", span, 0.95)


def _hired_for(ad: AdText) -> Iterator[Fact]:
    """The firm for which an agent hires: 某劳务为云岭铝材厂代招."""
    for match in _HIRED_FOR.finditer(ad.free):
        yield from _firm(ad, Span(*match.span("firm")), 0.8)


def _quoted(ad: AdText) -> Fact | None:
    """A name in quotation marks behind a sort of firm, or behind where it is: 书店「雁来」."""
    match = _QUOTED.search(ad.folded)
    if match is None or title_sure(match["firm"]):
        return None
    span = Span(*match.span("firm"))
    return ad.fact("employer", span, 0.7)


def _in_heading(ad: AdText) -> Iterator[Fact]:
    for line in ad.lines:
        match = _HEADING.match(ad.free, *line)
        if match:
            bracketed = "【" in match[0]
            yield from _firm(ad, Span(*match.span("name")), 0.85, any_ending=bracketed)
        match = _BRANCH.match(ad.free, *line)
        if match and not title_sure(match["firm"]):
            span = Span(*match.span("firm"))
            yield ad.fact("employer", span, 0.7)
        match = _BRACKETED.match(ad.free, *line)
        only_area = match and area_end(match["firm"]) == len(match["firm"])
        if match and not only_area and not title_sure(match["firm"]):
            at_top = not ad.folded[: match.start()].strip()
            yield from _firm(ad, Span(*match.span("firm")), 0.65, any_ending=at_top, whole=at_top)


def _in_clauses(ad: AdText) -> list[Fact]:
    """Firms that are a clause as a whole, or that a clause says to hire; the surest first."""
    found: list[Fact] = []
    for clause in ad.clauses(brackets=False):
        for match in _beginning(ad, clause):
            sure = 0.6 if match["goes_on"] else 0.7
            found += _firm(ad, Span(*match.span("firm")), sure)
    return sorted(found, key=lambda fact: -fact.sure)


def _sorts(ad: AdText) -> Iterator[Fact]:
    """A firm of which only the sort is told: 火锅店, 羊绒厂 right before what it looks for."""
    for clause in ad.clauses(brackets=False):
        for match in _beginning(ad, clause):
            start, end = _bare(ad, Span(*match.span("firm")))
            words = ad.folded[start:end]
            cut = ad.free[start - 1 : start] == TAKEN and start == clause.start
            goods = (
                words != "物业"
                and not match["goes_on"]
                and len(words) <= _GOODS
                and words[-1] not in HOUSES
            )
            eaten = words == "食堂" and (
                ad.free[end : end + 1] == TAKEN or ad.folded[start - 1 : start] == "有"
            )
            if (
                len(words) > 1
                and not (cut or goods or eaten)
                and (not does_work(words) or _WORKSHOP.fullmatch(words))
                and not _NOT_A_FIRM.search(words)
            ):
                yield ad.fact("employer", Span(start, end), 0.5)


def _mentioned(ad: AdText) -> Iterator[Fact]:
    """A firm that one of the first clauses begins with, whatever it goes on to say of it."""
    for clause in islice(ad.clauses(brackets=False), _FIRST):
        leads = (_LEAD.match(ad.free, *clause), _WE_ARE.match(ad.free, *clause))
        for start in (*(lead.end() for lead in leads if lead), clause.start):
            match = _MENTIONED.match(ad.free, start, clause.end)
            if not match or _NOT_A_FIRM.search(match["firm"]) or _DOES.match(match["firm"]):
                continue
            span = _bare(ad, Span(*match.span("firm")))
            words = ad.folded[slice(*span)]
            work = _is_other(words) and not _WORKSHOP.fullmatch(words)
            cut = words != match["firm"] and ONLY_A_SORT.fullmatch(words)
            served = ad.folded[:start].endswith(_FOR)
            if len(words) > 1 and not (work or cut or served or place_sure(words)):
                yield ad.fact("employer", span, 0.4)
                break


def _by_the_way(ad: AdText, titles: Sequence[Fact]) -> Iterator[Fact]:
    """A sort of firm that the name of a vacancy begins with, or where people are to come or live."""
    spans = [
        found.span("firm") for title in titles if (found := _KEEPS.match(ad.folded, *title.span))
    ]
    spans += [found.span("firm") for found in _COME_TO.finditer(ad.folded)]
    for span in map(Span._make, spans):
        words = ad.folded[slice(*span)]
        a_house = len(words) > 1 and words[-1] in HOUSES + "宿" and words[-1] != "队"
        if a_house and only_a_sort(words) and not _NOT_A_FIRM.search(words):
            yield ad.fact("employer", span, 0.4)


def _may_be_called(words: str) -> bool:
    return not (_is_other(words) or _NOT_A_FIRM.search(words) or place_sure(words))


def _called_out(ad: AdText) -> Iterator[Fact]:
    """A name without any word for a firm, if it cries out that it hires: 花间小筑招人啦."""
    for clause in ad.clauses():
        match = _CALLED_OUT.search(ad.free, *clause)
        if match and _may_be_called(match["firm"]):
            span = Span(*match.span("firm"))
            yield ad.fact("employer", span, 0.5)


def _beginning(ad: AdText, clause: Span) -> Iterator[re.Match[str]]:
    """The firm that a clause begins with, perhaps behind 我们这边是 and the like."""
    starts = [clause.start]
    starts += [found.end() for lead in (_WE_ARE, _LEAD) if (found := lead.match(ad.free, *clause))]
    matches = (_IN_CLAUSE.match(ad.free, start, clause.end) for start in reversed(starts))
    found = next(filter(None, matches), None)
    if found:
        yield found


def _firm(
    ad: AdText, span: Span, sure: float, *, any_ending: bool = False, whole: bool = False
) -> Iterator[Fact]:
    """Yield a name unless it only says what sort of firm it is (服装厂)."""
    start, end = span if whole else _bare(ad, span)
    words = ad.folded[start:end]
    too_little = (
        len(words) < 3
        or (does_work(words) and not _LONG_ENDING.search(words))
        or (ONLY_A_SORT.fullmatch(words) and not _NUMBERED.match(words))
        or _NOT_A_FIRM.search(words)
    )
    if not too_little and (any_ending or ends_as_firm(words)):
        yield ad.fact("employer", Span(start, end), sure)


def _bare(ad: AdText, span: Span) -> Span:
    """Return a name without 我们, without an address before it or in brackets behind it."""
    start, end = ad.trimmed(span, '【】[]《》“”"')
    lead = _LEAD.match(ad.folded, start, end)
    start = lead.end() if lead else start
    by = _TOLD_WHERE.match(ad.folded, start, end)
    if by and ends_with_firm(by["firm"]):
        return Span(by.start("firm"), end)
    if end - start > _DICTATED:
        start += _up_to_area(ad.folded[start:end])
    behind = _BRACKET_BEHIND.search(ad.folded, start, end)
    if (
        behind
        and ends_as_firm(behind["inside"])
        and ONLY_A_SORT.fullmatch(ad.folded, start, behind.start())
    ):
        return Span(*behind.span("inside"))
    if behind and (
        _AN_ADDRESS.search(behind["inside"])
        or place_sure(behind["inside"])
        or area_end(behind["inside"])
    ):
        end = behind.start()
    return Span(start + _behind_address(ad.folded[start:end]), end)


def _up_to_area(words: str) -> int:
    """Return where the name of an area begins in words dictated without a pause; 0 without one."""
    return next((at for at in range(len(words) - 2) if area_end(words[at:]) > _CLEAR), 0)


def _behind_address(words: str) -> int:
    """Return where a firm begins behind an address: 二中对面老地方烧烤, but 牙市林兴木业 whole."""
    area, dot, name = words.partition("·")
    if dot and area_end(area) and ends_with_firm(name):
        return len(area) + 1
    if _PUBLIC.search(words):
        return 0
    place = behind_place(words, short=False)
    if place == len(words):
        # 嘟嘟宠物医院 behind a street ends as an address itself
        street = behind_place(words[:-_SHORTEST_ENDING], short=False)
        place = street if words[:street].endswith(_STREETS) else place
    if not area_end(words) and ends_as_firm(words[:place]):
        return 0  # 铁沟煤矿综采队
    if words[:place].endswith("景区") and ONLY_A_SORT.fullmatch(words, place) and words[place:]:
        place = area_end(words, short=False)
    gap = _THAT_ONE.match(words, place)
    rest = words[gap.end() if gap else place :]
    if is_league(words[:place]):
        return 0
    address = place > len(rest) >= _NAMED_FROM or place > 2 * len(rest)
    on_street = words[:place].endswith(tuple("路街巷"))
    whole = place == area_end(words, short=False)
    whole = whole and not (gap or address or on_street or _is_shop(rest))
    return len(words) - len(rest) if ends_with_firm(rest) and not whole else 0


def _is_shop(words: str) -> bool:
    return bool(_SHOP.fullmatch(words) and ONLY_A_SORT.fullmatch(words))


def _is_other(words: str) -> bool:
    """Whether words behind an address are something else than a name on the door."""
    return bool(_NOT_A_SHOP.search(words) or title_sure(words) or does_work(words))


def on_the_door(ad: AdText, places: Sequence[Fact]) -> Iterator[Fact]:
    """What stands behind an address and a space is the name on the door: …街中段 茶叙时光."""
    for place in places:
        clause = re.match(rf" *([^{re.escape(SEPARATORS)}\n:()]+)", ad.free[place.span.end :])
        address = str(place.value)
        apart = clause and (clause[0] != clause[1] or area_end(address) < behind_place(address))
        shop = _SHOP_BEHIND.fullmatch(clause[1]) if clause and apart else None
        if shop and not _NOT_A_FIRM.search(shop[0]) and not _is_other(shop[0]):
            start = ad.folded.index(shop[0], place.span.end)
            span = Span(start, start + len(shop[0]))
            if ad.free[span.end : span.end + 1] == TAKEN and re.match(HAN, ad.folded[span.end]):
                continue  # 蒙古 of 蒙古包住
            yield ad.fact("employer", span, 0.5)


def _household(ad: AdText) -> Iterator[Fact]:
    for match in _HOUSEHOLD.finditer(ad.folded):
        span = Span(*match.span())
        yield ad.fact("employer", span, 0.6)
