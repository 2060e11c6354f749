"""Where a list gets its records: one kind, one filter, ids by SQL, rows by window."""

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from mengzhan.model.divisions import place_name
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.rules.filters import Every, Filter, OneOf
from mengzhan.store.reader import StoreReader
from mengzhan.store.session import Session
from mengzhan.ui.widgets.table_model import ROW_ID, Column, Row

MOST_FOUND = 2_000
"""How many records a search in a list shows; whoever sees more types one letter more."""

_TITLES_KEPT = 4_096


STATION = "station"
"""The column that says which station a record belongs to."""


def station_column() -> Column:
    """Return the column for the station of a record: the name of its place."""

    def write(row: Row, masked: bool) -> str:
        return place_name(str(row.get(STATION) or ""))

    return Column(STATION, QT_TRANSLATE_NOOP("model", "站点"), write, width=110)


class KindSource:
    """The records of ``kind`` that satisfy ``where`` and fit ``text``."""

    def __init__(self, session: Session, kind: str, where: Filter, text: str = "") -> None:
        self._session = session
        self._kind = kind
        self._where = where
        self._text = text.strip()

    def where(self) -> Filter:
        """Return the filter as it stands when the list is asked for."""
        return self._where

    def reader(self) -> StoreReader:
        """Return this thread's view of the records."""
        return self._session.read()

    def ids(self, sort_column: str, descending: bool) -> "array[int]":
        """Return row numbers in display order; also called beside the screen."""
        reader = self.reader()
        where = self.where()
        if self._text:
            found = reader.search(self._text, self._kind, MOST_FOUND)
            if not found:
                return array("q")
            where = Every((OneOf("id", tuple(record for _, record in found)), where))
        return reader.ids(self._kind, where, sort_column, descending=descending)

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """Return the rows of a window."""
        rows: list[dict[str, Any]] = self._session.read().rows(self._kind, ids)
        return [row | {ROW_ID: row["row"]} for row in rows]


class Titles:
    """Titles of records that lists refer to, each asked for once until something changes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: OrderedDict[tuple[str, str], str] = OrderedDict()

    def __call__(self, kind: str, record: str) -> str:
        key = (kind, record)
        title = self._kept.get(key)
        if title is None:
            title = self._session.read().title(kind, record)
            self._kept[key] = title
            if len(self._kept) > _TITLES_KEPT:
                self._kept.popitem(last=False)
        return title

    def forget(self) -> None:
        """Ask anew: a record was renamed."""
        self._kept.clear()
