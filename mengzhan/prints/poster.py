"""The poster (海报): one to ten vacancies on A4 in type that is read two metres away.

A Chinese character is read at 200 to 300 times its height: titles and pay stand 10 mm high (28
points), everything else that one needs 7 mm (20 points), on every page. What does not fit goes on
to the next page; where there is room left, all of it grows. Only a vacancy with very long texts
is set smaller, and cut in the end.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from mengzhan.model.clock import chinese_day
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.prints.mongolian import Columns, Script, remarks_of, terms_for
from mengzhan.prints.page import Block, Page, Print, Rule, Style, Words, width_of
from mengzhan.prints.paper import A4
from mengzhan.prints.poster_entry import MARGIN, Entry, Fit
from mengzhan.rules.postings import FREE_OF_CHARGE, Outlet, Posting, require_clean

MOST = 10
"""Vacancies on one poster; more belong into a booklet."""

FULL_SIZE, LARGEST, SMALLEST = 1.0, 2.0, 0.7
"""Scales of type: 1 is what is read two metres away."""

_STEP = 0.05
_SHARED_LINES, _ALL_LINES, _CUT_LINES = 3, 0, 6
_HEADING = "招聘信息"
_HEAD, _HEAD_WITH_COLUMNS, _FOOT = 23.0, 34.0, 32.0
_BETWEEN, _APART, _MOST_AIR = 7.0, 3.0, 6.0

Groups = Sequence[Sequence[Posting]]


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
        NotClean: a vacancy breaks a rule for ads.
        TooMany: not one to ten vacancies.
    """
    require_clean(postings)
    if not 1 <= len(postings) <= MOST:
        raise TooMany
    pages = _Poster(outlet, day, script).pages(postings)
    return Print(_HEADING, tuple(pages), remarks_of(script, pages))


class _Poster:
    """Sets vacancies on pages of one look."""

    def __init__(self, outlet: Outlet, day: date, script: Script | None) -> None:
        self._outlet, self._day, self._script = outlet, day, script
        self._head_terms = terms_for(script, (_HEADING, "招聘"))
        self._head_high = _HEAD_WITH_COLUMNS if self._head_terms else _HEAD
        self._room = A4[1] - 2 * MARGIN - self._head_high - _FOOT

    def pages(self, postings: Sequence[Posting]) -> list[Page]:
        """Return the pages."""
        groups = self._spread(postings)
        largest = [self._largest(group) for group in groups]
        # alike on all pages, but one page of long texts makes no other smaller than full size
        common = max(FULL_SIZE, min(scale for scale, _ in largest))
        pages = []
        for number, (group, (scale, lines)) in enumerate(zip(groups, largest, strict=True), 1):
            page = Page(*A4)
            self._head(page)
            self._body(page, self._entries(group, min(scale, common), lines))
            self._foot(page, f"{number}/{len(groups)}" if len(groups) > 1 else "")
            pages.append(page)
        return pages

    def _entries(self, group: Sequence[Posting], scale: float, lines: int) -> list[Entry]:
        alone = len(group) == 1
        fit = Fit(scale, alone, lines if alone else _SHARED_LINES)
        return [Entry(posting, self._outlet, self._script, fit) for posting in group]

    def _fits(self, group: Sequence[Posting], scale: float) -> bool:
        entries = self._entries(group, scale, _ALL_LINES)
        return sum(entry.height + _BETWEEN for entry in entries) <= self._room + _BETWEEN

    def _spread(self, postings: Sequence[Posting]) -> Groups:
        """Share vacancies out among as few pages as full size allows, as evenly as it allows."""
        for count in range(1, len(postings)):
            groups = _even(postings, count)
            if all(self._fits(group, FULL_SIZE) for group in groups):
                return groups
        return _even(postings, len(postings))

    def _largest(self, group: Sequence[Posting]) -> tuple[float, int]:
        """Return the largest scale at which a page holds its vacancies, and how many lines a fact
        may take: all of it, unless even the smallest type is too large."""
        if not self._fits(group, SMALLEST):
            return SMALLEST, _CUT_LINES
        low, high = 0, round((LARGEST - SMALLEST) / _STEP)
        while low < high:
            middle = (low + high + 1) // 2
            if self._fits(group, SMALLEST + middle * _STEP):
                low = middle
            else:
                high = middle - 1
        return SMALLEST + low * _STEP, _ALL_LINES

    def _head(self, page: Page) -> None:
        width, top = page.width - 2 * MARGIN, MARGIN - 2
        style = Style(44, True)
        middle = top + (self._head_high - _HEAD) / 2
        Block(_HEADING, style, width, "centre").put(page, MARGIN, middle)
        if self._head_terms and self._script is not None:
            columns = Columns(self._head_terms, self._script, 20, self._head_high - 5)
            columns.put(page, MARGIN, top)
        y = MARGIN + self._head_high - 3
        page.add(Rule(MARGIN, y, page.width - MARGIN, y, 1.2))

    def _body(self, page: Page, entries: Sequence[Entry]) -> None:
        """Write the vacancies, and share out between their lines what room is left."""
        free = self._room - sum(entry.height + _BETWEEN for entry in entries) + _BETWEEN
        air = min(free / sum(entry.gaps for entry in entries), _MOST_AIR)
        y = MARGIN + self._head_high
        for number, entry in enumerate(entries):
            if number:
                middle = y - _BETWEEN / 2
                page.add(Rule(MARGIN, middle, page.width - MARGIN, middle, 0.3, "line"))
            y = entry.put(page, y, air) + _BETWEEN

    def _foot(self, page: Page, number: str) -> None:
        """The station and its telephone, large; below them what is read up close."""
        outlet, width = self._outlet, page.width - 2 * MARGIN
        top = page.height - MARGIN - _FOOT + 4
        page.add(Rule(MARGIN, top, page.width - MARGIN, top, 0.6))
        strong, style = Style(26, True), Style(20, True)
        phone = width_of(outlet.phone, strong)
        beside = width - phone - _APART
        name = Block(outlet.name, style, beside, most=2)
        middle = top + 1 + style.line
        name.put(page, MARGIN, middle - name.height / 2)
        x = page.width - MARGIN - phone
        page.add(Words(outlet.phone, x, middle - strong.line / 2, phone, strong))
        published = f"{chinese_day(self._day)}发布"
        small = f"{FREE_OF_CHARGE}　{published}　{number}".strip()
        Block(small, Style(11), width, "centre").put(page, MARGIN, page.height - MARGIN - 5)


def _even(postings: Sequence[Posting], count: int) -> Groups:
    ends = [round(len(postings) * number / count) for number in range(count + 1)]
    return [postings[start:end] for start, end in pairwise(ends)]
