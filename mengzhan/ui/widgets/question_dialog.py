"""What small dialogs share: a panel with what is asked, the way back, and the one thing to do."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.options import FOOT
from mengzhan.ui.widgets.panel import Panel, space


class QuestionDialog(QDialog):
    """Set a title, put what is asked into ``panel.body``, then call ``put_foot``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = Panel()
        column = QVBoxLayout(self)
        column.addWidget(self.panel)

    def set_title(self, title: str, heading: str = "") -> None:
        """Say what is asked: on the window, and above the panel in other words if there are any."""
        self.setWindowTitle(title)
        self.panel.set_heading(heading or title)

    def put_foot(self, go_button: Button, width: int, height: int) -> None:
        """Close the panel with the buttons, and give the dialog a size."""
        back = Button(self.tr("取消"), "Esc")
        back.clicked.connect(self.reject)
        below = QWidget()
        below.setObjectName(FOOT)
        foot = QHBoxLayout(below)
        space(foot, 0, 8)
        foot.addStretch(1)
        foot.addWidget(back)
        foot.addWidget(go_button)
        self.panel.body.addWidget(below)
        self.resize(theme().size(width), theme().size(height))
