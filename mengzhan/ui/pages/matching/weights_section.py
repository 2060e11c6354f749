"""Settings: how much each factor of matching counts, in one table that can be put back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.model.text import normalise_token
from mengzhan.rules.matching.weights import SETTING, changed, factors, in_force, usual
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import ResultLine, Words, space
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

_WIDTH = 64


class WeightsSection(QWidget):
    """A line for each factor: what it means, its weight, and what it was at first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.lines: dict[str, LineEdit] = {}
        column = QVBoxLayout(self)
        space(column, 0, 8)
        column.addWidget(
            Words(
                self.tr(
                    "先看硬条件：可去范围、开工日、证照、法定年龄、名额、有效期，缺一样就不算合适。"
                    "都够了，再按下面的分量排先后。0 就是不算。"
                    "性别、年龄、民族、重点群体、户，从来不算。"
                ),
                wrap=True,
            )
        )
        column.addLayout(self._table())
        self.result = ResultLine()
        column.addWidget(self.result)
        row = QHBoxLayout()
        self.reset_button = Button(self.tr("都改回程序自带的"))
        self.reset_button.clicked.connect(self.reset)
        row.addWidget(self.reset_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.setFocusProxy(next(iter(self.lines.values())))
        self.refresh()

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().size(12))
        grid.setVerticalSpacing(theme().size(6))
        grid.setColumnStretch(2, 1)
        for row, factor in enumerate(factors()):
            line = LineEdit()
            line.setFixedWidth(theme().size(_WIDTH))
            line.setAccessibleName(factor.words)
            line.left.connect(lambda _reason, name=factor.code: self._take(name))
            line.moved.connect(lambda step, at=row: self._move(at + step))
            self.lines[factor.code] = line
            at_first = self.tr("自带 {weight}").format(weight=usual()[factor.code])
            grid.addWidget(line, row, 0)
            grid.addWidget(Words(at_first, "remark"), row, 1)
            grid.addWidget(Words(factor.words, wrap=True), row, 2)
        return grid

    def refresh(self) -> None:
        """Show what counts now."""
        weights = in_force(self._workspace.session.setting(SETTING))
        for name, line in self.lines.items():
            line.setText(str(weights[name]))
        self.reset_button.setEnabled(weights != usual())

    def reset(self) -> None:
        """Put the program's own weights back."""
        self._keep({}, self.tr("已改回程序自带的"))

    def _take(self, name: str) -> None:
        """Keep what stands in a line, if it is another weight."""
        before = in_force(self._workspace.session.setting(SETTING))
        text = normalise_token(self.lines[name].text())
        value = int(text) if text.isdecimal() else -1
        if value == before[name]:
            return
        try:
            own = changed({**before, name: value})
        except UserError as error:
            self.refresh()
            self.result.tell(say(error.message), "red")
            return
        self._keep(own, self.tr("已改，名单马上按新的排"))

    def _keep(self, own: dict[str, int], words: str) -> None:
        try:
            self._workspace.session.set_setting(SETTING, own)
        except UserError as error:
            self._workspace.failed.emit(error)
            return
        self.refresh()
        self.result.tell(words)

    def _move(self, row: int) -> None:
        lines = list(self.lines.values())
        if 0 <= row < len(lines):
            lines[row].setFocus(Qt.FocusReason.TabFocusReason)
