"""What stands beside the figures: the year in charts, and the chosen figure by place and group."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from mengzhan.model.codes import code_table
from mengzhan.prints.month_report import charts_of
from mengzhan.rules.directions import direction_counts
from mengzhan.rules.figures import Figure, Indicator
from mengzhan.rules.reporting import Report
from mengzhan.rules.reporting.apart import Part, parts_by_group, parts_by_place
from mengzhan.ui.pages.directions import DirectionFigures
from mengzhan.ui.pages.reporting.course_charts import CourseCharts
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.lines_table import LinesModel, LinesTable
from mengzhan.ui.widgets.lines_table import Part as Column
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.widgets.scrolled import Scrolled
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

YEAR, PLACE, GROUP, DIRECTION = "year", "place", "group", "direction"


class PartsPanel(Panel):
    """``opened(figure, words)``: open the records of a part of a figure."""

    opened = Signal(object, str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._report: Report | None = None
        self._figure: Figure | None = None
        self._parts: Sequence[Part] = ()
        self._asked: tuple[str, Figure] | None = None
        self.view = YEAR
        self.charts = CourseCharts()
        self.told = Words("", "remark", wrap=True)
        self.table = LinesTable(self._model())
        self.table.opened.connect(self._open)
        self.directions = Scrolled()
        self.direction_figures: DirectionFigures | None = None
        year = Scrolled()
        year.body.addWidget(self.charts)
        year.body.addStretch(1)
        self._stack = QStackedWidget()
        self._shown = {YEAR: year, PLACE: self.table, GROUP: self.table, DIRECTION: self.directions}
        for part in (year, self.table, self.directions):
            self._stack.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(theme().size(6))
        self.buttons = {
            name: self._choice(name, words)
            for name, words in (
                (YEAR, self.tr("全年")),
                (PLACE, self.tr("分地点")),
                (GROUP, self.tr("分群体")),
                (DIRECTION, self.tr("政策方向")),
            )
        }
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.told)
        self.body.addWidget(self._stack, 1)
        self.buttons[YEAR].setChecked(True)

    def _choice(self, name: str, words: str) -> Button:
        button = Button(words)
        button.set_look("choice")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(lambda: self.show_view(name))
        return button

    def _model(self) -> LinesModel[Part]:
        return LinesModel(
            [
                Column(self.tr("哪里、哪些人"), self._label, 150, share=1),
                Column(self.tr("多少"), lambda part: part.shown, 90, right=True),
            ]
        )

    def _label(self, part: Part) -> str:
        """Groups have a name in the language that is shown, places have none."""
        known = code_table("key_group").get(part.key) if self.view == GROUP else None
        return known.words if known is not None else say(part.label)

    # Showing -------------------------------------------------------------------------------

    def show_report(self, report: Report | None) -> None:
        """Show the year of a report; ``None`` while it is counted."""
        self._report = report
        self.charts.show_charts(charts_of(report, _title) if report is not None else ())
        self._show()

    def show_figure(self, figure: Figure | None) -> None:
        """Show a figure by place or group, whichever was asked for last."""
        self._figure = figure
        self._show()

    def show_view(self, view: str) -> None:
        """Show the year, or the figure taken apart."""
        self.view = view
        self.buttons[view].setChecked(True)
        self._show()

    def _show(self) -> None:
        self._stack.setCurrentWidget(self._shown[self.view])
        told = self._told()
        self.told.setText(told)
        self.told.setVisible(bool(told))
        if self.view == DIRECTION:
            self._show_directions()
        elif self.view != YEAR:
            self._take_apart()

    def _told(self) -> str:
        """What the figure counts, or what the charts show."""
        if self.view == YEAR and self._report is not None:
            year = self._report.period.last.year
            return self.tr("{year}年各月；深色的是这个月。").format(year=year)
        if self.view == DIRECTION or self._figure is None:
            return ""
        indicator = self._figure.indicator
        words = self.tr("{label}：{meaning}")
        told = words.format(label=indicator.label, meaning=indicator.meaning)
        if not self._figure.evidence and not self._figure.base:
            told += self.tr("现在一条也没有，没什么可分的。")
        elif not self._has_parts(self._figure):
            told += self.tr("数的不是人，不分群体。")
        return told

    def _has_parts(self, figure: Figure) -> bool:
        """Whether there is anything to take apart; only people belong to groups."""
        counted = (*figure.evidence, *figure.base)
        about = {one.about[0] for one in counted}
        return "person" in about if self.view == GROUP else bool(counted)

    def _take_apart(self) -> None:
        figure, view = self._figure, self.view
        if figure is None or not self._has_parts(figure):
            self._asked = None
            self._fill([])
            return
        if self._asked == (view, figure):
            return
        self._asked = None
        apart: Callable[..., list[Part]] = parts_by_place if view == PLACE else parts_by_group
        session = self._workspace.session

        def take(parts: list[Part] | None, error: Exception | None) -> None:
            if parts is None:
                self._workspace.failed.emit(error)
            else:
                self._asked = (view, figure)
                self._fill(parts)

        self._workspace.jobs.run(
            lambda _progress: apart(session.read(), figure), take, window=self, lane="parts"
        )

    def _fill(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self.table.lines.fill(parts)

    def _show_directions(self) -> None:
        body = self.directions.body
        while body.count():
            widget = body.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        report = self._report
        if report is None:
            return
        days: tuple[date, date] = (report.period.first, report.period.last)
        first, last = (day.isoformat() for day in days)
        counts = direction_counts(self._workspace.reader, first, last)
        figures = DirectionFigures(self._workspace.session.catalogue, counts, days)
        figures.listed.connect(self._workspace.list_asked)
        self.direction_figures = figures
        body.addWidget(figures)
        body.addStretch(1)

    def _open(self, line: int) -> None:
        part = self._parts[line]
        if part.figure is not None:
            self.opened.emit(part.figure, self._label(part))


def _title(indicator: Indicator) -> str:
    return f"{indicator.label} ({indicator.unit})"
