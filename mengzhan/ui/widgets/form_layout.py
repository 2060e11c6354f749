"""How the fields of a kind are laid out: the needed ones open, the rest behind 更多."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mengzhan.model.kind import Field, Kind
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.form_row import FormRow
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.words import say

TWO_COLUMNS_FROM = 620
_SHORT = {"number", "date", "month", "flag"}


@dataclass
class Group:
    """Fields that stand together under one quiet heading."""

    label: str
    fields: list[Field] = field(default_factory=list)


def grouped(fields: Sequence[Field]) -> list[Group]:
    """Gather fields by group, groups and fields in the order in which they were declared."""
    groups: dict[str, Group] = {}
    for item in fields:
        groups.setdefault(item.group, Group(item.group)).fields.append(item)
    return list(groups.values())


def front_fields(kind: Kind) -> list[Field]:
    """The fields that a form shows at once: required ones, and those that lists show."""
    return [item for item in kind if item.required or item.listed]


def more_fields(kind: Kind) -> list[Field]:
    """The fields that wait behind 更多."""
    return [item for item in kind if not (item.required or item.listed)]


class FieldGrid(QWidget):
    """Rows of fields under a heading. Where there is room, two narrow ones share a line.

    With ``short_only`` just numbers, days and answers do: the front of a form reads as one column.
    """

    def __init__(self, heading: str, rows: Sequence[FormRow], *, short_only: bool) -> None:
        super().__init__()
        self.rows = list(rows)
        self._short_only = short_only
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(6))
        if heading:
            column.addWidget(Words(say(heading), "group"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().size(12))
        self._grid.setVerticalSpacing(theme().size(6))
        column.addLayout(self._grid)
        self._arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= theme().size(TWO_COLUMNS_FROM) else 1)

    @property
    def columns(self) -> int:
        """How many columns there are now."""
        return self._columns

    def _narrow(self, row: FormRow) -> bool:
        if self._short_only:
            return row.field.type.editor in _SHORT
        return not row.editor.wide

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for row in self.rows:
            self._grid.removeWidget(row)
        line, at = 0, 0
        while at < len(self.rows):
            pair = self.rows[at : at + 2]
            if columns == 2 and len(pair) == 2 and all(map(self._narrow, pair)):
                self._grid.addWidget(pair[0], line, 0)
                self._grid.addWidget(pair[1], line, 1)
                at += 2
            else:
                self._grid.addWidget(pair[0], line, 0, 1, columns)
                at += 1
            line += 1
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)
