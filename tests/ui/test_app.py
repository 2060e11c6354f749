"""Starting the program with windows."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.store.session import Place
from mengzhan.store.station import Surroundings, set_up
from mengzhan.store.wrapping import Cost
from mengzhan.ui.app import Program, make_application, page_table, prepare_environment
from mengzhan.ui.background import Jobs
from mengzhan.ui.shell.page_table import OfficePageTable
from mengzhan.ui.shell.start_window import StartWindow
from mengzhan.ui.workspace import Workspace
from tests import people


@pytest.mark.parametrize(
    ("before", "after"), [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("xim", "xim")]
)
def test_input_by_fcitx_goes_through_ibus(
    monkeypatch: pytest.MonkeyPatch, before: str, after: str
) -> None:
    monkeypatch.setenv("QT_IM_MODULE", before)
    monkeypatch.setattr(
        "mengzhan.ui.app.QGuiApplication.setHighDpiScaleFactorRoundingPolicy", lambda _policy: None
    )
    prepare_environment()
    assert os.environ["QT_IM_MODULE"] == after


def test_there_is_one_application(qapp: QApplication) -> None:
    assert make_application() is qapp


def test_a_new_folder_begins_with_the_station(qtbot: QtBot, tmp_path: Path) -> None:
    program = Program(tmp_path / "data", Surroundings(state=tmp_path / "state"))
    program.start()
    window = program.window
    assert isinstance(window, StartWindow)
    qtbot.addWidget(window)
    assert type(window.card).__name__ == "FirstStart"
    window.close()
    assert not (tmp_path / "data").exists()


def test_an_office_has_pages_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    around = Surroundings(state=tmp_path / "state", cost=Cost(memory_kib=32, passes=1, lanes=1))
    session, _ = set_up(
        tmp_path / "data", Place(people.VILLAGE[:6], "局"), "其", "7", "sarnai-2026-Tal", around
    )
    workspace = Workspace(session, Jobs())
    assert not isinstance(page_table(workspace), OfficePageTable)
    session.become_office()
    table = page_table(workspace)
    assert isinstance(table, OfficePageTable)
    assert table.entries[0].item.key == "office-0"
    labels = [entry.item.label for entry in table.entries]
    assert labels[:5] == ["收件", "名册", "意见与重复", "月结核对", "人员"]
    assert [entry.count() for entry in table.entries if entry.count] == [0, 0, 0, 0]
    assert table.entries[-1].item.key == "settings"
    page = table.entries[0].make()
    assert table.entries[0].make() is not page
    workspace.jobs.stop()
    session.store.close()
