"""月报: the figures of a month, a quarter or the year so far, each opening to its records; how the
year went; closing the month; and the papers of it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.rules.anomalies import Anomaly, explain
from mengzhan.rules.closing import Check, close_month
from mengzhan.rules.figures import Figure, Period
from mengzhan.rules.register import one_of
from mengzhan.rules.reporting import Report
from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.conflicts import ConflictsDialog
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.pages.reporting.closing_look import ClosingLook, look_at_closing
from mengzhan.ui.pages.reporting.closing_panel import ClosingPanel
from mengzhan.ui.pages.reporting.explain_dialog import ExplainDialog
from mengzhan.ui.pages.reporting.figure_table import FigureTable
from mengzhan.ui.pages.reporting.opening import Opened, opened_by
from mengzhan.ui.pages.reporting.parts_panel import PartsPanel
from mengzhan.ui.pages.reporting.reports_now import ReportsNow
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.busy_bar import BusyBar
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.panel import PageHead, Panel, Words, space_page
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

SIDE_FROM = 1000
_SIDE = 400
_WHOLE = 16_777_215

_SPANS: dict[str, Callable[[date], Period]] = {
    "month": Period.month_of,
    "quarter": Period.quarter_of,
    "year_to_date": Period.year_to_date,
}


class MonthPage(QWidget):
    """Counts beside the screen; what was counted before is shown until then."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.month = workspace.session.today().replace(day=1)
        self.span = "month"
        self.reports = ReportsNow(workspace.session)
        self.report: Report | None = None
        self._stale = True
        self._side_shown = False
        self._head = PageHead()
        self.table = FigureTable()
        self.closing = ClosingPanel(workspace)
        self.parts = PartsPanel(workspace)
        self.busy = BusyBar(workspace.jobs)
        self._build()
        self._connect()

    @property
    def title(self) -> str:
        """The name of the page."""
        return self.tr("月报")

    @property
    def period(self) -> Period:
        """What the page is about."""
        return _SPANS[self.span](self.month)

    # Building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.back_button = Button(self.tr("← 上月"), "Ctrl+PgUp")
        self.next_button = Button(self.tr("下月 →"), "Ctrl+PgDown")
        self.paper_button = Button(self.tr("打印、导出…"), "Ctrl+P")
        self.span_buttons = {
            name: self._choice(name, words)
            for name, words in (
                ("month", self.tr("月")),
                ("quarter", self.tr("季度")),
                ("year_to_date", self.tr("年初以来")),
            )
        }
        self.span_buttons["month"].setChecked(True)
        self._head.add(*self.span_buttons.values(), self.back_button, self.next_button)
        self._head.add(self.paper_button)
        self._left = Panel()
        self._left.body.addWidget(self.table, 1)
        foot = QHBoxLayout()
        self.told = Words("", "remark")
        self.side_button = LinkButton(self.tr("结账、全年  F6"))
        self.figures_button = LinkButton(self.tr("← 回到各项数  F6"))
        foot.addWidget(self.told, 1)
        foot.addWidget(self.side_button)
        self._left.body.addLayout(foot)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(theme().size(10))
        right.addWidget(self.closing)
        right.addWidget(self.parts, 1)
        right.addWidget(self.figures_button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(theme().size(12))
        row.addWidget(self._left, 1)
        row.addWidget(self._right)
        column = QVBoxLayout(self)
        space_page(column)
        column.addWidget(self._head)
        column.addWidget(self.busy)
        column.addLayout(row, 1)
        self._show()

    def _choice(self, name: str, words: str) -> Button:
        button = Button(words)
        button.set_look("choice")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(lambda: self.show_span(name))
        return button

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self.turn(-1))
        self.next_button.clicked.connect(lambda: self.turn(1))
        self.paper_button.clicked.connect(self.show_papers)
        self.side_button.clicked.connect(self.toggle_side)
        self.figures_button.clicked.connect(self.toggle_side)
        self.table.opened.connect(lambda _line: self.open_current())
        self.table.moved.connect(lambda _line: self._show_figure())
        self.parts.opened.connect(self.open_figure)
        self.closing.opened.connect(self._open_check)
        self.closing.close_asked.connect(self.close_month)
        self.closing.send_asked.connect(lambda: self._workspace.page_asked.emit("send", ""))
        bind(self, "F6", self.toggle_side)

    # Periods -------------------------------------------------------------------------------

    def turn(self, step: int) -> None:
        """Show the period before or after; never one that has not begun."""
        period = self.period
        first = period.previous().last.replace(day=1) if step < 0 else _after(period)
        if first <= self._workspace.session.today():
            self.month = first
            self.refresh()

    def show_span(self, span: str) -> None:
        """Show the month, its quarter, or the year up to it."""
        self.span = span
        self.span_buttons[span].setChecked(True)
        self.refresh()

    # Showing -------------------------------------------------------------------------------

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Count anew what has changed; a page that is not seen waits until it is."""
        if not self.isVisible():
            self._stale = True
            # corrections name people
            self.closing.show_look(None)
            return
        self._stale = False
        self.report = self.reports.known(self.period)
        self.closing.show_look(None)
        self._show()
        period, reports = self.period, self.reports
        job = self._workspace.jobs.run(
            lambda _progress: reports.report(period), self._take, window=self, lane="report"
        )
        self.busy.follow(job, self.tr("正在数…"))

    def _take(self, report: Report | None, error: Exception | None) -> None:
        if report is None:
            self._workspace.failed.emit(error)
            return
        self.report = report
        self._show()
        if self.span == "month" and not self._stale:
            self._look_at_closing()

    def _look_at_closing(self) -> None:
        month, period = f"{self.period.first:%Y-%m}", self.period
        session, reports = self._workspace.session, self.reports

        def look() -> ClosingLook:
            return look_at_closing(session, month, reports.report(period, whole=True))

        # in the lane of the report, so that what is counted anew drops a look from before
        self._workspace.jobs.run(
            lambda _progress: look(), self._take_look, window=self, lane="report"
        )

    def _take_look(self, look: ClosingLook | None, error: Exception | None) -> None:
        if look is None:
            self._workspace.failed.emit(error)
            return
        if self._stale:
            return
        self.closing.show_look(look)
        if look.standing.close is not None:
            # a closing counts the month to its end, and what stands here is what was closed
            self.report = self.reports.known(self.period, whole=True)
            self._show()

    def _show(self) -> None:
        words = self.tr("月报 · {period}").format(period=say(self.period.label))
        self._head.title.setText(words)
        today = self._workspace.session.today()
        self.next_button.setEnabled(_after(self.period) <= today)
        steps = {
            "month": (self.tr("← 上月"), self.tr("下月 →")),
            "quarter": (self.tr("← 上季度"), self.tr("下季度 →")),
            "year_to_date": (self.tr("← 上年"), self.tr("下年 →")),
        }
        for button, step in zip(
            (self.back_button, self.next_button), steps[self.span], strict=True
        ):
            button.set_words(step)
        self.table.show_report(self.report, *self._column_words())
        self.parts.show_report(self.report)
        self.closing.setVisible(self.span == "month")
        self._show_figure()

    def _column_words(self) -> tuple[str, str]:
        words = {
            "month": (self.tr("本月"), self.tr("上月")),
            "quarter": (self.tr("本季度"), self.tr("上季度")),
            "year_to_date": (self.tr("今年"), self.tr("上年同期")),
        }
        return words[self.span]

    def _show_figure(self) -> None:
        self.parts.show_figure(self._current())

    def _current(self) -> Figure | None:
        code = self.table.code
        return self.report.lines[code].now if self.report is not None and code else None

    # Opening -------------------------------------------------------------------------------

    def open_current(self) -> None:
        """Open what the current figure counts."""
        figure = self._current()
        if figure is not None:
            self.open_figure(figure, "")

    def open_figure(self, figure: Figure, part: str) -> None:
        """Open exactly the records of a figure; if they are of several kinds, ask which."""
        label = f"{figure.indicator.label} · {part}" if part else figure.indicator.label
        self._offer(opened_by(figure, label, say(figure.period.label)))

    def _offer(self, found: Sequence[Opened]) -> None:
        if len(found) == 1:
            self._open(found[0])
        elif found:
            self.choices(found).popup(self.table.mapToGlobal(self.table.rect().center()))

    def choices(self, found: Sequence[Opened]) -> QMenu:
        """Return a menu of lists."""
        menu = QMenu(self)
        catalogue = self._workspace.session.catalogue
        for one in found:
            words = self.tr("{what}：{kind} {count} 条").format(
                what=one.words, kind=say(catalogue[one.kind].one), count=len(one.records)
            )
            menu.addAction(words).triggered.connect(lambda _on=False, one=one: self._open(one))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open(self, one: Opened) -> None:
        words = one.words
        live = self._workspace.reader.count(one.kind, one_of("id", one.records))
        if live < len(one.records):
            gone = self.tr("{words}，另有 {count} 条已彻底删除")
            words = gone.format(words=words, count=len(one.records) - live)
        self._workspace.records_asked.emit(one.kind, list(one.records), words)

    # Closing -------------------------------------------------------------------------------

    def _open_check(self, check: Check) -> None:
        """Lead to what a check is about."""
        if check.anomaly is not None:
            self._explain(check.anomaly)
        elif check.code == "DUE":
            self._workspace.page_asked.emit("today", "")
        elif check.code == "FIXES":
            self._workspace.page_asked.emit("send", "")
        elif check.code == "CONFLICTS":
            dialog = ConflictsDialog(self._workspace, self)
            dialog.exec()
            dialog.deleteLater()
            self.refresh()
        else:
            self._open_draft(*check.records[0])

    def _open_draft(self, kind: str, record: str) -> None:
        if self._workspace.reader.state(record) is not None:
            self._workspace.record_asked.emit(kind, record)
        else:  # the empty form itself offers the draft
            self._workspace.form_asked.emit(kind, {})

    def _explain(self, anomaly: Anomaly) -> None:
        dialog = ExplainDialog(anomaly, self)
        dialog.records_asked.connect(lambda: self._show_odd(anomaly))
        if dialog.exec():
            operation = explain(anomaly, dialog.reason)
            self._workspace.run(operation, "add explanation", self.tr("已写下说明"))
        dialog.deleteLater()

    def _show_odd(self, anomaly: Anomaly) -> None:
        by_kind: dict[str, list[str]] = {}
        for kind, record in anomaly.records:
            by_kind.setdefault(kind, []).append(record)
        words = self.tr("看着不寻常的")
        self._offer([Opened(kind, records, words) for kind, records in by_kind.items()])

    def close_month(self, reason: str) -> None:
        """Close the month, beside the screen."""
        session, month = self._workspace.session, f"{self.period.first:%Y-%m}"
        self.closing.close_button.setEnabled(False)
        job = self._workspace.jobs.run(
            lambda _progress: session.run(close_month(month, reason), "close month_close"),
            self._closed,
            window=self,
        )
        self.busy.follow(job, self.tr("正在结账…"))

    def _closed(self, change: ChangeSet | None, error: Exception | None) -> None:
        if change is not None:
            self.closing.reason.clear()
            self._workspace.tell(change, self.tr("已结账。接下来按 F9 去报送"))
            return
        self.closing.show_look(self.closing.look)
        if isinstance(error, UserError):
            self._workspace.failed.emit(error)
        elif error is not None:
            raise error

    def show_papers(self) -> None:
        """Show the report on paper, as a text and as a workbook."""
        if self.report is None:
            return
        from mengzhan.ui.pages.publishing.dialog import OutgoingDialog
        from mengzhan.ui.pages.reporting.report_papers import ReportPapers

        papers = ReportPapers(self._workspace).of(self.report, self.closing.look)
        dialog = OutgoingDialog(self._workspace, papers, self)
        dialog.exec()
        dialog.deleteLater()

    # Page ----------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the focus on the figures."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def toggle_side(self) -> None:
        """Narrow window: figures, or what stands beside them. Wide window: the focus goes there."""
        if self._is_narrow():
            self._side_shown = not self._side_shown
            self._arrange()
        if (self._right.isVisible() and self.table.hasFocus()) or not self._left.isVisible():
            self.parts.buttons[self.parts.view].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focus_first()

    def _is_narrow(self) -> bool:
        return self.width() < theme().size(SIDE_FROM)

    def _arrange(self) -> None:
        narrow = self._is_narrow()
        self._right.setMinimumWidth(0 if narrow else theme().size(_SIDE))
        self._right.setMaximumWidth(_WHOLE if narrow else theme().size(_SIDE))
        self._right.setVisible(not narrow or self._side_shown)
        self._left.setVisible(not narrow or not self._side_shown)
        self.side_button.setVisible(narrow)
        self.figures_button.setVisible(narrow)
        wide = self.tr("Enter 看是哪些记录 · F6 到右边，再按回来")
        self.told.setText(self.tr("Enter 看是哪些记录") if narrow else wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _after(period: Period) -> date:
    """Return the first day of the month in which the period after this one begins or is told of."""
    last = period.last
    if period.span == "year_to_date":
        return date(last.year + 1, last.month, 1)
    return date(last.year + last.month // 12, last.month % 12 + 1, 1)
