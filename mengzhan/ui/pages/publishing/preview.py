"""What will go out, looked at beforehand: a page of paper, or text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mengzhan.prints.page import Print
from mengzhan.prints.painting import image_of
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import Words


class Preview(QWidget):
    """Shows a print page by page, a text, or why there is nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printed: Print | None = None
        self._number = 0
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.sheet)
        # a page is as wide as the view; a bar that came and went would change that
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.refusal = Words("", wrap=True, tone="red")
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.back_button = Button(self.tr("上一页"), "PgUp")
        self.on_button = Button(self.tr("下一页"), "PgDown")
        self.place = Words("", "remark")
        self._stack = QStackedWidget()
        for part in (self.area, self.text, self.refusal):
            self._stack.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(theme().size(8))
        row.addStretch(1)
        for widget in (self.back_button, self.place, self.on_button):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        column.addLayout(row)
        self.back_button.clicked.connect(lambda: self.turn(-1))
        self.on_button.clicked.connect(lambda: self.turn(1))
        self.show_refusal("")

    def show_print(self, printed: Print) -> None:
        """Show the first page."""
        self._printed, self._number = printed, 0
        self._stack.setCurrentWidget(self.area)
        self._show_page()

    def show_text(self, text: str) -> None:
        """Show text."""
        self._printed = None
        self.text.setPlainText(text)
        self._stack.setCurrentWidget(self.text)
        self._offer_pages()

    def show_refusal(self, words: str) -> None:
        """Say why there is nothing."""
        self._printed = None
        self.refusal.setText(words)
        self._stack.setCurrentWidget(self.refusal)
        self._offer_pages()

    def turn(self, by: int) -> None:
        """Show another page, stopping at both ends."""
        if self._printed is not None:
            last = len(self._printed.pages) - 1
            self._number = min(max(self._number + by, 0), last)
            self._show_page()

    def _show_page(self) -> None:
        if self._printed is None:
            return
        page = self._printed.pages[self._number]
        room = max(self.area.viewport().width() - theme().size(4), theme().size(120))
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap.fromImage(image_of(page, round(room * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        self.sheet.setPixmap(pixmap)
        self.area.verticalScrollBar().setValue(0)
        self._offer_pages()

    def _offer_pages(self) -> None:
        count = len(self._printed.pages) if self._printed is not None else 0
        for part in (self.back_button, self.on_button, self.place):
            part.setVisible(count > 1)
        self.back_button.setEnabled(self._number > 0)
        self.on_button.setEnabled(self._number < count - 1)
        words = self.tr("第 {number} 页，共 {count} 页")
        self.place.setText(words.format(number=self._number + 1, count=count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_page()
