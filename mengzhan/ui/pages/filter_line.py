"""The line above a list: quick search, filters that are kept, and conditions of one's own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QInputDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mengzhan.model.kind import Field, Kind
from mengzhan.rules.filters import Every, Filter, OneOf
from mengzhan.ui.pages.conditions import (
    ASKED_OF_LISTS,
    RULE,
    TODAY,
    Condition,
    KeptFilter,
    own_filters,
    to_filter,
    ways,
    words_of,
)
from mengzhan.ui.pages.context import form_context
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.editor import FieldEditor
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class FilterLine(QWidget):
    """``changed``: search or conditions are others now. ``entered``: on to the list.

    ``answers`` are those of the conditions ``ASKED_OF_LISTS`` that the list can answer.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self,
        workspace: Workspace,
        kind: Kind,
        parent: QWidget | None = None,
        *,
        answers: Sequence[Condition] = (),
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kind = kind
        self._unanswered = set(ASKED_OF_LISTS) - set(answers)
        self.conditions: list[Condition] = []
        self._only: tuple[str, ...] = ()
        self._only_words = ""
        self.search = LineEdit()
        self.search.setPlaceholderText(self.tr("在这个列表里找  Ctrl+F"))
        self.search.setMinimumWidth(theme().size(200))
        self.search.setMaximumWidth(theme().size(320))
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self.search.moved.connect(lambda _step: self.entered.emit())
        self.more_button = Button(self.tr("筛选"), "F3")
        self.more_button.clicked.connect(self.toggle_maker)
        self._kept_row = QHBoxLayout()
        self._kept_row.setSpacing(theme().size(6))
        self._chips = QWidget()
        self._chip_flow = FlowLayout(self._chips)
        self.maker = ConditionMaker(workspace, kind)
        self.maker.made.connect(self.add)
        self.maker.hide()
        line = QHBoxLayout()
        line.setSpacing(theme().size(8))
        line.addWidget(self.search, 1)
        line.addLayout(self._kept_row)
        line.addWidget(self.more_button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(6))
        column.addLayout(line)
        column.addWidget(self.maker)
        column.addWidget(self._chips)
        self._kept_buttons: list[Button] = []
        self._show_kept()
        self._show_chips()

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.search.text()

    def filter(self) -> Filter:
        """The conditions as a filter."""
        where = to_filter(self._kind, self.conditions, self._workspace.session.today())
        return Every((OneOf("id", self._only), where)) if self._only else where

    @property
    def is_set(self) -> bool:
        """Whether anything is left out of the list."""
        return bool(self.conditions or self._only or self.text.strip())

    def clear(self) -> None:
        """Show everything again."""
        self.conditions = []
        self._only = ()
        self.search.clear()
        self._show_chips()
        self.changed.emit()

    def show_only(self, records: Sequence[str], words: str) -> None:
        """Show some records and nothing else until the words for them are taken away."""
        self.conditions = []
        self._only, self._only_words = tuple(records), words
        self.search.clear()
        self._show_chips()
        self.changed.emit()

    def add(self, condition: Condition) -> None:
        """Add a condition."""
        if condition not in self.conditions:
            self.conditions.append(condition)
        self._show_chips()
        self.changed.emit()

    def remove(self, condition: Condition) -> None:
        """Take a condition away."""
        self.conditions = [kept for kept in self.conditions if kept != condition]
        self._show_chips()
        self.changed.emit()

    def toggle_maker(self) -> None:
        """Open or close the line in which a condition is made."""
        self.maker.setVisible(self.maker.isHidden())
        if not self.maker.isHidden():
            self.maker.focus_first()

    # Kept filters --------------------------------------------------------------------------

    def kept(self) -> list[KeptFilter]:
        """The filters that can be had with one click."""
        mine = self._workspace.session.setting(f"filters.{self._kind.name}") or []
        kept = [
            *own_filters(self._kind.name),
            *(KeptFilter(d["name"], tuple(Condition(**c) for c in d["conditions"])) for d in mine),
        ]
        return [one for one in kept if self._unanswered.isdisjoint(one.conditions)]

    def keep(self, name: str) -> None:
        """Keep the present conditions under a name."""
        mine = [d for d in self._stored() if d["name"] != name]
        mine.append({"name": name, "conditions": [c.as_dict() for c in self.conditions]})
        self._store(mine)

    def drop(self, name: str) -> None:
        """Forget a kept filter."""
        self._store([d for d in self._stored() if d["name"] != name])

    def _stored(self) -> list[dict[str, object]]:
        return list(self._workspace.session.setting(f"filters.{self._kind.name}") or [])

    def _store(self, mine: list[dict[str, object]]) -> None:
        self._workspace.session.set_setting(f"filters.{self._kind.name}", mine)
        self._show_kept()

    def _show_kept(self) -> None:
        for button in self._kept_buttons:
            self._kept_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._kept_buttons = []
        for kept in self.kept():
            button = Button(say(kept.name), kept.keys)
            button.setCheckable(True)
            button.set_look("choice")
            button.setChecked(self._stands(kept))
            button.clicked.connect(lambda _on=False, kept=kept: self._use(kept))
            self._kept_row.addWidget(button)
            self._kept_buttons.append(button)

    def _use(self, kept: KeptFilter) -> None:
        stands = self._stands(kept)
        others = [c for c in self.conditions if c not in kept.conditions] if kept.joins else []
        self.conditions = others if stands else [*others, *kept.conditions]
        self._show_chips()
        self.changed.emit()

    def _stands(self, kept: KeptFilter) -> bool:
        """Whether a filter is what the list is narrowed by, or part of it."""
        if kept.joins:
            return all(condition in self.conditions for condition in kept.conditions)
        return list(kept.conditions) == self.conditions

    # Chips ---------------------------------------------------------------------------------

    def words(self, condition: Condition) -> str:
        """Return a condition as the user reads it."""
        if condition.how == RULE:
            return say(words_of(self._kind, condition, ""))
        item = self._kind[condition.field]
        if condition.value == TODAY:
            shown = self.tr("今天")
        elif item.type.name == "reference" and isinstance(condition.value, str):
            shown = self._workspace.references.title(
                getattr(item.type, "kind", ""), condition.value
            )
        else:
            shown = item.show(condition.value)
        return say(words_of(self._kind, condition, shown))

    def _show_chips(self) -> None:
        while self._chip_flow.count():
            item = self._chip_flow.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._only:
            chip = QPushButton(f"{self._only_words}  \u00d7")
            chip.setProperty("look", "chip")
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(self.clear)
            self._chip_flow.addWidget(chip)
        for condition in self.conditions:
            # \u00d7 is the sign for taking away
            chip = QPushButton(f"{self.words(condition)}  \u00d7".replace("&", "&&"))
            chip.setProperty("look", "chip")
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(lambda _on=False, c=condition: self.remove(c))
            self._chip_flow.addWidget(chip)
        if self.conditions:
            self._add_link(self.tr("存成常用…"), self._ask_name)
            self._add_link(self.tr("全部显示"), self.clear)
        names = [k.name for k in self.kept() if not k.own]
        held = next((n for n in names if self._holds(n)), "")
        if held:
            self._add_link(self.tr("不再常用"), lambda: self.drop(held))
        self._chips.setVisible(bool(self.conditions or self._only))
        for button, kept in zip(self._kept_buttons, self.kept(), strict=True):
            button.setChecked(self._stands(kept))

    def _holds(self, name: str) -> bool:
        return any(k.name == name and list(k.conditions) == self.conditions for k in self.kept())

    def _add_link(self, words: str, act: Callable[[], None]) -> None:
        link = LinkButton(words)
        link.clicked.connect(act)
        self._chip_flow.addWidget(link)

    def _ask_name(self) -> None:
        name, given = QInputDialog.getText(self, self.tr("存成常用"), self.tr("叫什么名字？"))
        if given and name.strip():
            self.keep(name.strip())


