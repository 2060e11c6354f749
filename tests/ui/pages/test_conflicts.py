"""Both values side by side; one key settles."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.store.session import Session
from mengzhan.ui.pages.conflicts import ConflictsDialog, open_conflicts
from mengzhan.ui.workspace import Workspace
from tests.ui.pages.conftest import Town
from tests.ui.pages.test_record_form import conflict

Show = Callable[..., QWidget]


def test_one_key_for_each_value(
    workspace: Workspace, session: Session, town: Town, show: Show, qtbot: QtBot
) -> None:
    for person in town.people[:2]:
        conflict_of(session, person)
    assert next((c.field, c.standing, c.others) for c in open_conflicts(workspace)) == (
        "area_group",
        "三组",
        ("五组",),
    )
    dialog = ConflictsDialog(workspace)
    show(dialog, 620, 420)
    dialog.conflicts.list.setFocus()
    first = dialog.conflicts._current()
    assert first is not None
    QTest.keyClick(dialog.conflicts.list, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: dialog.conflicts.count() == 1)
    assert session.read().record("person", first.record)["area_group"] == "五组"  # type: ignore[index]
    QTest.keyClick(dialog.conflicts.list, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: dialog.conflicts.count() == 0)
    assert session.read().conflicts() == []


def test_enter_opens_the_record(
    workspace: Workspace, session: Session, town: Town, show: Show, qtbot: QtBot
) -> None:
    conflict(session, town.people[0])
    dialog = ConflictsDialog(workspace)
    show(dialog, 620, 420)
    with qtbot.waitSignal(workspace.record_asked) as asked:
        QTest.keyClick(dialog.conflicts.list, Qt.Key.Key_Return)
    assert asked.args == ["person", town.people[0]]


def conflict_of(session: Session, person: str) -> None:
    """A conflict of its own replica for each person."""
    conflict(session, person, replica=f"{len(session.read().conflicts()):026d}")
