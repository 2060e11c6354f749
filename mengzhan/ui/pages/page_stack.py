"""Pages in one place, of which one is seen."""

from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Every page in it puts the focus where it is worked with, by its ``focus_first``."""

    def turn_to(self, page: QWidget) -> None:
        """Show a page, whether it was in here before or not."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus into what is shown."""
        focus_first = getattr(self.currentWidget(), "focus_first", None)
        if focus_first is not None:
            focus_first()

    def let_go(self, page: QWidget | None) -> None:
        """Take a page away for good, with all that it holds."""
        if page is not None:
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
