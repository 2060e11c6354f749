"""The way from a page to who or what fits a record, and to introducing whom was ticked there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mengzhan.ui.pages.page_stack import PageStack
from mengzhan.ui.workspace import Workspace

if TYPE_CHECKING:
    from mengzhan.ui.pages.matching.match_page import MatchPage


class MatchDoor(QObject):
    """Makes the page when it is first asked for, in the stack of the page that asks.

    ``left``: go back to ``came_from``. ``opened(kind, record)``: show this record.
    """

    left = Signal()
    opened = Signal(str, str)

    def __init__(self, workspace: Workspace, stack: PageStack) -> None:
        super().__init__(stack)
        self._workspace = workspace
        self._stack = stack
        self.page: MatchPage | None = None
        self.came_from: QWidget | None = None

    def show(self, kind: str, record: str) -> None:
        """Show who fits a vacancy or what fits a person."""
        page = self.page or self._make()
        if self._stack.currentWidget() is not page:
            self.came_from = self._stack.currentWidget()
        # what is not seen yet waits with finding, so that it is found once
        page.show_subject(kind, record)
        self._stack.turn_to(page)

    def _make(self) -> "MatchPage":
        # The rules of matching are many modules, and most days begin without them.
        from mengzhan.ui.pages.matching.match_page import MatchPage

        page = self.page = MatchPage(self._workspace)
        page.left.connect(self.left)
        page.opened.connect(self.opened)
        page.introduce.connect(self._introduce)
        return page

    def _introduce(self, records: list[str]) -> None:
        from mengzhan.ui.pages.referring.introduce import introduce_matches

        page = self.page
        if page is not None:
            introduce_matches(self._workspace, page.kind, page.record, records, self._stack)
