"""One import from the file to the plan: which table, which columns, what a person decided.

Window and command line both go through ``Import``. Reading the file and making the plan take
time and run in the background; choosing is quick.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from mengzhan.model.entry import Value
from mengzhan.model.kind import Catalogue, Field, Kind
from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.grid import Book
from mengzhan.sheets.importing.headers import TICK, WAGE, HeaderWords
from mengzhan.sheets.importing.mapping import MappedColumn, map_columns
from mengzhan.sheets.importing.memory import column_called, remembered
from mengzhan.sheets.importing.plan import Plan
from mengzhan.sheets.importing.returning import Returning, find_returning
from mengzhan.sheets.importing.rows import RowReader, is_needed
from mengzhan.sheets.importing.table import Table, find_table
from mengzhan.sheets.reading.opening import open_book
from mengzhan.store.session import Session


@dataclass(frozen=True)
class Candidate:
    """A table that could be imported, as which kind, and how well its header fits."""

    kind: str
    table: Table

    @property
    def weight(self) -> float:
        """More for a better header; among equals the longer table."""
        return self.table.score + min(len(self.table.records), 1000) / 10_000


def candidates(book: Book, catalogue: Catalogue, kinds: Iterable[str] = ()) -> list[Candidate]:
    """Return the tables of a book, best first; hidden sheets after those that can be seen.

    Args:
        kinds: what may be imported; all kinds if empty.
    """
    found = []
    for kind in kinds or catalogue:
        words = HeaderWords(catalogue[kind], catalogue)
        for sheet in book.sheets:
            table = find_table(sheet, words)
            if table is not None and table.records:
                found.append(Candidate(kind, table))
    return sorted(found, key=lambda one: (not one.table.sheet.visible, -one.weight))


class NoTable(UserError):
    """A file without a table whose header fits."""

    def __init__(self, label: str) -> None:
        words = QT_TRANSLATE_NOOP(
            "model",
            "这个文件里没找到{label}的表。请核对表头一行是不是有姓名、单位这样的栏名，"
            "或者先下载空白表，把内容贴进去再导入。",
        )
        super().__init__("IMPORT_NO_TABLE", Message(words, {"label": label}))


class _Readings:
    """What planning asks of the store, answered on whatever thread asks: a plan is made beside
    the screen and decided on it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def catalogue(self) -> Catalogue:
        return self._session.catalogue

    def columns(self, kind: str, names: Sequence[str]) -> Iterator[dict[str, Any]]:
        return self._session.read().columns(kind, names)

    def record(self, kind: str, record: str) -> dict[str, Any] | None:
        return self._session.read().record(kind, record)


class Import:
    """A file on its way in, of one kind."""

    def __init__(self, session: Session, book: Book, kind: Kind, sheet: str = "") -> None:
        """Find the table and propose its columns.

        Raises:
            NoTable: no table fits ``kind`` (in the sheet called ``sheet``, if one is named).
        """
        self.session = session
        self.kind = kind
        self.words = HeaderWords(kind, session.catalogue)
        self.returning = self._returning(book, session.today())
        self.constants: dict[str, Value] = {}
        if self.returning is not None:
            self.tables = [self.returning.table]
            self.columns = self.returning.columns
            return
        wanted = [one for one in book.sheets if not sheet or one.name == sheet]
        found = candidates(Book(book.sort, wanted), session.catalogue, [kind.name])
        self.tables = [one.table for one in found]
        if not self.tables:
            raise NoTable(kind.label)
        self.columns = self._propose()

    def _returning(self, book: Book, today: date) -> Returning | None:
        found = find_returning(book, self.session.read(), today)
        return found if found is not None and found.marker.kind == self.kind.name else None

    @property
    def table(self) -> Table:
        """The table that is imported; the first of ``tables``."""
        return self.tables[0]

    def choose_table(self, table: Table) -> None:
        """Import another table of the file."""
        self.tables.sort(key=lambda one: one is not table)
        self.columns = self._propose()

    def _propose(self) -> tuple[MappedColumn, ...]:
        memory = remembered(self.session, self.kind.name, self.table)
        return map_columns(self.table, self.words, memory)

    def choose(self, index: int, path: str) -> None:
        """Take a column for ``path``; empty means that it is not taken in.

        Another column that gave the same field gives it up.
        """
        several = not path or path.startswith("-") or self.words.takes_several(path)
        self.columns = tuple(
            replace(column, path=path, sure=1.0, how="chosen")
            if column.index == index
            else replace(column, path="", sure=1.0, how="chosen")
            if column.path == path and not several
            else column
            for column in self.columns
        )

    def choose_all(self, paths: Mapping[str, str]) -> None:
        """Take columns, named by letter or header, for paths (the command line, a file).

        What a newer version calls a path, and columns that are not there, are passed over.
        """
        for name, path in paths.items():
            index = self.column_called(name)
            if index is not None and self.words.accepts(path):
                self.choose(index, path)

    def column_called(self, name: str) -> int | None:
        """Return the column with this letter or header (电话#2 is the second of that header)."""
        return column_called(self.columns, name)

    @property
    def unsure(self) -> list[MappedColumn]:
        """Columns for which somebody should be asked."""
        return [column for column in self.columns if column.path and not column.is_sure]

    @property
    def missing(self) -> list[Field]:
        """Required fields that no column gives, neither alone nor within another field."""
        if self.returning is not None:
            return []
        paths = {column.path.partition(TICK)[0] for column in self.columns if column.taken}
        given = {path.partition(".")[0] for path in paths}
        given |= {
            target for item in self.kind if item.name in paths for target in item.fills.values()
        }
        if WAGE in given:
            given |= {"wage_min", "wage_max", "wage_unit"}
        return [item for item in self.kind if item.required and item.name not in given]

    @property
    def needed(self) -> list[Field]:
        """Those of ``missing`` without which no row goes in, unless the whole file has one value."""
        missing = (item for item in self.missing if item.name not in self.constants)
        return [item for item in missing if is_needed(self.kind, item)]

    def plan(self, progress: Progress | None = None) -> Plan:
        """Read all rows under the columns that are sure, and plan them.

        Raises:
            Cancelled: ``progress`` was cancelled.
        """
        sure = tuple(column for column in self.columns if column.is_sure)
        rows = RowReader(
            self.table,
            sure,
            self.words,
            self.session.today(),
            self.session.place.code,
            self.constants,
        )
        known = self.returning.known if self.returning else None
        plan = Plan(_Readings(self.session), rows, known)
        plan.make(progress)
        return plan


def load(path: Path, progress: Progress | None = None) -> Book:
    """Read a file for importing.

    Raises:
        BookRefused: the file is not read, and why.
        Cancelled: the user stopped it.
    """
    return open_book(path, progress=progress)
