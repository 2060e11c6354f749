"""A visit sheet of five houses, printed, and the page on which it is keyed in."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mengzhan.rules.visit_sheets import line_code
from mengzhan.store.papers import new_sheets, remember_sheets
from mengzhan.store.session import Session
from mengzhan.ui.pages.keying.key_in_page import KeyInPage
from mengzhan.ui.workspace import Workspace
from tests.scenarios.keyboard import Keyboard
from tests.ui.pages.conftest import Town


@dataclass
class Paper:
    """One printed sheet; ``people`` in the order of its lines."""

    number: str
    people: list[str]

    def code(self, line: int) -> str:
        return line_code(self.number, line)


@pytest.fixture
def paper(session: Session, town: Town) -> Paper:
    (sheet,) = new_sheets(session, town.people)
    remember_sheets(session, [sheet])
    return Paper(sheet.number, [visited.record for visited in sheet.people])


@pytest.fixture
def open_page(workspace: Workspace, show: Callable[..., QWidget]) -> Callable[[], KeyInPage]:
    """``open_page()`` opens the page as somebody does who comes to it for the first time."""

    pages = []

    def make() -> KeyInPage:
        page = KeyInPage(workspace)
        pages.append(page)
        show(page)
        page.open()
        QApplication.processEvents()
        return page

    return make


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


@pytest.fixture
def one_by_one(keyboard: Keyboard) -> Callable[[str], None]:
    """``one_by_one("112")`` presses keys, each where the focus is by then."""

    def press(letters: str) -> None:
        for letter in letters:
            keyboard.type(letter)
            QTest.qWait(0)

    return press
