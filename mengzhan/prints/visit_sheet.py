"""The sheet for house visits (入户表), A4 across: who is known, and boxes to tick on the doorstep.

The order of the boxes is the order in which they are keyed in afterwards; the character in front
of each is the last one of its code, and the key that enters it.
"""

from collections.abc import Sequence
from itertools import groupby

from mengzhan.prints.page import Area, Block, Page, Print, Rule, Style
from mengzhan.prints.paper import A4
from mengzhan.rules.slip_answers import AskedSlip, asked_words, boxes_of
from mengzhan.rules.visit_sheets import SHORT_OUTCOMES, Visited, VisitSheet

_WIDTH, _HEIGHT = A4[1], A4[0]
_MARGIN = 10.0
_HEAD, _FOOT = 17.0, 11.0
_ROW, _BAND = 17.5, 6.5
_BOX = 3.2
_INSET = 1.2

_CODE, _NAME, _PLAIN, _TICK, _SMALL = (
    Style(14, True),
    Style(12, True),
    Style(9),
    Style(9),
    Style(8.5, ink="grey"),
)

COLUMNS = (
    ("行码", 32.0),
    ("姓名", 28.0),
    ("住址、电话、已知情况", 53.0),
    ("现状（勾一个）", 92.0),
    ("培训、创业", 48.0),
    ("需求、备注", 24.0),
)
"""Heading and width in mm; together they are as wide as the paper between its margins."""

_SLIP_ACROSS = 5

_ANSWERS = (("1", "是"), ("2", "否"), ("3", "未定"))  # yes_no_unsure


def visit_sheets_print(sheets: Sequence[VisitSheet]) -> Print:
    """Return the pages of some sheets, each beginning on a page of its own."""
    pages: list[Page] = []
    for sheet in sheets:
        parts = list(_paged(sheet))
        for number, part in enumerate(parts, 1):
            page = Page(_WIDTH, _HEIGHT)
            _head(page, sheet, f"{number}/{len(parts)}")
            _rows(page, sheet, part)
            _foot(page)
            pages.append(page)
    return Print("入户表", tuple(pages))


_Line = tuple[int, Visited]


def _paged(sheet: VisitSheet) -> list[list[_Line]]:
    """Share the lines out among pages; a group begins with a band of its own."""
    room = _HEIGHT - 2 * _MARGIN - _HEAD - _FOOT
    parts: list[list[_Line]] = [[]]
    left, group = room, None
    for line, person in enumerate(sheet.people, 1):
        needed = _ROW + (_BAND if person.group != group else 0)
        if needed > left:
            parts.append([])
            left, needed = room, _ROW + _BAND
        parts[-1].append((line, person))
        left -= needed
        group = person.group
    return parts


def _head(page: Page, sheet: VisitSheet, number: str) -> None:
    width = _WIDTH - 2 * _MARGIN
    title = Style(17, True)
    words = f"入户表　第{sheet.number}号　{sheet.place}"
    Block(words, title, width - 100, most=1).put(page, _MARGIN, _MARGIN - 2)
    blank = f"走访人__________　日期____年__月__日　　第{number}页"
    Block(blank, Style(10.5), 100, "right").put(page, _MARGIN + width - 100, _MARGIN)
    y, x = _MARGIN + 8, _MARGIN
    page.add(Area(_MARGIN, y, width, _HEAD - 10, fill="pale"))
    for heading, wide in COLUMNS:
        Block(heading, Style(10, True), wide - _INSET).put(page, x + _INSET, y + 1)
        x += wide


def _rows(page: Page, sheet: VisitSheet, lines: Sequence[_Line]) -> None:
    y = _MARGIN + _HEAD - 2
    for group, here in groupby(lines, lambda line: line[1].group):
        band = Style(10.5, True)
        page.add(Rule(_MARGIN, y, _WIDTH - _MARGIN, y, 0.3))
        Block(group or "没有填组的", band, 200).put(page, _MARGIN + _INSET, y + 0.6)
        y += _BAND
        for line, person in here:
            page.add(Rule(_MARGIN, y, _WIDTH - _MARGIN, y, 0.15, "line"))
            _row(page, sheet.code(line), person, y)
            y += _ROW
    page.add(Rule(_MARGIN, y, _WIDTH - _MARGIN, y, 0.3))


