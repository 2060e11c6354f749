"""Words before a colon that say what follows: 工资：…, 📍…, 联系人 …"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mengzhan.rules.ads.adtext import PICTURES, SEPARATORS, AdText, Span

WORDS = {
    "title": "岗位|招聘岗位|岗位名称|职位|招聘职位|职位名称|工种|招聘工种|招工工种|需要工种|招工岗位|急招岗位",
    "headcount": "人数|招聘人数|名额|需求人数|招工人数|用工人数|数量",
    "wage": "工资|薪资|薪酬|薪水|薪金|待遇|月薪|日薪|时薪|年薪|工资待遇|薪资待遇|薪酬待遇|工资薪金|报酬|"
    "劳动报酬|收入|工价|工钱|底薪|日工资|月工资|单价|计件单价|工资标准|薪资范围|综合薪资|综合工资",
    "place": "地址|地点|工作地点|工作地址|上班地点|上班地址|位置|店址|厂址|园址|公司地址|单位地址|厂区地址|"
    "酒店地址|店面地址|门店地址|干活地点|施工地点|工地地点|工作地|工作区域|工作位置|集合地点|集合|站点|地方",
    "employer": "单位|公司|企业|用人单位|招聘单位|用工单位|招工单位|施工单位|单位名称|公司名称|企业名称|厂名|店名|招聘企业|"
    "商家|门店|店铺|用人主体",
    "hours": "时间|工作时间|上班时间|班次|作息|作息时间|工时|上班|上下班|上下班时间|营业时间|工作制|工作时长|班制|"
    "干活时间|休息|休假|工期",
    "contact": "联系人|负责人|联系|招聘负责人|联络人|找",
    "phone": "电话|联系电话|手机|手机号|手机号码|微信|联系方式|报名电话|咨询电话|招聘电话|联系号码|电话微信|"
    "电话/微信|微信/电话|手机/微信|手机微信|微信电话|联系微信|报名微信|热线|咨询热线|招聘热线|电话号码|打电话|"
    "报名方式|报名|咨询|微信同号|有意者|有意向者|有意",
    "requirements": "要求|任职要求|岗位要求|条件|招聘条件|任职条件|应聘条件|招聘要求|用工要求|录用条件|人员要求|"
    "招工要求|职位要求|任职资格|报名条件|基本要求|招聘对象",
    "benefits": "福利|福利待遇|食宿|食宿情况|吃住|住宿|吃饭|社保|保险|公司福利|其他|其它|备注|注|优势",
    "duties": "工作内容|岗位职责|职责|主要工作|工作职责|内容|主要职责|岗位内容|干活内容|活儿|负责",
    "apply": "报名地点|报名地址|报名处|面试地址|面试地点|面试时间|乘车地点|上车地点|发车地点",
    "until": "截止|截止时间|截止日期|报名时间|报名截止|有效期|报名期限|招聘时间|日期|开工时间|到岗时间",
}
"""What each word in front of a colon announces; the words of one kind are separated by bars."""

_MEANS = {word: what for what, words in WORDS.items() for word in words.split("|")} | PICTURES
_BARE = (
    "地址|工作地点|工作地址|上班地点|店址|厂址|园址|电话|联系电话|联系人|联系方式|工资|薪资|薪酬|月薪|待遇|工资待遇|"
    "薪资待遇|要求|上班时间|工作时间|任职要求|岗位要求|人数|招聘人数|工作内容|日工资|负责人|地点|招聘岗位"
)
"""Words that announce something without a colon too."""

_WAGE_BARE = frozenset({"月薪", "日工资"})
_BEFORE = rf"(?:^|(?<=[{re.escape(SEPARATORS)}【\[(])|(?<=\d[.、)])|(?<=[①-⑳✅✔👉★☆◆●•·\-*]))"
_LABEL = re.compile(
    rf"{_BEFORE}(?:(?P<picture>[{''.join(PICTURES)}])"
    rf"|(?P<word>{'|'.join(sorted(_MEANS, key=len, reverse=True))})"
    r" ?(?:\([^()\n]{0,8}\) ?)?(?:[:】\]]|[是为](?=[^否非]))"
    rf"|(?P<bare>{'|'.join(sorted(_BARE.split('|'), key=len, reverse=True))})"
    r"(?: (?=\S)|(?=[^ :,;。、(\n]))|(?P<alone>" + "|".join(sorted(_MEANS, key=len, reverse=True))
    + r")[ :】\]]*$)",
    re.MULTILINE,
)
_LONG = ("requirements", "duties")
"""What may go on over several lines."""


@dataclass(frozen=True)
class Labelled:
    """Words that a label announces; ``value`` may be empty."""

    what: str
    label: Span
    value: Span


def find_labels(ad: AdText) -> list[Labelled]:
    """Return labels with the words up to the next label or the end of the line."""
    found = []
    free = ad.free
    for line in ad.lines:
        marks = list(_marks(free, line))
        if not marks:
            continue
        ends = [*(label.start for _, label in marks[1:]), line.end]
        for (what, label), end in zip(marks, ends[-len(marks) :], strict=True):
            found.append(Labelled(what, label, Span(label.end, max(end, label.end))))
    return [_with_lines_below(ad, item, found) for item in found]


def _marks(free: str, line: Span) -> Iterator[tuple[str, Span]]:
    for match in _LABEL.finditer(free[line.start : line.end]):
        word = match["picture"] or match["word"] or match["bare"] or match["alone"]
        yield _MEANS[word], Span(line.start + match.start(), line.start + match.end())


def _with_lines_below(ad: AdText, item: Labelled, found: list[Labelled]) -> Labelled:
    """Let an empty label of a list take the lines below it, up to a blank or labelled one."""
    if item.what not in _LONG or ad.folded[item.value.start : item.value.end].strip():
        return item
    end = item.value.end
    for line in ad.lines[ad.line_of(item.label.start) + 1 :]:
        text = ad.free[line.start : line.end]
        labelled = any(other.label.start in line for other in found)
        if labelled or not text.strip() or "\0" in text:
            break
        end = line.end
    return Labelled(item.what, item.label, Span(item.value.start, end))
