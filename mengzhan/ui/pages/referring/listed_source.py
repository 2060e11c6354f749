"""Where the tables of the two lists get their lines: records of a kind, with what the list says."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.rules.filters import Every, Filter, OneOf
from mengzhan.rules.two_lists import Line
from mengzhan.store.session import Session
from mengzhan.ui.pages.record_source import MOST_FOUND
from mengzhan.ui.pages.referring.lists_now import Lines, ListsNow, View
from mengzhan.ui.widgets.table_model import ROW_ID, Column, Row
from mengzhan.ui.words import say

_SORTS: dict[str, Callable[[Line], Any]] = {
    "listed_on": lambda line: line.spell.listed_on,
    "list_days": lambda line: line.days,
    "contact_on": lambda line: line.contact,
    "step": lambda line: (line.step.by or "9") if line.step else line.spell.left_on,
    "left_on": lambda line: line.spell.left_on,
    "waiting": lambda line: line.waiting,
    "places": lambda line: line.places,
}


def list_columns() -> list[Column]:
    """Return the columns that both lists have beside those of their kind."""
    return [
        _column("listed_on", QT_TRANSLATE_NOOP("model", "上榜日"), 104),
        _column("list_days", QT_TRANSLATE_NOOP("model", "天数"), 60, right=True),
        _column("contact_on", QT_TRANSLATE_NOOP("model", "最近联系"), 104),
        _column("step", QT_TRANSLATE_NOOP("model", "下一步、去向"), 220),
        _column("left_on", QT_TRANSLATE_NOOP("model", "销号日"), 104),
    ]


def vacancy_columns() -> list[Column]:
    """Return the columns that a list of vacancies has besides."""
    return [
        _column("places", QT_TRANSLATE_NOOP("model", "还缺"), 60, right=True),
        _column("waiting", QT_TRANSLATE_NOOP("model", "推荐中"), 70, right=True),
    ]


def _column(name: str, label: str, width: int, *, right: bool = False) -> Column:
    def write(row: Row, masked: bool) -> str:
        return str(row.get(name) or "")

    return Column(name, label, write, width=width, least=round(width * 0.86), right=right)


class ListedSource:
    """The records on a list, or those that left it lately, that satisfy ``where`` and fit ``text``."""

    def __init__(
        self, session: Session, kind: str, now: ListsNow, view: View, where: Filter, text: str = ""
    ) -> None:
        self._session = session
        self._kind = kind
        self._now = now
        self._view: View = view
        self._where = where
        self._text = text.strip()
        self._lines: Lines = {}

    def ids(self, sort_column: str, descending: bool) -> "array[int]":
        """Return row numbers in display order: who waits the longest first, or who left last."""
        self._lines = self._now.lines(self._kind, self._view)
        reader = self._session.read()
        wanted = set(self._lines)
        if self._text:
            wanted &= {found for _, found in reader.search(self._text, self._kind, MOST_FOUND)}
        if not wanted:
            return array("q")
        where = Every((OneOf("id", tuple(wanted)), self._where))
        if sort_column and sort_column not in _SORTS:
            return reader.ids(self._kind, where, sort_column, descending=descending)
        newest = reader.columns(self._kind, ("row", "created"), where)
        found = sorted(newest, key=lambda row: (row["created"], row["row"]), reverse=True)
        natural = "left_on" if self._view == "left" else "listed_on"
        key = _SORTS[sort_column or natural]
        backwards = descending if sort_column else self._view == "left"
        found.sort(key=lambda row: key(self._lines[row["id"]]), reverse=backwards)
        return array("q", (row["row"] for row in found))

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """Return the rows of a window."""
        rows = self._session.read().rows(self._kind, ids)
        found = ((row, self._lines.get(row["id"])) for row in rows)
        return [_row(row, line) for row, line in found if line is not None]


def _row(row: dict[str, Any], line: Line) -> Row:
    spell = line.spell
    words = line.step.reason if line.step else spell.way.words if spell.way else ""
    return {
        **row,
        ROW_ID: row["row"],
        "listed_on": spell.listed_on,
        "list_days": str(line.days),
        "contact_on": line.contact,
        "step": say(words),
        "left_on": spell.left_on,
        "waiting": str(line.waiting or ""),
        "places": str(line.places or ""),
    }
