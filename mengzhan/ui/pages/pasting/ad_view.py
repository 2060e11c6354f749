"""The pasted message: what was understood stands out, and what a field came from even more."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from mengzhan.rules.ads.adtext import Span
from mengzhan.ui.theme import theme


class AdView(QPlainTextEdit):
    """Shows a message, to be read only; words that no field came from are grey."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("招聘信息原文"))
        self._text = ""
        self._used: list[Span] = []
        self._current: list[Span] = []
        theme().changed.connect(self._paint)

    def show_text(self, text: str) -> None:
        """Show another message."""
        self._text = text
        self.setPlainText(text)
        self.mark([])

    def cover(self, masked: str) -> None:
        """Show the message with covered numbers; ``masked`` is as long as the message."""
        self._text = masked
        self.setPlainText(masked)
        self._paint()

    def mark(self, used: Iterable[Span], current: Iterable[Span] = ()) -> None:
        """Tint the words that fields came from; those of the current field are led to."""
        self._used, self._current = list(used), list(current)
        self._paint()
        if self._current:
            self.setTextCursor(self._cursor(self._current[0]))
            self.ensureCursorVisible()
            # the cursor only leads; what it selects would hide the tints
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def tinted(self) -> list[str]:
        """The words of the current field, as they are shown."""
        return [self._cursor(span).selectedText() for span in self._current]

    def grounds(self) -> list[QColor]:
        """The grounds of all tinted words, in the order in which they are painted."""
        formats = (one.format for one in self.extraSelections())  # type: ignore[attr-defined]
        return [words.background().color() for words in formats]

    def _paint(self) -> None:
        colours = theme().colours
        marks = [(span, colours.accent_tint, False) for span in self._used]
        marks += [(span, colours.accent, True) for span in self._current]
        selections = []
        for span, ground, strong in marks:
            selection = QTextEdit.ExtraSelection()
            words = QTextCharFormat()
            words.setBackground(QColor(ground))
            words.setForeground(QColor(colours.on_accent if strong else colours.text))
            selection.format = words  # type: ignore[attr-defined]
            selection.cursor = self._cursor(span)  # type: ignore[attr-defined]
            selections.append(selection)
        self.setExtraSelections(selections)

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._place(span.start))
        cursor.setPosition(self._place(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _place(self, at: int) -> int:
        """Qt counts in UTF-16, in which most little pictures are two."""
        return len(self._text[:at].encode("utf-16-le")) // 2
