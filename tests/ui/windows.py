"""Fixtures: stations in folders of their own, and windows on them. A conftest takes them in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Values
from mengzhan.rules.operations import add
from mengzhan.store.papers import new_sheets, remember_sheets
from mengzhan.store.session import Place, Session
from mengzhan.store.station import Surroundings, set_up
from mengzhan.store.wrapping import Cost
from mengzhan.ui.background import Jobs
from mengzhan.ui.pages.keying.key_in_page import KeyInPage
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.pages.today import TodayPage
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.workspace import Workspace
from tests import people
from tests.computers import Clock, MemoryKeystore

PIN = "284917"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def around(tmp_path: Path, clock: Clock) -> Surroundings:
    """A computer of its own, with a keystore, whose PINs are quick to try."""
    cost = Cost(memory_kib=32, passes=1, lanes=1)
    return Surroundings(
        clock=clock,
        state=tmp_path / "state",
        keystore=MemoryKeystore(secret=bytes(range(32))),
        cost=cost,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def session(folder: Path, around: Surroundings) -> Session:
    """A new station with one operator, 其其格."""
    place = Place(people.VILLAGE, "巴彦嘎查就业服务站")
    return set_up(folder, place, "其其格", "1", PIN, around)[0]


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop()


@pytest.fixture
def workspace(session: Session, jobs: Jobs) -> Iterator[Workspace]:
    made = Workspace(session, jobs)
    yield made
    jobs.stop()
    session.store.close()


@pytest.fixture
def add_record(session: Session) -> Callable[..., str]:
    """``add_record(kind, values)`` logs a record and returns its id."""

    def make(kind: str, values: Values) -> str:
        record = session.new_id()
        session.run(add(kind, values, record), f"add {kind}")
        return record

    return make


@pytest.fixture
def open_window(
    qtbot: QtBot, workspace: Workspace, around: Surroundings
) -> Callable[..., MainWindow]:
    """``open_window(width, height)`` shows the main window."""

    def show(width: int = 1366, height: int = 768) -> MainWindow:
        window = MainWindow(workspace, around)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        wait_for_today(window, qtbot)
        return window

    return show


def wait_for_today(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until 今日, if the window begins with it, has been read beside the screen."""
    page = window.stack.currentWidget()
    if isinstance(page, TodayPage):
        qtbot.waitUntil(lambda: not page.is_reading)


@pytest.fixture
def pressed() -> list[str]:
    """What was pressed so far; ``'text`` stands for its characters."""
    return []


@pytest.fixture
def keys(qtbot: QtBot, pressed: list[str]) -> Callable[[str], None]:
    """``keys("Ctrl+N r Enter")`` presses keys on whatever has the focus; ``'text`` types."""

    def press(sequence: str) -> None:
        for part in sequence.split():
            target = reached()
            pressed.append(part)
            _press(qtbot, target, part)
            # a window that a key opens gets the focus with the next events
            QApplication.processEvents()

    return press


@pytest.fixture
def sheet(session: Session, add_record: Callable[..., str]) -> str:
    """The number of a printed visit sheet with two lines."""
    persons = [add_record("person", people.person_values(number)) for number in (1, 2)]
    (made,) = new_sheets(session, persons)
    remember_sheets(session, [made])
    return made.number


def keying_page(window: MainWindow) -> KeyInPage:
    """Return the page on which a visit sheet is keyed in; it has to be seen."""
    page = window.page("follow_up")
    assert isinstance(page, RecordsPage)
    assert page.keying is not None
    assert page.keying.isVisible()
    return page.keying


def reached() -> QWidget:
    """Return what the keyboard reaches. Without a screen nobody gives the focus back to a window
    whose dialog was closed, as every desktop does."""
    if QApplication.activeWindow() is None:
        shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        shown[-1].activateWindow()
        QApplication.processEvents()
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None
    return target


def _press(qtbot: QtBot, target: QWidget, part: str) -> None:
    if part.startswith("'"):
        qtbot.keyClicks(target, part[1:])  # type: ignore[no-untyped-call]
        return
    *modifiers, name = part.split("+")
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= _MODIFIERS[modifier]
    key = _KEYS.get(name) or getattr(Qt.Key, f"Key_{name.upper()}")
    qtbot.keyClick(target, key, held)  # type: ignore[no-untyped-call]


_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
_KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Tab": Qt.Key.Key_Tab,
    "Esc": Qt.Key.Key_Escape,
    "Ins": Qt.Key.Key_Insert,
    "Space": Qt.Key.Key_Space,
    "Down": Qt.Key.Key_Down,
    "Up": Qt.Key.Key_Up,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "PgUp": Qt.Key.Key_PageUp,
    "PgDown": Qt.Key.Key_PageDown,
    "-": Qt.Key.Key_Minus,
    "=": Qt.Key.Key_Equal,
}
