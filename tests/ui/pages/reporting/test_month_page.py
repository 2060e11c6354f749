"""月报: figures that open to exactly their records, the year beside them, and closing the month."""

from collections.abc import Callable
from datetime import date
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.rules.closing import close_month, closings
from mengzhan.rules.erasure import erase
from mengzhan.rules.figures import INDICATORS
from mengzhan.rules.operations import edit
from mengzhan.rules.reporting import Report
from mengzhan.store.session import Session
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.pages.reporting import month_page
from mengzhan.ui.pages.reporting.closing_look import ClosingLook, look_at_closing
from mengzhan.ui.pages.reporting.explain_dialog import ExplainDialog
from mengzhan.ui.pages.reporting.month_page import MonthPage
from mengzhan.ui.pages.reporting.opening import opened_by
from mengzhan.ui.pages.reporting.parts_panel import DIRECTION, GROUP, PLACE
from mengzhan.ui.shell.window import MainWindow
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
Open = Callable[..., MainWindow]
Keys = Callable[[str], None]


@pytest.fixture
def logged(add_record: Add, clock: Clock) -> list[str]:
    """Three follow-ups of November (two people), one of October, one of December."""
    clock.move(days=30)
    persons = [add_record("person", people.person_values(n)) for n in (1, 2)]
    return [
        add_record("follow_up", people.follow_up_values(person, day=day, situation=day))
        for person, day in (
            (persons[0], "2026-11-01"),
            (persons[0], "2026-11-30"),
            (persons[1], "2026-11-15"),
            (persons[1], "2026-10-31"),
            (persons[1], "2026-12-01"),
        )
    ]


@pytest.fixture
def shown(open_window: Open, qtbot: QtBot) -> Callable[..., tuple[MainWindow, MonthPage]]:
    """Opens the page and waits until it has counted and looked."""

    def show(*size: int) -> tuple[MainWindow, MonthPage]:
        window = open_window(*size)
        window.show_page("month")
        page = window.page("month")
        assert isinstance(page, MonthPage)
        settled(qtbot, page)
        return window, page

    return show


def settled(qtbot: QtBot, page: MonthPage) -> None:
    month = page.span == "month"
    qtbot.waitUntil(
        lambda: (
            page.report is not None
            and page.report.period.first == page.period.first
            and page.report.period.span == page.span
            and (page.closing.look is not None or not month)
            and not page._workspace.jobs.running
        )
    )


def line_of(page: MonthPage, code: str) -> list[str]:
    """The words of an indicator's line."""
    model = page.table.lines
    row = next(at for at, line in enumerate(model.lines) if line.code == code)
    return [str(model.data(model.index(row, at))) for at in range(model.columnCount())]


def test_this_month_stands_beside_the_last_and_the_year(
    logged: list[str], shown: Callable[..., tuple[MainWindow, MonthPage]], qtbot: QtBot
) -> None:
    _, page = shown()
    page.turn(-1)
    settled(qtbot, page)
    assert line_of(page, "M13") == ["回访人次", "人次", "3", "1", "+2", "4"]
    assert line_of(page, "M12") == ["实回访人数", "人", "2", "1", "+1", "2"]
    page.show_span("quarter")
    settled(qtbot, page)
    assert line_of(page, "M13")[2:] == ["5", "0", "+5", "5"]
    page.show_span("year_to_date")
    settled(qtbot, page)
    assert line_of(page, "M13")[2:] == ["4", "0", "+4"]


def test_enter_opens_exactly_the_records_of_a_figure(
    logged: list[str],
    shown: Callable[..., tuple[MainWindow, MonthPage]],
    keys: Keys,
    qtbot: QtBot,
) -> None:
    window, page = shown()
    page.turn(-1)
    settled(qtbot, page)
    page.table.go_to("M13")
    page.focus_first()
    keys("Enter")
    assert window.current == "follow_up"
    listed = window.page("follow_up")
    assert isinstance(listed, RecordsPage)
    model = listed.list.table.model
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    found = {window.workspace.reader.rows("follow_up", [one])[0]["id"] for one in model.ids}
    assert found == set(logged[:3])
    chips = listed.list.filter_line.findChildren(QPushButton)
    assert "回访人次 · 2026年11月  ×" in [chip.text() for chip in chips]


