"""From a vacancy to three people introduced and their letters printed, by keyboard alone.

Three ways lead there: from the list of vacancies that nobody takes, from the people who want work
to a vacancy that was just saved, and person by person through the search. The number of keys is
printed. Only the system's own print dialog is stood in for, by one Enter and a printer that
writes into a file.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.rules.two_lists import read_two_lists
from mengzhan.store.session import Session
from mengzhan.ui.pages.publishing import dialog as publishing
from mengzhan.ui.pages.referring.introduce import IntroduceDialog
from mengzhan.ui.pages.referring.page import ListPage
from mengzhan.ui.shell.page_table import UNFILLED, WANTS_WORK, TabbedPage
from mengzhan.ui.shell.window import MainWindow
from tests import people, stations
from tests.scenarios.desks import window_on
from tests.scenarios.printing import Printing

LIMIT = 20


@dataclass
class Desk(Printing):
    """A village of 300 out of work, two vacancies, the window on 今日, and a keyboard."""

    session: Session
    window: MainWindow
    qtbot: QtBot
    old_vacancy: str
    new_vacancy: str

    def part(self, name: str) -> ListPage:
        page = self.window.page("referral")
        assert isinstance(page, TabbedPage)
        part = page.part(name)
        assert isinstance(part, ListPage)
        return part

    def wait_for_list(self, name: str) -> None:
        """Wait until a list is there, as somebody does who looks at the screen."""
        table = self.part(name).list.table
        self.qtbot.waitUntil(lambda: table.view.hasFocus() and table.model.rowCount() > 0)

    def dialog(self) -> IntroduceDialog:
        self.qtbot.waitUntil(lambda: bool(self.window.findChildren(IntroduceDialog)))
        (found,) = self.window.findChildren(IntroduceDialog)
        self.qtbot.waitUntil(lambda: found.table.model.rowCount() > 0)
        return found

    def introduced(self) -> dict[str, str]:
        """Person -> vacancy of every referral; each has its number."""
        reader = self.session.read()
        rows = reader.rows("referral", reader.ids("referral"))
        assert len({row["letter_no"] for row in rows}) == len(rows)
        return {row["person"]: row["vacancy"] for row in rows}


@pytest.fixture
def desk(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    session = stations.open_station(tmp_path / "data")
    stations.log_villagers(session)
    employer = stations.log(session, "employer", people.employer_values(1, name="草原情餐馆"))
    dated: dict[str, Value] = {"registered_on": "2026-11-10", "valid_until": "2026-12-31"}
    old = stations.log(
        session, "vacancy", people.vacancy_values(employer, title="服务员", headcount=5, **dated)
    )
    values = people.vacancy_values(employer, title="洗碗工", headcount=3)
    new = stations.log(session, "vacancy", {**values, "registered_on": "2026-11-23"})
    with window_on(session, tmp_path / "data", qtbot) as window:
        made = Desk(session, window, qtbot, old, new, paper=tmp_path / "letters.pdf")
        monkeypatch.setattr(publishing, "ask_printer", made.answer_printer)
        QTimer.singleShot(0, made.print_letters)
        yield made


def from_the_vacancies(desk: Desk) -> str:
    k = desk.keyboard
    k.press("Alt+8", "Ctrl+Tab")
    desk.wait_for_list(UNFILLED)
    k.press("J")
    desk.dialog()
    k.press("Space", "Down", "Space", "Down", "Space", "Enter")
    return desk.old_vacancy


def from_the_people(desk: Desk) -> str:
    k = desk.keyboard
    k.press("Alt+8")
    desk.wait_for_list(WANTS_WORK)
    k.press("Space", "Down", "Space", "Down", "Space", "J")
    dialog = desk.dialog()
    k.pick("xwg")
    desk.qtbot.waitUntil(dialog.table.view.hasFocus)
    k.press("Enter")
    return desk.new_vacancy


def one_by_one(desk: Desk) -> str:
    k = desk.keyboard
    reader = desk.session.read()
    k.press("Alt+8", "Ctrl+Tab")
    desk.wait_for_list(UNFILLED)
    k.press("J")
    dialog = desk.dialog()
    for number in (500, 620, 799):
        digits = people.phone(number)[-6:]
        assert len(reader.search(digits, "person")) == 1
        # the first digit leads from the table into the search
        k.number(digits[0])
        k.number(digits[1:])
        k.press("Enter")
    desk.qtbot.waitUntil(lambda: len(dialog.chosen()) == 3)
    k.press("Ctrl+Enter")
    return desk.old_vacancy


@pytest.mark.parametrize("way", [from_the_vacancies, from_the_people, one_by_one])
def test_three_people_are_introduced_without_a_mouse(
    desk: Desk, way: Callable[[Desk], str]
) -> None:
    before = read_two_lists(desk.session.read(), desk.session.today()).people.standing()
    vacancy = way(desk)
    desk.qtbot.waitUntil(lambda: len(desk.introduced()) == 3)
    assert set(desk.introduced().values()) == {vacancy}
    after = read_two_lists(desk.session.read(), desk.session.today()).people.standing()
    gone = {line.spell.record for line in before} - {line.spell.record for line in after}
    assert gone == set(desk.introduced())
    desk.qtbot.waitUntil(desk.paper.exists)
    numbers = desk.session.read().texts_ever("referral", "letter_no", "介")
    printed = desk.printed()
    assert all(printed.count(number) == 2 for number in numbers), "on the letter and on its slip"
    keyboard = desk.keyboard
    print(f"\nKEYS | {way.__name__} | {keyboard.keys} | {keyboard.apart} | {keyboard.pressed}")
    assert keyboard.keys <= LIMIT
