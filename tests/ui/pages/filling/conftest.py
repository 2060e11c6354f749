"""A few people in a station, and the page on which a form is filled."""

from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.store.session import Session
from mengzhan.ui.pages.filling.fill_page import FillPage
from mengzhan.ui.pages.filling.scopes import Scopes
from mengzhan.ui.workspace import Workspace
from tests import people, stations

Show = Callable[..., QWidget]
Open = Callable[..., FillPage]


@pytest.fixture
def town(session: Session) -> "array[int]":
    """Five people with a remark each; their row numbers, the oldest first."""
    for number in range(1, 6):
        values = people.person_values(number, note=f"说道{number}")
        stations.log(session, "person", values)
    return array("q", sorted(session.read().ids("person")))


@pytest.fixture
def open_form(workspace: Workspace, show: Show, qtbot: QtBot, town: "array[int]") -> Open:
    """``open_form(path)`` opens the page on a form and waits until it was read."""

    def make(path: Path, *, dropped: bool = False, **scopes: object) -> FillPage:
        offered = Scopes("person", **scopes)  # type: ignore[arg-type]
        page = FillPage(workspace, workspace.session.catalogue["person"], offered)
        show(page)
        (page.hand_over if dropped else page.open)(path)
        wait(page, qtbot)
        return page

    return make


def wait(page: FillPage, qtbot: QtBot) -> None:
    """Let what was begun come to its end."""
    qtbot.waitUntil(lambda: not page.course.is_busy)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key on whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def go_on(page: FillPage, qtbot: QtBot) -> None:
    """Enter on the button that has the focus, and wait for what it began."""
    assert QApplication.focusWidget() is page.next_button
    press(Qt.Key.Key_Return)
    wait(page, qtbot)


def column(table: QWidget, at: int) -> list[str]:
    """Return what stands in a column of a ``LinesTable``."""
    model = table.lines  # type: ignore[attr-defined]
    return [model.index(row, at).data() for row in range(model.rowCount())]
