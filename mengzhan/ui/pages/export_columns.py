"""The columns of an export: checked, put in order, named, and each in the form that is wanted."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mengzhan.model.kind import Catalogue, Kind
from mengzhan.sheets.ledgers.forms import MASKED, forms_of
from mengzhan.sheets.ledgers.profile import (
    AGE,
    CONSTANT,
    Column,
    Profile,
    Resolved,
    offered,
    resolve,
)
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.table_view import MarkDelegate
from mengzhan.ui.words import say

_COLUMN = Qt.ItemDataRole.UserRole


class ExportColumns(QWidget):
    """``changed``: another column, order, name or form. ``bared``: a form was chosen that shows
    sensitive values in full."""

    changed = Signal()
    bared = Signal()

    def __init__(self, catalogue: Catalogue, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._kind = kind
        self.list = QListWidget()
        self.list.setItemDelegate(MarkDelegate(self.list))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.header = LineEdit()
        self.form = QComboBox()
        self.text = LineEdit()
        self.up_button = Button(self.tr("上移"), "Alt+Up")
        self.down_button = Button(self.tr("下移"), "Alt+Down")
        self._text_words = Words("", "label")
        self._build()
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_current())
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.list.model().rowsMoved.connect(lambda *_: self.changed.emit())
        self.header.textEdited.connect(lambda text: self._edit(header=text.strip()))
        self.text.textEdited.connect(lambda text: self._edit(text=text.strip()))
        self.form.activated.connect(self._choose_form)
        self.up_button.clicked.connect(lambda: self.move_current(-1))
        self.down_button.clicked.connect(lambda: self.move_current(1))
        bind(self, "Alt+Left", self.list.setFocus)

    def _build(self) -> None:
        one = QGridLayout()
        one.setVerticalSpacing(theme().size(6))
        lines: tuple[tuple[QWidget, QWidget], ...] = (
            (Words(self.tr("表头"), "label"), self.header),
            (Words(self.tr("写法"), "label"), self.form),
            (self._text_words, self.text),
        )
        for row, (words, field) in enumerate(lines):
            one.addWidget(words, row, 0)
            one.addWidget(field, row, 1)
        moves = QHBoxLayout()
        moves.addWidget(self.up_button)
        moves.addWidget(self.down_button)
        right = QVBoxLayout()
        right.setSpacing(theme().size(8))
        right.addLayout(one)
        right.addLayout(moves)
        right.addWidget(Words(self.tr("空格勾选；表头空着就用原名。"), "remark", wrap=True))
        right.addStretch(1)
        row_ = QHBoxLayout(self)
        row_.setContentsMargins(0, 0, 0, 0)
        row_.setSpacing(theme().size(16))
        row_.addWidget(self.list, 3)
        row_.addLayout(right, 4)

    # What is chosen ------------------------------------------------------------------------

    def set_profile(self, profile: Profile) -> None:
        """Show a profile: its columns on top and checked, all others below."""
        chosen = list(profile.columns)
        taken = {column.source for column in chosen}
        rest = [c for c in offered(self._catalogue, self._kind) if c.source not in taken]
        row = max(self.list.currentRow(), 0)
        with QSignalBlocker(self.list):
            self.list.clear()
            for column, is_chosen in [(c, True) for c in chosen] + [(c, False) for c in rest]:
                self.list.addItem(self._item(column, is_chosen))
            self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._show_current()
        self.changed.emit()

    def _item(self, column: Column, chosen: bool) -> QListWidgetItem:
        item = QListWidgetItem(self._words(column))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        # As a tuple: Qt would not give a Python object back from a list that was dragged in.
        item.setData(_COLUMN, [column.source, column.header, column.form, column.text])
        return item

    def _words(self, column: Column) -> str:
        found = self._resolved(column)
        if found.form is not None and found.form.name == MASKED:
            return self.tr("{header}（打码）").format(header=say(found.header))
        return say(found.header)

    def _resolved(self, column: Column) -> Resolved:
        return resolve(self._catalogue, self._kind.name, column)

    def columns(self) -> tuple[Column, ...]:
        """The checked columns, in order."""
        return tuple(
            self._column(item)
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        )

    def _items(self) -> Iterator[QListWidgetItem]:
        for row in range(self.list.count()):
            yield self.list.item(row)

    def _column(self, item: QListWidgetItem) -> Column:
        return Column(*item.data(_COLUMN))

    # The current column --------------------------------------------------------------------

    def current(self) -> Column | None:
        """The column that is being looked at."""
        return self._column(self.list.currentItem()) if self.list.currentRow() >= 0 else None

    def _show_current(self) -> None:
        column = self.current()
        if column is None:
            return
        found = self._resolved(column)
        usual = self._resolved(replace(column, header=""))
        self.header.setText(column.header)
        self.header.setPlaceholderText(say(usual.header))
        self.form.clear()
        forms = forms_of(found.field) if found.field is not None else ()
        for form in forms:
            self.form.addItem(say(form.label), form.name)
        self.form.setCurrentIndex(forms.index(found.form) if found.form in forms else -1)
        self.form.setEnabled(len(forms) > 1)
        words = {AGE: self.tr("算到哪天"), CONSTANT: self.tr("写什么")}.get(column.source, "")
        hints = {AGE: self.tr("今天，或如 2026-12-31")}
        self._text_words.setText(words)
        self.text.setPlaceholderText(hints.get(column.source, ""))
        self.text.setText(column.text)
        self.text.setVisible(bool(words))
        self._text_words.setVisible(bool(words))

    def _choose_form(self, index: int) -> None:
        column = self.current()
        if column is None:
            return
        self._edit(form=str(self.form.itemData(index)))
        edited = self.current()
        if edited is not None and self._resolved(edited).is_bare:
            self.bared.emit()

    def _edit(self, **changes: str) -> None:
        column = self.current()
        if column is None:
            return
        item = self.list.currentItem()
        edited = replace(column, **changes)
        with QSignalBlocker(self.list):
            item.setText(self._words(edited))
            item.setData(_COLUMN, [edited.source, edited.header, edited.form, edited.text])
        self.changed.emit()

    def move_current(self, by: int) -> None:
        """Move the current column up or down, and stay on it."""
        row = self.list.currentRow()
        to = row + by
        if row < 0 or not 0 <= to < self.list.count():
            return
        with QSignalBlocker(self.list):
            item = self.list.takeItem(row)
            self.list.insertItem(to, item)
            self.list.setCurrentRow(to)
        self._show_current()
        self.changed.emit()
