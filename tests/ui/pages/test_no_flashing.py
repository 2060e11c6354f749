"""Nothing of a page is a window of its own while it is made: that would take the keyboard away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.ui.pages.employer import EmployerPage
from mengzhan.ui.pages.month import MonthPage
from mengzhan.ui.pages.person import PersonPage
from mengzhan.ui.pages.record_form import RecordForm
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.pages.send import SendPage
from mengzhan.ui.pages.settings import SettingsPage
from mengzhan.ui.pages.today import TodayPage
from mengzhan.ui.pages.visit import VisitForm
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.widgets.panel import EmptyState, Panel
from mengzhan.ui.workspace import Workspace


class Watch(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if event.type() == QEvent.Type.Show and is_window:
            self.shown.append(type(watched).__name__)
        return False


@pytest.mark.parametrize(
    "make",
    [
        lambda _workspace: Panel("标题"),
        lambda _workspace: EmptyState("还没有", "去登记"),
        MainWindow,
        TodayPage,
        MonthPage,
        SettingsPage,
        lambda workspace: RecordsPage(workspace, "person"),
        SendPage,
        PersonPage,
        EmployerPage,
        lambda workspace: RecordForm(workspace, "person"),
        lambda workspace: VisitForm(workspace, "visit"),
    ],
    ids=[
        "panel",
        "empty",
        "window",
        "today",
        "month",
        "settings",
        "records",
        "send",
        "person",
        "employer",
        "form",
        "visit",
    ],
)
def test_no_part_flashes_as_a_window(
    workspace: Workspace, qapp: QApplication, qtbot: QtBot, make: Callable[[Workspace], QWidget]
) -> None:
    watch = Watch()
    qapp.installEventFilter(watch)
    page = make(workspace)
    qapp.removeEventFilter(watch)
    qtbot.addWidget(page)
    assert watch.shown == []
