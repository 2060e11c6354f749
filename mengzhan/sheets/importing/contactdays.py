"""The contacts that one cell tells of: 3.5电话，在家待业; 5日 已上岗 under 1月; several lines of them.

A day counts where it stands as the day of a contact: at the beginning of a cell, a line or a number
of a list, behind the way of the contact (入户，5.18，…), in brackets at the end, or before a word of
contact (…；3.13电话说招到了). Every other day is of something else (4月1日去包头). What a day leaves
out comes from the words over the column or the title of the table; nothing else fills it in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.contacts import CALL_MADE
from mengzhan.sheets.importing.dates import calendar_day, read_day, years_named
from mengzhan.sheets.importing.headers import plain, without_remark
from mengzhan.sheets.plaintext import plain_text

_FLAT = str.maketrans("０１２３４５６７８９．／－（）　", "0123456789./-() ")
"""Full-width characters in days, each by one other, so that places stay what they are."""

_CHINESE = "零一二三四五六七八九"
_MONTH_WORD = r"(?:十[一二]?|[一二三四五六七八九])"
_DAY_WORD = r"(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])", r"(?:[12]\d|3[01]|0?[1-9])"
_NO_DAY = r"(?![./]?\d|[次个人天元年月岁小万千块斤亩吨米里平倍折成只名户点室层kKwW%％]|公里|毫米)"
"""What follows no day: 3.5个月, 2.8千, 1.5.2."""

_NO_SINGLE_DAY = r"(?![几多起]|前(?![厅台])|后(?![来厨])|\s*(?:左右|上下|以前|之前|以后|之后|再去|至\d|[-~—～]\d))"
"""What follows a day that is none of a contact: 3月5日左右, 4月1日起, 3.5-3.8."""

_MANNER = r"(?:打?电话|致电|微信|短信|视频|QQ|上门|入户|实地|[走回复随跟家]访|慰问)"

_NAMED_DAY = re.compile(
    rf"(?>(?P<y>20\d\d|\d\d)[-./年]\s*(?P<m>{_MONTH})[-./月]\s*(?P<d>{_DAY})(?!\d)[日号]?"
    rf"|(?P<y8>20\d\d)(?P<m8>\d\d)(?P<d8>\d\d)(?!\d)"
    rf"|(?P<mw>{_MONTH}|{_MONTH_WORD})月(?P<dw>{_DAY}|{_DAY_WORD})(?:[日号]|{_NO_DAY})"
    rf"|(?P<ms>{_MONTH})[./](?P<ds>{_DAY}){_NO_DAY}[日号]?"
    rf"|(?P<m4>0[1-9]|1[0-2](?=\d\d(?:\s|$|[，,；;：:、]|{_MANNER})))(?P<d4>0[1-9]|[12]\d|3[01]){_NO_DAY}"
    rf"|(?P<do>{_DAY}|{_DAY_WORD})[日号](?![楼院房店机线门井])){_NO_SINGLE_DAY}"
)
_CONTACT_WORD = re.compile(rf"[\s:：,，]*(?:(?:首次|再次|再|又|补)?{_MANNER}(?!面试)|{CALL_MADE})")
"""What tells that the day before it is the day of a contact."""

NOT_YET = re.compile(r"待|计划|准备|拟|打算|[未没][打访走回去]|不用|(?:无|没有|否|[×xX])$")
"""With what words begin under the day of a contact (4.20电话回访) that was not made."""

_TICKS = {"√", "✓", "✔"}
_LIST_MARK = r"(?:[①-⑳]|\(?\d{1,2}[、)]|第[一二三四五六七八九十\d]{1,2}次[:：]?)"
_BEGIN = re.compile(
    rf"(?P<mark>(?:^|\n)\s*{_LIST_MARK}\s*|[①-⑳]\s*)|(?P<line>^\s*|\n\s*)|(?P<soft>[；;。，,][^\S\n]*)"
)
_MANNER_FIRST = re.compile(rf"{_MANNER}[:：,，\s]*")
_TIME_LEFT_OPEN = re.compile(rf"(?:20\d\d年)?{_MONTH}月(?:份|[上中下]旬|[初底末])")
_AND = re.compile(r"\s*[、和及]\s*")
_IN_BRACKETS = re.compile(r"[(]\s*([^()]{2,11})\s*[)]\s*$")
_BEFORE, _BEHIND = " \t\n,，;；:：、。", " \t\n,，;；、"
STROKES = {"/", "\\", "-", "--", "—", "——"}
"""What stands in a cell that has nothing to say."""

_ASKS_DAY = re.compile(r"(?:日期|时间|日)(?:\d{1,2}|[一二三四五])?$")

_MONTH_OVER = re.compile(
    rf"(?<![\d—~至到-])({_MONTH}|{_MONTH_WORD})月份?(?![\d一二三四五六七八九十底末前内起])"
)
_QUARTER_OVER = re.compile(r"([一二三四1234])季度")
_WHOLE_NUMBER = re.compile(r"(?!0)\d{1,8}")
"""A text that is read as the number that it writes; with more digits than 20050601 it is no day."""

_LAST_DAY, _FIRST_RUN_TOGETHER, _LAST_RUN_TOGETHER = 31, 101, 1231
"""Numbers in a column for days: 5 under 1月; 305 and 1105 as a day of a month."""

_MONTHS_LATE = 2
"""A contact may be made up for so many months after the month or quarter that it is for."""


@dataclass(frozen=True)
class Heading:
    """What the title and the words over a column say of the days in it.

    ``months`` are the first and last month that they name; ``day`` is a whole day
    (4.20电话回访); ``asks_day`` tells that the column is for days. No contact was after ``until``.
    """

    year: int | None = None
    months: tuple[int, int] | None = None
    day: date | None = None
    asks_day: bool = False
    until: date | None = None

    @property
    def month(self) -> int | None:
        """The one month of the column, if there is one."""
        return self.months[0] if self.months and self.months[0] == self.months[1] else None

    def whole(self, month: int, day: int) -> date | None:
        """Return the day of a month in the year of the table; ``None`` where it is not sure.

        A day before the month of the column, or long after it, may be one of another year.
        """
        if self.months is not None:
            first, last = self.months
            if not first <= month <= last + _MONTHS_LATE:
                return None
        found = calendar_day(self.year, month, day) if self.year else None
        return None if found and self.until and found > self.until else found


@dataclass(frozen=True)
class Told:
    """One contact that a cell tells of; without a whole day ``day`` is ``None``."""

    day: date | None
    words: str = ""


class _Start(NamedTuple):
    """Where a contact starts in a text and where its words do; its days, and its way if that stands
    before them."""

    at: int
    words: int
    days: tuple[date | None, ...] = ()
    manner: str = ""


def asks_day(parts: Sequence[str]) -> bool:
    """Whether the lowest of the words above a column asks for a day and nothing else."""
    return bool(parts) and _ASKS_DAY.search(plain(without_remark(parts[-1]))) is not None


def heading_of(parts: Sequence[str], year: int | None, filled_in: date | None = None) -> Heading:
    """Return what the words above a column say of its days.

    Args:
        parts: from the top down.
        year: that of the title.
        filled_in: the day on which the table was filled in, where that alone tells its year.
    """
    years = years_named(parts)
    if years:
        year, filled_in = (years.pop() if len(years) == 1 else None), None
    whole = Heading(year, asks_day=asks_day(parts), until=filled_in)
    for part in reversed(parts):
        found = _NAMED_DAY.match(part.translate(_FLAT))
        if found and found["do"] is None:
            return replace(whole, day=_resolved(found, whole, date.max))
        month = _MONTH_OVER.search(part)
        if month:
            return replace(whole, months=(_number(month[1]), _number(month[1])))
        quarter = _QUARTER_OVER.search(part)
        if quarter:
            last = _number(quarter[1]) * 3
            return replace(whole, months=(last - 2, last))
    return whole


def read_contacts(cell: Cell, heading: Heading, today: date) -> tuple[Told, ...]:
    """Return the contacts that a cell tells of, those without a whole day among them."""
    if not isinstance(cell, str):
        day = _day_of(cell, heading)
        return (Told(day),) if day else (Told(None, plain_text(cell)),)
    text = plain_text(cell)
    if not text or text in STROKES:
        return ()
    day = _day_of(int(text), heading) if _WHOLE_NUMBER.fullmatch(text) else None
    if day:
        return (Told(day),)
    return tuple(_pieces(text, heading, today))


def tells_day(cell: Cell, heading: Heading, today: date) -> bool:
    """Whether a cell tells of a contact with a whole day."""
    return any(told.day for told in read_contacts(cell, heading, today))


def is_tick(cell: Cell) -> bool:
    """Whether a cell is no more than a tick for a contact: it says nothing of whether its column
    gives days."""
    return isinstance(cell, str) and plain_text(cell) in _TICKS


def contact_day(cell: Cell, heading: Heading, today: date) -> date | None:
    """Return the day with which words about a contact begin, if a word of contact follows it."""
    text = plain_text(cell).translate(_FLAT)
    found = _NAMED_DAY.match(text)
    if found is None or not _CONTACT_WORD.match(text, found.end()):
        return None
    return _resolved(found, heading, today)


def _day_of(cell: Cell, heading: Heading) -> date | None:
    """Read a cell that is no text."""
    number = float(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else 0.0
    if heading.asks_day and number.is_integer():
        if heading.month and 1 <= number <= _LAST_DAY:
            return heading.whole(heading.month, int(number))
        if _FIRST_RUN_TOGETHER <= number <= _LAST_RUN_TOGETHER:
            return _run_together(str(int(number)), heading)
    found = read_day(cell, date(heading.year, 12, 31) if heading.year else date.max)
    if found is None or found.day is None or found.precision != "day":
        return None
    if isinstance(cell, date) or number >= _LAST_RUN_TOGETHER:
        return found.day if isinstance(cell, date) or heading.asks_day else None
    # 3.5 under 1月 may be anything, wages in thousands too
    as_headed = heading.month in (None, found.day.month)
    return heading.whole(found.day.month, found.day.day) if as_headed else None


def _run_together(digits: str, heading: Heading) -> date | None:
    """Read 305 as the 5th of March; 107 is January or, under other words, October."""
    ways = {(digits[:-2], digits[-2:]), (digits[:-1], digits[-1:])}
    named = {heading.whole(int(month), int(day)) for month, day in ways} - {None}
    return named.pop() if len(named) == 1 else None


def _pieces(text: str, heading: Heading, today: date) -> Iterator[Told]:
    """Split a text into the contacts that it tells of."""
    flat = text.translate(_FLAT)
    starts = list(_starts(flat, heading, today))
    if not any(start.days for start in starts):
        yield _day_in_brackets(text, flat, heading, today)
        return
    before = text[: starts[0].at].strip(_BEHIND)
    ends = [start.at for start in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends, strict=True):
        rest = text[start.words : end].lstrip(_BEFORE).rstrip(_BEHIND)
        words = "，".join(filter(None, (before, start.manner, rest)))
        before = ""
        yield from (Told(day, words) for day in start.days or (None,))


def _starts(flat: str, heading: Heading, today: date) -> Iterator[_Start]:
    behind, listed = 0, False
    for begin in _BEGIN.finditer(flat):
        if begin.end() < behind:
            continue
        place, manner = begin.end(), ""
        found = _NAMED_DAY.match(flat, place)
        if found is None and not begin["soft"] and (way := _MANNER_FIRST.match(flat, place)):
            found = _NAMED_DAY.match(flat, way.end())
            manner = way[0].rstrip(_BEFORE) if found else ""
        if found is None:
            mark = begin["mark"] or ""
            if "次" in mark or (mark and listed) or _leaves_open(flat, begin):
                yield _Start(begin.start(), place)
            continue
        days, end = _days_from(found, heading, today)
        if begin["soft"] and not _CONTACT_WORD.match(flat, end):
            continue
        behind, listed = end, listed or begin["mark"] is not None
        if all(days):
            yield _Start(begin.start(), end, days, manner)
        else:
            yield _Start(begin.start(), place, days)


def _days_from(
    found: re.Match[str], heading: Heading, today: date
) -> tuple[tuple[date | None, ...], int]:
    """Return a day and those that follow it (4.9、4.10), and where the last ends."""
    days = [found]
    while (link := _AND.match(found.string, days[-1].end())) and (
        following := _NAMED_DAY.match(found.string, link.end())
    ):
        days.append(following)
    return tuple(_resolved(day, heading, today) for day in days), days[-1].end()


def _leaves_open(flat: str, begin: re.Match[str]) -> bool:
    """Whether a line begins with a time that is no day (6月上旬)."""
    return begin["line"] is not None and _TIME_LEFT_OPEN.match(flat, begin.end()) is not None


def _day_in_brackets(text: str, flat: str, heading: Heading, today: date) -> Told:
    told = _IN_BRACKETS.search(flat)
    found = _NAMED_DAY.fullmatch(told[1]) if told else None
    day = _resolved(found, heading, today) if found else None
    words = text[: told.start()].strip(_BEHIND) if told and day else text
    return Told(day, words)


def _resolved(found: re.Match[str], heading: Heading, today: date) -> date | None:
    """Return the whole day that a text names; what it leaves out must stand over it."""
    year = found["y"] or found["y8"]
    month = found["m"] or found["m8"] or found["mw"] or found["ms"] or found["m4"]
    day = found["d"] or found["d8"] or found["dw"] or found["ds"] or found["d4"] or found["do"]
    if year is not None:
        whole = int(year) if len(year) == len("2026") else 2000 + int(year)
        return calendar_day(whole, int(month), int(day)) if whole <= today.year else None
    number = _number(month) if month else heading.month
    return heading.whole(number, _number(day)) if number else None


def _number(text: str) -> int:
    """Read a number up to 99 in figures or Chinese words."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_CHINESE.index(tens or "一") * 10 if ten else 0) + (_CHINESE.index(ones) if ones else 0)
