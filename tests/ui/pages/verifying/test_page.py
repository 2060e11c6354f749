"""清单核实 in the window, driven by keyboard."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from mengzhan.rules.operations import add, edit
from mengzhan.rules.strangers import Stranger
from mengzhan.rules.verifying import Finding, make_list, verify
from mengzhan.store.session import Session
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.pages.verifying.changing import ChangingForm
from mengzhan.ui.pages.verifying.new_list import NewListDialog
from mengzhan.ui.pages.verifying.page import VerifyPage
from mengzhan.ui.shell.page_table import TO_VERIFY, TabbedPage
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.widgets.buttons import LinkButton
from mengzhan.ui.widgets.masked_label import MaskedLabel
from tests import people
from tests.ui import windows

# this page is tested in the real window, in a station of its own
add_record, open_window, pressed = windows.add_record, windows.open_window, windows.pressed
around, clock, folder, jobs = windows.around, windows.clock, windows.folder, windows.jobs
keys, session, workspace = windows.keys, windows.session, windows.workspace

Open = Callable[..., MainWindow]
Keys = Callable[[str], None]
Add = Callable[..., str]

UNKNOWN = Stranger("名单上的人", people.id_number(900), people.phone(900))


def page_of(window: MainWindow) -> VerifyPage:
    tabs = window.page("verification")
    assert isinstance(tabs, TabbedPage)
    part = tabs.part(TO_VERIFY)
    assert isinstance(part, VerifyPage)
    return part


def new_list(session: Session, listed: Sequence[str], strangers: Sequence[Stranger] = ()) -> str:
    task = session.new_id()
    making = make_list("旗里的名单", listed, strangers, source="2", record=task)
    session.run(making, "add task")
    return task


@pytest.fixture
def three(add_record: Add) -> list[str]:
    return [add_record("person", people.person_values(n)) for n in range(3)]


def names(page: VerifyPage) -> list[str]:
    return [line.name for line in page.work.list.lines.rows]


def results(session: Session) -> list[tuple[str, str]]:
    rows = session.read().columns("verification", ("result", "mode"))
    return [(str(row["result"]), str(row["mode"])) for row in rows]


def changing(page: VerifyPage) -> ChangingForm:
    found = page.work.side.changing
    assert found is not None
    return found


def phone_of(session: Session, person: str) -> str:
    return str((session.read().record("person", person) or {})["phone"])


def shown_numbers(page: VerifyPage) -> list[str]:
    return [label.text() for label in page.work.side.findChildren(MaskedLabel)]


def test_an_answer_takes_the_line_away_and_undo_brings_it_back(
    open_window: Open, keys: Keys, session: Session, three: list[str]
) -> None:
    new_list(session, three)
    page = page_of(open_window())
    keys("Alt+9 Enter Down 1")
    assert results(session) == [("1", "1")]
    assert names(page) == [people.name(0), people.name(2)]
    assert page.work.head.count.text() == "还剩 2 / 3"
    current = page.work.list.current()
    assert current is not None
    assert current.name == people.name(2), "the line that followed"
    keys("Ctrl+Z")
    assert names(page) == [people.name(n) for n in range(3)]
    current = page.work.list.current()
    assert current is not None
    assert current.name == people.name(1), "the line that came back"


def test_the_space_bar_says_unchanged_and_t_how_it_was_asked(
    open_window: Open, keys: Keys, session: Session, three: list[str]
) -> None:
    new_list(session, three)
    open_window()
    keys("Alt+9 Enter Space t 3 t 9")
    assert sorted(results(session)) == [("1", "1"), ("3", "2"), ("9", "3")]


@pytest.mark.parametrize("key", ["d", "2", "Enter"])
def test_a_new_number_is_typed_in_place(
    open_window: Open, keys: Keys, session: Session, three: list[str], key: str
) -> None:
    new_list(session, three)
    page = page_of(open_window())
    keys(f"Alt+9 Enter {key} '19900001234 Enter")
    assert phone_of(session, three[0]) == "19900001234"
    assert results(session) == [("2", "1")]
    assert names(page) == [people.name(1), people.name(2)]
    assert page.work.list.hasFocus()


def test_several_fields_are_changed_at_once(
    open_window: Open, keys: Keys, session: Session, three: list[str]
) -> None:
    new_list(session, three)
    open_window()
    keys("Alt+9 Enter 8 '3 Enter")
    row = session.read().record("person", three[0]) or {}
    assert row["employment_status"] == "3"
    keys("z 'abc Tab '5 Enter")
    row = session.read().record("person", three[1]) or {}
    assert (row["address"], row["area_group"]) == ("abc", "5")
    assert sorted(results(session)) == [("2", "1"), ("8", "1")]


def test_what_cannot_be_is_said_beside_the_field_and_esc_gives_up(
    open_window: Open, keys: Keys, session: Session, three: list[str]
) -> None:
    new_list(session, three)
    page = page_of(open_window())
    keys("Alt+9 Enter d '123 Enter")
    assert "手机号应是11位" in changing(page).rows["phone"].problem_text()
    keys("Esc")
    assert not page.findChildren(ChangingForm)
    assert phone_of(session, three[0]) == people.phone(0)
    assert page.work.list.hasFocus()
    keys("d Enter")
    assert "和登记的一样" in changing(page).told.text()
    keys("Esc Esc")
    assert page.lists.table.hasFocus()
    assert results(session) == []


def test_a_broken_id_number_is_put_right_with_what_it_tells(
    open_window: Open, keys: Keys, session: Session, three: list[str]
) -> None:
    new_list(session, three)
    page = page_of(open_window())
    keys("Alt+9 Enter h")
    assert not changing(page).rows["id_number"].covered
    keys(f"'{people.id_number(44)} Enter")
    row = session.read().record("person", three[0]) or {}
    assert row["id_number"] == people.id_number(44)
    assert row["birth_date"] == people.birth_date(44).isoformat()


def test_numbers_are_covered_but_the_one_to_dial(
    open_window: Open, keys: Keys, session: Session, three: list[str]
) -> None:
    new_list(session, three)
    window = open_window()
    page = page_of(window)
    keys("Alt+9 Enter")
    assert people.phone(0) in shown_numbers(page)
    assert people.id_number(0) not in shown_numbers(page)
    keys("F2")
    assert people.id_number(0) in shown_numbers(page)
    keys("Down")
    assert people.id_number(1) not in shown_numbers(page)
    window.workspace.hidden.emit()
    assert people.phone(1) not in shown_numbers(page)


def test_a_number_being_typed_is_covered_when_the_screen_is_locked(
    open_window: Open, keys: Keys, session: Session, three: list[str]
) -> None:
    new_list(session, three)
    window = open_window()
    page = page_of(window)
    keys("Alt+9 Enter h")
    assert not changing(page).rows["id_number"].covered
    window.workspace.hidden.emit()
    rows = changing(page).rows
    assert [name for name, row in rows.items() if row.covered] == [
        name for name in rows if rows[name].field.sensitive
    ]
    assert rows["id_number"].covered
    assert rows["phone"].covered


def test_what_is_being_typed_stays_whatever_happens_around_it(
    open_window: Open, keys: Keys, session: Session, three: list[str]
) -> None:
    new_list(session, three)
    window = open_window()
    page = page_of(window)
    keys("Alt+9 Enter Down d '1990000")
    form, rows = changing(page), page.work.list
    below = rows.visualRect(rows.lines.index(2)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=below)
    QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=below)
    page.work.head.chips["done"].click()
    window.workspace.run(edit(three[1], {"area_group": "三组"}), "edit person")
    window.workspace.run(verify(three[0], Finding("1", "1", "其其格"), page.work.task), "verify")
    assert changing(page) is form
    current = rows.current()
    assert current is not None
    assert current.name == people.name(1)
    assert [index.row() for index in rows.selectedIndexes()] == [rows.currentIndex().row()]
    assert page.work.head.chips["open"].isChecked()
    form.begin()
    keys("'19900001234 Enter")
    assert phone_of(session, three[1]) == "19900001234"
    assert phone_of(session, three[2]) == people.phone(2)
    assert names(page) == [people.name(2)]


def test_another_line_is_said_to_be_what_it_is_after_an_answer(
    open_window: Open, keys: Keys, add_record: Add, session: Session
) -> None:
    long = add_record("person", people.person_values(1, registered_on="2020-01-01"))
    new_list(session, [long])
    page = page_of(open_window())
    keys("Alt+9 Enter")
    (line,) = page.work.list.lines.rows
    assert "登记后没有核实过" in page.work.why(line)
    keys("9 Right")
    (line,) = page.work.list.lines.rows
    assert "没有核实过" not in page.work.why(line)
    keys("Ctrl+Z Left")
    (line,) = page.work.list.lines.rows
    assert "登记后没有核实过" in page.work.why(line)


def test_lines_that_need_a_closer_look_are_not_finished(
    open_window: Open, keys: Keys, session: Session, three: list[str]
) -> None:
    task = new_list(session, three)
    page = page_of(open_window())
    keys("Alt+9 Enter 1 9 9")
    assert page.work.empty.sentence() == "没核实的没有了，还有 2 个待进一步核实。"
    assert page.work.empty.button.hasFocus()
    keys("Right Left Left Right Enter")
    assert names(page) == [people.name(1), people.name(2)]
    assert not (session.read().record("task", task) or {})["done_on"]
    keys("1 1")
    assert "核实完了" in page.work.empty.sentence()
    keys("Left Left")
    assert len(names(page)) == 3
    keys("Right Enter")
    assert (session.read().record("task", task) or {})["done_on"] == "2026-11-23"


def test_the_list_stays_the_current_one_while_something_else_changes(
    open_window: Open, keys: Keys, session: Session, three: list[str]
) -> None:
    new_list(session, three)
    other = new_list(session, three[:1])
    window = open_window()
    page = page_of(window)
    keys("Alt+9 Down")
    assert page.lists.current == other
    window.workspace.run(edit(three[0], {"area_group": "三组"}), "edit person")
    assert page.lists.current == other
    before = page.lists.standings
    window.workspace.run(add("follow_up", people.follow_up_values(three[0])), "add follow_up")
    assert page.lists.standings is before, "a follow-up answers no line"


def register_words(page: VerifyPage) -> list[str]:
    links = page.work.side.findChildren(LinkButton)
    return [link.text() for link in links if "登记这个人" in link.text()]


def test_an_answered_stranger_is_still_registered_by_the_link(
    open_window: Open, keys: Keys, session: Session
) -> None:
    new_list(session, [], [UNKNOWN])
    window = open_window()
    page = page_of(window)
    keys("Alt+9 Enter")
    assert register_words(page) == ["登记这个人  Enter"]
    keys("3 Left")
    assert register_words(page) == ["登记这个人"]
    (link,) = [one for one in page.work.side.findChildren(LinkButton) if "登记" in one.text()]
    link.click()
    people_page = window.page("person")
    assert isinstance(people_page, RecordsPage)
    assert people_page.forms.current is not None
    assert people_page.forms.current.form.values()["name"] == UNKNOWN.name


def test_workbooks_of_lists_that_are_done_are_forgotten(
    open_window: Open, session: Session, three: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    done = new_list(session, three)
    session.run(edit(done, {"done_on": "2026-11-20"}), "answer task")
    session.set_setting("verify.files", {done: str(tmp_path / "旧.xlsx")})
    book, path = Workbook(), tmp_path / "名单.xlsx"
    assert book.active is not None
    for row in (["姓名", "身份证号"], [people.name(0), people.id_number(0)]):
        book.active.append(row)
    book.save(path)
    window = open_window()
    window.show_page("verification")
    page = page_of(window)
    page.read_file(path)
    qtbot.waitUntil(lambda: bool(page.findChildren(NewListDialog)))
    (dialog,) = page.findChildren(NewListDialog)
    dialog.rows["source"].editor.set_value("2")
    dialog.accept()
    assert session.setting("verify.files", {}) == {page.work.task: str(path)}


def test_answers_can_be_looked_at_and_opened(
    open_window: Open, keys: Keys, session: Session, three: list[str]
) -> None:
    new_list(session, three)
    window = open_window()
    page = page_of(window)
    keys("Alt+9 Enter 1 9 Right")
    assert names(page) == [people.name(1)], "needs a closer look"
    keys("Right")
    assert names(page) == [people.name(0)]
    assert page.work.side.keys.answers == []
    keys("Right Left Enter")
    tabs = window.page("verification")
    assert isinstance(tabs, TabbedPage)
    records = tabs.part("verification")
    assert isinstance(records, RecordsPage)
    assert records.forms.current is not None


def test_a_stranger_is_registered_or_unknown(
    open_window: Open, keys: Keys, session: Session
) -> None:
    new_list(session, [], [UNKNOWN, Stranger("另一个")])
    window = open_window()
    page = page_of(window)
    keys("Alt+9 Enter Enter")
    people_page = window.page("person")
    assert isinstance(people_page, RecordsPage)
    form = people_page.forms.current
    assert form is not None
    told = [form.form.values()[name] for name in ("name", "id_number", "phone")]
    assert told == [UNKNOWN.name, UNKNOWN.number, UNKNOWN.phone]
    values = people.person_values(900, name=UNKNOWN.name)
    window.workspace.run(add("person", values), "add person")
    keys("Alt+9")
    assert names(page) == [UNKNOWN.name, "另一个"]
    keys("1 1 3")
    assert sorted(results(session)) == [("1", "1"), ("3", "1")]


def test_a_list_that_is_done_is_noted_as_done(
    open_window: Open, keys: Keys, session: Session, three: list[str]
) -> None:
    task = new_list(session, three)
    page = page_of(open_window())
    keys("Alt+9 Enter 1 1 1")
    assert "核实完了" in page.work.empty.sentence()
    assert page.work.empty.button.hasFocus()
    keys("Enter")
    assert (session.read().record("task", task) or {})["done_on"] == "2026-11-23"
    assert "没有要核实的清单" in page.lists.empty.sentence()
    assert page.lists.empty.isVisible()


def test_a_narrow_window_shows_one_side_at_a_time(
    open_window: Open, keys: Keys, session: Session, three: list[str]
) -> None:
    new_list(session, three)
    page = page_of(open_window(911, 512))
    work = page.work
    keys("Alt+9 Enter")
    assert work.stack.isVisible()
    assert not work.side.isVisible()
    keys("F6 1")
    assert work.side.isVisible()
    assert not work.stack.isVisible()
    assert work.side.heading.text() == people.name(1), "the next one, still beside"
    keys("Down")
    assert work.side.heading.text() == people.name(2)
    keys("d '19900001234 Enter F6")
    assert phone_of(session, three[2]) == "19900001234"
    assert work.stack.isVisible()
    assert names(page) == [people.name(1)]


@pytest.mark.qt_log_ignore("does not support (grabbing|raise)", extend=True)
def test_the_station_makes_a_list_of_its_own(
    open_window: Open, keys: Keys, add_record: Add, session: Session, qtbot: QtBot
) -> None:
    long = add_record("person", people.person_values(1, registered_on="2020-01-01"))
    page = page_of(open_window())
    keys("Alt+9 Ins")
    menu = page.lists.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert menu.actions()[4].text() == "&5  12 个月没有核实"
    menu.actions()[4].trigger()
    qtbot.waitUntil(lambda: page.work.task != "")
    (line,) = page.work.list.lines.rows
    assert line.key == long
    (task,) = session.read().newest("task", 5)
    row = session.read().record("task", task) or {}
    assert (row["title"], row["source"]) == ("12 个月没有核实 2026-11-23", "6")
    menu.close()


def test_a_rule_that_finds_nobody_says_so(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.show_page("verification")
    page = page_of(window)
    page.make_by_rule("no_phone")
    qtbot.waitUntil(lambda: bool(page.lists.told.text()))
    assert "一个也没有" in page.lists.told.text()
    assert not page.work.task


def test_a_task_with_people_opens_where_it_is_worked_through(
    open_window: Open, session: Session, three: list[str], add_record: Add
) -> None:
    task = new_list(session, three)
    plain = add_record("task", {"title": "交报表", "source": "1"})
    window = open_window()
    window.open_record("task", task)
    page = page_of(window)
    assert page.work.task == task
    assert page.work.list.hasFocus()
    page.work.head.task_button.click()
    tabs = window.page("verification")
    assert isinstance(tabs, TabbedPage)
    tasks = tabs.part("task")
    assert isinstance(tasks, RecordsPage)
    assert tasks.forms.current is not None
    assert tasks.forms.current.form.values()["title"] == "旗里的名单"
    window.open_record("task", plain)
    assert tasks.forms.current.form.values()["title"] == "交报表"


def test_a_file_that_is_no_list_is_refused_in_words(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["品种", "头数"])
    book.save(tmp_path / "牛.xlsx")
    window = open_window()
    window.show_page("verification")
    page = page_of(window)
    page.read_file(tmp_path / "牛.xlsx")
    qtbot.waitUntil(lambda: bool(page.lists.told.text()))
    assert "看不出要核实谁" in page.lists.told.text()
    assert not page.findChildren(NewListDialog)
    assert QApplication.activeModalWidget() is None
