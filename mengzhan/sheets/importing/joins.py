"""Rows of one file that are about one record: the first is the record, later ones add to it."""

from mengzhan.model.entry import Value, Values


class Joins:
    """What later rows add to the first row of a record, by the numbers of the rows."""

    def __init__(self) -> None:
        self._added: dict[int, dict[int, Values]] = {}
        self._first: dict[int, int] = {}

    def put(self, number: int, first: int, values: Values) -> None:
        """Let row ``number`` add values to row ``first``."""
        self.drop(number)
        self._added.setdefault(first, {})[number] = values
        self._first[number] = first

    def drop(self, number: int) -> None:
        """Let a row add nothing any more."""
        first = self._first.pop(number, None)
        if first is not None:
            del self._added[first][number]

    def of(self, first: int, before: int | None = None) -> dict[str, Value]:
        """Return what rows add to row ``first``: all of them, or those that stand before one."""
        whole: dict[str, Value] = {}
        added = self._added.get(first)
        for number, values in sorted(added.items()) if added else ():
            if before is None or number < before:
                whole |= values
        return whole
