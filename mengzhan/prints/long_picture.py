"""The long picture (长图) for WeChat: one column, read on a telephone, 1080 pixels wide."""

from collections.abc import Sequence
from datetime import date

from mengzhan.prints.mongolian import Columns, Script, remarks_of, terms_for
from mengzhan.prints.page import Area, Block, Page, Print, Rule, Style
from mengzhan.prints.pairs import Pairs
from mengzhan.rules.postings import (
    FREE_OF_CHARGE,
    Outlet,
    Posting,
    facts,
    require_clean,
)

PIXELS = 1080
_WIDTH = 108.0  # mm: ten pixels each
_HIGHEST = 1200.0
"""A picture of more than 12,000 pixels is shrunk by WeChat until nobody can read it."""

_EDGE, _PAD = 4.0, 5.0
_HEAD, _FOOT_AIR = 27.0, 9.0
_APART = 2.0
_TITLE, _PLACES = Style(17, True), Style(13, True)
_PAY = Style(15, True, "accent")
_PLAIN = Style(12)
_LABEL = 20.0


def long_picture(
    postings: Sequence[Posting], outlet: Outlet, day: date, script: Script | None = None
) -> Print:
    """Return one page for each picture.

    Raises:
        NotClean: a vacancy breaks a rule for ads.
    """
    require_clean(postings)
    cards = [_Card(posting, outlet, script) for posting in postings]
    foot = _foot(outlet)
    around = _HEAD + sum(block.height for block in foot) + _FOOT_AIR
    pages = []
    for part in _parts(cards, _HIGHEST - around):
        height = around + sum(card.height + _EDGE for card in part)
        page = Page(_WIDTH, height)
        page.add(Area(0, 0, _WIDTH, height, fill="pale"))
        _head(page, postings, day, script)
        y = _HEAD
        for card in part:
            card.put(page, y)
            y += card.height + _EDGE
        for block in foot:
            y += block.put(page, _EDGE + _PAD, y)
        pages.append(page)
    return Print("招聘信息", tuple(pages), remarks_of(script, pages), PIXELS)


class _Card:
    """One vacancy on white."""

    def __init__(self, posting: Posting, outlet: Outlet, script: Script | None) -> None:
        self._columns: Columns | None = None
        self._set(posting, outlet, 0)
        terms = terms_for(script, (posting.title, posting.occupation))
        if terms and script is not None:
            self._columns = Columns(terms, script, 16, self.height - 2 * _PAD)
            self._set(posting, outlet, self._columns.width + _APART)

    def _set(self, posting: Posting, outlet: Outlet, indent: float) -> None:
        self._indent = indent
        width = _WIDTH - 2 * _EDGE - 2 * _PAD - indent
        self._title = Block(posting.title, _TITLE, width)
        self._places = Block(f"招{posting.places}人", _PLACES, width)
        self._pay = Block(posting.pay, _PAY, width)
        told = [row for row in facts(posting, outlet) if row[0] != "工资"]
        self._facts = Pairs(told, _PLAIN, width, _LABEL)

    @property
    def height(self) -> float:
        """The height in mm."""
        head = self._title.height + self._places.height + self._pay.height
        return head + 2 + self._facts.height + 2 * _PAD

    def put(self, page: Page, y: float) -> None:
        """Write it at ``y``."""
        page.add(Area(_EDGE, y, _WIDTH - 2 * _EDGE, self.height, fill="white"))
        y += _PAD
        if self._columns is not None:
            self._columns.put(page, _EDGE + _PAD, y)
        x = _EDGE + _PAD + self._indent
        for block in (self._title, self._pay, self._places):
            y += block.put(page, x, y)
        page.add(Rule(x, y + 1, _WIDTH - _EDGE - _PAD, y + 1, 0.1, "line"))
        self._facts.put(page, x, y + 2)


def _parts(cards: Sequence[_Card], room: float) -> list[list[_Card]]:
    """Share the cards out among pictures that have so much room for them."""
    parts: list[list[_Card]] = [[]]
    high = 0.0
    for card in cards:
        if parts[-1] and high + card.height + _EDGE > room:
            parts.append([])
            high = 0.0
        parts[-1].append(card)
        high += card.height + _EDGE
    return parts


def _head(page: Page, postings: Sequence[Posting], day: date, script: Script | None) -> None:
    page.add(Area(0, 0, _WIDTH, _HEAD - _EDGE, fill="accent"))
    x = _EDGE + _PAD
    Block("招聘信息", Style(26, True, "white"), _WIDTH - 2 * x).put(page, x, 2)
    wanted = sum(posting.places for posting in postings)
    words = f"{day.month}月{day.day}日　{len(postings)}个岗位，共招{wanted}人"
    Block(words, Style(12, ink="white"), _WIDTH - 2 * x).put(page, x, 15)
    terms = terms_for(script, ("招聘信息", "招聘"))
    if terms and script is not None:
        columns = Columns(terms, script, 13, _HEAD - 3 * _EDGE)
        columns.put(page, _WIDTH - x - columns.width, _EDGE, "white")


def _foot(outlet: Outlet) -> Sequence[Block]:
    width = _WIDTH - 2 * (_EDGE + _PAD)
    return (
        Block(outlet.name, Style(13, True), width, "centre"),
        Block(outlet.phone, Style(15, True, "accent"), width, "centre"),
        Block(FREE_OF_CHARGE, Style(9, ink="grey"), width, "centre"),
    )
