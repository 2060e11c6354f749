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
    by_their_work,
    by_work,
    called_unknown,
)
from mengzhan.rules.ads.firmwords import ends_as_firm, ends_with_firm
from mengzhan.rules.ads.labels import Labelled
from mengzhan.rules.ads.placenames import area_end
from mengzhan.rules.ads.titlechoice import (
    apart,
    is_cause,
    is_priced,
    is_service,
    named_again,
    without_guesses,
    without_repeats,
)
from mengzhan.rules.ads.titlepieces import (
    BY_PIECE,
    called_anything,
    name_in,
    standing_alone,
    unknown_in,
    work_in,
)
from mengzhan.rules.ads.titlewords import DOING, LONGEST, LOOSE, title_sure, with_brackets

_CALLED = re.compile(
    rf"(?:招[\u4e00-\u9fff]{{0,3}}|聘|需要?|缺|找|雇|差|有没有|[再还]要|[再还]来)[:{TAKEN}]+$"
)
_CALL_REACH = 80
"""How many characters before a name are looked at for a call."""

_NEXT_ENTRY = re.compile(r"[;。!?]|(?<=[^\d\n])(?=[①-⑳]|(?<=[\s,:)])\d{1,2}[.、)](?!\d))")

_BY_PIECE = re.compile(f"{BY_PIECE}$")
ENUMERATOR = re.compile(
    rf"[\s{re.escape(SEPARATORS)}\-·•●★☆◆■□▶►→✅✔👉*#+>=~\"“”【\[(]*(?:急{{2,}}|转发|代发|扩散|@\w+)?[\s,:!]*"
    r"(?P<number>(?:\(?\d{1,2}\)?|[①-⑳]|\(?[一二三四五六七八九十]{1,2}\)?|岗位[一二三四五六七八九十\d]{1,2})"
    r"(?:[.、)\]: ]|(?<=[①-⑳])) *)?"
    rf"[\s{re.escape(SEPARATORS)}\-·•【\[(]*"
)
"""What may stand before the first word of a line or entry: 1、, ✅, 【."""
_PIECE = re.compile(rf"[^{re.escape(SEPARATORS)}\n:+~()\[\]【】《》“”\"]+")
_JOINED = re.compile(r"^[ 、/,和及与跟+]*(?:\([^()]*\)[ 、/,和及与跟+]*)?$")

_WORKERS = ("师傅", "司机", "阿姨", "保姆", "服务员", "营业员", "匠")
"""How a heading in square brackets ends that is the name of a vacancy, not of a firm."""

_FEW = 2
_MOST = 100
"""More names than any message has; what stands behind them is not looked at."""

_SHORT = 4
"""Most characters of a name that is known only by its place in a list."""


def find_titles(ad: AdText, labels: Sequence[Labelled], counts: Sequence[Fact]) -> list[Fact]:
    """Return names of vacancies in their order; the words are taken.

    Args:
        counts: headcounts and pay, beside which a name is expected.
    """
    found = list(_labelled(ad, labels))
    named = _in_lines(ad, counts, found)
    named = (fact for fact in named if not (is_cause(ad, fact) or is_service(ad, fact, counts)))
    found += islice(named, _MOST)
    found += by_doing(ad, counts, found)
    found += before_the_call(ad, counts, found)
    found = [by_their_work(ad, fact) for fact in found]
    if all(ad.folded[fact.span.start : fact.span.end] in ANY_WORK for fact in found):
        told = [fact for fact in found if ad.folded[fact.span.start] not in "男女"]
        found = by_work(ad, labels, counts) or told or called_unknown(ad) or anywhere(ad) or found
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
        named = (fact for one in entries(ad, line) for fact in _Entry(ad, one, counts).names())
        for fact in (part for name in named for part in apart(ad, name)):
            overlaps = any(
                fact.span.start < one.span.end and one.span.start < fact.span.end for one in known
            )
            if not overlaps and fact.span.start >= end_of_last:
                end_of_last = fact.span.end
                yield fact


def entries(ad: AdText, line: Span) -> Iterator[Span]:
    """Yield the entries of a line: what begins with a number, or behind a full stop."""
    cuts = [line.start, *(cut.end() for cut in _NEXT_ENTRY.finditer(ad.folded, *line)), line.end]
    yield from (Span(*pair) for pair in pairwise(cuts))


class _Entry:
    """Names that a line or a part of it announces: by 招, by standing first, by a number beside."""

    def __init__(self, ad: AdText, entry: Span, counts: Sequence[Fact]) -> None:
        self._ad = ad
        self._free = ad.free
        self._entry = entry
        self._counts = counts
        begin = ENUMERATOR.match(self._free, *entry)
        self._first = begin.end() if begin else entry.start
        here = [fact.what for fact in counts if fact.span.start in entry]
        self._is_numbered = bool(begin and begin["number"]) or {"headcount", "pay"} <= set(here)
        self._is_list = here.count("headcount") > 1
        self._is_long_list = here.count("headcount") > _FEW
        opens_line = entry.start == ad.line_at(entry.start).start
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
            in_place = first or joins or called or bool(_BY_PIECE.search(piece[0]))
            counted = self._counted(piece)
            if joined >= 0 and self._free[joined : piece.start()] == "(":
                continue  # 运送工（推病人做检查）
            span, sure = name_in(piece, strong=in_place or near)
            if sure == LOOSE and (not in_place or (joins and self._free[joined] == ",")):
                sure = 0.0
            if not sure and not _in_brackets(self._free, piece.start(), self._entry.start):
                span, sure = standing_alone(piece)
            if not sure:
                span, sure = work_in(piece, expected=first or called or self._priced(piece) or near)
                sure = min(sure, DOING if called or counted or self._priced(piece) else DOING - 0.1)
            if not sure and called and self._free[piece.start() - 1] == TAKEN:
                span, sure = called_anything(piece)
            if not sure and counted:
                span, sure = unknown_in(
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
                span, sure = called_anything(piece)
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
        line = self._ad.line_at(piece.start())
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

    def _priced(self, piece: re.Match[str]) -> bool:
        """Whether pay follows directly, or a number behind a colon: 挖坑栽苗：一棵8毛."""
        if any(fact.what == "pay" and fact.span.start == piece.end() for fact in self._counts):
            return True
        if _BY_PIECE.search(piece[0]):
            return True
        if piece.start() != self._first:
            return False
        sign = self._free[piece.end() : piece.end() + 1]
        if sign == ",":
            return is_priced(self._counts, piece.end())
        if sign != ":":
            return False
        near = range(piece.end() + 1, piece.end() + 3)
        return any(fact.span.start in near for fact in self._counts)

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
