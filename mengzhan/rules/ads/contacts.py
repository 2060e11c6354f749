"""Whom to ask: names beside a telephone number or behind 联系人."""

import re
from collections.abc import Iterable, Iterator, Sequence

from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.firmwords import ends_with_firm
from mengzhan.rules.ads.labels import Labelled
from mengzhan.rules.ads.placenames import area_end, place_sure
from mengzhan.rules.ads.titlewords import does_work, title_sure
from mengzhan.rules.ads.vocabulary import HAN, any_of, words_for

_RANKS = any_of("rank")
_SURNAMES = "".join(words_for("surname"))
_GIVEN = "".join(words_for("given"))
_SYLLABLES = "".join(words_for("mongol_syllable"))
_RANKED = re.compile(
    rf"(?!{HAN}*的){HAN}{{0,6}}(?:{_RANKS})(?:[老小大]{HAN}{{1,2}}|[{_SURNAMES}]{HAN}{{0,2}}|[{_SYLLABLES}]{{2,4}})?|[老小大阿]{HAN}{{1,2}}"
)
"""A name with a rank (赵经理, 厂长老韩) or with 老 or 小."""

_RANK_ALONE = re.compile(_RANKS)
_RANKED_AT_END = re.compile(
    rf"(?:[{_SURNAMES}](?:{_RANKS}|[队工总导科局处院头])|[老小](?:[{_SURNAMES}]|{HAN}(?:{_RANKS}))"
    rf"|(?<=[给找站部处办科联队室矿场])[老小]{HAN})$"
)
_NAME = re.compile(
    rf"[{_SURNAMES}]{HAN}{{1,2}}|[{_SYLLABLES}]{{2,6}}|{HAN}{{1,12}}·{HAN}{{1,12}}|[阿小老]?[A-Z][a-z]{{1,9}}|[老]?[板]?姓{HAN}|[{_SURNAMES}]"
)
"""A Chinese name (surname first) or a Mongolian one in Chinese characters."""

_SIGNED_AT_END = re.compile(
    rf"{HAN}{{2,}}(?<![我你他找问])(?P<name>[老小][{_SURNAMES}]|[{_SURNAMES}](?:师傅|经理|主任|老板|大姐|姐|哥|女士|先生))$"
)
"""Who signs behind where he is: 光明小区物业老孙."""

_CALLED = re.compile(rf"@(?P<name>{HAN}{{2,5}})\s*$")
"""Whom the message ends by calling: @其其格."""

_ANY_NAME = re.compile(rf"{HAN}{{2,6}}|{HAN}{{1,12}}·{HAN}{{1,12}}")
_NAMED = (
    rf"[老小大阿][{_SURNAMES}]头?|(?![你您咱])[{_SURNAMES}]?{HAN}{{0,5}}(?:{_RANKS})"
    rf"(?:[{_SYLLABLES}]{{2,4}}|[老小大]?[{_SURNAMES}]{HAN}{{0,2}}|阿{HAN})?"
)
_SENT_TO = re.compile(
    rf"(?:(?:{HAN}{{0,20}}[找问给跟发喊私](?:{HAN}{{1,6}}[站部处办科联队室会])?|(?:统一|电话|微信|直接)?联系|电联|私信|咨询)(?:{HAN}{{1,8}}[局所部处办科站队室会院校厂店矿司])?(?:{HAN}{{0,8}}的)?"
    rf"(?P<name>{_NAMED}|[老小大阿]{HAN}|[{_SYLLABLES}]{{2,5}}|[{_GIVEN}]{{2}}|[{_SURNAMES}]{HAN}{{1,2}})"
    rf"|{HAN}{{0,10}}[找问给跟发喊]{HAN}{{1,6}}(?P<short>[老小](?![板师时孩人姐家区学伙车工活]){HAN}|大[{_SURNAMES}])"
    rf"|(?P<asker>{_NAMED})(?:让我|托我)|我是{HAN}{{0,16}}(?P<self>[老小][{_SURNAMES}])|{HAN}{{0,4}}[找问跟](?:你们?|咱们?|您)(?P<kin>{HAN}{{0,2}}[叔嫂姐哥婶姨舅爷])|(?P<again>[老小][{_SURNAMES}])又来[啦了]"
    rf"|打我?(?:男人|媳妇|老公|老婆|对象|儿子|爸|妈)?(?P<called>{HAN}{{2,6}}?)的?(?:电话|号码?|手机)|联系(?P<office>{HAN}{{0,6}}(?:市场|中心|服务站|驿站|办公室|村委会|居委会|劳务站))|我?(?P<own>姓{HAN})|{HAN}{{0,6}}(?:叫我|我叫|喊我|就叫)(?P<named>[阿老小大]?{HAN}{{1,3}}?))"
    r"(?:微信|电话)?(?:就[行好]|即可|报名|说|说一声|聊|就成|就中|面试|面谈|登记|都行|发|问){0,3}"
)
"""Whom a clause says to ask: 来店里问老板娘, 找穿马甲的大刘, 打额尔德尼的号."""

