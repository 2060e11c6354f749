"""The two lists as parts of the page 职业介绍."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.referring.listed import ListedRecords, PeopleList, VacancyList
from mengzhan.ui.pages.referring.lists_now import ListsNow
from mengzhan.ui.widgets.panel import space_page
from mengzhan.ui.workspace import Workspace


class ListPage(QWidget):
    """One of the lists as a part of the page; what is not seen waits with reading anew."""

    def __init__(self, list_: ListedRecords) -> None:
        super().__init__()
        self.list = list_
        self._stale = False
        column = QVBoxLayout(self)
        space_page(column)
        column.addWidget(list_)

    def focus_first(self) -> None:
        """Put the focus into the list."""
        self.list.focus_first()

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Show what changed."""
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
        PeopleList.NAME: lambda: ListPage(PeopleList(workspace, now)),
        VacancyList.NAME: lambda: ListPage(VacancyList(workspace, now)),
    }
