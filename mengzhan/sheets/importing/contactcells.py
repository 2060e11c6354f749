"""The cells of one row that tell of contacts: gathered by contact, and given back if it has no day."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import Reference
from mengzhan.model.kind import Catalogue
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.column import Intake
from mengzhan.sheets.importing.headers import NOTE
from mengzhan.sheets.importing.row import CellProblem, Row


class ContactCells:
    """Gathers what one row after another tells of contacts."""

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self._catalogue = catalogue
        self._today = today
        self._cells: dict[str, list[tuple[Intake, Cell]]] = {}

    def clear(self) -> None:
        """Begin another row."""
        self._cells.clear()

    def note(self, intake: Intake, cell: Cell) -> None:
        """Note that a cell tells of a contact."""
        self._cells.setdefault(intake.name, []).append((intake, cell))

    def tell(self, row: Row, intake: Intake, name: str, value: Value) -> None:
        """Put a value into a contact; words without room in their field go into its note."""
        whole, standing = value, row.links.get(intake.name, {}).get(name)
        if isinstance(standing, str) and isinstance(value, str):
            whole = f"{standing}；{value}"
        elif isinstance(standing, list) and isinstance(value, list):
            whole = list(dict.fromkeys([*standing, *value]))
        item = self._catalogue[intake.contact][name]
        wrong = [problem for problem in item.check(whole, self._today) if problem.blocks]
        if wrong and name != NOTE:
            self.tell(row, intake, NOTE, value)
            return
        row.problems += tuple(CellProblem(row.number, intake.index, found) for found in wrong)
        row.link(intake.name, name, whole)

    def settle(self, row: Row) -> Iterator[tuple[Intake, Cell]]:
        """Tell what contacts lack. One without a day is none: it leaves the row, and its cells are
        yielded."""
        for name, cells in self._cells.items():
            first = cells[0][0]
            told = row.links.get(name, {})
            if "day" in told:
                self._tell_missing(row, first, told)
                continue
            row.links = {other: told for other, told in row.links.items() if other != name}
            words = QT_TRANSLATE_NOOP("model", "没有写全年月日，没有记成{kind}，内容写进了备注。")
            hint = Message(words, {"kind": self._catalogue[first.contact].label})
            row.problem_of(Problem("CONTACT_NO_DAY", "day", None, hint, "warn"), first.index)
            yield from cells

    def _tell_missing(self, row: Row, first: Intake, told: Mapping[str, Value]) -> None:
        for item in self._catalogue[first.contact]:
            if item.required and item.name not in told and not isinstance(item.type, Reference):
                missing = replace(item.check(None, self._today)[0], severity="warn")
                row.problem_of(missing, first.index)