def test_a_rate_asks_which_of_its_sides(
    add_record: Add,
    shown: Callable[..., tuple[MainWindow, MonthPage]],
    qtbot: QtBot,
) -> None:
    registered: dict[str, Value] = {"unemployed_on": "2026-10-01", "registered_on": "2026-10-01"}
    person = add_record("person", people.person_values(1, **registered))
    add_record("follow_up", people.follow_up_values(person))
    window, page = shown()
    page.table.go_to("M14")
    assert page.report is not None
    menu = page.choices(opened_by(page.report.lines["M14"].now, "回访率", "2026年11月"))
    assert [action.text() for action in menu.actions()] == [
        "回访率 · 2026年11月（分子）：回访 1 条",
        "回访率 · 2026年11月（分母）：人员 1 条",
    ]
    menu.actions()[1].trigger()
    assert window.current == "person"
    listed = window.page("person")
    assert isinstance(listed, RecordsPage)
    qtbot.waitUntil(lambda: listed.list.table.model.rowCount() == 1)


def test_what_was_erased_still_counts_and_the_list_says_so(
    shown: Callable[..., tuple[MainWindow, MonthPage]],
    add_record: Add,
    keys: Keys,
    qtbot: QtBot,
    workspace: Workspace,
) -> None:
    registered: dict[str, Value] = {"unemployed_on": "2026-10-01", "registered_on": "2026-10-01"}
    persons = [add_record("person", people.person_values(n, **registered)) for n in (1, 2, 3)]
    workspace.session.run(erase(persons[1]), "erase person")
    window, page = shown()
    assert line_of(page, "M11")[2] == "3"
    page.table.go_to("M11")
    page.focus_first()
    keys("Enter")
    listed = window.page("person")
    assert isinstance(listed, RecordsPage)
    qtbot.waitUntil(lambda: listed.list.table.model.rowCount() == 2)
    chips = [chip.text() for chip in listed.list.filter_line.findChildren(QPushButton)]
    assert "应回访失业人员数 · 2026年11月，另有 1 条已彻底删除  ×" in chips


def test_a_nought_opens_nothing(
    shown: Callable[..., tuple[MainWindow, MonthPage]], keys: Keys
) -> None:
    window, page = shown()
    page.table.go_to("M05")
    page.focus_first()
    keys("Enter")
    assert window.current == "month"


def test_no_month_before_it_began(
    shown: Callable[..., tuple[MainWindow, MonthPage]], keys: Keys
) -> None:
    _, page = shown()
    page.turn(1)
    assert page.month == date(2026, 11, 1)
    keys("Ctrl+PgUp")
    assert page.month == date(2026, 10, 1)
    keys("Ctrl+PgDown")
    assert page.month == date(2026, 11, 1)
    page.show_span("quarter")
    page.turn(-1)
    assert page.period.first == date(2026, 7, 1)
    page.turn(1)
    page.turn(1)
    assert page.period.first == date(2026, 10, 1)
    page.show_span("year_to_date")
    page.turn(-1)
    assert (page.period.first, page.period.last) == (date(2025, 1, 1), date(2025, 10, 31))


def test_figures_follow_edits_and_are_kept_between_visits(
    logged: list[str],
    shown: Callable[..., tuple[MainWindow, MonthPage]],
    add_record: Add,
    qtbot: QtBot,
) -> None:
    window, page = shown()
    page.turn(-1)
    settled(qtbot, page)
    kept = page.report
    window.show_page("person")
    window.show_page("month")
    settled(qtbot, page)
    assert page.report is kept
    window.workspace.run(edit(logged[0], {"day": "2026-10-30"}), "edit follow_up")
    assert line_of(page, "M13")[2] == "3"  # what was counted stays until it is counted anew
    qtbot.waitUntil(lambda: line_of(page, "M13")[2:4] == ["2", "2"])


def test_a_figure_by_place_and_group_opens_to_its_part(
    shown: Callable[..., tuple[MainWindow, MonthPage]], add_record: Add, qtbot: QtBot
) -> None:
    for number, home in enumerate((people.VILLAGE, people.VILLAGE, people.OTHER_VILLAGE)):
        person = add_record("person", people.person_values(number, residence=home))
        add_record("follow_up", people.follow_up_values(person))
    window, page = shown()
    page.table.go_to("M13")
    page.parts.show_view(PLACE)
    lines = page.parts.table.lines
    qtbot.waitUntil(lambda: [part.shown for part in lines.lines] == ["2", "1"])
    page.parts.table.opened.emit(1)
    listed = window.page("follow_up")
    assert isinstance(listed, RecordsPage)
    qtbot.waitUntil(lambda: listed.list.table.model.rowCount() == 1)
    window.show_page("month")
    settled(qtbot, page)
    page.parts.show_view(GROUP)
    qtbot.waitUntil(lambda: bool(lines.lines) and lines.lines[0].label == "农牧民工")
    assert page.parts.told.text() == f"回访人次：{INDICATORS['M13'].meaning}"


