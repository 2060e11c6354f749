"""Where the work is: addresses that an advertisement names."""

import re
from collections.abc import Iterator, Sequence

from mengzhan.rules.ads.adtext import TAKEN, AdText, Fact, Span
from mengzhan.rules.ads.firmwords import ends_as_firm
from mengzhan.rules.ads.labels import Labelled
from mengzhan.rules.ads.placenames import (
    ADDRESS_END,
    ENDS_AS_ADDRESS,
    PLACE_CHAR,
    area_end,
    behind_place,
    is_league,
    is_township,
    may_be_place,
    place_sure,
)
from mengzhan.rules.ads.titlewords import does_work, title_sure
from mengzhan.rules.ads.vocabulary import HAN, words_for

_SAID = re.compile(
    rf"(?:(?<!宿舍)(?<!住处)在|位于|去|到|(?<![过下起回上进达])来(?![时了的回信电就])|坐落于?|驻地?)(?P<place>(?:(?!招|工资|上班|干活|电话|联系|要求|岁){PLACE_CHAR}){{1,24}}{ADDRESS_END})"
    rf"(?!{HAN}{{0,3}}(?:证|优先|报名|户口|户籍|走车|发车|上车|坐车|乘车|面试|面签|面谈|登记|政教|人事|住(?![院宅])|现场登记|\d{{2,4}}室?(?:面|现场|登记|报名)))"
)
_MEETING = re.compile(
    rf"(?:[明今后][天早])?(?:[早上中下午晚]{{0,2}}[\d一二两三四五六七八九十]{{1,2}}点(?:半|\d+)?)?到?(?P<place>{PLACE_CHAR}{{2,20}}{ADDRESS_END})(?:集合|上车|碰头)"
)
_VILLAGE = re.compile(
    rf"(?:咱们?|我们?|俺们?|是|在|(?<![\u4e00-\u9fff\d]))(?P<place>(?!.?从){HAN}{{2,8}}(?:苏木|嘎查|镇|村|屯|乡|社区))"
)
_HIRES = re.compile("(?:现|急|诚|长期|大量|特|高薪|再|还|想|要)*[招聘需找雇急要缺用]")
_APPLIES = re.compile(
    "报名|携|投简历|持身份证|[^的]*(?:(?<!附近)的[都就]?来|的人?(?:先|优先|最好|更好|先要)|优先)$|家?住[^,]{2,}(?:最好|优先|附近)"
)
"""How a clause begins that says where to apply, or who may."""

_SITE = re.compile(
    "(?:[厂矿场店馆院校站园]|景区|学校|小学|中学|工地|车间|货场|度假村|服务区|肉联|食堂)$"
)
"""A firm that is a place to go to, and not only a name."""

_BRANCH = re.compile(rf"(?<=\(){HAN}{{2,4}}店$")
"""Which of several shops in brackets: 惠民超市（商都店）."""

_WORKS = re.compile(r"[一二三四五六七八九十\d][厂矿站]$")
"""A works of a number is a place to go to: 热源二厂."""

_HOUSES = ("厂", "店", "馆", "站", "度假村")
_FULL = tuple("旗县区市镇")
_SHORT_NAME = 4
"""A firm of more characters behind the full name of an area is no part of the place."""

_DOOR = re.compile(f"(?!委){HAN}{{2,6}}")
"""A name that stands right behind an address: 赤峰学院北门蜜可."""

_LONG_NAME = 2
_OWN = 0.6
"""How sure a place must be to be one vacancy's own."""

_NEAR = 5
"""So many characters, the firm's name among them, may stand between a place and a name."""

_MONGOLIAN = re.compile(f"[{''.join(words_for('mongol_syllable'))}]{{3,8}}")
_OPENING = tuple('“"「《')
"""Signs before words that somebody says or reads."""

_LONGEST = 30
"""Most characters of an address."""

_NOTHING_NEW = re.compile(
    " *(?:没变|不变|照旧|同上|老地方|还是|见|私聊|加?微信|电话|发(?:你|位置|定位))"
)
"""What a label of a place announces, if it is no address: 地址没变."""

_OURS = re.compile(
    "(?:直接|明天|今天|后天|明早|咱们?|我们?|俺们?|就?在|驻地?|去|地点|位置|能来|来|跑|离)+"
)
_NOT_BEHIND = re.compile(
    r"每天|自[带备]|月薪|工资|上班|包[吃住]|管[吃住饭]|要求|年龄|电话|联系|微信|[上中下]午|早|晚|\d+[:点]"
)


