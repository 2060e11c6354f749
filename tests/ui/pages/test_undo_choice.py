"""Undo of an import of which some records were edited since."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from mengzhan.rules.operations import add, edit, together
from mengzhan.rules.undo import plan_undo
from mengzhan.store.session import Session
from mengzhan.ui.pages import undo_choice
from mengzhan.ui.pages.undo_choice import UndoChoice, undo_action
from mengzhan.ui.workspace import Workspace
from tests import people


@pytest.fixture
def imported(session: Session) -> tuple[str, list[str]]:
    """Ten people at once, two of them edited since."""
    ids = [session.new_id() for _ in range(10)]
    made = together(*(add("person", people.person_values(n), r) for n, r in enumerate(ids)))
    action = session.run(made, "import person").action
    for record in ids[:2]:
        session.run(edit(record, {"area_group": "三组"}), "edit person")
    return action, ids


def answer(monkeypatch: pytest.MonkeyPatch, ticked: int, accept: bool = True) -> None:
    class Answered(UndoChoice):
        def exec(self) -> int:
            for row in range(ticked):
                self.list.item(row).setCheckState(Qt.CheckState.Checked)
            code = QDialog.DialogCode
            return int(code.Accepted.value if accept else code.Rejected.value)

    monkeypatch.setattr(undo_choice, "UndoChoice", Answered)


@pytest.mark.parametrize(("ticked", "left"), [(0, 2), (1, 1), (2, 0)])
def test_each_choice_is_honoured(
    workspace: Workspace,
    session: Session,
    imported: tuple[str, list[str]],
    monkeypatch: pytest.MonkeyPatch,
    ticked: int,
    left: int,
) -> None:
    answer(monkeypatch, ticked)
    assert undo_action(workspace, imported[0])
    assert session.read().count("person") == left


def test_saying_no_changes_nothing(
    workspace: Workspace,
    session: Session,
    imported: tuple[str, list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer(monkeypatch, 0, accept=False)
    assert not undo_action(workspace, imported[0])
    assert session.read().count("person") == 10


def test_the_list_names_what_was_changed(
    workspace: Workspace, session: Session, imported: tuple[str, list[str]], qtbot: QtBot
) -> None:
    plan = plan_undo(session.read(), imported[0])
    titles = {record: people.name(n) for n, record in enumerate(imported[1])}
    dialog = UndoChoice(workspace, plan, titles)
    qtbot.addWidget(dialog)
    lines = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert lines == [f"人员 {people.name(0)}：后来改过", f"人员 {people.name(1)}：后来改过"]
