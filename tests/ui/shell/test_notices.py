"""Drafts of a visit sheet: kept whatever happens to the window, and told when it opens again."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.rules.visit_sheets import line_code
from mengzhan.store.session import Session
from mengzhan.store.station import Surroundings, unlock
from mengzhan.ui.shell.window import MainWindow
from tests.ui.props import Ime
from tests.ui.windows import PIN, keying_page

Open = Callable[..., MainWindow]
Keys = Callable[[str], None]


def test_whoever_looks_elsewhere_goes_on_where_they_were(
    open_window: Open, keys: Keys, sheet: str
) -> None:
    window = open_window()
    keys("Alt+6 Ctrl+R Enter 1 Alt+1 Alt+6")
    page = keying_page(window)
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
    for line in (2, 3):
        session.save_draft(line_code(sheet, line), "visit_sheet", person, values)
    window = open_window()
    assert "有 1 份没存完的草稿，最近一份是入户表" in window.strip.sentences()["draft"]
    window.strip.chosen.emit("draft", "open")
    page = keying_page(window)
    assert page.sheet is not None
    assert [line.visit.outcome for line in page.sheet.lines] == ["", "F2"]
    assert page.row.day.text() == "2026-11-20"
