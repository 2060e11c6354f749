"""The list of a record kind: found, filtered, selected, and one line in full beside it."""

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.rules.operations import remove, together
from mengzhan.ui.pages.adlint.ad_summary import AdSummary
from mengzhan.ui.pages.bulk_edit import BulkEdit
from mengzhan.ui.pages.conditions import Condition
from mengzhan.ui.pages.context import KeptSettings
from mengzhan.ui.pages.facts import Facts
from mengzhan.ui.pages.filling.scopes import Scopes
from mengzhan.ui.pages.filter_line import FilterLine
from mengzhan.ui.pages.history import HistoryDialog
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.pages.publishing.door import MOST, PaperDoor
from mengzhan.ui.pages.record_source import STATION, KindSource, Titles, station_column
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton, LinkButton
from mengzhan.ui.widgets.drop_page import DropPage
from mengzhan.ui.widgets.panel import PageHead, Panel, Words
from mengzhan.ui.widgets.record_table import RecordTable
from mengzhan.ui.widgets.table_model import Column, RowSource, columns_of
from mengzhan.ui.widgets.two_sides import TwoSides
from mengzhan.ui.words import say, say_many, within
from mengzhan.ui.workspace import Workspace

SIDE = 320
"""How wide the summary beside the list is, at 100 % type."""
_WHOLE = 16_777_215

MATCHED = ("person", "vacancy")
"""The kinds whose records are brought together."""


