"""One row of a ledger as it is read: values, what it says of other records, problems at its cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from mengzhan.model.entry import Value
from mengzhan.model.problem import Problem
from mengzhan.sheets.importing.contacts import contact_kind


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One problem at one cell; ``column`` is ``None`` where it concerns the row as a whole.

    ``kept`` tells that the text of the cell went into the note instead.
    """

    row: int
    column: int | None
    problem: Problem
    suggestions: tuple[str, ...] = field(default=(), repr=False)
    kept: bool = False

    @property
    def blocks(self) -> bool:
        """Whether the row stays out because of it."""
        return self.problem.blocks and not self.kept


Links = Mapping[str, dict[str, Value]]
_NO_LINKS: Links = MappingProxyType({})


@dataclass(slots=True)
class Row:
    """One record as a row gives it. ``links`` holds what is said of records it refers to, and of
    those that follow it (``after``).

    Most rows have neither links nor problems, and a long table has many: they share what is empty.
    """

    number: int
    values: dict[str, Value] = field(repr=False)
    links: Links = field(default_factory=lambda: _NO_LINKS, repr=False)
    problems: tuple[CellProblem, ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether the row cannot go in as it is."""
        return bool(self.problems) and any(problem.blocks for problem in self.problems)

    @property
    def after(self) -> list[tuple[str, dict[str, Value]]]:
        """The contacts that become records after that of the row: (kind, values)."""
        told = ((contact_kind(name), values) for name, values in self.links.items())
        return [(kind, values) for kind, values in told if kind]

    def problem_of(self, problem: Problem, column: int | None = None) -> None:
        """Note a problem that shows only beside other records."""
        self.problems += (CellProblem(self.number, column, problem),)

    def link(self, name: str, inner: str, value: Value) -> None:
        """Note what the row says of the record that field ``name`` refers to."""
        self.links = {**self.links, name: {**self.links.get(name, {}), inner: value}}