def test_the_year_is_told_to_screen_readers_too(
    logged: list[str], shown: Callable[..., tuple[MainWindow, MonthPage]]
) -> None:
    _, page = shown()
    told = page.parts.charts.accessibleDescription()
    assert (
        "回访人次 (人次) 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0, 8: 0, 9: 0, 10: 1, 11: 3, 12: 1"
        in told
    )


def test_directions_are_counted_and_open_their_records(
    shown: Callable[..., tuple[MainWindow, MonthPage]], add_record: Add, qtbot: QtBot
) -> None:
    dated: dict[str, Value] = {"directions": ["04"], "registered_on": "2026-11-02"}
    employer = add_record("employer", people.employer_values(1, **dated))
    add_record("vacancy", people.vacancy_values(employer, **dated, headcount=3))
    add_record("vacancy", people.vacancy_values(employer, directions=["01"]))
    window, page = shown()
    page.parts.show_view(DIRECTION)
    figures = page.parts.direction_figures
    assert figures is not None
    assert "养老服务" in [words.text() for words in figures.findChildren(Words)]
    figures.figures["vacancy", "04"].click()
    assert window.current == "vacancy"
    listed = window.page("vacancy")
    assert isinstance(listed, RecordsPage)
    qtbot.waitUntil(lambda: listed.list.table.model.rowCount() == 1)
    chips = [listed.list.filter_line.words(one) for one in listed.list.filter_line.conditions]
    assert "政策方向：养老服务" in chips


def test_a_month_without_directions_says_how_to_get_some(
    shown: Callable[..., tuple[MainWindow, MonthPage]],
) -> None:
    _, page = shown()
    page.parts.show_view(DIRECTION)
    figures = page.parts.direction_figures
    assert figures is not None
    said = [words.text() for words in figures.findChildren(Words)]
    assert any("没有标政策方向" in words for words in said)


# Closing ----------------------------------------------------------------------------------------


def test_a_month_is_closed_corrected_and_closed_again(
    logged: list[str],
    shown: Callable[..., tuple[MainWindow, MonthPage]],
    keys: Keys,
    qtbot: QtBot,
    workspace: Workspace,
) -> None:
    window, page = shown()
    page.turn(-1)
    settled(qtbot, page)
    assert page.closing.standing_words() == "还没结账"
    keys("F9")
    qtbot.waitUntil(lambda: page.closing.is_done)
    assert page.closing.standing_words() == "2026-12-23 已结账"
    assert page.closing.close_button.words() == "去报送"
    workspace.run(edit(logged[2], {"day": "2026-12-02"}), "edit follow_up")
    qtbot.waitUntil(lambda: page.closing.look is not None and not page.closing.is_done)
    said = [words.text() for words in page.closing.findChildren(Words) if words.isVisible()]
    assert "回访人次：结账时 3，现在 2" in said
    assert any("现在不算了（其其格 今天" in words and "修改回访" in words for words in said)
    keys("F9")
    assert page.closing.reason.hasFocus()
    assert len(closings(workspace.reader, "2026-11")) == 1
    keys("'moved F9")
    qtbot.waitUntil(lambda: page.closing.is_done)
    assert [one.reason for one in closings(workspace.reader, "2026-11")] == ["", "moved"]
    keys("F9")
    assert window.current == "send"


def test_closing_is_taken_back_like_anything_else(
    logged: list[str],
    shown: Callable[..., tuple[MainWindow, MonthPage]],
    keys: Keys,
    qtbot: QtBot,
) -> None:
    _, page = shown()
    page.turn(-1)
    settled(qtbot, page)
    keys("F9")
    qtbot.waitUntil(lambda: page.closing.is_done)
    keys("Ctrl+Z")
    qtbot.waitUntil(
        lambda: page.closing.look is not None and page.closing.standing_words() == "还没结账"
    )