def _row(page: Page, code: str, person: Visited, y: float) -> None:
    starts = [_MARGIN + sum(wide for _, wide in COLUMNS[:at]) for at in range(len(COLUMNS))]
    inner = [wide - 2 * _INSET for _, wide in COLUMNS]
    # the boxes of a slip take the room of two columns
    rules = [*starts[:4], *starts[5:]] if person.slip is not None else starts
    for start in (*rules, _WIDTH - _MARGIN):
        page.add(Rule(start, y, start, y + _ROW, 0.15, "line"))
    x = [start + _INSET for start in starts]
    y += 1
    _fitted(page, code, _CODE, x[0], y + 3, inner[0], _CODE.line)
    _fitted(page, person.name, _NAME, x[1], y, inner[1])
    rest = "\n".join(filter(None, (person.address, person.phone, person.known)))
    _fitted(page, rest, _PLAIN, x[2], y, inner[2])
    if person.slip is not None:
        wide = COLUMNS[3][1] + COLUMNS[4][1] - 2 * _INSET
        _slip_ticks(page, person.slip, person.offer, x[3], y, wide)
        return
    put_ticks(
        page, [(code[-1], SHORT_OUTCOMES[code]) for code in SHORT_OUTCOMES], x[3], y, inner[3], 4
    )
    for words, down in (("培训", 0.0), ("创业", 10.0)):
        Block(words, _TICK, 8).put(page, x[4], y + down)
        put_ticks(page, _ANSWERS, x[4] + 8, y + down, inner[4] - 8, len(_ANSWERS))
    Block("想学", _TICK, 8).put(page, x[4], y + 5)
    page.add(Rule(x[4] + 8, y + 9.2, x[4] + inner[4], y + 9.2, 0.15))


def _slip_ticks(page: Page, slip: AskedSlip, offer: str, x: float, y: float, width: float) -> None:
    """What is asked about a referral, and the boxes for what is heard."""
    page.add(Area(x - _INSET, y - 0.8, width + 2 * _INSET, 5.4, fill="pale"))
    words = f"{asked_words(slip.work)}　{offer}"
    Block(words, _TICK, width, most=1).put(page, x, y)
    put_ticks(page, list(boxes_of(slip.work).items()), x, y + 5, width, _SLIP_ACROSS)


def _fitted(
    page: Page,
    text: str,
    style: Style,
    x: float,
    y: float,
    width: float,
    height: float = _ROW - 2,
) -> None:
    """Write text as large as it fits, cut only if even small type is too large."""
    points = style.points
    while points > 6.5 and Block(text, Style(points, style.bold), width).height > height:
        points -= 0.5
    fit = Style(points, style.bold)
    Block(text, fit, width, most=int(height / fit.line)).put(page, x, y)


def put_ticks(
    page: Page,
    offers: Sequence[tuple[str, str]],
    x: float,
    y: float,
    width: float,
    across: int,
) -> None:
    """Boxes with their keys and words, so many in a line."""
    column = width / across
    for number, (key, words) in enumerate(offers):
        left = x + number % across * column
        top = y + number // across * 5
        page.add(Area(left, top + 0.6, _BOX, _BOX, frame="black", thick=0.25))
        Block(f"{key}{words}", _TICK, column - _BOX).put(page, left + _BOX + 0.6, top)


def _foot(page: Page) -> None:
    width = _WIDTH - 2 * _MARGIN
    words = (
        "进门先说来意和信息用途，本人同意再登记。回来在“回访”页按 Ctrl+R，按行码录入。"
        "表上有个人信息：用完交回站里保管，不拍照、不外传。"
    )
    Block(words, _SMALL, width).put(page, _MARGIN, _HEIGHT - _MARGIN - 7)
