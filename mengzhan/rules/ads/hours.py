"""Hours of work in an advertisement: by the clock, in shifts, with days off."""

import re

from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.titlewords import title_sure
from mengzhan.rules.ads.vocabulary import HAN

_PART = (
    "(?:[明今后][早晚]|明天|今天|后天|早上?|早晨|清早|清晨|上午|前晌|头晌|中午|晌午|午|"
    "下午|后晌|傍晚|晚上?|黑夜|后?半夜|凌晨|夜里|夜间|次日|第二天|头天)"
)
_SIGN = r"(?:[:.][0-5]\d|点半|点[一二三四五]?十?\d{0,2}分?|点钟?|时(?!薪))"
_HOUR = r"(?:[012]?\d|[一二两三四五六七八九十]{1,2})"
_CLOCK = rf"(?:{_PART}+{_HOUR}{_SIGN}?|{_HOUR}{_SIGN})(?:钟|整|左右)?"
_UNTIL = rf"{_PART}*{_HOUR}{_SIGN}?(?:钟|整|左右)?"
_FROM_TO = (
    rf"(?:{_CLOCK} ?(?:上班|开始|起来?|开门|上工|开工|来|到岗|就?得?下地|出工)?"
    rf"(?:{HAN}{{0,4}}?(?<!送)(?:干|上|做|忙|站|播)?到| ?[-~—–到至]+ ?){_UNTIL}"
    rf"|{_HOUR}[-~—–到至]+{_PART}?{_HOUR}{_SIGN})(?:左右|下班|收工|结束|走|回)?"
)
_SHIFT = rf"(?:早|中|晚|白|夜)班{_HOUR}{_SIGN}?(?:[-~到至]+{_UNTIL})?"
_COUNT = r"[一二两俩三四五六七八九十\d]"
_REST = "(?:休息?|歇)"
_DAY_CHARS = "一二三四五六日天末"
_DAY = f"[{_DAY_CHARS}]"
_CLOCKED = (
    rf"(?:从|每天|明天|今天|后天|周一(?:至|到|-)周[五六日])?{_FROM_TO}(?:[,、;和 ]*{_FROM_TO})*",
    rf"{_CLOCK}(?:上班|上工|开工|到岗|上岗|下地|出工)(?:[, ]?{_CLOCK}下班)?",
    rf"{_CLOCK}(?:来|上班|开始|上工)[, ]?{_CLOCK}(?:走|下班|回|收工)|{_CLOCK}(?:下班|收工|结束|关门)|[干忙]到{_CLOCK}",
    rf"{_CLOCK}(?:上班)?干?到(?:收摊|天黑|完活|收工|干完|装完车)",
    rf"(?:明天|今天|后天){_CLOCK}|[上下]午干完|半天活?",
    r"(?:中午|午)休(?:息)?[一二两\d](?:个?半)?个?小时",
    r"早(?:[五六七八九十]|\d{1,2})点?半?晚(?:[四五六七八九十]|\d{1,2})点?半?|朝九晚[五六]",
    rf"早上?{_HOUR}{_SIGN}?(?:上班|发|出[车工]?|走)?[-~到至,\s]*(?:晚上?|下午|后晌){_HOUR}{_SIGN}?(?:回|下班|收[工车]|散)?",
    rf"(?:一天)?干到(?:天黑|中午|晌午|半夜)|起早贪黑|早出晚归|早(?:去|走|来)晚(?:回|归|走)|随叫随到|两头(?:不)?见日头|{_CLOCK}(?:开门)?(?:干|上|忙)?到?(?:天黑|中午|晌午|后晌|半夜|天亮|收[^,;。\s]{{1,2}}完?|干完|送完|完事)(?:下班|收工)?|天不?[亮黑][^,;。\s]{{0,4}}天[黑亮][^,;。\s]{{0,4}}|白天(?:黑夜|晚上)(?:都在|连轴)?",
    r"(?:[一每](?:周|星期|礼拜)(?:工作|来|去|上|干|跑|做)?[一二两三四五六1-6][次趟天回节](?!休|假|班)|每(?:周|星期|礼拜)[一二三四五六日]{2,5}(?![天次])|[五六5-6]天[八8]小时(?:制)?)",
)
_LENGTHS = (
    r"上?\d{2}小?时?[休歇]\d{2}(?:小时)?",
    rf"[做上干]{_COUNT}{{1,2}}个?小时,?休息?{_COUNT}{{1,2}}个?小时",
    r"(?:每天|一天|每日|日|每班|每周|全天|白班|夜班)?(?:工作|上班?|干|就|不超过)? ?"
    r"\d{1,2}(?:\.5)?(?:-\d{1,2}(?:\.5)?)? ?个?(?:小时|钟头)(?:/天|左右)?(?:工作|倒班|一班)?制?(?:,?不加(?:夜)?班)?",
    rf"(?:每天|一天|每日|上|干)?{_COUNT}{{1,2}}(?:个?(?:来|多)?(?:小时|钟头)|个(?:多)?[点钟](?!\d))(?:左右)?(?:倒班|制)?",
)
_SHIFTS = (
    rf"{_SHIFT}(?:[,、; ]*{_SHIFT})*(?:,? ?(?:轮着来|对倒|倒班|轮班|轮换|换着来|随便选))?",
    r"[一二两俩三四2-4]班[一二两三2-3]?(?:倒|运转|制|轮)换?班?|[早中晚白夜]{2,3}[两三]?班(?:倒|轮)?|(?:[上下早中晚白夜]{1,2}午?班)+(?:轮着|来回|对|换着|轮流)?(?:倒|换|轮)|倒班|(?<!能)[轮换]班(?!费)|两头班|直落班|[长常]?白班|(?<!值)(?<!能上)(?<!不上)(?<![没无])夜班(?!多|补|加|津|费)",
    r"早晚两?班倒?|[早中晚]班|行政班|常日班|正常班|弹性(?:工作)?(?:时间|制)?|时间(?:灵活|自由)|自由安排时间|(?<![\u4e00-\u9fff])白天(?:干|上班)?(?![\u4e00-\u9fff])|寒暑假休息?|单班|白夜倒|周末两天(?!都要)|周[一二三四五六日][上下]午\w节|俩人一组倒班|月休自己定|周课时\d{1,2}节",
)
_DAYS_OFF = (
    rf"[上做干跑来]{_COUNT}{{1,3}}[天宿晚]?班?,?{_REST}{_COUNT}{{1,3}}[天宿晚]?|[上做干]一天[^,;。\s]{{0,2}}半天|{_COUNT}个?(?:月|周|天|星期)一[休歇轮换倒]|(?<![\d块元])(?:每天)?[上做干][满够]?半天班?|每天半天|隔[一两]?[天日](?:一班)?|逢{_COUNT}{{1,2}}[休歇]|[一二两三四五六七]休[一二两三](?!周)|轮[休岗](?:一天)?|调休|倒休",
    rf"{_REST}(?:周|星期|礼拜){_DAY}|(?:周|星期|礼拜){_DAY}(?:闭馆|闭店|关门|盘点)?{_REST}|(?:周|星期|礼拜){_DAY}(?:(?:周|星期|礼拜)?[{_DAY_CHARS}])*(?:不用来|不上班|不去|不跑|不干|不来|有空|来|上班|{_REST})|(?<![月周期拜])(?:中间|中午|晌午)?{_REST}{_COUNT}{{1,2}}(?:天|个?(?:小时|钟头|点))",
    r"(?:周末)?[双单]休(?:日)?|大小[周休]",
    rf"(?:每|一个?)?(?:月|周|星期|礼拜)(?:可|能|带薪|集中|统一)?(?:休(?:息|假)?|歇){_COUNT}{{1,2}}(?:-\d)?天?半?",
    rf"(?:每|一个?)(?:月|周|星期|礼拜)(?:有|能)?{_COUNT}{{1,2}}天(?:休息?|假)",
    rf"(?:周{_DAY}|法定(?:节?假日|节日)|节假日)(?:正常)?(?:双|单)?休(?:息)?|[全无][年月]无休|没有休息日|法定(?:节?假日?)?照?[放休]",
    rf"(?:周|星期|礼拜){_DAY}(?:[-~到至](?:周|星期|礼拜)?{_DAY})",
)
_HOURS = re.compile(
    rf"(?:{'|'.join((*_CLOCKED, *_LENGTHS, *_SHIFTS, *_DAYS_OFF))})(?!接听|联系|打|来电|报名)"
)


