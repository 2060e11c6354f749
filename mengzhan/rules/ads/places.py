"""Where the work is: addresses that an advertisement names."""

import re
from collections.abc import Iterator, Sequence

from mengzhan.rules.ads.adtext import TAKEN, AdText, Fact, Span
from mengzhan.rules.ads.employers import ADDRESS_LEAD, ends_as_firm
from mengzhan.rules.ads.labels import Labelled
from mengzhan.rules.ads.titlewords import title_sure
from mengzhan.rules.ads.vocabulary import HAN, any_of

_WORDS = r"[\u4e00-\u9fffA-Za-z0-9·]"
_PLACES = (
    rf"(?:{any_of('place_ending')}|[\da-zA-Z]{{1,6}}号(?:楼|厂房|院|门市|底商)?|[负\d一二三四五]{{1,3}}[楼层]|[\da-zA-Z]{{1,3}}库|\d{{1,3}}-\d{{1,4}}|"
    r"第[一二三四五六七八九十\d]家|[往向][前后里东西南北]走?\d{1,5}米|[\da-zA-Z]{1,3}区)"
)
_NOT_A_PLACE = re.compile(any_of("not_place"))
_SAID = re.compile(
    rf"(?:在|位于|去|到|坐落于?)(?P<place>(?:(?!招|工资|上班|干活|电话|联系|要求|岁){_WORDS}){{1,24}}{_PLACES})"
    rf"(?!{HAN}{{0,3}}(?:证|优先|报名|户口|户籍|发车|上车|坐车|乘车|面试))"
)
_MEETING = re.compile(rf"(?P<place>{_WORDS}{{2,20}}{_PLACES})(?:集合|上车|碰头)")
_WHOLE = re.compile(rf"(?P<place>[\u4e00-\u9fffA-Za-z0-9·()~-]{{2,28}}{_PLACES})")
_IN_BANNER = re.compile(rf"(?P<place>{HAN}{{2,6}}(?:旗|县|盟|苏木|镇){HAN}{{1,8}})")
_BEGINS = re.compile(rf"{ADDRESS_LEAD.pattern}.*")
_VILLAGE = re.compile(
    rf"(?:咱们?|我们?|俺们?|是|在|(?<![\u4e00-\u9fff\d]))(?P<place>{HAN}{{2,8}}(?:苏木|嘎查|镇|村|屯|乡|社区))"
)
_IN_NAME = re.compile(rf"(?P<place>{HAN}{{1,6}}?(?:旗|县|区|镇|苏木|嘎查|乡))(?={HAN}{{2}})")
_CALL = re.compile("(?:现|急|诚|长期|大量)*(?:招聘|招工|招人|招收|招募|招|聘|需要?|找|雇|急|要)$")
_OURS = re.compile("咱们?|我们?|俺们?|就?在")
_NOT_BEHIND = re.compile("电话|联系|微信|[上中下]午|早|晚|\\d+[:点]")
_WAYS = (
    (_SAID, 0.75, False),
    (_MEETING, 0.7, False),
    (_WHOLE, 0.65, True),
    (_BEGINS, 0.55, True),
    (_VILLAGE, 0.55, False),
    (_IN_BANNER, 0.55, True),
)
"""Patterns, how sure each makes it, and whether it has to be a clause as a whole."""


def find_labelled_places(ad: AdText, labels: Sequence[Labelled]) -> list[Fact]:
    """Return addresses that a label names, without a firm that stands behind one."""
    found = [
        fact for label in labels if label.what == "place" for fact in _labelled(ad, label.value)
    ]
    return ad.took(found)


def find_places(ad: AdText, employers: Sequence[Fact]) -> list[Fact]:
    """Return where the work is, if no label says it: behind 在, or where a clause is a place."""
    found = list(_said(ad)) or list(_in_names(ad, employers))
    return ad.took(found)


def _labelled(ad: AdText, value: Span) -> Iterator[Fact]:
    for clause in re.finditer(rf"[^,;。!\n{TAKEN}]+", ad.free[value.start : value.end]):
        lead = re.match(" *(?:就?在)?", clause[0])
        start = value.start + clause.start() + (lead.end() if lead else 0)
        span = _without_firm(ad, ad.trimmed(Span(start, value.start + clause.end())))
        if span.end - span.start >= 2:
            yield _place(ad, span, 0.95)
            return


def _without_firm(ad: AdText, span: Span) -> Span:
    """Cut off a firm, a name on the door or a time behind an address."""
    words = ad.folded[span.start : span.end]
    first, _, last = words.rpartition(" ")
    named = re.search(rf"{_PLACES}$", first.rstrip()) and not re.search(rf"{_PLACES}$", last)
    if first and (ends_as_firm(last) or named or _NOT_BEHIND.match(last)):
        return ad.trimmed(Span(span.start, span.start + len(first)))
    address = ADDRESS_LEAD.match(words)
    if address and ends_as_firm(words[address.end() :]):
        return Span(span.start, span.start + address.end())
    return span


def _said(ad: AdText) -> Iterator[Fact]:
    for pattern, sure, whole in _WAYS:
        for clause in ad.clauses():
            span = _without_call(ad, clause) if whole else clause
            match = (pattern.fullmatch if whole else pattern.search)(ad.folded, *span)
            if match and not _NOT_A_PLACE.search(match["place"]) and not title_sure(match["place"]):
                yield _place(ad, Span(*match.span("place")), sure)
                return


def _in_names(ad: AdText, employers: Sequence[Fact]) -> Iterator[Fact]:
    """The district that a firm's name begins with: 和林县盛乐牧业."""
    for employer in employers:
        match = _IN_NAME.match(ad.folded, *employer.span)
        if match:
            yield _place(ad, Span(*match.span("place")), 0.5)


def _without_call(ad: AdText, span: Span) -> Span:
    """Return a clause without 咱 at its beginning, and without 招 and the like at its end."""
    lead = _OURS.match(ad.folded, *span)
    start = lead.end() if lead else span.start
    call = _CALL.search(ad.folded, start, span.end)
    return ad.trimmed(Span(start, call.start() if call else span.end))


def _place(ad: AdText, span: Span, sure: float) -> Fact:
    return Fact("place", ad.words(span), span, sure)
