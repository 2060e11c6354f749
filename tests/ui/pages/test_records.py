"""The page of a kind: list, filters, selection, forms in place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit
from mengzhan.store.session import Session
from mengzhan.store.station import Surroundings
from mengzhan.ui.pages import record_list
from mengzhan.ui.pages.bulk_edit import BulkEdit
from mengzhan.ui.pages.conditions import Condition
from mengzhan.ui.pages.filling.fill_page import FillPage
from mengzhan.ui.pages.importing.import_page import ImportPage
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.theme import theme
from mengzhan.ui.workspace import Workspace
from tests import people, rosters, stations
from tests.sheets import blanks
from tests.ui import windows
from tests.ui.pages.conftest import Town

Show = Callable[..., QWidget]


@pytest.fixture
def page(workspace: Workspace, town: Town, show: Show, qtbot: QtBot) -> RecordsPage:
    made = RecordsPage(workspace, "person")
    show(made)
    qtbot.waitUntil(lambda: made.list.table.model.rowCount() == 5)
    workspace.changed.connect(made.refresh)
    return made


def names(page: RecordsPage) -> list[str]:
    model = page.list.table.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def shown(page: RecordsPage) -> QWidget:
    return page._stack.currentWidget()


def test_the_newest_stands_on_top_with_masks(page: RecordsPage) -> None:
    model = page.list.table.model
    assert names(page)[0] == people.name(5)
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert people.id_number(5) not in cells
    assert people.phone(5) not in cells


@pytest.mark.parametrize("kind", ["person", "employer", "vacancy", "visit", "follow_up", "task"])
def test_an_empty_list_says_what_to_do_and_does_it(
    workspace: Workspace, show: Show, qtbot: QtBot, kind: str
) -> None:
    page = RecordsPage(workspace, kind)
    show(page)
    qtbot.waitUntil(lambda: page.list.table.is_empty)
    assert "还没有" in page.list.table.empty.sentence()
    page.list.table.empty.button.click()
    assert page.forms.current is not None


def test_search_follows_what_is_typed(page: RecordsPage, qtbot: QtBot) -> None:
    page.focus_first()
    QTest.keyClicks(page.list.table.view, "w")
    QTest.keyClicks(page.list.filter_line.search, "yqq"[:2])
    assert page.list.filter_line.text == "wyq"
    page.list.filter_line.search.setText(people.name(3))
    qtbot.waitUntil(lambda: names(page) == [people.name(3)])
    page.list.filter_line.search.setText("没有这个人")
    qtbot.waitUntil(lambda: page.list.table.is_empty)
    assert "没有符合条件" in page.list.table.empty.sentence()
    page.list.table.empty.button.click()
    qtbot.waitUntil(lambda: len(names(page)) == 5)


def test_the_policys_own_list_is_one_click(
    page: RecordsPage, session: Session, town: Town, qtbot: QtBot
) -> None:
    session.run(edit(town.people[0], {"employment_status": "2"}), "edit person")
    page.list.filter_line._kept_buttons[0].click()
    qtbot.waitUntil(lambda: len(names(page)) == 4)
    assert page.list.filter_line.words(page.list.filter_line.conditions[0]).startswith("就业状态")


def test_a_filter_is_kept_under_its_name(page: RecordsPage, workspace: Workspace) -> None:
    line = page.list.filter_line
    line.add(Condition("residence", "is", people.VILLAGE))
    line.keep("本社区")
    again = RecordsPage(workspace, "person").list.filter_line
    assert [k.name for k in again.kept() if not k.own] == ["本社区"]
    again.drop("本社区")
    assert [k.name for k in again.kept() if not k.own] == []


def test_enter_opens_the_person_and_esc_leads_back(page: RecordsPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.list.table.view, Qt.Key.Key_Return)
    assert shown(page) is page.subject
    assert page.subject is not None
    assert page.subject.name.text() == people.name(5)
    QTest.keyClick(page.subject.timeline, Qt.Key.Key_Escape)
    assert shown(page) is page.list


def test_a_service_is_logged_in_place_with_the_person_filled(
    page: RecordsPage, town: Town, qtbot: QtBot, session: Session
) -> None:
    page.open_record(town.people[0])
    assert page.subject is not None
    QTest.keyClick(page.subject.timeline, Qt.Key.Key_1)
    form = page.forms.current
    assert form is not None
    assert form.kind.name == "follow_up"
    assert form.form.values()["person"] == town.people[0]
    form.form.set_value("mode", "1")
    form.form.set_value("outcome", "F1")
    form.form.submit()
    assert shown(page) is page.subject
    assert session.read().count("follow_up") == 1
    items = [page.subject.timeline.model().index(row, 0).data() for row in range(2)]
    assert any("仍失业" in item for item in items)


def test_many_are_changed_at_once_and_undone_as_one(
    page: RecordsPage,
    session: Session,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    class Answered(BulkEdit):
        def exec(self) -> int:
            names = [item.name for item in self._fields]
            self.field_box.setCurrentIndex(names.index("area_group"))
            assert self._editor is not None
            self._editor.set_value("三组")
            self._show_preview()
            assert "会改 5 条" in self.preview.text()
            return 1

    monkeypatch.setattr(record_list, "BulkEdit", Answered)
    page.list.table.model.mark_all(True)
    assert page.list.bulk_button.isVisible()
    page.list.edit_many()
    reader = session.read()
    groups = {row["area_group"] for row in reader.rows("person", reader.ids("person"))}
    assert groups == {"三组"}
    assert said == ["已改 5 条"]
    assert reader.actions(1)[0]["records"] == 5


def test_the_selected_are_taken_away_and_come_back(
    page: RecordsPage, session: Session, qtbot: QtBot
) -> None:
    page.list.table.model.mark([0, 1], True)
    page.list.remove()
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    assert session.read().actions(1)[0]["words"] == "remove person"


def test_the_first_record_saved_stands_chosen_in_the_list(
    workspace: Workspace, show: Show, qtbot: QtBot
) -> None:
    page = RecordsPage(workspace, "person")
    show(page)
    workspace.changed.connect(page.refresh)
    page.list.table.empty.button.setFocus()
    qtbot.waitUntil(lambda: page.list.table.is_empty)
    page.new(people.person_values(1))
    assert page.forms.current is not None
    page.forms.current.form.submit()
    view = page.list.table.view
    qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 1)
    assert [index.row() for index in view.selectionModel().selectedRows()] == [0]
    assert page.list._side.heading.text() == people.name(1)


def test_the_summary_is_of_one_width_whatever_is_in_it(
    workspace: Workspace, session: Session, show: Show, qtbot: QtBot
) -> None:
    name = "科尔沁右翼前旗乌兰毛都草原文化旅游与畜牧产品综合开发有限责任公司（筹）"
    stations.log(session, "employer", people.employer_values(1, name=name))
    page = RecordsPage(workspace, "employer")
    show(page, width=1186, height=700)
    qtbot.waitUntil(lambda: page.list._side.heading.text() == name)
    QApplication.processEvents()
    side = page.list._side
    assert side.width() == theme().size(record_list.SIDE)
    assert side.heading.height() >= side.heading.heightForWidth(side.heading.width())
    assert not page.list.table.view.horizontalScrollBar().isVisible()


def test_a_narrow_window_shows_the_summary_on_f6(
    workspace: Workspace, town: Town, show: Show, qtbot: QtBot
) -> None:
    page = RecordsPage(workspace, "person")
    show(page, 847, 460)
    qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 5)
    assert page.list.table.isVisible()
    assert not page.list.facts.isVisible()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(page.list.side_button, left)
    assert page.list.facts.isVisible()
    assert not page.list.table.isVisible()
    assert ("就业状态", "未就业、要求就业") in page.list.facts.lines
    QTest.mouseClick(page.list.list_button, left)
    assert page.list.table.isVisible()


def test_a_page_that_is_not_seen_waits(page: RecordsPage, session: Session, qtbot: QtBot) -> None:
    page.hide()
    stations.log(session, "person", people.person_values(9))
    page.refresh()
    assert len(names(page)) == 5
    page.show()
    qtbot.waitUntil(lambda: len(names(page)) == 6)


def test_saving_goes_on_with_the_next_line(page: RecordsPage, town: Town, qtbot: QtBot) -> None:
    page.focus_first()
    page.edit(town.people[4])
    form = page.forms.current
    assert form is not None
    form.form.set_value("area_group", "一组")
    form.form.submit(then_next=True)
    following = page.forms.current
    assert following is not None
    assert following.record == town.people[3]


def test_what_was_imported_is_listed_by_itself(
    page: RecordsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = rosters.write(tmp_path / "x.xlsx", 1, {(0, "姓名"): "萨仁"})
    page.bring_in(path)
    importing = page.importing
    assert importing is not None
    qtbot.waitUntil(lambda: importing.course.task is not None)
    assert shown(page) is importing
    importing.columns.question.press(0)
    for _ in range(4):
        importing.go_on()
        qtbot.waitUntil(lambda: not importing.course.is_busy)
    importing.go_on()
    qtbot.waitUntil(lambda: names(page) == ["萨仁"])
    assert shown(page) is page.list
    assert page.importing is None
    page.list.filter_line.clear()
    qtbot.waitUntil(lambda: len(names(page)) == 6)


def test_ctrl_i_asks_for_a_file_and_comes_back_to_one_under_way(
    page: RecordsPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = rosters.write(tmp_path / "x.xlsx", 2)
    monkeypatch.setattr(ImportPage, "ask_file", lambda _page: path)
    page.focus_first()
    QTest.keyClick(page.list.table.view, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    importing = page.importing
    assert importing is not None
    qtbot.waitUntil(lambda: importing.course.task is not None)
    page.new({})
    assert shown(page) is page.forms
    page.bring_in()
    assert page.importing is importing
    assert shown(page) is importing
    importing.leave()
    assert shown(page) is page.list
    qtbot.waitUntil(lambda: not isValid(importing))
    # the screen is locked: what was let go of hears nothing of it
    page.workspace.hidden.emit()


def test_a_ledger_handed_over_as_a_form_goes_on_to_the_import(
    page: RecordsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.fill_form(rosters.write(tmp_path / "册.xlsx", 5))
    qtbot.waitUntil(lambda: page.importing is not None and page.importing.course.task is not None)
    assert page.importing is not None
    assert page.filling is None
    assert shown(page) is page.importing
    assert page.importing.columns.isVisible()


def test_ctrl_t_asks_for_a_form_and_comes_back_to_one_under_way(
    page: RecordsPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = blanks.roster(tmp_path / "表.xlsx")
    monkeypatch.setattr(FillPage, "ask_file", lambda _page: form)
    page.focus_first()
    QTest.keyClick(page.list.table.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    filling = page.filling
    assert filling is not None
    qtbot.waitUntil(lambda: filling.course.task is not None)
    page.new({})
    assert shown(page) is page.forms
    page.fill_form()
    assert page.filling is filling
    assert shown(page) is filling
    filling.leave()
    assert shown(page) is page.list
    assert page.filling is None


def test_a_form_is_offered_what_the_list_has_selected_and_found(
    page: RecordsPage, qtbot: QtBot
) -> None:
    model = page.list.table.model
    assert page.list.scopes().filtered is False
    assert list(page.list.scopes().shown()) == list(model.ids)
    model.mark([0, 2], True)
    marked = page.list.scopes().marked
    assert list(marked) == [model.ids[0], model.ids[2]]
    page.list.filter_line.search.setText(people.name(3))
    qtbot.waitUntil(lambda: names(page) == [people.name(3)])
    scopes = page.list.scopes()
    assert scopes.filtered
    assert list(scopes.shown()) == list(model.ids)
    assert scopes.current == model.ids[0]
    assert not scopes.ordered
    model.sort(0)
    assert page.list.scopes().ordered


def test_a_dropped_ledger_is_imported_and_a_dropped_form_filled(
    page: RecordsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.list.dropped.emit([rosters.write(tmp_path / "册.xlsx", 2)])
    qtbot.waitUntil(
        lambda: page.importing is not None and page.importing.course.task is not None,
    )
    assert shown(page) is page.importing
    assert page.filling is None
    page.importing.leave()
    page.list.dropped.emit([blanks.roster(tmp_path / "表.xlsx")])
    qtbot.waitUntil(lambda: page.filling is not None and page.filling.form.isVisible())
    assert shown(page) is page.filling


# Erasing, in the real window --------------------------------------------------------------------

open_window = windows.open_window


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    return stations.surroundings(tmp_path / "data")


def words_on(page: RecordsPage) -> str:
    """Everything that the list, the lines beside it and the page of a person hold."""
    model = page.list.table.model
    rows = [str(model.record(row)) for row in range(model.rowCount())]
    said = [label.text() for label in page.findChildren(QLabel)]
    return " ".join((*rows, *said))


def test_whoever_is_erased_goes_from_a_page_that_is_not_seen(
    open_window: Callable[..., MainWindow], town: Town, qtbot: QtBot
) -> None:
    window = open_window()
    window.show_page("person")
    page = window.page("person")
    assert isinstance(page, RecordsPage)
    qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 5)
    person, name = town.people[4], people.name(5)
    window.open_record("person", person)
    assert page.subject is not None
    page.subject.policies_asked.emit(person)
    assert name in words_on(page)
    window.show_page("today")
    focused = window.focusWidget()
    window.workspace.run(erase(person), "erase person")
    qtbot.waitUntil(lambda: name not in words_on(page))
    assert window.focusWidget() is focused
    assert page.policies is None
    window.show_page("person")
    assert shown(page) is page.list
    qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 4)


def test_a_form_stays_open_while_somebody_else_is_erased(
    page: RecordsPage, town: Town, workspace: Workspace
) -> None:
    page.open_record(town.people[4])
    page.edit(town.people[0])
    workspace.run(erase(town.people[4]), "erase person")
    assert shown(page) is page.forms
    assert page.forms.current is not None
    assert page.forms.current.record == town.people[0]