_WITH_SURNAME = re.compile(rf"[{_SURNAMES}](?:{_RANKS})$")
_SIGNED = re.compile(
    rf"[{_SURNAMES}][工队总导科]?|{_NAMED}|[{_GIVEN}]{{2}}|[小大]{HAN}{{2}}|[{_SYLLABLES}]{{2,5}}|[老小阿]{HAN}|[{_SURNAMES}]{HAN}{{1,2}}"
)
"""A name alone at the end of a message."""

_NOISE = re.compile(
    r"统一|跟|说一声|就[行好中成]|老板(?=姓)|哈哈+|嘿嘿+|同微信|同微|联系人|联系电话|联系方式|联系|电话同?微信|电话号码?|电话|微信同步|微信同号|微信号?|同步|同号|手机号?|咨询热?线?|热线|"
    r"报名|加[vVwW微]?信?|[vVwW]信?同?[步号]?|打我|打电话|打|找我|找|有意者?请?|有意向的?|有意|致电|拨打|请|我叫|我是|"
    r"本人|号码|详情|可|也|的|是|私聊|给|座机|短信|问|来电|对接人|负责人(?=.)|招聘(?=.)|[(): /,，、+\-—\[\]【】。;!~|]"
)
_NOT_A_NAME = re.compile(
    "^(?:有|会(?!计)|要)|家$|证|招|聘|工资|以上|岗位|欢迎|转发|上班|长期|全天|不|了|加群|.*勿扰|大人|谢谢|同微|.*电话$|.*[饭间]|.*地办$|周[一二三四五六日末]|想|[他她它你您我俺咱]的?$|小[时伙孩区院学工]|^投|^[白夜早晚中倒轮换]班$|大小周|^高[薪温空中]|^常[年白]|^马上|^方便|^任何|^安全|^包[吃住食]|^管|^安排|简历|^或|加$|专线|热线|总机|前台$|备注|面试|地址|地点|公司|或者|以及|直接|可以|来的|门口|集合|报名|店$|嘎查$|苏木$|[镇村旗县]$"
)


_DEPARTMENTS = ("项目部", "处", "科", "室", "办", "联")
"""What a name may stand behind, and is not part of it: 项目部小池."""

_DEPARTMENT_BEFORE = re.compile(
    rf"{HAN}{{1,5}}(?:[部处科室办队站联](?=[老小][{_SURNAMES}]$)|(?=(?:主任|经理|厂长|场长|队长|站长)[老小][{_SURNAMES}]$))"
)
"""What stands before a name, and is no part of it: 综合办小陶, 棚主任老曲."""

_BY_TRADE = re.compile(f"[{_SURNAMES}][工队总导科]")
"""A name that ends as names of work do: 骆工."""

_WORDY = re.compile("[\u4e00-\u9fff]{2}")
_ASKED = "找跟问"
"""How a clause begins that says whom to ask: 19000005004跟邢场长说."""

_SENT = re.compile(rf"(?:找|联系|问)(?P<name>{HAN}{{2,3}})$")
"""Any name that is said to be asked: 找顺子 138…"""

_PLAIN_WORDS = re.compile(
    "[自带快钱打速急就完好干活没有了吧说问发给真也都再车票证班饭天月年点人]|上午|下午|晚上|随时|长期|日结|月结|现结"
)
"""Characters that hardly any name has."""


def find_contacts(ad: AdText, labels: Sequence[Labelled], phones: Sequence[Fact]) -> list[Fact]:
    """Return whom to ask: named by a label, or standing beside a telephone number."""
    found: list[Fact] = []
    for label in labels:
        if label.what == "contact":
            found += _first_name(ad, ad.clauses(label.value), 0.95, _ANY_NAME)
    for phone in phones:
        line = ad.line_at(phone.span.start)
        if not any(name.span.start in line for name in found):
            found += _beside(ad, phone.span, line)
    if not found:
        sent = [fact for fact in _sent_to(ad) if phones or len(str(fact.value)) > 1]
        found = sent or list(_touching(ad, phones))
    if not found and phones:
        for line in _lines_around(ad, phones[0]):
            clauses = list(ad.clauses(line))
            if len(clauses) == 1:
                found += _first_name(ad, clauses, 0.6, None)
    return ad.took(found)


