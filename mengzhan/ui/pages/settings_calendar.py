"""Settings: the holidays and make-up workdays that due dates go by."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.rules.workdays import station_calendar
from mengzhan.store.holidays import bring_in, known_years
from mengzhan.ui.widgets.buttons import FilledButton
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class CalendarSection(QWidget):
    """Which years are known, and a button that brings in another."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        column = QVBoxLayout(self)
        space(column, 0, 10)
        words = self.tr(
            "工作日按国务院的放假安排算，通知一般在头年 11 月发。没有安排的年份先按周一到周五算。"
            "表要两列：日期（2027-01-01）、放假或上班，CSV 或工作簿都行。"
        )
        column.addWidget(Words(words, "remark", wrap=True))
        self.years = Words("", wrap=True)
        column.addWidget(self.years)
        self.told = Words("", "remark", wrap=True)
        column.addWidget(self.told)
        row = QHBoxLayout()
        self.import_button = FilledButton(self.tr("导入放假安排…"))
        self.import_button.clicked.connect(self.bring_in)
        row.addWidget(self.import_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the years anew."""
        years = known_years(station_calendar(self._workspace.session))
        listed = self.tr("、").join(map(str, years))
        self.years.setText(self.tr("有放假安排的年份：{years}").format(years=listed))

    def bring_in(self) -> None:
        """Import a table; the pages count anew."""
        from mengzhan.sheets.holiday_list import read_holiday_file

        path = self.ask_path()
        if path is None:
            return
        try:
            days = read_holiday_file(path)
        except UserError as error:
            self.told.set_tone("red")
            self.told.setText(say(error.message))
            return
        bring_in(self._workspace.session, days)
        self.refresh()
        self.told.set_tone("accent")
        self.told.setText(self.tr("收了 {count} 天。").format(count=len(days)))
        self._workspace.look_again()

    def ask_path(self) -> Path | None:
        """Ask with the system's dialog; tests replace this."""
        patterns = self.tr("放假安排 (*.csv *.txt *.xlsx *.xls *.et *.ods)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选放假安排"), "", patterns)
        return Path(name) if name else None