class RecordList(DropPage, TwoSides):
    """``opened(record)``: show one. ``new_asked``: show an empty form. ``import_asked``,
    ``fill_asked``: take in a ledger, fill a superior's form. ``match_asked(kind, record)``: show
    what fits the current line. ``dropped``: a file was dropped here, whatever it may be.

    Of several bases Qt takes the signals of the first alone: that is the page that has some.
    """

    opened = Signal(str)
    new_asked = Signal()
    import_asked = Signal()
    fill_asked = Signal()
    match_asked = Signal(str, str)

    NAME = "list"
    """How the settings of the table are kept apart from those of other lists of the kind."""

    SIDE_FROM = 1000

    def __init__(self, workspace: Workspace, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.kind = workspace.session.catalogue[kind]
        self._titles = Titles(workspace.session)
        self._papers = PaperDoor(workspace, kind)
        self.filter_line = FilterLine(workspace, self.kind, answers=self._answers())
        columns, shown = self._columns()
        self.table = RecordTable(
            f"{self.NAME}.{kind}",
            self._source(),
            columns,
            empty=(self._nothing_yet(), self._new_words()),
            shown=shown,
            settings=KeptSettings(workspace.session),
            jobs=workspace.jobs,
        )
        self.facts = Facts(workspace)
        self._ads = AdSummary(workspace, self)
        self._build()
        self._connect()

    def _answers(self) -> Sequence[Condition]:
        """Those of the conditions ``ASKED_OF_LISTS`` that this list can answer."""
        return ()

    def _columns(self) -> tuple[list[Column], list[str]]:
        """The columns there are, and the names of those shown at first."""
        columns = columns_of(self.kind, self._titles)
        shown = [item.name for item in self.kind if item.listed]
        if self.workspace.session.is_office:
            # many stations' records are here: whose one is stands beside what it is about
            columns.insert(1, station_column())
            shown.insert(1, STATION)
        return columns, shown

    def _build(self) -> None:
        self.new_button = FilledButton(self._new_words(), "Ins")
        self.bulk_button = Button(self.tr("批量改"), "Ctrl+B")
        self.remove_button = Button(self.tr("删除（可以撤销）"), "Del")
        self.side_button = LinkButton(self.tr("看详情  F6"))
        self.list_button = LinkButton(self.tr("回到列表  F6"))
        self.import_button = Button(self.tr("导入…"), "Ctrl+I")
        self.export_button = Button(self.tr("导出…"), "Ctrl+E")
        self.fill_button = Button(self.tr("填表…"), "Ctrl+T")
        self.fill_button.setToolTip(self.tr("填上级发的空白表"))
        self.paper_button = Button(self._papers.words, "Ctrl+P")
        label, duty = say_many(self.kind), say(self.kind.duty)
        self.head = PageHead(label, "" if duty == label else duty)
        self.head.add(*self._head_parts())
        self._table_panel = Panel()
        self._table_panel.body.addWidget(self.table)
        self._side = Panel(self.tr("这一条"))
        self._side.body.addWidget(self.facts, 1)
        self.match_button = LinkButton(self._match_words())
        self._side.body.addWidget(self.match_button, 0, Qt.AlignmentFlag.AlignLeft)
        # only now: shown before it has its place, it would be a window that takes the keyboard
        self.match_button.setVisible(self.kind.name in MATCHED)
        self._side.head.addWidget(self.list_button)
        self._keys = Words(self.tr("Enter 打开 · 空格选中 · F6 换到这边"), "remark", wrap=True)
        self._side.body.addWidget(self._keys)
        self._foot_keys = Words(self.tr("Enter 打开"), "remark")
        self.table.hint.addWidget(self._foot_keys)
        self.table.hint.addWidget(self.side_button)
        row = QHBoxLayout()
        row.setSpacing(theme().size(12))
        row.addWidget(self._table_panel, 1)
        row.addWidget(self._side)
        self.set_sides(self._table_panel, self._side, self.facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(10))
        self.offers = QVBoxLayout()
        column.addWidget(self.head)
        column.addLayout(self.offers)
        column.addWidget(self.filter_line)
        column.addLayout(row, 1)

    def _head_parts(self) -> Sequence[QWidget]:
        """What can be done with the list, from left to right."""
        return (
            self.remove_button,
            self.bulk_button,
            self.import_button,
            self.export_button,
            self.fill_button,
            self.paper_button,
            self.new_button,
        )

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_asked)
        self.bulk_button.clicked.connect(self.edit_many)
        self.remove_button.clicked.connect(self.remove)
        self.import_button.clicked.connect(self.import_asked)
        self.fill_button.clicked.connect(self.fill_asked)
        self.export_button.clicked.connect(self.export)
        self.paper_button.clicked.connect(self.publish)
        self.match_button.clicked.connect(self.match)
        self.side_button.clicked.connect(self.toggle_side)
        self.list_button.clicked.connect(self.toggle_side)
        self.filter_line.changed.connect(lambda: self.table.set_source(self._source()))
        self.filter_line.entered.connect(self.table.setFocus)
        self.table.opened.connect(lambda row: self.opened.emit(row["id"]))
        self.table.current_changed.connect(self._summarise)
        self.table.typed.connect(self._type_into_search)
        self.table.marked.connect(lambda _count: self.arrange())
        self.table.empty_acted.connect(self._act_on_empty)
        self.table.model.counted.connect(self._follow_count)
        self.table.model.failed.connect(self.workspace.failed)
        for keys, act in (
            ("Ctrl+F", lambda: self.filter_line.search.setFocus(_SHORTCUT)),
            ("F6", self.toggle_side),
            ("Ctrl+H", self.show_history),
            ("Ctrl+M", self.match),
        ):
            bind(self, keys, act)

    def _new_words(self) -> str:
        return self.tr("登记{label}").format(label=within(say(self.kind.one)))

    def _match_words(self) -> str:
        if self.kind.name == "vacancy":
            return self.tr("合适的人  Ctrl+M")
        return self.tr("合适的岗位  Ctrl+M")

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
        usual = self.tr("还没有{label}，先登记第一条。").format(label=within(say_many(self.kind)))
        return sentences.get(self.kind.name, usual)

    def focus_first(self) -> None:
        """Put the focus into the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Ask for the list anew."""
        self._titles.forget()
        self.table.reload()

    def forget(self) -> None:
        """Let go of what was read: somebody was erased. ``refresh`` reads what is left."""
        self._titles.forget()
        self.table.model.forget()
        self._summarise(None)

    def _source(self) -> RowSource:
        line = self.filter_line
        return KindSource(self.workspace.session, self.kind.name, line.filter(), line.text)

    def _follow_count(self, count: int) -> None:
        empty = self.table.empty
        if self.filter_line.is_set:
            words = self.tr("没有符合条件的{label}。").format(label=within(say_many(self.kind)))
            empty.set_sentence(words)
            empty.button.set_words(self.tr("全部显示"))
        else:
            empty.set_sentence(self._nothing_yet())
            empty.button.set_words(self._new_words())
        if not count:
            self._summarise(None)

    def _act_on_empty(self) -> None:
        if self.filter_line.is_set:
            self.filter_line.clear()
        else:
            self.new_asked.emit()

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
        self._show_facts(row)
        self._ads.look(self.kind.name, row, lambda said: self._add_facts(row, said))

    def _show_facts(self, row: Any, more: Sequence[tuple[str, str]] = ()) -> None:
        self.facts.show_values(self.kind, row, without=self.kind.title[:1], more=more)

    def _add_facts(self, row: Any, said: Sequence[tuple[str, str]]) -> None:
        current = self.table.current()
        if current is not None and current["id"] == row["id"]:
            self._show_facts(row, said)

    # Acting --------------------------------------------------------------------------------

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
            words = f"edit {self.kind.name}"
            self.workspace.run(dialog.operation(), words, saying)
        dialog.deleteLater()

    def remove(self) -> None:
        """Take the selected records away; the toast offers to undo it."""
        rows = self.chosen()
        if rows:
            saying = self.tr("已删除 {count} 条").format(count=len(rows))
            words = f"remove {self.kind.name}"
            self.workspace.run(together(*(remove(row["id"]) for row in rows)), words, saying)

    def export(self) -> None:
        """Write the selected records, or all that are listed, as a workbook."""
        # What writes workbooks is many modules, and most days begin without them.
        from mengzhan.ui.pages.export_dialog import ExportDialog

        model = self.table.model
        marked = model.marked_ids()
        ids = array("q", marked) if marked else model.ids
        # a column that a list works out itself is none of the record
        shown = [name for name in self.table.shown_columns() if self.kind.get(name)]
        dialog = ExportDialog(self.workspace, self.kind, ids, shown, self)
        dialog.exec()
        dialog.deleteLater()

    def scopes(self) -> Scopes:
        """Whose records a form may be filled with from here."""
        model, current = self.table.model, self.table.current()
        return Scopes(
            self.kind.name,
            marked=model.marked_ids(),
            shown=model.query(),
            ordered=model.is_sorted,
            filtered=self.filter_line.is_set,
            current=current["row"] if current is not None else None,
        )

    def publish(self) -> None:
        """Put the selected records on paper or into a picture; without any the current one, or
        the whole list if that is what the paper is for."""
        model = self.table.model
        left_out = 0
        if self._papers.takes_list and not model.marked_ids():
            rows = self.workspace.reader.rows(self.kind.name, model.ids[:MOST])
            left_out = max(len(model.ids) - MOST, 0)
        else:
            rows = self.chosen()
        if rows:
            self._papers.open([row["id"] for row in rows], self, left_out)

    def show_history(self) -> None:
        """Show who changed the current record."""
        current = self.table.current()
        if current is not None and current["excerpt"]:
            self.workspace.said.emit(self.tr("这是别的站登记的，修改的经过在那边。"), "")
        elif current is not None:
            dialog = HistoryDialog(self.workspace, self.kind.name, current["id"], self)
            dialog.exec()
            dialog.deleteLater()

    def match(self) -> None:
        """Ask what fits the current line."""
        current = self.table.current()
        if current is not None and self.kind.name in MATCHED:
            self.match_asked.emit(self.kind.name, current["id"])

    def step(self) -> str:
        """Go one line down and return the record there, or an empty text at the end."""
        view, model = self.table.view, self.table.model
        row = view.currentIndex().row() + 1
        following = model.record(row) if row < model.rowCount() else None
        if following is None:
            return ""
        view.setCurrentIndex(model.index(row, 0))
        return str(following["id"])

    # Narrow windows ------------------------------------------------------------------------

    def arrange(self) -> None:
        super().arrange()
        narrow = self.is_narrow()
        self._side.setMinimumWidth(0 if narrow else theme().size(SIDE))
        self._side.setMaximumWidth(_WHOLE if narrow else theme().size(SIDE))
        for part in (self._foot_keys, self.side_button, self.list_button):
            part.setVisible(narrow)
        self._keys.setVisible(not narrow)
        self._show_marked(len(self.table.model.marked_ids()))

    def _show_marked(self, marked: int) -> None:
        """Offer what is done with selected records."""
        narrow = self.is_narrow()
        self.bulk_button.setVisible(marked > 0)
        self.remove_button.setVisible(marked > 0)
        self.paper_button.setVisible(bool(self._papers.words))
        self.remove_button.set_words(self.tr("删除") if narrow else self.tr("删除（可以撤销）"))


_SHORTCUT = Qt.FocusReason.ShortcutFocusReason
