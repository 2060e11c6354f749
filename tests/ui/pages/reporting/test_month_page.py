"""月报: figures that open to their records."""

from collections.abc import Callable
from datetime import date

from mengzhan.ui.pages.month import MonthPage, month_counts
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.workspace import Workspace
from tests import people
from tests.computers import Clock
from tests.ui import windows

# this page is tested in the real window, in a station of its own
add_record, open_window, pressed = windows.add_record, windows.open_window, windows.pressed
around, clock, folder, jobs = windows.around, windows.clock, windows.folder, windows.jobs
keys, session, workspace = windows.keys, windows.session, windows.workspace


Add = Callable[..., str]


def log_follow_ups(add_record: Add) -> None:
    persons = [add_record("person", people.person_values(n)) for n in (1, 2)]
    for person, day in (
        (persons[0], "2026-11-01"),
        (persons[0], "2026-11-30"),
        (persons[1], "2026-11-15"),
        (persons[1], "2026-10-31"),
        (persons[1], "2026-12-01"),
    ):
        add_record("follow_up", people.follow_up_values(person, day=day))


def test_records_and_people_are_counted_apart(
    workspace: Workspace, add_record: Add, clock: Clock
) -> None:
    clock.move(days=30)
    log_follow_ups(add_record)
    found = {count.kind: count for count in month_counts(workspace.reader, date(2026, 11, 1))}
    assert (found["follow_up"].records, found["follow_up"].people) == (3, 2)
    assert found["visit"].people is None


def test_a_figure_opens_its_records(
    open_window: Callable[..., MainWindow], add_record: Add, qtbot: QtBot, clock: Clock
) -> None:
    clock.move(days=30)
    log_follow_ups(add_record)
    window = open_window()
    window.show_page("month")
    page = window.page("month")
    assert isinstance(page, MonthPage)
    page.turn(-1)
    page.figures["follow_up"].click()
    assert window.current == "follow_up"
    listed = window.page("follow_up")
    assert isinstance(listed, RecordsPage)
    qtbot.waitUntil(lambda: listed.list.table.model.rowCount() == 3)


def test_a_nought_is_no_link_and_the_focus_is_on_the_first_that_opens(
    open_window: Callable[..., MainWindow], add_record: Add, clock: Clock
) -> None:
    clock.move(days=30)
    log_follow_ups(add_record)
    window = open_window()
    window.show_page("month")
    page = window.page("month")
    assert isinstance(page, MonthPage)
    page.turn(-1)
    page.focus_first()
    assert "visit" not in page.figures
    assert page.figures["follow_up"].hasFocus()
    page.turn(-1)
    page.turn(-1)
    page.focus_first()
    focused = window.focusWidget()
    assert isinstance(focused, Button)
    assert focused.words() == "← 上月"
    shown = [words.text() for words in page.findChildren(Words) if words.isVisible()]
    assert "月报 · 2026年9月" in shown


def test_no_month_before_it_began(workspace: Workspace, qtbot: QtBot) -> None:
    page = MonthPage(workspace)
    qtbot.addWidget(page)
    page.turn(1)
    assert page.first == date(2026, 11, 1)
    page.turn(-1)
    assert page.first == date(2026, 10, 1)
    page.turn(1)
    assert page.first == date(2026, 11, 1)


def test_directions_are_counted_and_open_their_records(
    open_window: Callable[..., MainWindow], add_record: Add, qtbot: QtBot
) -> None:
    dated: dict[str, Value] = {"directions": ["04"], "registered_on": "2026-11-02"}
    employer = add_record("employer", people.employer_values(1, **dated))
    add_record("vacancy", people.vacancy_values(employer, **dated, headcount=3))
    add_record("vacancy", people.vacancy_values(employer, directions=["01"]))
    window = open_window()
    window.show_page("month")
    page = window.page("month")
    assert isinstance(page, MonthPage)
    shown = [words.text() for words in page.directions.findChildren(Words)]
    assert "养老服务" in shown
    assert "3 人" in shown
    assert page.directions.figures["employer", "04"].text() == "1 户"
    page.directions.figures["vacancy", "04"].click()
    assert window.current == "vacancy"
    listed = window.page("vacancy")
    assert isinstance(listed, RecordsPage)
    qtbot.waitUntil(lambda: listed.list.table.model.rowCount() == 1)
    chips = [listed.list.filter_line.words(one) for one in listed.list.filter_line.conditions]
    assert "政策方向：养老服务" in chips


def test_a_month_without_directions_says_how_to_get_some(workspace: Workspace) -> None:
    page = MonthPage(workspace)
    shown = [words.text() for words in page.directions.findChildren(Words)]
    assert any("没有标政策方向" in words for words in shown)
    assert page.directions.figures == {}
