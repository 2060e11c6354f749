"""A visit sheet of 15 houses comes back and is keyed in by keyboard alone; keys are counted.

Every third house is a full line (training, trade, new telephone, a note), every fifth was not met,
at the others the outcome, training and business were ticked.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.rules.visit_sheets import line_code
from mengzhan.store.papers import new_sheets, remember_sheets
from mengzhan.store.session import Session
from mengzhan.ui.background import Jobs
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.theme import theme
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.scenarios.keyboard import Keyboard
from tests.ui.windows import wait_for_today

HOUSES, LIMIT = 15, 8
FULL, NOT_MET, USUAL = "full", "not met", "usual"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = stations.open_station(tmp_path / "data")
    for number in range(HOUSES):
        values = people.person_values(number, area_group="二组", address=f"{number + 1}号院")
        stations.log(made, "person", values)
    yield made
    made.store.close()


@pytest.fixture
def window(
    session: Session, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> Iterator[MainWindow]:
    theme().apply("light", 1.0)
    jobs = Jobs()
    made = MainWindow(Workspace(session, jobs), stations.surroundings(tmp_path / "data"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    wait_for_today(made, qtbot)
    yield made
    made.tallies.stop()
    jobs.stop()


def sort_of(house: int) -> str:
    if house % 5 == 0:
        return NOT_MET
    return FULL if house % 3 == 0 else USUAL


def key_in(k: Keyboard, house: int) -> None:
    """Key in one line; its row code is offered already."""
    k.press("Enter")
    sort = sort_of(house)
    if sort == NOT_MET:
        k.type("9")
        k.press("Ctrl+Enter")
        return
    k.type("1")
    if sort == FULL:
        k.type("1")
        k.write("电焊工")
        k.press("Enter")
        k.type("2")
        k.number(people.phone(800 + house))
        k.press("Enter")
        k.write("冬天能干")
    else:
        k.type("2")
        k.type("2")
    k.press("Ctrl+Enter")


def test_a_sheet_of_fifteen_houses_is_keyed_in(
    session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    reader = session.read()
    (sheet,) = new_sheets(session, reader.newest("person", HOUSES))
    remember_sheets(session, [sheet])
    k = Keyboard()
    k.press("Alt+6")
    page = window.page("follow_up")
    assert isinstance(page, RecordsPage)
    k.press("Ctrl+R")
    assert page.keying is not None
    for house in range(1, HOUSES + 1):
        assert page.keying.row.code.text() == line_code(sheet.number, house)
        key_in(k, house)
    k.press("Enter")
    outcomes = {
        row["person"]: row["outcome"] for row in reader.rows("follow_up", reader.ids("follow_up"))
    }
    met = [house for house in range(1, HOUSES + 1) if sort_of(house) != NOT_MET]
    full = [house for house in range(1, HOUSES + 1) if sort_of(house) == FULL]
    assert outcomes == {
        visited.record: "F1" if house in met else "F9"
        for house, visited in enumerate(sheet.people, 1)
    }
    assert len(reader.ids("training_intent")) == len(met)
    assert len(reader.ids("verification")) == len(full)
    for house in full:
        person = reader.record("person", sheet.people[house - 1].record) or {}
        assert person["phone"] == people.phone(800 + house)
    each = k.keys / HOUSES
    print(f"\nKEYS | {HOUSES} households | {k.keys} | {each:.1f} each | {k.apart} apart")
    assert each <= LIMIT
