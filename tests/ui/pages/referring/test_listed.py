"""The pages of the two lists."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.rules.operations import edit
from mengzhan.store.session import Session
from mengzhan.ui.pages.conditions import Condition
from mengzhan.ui.pages.referring.introduce import IntroduceDialog
from mengzhan.ui.pages.referring.listed import ListedRecords, PeopleList, VacancyList
from mengzhan.ui.pages.referring.lists_now import ListsNow
from mengzhan.ui.pages.referring.page import ListPage, list_parts
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.ui.pages.referring.conftest import Village, column

Show = Callable[..., QWidget]


def shown(
    made: ListedRecords, workspace: Workspace, show: Show, qtbot: QtBot, count: int
) -> ListedRecords:
    show(made)
    qtbot.waitUntil(lambda: made.table.model.rowCount() == count)
    workspace.changed.connect(made.refresh)
    return made


@pytest.fixture
def listed(workspace: Workspace, village: Village, show: Show, qtbot: QtBot) -> ListedRecords:
    """有人没活干."""
    return shown(PeopleList(workspace, ListsNow(workspace.session)), workspace, show, qtbot, 5)


@pytest.fixture
def unfilled(workspace: Workspace, village: Village, show: Show, qtbot: QtBot) -> VacancyList:
    """有活没人干."""
    made = VacancyList(workspace, ListsNow(workspace.session))
    shown(made, workspace, show, qtbot, 2)
    return made


def names(made: ListedRecords) -> list[str]:
    return column(made.table, made.kind.title[0])


def test_who_waits_the_longest_stands_on_top(listed: ListedRecords) -> None:
    assert names(listed) == [people.name(number) for number in range(1, 6)]
    assert column(listed.table, "listed_on")[0] == "2026-10-01"
    assert column(listed.table, "list_days")[:2] == ["53", "52"]
    assert column(listed.table, "step")[0] == "没约下次，先打个电话"
    assert listed.standing_button.text() == "在榜 5"
    assert people.phone(1) not in column(listed.table, "phone")


def test_derived_and_declared_columns_sort_and_conditions_hold(
    listed: ListedRecords, session: Session, qtbot: QtBot, village: Village
) -> None:
    place = [shown.name for shown in listed.table.model.columns].index("list_days")
    listed.table.model.sort(place, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: names(listed)[0] == people.name(5))
    listed.table.model.sort(0, Qt.SortOrder.DescendingOrder)
    expected = sorted((people.name(number) for number in range(1, 6)), reverse=True)
    qtbot.waitUntil(lambda: names(listed) == expected)
    session.run(edit(village.people[2], {"area_group": "三组"}), "edit person")
    listed.filter_line.add(Condition("area_group", "has", "三组"))
    qtbot.waitUntil(lambda: names(listed) == [people.name(3)])
    assert listed.standing_button.text() == "在榜 5"


def test_a_digit_records_a_follow_up_and_the_person_leaves_with_a_reason(
    listed: ListedRecords, session: Session, qtbot: QtBot, said: list[str]
) -> None:
    listed.focus_first()
    QTest.keyClicks(listed.table.view, "t")
    QTest.keyClicks(listed.table.view, "2")
    qtbot.waitUntil(lambda: len(names(listed)) == 4)
    (row,) = session.read().rows("follow_up", session.read().ids("follow_up"))
    assert (row["outcome"], row["mode"], row["day"]) == ("F2", "2", "2026-11-23")
    assert said == [f"已记：{people.name(1)} · 已就业（单位）"]
    listed.left_button.click()
    qtbot.waitUntil(lambda: names(listed) == [people.name(1)])
    assert column(listed.table, "step") == ["已就业（单位）"]
    assert column(listed.table, "left_on") == ["2026-11-23"]
    assert listed.left_button.text() == "90 天内离榜 1"
    assert listed.keys.answers == []
    assert not listed.refer_button.isVisible()


def test_letters_are_searched_for_and_digits_that_mean_nothing_too(
    unfilled: VacancyList, qtbot: QtBot
) -> None:
    unfilled.focus_first()
    QTest.keyClicks(unfilled.table.view, "h")
    qtbot.waitUntil(lambda: names(unfilled) == ["护理员"])
    unfilled.focus_first()
    QTest.keyClicks(unfilled.table.view, "8")
    assert unfilled.filter_line.text == "8"


def test_several_are_taken_off_for_one_reason_and_come_back_by_undo(
    listed: ListedRecords, session: Session, qtbot: QtBot, workspace: Workspace
) -> None:
    listed.table.model.mark([0, 1], True)
    menu = listed.taking_off.make(listed.chosen(), "1")
    words = [action.text() for action in menu.actions()]
    assert "外出务工" in words
    assert "仍失业、要求就业" not in words
    assert "注销失业登记" not in words
    menu.actions()[words.index("外出务工")].trigger()
    qtbot.waitUntil(lambda: len(names(listed)) == 3)
    rows = session.read().rows("follow_up", session.read().ids("follow_up"))
    assert [row["outcome"] for row in rows] == ["F7", "F7"]


def test_the_end_of_a_registration_is_offered_where_there_is_one(
    listed: ListedRecords, session: Session, qtbot: QtBot, village: Village
) -> None:
    session.run(edit(village.people[0], {"unemployed_on": "2026-10-01"}), "edit person")
    listed.refresh()
    menu = listed.taking_off.make(session.read().rows("person", [1]), "1")
    ending = next(action for action in menu.actions() if action.text() == "注销失业登记")
    reasons = ending.menu()
    assert isinstance(reasons, QMenu)
    assert len(reasons.actions()) == 11
    reasons.actions()[5].trigger()
    row = session.read().record("person", village.people[0]) or {}
    assert (row["deregistered_on"], row["deregister_reason"]) == ("2026-11-23", "X06")


@pytest.mark.qt_log_ignore("does not support (grabbing|raise)", extend=True)
def test_del_asks_why(listed: ListedRecords, qtbot: QtBot) -> None:
    listed.focus_first()
    QTest.keyClick(listed.table.view, Qt.Key.Key_Delete)
    menu = next(menu for menu in listed.findChildren(QMenu) if menu.isVisible())
    assert menu.actions()
    menu.close()


def test_the_number_of_days_is_kept(
    unfilled: VacancyList, session: Session, qtbot: QtBot, workspace: Workspace
) -> None:
    assert unfilled.days.text() == "7"
    unfilled.days.setFocus()
    unfilled.days.setText("14")
    QTest.keyClick(unfilled.days, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(unfilled) == ["挤奶工"])
    assert session.setting("unfilled_after") == 14
    for wrong in ("x", "", "400"):
        unfilled.days.setText(wrong)
        QTest.keyClick(unfilled.days, Qt.Key.Key_Return)
        assert unfilled.days.text() == "14"
    assert "挂出满 14 天" in unfilled._nothing_yet()


def test_a_vacancy_tells_what_it_lacks_and_closes_with_a_digit(
    unfilled: VacancyList, session: Session, qtbot: QtBot, village: Village
) -> None:
    assert column(unfilled.table, "places") == ["2", "2"]
    assert column(unfilled.table, "employer")[0] == "草原乙号奶食店1"
    assert column(unfilled.table, "directions")[0] == "养老服务"
    unfilled.focus_first()
    QTest.keyClicks(unfilled.table.view, "3")
    qtbot.waitUntil(lambda: names(unfilled) == ["护理员"])
    row = session.read().record("vacancy", village.vacancies[0]) or {}
    assert (row["closed_on"], row["close_reason"]) == ("2026-11-23", "4")
    unfilled.left_button.click()
    qtbot.waitUntil(lambda: column(unfilled.table, "step") == ["单位撤回"])


def test_a_line_opens_its_record_and_an_empty_list_says_what_will_stand_there(
    workspace: Workspace, session: Session, show: Show, qtbot: QtBot
) -> None:
    made = PeopleList(workspace, ListsNow(session))
    show(made)
    qtbot.waitUntil(lambda: made.table.is_empty)
    assert "等着找活" in made.table.empty.sentence()
    asked: list[str] = []
    workspace.form_asked.connect(lambda kind, _values: asked.append(kind))
    made.table.empty.button.click()
    assert asked == ["person"]
    made.left_button.click()
    qtbot.waitUntil(lambda: "离开清单" in made.table.empty.sentence())
    person = stations.log(session, "person", people.person_values(1))
    made.show_view("standing")
    qtbot.waitUntil(lambda: made.table.model.rowCount() == 1)
    opened: list[str] = []
    workspace.record_asked.connect(lambda _kind, record: opened.append(record))
    QTest.keyClick(made.table.view, Qt.Key.Key_Return)
    assert opened == [person]


def test_j_introduces_who_is_ticked_and_asks_for_people_of_a_vacancy(
    listed: ListedRecords, unfilled: VacancyList, qtbot: QtBot, village: Village
) -> None:
    listed.activateWindow()
    listed.table.model.mark([1, 3], True)
    listed.introduce()
    (dialog,) = listed.findChildren(IntroduceDialog)
    qtbot.waitUntil(lambda: len(dialog.chosen()) == 2)
    assert set(dialog.chosen()) == {village.people[1], village.people[3]}
    dialog.reject()
    unfilled.introduce()
    (other,) = unfilled.findChildren(IntroduceDialog)
    assert other.vacancy == village.vacancies[0]
    qtbot.waitUntil(lambda: other.table.model.rowCount() == 5)
    other.reject()
    QApplication.processEvents()


def test_a_part_that_is_not_seen_waits(
    workspace: Workspace, session: Session, village: Village, show: Show, qtbot: QtBot
) -> None:
    part = list_parts(workspace)["wants_work"]()
    assert isinstance(part, ListPage)
    show(part)
    qtbot.waitUntil(lambda: part.list.table.model.rowCount() == 5)
    part.hide()
    stations.log(session, "person", people.person_values(9))
    part.refresh()
    QApplication.processEvents()
    assert part.list.table.model.rowCount() == 5
    part.show()
    qtbot.waitUntil(lambda: part.list.table.model.rowCount() == 6)


def test_who_fits_is_shown_in_place_and_esc_leads_back(
    workspace: Workspace, village: Village, show: Show, qtbot: QtBot
) -> None:
    part = list_parts(workspace)["unfilled"]()
    assert isinstance(part, ListPage)
    show(part)
    qtbot.waitUntil(lambda: part.list.table.model.rowCount() == 2)
    part.focus_first()
    QTest.keyClick(part.list.table.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    matching = part.matches.page
    assert matching is not None
    assert (matching.kind, matching.record) == ("vacancy", village.vacancies[0])
    matching.introduce.emit(village.people[:2])
    (dialog,) = part.findChildren(IntroduceDialog)
    assert dialog.vacancy == village.vacancies[0]
    assert set(dialog.chosen()) == set(village.people[:2])
    dialog.reject()
    part.activateWindow()
    matching.left.emit()
    assert part.list.isVisible()
    assert not matching.isVisible()


def test_matches_are_worked_out_once_for_each_edit(
    workspace: Workspace, session: Session, village: Village, show: Show, qtbot: QtBot
) -> None:
    part = list_parts(workspace)["unfilled"]()
    assert isinstance(part, ListPage)
    show(part)
    workspace.changed.connect(part.refresh)
    part.matches.show("vacancy", village.vacancies[0])
    matching = part.matches.page
    assert matching is not None
    qtbot.waitUntil(lambda: matching.list.lines.rowCount() > 0 or matching.empty.isVisible())
    filled: list[int] = []
    matching.list.ticked.connect(lambda: filled.append(matching.list.lines.rowCount()))
    workspace.run(edit(village.people[0], {"wage_wish": 310_000}), "edit person")
    assert len(filled) == 1
    matching.left.emit()
    filled.clear()
    part.matches.show("vacancy", village.vacancies[1])
    # the lines of the vacancy before go, those of this one come
    assert len(filled) == 2
