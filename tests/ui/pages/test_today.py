"""今日, driven by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from mengzhan.rules.agenda.lines import Line
from mengzhan.store.session import Session
from mengzhan.ui.pages.today import TodayPage
from mengzhan.ui.pages.today_list import LineDelegate, LineList
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.widgets.badge import Badge, badge_font
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.form import Form
from mengzhan.ui.widgets.panel import PageHead, Words
from mengzhan.ui.words import SOURCE_LANGUAGE, use_language
from mengzhan.ui.workspace import Workspace
from tests import people
from tests.computers import Clock
from tests.ui import windows

# this page is tested in the real window, in a station of its own
add_record, open_window, pressed = windows.add_record, windows.open_window, windows.pressed
around, clock, folder, jobs = windows.around, windows.clock, windows.folder, windows.jobs
keys, session, workspace = windows.keys, windows.session, windows.workspace


Open = Callable[..., MainWindow]
Keys = Callable[[str], None]
Add = Callable[..., str]


def page_of(window: MainWindow) -> TodayPage:
    page = window.page("today")
    assert isinstance(page, TodayPage)
    return page


def titles(page: TodayPage) -> list[str]:
    return [row.title if isinstance(row, Line) else f"[{row}]" for row in page.list.lines.rows]


def due_person(add_record: Add, number: int, day: str, group: str = "一组") -> str:
    person = add_record("person", people.person_values(number, area_group=group))
    values = people.follow_up_values(person, day="2026-10-20", next_on=day)
    add_record("follow_up", values)
    return person


def outcomes(session: Session, person: str) -> list[tuple[str, str]]:
    reader = session.read()
    rows = [reader.record(link.kind, link.record) or {} for link in reader.links_to(person)]
    return sorted((row["day"], row["outcome"]) for row in rows)


def test_overdue_first_then_the_way_one_walks(open_window: Open, add_record: Add) -> None:
    due_person(add_record, 1, "2026-11-23", "二组")
    due_person(add_record, 2, "2026-11-20", "二组")
    due_person(add_record, 3, "2026-11-21", "一组")
    page = page_of(open_window())
    assert titles(page) == [
        "[逾期]",
        people.name(3),
        people.name(2),
        "[今天]",
        people.name(1),
    ]
    assert page.count() == 3


def test_a_digit_records_the_result_and_goes_on(
    open_window: Open, keys: Keys, pressed: list[str], add_record: Add, session: Session
) -> None:
    first = due_person(add_record, 1, "2026-11-20", "一组")
    due_person(add_record, 2, "2026-11-20", "二组")
    page = page_of(open_window())
    keys("1")
    assert outcomes(session, first)[-1] == ("2026-11-23", "F1")
    assert titles(page) == ["[逾期]", people.name(2)]
    assert page.list.hasFocus()
    assert len(pressed) <= 10
    keys("Ctrl+Z")
    assert len(outcomes(session, first)) == 1
    assert page.count() == 2


def test_the_way_of_contact_is_shown_and_changed_with_t(
    open_window: Open, keys: Keys, add_record: Add, session: Session
) -> None:
    person = due_person(add_record, 1, "2026-11-20")
    open_window()
    keys("t 2")
    reader = session.read()
    rows = [reader.record(k.kind, k.record) or {} for k in reader.links_to(person)]
    assert {(row["mode"], row["outcome"]) for row in rows} == {("1", "F1"), ("2", "F2")}


def test_failed_contacts_are_counted(
    open_window: Open, keys: Keys, add_record: Add, session: Session, clock: object
) -> None:
    person = due_person(add_record, 1, "2026-11-20")
    open_window()
    keys("9")
    reader = session.read()
    rows = [reader.record(k.kind, k.record) or {} for k in reader.links_to(person)]
    missed = next(row for row in rows if row["outcome"] == "F9")
    assert (missed["missed"], missed["next_on"]) == (1, "2026-11-30")


@pytest.mark.qt_log_ignore("does not support (grabbing|raise)", extend=True)
def test_rare_results_stand_under_zero(
    open_window: Open, keys: Keys, add_record: Add, session: Session
) -> None:
    person = due_person(add_record, 1, "2026-11-20")
    page = page_of(open_window())
    keys("0")
    menu = page.findChild(QMenu)
    assert isinstance(menu, QMenu)
    shown = [action.text() for action in menu.actions()]
    assert [text[:2] for text in shown] == ["&A", "&B", "&C"]
    menu.actions()[0].trigger()
    assert outcomes(session, person)[-1] == ("2026-11-23", "FA")


def test_an_arrival_closes_the_referral_with_its_evidence(
    open_window: Open, keys: Keys, add_record: Add, session: Session
) -> None:
    person = add_record("person", people.person_values(1))
    employer = add_record("employer", people.employer_values(1))
    vacancy = add_record("vacancy", people.vacancy_values(employer))
    referral = add_record(
        "referral",
        {"person": person, "vacancy": vacancy, "day": "2026-11-10", "due_on": "2026-11-17"},
    )
    page = page_of(open_window())
    assert titles(page)[1] == f"{people.name(1)} → 草原乙号奶食店1 挤奶工"
    keys("2")
    row = session.read().record("referral", referral) or {}
    assert (row["result"], row["result_on"], row["arrived_on"]) == ("2", "2026-11-23", "2026-11-23")
    assert [line.due.work for line in page.list.lines.rows if isinstance(line, Line)] == [
        "evidence"
    ]
    keys("4")
    row = session.read().record("referral", referral) or {}
    assert row["evidence"] == ["4"]
    assert page.count() == 0


@pytest.mark.parametrize(
    ("key", "expected"), [("1", ("2", "2026-11-23", None)), ("2", ("2", None, "2026-11-23"))]
)
def test_a_stay_is_checked_with_one_key(
    open_window: Open,
    keys: Keys,
    add_record: Add,
    session: Session,
    key: str,
    expected: tuple[str, str | None, str | None],
) -> None:
    person = add_record("person", people.person_values(1))
    employer = add_record("employer", people.employer_values(1))
    vacancy = add_record("vacancy", people.vacancy_values(employer))
    came = {"result": "2", "arrived_on": "2026-10-20", "evidence": ["1"]}
    values = {"person": person, "vacancy": vacancy, "day": "2026-10-15", "due_on": "2026-10-22"}
    referral = add_record("referral", {**values, **came})
    page = page_of(open_window())
    assert page.count() == 1
    keys(key)
    row = session.read().record("referral", referral) or {}
    assert (row["result"], row["stay_1_on"], row["left_on"]) == expected
    assert page.count() == 0


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [("1", "valid_until", "2026-12-23"), ("2", "close_reason", "3"), ("3", "close_reason", "4")],
)
def test_a_vacancy_is_confirmed_or_taken_down(
    open_window: Open,
    keys: Keys,
    add_record: Add,
    session: Session,
    key: str,
    field: str,
    value: str,
) -> None:
    employer = add_record("employer", people.employer_values(1))
    vacancy = add_record("vacancy", people.vacancy_values(employer, valid_until="2026-11-24"))
    page = page_of(open_window())
    keys(key)
    assert (session.read().record("vacancy", vacancy) or {})[field] == value
    assert page.count() == 0


def test_enter_opens_the_form_with_the_person(
    open_window: Open, keys: Keys, add_record: Add
) -> None:
    person = due_person(add_record, 1, "2026-11-20")
    window = open_window()
    keys("Enter")
    form = next(form for form in window.findChildren(Form) if form.isVisible())
    assert form.kind.name == "follow_up"
    assert form.values()["person"] == person


def test_whom_one_calls_about_the_month_is_hinted_at_as_hard_to_employ(
    open_window: Open, add_record: Add
) -> None:
    values = people.person_values(1, birth_date="1970-03-02", unemployed_on="2026-11-01")
    add_record("person", values)
    page = page_of(open_window())
    told = [words.text() for words in page.side.findChildren(Words)]
    assert "提示：可能符合就业困难人员 D1 大龄失业人员，是不是由旗县认定" in told
    assert any(words.startswith("还差：要问清：是否在常住地") for words in told)
    assert "D1 大龄失业人员？" in [tag.text() for tag in page.side.findChildren(Badge)]


def test_the_number_is_shown_for_the_selected_line_only(
    open_window: Open, keys: Keys, add_record: Add
) -> None:
    due_person(add_record, 1, "2026-11-20")
    due_person(add_record, 2, "2026-11-21")
    window = open_window()
    page = page_of(window)
    assert page.side.phone.text() == people.phone(1)
    keys("Down")
    assert page.side.phone.text() == people.phone(2)
    keys("Alt+2")
    assert page.side.phone.text() != people.phone(2)
    page.side.clear()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page.side.hide_phone()
    assert page.side.phone.text() == ""


def test_arrows_narrow_the_list_to_one_kind(open_window: Open, keys: Keys, add_record: Add) -> None:
    due_person(add_record, 1, "2026-11-20")
    add_record(
        "task",
        {"title": "核查名单", "source": "1", "given_on": "2026-11-10", "due_on": "2026-11-24"},
    )
    page = page_of(open_window())
    assert page.count() == 2
    keys("Right")
    assert titles(page) == ["[逾期]", people.name(1)]
    keys("Right")
    assert titles(page) == ["[就要到期]", "核查名单"]
    keys("Right")
    assert len(titles(page)) == 4


def test_an_empty_day_says_what_to_do_first(open_window: Open, keys: Keys) -> None:
    window = open_window()
    page = page_of(window)
    assert page.empty.isVisible()
    assert "先登记一个人" in page.empty.sentence()
    keys("Enter")
    form = next(form for form in window.findChildren(Form) if form.isVisible())
    assert form.kind.name == "person"


def test_a_day_without_work_offers_a_person_more_not_the_first(
    open_window: Open, add_record: Add
) -> None:
    due_person(add_record, 1, "2026-12-31")
    page = page_of(open_window())
    assert page.empty.isVisible()
    assert page.empty.sentence() == "今天到期的都办完了。要登记新的，按下面的字母。"
    assert page.empty.button.text() == "登记一个人  R"


def test_the_kind_of_work_has_room_in_every_language(open_window: Open, add_record: Add) -> None:
    due_person(add_record, 1, "2026-11-20")
    page = page_of(open_window())
    words = LineList(lambda _kind: "Follow-up of a family", page.button_word)
    words.fill([row for row in page.list.lines.rows if isinstance(row, Line)])
    delegate = words.itemDelegate()
    assert isinstance(delegate, LineDelegate)
    font = badge_font(words.font())
    needed = QFontMetrics(font).horizontalAdvance("Follow-up of a family")
    assert delegate.badge_width(words.font()) > needed
    words.deleteLater()


def test_the_letters_work_on_an_empty_day_too(
    open_window: Open, keys: Keys, session: Session
) -> None:
    window = open_window()
    assert page_of(window).empty.isVisible()
    keys("d")
    assert window.current == "employer"
    keys("'abc Enter")
    (form,) = [form for form in window.findChildren(Form) if form.isVisible()]
    assert form.values()["name"] == "abc"


def test_in_a_narrow_window_f6_turns_to_the_person(
    open_window: Open, keys: Keys, add_record: Add, qtbot: QtBot
) -> None:
    due_person(add_record, 1, "2026-11-20")
    page = page_of(open_window(911, 512))
    assert page.list.isVisible()
    assert not page.side.isVisible()
    assert page.turn_button.text() == "看电话、记结果  F6"
    keys("F6")
    assert page.side.isVisible()
    assert page.turn_button.text() == "回到列表  F6"
    assert not page.list.isVisible()
    # there is room for columns
    buttons = page.side.keys.findChildren(Button)
    sights = [button for button in buttons if button.text()[0].isdigit()]
    assert len(sights) >= len([one for one in page.side.keys.answers if not one.rare]) > 5
    qtbot.waitUntil(lambda: len({button.y() for button in sights}) < len(sights) / 2)
    page.turn_side()
    assert page.list.isVisible()


def test_results_are_buttons_in_the_language_of_the_screen(
    open_window: Open, add_record: Add
) -> None:
    due_person(add_record, 1, "2026-11-20")
    use_language("en")
    try:
        page = page_of(open_window())
        shown = [button.text() for button in page.side.findChildren(Button) if button.isVisible()]
    finally:
        use_language(SOURCE_LANGUAGE)
    assert "2  Now employed" in shown
    assert "9  No contact" in shown
    assert "By: Telephone (T changes)" in shown


def test_the_day_is_read_beside_the_window_and_kept_between_visits(
    open_window: Open, keys: Keys, add_record: Add, qtbot: QtBot
) -> None:
    due_person(add_record, 1, "2026-11-20")
    window = open_window()
    fresh = TodayPage(Workspace(window.session, window.workspace.jobs))
    qtbot.addWidget(fresh)
    assert fresh.is_reading
    (head,) = fresh.findChildren(PageHead)
    assert head.title.text() == "正在看今天要办什么…"
    qtbot.waitUntil(lambda: not fresh.is_reading)
    assert titles(fresh) == ["[逾期]", people.name(1)]
    page = page_of(window)
    keys("Alt+2 Alt+1")
    assert not page.is_reading
    assert titles(page) == ["[逾期]", people.name(1)]


def test_when_the_day_turned_it_is_read_again(
    open_window: Open, add_record: Add, qtbot: QtBot, clock: Clock
) -> None:
    due_person(add_record, 1, "2026-11-25")
    page = page_of(open_window())
    assert titles(page) == []
    clock.move(days=3)
    page.refresh()
    assert page.is_reading
    qtbot.waitUntil(lambda: not page.is_reading)
    assert titles(page) == ["[逾期]", people.name(1)]
