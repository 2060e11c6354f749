"""The bar: when the month is due."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mengzhan.rules.workdays import send_by
from mengzhan.store.session import Session
from mengzhan.ui.shell.top_bar import RecordSearch, TopBar
from tests import excerpts, people


@pytest.mark.parametrize(
    ("today", "month", "limit", "left"),
    [
        # the first five working days of May 2026 are 6, 7, 8, 9 (worked) and 11
        (date(2026, 4, 28), 4, date(2026, 5, 11), 7),
        (date(2026, 5, 11), 4, date(2026, 5, 11), 0),
        (date(2026, 5, 12), 5, date(2026, 6, 5), 18),
        (date(2026, 12, 31), 12, date(2027, 1, 7), 5),
    ],
)
def test_the_month_is_due_on_its_working_day(
    today: date, month: int, limit: date, left: int
) -> None:
    assert send_by(today) == (month, limit, left)


def test_hits_are_masked_and_say_their_kind(
    session: Session, add_record: Callable[..., str]
) -> None:
    add_record("person", people.person_values(1))
    hit = RecordSearch(session).search(people.phone(1)[-4:], 5)[0]
    assert hit.title == people.name(1)
    assert people.phone(1) not in hit.detail
    assert hit.detail.endswith("人员")
    session.store.close()


def test_a_vacancy_of_another_station_says_whose_it_is(session: Session) -> None:
    shop = excerpts.tell(session, "employer", people.employer_values(2))
    excerpts.tell(session, "vacancy", people.vacancy_values(shop, title="羊倌" * 10))
    (hit,) = RecordSearch(session).search("ygyg", 5)
    assert (hit.kind, hit.title) == ("vacancy", f"{'羊倌' * 8}…")
    assert hit.detail.endswith(" · 赛马场社区的岗位")
    session.store.close()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("苏*", ["苏和"]),
        ("“苏和”", ["苏和"]),
        ("(", ["没有找到“(”"]),
        ('"', ['没有找到“"”']),
        ("NEAR(苏 和)", ["没有找到“NEAR(苏 和)”"]),
        ('" OR kd:"person', ['没有找到“" OR kd:"person”']),
        ("   ", []),
    ],
)
def test_whatever_is_typed_is_answered(
    session: Session, add_record: Callable[..., str], qtbot: object, typed: str, shown: list[str]
) -> None:
    add_record("person", people.person_values(1, name="苏和"))
    bar = TopBar(session)
    bar.search.start(typed)
    assert [option.label for option in bar.search.options.options] == shown
    bar.deleteLater()
    session.store.close()


def test_the_bar_tells_what_is_unsent_and_gives_way(session: Session, qtbot: object) -> None:
    bar = TopBar(session)
    bar.refresh(0)
    assert bar.unsent.isHidden()
    bar.refresh(37)
    assert bar.unsent.text() == "未报送 37 条"
    assert bar.deadline.text() == "11月报送：还有 10 个工作日"
    bar.resize(700, 50)
    bar.refresh(37)
    assert bar.deadline.isHidden()
    bar.deleteLater()
    session.store.close()


def test_an_office_is_not_told_that_it_has_not_reported(session: Session, qtbot: object) -> None:
    bar = TopBar(session, reports=False)
    bar.resize(1366, 50)
    bar.refresh(37)
    assert bar.unsent.isHidden()
    assert bar.deadline.isHidden()
    bar.deleteLater()
    session.store.close()


def test_a_long_name_does_not_widen_the_bar(session: Session, qtbot: object) -> None:
    name = "阿拉坦其其格图雅·乌兰巴特尔额尔敦"
    session.operator = replace(session.operator, name=name)
    bar = TopBar(session)
    bar.refresh(123_456)
    assert bar.operator_button.toolTip() == name
    assert bar.minimumSizeHint().width() < 911 - 64
    bar.deleteLater()
    session.store.close()