def find_labelled_places(ad: AdText, labels: Sequence[Labelled]) -> list[Fact]:
    """Return addresses that a label names, without a firm that stands behind one."""
    found = [
        fact for label in labels if label.what == "place" for fact in _labelled(ad, label.value)
    ]
    return ad.took(found)


def find_places(ad: AdText, employers: Sequence[Fact], titles: Sequence[Fact]) -> list[Fact]:
    """Return where the work is, if no label says it: behind 在, or where a clause is a place.

    Args:
        titles: names of vacancies; where several have a place beside or right above them, it is
            their own.
    """
    said = _said(ad)
    own = [
        fact
        for fact in said
        if fact.sure >= _OWN
        and (ad.stands_before(fact, titles, _NEAR) or _heads_lines(ad, fact, titles))
    ]
    if len(own) > 1:
        return ad.took([_before_firm(ad, fact, employers) for fact in own])
    named = [*said, *places_in_names(ad, employers)]
    best = max(named, key=lambda fact: fact.sure, default=None)
    best = best and _before_firm(ad, best, employers)
    return ad.took([best] if best else list(_bare_names(ad))[:1])


def _heads_lines(ad: AdText, place: Fact, titles: Sequence[Fact]) -> bool:
    """Whether a place is all of a line, and a vacancy is named in the next: 【乌海】/ 皮带工3名."""
    line = ad.line_of(place.span.start)
    alone = ad.trimmed(ad.lines[line], "【】[]()") == place.span
    return alone and any(ad.line_of(title.span.start) == line + 1 for title in titles)


def _before_firm(ad: AdText, place: Fact, employers: Sequence[Fact]) -> Fact:
    """Return an address without the firm at its end: 赛罕区鑫顺汽修厂."""
    for employer in employers:
        start, end = employer.span
        if place.span.start + 1 < start < place.span.end <= end:
            return ad.fact("place", ad.trimmed(Span(place.span.start, start)), place.sure)
    return place


def _bare_names(ad: AdText) -> Iterator[Fact]:
    """A clause of nothing but Mongolian syllables, which is nobody's name, or a bare township."""
    for clause in ad.clauses():
        quoted = ad.folded[clause.start - 1 : clause.start] in _OPENING
        if (_MONGOLIAN.fullmatch(ad.folded, *clause) and not quoted) or is_township(
            ad.folded[slice(*clause)]
        ):
            yield ad.fact("place", clause, 0.45)


def _labelled(ad: AdText, value: Span) -> Iterator[Fact]:
    if ad.free[value.start : value.end].lstrip(" ").startswith(TAKEN):
        return  # 🏠宿舍免费 is no address
    for clause in re.finditer(rf"[^,;。!\n“”「」\"{TAKEN}]+", ad.free[value.start : value.end]):
        if _NOTHING_NEW.match(clause[0]):
            continue
        lead = re.match(" *(?:就?在)?", clause[0])
        start = value.start + clause.start() + (lead.end() if lead else 0)
        behind = re.search(
            rf" +(?={_NOT_BEHIND.pattern})", ad.folded[start : value.start + clause.end()]
        )
        end = start + behind.start() if behind else value.start + clause.end()
        span = _without_firm(ad, ad.trimmed(Span(start, end)))
        if span.end - span.start >= 2:
            yield ad.fact("place", span, 0.95)
            return


def _without_firm(ad: AdText, span: Span) -> Span:
    """Cut off a firm, a name on the door or a time behind an address."""
    words = ad.folded[span.start : span.end]
    first, _, last = words.rpartition(" ")
    named = ENDS_AS_ADDRESS.search(first.rstrip()) and not ENDS_AS_ADDRESS.search(last)
    if first and (ends_as_firm(last) or named or _NOT_BEHIND.match(last)):
        return ad.trimmed(Span(span.start, span.start + len(first)))
    for blank in re.finditer(" +", words):
        head = words[: blank.start()]
        if area_end(head) and ENDS_AS_ADDRESS.search(head) and not place_sure(words[blank.end() :]):
            return Span(span.start, span.start + blank.start())
    if _WORKS.search(words):
        return span
    end = behind_place(words)
    return Span(span.start, span.start + end) if end and _is_firm(words[end:]) else span


def _is_firm(words: str) -> bool:
    return ends_as_firm(words) and not words.startswith(("往", "向"))