def _sent_to(ad: AdText) -> Iterator[Fact]:
    """Whom a clause says to ask, or who signs the message with a name as its last clause."""
    clauses = list(ad.clauses())
    for clause in clauses:
        match = _SENT_TO.fullmatch(ad.folded, *clause)
        group = match and match.lastgroup
        if (
            match
            and group
            and (
                group == "kin" or _WITH_SURNAME.match(match[group]) or not title_sure(match[group])
            )
            and not _NOT_A_NAME.search(match[group])
        ):
            span = Span(*match.span(group))
            yield ad.fact("contact", span, 0.6)
            return
    for last in reversed(clauses[1:][-2:]):
        if _SIGNED.fullmatch(ad.folded, *last) and _may_be_name(ad.folded[slice(*last)]):
            yield ad.fact("contact", last, 0.5)
            return
    called = _CALLED.search(ad.folded)
    if called and _may_be_name(called["name"]):
        span = Span(*called.span("name"))
        yield ad.fact("contact", span, 0.5)
        return
    if clauses[1:] and (tail := _SIGNED_AT_END.search(ad.folded, *clauses[-1])):
        span = Span(*tail.span("name"))
        yield ad.fact("contact", span, 0.5)


def _touching(ad: AdText, phones: Sequence[Fact]) -> Iterator[Fact]:
    """Two to four characters that nothing but a blank parts from a number: 三毛19000007229."""
    for phone in phones:
        for clause in ad.clauses():
            start, end = sorted((clause, phone.span))
            beside = not ad.folded[start.end : end.start].strip(" ")
            plain = re.fullmatch(f"{HAN}{{2,4}}", ad.folded[slice(*clause)])
            if beside and plain and _may_be_name(plain[0]):
                yield ad.fact("contact", clause, 0.5)
                return


def _may_be_name(words: str) -> bool:
    """Whether words are nothing else that is known."""
    known = (
        (title_sure(words) and not _BY_TRADE.fullmatch(words))
        or does_work(words)
        or place_sure(words)
        or ends_with_firm(words)
    )
    plain = _PLAIN_WORDS.search(words) or _NOT_A_NAME.search(words) or _NOISE.match(words)
    return not known and not plain


def _beside(ad: AdText, phone: Span, line: Span) -> list[Fact]:
    """The name that stands right behind a number, or else right before it."""
    behind = list(ad.clauses(Span(phone.end, line.end)))[:3]
    before = [
        clause
        for clause in list(ad.clauses(Span(line.start, phone.start)))[-3:]
        if not _WORDY.search(_NOISE.sub("", ad.folded[clause.end : phone.start]))
    ]
    if behind and ad.folded[behind[0].start] in _ASKED:
        return _first_name(ad, behind, 0.85, _ANY_NAME)
    sent = before and _SENT.match(ad.folded, *before[-1])
    if sent and not behind and (_RANK_ALONE.fullmatch(sent["name"]) or _may_be_name(sent["name"])):
        span = Span(*sent.span("name"))
        return [ad.fact("contact", span, 0.7)]
    return _first_name(ad, behind, 0.85, _NAME) or _first_name(ad, before[::-1], 0.85, _NAME)


def _lines_around(ad: AdText, phone: Fact) -> Iterator[Span]:
    at = ad.line_of(phone.span.start)
    return (ad.lines[near] for near in (at - 1, at + 1) if 0 <= near < len(ad.lines))


def _first_name(
    ad: AdText, clauses: Iterable[Span], sure: float, plain: re.Pattern[str] | None
) -> list[Fact]:
    """Return the name that the first clause with any words is, if it is one.

    Args:
        plain: what a name without rank must look like; ``None`` accepts none.
    """
    for clause in clauses:
        span = _without_noise(ad, clause)
        words = ad.folded[span.start : span.end]
        if not words:
            continue
        if area_end(words) and place_sure(words):
            return []
        tail = _RANKED_AT_END.search(words)
        if _NOT_A_NAME.search(words):
            plain = None
        elif _RANKED.fullmatch(words) and not (plain is None and does_work(words)):
            known = _DEPARTMENT_BEFORE.match(words)
            if known:
                span = Span(span.start + known.end(), span.end)
            alone = _RANK_ALONE.fullmatch(words)
            return [ad.fact("contact", span, 0.5 if alone else sure)]
        if plain and plain.fullmatch(words) and not title_sure(words):
            return [ad.fact("contact", span, sure - 0.15)]
        if tail:
            cut = Span(span.start + tail.start(), span.end)
            if words[: tail.start()].endswith(_DEPARTMENTS):
                ad.take(Span(span.start, cut.start))
            return [ad.fact("contact", cut, sure - 0.1)]
        return []
    return []


def _without_noise(ad: AdText, span: Span) -> Span:
    """Return a clause without 联系, 微信同号 and the like at its ends."""
    start, end = ad.trimmed(span, "()[]【】/")
    while noise := _NOISE.match(ad.folded, start, end):
        start = noise.end()
    ends = {noise.end(): noise.start() for noise in _NOISE.finditer(ad.folded, start, end)}
    while end in ends:
        end = ends[end]
    return Span(start, end)
