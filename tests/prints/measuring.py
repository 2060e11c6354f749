"""Measuring pages: what runs off the paper, what lies on something else, what stands there."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF

from mengzhan.prints.page import LEADING, Page, Print, Square, Words, width_of

UNPRINTABLE = 4.5
"""What laser printers leave white at the edge of the paper, in mm."""

_TOUCH = 0.35
"""How far boxes of type may reach into each other, in mm: characters do not fill their boxes."""


def box_of(words: Words) -> QRectF:
    """Return where the characters of a line really stand, measured anew."""
    length, thick = width_of(words.text, words.style), words.style.size
    off = thick * (LEADING - 1) / 2
    if words.turned:
        return QRectF(words.x + off, words.y, thick, length)
    return QRectF(words.x, words.y + off, length, thick)


def faults(made: Print, edge: float = UNPRINTABLE) -> list[str]:
    """Return every line that runs off its page or lies on another line or on a square code."""
    return [
        f"page {number}: {fault}"
        for number, page in enumerate(made.pages, 1)
        for fault in _page_faults(page, edge)
    ]


def _page_faults(page: Page, edge: float) -> Iterator[str]:
    paper = QRectF(0, 0, page.width, page.height).adjusted(edge, edge, -edge, -edge)
    boxes = [(words.text, box_of(words)) for words in page.words if words.text.strip()]
    for text, box in boxes:
        if not paper.contains(box):
            yield f"{text!r} runs off the paper"
    squares = [
        ("code", QRectF(item.x, item.y, item.side, item.side))
        for item in page.items
        if isinstance(item, Square)
    ]
    for (text, box), (other, taken) in combinations([*boxes, *squares], 2):
        shared = box.intersected(taken)
        if shared.width() > _TOUCH and shared.height() > _TOUCH:
            yield f"{text!r} lies on {other!r}"


def words_of(page: Page) -> str:
    """Return all words of a page without the breaks between lines."""
    return "".join(words.text for words in page.words)


def all_words(made: Print) -> str:
    """Return the words of all pages."""
    return "".join(map(words_of, made.pages))


def squares_of(made: Print) -> list[Square]:
    """Return the square codes of all pages."""
    return [item for page in made.pages for item in page.items if isinstance(item, Square)]
