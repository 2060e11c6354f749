"""A vacancy of another station in its list and on its page: looked at, matched, not worked on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.store.session import Session
from mengzhan.ui.pages.conditions import ELSEWHERE
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.workspace import Workspace
from tests import excerpts, people

Show = Callable[..., QWidget]


@pytest.fixture
def vacancy(session: Session) -> str:
    shop = excerpts.tell(session, "employer", people.employer_values(2))
    for title in ("羊倌", "服务员"):
        values = people.vacancy_values(shop, title=title, workplace=f"{title}那边")
        record = excerpts.tell(session, "vacancy", values)
    over = people.vacancy_values(shop, title="门卫", closed_on="2026-11-21", close_reason="3")
    excerpts.tell(session, "vacancy", over)
    return record


@pytest.fixture
def page(workspace: Workspace, vacancy: str, show: Show, qtbot: QtBot) -> RecordsPage:
    made = RecordsPage(workspace, "vacancy")
    show(made)
    made.list_where([ELSEWHERE])
    qtbot.waitUntil(lambda: made.list.table.model.rowCount() == 2)
    return made


def test_a_search_goes_through_what_is_not_the_stations_own(
    page: RecordsPage, qtbot: QtBot
) -> None:
    page.list.filter_line.search.setText("羊倌")
    qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 1)
    page.list.filter_line.clear()
    page.list.filter_line.search.setText("")
    qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 0)


def test_a_list_without_any_says_where_they_come_from(
    workspace: Workspace, session: Session, show: Show, qtbot: QtBot
) -> None:
    made = RecordsPage(workspace, "vacancy")
    show(made)
    made.list_where([ELSEWHERE])
    qtbot.waitUntil(lambda: "读入上级的回执" in made.list.table.empty.sentence())
    made.list.filter_line.search.setText("羊倌")
    qtbot.waitUntil(lambda: made.list.table.empty.sentence() == "没有符合条件的岗位。")


def test_what_is_done_with_the_stations_own_is_offered_for_those_alone(page: RecordsPage) -> None:
    own = (page.list.export_button, page.list.fill_button, page.list.paper_button)
    assert not any(button.isVisible() for button in own)
    page.list.filter_line.clear()
    assert all(button.isVisible() for button in own)


def test_its_history_and_its_undoing_are_the_other_stations(
    page: RecordsPage, session: Session, said: list[str]
) -> None:
    QTest.keyClick(page.list.table.view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert said == ["这是别的站登记的，修改的经过在那边。"]
    assert session.read().actions() == []


def test_it_opens_to_be_read_wherever_it_is_opened(
    page: RecordsPage, vacancy: str, workspace: Workspace, qtbot: QtBot
) -> None:
    assert page.open_record(vacancy)
    foreign = page.foreign.page
    assert foreign is not None
    assert foreign.isVisible()
    assert foreign.name.text() == "服务员"
    asked: list[tuple[str, str]] = []
    workspace.record_asked.connect(lambda kind, record: asked.append((kind, record)))
    assert page.edit(vacancy)
    assert asked == [("vacancy", vacancy)], "no form, from no door"
    shown: list[tuple[str, str]] = []
    foreign.match_asked.connect(lambda kind, record: shown.append((kind, record)))
    QTest.keyClick(foreign, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown == [("vacancy", vacancy)])


def test_what_a_receipt_tells_shows_at_once(
    page: RecordsPage, vacancy: str, session: Session
) -> None:
    page.open_record(vacancy)
    foreign = page.foreign.page
    assert foreign is not None
    excerpts.tell(session, "vacancy", {"title": "前厅服务员"}, record=vacancy)
    page.refresh()
    assert foreign.isVisible()
    assert foreign.name.text() == "前厅服务员"


def test_the_telephone_is_hidden_again_on_lock(
    page: RecordsPage, vacancy: str, workspace: Workspace
) -> None:
    page.open_record(vacancy)
    foreign = page.foreign.page
    assert foreign is not None
    number = str(people.phone(5002))
    assert foreign.phone.text() != number
    foreign.toggle_phone()
    assert foreign.phone.text() == number
    workspace.hidden.emit()
    assert foreign.phone.text() != number


def test_their_employer_is_read_as_well(
    workspace: Workspace, vacancy: str, show: Show, qtbot: QtBot
) -> None:
    row = workspace.reader.record("vacancy", vacancy)
    assert row is not None
    made = RecordsPage(workspace, "employer")
    show(made)
    assert made.open_record(row["employer"])
    page = made.foreign.page
    assert page is not None
    assert page.isVisible()
    assert page.name.text() == str(people.employer_values(2)["name"])
    assert page.whose.text().startswith("赛马场社区登记的单位：这里只能看")
    assert not page.match_button.isVisible()
    page.toggle_phone()
    assert page.phone.text() == str(people.phone(5002))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(made.list.isVisible)
