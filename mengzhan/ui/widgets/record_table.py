"""One table for all kinds: sorted by the source, walked by keyboard, columns as one likes them."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mengzhan.ui.background import Jobs
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import LinkButton
from mengzhan.ui.widgets.column_widths import share
from mengzhan.ui.widgets.panel import EmptyState, Words
from mengzhan.ui.widgets.table_model import Column, RecordModel, RowSource
from mengzhan.ui.widgets.table_view import TableView
from mengzhan.ui.words import say


class WidgetSettings(Protocol):
    """Keeps how the user likes things. Values are what JSON can hold."""

    def get(self, name: str) -> Any:
        """Return a kept value, or ``None``."""

    def put(self, name: str, value: Any) -> None:
        """Keep a value."""


class RecordTable(QWidget):
    """The table with its count line, column chooser and what it says when it is empty.

    ``opened(record)``: Enter or a double click, with the record as the source gave it.
    ``current_changed(record or None)``. ``typed(text)``: a letter typed in the table, for the
    search box. ``marked(n)``: how many are selected; ``empty_acted``: the button of the empty
    state.
    """

    opened = Signal(object)
    current_changed = Signal(object)
    typed = Signal(str)
    marked = Signal(int)
    empty_acted = Signal()

    def __init__(
        self,
        name: str,
        source: RowSource,
        columns: Sequence[Column],
        *,
        empty: tuple[str, str],
        shown: Sequence[str] = (),
        settings: WidgetSettings | None = None,
        jobs: Jobs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` is the key of its settings; ``columns`` all that can be shown, ``shown`` the
        names of those shown at first (all, if empty); ``empty`` is what to do when there is
        nothing, and the words on the button that does it (which may be missing)."""
        super().__init__(parent)
        self._name = name
        self._all = list(columns)
        self._settings = settings
        self.model = RecordModel(source, [], jobs=jobs, parent=self)
        self.view = TableView()
        self.view.setModel(self.model)
        self._count = Words("", "remark")
        self._marked_words = Words("", "remark", tone="accent")
        self._unmark = LinkButton(self.tr("取消选择"))
        self._unmark.clicked.connect(lambda: self.model.mark_all(False))
        self.hint = QHBoxLayout()
        self.hint.setSpacing(theme().size(8))
        self.columns_button = LinkButton(self.tr("选列…"))
        self.columns_button.clicked.connect(self._choose_below)
        self.empty = EmptyState(*empty)
        self.empty.acted.connect(self.empty_acted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._build()
        self._connect()
        self._show_columns(self._kept("columns") or list(shown) or [c.name for c in self._all])
        self.model.reload()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(4))
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme().size(8), 0, theme().size(8), theme().size(4))
        foot.setSpacing(theme().size(8))
        for part in (self._count, self._marked_words, self._unmark):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addLayout(self.hint)
        foot.addWidget(self.columns_button)
        column.addLayout(foot)
        self.setFocusProxy(self.view)
        self._follow_marks(0)

    def _connect(self) -> None:
        self.model.counted.connect(self._follow_count)
        self.model.marked.connect(self._follow_marks)
        self.model.marked.connect(self.marked)
        self.view.opened.connect(self._open)
        self.view.found.connect(self.typed)
        self.view.selectionModel().currentRowChanged.connect(self._follow_current)
        self.view.widened.connect(self._fit)
        across = self.view.horizontalHeader()
        across.sectionResized.connect(self._keep_width)
        across.customContextMenuRequested.connect(self._choose_at)
        across.setSectionsClickable(True)
        across.setSortIndicatorShown(True)
        across.setSortIndicatorClearable(True)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        across.sortIndicatorChanged.connect(self.model.sort)

    def set_source(self, source: RowSource) -> None:
        """Show other records."""
        self.model.set_source(source)

    def reload(self) -> None:
        """Ask for the list anew and stay on the same record."""
        self.model.reload()

    def current(self) -> Any:
        """The record of the current line, or ``None``."""
        row = self.view.currentIndex().row()
        return self.model.record(row) if row >= 0 else None

    def count_text(self) -> str:
        """What the line below says."""
        return self._count.text()

    @property
    def is_empty(self) -> bool:
        """Whether the empty state is shown."""
        return self._stack.currentWidget() is self.empty

    def shown_columns(self) -> list[str]:
        """The names of the columns shown, in order."""
        return [column.name for column in self.model.columns]

    def show_column(self, name: str, shown: bool) -> None:
        """Show or hide a column and remember it."""
        names = set(self.shown_columns())
        names = names | {name} if shown else names - {name}
        # without any column there would be nothing left to click on
        if names:
            self._show_columns([c.name for c in self._all if c.name in names])
            self._keep("columns", [n for n in self.shown_columns() if n != self._beside])

    def show_beside(self, name: str, shown: bool) -> None:
        """Show a column beside those that were chosen, or no longer; it is not remembered."""
        names = self.shown_columns()
        if shown and name not in names:
            self._beside = name
            self._show_columns([*names, name])
        elif not shown and self._beside == name:
            self._beside = ""
            self._show_columns([other for other in names if other != name])

    def show_usual(self, names: Sequence[str]) -> None:
        """Show other columns than at first, unless the user chose some."""
        if not self._kept("columns"):
            self._show_columns(names)

    def _show_columns(self, names: Sequence[str]) -> None:
        chosen = [column for column in self._all if column.name in set(names)]
        self.model.set_columns(chosen or self._all)
        self._fit()

    def _fit(self) -> None:
        """Share the width in sight; columns that nobody asked for give way where it is narrow."""
        kept = self._kept("widths") or {}
        wishes = [
            self._wish(column, kept.get(column.name), first=not position)
            for position, column in enumerate(self.model.columns)
        ]
        may_hide = not self._kept("columns")
        widths = share(wishes, self.view.viewport().width(), may_hide=may_hide)
        self._fitting = True
        for position, width in enumerate(widths):
            self.view.setColumnHidden(position, not width)
            if width:
                self.view.setColumnWidth(position, width)
        self._fitting = False

    def _wish(self, column: Column, kept: int | None, *, first: bool) -> tuple[int, int]:
        """Return the width that a column would like and the least it needs."""
        heading = self.view.fontMetrics().horizontalAdvance(say(column.label)) + theme().size(20)
        # the box that shows the selection stands in the first column
        box = theme().size(28) if first else 0
        wanted, least = (column.width, column.least) if kept is None else (kept, kept)
        return max(theme().size(wanted), heading) + box, max(theme().size(least), heading) + box

    def _keep_width(self, section: int, before: int, after: int) -> None:
        columns = range(len(self.model.columns))
        shown = [at for at in columns if not self.view.isColumnHidden(at)]
        # the last one takes what is left; nobody chose that
        if self._fitting or section not in shown[:-1]:
            return
        widths = dict(self._kept("widths") or {})
        box = 0 if section else theme().size(28)
        widths[self.model.columns[section].name] = round((after - box) / theme().factor)
        self._keep("widths", widths)

    def _kept(self, what: str) -> Any:
        return self._settings.get(f"table.{self._name}.{what}") if self._settings else None

    def _keep(self, what: str, value: Any) -> None:
        if self._settings is not None:
            self._settings.put(f"table.{self._name}.{what}", value)

    def columns_menu(self) -> QMenu:
        """The menu that shows and hides columns."""
        menu = QMenu(self)
        names = set(self.shown_columns())
        for column in self._all:
            action = menu.addAction(say(column.label))
            action.setCheckable(True)
            action.setChecked(column.name in names)
            action.toggled.connect(lambda on, name=column.name: self.show_column(name, on))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _choose_below(self) -> None:
        self.columns_menu().popup(self.columns_button.mapToGlobal(QPoint(0, 0)))

    def _choose_at(self, point: QPoint) -> None:
        self.columns_menu().popup(self.view.horizontalHeader().mapToGlobal(point))

    def _open(self, row: int) -> None:
        record = self.model.record(row)
        if record is not None:
            self.opened.emit(record)

    def seen_columns(self) -> list[str]:
        """The names of the columns that there is room for."""
        columns = enumerate(self.model.columns)
        return [column.name for at, column in columns if not self.view.isColumnHidden(at)]

    def _follow_count(self, count: int) -> None:
        # before the view takes the focus, which alone would make a line current but not choose it
        self._return_to_current(count)
        self._count.setText(self.tr("共 {count} 条").format(count=f"{count:,}"))
        self._stack.setCurrentWidget(self.view if count else self.empty)
        self.setFocusProxy(self.view if count else self.empty.button)

    def _return_to_current(self, count: int) -> None:
        if count and not self.view.selectionModel().hasSelection():
            row = max(self.model.line_of(self._last), 0) if self._last is not None else 0
            self.view.setCurrentIndex(self.model.index(row, 0))

    def _follow_marks(self, count: int) -> None:
        self._marked_words.setText(self.tr("已选 {count} 条").format(count=f"{count:,}"))
        self._marked_words.setVisible(count > 0)
        self._unmark.setVisible(count > 0)

    def _follow_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self._last = self.model.row_id(current.row())
            self.current_changed.emit(self.model.record(current.row()))
        else:
            self.current_changed.emit(None)

    _last: int | None = None
    _beside = ""
    _fitting = False
