"""The dialog in which people are introduced."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.rules.operations import edit
from mengzhan.store.session import Session
from mengzhan.ui.pages.publishing.dialog import OutgoingDialog
from mengzhan.ui.pages.referring.introduce import IntroduceDialog, introduce
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.ui.pages.referring.conftest import Village, column

Open = Callable[..., IntroduceDialog]


@pytest.fixture(autouse=True)
def letters(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the letters' dialogs, which nobody is here to close."""
    titles: list[str] = []
    monkeypatch.setattr(OutgoingDialog, "exec", lambda self: titles.append(self.windowTitle()))
    return titles


@pytest.fixture
def open_dialog(workspace: Workspace, village: Village, show: object, qtbot: QtBot) -> Open:
    """``open_dialog(people, vacancy)`` as numbers of the village; no vacancy is -1."""
    parent = QWidget()
    show(parent)  # type: ignore[operator]

    def make(chosen: tuple[int, ...] = (), vacancy: int = 0) -> IntroduceDialog:
        records = [village.people[number] for number in chosen]
        offer = village.vacancies[vacancy] if vacancy >= 0 else ""
        dialog = introduce(workspace, records, offer, parent)
        count = len(chosen) or 5
        qtbot.waitUntil(lambda: dialog.table.model.rowCount() == count)
        return dialog

    return make


def referrals(session: Session) -> list[tuple[str, str]]:
    reader = session.read()
    rows = reader.rows("referral", reader.ids("referral"))
    return [(row["person"], row["vacancy"]) for row in rows]


def test_space_ticks_and_enter_introduces(
    open_dialog: Open, session: Session, village: Village, said: list[str], letters: list[str]
) -> None:
    dialog = open_dialog()
    assert "还缺 2 人" in dialog.panel.heading.text()
    assert dialog.go_button.words() == "推荐 0 人"
    for _ in range(2):
        QTest.keyClick(dialog.table.view, Qt.Key.Key_Space)
        QTest.keyClick(dialog.table.view, Qt.Key.Key_Down)
    assert dialog.go_button.words() == "推荐 2 人"
    assert dialog.names.text() == f"已选：{people.name(1)}、{people.name(2)}"
    assert dialog.remark.text() == ""
    QTest.keyClick(dialog.table.view, Qt.Key.Key_Return)
    expected = {(person, village.vacancies[0]) for person in village.people[:2]}
    assert set(referrals(session)) == expected
    assert said == ["已推荐 2 人到 挤奶工"]
    assert letters == ["推荐信 2 份"]


def test_without_a_tick_enter_takes_the_line(
    open_dialog: Open, session: Session, village: Village, letters: list[str]
) -> None:
    dialog = open_dialog()
    dialog.letters_box.setChecked(False)
    QTest.keyClick(dialog.table.view, Qt.Key.Key_Return)
    assert letters == []
    assert referrals(session) == [(village.people[0], village.vacancies[0])]


def test_a_doubt_is_said_and_enter_once_more_goes_on(
    open_dialog: Open, session: Session, introduced: Callable[..., str], village: Village
) -> None:
    introduced(0)
    dialog = open_dialog((0, 1))
    assert f"{people.name(1)}：这个岗位已经推荐过" in dialog.remark.text()
    assert dialog.go_button.words() == "仍要推荐 2 人"
    QTest.keyClick(dialog.table.view, Qt.Key.Key_Return)
    assert len(referrals(session)) == 1
    assert dialog.go_button.hasFocus()
    QTest.keyClick(dialog.go_button, Qt.Key.Key_Return)
    assert len(referrals(session)) == 3


def test_another_doubt_is_said_again(
    open_dialog: Open, session: Session, introduced: Callable[..., str]
) -> None:
    introduced(0)
    dialog = open_dialog((0, 1))
    dialog.try_go()
    dialog.table.model.mark([row for row in (0, 1) if dialog.table.model.is_marked(row)][:1], False)
    dialog.table.model.mark_all(True)
    dialog.try_go()
    assert dialog.result() == IntroduceDialog.DialogCode.Accepted
    assert len(referrals(session)) == 3


