"""A page as a list of what stands on it, in millimetres from its upper left corner.

Laying out and painting are two steps: a page is measured once, independent of any device, and
then painted as PDF, as a picture or by a printer, always with the same lines in the same places.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from mengzhan.prints.fonts import UNITS_PER_MM, UNITS_PER_POINT, print_font

Ink = Literal["black", "grey", "accent", "white", "pale", "line"]
"""Black is for what must be read, grey for remarks, accent for what is sought first."""

Align = Literal["left", "centre", "right"]

LEADING = 1.32
"""Height of a line in sizes of its type, whatever the family says of itself."""

_MM_PER_POINT = UNITS_PER_POINT / UNITS_PER_MM
_BASELINE = 0.88  # of the size, below the top of a Chinese character


@dataclass(frozen=True)
class Style:
    """How words are set; ``points`` is their size, an empty family the Chinese print font."""

    points: float
    bold: bool = False
    ink: Ink = "black"
    family: str = ""

    @property
    def line(self) -> float:
        """The height of a line in mm."""
        return self.points * LEADING * _MM_PER_POINT

    @property
    def size(self) -> float:
        """The size in mm: the side of a Chinese character."""
        return self.points * _MM_PER_POINT


@dataclass(frozen=True)
class Words:
    """One line of words; ``x`` and ``y`` are the upper left corner of the line, ``turned`` words
    run downwards from there and their line lies to the right of ``x``."""

    text: str
    x: float
    y: float
    width: float
    style: Style
    turned: bool = False


@dataclass(frozen=True)
class Rule:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    thick: float = 0.2
    ink: Ink = "black"
    dashed: bool = False


@dataclass(frozen=True)
class Area:
    """A rectangle, filled or only framed."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    frame: Ink | None = None
    thick: float = 0.2


@dataclass(frozen=True)
class Square:
    """A square code (QR): rows of dark and light modules, with its quiet zone, ``side`` mm wide."""

    x: float
    y: float
    side: float
    modules: tuple[tuple[bool, ...], ...]
    text: str


Item = Words | Rule | Area | Square


@dataclass
class Page:
    """One page of ``width`` x ``height`` mm."""

    width: float
    height: float
    items: list[Item] = field(default_factory=list)

    def add(self, *items: Item) -> None:
        """Put things on the page, later ones over earlier ones."""
        self.items.extend(items)

    @property
    def words(self) -> Iterator[Words]:
        """The lines of words on the page."""
        return (item for item in self.items if isinstance(item, Words))


@dataclass(frozen=True)
class Print:
    """What a print came to: its pages, its title (nobody's data), what to tell the user, and how
    many pixels wide a picture of a page is (A4 with 150 dots an inch)."""

    title: str
    pages: tuple[Page, ...]
    remarks: tuple[str, ...] = ()
    pixels: int = 1240


class Block:
    """A paragraph broken into lines of at most ``width`` mm.

    With ``most`` it is cut to so many lines and ends in ``ending``, which says that it was.
    """

    def __init__(
        self,
        text: str,
        style: Style,
        width: float,
        align: Align = "left",
        *,
        most: int = 0,
        ending: str = "……",
    ) -> None:
        self.style = style
        self.width = width
        self._align = align
        self._lines = [part for line in text.split("\n") for part in _broken(line, style, width)]
        if most and len(self._lines) > most:
            last = _ended(self._lines[most - 1][0], ending, style, width)
            self._lines[most - 1 :] = [(last, width_of(last, style))]

    @property
    def lines(self) -> Sequence[str]:
        """The text of each line."""
        return [text for text, _ in self._lines]

    @property
    def height(self) -> float:
        """The height in mm."""
        return len(self._lines) * self.style.line

    def put(self, page: Page, x: float, y: float) -> float:
        """Write it at ``x``, ``y`` and return how high it is."""
        for text, width in self._lines:
            shift = {"left": 0.0, "centre": (self.width - width) / 2, "right": self.width - width}
            page.add(Words(text, x + shift[self._align], y, width, self.style))
            y += self.style.line
        return self.height


def width_of(text: str, style: Style) -> float:
    """Return how wide a line of words is, in mm."""
    font = print_font(style.points, bold=style.bold, family=style.family)
    return QFontMetricsF(font).horizontalAdvance(text) / UNITS_PER_MM


def baseline(style: Style) -> float:
    """Return how far below the top of its line the words stand, in mm."""
    return style.size * ((LEADING - 1) / 2 + _BASELINE)


def _broken(text: str, style: Style, width: float) -> list[tuple[str, float]]:
    """Break one paragraph by the rules of its script; return each line and its width in mm."""
    layout = QTextLayout(text, print_font(style.points, bold=style.bold, family=style.family))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[tuple[str, float]] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * UNITS_PER_MM)
        line.setPosition(QPointF(0, 0))
        piece = _utf16_slice(text, line.textStart(), line.textLength()).rstrip()
        found.append((piece, line.naturalTextWidth() / UNITS_PER_MM))
    layout.endLayout()
    return found or [("", 0.0)]


def _ended(line: str, ending: str, style: Style, width: float) -> str:
    """Shorten a line until the ending fits behind it."""
    while line and width_of(line + ending, style) > width:
        line = line[:-1]
    return line.rstrip("；;，,、。（( ") + ending


def _utf16_slice(text: str, start: int, length: int) -> str:
    """Cut as Qt counts: a character outside the basic plane (𠮷) is two."""
    data = text.encode("utf-16-le", "surrogatepass")
    return data[2 * start : 2 * (start + length)].decode("utf-16-le", "surrogatepass")
