"""A table over any number of records: ids in display order, rows fetched by window.

The ids of a million records take 8 MB and one query; rows are fetched in pages of 256 when they
come into sight, and the last 32 pages are kept.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from mengzhan.model.entry import Value
from mengzhan.model.kind import Field, Kind
from mengzhan.model.progress import Progress
from mengzhan.ui.background import Jobs
from mengzhan.ui.words import say

Index = QModelIndex | QPersistentModelIndex
Row = Mapping[str, Value]

ROW_ID = "rowid"
"""The key in a row under which its number stands (the number that ``ids`` gave)."""

PAGE = 256
PAGES_KEPT = 32


class RowSource(Protocol):
    """Where a table's records come from: one filter, already chosen by whoever made it."""

    def ids(self, sort_column: str, descending: bool) -> "array[int]":
        """Return the row numbers (``array('q')``) in display order; an empty column means the
        natural order. It may be called on another thread."""

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """Return those rows of ``ids`` that are still there, in any order, with ``rowid`` in each.

        Called on the GUI thread with at most 256 ids; it must answer in a few milliseconds.
        """


@dataclass(frozen=True)
class Column:
    """One column. ``write(row, masked)`` makes its text; ``width`` is what it would like to have
    and ``least`` what it needs, in pixels at 100 % type."""

    name: str
    label: str
    write: Callable[[Row, bool], str]
    width: int = 120
    least: int = 84
    right: bool = False
    sensitive: bool = False


_WIDTHS = {"line": 130, "number": 90, "date": 110, "month": 90, "flag": 70, "area": 220}
_WIDTHS_OF = {"phone": 124, "id_number": 170}
_SHARE_NEEDED = {"date": 0.86, "line": 0.86}


def column_of(field: Field, title: Callable[[str, str], str] | None = None) -> Column:
    """Return the column of a field. ``title(kind, id)`` gives the words for a reference."""

    def write(row: Row, masked: bool) -> str:
        value = row.get(field.name)
        to = getattr(field.type, "kind", "")
        if title is not None and to and isinstance(value, str):
            return title(to, value)
        return field.show(value, masked=masked)

    editor = field.type.editor
    width = _WIDTHS_OF.get(field.type.name) or _WIDTHS.get(editor, 140)
    return Column(
        name=field.name,
        label=field.label,
        write=write,
        width=width,
        least=round(width * _SHARE_NEEDED.get(editor, 0.7)),
        right=editor == "number",
        sensitive=field.sensitive,
    )


def columns_of(kind: Kind, title: Callable[[str, str], str] | None = None) -> list[Column]:
    """Return a column for every field of a kind, those that lists show first."""
    fields = sorted(kind, key=lambda item: not item.listed)
    return [column_of(item, title) for item in fields]


