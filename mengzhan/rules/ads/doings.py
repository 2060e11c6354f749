"""Work that is named by what somebody does: 找个码砖的, 要6个男工卸化肥, 内容：搬家具."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mengzhan.rules.ads.adtext import SEPARATORS, TAKEN, AdText, Fact, Span
from mengzhan.rules.ads.labels import Labelled
from mengzhan.rules.ads.placenames import area_end, behind_place
from mengzhan.rules.ads.titlewords import does_work, known_ending, names_person, title_sure
from mengzhan.rules.ads.vocabulary import HAN, any_of

ANY_WORK = frozenset(
    {
        "日结工",
        "临时工",
        "短工",
        "小时工",
        "零工",
        "工人",
        "男工",
        "女工",
        "劳力",
        "日工",
        "干活人员",
        "小伙子",
        "小伙",
        "年轻人",
        "妇女",
        "帮手",
        "帮工",
        "壮劳力",
        "壮工",
    }
)
"""Names that do not say which work it is."""

ANYBODY = (*ANY_WORK, "婆姨", "额吉", "媳妇", "后生", "老手", "老汉", "大姐", "阿姨", "师傅")
"""Words for people who may be named by what they do: 摘西红柿的女工."""

_OF_WORK = re.compile("(?:的活儿?|[按到].{1,5})$")
"""Behind the work at the end of a clause: 卸车的活, 拣土豆按袋."""

_ENDS = r"(?:$|(?=[^\u4e00-\u9fff]|[一两管包每月要会能得有来]))"
_DOING = re.compile(rf"(?:还有|另外|要|招|找)?(?P<work>{HAN}{{2,12}}的){_ENDS}")
_CALLED_DOING = re.compile(
    r".*(?:招|找|寻|雇|缺|少(?=[个俩])|要(?!求)|请|聘|需要?|有没有(?:想|愿意)?|谁)(?:个|几个|几名|些|俩|仨|[一两三四五六]个)?"
    rf"(?P<work>{HAN}{{2,9}}?的){_ENDS}"
)
_WANTED_BEHIND = re.compile(
    rf"(?:.*(?:上|里|家|给)|还有|另外)?(?P<work>{HAN}{{2,8}}的)(?:人|[男女]工)?(?:(?:寻|找|缺|要|招|雇|差)(?:[个俩仨一两三]|几|$|\0)|没有|(?:今天|刚|又)?(?:没来|走了|跑了|不干了|请假))"
)
"""The work before the call: 做大锅饭的寻一个."""

_SHORT_DOING = re.compile(rf"(?P<work>(?:(?![我你他她咱谁们]){HAN}){{2,5}}的)")
"""Work and nothing else in a clause, which is a name only where something tells so: 插盘的."""

_CALL_BEFORE = re.compile("(?:招|聘|缺|找|寻)[ :]+$")
_SOMEBODY = re.compile(".*(?:雇|招|找|请)(?:个|一个|俩|两个|几个|些)?人")
"""Behind it stands what somebody is sought for."""

_THOSE_WHO = re.compile(
    rf"(?:.*[,;。 ])?(?:还有|另外|再|雇|招|找|要)?(?P<work>{HAN}{{2,10}}的)"
    r"(?:(?:人|后生|巧手|婆姨|女工|男工|额吉|妇女|姐妹|老汉|师傅|阿姨|大姐|小伙子?|男的|女的)们?(?:看过来|要|缺|来|来吧|\0|$)"
    "|(?:快来|赶紧来?|速来|来吧?|看过来|有没有|有吗|注意了?|联系我?|找我)(?:[啦了哈吗]|$))"
)
"""Those who do something: 装盘运苗的后生, 开拖拉机的人."""

_ADJECTIVE = re.compile(
    r"^(?:熟悉|了解|穿|戴|有|会|能|想|男|女|勤|周末|今天|明天|手[快巧勤稳脚麻]|爱|喜欢|坐得|靠得|住得|敢|干净|老实|踏实|年轻|身体|长期|愿意|肯|吃苦|本地|附近|岁数|手脚|靠谱|实在|懂|熟练|没|不|来|去|是|在|我们?|当家|离异|单身|求|给你|给间|带过|老[汉头太婆]|怕|[一两二三四五六七八九十\d]+年)|(?:以上|驾龄|经验|[岁证])的?$"
)
_WORK = re.compile(rf"(?:的)?(?:男工|女工|人|工人|劳力|壮劳力)?(?P<work>{HAN}{{2,8}})(?!{HAN})")
_HIRES_TO = re.compile(
    rf"(?:.*?(?:雇|招|找|要|请|用)[个俩]?人|.*帮(?:我|俺|忙)家?)(?:给|去|来)?(?P<work>{HAN}{{2,8}})(?!{HAN})"
)
_CALL_BEHIND = re.compile(rf"(?P<name>{HAN}{{2,14}})(?:招聘|招人|招工|急招|急聘)")
_NAME_BEFORE_CALL = re.compile(rf"(?P<name>{HAN}{{2,14}}?)(?P<call>[急现]?招|缺|要)")
"""A name before a call rather than behind it."""

_CALLED_ANYTHING = re.compile(
    rf".*(?:招聘|急聘|诚聘|招收|招|聘)(?:[个俩仨些]|[一两三]个)?(?P<work>(?![人工]|以下|下列|多个){HAN}{{2,5}}?)(?:啦|了)?"
)
_AT_FIRM = re.compile(rf"{HAN}{{0,6}}(?:{any_of('firm_ending')})(?P<work>{HAN}{{2,4}})")
_ABLE_TO = re.compile(rf"会(?P<work>{HAN}{{2,4}})的")
_NOT_WORK = re.compile(
    "^[要用来]人$|^要会|^[一二两三四五六七八九十几]|啦|招|聘|急|找|需要|[要缺差补雇]$|^[先再还]来|^(?:现在|目前|眼下|只|就|还)[要缺差招]|人数|工资|以上|左右|电话|联系|一起|报名|名额|包|管|岁|经验|一对|两口子|优先|不限|男|女"
)
_PEOPLE = re.compile("(?:务工|用工|工作|施工|操作)?(?:人员|员工|工人)|劳动力|劳力|小伙子?")
_BEFORE_WORK = "点午家棚地里店场厂上去来帮给人们天晚早儿要着"
"""What what is to be done may follow: 来我家大棚摘西红柿."""

_LEFT = re.compile(
    rf"(?P<name>{HAN}{{2,10}}?)(?:走了|不干了|辞职?了|回老?家了|休产假|退休了?|生孩子去?了)"
)
"""Whoever left, in whose place another is sought: 炒菜师傅走了，再找一位."""

_CRIED = re.compile(f"{HAN}{{2,6}}")
"""What a message may cry out twice."""

_FEW = 3
_AT_TOP = 12
_SHORT = 8
"""Most characters of a description that may serve as a name."""


def by_doing(ad: AdText, counts: Sequence[Fact], found: Sequence[Fact]) -> list[Fact]:
    """Return names such as 码砖的, from clauses without another name."""
    named: list[Fact] = []
    for clause in _listed(ad):
        if any(fact.span.start in clause for fact in found):
            continue
        counted = any(
            clause.start == fact.span.end or clause.end == fact.span.start
            for fact in counts
            if fact.what != "pay"
        )
        match = (
            _CALLED_DOING.match(ad.folded, *clause)
            or (_DOING.match(ad.folded, *clause) if counted else None)
            or _bare_doing(ad, clause)
            or _WANTED_BEHIND.match(ad.folded, *clause)
            or _those_who(ad, clause)
        )
        if not match:
            named += _somebody_to(ad, clause)
            continue
        start, end = match.span("work")
        # 要会骑摩托的 more often asks something of people than names the work
        able = match["work"][0] in "会能" and (counted or does_work(match["work"][1:-1]))
        if able and ad.folded.startswith(("优先", "最好"), end):
            continue
        start += able
        if not _ADJECTIVE.search(ad.folded[start:end]):
            left = ad.folded.startswith(("走了", "跑了", "不干了"), end)
            named.append(Fact("title", "", Span(start, end), 0.4 if able else 0.5 if left else 0.6))
    return named


def _somebody_to(ad: AdText, clause: Span) -> Iterator[Fact]:
    """What somebody is sought for, at the end of a clause: 找个人隔一天来遛狗扫院子."""
    line = ad.line_at(clause.start)
    before = max(line.start, clause.start - _FEW)  # 找个 is understood as a number
    called = _SOMEBODY.match(ad.folded, before, clause.end)
    begins = range(called.end(), min(called.end() + _SHORT, clause.end - 1)) if called else ()
    for start in begins:
        if does_work(ad.folded[start : clause.end]):
            yield Fact("title", "", Span(start, clause.end), 0.6)
            return


def _bare_doing(ad: AdText, clause: Span) -> re.Match[str] | None:
    """A clause of nothing but work, where a call, pay or another such clause stands beside it."""
    match = _SHORT_DOING.fullmatch(ad.folded, *clause)
    expected = match and (
        _paid_at_once(ad, clause)
        or _cried(ad, clause)
        or _called_before(ad, clause)
        or _another_beside(ad, clause)
    )
    return match if expected else None


def _cried(ad: AdText, clause: Span) -> bool:
    """Whether the first line cries out for those who do something: 白乃庙 放羊的！"""
    here = ad.line_of(clause.start) == 0 and clause.start < _AT_TOP
    work = ad.folded[slice(*clause)].removesuffix("的")
    return here and ad.folded[clause.end : clause.end + 1] == "!" and does_work(work)


def _paid_at_once(ad: AdText, clause: Span) -> bool:
    """Whether a line begins with work, and what is paid follows: 砌墙的 计件 一方 230."""
    opens = clause.start == ad.line_at(clause.start).start
    follows = ad.free[clause.end : clause.end + 2].strip() == TAKEN
    return opens and follows and does_work(ad.folded[clause.start : clause.end - 1])


def _called_before(ad: AdText, clause: Span) -> bool:
    return bool(_CALL_BEFORE.search(ad.folded, max(0, clause.start - 4), clause.start))


def _another_beside(ad: AdText, clause: Span) -> bool:
    """Whether the clause before or behind tells of work in the same way: 插盘的 覆土的."""
    line = ad.line_at(clause.start)
    return any(
        min(abs(other.start - clause.end), abs(clause.start - other.end)) <= 1
        for other in ad.clauses(line)
        if _SHORT_DOING.fullmatch(ad.folded, *other)
    )


def _those_who(ad: AdText, clause: Span) -> re.Match[str] | None:
    match = _THOSE_WHO.match(ad.free, *clause)
    work = match["work"][:-1] if match else ""
    return match if any(does_work(work[at:]) for at in range(_FEW)) else None


def by_their_work(ad: AdText, fact: Fact) -> Fact:
    """Return people with the work that they are named by, not as women or hands only: 摘西红柿的女工,
    or the heading before them: 打杈/采收：女工8名."""
    start, end = fact.span
    if ad.folded[start:end] not in ANYBODY:
        return fact
    line = ad.line_at(start)
    if ad.folded.endswith(":", line.start, start):
        heading = ad.trimmed(Span(line.start, start))
        works = does_work(re.split("[/、]", ad.folded[slice(*heading)])[-1])
        return replace(fact, span=heading) if works else fact
    if not ad.folded.endswith("的", 0, start):
        return fact
    before = max(line.start, *(ad.folded.rfind(sign, 0, start) + 1 for sign in SEPARATORS + ":("))
    begin = _begin_of_work(ad.folded, before, start - 1)
    return fact if begin is None else replace(fact, span=Span(begin, end))


def _begin_of_work(text: str, first: int, end: int) -> int | None:
    """Return where the work begins that ends at a place, of several the first: 挖坑栽苗."""
    begin: int | None = None
    stop: int | None = end
    while stop is not None:
        found = next((at for at in range(first, stop - 1) if does_work(text[at:stop])), None)
        begin, stop = (begin if found is None else found), found
    return begin


def by_work(ad: AdText, labels: Sequence[Labelled], counts: Sequence[Fact]) -> list[Fact]:
    """Return one name made of the work itself, for a message that has no other."""
    for ways in (
        _beside_number(ad, counts),
        _hired_to(ad),
        _called(ad),
        _described(ad, labels),
        _repeated(ad),
        _people(ad, counts),
        _at_firm(ad),
    ):
        found = next(ways, None)
        if found:
            return [found]
    return []


def _beside_number(ad: AdText, counts: Sequence[Fact]) -> Iterator[Fact]:
    clauses = list(ad.clauses())
    behind = {clause.start: clause for clause in clauses}
    before = {clause.end: clause for clause in clauses}
    for fact in counts:
        beside = (behind.get(fact.span.end), before.get(fact.span.start))
        for clause in filter(None, beside) if fact.what == "headcount" else ():
            match = _ABLE_TO.match(ad.folded, *clause) or _WORK.match(ad.folded, *clause)
            if (
                match
                and match["work"] not in ANY_WORK
                and not _NOT_WORK.search(match["work"])
                and not _ADJECTIVE.search(match["work"])
            ):
                yield _named(match, 0.5)


def _listed(ad: AdText) -> Iterator[Span]:
    """Yield clauses, those with a list of names in parts: 招包饺子的、面案的."""
    for clause in ad.clauses():
        start = clause.start
        for part in ad.folded[slice(*clause)].split("、"):
            yield Span(start, start + len(part))
            start += len(part) + 1


def before_the_call(ad: AdText, counts: Sequence[Fact], found: Sequence[Fact]) -> Iterator[Fact]:
    """Yield a known occupation before a call and a number of people: 医院长期保洁招12人."""
    begins = {fact.span.start for fact in counts if fact.what != "pay"}
    for clause in ad.clauses():
        match = _NAME_BEFORE_CALL.fullmatch(ad.folded, *clause)
        urgent = match and match["call"] == "急招" and names_person(match["name"])
        taken = any(fact.span.start in clause for fact in found)
        if match and not taken and urgent:
            yield Fact("title", "", Span(*match.span("name")), 0.85)
        elif match and clause.end in begins and not taken and known_ending(match["name"]):
            start = match.end("name") - len(known_ending(match["name"]))
            yield Fact("title", "", Span(start, match.end("name")), 0.8)


def _at_firm(ad: AdText) -> Iterator[Fact]:
    """What is done at a place that hires: 鸡场捡蛋."""
    for clause in ad.clauses():
        match = _AT_FIRM.fullmatch(ad.folded, *clause)
        if match and (does_work(match["work"]) or title_sure(match["work"])):
            yield _named(match, 0.5)


def _hired_to(ad: AdText) -> Iterator[Fact]:
    for clause in ad.clauses():
        match = _HIRES_TO.match(ad.folded, *clause)
        if match and not _NOT_WORK.search(match["work"]):
            yield _named(match, 0.5)


def _called(ad: AdText) -> Iterator[Fact]:
    """A known occupation right before 招聘: 望京保安招聘."""
    for clause in ad.clauses():
        match = _CALL_BEHIND.fullmatch(ad.folded, *clause)
        tail = known_ending(match["name"]) if match else ""
        if match and tail:
            yield Fact("title", "", Span(match.end("name") - len(tail), match.end("name")), 0.6)


def _described(ad: AdText, labels: Sequence[Labelled]) -> Iterator[Fact]:
    for label in labels:
        span = ad.trimmed(label.value)
        if label.what == "duties" and 2 <= span.end - span.start <= _SHORT:
            yield Fact("title", "", span, 0.5)


def _repeated(ad: AdText) -> Iterator[Fact]:
    """What a message cries out twice at its beginning: 蜘蛛人！蜘蛛人！"""
    first, second, *_ = [*ad.clauses(), Span(0, 0), Span(0, 0)]
    name = ad.folded[slice(*first)]
    if name == ad.folded[slice(*second)] and _CRIED.fullmatch(name) and not _NOT_WORK.search(name):
        yield Fact("title", "", first, 0.5)


def _people(ad: AdText, counts: Sequence[Fact]) -> Iterator[Fact]:
    """The bare word for people, if there is no better one: 招用务工人员25名."""
    for fact in counts:
        match = _PEOPLE.search(ad.folded, max(0, fact.span.start - 8), fact.span.start)
        if fact.what == "headcount" and match and match.end() == fact.span.start:
            yield Fact("title", "", Span(*match.span()), 0.5)


def anywhere(ad: AdText) -> list[Fact]:
    """Return the end of a clause that is work, if nothing else names it: 来我家大棚摘西红柿."""
    for clause in ad.clauses():
        words = _OF_WORK.sub("", ad.folded[clause.start : clause.end])
        if re.match("给(?![我你俺口])", words) and 3 <= len(words) <= _SHORT:
            return [Fact("title", "", Span(clause.start + 1, clause.end), 0.4)]
        for start in range(len(words) - 1 if words[:1] not in "会能" else 0):
            few = start > 1 and len(words) - start <= _FEW
            begins = few or start in (0, behind_place(words)) or words[start - 1] in _BEFORE_WORK
            work = words[start:]
            named = does_work(work) and not _NOT_WORK.search(work) and not area_end(work)
            if begins and named:
                return [
                    Fact("title", "", Span(clause.start + start, clause.start + len(words)), 0.4)
                ]
    for clause in ad.clauses():
        left = _LEFT.fullmatch(ad.folded, *clause)
        if left and (tail := known_ending(left["name"])):
            return [Fact("title", "", Span(left.end("name") - len(tail), left.end("name")), 0.4)]
    for clause in ad.clauses():
        if tail := known_ending(ad.folded[slice(*clause)]):
            return [Fact("title", "", Span(clause.end - len(tail), clause.end), 0.4)]
    return []


def called_unknown(ad: AdText) -> list[Fact]:
    """Return what stands right behind 招, known or not: 招网管."""
    for clause in ad.clauses():
        match = _CALLED_ANYTHING.fullmatch(ad.folded, *clause)
        if match and not _NOT_WORK.search(match["work"]):
            return [_named(match, 0.45)]
    return []


def _named(match: re.Match[str], sure: float) -> Fact:
    return Fact("title", "", Span(*match.span("work")), sure)
