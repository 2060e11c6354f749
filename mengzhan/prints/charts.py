"""Charts of a year, month by month: bars for what was done, a line for how a list stood.

Each chart tells one thing, with the number at each month, so that it is read without colours and
without a scale. Paper and screen show the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mengzhan.prints.page import Area, Block, Ink, Page, Rule, Style

_NUMBERS = Style(7)
_MONTHS = Style(7, ink="grey")
_HEAD = Style(9, bold=True)
_BAR = 0.62  # of the room that a month has
_DOT = 1.4


@dataclass(frozen=True)
class Chart:
    """What happened in twelve months (none: not yet); ``month`` is the one that is told of.

    ``stands``: it is how something stood at the end of each month, not what was done in it.
    """

    title: str
    values: Sequence[int | None]
    month: int
    stands: bool = False


def draw(page: Page, chart: Chart, x: float, y: float, width: float, height: float) -> None:
    """Put a chart on a page, its upper left corner at ``x``, ``y``; lengths in mm."""
    head = Block(chart.title, _HEAD, width, most=1)
    top = y + head.put(page, x, y) + _NUMBERS.line
    foot = y + height - _MONTHS.line - 0.6
    room = width / len(chart.values)
    page.add(Rule(x, foot, x + width, foot, 0.2, "line"))
    largest = max((value for value in chart.values if value), default=1)
    points: list[tuple[float, float]] = []
    for number, value in enumerate(chart.values, 1):
        middle = x + (number - 0.5) * room
        told = number == chart.month
        style = Style(7, bold=told, ink="black" if told else "grey")
        _put(page, str(number), middle, foot + 0.6, room, style)
        if value is None:
            continue
        rise = (foot - top) * value / largest
        points.append((middle, foot - rise))
        if not chart.stands and value:
            wide = room * _BAR
            fill: Ink = "accent" if told else "line"
            page.add(Area(middle - wide / 2, foot - rise, wide, rise, fill=fill))
        above = foot - rise - _NUMBERS.line - (_DOT / 2 if chart.stands else 0)
        _put(page, str(value), middle, above, room, Style(7, bold=told))
    if chart.stands:
        _join(page, points, chart.month)


def _put(page: Page, text: str, middle: float, y: float, room: float, style: Style) -> None:
    Block(text, style, room * 2, "centre").put(page, middle - room, y)


def _join(page: Page, points: Sequence[tuple[float, float]], month: int) -> None:
    for (x, y), (to_x, to_y) in pairwise(points):
        page.add(Rule(x, y, to_x, to_y, 0.5, "accent"))
    for number, (x, y) in enumerate(points, 1):
        side = _DOT * (1.5 if number == month else 1)
        page.add(Area(x - side / 2, y - side / 2, side, side, fill="accent"))
