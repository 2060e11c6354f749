"""The button over a list leads to the papers of what is selected there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mengzhan.ui.pages.publishing.dialog import OutgoingDialog
from mengzhan.ui.pages.record_list import RecordList
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.ui.pages.conftest import Town

Show = Callable[..., QWidget]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Titles of the dialogs that a button opened; each is closed at once."""
    titles: list[str] = []
    monkeypatch.setattr(OutgoingDialog, "exec", lambda self: titles.append(self.windowTitle()))
    return titles


def shown(workspace: Workspace, kind: str, show: Show) -> RecordList:
    page = RecordList(workspace, kind)
    show(page)
    while workspace.jobs.running:
        QApplication.processEvents()
    page.table.setFocus()
    return page


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("vacancy", "发布…"),
        ("person", "入户表…"),
        ("referral", "推荐信…"),
        ("policy", "宣传单…"),
        ("employer", ""),
        ("visit", ""),
    ],
)
def test_a_list_offers_what_goes_out_of_it(
    workspace: Workspace, town: Town, show: Show, kind: str, words: str
) -> None:
    button = shown(workspace, kind, show).paper_button
    assert button.isVisible() == bool(words)
    assert not words or button.text().startswith(words)


def test_the_selected_vacancies_go_out(
    workspace: Workspace, town: Town, show: Show, opened: list[str]
) -> None:
    for title in ("挤奶工", "羊倌", "保安员"):
        values = people.vacancy_values(town.employer, title=title)
        stations.log(workspace.session, "vacancy", values)
    shown(workspace, "vacancy", show)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert opened == ["发布 1 个岗位", "发布 2 个岗位"]


def test_without_a_selection_a_route_leads_to_all_who_are_listed(
    workspace: Workspace, town: Town, show: Show, opened: list[str]
) -> None:
    shown(workspace, "person", show)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert opened == ["入户表：5 人", "入户表：1 人"]


def test_what_is_too_long_for_one_route_is_said(
    workspace: Workspace, town: Town, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        OutgoingDialog, "exec", lambda self: said.extend((self.windowTitle(), self.told.text()))
    )
    monkeypatch.setattr("mengzhan.ui.pages.record_list.MOST", 3)
    shown(workspace, "person", show)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    title, note = said
    assert title == "入户表：3 人"
    assert "还有 2 条没有排进来" in note


def test_an_empty_list_has_nothing_to_send_out(
    workspace: Workspace, show: Show, opened: list[str]
) -> None:
    shown(workspace, "vacancy", show).paper_button.click()
    assert opened == []


def test_a_narrow_head_shows_whole_words_although_something_is_selected(
    workspace: Workspace, town: Town, show: Show
) -> None:
    values = people.vacancy_values(town.employer)
    stations.log(workspace.session, "vacancy", values)
    page = RecordList(workspace, "vacancy")
    show(page, 807, 440)
    while workspace.jobs.running:
        QApplication.processEvents()
    page.table.setFocus()
    press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert page.width() == 807
    for button in (page.remove_button, page.bulk_button, page.export_button, page.paper_button):
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()
