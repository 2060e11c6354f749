"""What a plan found, in the order in which a person goes through it.

Blocking problems one by one, warnings and repairs by their sort, and the rows that may be known.
Only numbers and what the plan holds anyway are kept here, so that a long ledger costs no more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mengzhan.model.fieldtypes import CreditCode, IdNumber
from mengzhan.model.kind import Field
from mengzhan.model.words import Message
from mengzhan.sheets.grid import column_letters
from mengzhan.sheets.importing.column import Repair
from mengzhan.sheets.importing.headers import SECTION
from mengzhan.sheets.importing.intake import Import
from mengzhan.sheets.importing.plan import Plan
from mengzhan.sheets.importing.planned import Decision, Intent, Planned, Same
from mengzhan.sheets.importing.row import CellProblem
from mengzhan.sheets.importing.values import REPAIR_WORDS
from mengzhan.sheets.plaintext import plain_text


@dataclass
class Trouble:
    """One blocking problem and what a person did about it: nothing yet, the text that stands
    there now (empty: left out), or the row skipped."""

    problem: CellProblem
    column: int | None
    typed: str | None = None
    skipped: bool = False

    @property
    def row(self) -> int:
        """The row, as people count."""
        return self.problem.row

    @property
    def is_open(self) -> bool:
        """Whether the row stays out because of it."""
        return self.typed is None and not self.skipped


@dataclass
class Remarks:
    """Warnings or repairs of one sort in one column; ``words`` are those of the first line."""

    column: int | None
    code: str
    words: Message | str
    lines: list[CellProblem | tuple[Repair, list[int]]] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many cells are meant."""
        return sum(1 if isinstance(line, CellProblem) else len(line[1]) for line in self.lines)


