"""The window of an office: its own pages first, and the way of a package by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mengzhan.office.desk import Office
from mengzhan.package.sending import build_report
from mengzhan.store.session import Session
from mengzhan.ui.app import page_table
from mengzhan.ui.office.inbox_page import InboxPage
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.scenarios.keyboard import Keyboard


@pytest.fixture
def window(
    office: Office, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    office.session.set_setting("role", "office")
    around = stations.surroundings(tmp_path / "office" / "data")
    made = MainWindow(workspace, around, table=page_table(workspace))
    qtbot.addWidget(made)
    made.resize(911, 512)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.tallies.stop()


def test_the_rail_begins_with_the_offices_own_pages(window: MainWindow, office: Office) -> None:
    labels = [entry.item.label for entry in window.table.entries]
    assert labels[:4] == ["收件", "名册", "意见与重复", "人员"]
    assert labels[-1] == "设置"
    office.add_station(people.VILLAGE, "巴彦嘎查就业服务站")
    window.tallies.count_now()
    assert window.rail.pages.count("office-1") == "1"


def test_an_office_is_not_told_that_it_has_not_reported(window: MainWindow) -> None:
    window.bar.refresh(37)
    window.resize(1366, 768)
    assert window.bar.unsent.isHidden()
    assert window.bar.deadline.isHidden()


def test_a_package_goes_in_and_its_receipt_out_by_enter_alone(
    window: MainWindow,
    office: Office,
    session: Session,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stations.introduce(office, session)
    package = tmp_path / "报送-0001.mzp"
    package.write_bytes(build_report(session).data)
    out = tmp_path / "out"
    out.mkdir()
    page = window.page("office-0")
    assert isinstance(page, InboxPage)
    monkeypatch.setattr(page, "ask_files", lambda: [package])
    monkeypatch.setattr(page.where, "ask_folder", lambda: out)
    keyboard = Keyboard()
    keyboard.press("Enter")
    qtbot.waitUntil(page.accept_button.hasFocus)
    assert office.session.read().count("person") == 0
    keyboard.press("Enter")
    qtbot.waitUntil(page.receipt_button.hasFocus)
    assert office.session.read().count("person") == 3
    keyboard.press("Enter")
    qtbot.waitUntil(lambda: "写好 1 份回执" in page.result.text())
    assert len(list(out.iterdir())) == 1
