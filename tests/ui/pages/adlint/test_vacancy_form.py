"""A vacancy being written: what its words break is said as they are typed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.store.session import Session
from mengzhan.ui.pages.adlint.vacancy_form import VacancyForm
from mengzhan.ui.pages.form_stack import FormStack
from mengzhan.ui.widgets.buttons import LinkButton
from mengzhan.ui.widgets.text_editors import AreaEditor
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.ui.pages.conftest import Town
from tests.ui.props import Ime

Show = Callable[..., QWidget]
REASON = "法定须由同性担任的岗位（戒毒、看守、搜身检查等）"


@pytest.fixture
def form(workspace: Workspace, town: Town, show: Show) -> VacancyForm:
    made = VacancyForm(workspace, "vacancy")
    show(made)
    made.begin(people.vacancy_values(town.employer, conditions="不限"))
    return made


@pytest.fixture
def rules(form: VacancyForm) -> Callable[[], list[str]]:
    """The rules that are said to be broken now."""
    return lambda: [hit.rule.id for hit in form.ads.hits if not hit.reason]


def area(form: VacancyForm, name: str) -> QWidget:
    editor = form.form.editor(name)
    assert isinstance(editor, AreaEditor)
    return editor.area


def type_at_end(form: VacancyForm, name: str, text: str) -> None:
    """Type as an input method does."""
    form.form.focus(name)
    field = area(form, name)
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    Ime().commit(field, text)


def test_the_form_of_vacancies_is_this_one(workspace: Workspace, show: Show) -> None:
    stack = FormStack(workspace)
    show(stack)
    stack.new("vacancy")
    assert isinstance(stack.current, VacancyForm)


def test_a_lawful_vacancy_is_told_so(form: VacancyForm, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not form.workspace.jobs.running)
    assert form.ads.lines() == []
    assert form.summary() == "招聘用语边填边查，没有发现问题。"


def test_hits_appear_while_typing_before_the_field_is_left(
    form: VacancyForm, rules: Callable[[], list[str]], qtbot: QtBot
) -> None:
    type_at_end(form, "duties", "，限女性")
    qtbot.waitUntil(lambda: rules() == ["D-SEX-1"])
    assert form.form.values()["duties"] == "挤奶、喂料"
    assert form.ads.lines()[0].startswith("违法 · “限女性”：招聘条件不得限定或优先性别。")
    assert "就业促进法第二十七条" in form.ads.lines()[0]
    assert form.summary() == "招聘用语有 1 处要看：工作内容。理由和改法写在各栏下面。"
    assert form.form.rows["duties"].isAncestorOf(form.ads.hint("D-SEX-1"))


def test_what_an_input_method_has_open_is_no_text_yet(
    form: VacancyForm, rules: Callable[[], list[str]], ime: Ime, qtbot: QtBot
) -> None:
    type_at_end(form, "duties", "，35岁以下，")
    ime.compose(area(form, "duties"), "限女性")
    qtbot.waitUntil(lambda: rules() == ["D-AGE-1"])
    ime.commit(area(form, "duties"), "限女性")
    qtbot.waitUntil(lambda: rules() == ["D-AGE-1", "D-SEX-1"])


def test_one_key_takes_the_rewrite(
    form: VacancyForm, rules: Callable[[], list[str]], qtbot: QtBot
) -> None:
    type_at_end(form, "duties", "，限女性，每周休两天")
    qtbot.waitUntil(lambda: rules() == ["D-SEX-1"])
    QTest.keyClick(area(form, "duties"), Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: rules() == [])
    assert form.form.values()["duties"] == "挤奶、喂料，每周休两天"


def test_a_rewrite_is_put_where_the_words_stand_by_now(
    form: VacancyForm, rules: Callable[[], list[str]], qtbot: QtBot
) -> None:
    form.form.set_value("duties", "挤奶，限女性")
    qtbot.waitUntil(lambda: rules() == ["D-SEX-1"])
    form.form.focus("duties")
    QTest.keyClick(area(form, "duties"), Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    Ime().commit(area(form, "duties"), "白班，")
    form.ads.take_here()
    assert form.form.values()["duties"] == "白班，挤奶"


def test_words_of_a_fraud_cannot_be_saved(
    form: VacancyForm, session: Session, qtbot: QtBot
) -> None:
    form.form.set_value("duties", "挤奶，入职交押金200元")
    qtbot.waitUntil(lambda: form.ads.lines() != [])
    assert not form.form.submit()
    said = form.form.rows["duties"].problem_text()
    assert said.startswith("要改 · “交押金200元”不能发布，改掉才能保存。")
    assert form.ads.lines()[0].startswith("怎么改：删去；服装、培训、体检由单位出。")
    assert session.read().count("vacancy") == 0
    form.ads.hint("F-FEE-1").taken.emit()
    assert form.form.submit()
    row = session.read().record("vacancy", form.record)
    assert row is not None
    assert row["duties"] == "挤奶，入职不收任何费用"


def test_everything_else_is_saved_as_it_stands(form: VacancyForm, session: Session) -> None:
    form.form.set_value("duties", "挤奶，限女性，35岁以下，每天12小时")
    assert form.form.submit()
    assert session.read().count("vacancy") == 1


def test_an_exception_is_chosen_with_a_reason_and_kept_in_the_record(
    form: VacancyForm, rules: Callable[[], list[str]], session: Session, qtbot: QtBot
) -> None:
    form.form.set_value("duties", "女监区搜身，限女性")
    form.form.set_value("duties", "搜身检查，限女性")
    qtbot.waitUntil(lambda: rules() == ["D-SEX-1"])
    menu = form.ads.hint("D-SEX-1").reasons()
    assert REASON in [action.text() for action in menu.actions()]
    next(action for action in menu.actions() if action.text() == REASON).trigger()
    qtbot.waitUntil(lambda: rules() == [])
    assert form.ads.lines() == [f"“限女性”保留，理由：{REASON}"]
    assert form.form.submit()
    row = session.read().record("vacancy", form.record)
    assert row is not None
    assert row["lint_exceptions"] == f"D-SEX-1｜限女性｜{REASON}"


def test_a_reason_can_be_taken_back(
    form: VacancyForm, rules: Callable[[], list[str]], qtbot: QtBot
) -> None:
    form.form.set_value("lint_exceptions", f"D-SEX-1｜限女性｜{REASON}")
    form.form.set_value("duties", "搜身检查，限女性")
    qtbot.waitUntil(lambda: form.ads.lines() != [])
    assert rules() == []
    form.ads.hint("D-SEX-1").withdrawn.emit()
    qtbot.waitUntil(lambda: rules() == ["D-SEX-1"])
    assert "lint_exceptions" not in form.form.values()


def test_no_reason_is_offered_for_a_fraud(form: VacancyForm, qtbot: QtBot) -> None:
    form.form.set_value("duties", "挤奶，入职交押金200元")
    qtbot.waitUntil(lambda: form.ads.lines() != [])
    assert form.ads.hint("F-FEE-1").reasons().actions() == []


def test_alike_hits_of_one_field_are_said_once(form: VacancyForm, qtbot: QtBot) -> None:
    form.form.set_value("duties", "挤奶，形象好，个子高")
    qtbot.waitUntil(lambda: form.ads.lines() != [])
    (line,) = form.ads.lines()
    assert line.startswith("不合理 · “形象好”“个子高”：")
    form.ads.hint("D-LOOK-1").taken.emit()
    assert form.form.values()["duties"] == "挤奶"


def test_an_empty_form_is_not_nagged(workspace: Workspace, show: Show, qtbot: QtBot) -> None:
    form = VacancyForm(workspace, "vacancy")
    show(form)
    form.begin({})
    qtbot.waitUntil(lambda: not workspace.jobs.running)
    assert form.ads.lines() == []


def test_pay_below_the_minimum_of_the_place_is_said_under_the_wage(
    form: VacancyForm, qtbot: QtBot
) -> None:
    form.form.set_value("wage_min", 150_000)
    qtbot.waitUntil(lambda: form.ads.lines() != [])
    assert form.ads.lines()[0].startswith("违法 · 报酬低于最低工资标准（")
    assert form.form.rows["wage_min"].isAncestorOf(form.ads.hint("F-WAGE-1"))


def test_a_stored_vacancy_shows_its_hits(
    form: VacancyForm, rules: Callable[[], list[str]], session: Session, town: Town, qtbot: QtBot
) -> None:
    values: dict[str, Value] = people.vacancy_values(town.employer, title="女服务员")
    record = stations.log(session, "vacancy", values)
    assert form.change(record)
    qtbot.waitUntil(lambda: rules() == ["D-SEX-1", "F-VAGUE-1"])
    assert form.summary() == "招聘用语有 2 处要看：岗位名、条件。理由和改法写在各栏下面。"
    form.form.focus("title")
    form.ads.take_here()
    assert form.form.values()["title"] == "服务员"


def test_a_vacancy_without_conditions_is_put_right_with_one_key(
    form: VacancyForm, rules: Callable[[], list[str]], session: Session, town: Town, qtbot: QtBot
) -> None:
    record = stations.log(session, "vacancy", people.vacancy_values(town.employer))
    assert form.change(record)
    qtbot.waitUntil(lambda: rules() == ["F-VAGUE-1"])
    hint = form.ads.hint("F-VAGUE-1")
    offers = [button.text() for button in hint.findChildren(LinkButton)]
    assert offers == ["填“无特别要求”  F7"]
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_F7)
    assert form.form.values()["conditions"] == "无特别要求"
    qtbot.waitUntil(lambda: rules() == [])
