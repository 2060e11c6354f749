"""Whose records may go into a form: what the list beside it has marked, shows, or holds."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # a list is shown on most days without any form
    from mengzhan.sheets.filling.formtask import FormTask

Which = Literal["marked", "shown", "all", "one"]


@dataclass(frozen=True)
class Scope:
    """Some records in the order in which they go in; ``rows`` is ``None`` for all there are, the
    oldest first."""

    which: Which
    rows: Sequence[int] | None


@dataclass(frozen=True)
class Scopes:
    """What a list of records of one kind can offer.

    ``shown`` asks for what it shows; it is called beside the screen. ``ordered`` says whether the
    user has chosen the order, ``filtered`` whether some are left out; ``current`` is the line
    where the user stands. With ``only`` nothing but these goes in, whatever the form asks for.
    """

    kind: str
    marked: Sequence[int] = ()
    shown: Callable[[], Sequence[int]] = lambda: array("q")
    ordered: bool = False
    filtered: bool = False
    current: int | None = None
    only: Sequence[int] | None = None

    def of(self, task: "FormTask") -> list[Scope]:
        """Return what may go into a form, the likeliest first; nothing if a form about one person
        finds none chosen."""
        if self.only is not None:
            return [Scope("shown", self.only)]
        if task.picks_itself or task.kind.name != self.kind:
            return [Scope("all", None)]
        if task.form.is_card:
            one = self.marked if len(self.marked) == 1 else [self.current]
            rows = [row for row in one if row is not None]
            return [Scope("one", rows)] if rows else []
        found = [Scope("marked", self._in_order(self.marked))] if self.marked else []
        if self.filtered:
            found.append(Scope("shown", self._in_order(self.shown())))
        rest = self.shown() if self.ordered and not self.filtered else None
        return [*found, Scope("all", rest)]

    def _in_order(self, rows: Sequence[int]) -> Sequence[int]:
        """A list that nobody has sorted shows the newest first; a form begins with the oldest."""
        return rows if self.ordered else sorted(rows)
