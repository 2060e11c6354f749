"""Traditional Mongolian in columns: written downwards, the next column to the right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.prints.fonts import mongolian_family
from mengzhan.prints.page import Block, Ink, Page, Style, Words, width_of
from mengzhan.rules.mongolian import UNREVIEWED, Term, Terms

NO_FONT = QT_TRANSLATE_NOOP(
    "model",
    "蒙古文印不出来：这台电脑没有传统蒙古文字体。Windows 请装“Mongolian Baiti”"
    "（系统设置 → 可选功能 → 蒙古文补充字体），Linux 请装 fonts-noto-core。",
)
NO_TERM = QT_TRANSLATE_NOOP(
    "model", "没有印蒙古文：术语表里没有用得上的词。请到 设置 → 蒙古文术语 里导入。"
)

_MARK = Style(9)


@dataclass(frozen=True)
class Script:
    """What is needed to write Mongolian: the terms, and an installed family that has the shapes."""

    terms: Terms
    family: str

    @classmethod
    def of(cls, terms: Terms) -> "Script":
        """Take the family that is installed, or none."""
        return cls(terms, mongolian_family())


class Columns:
    """Terms in columns at most ``height`` mm high, each term beginning one of its own.

    Type is made smaller until the longest word fits: a word must not be broken, its letters join.
    Behind terms that nobody has confirmed stands the mark, in a narrow column of its own.
    """

    def __init__(self, terms: Sequence[Term], script: Script, points: float, height: float) -> None:
        style = Style(points, family=script.family)
        words = [word for term in terms for word in term.mongolian.split(" ")]
        longest = max((width_of(word, style) for word in words), default=0)
        if longest > height:
            style = Style(points * height / longest - 0.1, family=script.family)
        self._style = style
        self._columns = [
            line for term in terms for line in Block(term.mongolian, style, height).lines
        ]
        marked = any(not term.reviewed for term in terms)
        self._mark = UNREVIEWED if marked else ""

    @property
    def width(self) -> float:
        """The width in mm."""
        return len(self._columns) * self._style.line + (_MARK.line if self._mark else 0)

    def put(self, page: Page, x: float, y: float, ink: Ink = "black") -> None:
        """Write the columns from left to right."""
        style = Style(self._style.points, ink=ink, family=self._style.family)
        for column in self._columns:
            length = width_of(column, style)
            page.add(Words(column, x, y, length, style, turned=True))
            x += style.line
        for character in self._mark:
            y += Block(character, Style(_MARK.points, ink=ink), _MARK.line).put(page, x, y)


def terms_for(script: Script | None, *wanted: tuple[str, ...]) -> list[Term]:
    """Return the terms there are for some words: of each group the first that has one."""
    if script is None or not script.family:
        return []
    return [term for words in wanted if (term := script.terms.of(*words)) is not None]


def remarks_of(script: Script | None, pages: Iterable[Page]) -> tuple[str, ...]:
    """Say why no Mongolian stands on pages that were to have some."""
    if script is None:
        return ()
    if not script.family:
        return (NO_FONT,)
    written = any(words.turned for page in pages for words in page.words)
    return () if written else (NO_TERM,)
