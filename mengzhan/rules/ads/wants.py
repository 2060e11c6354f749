"""What an advertisement asks of people, and what they are to do."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mengzhan.rules.ads.adtext import TAKEN, AdText, Fact, Span
from mengzhan.rules.ads.labels import Labelled
from mengzhan.rules.ads.placenames import place_sure
from mengzhan.rules.ads.vocabulary import HAN, any_of
from mengzhan.rules.ads.wages import Pay

_AGE = r"(?:\d{2}|[二三四五六]十[一二三四五六七八九]?)"
_ASKS = re.compile(
    "|".join(
        (
            any_of("want"),
            rf"(?<![班月\d]){_AGE}周?岁?[-~—至到]{{1,2}}{_AGE}(?![日号\d])",
            rf"{_AGE}周?岁(?:以[下内上]|左右|之间|以里|往[下上])?|不超\w{{0,2}}{_AGE}|{_AGE}(?:以[上下内]|往[下上])",
            r"[A-Da-d][1-3]? ?(?:本|证|照|驾|满)|^有?[A-D][1-3]以上",
            r"^有?[A-Da-d][1-3](?:[或、/及][A-Da-d][1-3])*(?:以上)?$",
            r"无[^,]{0,6}(?:记录|事故|病|病史|尘肺|纹身|案底|前科|违章|不良)$|无[^,]{0,6}(?:记录|事故)|^(?:需|要|持|带|有)?\w{0,6}证$|驾[照驶本]",
            r"^(?:要|需要?|必须|得)?(?:会(?![展计所议员])|能(?!自己|在家|上就|干多少|来就|马上)|懂)(?!按|给|挣|有意|住|吃)|熟练(?!工$)",
            r"^(?:要|需|须|得|必须|最好)(?![人\d一二两三几的来去]|找|招|有意|自己|上班|干)|^(?:自?带(?:上|好)?|自备|备好?)(?!薪|队|班|饭|干粮|午餐|走|编|教)",
            r"自己[带拿备]|^携|自带(?!饭|干粮|午餐|薪)|证在手|^别(?!墅|问|催)|年满|^学(?!徒|费|生|校|会|成|满|完)|^不(?:晕|怵|嫌|挑|忌)|[学生假短]工?[生工]勿[扰来]|讲卫生|听从|脾气[好急]|^力气|劲[儿]?大|证(?:件)?齐|证以上|[A-Z]\d?证|^满\d{2}",
            r"的(?:就|请|都|一律)?(?:别[打来]|算了|绕道|不要)$|一律不要$|更欢迎$|^(?!.*[饭餐粮水]).{2,10}自[带备]$|学生也[行可]",
            r"^(?:限|只要)?[男女](?:[的士性])?(?:优先|最好|,|\d{2}|$)|夫妻(?:优先|最好|也行|工|更好|[就也]?[中行成])|两口子",
            r"^(?:[老妇青男女后大小年]\w{1,3})(?:就行|即可|优先)$|^(?:但|可)?(?:不|别|没|无)(?:能|要|许|准|得|可以?)?(?:抽|喝|酗|赌|偷|耍|玩|迟|早退|纹|请|中途|半路|离人|近视|晕|怕|挑|有?前科|有?案底)",
            r"^[\u4e00-\u9fff]{0,2}[住吃受耐熬扛坐待站蹲起]得[惯了住下来起]|^(?:喜欢|爱(?=[学笑动说唱跳干做孩老岗美拍整打运琢研看])|热爱|肯|愿意)(?!的|人|来)|^(?:请)?穿(?!串)|^(?:须|应)(?!提前|先)|^仅?限(?!时)|^熟手$|^(?:自己)?有(?:自己的)?(?:车|手机|本子?$|电动|三轮|摩托|面包|货车|证)|^自己有",
            r"(?:说|讲)得过去|过得去$|都会$|样样|手上有活|夜里能|能(?:跟|随|倒|上夜|熬夜|吃苦|加班|住|长)|^(?:面试|入职|报到|来)?的?(?:时候?)?(?:交|带)(?:上|好|齐)?(?![队班薪饭你我走孩娃小])[\u4e00-\u9fff]{2,}",
            r"(?:不会|没经验)(?:的)?(?:可以|也能|可)学|离?(?:家|得)(?:离得)?近|住得?近|手[快巧勤稳](?:的|点)?(?:就行|优先|$)|..(?:就行|即可|就成|就中)$",
        )
    )
)
_ASKS_NOTHING = re.compile(
    r"[没吗么不呗险金]$|(?<![行可来算])了$|接龙|谢谢|说一声|^跟(?!车)|(?:来|说|问我|打|找.{1,4})就[行成中]$|[样种个工焊]都要$|[干来天]也行|办$|的\d{3,5}$|加\d|一天能|[店厂站家场院]里?有$|穿[厚暖多]|[一二两三四五六七八九][百千][一二三四五六七八九]?$|试工|^(?:男女|性别)不限|^(?:会|懂)的?来?$|^不嫌[岁年]|语音|俩岗|别怕|患者|老爷子|老太太|^找|^推|报销|能来几个|不要紧|^看你|自理|兼职|^备注|^你|找我|^生手$|[里我]出$|贩子|中介|空调|暖气|独卫|看手艺|快私|^别.{0,3}打|的也要$|^得(?:补|来|找|招)|包教|接送|日结|涨|工资|发放|免费|提供|补贴|奖|五险|社保|保险|报名|(?<!更)欢迎|电话|微信|^扫码|扫码(?:报|进|加|入|联)|非诚|(?<![生工])勿扰|氛围|有意|(?:一天|每天|能[挣拿摘])[^,]{0,3}\d|的[一二三四五六七八九]百"
)
_TEACHES = re.compile(
    "(?:没|无|零)(?:有)?(?:经验|基础)[^,]{0,4}(?:教|带|学)|手把手|(?:会不会|不会)[^,]{0,6}教"
)
"""What is offered to beginners, and asked of nobody."""

_CALL_BEHIND = re.compile(
    r"的?(?:可?以?(?:请|来|直接)?(?:再?联系我?们?|找我|报名|再?打我?电话|加我?微信?|私我)|速来|看过来|就行|就可以)$|(?<=的)来$|(?<=[证照件卡本])来$|必须有$|(?<=证)报名$|(?<=[证件本卡])到[^,;。]{0,16}$|(?<=证)\d{3,5}$"
)
"""What follows a wish for people, and is no wish: 离得近的联系我."""

_MARK = re.compile(
    "(?:(?:面试|入职|报到|来)(?:的?时候?)(?=带)|报名(?:时|请)?(?=携|带)|入职(?=交)|(?:都|均|一律|必须)(?:要|得|须|需)?(?=[会能有带持懂])|要求?|只要|得(?=会|能)|均?须?请(?=携带)|要(?=带[^班队]))(?=[^求\\d]..)"
)
"""What only announces a wish."""

_OF_SOME = re.compile("[熟新老生]手.{0,3}|(?:有|没|无)(?:经验|证)[者的]?")
"""Some of the people sought, if it runs on into what they earn: 有经验者4800."""

_ABLE = re.compile(rf"会(?:(?P<what>{HAN}{{2,16}})的)?$")
_ABLE_WITHIN = re.compile("(?P<able>(?<![社机开协工商])会(?![计员议所])[^的]{2,}的?)")
_LISTED = re.compile(r"(?:、[\u4e00-\u9fff\d]{2,10})+(?=[,;。!\n ]|$)")
_LIST_BEFORE = re.compile(rf"(?:^|[,;。!\n: ])(?P<list>(?:{HAN}{{2,10}}、)+)$")
"""Parts of a list before the one that is known to be a wish."""

_LED_TO = re.compile(rf"(?:[要得须需]|必须)?(?=[会能有持懂带]|[A-D]\d|{_AGE}岁?以)")
"""What follows the name of a vacancy in a wish for it: 翻译要会蒙文, 司机B2以上."""

_OPEN = re.compile("不限|均可|都[行可]|无(?:要求)?")
"""What a label of a wish says if there is none: 学历：不限."""

SURE_LABEL = 0.95
"""How sure it is that what stands behind a label such as 工作内容 is what it says."""

_SURE_PLACE = 0.7
_ELSE = re.compile(" *(?:报名|报到|截止|有意|联系|工资|月薪|地点|地址|电话)")
_TOO_LITTLE = (
    "需要",
    "要求",
    "统一要求",
    "共同要求",
    "其他要求",
    "最好",
    "必须",
    "优先",
    "条件",
    "不要",
    "都要",
    "都行",
    "也行",
)
_NEXT = re.compile(r"[ ,、;和要]*")
_DUTIES = re.compile(
    r"(?:主要)?(?:负责|从事|工作内容[是为]?|主要(?:是|干|做)|活[儿]?(?:是|就是))(?P<work>.{2,60})"
)
_NEW_THOUGHT = re.compile(
    r"(?=(?<![来百千十多几])只要(?:能|会|有|求)|(?:(?<=[来百千十多几]只)|(?<!只))要(?:能|会|有|求)"
    r"|(?<![只想要])会(?:骑|开|做|说|用)|地方在|打我电话|我叫|工资)"
)
_LONG_CLAUSE = 18
"""From so many characters on a clause without any comma is a dictated one."""


def find_labelled_texts(ad: AdText, labels: Sequence[Labelled]) -> list[Fact]:
    """Return what stands behind 要求 and 工作内容, whole; the words are taken."""
    found: list[Fact] = []
    for label in labels:
        if label.what in ("requirements", "duties", "hours"):
            span = _up_to_taken(ad, label)
            if span.end - span.start >= 2 and not _OPEN.fullmatch(ad.folded, *span):
                found += ad.took([ad.fact(label.what, span, SURE_LABEL)])
    return found


def _up_to_taken(ad: AdText, label: Labelled) -> Span:
    """What a label announces, up to what is understood otherwise; one sentence of a line."""
    value = ad.free[label.value.start : label.value.end]
    start = label.value.start
    if label.what == "requirements":
        start += len(value) - len(value.lstrip(TAKEN + " "))
    text = ad.free[start : label.value.end].split(TAKEN)[0]
    if "\n" not in text:
        text = text.split("。")[0]
    if label.what == "requirements":
        text = _without_place(text)
    return ad.trimmed(Span(start, start + len(text)), "()[]【】")


def _without_place(text: str) -> str:
    """Cut a text before a place that stands among the wishes without a label of its own."""
    at = 0
    for clause in text.split(","):
        if at and (place_sure(clause.strip()) > _SURE_PLACE or _ELSE.match(clause)):
            return text[:at]
        at += len(clause) + 1
    return text


def find_wants(ad: AdText, pay: Sequence[Pay], titles: Sequence[Fact]) -> list[Fact]:
    """Return clauses that ask something of people, neighbours of one line together.

    A clause that names a vacancy (店助有健康证) stands for itself.

    A clause that runs on into a sum says whose sum that is (自带三轮的一天450), and asks nothing.
    """
    sums = {one.span.start for one in pay}
    names = [ad.folded[slice(*title.span)] for title in titles]
    alone = len(titles) == 1
    spans = [span for title in titles for span in _able(ad, title.span, alone=alone)]
    heads = _heads(names)
    for clause in _wants(ad, heads):
        if any(clause.start < span.end and span.start < clause.end for span in spans):
            continue
        of_some = _OF_SOME.fullmatch(ad.folded, *clause)
        if clause.end in sums and (of_some or "的" in ad.folded[clause.end - 1 : clause.end + 1]):
            continue
        same_line = spans and ad.line_of(spans[-1].start) == ad.line_of(clause.start)
        words = ad.folded[slice(*clause)]
        named = _behind_head(words, heads) or any(name in words for name in names)
        if same_line and not named and _NEXT.fullmatch(ad.folded, spans[-1].end, clause.start):
            spans[-1] = Span(spans[-1].start, clause.end)
        else:
            spans.append(clause)
    spans = sorted({_with_listed(ad, span) for span in spans})
    return ad.took([ad.fact("requirements", span, 0.7) for span in spans])


def _able(ad: AdText, title: Span, *, alone: bool) -> Iterator[Span]:
    """What a name of work asks along: 会做睫毛的; 会唱歌的驻场."""
    before = _ABLE.search(ad.folded, max(0, title.start - _LONG_CLAUSE), title.start)
    within = _ABLE_WITHIN.search(ad.folded, *title)
    if before:
        of_whom = ad.folded.find("的", *title)
        end = of_whom if of_whom > 0 else title.end
        yield Span(before.start(), before.end() - 1 if before["what"] and alone else end)
    elif within:
        yield Span(*within.span("able"))


def _with_listed(ad: AdText, span: Span) -> Span:
    """Take in what a list goes on with: 会装系统、换内存条; or began with: 扫码、会装系统."""
    before = _LIST_BEFORE.search(ad.free, max(0, span.start - _LONG_CLAUSE), span.start)
    more = _LISTED.match(ad.free, span.end)
    return Span(before.start("list") if before else span.start, more.end() if more else span.end)


def _heads(names: Sequence[str]) -> list[str]:
    """Return what a wish for one of several vacancies may begin with, the longest first."""
    heads = {head for name in names for head in (name, name[:-1], name[:2]) if len(head) > 1}
    return sorted(heads, key=lambda head: (-len(head), head))


def _behind_head(words: str, heads: Sequence[str]) -> int:
    """Return where a wish goes on behind the name that it begins with, 0 without one."""
    led = (_LED_TO.match(words, len(head)) for head in heads if words.startswith(head))
    return next((match.end() for match in led if match), 0)


def _wants(ad: AdText, heads: Sequence[str]) -> Iterator[Span]:
    for clause in ad.clauses():
        for span in _thoughts(ad, clause):
            words = ad.folded[span.start : span.end]
            enough = (len(words) > 1 and words not in _TOO_LITTLE) or words in ("男", "女")
            lead = _MARK.match(ad.folded, *span)
            said = words[lead.end() - span.start if lead else _behind_head(words, heads) :]
            asks = not _ASKS_NOTHING.search(said) and not _TEACHES.search(words)
            if enough and asks and (_ASKS.search(words) or _ASKS.search(said)):
                call = _CALL_BEHIND.search(ad.folded, *span)
                start, end = lead.end() if lead else span.start, call.start() if call else span.end
                yield Span(start, end) if end - start > 1 else span


def _thoughts(ad: AdText, span: Span) -> Iterator[Span]:
    """Split a dictated clause where a new thought begins."""
    cuts = [span.start, span.end]
    if span.end - span.start >= _LONG_CLAUSE:
        begins = (match.start() for match in _NEW_THOUGHT.finditer(ad.folded, *span))
        cuts = sorted({span.start, *begins, span.end})
    for start, end in pairwise(cuts):
        yield ad.trimmed(Span(start, end), "()[]【】")


def find_duties(ad: AdText) -> list[Fact]:
    """Return what is to be done, where a clause says so: 负责…, 主要是…"""
    found: list[Fact] = []
    for clause in ad.clauses():
        match = _DUTIES.match(ad.folded, *clause)
        if match:
            span = ad.trimmed(Span(*match.span("work")))
            found += ad.took([ad.fact("duties", span, 0.8)])
    return found
