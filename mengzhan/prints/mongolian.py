"""Traditional Mongolian in columns: written downwards, the next column to the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from mengzhan.prints.fonts import mongolian_family
from mengzhan.prints.page import Block, Ink, Page, Style, Words, width_of
from mengzhan.rules.mongolian import UNREVIEWED, Term, Terms

NO_FONT = (
    "蒙古文没有印：这台电脑没有传统蒙古文字体。Windows 请装“Mongolian Baiti”"
    "（设置 → 可选功能 → 蒙古文补充字体），Linux 请装 fonts-noto-core。"
)
NO_TERM = "蒙古文没有印：术语表里没有用得上的词。请在 设置 → 蒙古文术语 里导入。"

_MARK = Style(9)
_MARK_WORDS = f"{UNREVIEWED[:2]}\n{UNREVIEWED[2:]}"  # no wider than a column
_SMALLEST = 9.0


@dataclass(frozen=True)
class Script:
    """What is needed to write Mongolian: the terms, and an installed family that has the shapes."""

    terms: Terms
    family: str

    @classmethod
    def of(cls, terms: Terms) -> "Script":
        """Take the family that is installed, or none."""
        return cls(terms, mongolian_family())

    def remarks(self, *, written: bool) -> tuple[str, ...]:
        """Say why no Mongolian stands on a print that was to have some."""
        if not self.family:
            return (NO_FONT,)
        return () if written else (NO_TERM,)


class Columns:
    """Terms in columns at most ``height`` mm high, each term beginning one of its own.

    Type is made smaller until the longest word fits: a word must not be broken, its letters join.
    """

    def __init__(self, terms: Sequence[Term], script: Script, points: float, height: float) -> None:
        self.height = height
        marked = any(not term.reviewed for term in terms)
        self._mark = Block(_MARK_WORDS if marked else "", _MARK, height)
        room = height - self._mark.height - 1
        words = [word for term in terms for word in term.mongolian.split(" ")]
        style = Style(points, family=script.family)
        longest = max((width_of(word, style) for word in words), default=0)
        if longest > room:
            points = max(points * room / longest * 0.98, _SMALLEST)
            style = Style(points, family=script.family)
        self._style = style
        self._columns = [
            line for term in terms for line in Block(term.mongolian, style, room).lines
        ]

    @property
    def width(self) -> float:
        """The width in mm, of the columns or of the mark below them."""
        mark = max(width_of(line, _MARK) for line in self._mark.lines)
        return max(len(self._columns) * self._style.line, mark)

    def put(self, page: Page, x: float, y: float, ink: Ink = "black") -> None:
        """Write the columns; the mark stands at the foot, upright."""
        style = Style(self._style.points, ink=ink, family=self._style.family)
        longest = 0.0
        for number, column in enumerate(self._columns):
            length = width_of(column, style)
            longest = max(longest, length)
            page.add(Words(column, x + number * style.line, y, length, style, turned=True))
        if any(self._mark.lines):
            mark = Block(_MARK_WORDS, Style(_MARK.points, ink=ink), self.height)
            mark.put(page, x, y + longest + 1)


def terms_for(script: Script | None, *wanted: tuple[str, ...]) -> list[Term]:
    """Return the terms there are for some words: of each group the first that has one."""
    if script is None or not script.family:
        return []
    return [term for words in wanted if (term := script.terms.of(*words)) is not None]
