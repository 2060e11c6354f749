"""The leaflet (宣传单) on policies: each on paper of its own, A5, or A4 for the notice board."""

from collections.abc import Sequence

from mengzhan.prints.contact import shrunk
from mengzhan.prints.mongolian import Columns, Script, remarks_of, terms_for
from mengzhan.prints.page import Block, Page, Print, Rule, Style
from mengzhan.prints.paper import A5
from mengzhan.rules.leaflets import Leaflet
from mengzhan.rules.postings import Outlet

_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
"""Sizes of the text on A5, largest first; on A4 they are larger as the paper is wider. What does
not fit in the smallest goes on to another page."""

_MARGIN = 13.0
_APART = 3.0
_KICKER = "就业政策"


def leaflets(
    found: Sequence[Leaflet],
    outlet: Outlet,
    paper: tuple[float, float] = A5,
    script: Script | None = None,
) -> Print:
    """Return the pages, as many for each policy as it takes."""
    pages = tuple(
        page for leaflet in found for page in _Folded(leaflet, outlet, paper, script).pages
    )
    return Print("就业政策宣传单", pages, remarks_of(script, pages))


class _Folded:
    """The pages of one policy."""

    def __init__(
        self, leaflet: Leaflet, outlet: Outlet, paper: tuple[float, float], script: Script | None
    ) -> None:
        self._paper, self._outlet = paper, outlet
        self._grown = paper[0] / A5[0]
        self._margin = _MARGIN * self._grown
        self._x, self._width = self._margin, paper[0] - 2 * self._margin
        self.pages: list[Page] = []
        self._next_page()
        terms = terms_for(script, (leaflet.title,), (_KICKER, "政策"))
        if terms and script is not None:
            columns = Columns(terms, script, 20 * self._grown, 110 * self._grown)
            columns.put(self._page, self._x, self._y)
            self._x += columns.width + _APART
            self._width -= columns.width + _APART
        self._head(leaflet.title)
        self._answer(leaflet)

    @property
    def _page(self) -> Page:
        return self.pages[-1]

    def _next_page(self) -> None:
        self.pages.append(Page(*self._paper))
        self._y = self._margin
        self._end = self._foot()

    def _head(self, title: str) -> None:
        self._put(_KICKER, Style(12 * self._grown, True, "accent"))
        large = Block(title, Style(24 * self._grown, True), self._width)
        short = len(large.lines) <= 2
        self._put(title, large.style if short else Style(16 * self._grown, True))
        x, y = self._x, self._y + 2
        self._page.add(Rule(x, y, x + self._width, y, 1.0))
        self._y = y + 3 * self._grown

    def _answer(self, leaflet: Leaflet) -> None:
        """Question and answer, in the largest type in which all of them fit."""
        asked = [
            ("谁能享受", leaflet.target),
            ("有什么、多少钱", leaflet.standard),
            ("到哪里办", leaflet.where),
            ("政策依据", leaflet.basis),
            ("有效期至", leaflet.valid_until),
        ]
        told = [(question, answer) for question, answer in asked if answer]
        size = next((size for size in _SIZES if self._fits(told, size)), _SIZES[-1])
        head, plain = self._styles(size)
        for question, answer in told:
            if self._y + head.line + plain.line > self._end:
                self._next_page()
            self._put(question, head)
            self._put(answer, plain)
            self._y += _APART

    def _styles(self, size: float) -> tuple[Style, Style]:
        return Style(size * self._grown * 0.9, True, "accent"), Style(size * self._grown)

    def _fits(self, told: Sequence[tuple[str, str]], size: float) -> bool:
        head, plain = self._styles(size)
        high = sum(
            Block(question, head, self._width).height
            + Block(answer, plain, self._width).height
            + _APART
            for question, answer in told
        )
        return self._y + high <= self._end

    def _put(self, text: str, style: Style) -> None:
        """Write a paragraph line by line, on to the next page if need be."""
        for line in Block(text, style, self._width).lines:
            if self._y + style.line > self._end:
                self._next_page()
            self._y += Block(line, style, self._width + 1).put(self._page, self._x, self._y)

    def _foot(self) -> float:
        """Write whom to ask; return where it begins."""
        width = self._paper[0] - 2 * self._margin
        style = Style(15 * self._grown, True)
        blocks = (
            Block(self._outlet.name, Style(12 * self._grown, True), width),
            Block(self._outlet.phone, shrunk(self._outlet.phone, style, width), width),
            Block("详情到站里问，或打电话。办事不收费。", Style(10 * self._grown), width),
        )
        top = y = self._paper[1] - self._margin - sum(block.height for block in blocks)
        self._page.add(Rule(self._margin, top - 1, self._margin + width, top - 1, 0.4))
        for block in blocks:
            y += block.put(self._page, self._margin, y)
        return top - 2
