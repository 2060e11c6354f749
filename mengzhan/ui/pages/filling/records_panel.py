"""填谁: whose records go into the form, and whom of those it names nobody knows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from mengzhan.sheets.filling.formwords import reason
from mengzhan.ui.pages.filling.fill_course import FillCourse
from mengzhan.ui.pages.filling.scopes import Scope
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.words import say, say_many, within
from mengzhan.ui.workspace import Workspace

_SHOWN = 5


class RecordsPanel(Panel):
    """``chosen(scope)``: other records are wanted."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._course: FillCourse | None = None
        self.set_heading(self.tr("填谁  F6"))
        self.box = QComboBox()
        self.told = Words("", "remark", wrap=True)
        self.unfound = Words("", "remark", wrap=True, tone="amber")
        for part in (self.box, self.told, self.unfound):
            self.body.addWidget(part)
        self.box.activated.connect(lambda at: self.chosen.emit(self.box.itemData(at)))

    def show_course(self, course: FillCourse) -> None:
        """Show what may go in, and what the form says itself."""
        self._course = course
        self.box.clear()
        for scope in course.scopes:
            self.box.addItem(self.words_of(scope), scope)
        if course.scope in course.scopes:
            self.box.setCurrentIndex(course.scopes.index(course.scope))
        self.refresh()

    def refresh(self) -> None:
        """Say what comes of the choice."""
        course = self._course
        if course is None or course.task is None or course.filling is None:
            return
        self.box.setVisible(len(course.scopes) > 1)
        self.told.setText(self._told(course))
        self.told.set_tone("plain" if course.scopes else "amber")
        lines = self._unfound(course)
        self.unfound.setText("\n".join(lines))
        self.unfound.setVisible(bool(lines))

    def words_of(self, scope: Scope) -> str:
        """Name some records and say how many they are."""
        course = self._course
        if course is None or course.task is None:
            return ""
        kind = course.task.kind
        if scope.which == "one":
            rows = self._workspace.reader.rows(kind.name, list(scope.rows or ()))
            titles = [self._workspace.reader.title(kind.name, row["id"]) for row in rows]
            return self.tr("当前这一条：{title}").format(title="、".join(titles))
        count = self._workspace.reader.count(kind.name) if scope.rows is None else len(scope.rows)
        words = {
            "marked": self.tr("选中的 {count} 条"),
            "shown": self.tr("列表里筛出的 {count} 条"),
            "all": self.tr("全部{label} {count} 条"),
        }
        label = within(say_many(kind))
        return words[scope.which].format(count=f"{count:,}", label=label)

    def _told(self, course: FillCourse) -> str:
        assert course.task is not None and course.filling is not None  # noqa: S101, PT018
        form, filling = course.task.form, course.filling
        if not course.scopes:
            return self.tr("这张表一次只填一条。先回列表，停在要填的那一条上，再来填。")
        if not any(column.path for column in form.columns):
            return self.tr("没有记录要填。")
        named = len(form.named())
        if named:
            words = self.tr("表里点了 {named} 条的名，找到 {found} 条。")
            return words.format(named=named, found=len(filling.pairs))
        if form.counted():
            words = self.tr("统计表，按登记册里的 {count} 条数人数。")
            return words.format(count=f"{len(filling.records):,}")
        if form.owner():
            words = self.tr("表头写着“{owner}”，只填它的 {count} 条。")
            return words.format(owner=form.owner(), count=len(filling.records))
        one = "" if len(course.scopes) > 1 else self.words_of(course.scopes[0])
        return "\n".join(filter(None, [one, self._room(course)]))

    def _room(self, course: FillCourse) -> str:
        """Say how the rows of the form and the records go together."""
        assert course.task is not None and course.filling is not None  # noqa: S101, PT018
        rows, wanted = len(course.task.form.rows()), len(course.filling.records)
        if course.task.form.is_card:
            return ""
        if not wanted:
            return self.tr("没有记录可填，只填表头表尾。")
        if not rows:
            return self.tr("表里没有空行可填。")
        if wanted > rows:
            words = self.tr("表里 {rows} 空行，照原样加 {more} 行。")
            return words.format(rows=rows, more=f"{wanted - rows:,}")
        return self.tr("表里 {rows} 空行，够用。").format(rows=rows)

    def _unfound(self, course: FillCourse) -> Sequence[str]:
        assert course.filling is not None  # noqa: S101
        words = self.tr("第 {row} 行 {name}：{why}，不填")
        unfound = course.filling.unfound
        lines = [
            words.format(row=one.row, name=one.name, why=say(reason(one.why)))
            for one in unfound[:_SHOWN]
        ]
        if len(unfound) > _SHOWN:
            lines.append(self.tr("还有 {count} 行").format(count=len(unfound) - _SHOWN))
        return lines
