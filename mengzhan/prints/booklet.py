"""The booklet of vacancies (岗位册) for the desk: by place and trade, with contents, A5 or A4."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mengzhan.model.clock import chinese_day
from mengzhan.prints.contact import ASK, station_line
from mengzhan.prints.page import Area, Block, Print, Style, width_of
from mengzhan.prints.pairs import Pairs
from mengzhan.prints.paper import A5, Sheet
from mengzhan.rules.postings import (
    FREE_OF_CHARGE,
    Outlet,
    Posting,
    facts,
    require_clean,
)

_TITLE = "岗位册"
_MARGIN = 13.0
_PLACE, _TRADE = Style(14, True), Style(11, True, "grey")
_NAME, _PAY = Style(11, True), Style(10.5, True, "accent")
_PLAIN, _SMALL = Style(9), Style(8.5)
_LABEL = 12.0
_MOST_LINES = 9  # so that any vacancy fits on a page of A5
_INDENT = 5.0


@dataclass(frozen=True)
class _Mark:
    """Where a place or one of its trades begins; ``page`` counts from the first after contents."""

    words: str
    page: int
    is_place: bool


def booklet(
    postings: Sequence[Posting],
    outlet: Outlet,
    day: date,
    paper: tuple[float, float] = A5,
) -> Print:
    """Return the pages of a booklet.

    Raises:
        NotClean: a vacancy breaks a rule for ads.
    """
    require_clean(postings)
    ordered = sorted(postings, key=lambda one: (_last(one.area[0]), _last(one.trade[0]), one.title))
    body, marks = _body(ordered, outlet, paper)
    # how many pages the contents take does not depend on the numbers in them
    before = len(_contents(ordered, marks, outlet, day, paper, 0).pages)
    contents = _contents(ordered, marks, outlet, day, paper, before)
    pages = [*contents.pages, *body.pages]
    for number, page in enumerate(pages, 1):
        y = page.height - _MARGIN + 2
        width = page.width - 2 * _MARGIN
        Block(station_line(outlet, _SMALL, width - 20), _SMALL, width).put(page, _MARGIN, y)
        Block(f"{number}/{len(pages)}", _SMALL, width, "right").put(page, _MARGIN, y)
    return Print(_TITLE, tuple(pages))


def _last(code: str) -> tuple[bool, str]:
    """What has no code comes last."""
    return not code, code


def _paper(paper: tuple[float, float]) -> Sheet:
    return Sheet(width=paper[0], height=paper[1], margin=_MARGIN)


def _body(
    postings: Sequence[Posting], outlet: Outlet, paper: tuple[float, float]
) -> tuple[Sheet, list[_Mark]]:
    sheet, marks, number = _paper(paper), [], 0
    for (_, place), of_place in groupby(postings, lambda posting: posting.area):
        here = list(of_place)
        place_begins = True
        for (_, trade), of_trade in groupby(here, lambda posting: posting.trade):
            first = True
            for posting in of_trade:
                number += 1
                entry = _Entry(posting, outlet, number, sheet.inner_width)
                # a heading stands above its first vacancy, never alone at the foot of a page
                heads = place_begins * (_PLACE.line + 5) + first * (_TRADE.line + 2)
                sheet.ensure(entry.height + heads)
                if place_begins:
                    marks.append(_Mark(f"{place}（{_counted(here)}）", len(sheet.pages), True))
                    _put_place(sheet, place)
                if first:
                    marks.append(_Mark(trade, len(sheet.pages), False))
                    sheet.write(trade, _TRADE)
                place_begins = first = False
                entry.put(sheet)
    return sheet, marks


def _put_place(sheet: Sheet, place: str) -> None:
    sheet.at += 1
    block = Block(place, _PLACE, sheet.inner_width - 4)
    sheet.page.add(Area(sheet.margin, sheet.at, 1.6, block.height, fill="black"))
    sheet.at += block.put(sheet.page, sheet.margin + 4, sheet.at) + 2


def _counted(postings: Sequence[Posting]) -> str:
    """Vacancies and the people they want are two counts, always shown apart."""
    return f"{len(postings)}个岗位，招{sum(posting.places for posting in postings)}人"


class _Entry:
    """One vacancy, measured."""

    def __init__(self, posting: Posting, outlet: Outlet, number: int, width: float) -> None:
        head = f"{number}. {posting.title}　招{posting.places}人"
        inner = width - _INDENT
        self._head = Block(head, _NAME, width)
        self._pay = Block(posting.pay, _PAY, inner)
        rows = _brief(posting, outlet)
        most = dict.fromkeys((label for label, _ in rows), _MOST_LINES)
        self._facts = Pairs(rows, _PLAIN, inner, _LABEL, gap=0, most=most, ending=ASK)

    @property
    def height(self) -> float:
        """The height in mm, with the gap below."""
        return self._head.height + self._pay.height + self._facts.height + 2.5

    def put(self, sheet: Sheet) -> None:
        """Write it where the sheet stands."""
        y, x = sheet.at, sheet.margin
        y += self._head.put(sheet.page, x, y)
        y += self._pay.put(sheet.page, x + _INDENT, y)
        self._facts.put(sheet.page, x + _INDENT, y)
        sheet.at += self.height


def _brief(posting: Posting, outlet: Outlet) -> list[tuple[str, str]]:
    """The facts in few lines: paper is short."""
    told = dict(facts(posting, outlet))
    terms = (told.get(label, "") for label in ("时间食宿", "社会保险", "期限"))
    source = f"（来源：{posting.source}）" if posting.source else ""
    return [
        *((label, told.get(label, "")) for label in ("单位", "地点", "内容")),
        ("待遇", "；".join(filter(None, terms))),
        *((label, told.get(label, "")) for label in ("要求", "电话")),
        ("有效至", posting.valid_until + source),
    ]


def _contents(
    postings: Sequence[Posting],
    marks: Sequence[_Mark],
    outlet: Outlet,
    day: date,
    paper: tuple[float, float],
    before: int,
) -> Sheet:
    """The first pages: title, counts, and where each place and trade begins."""
    sheet = _paper(paper)
    sheet.gap(8)
    sheet.centred(_TITLE, 30, bold=True)
    sheet.centred(outlet.name, 13)
    sheet.centred(f"{chinese_day(day)}　{_counted(postings)}", 11)
    sheet.centred(FREE_OF_CHARGE, 9)
    sheet.gap(6)
    for mark in marks:
        style = Style(11, True) if mark.is_place else Style(10)
        indent = 0 if mark.is_place else _INDENT
        number = str(mark.page + before)
        beside = sheet.inner_width - indent - width_of("000", style) - 2
        name = Block(mark.words, style, beside)
        sheet.ensure(name.height)
        name.put(sheet.page, sheet.margin + indent, sheet.at)
        Block(number, style, sheet.inner_width, "right").put(sheet.page, sheet.margin, sheet.at)
        sheet.at += name.height + 0.5
    return sheet
