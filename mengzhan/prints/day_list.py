"""The day on paper (今日清单): sheets with row codes for the people, then a page of all else."""

from collections.abc import Sequence

from mengzhan.prints.page import Area, Block, Page, Print, Rule, Style
from mengzhan.prints.paper import A4
from mengzhan.prints.visit_sheet import put_ticks, visit_sheets_print
from mengzhan.rules.agenda.sheet import DayLine
from mengzhan.rules.visit_sheets import VisitSheet

_WIDTH, _HEIGHT = A4[1], A4[0]
_MARGIN, _INSET = 10.0, 1.2
_HEAD, _ROW = 18.0, 15.0
_ACROSS = 2
_BOLD, _PLAIN, _HEADING = Style(11, True), Style(9), Style(10, True)

COLUMNS = (
    ("单位、岗位、任务", 72.0),
    ("电话", 34.0),
    ("在哪", 45.0),
    ("为什么", 70.0),
    ("结果", 56.0),
)
"""Heading and width in mm; together they are as wide as the paper between its margins."""


def day_list_print(sheets: Sequence[VisitSheet], others: Sequence[DayLine], day: str) -> Print:
    """Return the pages of a day (ISO)."""
    people = visit_sheets_print(sheets).pages if sheets else ()
    fits = int((_HEIGHT - 2 * _MARGIN - _HEAD) / _ROW)
    parts = [others[at : at + fits] for at in range(0, len(others), fits)]
    return Print("今日清单", (*people, *(_page(part, day) for part in parts)))


def _page(lines: Sequence[DayLine], day: str) -> Page:
    page = Page(_WIDTH, _HEIGHT)
    Block(f"今日清单　{day}　单位、岗位、任务", Style(17, True), 200, most=1).put(
        page, _MARGIN, _MARGIN - 2
    )
    page.add(Area(_MARGIN, _MARGIN + 9, _WIDTH - 2 * _MARGIN, 7, fill="pale"))
    for (heading, wide), x in zip(COLUMNS, _starts(), strict=True):
        Block(heading, _HEADING, wide - _INSET).put(page, x + _INSET, _MARGIN + 10)
    y = _MARGIN + _HEAD - 2
    for line in lines:
        page.add(Rule(_MARGIN, y, _WIDTH - _MARGIN, y, 0.15, "line"))
        why = "；".join(map(str, line.reasons))
        for (text, style), (_, wide), x in zip(
            ((line.title, _BOLD), (line.phone, _PLAIN), (line.place, _PLAIN), (why, _PLAIN)),
            COLUMNS[:-1],
            _starts()[:-1],
            strict=True,
        ):
            most = int((_ROW - 2) / style.line)
            Block(text, style, wide - 2 * _INSET, most=most).put(page, x + _INSET, y + 1)
        boxes = list(line.boxes.items())
        put_ticks(page, boxes, _starts()[-1] + _INSET, y + 1, COLUMNS[-1][1] - 2 * _INSET, _ACROSS)
        y += _ROW
    page.add(Rule(_MARGIN, y, _WIDTH - _MARGIN, y, 0.3))
    return page


def _starts() -> list[float]:
    return [_MARGIN + sum(wide for _, wide in COLUMNS[:at]) for at in range(len(COLUMNS))]
