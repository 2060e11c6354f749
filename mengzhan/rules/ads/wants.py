"""What an advertisement asks of people, and what they are to do."""

import re
from collections.abc import Iterator, Sequence

from mengzhan.rules.ads.adtext import TAKEN, AdText, Fact, Span
from mengzhan.rules.ads.labels import Labelled
from mengzhan.rules.ads.wages import Pay

_CUES = re.compile(
    r"\d{2}周?岁?[-~—至到]{1,2}\d{2}|\d{2}周?岁(?:以[下内上]|左右|之间|以里|往下)|不超\w{0,2}\d{2}周?岁|年龄|经验|优先|男女不限|男女均可|男女都|性别不限|学历|文凭|高中|初中|中专|大专|本科|小学|毕业|证书|[A-Da-d][1-3] ?(?:本|证|照|驾)|驾[照驶本]|(?:电工|焊工|健康|厨师|驾驶|资格|上岗|操作|叉车|身份|教师|会计|护士|护理|保安|药师|特种\w*|育婴|月嫂)证|"
    r"^(?:要|需要?|必须|得)?(?:会|能|懂)(?!按|给|挣|有意|住|吃)|能吃苦|吃苦耐劳|身体(?:健康|好|素质|棒|硬朗)|责任心|责任感|有?爱心|耐心|细心|勤快|勤劳|踏实|实在|干净|利索|利落|麻利|熟练(?!工$)|普通话|识字|无犯罪|形象|"
    r"老实|可靠|长期干|干长|能长|稳定|经验不限|不限(?:男女|经验|学历)|年龄|限(?:男|女)|^限?[男女](?:[的士性])?(?:优先|最好|[,\d]|$)|夫妻(?:优先|最好|也行|工|更好|[就也]?[中行成])|(?:不会|没经验)(?:的)?(?:可以|也能|可)学|^(?:持|带|有)\w{0,6}证$|^[A-Da-d][1-3](?:本|证|照)?$|^有?[A-Da-d][1-3]$|\d{2}以[下内]|离?家(?:离得)?近|别来|勿来|勿扰者|最好|要能|都要|得能|要求|条件|服从|手脚|认真|心细|沟通|团队|精神|性格|品行|人品|"
    r"从业|年以上|蒙语|蒙古语|蒙汉|双语|无不良|体检|应届|退伍|退役军人|持证|持有|自备|自带(?!饭|干粮|午餐)|不酗酒|不喝酒|不抽烟|喝酒的|有力气|有劲|刀工|手艺|技术好|懂|脱贫户|监测户|残疾|新手|生手|学徒亦可|小白|可培训|包教|不怕|有眼力|嘴甜|热情|守时|听话|听指挥|本地人|附近的|住附近|户籍|户口|纹身|有手机|身高|专业|驾龄|有证|要有|视力|恐高|近视"
)
_NOT_WANTS = re.compile(
    "包教会|接送|日结|涨|工资|发放|免费|提供|补贴|奖|五险|社保|保险|报名|欢迎|电话|微信|扫码|非诚|勿扰|有意"
)
_NEXT = re.compile(r"^[ ,、;和]*$")
_DUTIES = re.compile(
    r"(?:主要)?(?:负责|从事|工作内容[是为]?|主要(?:是|干|做)|活[儿]?(?:是|就是))(?P<work>.{2,60})"
)
_VOICE = re.compile(
    r"(?=只?要(?:能|会|有|求)|(?<![只想要])会(?:骑|开|做|说|用)|地方在|打我电话|我叫|工资)"
)
_LONG_CLAUSE = 25


def find_labelled_texts(ad: AdText, labels: Sequence[Labelled]) -> list[Fact]:
    """Return what stands behind 要求 and 工作内容, whole; the words are taken."""
    found = []
    for label in labels:
        if label.what in ("requirements", "duties", "hours"):
            span = _up_to_taken(ad, label)
            if span.end - span.start >= 2:
                found.append(Fact(label.what, ad.words(span), span, 0.95))
                ad.take(span)
    return found


def _up_to_taken(ad: AdText, label: Labelled) -> Span:
    free = ad.free[label.value.start : label.value.end]
    skipped = len(free) - len(free.lstrip(TAKEN + " "))
    text = free[skipped:].split(TAKEN)[0] if skipped == 0 or label.what == "requirements" else ""
    if "\n" not in text:
        text = text.split("。")[0]
    return ad.trimmed(
        Span(label.value.start + skipped, label.value.start + skipped + len(text)), "()[]【】"
    )


def find_wants(ad: AdText, pay: Sequence[Pay]) -> list[Fact]:
    """Return clauses that ask something of people, neighbours of one line together.

    A clause that runs on into a sum says whose sum that is (自带三轮的一天450), and asks nothing.
    """
    sums = {one.span.start for one in pay}
    spans: list[Span] = []
    for clause in _wants(ad):
        if clause.end in sums and ad.folded[clause.end - 1] == "的":
            continue
        same_line = spans and ad.line_of(spans[-1].start) == ad.line_of(clause.start)
        if same_line and _NEXT.match(ad.folded[spans[-1].end : clause.start]):
            spans[-1] = Span(spans[-1].start, clause.end)
        else:
            spans.append(clause)
    facts = [Fact("requirements", ad.words(span), span, 0.7) for span in spans]
    for fact in facts:
        ad.take(fact.span)
    return facts


def _wants(ad: AdText) -> Iterator[Span]:
    for clause in ad.clauses():
        for span in _spoken_clauses(ad, clause):
            words = ad.folded[span.start : span.end]
            if (
                len(words.strip("男女")) != 1
                and _CUES.search(words)
                and not _NOT_WANTS.search(words)
            ):
                yield span


def _spoken_clauses(ad: AdText, span: Span) -> Iterator[Span]:
    """Split a long clause without any comma (a dictated message) where a new thought begins."""
    words = ad.folded[span.start : span.end]
    if len(words) < _LONG_CLAUSE:
        yield ad.trimmed(span, "()[]【】")
        return
    cuts = [0, *(m.start() for m in _VOICE.finditer(words) if m.start()), len(words)]
    begin = 0
    for cut in cuts[1:]:
        yield ad.trimmed(Span(span.start + begin, span.start + cut), "()[]【】")
        begin = cut


def find_duties(ad: AdText) -> list[Fact]:
    """Return what is to be done, where a clause says so: 负责…, 主要是…"""
    found = []
    for clause in ad.clauses():
        match = _DUTIES.match(ad.folded, *clause)
        if match:
            span = ad.trimmed(Span(*match.span("work")))
            found.append(Fact("duties", ad.words(span), span, 0.8))
            ad.take(span)
    return found
