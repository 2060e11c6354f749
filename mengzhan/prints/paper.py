"""Paper to write on from top to bottom, page after page. Lengths are millimetres."""

from collections.abc import Sequence

from mengzhan.prints.page import Align, Block, Page, Print, Rule, Style
from mengzhan.prints.painting import pdf_of

A4 = (210.0, 297.0)
A5 = (148.0, 210.0)

_GAP = 1.5  # below a paragraph


class Sheet:
    """As many pages of ``width`` x ``height`` as it takes.

    Text is set in the print font, wrapped, and goes on to the next page where it has no room.
    """

    def __init__(
        self, *, width: float = A4[0], height: float = A4[1], margin: float = 18.0
    ) -> None:
        self.width = width
        self.height = height
        self.margin = margin
        self.title = ""
        self.pages = [Page(width, height)]
        self.at = margin

    @property
    def page(self) -> Page:
        """The page that is written on."""
        return self.pages[-1]

    @property
    def inner_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def room(self) -> float:
        """The height that is left on this page."""
        return self.height - self.margin - self.at

    @property
    def printed(self) -> Print:
        """What was written so far."""
        return Print(self.title, tuple(self.pages))

    @property
    def pdf(self) -> bytes:
        """The document."""
        return pdf_of(self.printed)

    def set_title(self, title: str) -> None:
        """Name the document in its properties; never with personal data."""
        self.title = title

    def next_page(self) -> None:
        """Go on with a new page."""
        self.pages.append(Page(self.width, self.height))
        self.at = self.margin

    def ensure(self, height: float) -> None:
        """Go on with a new page unless so much room is left; a full page holds what it can."""
        if self.room < height and self.at > self.margin:
            self.next_page()

    def text(
        self, words: str, points: float = 11, *, bold: bool = False, grey: bool = False
    ) -> None:
        """Write a paragraph over the whole width."""
        self.write(words, Style(points, bold, "grey" if grey else "black"))

    def centred(self, words: str, points: float, *, bold: bool = False) -> None:
        """Write one centred line or paragraph."""
        self.write(words, Style(points, bold), "centre")

    def write(self, words: str, style: Style, align: Align = "left") -> None:
        """Write a paragraph over the whole width, from one page to the next if it is long."""
        block = Block(words, style, self.inner_width, align)
        if block.height <= self.height - 2 * self.margin:
            self.ensure(block.height)
            self.at += block.put(self.page, self.margin, self.at) + _GAP
            return
        for line in block.lines:
            self.ensure(style.line)
            single = Block(line, style, self.inner_width, align)
            self.at += single.put(self.page, self.margin, self.at)
        self.at += _GAP

    def pair(
        self, label: str, value: str, points: float = 11, *, label_width: float = 34.0
    ) -> None:
        """Write a label in grey and its value beside it."""
        left = Block(label, Style(points, ink="grey"), label_width - 2)
        right = Block(value, Style(points), self.inner_width - label_width)
        self._beside([(self.margin, left), (self.margin + label_width, right)])

    def row(self, cells: Sequence[str], widths: Sequence[float], points: float = 10) -> None:
        """Write one table row; ``widths`` are shares of the width."""
        total, x = sum(widths), self.margin
        blocks = []
        for cell, share in zip(cells, widths, strict=True):
            width = self.inner_width * share / total
            blocks.append((x, Block(cell, Style(points), width - 2)))
            x += width
        self._beside(blocks)
        self.rule()

    def _beside(self, blocks: Sequence[tuple[float, Block]]) -> None:
        height = max(block.height for _, block in blocks)
        self.ensure(height)
        for x, block in blocks:
            block.put(self.page, x, self.at)
        self.at += height + _GAP

    def rule(self, thick: float = 0.2) -> None:
        """Draw a line over the whole width."""
        y = self.at + 0.8
        self.page.add(Rule(self.margin, y, self.width - self.margin, y, thick, "line"))
        self.at += 1.6

    def gap(self, height: float = 4) -> None:
        """Leave ``height`` mm free."""
        self.at += height
