"""Ctrl+N and the other way to many records at once: 录入户表."""

from collections.abc import Callable

import pytest

from mengzhan.rules.visit_sheets import line_code
from mengzhan.store.session import Session
from mengzhan.ui.shell.window import MainWindow
from tests.ui.windows import keying_page

Open = Callable[..., MainWindow]
Keys = Callable[[str], None]


@pytest.mark.parametrize("way", ["Alt+6 Ctrl+R", "Ctrl+N l"])
def test_two_ways_lead_there(open_window: Open, keys: Keys, sheet: str, way: str) -> None:
    window = open_window()
    keys(way)
    assert keying_page(window).row.code.text() == line_code(sheet, 1)


def test_undo_takes_the_whole_sheet_back(
    open_window: Open, keys: Keys, sheet: str, session: Session
) -> None:
    window = open_window()
    keys("Alt+6 Ctrl+R Enter 1 Ctrl+Enter Enter 2 Ctrl+Enter Enter")
    assert len(session.read().ids("follow_up")) == 2
    keys("Ctrl+Z")
    assert len(session.read().ids("follow_up")) == 0
    assert keying_page(window).isVisible()
