"""One choice by few keys: initials, a code or plain words, then Enter."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import Reading
from mengzhan.model.fieldtypes.lookup import Option
from mengzhan.model.kind import Field
from mengzhan.ui.widgets.editor import EditorContext, FieldEditor
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.options import OptionList
from mengzhan.ui.widgets.pick_sources import PickSource, picks_for, refused

LIMIT = 50
FEW = 8
"""Up to so many options are seen at one glance."""


class Picking(FieldEditor):
    """What pickers of one and of several have in common: a line, and a list that follows it."""

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__(field, context)
        self.source: PickSource = picks_for(field, context)
        self.line = LineEdit(self)
        self.line.setPlaceholderText(self._how())
        self.line.click_selects = True
        self.line.typed.connect(self._follow)
        self.line.key_hook = self._on_key
        self.line.moved.connect(self._enter)
        self.line.entered.connect(self._greet)
        self.line.left.connect(self._leave)
        self._list: OptionList | None = None
        self.setFocusProxy(self.line)

    def _how(self) -> str:
        """How a value is found here, in the words of whoever looks for it."""
        if self.source.makes == "person":
            return self.tr("姓名、拼音首字母或号码尾数")
        if self.source.makes:
            return self.tr("名称或拼音首字母")
        if 0 < len(self.source.search("", FEW + 1)) <= FEW:
            return self.tr("点开选，或打拼音首字母")
        return self.tr("打几个字，或拼音首字母")

    @property
    def options(self) -> OptionList:
        """The list below the field, made when it is first opened."""
        if self._list is None or not shiboken6.isValid(self._list):
            # an id of a record tells a person nothing
            self._list = OptionList(self.frame(), show_codes=not self.source.makes)
            self._list.taken.connect(self._click)
        return self._list

    def text(self) -> str:
        return self.line.text()

    def set_placeholder(self, text: str) -> None:
        self.line.setPlaceholderText(text)

    def ask(self, text: str) -> None:
        """Put words into the line as if they were typed: what fits is offered, or making it."""
        self.line.setText(text)
        self._follow(text)

    def pick(self, option: Option) -> None:
        """Take an option; an action among them asks for a new record."""
        if option.code:
            self.keep(option.code)
        else:
            self.create_asked.emit(self.source.makes, self.line.text().strip())
        self._close()

    def keep(self, code: str) -> None:
        """Make a code or record the value, or one of the values."""
        self._touched = False
        self.take(Reading(code, tuple(self.field.check(code, self.context.today()))))

    def read_typed(self) -> Reading:
        text = self.line.text().strip()
        if not text:
            return Reading(None)
        code = self.source.only(text)
        if code is None:
            return refused(self.field, self.source.unknown(text))
        return Reading(code, tuple(self.field.check(code, self.context.today())))

    def _offer(self, text: str) -> list[Option]:
        found = self.source.search(text, LIMIT)
        if self.source.makes and self.context.creates:
            words = self.tr("新建“{text}”…").format(text=text) if text else self.tr("新建…")
            found = [*found, Option("", words)]
        return found

    def _follow(self, text: str) -> None:
        self.touch()
        wanted = text.strip()
        self.options.open(self._offer(wanted), highlight=bool(wanted))

    def _greet(self, reason: Qt.FocusReason) -> None:
        self.entered.emit()
        # a field that was just complained about shows the complaint, not a list over it
        complained = self.frame().property("severity") == "block"
        wanted = self.eager or reason == Qt.FocusReason.MouseFocusReason
        if wanted and not self.line.text() and not complained:
            self.options.open(self._offer(""), highlight=False)

    def _open_list(self) -> OptionList | None:
        """The list, if it is open. It dies with the window it was opened in."""
        if self._list is None or not shiboken6.isValid(self._list) or self._list.isHidden():
            return None
        return self._list

    def _highlighted(self) -> Option | None:
        shown = self._open_list()
        return shown.current() if shown else None

    def _close(self) -> None:
        shown = self._open_list()
        if shown:
            shown.close_list()

    def _on_key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 7,
            Qt.Key.Key_PageUp: -7,
        }
        step = steps.get(Qt.Key(event.key()))
        shown = self._open_list()
        if step is not None:
            if shown:
                shown.step(step)
            else:
                text = self.line.text().strip() if self._touched else ""
                self.options.open(self._offer(text), highlight=True)
            return True
        if event.key() == Qt.Key.Key_Escape and shown:
            self._close()
            return True
        return False

    def _enter(self, step: int) -> None:
        option = self._highlighted() if step > 0 else None
        if option is None:
            self.commit()
        else:
            self.pick(option)
        self._close()
        # Whoever asked for a new record goes there, not to the next field.
        if option is None or option.code:
            self.moved.emit(step)

    def _click(self, option: Option) -> None:
        self.pick(option)

    def _leave(self, reason: Qt.FocusReason) -> None:
        option = self._highlighted()
        by_keys = reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_keys and option is not None and option.code and self._touched:
            self.pick(option)
        self.commit()
        self._close()
        self.left.emit()


class CodePicker(Picking):
    """Picks one code or one record."""

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__(field, context)
        self.box.addWidget(self.line)

    def show_value(self, value: Value) -> None:
        self.line.setText("" if value is None else self.source.label(str(value)))
        self.line.setCursorPosition(0)
        self.setAccessibleDescription(self.line.text())

    def _follow(self, text: str) -> None:
        code = self.source.complete(text.strip())
        if code is None:
            super()._follow(text)
        else:
            self.keep(code)
            self._close()
            self.completed.emit()

    def _click(self, option: Option) -> None:
        super()._click(option)
        if option.code:
            self.moved.emit(1)
