"""What waits on each page of an office is counted beside the screen."""

import threading
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.ui.shell.page_table import OfficePageTable
from mengzhan.ui.shell.tallies import Tallies
from mengzhan.ui.workspace import Workspace


class _Page(QWidget):
    title = "收件"

    def __init__(self) -> None:
        super().__init__()
        self.threads: list[threading.Thread] = []

    def count(self) -> int:
        self.threads.append(threading.current_thread())
        return 3


def test_an_office_page_is_asked_on_another_thread(workspace: Workspace, qtbot: QtBot) -> None:
    page = _Page()
    qtbot.addWidget(page)

    def pages() -> Sequence[QWidget]:
        return [page]

    tallies = Tallies(workspace, OfficePageTable(workspace, pages))
    with qtbot.waitSignal(tallies.counted):
        tallies.count_now()
    assert tallies.badge("office-0", ()) == (3, "amber")
    assert page.threads
    assert threading.main_thread() not in page.threads
