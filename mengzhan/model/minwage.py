"""Minimum wages (最低工资) of Inner Mongolia: three classes, a class for each banner, dated.

The hourly figure is the one for part-time work. The table is data: a new notice adds rows, in the
program's file or by an office's broadcast, and old vacancies keep the wage of their day.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mengzhan.model.resources import made_of_tables, read_table

_BANNER_LENGTH = 6


@dataclass(frozen=True)
class MinWage:
    """What one class must be paid from a day on; money in fen (分)."""

    effective: date
    wage_class: str
    monthly: int
    hourly: int


class MinWageTable:
    """Minimum wages by class and day, and the class of each banner."""

    def __init__(self, wages: Iterable[MinWage], classes: Mapping[str, str]) -> None:
        """Take the wages in any order and the class of each six-digit banner code."""
        self._wages = sorted(wages, key=lambda wage: wage.effective)
        self._classes = classes

    def __iter__(self) -> Iterator[MinWage]:
        return iter(self._wages)

    def wage_class(self, division: str) -> str | None:
        """Return the class of the banner that ``division`` lies in; None if it has none.

        The five statistical development zones have none of their own.
        """
        return self._classes.get(division[:_BANNER_LENGTH])

    def on(self, division: str, day: date) -> MinWage | None:
        """Return what applies in a place on a day; None where nothing is known."""
        wanted = self.wage_class(division)
        fitting = [w for w in self._wages if w.wage_class == wanted and w.effective <= day]
        return fitting[-1] if fitting else None

    def lowest(self, day: date) -> MinWage:
        """Return the lowest in force on a day in any class; before the first, that of the first.

        Raises:
            ValueError: the table is empty.
        """
        since = max(day, self._wages[0].effective) if self._wages else day
        newest = {w.wage_class: w for w in self._wages if w.effective <= since}
        return min(newest.values(), key=lambda wage: wage.monthly)

    def with_wages(self, wages: Iterable[MinWage]) -> "MinWageTable":
        """Return a table in which ``wages`` are added or replace those of the same day."""
        merged = {(wage.effective, wage.wage_class): wage for wage in (*self._wages, *wages)}
        return MinWageTable(merged.values(), self._classes)


def min_wage_from_row(row: Mapping[str, str]) -> MinWage:
    """Build an entry from a row of the table file, where money is written in yuan."""
    return MinWage(
        effective=date.fromisoformat(row["effective"]),
        wage_class=row["class"],
        monthly=int(Decimal(row["monthly_yuan"]) * 100),
        hourly=int(Decimal(row["hourly_yuan"]) * 100),
    )


@made_of_tables
def min_wage_table() -> MinWageTable:
    """Return the table in force."""
    classes = {row["code"]: row["min_wage_class"] for row in read_table("banner")}
    known = {code: wage_class for code, wage_class in classes.items() if wage_class}
    return MinWageTable(map(min_wage_from_row, read_table("min_wage")), known)
