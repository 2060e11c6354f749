"""The contacts that follow the rows of a plan, and those of them that are stored already."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from mengzhan.model.entry import Values
from mengzhan.sheets.importing.contacts import CONTACTS
from mengzhan.sheets.importing.links import ColumnReader
from mengzhan.sheets.importing.row import Row

Contact = tuple[str, Values]
"""A kind, and the values but for the record that it points to."""

Telling = tuple[Row, int, str | None]
"""A row, the number of the row whose record it goes into, and that record if it is stored."""


@dataclass
class Following:
    """``new``: number of a row -> the contacts with its person or employer. ``stored``: number of a
    row and day of a contact that is not made again: there is one of that day."""

    new: dict[int, list[Contact]] = field(default_factory=dict)
    stored: list[tuple[int, str]] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many contacts are new."""
        return sum(map(len, self.new.values()))


class Followers:
    """Compares the contacts that rows tell of with those that were stored when the plan was made."""

    def __init__(self, reader: ColumnReader, kind: str) -> None:
        self._reader = reader
        self._kind = kind
        self._stored: set[tuple[str, str]] | None = None

    def of(self, rows: Iterable[Telling]) -> Following:
        """Return what follows rows; what two rows say alike of one contact counts once."""
        found = Following()
        for row, first, record in rows:
            for contact in row.after:
                day = str(contact[1]["day"])
                of_row = found.new.setdefault(first, [])
                if record is not None and (record, day) in self._days():
                    found.stored.append((row.number, day))
                elif contact not in of_row:
                    of_row.append(contact)
        return found

    def _days(self) -> set[tuple[str, str]]:
        if self._stored is None:
            columns = self._reader.columns(CONTACTS[self._kind], (self._kind, "day"))
            self._stored = {(str(one[self._kind]), str(one["day"])) for one in columns}
        return self._stored
