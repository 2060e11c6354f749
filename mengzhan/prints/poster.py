"""The poster (海报): one to ten vacancies on A4 in type that is read two metres away.

A Chinese character is read at 200 to 300 times its height: titles and pay stand 10 mm high (28
points), everything else that one needs 7 mm (20 points), on every page. What does not fit goes on
to the next page; where there is room left, all of it grows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.prints.contact import contact_lines, shrunk
from mengzhan.prints.mongolian import Columns, Script, terms_for
from mengzhan.prints.page import Block, Page, Print, Rule, Style, Words, fitting, width_of
from mengzhan.prints.paper import A4
from mengzhan.prints.squares import square_code
from mengzhan.rules.postings import (
    FREE_OF_CHARGE,
    Outlet,
    Posting,
    caller,
    contact_text,
    require_clean,
)

MOST = 10
"""Vacancies on one poster; more belong into a booklet."""

FULL_SIZE = 1.0
_LARGEST, _STEP = 2.0, 0.05
_SMALLEST_ALONE = 0.7
"""One vacancy with very long texts is set smaller rather than cut."""

_MARGIN = 12.0
_HEAD, _FOOT = 23.0, 32.0
_ROOM = A4[1] - 2 * _MARGIN - _HEAD - _FOOT
_HEADING = "招聘信息"
_SQUARE = 27.0
_CAPTION = Style(11)
_SOURCE = Style(11, ink="grey")
_MOST_LINES = 3
_ASK = "……（其余到站里问）"
_BETWEEN = 7.0
_APART = 3.0
_AIR, _MOST_AIR = 1.0, 6.0


class TooMany(UserError):
    """No vacancy, or more than a poster takes."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP("model", "海报一次放 1 到 {most} 个岗位，更多的请用岗位册。")
        super().__init__("POSTER_COUNT", Message(words, {"most": MOST}))


def poster(
    postings: Sequence[Posting], outlet: Outlet, day: date, script: Script | None = None
) -> Print:
    """Return the pages of a poster, A4 upright.

    Raises:
        NotChecked: a vacancy has open findings.
        TooMany: not one to ten vacancies.
    """
    require_clean(postings)
    if not 1 <= len(postings) <= MOST:
        raise TooMany
    groups = _spread(postings, outlet, script)
    scale = _scale(groups, outlet, script)
    pages = []
    written = False
    for number, group in enumerate(groups, 1):
        page = Page(*A4)
        written |= _head(page, script)
        written |= _body(page, [_entry(p, group, outlet, scale, script) for p in group])
        _foot(page, outlet, day, f"{number}/{len(groups)}" if len(groups) > 1 else "")
        pages.append(page)
    remarks = script.remarks(written=written) if script is not None else ()
    return Print(_HEADING, tuple(pages), remarks)


@dataclass(frozen=True)
class _Row:
    """A label and the block beside it."""

    label: str
    block: Block


class _Entry:
    """One vacancy, measured: headline, facts, and at its foot whom to call beside the code."""

    def __init__(
        self,
        posting: Posting,
        outlet: Outlet,
        scale: float,
        script: Script | None,
        *,
        alone: bool,
    ) -> None:
        self._text = contact_text(posting, outlet)
        self._columns: Columns | None = None
        self._indent = 0.0
        self._set(posting, outlet, scale, alone=alone)
        # beside several vacancies there is room for one column each
        wanted = [(posting.title, posting.occupation), *([(posting.workplace,)] if alone else ())]
        terms = terms_for(script, *wanted)
        if terms and script is not None:
            # the columns are as high as the words beside them, which they make narrower
            self._columns = Columns(terms, script, 22 * scale, self.height)
            self._indent = self._columns.width + _APART
            self._set(posting, outlet, scale, alone=alone)

    @property
    def written(self) -> bool:
        """Whether there is Mongolian."""
        return self._columns is not None

    def _set(self, posting: Posting, outlet: Outlet, scale: float, *, alone: bool) -> None:
        width = A4[0] - 2 * _MARGIN - self._indent
        self._plain = Style(20 * scale)
        self._side = _SQUARE * min(max(scale, 1.0), 1.5)
        self._label = self._plain.size * 2.5
        strong = Style(24 * scale, True)
        places = f"招{posting.places}人"
        self._places = Block(places, strong, width_of(places, strong) + 1, "right")
        title, pay = Style(28 * scale, True), Style(28 * scale, True, "accent")
        self._title = Block(posting.title, title, width - self._places.width - _APART)
        self._pay = Block(posting.pay, pay, width)
        self._facts = self._rows(posting, width - self._label, alone=alone)
        beside = width - self._label - self._side - _APART
        phone, _ = caller(posting, outlet)
        strong = shrunk(phone, strong, beside)
        day = shrunk(posting.valid_until, self._plain, beside)
        called = contact_lines(posting, outlet, strong, beside)
        self._contact = [
            _Row("电话", Block(called, strong, beside)),
            _Row("截止", Block(posting.valid_until, day, beside)),
        ]
        source = f"信息来源：{posting.source}" if posting.source else ""
        self._source = Block(source, _SOURCE, width - self._side - _APART)

    def _rows(self, posting: Posting, width: float, *, alone: bool) -> list[_Row]:
        """The facts; where several vacancies share a page, long ones are cut and say so."""
        living = "，".join(filter(None, (posting.hours, posting.board)))
        rows = [
            ("单位", posting.employer),
            ("地点", posting.workplace),
            ("内容", posting.duties if alone else ""),
            ("时间" if posting.hours else "食宿", living),
            ("要求", posting.asked),
        ]
        most = max(len(posting.duties), len(posting.asked), 1) if alone else _MOST_LINES
        return [
            _Row(label, Block(fitting(value, self._plain, width, most, _ASK), self._plain, width))
            for label, value in rows
            if value
        ]

    @property
    def _contact_height(self) -> float:
        rows = sum(row.block.height for row in self._contact) + self._source.height
        return max(rows, self._side + _CAPTION.line)

    @property
    def height(self) -> float:
        """The least height in mm."""
        facts = sum(row.block.height for row in self._facts)
        return self._title.height + self._pay.height + facts + self._contact_height + 2 * _AIR

    @property
    def gaps(self) -> int:
        """Between how many lines there may be more room."""
        return len(self._facts) + 3

    def put(self, page: Page, y: float, air: float) -> float:
        """Write it on a page with so much more room between its lines; return where it ends."""
        if self._columns is not None:
            self._columns.put(page, _MARGIN, y)
        x, right = _MARGIN + self._indent, A4[0] - _MARGIN
        # on one line with the title, whose type is larger
        lower = (self._title.style.line - self._places.style.line) * 0.8
        self._places.put(page, right - self._places.width, y + lower)
        y += self._title.put(page, x, y) + air
        y += self._pay.put(page, x, y) + air + _AIR
        for row in self._facts:
            y += self._put_row(page, row, x, y) + air
        y += _AIR
        self._put_square(page, right - self._side, y)
        end = y + self._contact_height
        for row in self._contact:
            y += self._put_row(page, row, x, y)
        self._source.put(page, x, y)
        return end

    def _put_row(self, page: Page, row: _Row, x: float, y: float) -> float:
        label = Style(self._plain.points, ink="grey")
        lower = (row.block.style.line - label.line) * 0.8
        Block(row.label, label, self._label).put(page, x, y + lower)
        return row.block.put(page, x + self._label, y)

    def _put_square(self, page: Page, x: float, y: float) -> None:
        page.add(square_code(self._text, x, y, self._side))
        Block("扫码看电话", _CAPTION, self._side, "centre").put(page, x, y + self._side)


