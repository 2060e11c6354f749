"""Where the work is: addresses that an advertisement names."""

import re
from collections.abc import Iterator, Sequence

from mengzhan.rules.ads.adtext import TAKEN, AdText, Fact, Span
from mengzhan.rules.ads.employers import ADDRESS_LEAD, ends_as_firm
from mengzhan.rules.ads.labels import Labelled
from mengzhan.rules.ads.titles import title_sure

_HAN = "[\u4e00-\u9fff]"

_PLACES = (
    "自治旗|旗|县|区|市|镇|苏木|嘎查|村|乡|社区|街|路|巷|胡同|小区|园区|工业园|产业园|物流园|开发区|矿区|城区|广场|大街|大道|[东南西北]门|门口|交叉口|路口|"
    "十字路口|高速口|口|楼|号楼|[\\da-zA-Z]+号|号厂房|厂房|[\\d一二三四五]+[楼层]|对面|旁边?|附近|院内|院里|跟前|斜对面|后身|底商|步行街|夜市|车站|机场|服务区|住院部|"
    "医院|学校|中学|小学|市场|工地|项目部|商场|美食街|美食城|大学城|牧点|牧场|农场|林场|浩特|艾里|屯|组|队|营子|路段|街里|中段|[东西南北]侧|[东西南北]街|[东西南北]头|院|基地|城|大厦|街上|镇上|村里|粮库|仓库|冷库|库房|后门|前门|正门|[往向][前后里东西南北]走?\\d+米|一带|境内|周边|周边各嘎查"
)
_IN_PLACE = re.compile(
    rf"(?:地点|地址|地方|工地|活儿?|家)?(?:在|位于|去|到|坐落于?)(?P<place>(?:(?!招|工资|上班|干活|电话|联系|要求|岁)[\u4e00-\u9fffA-Za-z0-9·()]){{1,24}}(?:{_PLACES}))(?![\u4e00-\u9fff]{{0,3}}(?:证|优先|报名|户口|户籍|发车|上车|坐车|乘车|面试))"
)
_WHOLE_PLACE = re.compile(rf"(?P<place>[\u4e00-\u9fffA-Za-z0-9·()~-]{{2,28}}(?:{_PLACES}))")
_BEGINS_WITH_PLACE = re.compile(f"{ADDRESS_LEAD.pattern[1:]}.*")
_MEETING = re.compile(rf"(?P<place>[\u4e00-\u9fffA-Za-z0-9]{{2,20}}(?:{_PLACES}))集合")
_REGION_LEAD = re.compile(rf"^(?P<place>{_HAN}{{1,6}}?(?:旗|县|区|镇|苏木|嘎查|乡))(?={_HAN}{{2}})")
_NOT_PLACE = re.compile("招|聘|工资|优先|户口|户籍|要求|岁|能|会|不|以上|报名|免费|一起|随时|联系|电话|面试|委员会|有意|班|路费|年|转发|人员|务工|工作|没有|家里|自己|车接|接送|住宿|大家|带队|团队")


def find_places(
    ad: AdText, labels: Sequence[Labelled], employers: Sequence[Fact]
) -> list[Fact]:
    """Return where the work is: named by a label, behind 在, or a clause that ends as places do."""
    found = [fact for label in labels if label.what == "place" for fact in _labelled_place(ad, label)]
    if not found:
        found = list(_said_places(ad)) or list(_in_names(ad, employers))
    for fact in found:
        ad.take(fact.span)
    return found


def _labelled_place(ad: AdText, label: Labelled) -> Iterator[Fact]:
    for clause in re.finditer(rf"[^,;。!\n{TAKEN}]+", ad.free[label.value.start : label.value.end]):
        text = clause[0]
        lead = re.match(" *(?:就?在)?", text)
        start = label.value.start + clause.start() + (lead.end() if lead else 0)
        text = text[lead.end() if lead else 0 :]
        parts = text.rstrip().split(" ")
        if len(parts) > 1 and (ends_as_firm(parts[-1]) or re.match("电话|联系", parts[-1])):
            text = " ".join(parts[:-1])
        span = ad.trimmed(Span(start, start + len(text)))
        if span.end - span.start >= 2:
            yield Fact("place", ad.words(span), span, 0.95)
            return


def _said_places(ad: AdText) -> Iterator[Fact]:
    for match in _IN_PLACE.finditer(ad.free):
        words = match["place"]
        if not _NOT_PLACE.search(words) and len(words) >= 2:
            yield _place(ad, Span(*match.span("place")), 0.75)
            return
    for match in _MEETING.finditer(ad.free):
        if not _NOT_PLACE.search(match["place"]):
            yield _place(ad, Span(*match.span("place")), 0.7)
            return
    for pattern, sure in ((_WHOLE_PLACE, 0.65), (_BEGINS_WITH_PLACE, 0.55)):
        for clause in ad.clauses():
            start, end = _without_call(ad, clause)
            whole = pattern.fullmatch(ad.folded, start, end)
            if whole and not _NOT_PLACE.search(whole["place"]) and not title_sure(whole["place"]):
                yield _place(ad, Span(*whole.span("place")), sure)
                return


def _in_names(ad: AdText, employers: Sequence[Fact]) -> Iterator[Fact]:
    """The district that a firm's name begins with: 和林县盛乐牧业."""
    for employer in employers:
        lead = _REGION_LEAD.match(ad.folded[employer.span.start : employer.span.end])
        if lead:
            start = employer.span.start
            yield _place(ad, Span(start, start + len(lead["place"])), 0.55)


def _without_call(ad: AdText, span: Span) -> Span:
    """Return a clause without 招 and the like at its end."""
    start, end = ad.trimmed(span)
    call = _CALL.search(ad.folded[start:end])
    return ad.trimmed(Span(start, start + call.start())) if call else Span(start, end)


def _place(ad: AdText, span: Span, sure: float) -> Fact:
    return Fact("place", ad.words(span), span, sure)


_CALL = re.compile("(?:现|急|诚|长期|大量)*(?:招聘|招工|招人|招收|招募|招|聘|需要?|找|雇|急|要)$")