def test_what_looks_odd_is_one_key_away_and_quiet_once_it_is_explained(
    shown: Callable[..., tuple[MainWindow, MonthPage]],
    add_record: Add,
    keys: Keys,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    phone = people.phone(77)
    for number in range(1, 7):
        person = add_record("person", people.person_values(number, phone=phone))
        add_record("follow_up", people.follow_up_values(person))
    _, page = shown()
    look = page.closing.look
    assert look is not None
    opened = [check for check in look.checks if check.records]
    at = next(n for n, one in enumerate(opened) if one.anomaly is not None)
    odd = opened[at].anomaly
    assert odd is not None

    def explain(dialog: ExplainDialog) -> int:
        assert not dialog.go_button.isEnabled()
        dialog.text.setPlainText("一家人合用一部手机")
        assert dialog.go_button.isEnabled()
        return 1

    monkeypatch.setattr(ExplainDialog, "exec", explain)
    keys(str(at + 1))
    settled(qtbot, page)
    qtbot.waitUntil(
        lambda: (
            page.closing.look is not None
            and page.closing.look is not look
            and odd not in [check.anomaly for check in page.closing.look.checks]
        )
    )


def test_a_low_window_shows_figures_or_what_stands_beside_them(
    shown: Callable[..., tuple[MainWindow, MonthPage]], keys: Keys
) -> None:
    _, page = shown(911, 512)
    assert page.table.isVisible()
    assert not page.closing.isVisible()
    keys("F6")
    assert not page.table.isVisible()
    assert page.closing.isVisible()
    keys("F6")
    assert page.table.hasFocus()
    assert page.side_button.isVisible()
    page.side_button.click()
    assert page.figures_button.isVisible(), "the way back is written where one is"
    page.figures_button.click()
    assert page.table.hasFocus()


def test_a_low_window_covers_nothing_of_what_was_corrected(
    logged: list[str],
    shown: Callable[..., tuple[MainWindow, MonthPage]],
    keys: Keys,
    qtbot: QtBot,
    workspace: Workspace,
) -> None:
    _, page = shown(911, 512)
    page.turn(-1)
    page.toggle_side()
    settled(qtbot, page)
    keys("F9")
    qtbot.waitUntil(lambda: page.closing.is_done)
    for record in logged[1:3]:
        workspace.run(edit(record, {"day": "2026-12-02"}), "edit follow_up")
    settled(qtbot, page)
    qtbot.waitUntil(page.closing.reason.isVisible)
    QApplication.processEvents()
    panel, above, below = page.closing, page.closing.scrolled, page.closing.reason
    assert above.geometry().bottom() < below.geometry().top()
    assert below.geometry().bottom() < panel.height()
    assert panel.geometry().bottom() < page.parts.geometry().top()


def test_a_figure_that_cannot_be_taken_apart_says_why(
    shown: Callable[..., tuple[MainWindow, MonthPage]], add_record: Add, qtbot: QtBot
) -> None:
    employer = add_record("employer", people.employer_values(1))
    add_record("vacancy", people.vacancy_values(employer))
    _, page = shown()
    page.parts.show_view(GROUP)
    page.table.go_to("M01")
    assert "数的不是人" in page.parts.told.text()
    assert page.parts.table.lines.rowCount() == 0
    page.table.go_to("M13")
    assert "一条也没有" in page.parts.told.text()
    page.parts.show_view(DIRECTION)
    assert not page.parts.told.isVisible()


def test_a_page_that_is_not_seen_forgets_whoever_is_erased(
    logged: list[str],
    shown: Callable[..., tuple[MainWindow, MonthPage]],
    workspace: Workspace,
    qtbot: QtBot,
) -> None:
    workspace.session.run(close_month("2026-11"), "close month_close")
    workspace.session.run(edit(logged[2], {"day": "2026-12-02"}), "edit follow_up")
    window, page = shown()
    page.turn(-1)
    settled(qtbot, page)

    def named() -> bool:
        return any(people.name(2) in words.text() for words in page.closing.findChildren(Words))

    assert named()
    person = workspace.reader.record("follow_up", logged[2])
    assert person is not None
    window.show_page("today")
    window.workspace.run(erase(str(person["person"])), "erase person")
    assert page.closing.look is None
    qtbot.waitUntil(lambda: not named())


def test_a_look_from_before_brings_no_name_back(
    logged: list[str],
    shown: Callable[..., tuple[MainWindow, MonthPage]],
    workspace: Workspace,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace.session.run(close_month("2026-11"), "close month_close")
    workspace.session.run(edit(logged[2], {"day": "2026-12-02"}), "edit follow_up")
    window, page = shown()
    looked, go_on = Event(), Event()

    def look(session: Session, month: str, report: Report) -> ClosingLook:
        found = look_at_closing(session, month, report)
        looked.set()
        go_on.wait()
        return found

    monkeypatch.setattr(month_page, "look_at_closing", look)
    page.turn(-1)
    qtbot.waitUntil(looked.is_set)
    person = workspace.reader.record("follow_up", logged[2])
    assert person is not None
    window.show_page("today")
    window.workspace.run(erase(str(person["person"])), "erase person")
    go_on.set()
    qtbot.waitUntil(lambda: not workspace.jobs.running)

    def is_looked_at() -> bool:
        return page.closing.look is not None

    assert not is_looked_at()
    window.show_page("month")
    settled(qtbot, page)
    assert is_looked_at()
    said = [words.text() for words in page.closing.findChildren(Words)]
    assert not any(people.name(2) in words for words in said)
