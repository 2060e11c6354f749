"""Vacancy cards (岗位卡): eight to a sheet of A4, cut along the lines, with a square code each."""

from collections.abc import Sequence

from mengzhan.prints.contact import contact_lines, station_line
from mengzhan.prints.mongolian import Columns, Script, remarks_of, terms_for
from mengzhan.prints.page import Block, Page, Print, Rule, Style
from mengzhan.prints.pairs import Pairs
from mengzhan.prints.paper import A4
from mengzhan.prints.squares import square_code
from mengzhan.rules.postings import (
    Outlet,
    Posting,
    contact_text,
    require_clean,
)

ACROSS, DOWN = 2, 4
_WIDTH, _HEIGHT = A4[0] / ACROSS, A4[1] / DOWN
_PAD = 6.5  # printers leave 4 to 6 mm at the edge of the paper white
_SQUARE = 25.0
_APART = 2.0
_SIZES = (17.0, 15.5, 14.0, 12.5, 11.5)
"""Sizes of the title, largest first; the rest follows it."""
_MOST_LINES = {"单位": 2, "地点": 2, "时间": 1, "食宿": 1, "要求": 2}
_FOOT = Style(8.5, ink="grey")


def cards(postings: Sequence[Posting], outlet: Outlet, script: Script | None = None) -> Print:
    """Return sheets of A4 with eight cards each.

    Raises:
        NotClean: a vacancy breaks a rule for ads.
    """
    require_clean(postings)
    pages: list[Page] = []
    for number, posting in enumerate(postings):
        place = number % (ACROSS * DOWN)
        if place == 0:
            pages.append(_ruled())
        x, y = place % ACROSS * _WIDTH, place // ACROSS * _HEIGHT
        _put(pages[-1], posting, outlet, script, x + _PAD, y + _PAD)
    return Print("岗位卡", tuple(pages), remarks_of(script, pages))


def _ruled() -> Page:
    """A sheet with the lines to cut along."""
    page = Page(*A4)
    for number in range(1, ACROSS):
        page.add(Rule(number * _WIDTH, 0, number * _WIDTH, A4[1], 0.15, "line", dashed=True))
    for number in range(1, DOWN):
        page.add(Rule(0, number * _HEIGHT, A4[0], number * _HEIGHT, 0.15, "line", dashed=True))
    return page


def _put(
    page: Page, posting: Posting, outlet: Outlet, script: Script | None, x: float, y: float
) -> None:
    width, height = _WIDTH - 2 * _PAD, _HEIGHT - 2 * _PAD - _FOOT.line
    Block(station_line(outlet, _FOOT, width), _FOOT, width + 1).put(page, x, y + height)
    terms = terms_for(script, (posting.title, posting.occupation))
    if terms and script is not None:
        columns = Columns(terms, script, 13, height)
        columns.put(page, x, y)
        x, width = x + columns.width + _APART, width - columns.width - _APART
    beside = width - _SQUARE - _APART
    code = contact_text(posting, outlet)
    page.add(square_code(code, x + beside + _APART, y + height - _SQUARE, _SQUARE))
    head, told = _measured(posting, outlet, width, beside, height)
    for block in head:
        y += block.put(page, x, y)
    told.put(page, x, y)


def _measured(
    posting: Posting, outlet: Outlet, width: float, beside: float, height: float
) -> tuple[list[Block], Pairs]:
    """Return headline and facts in the largest type in which all of it fits, else cut in the
    smallest, in which it always does."""
    for size in _SIZES:
        head, told = _set(posting, outlet, width, beside, size, cut=False)
        if sum(block.height for block in head) + told.height <= height:
            return head, told
    return _set(posting, outlet, width, beside, _SIZES[-1], cut=True)


def _set(
    posting: Posting, outlet: Outlet, width: float, beside: float, size: float, *, cut: bool
) -> tuple[list[Block], Pairs]:
    title, pay, plain = Style(size, True), Style(size * 0.9, True, "accent"), Style(size * 0.72)
    wanted = f"{posting.title}　招{posting.places}人"
    head = [
        Block(wanted, title, width, most=2 if cut else 0),
        Block(posting.pay, pay, width, most=1 if cut else 0),
    ]
    label = plain.size * 2.4
    rows = _rows(posting, contact_lines(posting, outlet, plain, beside - label))
    most = _MOST_LINES if cut else None
    return head, Pairs(rows, plain, beside, label, gap=0.3, most=most)


def _rows(posting: Posting, called: str) -> list[tuple[str, str]]:
    return [
        ("单位", posting.employer),
        ("地点", posting.workplace),
        ("时间" if posting.hours else "食宿", posting.living),
        ("要求", posting.asked),
        ("电话", called),
        ("截止", posting.valid_until),
    ]
