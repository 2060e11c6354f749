"""The way from a page to a record of another station, which has no form and no page of its own."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mengzhan.model.kind import Kind
from mengzhan.store.reader import StoreReader
from mengzhan.ui.pages.page_stack import PageStack
from mengzhan.ui.pages.sharing.foreign_page import ForeignPage
from mengzhan.ui.workspace import Workspace


class ForeignDoor(QObject):
    """Makes the page when it is first asked for, in the stack of the page that asks; Esc goes back
    to what was shown there. ``match_asked(kind, record)``: show who fits a vacancy."""

    match_asked = Signal(str, str)

    def __init__(self, workspace: Workspace, kind: Kind, stack: PageStack) -> None:
        super().__init__(stack)
        self._workspace = workspace
        self._kind = kind
        self._stack = stack
        self._came_from: QWidget | None = None
        self.page: ForeignPage | None = None

    def show(self, record: str) -> bool:
        """Show a record of another station; return whether it is one."""
        if not is_foreign(self._workspace.reader, self._kind.name, record):
            return False
        page = self.page or self._make()
        if self._stack.currentWidget() is not page:
            self._came_from = self._stack.currentWidget()
        page.show_record(record)
        self._stack.turn_to(page)
        return True

    def refresh(self) -> None:
        """Show what the office tells now of what is shown; what is no longer told of is left."""
        page = self.page
        if page is None or self._stack.currentWidget() is not page:
            return
        if is_foreign(self._workspace.reader, self._kind.name, page.record):
            page.show_record(page.record)
        else:
            self._leave()

    def _make(self) -> ForeignPage:
        page = self.page = ForeignPage(self._workspace, self._kind)
        page.match_asked.connect(self.match_asked)
        page.left.connect(self._leave)
        return page

    def _leave(self) -> None:
        if self._came_from is not None:
            self._stack.turn_to(self._came_from)


def is_foreign(reader: StoreReader, kind: str, record: str) -> bool:
    """Whether what is known of a record is what the office told of it."""
    row = reader.record(kind, record)
    return row is not None and bool(row["excerpt"])
