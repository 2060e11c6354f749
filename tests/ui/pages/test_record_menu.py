"""What else can be done with a record: take away, merge, hand over, forget for good."""

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.rules.undo import undo
from mengzhan.store.session import Session
from mengzhan.ui.pages import record_menu
from mengzhan.ui.pages.record_dialogs import EraseDialog, PickRecord, PickStation
from mengzhan.ui.pages.record_menu import RecordMenu
from mengzhan.ui.widgets.code_picker import CodePicker
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.ui.pages.conftest import Town


@pytest.fixture
def menu(workspace: Workspace, qtbot: QtBot) -> RecordMenu:
    window = QWidget()
    qtbot.addWidget(window)
    return RecordMenu(workspace, window)


def test_people_can_be_forgotten_and_employers_cannot(menu: RecordMenu, town: Town) -> None:
    def words(kind: str, record: str) -> list[str]:
        made = menu.make(kind, record)
        return [action.text() for action in made.actions() if action.text()]

    assert "彻底删除…" in words("person", town.people[0])
    assert "彻底删除…" not in words("employer", town.employer)


def test_taking_away_can_be_undone(menu: RecordMenu, session: Session, town: Town) -> None:
    menu.remove("person", town.people[0])
    assert session.read().count("person") == 4
    session.run(undo(session.read().actions(1)[0]["action"]), "undo")
    assert session.read().count("person") == 5


def test_forgetting_needs_the_word(
    menu: RecordMenu,
    session: Session,
    town: Town,
    workspace: Workspace,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = EraseDialog(workspace, "person", town.people[0])
    qtbot.addWidget(dialog)
    assert dialog.panel.heading.text() == f"彻底删除 {people.name(1)}"
    dialog.line.setText("好的")
    dialog.try_go()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert "才会删除" in dialog.remark.text()

    class Answered(EraseDialog):
        def exec(self) -> int:
            self.line.setText("彻底删除")
            self.try_go()
            return self.result()

    monkeypatch.setattr(record_menu, "EraseDialog", Answered)
    with qtbot.waitSignal(menu.gone):
        menu.erase("person", town.people[0])
    state = session.read().state(town.people[0])
    assert state is not None
    assert state.erased
    assert people.name(1) not in str(state.values)
    assert session.read().search(people.name(1)) == []


def test_merging_asks_which_one_stays(
    menu: RecordMenu, session: Session, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = stations.log(session, "person", people.person_values(1, area_group="一组"))

    class Answered(PickRecord):
        def exec(self) -> int:
            assert self.panel.heading.text() == f"把 {people.name(1)} 并到另一条"
            assert isinstance(self.editor, CodePicker)
            offered = [option.code for option in self.editor.source.search("", 20)]
            assert town.people[0] in offered
            assert twin not in offered
            self.editor.set_value(twin)
            self.try_go()
            assert self.remark.text() != ""
            self.editor.set_value(town.people[0])
            self.try_go()
            return self.result()

    monkeypatch.setattr(record_menu, "PickRecord", Answered)
    menu.merge("person", twin)
    row = session.read().record("person", twin)
    assert row is not None
    assert session.read().actions(1)[0]["words"] == "merge person"
    assert row["same_as"] == town.people[0]


def test_a_record_goes_to_another_station(
    menu: RecordMenu, session: Session, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Answered(PickStation):
        def exec(self) -> int:
            assert self.panel.heading.text() == f"把 {people.name(1)} 移交别的站"
            self.editor.set_value(people.OTHER_VILLAGE)
            self.try_go()
            return self.result()

    monkeypatch.setattr(record_menu, "PickStation", Answered)
    menu.move("person", town.people[0])
    row = session.read().record("person", town.people[0])
    assert row is not None
    assert row["station"] == people.OTHER_VILLAGE
