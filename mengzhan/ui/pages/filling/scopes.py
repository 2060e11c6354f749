"""Whose records may go into a form: what the list beside it has marked, shows, or holds."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from mengzhan.sheets.filling.formtask import FormTask

Which = Literal["marked", "shown", "all", "one"]


@dataclass(frozen=True)
class Scope:
    """Some records, in the order of the list; ``rows`` is ``None`` for all that there are."""

    which: Which
    rows: Sequence[int] | None


@dataclass(frozen=True)
class Scopes:
    """What a list of records of one kind can offer. ``shown`` is everything if no filter is set;
    ``current`` the line where the user stands."""

    kind: str
    marked: Sequence[int] = ()
    shown: Sequence[int] = field(default_factory=lambda: array("q"))
    filtered: bool = False
    current: int | None = None

    def of(self, task: FormTask) -> list[Scope]:
        """Return what may go into a form, the likeliest first; nothing if a form about one person
        finds none chosen."""
        if task.picks_itself or task.kind.name != self.kind:
            return [Scope("all", None)]
        if task.form.is_card:
            one = self.marked if len(self.marked) == 1 else [self.current]
            rows = [row for row in one if row is not None]
            return [Scope("one", rows)] if rows else []
        found = [Scope("marked", self.marked)] if self.marked else []
        if self.filtered:
            found.append(Scope("shown", self.shown))
        return [*found, Scope("all", None if self.filtered else self.shown)]