class ConditionMaker(QWidget):
    """Field, comparison, value: one condition. ``made(condition)``."""

    made = Signal(object)

    def __init__(self, workspace: Workspace, kind: Kind) -> None:
        super().__init__()
        self._context = form_context(workspace)
        self._fields = [item for item in kind if item.type.editor != "pictures"]
        self.field_box = QComboBox()
        self.field_box.addItems([say(item.label) for item in self._fields])
        self.way_box = QComboBox()
        self._editor: FieldEditor | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().size(8))
        self._row.addWidget(self.field_box)
        self._row.addWidget(self.way_box)
        self.add_button = Button(self.tr("加上"))
        self.add_button.clicked.connect(self.make)
        self._row.addStretch(1)
        self._row.addWidget(self.add_button)
        self.field_box.currentIndexChanged.connect(self._offer_ways)
        self.way_box.currentIndexChanged.connect(self._offer_editor)
        self._offer_ways()

    def focus_first(self) -> None:
        """Put the focus where a condition begins."""
        self.field_box.setFocus(Qt.FocusReason.TabFocusReason)

    def _words(self, way: str) -> str:
        return {
            "is": self.tr("是"),
            "has": self.tr("含有"),
            "from": self.tr("从"),
            "until": self.tr("到"),
            "empty": self.tr("没填"),
            "filled": self.tr("已填"),
        }[way]

    def _offer_ways(self) -> None:
        self.way_box.blockSignals(True)
        self.way_box.clear()
        for way in ways(self._field):
            self.way_box.addItem(self._words(way), way)
        self.way_box.blockSignals(False)
        self._offer_editor()

    @property
    def _field(self) -> Field:
        return self._fields[max(self.field_box.currentIndex(), 0)]

    @property
    def _way(self) -> str:
        return str(self.way_box.currentData())

    def _offer_editor(self) -> None:
        if self._editor is not None:
            self._row.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
        if self._way not in ("empty", "filled"):
            self._editor = make_editor(self._field, self._context)
            self._editor.setMinimumWidth(theme().size(220))
            self._editor.moved.connect(lambda _step: self.make())
            self._row.insertWidget(2, self._editor, 2)

    def make(self) -> None:
        """Make the condition if it is whole."""
        value = None
        if self._editor is not None:
            self._editor.commit()
            value = self._editor.value()
            if value in (None, []):
                self._editor.setFocus()
                return
            self._editor.set_value(None)
        self.made.emit(Condition(self._field.name, self._way, value))
