"""One vacancy on a poster: headline, facts, and at its foot whom to call beside a square code."""

from dataclasses import dataclass

from mengzhan.prints.contact import ASK, contact_lines, shrunk
from mengzhan.prints.mongolian import Columns, Script, terms_for
from mengzhan.prints.page import Block, Page, Style, width_of
from mengzhan.prints.paper import A4
from mengzhan.prints.squares import square_code
from mengzhan.rules.postings import Outlet, Posting, caller, contact_text

MARGIN = 12.0

_SQUARE = 27.0
_CAPTION = Style(11)
_SOURCE = Style(11, ink="grey")
_APART = 3.0
_AIR = 1.0


@dataclass(frozen=True)
class Fit:
    """How entries are set: the scale of their type, whether one has a page for itself, and how
    many lines a fact may take (0: as many as it needs)."""

    scale: float
    alone: bool
    lines: int


@dataclass(frozen=True)
class _Row:
    """A label and the block beside it."""

    label: str
    block: Block


class Entry:
    """One vacancy, measured: headline, facts, and at its foot whom to call beside the code."""

    def __init__(self, posting: Posting, outlet: Outlet, script: Script | None, fit: Fit) -> None:
        self._text = contact_text(posting, outlet)
        self._columns: Columns | None = None
        self._indent = 0.0
        self._set(posting, outlet, fit)
        # beside several vacancies there is room for one column each
        places = [(posting.workplace,)] if fit.alone else []
        terms = terms_for(script, (posting.title, posting.occupation), *places)
        if terms and script is not None:
            # the columns are as high as the words beside them, which they make narrower
            self._columns = Columns(terms, script, 22 * fit.scale, self.height)
            self._indent = self._columns.width + _APART
            self._set(posting, outlet, fit)

    def _set(self, posting: Posting, outlet: Outlet, fit: Fit) -> None:
        width = A4[0] - 2 * MARGIN - self._indent
        scale = fit.scale
        self._plain = Style(20 * scale)
        self._side = _SQUARE * min(max(scale, 1.0), 1.5)
        self._label = self._plain.size * 2.5
        strong = Style(24 * scale, True)
        places = f"招{posting.places}人"
        self._places = Block(places, strong, width_of(places, strong) + 1, "right")
        title, pay = Style(28 * scale, True), Style(28 * scale, True, "accent")
        self._title = Block(posting.title, title, width - self._places.width - _APART)
        self._pay = Block(posting.pay, pay, width)
        self._facts = self._rows(posting, width - self._label, fit)
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

    def _rows(self, posting: Posting, width: float, fit: Fit) -> list[_Row]:
        """The facts; those that are too long are cut and say so."""
        rows = [
            ("单位", posting.employer),
            ("地点", posting.workplace),
            ("内容", posting.duties if fit.alone else ""),
            ("时间" if posting.hours else "食宿", posting.living),
            ("要求", posting.asked),
        ]
        plain = self._plain
        return [
            _Row(label, Block(value, plain, width, most=fit.lines, ending=ASK))
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
            self._columns.put(page, MARGIN, y)
        x, right = MARGIN + self._indent, A4[0] - MARGIN
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