class RecordModel(QAbstractTableModel):
    """The model. ``counted(n)`` follows each new list of ids, ``marked(n)`` the selection,
    ``failed(error)`` an id query that went wrong.

    The selection (``选中``) is kept by row number, so that it survives sorting.
    """

    counted = Signal(int)
    marked = Signal(int)
    failed = Signal(object)

    def __init__(
        self,
        source: RowSource,
        columns: Sequence[Column],
        *,
        jobs: Jobs | None = None,
        parent: QObject | None = None,
    ) -> None:
        """With ``jobs`` the ids are queried beside the screen; late answers are dropped."""
        super().__init__(parent)
        self._source = source
        self.columns = list(columns)
        self._jobs = jobs
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._marked: set[int] = set()
        self._masked = True
        self._sort = ("", False)

    def set_source(self, source: RowSource) -> None:
        """Show other records (another filter); the selection is dropped."""
        self._source = source
        self._marked.clear()
        self.marked.emit(0)
        self.reload()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns."""
        self.beginResetModel()
        self.columns = list(columns)
        self.endResetModel()

    def reload(self) -> None:
        """Ask for the ids anew; the rows follow as they come into sight."""
        query = self.query()
        if self._jobs is None:
            self._take(query())
            return

        def work(_progress: Progress) -> "array[int]":
            return query()

        self._jobs.run(work, self._answer, window=self, lane=f"ids-{id(self)}")

    def query(self) -> "Callable[[], array[int]]":
        """Return what asks for the ids as they are shown now; it may run beside the screen."""
        return partial(self._source.ids, *self._sort)

    @property
    def is_sorted(self) -> bool:
        """Whether the user has chosen an order."""
        return bool(self._sort[0])

    def _answer(self, ids: "array[int] | None", error: Exception | None) -> None:
        if ids is not None:
            self._take(ids)
        elif error is not None:
            self.failed.emit(error)

    def _take(self, ids: "array[int]") -> None:
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()
        if self._marked:
            self._marked.intersection_update(ids)
            self.marked.emit(len(self._marked))
        self.counted.emit(len(ids))

    def forget(self) -> None:
        """Let go of every row that was fetched; those that are still there are fetched anew when
        they are seen."""
        self._pages.clear()

    def refresh(self, rowids: Iterable[int]) -> None:
        """Fetch some rows anew, after a change that moved none of them."""
        wanted = set(rowids)
        for number, page in list(self._pages.items()):
            if wanted & set(self._ids[number * PAGE : (number + 1) * PAGE]):
                del self._pages[number]
                first = number * PAGE
                last = min(first + PAGE, len(self._ids)) - 1
                self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
            del page

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; the source does it. -1 is the natural order."""
        name = self.columns[column].name if 0 <= column < len(self.columns) else ""
        wanted = (name, order == Qt.SortOrder.DescendingOrder)
        if wanted != self._sort:
            self._sort = wanted
            self.reload()

    def set_masked(self, masked: bool) -> None:
        """Hide or show sensitive values."""
        self._masked = masked
        if self._ids:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1)
            )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    @property
    def ids(self) -> "array[int]":
        """The row numbers of all lines, in display order."""
        return self._ids[:]

    def row_id(self, row: int) -> int:
        """Return the row number (of the source) that stands in line ``row``."""
        return self._ids[row]

    def line_of(self, rowid: int) -> int:
        """Return the line in which a row stands, or -1."""
        try:
            return self._ids.index(rowid)
        except ValueError:
            return -1

    def record(self, row: int) -> Row | None:
        """Return the record in line ``row``, or ``None`` if it has vanished meanwhile."""
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            page = {int(str(r[ROW_ID])): r for r in self._source.rows(ids)}
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._ids[row])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            chosen = self._ids[index.row()] in self._marked
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        return None

    def _text(self, row: int, column: Column) -> str:
        record = self.record(row)
        if record is not None:
            return column.write(record, self._masked)
        return self.tr("（已不在）") if column is self.columns[0] else ""

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if not across or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return say(self.columns[section].label)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].right
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.mark([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def mark(self, rows: Iterable[int], chosen: bool) -> None:
        """Select lines or take them out of the selection."""
        lines = sorted(rows)
        change = {self._ids[row] for row in lines}
        self._marked = self._marked | change if chosen else self._marked - change
        if lines:
            self.dataChanged.emit(
                self.index(lines[0], 0),
                self.index(lines[-1], 0),
                [Qt.ItemDataRole.CheckStateRole],
            )
        self.marked.emit(len(self._marked))

    def mark_all(self, chosen: bool) -> None:
        """Select every record of the list, or none."""
        self._marked = set(self._ids) if chosen else set()
        if self._ids:
            self.dataChanged.emit(
                self.index(0, 0),
                self.index(len(self._ids) - 1, 0),
                [Qt.ItemDataRole.CheckStateRole],
            )
        self.marked.emit(len(self._marked))

    def is_marked(self, row: int) -> bool:
        """Whether a line is selected."""
        return self._ids[row] in self._marked

    def marked_ids(self) -> list[int]:
        """The selected row numbers, in display order."""
        return [rowid for rowid in self._ids if rowid in self._marked]
