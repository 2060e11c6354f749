"""Names of vacancies in an advertisement (岗位名): 前厅服务员, 羊倌, 瓦工（技工）."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from mengzhan.rules.ads.adtext import SEPARATORS, TAKEN, AdText, Fact, Span
from mengzhan.rules.ads.doings import (
    ANY_WORK,
    anywhere,
    before_the_call,
    by_doing,
    by_work,
    called_unknown,
)
from mengzhan.rules.ads.employers import ends_as_firm, ends_with_firm
from mengzhan.rules.ads.labels import Labelled
from mengzhan.rules.ads.placenames import area_end, behind_place
from mengzhan.rules.ads.titlechoice import (
    apart,
    is_cause,
    named_again,
    without_guesses,
    without_repeats,
)
from mengzhan.rules.ads.titlewords import (
    DOING,
    LONGEST,
    LOOSE,
    does_work,
    title_sure,
    with_brackets,
)

_MAY_FOLLOW = re.compile(
    r"$|[^\u4e00-\u9fffA-Za-z]|(?!(?<=厂长)年)(?!(?<=跟车)[去到走])(?![一二三四五六七八九十][车队厂店分])[们啦了啊呢哩喽哈呀吧哦嘞一二三四五六七八九十要会能有在男女给管月短包从到数各等也先急若每按干专长短均以负待薪日计帮跟及和与或年兼早晚上两夜白就去]"
    r"|工资|工价|工钱|公益|公开|夫妻|我(?:[这们家叫是]|有)|还[缺要招差找需]|空出|不[限要用管包]|须[持有具]?|不(?:会|懂)(?:可|也|的)|照[顾看]|看护|伺候|护理|陪护|赶紧|抓紧|速来|快来|来(?!的)|的(?:不干|走|没|请假|辞|不够|$|[^\u4e00-\u9fff]|[一两管包每月])"
)
_SO_MANY = r"(?:[一两二三四五六七八九十几俩仨]个|个|几名|些|一批|点|位|一位|俩|仨|以下)?"
_TRIGGER = re.compile(
    r".*(?:招聘|急聘|诚聘|高薪聘请?|聘请|聘用|特聘|急招|现招|直招|招收|招用|招录|选聘|招募|招工(?!程)|诚招|招|(?<!外)(?<!返)聘|找|雇佣?(?!主)|急用|急需|急缺|需要|还?需|想要|缺|少(?=[个俩])|收(?=个|一个|两个|学徒|徒弟)|请|"
    r"诚邀|寻|征|差|有没有|(?:谁|有)认识|有(?=[会能])|谁[能会想要]|(?:求|介绍|推荐)(?=[个一位])|[再还]?[要来](?=[个俩仨]|一[个位]|几个))"
    rf"{_SO_MANY}(?:有经验的?|熟练的?|长期|大量|专业|男女|女|男|本地|全职|优秀|专职)*"
)
_WEAK_TRIGGER = re.compile(r".*(?:[要的]|工资)")
_LEAD = re.compile(r"\s*(?:帮忙|帮着|专门|人(?![员工事力])|明天|今天|后天|\d{1,3}(?:吨|座|米|型))?")
_CALLED = re.compile(
    rf"(?:招[\u4e00-\u9fff]{{0,3}}|聘|需要?|缺|找|雇|差|有没有|[再还]要|[再还]来)[:{TAKEN}]+$"
)
_CALL_REACH = 80
"""How many characters before a name are looked at for a call."""

_NEXT_ENTRY = re.compile(r"[;。!?]|(?<=[^\d\n])(?=[①-⑳]|(?<=[\s,:)])\d{1,2}[.、)](?!\d))")
_LEADS = re.compile(
    "(?:[男女]?工人?|人|妇女)?(?:明儿个?|明天|后天|今天|[上下]午|中午|今晚|现在|马上|赶紧|明早|下周|本周|每天|眼下|急|就|去|来|给|帮忙|帮|主要|负责|专门|的|一起|能|会|的话|长期|临时|白天|晚上|夜里)*"
)
"""When, and words of calling, before what is to be done."""

_WORK = re.compile(
    r"(?P<work>[\u4e00-\u9fff]{2,8}?)(?=$|\s|的(?:$|\s|看过来|[到上来]我|[来赶快找联吗么呀])|[一每]?天|看过来|[缺要招找用]人|[工]$|[0-9])"
)
_ENUMERATOR = re.compile(
    rf"[\s{re.escape(SEPARATORS)}\-·•●★☆◆■□▶►→✅✔👉*#+>=~\"“”【\[(]*(?:急{{2,}}|转发|代发|扩散|@\w+)?[\s,:!]*"
    r"(?P<number>(?:\(?\d{1,2}\)?|[①-⑳]|\(?[一二三四五六七八九十]{1,2}\)?|岗位[一二三四五六七八九十\d]{1,2})"
    r"(?:[.、)\]: ]|(?<=[①-⑳])) *)?"
    rf"[\s{re.escape(SEPARATORS)}\-·•【\[(]*"
)
_PIECE = re.compile(rf"[^{re.escape(SEPARATORS)}\n:+~()\[\]【】《》“”\"]+")
_JOINED = re.compile(r"^[ 、/,和及与跟+]*(?:\([^()]*\)[ 、/,和及与跟+]*)?$")
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
_WORKERS = ("师傅", "司机", "阿姨", "保姆", "服务员", "营业员", "匠")
"""How a heading in square brackets ends that is the name of a vacancy, not of a firm."""

_FEW = 2
_MOST = 100
"""More names than any message has; what stands behind them is not looked at."""

_SHORT = 4
"""Most characters of a name that is known only by its place in a list."""

_SPELL = re.compile("(?:短期|长期|临时|岗位?)$")
"""What may stand behind a name and is no part of it."""

_UNKNOWN = re.compile(
    r"(?![一二两三四五六七八九十几]|[男女]的)(?!再来)(?!.*[户区片]$|男女|人|每)(?!.*[主我咱你]家)(?!.*[要招找缺需用请差天点早晚共我您你们])[\u4e00-\u9fff]{2,8}"
)
"""Words that may be a name nobody knows, where a list leaves a place for one."""


def find_titles(ad: AdText, labels: Sequence[Labelled], counts: Sequence[Fact]) -> list[Fact]:
    """Return names of vacancies in their order; the words are taken.

    Args:
        counts: headcounts and pay, beside which a name is expected.
    """
    found = list(_labelled(ad, labels))
    named = (fact for fact in _in_lines(ad, counts, found) if not is_cause(ad, fact))
    found += islice(named, _MOST)
    found += by_doing(ad, counts, found)
    found += before_the_call(ad, counts, found)
    if all(ad.folded[fact.span.start : fact.span.end] in ANY_WORK for fact in found):
        found = by_work(ad, labels, counts) or found or called_unknown(ad) or anywhere(ad)
    found += named_again(ad, counts, found)
    found = without_guesses(ad, found, counts)
    unique = without_repeats(ad, sorted(found, key=lambda fact: fact.span), counts)
    return ad.took(unique)


def _labelled(ad: AdText, labels: Sequence[Labelled]) -> Iterator[Fact]:
    for label in labels:
        if label.what != "title":
            continue
        for number, piece in enumerate(ad.clauses(label.value)):
            sure = title_sure(ad.folded[piece.start : piece.end]) or (0.7 if number == 0 else 0)
            if sure and 2 <= piece.end - piece.start <= LONGEST:
                yield Fact("title", "", with_brackets(ad, piece), max(sure, 0.7))


def _in_lines(ad: AdText, counts: Sequence[Fact], known: Sequence[Fact]) -> Iterator[Fact]:
    for line in ad.lines:
        end_of_last = -1
        named = (fact for entry in _entries(ad, line, counts) for fact in entry.names())
        for fact in (part for name in named for part in apart(ad, name)):
            overlaps = any(
                fact.span.start < one.span.end and one.span.start < fact.span.end for one in known
            )
            if not overlaps and fact.span.start >= end_of_last:
                end_of_last = fact.span.end
                yield fact


def _entries(ad: AdText, line: Span, counts: Sequence[Fact]) -> Iterator["_Entry"]:
    """Yield the entries of a line: what begins with a number, or behind a full stop."""
    cuts = [line.start, *(cut.end() for cut in _NEXT_ENTRY.finditer(ad.folded, *line)), line.end]
    for start, end in pairwise(cuts):
        yield _Entry(ad, Span(start, end), counts)


class _Entry:
    """Names that a line or a part of it announces: by 招, by standing first, by a number beside."""

    def __init__(self, ad: AdText, entry: Span, counts: Sequence[Fact]) -> None:
        self._ad = ad
        self._free = ad.free
        self._entry = entry
        self._counts = counts
        begin = _ENUMERATOR.match(self._free, *entry)
        self._first = begin.end() if begin else entry.start
        here = [fact.what for fact in counts if fact.span.start in entry]
        self._is_numbered = bool(begin and begin["number"]) or {"headcount", "pay"} <= set(here)
        self._is_list = here.count("headcount") > 1
        self._is_long_list = here.count("headcount") > _FEW
        opens_line = entry.start == ad.lines[ad.line_of(entry.start)].start
        self._is_announced = opens_line or self._is_numbered or bool(here)

    def names(self) -> Iterator[Fact]:
        """Yield the names from left to right."""
        joined = -1
        for piece in _PIECE.finditer(self._free, self._first, self._entry.end):
            opens = self._opens(piece.start())
            first = piece.start() == self._first and opens and self._is_announced
            before = max(self._entry.start, piece.start() - _CALL_REACH)
            called = bool(_CALLED.search(self._free[before : piece.start()]))
            joins = joined >= 0 and bool(_JOINED.match(self._free[joined : piece.start()]))
            near = opens and self._beside(piece)
            in_place = first or joins or called
            counted = self._counted(piece)
            if joined >= 0 and self._free[joined : piece.start()] == "(":
                continue  # 运送工（推病人做检查）
            span, sure = _name_in(piece, strong=in_place or near)
            if sure == LOOSE and (not in_place or (joins and self._free[joined] == ",")):
                sure = 0.0
            if not sure and not _in_brackets(self._free, piece.start(), self._entry.start):
                span, sure = _standing_alone(piece)
            if not sure:
                span, sure = _work_in(piece, expected=first or called or near)
                sure = min(sure, DOING if called or counted else DOING - 0.1)
            if not sure and called and self._free[piece.start() - 1] == TAKEN:
                span, sure = _called_anything(piece)
            if not sure and counted:
                span, sure = _unknown_in(
                    piece,
                    whole=joins
                    or called
                    or self._is_listed(piece)
                    or (first and self._is_numbered)
                    or (self._is_list and self._is_paid(piece))
                    or (self._is_long_list and joined >= 0),
                )
                sure = 0.0 if ends_with_firm(piece[0].strip()) else sure
            if sure < DOING and joined >= 0 and self._goes_on_paid(joined, piece):
                span, sure = _called_anything(piece)
                sure = DOING if sure else 0.0
            is_firm = self._is_firm(Span(piece.start(), span.end), counted=counted)
            if sure and not is_firm and not self._is_heading(piece, near=near):
                span = with_brackets(self._ad, self._ad.trimmed(span))
                joined = span.end
                yield Fact("title", "", span, sure if in_place or near else sure - 0.15)

    def _is_firm(self, span: Span, *, counted: bool) -> bool:
        """Whether words are a firm in an area rather than work: 根河市申捷快递."""
        words = self._ad.folded[slice(*span)]
        return not counted and bool(area_end(words)) and ends_as_firm(words)

    def _is_heading(self, piece: re.Match[str], *, near: bool) -> bool:
        """Whether a piece stands in square brackets, as names of firms and headings do."""
        line = self._ad.lines[self._ad.line_of(piece.start())]
        alone = self._ad.folded.count("【", *line) == 1
        words = piece[0].strip()
        call = words.startswith(("招", "聘", "急招", "诚聘")) or words.endswith(_WORKERS)
        return (
            alone
            and not call
            and self._free[piece.start() - 1 : piece.start()] == "【"
            and not near
        )

    def _opens(self, at: int) -> bool:
        """Whether a clause begins here, not in the middle of one that was understood in part."""
        before = self._free[at - 1 : at]
        return before != TAKEN or any(fact.span.end == at for fact in self._counts)

    def _counted(self, piece: re.Match[str]) -> bool:
        """Whether a number of people follows directly."""
        return any(
            fact.what != "pay" and not self._free[piece.end() : fact.span.start].strip(" :(")
            for fact in self._counts
            if piece.end() <= fact.span.start <= piece.end() + 2
        )

    def _is_listed(self, piece: re.Match[str]) -> bool:
        """Whether a number of people and then pay follow directly: 助播2（4k）."""
        counts = [
            fact.span.end
            for fact in self._counts
            if fact.span.start == piece.end() and self._ad.folded[slice(*fact.span)].isdecimal()
        ]
        pays = [fact.span.start for fact in self._counts if fact.what == "pay"]
        return any(end <= start <= end + 1 for end in counts for start in pays)

    def _is_paid(self, piece: re.Match[str]) -> bool:
        """Whether a few words, a number of people and pay are all of an entry: 配班1名 2500."""
        near = (piece.end(), piece.end() + 1)
        ends = [
            one.span.end for one in self._counts if one.what != "pay" and one.span.start in near
        ]
        pays = [one.span.start for one in self._counts if one.what == "pay"]
        short = len(piece[0].strip()) <= _SHORT
        return short and any(end <= start <= end + 1 for end in ends for start in pays)

    def _goes_on_paid(self, joined: int, piece: re.Match[str]) -> bool:
        """Whether a list of names goes on as it began: 剔骨7000，分割5500; 饲养员3名5800，产房2名6500."""
        if self._free[joined : piece.start()].strip(" ,、;" + TAKEN):
            return False
        if len(piece[0].strip()) > _SHORT:
            return False
        pays = [fact.span for fact in self._counts if fact.what == "pay"]
        near = (piece.end(), piece.end() + 1)
        if any(pay.start in near for pay in pays):
            return any(joined <= pay.start <= joined + 1 for pay in pays)
        counts = [fact.span for fact in self._counts if fact.what != "pay"]
        counted = [count.end for count in counts if count.start in near]
        paid = any(0 <= pay.start - end <= 1 for pay in pays for end in counted)
        return paid and any(joined < pay.start < piece.start() for pay in pays)

    def _beside(self, piece: re.Match[str]) -> bool:
        """Whether a number of people or pay stands right before or behind."""
        for fact in self._counts:
            start, end = fact.span
            behind = piece.end() <= start <= piece.end() + 4
            if behind and not self._free[piece.end() : start].strip(" :()-,~—、】" + TAKEN):
                return True
            before = piece.start() - 1 <= end <= piece.start()
            if before and not self._free[end : piece.start()].strip(" "):
                return True
        return False


def _in_brackets(text: str, at: int, begin: int) -> bool:
    return text.count("(", begin, at) > text.count(")", begin, at)


def _standing_alone(piece: re.Match[str]) -> tuple[Span, float]:
    """Return a piece that is nothing but the name of an occupation."""
    words = _SPELL.sub("", _WANTED.sub("", piece[0].strip()))
    start = piece.start() + piece[0].index(words)
    wanted = ends_with_firm(piece[0][: piece[0].find(words) - 1])
    known = title_sure(words) > LOOSE and len(words) > 2 - wanted and not ends_with_firm(words)
    return (Span(start, start + len(words)), LOOSE) if known else (Span(0, 0), 0.0)


def _called_anything(piece: re.Match[str]) -> tuple[Span, float]:
    """Return what stands behind 还寻一个, known or not: 塔吊指挥."""
    plain = _UNKNOWN.fullmatch(piece[0])
    return (Span(*piece.span()), 0.5) if plain else (Span(0, 0), 0.0)


def _unknown_in(piece: re.Match[str], *, whole: bool) -> tuple[Span, float]:
    """Return words before a number that may be a name nobody knows: 找会唱歌的驻场1位."""
    called = _TRIGGER.match(piece[0])
    start = max(called.end(), piece[0].rfind("的") + 1) if called else 0
    if not (called or whole) or not _UNKNOWN.fullmatch(piece[0][start:].strip()):
        return Span(0, 0), 0.0
    return Span(piece.start() + start, piece.end()), 0.5


def _work_in(piece: re.Match[str], *, expected: bool) -> tuple[Span, float]:
    """Return the part of a piece that says what is to be done: 明儿起甜菜, 找个包饺子的."""
    called = _TRIGGER.match(piece[0])
    lead = _LEADS.match(piece[0], called.end() if called else 0)
    begin = lead.end() if lead else 0
    for start in (begin, begin + behind_place(piece[0][begin:])) if called or expected else ():
        words = _WORK.match(piece[0], start)
        if words and does_work(words["work"]) and not area_end(words["work"]):
            at = piece.start()
            return Span(at + words.start("work"), at + words.end("work")), DOING
    return Span(0, 0), 0.0


def _name_in(piece: re.Match[str], *, strong: bool) -> tuple[Span, float]:
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
