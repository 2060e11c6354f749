"""The first line of what is keyed in: the row code, whose line it is, the day of the visits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mengzhan.model.fieldtypes import Date
from mengzhan.model.kind import Field
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.rules.visit_sheets import Visited
from mengzhan.ui.theme import mark, theme
from mengzhan.ui.widgets.editor import EditorContext
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.elided import ElidedWords
from mengzhan.ui.widgets.one_key import LatinEdit
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.words import say

_DAY = Field("day", QT_TRANSLATE_NOOP("model", "走访日期"), Date(future=False), required=True)
_BY_KEY = Qt.FocusReason.TabFocusReason


class RowCode(QWidget):
    """``taken``: Enter. ``typed(text)``: another code so far. ``stepped(by)``: Up or Down asks for
    the line before or behind. ``day_changed``: the visits were on another day."""

    taken = Signal()
    typed = Signal(str)
    stepped = Signal(int)
    day_changed = Signal()

    def __init__(self, context: EditorContext) -> None:
        super().__init__()
        self.code = LatinEdit()
        self.who = ElidedWords("strong")
        self.where = ElidedWords("remark")
        self.day = make_editor(_DAY, context)
        row = QHBoxLayout(self)
        space(row, 0, 8)
        for words, part, width in (
            (self.tr("行码"), self.code, 150),
            (say(_DAY.label), self.day, 170),
        ):
            label = Words(words, "label")
            label.setBuddy(part)
            part.setAccessibleName(words)
            part.setFixedWidth(theme().size(width))
            row.addWidget(label)
            row.addWidget(part)
        row.insertWidget(2, self.who, 1)
        row.insertWidget(3, self.where, 2)
        self.code.key_hook = self._on_key
        self.code.typed.connect(self.typed)
        self.code.moved.connect(self._move)
        self.day.changed.connect(self.day_changed)
        self.day.moved.connect(lambda _step: self.ask())

    def show_code(self, code: str, who: Visited | None) -> None:
        """Show a code and whose line it is."""
        self.code.setText(code)
        mark(self.code, "severity", "")
        self.show_who(who)

    def show_who(self, who: Visited | None) -> None:
        """Show whose line it is, and what they were introduced to if that is asked about; or that
        it is nobody's."""
        self.who.say(who.name if who is not None else "")
        parts = (who.group, self._known(who)) if who is not None else ()
        self.where.say(" · ".join(filter(None, parts)))

    def _known(self, who: Visited) -> str:
        return self.tr("推荐：{offer}").format(offer=who.offer) if who.offer else who.known

    def ask(self) -> None:
        """Wait for a code; typing replaces the one that stands there."""
        self.code.setFocus(_BY_KEY)
        self.code.selectAll()

    def refuse(self) -> None:
        """Mark a code that leads nowhere, and wait for another one."""
        self.show_who(None)
        mark(self.code, "severity", "block")
        self.ask()

    def visited_on(self) -> str:
        """The day of the visits (ISO), empty as long as it cannot be taken."""
        reading = self.day.reading()
        return "" if reading.blocks else str(reading.value or "")

    def ask_day(self) -> None:
        """Go to the day of the visits."""
        (self.day.focusProxy() or self.day).setFocus(_BY_KEY)

    def _move(self, step: int) -> None:
        if step < 0:
            self.ask_day()
        else:
            self.taken.emit()

    def _on_key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        return bool(step)