_MEETING = re.compile(rf"{_CLOCK}{HAN}{{0,6}}(?:集合|上车|坐车|出发)")
"""When people meet, which tells the hours of a message without any others."""

_FEW_WORDS = re.compile(rf"(?P<rest>{HAN}{{1,5}})(?=[,;。!\n ]|$)")
_BETWEEN = re.compile(rf"[ ,、;()/]*{HAN}{{0,7}}[ ,]*")
"""What may stand between phrases that belong together."""


def find_hours(ad: AdText) -> list[Fact]:
    """Return hours of work, neighbouring phrases as one."""
    spans: list[Span] = []
    matches = list(_HOURS.finditer(ad.free)) or list(_MEETING.finditer(ad.free))
    for match in matches:
        if spans and _BETWEEN.fullmatch(ad.free, spans[-1].end, match.start()):
            spans[-1] = Span(spans[-1].start, match.end())
        else:
            spans.append(Span(*match.span()))
    trimmed = [ad.trimmed(_to_its_end(ad, span)) for span in spans]
    return ad.took([ad.fact("hours", span, 0.85) for span in trimmed])


def _to_its_end(ad: AdText, span: Span) -> Span:
    """Take in the few words that end the clause: 早班晚班倒着来, 夜班住校."""
    few = _FEW_WORDS.match(ad.free, span.end)
    return Span(span.start, few.end()) if few and not title_sure(few["rest"]) else span
