"""Whom a row of a file may be: a stored record, or an earlier row."""

from collections.abc import Iterable, Iterator

from mengzhan.rules.suspicion import Suspicion
from mengzhan.rules.twins import Twins
from mengzhan.sheets.importing.links import ColumnReader
from mengzhan.sheets.importing.row import Row

_IN_FILE = "row:"


def row_of(suspicion: Suspicion) -> int:
    """Return the number of the row that is suspected, 0 for a stored record."""
    called = suspicion.record
    return int(called.removeprefix(_IN_FILE)) if called.startswith(_IN_FILE) else 0


class RowTwins:
    """Finds stored records and rows that may be the same as a row. Learn first, then meet."""

    def __init__(self, reader: ColumnReader, kind: str) -> None:
        self._reader = reader
        self._kind = kind
        self._twins = Twins(reader.catalogue, kind)

    def learn(self, rows: Iterable[Row]) -> None:
        """Learn all stored records, and rows that were read before."""
        for record in self._reader.columns(self._kind, self._twins.looked_at()):
            self._twins.add(str(record["id"]), record)
        for row in rows:
            self._twins.add(_called(row.number), row.values)

    def forget_all(self) -> None:
        """Let go of everything, some tens of megabytes for a long file."""
        self._twins = Twins(self._reader.catalogue, self._kind)

    def meet(self, row: Row, *, stays: bool) -> list[Suspicion]:
        """Return whom a row may be, the surest first, of the rows only those before it.

        Later rows meet it only if it ``stays``.
        """
        found = self._twins.meet(_called(row.number), row.values, stays=stays)
        return [suspicion for suspicion in found if row_of(suspicion) < row.number]

    def forget(self, number: int) -> None:
        """Let no row meet this one any more."""
        self._twins.forget(_called(number))

    def rows_like(self, row: Row) -> Iterator[int]:
        """Yield the numbers of the rows before and after that may be the same, 0 for records."""
        return map(row_of, self._twins.find(row.values, _called(row.number)))


def _called(number: int) -> str:
    return f"{_IN_FILE}{number}"
