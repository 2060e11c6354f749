"""One plain question about a file that may be a blank form or a ledger: fill it, or take it in?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.ui.pages.keys import bind
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import Words, space


class SortQuestion(QWidget):
    """``fill_asked``, ``import_asked``: what the file is for."""

    fill_asked = Signal()
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = self.tr("这张表填了一些，也空着一些。它是上级要您填的，还是要收进登记册的？")
        self.sentence = Words(words, "body", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fill_button = Button(self.tr("1 填这张表"))
        self.import_button = Button(self.tr("2 导入里面的记录"))
        self.fill_button.clicked.connect(self.fill_asked)
        self.import_button.clicked.connect(self.import_asked)
        bind(self, "1", self.fill_button.click)
        bind(self, "2", self.import_button.click)
        column = QVBoxLayout(self)
        space(column, 20, 12)
        column.addStretch(2)
        column.addWidget(self.sentence)
        for button in (self.fill_button, self.import_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
