"""Whom to ask: names beside a telephone number or behind 联系人."""

import re
from collections.abc import Iterable, Iterator, Sequence

from mengzhan.rules.ads.adtext import SEPARATORS, AdText, Fact, Span
from mengzhan.rules.ads.labels import Labelled
from mengzhan.rules.ads.titles import title_sure

_HAN = "[\u4e00-\u9fff]"

_RANKS = (
    "先生|女士|小姐|经理|老板娘|老板|总|主任|店长|厂长|队长|师傅|老师|园长|站长|场长|主管|大姐|大哥|大嫂|姐|哥|嫂子|嫂|阿姨|叔|大叔|"
    "书记|嘎查达|支书|会计|校长|院长|班长|工长|工头|部长|科长|助理|主席|理事长|社长|村长|护士长|领班|人事部?|人事科|掌柜|大夫|大爷|"
    "大妈|婶|舅|干部|网格员|专干|技术员|项目经理|负责人|司机|客服|HR|hr|人力资源部?|办公室|劳资科|综合办|综合科|行政部|队部|老师傅"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文包特齐佟关何敖云乌巴图斯那满德吉海柴梅"
)
_STRONG = re.compile(
    rf"(?:{_HAN}{{0,6}}(?:{_RANKS})(?:[老小]?{_HAN}{{1,3}})?|[老小大阿]{_HAN}{{1,2}}|{_HAN}{{1,2}}(?:{_RANKS}))"
)
_RANK = re.compile(_RANKS)
_AT_END = re.compile(rf"(?:[{_SURNAMES}](?:{_RANKS})|(?<=[给找])[老小]{_HAN}|[老小]{_HAN}(?:{_RANKS}))$")
_PLAIN = re.compile(rf"{_HAN}{{2,6}}(?:·{_HAN}{{1,6}})?")
_NOISE = re.compile(
    r"联系人|联系电话|联系方式|联系|电话同?微信|电话号码?|电话|微信同步|微信同号|微信号?|同步|同号|手机号?|咨询热?线?|热线|报名|加[vVwW微]?信?|[vVwW]信?同?[步号]?|"
    r"打我|打电话|打|找我|找|有意者?请?|有意向的?|有意|致电|拨打|请|我叫|我是|本人|号码|详情|可|也|的|是|私聊|座机|短信|来电|对接人|负责人(?=.)|招聘(?=.)|[(): /,，、+\-—\[\]【】。;!~|]"
)
_NOT_NAMES = re.compile(
    "招|聘|工资|以上|岗位|欢迎|转发|非诚|勿扰|谢谢|中介|急|快|上班|长期|有效|全天|不|了|加群|备注|面试|详|地址|地点|公司|合作|优先|"
    "年|月|日|时|天|要|管|包|干|能|会|速|先到|优惠|待遇|随时|到岗|就行|就可|名额|满|止|多|少|收|外|本地|附近|代|一起|男|女|老乡|朋友|大家|"
    "或者|以及|直接|私信|如有|加我|可以|来的|市|县|旗|镇|村|路|区|店|厂|街|苏木|嘎查|楼|号|院|站|场|社|门口"
)

def find_contacts(ad: AdText, labels: Sequence[Labelled], phones: Sequence[Fact]) -> list[Fact]:
    """Return whom to ask: named by a label, or standing beside a telephone number."""
    found: list[Fact] = []
    for label in labels:
        if label.what == "contact":
            found += _first_name(ad, ad.clauses(label.value), 0.95, plain=True)
    for phone in phones:
        line = ad.lines[ad.line_of(phone.span.start)]
        before = list(ad.clauses(Span(line.start, phone.span.start)))
        after = list(ad.clauses(Span(phone.span.end, line.end)))
        here = [name for name in found if name.span.start in line]
        if not here:
            here = _first_name(ad, after[:3], 0.85, plain=True) or _first_name(
                ad, reversed(before[-3:]), 0.85, plain=True
            )
        found += [name for name in here if name not in found]
    if not found and phones:
        for number in _lines_around(ad, phones):
            clauses = list(ad.clauses(ad.lines[number]))
            if len(clauses) == 1:
                found += _first_name(ad, clauses, 0.6, plain=False)
    for name in found:
        ad.take(name.span)
    return found


def _lines_around(ad: AdText, phones: Sequence[Fact]) -> Iterator[int]:
    at = ad.line_of(phones[0].span.start)
    return iter([n for n in (at - 1, at + 1) if 0 <= n < len(ad.lines)])


def _first_name(ad: AdText, clauses: Iterable[Span], sure: float, *, plain: bool) -> list[Fact]:
    for clause in clauses:
        span = _without_noise(ad, clause)
        words = ad.folded[span.start : span.end]
        if not words:
            continue
        if _STRONG.fullmatch(words) and not re.search("招|聘|欢迎|公司$", words):
            return [Fact("contact", ad.words(span), span, 0.5 if _RANK.fullmatch(words) else sure)]
        if plain and _PLAIN.fullmatch(words) and len(words) <= 5 and not _NOT_NAMES.search(words):
            if not title_sure(words):
                return [Fact("contact", ad.words(span), span, sure - 0.15)]
        tail = _AT_END.search(words)
        if tail and tail.start():
            cut = Span(span.start + tail.start(), span.end)
            return [Fact("contact", ad.words(cut), cut, sure - 0.1)]
        return []
    return []


def _without_noise(ad: AdText, span: Span) -> Span:
    """Return a clause without 联系, 微信同号 and the like at its ends."""
    start, end = ad.trimmed(span, "()[]【】/")
    while start < end:
        noise = _NOISE.match(ad.folded, start, end)
        if not noise:
            break
        start = noise.end()
    while start < end:
        noise = next((m for m in _NOISE.finditer(ad.folded, start, end) if m.end() == end), None)
        if not noise:
            break
        end = noise.start()
    return Span(start, end)


