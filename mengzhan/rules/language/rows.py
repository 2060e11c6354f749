"""Rows of learned weights that a text names, such as what a trait of a character speaks for."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from mengzhan.model.resources import resource_path
from mengzhan.rules.language.encoder import Array, unpacked

NAMES = ":names"
"""Behind the name of a table: the names of its rows, one a line."""


class Rows(Mapping[str, Sequence[float]]):
    """Rows of a table by their names; one becomes a list when it is asked for."""

    def __init__(self, names: Sequence[str], table: Array) -> None:
        """Take a table of shape (names, columns)."""
        self._number = {name: at for at, name in enumerate(names)}
        self._table = table

    def __getitem__(self, name: str) -> Sequence[float]:
        row: list[float] = self._table[self._number[name]].tolist()
        return row

    def __contains__(self, name: object) -> bool:
        return name in self._number

    def __iter__(self) -> Iterator[str]:
        return iter(self._number)

    def __len__(self) -> int:
        return len(self._number)


def read_rows(file: str, table: str) -> Rows:
    """Return the rows of a table of ``resources/language/<file>.npz``."""
    with np.load(resource_path("language", f"{file}.npz")) as stored:
        return Rows(str(stored[table + NAMES]).split("\n"), unpacked(stored, table))
