"""设置, section by section."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mengzhan.model.problem import UserError
from mengzhan.store.key_errors import UnknownOperatorError, WrongSecretError
from mengzhan.store.papers import outlet_of
from mengzhan.store.session import Session
from mengzhan.store.station import Surroundings
from mengzhan.ui.pages import settings_keys
from mengzhan.ui.pages.settings import SettingsPage
from mengzhan.ui.pages.settings_about import AboutSection
from mengzhan.ui.pages.settings_backup import BackupSection
from mengzhan.ui.pages.settings_keys import KeysSection
from mengzhan.ui.pages.settings_operators import OperatorsSection
from mengzhan.ui.pages.settings_screen import ScreenSection
from mengzhan.ui.pages.settings_station import StationSection
from mengzhan.ui.shell.preferences import PreferenceFile
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets import ask
from mengzhan.ui.workspace import Workspace
from tests.ui import windows
from tests.ui.windows import PIN

# this page is tested in the real window, in a station of its own
add_record, open_window, pressed = windows.add_record, windows.open_window, windows.pressed
around, clock, folder, jobs = windows.around, windows.clock, windows.folder, windows.jobs
keys, session, workspace = windows.keys, windows.session, windows.workspace


@pytest.fixture
def page(workspace: Workspace, around: Surroundings, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(workspace, around)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def said(workspace: Workspace) -> list[str]:
    heard: list[str] = []
    workspace.said.connect(lambda words, _action: heard.append(words))
    workspace.failed.connect(lambda error: heard.append(str(error)))
    return heard


def test_an_operator_comes_and_goes(
    page: SettingsPage,
    session: Session,
    around: Surroundings,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    section = page.show_section("operators")
    assert isinstance(section, OperatorsSection)
    section.let_in("苏和", "4", "739164")
    other = section.keyring().operators[1]
    assert said == ["已加操作员：苏和"]
    assert section.keyring().unlock(other.id, "739164") == session.store.key
    section.set_secret(other, "905172")
    with pytest.raises(WrongSecretError):
        section.keyring().unlock(other.id, "739164")
    asked: list[str] = []

    def agree(parent: object, title: str, words: str, verb: str) -> bool:
        asked.append(title)
        return True

    monkeypatch.setattr(ask, "ask_irrevocable", agree)
    section.remove(other)
    assert asked == ["移除 苏和？"]
    with pytest.raises(UnknownOperatorError):
        section.keyring().unlock(other.id, "905172")


def test_the_last_operator_stays(
    page: SettingsPage, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    section = page.show_section("operators")
    assert isinstance(section, OperatorsSection)
    monkeypatch.setattr(ask, "ask_irrevocable", lambda *_: True)
    section.remove(section.keyring().operators[0])
    assert said == ["这是最后一名操作员，不能移除。请先添加接手的人。"]


def test_a_weak_pin_is_refused(page: SettingsPage, said: list[str]) -> None:
    section = page.show_section("operators")
    assert isinstance(section, OperatorsSection)
    section.let_in("苏和", "4", "123456")
    assert "太容易猜到" in said[0]
    assert len(section.keyring().operators) == 1


def test_type_and_colours_change_at_once(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    file = PreferenceFile(tmp_path / "screen.json")
    section = ScreenSection(workspace, file)
    qtbot.addWidget(section)
    section.buttons[("factor", 1.3)].click()
    section.buttons[("scheme", "dark")].click()
    assert (theme().factor, theme().colours.dark) == (1.3, True)
    assert section.buttons[("scheme", "dark")].isChecked()
    assert not section.buttons[("scheme", "system")].isChecked()


def test_a_backup_now(page: SettingsPage, said: list[str], qtbot: QtBot) -> None:
    section = page.show_section("backup")
    assert isinstance(section, BackupSection)
    assert section.list.count() == 0
    section.now.click()
    qtbot.waitUntil(lambda: section.list.count() == 1)
    assert said == ["已备份，并检查过能打开"]


def test_a_new_recovery_code_replaces_the_old(
    page: SettingsPage,
    session: Session,
    around: Surroundings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    section = page.show_section("keys")
    assert isinstance(section, KeysSection)
    shown: list[str] = []
    monkeypatch.setattr(ask, "ask_irrevocable", lambda *_: True)
    monkeypatch.setattr(
        settings_keys.RecoveryDialog,
        "exec",
        lambda dialog: shown.append(dialog.recovery.shown.text()),
    )
    section.renew_code()
    key = around.keyring(session.store.folder).unlock_with_recovery(shown[0])
    assert key == session.store.key


def test_the_key_code_can_be_read_out(page: SettingsPage) -> None:
    section = page.show_section("keys")
    assert isinstance(section, KeysSection)
    groups = section.own_code.text().split()
    assert [len(group) for group in groups] == [5, 5, 5, 5]
    assert "还没有登记" in section.office.text()


def test_the_station_gets_another_name(page: SettingsPage, session: Session) -> None:
    section = page.show_section("station")
    assert isinstance(section, StationSection)
    section.name.setText("  草原社区就业服务站 ")
    section.rename()
    assert session.place.name == "草原社区就业服务站"
    section.name.setText("")
    section.rename()
    assert session.place.name == "草原社区就业服务站"


def test_diagnostics_hold_nothing_personal(
    page: SettingsPage, session: Session, around: Surroundings
) -> None:
    section = page.show_section("about")
    assert isinstance(section, AboutSection)
    text = section.figures.text()
    assert "数据版本" in text
    for private in (session.operator.name, session.place.name, PIN, str(session.store.folder)):
        assert private not in text
    assert len(section.licence.toPlainText()) > 100


def test_errors_are_told(page: SettingsPage, said: list[str]) -> None:
    section = page.show_section("operators")
    assert isinstance(section, OperatorsSection)

    def fail(_ring: object) -> None:
        raise UnknownOperatorError

    section._change(fail)
    assert said == [str(UnknownOperatorError())]
    assert isinstance(UnknownOperatorError(), UserError)


def test_the_telephone_on_paper_is_kept_or_refused_in_words(
    page: SettingsPage, session: Session, said: list[str]
) -> None:
    section = page.show_section("station")
    assert isinstance(section, StationSection)
    section.phone.setText("1990000")
    section.phone_button.click()
    assert "11位" in section.problem.text()
    assert outlet_of(session).phone == ""
    section.phone.setText("0482 8399000")
    section.phone_button.click()
    assert section.problem.text() == ""
    assert outlet_of(session).phone == "0482-8399000"
    assert said == ["已记住站里电话"]
    section.phone.setText("")
    section.phone_button.click()
    assert outlet_of(session).phone == ""
