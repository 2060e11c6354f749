"""Who changed what, with masks, and taking one step back."""

from pytestqt.qtbot import QtBot

from mengzhan.model.divisions import division_tree
from mengzhan.rules.operations import edit
from mengzhan.store.session import Session
from mengzhan.ui.pages.history import HistoryDialog
from mengzhan.ui.pages.undo_choice import undo_action
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.ui.pages.conftest import Town


def test_old_and_new_stand_side_by_side_masked(
    workspace: Workspace, session: Session, town: Town, qtbot: QtBot
) -> None:
    person = town.people[0]
    session.run(edit(person, {"phone": people.phone(70), "area_group": "四组"}), "edit person")
    dialog = HistoryDialog(workspace, "person", person)
    qtbot.addWidget(dialog)
    assert "组/浩特：四组" in dialog.lines
    assert "电话：199****0001 → 199****0070" in dialog.lines
    assert people.phone(70) not in "".join(dialog.lines)


def test_a_station_is_called_by_name(
    workspace: Workspace, session: Session, town: Town, qtbot: QtBot
) -> None:
    person = town.people[0]
    stations.write_raw(session, "person", person, {"station": people.OTHER_VILLAGE})
    stations.write_raw(session, "person", person, {"station": session.place.code})
    dialog = HistoryDialog(workspace, "person", person)
    qtbot.addWidget(dialog)
    assert f"由 {session.place.name} 负责" in dialog.lines
    other = division_tree().get(people.OTHER_VILLAGE)
    assert other is not None
    assert f"由 {other.name} 负责" in dialog.lines


def test_a_step_is_taken_back(
    workspace: Workspace, session: Session, town: Town, qtbot: QtBot, said: list[str]
) -> None:
    person = town.people[0]
    change = session.run(edit(person, {"area_group": "四组"}), "edit person")
    dialog = HistoryDialog(workspace, "person", person)
    qtbot.addWidget(dialog)
    dialog._undo(change.action)
    assert session.read().record("person", person)["area_group"] is None  # type: ignore[index]
    assert said == ["已撤销"]
    assert "组/浩特：四组 → （空）" in dialog.lines


def test_an_undo_can_be_undone(workspace: Workspace, session: Session, town: Town) -> None:
    person = town.people[0]
    change = session.run(edit(person, {"area_group": "四组"}), "edit person")
    assert undo_action(workspace, change.action)
    back = session.read().actions(1)[0]["action"]
    assert undo_action(workspace, back)
    assert session.read().record("person", person)["area_group"] == "四组"  # type: ignore[index]