def _said(ad: AdText) -> list[Fact]:
    """Places that clauses name, those that a blank parts joined."""
    found: list[Fact] = []
    for clause in ad.clauses():
        skipped = _BRANCH.match(ad.folded, *clause) or _APPLIES.match(ad.folded, *clause)
        fact = None if skipped else _in_clause(ad, clause)
        if not fact:
            continue
        last = found[-1] if found else None
        if last and not ad.folded[last.span.end : fact.span.start].strip(" "):
            joined = Span(last.span.start, fact.span.end)
            found[-1] = ad.fact("place", joined, max(last.sure, fact.sure))
        else:
            found.append(fact)
    return found


def _in_clause(ad: AdText, clause: Span) -> Fact | None:
    ways = (_beginning(ad, clause), _behind_at(ad, clause), _area_within(ad, clause))
    whole = max(filter(None, ways), key=lambda fact: fact.sure, default=None)
    for pattern, sure in ((_SAID, 0.74), (_MEETING, 0.7), (_VILLAGE, 0.55)):
        match = _first_place(pattern, ad.folded, clause)
        if not match:
            continue
        start, end = match.span("place")
        start += _up_to_area(match["place"])
        within = whole and whole.span.start <= start and end <= whole.span.end
        if whole is None or (sure > whole.sure and not within):
            return ad.fact("place", Span(start, end), sure)
    return whole


def _first_place(pattern: re.Pattern[str], text: str, clause: Span) -> re.Match[str] | None:
    match = pattern.search(text, *clause)
    while match and not _is_place(match["place"]):
        match = pattern.search(text, match.start() + 1, clause.end)
    return match


def _up_to_area(words: str) -> int:
    """Return where the name of a banner begins in words: 牧点阿左旗吉兰泰那边; 0 without one."""
    if area_end(words):
        return 0
    return next((at for at in range(1, len(words) - 1) if _is_clear_area(words[at:])), 0)


def _is_clear_area(words: str) -> bool:
    """Whether an area begins words, and by no mere chance: 朝阳 stands in other words as well."""
    end = area_end(words)
    return end > _LONG_NAME or words[:end].endswith(tuple("旗县市区盟"))


def _behind_at(ad: AdText, clause: Span) -> Fact | None:
    """An area at the end of a clause behind 在: 家在赤峰新城."""
    at = ad.folded.rfind("在", *clause) + 1
    words = ad.folded[at : clause.end]
    sure = place_sure(words) if at and area_end(words) else 0.0
    return ad.fact("place", Span(at, clause.end), sure) if sure else None


def _area_within(ad: AdText, clause: Span) -> Fact | None:
    """A place at the end of a dictated clause, from the name of a banner on: 干到上冻托县燕山营."""
    for start in range(clause.start + 1, clause.end - 2):
        words = ad.folded[start : clause.end]
        if area_end(words) > 1 and place_sure(words) and len(words) > 3:
            return ad.fact("place", Span(start, clause.end), 0.55)
    return None


def _is_place(words: str) -> bool:
    return may_be_place(words) and not title_sure(words)


def _beginning(ad: AdText, clause: Span) -> Fact | None:
    """The longest beginning of a clause that is a place, if what follows is something else."""
    lead = _OURS.match(ad.folded, *clause)
    start = lead.end() if lead else clause.start
    for end in range(min(clause.end, start + _LONGEST), start + 1, -1):
        words, rest = ad.folded[start:end], ad.folded[end : clause.end]
        sure = place_sure(words)
        on_the_door = (
            area_end(words) and _DOOR.fullmatch(rest) and behind_place(words) == len(words)
        )
        if (
            sure
            and (on_the_door or _begins_anew(rest))
            and _is_place(words)
            and not (rest and is_league(words))
        ):
            return ad.fact("place", ad.trimmed(Span(start, end)), sure - (0.1 if rest else 0))
    return None


def _begins_anew(rest: str) -> bool:
    """Whether words behind a place are a firm, a call or a name of work, or none."""
    return (
        not rest
        or rest.startswith(("的", "进门"))
        or bool(_HIRES.match(rest))
        or ends_as_firm(rest)
        or title_sure(rest) > 0
        or does_work(rest)
    )


def places_in_names(ad: AdText, employers: Sequence[Fact]) -> Iterator[Fact]:
    """The area that a firm's name begins with, or the firm if it is a site: 阿尔山滑雪场."""
    for employer in employers:
        name = ad.folded[employer.span.start : employer.span.end]
        area = area_end(name, short=False)
        in_area = name[:area].endswith(_FULL) or area > _LONG_NAME
        in_area = in_area and len(name) - area > _SHORT_NAME
        in_area = in_area and name.endswith(_HOUSES)
        end = len(name) if _SITE.search(name) and not in_area else area
        if area_end(name) and not is_league(name[:area]):
            yield ad.fact("place", Span(employer.span.start, employer.span.start + end), 0.61)
