"""What an office has told of records (``excerpts``), as it stands in its table."""

from dataclasses import dataclass
from datetime import date

import msgspec

from mengzhan.model.entry import ERASE, Entry, Value, text_of
from mengzhan.rules.state import closed_since
from mengzhan.store.driver import IN_LIST, Connection, as_list
from mengzhan.store.replica import Position

Told = dict[str, Value]
"""What is said of a record, by its fields."""


@dataclass(frozen=True)
class Excerpt:
    """What was told of a record: ``last`` says it, in the place of all that was told before.

    Whatever is told of any record has the next number: ``first`` is that of the first time, and
    ``number`` that of the last.
    """

    kind: str
    record: str
    station: str
    first: int
    last: Entry

    @property
    def number(self) -> int:
        """The number of what was told last."""
        return self.last.seq

    @property
    def erased(self) -> bool:
        """Whether the record is no more."""
        return self.last.op == ERASE

    @property
    def values(self) -> Told | None:
        """What it says; ``None`` if that was forgotten with a person whom the record named."""
        return self.last.set

    def is_over(self, today: date) -> bool:
        """Whether it is a vacancy of which nobody who has not heard of it needs to hear."""
        told = self.values or {}
        ends = text_of(told, "valid_until")
        return bool(self.erased or closed_since(told) or (ends and ends < today.isoformat()))


class Excerpts:
    """The excerpts that an office has told, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> dict[str, Excerpt]:
        """Return them by their records."""
        return {excerpt.record: excerpt for excerpt in self._read("true")}

    def last_number(self) -> int:
        """Return the number of what was told last, 0 if nothing was."""
        row = self._connection.execute("SELECT max(number) FROM excerpts_out").fetchone()
        return int(row[0] or 0)

    def position(self) -> Position | None:
        """Return what was told last, if anything was."""
        found = self._read("number = (SELECT max(number) FROM excerpts_out)")
        return (
            Position(found[0].last.replica, found[0].number, found[0].last.hash) if found else None
        )

    def put(self, excerpt: Excerpt) -> None:
        """Keep an excerpt in the place of the one before."""
        self._connection.execute(
            "INSERT OR REPLACE INTO excerpts_out (kind, record, station, number, first, last) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                excerpt.kind,
                excerpt.record,
                excerpt.station,
                excerpt.number,
                excerpt.first,
                msgspec.json.encode(excerpt.last).decode(),
            ),
        )

    def since(self, station: str, heard: int, today: date) -> list[Entry]:
        """Return the entries of what is news to a device that has heard of everything up to number
        ``heard``, but for its station's own records.

        A station that never was told of a vacancy need not hear that it is over, nor whom to call
        at an employer that offers nothing.
        """
        said = self._said(station)
        found = self._read("number > ? AND station <> ?", heard, station)
        news = {
            one.record: one
            for one in found
            if one.first <= said or (one.kind == "vacancy" and not one.is_over(today))
        }
        owners = {text_of(one.values or {}, "employer") for one in news.values()} - {"", *news}
        shops = self._read(f"record {IN_LIST} AND station <> ?", *as_list(owners), station)
        return [excerpt.last for excerpt in (*news.values(), *shops)]

    def _read(self, condition: str, *parameters: object) -> list[Excerpt]:
        query = f"SELECT kind, record, station, first, last FROM excerpts_out WHERE {condition}"
        return [_excerpt(row) for row in self._connection.execute(query, parameters).fetchall()]

    def _said(self, station: str) -> int:
        """Return up to which number a station was told, whether that arrived or not: one laptop
        tells the other, and hands over to the next."""
        query = """SELECT max(r.excerpt) FROM receipts_out r
                   JOIN devices d ON d.device = r.device WHERE d.station = ?"""
        return int(self._connection.execute(query, (station,)).fetchone()[0] or 0)


def _excerpt(row: tuple[str, str, str, int, str]) -> Excerpt:
    kind, record, station, first, last = row
    return Excerpt(kind, record, station, first, msgspec.json.decode(last, type=Entry))
