"""Which part of a piece of a message names a vacancy: behind a call, at its beginning, or all of it."""

import re
from collections.abc import Iterator

from mengzhan.rules.ads.adtext import Span
from mengzhan.rules.ads.doings import ANY_WORK
from mengzhan.rules.ads.firmwords import ends_with_firm
from mengzhan.rules.ads.placenames import area_end, behind_place
from mengzhan.rules.ads.titlewords import DOING, LONGEST, LOOSE, does_work, title_sure

_MAY_FOLLOW = re.compile(
    r"$|[^\u4e00-\u9fffA-Za-z]|(?!(?<=厂长)年)(?!(?<=跟车)[去到走])(?![一二三四五六七八九十][车队厂店分])[们啦了啊呢哩喽哈呀吧哦嘞一二三四五六七八九十要会能有在男女给管月短包从到数各等也先急若每按干专长均以负待薪日计帮没跟及和与或年兼早晚上两夜白就去]"
    r"|工资|工价|工钱|公益|公开|夫妻|我(?:[这们家叫是]|有)|还[缺要招差找需]|缺(?=人|[一两三四五六七八九十\d个])|(?<=[工员师])找$|找(?=个|[一两三四五六七八九十\d]|夫妻)|空出|不[限要用管包]|须[持有具]?|不(?:会|懂)(?:可|也|的)|照[顾看]|看护|伺候|护理|陪护|赶紧|抓紧|速来|快来|来(?!的)|的(?:不干|走|没|来|请假|辞|不够|$|[^\u4e00-\u9fff]|[一两管包每月])"
)
_SO_MANY = r"(?:[一两二三四五六七八九十几俩仨]个|个|几名|些|一批|点|位|一位|俩|仨|以下)?"
_TRIGGER = re.compile(
    r".*(?:聘用|招收|招用|招录|招募|招工(?!程)|招|(?<!外)(?<!返)聘|找|雇佣?(?!主)|急用|需要|还?需|想要|缺|少(?=[个俩])|收(?=个|一个|两个|学徒|徒弟)|请|"
    r"诚邀|寻|征|差|有没有|(?:谁|有)认识|有(?=[会能])|谁[能会想要]|(?:求|介绍|推荐)(?=[个一位])|[再还]?[要来](?=[个俩仨]|一[个位]|几个))"
    rf"{_SO_MANY}(?:有经验的?|熟练的?|长期|大量|专业|男女|女|男|本地|全职|优秀|专职)*"
)
_WEAK_TRIGGER = re.compile(r".*(?:[要的]|工资)")
_LEAD = re.compile(r"\s*(?:帮忙|帮着|专门|人(?![员工事力])|明天|今天|后天|\d{1,3}(?:吨|座|米|型))?")
_LEADS = re.compile(
    "(?:[男女]?工人?|人|妇女)?(?:明儿个?|明天|后天|今天|[上下]午|中午|今晚|现在|马上|赶紧|明早|下周|本周|每天|眼下|急|就|去|来|给|帮忙|帮|主要|负责|专门|的|一起|能|会|的话|长期|临时|白天|晚上|夜里)*"
)
"""When, and words of calling, before what is to be done."""
BY_PIECE = "按[件袋斤亩筐个只箱捆平盘桶条车吨]算?"
"""Behind what is to be done: how it is paid."""

_WORK = re.compile(
    rf"(?P<work>[\u4e00-\u9fff]{{2,8}}?)(?=$|\s|的(?:$|\s|看过来|[到上来]我|[来赶快找联吗么呀])|[一每]?天|看过来|{BY_PIECE}|[缺要招找用]人|工$|[0-9])"
)
_FIRM_BEFORE = re.compile(
    r"(?:[\u4e00-\u9fff]{1,5}?(?:厂|店|馆|场|合作社|公司)|超市|水站|食堂|工地|饭店)(?![长员主])"
)
_PEOPLE = (
    "师傅",
    "大爷",
    "阿姨",
    "大姐",
    "大哥",
    "妇女",
    "大妈",
    "工人",
    "小伙",
    "小伙子",
    "大嫂",
    "老师傅",
)
"""Words for people that say nothing of the work: 看工地的大爷."""
_WANTED = re.compile("^.*[要缺]")
_SPELL = re.compile("(?:短期|长期|临时|岗位?)$")
"""What may stand behind a name and is no part of it."""
_UNKNOWN = re.compile(
    r"(?![一二两三四五六七八九十几]|[男女]的)(?![先再还][来补]|手[快巧麻勤]|麻利|熟练|全职|长期)(?!.*[户区片]$|男女|人|每)(?!.*[主我咱你]家)(?!.*[要招找缺需用请差天点早晚共我您你们了走])[\u4e00-\u9fff]{2,8}"
)
"""Words that may be a name nobody knows, where a list leaves a place for one."""


