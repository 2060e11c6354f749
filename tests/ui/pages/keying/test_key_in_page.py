"""录入户表: codes that are offered, refused and typed; answers kept, put right, saved, undone."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.rules.agenda.reading import read_agenda
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import remove
from mengzhan.rules.undo import undo
from mengzhan.rules.visit_sheets import line_code
from mengzhan.store.day_sheet import day_sheet
from mengzhan.store.papers import new_sheets, remember_sheets
from mengzhan.store.session import Session
from mengzhan.ui.pages.keying.key_in_page import KeyInPage
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.scenarios.keyboard import Keyboard
from tests.ui.pages.conftest import Town
from tests.ui.pages.keying.conftest import Paper

Open = Callable[[], KeyInPage]
Press = Callable[[str], None]


def table(page: KeyInPage) -> list[list[str]]:
    """What the list below says: line, outcome, training, note, standing."""
    model = page.table.lines
    rows = [
        [str(model.index(row, at).data()) for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    return [[row[0], row[2], row[3], row[7], row[9]] for row in rows]


def follow_ups(session: Session) -> dict[str, str]:
    """Person -> outcome."""
    reader = session.read()
    rows = reader.rows("follow_up", reader.ids("follow_up"))
    return {row["person"]: row["outcome"] for row in rows}


def test_the_first_row_code_of_the_newest_sheet_is_offered(
    open_page: Open, paper: Paper, session: Session
) -> None:
    page = open_page()
    assert page.row.code.text() == paper.code(1)
    assert page.row.code.hasFocus()
    assert page.row.who.whole() == session.read().title("person", paper.people[0])
    assert not page.entry.isEnabled()


def test_without_a_sheet_it_is_told_where_one_is_printed(open_page: Open) -> None:
    page = open_page()
    assert "Ctrl+P" in page.remark.text()
    assert not page.save_button.isEnabled()


def test_a_line_is_keyed_in_and_the_next_is_offered(
    open_page: Open, paper: Paper, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Enter")
    one_by_one("122")
    keyboard.press("Enter")
    keyboard.write("冬天能干")
    keyboard.press("Enter", "Enter")
    assert page.row.code.text() == paper.code(2)
    assert page.row.code.hasFocus()
    assert table(page)[0] == [paper.code(1), "仍失业", "不愿意", "冬天能干", "待存"]
    assert "待存 1" in page.head.remark.text()


def test_whoever_does_not_want_training_is_not_asked_for_a_trade(
    open_page: Open, paper: Paper, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Enter")
    one_by_one("12")
    assert page.entry.business.hasFocus()
    assert not page.entry.trade.isEnabled()


def test_a_wrong_check_letter_is_refused_in_words(
    open_page: Open, paper: Paper, keyboard: Keyboard
) -> None:
    page = open_page()
    right = paper.code(2)
    keyboard.type(right[:-1] + ("A" if right[-1] != "A" else "B"))
    assert page.row.who.whole() == ""
    keyboard.press("Enter")
    assert page.remark.text().startswith("行码不对")
    assert page.row.code.hasFocus()
    assert not page.entry.isEnabled()
    keyboard.type(right)
    assert page.row.who.whole() != ""
    keyboard.press("Enter")
    assert page.place == 1


def test_an_unknown_sheet_is_named(open_page: Open, paper: Paper, keyboard: Keyboard) -> None:
    page = open_page()
    keyboard.type(line_code("ZZ77", 1))
    keyboard.press("Enter")
    assert "ZZ77" in page.remark.text()


def test_the_line_and_letter_are_enough_on_the_sheet_at_hand(
    open_page: Open, paper: Paper, keyboard: Keyboard
) -> None:
    page = open_page()
    keyboard.type(paper.code(4)[-3:].lower())
    keyboard.press("Enter")
    assert page.place == 3


def test_up_and_down_lead_to_other_lines(open_page: Open, paper: Paper, keyboard: Keyboard) -> None:
    page = open_page()
    keyboard.press("Down", "Down", "Up")
    assert page.row.code.text() == paper.code(2)


def test_the_code_of_another_sheet_opens_that_sheet(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard
) -> None:
    stranger = stations.log(session, "person", people.person_values(60, area_group="九组"))
    (other,) = new_sheets(session, [stranger])
    remember_sheets(session, [other])
    page = open_page()
    assert page.row.code.text() == other.code(1)
    keyboard.type(paper.code(3))
    keyboard.press("Enter")
    assert page.place == 2
    assert page.head.remark.text().startswith(paper.number)


def test_the_whole_sheet_is_saved_as_one_action_and_undone_as_one(
    open_page: Open,
    paper: Paper,
    session: Session,
    keyboard: Keyboard,
    one_by_one: Press,
    said: list[str],
) -> None:
    page = open_page()
    for outcome in "12349":
        keyboard.press("Enter")
        one_by_one(outcome)
        keyboard.press("Ctrl+Enter")
    assert page.save_button.hasFocus()
    before = {action for action, _ in session.read().own_actions(session.replica)}
    keyboard.press("Enter")
    expected = dict(zip(paper.people, ["F1", "F2", "F3", "F4", "F9"], strict=True))
    assert follow_ups(session) == expected
    assert said == [f"已存 {paper.number} 号入户表 5 行"]
    assert {row[4] for row in table(page)} == {"已存"}
    assert session.read().drafts() == []
    made = [a for a, _ in session.read().own_actions(session.replica) if a not in before]
    assert len(made) == 1
    page.workspace.run(undo(made[0]), "undo")
    assert follow_ups(session) == {}
    assert {row[4] for row in table(page)} == {""}


def test_a_line_is_put_right_before_and_after_saving(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Enter")
    one_by_one("1")
    keyboard.press("Ctrl+Enter")
    keyboard.type(paper.code(1))
    keyboard.press("Enter")
    one_by_one("2")
    keyboard.press("Ctrl+Enter", "Ctrl+S")
    assert follow_ups(session) == {paper.people[0]: "F2"}
    page = open_page()
    assert page.row.code.text() == paper.code(2)
    keyboard.type(paper.code(1)[-3:])
    keyboard.press("Enter")
    assert page.entry.outcome.text() == "2 单位上班"
    one_by_one("3")
    keyboard.press("Ctrl+S")
    assert follow_ups(session) == {paper.people[0]: "F3"}


def test_a_line_is_taken_back(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Enter")
    one_by_one("1")
    keyboard.press("Ctrl+S", "Up", "Enter")
    page.clear_button.click()
    keyboard.press("Ctrl+S")
    assert follow_ups(session) == {}


def test_a_line_without_an_outcome_is_not_left_and_not_saved(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Enter", "Enter")
    one_by_one("1")
    keyboard.press("Ctrl+Enter")
    assert page.entry.outcome.hasFocus()
    assert "现状" in page.remark.text()
    keyboard.press("Esc")
    assert table(page)[0][4] == "没录全"
    keyboard.press("Ctrl+S")
    assert follow_ups(session) == {}
    assert page.entry.outcome.hasFocus()
    one_by_one("1")
    keyboard.press("Ctrl+S")
    assert follow_ups(session) == {paper.people[0]: "F1"}


def test_a_wrong_telephone_is_told_and_the_line_stays(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Enter")
    one_by_one("122")
    keyboard.number("1990000")
    keyboard.press("Ctrl+Enter")
    assert page.place == 0
    assert (page.entry.phone.focusProxy() or page.entry.phone).hasFocus()
    assert page.remark.text() != ""
    keyboard.press("Ctrl+S")
    assert follow_ups(session) == {}


def test_a_new_telephone_is_masked_once_its_line_is_left(
    open_page: Open, paper: Paper, workspace: Workspace, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Enter")
    one_by_one("122")
    number = people.phone(700)
    keyboard.number(number)
    workspace.hidden.emit()
    assert number not in page.entry.phone.text()
    model = page.table.lines
    shown = [str(model.index(0, at).data()) for at in range(model.columnCount())]
    assert number not in shown
    assert f"{number[:3]}****{number[-4:]}" in shown


def test_what_was_keyed_survives_a_crash(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    open_page()
    keyboard.press("Enter")
    one_by_one("12")
    keyboard.press("Ctrl+Enter", "Enter")
    one_by_one("3")
    # nothing is closed: a second page knows only what was kept
    page = open_page()
    assert [row[4] for row in table(page)][:2] == ["待存", "待存"]
    assert page.row.code.text() == paper.code(3)
    keyboard.press("Ctrl+S")
    assert follow_ups(session) == dict(zip(paper.people, ["F1", "F3"], strict=False))


def test_the_visits_have_the_day_that_stands_above(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Enter")
    one_by_one("1")
    keyboard.press("Ctrl+Enter", "Shift+Enter")
    keyboard.type("2026-11-20")
    keyboard.press("Enter", "Enter")
    one_by_one("1")
    assert page.entry.next_on.text() == "2026-12-20"
    keyboard.press("Ctrl+S")
    reader = session.read()
    days = {row["day"] for row in reader.rows("follow_up", reader.ids("follow_up"))}
    assert days == {"2026-11-20"}


def test_the_next_day_follows_the_outcome_until_somebody_sets_it(
    open_page: Open, paper: Paper, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Enter")
    one_by_one("1")
    assert page.entry.next_on.text() == "2026-12-23"
    page.entry.focus_first()
    one_by_one("2")
    assert page.entry.next_on.text() == ""
    page.entry.next_on.setFocus()
    keyboard.type("2026-12-01")
    page.entry.focus_first()
    one_by_one("5")
    assert page.entry.next_on.text() == "2026-12-01"


def test_a_person_who_was_taken_away_is_told(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard
) -> None:
    session.run(remove(paper.people[1]), "remove person")
    page = open_page()
    assert table(page)[1][4] == "已删除"
    keyboard.type(paper.code(2))
    keyboard.press("Enter")
    assert "删除" in page.remark.text()
    assert not page.entry.isEnabled()


def test_whoever_is_erased_leaves_the_open_page_and_the_rest_is_saved(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Enter")
    one_by_one("1")
    keyboard.press("Ctrl+Enter", "Enter")
    one_by_one("3")
    page.workspace.run(erase(paper.people[1]), "erase person")
    assert page.entry.outcome.text() == ""
    assert not page.entry.isEnabled()
    keyboard.press("Shift+Enter")
    keyboard.type("2026-11-10")
    keyboard.press("Enter")
    page.commit()
    assert [draft["record"] for draft in session.read().drafts()] == [paper.people[0]]
    keyboard.press("Ctrl+S")
    assert follow_ups(session) == {paper.people[0]: "F1"}
    assert [row[4] for row in table(page)][:2] == ["已存", "已删除"]


def test_a_draft_written_before_the_page_heard_of_an_erasure_goes_too(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Enter")
    # as a package does that comes in beside the page
    session.run(erase(paper.people[0]), "erase person")
    one_by_one("1")
    page.workspace.look_again()
    assert session.read().drafts() == []


def test_nothing_is_saved_about_somebody_who_was_taken_away(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Enter")
    one_by_one("1")
    keyboard.press("Ctrl+Enter", "Enter")
    one_by_one("3")
    keyboard.press("Ctrl+Enter")
    page.workspace.run(remove(paper.people[0]), "remove person")
    assert "待存 1" in page.head.remark.text()
    keyboard.press("Ctrl+S")
    assert follow_ups(session) == {paper.people[1]: "F3"}


def test_without_a_day_no_line_is_opened(
    open_page: Open, paper: Paper, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Shift+Enter")
    keyboard.press("Del", "Enter", "Enter")
    assert page.place == -1
    assert "走访日期" in page.remark.text()
    day = page.row.day.focusProxy() or page.row.day
    assert day.hasFocus()
    keyboard.type("2026-11-20")
    keyboard.press("Enter", "Enter")
    one_by_one("1")
    assert page.entry.next_on.text() == "2026-12-20"


def test_a_saved_line_that_is_only_looked_at_keeps_its_day(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.press("Enter")
    one_by_one("1")
    keyboard.press("Ctrl+S")
    keyboard.type(paper.code(1))
    keyboard.press("Enter")
    page.row.ask_day()
    keyboard.type("2026-11-10")
    keyboard.press("Enter", "Esc")
    assert table(page)[0][4] == "已存"
    assert not page.save_button.isEnabled()


def test_another_day_moves_the_next_one_of_every_line_that_waits(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    for agreed in ("", "2026-12-01"):
        keyboard.press("Enter")
        one_by_one("1")
        if agreed:
            page.entry.next_on.setFocus()
            keyboard.type(agreed)
        keyboard.press("Ctrl+Enter")
    keyboard.press("Shift+Enter")
    keyboard.type("2026-11-10")
    keyboard.press("Enter", "Ctrl+S")
    reader = session.read()
    rows = reader.rows("follow_up", reader.ids("follow_up"))
    found = {row["person"]: row["next_on"] for row in rows}
    assert found == dict(zip(paper.people, ["2026-12-10", "2026-12-01"], strict=False))


def test_a_sheet_is_written_in_few_transactions_however_long_it_is(
    open_page: Open, paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    open_page()
    for outcome in "1234":
        keyboard.press("Enter")
        one_by_one(outcome)
        keyboard.press("Ctrl+Enter")
    written: list[object] = []
    session.store.writer.on_commit(written.append)
    keyboard.press("Shift+Enter")
    keyboard.type("2026-11-10")
    keyboard.press("Enter")
    assert len(written) == 1
    keyboard.press("Ctrl+S")
    assert len(follow_ups(session)) == 4
    assert len(written) == 3


def test_esc_leads_back_step_by_step(
    open_page: Open, paper: Paper, keyboard: Keyboard, qtbot: QtBot
) -> None:
    page = open_page()
    keyboard.press("Enter", "Esc")
    assert page.row.code.hasFocus()
    with qtbot.waitSignal(page.left):
        keyboard.press("Esc")


@pytest.mark.parametrize("width", [1186, 815])
def test_nothing_is_cut_off_at_either_width(
    open_page: Open, paper: Paper, keyboard: Keyboard, width: int
) -> None:
    page = open_page()
    page.resize(width, 420)
    keyboard.press("Enter")
    QApplication.processEvents()
    for part in (page.entry, *page.entry.findChildren(type(page.entry.outcome))):
        right = part.mapTo(page, part.rect().topRight()).x()
        assert right < page.width()
    assert page.entry.next_on.mapTo(page, page.entry.next_on.rect().topRight()).x() < width
    assert page.entry.note.width() >= 60


def test_another_sheet_of_the_same_station_keeps_its_own_lines(
    open_page: Open,
    paper: Paper,
    session: Session,
    town: Town,
    keyboard: Keyboard,
    one_by_one: Press,
) -> None:
    (other,) = new_sheets(session, town.people[:1])
    remember_sheets(session, [other])
    page = open_page()
    keyboard.press("Enter")
    one_by_one("1")
    keyboard.press("Ctrl+Enter")
    keyboard.type(paper.code(1))
    keyboard.press("Enter")
    assert page.entry.outcome.text() == ""


def test_a_page_that_is_gone_no_longer_follows_the_records(
    paper: Paper, workspace: Workspace
) -> None:
    page = KeyInPage(workspace)
    page.open()
    assert page.sheet is not None
    sheet = page.sheet
    shiboken6.delete(page)
    assert workspace.run(remove(paper.people[0]), "remove person", "") is not None
    assert sheet.lines[0].who is not None


# Lines that ask about a slip ------------------------------------------------------------------------


@pytest.fixture
def day_paper(session: Session, town: Town) -> Paper:
    """The paper of a day: the second of two lines asks about a slip."""
    vacancy = stations.log(session, "vacancy", people.vacancy_values(town.employer))
    values = {"person": town.people[1], "vacancy": vacancy, "day": "2026-11-10"}
    stations.log(session, "referral", {**values, "due_on": "2026-11-17"})
    stations.log(
        session,
        "follow_up",
        {
            "person": town.people[0],
            "day": "2026-11-02",
            "mode": "1",
            "outcome": "F1",
            "next_on": "2026-11-20",
        },
    )
    lines = [
        line
        for line in read_agenda(session.read(), session.today()).lines
        if line.subject is not None and line.subject.record in town.people[:2]
    ]
    (sheet,), _others, leave = day_sheet(session, lines)
    leave()
    return Paper(sheet.number, [visited.record for visited in sheet.people])


def referral_of(session: Session) -> dict[str, object]:
    reader = session.read()
    (row,) = reader.rows("referral", reader.ids("referral"))
    return {name: row[name] for name in ("result", "result_on", "arrived_on")}


def test_what_was_heard_of_a_slip_is_keyed_in_between_the_other_lines(
    open_page: Open,
    day_paper: Paper,
    session: Session,
    town: Town,
    keyboard: Keyboard,
    one_by_one: Press,
) -> None:
    assert day_paper.people == town.people[:2]
    page = open_page()
    keyboard.press("Enter")
    one_by_one("4")
    keyboard.press("Ctrl+Enter")
    assert page.row.code.text() == day_paper.code(2)
    keyboard.press("Enter")
    assert not page.entry.willing.isEnabled()
    assert "推荐：草原乙号奶食店1 挤奶工" in page.row.where.whole()
    one_by_one("2")
    keyboard.press("Enter")
    assert [line[1] for line in table(page)] == ["在培训", "录用已到岗"]
    assert [line[4] for line in table(page)] == ["已存", "已存"]
    today = session.today().isoformat()
    assert referral_of(session) == {"result": "2", "result_on": today, "arrived_on": today}
    reader = session.read()
    asked = [
        (row["person"], row["outcome"]) for row in reader.rows("follow_up", reader.ids("follow_up"))
    ]
    assert sorted(asked) == [(town.people[0], "F1"), (town.people[0], "F4")]


def test_what_was_heard_of_a_slip_is_put_right(
    open_page: Open, day_paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.type(day_paper.code(2))
    keyboard.press("Enter")
    one_by_one("2")
    keyboard.press("Ctrl+S")
    assert table(page)[1][4] == "已存"
    keyboard.type(day_paper.code(2))
    keyboard.press("Enter")
    one_by_one("7")
    keyboard.press("Ctrl+S")
    day = session.today().isoformat()
    assert referral_of(session) == {"result": "7", "result_on": day, "arrived_on": None}
    assert table(page)[1][1] == "本人嫌工资"


def test_a_line_opens_again_once_what_was_heard_is_undone(
    open_page: Open, day_paper: Paper, session: Session, keyboard: Keyboard, one_by_one: Press
) -> None:
    page = open_page()
    keyboard.type(day_paper.code(2))
    keyboard.press("Enter")
    one_by_one("2")
    keyboard.press("Ctrl+S")
    assert table(page)[1][4] == "已存"
    newest, _words = next(iter(session.read().own_actions(session.replica)))
    page.workspace.run(undo(newest), "undo")
    assert referral_of(session)["result"] is None
    assert [table(page)[1][at] for at in (1, 4)] == ["", ""]


def test_a_line_whose_slip_was_taken_away_is_told(
    open_page: Open, day_paper: Paper, session: Session, keyboard: Keyboard
) -> None:
    reader = session.read()
    (row,) = reader.rows("referral", reader.ids("referral"))
    session.run(remove(row["id"]), "remove referral")
    page = open_page()
    assert table(page)[1][4] == "已删除"
    keyboard.type(day_paper.code(2))
    keyboard.press("Enter")
    assert "推荐已经删除" in page.remark.text()
