"""A cell that gives the day of a contact, as what its row takes in: the day, its words, the others."""

from dataclasses import replace
from datetime import date

from mengzhan.model.problem import Problem
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.contactdays import NOT_YET, Heading, read_contacts
from mengzhan.sheets.importing.values import CellRead, CellReader, RepairSort, day_repair
from mengzhan.sheets.plaintext import plain_text

_SERIAL_DIGITS = 5
"""How long the number of a day is as a spreadsheet counts them in our time."""


class ContactReader:
    """Reads the contacts of a cell: the first one's day and words, and the others.

    A cell without a whole day is words only: neither the first of a month nor a year that stands
    nowhere over it is made up.
    """

    def __init__(self, days: CellReader, heading: Heading, today: date) -> None:
        self._days = days
        self._heading = heading
        self._today = today

    def __call__(self, cell: Cell) -> CellRead:
        told = read_contacts(cell, self._heading, self._today)
        if not told:
            return CellRead()
        first, *others = sorted(told, key=lambda one: one.day is None)
        day = first.day
        if day is None and not others and not NOT_YET.match(first.words):
            day = self._heading.day
        if day is None:
            return CellRead(rest=first.words, problems=self._unsure(cell), others=tuple(others))
        value = day.isoformat()
        text = plain_text(cell)
        serial = text.isdigit() and len(text) == _SERIAL_DIGITS
        whole = day_repair(text, day, serial=serial)
        repair: RepairSort = "split" if first.words or others else whole
        problems = tuple(self._days.field.check(value, self._today))
        return CellRead(value, problems, repair, first.words, others=tuple(others))

    def _unsure(self, cell: Cell) -> tuple[Problem, ...]:
        """Why a number is no day: 3.1 may have been 3.10."""
        problems = () if isinstance(cell, str) else self._days(cell).problems
        lost = [problem for problem in problems if problem.code == "DATE_LOST_ZERO"]
        return tuple(replace(problem, severity="warn") for problem in lost)
