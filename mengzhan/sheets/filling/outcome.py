"""What became of each column of a form: how many cells were filled, how many not, and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mengzhan.sheets.filling.answers import Why
from mengzhan.sheets.filling.columngroup import ColumnGroup, column_groups
from mengzhan.sheets.filling.filledform import Filled
from mengzhan.sheets.filling.superform import Standing, SuperiorForm


@dataclass(frozen=True)
class ColumnOutcome:
    """One column; ``empty`` counts the cells left empty for each reason."""

    group: ColumnGroup
    standing: Standing
    filled: int
    empty: tuple[tuple[Why, int], ...]

    @property
    def missing(self) -> int:
        """How many cells stay empty though it is known what belongs there."""
        return sum(count for _, count in self.empty)


def outcomes(form: SuperiorForm, filled: Filled) -> Iterator[ColumnOutcome]:
    """Yield every column of a form, in its order."""
    for group in column_groups(form):
        indexes = [column.index for column in group.columns]
        empty: Counter[Why] = Counter()
        for left in filled.empty:
            if left.column in indexes:
                empty[left.why] += len(left.rows)
        count = sum(filled.by_column.get(index, 0) for index in indexes)
        yield ColumnOutcome(group, form.standing(group.head), count, tuple(empty.items()))