class Findings:
    """What the plan of one import found, and what was decided about it."""

    def __init__(self, task: Import, plan: Plan) -> None:
        self.task = task
        self.plan = plan
        self.table = task.table
        self.touched = False
        self.troubles: list[Trouble] = []
        self.repeats: list[int] = []
        self.warnings: list[Remarks] = []
        self.repairs: list[Remarks] = []
        self._known: dict[tuple[int, str], Trouble] = {}
        self._asked: set[int] = set()
        self._columns = {column.index: column for column in task.columns}
        self._paths = {column.path: column.index for column in task.columns if column.taken}
        for planned in plan.planned:
            self._look(planned)
        self.gather()

    # Columns and cells ---------------------------------------------------------------------

    def header(self, column: int | None) -> str:
        """What stands above a column."""
        found = self._columns.get(column) if column is not None else None
        return found.header if found is not None else ""

    def group_header(self, group: Remarks) -> str:
        """What stands above the cells of a group; the label of the field where there are none."""
        first = group.lines[0]
        if group.column is None and isinstance(first, CellProblem):
            item = self.plan.kind.get(first.problem.field)
            return item.label if item is not None else ""
        return self.header(group.column)

    def field(self, column: int | None) -> Field | None:
        """The field that a column is taken for."""
        found = self._columns.get(column) if column is not None else None
        return self.task.words.field(found.path) if found is not None and found.path else None

    def letters(self, column: int | None) -> str:
        """The letters of a column; nothing for what stands over groups of rows."""
        return "" if column is None or column == SECTION else column_letters(column)

    def text(self, row: int, column: int | None) -> str:
        """What stands in a cell of the file."""
        if column is None:
            return ""
        if column == SECTION:
            return self.task.table.sections.get(row - 1, "")
        return plain_text(self.task.table.sheet.cell(row - 1, column))

    def title(self, row: int) -> str:
        """Who or what a row is about, as far as it says."""
        planned = self.plan.at(row)
        kind = self.plan.kind
        words = [kind[name].show(planned.row.values.get(name)) for name in kind.title[:1]]
        told = [str(told.get("name") or "") for told in planned.row.links.values()]
        return next((word for word in (*told, *words) if word), "")

    # Blocking problems ---------------------------------------------------------------------

    def _look(self, planned: Planned) -> None:
        """Take note of what a row asks."""
        for problem in planned.problems:
            key = _key(problem)
            if problem.blocks and key not in self._known:
                trouble = Trouble(problem, self._cell_of(problem))
                self._known[key] = trouble
                self.troubles.append(trouble)
        number = planned.row.number
        if planned.intent is Intent.WAIT and number not in self._asked:
            self._asked.add(number)
            self.repeats.append(number)

    def _cell_of(self, problem: CellProblem) -> int | None:
        """The cell to correct: for a record that was not found, what names it best."""
        if problem.column is not None:
            return problem.column
        within = [p for p in self._paths if p.startswith(f"{problem.problem.field}.")]
        sure = [p for p in within if self._is_number(p)]
        return self._paths[next(iter(sure or within))] if within else None

    def _is_number(self, path: str) -> bool:
        item = self.task.words.field(path)
        return item is not None and isinstance(item.type, IdNumber | CreditCode)

    @property
    def open_troubles(self) -> int:
        """How many problems still keep rows out."""
        return sum(trouble.is_open for trouble in self.troubles)

    def alike(self, trouble: Trouble) -> list[Trouble]:
        """Every open problem of the same sort in the same column, this one among them."""
        return [
            other
            for other in self.troubles
            if other.is_open
            and other.column == trouble.column
            and other.problem.problem.code == trouble.problem.problem.code
        ]

    def correct(self, troubles: Iterable[Trouble], text: str | None) -> None:
        """Read cells with ``text`` instead; empty leaves them out, ``None`` puts them back."""
        meant = [trouble for trouble in troubles if trouble.column is not None]
        for trouble in meant:
            self._unskip(trouble)
        fixes = {(t.row, t.column): text for t in meant if t.column is not None}
        self.plan.fix_all(fixes)
        self._follow(meant)

    def _follow(self, troubles: Iterable[Trouble]) -> None:
        """See what became of problems after their cells were read again."""
        self.touched = True
        for trouble in troubles:
            assert trouble.column is not None  # noqa: S101 - only cells are read again
            planned = self.plan.at(trouble.row)
            field_ = trouble.problem.problem.field
            still = [p for p in planned.problems if p.blocks and p.problem.field == field_]
            if still:
                trouble.problem = still[0]
            trouble.typed = None if still else self.plan.fixed(trouble.row, trouble.column)
            self._look(planned)
        self._look_at_waiting()

    def _look_at_waiting(self) -> None:
        """What was put right or decided may be what a later row resembles."""
        for planned in self.plan.planned:
            if planned.intent is Intent.WAIT:
                self._look(planned)

    def skip(self, troubles: Iterable[Trouble]) -> None:
        """Leave the rows of problems out."""
        self.touched = True
        rows = {trouble.row for trouble in troubles}
        self.plan.decide_all(dict.fromkeys(rows, Decision("skip")))
        for trouble in self.troubles:
            if trouble.row in rows:
                trouble.skipped = True

    def put_back(self, trouble: Trouble) -> None:
        """Take back what was done about a problem."""
        self._unskip(trouble)
        if trouble.typed is not None:
            self.correct([trouble], None)

    def _unskip(self, trouble: Trouble) -> None:
        if trouble.skipped:
            self.plan.decide(trouble.row, None)
            for other in self.troubles:
                if other.row == trouble.row:
                    other.skipped = False

    # Columns chosen otherwise --------------------------------------------------------------

    def take_over(self, before: "Findings") -> int:
        """Do again what was decided before columns were chosen otherwise.

        A correction holds while its column gives the same field, an answer about a row while the
        row resembles the same record; a skipped row stays out. Returns how much does not hold.
        """
        said = len(before.plan.fixes) + len(before.plan.decisions)
        if self.table is not before.table:
            return said
        fixes = {
            cell: text
            for cell, text in before.plan.fixes.items()
            if self._path(cell[1]) == before._path(cell[1]) != ""
        }
        self.plan.fix_all(fixes)
        self._follow([t for t in self.troubles if (t.row, t.column) in fixes])
        self.decide_same(before.plan.same)
        held = {row: said for row, said in before.plan.decisions.items() if said.what == "skip"}
        self.skip([t for t in self.troubles if t.row in held])
        self.plan.decide_all(held)
        for row, decision in before.plan.decisions.items():
            if row not in held and self._meant(row) == before._meant(row) is not None:
                held[row] = decision
                self.decide(row, decision)
        self.gather()
        self.touched = bool(fixes or held)
        return said - len(fixes) - len(held)

    def _path(self, column: int) -> str:
        found = self._columns.get(column)
        return found.path if found is not None and found.taken else ""

    def _meant(self, row: int) -> tuple[str, int | None] | None:
        """The record or the row that a row resembles."""
        alike = self.plan.at(row).resemblance
        return (alike.record, alike.row) if alike is not None else None

    # Warnings and repairs ------------------------------------------------------------------

    def gather(self) -> None:
        """Sort warnings and repairs into groups, the largest first."""
        warnings: dict[tuple[int | None, str, str], Remarks] = {}
        for problem in self.plan.problems():
            if problem.blocks:
                continue
            told = problem.problem
            key = (problem.column, told.code, "" if problem.column is not None else told.field)
            group = warnings.get(key)
            if group is None:
                group = warnings[key] = Remarks(problem.column, told.code, told.hint)
            group.lines.append(problem)
        repairs: dict[tuple[int, str], Remarks] = {}
        for repair, rows in self.plan.repairs.items():
            group = repairs.setdefault(
                (repair.column, repair.sort),
                Remarks(repair.column, repair.sort, REPAIR_WORDS[repair.sort]),
            )
            group.lines.append((repair, rows))
        self.warnings = _largest_first(warnings)
        self.repairs = _largest_first(repairs)

    # Rows that may be known ----------------------------------------------------------------

    @property
    def open_repeats(self) -> int:
        """How many rows wait for a decision."""
        return self.plan.counts()[Intent.WAIT]

    def decide(self, row: int, decision: Decision | None) -> None:
        """Say what a row is."""
        self.touched = True
        self.plan.decide(row, decision)
        self._look_at_merged([self.plan.at(row)])

    def decide_same(self, same: Same) -> None:
        """Say what all rows are whose record is sure and that were not decided singly."""
        self.touched = True
        self.plan.decide_same(same)
        self._look_at_merged(planned for planned in self.plan.planned if planned.resemblance)

    def _look_at_merged(self, rows: Iterable[Planned]) -> None:
        """Take note of what rows say against the records they go into, and forget what they no
        longer say."""
        looked = {planned.row.number: planned for planned in rows}
        said = {
            (p.row, p.problem.field) for one in looked.values() for p in one.problems if p.blocks
        }
        for key, trouble in list(self._known.items()):
            if trouble.row in looked and trouble.is_open and key not in said:
                del self._known[key]
        self.troubles[:] = [t for t in self.troubles if self._known.get(_key(t.problem)) is t]
        for planned in looked.values():
            self._look(planned)
        self._look_at_waiting()


def _key(problem: CellProblem) -> tuple[int, str]:
    """Return what is one trouble for whoever puts it right: a field of a row."""
    return problem.row, problem.problem.field


def _largest_first(groups: Mapping[Any, Remarks]) -> list[Remarks]:
    return sorted(groups.values(), key=lambda group: -group.count)
