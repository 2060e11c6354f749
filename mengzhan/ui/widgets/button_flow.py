"""Buttons one after another, on as many lines as the window needs."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.flow import GAP, FlowLayout


class ButtonFlow(QWidget):
    """Where the shortcuts on the buttons are all that a single line has no room for, they go."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[Button] = []
        self._flow = FlowLayout(self)

    def add(self, button: Button) -> None:
        """Put a button at the end."""
        self._buttons.append(button)
        self._flow.addWidget(button)

    def _fit(self) -> None:
        gaps = (len(self._buttons) - 1) * theme().size(GAP)
        whole = sum(button.whole_width() for button in self._buttons) + gaps
        short = sum(button.short_width() for button in self._buttons) + gaps
        for button in self._buttons:
            button.set_short(short <= self.width() < whole)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().event(event)
