"""A page of two sides: beside each other, or in a narrow window one in place of the other on F6."""

from abc import abstractmethod

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from mengzhan.ui.theme import theme


class TwoSides(QWidget):
    """A page gives its two sides with ``set_sides``. ``side_shown``: a narrow window shows the
    other side; a page that changes it calls ``arrange``."""

    SIDE_FROM = 900
    """From this width on there is room for both, at 100 % type."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side_shown = False
        self._sides: tuple[QWidget, QWidget, QWidget] | None = None

    def set_sides(self, main: QWidget, side: QWidget, focused: QWidget) -> None:
        """Take the side that is always seen, the other one, and what has the focus in that."""
        self._sides = main, side, focused

    @abstractmethod
    def focus_first(self) -> None:
        """Put the focus where the page is worked with."""

    def toggle_side(self) -> None:
        """Narrow window: the other side. Wide window: the focus goes there and back."""
        if self._sides is None:
            return
        if self.is_narrow():
            self.side_shown = not self.side_shown
            self.arrange()
        focused = self._sides[2]
        if focused.isVisible() and not focused.hasFocus():
            focused.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focus_first()

    def is_narrow(self) -> bool:
        """Whether only one side has room."""
        return self.width() < theme().size(self.SIDE_FROM)

    def arrange(self) -> None:
        """Show both sides, or the one that is wanted."""
        if self._sides is not None:
            narrow, (main, side, _focused) = self.is_narrow(), self._sides
            main.setVisible(not narrow or not self.side_shown)
            side.setVisible(not narrow or self.side_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
        layout = self.layout()
        if layout is not None:
            # not with the next events: a page that was resized unseen would come up half empty
            layout.activate()
