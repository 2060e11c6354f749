"""The two lists as parts of the page 职业介绍."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.matching.match_door import MatchDoor
from mengzhan.ui.pages.page_stack import PageStack
from mengzhan.ui.pages.referring.listed import ListedRecords, PeopleList, VacancyList
from mengzhan.ui.pages.referring.lists_now import ListsNow
from mengzhan.ui.widgets.panel import space_page
from mengzhan.ui.workspace import Workspace


class ListPage(QWidget):
    """One of the lists as a part of the page, and who or what fits one of its lines. What is not
    seen waits with reading anew."""

    def __init__(self, workspace: Workspace, list_: ListedRecords) -> None:
        super().__init__()
        self.list = list_
        self._stale = False
        self._stack = PageStack()
        self._stack.addWidget(list_)
        column = QVBoxLayout(self)
        space_page(column)
        column.addWidget(self._stack)
        self.matches = MatchDoor(workspace, self._stack)
        self.matches.opened.connect(workspace.record_asked)
        self.matches.left.connect(lambda: self._stack.turn_to(list_))
        list_.match_asked.connect(self.matches.show)

    def focus_first(self) -> None:
        """Put the focus into what is shown."""
        self._stack.focus_first()

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Show what changed in the list; the page of matches hears of it from its own board."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.list.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()


def list_parts(workspace: Workspace) -> dict[str, Callable[[], QWidget]]:
    """Return the two lists as parts of a page, by name; they share what they work out."""
    now = ListsNow(workspace.session)
    return {
        PeopleList.NAME: lambda: ListPage(workspace, PeopleList(workspace, now)),
        VacancyList.NAME: lambda: ListPage(workspace, VacancyList(workspace, now)),
    }
