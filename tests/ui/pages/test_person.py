"""A person's page: masks, tags, timeline with changes of state, the six boxes."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.rules.operations import edit
from mengzhan.rules.reader import Change
from mengzhan.store.session import Session
from mengzhan.ui.pages.person import PersonPage
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.widgets.badge import Badge
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.ui.pages.conftest import Town

Show = Callable[..., QWidget]


@pytest.fixture
def page(workspace: Workspace, town: Town, show: Show) -> PersonPage:
    made = PersonPage(workspace)
    show(made)
    return made


def lines(page: PersonPage) -> list[str]:
    model = page.timeline.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def tags(page: PersonPage) -> list[str]:
    return [badge.text() for badge in page.tags.findChildren(Badge) if not badge.isHidden()]


def test_the_head_says_who_and_hides_the_numbers(page: PersonPage, town: Town) -> None:
    page.show_record(town.people[0])
    assert page.name.text() == people.name(1)
    assert "岁" in page.facts_line.text()
    assert page.masked["phone"].text() == "199****0001"
    assert page.mask_button.text() == "显示  F2"
    page.focus_first()
    QTest.keyClick(page.timeline, Qt.Key.Key_F2)
    assert page.mask_button.text() == "隐藏  F2"
    assert page.masked["phone"].text() == people.phone(1)
    assert page.masked["id_number"].text() == people.id_number(1)
    page.workspace.hidden.emit()
    assert page.masked["phone"].text() == "199****0001"


def test_moving_on_covers_again(page: PersonPage, town: Town) -> None:
    page.show_record(town.people[0])
    page.toggle_masks()
    page.show_record(town.people[1])
    assert page.masked["phone"].text() == "199****0002"


def test_services_and_changes_of_state_on_one_timeline(
    page: PersonPage, session: Session, town: Town, qtbot: QtBot
) -> None:
    person = town.people[0]
    session.run(
        edit(person, {"unemployed_on": "2026-09-01", "status_on": "2026-09-01"}), "edit person"
    )
    follow_up = {"person": person, "day": "2026-11-20", "mode": "1", "outcome": "F2"}
    stations.log(session, "follow_up", {**follow_up, "situation": "在镇上洗车"})
    page.show_record(person)
    assert lines(page) == [
        "2026-11-20 回访 电话，已就业（单位） 在镇上洗车",
        "2026-11-20 状态 单位就业",
        "2026-09-01 状态 登记失业",
        "2026-09-01 状态 未就业、要求就业",
    ]
    qtbot.waitUntil(lambda: tags(page)[:2] == ["单位就业", "登记失业"])


def test_a_referral_says_where_to_and_that_its_receipt_is_late(
    page: PersonPage, session: Session, town: Town
) -> None:
    vacancy = stations.log(session, "vacancy", people.vacancy_values(town.employer))
    days = {"day": "2026-11-10", "due_on": "2026-11-17"}
    stations.log(session, "referral", {"person": town.people[0], "vacancy": vacancy, **days})
    page.show_record(town.people[0])
    assert lines(page) == [
        f"2026-11-10 推荐 挤奶工 · {people.employer_values(1)['name']}"
        " 推荐信回执逾期 6 天（7 天内应返回）"
    ]


def test_what_the_tags_tell_is_not_told_again(page: PersonPage, town: Town, qtbot: QtBot) -> None:
    page.show_record(town.people[0])
    qtbot.waitUntil(lambda: "未就业、要求就业" in tags(page))
    assert "未就业、要求就业" not in [words for _, words in page.facts.lines]


@pytest.mark.parametrize(
    ("key", "kind"),
    [(Qt.Key.Key_1, "follow_up"), (Qt.Key.Key_3, "referral"), (Qt.Key.Key_5, "verification")],
)
def test_a_digit_logs_a_service_for_this_person(
    page: PersonPage, town: Town, key: Qt.Key, kind: str
) -> None:
    asked: list[tuple[str, dict[str, object]]] = []
    page.service_asked.connect(lambda kind, values: asked.append((kind, values)))
    page.show_record(town.people[0])
    page.focus_first()
    QTest.keyClick(page.timeline, key)
    assert asked == [(kind, {"person": town.people[0]})]


def test_the_six_boxes_stand_only_with_graduates(
    page: PersonPage, session: Session, town: Town
) -> None:
    page.show_record(town.people[0])
    assert page.boxes_panel.isHidden()
    session.run(edit(town.people[0], {"graduated_on": "2026-06-30"}), "edit person")
    page.show_record(town.people[0])
    assert page.boxes_panel.heading.text() == "毕业生 1131：0/6"


def test_a_narrow_window_turns_to_the_facts_on_f6(
    workspace: Workspace, town: Town, show: Show
) -> None:
    page = PersonPage(workspace)
    show(page, 800, 420)
    page.show_record(town.people[0])
    assert page.timeline.isVisible()
    assert not page.facts.isVisible()
    page.toggle_side()
    assert page.facts.isVisible()
    assert not page.timeline.isVisible()


def test_whoever_is_gone_is_not_shown(page: PersonPage) -> None:
    assert not page.show_record("nobody")


def test_in_a_narrow_window_every_button_is_seen_whole(
    workspace: Workspace, town: Town, show: Show
) -> None:
    page = PersonPage(workspace)
    show(page, 807, 431)
    page.show_record(town.people[0])
    QApplication.processEvents()
    holder = page.policies_button.parentWidget()
    assert holder is not None
    head = holder.parentWidget()
    assert head is not None
    assert page.policies_button.geometry().bottom() <= holder.height()
    assert holder.geometry().bottom() < head.height()


def test_a_person_for_whom_nothing_was_done_is_told_so(
    page: PersonPage, session: Session, town: Town
) -> None:
    def told() -> list[str]:
        words = page.left_side.findChildren(Words)
        return [one.text() for one in words if not one.isHidden()]

    page.show_record(town.people[1])
    assert any(text.startswith("还没有办过什么") for text in told())
    stations.log(session, "follow_up", people.follow_up_values(town.people[1]))
    page.show_record(town.people[1])
    assert not any(text.startswith("还没有办过什么") for text in told())


@pytest.mark.parametrize("wide", [420, 560, 773])
def test_no_button_is_cut_off_in_a_low_window(page: PersonPage, town: Town, wide: int) -> None:
    page.show_record(town.people[0])
    page.resize(wide, 431)
    QApplication.processEvents()
    buttons = [*page.service_buttons.values(), page.edit_button, page.policies_button]
    for button in buttons:
        assert button.visibleRegion().boundingRect() == button.rect()


def test_what_somebody_may_be_is_told_with_the_reason_and_what_is_missing(
    page: PersonPage, session: Session, town: Town, qtbot: QtBot
) -> None:
    session.run(edit(town.people[0], {"birth_date": "1996-03-02"}), "edit person")
    page.show_record(town.people[0])
    assert "提示" not in [label for label, _ in page.facts.lines]
    values: dict[str, Value] = {"birth_date": "1970-03-02", "unemployed_on": "2026-06-01"}
    session.run(edit(town.people[0], values), "edit person")
    page.show_record(town.people[0])
    qtbot.waitUntil(lambda: "D1 大龄失业人员？" in tags(page))
    told = page.facts.lines
    at = [label for label, _ in told].index("提示")
    assert told[at][1] == "可能符合就业困难人员 D1 大龄失业人员，是不是由旗县认定"
    assert told[at + 1][0] == "因为"
    assert "56 周岁" in told[at + 1][1]
    assert told[at + 2] == (
        "还差",
        "要问清：是否在常住地连续住满6个月、参加职工社会保险满1年",
    )


def test_why_somebody_stands_on_the_day_is_told_on_the_page(
    page: PersonPage, session: Session, town: Town
) -> None:
    page.show_record(town.people[0])
    assert "该办" not in [label for label, _ in page.facts.lines]
    session.run(edit(town.people[0], {"unemployed_on": "2025-10-01"}), "edit person")
    page.show_record(town.people[0])
    told = [words for label, words in page.facts.lines if label == "该办"]
    assert any("长期失业" in words for words in told)


def test_what_another_program_wrote_stops_neither_page_nor_form(
    workspace: Workspace, session: Session, show: Show
) -> None:
    odd: dict[str, Any] = {
        "birth_date": "2026-02-31",
        "key_groups": ["K04", 5, ["K01"], {"a": "b"}],
        "wanted_occupations": [["5-03-02-01"]],
        "consent": "?",
        "newer": [1, 2],
    }
    record = session.new_id()
    written = {**people.person_values(1), **odd}
    session.run(lambda _reader, _desk: [Change("person", record, written)], "write person")
    page = RecordsPage(workspace, "person")
    show(page)
    assert page.open_record(record)
    assert isinstance(page.subject, PersonPage)
    assert page.subject.name.text() == people.name(1)
    assert "岁" not in page.subject.facts_line.text()
    assert page.edit(record)
    state = workspace.reader.state(record)
    assert state is not None
    assert state.values == written
