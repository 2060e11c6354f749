"""A superior's form by keyboard alone, from the file to the filled one: the first time, the next
month, and a list of people whom the superior names. The number of keys is printed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.ui.pages.filling.fill_page import FillPage
from mengzhan.ui.pages.filling.fill_standings import DONE, FORM, WRITE
from mengzhan.ui.pages.importing.standings import COLUMNS
from tests import people, rosters, stations
from tests.scenarios.desks import FileDesk, window_on
from tests.scenarios.keyboard import Keyboard
from tests.sheets import blanks

COUNT = 12
HEADERS = [*blanks.HEADERS[:5], "文化程度", "所学技能", "备注", "户主姓名"]


@dataclass
class Desk(FileDesk):
    """A station with a dozen people, its window, and a keyboard."""

    opened: list[Path] = field(default_factory=list)

    @property
    def page(self) -> FillPage:
        assert self.records.filling is not None
        return self.records.filling

    def reach(self, step: int) -> None:
        """Wait until a step is shown and the keyboard reaches something in it."""
        self.wait_for(lambda: self.page, step)

    def told(self, what: str) -> None:
        print(f"\n{what}: {self.keyboard.keys} keys\n{' '.join(self.keyboard.pressed)}")


@pytest.fixture
def desk(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    session = stations.open_station(tmp_path / "data")
    for number in range(COUNT):
        values = people.person_values(number, skills="电焊", note="家里说的")
        stations.log(session, "person", values)
    with window_on(session, tmp_path / "data", qtbot) as window:
        desk = Desk(session, window, qtbot)
        monkeypatch.setattr(FillPage, "open_file", lambda _page, path: desk.opened.append(path))
        yield desk


def drop(desk: Desk, path: Path) -> None:
    """The file is dropped on the list."""
    desk.drop(path)


def by_keys(desk: Desk, _path: Path) -> None:
    """Alt+2 and Ctrl+T; the system's own dialog hands over the file."""
    desk.keyboard.press("Alt+2")
    desk.qtbot.waitUntil(lambda: desk.records.list.table.model.rowCount() == COUNT)
    desk.keyboard.press("Ctrl+T")


def column(path: Path, letter: str, first: int, last: int) -> list[Any]:
    sheet = load_workbook(path)["花名册"]
    return [sheet[f"{letter}{row}"].value for row in range(first, last + 1)]


@pytest.mark.parametrize("begin", [drop, by_keys])
def test_a_roster_the_first_time_and_the_next_month(
    desk: Desk,
    tmp_path: Path,
    begin: Callable[[Desk, Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = blanks.roster(tmp_path / "十月.xlsx", HEADERS, rows=5)
    monkeypatch.setattr(FillPage, "ask_file", lambda _page: first)
    begin(desk, first)
    desk.reach(FORM)
    assert [column.header for column in desk.page.course.task.form.unsure] == [  # type: ignore[union-attr]
        "所学技能",
        "备注",
    ]
    desk.keyboard.press("1")
    desk.keyboard.press("0")
    desk.keyboard.press("Enter")
    desk.reach(WRITE)
    assert "+" not in desk.page.told.text()
    desk.keyboard.press("Enter")
    desk.reach(DONE)
    desk.told(f"{begin.__name__}, the first time")
    assert desk.keyboard.keys <= 8
    written = tmp_path / "十月（已填）.xlsx"
    assert set(column(written, "B", 4, 15)) == {people.name(n) for n in range(COUNT)}
    assert column(written, "G", 4, 15) == ["电焊"] * COUNT
    assert column(written, "H", 4, 15) == [None] * COUNT, "left empty as decided"
    assert column(written, "I", 4, 15) == [None] * COUNT, "nobody knows, nobody guesses"
    desk.keyboard.press("Esc")

    again = blanks.roster(tmp_path / "十一月.xlsx", HEADERS, rows=20)
    desk.keyboard = Keyboard()
    drop(desk, again)
    desk.reach(WRITE)
    desk.keyboard.press("Enter")
    desk.reach(DONE)
    desk.keyboard.press("Enter")
    desk.told("the next month, from the drop to the opened file")
    assert desk.keyboard.keys <= 4
    assert desk.opened == [tmp_path / "十一月（已填）.xlsx"]
    assert column(desk.opened[0], "G", 4, 15) == ["电焊"] * COUNT


def test_people_whom_the_superior_names(desk: Desk, tmp_path: Path) -> None:
    drop(desk, blanks.named_list(tmp_path / "核实.xlsx", [3, 1, 40, 7]))
    desk.reach(FORM)
    assert "点了 4 条的名，找到 3 条" in desk.page.form.people.told.text()
    desk.keyboard.press("Enter")
    desk.reach(WRITE)
    desk.keyboard.press("Enter")
    desk.reach(DONE)
    desk.told("a list of names")
    assert desk.keyboard.keys == 2
    written = tmp_path / "核实（已填）.xlsx"
    assert column(written, "E", 3, 6) == [people.phone(3), people.phone(1), None, people.phone(7)]
    assert desk.page.result.figures["unfound"].text() == "1"


def test_a_ledger_is_still_imported_and_a_form_never_silently(desk: Desk, tmp_path: Path) -> None:
    drop(desk, rosters.write(tmp_path / "册.xlsx", 5))
    desk.qtbot.waitUntil(lambda: desk.records.importing is not None)
    importing = desk.records.importing
    assert importing is not None
    desk.qtbot.waitUntil(lambda: importing.step == COLUMNS and not importing.course.is_busy)
    assert desk.records.filling is None
    assert importing.columns.isVisible()