def standing_alone(piece: re.Match[str]) -> tuple[Span, float]:
    """Return a piece that is nothing but the name of an occupation."""
    words = _SPELL.sub("", _WANTED.sub("", piece[0].strip()))
    start = piece.start() + piece[0].index(words)
    wanted = ends_with_firm(piece[0][: piece[0].find(words) - 1])
    known = title_sure(words) > LOOSE and len(words) > 2 - wanted and not ends_with_firm(words)
    return (Span(start, start + len(words)), LOOSE) if known else (Span(0, 0), 0.0)


def called_anything(piece: re.Match[str]) -> tuple[Span, float]:
    """Return what stands behind 还寻一个, known or not: 塔吊指挥."""
    plain = _UNKNOWN.fullmatch(piece[0])
    return (Span(*piece.span()), 0.5) if plain else (Span(0, 0), 0.0)


def unknown_in(piece: re.Match[str], *, whole: bool) -> tuple[Span, float]:
    """Return words before a number that may be a name nobody knows: 找会唱歌的驻场1位."""
    called = _TRIGGER.match(piece[0])
    start = max(called.end(), piece[0].rfind("的") + 1) if called else 0
    if not (called or whole) or not _UNKNOWN.fullmatch(piece[0][start:].strip()):
        return Span(0, 0), 0.0
    return Span(piece.start() + start, piece.end()), 0.5


def work_in(piece: re.Match[str], *, expected: bool) -> tuple[Span, float]:
    """Return the part of a piece that says what is to be done: 明儿起甜菜, 找个包饺子的."""
    called = _TRIGGER.match(piece[0])
    lead = _LEADS.match(piece[0], called.end() if called else 0)
    begin = lead.end() if lead else 0
    firm = _FIRM_BEFORE.match(piece[0], begin)
    starts = (begin, begin + behind_place(piece[0][begin:]), firm.end() if firm else begin)
    for start in starts if called or expected else ():
        words = _WORK.match(piece[0], start)
        if words and does_work(words["work"]) and not area_end(words["work"]):
            at = piece.start()
            return Span(at + words.start("work"), at + words.end("work")), DOING
    return Span(0, 0), 0.0


def name_in(piece: re.Match[str], *, strong: bool) -> tuple[Span, float]:
    """Return the part of a piece that names a vacancy: behind the last 招, else the whole."""
    words, begin = piece[0], piece.start()
    starts = list(_behind(_TRIGGER, words))
    if strong:
        starts += [0, *_behind(_WEAK_TRIGGER, words)]
    best, best_sure = Span(0, 0), 0.0
    for start in starts:
        found, sure = _beginning(words[start:])
        # of 招收银员 and 收银员 the known word wins
        if sure > best_sure:
            best = Span(begin + start + found.start, begin + start + found.end)
            best_sure = sure
    return best, best_sure


def _behind(trigger: re.Pattern[str], words: str) -> Iterator[int]:
    """Yield where a name may begin: behind the last trigger, then behind those before it."""
    cut = trigger.match(words)
    while cut and cut.end():
        yield cut.end()
        cut = trigger.match(words, 0, cut.end() - 1)


def _beginning(words: str) -> tuple[Span, float]:
    """Return the longest beginning of ``words`` that is a name and may end there."""
    lead = _LEAD.match(words)
    start = lead.end() if lead else 0
    for end in range(min(len(words), start + LONGEST), start + 1, -1):
        people = words[:end].endswith(_PEOPLE) and not words.startswith("员", end)
        if words[start:end] in _PEOPLE and words.startswith("们", end):
            continue  # 大姐们看过来
        for_all = people or does_work(words[end:])
        if _MAY_FOLLOW.match(words, end) or (for_all and words[start:end] not in ANY_WORK):
            inner = words.rfind("的", start, end) + 1
            if words[inner:end].strip() in _PEOPLE:
                # 会打面的师傅 is named by the work
                start += bool(inner) and words[start] in "会能"
                inner = 0
            for begin in (inner, start) if inner else (start,):
                sure = title_sure(words[begin:end].strip())
                if sure:
                    return Span(_behind_firm(words, begin, end), end), sure
    return Span(0, 0), 0.0


def _behind_firm(words: str, begin: int, end: int) -> int:
    """Return where a name begins behind the firm that it stands right after: 羊绒厂挑毛工."""
    place = begin + behind_place(words[begin:end])
    start = place if title_sure(words[place:end]) else begin
    firm = _FIRM_BEFORE.match(words, start, end)
    return firm.end() if firm and title_sure(words[firm.end() : end]) else start
