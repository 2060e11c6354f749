"""Unlocking by PIN and by the recovery code."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.store.session import Place, Session
from mengzhan.store.station import Surroundings, set_up, unlock
from mengzhan.ui.background import Jobs
from mengzhan.ui.shell.start_window import StartWindow
from mengzhan.ui.shell.unlock import RecoveryCard, UnlockCard
from tests import people
from tests.ui.windows import PIN

Keys = Callable[[str], None]


@pytest.fixture
def code(folder: Path, around: Surroundings) -> str:
    """A station that is closed; its recovery code."""
    session, made = set_up(folder, Place(people.VILLAGE, "站"), "其其格", "1", PIN, around)
    session.close()
    return made


@pytest.fixture
def window(code: str, folder: Path, around: Surroundings, jobs: Jobs, qtbot: QtBot) -> StartWindow:
    made = StartWindow(folder, around, jobs)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def opened(window: StartWindow) -> list[Session]:
    found: list[Session] = []
    window.opened.connect(found.append)
    return found


def unlock_card(window: StartWindow) -> UnlockCard:
    assert isinstance(window.card, UnlockCard)
    return window.card


def test_the_pin_opens(window: StartWindow, keys: Keys, qtbot: QtBot) -> None:
    found = opened(window)
    keys(f"'{PIN} Enter")
    qtbot.waitUntil(lambda: bool(found))
    assert found[0].operator.name == "其其格"
    found[0].close()


def test_wrong_pins_make_one_wait_and_the_seconds_count(
    window: StartWindow, keys: Keys, qtbot: QtBot
) -> None:
    access = unlock_card(window).access
    for _ in range(3):
        keys("'111111 Enter")
        qtbot.waitUntil(lambda: access.message.text().startswith("PIN 或密码不对"))
        assert access.secret.text() == ""
        access.message.setText("")
    keys("'111111 Enter")
    qtbot.waitUntil(lambda: "请等 30 秒再试" in access.message.text())
    assert not access.button.isEnabled()
    access._count_down()
    assert "请等 29 秒再试" in access.message.text()


def test_the_recovery_code_opens_and_gives_a_new_pin(
    window: StartWindow,
    code: str,
    keys: Keys,
    qtbot: QtBot,
    folder: Path,
    around: Surroundings,
) -> None:
    found = opened(window)
    unlock_card(window).access.forgotten.click()
    assert isinstance(window.card, RecoveryCard)
    keys(f"'{code.lower()} Enter '739164 Enter '739164 Enter")
    qtbot.waitUntil(lambda: bool(found))
    operator = found[0].operator.id
    found[0].close()
    unlock(folder, operator, "739164", around).close()


def test_a_slip_in_the_recovery_code_is_named(
    window: StartWindow, code: str, keys: Keys, qtbot: QtBot
) -> None:
    window.show_recovery()
    card = window.card
    assert isinstance(card, RecoveryCard)
    wrong = ("3" if code[0] != "3" else "4") + code[1:]
    keys(f"'{wrong} Enter '739164 Enter '739164 Enter")
    qtbot.waitUntil(lambda: "第 1 组抄错了" in card.message.text())
    assert card.button.isEnabled()


def test_a_folder_in_use_gets_its_own_sentence(
    window: StartWindow, keys: Keys, qtbot: QtBot, folder: Path, around: Surroundings
) -> None:
    operator = around.keyring(folder).operators[0].id
    other = unlock(folder, operator, PIN, around)
    keys(f"'{PIN} Enter")
    qtbot.waitUntil(lambda: type(window.card).__name__ == "RescueCard")
    sentence = next(
        part.text()  # type: ignore[attr-defined]
        for part in window.card.findChildren(QWidget)
        if "已经打开" in str(getattr(part, "text", str)())
    )
    assert "请切换到已打开的蒙站窗口" in sentence
    other.close()
