"""往后放 by keyboard: a digit for the day, a digit for the reason; the line goes and comes back."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from mengzhan.rules.agenda.lines import Line
from mengzhan.store.session import Session
from mengzhan.ui.pages.agenda.put_off_dialog import PutOffDialog
from mengzhan.ui.pages.today import TodayPage
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.widgets.buttons import Button
from tests import people
from tests.ui import windows

add_record, open_window, pressed = windows.add_record, windows.open_window, windows.pressed
around, clock, folder, jobs = windows.around, windows.clock, windows.folder, windows.jobs
keys, session, workspace = windows.keys, windows.session, windows.workspace

Open = Callable[..., MainWindow]
Keys = Callable[[str], None]
Add = Callable[..., str]


def page_of(window: MainWindow) -> TodayPage:
    page = window.page("today")
    assert isinstance(page, TodayPage)
    return page


def opened(window: MainWindow, qtbot: QtBot) -> PutOffDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(PutOffDialog)))
    (dialog,) = window.findChildren(PutOffDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def kept(session: Session, person: str) -> tuple[object, object]:
    row = session.read().record("person", person) or {}
    return row["put_off_until"], row["put_off_reason"]


def shown(page: TodayPage) -> list[str]:
    return [row.title for row in page.list.lines.rows if isinstance(row, Line)]


def test_two_digits_put_a_line_off_and_w_brings_it_back(
    open_window: Open, keys: Keys, add_record: Add, session: Session, qtbot: QtBot
) -> None:
    person = add_record("person", people.person_values(1, unemployed_on="2026-11-02"))
    window = open_window()
    page = page_of(window)
    keys("w")
    dialog = opened(window, qtbot)
    keys("3")
    marked = [button.text() for button in dialog.findChildren(Button) if button.isChecked()]
    assert marked == ["3  一周后 11-30"]
    keys("2")
    qtbot.waitUntil(lambda: page.count() == 0)
    assert kept(session, person) == ("2026-11-30", "2")
    # nothing else is due: what was put off is shown, and may be taken up
    assert shown(page) == [people.name(1)]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.list.setFocus()
    keys("w")
    assert kept(session, person) == (None, None)
    assert page.count() == 1


def test_another_day_is_typed_and_one_that_is_over_refused(
    open_window: Open, keys: Keys, add_record: Add, session: Session, qtbot: QtBot
) -> None:
    person = add_record("person", people.person_values(1, unemployed_on="2026-11-02"))
    window = open_window()
    keys("w")
    dialog = opened(window, qtbot)
    keys("0 '11-20 Enter")
    assert "今天以后" in dialog.remark.text()
    dialog.edit.setText("12-5")
    keys("Enter 6")
    qtbot.waitUntil(lambda: page_of(window).count() == 0)
    assert kept(session, person) == ("2026-12-05", "6")
