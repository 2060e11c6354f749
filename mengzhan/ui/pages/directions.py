"""How much was registered in a period of each direction of the policy; figures open to records."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mengzhan.model.kind import Catalogue
from mengzhan.rules.directions import DirectionCount
from mengzhan.ui.pages.conditions import Condition
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import LinkButton
from mengzhan.ui.widgets.panel import HairLine, Words, space

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_SIDES = (_LEFT, _RIGHT, _RIGHT, _RIGHT)


class DirectionFigures(QWidget):
    """``listed(kind, conditions)``: open the records behind a figure."""

    listed = Signal(str, object)

    def __init__(
        self,
        catalogue: Catalogue,
        counts: Sequence[DirectionCount],
        days: tuple[date, date],
    ) -> None:
        """``days`` are the first and the last of the period."""
        super().__init__()
        self._catalogue = catalogue
        self._days = days
        self.figures: dict[tuple[str, str], LinkButton] = {}
        """(kind, code) -> the figure that opens to records."""
        column = QVBoxLayout(self)
        space(column, 0, 4)
        found = [one for one in counts if one.vacancies or one.employers]
        if not found:
            words = self.tr(
                "这段时间登记的岗位和单位都没有标政策方向；在它们的表里标上，这里就有数。"
            )
            column.addWidget(Words(words, "remark", wrap=True))
            return
        words = self.tr("一条标了几个方向，每个方向都算。")
        column.addWidget(Words(words, "remark", wrap=True))
        column.addLayout(self._grid(found))

    def _grid(self, found: Sequence[DirectionCount]) -> QGridLayout:
        grid = QGridLayout()
        space(grid, 0, 4)
        grid.setHorizontalSpacing(theme().size(24))
        heads = (self.tr("方向"), self.tr("岗位条数"), self.tr("招人数"), self.tr("单位户数"))
        for place, label in enumerate(heads):
            grid.addWidget(Words(label, "group"), 0, place, _SIDES[place])
        for number, one in enumerate(found):
            at = 1 + 2 * number
            cells = (
                Words(one.label),
                self._figure("vacancy", one.code, self.tr("{count} 条"), one.vacancies),
                Words(self.tr("{count} 人").format(count=f"{one.places:,}")),
                self._figure("employer", one.code, self.tr("{count} 户"), one.employers),
            )
            for place, cell in enumerate(cells):
                grid.addWidget(cell, at, place, _SIDES[place])
            grid.setRowMinimumHeight(at, theme().size(26))
            grid.addWidget(HairLine(), at + 1, 0, 1, len(cells))
        grid.setColumnMinimumWidth(0, theme().size(160))
        grid.setColumnStretch(len(heads), 1)
        return grid

    def _figure(self, kind: str, code: str, template: str, count: int) -> QWidget:
        words = template.format(count=f"{count:,}")
        if not count:
            return Words(words)
        figure = LinkButton(words)
        figure.clicked.connect(lambda: self.listed.emit(kind, self._conditions(kind, code)))
        self.figures[kind, code] = figure
        return figure

    def _conditions(self, kind: str, code: str) -> list[Condition]:
        day = self._catalogue[kind].day
        first, last = (one.isoformat() for one in self._days)
        return [
            Condition(day, "from", first),
            Condition(day, "until", last),
            Condition("directions", "is", [code]),
        ]
