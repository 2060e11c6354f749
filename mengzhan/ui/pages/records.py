"""The page of a record kind: its list, one record of it, its form. One class for every kind."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mengzhan.model.entry import Value, Values
from mengzhan.rules.operations import remove, together
from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.bulk_edit import BulkEdit
from mengzhan.ui.pages.context import KeptSettings
from mengzhan.ui.pages.employer import EmployerPage
from mengzhan.ui.pages.facts import Facts
from mengzhan.ui.pages.filter_line import FilterLine
from mengzhan.ui.pages.form_stack import FormStack
from mengzhan.ui.pages.person import PersonPage
from mengzhan.ui.pages.record_source import KindSource, Titles
from mengzhan.ui.pages.rivals import rival_values
from mengzhan.ui.pages.subject_page import SubjectPage
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.widgets.record_table import RecordTable
from mengzhan.ui.widgets.table_model import columns_of
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

SIDE_FROM = 1000
"""From this width on, a summary stands beside the list."""

SUBJECTS: dict[str, type[SubjectPage]] = {"person": PersonPage, "employer": EmployerPage}
"""Kinds that have a page of their own; others open in their form."""


class RecordsPage(QWidget):
    """List, page of one record, and forms of a kind, one at a time."""

    def __init__(self, workspace: Workspace, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.kind = workspace.session.catalogue[kind]
        self._titles = Titles(workspace.session)
        self._stale = False
        self._side_shown = False
        self._loaded = False
        self.filter_line = FilterLine(workspace, self.kind)
        self.table = RecordTable(
            f"list.{kind}",
            self._source(),
            columns_of(self.kind, self._titles),
            empty=(self._nothing_yet(), self._new_words()),
            shown=[item.name for item in self.kind if item.listed],
            settings=KeptSettings(workspace.session),
            jobs=workspace.jobs,
        )
        self.facts = Facts(workspace)
        self.forms = FormStack(workspace)
        subject = SUBJECTS.get(kind)
        self.subject: SubjectPage | None = subject(workspace) if subject else None
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    @property
    def title(self) -> str:
        """What stands on the rail."""
        return say(self.kind.label)

    # Building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._remark = Words(say(self.kind.duty), "remark")
        self.new_button = FilledButton(self._new_words(), "Ctrl+N")
        self.bulk_button = Button(self.tr("批量改"), "Ctrl+B")
        self.remove_button = Button(self.tr("拿掉"), "Del")
        head = QHBoxLayout()
        head.setSpacing(theme().size(8))
        head.addWidget(Words(self.title, "page"))
        head.addWidget(self._remark)
        head.addStretch(1)
        for button in (self.remove_button, self.bulk_button, self.new_button):
            head.addWidget(button)
        self._table_panel = Panel()
        self._table_panel.body.addWidget(self.table)
        self._side = Panel(self.tr("这一条"))
        self._side.body.addWidget(self.facts, 1)
        self._side.body.addWidget(
            Words(self.tr("Enter 打开 · 空格选中 · F6 换到这边"), "remark", wrap=True)
        )
        row = QHBoxLayout()
        row.setSpacing(theme().size(12))
        row.addWidget(self._table_panel, 5)
        row.addWidget(self._side, 2)
        self.list_page = QWidget()
        column = QVBoxLayout(self.list_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(10))
        column.addLayout(head)
        column.addWidget(self.filter_line)
        column.addLayout(row, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*[theme().size(20)] * 2, *[theme().size(20)] * 2)
        outer.addWidget(self._stack)
        for page in (self.list_page, self.subject, self.forms):
            if page is not None:
                self._stack.addWidget(page)

    def _connect(self) -> None:
        self.new_button.clicked.connect(lambda: self.new({}))
        self.bulk_button.clicked.connect(self.edit_many)
        self.remove_button.clicked.connect(self.remove)
        self.filter_line.changed.connect(self._follow_filter)
        self.filter_line.entered.connect(self.table.setFocus)
        self.table.opened.connect(lambda row: self.open_record(row["id"]))
        self.table.current_changed.connect(self._summarise)
        self.table.typed.connect(self._type_into_search)
        self.table.marked.connect(lambda _count: self._arrange())
        self.table.empty_acted.connect(self._act_on_empty)
        self.table.model.counted.connect(self._follow_count)
        self.table.model.failed.connect(self.workspace.failed)
        self.forms.closed.connect(self._form_closed)
        self.forms.next_asked.connect(self._open_next)
        self.forms.opened.connect(self._open_from_form)
        if self.subject is not None:
            self.subject.left.connect(self.show_list)
            self.subject.edit_asked.connect(self.edit)
            self.subject.service_asked.connect(self._log)
            self.subject.event_opened.connect(self._open_event)
        for keys, act in (
            ("Ctrl+F", lambda: self.filter_line.search.setFocus(_SHORTCUT)),
            ("F6", self._toggle_side),
            ("Ctrl+H", self._show_history),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.list_page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _new_words(self) -> str:
        return self.tr("新{label}").format(label=say(self.kind.label))

    def _nothing_yet(self) -> str:
        sentences = {
            "person": self.tr("还没有人员。先登记来站的第一位：证件号填好，性别、年龄自动带出。"),
            "employer": self.tr("还没有单位。先登记一家，走访和岗位都从单位开始。"),
            "vacancy": self.tr(
                "还没有岗位。接到用工电话就登记一条；走访时发现的，在走访里一起登记。"
            ),
            "visit": self.tr("还没有走访。走访回来记一条：用工意向、培训需求、政策推送一次填完。"),
            "follow_up": self.tr("还没有回访。从“今日”里选一位打电话，按数字键就记下结果。"),
        }
        usual = self.tr("还没有{label}，先登记第一条。").format(label=say(self.kind.label))
        return sentences.get(self.kind.name, usual)

    # Page ----------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the focus where the page is worked with."""
        current = self._stack.currentWidget()
        if current is self.forms and self.forms.current is not None:
            self.forms.current.focus_first()
        elif current is self.subject and self.subject is not None:
            self.subject.focus_first()
        else:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Show what changed; a page that is not seen waits until it is."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._titles.forget()
        self.table.reload()
        if self._stack.currentWidget() is self.subject and self.subject is not None:
            self.subject.show_record(self.subject.record)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def commit(self) -> None:
        """Read what is being typed, before the page is left."""
        self.forms.commit()

    # List ----------------------------------------------------------------------------------

    def show_list(self, record: str = "") -> None:
        """Show the list."""
        self._stack.setCurrentWidget(self.list_page)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _source(self) -> KindSource:
        line = self.filter_line
        return KindSource(self.workspace.session, self.kind.name, line.filter(), line.text)

    def _follow_filter(self) -> None:
        self.table.set_source(self._source())

    def _follow_count(self, count: int) -> None:
        filtered = self.filter_line.is_set
        empty = self.table.empty
        if filtered:
            empty.set_sentence(self.tr("没有符合条件的{label}。").format(label=self.title))
            empty.button.set_words(self.tr("全部显示"))
        else:
            empty.set_sentence(self._nothing_yet())
            empty.button.set_words(self._new_words())
        self._loaded = True
        if not count:
            self._summarise(None)

    def _act_on_empty(self) -> None:
        if self.filter_line.is_set:
            self.filter_line.clear()
        else:
            self.new({})

    def _type_into_search(self, text: str) -> None:
        search = self.filter_line.search
        search.setFocus(Qt.FocusReason.OtherFocusReason)
        search.setText(text)
        search.deselect()
        search.setCursorPosition(len(text))

    def _summarise(self, row: Any) -> None:
        if row is None:
            self._side.set_heading(self.tr("这一条"))
            self.facts.show_values(self.kind, {})
            return
        self._side.set_heading(self.workspace.reader.title(self.kind.name, row["id"]))
        self.facts.show_values(self.kind, row, without=self.kind.title[:1])

    def chosen(self) -> list[dict[str, Any]]:
        """The selected records, or the current one."""
        marked = self.table.model.marked_ids()
        if marked:
            return self.workspace.reader.rows(self.kind.name, marked)
        current = self.table.current()
        return [dict(current)] if current is not None else []

    def edit_many(self) -> None:
        """Change one field of the selected records."""
        rows = self.chosen()
        if not rows:
            return
        dialog = BulkEdit(self.workspace, self.kind, rows, self)
        if dialog.exec():
            saying = self.tr("已改 {count} 条").format(count=len(dialog.changing()))
            words = f"edit many {self.kind.name}"
            self.workspace.run(dialog.operation(), words, saying)
        dialog.deleteLater()

    def remove(self) -> None:
        """Take the selected records away; the toast offers to undo it."""
        rows = self.chosen()
        if rows:
            saying = self.tr("已拿掉 {count} 条").format(count=len(rows))
            self.workspace.run(together(*(remove(row["id"]) for row in rows)), "remove", saying)

    def _show_history(self) -> None:
        current = self.table.current()
        if current is not None and self.forms.current is None:
            from mengzhan.ui.pages.history import HistoryDialog

            dialog = HistoryDialog(self.workspace, self.kind.name, current["id"], self)
            dialog.exec()
            dialog.deleteLater()

    def _is_narrow(self) -> bool:
        return self.width() < theme().size(SIDE_FROM)

    def _toggle_side(self) -> None:
        if self._is_narrow():
            self._side_shown = not self._side_shown
            self._arrange()
        if self._side.isVisible() and not self.facts.hasFocus():
            self.facts.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        narrow = self._is_narrow()
        self._side.setVisible(not narrow or self._side_shown)
        self._table_panel.setVisible(not narrow or not self._side_shown)
        marked = len(self.table.model.marked_ids())
        self.bulk_button.setVisible(marked > 0)
        self.remove_button.setVisible(marked > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # One record ----------------------------------------------------------------------------

    def new(self, values: Values) -> None:
        """Show an empty form; ``values`` are known already."""
        self._return_to = self.list_page
        self._stack.setCurrentWidget(self.forms)
        self.forms.new(self.kind.name, values)

    def open_record(self, record: str, field: str = "") -> bool:
        """Show a record: its page, or its form if it has none or something waits to be fixed."""
        if self.subject is None or not self.subject.show_record(record):
            return self.edit(record, field)
        self._stack.setCurrentWidget(self.subject)
        self.subject.focus_first()
        return self.edit(record, field) if field or self._waits(record) else True

    def _waits(self, record: str) -> bool:
        open_ = self.workspace.session.exchange().verdicts("fix", open_only=True)
        asked = any(verdict.record == record for verdict in open_)
        return asked or bool(rival_values(self.workspace.reader, record))

    def edit(self, record: str, field: str = "") -> bool:
        """Show the form of a stored record."""
        return self._change(self.kind.name, record, field)

    def _change(self, kind: str, record: str, field: str = "") -> bool:
        current = self._stack.currentWidget()
        if current is not self.forms:
            self._return_to = current
        self._stack.setCurrentWidget(self.forms)
        if self.forms.change(kind, record, field):
            return True
        self._stack.setCurrentWidget(self._return_to)
        self.workspace.said.emit(self.tr("这条记录已经不在了。"), "")
        return False

    _return_to: QWidget

    def _log(self, kind: str, values: dict[str, Value]) -> None:
        self._return_to = self._stack.currentWidget()
        self._stack.setCurrentWidget(self.forms)
        self.forms.new(kind, values)

    def _open_event(self, kind: str, record: str) -> None:
        self._change(kind, record)

    def _form_closed(self, record: str) -> None:
        subject = self.subject
        came_from_subject = subject is not None and self._return_to is subject
        if came_from_subject and subject is not None and subject.show_record(subject.record):
            self._stack.setCurrentWidget(subject)
            subject.focus_first()
            return
        self.show_list()

    def _open_next(self, record: str) -> None:
        """Go on with the line below the one that was saved."""
        view = self.table.view
        row = view.currentIndex().row() + 1
        following = self.table.model.record(row) if row < self.table.model.rowCount() else None
        if self._return_to is not self.list_page or following is None:
            self.forms.clear()
            self._form_closed(record)
            return
        view.setCurrentIndex(self.table.model.index(row, 0))
        self.edit(str(following["id"]))

    def _open_from_form(self, kind: str, record: str) -> None:
        if kind == self.kind.name:
            self._stack.setCurrentWidget(self.list_page)
            self.open_record(record)
        else:
            self._change(kind, record)


_SHORTCUT = Qt.FocusReason.ShortcutFocusReason
