"""A visit: its vacancies inside the form, saved as one, kept in the draft."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.rules.undo import undo
from mengzhan.store.session import Session
from mengzhan.ui.pages.visit import VisitForm
from mengzhan.ui.workspace import Workspace
from tests.ui.pages.conftest import Town

Show = Callable[..., QWidget]


@pytest.fixture
def form(workspace: Workspace, town: Town, show: Show) -> VisitForm:
    made = VisitForm(workspace, "visit")
    show(made)
    made.begin({"employer": town.employer})
    return made


def describe(form: VisitForm, title: str) -> None:
    block = form.add_vacancy()
    assert block is not None
    values: dict[str, Value] = {
        "title": title,
        "headcount": 2,
        "duties": "挤奶",
        "wage_min": 320_000,
        "wage_unit": "1",
    }
    for name, value in values.items():
        block.rows[name].editor.set_value(value)


def test_the_visit_is_not_asked_for_what_it_knows(form: VisitForm) -> None:
    block = form.add_vacancy()
    assert block is not None
    assert not {"employer", "registered_on", "source", "visit"} & set(block.rows)
    assert block.values() == {"workplace": "团结路18号", "valid_until": "2026-12-23"}


def test_one_action_writes_visit_and_vacancies(
    form: VisitForm, session: Session, town: Town, said: list[str]
) -> None:
    describe(form, "挤奶工")
    describe(form, "饲养员")
    form.form.set_value("policies", ["P03"])
    form.form.submit()
    reader = session.read()
    vacancies = reader.rows("vacancy", reader.ids("vacancy"))
    assert {row["title"] for row in vacancies} == {"挤奶工", "饲养员"}
    assert {row["visit"] for row in vacancies} == {form.record}
    assert {row["source"] for row in vacancies} == {"2"}
    assert said == ["已保存走访和 2 个岗位"]
    session.run(undo(reader.actions(1)[0]["action"]), "undo")
    assert reader.count("visit") == reader.count("vacancy") == 0


def test_a_vacancy_with_a_gap_stops_the_visit(form: VisitForm, session: Session) -> None:
    block = form.add_vacancy()
    assert block is not None
    form.form.submit()
    assert session.read().count("visit") == 0
    assert block.rows["title"].problem_text() == "请填写岗位名。"
    block.dropped.emit()
    form.form.submit()
    assert session.read().count("visit") == 1


def test_wages_the_wrong_way_round_are_said_at_once(form: VisitForm) -> None:
    describe(form, "挤奶工")
    block = form.blocks[0]
    block.rows["wage_max"].editor.set_value(100)
    block.rows["wage_max"].editor.changed.emit()
    assert "上限低于下限" in block.rows["wage_max"].problem_text()


def test_the_draft_holds_the_vacancies(
    form: VisitForm, workspace: Workspace, show: Show, session: Session
) -> None:
    describe(form, "挤奶工")
    form.form.set_value("training_need", "安全")
    again = VisitForm(workspace, "visit")
    show(again)
    again.begin()
    again._act_on_draft("take")
    assert [block.values()["title"] for block in again.blocks] == ["挤奶工"]
    assert again.form.values()["training_need"] == "安全"


def test_leaving_warns_of_a_vacancy_that_would_be_lost(form: VisitForm, town: Town) -> None:
    form.begin({"employer": town.employer})
    assert not form.form.is_dirty
    form.add_vacancy()
    form.form.leave()
    assert "再按一次 Esc" in form.form.notice()


def test_a_stored_visit_takes_no_more_vacancies(form: VisitForm, session: Session) -> None:
    form.form.submit()
    form.change(form.record)
    assert form.add_vacancy() is None


def test_what_a_vacancy_breaks_is_said_in_its_block(
    form: VisitForm, session: Session, qtbot: QtBot
) -> None:
    describe(form, "女挤奶工")
    block = form.blocks[0]
    block.ads.look()
    qtbot.waitUntil(lambda: [hit.rule.id for hit in block.ads.hits] == ["D-SEX-1"])
    block.ads.take_here()
    assert block.values()["title"] == "挤奶工"


def test_a_visit_with_a_fraud_among_its_vacancies_is_not_saved(
    form: VisitForm, session: Session
) -> None:
    describe(form, "挤奶工")
    block = form.blocks[0]
    block.rows["duties"].editor.set_value("挤奶，入职交押金200元")
    form.form.submit()
    assert "不能发布" in block.rows["duties"].problem_text()
    assert session.read().count("visit") == 0


def test_a_reason_given_on_a_visit_goes_into_its_vacancy(
    form: VisitForm, session: Session, qtbot: QtBot
) -> None:
    describe(form, "女挤奶工")
    block = form.blocks[0]
    block.ads.look()
    qtbot.waitUntil(lambda: block.ads.hits != [])
    block.ads.hint("D-SEX-1").excused.emit("法律允许")
    qtbot.waitUntil(lambda: all(hit.reason for hit in block.ads.hits))
    form.form.submit()
    (row,) = session.read().rows("vacancy", session.read().ids("vacancy"))
    assert row["lint_exceptions"] == "D-SEX-1｜女挤奶工｜法律允许"
