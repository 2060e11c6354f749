"""What the fields of a record say against each other, told at the cell to put right."""

from collections.abc import Iterator, Mapping
from datetime import date

from mengzhan.model.entry import Values
from mengzhan.model.kind import Kind
from mengzhan.model.problem import Problem
from mengzhan.sheets.importing.row import CellProblem, Row


class Clashes:
    """Looks for contradictions in records of one kind.

    Args:
        paths: what columns give -> the column.
    """

    def __init__(self, kind: Kind, paths: Mapping[str, int], today: date) -> None:
        self._kind = kind
        self._paths = paths
        self._today = today

    def of(self, row: Row, stored: Values, writes: Values) -> Iterator[CellProblem]:
        """Yield what the fields of a record say against each other once ``writes`` went into it.

        What it says against itself already is nothing new, nor is what was told of the row.
        """
        found = list(self._contradictions({**stored, **writes} if stored else writes))
        if not found:
            return
        known = {(told.problem.code, told.problem.field) for told in row.problems}
        if stored:
            known |= {(problem.code, problem.field) for problem in self._contradictions(stored)}
        for problem in found:
            if (problem.code, problem.field) not in known:
                yield CellProblem(row.number, self._cause(problem, stored, writes), problem)

    def _cause(self, problem: Problem, stored: Values, writes: Values) -> int | None:
        """Return the cell to put right: that of the field, else one without which all is well."""
        if problem.field in self._paths:
            return self._paths[problem.field]
        for path, place in self._paths.items():
            without = {name: value for name, value in writes.items() if name != path}
            left = self._contradictions({**stored, **without}) if path in writes else (problem,)
            if all((other.code, other.field) != (problem.code, problem.field) for other in left):
                return place
        return None

    def _contradictions(self, values: Values) -> Iterator[Problem]:
        return (problem for check in self._kind.checks for problem in check(values, self._today))
