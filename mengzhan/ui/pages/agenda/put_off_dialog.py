"""往后放: until when, then why; a digit for each, or another day typed."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mengzhan.model.codes import code_table
from mengzhan.model.fieldtypes import read_date
from mengzhan.rules.agenda.lines import Line
from mengzhan.rules.agenda.putting_off import put_off
from mengzhan.rules.months import months_later
from mengzhan.rules.workdays import working_calendar
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.question_dialog import QuestionDialog
from mengzhan.ui.workspace import Workspace

OTHER_DAY = "0"


@dataclass(frozen=True)
class _Choice:
    key: str
    words: str
    day: date


class PutOffDialog(QuestionDialog):
    """Two steps, each one key; the second does it."""

    def __init__(self, workspace: Workspace, line: Line, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._line = workspace, line
        self.until: date | None = None
        self.set_title(self.tr("往后放"), self.tr("往后放：{title}").format(title=line.title))
        self._choices = self._offers()
        self.asking = Words(self.tr("推后到哪天？按数字键，或按 0 写日期"), "group")
        self.panel.body.addWidget(self.asking)
        days = FlowLayout()
        self._days: dict[date, Button] = {}
        for choice in self._choices:
            button = self._days[choice.day] = self._button(f"{choice.key}  {choice.words}")
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, one=choice: self.choose_day(one.day))
            days.addWidget(button)
        self.panel.body.addLayout(days)
        # digits belong to the dialog until somebody asks for the field
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.edit = LineEdit()
        self.edit.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.edit.setPlaceholderText(self.tr("0  别的日子，例如 12-5 或 2026-12-05，回车"))
        self.edit.moved.connect(lambda _step: self._read())
        self.panel.body.addWidget(self.edit)
        self.why = Words(self.tr("为什么？按数字键"), "group")
        self.panel.body.addWidget(self.why)
        reasons = FlowLayout()
        self._reasons: list[Button] = []
        for code in code_table("put_off_reason").offered:
            button = self._button(f"{code.code}  {code.words}")
            button.clicked.connect(lambda _on=False, one=code.code: self.choose_reason(one))
            button.setEnabled(False)
            self._reasons.append(button)
            reasons.addWidget(button)
        self.panel.body.addLayout(reasons)
        self.remark = Words("", "remark", wrap=True, tone="amber")
        self.panel.body.addWidget(self.remark)
        self.panel.body.addStretch(1)
        self.go_button = Button(self.tr("往后放"), "Ctrl+Return")
        self.go_button.clicked.connect(lambda: self.remark.setText(self.asking.text()))
        self.go_button.hide()
        self.put_foot(self.go_button, 700, 380)
        self.setFocus()

    def _button(self, words: str) -> Button:
        button = Button(words)
        button.set_look("answer")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _offers(self) -> list[_Choice]:
        today = self._workspace.session.today()
        calendar = working_calendar()
        days = (
            (self.tr("下个工作日 {day}"), calendar.add_working_days(today, 1)),
            (self.tr("三天后 {day}"), today + timedelta(days=3)),
            (self.tr("一周后 {day}"), today + timedelta(days=7)),
            (self.tr("两周后 {day}"), today + timedelta(days=14)),
            (self.tr("一个月后 {day}"), months_later(today, 1)),
        )
        return [
            _Choice(str(number), words.format(day=f"{day:%m-%d}"), day)
            for number, (words, day) in enumerate(days, 1)
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text()
        day = next((one.day for one in self._choices if one.key == key), None)
        if self.until is None and key == OTHER_DAY:
            self.edit.setFocus()
        elif self.until is None and day is not None:
            self.choose_day(day)
        elif self.until is not None and key and key in code_table("put_off_reason"):
            self.choose_reason(key)
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        today = self._workspace.session.today()
        day = read_date(self.edit.text(), today)
        if day is None or day <= today:
            self.remark.setText(self.tr("请写今天以后的日子，例如 12-5。"))
            return
        self.choose_day(day)

    def choose_day(self, day: date) -> None:
        """Take a day and ask for the reason."""
        self.until = day
        self.remark.setText("")
        words = self.tr("推后到 {day}（星期{weekday}）")
        weekdays = self.tr("一 二 三 四 五 六 日").split()
        self.asking.setText(words.format(day=day.isoformat(), weekday=weekdays[day.weekday()]))
        for offered, button in self._days.items():
            button.setChecked(offered == day)
        for button in self._reasons:
            button.setEnabled(True)
        self.setFocus()

    def choose_reason(self, reason: str) -> None:
        """Put the line off."""
        if self.until is None:
            return
        words = self.tr("推后到 {day}：{title}")
        saying = words.format(day=self.until.isoformat(), title=self._line.title)
        operation = put_off(self._line.waiting.record, self.until, reason)
        if self._workspace.run(operation, "edit put_off", saying) is not None:
            self.accept()
