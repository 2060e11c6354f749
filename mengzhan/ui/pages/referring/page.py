"""The two lists as parts of the page 职业介绍."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.matching.match_page import MatchPage
from mengzhan.ui.pages.referring.introduce import introduce_matches
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
        self.matching: MatchPage | None = None
        self._workspace = workspace
        self._stale = False
        self._stack = QStackedWidget()
        self._stack.addWidget(list_)
        column = QVBoxLayout(self)
        space_page(column)
        column.addWidget(self._stack)
        list_.match_asked.connect(self.show_matches)

    def focus_first(self) -> None:
        """Put the focus into what is shown."""
        if self.matching is not None and self._stack.currentWidget() is self.matching:
            self.matching.focus_first()
        else:
            self.list.focus_first()

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Show what changed."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.list.refresh()
            if self.matching is not None and self._stack.currentWidget() is self.matching:
                self.matching.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def show_matches(self, kind: str, record: str) -> None:
        """Show who fits a vacancy or what fits a person; Esc leads back to the list."""
        if self.matching is None:
            self.matching = MatchPage(self._workspace)
            self.matching.left.connect(self._show_list)
            self.matching.opened.connect(self._workspace.record_asked)
            self.matching.introduce.connect(self._introduce)
            self._stack.addWidget(self.matching)
        self._stack.setCurrentWidget(self.matching)
        self.matching.show_subject(kind, record)
        self.matching.focus_first()

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.list.focus_first()

    def _introduce(self, records: list[str]) -> None:
        if self.matching is not None:
            kind, record = self.matching.kind, self.matching.record
            introduce_matches(self._workspace, kind, record, records, self)


def list_parts(workspace: Workspace) -> dict[str, Callable[[], QWidget]]:
    """Return the two lists as parts of a page, by name; they share what they work out."""
    now = ListsNow(workspace.session)
    return {
        PeopleList.NAME: lambda: ListPage(workspace, PeopleList(workspace, now)),
        VacancyList.NAME: lambda: ListPage(workspace, VacancyList(workspace, now)),
    }
