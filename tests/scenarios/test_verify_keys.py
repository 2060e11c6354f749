"""A list of a hundred people verified by keyboard alone, and its workbook filled on the way back.

From 今日, with nothing selected, to the last line saved: ninety are as they were, ten have a new
telephone number. The number of keys is printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.rules.verifying import make_list, read_lines
from mengzhan.store.session import Session
from mengzhan.ui.background import Jobs
from mengzhan.ui.pages.filling.fill_page import FillPage
from mengzhan.ui.pages.filling.fill_standings import DONE, FORM, WRITE
from mengzhan.ui.pages.verifying.new_list import NewListDialog
from mengzhan.ui.pages.verifying.page import VerifyPage
from mengzhan.ui.shell.page_table import TO_VERIFY, TabbedPage
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.theme import theme
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.scenarios.keyboard import Keyboard
from tests.ui.windows import wait_for_today

COUNT, CHANGED, LIMIT = 100, 10, 150
STRANGER = 700
HEADER = ["序号", "姓名", "身份证号", "联系电话", "核实结果", "核实日期", "核实人"]


@dataclass
class Desk:
    """A station with a hundred people, its window on 今日, and a keyboard."""

    session: Session
    window: MainWindow
    qtbot: QtBot
    people: list[str]
    keyboard: Keyboard = field(default_factory=Keyboard)

    @property
    def page(self) -> VerifyPage:
        page = self.window.page("verification")
        assert isinstance(page, TabbedPage)
        part = page.part(TO_VERIFY)
        assert isinstance(part, VerifyPage)
        return part

    @property
    def filling(self) -> FillPage:
        assert self.page.filling is not None
        return self.page.filling

    def phones(self) -> list[str]:
        records = self.session.read().records("person", self.people)
        return [str(records[person]["phone"]) for person in self.people]

    def told(self, what: str) -> None:
        keyboard = self.keyboard
        print(f"\nKEYS | {what} | {keyboard.keys} | {keyboard.apart} apart")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    theme().apply("light", 1.0)
    session = stations.open_station(tmp_path / "data")
    made = [stations.log(session, "person", people.person_values(n)) for n in range(COUNT)]
    jobs = Jobs()
    window = MainWindow(Workspace(session, jobs), stations.surroundings(tmp_path / "data"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    wait_for_today(window, qtbot)
    yield Desk(session, window, qtbot, made)
    jobs.stop()
    session.store.close()


def test_a_hundred_people_of_whom_ten_have_a_new_number(desk: Desk) -> None:
    task = desk.session.new_id()
    making = make_list("旗里下发的未就业名单", desk.people, source="2", record=task)
    desk.window.workspace.tell(desk.session.run(making, "add task"))
    k = desk.keyboard
    k.press("Alt+9", "Enter")
    work = desk.page.work
    assert work.list.hasFocus()
    before = desk.phones()
    for at in range(COUNT):
        if at % (COUNT // CHANGED):
            k.press("1")
        else:
            k.press("D")
            k.number(people.phone(8000 + at))
            k.press("Enter")
    desk.told("100 verified, 10 with a new number")
    assert k.keys <= LIMIT
    lines = read_lines(desk.session.read(), task)
    assert [line.result for line in lines].count("1") == COUNT - CHANGED
    assert [line.result for line in lines].count("2") == CHANGED
    changed = [now for now, was in zip(desk.phones(), before, strict=True) if now != was]
    assert changed == [people.phone(8000 + at) for at in range(0, COUNT, COUNT // CHANGED)]
    assert work.head.count.text() == "还剩 0 / 100"
    k.press("Ctrl+Z")
    assert work.head.count.text() == "还剩 1 / 100", "the last answer is taken back"
    current = work.list.current()
    assert current is not None
    assert current.key == desk.people[-1]


def workbook(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["未就业人员核实名单"])
    sheet.append(HEADER)
    for at, number in enumerate((4, 2, STRANGER, 9), 1):
        sheet.append([at, people.name(number), people.id_number(number), people.phone(number)])
    book.save(path)
    return path


def test_a_workbook_from_above_goes_back_filled(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "名单.xlsx")
    page, k = desk.page, desk.keyboard
    monkeypatch.setattr(page, "ask_file", lambda: path)
    k.press("Alt+9", "Ctrl+O")
    desk.qtbot.waitUntil(lambda: bool(page.findChildren(NewListDialog)))
    (dialog,) = page.findChildren(NewListDialog)
    desk.qtbot.waitUntil(dialog.isActiveWindow)
    assert "登记过的 3，本站没有的 1" in dialog.told.text()
    k.press("2", "Enter", "Enter")
    # without a screen nobody gives the focus back to a window whose dialog was closed
    desk.window.activateWindow()
    desk.qtbot.waitUntil(page.work.list.hasFocus)
    k.press("1", "D")
    k.number("19900001234")
    k.press("Enter", "6", "3")
    assert page.work.head.count.text() == "还剩 0 / 4"
    k.press("Ctrl+T")
    desk.qtbot.waitUntil(lambda: desk.filling.step == FORM and desk.filling.course.task is not None)
    desk.qtbot.waitUntil(lambda: not desk.filling.course.is_busy)
    k.press("Enter")
    desk.qtbot.waitUntil(lambda: desk.filling.step == WRITE)
    k.press("Enter")
    desk.qtbot.waitUntil(lambda: desk.filling.step == DONE)
    desk.told("a workbook of four names there and back")
    sheet = load_workbook(tmp_path / "名单（已填）.xlsx").active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert [row[4] for row in rows] == ["信息一致", "已更正", "查无此人、人户分离", "电话失效"]
    assert [row[3] for row in rows] == [people.phone(n) for n in (4, 2, STRANGER, 9)]
    assert {row[5] for row in rows} == {"2026-11-23"}
    assert {row[6] for row in rows} == {"其其格"}
    assert [cell.value for cell in sheet[2]] == HEADER
