"""What tests of the screens share."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.form import FormContext
from tests.ui.props import Album, Ime, People, Stage

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """Light, 100 % type; whatever a test left behind is put right for the next."""
    if theme().factor != 1.0 or theme().colours.dark or not qapp.styleSheet():
        theme().apply("light", 1.0)
    yield
    if theme().factor != 1.0 or theme().colours.dark:
        theme().apply("light", 1.0)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


@pytest.fixture
def ime() -> Ime:
    return Ime()


@pytest.fixture
def album() -> Album:
    return Album()


@pytest.fixture
def context(album: Album) -> FormContext:
    return FormContext(
        today=lambda: TODAY,
        references=People(),
        pictures=album,
        prefill={"operator": "其其格", "operator_role": None, "station": None},
    )


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., QWidget]:
    """``show(page)`` shows a page as a window and waits until it is the active one."""

    def put(page: QWidget, width: int = 1186, height: int = 716) -> QWidget:
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return put
