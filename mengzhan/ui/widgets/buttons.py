"""Buttons with their shortcut written on them."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QShortcutEvent,
)
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from mengzhan.ui.theme import mark, theme

_LEAST_OFFER = 120


def shortcut_words(keys: str) -> str:
    """Write a shortcut as it is printed on the keyboard (``Ctrl+Return`` reads Ctrl+Enter)."""
    printed = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
    return printed.replace("Return", "Enter")


class Button(QPushButton):
    """A quiet button. ``keys`` is both the shortcut and part of the writing.

    Enter presses it too, not only the space bar: whoever goes from field to field with Enter
    goes on with Enter.
    """

    LOOK = "quiet"

    def __init__(self, words: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._keys = words, keys
        self._short = False
        self.setProperty("look", self.LOOK)
        self.setAutoDefault(False)
        self._write()

    def _write(self) -> None:
        # An ampersand would turn into a mnemonic.
        self.setText((self._words if self._short else self._whole()).replace("&", "&&"))
        self.setAccessibleName(self._words)
        # setText drops a shortcut
        if self._keys:
            self.setShortcut(QKeySequence(self._keys))

    def _whole(self) -> str:
        return f"{self._words}  {shortcut_words(self._keys)}" if self._keys else self._words

    def set_short(self, short: bool) -> None:
        """Leave the shortcut, which goes on working, out of the writing or put it back."""
        if short != self._short:
            self._short = short
            self._write()

    def whole_width(self) -> int:
        """How wide the button wants to be with its shortcut, whether it is written now or not."""
        return self._width_with(self._whole())

    def short_width(self) -> int:
        """How wide it wants to be without."""
        return self._width_with(self._words)

    def _width_with(self, words: str) -> int:
        measure = self.fontMetrics().horizontalAdvance
        written = measure(self._words if self._short else self._whole())
        return self.sizeHint().width() + measure(words) - written

    def words(self) -> str:
        """What the button says, without its shortcut."""
        return self._words

    def set_words(self, words: str) -> None:
        """Say something else and keep the shortcut."""
        self._words = words
        self._write()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self.property("look") == "choice":
            # the chosen one is written bold: room for that from the start, so that nothing jumps
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)
            plain = self.fontMetrics().horizontalAdvance(self.text())
            hint.setWidth(
                hint.width() + max(QFontMetrics(bold).horizontalAdvance(self.text()) - plain, 0)
            )
        return hint

    def set_look(self, look: str) -> None:
        """Change between ``quiet``, ``filled``, ``danger``, ``answer`` and ``link``."""
        mark(self, "look", look)

    def event(self, event: QEvent) -> bool:
        # Qt shows the button pressed for a tenth of a second first, and what is typed meanwhile
        # goes to the wrong place.
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class OfferButton(Button):
    """An answer in words of any length: they end in … where there is no room, the key stays."""

    def __init__(self, words: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, keys, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), theme().size(_LEAST_OFFER)), whole.height())

    def shown(self) -> str:
        """What can be read."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inside = QStyle.SubElement.SE_PushButtonContents
        room = self.style().subElementRect(inside, option, self).width()
        metrics = self.fontMetrics()
        keys = f"  {shortcut_words(self._keys)}" if self._keys else ""
        left = room - metrics.horizontalAdvance(keys)
        return f"{metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, left)}{keys}"

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown().replace("&", "&&")  # type: ignore[attr-defined]
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)

    def _write(self) -> None:
        super()._write()
        self.setToolTip(self._words)


class FilledButton(Button):
    """The one thing to do next. There is at most one on a page."""

    LOOK = "filled"


class LinkButton(Button):
    """A small offer inside a sentence (采用, 显示)."""

    LOOK = "link"
