"""A day of twenty due lines, done by keyboard alone: calls, slips, vacancies, a visit, a put-off.

The number of keys for each line is printed; what somebody writes into a note is counted apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.rules.agenda.reading import read_agenda
from mengzhan.rules.reader import Change, Desk, Reader
from mengzhan.store.session import Session
from mengzhan.ui.background import Jobs
from mengzhan.ui.pages.agenda.put_off_dialog import PutOffDialog
from mengzhan.ui.pages.today import TodayPage
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.theme import theme
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.scenarios.keyboard import Keyboard
from tests.ui.windows import wait_for_today

LIMIT = 6
"""Keys for each line, beyond free text."""


@dataclass
class Day:
    session: Session
    window: MainWindow
    qtbot: QtBot
    keyboard: Keyboard = field(default_factory=Keyboard)

    @property
    def page(self) -> TodayPage:
        page = self.window.page("today")
        assert isinstance(page, TodayPage)
        return page

    def left(self) -> int:
        return len(read_agenda(self.session.read(), self.session.today()).lines)


def twenty_lines(_reader: Reader, desk: Desk) -> Iterator[Change]:
    """Fourteen people to call, two slips, two vacancies, an employer to visit, a task."""
    here = {"station": desk.station}
    for number in range(14):
        group = f"{'一二三'[number % 3]}组"
        since = "2026-11-09" if number < 7 else "2026-08-03"
        values = people.person_values(number, area_group=group, unemployed_on=since)
        yield Change("person", f"p{number}", values | here)
        if number >= 7:
            call = people.follow_up_values(f"p{number}", day="2026-10-12")
            yield Change("follow_up", f"f{number}", call)
    yield Change("employer", "e1", people.employer_values(1, short_of_staff=True) | here)
    yield Change("employer", "e2", people.employer_values(2) | here)
    yield Change("visit", "z1", people.visit_values("e1", day="2026-10-12"))
    yield Change("visit", "z2", people.visit_values("e2", day="2026-11-12"))
    for number in range(2):
        ends = {"registered_on": "2026-11-10", "valid_until": "2026-11-24"}
        yield Change("vacancy", f"v{number}", people.vacancy_values("e2", **ends) | here)
        yield Change("person", f"s{number}", people.person_values(40 + number) | here)
        slip = {"person": f"s{number}", "vacancy": f"v{number}", "day": "2026-11-10"}
        yield Change("referral", f"r{number}", {**slip, "due_on": "2026-11-17"})
    yield Change("task", "t1", {"title": "核查名单", "source": "1", "due_on": "2026-11-24"})


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Day]:
    theme().apply("light", 1.0)
    session = stations.open_station(tmp_path / "data")
    session.run(twenty_lines, "import")
    jobs = Jobs()
    window = MainWindow(Workspace(session, jobs), stations.surroundings(tmp_path / "data"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    wait_for_today(window, qtbot)
    yield Day(session, window, qtbot)
    window.tallies.stop()
    jobs.stop()
    session.store.close()


def put_off(day: Day) -> None:
    day.keyboard.press("w")
    day.qtbot.waitUntil(lambda: bool(day.window.findChildren(PutOffDialog)))
    (dialog,) = day.window.findChildren(PutOffDialog)
    day.qtbot.waitUntil(dialog.isActiveWindow)
    day.keyboard.press("2", "1")
    # what a window manager does when a dialog has gone
    day.window.activateWindow()
    day.qtbot.waitUntil(day.page.list.hasFocus)


def test_a_day_of_twenty_lines(day: Day) -> None:
    assert day.left() == 20
    used: list[tuple[str, int]] = []
    answers = {"follow_up": "1", "referral": "3", "vacancy": "1", "task": "1"}
    done = 0
    while (line := day.page.list.current()) is not None and done < 20:
        before = day.keyboard.keys
        if line.kind == "visit" or done in (2, 5):
            put_off(day)
        else:
            if done in (3, 7):
                day.keyboard.press("t")
            day.keyboard.press(answers[line.kind])
        done += 1
        assert day.left() == 20 - done, line.title
        used.append((line.due.work, day.keyboard.keys - before))
    assert day.left() == 0
    keys = [count for _, count in used]
    print(f"\nKEYS | a day of twenty lines | {sum(keys)} | {max(keys)} a line at most | {used}")
    assert len(keys) == 20
    assert max(keys) <= LIMIT
