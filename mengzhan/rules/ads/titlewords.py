"""Which words name a vacancy: known occupations, plain words for them, and their endings."""

import re
from functools import cache

from mengzhan.model.occupations import occupations
from mengzhan.rules.ads.adtext import AdText, Span
from mengzhan.rules.ads.vocabulary import HAN, any_of, words_for

LOOSE = 0.8
"""How sure words are that only end in a word for an occupation (做饭打扫卫生)."""

DOING = 0.6
"""How sure words are that say what somebody does (起甜菜, 包饺子)."""

LONGEST = 14
"""Most characters of a name."""

_NAME = re.compile(rf"(?:[A-D][1-3])?[\u4e00-\u9fffA-Za-z/]{{2,{LONGEST}}}")
_ENDING = re.compile(
    f"(?:{any_of('title_ending')}|{HAN}{{2}}(?<![熟生新老能二人右洗快双空顺到动在把])手)$"
)
_NOT_TITLES = re.compile(
    r"^男女$|牧点$|^搭伙|凌晨|(?:公司|集团|合作社)$|^手[快慢巧勤]|教育$|^[一二三四五六七八九十]点|^每天|^哪位|愿意|[啦吗]|可以|调剂(?!员)|^(?:求|搬得|要小|离异|单身)|^仍|^(?:的|要|会(?!计|务|籍)|简历|能(?!源)|懂|需|得|必须|最好|找|联系|问|我|咱|俺|本|是|有|这|那(?!达慕)|以[上下]|各位|谁|负责|从事|主要|报名|跟(?!车|单|班|妆|台|拍|组)|想|就差|现在|当场|带过|先|给你|谢谢|还有|以前|当家)|.[要招缺雇].|.有(?![机色轨限源])|[哇]$|^[早晚夜白中]班$|^(?:秋收|春耕|春播|秋翻|开工|多少|干啥)|.了.|计[时件]$|通知|要求|招人|要人|[要招缺]$|"
    r"(?:员工|务工|招工|打工|用工|开工|职工|复工|加工|手工|做工|上工|完工|施工|收工|下工|动工|竣工|停工|返工|误工|小时|太忙|叔叔阿姨|开业|街|提供|跟着.*|灶上|算工|个工|办公室|直播间|各位.*|不能.*|.*工资.*|某.{1,3}|开园|(?<![扛打缝装背])包工|包干|报销|出师|会员|成员|学员|动员|[补缺招]员|委员|党员|熟练工|生手|"
    r"(?:^|以下|工作|相关|有关|各类|多名|就业|脱贫|监测|优秀|下列|本地|务工|其他|闲散|无业|求职|应聘|推荐|报名|从业|困难|失业)人员|"
    r"大学生|名师|负责人|联系人|老司机|招聘专员)$"
)

_A_PERSON = re.compile(
    rf"(?:后勤|人事|财务|行政|教务|综合办|办公室|项目部)?[{''.join(words_for('surname'))}](?:经理|主任|老板|老师|师傅|管理员|班长|队长|站长|会计|店长|厂长|园长|校长|院长|"
    "师|主管|总监|大夫|医生|科长|助理|厨师长|护士长|总厨|主厨|教练|小姐|先生|女士|大哥|大姐|阿姨)|[A-Za-z]+(?:老师|经理|总|店长|教练|姐|哥)"
)
"""Somebody by name (韩经理), not a vacancy."""

_DOES = re.compile(
    rf"(?:{any_of('work_verb')})(?![一两三四五六七八九十几半]+(?:$|[天个次顿下遍口眼班宿休])){HAN}{{1,6}}"
)
_NOT_WORK = re.compile(
    rf"[的了着是在有我你他她您谁不完]|[要招缺找见没差结]$|(?:公司|集团|合作社|[工车]队|(?<![看守])[厂站坊铺]|搭伙)$|计[时件]|车行$|工资|能力|手艺|情况|电话|微信|价格?$|钱$|费$|证$|岁|优先|经验|优厚|年龄|户口|条件|要求|"
    rf"(?:{any_of('no_object')})$|^(?:看[你个过一]|开[车工业始门支放发会]|打[我听扰折的工]|放[假心]|收[入到获]|上[班午下]|下[午班]|拉[我群]|"
    "接[电龙到着]|包[吃住教括]|包头|带(?!娃|孩|小孩|老人)|补[助贴]|送[餐水]?到家)"
)

_BRACKETED = re.compile(r"\((?P<inside>[^()\n\0]{1,10})\)")
_SORTS = (
    "长期",
    "短期",
    "夜班",
    "白班",
    "全职",
    "长白班",
    "可兼职",
    "中班",
    "早班",
    "晚班",
    "住家",
    "不住家",
)


@cache
def known_titles() -> frozenset[str]:
    """Words that name an occupation in the classification or in plain speech."""
    known = {word for entry in occupations() for word in (entry.name, *entry.aliases)}
    return frozenset(
        word
        for word in known
        if len(word) > 1 and not _NOT_TITLES.search(word) and word[-1] not in "店厂馆站场业"
    )


@cache
def _longest_known_title() -> int:
    return max(map(len, known_titles()))


def title_sure(words: str) -> float:
    """Return how surely words name a vacancy, 0 for not at all."""
    if not _NAME.fullmatch(words) or _NOT_TITLES.search(words) or _A_PERSON.fullmatch(words):
        return 0.0
    if words in known_titles():
        return 0.95
    if _ENDING.search(words):
        return 0.9
    return LOOSE if known_ending(words) else 0.0


def names_person(words: str) -> bool:
    """Return whether words end as names of those who do the work (员, 工, 师傅)."""
    return bool(_ENDING.search(words))


def known_ending(words: str) -> str:
    """Return the longest word for an occupation at the end of ``words``, or an empty text."""
    tails = (
        words[at:] for at in range(max(0, len(words) - _longest_known_title()), len(words) - 1)
    )
    return next((tail for tail in tails if tail in known_titles()), "")


def does_work(words: str) -> bool:
    """Return whether words say what somebody does, by a verb and its object: 摘枸杞, 缝皮袍."""
    return bool(_DOES.fullmatch(words)) and not _NOT_WORK.search(words)


def with_brackets(ad: AdText, span: Span) -> Span:
    """Take in a bracket that goes on with the name: 瓦工（技工）."""
    bracket = _BRACKETED.match(ad.free, span.end)
    if bracket and (title_sure(bracket["inside"]) or bracket["inside"] in _SORTS):
        return Span(span.start, bracket.end())
    return span