def test_many_doubts_are_told_in_a_few_lines(
    open_dialog: Open, introduced: Callable[..., str]
) -> None:
    for person in range(5):
        introduced(person)
    dialog = open_dialog((0, 1, 2, 3, 4))
    lines = dialog.remark.text().splitlines()
    assert lines[0].startswith("只缺 2 人，已有 5 人推荐中")
    assert (len(lines), lines[-1]) == (5, "还有 2 处要留意。")


def test_the_vacancy_is_asked_for_among_those_that_are_open(
    open_dialog: Open, session: Session, village: Village, qtbot: QtBot
) -> None:
    session.run(
        edit(village.vacancies[1], {"closed_on": "2026-11-20", "close_reason": "4"}), "edit"
    )
    dialog = open_dialog((2,), -1)
    editor = dialog.vacancy_editor
    assert editor is not None
    dialog.try_go()
    assert dialog.remark.text() == "请先选推荐到哪个岗位。"
    assert editor.context.references is not None
    options = editor.context.references.search("vacancy", "", 9)
    assert [option.code for option in options] == [village.vacancies[0]]
    assert options[0].detail.startswith("草原乙号奶食店1")
    line = editor.frame()
    QTest.keyClicks(line, "jng")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.table.view.hasFocus)
    assert "推荐到：挤奶工" in dialog.panel.heading.text()
    QTest.keyClick(dialog.table.view, Qt.Key.Key_Return)
    assert referrals(session) == [(village.people[2], village.vacancies[0])]


def test_an_open_vacancy_is_found_behind_many_that_are_over(
    open_dialog: Open, session: Session, village: Village
) -> None:
    over = people.vacancy_values(
        village.employer,
        title="挤奶工",
        registered_on="2026-10-01",
        valid_until="2026-11-01",
        directions=["04"],
    )
    for _ in range(12):
        stations.log(session, "vacancy", over)
    dialog = open_dialog((2,), -1)
    assert dialog.vacancy_editor is not None
    references = dialog.vacancy_editor.context.references
    assert references is not None
    open_ones = [village.vacancies[1], village.vacancies[0]]
    assert [option.code for option in references.search("vacancy", "", 3)] == open_ones
    found = [option.code for option in references.search("vacancy", "jng", 3)]
    assert found == village.vacancies[:1]
    dialog.reject()


def test_nobody_ticked_is_said(open_dialog: Open, session: Session) -> None:
    dialog = open_dialog()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "请先选推荐谁" in dialog.remark.text()
    assert referrals(session) == []


def test_ticks_outlive_a_search(open_dialog: Open, qtbot: QtBot, village: Village) -> None:
    dialog = open_dialog()
    dialog.table.model.mark([3], True)
    dialog.search.setText(people.phone(2)[-6:])
    qtbot.waitUntil(lambda: column(dialog.table, "name") == [people.name(2)])
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.search.text() == ""
    qtbot.waitUntil(lambda: dialog.table.model.rowCount() == 5)
    assert set(dialog.chosen()) == {village.people[3], village.people[1]}
    assert [dialog.table.model.is_marked(row) for row in range(5)] == [
        False,
        True,
        False,
        True,
        False,
    ]
    dialog.table.model.mark([1], False)
    assert dialog.chosen() == [village.people[3]]
    dialog.search.setText("没有这个人")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.table.is_empty)
    assert dialog.chosen() == [village.people[3]]


def test_what_was_refused_leaves_the_dialog_open(
    open_dialog: Open, session: Session, village: Village, workspace: Workspace
) -> None:
    told: list[object] = []
    workspace.failed.connect(told.append)
    dialog = open_dialog((0,))
    session.run(
        edit(village.vacancies[0], {"closed_on": "2026-11-23", "close_reason": "4"}), "edit"
    )
    dialog.try_go()
    assert len(told) == 1
    assert dialog.isVisible()
    assert referrals(session) == []
    dialog.reject()


def test_somebody_who_is_employed_is_introduced_all_the_same(
    open_dialog: Open, session: Session, village: Village, introduced: Callable[..., str]
) -> None:
    record = introduced(0, date(2026, 11, 12))
    came = {"result": "2", "result_on": "2026-11-15", "arrived_on": "2026-11-15"}
    session.run(edit(record, came), "edit referral")
    dialog = open_dialog((0,), 1)
    assert dialog.remark.text() == f"{people.name(1)}：现在是“单位就业”。"
    dialog.reject()