def _entry(
    posting: Posting,
    group: Sequence[Posting],
    outlet: Outlet,
    scale: float,
    script: Script | None,
) -> _Entry:
    return _Entry(posting, outlet, scale, script, alone=len(group) == 1)


def _fits(group: Sequence[Posting], outlet: Outlet, scale: float, script: Script | None) -> bool:
    entries = [_entry(posting, group, outlet, scale, script) for posting in group]
    high = sum(entry.height for entry in entries) + _BETWEEN * (len(entries) - 1)
    return high <= _ROOM


def _spread(
    postings: Sequence[Posting], outlet: Outlet, script: Script | None
) -> list[Sequence[Posting]]:
    """Share vacancies out among as few pages as full size allows, as evenly as it allows."""
    for count in range(1, len(postings) + 1):
        groups = _even(postings, count)
        if all(_fits(group, outlet, FULL_SIZE, script) for group in groups):
            return groups
    return _even(postings, len(postings))


def _even(postings: Sequence[Posting], count: int) -> list[Sequence[Posting]]:
    ends = [round(len(postings) * number / count) for number in range(count + 1)]
    return [postings[start:end] for start, end in pairwise(ends)]


def _scale(groups: Sequence[Sequence[Posting]], outlet: Outlet, script: Script | None) -> float:
    """Return the largest scale at which every page holds its vacancies."""
    scale = _LARGEST
    while scale > _SMALLEST_ALONE and not all(
        _fits(group, outlet, scale, script) for group in groups
    ):
        scale -= _STEP
    return scale


def _head(page: Page, script: Script | None) -> bool:
    width = page.width - 2 * _MARGIN
    Block(_HEADING, Style(44, True), width, "centre").put(page, _MARGIN, _MARGIN - 2)
    terms = terms_for(script, (_HEADING, "招聘"))
    if terms and script is not None:
        Columns(terms, script, 20, _HEAD - 4).put(page, _MARGIN, _MARGIN - 2)
    y = _MARGIN + _HEAD - 3
    page.add(Rule(_MARGIN, y, page.width - _MARGIN, y, 1.2))
    return bool(terms)


def _body(page: Page, entries: Sequence[_Entry]) -> bool:
    """Write the vacancies, and share out what room is left: between them, then between lines."""
    free = _ROOM - sum(entry.height for entry in entries) - _BETWEEN * (len(entries) - 1)
    air = min(free / sum(entry.gaps for entry in entries), _MOST_AIR)
    y = _MARGIN + _HEAD
    for number, entry in enumerate(entries):
        if number:
            middle = y - _BETWEEN / 2
            page.add(Rule(_MARGIN, middle, page.width - _MARGIN, middle, 0.3, "line"))
        y = entry.put(page, y, air) + _BETWEEN
    return any(entry.written for entry in entries)


def _foot(page: Page, outlet: Outlet, day: date, number: str) -> None:
    """The station and its telephone, large; below them what is read up close."""
    width = page.width - 2 * _MARGIN
    top = page.height - _MARGIN - _FOOT + 4
    page.add(Rule(_MARGIN, top, page.width - _MARGIN, top, 0.6))
    strong = Style(26, True)
    phone = width_of(outlet.phone, strong)
    beside = width - phone - _APART
    name = Block(fitting(outlet.name, Style(20, True), beside, 2), Style(20, True), beside)
    middle = top + 1 + Style(20, True).line
    name.put(page, _MARGIN, middle - name.height / 2)
    page.add(
        Words(outlet.phone, page.width - _MARGIN - phone, middle - strong.line / 2, phone, strong)
    )
    small = f"{FREE_OF_CHARGE}　{day.year}年{day.month}月{day.day}日发布　{number}".strip()
    Block(small, Style(11), width, "centre").put(page, _MARGIN, page.height - _MARGIN - 5)
