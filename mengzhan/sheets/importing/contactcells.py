"""The cells of one row that tell of contacts: gathered by contact, and given back if it has no day."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import Reference
from mengzhan.model.kind import Catalogue
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.column import Intake
from mengzhan.sheets.importing.contactdays import Told, contact_day
from mengzhan.sheets.importing.contacts import REMARKS, beside, ways_in
from mengzhan.sheets.importing.headers import NOTE
from mengzhan.sheets.importing.row import CellProblem, Row
from mengzhan.sheets.plaintext import plain_text

_WAY = "mode"
_HALF_A_YEAR = timedelta(days=183)
_NO_DAY = QT_TRANSLATE_NOOP("model", "没有写全年月日，没有记成{kind}，内容写进了备注。")
_OTHER_YEAR = QT_TRANSLATE_NOOP(
    "model", "没写是哪一年，几次的先后对不上，没有记成{kind}，内容写进了备注。"
)
_PARTS = re.compile(r"\s*[;；]\s*")


class ContactCells:
    """Gathers what one row after another tells of contacts."""

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self._catalogue = catalogue
        self._today = today
        self._cells: dict[str, list[tuple[Intake, Cell]]] = {}
        self._others: dict[str, list[str]] = {}
        self._undated: list[tuple[Intake, str]] = []

    def clear(self) -> None:
        """Begin another row."""
        self._cells.clear()
        self._others.clear()
        self._undated.clear()

    def note(self, intake: Intake, cell: Cell) -> None:
        """Note that a cell tells of a contact."""
        self._cells.setdefault(intake.name, []).append((intake, cell))

    def tell(self, row: Row, intake: Intake, name: str, value: Value) -> None:
        """Put a value into a contact; words without room in their field go into its note. What has
        no field of its own stands there after its header."""
        labelled = name == NOTE == intake.inner and intake.label
        self._put(row, intake, intake.name, name, f"{intake.label}：{value}" if labelled else value)

    def tell_others(self, row: Row, intake: Intake, others: Sequence[Told]) -> None:
        """Put further contacts that a cell tells of beside its first; those without a whole day
        are given back by ``settle``."""
        for told in others:
            day = None if told.day is None else told.day.isoformat()
            if day is None or not self._may_be(intake, day):
                words = f"{day}，{told.words}" if day else told.words
                self._undated.append((intake, words))
                continue
            of_cell = self._others.setdefault(intake.name, [])
            name = beside(intake.name, len(of_cell) + 1)
            of_cell.append(name)
            row.link(name, "day", day)
            if told.words:
                self._put(row, intake, name, REMARKS[intake.contact], told.words)

    def _put(self, row: Row, intake: Intake, contact: str, name: str, value: Value) -> None:
        whole, standing = value, row.links.get(contact, {}).get(name)
        if isinstance(standing, str) and isinstance(value, str):
            whole = f"{standing}；{value}"
        elif isinstance(standing, list) and isinstance(value, list):
            whole = list(dict.fromkeys([*standing, *value]))
        item = self._catalogue[intake.contact][name]
        wrong = [problem for problem in item.check(whole, self._today) if problem.blocks]
        if wrong and name != NOTE:
            self._put(row, intake, contact, NOTE, value)
            return
        row.problems += tuple(CellProblem(row.number, intake.index, found) for found in wrong)
        row.link(contact, name, whole)

    def settle(self, row: Row) -> Iterator[tuple[Intake, str]]:
        """Tell what contacts lack. One without a day is none: it leaves the row, and the texts of
        its cells are yielded."""
        for name, cells in self._cells.items():
            if "day" not in row.links.get(name, {}):
                self._find_day(row, cells)
        other_year = self._years_mixed(row)
        for name, cells in self._cells.items():
            first = cells[0][0]
            supplied = self._year_supplied(row, name, cells)
            if "day" in row.links.get(name, {}) and not (other_year and supplied):
                self._share(row, name, first)
                for each in self._all_of(name):
                    self._tell_way(row, each, cells)
                self._tell_missing(row, first, row.links[name])
                continue
            gone = self._all_of(name)
            row.links = {other: told for other, told in row.links.items() if other not in gone}
            if not all(intake.says_how for intake, _ in cells):
                self._tell_undated(row, first, _OTHER_YEAR if supplied else _NO_DAY)
            yield from ((intake, plain_text(cell)) for intake, cell in cells)
        for intake, text in self._undated:
            self._tell_undated(row, intake, _NO_DAY)
            yield intake, text

    def _all_of(self, name: str) -> tuple[str, ...]:
        """A contact, and the further ones that its cell tells of."""
        return (name, *self._others.get(name, ()))

    def _years_mixed(self, row: Row) -> bool:
        """Whether contacts go back by half a year where the table says of which year they are: it
        then goes on into another, and nobody knows where."""
        days = [
            (date.fromisoformat(str(row.links[each]["day"])), self._year_supplied(row, each, cells))
            for name, cells in self._cells.items()
            for each in self._all_of(name)
            if "day" in row.links.get(each, {})
        ]
        return any(
            supplied and before - after > _HALF_A_YEAR
            for (before, _), (after, supplied) in pairwise(days)
        )

    def _year_supplied(self, row: Row, name: str, cells: Sequence[tuple[Intake, Cell]]) -> bool:
        """Whether the year of a contact's day stands over the table and not in its cells."""
        year = str(row.links.get(name, {}).get("day", ""))[:4]
        written = re.compile(rf"{year}|(?<!\d){year[2:]}[-./年]\d{{1,2}}[-./月]\d")
        texts = (plain_text(cell) for _, cell in cells)
        return year == str(cells[0][0].heading.year) and not any(map(written.search, texts))

    def _may_be(self, intake: Intake, day: str) -> bool:
        """Whether a contact can have been on a day: not in the future."""
        item = self._catalogue[intake.contact]["day"]
        return not any(problem.blocks for problem in item.check(day, self._today))

    def _find_day(self, row: Row, cells: Sequence[tuple[Intake, Cell]]) -> None:
        """The words of a contact may begin with its day where the column for days is empty."""
        for intake, cell in cells:
            day = contact_day(cell, intake.heading, self._today) if intake.inner != "day" else None
            if day is not None and self._may_be(intake, day.isoformat()):
                row.link(intake.name, "day", day.isoformat())
                return

    def _share(self, row: Row, name: str, intake: Intake) -> None:
        """Several days before one text: to each its part if there are as many, else the whole."""
        field = REMARKS[intake.contact]
        words = row.links[name].get(field)
        several = self._all_of(name)
        others = several[1:]
        if not others or not isinstance(words, str):
            return
        if any(field in row.links[other] for other in others):
            return
        parts = _PARTS.split(words)
        if len(parts) != len(several):
            parts = [words] * len(several)
        for each, part in zip(several, parts, strict=True):
            row.link(each, field, part)

    def _tell_way(self, row: Row, name: str, cells: Sequence[tuple[Intake, Cell]]) -> None:
        """The way of a contact, where no column says it: from its words, else from the header."""
        kind = cells[0][0].contact
        told = row.links[name]
        if self._catalogue[kind].get(_WAY) is None or _WAY in told:
            return
        said = " ".join(str(told[field]) for field in (REMARKS[kind], NOTE) if field in told)
        heads = {
            intake.column.header for intake, _ in cells if intake.inner in ("day", REMARKS[kind])
        }
        over = ways_in(" ".join(sorted(heads)))
        ways = ways_in(said) or (over if len(over) == 1 else [])
        if ways:
            row.link(name, _WAY, ways[0])

    def _tell_undated(self, row: Row, intake: Intake, words: str) -> None:
        hint = Message(words, {"kind": self._catalogue[intake.contact].label})
        row.problem_of(Problem("CONTACT_NO_DAY", "day", None, hint, "warn"), intake.index)

    def _tell_missing(self, row: Row, first: Intake, told: Mapping[str, Value]) -> None:
        for item in self._catalogue[first.contact]:
            if item.required and item.name not in told and not isinstance(item.type, Reference):
                missing = replace(item.check(None, self._today)[0], severity="warn")
                row.problem_of(missing, first.index)
