"""Which of the names found in a message stand for vacancies of their own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.business import SERVES
from mengzhan.rules.ads.doings import ANY_WORK
from mengzhan.rules.ads.firmwords import ends_as_firm
from mengzhan.rules.ads.titlewords import DOING, LONGEST, LOOSE, does_work, names_person, title_sure

_VAGUE = ("兼职", "零工", "临时工", "人员", "工人", "暑假工", "寒假工")
"""Endings of names that, without a number, only head a list."""

_AND = re.compile("[/和与及]")
_STUCK = re.compile("[厂店馆场站矿社院校部司队]")
"""Right before a name, that is only what the firm does: 元宝山电厂检修."""

_CAUSE = re.compile("[^招聘缺找要,。]{0,6}(?:因|由于)(?![^,。]*[招聘缺找要])")
"""Before a name: why people are sought, not whom (因一名教师病休)."""

_LEAVING = re.compile(
    "(?:就|马上|要|快|都|又|今天|刚)*(?:生(?:宝宝|孩子|娃|小孩|二胎)|休产假|坐月子|走了|跑了|辞职|辞了|不干了|"
    "回(?:老?家|村)|退休|请假|病了|住院)"
)
"""Behind a name: somebody leaves, and another is sought."""

_WORK_OF_FIRM = re.compile("(?:[厂店馆站场矿社院校部司园]|化工|项目|工程)[\u4e00-\u9fff]{2}$")
"""A name that is a firm and what it does: 图克化工园检修."""

_ASKED_FOR = re.compile(
    "(?:面试|报名|联系|咨询|详询|直接|来了|来店里?|到店里?)[^,。;\n]{0,3}(?:找|问|联系)$"
)
_IN_CHARGE = re.compile("(?:长|经理|主任|主管|老板|总监)$")
_CALLABLE = re.compile(r" ?(?:1\d{10}|0\d{2,3}-?\d{7,8})")
_AT_THE_DESK = re.compile(r"(?:前台|总台|吧台|人事|办公室)(?:电话|座机)")

_SERVICE = re.compile(f"(?:{SERVES}|回收(?![站点部公店]))[^招聘缺找雇要。;!\n]*$")
"""Before words: they tell what the firm offers to customers (承接卫生间防水)."""

_WORKER = re.compile("(?:[员工师手匠嫂姨倌生]|司机|保[安洁姆])$")
_STILL_NAMED = re.compile(
    "师傅|阿姨|大[哥姐嫂妈叔]|助理|助手|学徒|徒弟|班长|组长|人员|工作|兼|[大中小]工"
)
"""Behind an occupation: part of its name rather than another."""

_SOMEBODY = re.compile("(?:妇女|师傅|大姐|阿姨|[员工人的])$")
_NEAR = 5
_CALL = re.compile("(?:现|正在)?(?:急招|急聘|招聘|招人|招工|招募)")
_STOP = re.compile("[,;。、\n]")

_COUPLE = re.compile(r"[ (:,]{0,2}(?:夫妻|两口子)")


def is_service(ad: AdText, fact: Fact, counts: Sequence[Fact]) -> bool:
    """Whether a name is only what the firm does for its customers: 另外承接开荒保洁、地暖清洗.

    An occupation beside a number of people is not (主营物流，司机2名); other words may be counted
    (包间12个), and a sum may be the price.
    """
    people = (count for count in counts if count.what != "pay")
    known = title_sure(ad.folded[slice(*fact.span)]) > LOOSE
    counted = known and any(_touch(ad, fact, count) for count in people)
    return not counted and bool(_SERVICE.search(ad.folded, 0, fact.span.start))


def is_cause(ad: AdText, fact: Fact) -> bool:
    """Whether a name stands in a clause that only says why people are sought: 因一名教师病休."""
    start = max(ad.folded.rfind(sign, 0, fact.span.start) for sign in ",。;!:\n") + 1
    return bool(_CAUSE.match(ad.folded, start, fact.span.start))


def apart(ad: AdText, fact: Fact) -> Iterator[Fact]:
    """Yield the names that are joined in one: 服务员和洗碗工, and 店员/药师 if each is named again."""
    start, end = fact.span
    words = ad.folded[start:end]
    ends = [*(sign.span() for sign in _AND.finditer(words)), (len(words), len(words))]
    if len(ends) == 1:
        ends = [*_seams(ad.folded, words), *ends]
    begins = [0, *(behind for _, behind in ends)]
    parts = [Span(start + at, start + stop) for at, (stop, _) in zip(begins, ends, strict=False)]
    named = [ad.folded[slice(*part)] for part in parts]
    again = all(len(name) > 1 and ad.folded.count(name) > 1 for name in named)
    each = "/" not in words and all(title_sure(name) > LOOSE for name in named)
    for part in parts if again or each else [fact.span]:
        yield Fact(fact.what, fact.value, part, fact.sure)


def _heads_paid_line(ad: AdText, fact: Fact, counts: Sequence[Fact]) -> bool:
    """Whether a name begins a line in which pay follows, as the lines of a list do."""
    line = ad.line_at(fact.span.start)
    opens = ad.trimmed(line).start == fact.span.start
    return opens and any(count.what == "pay" and count.span.start in line for count in counts)


def is_priced(counts: Sequence[Fact], end: int) -> bool:
    """Whether pay begins right behind the sign at the end of a clause: 扛大包，一吨8块."""
    return any(fact.what == "pay" and fact.span.start == end + 1 for fact in counts)


def _seams(text: str, words: str) -> list[tuple[int, int]]:
    """Where names meet without a sign, if both are said again (大工小工，大工350), or if the first
    is an occupation and the second not just what anybody is called (服务员洗碗工)."""
    elsewhere = text.replace(words, "\n")
    for at in range(2, len(words) - 1):
        names = (words[:at], words[at:])
        again = all(name in elsewhere for name in names)
        differ = _WORKER.search(names[0]) and not _STILL_NAMED.match(names[1])
        if (again or differ) and all(title_sure(name) > LOOSE for name in names):
            behind = _seams(text, names[1])
            return [(at, at), *((at + start, at + end) for start, end in behind)]
    return []


def named_again(ad: AdText, counts: Sequence[Fact], found: Sequence[Fact]) -> Iterator[Fact]:
    """Yield names or parts of them again before a sum: 检票员8，…，检票3600, 测量会用RTK七千."""
    names = [ad.folded[slice(*fact.span)] for fact in found]
    taken = [fact.span for fact in found]
    sums = {fact.span.start for fact in counts if fact.what == "pay"}
    for clause in ad.clauses():
        if clause.end not in sums or any(clause.start in one for one in taken):
            continue
        words = ad.folded[slice(*clause)][:LONGEST]
        ends = range(len(words), 1, -1)
        known = next((end for end in ends if any(words[:end] in name for name in names)), 0)
        if known:
            yield Fact("title", "", Span(clause.start, clause.start + known), DOING)


def without_guesses(ad: AdText, facts: Sequence[Fact], counts: Sequence[Fact]) -> list[Fact]:
    """Leave out what may only tell of the work (修水管扫院子), where a name says which it is.

    A part of a name stays: 游乐设备操作员4，…，操作4200.
    """
    staying = [one for one in facts if not _LEAVING.match(ad.folded, one.span.end)]
    facts = staying if any(one.sure >= DOING for one in staying) else facts
    sure = [fact for fact in facts if not _is_guess(ad, fact, facts, counts)]
    names = [name for fact in sure if (name := ad.folded[slice(*fact.span)]) not in ANY_WORK]
    if not names:
        best = max((fact.sure for fact in facts), default=0.0)
        return [fact for fact in facts if fact.sure >= min(best, DOING - 0.1)]
    parts = [ad.folded[slice(*fact.span)] in "\n".join(names) for fact in facts]
    return [fact for fact, part in zip(facts, parts, strict=True) if fact in sure or part]


def _is_guess(ad: AdText, fact: Fact, facts: Sequence[Fact], counts: Sequence[Fact]) -> bool:
    """Whether a name without a number of people may only tell of the work, or of the firm."""
    people = [count for count in counts if count.what != "pay"]
    others = [other for other in facts if other is not fact]
    counted = _SOMEBODY.search(ad.folded[slice(*fact.span)]) and any(
        count.span.start >= fact.span.end and _touch(ad, fact, count) for count in people
    )
    if (
        fact.sure <= LOOSE
        and not counted
        and any(other.sure > LOOSE and _tells_of(ad, other, fact, people) for other in others)
    ):
        return True
    if any(_touch(ad, fact, count) for count in people):
        return False
    name = ad.folded[slice(*fact.span)]
    joined = any(_touch(ad, fact, other) for other in others) or (
        _heads_paid_line(ad, fact, counts)
        and any(_heads_paid_line(ad, other, counts) for other in others)
    )
    priced = ad.folded.startswith("按", fact.span.end) or is_priced(counts, fact.span.end)
    alone = not (joined or priced or any(_touch(ad, fact, count) for count in counts))
    of_the_firm = bool(others) and bool(
        _STUCK.match(ad.folded, fact.span.start - 1) or _WORK_OF_FIRM.search(name)
    )
    of_the_firm = of_the_firm and not _paid_before_next(fact, facts, counts)
    heads_all = fact.sure == LOOSE and all(
        fact.span < other.span and any(_touch(ad, other, count) for count in people)
        for other in others
    )
    only_work = does_work(name) and not names_person(name)
    unpaid = (
        not any(_touch(ad, other, count) for count in counts)
        or (other.span < fact.span and not _paid_before_next(other, facts, counts))
        for other in others
        if other.sure > DOING and not does_work(ad.folded[slice(*other.span)])
    )
    if only_work and (fact.sure <= DOING or not joined) and any(unpaid):
        return True
    return (
        (fact.sure < DOING and not joined)
        or (of_the_firm and not _WORKER.search(name))
        or (alone and (heads_all or only_work))
    )


def _tells_of(ad: AdText, named: Fact, fact: Fact, people: Sequence[Fact]) -> bool:
    """Whether words right behind a name and its number tell what is to be done: 小工8个 打灰."""
    gap = ad.folded[named.span.end : fact.span.start]
    for count in people:
        if named.span.end <= count.span.start and count.span.end <= fact.span.start:
            gap = gap.replace(ad.folded[slice(*count.span)], "", 1)
    return named.span.end <= fact.span.start and len(gap) < _NEAR and not gap.strip(" ,的、")


def without_repeats(ad: AdText, facts: Sequence[Fact], counts: Sequence[Fact]) -> list[Fact]:
    """Leave out a name that only announces another: a heading before the list itself.

    A name that stands again beside a number stays: 木工8个，…，木工一天380.
    """
    names = [ad.folded[fact.span.start : fact.span.end] for fact in facts]
    kept: list[Fact] = []
    for at, (fact, name) in enumerate(zip(facts, names, strict=True)):
        others = [*names[:at], *names[at + 1 :]]
        repeated = any(name in other or other in name for other in others)
        own = any(ad.line_of(fact.span.start) == ad.line_of(count.span.start) for count in counts)
        beside = any(_touch(ad, fact, count) for count in counts)
        heading = bool(others) and ends_as_firm(name) and not (own and beside)
        announces = not beside and not _paid_before_next(fact, facts, counts)
        heading = heading or bool(others and announces and _CALL.match(ad.folded, fact.span.end))
        said = any(_goes_on(ad, fact, other) for other in facts)
        vague = (name.endswith(_VAGUE) or name in ANY_WORK) and (said or not beside)
        vague = vague or (beside and name in ANY_WORK and _names_the_work(ad, fact, facts, counts))
        gap = ad.folded[facts[at - 1].span.end : fact.span.start] if at else "\n"
        vague = vague or (name == "兼职" and gap in (" ", "("))
        sexed = name[0] in "男女" and not beside
        vague = vague or (sexed and any(name[1:] in other for other in names[:at]))
        if not (repeated and not own) and not (vague and others) and not heading:
            kept.append(fact)
    return kept or list(facts[:1])


def _names_the_work(ad: AdText, fact: Fact, facts: Sequence[Fact], counts: Sequence[Fact]) -> bool:
    """Whether the only other name has no number, and so is what people are for: 摘木耳，妇女30名."""
    others = [other for other in facts if other is not fact]
    people = [count for count in counts if count.what != "pay"]
    sexed = ad.folded[fact.span.start] in "男女"
    counted = any(_touch(ad, other, count) for other in others for count in people)
    return (len(others) == 1 or sexed) and not counted


def _paid_before_next(fact: Fact, facts: Sequence[Fact], counts: Sequence[Fact]) -> bool:
    """Whether pay stands between a name and the next: 烤串大哥急招，四千五。再来个…"""
    begins = (other.span.start for other in facts if other.span.start > fact.span.start)
    following = min(begins, default=fact.span.end)
    return any(
        count.what == "pay" and fact.span.end <= count.span.start < following for count in counts
    )


def without_roles(ad: AdText, titles: Sequence[Fact], contacts: Sequence[Fact]) -> list[Fact]:
    """Leave out what somebody to ask is (安全员小骆, 面试找店长), unless it is the only name."""
    begins = {contact.span.start for contact in contacts}
    roles = [
        fact
        for fact in titles
        if fact.span.end in begins
        or _ASKED_FOR.search(ad.folded, 0, fact.span.start)
        or _AT_THE_DESK.match(ad.folded, fact.span.start)
        or (_IN_CHARGE.search(ad.folded, *fact.span) and _CALLABLE.match(ad.folded, fact.span.end))
        or (fact.span.end + 1 in begins and ad.folded[fact.span.end] == ":")
    ]
    return [fact for fact in titles if fact not in roles] or list(titles)


def of_couples(ad: AdText, titles: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the names of vacancies; two are one where a couple is sought for both: 厨师+帮厨（夫妻）."""
    rest = list(titles)
    while rest:
        first, *rest = rest
        span = Span(first.span.start, rest[0].span.end) if rest else first.span
        plus = rest and ad.folded[first.span.end : rest[0].span.start].strip() == "+"
        if plus and _COUPLE.match(ad.folded, span.end):
            yield replace(first, span=span, sure=min(first.sure, rest.pop(0).sure))
        else:
            yield first


def without_headings(ad: AdText, titles: Sequence[Fact]) -> list[Fact]:
    """Leave out names that only head others: 招店员：药师1名，营业员3名."""
    gaps = [ad.folded[one.span.end : other.span.start] for one, other in pairwise(titles)]
    return [title for title, gap in zip(titles, [*gaps, ""], strict=False) if gap.strip(" ") != ":"]


def _goes_on(ad: AdText, fact: Fact, other: Fact) -> bool:
    """Whether the next name says what a vague one is for: 临时工十五名切黄芪."""
    gap = ad.folded[fact.span.end : other.span.start]
    return other.span.start > fact.span.end and len(gap) <= _NEAR and not _STOP.search(gap)


def _touch(ad: AdText, fact: Fact, count: Fact) -> bool:
    first, second = sorted((fact.span, count.span))
    return not ad.folded[first.end : second.start].strip(" :(、/的")
