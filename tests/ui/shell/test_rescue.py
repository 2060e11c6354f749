"""Help when the data does not open, up to putting a backup in its place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mengzhan.model.problem import UserError
from mengzhan.rules.operations import add
from mengzhan.store.backup import BACKUPS_NAME, list_backups
from mengzhan.store.connection import DATABASE_NAME
from mengzhan.store.errors import DamagedError, InUseError, NewerVersionError
from mengzhan.store.keyfile import KEYS_NAME
from mengzhan.store.session import Place, Session
from mengzhan.store.station import Surroundings, set_up
from mengzhan.ui.background import Jobs
from mengzhan.ui.shell.rescue import RescueCard, RestoreCard
from mengzhan.ui.shell.start_window import StartWindow
from mengzhan.ui.shell.unlock import RecoveryCard, UnlockCard
from tests import people
from tests.ui.windows import PIN

Keys = Callable[[str], None]


@pytest.fixture
def code(folder: Path, around: Surroundings) -> str:
    """A closed station with one person and one backup; its recovery code."""
    session, made = set_up(folder, Place(people.VILLAGE, "站"), "其其格", "1", PIN, around)
    session.run(add("person", people.person_values(1)), "add person")
    session.close()
    return made


def start(folder: Path, around: Surroundings, jobs: Jobs, qtbot: QtBot) -> StartWindow:
    window = StartWindow(folder, around, jobs)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.parametrize(
    ("error", "word", "may_restore"),
    [
        (DamagedError(), "数据库文件已损坏", True),
        (NewerVersionError(found="9.0", known="1.1"), "请升级蒙站", False),
        (InUseError(host="pc", pid=7, since="8:00"), "已经打开", False),
    ],
)
def test_each_error_has_its_sentence_and_its_ways(
    qtbot: QtBot, folder: Path, error: UserError, word: str, may_restore: bool
) -> None:
    card = RescueCard(folder, error)
    qtbot.addWidget(card)
    assert word in card.sentence.text()
    assert card.restore.isHidden() is not may_restore
    first = card.restore if may_restore else card.retry
    assert card.focusProxy() is first
    assert first.property("look") == "filled"
    # what the sentence tells to press is there
    assert ("“从备份恢复”" in card.sentence.text()) is may_restore


def test_a_lost_database_comes_back_from_the_backup(
    code: str, folder: Path, around: Surroundings, jobs: Jobs, keys: Keys, qtbot: QtBot
) -> None:
    (folder / DATABASE_NAME).unlink()
    window = start(folder, around, jobs, qtbot)
    help_card = window.card
    assert isinstance(help_card, RescueCard)
    help_card.restore.click()
    card = window.card
    assert isinstance(card, RestoreCard)
    assert card.list.count() == 1
    card.secret.setFocus()
    keys(f"'{PIN} Enter")
    qtbot.waitUntil(lambda: isinstance(window.card, UnlockCard))
    found: list[Session] = []
    window.opened.connect(found.append)
    keys(f"'{PIN} Enter")
    qtbot.waitUntil(lambda: bool(found))
    assert found[0].read().count("person") == 1
    found[0].close()


def test_without_the_key_file_the_recovery_code_is_typed_once(
    code: str, folder: Path, around: Surroundings, jobs: Jobs, keys: Keys, qtbot: QtBot
) -> None:
    (folder / DATABASE_NAME).unlink()
    (folder / KEYS_NAME).unlink()
    window = start(folder, around, jobs, qtbot)
    window.show_restore()
    card = window.card
    assert isinstance(card, RestoreCard)
    assert "恢复码" in card.secret.placeholderText()
    card.secret.setFocus()
    keys(f"'{code} Enter")
    qtbot.waitUntil(lambda: isinstance(window.card, RecoveryCard))
    found: list[Session] = []
    window.opened.connect(found.append)
    keys("'739164 Enter '739164 Enter")
    qtbot.waitUntil(lambda: bool(found))
    assert found[0].read().count("person") == 1
    found[0].close()


def test_a_wrong_pin_changes_nothing(
    code: str, folder: Path, around: Surroundings, jobs: Jobs, keys: Keys, qtbot: QtBot
) -> None:
    before = (folder / DATABASE_NAME).read_bytes()
    window = start(folder, around, jobs, qtbot)
    window.show_restore()
    card = window.card
    assert isinstance(card, RestoreCard)
    card.secret.setFocus()
    keys("'111111 Enter")
    qtbot.waitUntil(lambda: "PIN 或密码不对" in card.message.text())
    assert (folder / DATABASE_NAME).read_bytes() == before


def test_restoring_waits_for_a_backup_to_be_chosen(
    folder: Path, code: str, around: Surroundings, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    card = RestoreCard(tmp_path / "empty", around, jobs)
    qtbot.addWidget(card)
    assert not card.button.isEnabled()
    card.add(list_backups(folder / BACKUPS_NAME)[0])
    assert card.button.isEnabled()
