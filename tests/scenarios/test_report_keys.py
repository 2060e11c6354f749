"""A month closed and handed on by keyboard alone, from 今日 to the package on the stick."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.office.desk import Office
from mengzhan.package.drives import Drive
from mengzhan.rules.closing import standing
from mengzhan.store.session import Session
from mengzhan.ui.background import Jobs
from mengzhan.ui.pages.reporting.month_page import MonthPage
from mengzhan.ui.pages.send import SendPage
from mengzhan.ui.shell.page_table import MONTH, SEND
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.theme import theme
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.scenarios.keyboard import Keyboard

LIMIT = 15


@dataclass
class Desk:
    """A station with an office and a stick, its window on 今日, and a keyboard."""

    session: Session
    office: Office
    stick: Path
    window: MainWindow
    keyboard: Keyboard = field(default_factory=Keyboard)


@pytest.fixture
def desk(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    theme().apply("light", 1.0)
    session = stations.open_station(tmp_path / "data")
    office = stations.open_office(tmp_path / "office" / "data")
    office.session.become_office()
    stations.introduce(office, session)
    person = stations.log(session, "person", people.person_values(2, employment_status="2"))
    for day in ("2026-10-12", "2026-10-26", "2026-11-02"):
        stations.log(session, "follow_up", people.follow_up_values(person, day=day))
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    jobs = Jobs()
    window = MainWindow(Workspace(session, jobs), stations.surroundings(tmp_path / "data"))
    qtbot.addWidget(window)
    page = window.page(SEND)
    assert isinstance(page, SendPage)
    drive = Drive(stick, "KINGSTON", "vfat", 7_000_000_000, 8_000_000_000, True)
    monkeypatch.setattr(page.where, "_drives", lambda: [drive])
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Desk(session, office, stick, window)
    window.tallies.stop()
    jobs.stop()
    session.store.close()
    office.session.store.close()


def test_last_month_is_closed_and_packed(desk: Desk, qtbot: QtBot) -> None:
    keyboard = desk.keyboard
    keyboard.press("Alt+0", "Ctrl+PgUp")
    page = desk.window.page(MONTH)
    assert isinstance(page, MonthPage)
    qtbot.waitUntil(page.closing.close_button.isEnabled)
    keyboard.press("F9")
    qtbot.waitUntil(lambda: page.closing.is_done)
    keyboard.press("F9")
    assert desk.window.current == SEND
    send = desk.window.page(SEND)
    assert isinstance(send, SendPage)
    qtbot.waitUntil(send.write_button.hasFocus)
    keyboard.press("Enter")
    qtbot.waitUntil(lambda: "读回核对一致" in send.result.text())
    (packed,) = desk.stick.iterdir()
    stations.take_in(desk.office, packed.read_bytes())
    close = standing(desk.office.session.read(), "2026-10").close
    assert close is not None
    assert close.figures["M13"].above == 2
    print(f"\nKEYS | month closed and packed | {keyboard.keys} | 0 | {keyboard.pressed}")
    assert keyboard.keys <= LIMIT
