"""What a message tells of the firm itself: what it sells, does for customers and how large it is.

Nothing in it is asked of people or given to them, and no firm named in it hires: 本店另提供开荒保洁、
油烟机清洗; 合作社存栏肉驴800头，有粪污处理池.
"""

import re
from collections.abc import Iterator

from mengzhan.rules.ads.adtext import AdText, Span

SERVES = "承接|承揽|主营|兼营|另售"
"""Before what a firm does for its customers, up to the end of the line."""

_TO_WORKERS = "[吃住宿餐饭险薪]|工[资装钱作具伤]|培训|班车|接送|人员|员工|[车路话]补"
"""What a firm gives to those who work for it."""

_US = "(?:我|本|咱)(?:们家?|店|公?司|厂|[校园院社]|所|中心|点|[处合]作?社?)"
_BEGINS = re.compile(
    "|".join(
        (
            f"{SERVES}|专营|主做(?=[^,;。\n]+、)|(?:高价|大量|常年)(?:收购|回收)|专业设置|业务范围",
            f"(?:{_US}|公司|店里|厂里)(?:主要)?(?:经营(?!者)|生产(?![部车线])|供应|加工|托管有|项目有|另(?:提供|有|设|售))",
            r"(?:公司|另外?|本店)(?:提供|有)(?=[^,;。\n]{2,30}(?:服务|业务))|(?:有|提供)以下服务|服务项目有?",
            rf"{_US}(?:现?有|占地|设有?|以(?=[^,;。\n]{{2,20}}特色))",
            r"(?:存栏|占地|营业面积|(?<![\u4e00-\u9fff])面积|床位|年产|教学班|在校生)[^,;。\n ]{0,6}?\d",
            r"客房\d+间",
            r"(?<![\u4e00-\u9fff])(?:现?有|设有?|建有|配有)(?=[^,;。\n]{2,12}[、\d][^,;。\n]{0,30}(?:车间|大厅|大院|[台套间亩][、,;。\n]|处理池|录播室|分区|琴房|维修队))",
            r"(?<![\u4e00-\u9fff])供应(?=[^,;。\n]+、)",
            "欢迎(?:订[餐桌座]|家长|选购|新老|光临|惠顾|来电订|广大客户)|(?<![\u4e00-\u9fff])(?:订餐|订桌|充卡)",
        )
    )
)
_GOES_ON = re.compile(
    r"[,;\x20]{1,2}(?=(?:[也还]?[设建配]有|可承|承接|另有|还有|[校院园店厂]内[设有建配]|教职工|供应|提供(?=[^,;。\n]+(?:服务|、)))[^,;。\n])"
)
"""The next clause tells of the firm as well."""

_CLAUSE = re.compile(r"[^,;。!?\n\0 ]*(?: [\u4e00-\u9fff、]{1,6}(?=[ ,;。!?\n]|$))*")
_STOPS = re.compile(
    r"[招聘缺雇]|急?需要?|找(?!我)|[要少]人|(?<!\d)\d{1,2} ?[名位人]|工资|月薪|包吃|管吃"
)
"""Where a clause, told without a sign, comes to the people that are sought."""


def find_business(ad: AdText) -> list[Span]:
    """Return where a message tells of the firm; the words are taken."""
    found = list(_told(ad))
    for span in found:
        ad.take(span)
    return found


def _told(ad: AdText) -> Iterator[Span]:
    done = 0
    for begin in _BEGINS.finditer(ad.free):
        if begin.start() < done:
            continue
        end = _end(ad.free, begin.end())
        while end is not None and (more := _GOES_ON.match(ad.free, end)):
            following = _end(ad.free, more.end())
            if following is None:
                break
            end = following
        if end is not None:
            done = end
            yield Span(begin.start(), end)


def _end(text: str, at: int) -> int | None:
    """Return where a clause that tells of the firm ends; ``None`` if it is told to workers."""
    clause = _CLAUSE.match(text, at)
    end = clause.end() if clause else at
    stop = _STOPS.search(text, at, end)
    end = stop.start() if stop else end
    return None if re.search(_TO_WORKERS, text[at:end]) else end
