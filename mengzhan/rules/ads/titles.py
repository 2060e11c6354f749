"""Names of vacancies in an advertisement (岗位名): 前厅服务员, 羊倌, 瓦工（技工）."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from mengzhan.model.occupations import occupations
from mengzhan.rules.ads.adtext import SEPARATORS, TAKEN, AdText, Fact, Span
from mengzhan.rules.ads.labels import Labelled

_ENDINGS = (
    "员|工|师|师傅|司机|手|阿姨|大姐|保姆|月嫂|嫂|经理|店长|主管|助理|助教|学徒|徒工|会计|出纳|文员|客服|销售|保洁|保安|厨师|后厨|厨工|"
    "前台|收银|导购|服务生|店员|小工|大工|力工|普工|杂工|羊倌|牛倌|马倌|猪倌|护士|医生|大夫|老师|教师|兽医|主播|骑手|总监|设计|剪辑|代驾|教练|"
    "领班|门迎|迎宾|帮厨|面案|打荷|切配|墩子|砧板|配菜|凉菜|面点|烧烤|库管|仓管|内勤|外勤|文秘|秘书|质检|品检|化验|门卫|更夫|防损|打更|干事|顾问|"
    "专员|代表|班长|队长|组长|站长|园长|院长|厂长|车间主任|主任|店助|人员|兼职|钟点工|牧工|牧民|羊工|剪毛|接羔|放羊|放牛|看护|护理|陪护|护工|"
    "美容|美发|美甲|按摩|技师|发型|洗车|装卸|搬运|分拣|打包|包装|快递|外卖|配送|理货|营业|促销|地推|电焊|焊接|水电|水暖|木工|瓦工|钢筋|"
    "架子工|油漆|防水|电工|机手|操作|值班|巡检|学员|实习生|储备干部|干部|合伙人|营养师|摄影|化妆|采购|库房|跟车|跟单|压车|押运|洗碗|传菜|"
    "收割|采摘|管护|护林|造林|植树|绿化|锅炉|司炉|维修|检修|机修|电钳|钳工|叉车|铲车|挖机|装载机|吊车|塔吊|翻斗|拉货|拉粮|装车|卸车|男工|女工|工人|劳力"
)
_NOT_TITLES = re.compile(
    r"(?:员工|务工|招工|打工|用工|开工|职工|复工|加工|手工|做工|上工|完工|施工|人手|二手|双手|新手|会员|成员|学员|动员|洗手|"
    r"(?:^|以下|工作|相关|有关|各类|多名|就业|脱贫|监测|优秀|下列|本地|务工|其他|闲散|无业|求职|应聘|推荐)人员|报名人员|大学生|名师|导师费|"
    r"负责人|联系人|转发员|群成员|老司机|招聘专员|党员|退役军人|人员若干|要求.*|从业人员|困难人员|失业人员|熟练工|委员|生手|新手)$"
)
_MAY_FOLLOW = re.compile(
    r"$|[^\u4e00-\u9fffA-Za-z]|[要会能有在男女给管月包从到数各等也先急若每按干专长短均以(负待薪日计帮及和与或年兼早晚上两夜白]"
    r"|工资|工价|工钱|的(?:$|[^\u4e00-\u9fff]|[一两管包每月])|来(?!的)|去|就"
)
_TRIGGER = re.compile(
    r".*(?:招聘|急聘|诚聘|高薪聘请?|聘请|特聘|急招|现招|直招|招收|招用|招募|招工|诚招|招|聘|找|雇佣?|急需|急缺|需要|还?需|想要|缺|请|诚邀|寻|征|差)"
    r"(?:个|几个|几名|些|一批|点|位|两个|以下)?(?:有经验的?|熟练的?|长期|大量|专业|男女|女|男|本地|全职|优秀|专职)*"
)
_ALSO_TRIGGER = re.compile(r".*[要的]")
_ENUMERATOR = re.compile(
    rf"[\s{re.escape(SEPARATORS)}\-·•●★☆◆■□▶►→✅✔👉*#+>=~\"“”【\[(]*"
    r"(?:(?:\(?\d{1,2}\)?|[①-⑳]|\(?[一二三四五六七八九十]{1,2}\)?|岗位[一二三四五六七八九十\d]{1,2})(?:[.、)\]:  ]|(?=[①-⑳])|(?<=[①-⑳])) *)?"
    rf"[\s{re.escape(SEPARATORS)}\-·•【\[(]*"
)
_BRACKETED = re.compile(r"\((?P<inside>[^()\n\0]{1,10})\)")
_PIECE = re.compile(rf"[^{re.escape(SEPARATORS)}\n:()\[\]【】《》“”\"]+")
_JOINED = re.compile(r"^[ 、/,，和及与跟]*$")
_LONGEST = 14
_LOOSE = 0.8
"""How sure words are that only end in a word for an occupation (做饭打扫卫生)."""

_WORK = re.compile(r"(?:的)?(?:男工|女工|人|工人|劳力|壮劳力)?(?P<work>[\u4e00-\u9fff]{2,8})(?![\u4e00-\u9fff])")
_NOT_WORK = re.compile("招|聘|急|找|需要|人数|工资|以上|左右|电话|联系|一起|报名|名额|包|管|岁|经验|优先|不限|男|女")
_DOING = re.compile(r"(?P<work>[\u4e00-\u9fff]{2,9}的)(?:$|(?=[^\u4e00-\u9fff]|[一两管包每月]))")
_CALLED_DOING = re.compile(
    r".*(?:招|找|寻|雇|缺|要|请|聘|需要?)(?:个|几个|几名|些|俩|仨|[一两三四五六]个)?"
    r"(?P<work>[\u4e00-\u9fff]{2,9}?的)(?:$|(?=[^\u4e00-\u9fff]|[一两管包每月]))"
)
_ADJECTIVE = re.compile(
    "^(?:有|会|能|想|男|女|勤|干净|老实|踏实|年轻|身体|长期|愿意|肯|吃苦|本地|附近|岁数|手脚|靠谱|实在|懂|熟练|没|不|来|去|是|在|我们?)"
)
_PEOPLE = re.compile("(?:务工|用工|工作|施工|操作)?(?:人员|员工|工人)|劳动力|劳力")
_SHORT_WORK = 8
_ANY_WORK = frozenset({"日结工", "临时工", "短工", "小时工", "零工", "工人", "男工", "女工", "劳力", "日工", "干活人员"})
"""Names that do not say which work it is."""



@cache
def _known() -> frozenset[str]:
    """Words that name an occupation in the classification or in plain speech."""
    known = {word for entry in occupations() for word in (entry.name, *entry.aliases)}
    return frozenset(word for word in known if len(word) > 1 and not _NOT_TITLES.search(word))


_NAME = re.compile(rf"[\u4e00-\u9fffA-Za-z/]{{2,{_LONGEST}}}")
_ENDING = re.compile(f"(?:{_ENDINGS})$")


def title_sure(words: str) -> float:
    """Return how surely words name a vacancy, 0 for not at all."""
    if not _NAME.fullmatch(words) or _NOT_TITLES.search(words):
        return 0.0
    if words in _known():
        return 0.95
    if _ENDING.search(words):
        return 0.9
    return _LOOSE if any(words.endswith(word) for word in _known()) else 0.0


def find_titles(ad: AdText, labels: Sequence[Labelled], counts: Sequence[Fact]) -> list[Fact]:
    """Return names of vacancies in their order; the words are taken.

    Args:
        counts: headcounts and pay, beside which a name is expected.
    """
    labelled = list(_labelled(ad, labels))
    found = [*labelled, *_in_clauses(ad, counts, {fact.span for fact in labelled})]
    found += _by_doing(ad, counts, found)
    if all(ad.folded[fact.span.start : fact.span.end] in _ANY_WORK for fact in found):
        found = list(_by_work(ad, labels, counts)) or found or list(_anybody(ad, counts))
    unique = _without_repeats(sorted(found, key=lambda fact: fact.span), counts, ad)
    for fact in unique:
        ad.take(fact.span)
    return unique


def _labelled(ad: AdText, labels: Sequence[Labelled]) -> Iterator[Fact]:
    for label in labels:
        if label.what != "title":
            continue
        for piece in _PIECE.finditer(ad.free, label.value.start, label.value.end):
            words = piece[0]
            span = ad.trimmed(Span(piece.start(), piece.end()))
            sure = title_sure(words.strip()) or (0.7 if piece.start() <= label.value.start + 1 else 0)
            if sure and 2 <= span.end - span.start <= _LONGEST + 2:
                yield Fact("title", "", _with_brackets(ad, span), max(sure, 0.7))


def _in_clauses(ad: AdText, counts: Sequence[Fact], known: set[Span]) -> Iterator[Fact]:
    """Names that a clause announces: by 招, by standing first in a line, by a number beside."""
    free = ad.free
    for line in ad.lines:
        begin = _ENUMERATOR.match(free, line.start, line.end)
        first = begin.end() if begin else line.start
        numbered = bool(begin and re.search(r"[\d一二三四五六七八九十①-⑳]", begin[0]))
        joined = -1
        for piece in _PIECE.finditer(free, first, line.end):
            at_start = piece.start() == first and _opens(free, piece.start(), counts)
            joins = joined >= 0 and bool(_JOINED.match(free[joined : piece.start()]))
            near = _opens(free, piece.start(), counts) and _beside(free, piece, counts)
            span, sure = _name_in(piece, strong=at_start or joins or near)
            if sure == _LOOSE and not (at_start or joins):
                sure = 0.0
            if not sure and (numbered and at_start and near):
                span, sure = Span(*piece.span()), 0.5
            overlaps = any(span.start < k.end and k.start < span.end for k in known)
            if sure and not overlaps and span.start >= joined:
                span = _with_brackets(ad, ad.trimmed(span))
                joined = span.end
                yield Fact("title", "", span, sure if at_start or near or joins else sure - 0.15)


def _name_in(piece: re.Match[str], *, strong: bool) -> tuple[Span, float]:
    """Return the part of a piece that names a vacancy: behind the last 招, else the whole."""
    words = piece[0]
    for trigger in (_TRIGGER, _ALSO_TRIGGER):
        cut = trigger.match(words)
        while cut:
            found, sure = _beginning(words[cut.end() :])
            if sure:
                start = piece.start() + cut.end()
                return Span(start + found.start, start + found.end), sure
            cut = trigger.match(words, 0, max(cut.end() - 1, 0)) if cut.end() > 1 else None
        if trigger is _TRIGGER and strong:
            found, sure = _beginning(words)
            if sure:
                return Span(piece.start() + found.start, piece.start() + found.end), sure
        if not strong:
            break
    return Span(0, 0), 0.0


def _beginning(words: str) -> tuple[Span, float]:
    """Return the longest beginning of ``words`` that is a name and may end there."""
    start = len(words) - len(words.lstrip())
    for end in range(min(len(words), start + _LONGEST), start + 1, -1):
        if _MAY_FOLLOW.match(words, end):
            inner = words.rfind("的", start, end) + 1
            if inner and title_sure(words[inner:end].strip()):
                start = inner
            sure = title_sure(words[start:end].strip())
            if sure:
                return Span(start, end), sure
    return Span(0, 0), 0.0


def _opens(free: str, at: int, counts: Sequence[Fact]) -> bool:
    """Whether a clause begins here, and not in the middle of one that was understood in part."""
    return free[at - 1 : at] != TAKEN or any(fact.span.end == at for fact in counts)


def _beside(free: str, piece: re.Match[str], counts: Sequence[Fact]) -> bool:
    """Whether a number of people or pay stands right before or behind."""
    around = (fact.span for fact in counts)
    return any(
        not free[piece.end() : span.start].strip(" :()-,~—、" + TAKEN)
        if span.start >= piece.end()
        else not free[span.end : piece.start()].strip(" " + TAKEN) and span.end >= piece.start() - 1
        for span in around
        if abs(span.start - piece.end()) <= 4 or abs(piece.start() - span.end) <= 1
    )


def _with_brackets(ad: AdText, span: Span) -> Span:
    """Take in a bracket that goes on with the name: 瓦工（技工）."""
    bracket = _BRACKETED.match(ad.free, span.end)
    if bracket and (title_sure(bracket["inside"]) or bracket["inside"] in _SORTS):
        return Span(span.start, bracket.end())
    return span


_SORTS = ("长期", "短期", "夜班", "白班", "全职", "长白班", "可兼职", "中班", "早班", "晚班", "住家", "不住家")


def _by_doing(
    ad: AdText, counts: Sequence[Fact], found: Sequence[Fact]
) -> Iterator[Fact]:
    """Names made of what somebody does, in clauses without another: 找个码砖的."""
    for clause in ad.clauses():
        if any(clause.start <= fact.span.start < clause.end for fact in found):
            continue
        counted = any(fact.what == "headcount" and fact.span.end == clause.start for fact in counts)
        match = (_DOING if counted else _CALLED_DOING).match(ad.folded, *clause)
        if match and not _ADJECTIVE.search(match["work"]):
            yield Fact("title", "", Span(*match.span("work")), 0.6)


def _anybody(ad: AdText, counts: Sequence[Fact]) -> Iterator[Fact]:
    """The bare word for people, if the message has no better one: 招用务工人员25名."""
    for fact in counts:
        match = _PEOPLE.search(ad.folded, max(0, fact.span.start - 8), fact.span.start)
        if fact.what == "headcount" and match and match.end() == fact.span.start:
            yield Fact("title", "", Span(*match.span()), 0.5)
            return


def _by_work(
    ad: AdText, labels: Sequence[Labelled], counts: Sequence[Fact]
) -> Iterator[Fact]:
    """A name made of what is to be done: 要6个男工卸化肥, 打土豆10人, 内容：搬家具."""
    for fact in counts:
        if fact.what != "headcount":
            continue
        behind = next((one for one in ad.clauses() if one.start == fact.span.end), None)
        ahead = next((one for one in ad.clauses() if one.end == fact.span.start), None)
        for clause in (behind, ahead):
            match = _WORK.match(ad.folded, *clause) if clause else None
            if match and not _NOT_WORK.search(match["work"]):
                yield Fact("title", "", Span(*match.span("work")), 0.5)
                return
    for label in labels:
        span = ad.trimmed(label.value)
        if label.what == "duties" and 2 <= span.end - span.start <= _SHORT_WORK:
            yield Fact("title", "", span, 0.5)
            return


def _without_repeats(
    found: Iterable[Fact], counts: Sequence[Fact], ad: AdText
) -> list[Fact]:
    """Leave out a name that only announces another: a heading before the list itself.

    A name that stands again beside a number stays: 木工8个，…，木工一天380.
    """
    facts = list(found)
    kept: list[Fact] = []
    for fact in facts:
        words = ad.folded[fact.span.start : fact.span.end]
        others = [ad.folded[o.span.start : o.span.end] for o in facts if o is not fact]
        own = any(_same_line(ad, fact, count) for count in counts)
        repeated = any(words in other or other in words for other in others)
        if repeated and not own:
            continue
        kept.append(fact)
    return kept or facts[:1]


def _same_line(ad: AdText, one: Fact, other: Fact) -> bool:
    return ad.line_of(one.span.start) == ad.line_of(other.span.start)
