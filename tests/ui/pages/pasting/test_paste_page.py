"""The page of a pasted message: one vacancy after the other, and nothing lost."""

import pytest
from PySide6.QtCore import Qt

from mengzhan.store.session import Session
from mengzhan.ui.pages.pasting.paste_page import PastePage
from mengzhan.ui.pages.record_form import RecordForm
from mengzhan.ui.widgets.line_edit import commit_composition
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.ui.pages.pasting.conftest import (
    CTRL,
    ENTER,
    ONE,
    THREE,
    Open,
    Show,
    focused_field,
    form_of,
    press,
)
from tests.ui.props import Ime


@pytest.fixture
def employer(session: Session) -> str:
    return stations.log(session, "employer", people.employer_values(3, name="老牛头火锅"))


@pytest.fixture
def closed() -> list[bool]:
    return []


def titles(session: Session) -> set[str]:
    reader = session.read()
    return {row["title"] for row in reader.rows("vacancy", reader.ids("vacancy"))}


def drafts(session: Session) -> set[object]:
    return {draft["values"]["title"] for draft in session.read().drafts()}


def test_saving_leads_to_the_next_and_the_last_closes_the_page(
    open_page: Open, session: Session, employer: str, closed: list[bool]
) -> None:
    page = open_page(THREE)
    page.closed.connect(lambda: closed.append(True))
    press(ENTER, CTRL)
    assert form_of(page).form.values()["title"] == "切配"
    press(ENTER, CTRL)
    form = form_of(page)
    assert form.form.next_button.words() == "保存"
    form.form.focus("headcount")
    press(Qt.Key.Key_1)
    press(ENTER, CTRL)
    assert closed == [True]
    assert titles(session) == {"服务员", "切配", "洗碗阿姨"}
    assert not drafts(session)


def test_what_is_missing_stops_the_vacancy_and_nothing_is_guessed(
    open_page: Open, session: Session, employer: str
) -> None:
    form = form_of(open_page("老牛头火锅招服务员，月薪3000，地址北门"))
    press(ENTER, CTRL)
    assert session.read().count("vacancy") == 0
    assert form.form.rows["headcount"].problem_text() == "请填写人数。"
    assert focused_field(form) == "headcount"


def test_a_vacancy_can_be_skipped(open_page: Open, session: Session, employer: str) -> None:
    page = open_page(THREE)
    press(Qt.Key.Key_F8)
    assert form_of(page).form.values()["title"] == "切配"
    assert drafts(session) == {"切配", "洗碗阿姨"}


def test_esc_twice_leaves_the_message_and_forgets_its_drafts(
    open_page: Open, session: Session, employer: str, closed: list[bool]
) -> None:
    page = open_page(THREE)
    page.closed.connect(lambda: closed.append(True))
    press(Qt.Key.Key_Escape)
    assert not closed
    press(Qt.Key.Key_Escape)
    assert closed == [True]
    assert not drafts(session)


def test_every_vacancy_is_a_draft_from_the_start(open_page: Open, session: Session) -> None:
    open_page(THREE)
    assert drafts(session) == {"服务员", "切配", "洗碗阿姨"}


def test_after_a_crash_the_usual_form_offers_them(
    open_page: Open, session: Session, workspace: Workspace, show: Show, employer: str
) -> None:
    open_page(THREE)
    form = RecordForm(workspace, "vacancy")
    show(form)
    form.begin()
    form._act_on_draft("take")
    assert form.form.values()["title"] in ("服务员", "切配", "洗碗阿姨")
    assert form.form.values()["source"] == "5"


def test_what_was_corrected_is_kept_in_the_draft(
    open_page: Open, session: Session, employer: str
) -> None:
    page = open_page(THREE)
    form_of(page).form.set_value("headcount", 7)
    kept = {d["values"]["title"]: d["values"]["headcount"] for d in session.read().drafts()
            if "headcount" in d["values"]}  # fmt: skip
    assert kept["服务员"] == 7


def test_the_employer_chosen_once_serves_all_of_the_message(
    open_page: Open, session: Session, workspace: Workspace
) -> None:
    other = stations.log(session, "employer", people.employer_values(4))
    page = open_page(THREE)
    form_of(page).form.set_value("employer", other)
    press(ENTER, CTRL)
    assert form_of(page).form.values()["employer"] == other
    assert "employer" not in form_of(page).marked


def test_a_text_without_vacancy_can_be_put_right(open_page: Open, ime: Ime) -> None:
    page = open_page("今天天气真好")
    assert page.box.toPlainText() == "今天天气真好"
    assert not page.is_open
    page.box.selectAll()
    ime.commit(page.box, "招保安2名，月薪3000")
    press(ENTER, CTRL)
    assert form_of(page).form.values()["title"] == "保安"


def test_what_the_input_method_has_open_is_read_too(open_page: Open, ime: Ime) -> None:
    page = open_page("")
    ime.commit(page.box, "招2名")
    ime.compose(page.box, "保安")
    press(ENTER, CTRL)
    commit_composition()
    assert form_of(page).form.values()["title"] == "保安"


def test_too_long_a_text_is_no_message(open_page: Open) -> None:
    page = open_page("招保安1名，" * 3000)
    assert not page.is_open
    assert len(page.box.toPlainText()) == 10_000


def test_numbers_are_covered_when_the_screen_is_locked(
    open_page: Open, workspace: Workspace
) -> None:
    page = open_page(ONE)
    assert "13800000102" in page.view.toPlainText()
    workspace.hidden.emit()
    assert "13800000102" not in page.view.toPlainText()
    assert form_of(page).form.rows["phone"].covered


@pytest.mark.parametrize(("width", "both"), [(1186, True), (800, False)])
def test_in_a_narrow_window_f6_turns_to_the_message(
    workspace: Workspace, show: Show, width: int, both: bool
) -> None:
    page = PastePage(workspace)
    show(page, width, 460)
    page.open(ONE)
    assert page.text_panel.isVisible() is both
    press(Qt.Key.Key_F6)
    assert page.text_panel.isVisible()
    assert page.forms.isVisible() is both
    press(Qt.Key.Key_F6)
    assert page.forms.isVisible()
