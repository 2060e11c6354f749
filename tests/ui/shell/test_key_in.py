"""The way to 录入户表 from the window, and what the window keeps of it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.rules.visit_sheets import line_code
from mengzhan.store.papers import new_sheets, remember_sheets
from mengzhan.store.session import Session
from mengzhan.store.station import Surroundings, unlock
from mengzhan.ui.pages.keying.key_in_page import KeyInPage
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.shell.window import MainWindow
from tests import people
from tests.ui.props import Ime
from tests.ui.windows import PIN

Open = Callable[..., MainWindow]
Keys = Callable[[str], None]


@pytest.fixture
def sheet(session: Session, add_record: Callable[..., str]) -> str:
    """The number of a printed sheet with two lines."""
    persons = [add_record("person", people.person_values(number)) for number in (1, 2)]
    (made,) = new_sheets(session, persons)
    remember_sheets(session, [made])
    return made.number


def keying(window: MainWindow) -> KeyInPage:
    page = window.page("follow_up")
    assert isinstance(page, RecordsPage)
    assert page.keying is not None
    assert page.keying.isVisible()
    return page.keying


@pytest.mark.parametrize("way", ["Alt+6 Ctrl+R", "Ctrl+N l"])
def test_two_ways_lead_there(open_window: Open, keys: Keys, sheet: str, way: str) -> None:
    window = open_window()
    keys(way)
    assert keying(window).row.code.text() == line_code(sheet, 1)


def test_whoever_looks_elsewhere_goes_on_where_they_were(
    open_window: Open, keys: Keys, sheet: str
) -> None:
    window = open_window()
    keys("Alt+6 Ctrl+R Enter 1 Alt+1 Alt+6")
    page = keying(window)
    assert page.row.code.text() == line_code(sheet, 1)
    assert page.row.code.hasFocus()
    keys("Enter")
    assert page.entry.outcome.text() == "1 仍失业"


def test_a_note_that_is_being_composed_outlives_the_window(
    open_window: Open, keys: Keys, sheet: str, session: Session, around: Surroundings, qtbot: QtBot
) -> None:
    window = open_window()
    keys("Alt+6 Ctrl+R Enter 1 2 2 Enter")
    focused = QApplication.focusWidget()
    assert focused is not None
    ime = Ime()
    ime.commit(focused, "冬天")
    ime.compose(focused, "nenggan")
    operator = session.operator.id
    with qtbot.waitSignal(window.closed):
        window.close()
    again = unlock(session.store.folder, operator, PIN, around)
    (draft,) = again.read().drafts()
    assert draft["draft"] == line_code(sheet, 1)
    assert draft["values"]["note"].startswith("冬天")
    again.store.close()


def test_the_notice_of_drafts_leads_there(open_window: Open, sheet: str, session: Session) -> None:
    person = session.setting(f"visit_sheet.{sheet}")[1]
    values = {"day": "2026-11-20", "outcome": "F2"}
    session.save_draft(line_code(sheet, 2), "visit_sheet", person, values)
    window = open_window()
    assert "最近一份是入户表" in window.strip.sentences()["draft"]
    window.strip.chosen.emit("draft", "open")
    page = keying(window)
    assert page.sheet is not None
    assert [line.visit.outcome for line in page.sheet.lines] == ["", "F2"]
    assert page.row.day.text() == "2026-11-20"


def test_undo_takes_the_whole_sheet_back(
    open_window: Open, keys: Keys, sheet: str, session: Session
) -> None:
    window = open_window()
    keys("Alt+6 Ctrl+R Enter 1 Ctrl+Enter Enter 2 Ctrl+Enter Enter")
    assert len(session.read().ids("follow_up")) == 2
    keys("Ctrl+Z")
    assert len(session.read().ids("follow_up")) == 0
    assert keying(window).isVisible()
