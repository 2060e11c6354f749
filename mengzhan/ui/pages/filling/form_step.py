"""Step 1, 认表: what each column of the form is filled with, for whom, and what else is filled."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

from mengzhan.model.kind import Kind
from mengzhan.sheets.filling.answers import bare_path
from mengzhan.sheets.filling.columngroup import ColumnGroup, column_groups
from mengzhan.sheets.filling.formtask import FormTask
from mengzhan.sheets.filling.formwords import changes
from mengzhan.sheets.filling.superform import Standing, SuperiorForm
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.asked_columns import AskedColumns
from mengzhan.ui.pages.filling.fill_course import FillCourse
from mengzhan.ui.pages.filling.form_question import FormPathWords, FormQuestion
from mengzhan.ui.pages.filling.records_panel import RecordsPanel
from mengzhan.ui.pages.filling.samples import Samples
from mengzhan.ui.widgets.lines_table import Part
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class FormStep(AskedColumns[ColumnGroup]):
    """``kind_asked(kind)``, ``sheet_asked(name)``: read the form otherwise."""

    kind_asked = Signal(object)
    sheet_asked = Signal(str)

    question: FormQuestion

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(FormQuestion())
        self._workspace = workspace
        self._course: FillCourse | None = None
        self._samples = Samples()
        self._standings: dict[int, Standing] = {}
        self._path_words: FormPathWords | None = None
        self.news = Words("", "remark", wrap=True, tone="amber")
        self.kinds = QComboBox()
        self.people = RecordsPanel(workspace)
        self.around = Panel(self.tr("表头表尾也填"))
        self.around_words = Words("", "remark", wrap=True)
        self.head.addWidget(self.kinds)
        self.left.body.insertWidget(1, self.news)
        self.around.body.addWidget(self.around_words)
        for part in (self.question, self.people, self.around):
            self.side.body.addWidget(part)
        self.side.body.addStretch(1)
        self.kinds.activated.connect(lambda at: self.kind_asked.emit(self.kinds.itemData(at)))
        self.sheets.activated.connect(lambda at: self.sheet_asked.emit(self.sheets.itemText(at)))

    def parts(self) -> Sequence[Part[ColumnGroup]]:
        """Return what is shown of a column."""
        return (
            Part(self.tr("列"), lambda group: group.place, 60),
            Part(self.tr("栏名"), lambda group: group.header, 80, 3),
            Part(self.tr("填什么"), self._meaning, 90, 2, tone=self._tone),
            Part(self.tr("把握"), self._sureness, 92, tone=self._tone),
            Part(self.tr("头一个值"), self._sample, 80, 3),
        )

    # Showing -------------------------------------------------------------------------------

    def show_course(self, course: FillCourse) -> None:
        """Show what was read."""
        self._course = course
        task = course.task
        assert task is not None  # noqa: S101 - shown only with a form
        self._path_words = FormPathWords(task.form.words)
        self.question.show_form(task.form)
        self.question.setVisible(bool(task.form.columns))
        self._offer_kinds(task.kind)
        self.sheets.clear()
        self.sheets.addItems(task.sheets)
        self.sheets.setCurrentText(task.form.form.sheet.name)
        self.sheets.setVisible(len(task.sheets) > 1)
        self.told.setText(self._found(task))
        found = changes(task.change) if task.change else ()
        news = self.tr("；").join(map(say, found))
        self.news.setText(self.tr("与上次比：{changes}").format(changes=news))
        self.news.setVisible(bool(news))
        self.people.show_course(course)
        self.show_records()
        self.table.lines.fill(list(column_groups(task.form)))
        self.table.go(0)
        self.ask(0)

    def _offer_kinds(self, chosen: Kind) -> None:
        self.kinds.clear()
        kinds = self._workspace.session.catalogue.by_hand
        for kind in kinds.values():
            self.kinds.addItem(self.tr("用{label}填").format(label=say(kind.label)), kind)
        self.kinds.setCurrentIndex(list(kinds).index(chosen.name))

    def show_records(self) -> None:
        """Show the values of the records that go in now."""
        course = self._course
        if course is None or course.task is None or course.filling is None:
            return
        form = course.task.form
        self._samples.take(course.filling)
        self._standings = {column.index: form.standing(column) for column in form.columns}
        self.people.refresh()
        self.table.lines.refresh()
        fixed = form.fixed(course.task.facts())
        lines = [one.shown for one in fixed if one.text]
        unknown = "、".join(one.label.rstrip("：:") for one in fixed if not one.text)
        if unknown:
            lines.append(self.tr("{labels}：蒙站不知道，留空").format(labels=unknown))
        self.around_words.setText("\n".join(lines))
        self.around.setVisible(bool(fixed))

    def _found(self, task: FormTask) -> str:
        form = task.form
        sheet = form.form.sheet.name
        if not form.columns:
            return self.tr("工作表“{sheet}”里没认出要填的栏。").format(sheet=sheet)
        if form.table is None:
            words = self.tr("工作表“{sheet}”，填一个人或一家单位的表，认得 {known} 栏。")
            return words.format(sheet=sheet, known=len(form.sure))
        top, bottom = form.table.header_top + 1, form.table.header_bottom + 1
        header = f"{top}" if top == bottom else f"{top}–{bottom}"
        if form.counted():
            words = self.tr("工作表“{sheet}”，统计表，能数的有 {count} 格；拿不准的格留空。")
            return words.format(sheet=sheet, count=len(form.counted()))
        words = self.tr("工作表“{sheet}”，表头第 {header} 行，要填 {rows} 行。")
        told = words.format(sheet=sheet, header=header, rows=len(form.rows()))
        unknown = sum(not column.path and not column.how for column in form.columns)
        if unknown:
            told += self.tr("有 {count} 栏登记册里没有，留空。").format(count=unknown)
        if self._course is not None and task.kind.name != self._course.kind.name:
            told += self.tr("看表头填的是{label}。").format(label=say(task.kind.label))
        return told

    def focus_first(self) -> None:
        """Go to the first column that is asked about; tell that there is none otherwise."""
        if not self.go_to_unsure():
            self.settled.emit()

    def focus_records(self) -> None:
        """Go where the records are chosen, or to all that stands beside the columns, and back."""
        box = self.people.box
        part = box if box.isVisible() else self.side
        if part.hasFocus():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.side.ensureWidgetVisible(self.people)
            part.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def unsure(self) -> int:
        """How many columns wait for an answer."""
        task = self._course.task if self._course is not None else None
        return len(task.form.unsure) if task is not None else 0

    # Words ---------------------------------------------------------------------------------

    def asks(self, group: ColumnGroup) -> bool:
        """Whether a column waits for an answer."""
        column = group.head
        return bool(column.path) and not column.is_sure and self._standing(group) == "open"

    def _standing(self, group: ColumnGroup) -> Standing:
        return self._standings.get(group.head.index, "open")

    def _meaning(self, group: ColumnGroup) -> str:
        standing = self._standing(group)
        if standing != "open":
            return self.tr("表里自己算") if standing == "formula" else self.tr("上级已填")
        if self._path_words is None:
            return ""
        if group.is_split:
            whole = self._path_words.of(bare_path(group.head.path))
            return self.tr("{label}，一格一位").format(label=whole)
        words = self._path_words.of(group.head.path)
        return f"{words}？" if self.asks(group) else words

    def _sureness(self, group: ColumnGroup) -> str:
        if self._standing(group) != "open":
            return self.tr("不动")
        if self.asks(group):
            return self.tr("要定")
        how = group.head.how
        if how == "memory":
            return self.tr("上次定的")
        if how == "chosen":
            return self.tr("你定的")
        return self.tr("有把握") if group.head.path else self.tr("登记册没有")

    def _sample(self, group: ColumnGroup) -> str:
        if self._standing(group) != "open":
            return ""
        return self._samples.of(group, masked=self._masked)

    def _tone(self, group: ColumnGroup) -> Tone:
        if self.asks(group):
            return "amber"
        column = group.head
        filled = column.path and column.is_sure and self._standing(group) == "open"
        return "accent" if filled else "plain"

    # Answers -------------------------------------------------------------------------------

    def ask(self, line: int) -> None:
        """Ask about a line of the table."""
        groups = self.table.lines.lines
        if 0 <= line < len(groups):
            self.question.ask(
                replace(groups[line].head, header=groups[line].header), groups[line].place
            )

    def answer(self, index: int, path: str) -> None:
        """Take a column for something, and go on to the next that is asked about."""
        course = self._course
        if course is None or course.task is None:
            return
        form = course.task.form
        group = next(one for one in column_groups(form) if one.head.index == index)
        for column in group.columns:
            form.choose(column.index, path)
        course.renew()
        self._show_columns(form)
        self.show_records()
        self.changed.emit()
        if not self.go_to_unsure():
            self.settled.emit()

    def _show_columns(self, form: SuperiorForm) -> None:
        """Show the columns as they are now; those of a split number may have come apart."""
        here, groups = self.table.current, list(column_groups(form))
        if len(groups) == len(self.table.lines.lines):
            self.table.lines.lines = groups
        else:
            self.table.lines.fill(groups)
            self.table.go(here)
        self.ask(self.table.current)
