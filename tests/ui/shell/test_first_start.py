"""From nothing to the first record, by keyboard only."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.store.keyfile import KEYS_NAME
from mengzhan.store.recovery import read_code
from mengzhan.store.station import Surroundings, is_set_up
from mengzhan.ui.app import Program
from mengzhan.ui.shell.first_start import FirstStart
from mengzhan.ui.shell.start_window import StartWindow
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.widgets.form import Form
from tests import people
from tests.ui.windows import PIN, reached, wait_for_today

Keys = Callable[[str], None]


@pytest.fixture
def program(qtbot: QtBot, folder: Path, around: Surroundings) -> Program:
    return Program(folder, around)


def first_start(program: Program, qtbot: QtBot) -> FirstStart:
    program.start()
    window = program.window
    assert isinstance(window, StartWindow)
    qtbot.addWidget(window)
    qtbot.waitUntil(window.isActiveWindow)
    assert isinstance(window.card, FirstStart)
    return window.card


def strokes(pressed: list[str]) -> int:
    """Count keys; what was typed counts one for each character."""
    return sum(len(part) - 1 if part.startswith("'") else 1 for part in pressed)


def test_the_first_record_is_saved_by_keyboard_with_few_strokes(
    program: Program, folder: Path, keys: Keys, pressed: list[str], qtbot: QtBot
) -> None:
    first = first_start(program, qtbot)
    keys("'wlmdsm Enter Enter Enter")
    keys("'Wulan·Tuya Enter '1 Enter")
    keys(f"'{PIN} Enter '{PIN} Enter")
    qtbot.waitUntil(lambda: first.code is not None)
    assert first.code is not None
    read_code(first.code.recovery.shown.text())
    keys("Space Enter")
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))
    window = program.window
    assert isinstance(window, MainWindow)
    qtbot.addWidget(window)
    wait_for_today(window, qtbot)
    set_up = strokes(pressed)
    keys(f"Enter 'Suhe·Bat Enter '{people.id_number(3)} Enter '{people.phone(3)} Enter Enter")
    keys("'k04 Enter Enter 1")
    form = next(form for form in window.findChildren(Form) if form.isVisible())
    while not form.editor("employment_status").isAncestorOf(reached()):
        keys("Enter")
    keys("'1 Enter Ctrl+S")
    assert window.session.read().count("person") == 1
    # at a key a second, all of it takes about two minutes
    assert set_up <= 55
    assert strokes(pressed) - set_up <= 75
    with qtbot.waitSignal(window.closed):
        window.close()
    assert is_set_up(folder)


def test_the_recovery_code_must_be_on_paper_first(
    program: Program, keys: Keys, qtbot: QtBot
) -> None:
    first = first_start(program, qtbot)
    keys(f"'wlmdsm Enter Enter Enter 'Tuya Enter '1 Enter '{PIN} Enter '{PIN} Enter")
    qtbot.waitUntil(lambda: first.code is not None)
    assert first.code is not None
    assert not first.code.recovery.button.isEnabled()
    keys("Enter")
    assert isinstance(program.window, StartWindow)
    program.window.close()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("'123456 Enter '123456 Enter", "太容易猜到"),
        ("'2849 Enter '2849 Enter", "至少 6 位"),
        (f"'{PIN} Enter '284918 Enter", "两次输入的不一样"),
    ],
)
def test_a_bad_pin_is_explained(
    program: Program, keys: Keys, qtbot: QtBot, typed: str, said: str
) -> None:
    first = first_start(program, qtbot)
    keys(f"'wlmdsm Enter Enter Enter 'Tuya Enter '1 Enter {typed}")
    assert said in first.operator.secret.message.text()
    assert first.code is None


def test_without_a_keystore_a_password_is_wanted(
    qtbot: QtBot, folder: Path, keys: Keys, tmp_path: Path
) -> None:
    program = Program(folder, Surroundings(state=tmp_path / "state"))
    first = first_start(program, qtbot)
    keys(f"'wlmdsm Enter Enter Enter 'Tuya Enter '1 Enter '{PIN} Enter '{PIN} Enter")
    assert "要用密码" in first.operator.secret.message.text()


def test_leaving_in_the_middle_leaves_the_folder_locked_and_usable(
    program: Program, folder: Path, keys: Keys, qtbot: QtBot, around: Surroundings
) -> None:
    first = first_start(program, qtbot)
    keys(f"'wlmdsm Enter Enter Enter 'Tuya Enter '1 Enter '{PIN} Enter '{PIN} Enter")
    qtbot.waitUntil(lambda: first.code is not None)
    window = program.window
    assert isinstance(window, QWidget)
    window.close()
    assert (folder / KEYS_NAME).exists()
    again = StartWindow(folder, around, program.jobs)
    qtbot.addWidget(again)
    assert type(again.card).__name__ == "UnlockCard"
