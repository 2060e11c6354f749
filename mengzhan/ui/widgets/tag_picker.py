"""Several choices as tags: each Enter adds one, Enter on the empty line moves on."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QPushButton

from mengzhan.model.entry import Value, texts_in
from mengzhan.model.fieldtypes import Reading
from mengzhan.model.fieldtypes.lookup import Option
from mengzhan.model.kind import Field
from mengzhan.ui.theme import mark, theme
from mengzhan.ui.widgets.code_picker import Picking
from mengzhan.ui.widgets.editor import EditorContext
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.pick_sources import refused

MOST_TAGS = 20
"""A list of a thousand people shows its first few and a count."""


class TagPicker(Picking):
    """Picks several codes or records."""

    wide = True

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__(field, context)
        self._frame = QFrame(self)
        self._frame.setProperty("look", "field")
        self._flow = FlowLayout(self._frame, stretch_last=True)
        gap = theme().size(4)
        self._flow.setContentsMargins(gap, gap, gap, gap)
        self.line.setProperty("look", "bare")
        self.line.setMinimumWidth(theme().size(140))
        self._flow.addWidget(self.line)
        self._tags: list[QPushButton] = []
        self._rest = Words("", "remark")
        self._rest.setParent(self._frame)
        self._rest.hide()
        self.box.addWidget(self._frame)
        self.line.installEventFilter(self)
        self._hint = self.line.placeholderText()

    def frame(self) -> QFrame:
        return self._frame

    def codes(self) -> list[str]:
        """What has been chosen, in that order."""
        value = self.value()
        return texts_in(value)

    def keep(self, code: str) -> None:
        codes = self.codes()
        if code not in codes:
            self._put([*codes, code])
        self._touched = False
        self.line.clear()

    def remove(self, code: str) -> None:
        """Take a tag away."""
        self._put([kept for kept in self.codes() if kept != code])

    def _put(self, codes: list[str]) -> None:
        value: Value = codes or None
        problems = tuple(self.field.check(value, self.context.today())) if codes else ()
        self._reading = Reading(value, problems)
        self.show_value(value)
        self.changed.emit()

    def read_typed(self) -> Reading:
        text = self.line.text().strip()
        if not text:
            # text that could not be read was taken out again; what is chosen stands
            problems = tuple(self.field.check(self.value(), self.context.today()))
            return Reading(self.value(), problems if self.codes() else ())
        code = self.source.only(text)
        if code is None:
            refusal = refused(self.field, self.source.unknown(text))
            return Reading(self.value(), refusal.problems)
        self.line.clear()
        value: Value = list(dict.fromkeys([*self.codes(), code]))
        return Reading(value, tuple(self.field.check(value, self.context.today())))

    def show_value(self, value: Value) -> None:
        for tag in self._tags:
            self._flow.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        codes = self.codes()
        self._tags = [self._tag(code) for code in codes[:MOST_TAGS]]
        for position, tag in enumerate(self._tags):
            self._flow.insert(position, tag)
        self.line.setPlaceholderText("" if codes else self._hint)
        self._show_rest(len(codes))
        names = [self.source.label(code) for code in codes[:MOST_TAGS]]
        self.setAccessibleDescription(self.tr("、").join(names))
        self.updateGeometry()

    def _show_rest(self, count: int) -> None:
        self._flow.removeWidget(self._rest)
        self._rest.setVisible(count > MOST_TAGS)
        if count > MOST_TAGS:
            self._rest.setText(self.tr("… 共 {count} 项").format(count=count))
            self._flow.insert(MOST_TAGS, self._rest)

    def _tag(self, code: str) -> QPushButton:
        # \u00d7 is the sign for taking away
        tag = QPushButton(f"{self.source.label(code)}  \u00d7".replace("&", "&&"), self._frame)
        tag.setProperty("look", "chip")
        tag.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tag.setToolTip(self.tr("点一下去掉"))
        tag.clicked.connect(lambda: self.remove(code))
        return tag

    def tag_words(self) -> list[str]:
        """The words on the tags."""
        return [tag.text().removesuffix("  \u00d7") for tag in self._tags]

    def set_placeholder(self, text: str) -> None:
        self._hint = text
        if not self.codes():
            super().set_placeholder(text)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self.codes():
            self.remove(self.codes()[-1])
            return True
        return super()._on_key(event)

    def _enter(self, step: int) -> None:
        option = self._highlighted() if step > 0 else None
        if option is not None:
            self.pick(option)
            return
        adding = bool(self.line.text().strip()) and step > 0
        self.commit()
        self._close()
        if not adding:
            self.moved.emit(step)

    def _click(self, option: Option) -> None:
        super()._click(option)
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            focused = event.type() == QEvent.Type.FocusIn
            mark(self._frame, "focused", "true" if focused else "false")
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
