"""A vacancy out of a message: what is unsure is marked and comes first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mengzhan.store.session import Session
from mengzhan.ui.pages.record_form import RecordForm
from tests import people, stations
from tests.ui.pages.pasting.conftest import (
    CTRL,
    ENTER,
    ONE,
    THREE,
    Open,
    focused_field,
    form_of,
    press,
)


def log(session: Session, **more: str) -> str:
    return stations.log(session, "employer", people.employer_values(3, **more))


def test_the_fields_hold_what_the_message_says(open_page: Open) -> None:
    values = form_of(open_page(ONE)).form.values()
    assert values["title"] == "收银员"
    assert values["headcount"] == 3
    assert (values["wage_min"], values["wage_max"]) == (300_000, 380_000)
    assert values["source"] == "5"
    assert values["registered_on"] == "2026-11-23"
    assert values["valid_until"] == "2026-12-23"
    assert values["note"] == ONE.replace("13800000102", "138****0102")


def test_unsure_and_missing_fields_are_marked_and_come_first(
    open_page: Open, session: Session
) -> None:
    log(session, name="老牛头火锅")
    form = form_of(open_page(THREE))
    assert form.marked == ["duties"]
    assert form.mark_text("duties") == "请核对 · 原文：服务员"
    assert focused_field(form) == "duties"
    assert form.panel.heading.text() == "登记岗位 1 / 3 · 请核对 1 处"


def test_enter_leads_from_mark_to_mark_and_then_to_the_button(open_page: Open) -> None:
    form = form_of(open_page("招保安，月薪3000，13800000104"))
    assert form.marked == ["employer", "headcount", "workplace", "duties"]
    assert "原文没有写" in form.mark_text("headcount")
    form.form.focus("headcount")
    press(Qt.Key.Key_2)
    press(ENTER)
    assert focused_field(form) == "workplace"
    press(ENTER)
    assert focused_field(form) == "duties"
    press(ENTER)
    assert focused_field(form) == "employer"
    assert form.marked == ["employer"]


def test_behind_the_last_mark_stands_the_button(open_page: Open, session: Session) -> None:
    log(session, phone="13800000102")
    form = form_of(open_page(ONE))
    assert form.marked == ["employer", "duties"]
    press(ENTER)
    press(ENTER)
    assert QApplication.focusWidget() is form.form.next_button
    assert form.panel.heading.text() == "登记岗位"
    press(ENTER)
    assert session.read().count("vacancy") == 1


def test_the_employer_is_taken_from_the_register(open_page: Open, session: Session) -> None:
    record = log(session, name="老牛头火锅")
    form = form_of(open_page(THREE))
    assert form.form.values()["employer"] == record
    assert "employer" not in form.marked


def test_an_employer_known_by_its_number_alone_is_to_be_looked_at(
    open_page: Open, session: Session
) -> None:
    record = log(session, phone="13800000102")
    form = form_of(open_page(ONE))
    assert form.form.values()["employer"] == record
    assert form.mark_text("employer") == "按电话认出的，请核对。"


def test_without_a_place_it_is_the_employers(open_page: Open, session: Session) -> None:
    log(session, name="老牛头火锅", address="团结路18号")
    form = form_of(open_page("老牛头火锅招服务员2名，13800000103"))
    assert form.form.values()["workplace"] == "团结路18号"
    assert "单位的地址" in form.mark_text("workplace")


def test_an_unknown_employer_is_asked_for_and_made_along(open_page: Open, session: Session) -> None:
    page = open_page(THREE)
    form = form_of(page)
    assert focused_field(form) == "employer"
    press(ENTER)
    below = page.forms.current
    assert isinstance(below, RecordForm)
    assert below.kind.name == "employer"
    known = {name: below.form.values()[name] for name in ("name", "contact", "phone")}
    assert known == {"name": "老牛头火锅", "contact": "赵经理", "phone": "13800000103"}
    press(Qt.Key.Key_5)
    press(Qt.Key.Key_S, CTRL)
    assert page.forms.current is form
    made = session.read().ids("employer")
    assert form.form.values()["employer"] == session.read().rows("employer", made[:1])[0]["id"]
    assert focused_field(form) == "duties"


def test_the_words_of_the_focused_field_stand_out(open_page: Open) -> None:
    page = open_page(THREE)
    form = form_of(page)
    assert page.view.tinted() == ["老牛头火锅"]
    form.form.focus("wage_min")
    assert page.view.tinted() == ["3500元"]
    form.form.focus("source")
    assert page.view.tinted() == []


def test_a_number_that_nobody_can_dial_is_marked(open_page: Open) -> None:
    form = form_of(open_page("招保安1名，电话1380000xxxx"))
    assert "phone" in form.marked
    assert "1380000xxxx" in form.mark_text("phone")
    assert form.form.values().get("phone") is None
