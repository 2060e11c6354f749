"""A field and, beside it, the button that takes what is typed."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.line_edit import LineEdit


class TakenLine(QHBoxLayout):
    """The button takes it, and so does Enter in the field."""

    def __init__(self, line: LineEdit, button: Button, take: Callable[[], None]) -> None:
        super().__init__()
        self.addWidget(line, 1)
        self.addWidget(button)
        button.clicked.connect(take)
        line.moved.connect(lambda step: take() if step > 0 else None)
